"""The one table that every measure adds rows to, and the page that it is written into."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

__all__ = ["END", "NOT_MEASURED", "START", "Request", "Result", "Row", "share", "table", "written_into"]

NOT_MEASURED = "not measured here"
START = "<!-- The table: made by benchmarks/accuracy/run.py --write -->"
END = "<!-- End of the table -->"


@dataclass(frozen=True, slots=True)
class Request:
    """What to measure on.

    Attributes:
        data: the folder with the test sets, at any depth.
        papers: a folder of papers in any format that plainspeak reads, if there is one.
        misses: how many misses of each kind to list.
    """

    data: Path
    papers: Path | None = None
    misses: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: what is measured, on what, plainspeak's own figure, and another tool's from the same run."""

    measure: str
    on: str
    own: str
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """What a measure found: rows of the table, and lines that are printed under it but never written to a page."""

    rows: tuple[Row, ...]
    details: tuple[str, ...] = ()


def share(part: int, whole: int) -> str:
    """Return "3 of 12 (25.0%)"; without a percentage where the whole is nothing."""
    return f"{part:,} of {whole:,} ({part / whole:.1%})" if whole else f"{part:,} of {whole:,}"


def table(rows: Sequence[Row]) -> str:
    """Return the rows as a table in Markdown, without a line end after the last."""
    lines = ["| Measure | On | plainspeak | Beside it |", "| --- | --- | --- | --- |"]
    lines += [f"| {row.measure} | {row.on} | {row.own} | {row.beside} |" for row in rows]
    return "\n".join(lines)


def written_into(page: str, text: str) -> str:
    """Return a page with other text between the two markers.

    Raises:
        ValueError: the page doesn't have both markers, in their order.
    """
    before, start, rest = page.partition(START)
    _, end, after = rest.partition(END)
    if not start or not end:
        raise ValueError(f"the page needs a line {START} and, under it, a line {END}")
    return f"{before}{START}\n\n{text}\n\n{END}{after}"
