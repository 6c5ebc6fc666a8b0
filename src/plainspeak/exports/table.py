"""The glossary as a table that a spreadsheet opens and ``plainspeak glossary import`` takes back.

The file is UTF-8 with a byte order mark (without one, Excel misreads curly quotes), with commas and a first row of
these names:

===================  ===================================================================================================
type                 ``acronym``, ``term`` or ``clinical word``
term                 the words; for an acronym, what the letters stand for
letters              the letters; several rows with the same letters are several meanings
meaning              the explanation
plain words          what can be written in its place, the best first (``instead``)
in brackets          a few words to add after a name (``gloss``)
note                 advice to the writer
everyday             what most people take the word to mean, where staff mean something else
only as              ``noun`` or ``verb``, if it is meant only as that
only in              phrases in which alone that special meaning holds, written as other spellings are
only near            words near which alone it holds
only in care papers  ``yes``, if the word by itself is meant in papers about health and care and nowhere else
unless               longer phrases in which the term isn't meant
other spellings      further forms but plurals; one with plain words of its own is written ``acute sector = hospitals``
setting              where it has this meaning, such as ``Wales``
see                  other entries that help
kind                 ``organisation``, ``service``, ``role`` and so on, as in the YAML
known to             ``everyone``, ``staff``, ``clinicians``
status               empty for what is current; else ``announced``, ``ended`` or ``renamed``
date                 of that change, as ``YYYY-MM`` or ``YYYY``
replaced by          what took its place
source               where the fact comes from: a name, as in ``sources.yaml``
checked              ``YYYY-MM`` in which the source was read
===================  ===================================================================================================

Several values in one cell have ``; `` between them. A cell that begins with ``=``, ``+``, ``-``, ``@``, a tab or a
line end gets an apostrophe before it, so that no spreadsheet takes it for a formula; an import takes that one off.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from plainspeak.glossary import Form, Meaning, Term
from plainspeak.language.inflection import inflect

__all__ = ["COLUMNS", "guarded", "table_csv", "written_csv"]

COLUMNS = (
    *("type", "term", "letters", "meaning", "plain words", "in brackets", "note"),
    *("everyday", "only as", "only in", "only near", "only in care papers", "unless", "other spellings"),
    *("setting", "see", "kind", "known to", "status", "date", "replaced by", "source", "checked"),
)

_BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_BETWEEN = "; "


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
            "note": term.advice or "",
            "everyday": term.everyday or "",
            "only as": term.only_as or "",
            "only in": _BETWEEN.join(_by_hand(term, term.only_in)),
            "only near": _BETWEEN.join(term.only_near),
            "only in care papers": "yes" if term.only_in_care_papers else "",
            "unless": _BETWEEN.join(term.unless),
            "other spellings": _BETWEEN.join(_by_hand(term, term.by_itself[1:], term.instead)),
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


def _by_hand(term: Term, forms: Iterable[Form], instead: Sequence[str] = ()) -> Iterator[str]:
    """Yield the forms that have to be written: the plurals of a term come again by themselves."""
    plurals = {inflect(term.headword, "NNS")}
    for form in forms:
        if term.entry != "term" or form.text not in plurals:
            own = form.replacements and form.replacements != instead
            yield f"{form.text} = {form.replacements[0]}" if own else form.text
            plurals.add(inflect(form.text, "NNS"))
