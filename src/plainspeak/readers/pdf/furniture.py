"""Find running heads, page numbers and tables of contents in a PDF: text that is read but isn't the paper's prose."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plainspeak.document import Kind
from plainspeak.readers.pdf.groups import LEADER, Group
from plainspeak.readers.pdf.lines import Line

__all__ = ["Frame", "contents_of", "furniture_of", "half_of", "without_numbers"]

Frame = tuple[float, float, float, float]
"""Left, bottom, right and top of a page, in the direction of its text."""

_BAND = 0.12
_LEAST_REPEATS = 3
_LEAST_SHARE = 0.25
_PAGE_NUMBER = re.compile(r"(?:page|p\.?|pg\.?)?\s*#(?:\s*(?:of|/)\s*#)?", re.IGNORECASE)
_ROMAN = re.compile(r"\s*[ivxlc]{1,7}\s*")
_ENTRY_END = re.compile(r"(?:^|\s)(?:p\.?\s?)?(\d{1,4}|[ivxlc]{1,6})\s*$", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:table of )?contents(?: page)?:?|index|in this (?:report|paper|document):?", re.IGNORECASE)
_LEAST_ENTRIES = 3


def furniture_of(places: Sequence[tuple[Frame, Sequence[Line]]]) -> dict[int, str]:
    """Return the ids of the lines that are running heads or feet, each with what it says without its numbers.

    A line is one when it stands near the top or the bottom of the page and the same words stand there on many pages,
    or when it is nothing but a page number.
    """
    seen: dict[str, set[int]] = {}
    candidates: list[tuple[Line, str]] = []
    for frame, lines in places:
        for line in lines:
            if _is_in_band(line, frame):
                plain = without_numbers(line.text)
                candidates.append((line, plain))
                seen.setdefault(plain, set()).add(line.page)
    pages = len({line.page for _, lines in places for line in lines})
    least = max(min(_LEAST_REPEATS, max(2, pages)), _LEAST_SHARE * pages)
    return {id(line): plain for line, plain in candidates if len(seen[plain]) >= least or _PAGE_NUMBER.fullmatch(plain)}


def half_of(line: Line, frame: Frame) -> Kind:
    """Return what a running head in the same half of the page would be."""
    return Kind.HEADER if 2 * line.base > frame[1] + frame[3] else Kind.FOOTER


def _is_in_band(line: Line, frame: Frame) -> bool:
    """Tell whether a line is near the top or the bottom of its page."""
    _, bottom, _, top = frame
    band = _BAND * (top - bottom)
    return line.base > top - band or line.base < bottom + band


def contents_of(groups: Sequence[Group]) -> set[int]:
    """Return the ids of the groups that are entries of a table of contents."""
    rows = _rows(groups)
    found: set[int] = set()
    run: list[list[Group]] = []
    announced = 0
    numbers: list[int] = []
    for row in [*rows, []]:
        text = " ".join(group.text for group in row)
        ending = _ENTRY_END.search(text) if len(row) > 1 or announced else None
        leader = LEADER.search(text)
        number = _number(ending.group(1)) if ending else 0
        if row and (
            leader or (ending and any(c.isalpha() for c in text[: ending.start()]) and _follows(numbers, number))
        ):
            run.append(row)
            numbers.append(number)
            if leader:
                found.update(id(group) for group in row)
            continue
        if announced and len(run) >= _LEAST_ENTRIES:
            found.update(id(group) for entry in run for group in entry)
            announced = row[0].page if row else 0
        if row and (not announced or row[0].page > announced + 1):
            announced = 0
        if row and _CONTENTS.fullmatch(text.strip()):
            announced = row[0].page
        # An entry without a number, or a title that goes on, doesn't end a table of contents.
        if len(text) > 120 or not announced:
            run, numbers = [], []
    return found


def _rows(groups: Sequence[Group]) -> list[list[Group]]:
    rows: list[list[Group]] = []
    for group in groups:
        last = rows[-1][-1] if rows else None
        if (
            last is not None
            and group.cell is not None
            and last.cell is not None
            and (group.page, group.table, group.cell[0]) == (last.page, last.table, last.cell[0])
        ):
            rows[-1].append(group)
        else:
            rows.append([group])
    return rows


def _follows(numbers: Sequence[int], number: int) -> bool:
    return not numbers or number >= numbers[-1] or numbers[-1] < 0


def _number(text: str) -> int:
    """Return the page number; Roman ones, which come before page 1, are all below nought."""
    return int(text) if text.isdigit() else -1


def without_numbers(text: str) -> str:
    """Return what a running head says on every page."""
    if _ROMAN.fullmatch(text):
        return "#"
    return re.sub(r"\d+", "#", " ".join(text.split())).casefold()
