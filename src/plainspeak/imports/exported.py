"""Read back rows of the table that ``plainspeak glossary export --format csv`` writes."""

from __future__ import annotations

from collections.abc import Mapping

from plainspeak.errors import GlossaryError
from plainspeak.glossary.yaml_text import Draft

__all__ = ["exported_draft"]

_LISTS = frozenset({"instead", "only-in", "only-near", "unless", "forms", "setting", "see", "known-to"})
_WORDS = ("term", "meaning", "plain words", "in brackets", "note", "only as", "unless", "other spellings")
_FACTS = ("kind", "status", "date", "replaced by", "source", "checked", "setting", "see", "known to")
# The columns of each type of entry, and its keys where they have other names.
_COLUMNS: dict[str, tuple[tuple[str, ...], dict[str, str]]] = {
    "acronym": (("letters", "term", "meaning", "other spellings", "note", *_FACTS), {"term": "expansion"}),
    "term": (("letters", *_WORDS, "everyday", "only in", "only near", "only in care papers", *_FACTS), {}),
    "clinical word": ((*_WORDS, "source", "checked"), {"term": "wording"}),
}
_KEYS = {
    "letters": "acronym",
    "plain words": "instead",
    "in brackets": "gloss",
    "other spellings": "forms",
    "note": "advice",
}


def exported_draft(cells: Mapping[str, str]) -> Draft:
    """Return the entry that a row is.

    Args:
        cells: what the row says, by the names of the columns.

    Raises:
        GlossaryError: the type is none of those that are exported.
    """
    kind = cells.get("type", "") or ("term" if "term" in cells and "letters" not in cells else "acronym")
    if kind not in _COLUMNS:
        raise GlossaryError(f"'{kind}' isn't a type of entry. Choose from: {', '.join(_COLUMNS)}.")
    columns, own = _COLUMNS[kind]
    names = {column: own.get(column) or _KEYS.get(column) or column.replace(" ", "-") for column in columns}
    draft = {names[column]: _value(names[column], cells[column]) for column in columns if column in cells}
    return {**draft, "rule": "clinical-term"} if kind == "clinical word" else draft


def _value(key: str, cell: str) -> object:
    if key == "only-in-care-papers":
        return cell.strip().lower() == "yes"
    if key not in _LISTS:
        return " ".join(cell.split())
    values = [value.strip() for value in cell.split(";") if value.strip()]
    return [_pair(value) for value in values] if key in ("forms", "only-in") else values


def _pair(value: str) -> str | dict[str, str]:
    """Return a spelling, or "acute sector = hospitals" as a spelling with words of its own."""
    form, mark, words = value.partition(" = ")
    return {form: words} if mark else value
