"""Read a table of examples: parted by blank lines, with carets under the words that a rule flags."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from _pytest.mark import ParameterSet


def examples(table: str) -> list[ParameterSet]:
    """Return each example of a table as a parameter, named after its first line."""
    parts = table.strip("\n").split("\n\n")
    return [pytest.param(part, id=part.split("\n")[0][:50]) for part in parts]
