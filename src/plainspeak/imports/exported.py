"""Read back rows of the table that ``plainspeak glossary export --format csv`` writes."""

from __future__ import annotations

from collections.abc import Mapping

from plainspeak.errors import GlossaryError
from plainspeak.glossary.yaml_text import Draft

__all__ = ["exported_draft"]

_LISTS = {"instead", "only-in", "only-near", "unless", "forms", "setting", "see", "known-to"}
# The keys of each kind of entry, and the columns that they come from.
_FACTS = {"kind": "kind", "status": "status", "date": "date", "replaced-by": "replaced by"}
_SOURCE = {"source": "source", "checked": "checked"}
_WORDS = {"meaning": "meaning", "gloss": "in brackets", "instead": "plain words"}
_FORMS = {"forms": "other spellings", "unless": "unless", "advice": "note"}
_LINKS = {"see": "see", "known-to": "known to", "setting": "setting"}
_KEYS: dict[str, dict[str, str]] = {
    "acronym": {
        **{"acronym": "letters", "expansion": "term", "meaning": "meaning", "setting": "setting"},
        **{**_FACTS, **_SOURCE, "forms": "other spellings", "see": "see", "known-to": "known to", "advice": "note"},
    },
    "term": {
        **{"term": "term", "acronym": "letters", **_WORDS, "everyday": "everyday", "only-in": "only in"},
        **{"only-near": "only near", **_FORMS, **_LINKS, **_FACTS, **_SOURCE},
    },
    "clinical word": {"wording": "term", **_WORDS, **_FORMS, **_SOURCE},
}


def exported_draft(cells: Mapping[str, str]) -> Draft:
    """Return the entry that a row is.

    Args:
        cells: what the row says, by the names of the columns.

    Raises:
        GlossaryError: the type is none of those that are exported.
    """
    kind = cells.get("type", "") or ("term" if "term" in cells and "letters" not in cells else "acronym")
    if kind not in _KEYS:
        raise GlossaryError(f"'{kind}' isn't a type of entry. Choose from: {', '.join(_KEYS)}.")
    draft = {key: _value(key, cells[column]) for key, column in _KEYS[kind].items() if column in cells}
    return {**draft, "rule": "clinical-term"} if kind == "clinical word" else draft


def _value(key: str, cell: str) -> object:
    if key not in _LISTS:
        return " ".join(cell.split())
    values = [value.strip() for value in cell.split(";") if value.strip()]
    return [_pair(value) for value in values] if key == "forms" else values


def _pair(value: str) -> str | dict[str, str]:
    """Return a spelling, or "acute sector = hospitals" as a spelling with words of its own."""
    form, mark, words = value.partition(" = ")
    return {form: words} if mark else value
