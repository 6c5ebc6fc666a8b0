"""The built-in glossary as JSON that loads some twenty times faster than its YAML.

An entry is a row: the fields of its named tuple in order, with ``null`` for what is as by default and nothing after the
last that isn't. Rows are read in two thirds of the time that objects with keys take.
"""

from __future__ import annotations

import json
from typing import Any

from plainspeak.glossary.collecting import nothing_collected
from plainspeak.glossary.model import Form, Glossary, Meaning, Term

__all__ = ["from_json", "to_json"]

_TERM = [Term._field_defaults.get(field) for field in Term._fields]
_MEANING = [Meaning._field_defaults.get(field) for field in Meaning._fields]
_MEANINGS = Term._fields.index("meanings")
_FORMS = (Term._fields.index("forms"), Term._fields.index("only_in"))


def to_json(glossary: Glossary) -> str:
    """Return a glossary as one line of JSON."""
    data = {
        "terms": [_row_of_term(term) for term in glossary],
        "ordinary_capitals": sorted(glossary.ordinary_capitals),
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> Glossary:
    """Return the glossary that :func:`to_json` wrote."""
    with nothing_collected():
        data = json.loads(text)
        return Glossary(tuple(map(_term, data["terms"])), frozenset(data["ordinary_capitals"]))


def _row_of_term(term: Term) -> list[Any]:
    row = _row(term, _TERM)
    row[_MEANINGS] = [_row(meaning, _MEANING) for meaning in term.meanings]
    for place in _FORMS:
        if place < len(row) and row[place] is not None:
            row[place] = [[form.text, form.tag, *form.replacements] for form in row[place]]
    return row


def _row(entry: Term | Meaning, defaults: list[Any]) -> list[Any]:
    row = [None if value == default else value for value, default in zip(entry, defaults, strict=True)]
    while row and row[-1] is None:
        row.pop()
    return row


def _term(row: list[Any]) -> Term:
    values = _filled(row, _TERM)
    values[_MEANINGS] = tuple(map(_meaning, values[_MEANINGS]))
    for place in _FORMS:
        values[place] = tuple(map(_form, values[place]))
    return Term._make(values)


def _meaning(row: list[Any]) -> Meaning:
    return Meaning._make(_filled(row, _MEANING))


def _filled(row: list[Any], defaults: list[Any]) -> list[Any]:
    values = [*defaults]
    for place, value in enumerate(row):
        if value is not None:
            values[place] = tuple(value) if isinstance(value, list) else value
    return values


def _form(row: list[str]) -> Form:
    return Form._make((row[0], tuple(row[2:]), row[1]))
