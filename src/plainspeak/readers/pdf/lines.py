"""From pieces of text on a PDF page to its lines: which pieces stand side by side, and which in a cell of their own."""

from __future__ import annotations

import bisect
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from plainspeak.document import Box

__all__ = ["HYPHENS", "Line", "Piece", "Rule", "label_length", "lines_of", "spaced"]

Rule = tuple[float, float, float]
"""An upright ruled line: x, bottom, top."""

HYPHENS = "-\x02\u00ad\u2010"
"""What may stand at the end of a line for a hyphen. PDFium writes U+0002, and no line end after it."""

_CELL_GAP = 1.5
"""A gap of more ems than this starts a new cell or column."""
_SPACE_GAP = 0.15
_WIDEST_LABEL = 5.0
_JUSTIFIED_GAP = 3.5
_BULLET = (
    r"[\u2022\u2023\u25e6\u2043\u2219\u25aa\u25ab\u25a0\u25a1\u25cf\u25cb\u25ba\u25b6\u27a2\u2794\u2713\u2714\u2756"
    r"\u2610-\u2612\u00b7\uf000-\uf0ff]"
)
_LABEL = re.compile(
    rf"\s*(?:{_BULLET}"
    r"|[\u2013\u2014\u2212*o-](?=\s)"
    r"|\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)](?=\s|$)"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}\.?(?=\s|$))\s*"
)
_REFERENCE = re.compile(r"\s*(?:\d{1,3}(?:\s?[,-]\s?\d{1,3})*|[ivx]{1,4}|[*\u2020\u2021])\s*$")
_UNITS = re.compile(r"(?:^|[\s\d(/])(?:[kcm]?m|sq|10|CO|ft)$")


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters in one style on one line, ``length`` of the page's characters from ``index`` on.

    Positions are in points along the direction of the text: ``left`` and ``right`` along it, ``base`` upwards.
    """

    page: int
    turn: int
    index: int
    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    length: int | None = None
    """Characters of the page, where they are not the text's one for one."""
    picture: Box | None = None
    """The picture that the text describes, where it is no text of the page."""


@dataclass(frozen=True, slots=True)
class Line:
    """Pieces that are read as one line of a paragraph, heading or cell."""

    pieces: tuple[Piece, ...]
    left: float
    right: float
    base: float
    size: float
    bold: bool
    text: str

    @property
    def page(self) -> int:
        """The page, from 1."""
        return self.pieces[0].page

    @property
    def turn(self) -> int:
        """How many quarter turns the text is from upright."""
        return self.pieces[0].turn

    @property
    def note(self) -> str | None:
        """The number of the footnote that the line begins, where it begins with a small raised one."""
        if len(self.pieces) < 2:
            return None
        first, second = self.pieces[:2]
        raised = first.size < 0.9 * second.size and first.base > second.base + 0.1 * second.size
        return first.text.strip() if raised and _REFERENCE.match(first.text) else None

    @property
    def top(self) -> float:
        """About where the tall letters end."""
        return self.base + 0.8 * self.size

    @property
    def bottom(self) -> float:
        """About where the descenders end."""
        return self.base - 0.25 * self.size

    def without(self, length: int) -> Line:
        """Return the line without its first ``length`` characters: a bullet, a number."""
        kept: list[Piece] = []
        for piece, space in spaced(self.pieces):
            length -= min(length, space)
            cut = min(length, len(piece.text))
            length -= cut
            if cut == len(piece.text):
                continue
            if cut:
                share = (piece.right - piece.left) * cut / len(piece.text)
                piece = replace(piece, index=piece.index + cut, text=piece.text[cut:], left=piece.left + share)
            kept.append(piece)
        return _line(kept) if kept else self


def needs_space(before: Piece | None, after: Piece) -> bool:
    """Tell whether a space that isn't written stands between two pieces of a line."""
    if before is None or before.text[-1:].isspace() or after.text[:1].isspace():
        return False
    return after.left - before.right > _SPACE_GAP * after.size


def spaced(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, bool]]:
    """Yield each piece of a line and whether a space goes before it."""
    before = None
    for piece in pieces:
        yield piece, needs_space(before, piece)
        before = piece


def label_length(text: str) -> int:
    """Return how many characters at the start of a line are a bullet, a number or a letter of a list."""
    found = _LABEL.match(text)
    return found.end() if found and found.end() < len(text) else 0


def lines_of(pieces: Iterable[Piece], rules: Sequence[Rule] = ()) -> list[Line]:
    """Put pieces that follow each other on a baseline together, and cut them where a cell or a column ends."""
    rules = sorted(rules)
    lines: list[Line] = []
    row: list[Piece] = []
    for piece in pieces:
        if not piece.text.strip():
            continue
        if row and not _same_row(row, piece):
            lines.extend(_cut(row, rules))
            row = []
        row.append(piece)
    lines.extend(_cut(row, rules) if row else ())
    return _mended(lines, rules)


def _mended(lines: list[Line], rules: Sequence[Rule]) -> list[Line]:
    """Put lines together that stand next to each other, whatever else came between them in the file."""
    mended: list[Line] = []
    ends: dict[tuple[int, int], int] = {}  # The last line at each height, by where it stands in the list.
    for line in lines:
        key = round(line.base), line.turn
        position = ends.get(key)
        if position is not None and _touches(mended[position], line, rules):
            mended[position] = _line([*mended[position].pieces, *line.pieces])
            continue
        ends[key] = len(mended)
        mended.append(line)
    return mended


def _touches(before: Line, after: Line, rules: Sequence[Rule]) -> bool:
    gap = after.left - before.right
    bullet = label_length(before.text + " x") > len(before.text.rstrip())
    near = -0.3 * after.size < gap < (_WIDEST_LABEL if bullet else 0.6) * after.size
    return (
        near
        and abs(before.base - after.base) < 0.1 * after.size
        and not _ruled(rules, before.pieces[-1], after.pieces[0])
    )


def _same_row(row: list[Piece], piece: Piece) -> bool:
    last = max(row[-3:], key=lambda each: each.size)
    size = max(last.size, piece.size)
    # The letters of a ligature have one box between them.
    overlap = 1.2 if piece.index == row[-1].index + len(row[-1].text) else 0.4
    return (
        piece.turn == last.turn
        and abs(piece.base - last.base) < (0.15 if abs(piece.size - last.size) < 0.1 * size else 0.5) * size
        and piece.left >= row[-1].right - overlap * size
    )


def _cut(row: list[Piece], rules: Sequence[Rule]) -> Iterator[Line]:
    row = _without_references(row)
    gaps = [after.left - before.right for before, after in pairwise(row)]
    justified = _is_justified(row, gaps)
    current = [row[0]]
    for gap, before, after in zip(gaps, row, row[1:], strict=False):
        size = max(before.size, after.size)
        limit = _CELL_GAP * size
        if len(current) == 1 and label_length(before.text + " x") > len(before.text.rstrip()):
            limit = _WIDEST_LABEL * size
        elif justified:
            limit = _JUSTIFIED_GAP * size
        if gap > limit or (gap > 0.3 * size and _ruled(rules, before, after)):
            yield _line(current)
            current = []
        current.append(after)
    yield _line(current)


def _is_justified(row: Sequence[Piece], gaps: Sequence[float]) -> bool:
    """Tell whether wide gaps are only the even word spaces of a justified line; sentences may be two spaces apart."""
    spaces = [(gap, before.text.rstrip()[-1:] in ".!?:") for gap, before in zip(gaps, row, strict=False)]
    even = [gap for gap, ended in spaces if not ended and gap > 0.5 * row[0].size]
    if len(even) < 2 or sum(any(map(str.isalpha, piece.text)) for piece in row) < 0.7 * len(row):
        return False
    limit = 1.3 * min(even) + 0.5
    return all(gap < (2.1 if ended else 1.0) * limit for gap, ended in spaces)


def _ruled(rules: Sequence[Rule], before: Piece, after: Piece) -> bool:
    middle = after.base + 0.3 * after.size
    start = bisect.bisect_left(rules, (before.right - 1.0,))
    for x, bottom, top in rules[start:]:
        if x > after.left + 1.0:
            return False
        if bottom <= middle <= top:
            return True
    return False


def _without_references(row: list[Piece]) -> list[Piece]:
    """Leave out raised note numbers: they are signs, not words ("services.11")."""
    kept: list[Piece] = []
    for piece in row:
        before = kept[-1] if kept else None
        if (
            before is not None
            and piece.size < 0.8 * before.size
            and piece.base > before.base + 0.1 * before.size
            and _REFERENCE.match(piece.text)
            and not _UNITS.search(before.text)
            and not before.text[-1].isdigit()
        ):
            kept[-1] = replace(before, right=piece.right)
            continue
        kept.append(piece)
    return kept


def _line(pieces: Sequence[Piece]) -> Line:
    sizes: Counter[tuple[float, bool]] = Counter()
    for piece in pieces:
        sizes[round(piece.size, 1), piece.bold] += len(piece.text.strip())
    bold = not any(not piece.bold and piece.text.strip() for piece in pieces)
    (size, _), _ = max(sizes.items(), key=lambda item: (item[1], item[0]))
    base = next(piece.base for piece in pieces if round(piece.size, 1) == size)
    text = "".join(" " * space + piece.text for piece, space in spaced(pieces))
    return Line(tuple(pieces), pieces[0].left, max(p.right for p in pieces), base, size, bold, text)
