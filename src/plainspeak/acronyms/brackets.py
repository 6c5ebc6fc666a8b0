"""Round and square brackets that belong together, found in one pass."""

from __future__ import annotations

import re

from plainspeak.document import Span

__all__ = ["brackets_of"]

_MARK = re.compile(r"[()\[\]]")
_OPENING = {")": "(", "]": "["}
_DEEPEST = 20


def brackets_of(text: str) -> list[Span]:
    """Return what stands between each pair of brackets, nested ones too, in the order in which they open.

    A bracket without its partner is passed over; so is what lies deeper than 20 pairs.
    """
    if "(" not in text and "[" not in text:
        return []
    open_brackets: list[tuple[str, int]] = []
    found = []
    for match in _MARK.finditer(text):
        mark = match.group()
        if mark in "([":
            open_brackets.append((mark, match.end()))
            del open_brackets[:-_DEEPEST]
        elif any(opening == _OPENING[mark] for opening, _ in open_brackets):
            while open_brackets[-1][0] != _OPENING[mark]:
                open_brackets.pop()
            found.append(Span(open_brackets.pop()[1], match.start()))
    return sorted(found)
