"""The page "Words used in this paper": what a reader from outside meets in some papers, and what it means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from plainspeak.acronyms import LedgerEntry, same_expansion
from plainspeak.exports.explanations import choice, credit, explanation
from plainspeak.exports.page import Entry, Page, Section, sort_key
from plainspeak.findings import BlockSpan
from plainspeak.glossary import Glossary, Meaning, Term
from plainspeak.report import Report

__all__ = ["Order", "WordsUsed", "words_used"]

Order = Literal["alphabetical", "reading"]


@dataclass(frozen=True, slots=True)
class WordsUsed:
    """The page, and what a member of staff still has to see to before it goes out."""

    page: Page
    unexplained: tuple[str, ...]
    """Letters that neither the papers nor the glossary explain. They aren't on the page."""
    undecided: tuple[str, ...]
    """Letters with several possible meanings, of which the papers don't say which they mean."""


@dataclass(slots=True, eq=False)
class _Use:
    """Letters or words of the papers, as more and more is known of them."""

    name: str
    term: Term | None = None
    letters: bool = False
    expansions: list[str] = field(default_factory=list)
    """What the papers say that the letters stand for: each meaning once."""
    words: Term | None = None
    """The entry of the words that the letters stand for, where the papers use these too."""

    def learn_from(self, entry: LedgerEntry) -> None:
        """Add what a paper says that the letters stand for."""
        for each in entry.explanations:
            if not any(same_expansion(each.expansion, known) for known in self.expansions):
                self.expansions.append(each.expansion)


def words_used(reports: Sequence[Report], glossary: Glossary, *, order: Order = "alphabetical") -> WordsUsed:
    """Return the page for some papers.

    What a paper itself spells out comes first; where it doesn't, the glossary is asked. Letters with several meanings
    get all of them, since nobody but the writer knows which one is meant.

    Args:
        reports: of each paper, in the order of the papers.
        glossary: the one that the papers were checked with.
        order: from A to Z, or as a reader meets the words.
    """
    uses = list(_merged(_uses(reports), glossary))
    found = [(use, entry) for use in uses if (entry := _entry(use, several=len(reports) > 1))]
    if order == "alphabetical":
        found.sort(key=lambda each: sort_key(each[0].name))
    explained = [use for use, _ in found]
    # What only the paper explains is nobody's but its own.
    terms = [term for use, entry in found if entry.lines for term in (use.term, use.words) if term]
    return WordsUsed(
        _page([entry for _, entry in found], credit(terms), papers=len(reports)),
        tuple(use.name for use in uses if use not in explained),
        tuple(use.name for use, entry in found if entry.choices),
    )


def _page(entries: Sequence[Entry], credit: str, *, papers: int) -> Page:
    these = "this paper" if papers == 1 else "these papers"
    introduction = (
        f"This list says what the short forms and special words in {these} mean."
        if entries
        else f"No short form or special word of {these} is explained here."
    )
    return Page(f"Words used in {these}", (introduction,), (Section("", tuple(entries)),), credit)


def _uses(reports: Iterable[Report]) -> list[_Use]:
    """Return the letters and words of the papers, each once, by their first use."""
    uses: dict[tuple[bool, str], _Use] = {}
    for report in reports:
        met: list[tuple[BlockSpan, LedgerEntry | Term]] = []
        met += [(entry.uses[0], entry) for entry in report.acronyms if entry.status != "everyday"]
        met += [(used.uses[0], used.term) for used in report.terms if not used.term.known_to_everyone]
        for _, each in sorted(met, key=lambda at: (at[0].block, at[0].span.start)):
            if isinstance(each, Term):
                uses.setdefault((False, each.headword), _Use(each.headword, each))
            else:
                uses.setdefault((True, each.form), _Use(each.form, each.term, letters=True)).learn_from(each)
    return list(uses.values())


def _merged(uses: Sequence[_Use], glossary: Glossary) -> Iterator[_Use]:
    """Yield the uses, with words that have letters beside them as one: "ICB" and "integrated care board"."""
    by_words = {use.name: use for use in uses if not use.letters}
    together: dict[str, _Use] = {}
    for use in uses:
        words = _only_expansion(use) if use.letters else None
        term = glossary.lookup(words) if words else None
        if term is not None and term.headword in by_words and term.headword not in together:
            use.words = term
            together[term.headword] = use
    # Where the words come before the letters, the entry stands where the words do.
    yield from dict.fromkeys(use if use.letters else together.get(use.name, use) for use in uses)


def _only_expansion(use: _Use) -> str | None:
    if use.expansions:
        return use.expansions[0] if len(use.expansions) == 1 else None
    if use.term is not None and len(use.term.meanings) == 1:
        return use.term.meanings[0].expansion
    return None


def _entry(use: _Use, *, several: bool) -> Entry | None:
    """Return the row for a use; ``None`` if nothing explains it."""
    meanings = use.term.meanings if use.term else ()
    if use.term and not use.letters:
        lines = explanation(use.term, meanings[0])
        return Entry(use.name, lines) if lines else None
    if len(use.expansions) > 1:
        choices = tuple(choice(_meaning_of(words, meanings)) for words in use.expansions)
        return Entry(use.name, ("Here it stands for several things:",), choices=choices)
    words = _only_expansion(use)
    if words:
        meaning = _meaning_of(words, meanings)
        lines = explanation(use.term, meaning) if use.term else ()
        if use.words and not lines:
            lines = explanation(use.words, use.words.meanings[0])
        return Entry(use.name, lines, stands_for=words)
    if not meanings:
        return None
    these = "these papers don\u2019t" if several else "this paper doesn\u2019t"
    lines = (f"It can mean several things, and {these} say which:",)
    return Entry(use.name, lines, choices=tuple(map(choice, meanings)))


def _meaning_of(words: str, known: Iterable[Meaning]) -> Meaning:
    """Return what the glossary knows of the words that a paper gives for letters, in the words of the paper."""
    meaning = next((each for each in known if same_expansion(words, each.expansion or "")), Meaning())
    return meaning._replace(expansion=words, setting=())
