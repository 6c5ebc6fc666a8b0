"""Initials of people: "Amina Shah (AS)" explains no acronym, and "AS" in a column of owners is none."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from plainspeak.acronyms.expansions import known_length
from plainspeak.acronyms.facts import AcronymFacts
from plainspeak.acronyms.letters import units_of
from plainspeak.document import Stretch, gathered
from plainspeak.glossary import Glossary
from plainspeak.language import is_ordinary_word

__all__ = ["initials_in_tables", "initials_of_people", "share_of_name"]

_MOST_NAMES = 3
_FEWEST_PEOPLE = 2
_INITIALS = 2
_COLUMN_OF_PEOPLE = re.compile(
    r"\W*(?:(?:action|risk|task|lead)\s+)?(?:owner|lead|who|by whom|responsible|assigned to|initials?|done by)s?\W*",
    re.IGNORECASE,
)


def initials_of_people(shares: Mapping[str, float]) -> set[str]:
    """Return the letters that a document gives as somebody's initials.

    A name has capitals, and no ordinary words. Where a paper has several such people, as in a list of who was there,
    half of a name may be an ordinary word: "Amina Hill (AH)".

    Args:
        shares: letters, and how many of the words that the document gives for them can only be names, from 0 to 1; the
            least where it gives several.
    """
    certain = {form for form, share in shares.items() if share == 1}
    likely = {form for form, share in shares.items() if share >= 1 / 2}
    return likely if len(certain) >= _FEWEST_PEOPLE else certain


def initials_in_tables(stretches: Sequence[Stretch[AcronymFacts]], glossary: Glossary) -> set[str]:
    """Return the two letters that a table has below a heading such as "Owner", and the glossary doesn't know.

    Three letters are as often a team or an organisation.
    """
    return {form for _, forms in gathered(stretches, _in_tables, glossary) for form in forms}


def _in_tables(stretch: Stretch[AcronymFacts], glossary: Glossary) -> set[str]:
    columns = {
        (block.place.table[0], block.place.table[2])
        for block in stretch.blocks
        if block.place.table and block.place.table[1] == 1 and _COLUMN_OF_PEOPLE.fullmatch(block.text)
    }
    if not columns:
        return set()
    return {
        form.form
        for fact, block in zip(stretch.facts, stretch.blocks, strict=True)
        if block.place.table and (block.place.table[0], block.place.table[2]) in columns
        for form in fact.forms
        if len(form.form) == _INITIALS and glossary.acronym(form.form) is None
    }


def share_of_name(words: str, form: str, glossary: Glossary) -> float:
    """Return how many of some words can only be names, from 0 (they are no name) to 1."""
    units = units_of(words)
    names = [unit.text for unit in units]
    if not 1 < len(names) <= _MOST_NAMES or known_length(units, form, glossary, at_end=False):
        return 0
    # "Sue Broadhead (SBr)"
    initials = "".join(filter(str.isupper, form))
    if "".join(name[0] for name in names) != initials:
        return 0
    return sum(not is_ordinary_word(name) for name in names) / len(names)
