"""Whether text in the style of a heading is one."""

from __future__ import annotations

import re

__all__ = ["is_heading"]

_LONGEST_HEADING = 250
_LEADERS = re.compile(r"(?:\.|_|\u2026){4}")
_LETTERS = re.compile(r"[^\W\d_].*[^\W\d_]", re.DOTALL)


def is_heading(text: str) -> bool:
    """Tell whether text in a heading style is a heading: papers also give that style to lines of a form to fill in."""
    return len(text) <= _LONGEST_HEADING and bool(_LETTERS.search(text)) and not _LEADERS.search(text)
