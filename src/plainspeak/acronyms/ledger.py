"""The ledger of a whole document: every short form, where it is used, and where the text explains it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, NamedTuple

from plainspeak.acronyms.codes import codes_in
from plainspeak.acronyms.expansions import same_expansion
from plainspeak.acronyms.explanations import Explanation, explanations_of, is_footnote
from plainspeak.acronyms.facts import AcronymFacts
from plainspeak.acronyms.forms import ShortForm
from plainspeak.acronyms.people import initials_in_tables, initials_of_people
from plainspeak.acronyms.phrases import find_words
from plainspeak.document import Block, Kind, Span, Stretch, gathered, placed
from plainspeak.findings import BlockSpan
from plainspeak.glossary import Glossary, Term
from plainspeak.language import is_ordinary_word

__all__ = ["LedgerEntry", "Status", "build_ledger"]

Status = Literal["undefined", "defined", "late", "conflicting", "everyday"]
_Use = tuple[BlockSpan, bool]
"""A place, and whether the form is in the plural there."""

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


def build_ledger(stretches: Sequence[Stretch[AcronymFacts]], glossary: Glossary) -> tuple[LedgerEntry, ...]:
    """Return the entries of a document, in the order of first use.

    Args:
        stretches: of the document, in reading order, with what each block says about short forms.
        glossary: says which forms everyone knows, and what the others can mean.
    """
    blocks = [block for stretch in stretches for block in stretch.blocks]
    explanations = explanations_of(stretches, glossary)
    explained = _kept(frozenset(explanations))
    shares = {form: min(each.share_of_name for each in every) for form, every in explanations.items()}
    passed_over = _kept(
        frozenset(
            initials_of_people(shares)
            | (initials_in_tables(stretches, glossary) - explained)
            | codes_in(stretches, explained, glossary)
        )
    )
    never_small = _kept(_never_small(stretches))
    found = list(placed(stretches, _placed_uses, explained, passed_over, never_small, glossary))
    uses: dict[str, list[_Use]] = {}
    # Readers meet what is printed on every page after the body.
    for part in [*(each.body for each in found), *(each.on_every_page for each in found)]:
        for letters, places in part.items():
            uses.setdefault(letters, []).extend(places)
    unexplained = [letters for letters in uses if letters not in explanations]
    words_at = find_words(unexplained, stretches, glossary)
    return tuple(
        _entry(letters, places, explanations.get(letters, ()), words_at.get(letters), blocks, glossary.acronym(letters))
        for letters, places in uses.items()
    )


@lru_cache(maxsize=16)
def _kept(forms: frozenset[str]) -> frozenset[str]:
    """Return the same set for equal ones: two that are one are quickly compared."""
    return forms


def _never_small(stretches: Sequence[Stretch[AcronymFacts]]) -> frozenset[str]:
    """Return the ordinary words that a document has in capitals twice or more and never in small letters: RAM.

    Headings and tables don't count: "THEME 1" and "RED" are only loud.
    """
    counts: Counter[str] = Counter()
    for _, loud in gathered(stretches, _loud_words):
        counts.update(loud)
    often = {form for form, count in counts.items() if count >= _FEWEST_IN_CAPITALS}
    if not often:
        return frozenset()
    small = _kept(frozenset(small for form in often for small in (form.lower(), form.capitalize())))
    met = {word.upper() for _, words in gathered(stretches, _words_among, small) for word in words}
    return frozenset(often - met)


def _loud_words(stretch: Stretch[AcronymFacts]) -> list[str]:
    return [
        form.form
        for fact, block in zip(stretch.facts, stretch.blocks, strict=True)
        if block.checked and block.kind.running_text
        for form in fact.forms
        if form.word
    ]


def _words_among(stretch: Stretch[AcronymFacts], words: frozenset[str]) -> set[str]:
    return {word for fact in stretch.facts for word in words.intersection(fact.initials.words)}


class _Uses(NamedTuple):
    """The uses of each form in a stretch."""

    body: Mapping[str, list[_Use]]
    on_every_page: Mapping[str, list[_Use]]


def _placed_uses(
    stretch: Stretch[AcronymFacts],
    first: int,
    explained: frozenset[str],
    passed_over: frozenset[str],
    never_small: frozenset[str],
    glossary: Glossary,
) -> _Uses:
    """Return the uses of a stretch as they stand in the document."""
    found = stretch.gather(_uses_in, explained, passed_over, never_small, glossary)
    if not first:
        return found
    return _Uses(
        *(
            {letters: [(at.moved(first), plural) for at, plural in places] for letters, places in part.items()}
            for part in found
        )
    )


def _uses_in(
    stretch: Stretch[AcronymFacts],
    explained: frozenset[str],
    passed_over: frozenset[str],
    never_small: frozenset[str],
    glossary: Glossary,
) -> _Uses:
    phrases = _phrases(explained)
    body: dict[str, list[_Use]] = {}
    on_every_page: dict[str, list[_Use]] = {}
    for index, (fact, block) in enumerate(zip(stretch.facts, stretch.blocks, strict=True)):
        if not (block.checked or block.kind.on_every_page):
            continue
        uses = on_every_page if block.kind.on_every_page else body
        last: BlockSpan | None = None
        for form in fact.forms:
            if last is not None and form.span.start < last.span.end:
                continue
            whole = _whole(index, form, stretch.blocks, explained, phrases, glossary)
            if whole is not None:
                last = whole
                letters = whole.text_in(stretch.blocks)
                if letters in explained or not passed_over.issuperset(letters.split("-")):
                    uses.setdefault(letters, []).append((whole, False))
            elif form.form not in passed_over and (form.sure or form.form in explained or form.form in never_small):
                uses.setdefault(form.form, []).append((BlockSpan(index, form.span), form.plural))
    return _Uses(body, on_every_page)


@lru_cache(maxsize=16)
def _phrases(explained: frozenset[str]) -> tuple[str, ...]:
    """Return what a document explains that has several words, the longest first."""
    phrases = sorted((form for form in explained if " " in form), key=lambda form: (-len(form), form))
    return tuple(phrases[:_MOST_PHRASES])


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


def _entry(
    letters: str,
    places: Sequence[tuple[BlockSpan, bool]],
    explanations: Sequence[Explanation],
    words_at: BlockSpan | None,
    blocks: Sequence[Block],
    term: Term | None,
) -> LedgerEntry:
    uses = tuple([place for place, _ in places])
    if words_at is not None and _is_whole_note(words_at, blocks):
        words = words_at.text_in(blocks)
        explanations, words_at = [Explanation(words, words_at, written=words)], None
    if len(explanations) > 1:
        order = {place: position for position, place in enumerate(uses)}
        explanations = sorted(explanations, key=lambda each: order.get(each.at, len(order)))
    explanations = tuple(explanations)
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
