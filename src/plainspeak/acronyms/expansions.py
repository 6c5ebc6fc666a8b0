"""Compare the words that a text gives for a short form with those that the glossary knows, and with each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from plainspeak.acronyms.letters import SMALL_WORDS, Unit, match_after, match_inside, units_of
from plainspeak.glossary import Glossary
from plainspeak.language.inflection import lemma

__all__ = ["begins_known", "known_length", "repeats", "same_expansion", "singular", "spells_out", "words_in"]

_NEXT_CLAUSE = re.compile(r"(?:['\u2019]s)?(?:[,;:]|\s+[(\u2013\u2014-])\s*(?!and\b|&)")
_LEAST_IN_NEXT_CELL = 0.8
_COMPARED_LETTERS = 4
_MOST_UNITS = 20
_SHORT = 2


def known_length(units: Sequence[Unit], form: str, glossary: Glossary, *, at_end: bool) -> int:
    """Return how many units at one end of a run are an expansion that the glossary knows for a form; 0 is none."""
    term = glossary.acronym(form)
    if term is None:
        return 0
    known = {_joined_stems(meaning.expansion) for meaning in term.meanings if meaning.expansion}
    longest = max(map(len, known), default=0)
    joined, length = "", 0
    for count, unit in enumerate(reversed(units) if at_end else units, 1):
        joined = _stem(unit.text) + joined if at_end else joined + _stem(unit.text)
        if len(joined) > longest:
            break
        if joined in known:
            length = count
    return length


def begins_known(word: str, form: str, glossary: Glossary) -> bool:
    """Tell whether a word may be the first of an expansion that the glossary knows for a form."""
    term = glossary.acronym(form)
    first = word[0].lower()
    return term is not None and any((meaning.expansion or "")[:1].lower() == first for meaning in term.meanings)


def repeats(expansion: str, form: str) -> bool:
    """Tell whether an expansion begins with the form itself: "ICB staff" says nothing of ICB.

    "Chromosome" does say something of "Chr": it goes on in small letters as the form does.
    """
    return expansion.startswith(form) and not expansion[len(form) - 1 : len(form) + 1].islower()


def singular(expansion: str) -> str:
    """Return an expansion with its last word in the singular: "primary care network"."""
    head, _, last = expansion.rpartition(" ")
    return f"{head} {lemma(last, 'NNS')}".strip()


def spells_out(text: str, form: str, glossary: Glossary) -> bool:
    """Tell whether a text as a whole is the words of a form, as in the next cell of an abbreviation table."""
    return words_in(text, form, glossary) is not None


def words_in(text: str, form: str, glossary: Glossary) -> str | None:
    """Return the words of a form that a short text begins with, such as the next cell of an abbreviation table.

    Other words may stand before those that fit without fault: "our Looked After Children team" for LAC.
    """
    units = units_of(text)
    if not units:
        return None
    count = known_length(units, form, glossary, at_end=False)
    if count:
        return _first_clause(text, units[count - 1].end)
    matched = None if repeats(text, form) else match_after(units, form)
    if matched is not None and matched[1] >= (_LEAST_IN_NEXT_CELL if len(form) > _SHORT else 1):
        return _first_clause(text, units[matched[0] - 1].end)
    if len(units) > _MOST_UNITS or len(form) <= _SHORT:
        return None
    inside = match_inside(units, form)
    return text[units[inside[0]].start : units[inside[1] - 1].end] if inside else None


def _first_clause(text: str, end: int) -> str:
    """Return a text up to the end of some words, if another clause follows these; else its whole first line."""
    clause_ends = _NEXT_CLAUSE.match(text, end)
    return (text[:end] if clause_ends else text.split("\n")[0]).strip(" .;")


def same_expansion(first: str, second: str) -> bool:
    """Tell whether two expansions differ only in endings, small words, hyphens or an added last word."""
    words = [[word for word in _stems(each) if word not in SMALL_WORDS] for each in (first, second)]
    shorter, longer = sorted(words, key=len)
    if not shorter or len(longer) - len(shorter) > 1:
        return False
    return all(
        one[:_COMPARED_LETTERS] == other[:_COMPARED_LETTERS] for one, other in zip(shorter, longer, strict=False)
    )


@lru_cache(maxsize=4096)
def _stems(expansion: str) -> tuple[str, ...]:
    return tuple([_stem(unit.text) for unit in units_of(expansion)])


@lru_cache(maxsize=4096)
def _joined_stems(expansion: str) -> str:
    """Return the stems of all words without spaces, so that "multi-disciplinary" is "multidisciplinary"."""
    return "".join(_stems(expansion))


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    word = word.lower().replace("\u2019", "'").removesuffix("'s")
    return "and" if word == "&" else lemma(word, "NNS")
