"""Say where something is, in words and as compilers do."""

from __future__ import annotations

from plainspeak.document import Place

__all__ = ["compact_place", "describe_place"]

_LONGEST_HEADING = 60


def describe_place(place: Place | None) -> str:
    """Return where something is in words for a person: “page 3, under “Finance””."""
    if place is None:
        return "the whole text"
    parts = []
    if place.slide is not None:
        parts.append(f"slide {place.slide}")
    if place.sheet is not None:
        parts.append(f"sheet \u201c{_shortened(place.sheet)}\u201d")
    if place.part != "body":
        parts.append(place.part)
    if place.page is not None:
        parts.append(f"{'about ' if place.page_is_estimate else ''}page {place.page}")
    if place.line is not None:
        parts.append(f"line {place.line}")
    elif place.cell is not None:
        parts.append(f"cell {place.cell}")
    elif place.table is not None:
        table, row, column = place.table
        parts.append(f"table {table}, row {row}, column {column}")
    elif place.paragraph is not None and place.page is None:
        parts.append(f"paragraph {place.paragraph}")
    if place.headings and place.line is None and place.slide is None:
        parts.append(f"under \u201c{_shortened(place.headings[-1])}\u201d")
    return ", ".join(parts) or "the text"


def compact_place(name: str, place: Place | None) -> str:
    """Return ``file:line:column`` where there are lines, for editors to jump to; else the file and where in words."""
    if place is None:
        return name
    if place.line is not None:
        return f"{name}:{place.line}:{place.column}"
    return f"{name}: {describe_place(place)}"


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_HEADING else text[: _LONGEST_HEADING - 1].rstrip() + "\u2026"
