"""Read a table of examples, parted by blank lines and with carets under what a rule flags; and apply what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from _pytest.mark import ParameterSet

    from plainspeak.report import Report


def examples(table: str) -> list[ParameterSet]:
    """Return each example of a table as a parameter, named after its first line."""
    parts = table.strip("\n").split("\n\n")
    return [pytest.param(part, id=part.split("\n")[0][:50]) for part in parts]


def edited(check: Callable[..., Report], rule: str, *texts: str) -> list[str]:
    """Return some paragraphs as the first suggestion of a rule's only finding leaves them."""
    (finding,) = [finding for finding in check(*texts).findings if finding.rule == rule]
    changed = list(texts)
    for edit in sorted(finding.suggestions[0].edits, key=lambda edit: edit.at, reverse=True):
        text, span = changed[edit.at.block], edit.at.span
        changed[edit.at.block] = text[: span.start] + edit.text + text[span.end :]
    return changed
