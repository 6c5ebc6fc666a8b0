"""Where an entry's facts come from, and when somebody last looked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainspeak.editorial.desk import Desk
from plainspeak.glossary import Meaning, Term

__all__ = ["EDITORS", "checked", "date", "is_unverified", "source"]

EDITORS = "plainspeak-editors"
"""The source of what the editors know themselves, which nobody can look up."""

_MONTH = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])")


def is_unverified(meaning: Meaning) -> bool:
    """Tell whether a meaning is what the editors know, and nobody has looked it up."""
    return meaning.source == EDITORS and meaning.checked is None


def source(term: Term, desk: Desk) -> Iterator[str]:
    """Every meaning names a source, and ``sources.yaml`` says what that is."""
    for meaning in term.meanings:
        if meaning.source is None:
            yield "it names no source."
        elif meaning.source not in desk.sources:
            yield f"its source '{meaning.source}' isn't in sources.yaml."


def checked(term: Term, desk: Desk) -> Iterator[str]:
    """A meaning with a published source says in which month that was read.

    What the editors know themselves is unverified, and says so by having no month.
    """
    for meaning in term.meanings:
        if is_unverified(meaning):
            continue
        known = desk.sources.get(meaning.source or "")
        if meaning.checked is None:
            yield "it isn't checked: read its source, and say in which month (checked: YYYY-MM)."
        elif not _MONTH.fullmatch(meaning.checked):
            yield f"checked '{meaning.checked}' isn't a month (YYYY-MM)."
        elif meaning.source == EDITORS:
            yield "it is checked, but names no published source."
        elif known is not None and known.read is None:
            yield f"it is checked, but its source '{meaning.source}' hasn't been read."


def date(term: Term, _: Desk) -> Iterator[str]:
    """What is announced, ended or renamed says in which month."""
    for meaning in term.meanings:
        if meaning.status != "current" and not _MONTH.fullmatch(meaning.date or ""):
            yield f"status '{meaning.status}' has no month (date: YYYY-MM)."
        if meaning.status == "renamed" and not meaning.replaced_by:
            yield "it is renamed, but to what? (replaced-by: ...)"
