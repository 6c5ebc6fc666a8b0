"""Acronyms for Microsoft 365, so that search and Word there can explain them.

The columns are those of Microsoft's page "Manage Acronyms answers in Microsoft Search" (section "Set up Admin-curated
acronyms", in the repository MicrosoftDocs/OfficeDocs-MicrosoftSearch, read in November 2026). ``Acronym``,
``Stands for`` and ``State`` are mandatory; the last three are Microsoft's own and stay empty. An acronym there can't
hold a space.
"""

from __future__ import annotations

from collections.abc import Iterable

from plainspeak.exports.explanations import explanation
from plainspeak.exports.table import written_csv
from plainspeak.glossary import Term

__all__ = ["COLUMNS", "for_microsoft", "microsoft_csv"]

COLUMNS = ("Acronym", "Stands for", "Url", "Description", "State", "Last Modified", "Last Modified By", "Id")
_STATE = "Draft"
"""So that an administrator sees the entries before everybody does."""


def for_microsoft(terms: Iterable[Term]) -> list[Term]:
    """Return the terms with letters that have a place there: those that not everyone knows, and without a space."""
    return [term for term in terms if term.acronym and " " not in term.acronym and not term.known_to_everyone]


def microsoft_csv(terms: Iterable[Term]) -> bytes:
    """Return the file for the admin centre: a row for each meaning of the letters."""
    rows = (
        (term.acronym or "", meaning.expansion, "", " ".join(explanation(term, meaning)), _STATE, "", "", "")
        for term in for_microsoft(terms)
        for meaning in term.meanings
        if meaning.expansion
    )
    return written_csv(COLUMNS, rows)
