"""Join words that a line end cut in two, with or without the hyphen."""

from __future__ import annotations

import re
from collections.abc import Iterable

from plainspeak.readers.pdf.lines import HYPHENS, Line

__all__ = ["Hyphens"]

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_PREFIXES = frozenset(
    {"all", "anti", "co", "counter", "cross", "ex", "five", "four", "full", "half", "high", "inter", "intra", "large"}
    | {
        "long",
        "low",
        "lower",
        "mid",
        "multi",
        "non",
        "one",
        "part",
        "post",
        "pre",
        "pro",
        "re",
        "self",
        "semi",
        "short",
    }
    | {"single", "small", "sub", "three", "two", "under", "upper", "vice", "well", "year"}
)


class Hyphens:
    """Decides whether a hyphen at the end of a line belongs to the word.

    It stays when the document writes the word with a hyphen elsewhere, when a half already holds one, when what
    follows isn't a small letter, when both halves are words of the document and the whole isn't, or after one of a
    few prefixes (self-, non-, long-). It goes when the document writes the word as one, and otherwise.
    """

    def __init__(self, lines: Iterable[Line]) -> None:
        self._words: set[str] = set()
        cut = False
        for line in lines:
            found = [match.group().lower() for match in _WORD.finditer(line.text.replace("\u2011", "-"))]
            ends_cut = line.text.rstrip()[-1:] in HYPHENS and bool(line.text.strip())
            self._words.update(found[1 if cut else 0 : -1 if ends_cut else None])
            cut = ends_cut

    def stays(self, before: str, after: str) -> bool:
        """Tell whether the hyphen between the end of one line and the start of the next stays."""
        first = re.search(r"[^\W\d_]+(?:-[^\W\d_]+)*$", before)
        second = re.match(r"[^\W\d_]+(?:-[^\W\d_]+)*", after)
        if first is None or second is None or not after[0].islower():
            return True
        start, end = first.group().lower(), second.group().lower()
        if f"{start}-{end}" in self._words or "-" in start or "-" in end:
            return True
        if start + end in self._words:
            return False
        return start in _PREFIXES or (start in self._words and end in self._words)
