"""The editorial rules of the glossary, as checks of its entries.

``glossaries/README.md`` says what they are and why. Each check takes an entry and yields what is to be put right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from plainspeak.editorial import agreement, facts, links, style
from plainspeak.editorial.desk import Desk
from plainspeak.glossary import Glossary, Source, Term

__all__ = ["Desk", "Problem", "lint", "problems"]

_CHECKS = (
    style.length,
    style.note_length,
    style.reading_level,
    style.letters,
    style.spelling,
    style.plain_wording,
    style.offered_words,
    links.see,
    links.jargon,
    links.silence,
    links.found,
    agreement.part_of_speech,
    agreement.spellings,
    agreement.safe_swaps,
)
_FACT_CHECKS = (facts.source, facts.checked, facts.date)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something about an entry that breaks an editorial rule."""

    where: str
    """``file:line`` of the entry."""
    message: str

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"


def problems(term: Term, desk: Desk) -> Iterator[str]:
    """Yield what is to be put right in one entry.

    An organisation's or a project's own entry needs no source: the words are its own.
    """
    for check in (*_CHECKS, *(_FACT_CHECKS if term.layer == "built-in" else ())):
        yield from check(term, desk)


def lint(glossary: Glossary, terms: Iterable[Term], sources: Mapping[str, Source]) -> list[Problem]:
    """Return the problems of some entries, in their order; then spellings that stand for two entries.

    Args:
        glossary: all layers together, in which links are looked up.
        terms: the entries to check.
        sources: where facts were read, by their ids.
    """
    desk = Desk(glossary, sources)
    checked = tuple(terms)
    found = [
        Problem(term.where, f"'{term.headword}': {message}") for term in checked for message in problems(term, desk)
    ]
    return found + [
        Problem(term.where, f"'{term.headword}': {message}") for term, message in links.clashes(checked, desk)
    ]
