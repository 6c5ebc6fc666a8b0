"""The ledger of a whole document: every short form, where it is used, and where the text explains it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from plainspeak.acronyms.codes import codes_in
from plainspeak.acronyms.expansions import same_expansion
from plainspeak.acronyms.explanations import Explanation, explanations_of, is_footnote
from plainspeak.acronyms.facts import AcronymFacts
from plainspeak.acronyms.forms import ShortForm
from plainspeak.acronyms.people import initials_in_tables, initials_of_people
from plainspeak.acronyms.phrases import find_words
from plainspeak.document import Block, Kind, Span
from plainspeak.findings import BlockSpan
from plainspeak.glossary import Glossary, Term
from plainspeak.language import is_ordinary_word

__all__ = ["LedgerEntry", "Status", "build_ledger"]

Status = Literal["undefined", "defined", "late", "conflicting", "everyday"]

_MOST_PHRASES = 100
_FEWEST_IN_CAPITALS = 2
_PART = r"(?!0\d|[A-Z]\d\d)[a-z]{0,3}(?:[A-Z0-9]{1,5}|[A-Z][a-z]?[A-Z]{1,2})"
_COMPOUND = re.compile(rf"{_PART}(?:-{_PART}){{1,2}}")


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One short form of a document."""

    form: str
    status: Status
    uses: tuple[BlockSpan, ...]
    """Every use, in reading order; the one inside an explanation is a use too."""
    plural_first: bool
    explanations: tuple[Explanation, ...] = ()
    term: Term | None = field(default=None, compare=False)
    words_at: BlockSpan | None = None
    """Where the full words stand by themselves, if the text has them but never beside the letters."""

    @property
    def ambiguous(self) -> bool:
        """Whether the text gives no meaning, and the glossary several."""
        return not self.explanations and self.term is not None and len(self.term.meanings) > 1

    @property
    def expansion(self) -> str | None:
        """The words as the text gives them, else the glossary's only meaning, else ``None``."""
        if self.explanations:
            return self.explanations[0].expansion
        if self.term is not None and len(self.term.meanings) == 1:
            return self.term.meanings[0].expansion
        return None


def build_ledger(facts: Sequence[AcronymFacts], blocks: Sequence[Block], glossary: Glossary) -> tuple[LedgerEntry, ...]:
    """Return the entries of a document, in the order of first use.

    Args:
        facts: of each block, in reading order.
        blocks: the same blocks.
        glossary: says which forms everyone knows, and what the others can mean.
    """
    explanations = explanations_of(facts, blocks, glossary)
    phrases = sorted((form for form in explanations if " " in form), key=len, reverse=True)[:_MOST_PHRASES]
    never_small = _never_small(facts, blocks)
    words = {form: [each.written for each in every] for form, every in explanations.items()}
    passed_over = (
        initials_of_people(words, glossary)
        | (initials_in_tables(facts, blocks, glossary) - explanations.keys())
        | codes_in(facts, explanations, glossary)
    )
    uses: dict[str, list[tuple[BlockSpan, bool]]] = {}
    last: BlockSpan | None = None
    for index, form in _in_reading_order(facts, blocks):
        if last is not None and last.block == index and form.span.start < last.span.end:
            continue
        whole = _whole(index, form, blocks, explanations, phrases, glossary)
        if whole is not None:
            last = whole
            letters = whole.text_in(blocks)
            if letters in explanations or not passed_over.issuperset(letters.split("-")):
                uses.setdefault(letters, []).append((whole, False))
        elif form.form not in passed_over and (form.sure or form.form in explanations or form.form in never_small):
            uses.setdefault(form.form, []).append((BlockSpan(index, form.span), form.plural))
    unexplained = [letters for letters in uses if letters not in explanations]
    words_at = find_words(unexplained, [fact.initials for fact in facts], blocks, glossary)
    return tuple(
        _entry(letters, places, explanations.get(letters, ()), words_at.get(letters), blocks, glossary.acronym(letters))
        for letters, places in uses.items()
    )


def _never_small(facts: Sequence[AcronymFacts], blocks: Sequence[Block]) -> frozenset[str]:
    """Return the ordinary words that a document has in capitals twice or more and never in small letters: RAM.

    Headings and tables don't count: "THEME 1" and "RED" are only loud.
    """
    counts = Counter(
        form.form
        for fact, block in zip(facts, blocks, strict=True)
        if block.checked and block.kind.running_text
        for form in fact.forms
        if form.word
    )
    often = {form for form, count in counts.items() if count >= _FEWEST_IN_CAPITALS}
    if not often:
        return frozenset()
    small = {small for form in often for small in (form.lower(), form.capitalize())}
    met = {word.upper() for fact in facts for word in small.intersection(fact.initials.words)}
    return frozenset(often - met)


def _whole(
    block: int,
    form: ShortForm,
    blocks: Sequence[Block],
    explained: Container[str],
    phrases: Iterable[str],
    glossary: Glossary,
) -> BlockSpan | None:
    """Return the place of longer letters that a form is part of: EQ-5D, or what the document explains as one."""
    if form.joined is not None:
        whole = BlockSpan(block, form.joined)
        letters = whole.text_in(blocks)
        if letters in explained or (form.sure and _is_compound(letters, explained, glossary)):
            return whole
    text, start = blocks[block].text, form.span.start
    phrase = next((each for each in phrases if text.startswith(each, start)), None)
    return BlockSpan(block, Span(start, start + len(phrase))) if phrase else None


def _is_compound(letters: str, explained: Container[str], glossary: Glossary) -> bool:
    """Tell whether letters with hyphens are one short form, since one of their parts says nothing by itself.

    "EQ-5D" and "CD-ROM" are one; an "ICB-QZE", where the paper explains "QZE", is two.
    """
    parts = [part for part in letters.split("-") if len(part) > 1]
    return (
        bool(_COMPOUND.fullmatch(letters))
        and not any(map(is_ordinary_word, parts))
        and any(part not in explained and glossary.acronym(part) is None for part in parts)
    )


def _in_reading_order(facts: Sequence[AcronymFacts], blocks: Sequence[Block]) -> Iterator[tuple[int, ShortForm]]:
    """Yield the forms as readers meet them: what is printed on every page comes after the body."""
    late = [index for index, block in enumerate(blocks) if block.kind.on_every_page]
    passed_over = set(late) | {index for index, block in enumerate(blocks) if not block.checked}
    for index in [*(index for index in range(len(blocks)) if index not in passed_over), *late]:
        for form in facts[index].forms:
            yield index, form


def _entry(
    letters: str,
    places: Sequence[tuple[BlockSpan, bool]],
    explanations: Sequence[Explanation],
    words_at: BlockSpan | None,
    blocks: Sequence[Block],
    term: Term | None,
) -> LedgerEntry:
    uses = tuple(place for place, _ in places)
    if words_at is not None and _is_whole_note(words_at, blocks):
        words = words_at.text_in(blocks)
        explanations, words_at = [Explanation(words, words_at, written=words)], None
    order = {place: position for position, place in enumerate(uses)}
    explanations = tuple(sorted(explanations, key=lambda each: order.get(each.at, len(order))))
    status = _status(explanations, uses[0], blocks, term)
    return LedgerEntry(letters, status, uses, places[0][1], explanations, term, words_at)


def _is_whole_note(words: BlockSpan, blocks: Sequence[Block]) -> bool:
    """Tell whether a footnote says no more than some words: an explanation that needs no letters."""
    note = blocks[words.block]
    return note.kind is Kind.NOTE and words.text_in(blocks) == note.text.strip(" .")


def _status(
    explanations: Sequence[Explanation], first: BlockSpan, blocks: Sequence[Block], term: Term | None
) -> Status:
    if any(not same_expansion(explanations[0].expansion, other.expansion) for other in explanations[1:]):
        return "conflicting"
    if term is not None and term.known_to_everyone:
        return "everyday"
    if not explanations:
        return "undefined"
    if explanations[0].at == first or blocks[explanations[0].at.block].place.same_row(blocks[first.block].place):
        return "defined"
    if any(is_footnote(each, first.block, blocks) for each in explanations):
        return "defined"
    return "late"
