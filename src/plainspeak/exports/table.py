"""The glossary as a table that a spreadsheet opens and ``plainspeak glossary import`` takes back.

The file is UTF-8 with a byte order mark (without one, Excel misreads curly quotes), with commas and a first row of
these names:

=================  =====================================================================================================
type               ``acronym``, ``term`` or ``clinical word``
term               the words; for an acronym, what the letters stand for
letters            the letters; several rows with the same letters are several meanings
meaning            the explanation
plain words        what can be written in its place, the best first (``instead``)
in brackets        a few words to add after a name (``gloss``)
everyday           what most people take the word to mean, where staff mean something else
only in            phrases in which alone that special meaning holds
only near          words near which alone it holds
unless             longer phrases in which the term isn't meant
other spellings    further forms; one with plain words of its own is written ``acute sector = hospitals``
note               advice to the writer
setting            where it has this meaning, such as ``Wales``
see                other entries that help
kind               ``organisation``, ``service``, ``role`` and so on, as in the YAML
known to           ``everyone``, ``staff``, ``clinicians``
status             empty for what is current; else ``announced``, ``ended`` or ``renamed``
date               of that change, as ``YYYY-MM`` or ``YYYY``
replaced by        what took its place
source             where the fact comes from: a name, as in ``sources.yaml``
checked            ``YYYY-MM`` in which the source was read
=================  =====================================================================================================

Several values in one cell have ``; `` between them. A cell that begins with ``=``, ``+``, ``-``, ``@``, a tab or a
line end gets an apostrophe before it, so that no spreadsheet takes it for a formula; an import takes that one off.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from plainspeak.glossary import Meaning, Term
from plainspeak.language.inflection import inflect

__all__ = ["COLUMNS", "guarded", "table_csv", "written_csv"]

COLUMNS = (
    *("type", "term", "letters", "meaning", "plain words", "in brackets", "everyday", "only in", "only near"),
    *("unless", "other spellings", "note", "setting", "see", "kind", "known to", "status", "date", "replaced by"),
    *("source", "checked"),
)

_BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_BETWEEN = "; "
_ENDINGS = ("NNS", "VBZ", "VBG", "VBD", "VBN")


def table_csv(terms: Iterable[Term]) -> bytes:
    """Return the table of some terms: a row for each meaning."""
    rows = ([row.get(column, "") for column in COLUMNS] for term in terms for row in _rows(term))
    return written_csv(COLUMNS, rows)


def written_csv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a CSV file in which no cell is a formula."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def guarded(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_BEGINS_FORMULA) else cell


def _rows(term: Term) -> Iterator[dict[str, str]]:
    acronym = term.entry == "acronym"
    for meaning in term.meanings:
        yield {
            "type": "clinical word" if term.rule == "clinical-term" else term.entry,
            "term": (meaning.expansion or "") if acronym else term.headword,
            "letters": term.acronym or "",
            "meaning": meaning.text,
            "plain words": _BETWEEN.join(term.instead),
            "in brackets": term.gloss or "",
            "everyday": term.everyday or "",
            "only in": _BETWEEN.join(form.text for form in term.only_in),
            "only near": _BETWEEN.join(term.only_near),
            "unless": _BETWEEN.join(term.unless),
            "other spellings": _BETWEEN.join(_spellings(term)),
            "note": term.advice or "",
            "see": _BETWEEN.join(term.see),
            "known to": _BETWEEN.join(term.known_to),
            **_facts(meaning),
        }


def _facts(meaning: Meaning) -> dict[str, str]:
    return {
        "setting": _BETWEEN.join(meaning.setting),
        "kind": meaning.kind or "",
        "status": "" if meaning.status == "current" else meaning.status,
        "date": meaning.date or "",
        "replaced by": meaning.replaced_by or "",
        "source": meaning.source or "",
        "checked": meaning.checked or "",
    }


def _spellings(term: Term) -> Iterator[str]:
    """Yield the forms that a person wrote: the endings of a word come again by themselves."""
    if term.entry == "acronym":
        yield from (form.text for form in term.forms)
        return
    made = {inflect(term.headword, ending) for ending in _ENDINGS}
    for form in term.forms:
        if form.text in made:
            continue
        own = form.replacements and form.replacements != term.instead
        yield f"{form.text} = {form.replacements[0]}" if own else form.text
        made |= {inflect(form.text, ending) for ending in _ENDINGS}
