"""Terms that a document uses before it explains them, or without explaining them at all."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from operator import attrgetter
from typing import ClassVar, NamedTuple

from plainspeak.acronyms import same_expansion
from plainspeak.document import Block, Kind, Stretch, placed
from plainspeak.findings import BlockSpan, Finding, Related, Severity, Suggestion
from plainspeak.glossary import Mention, Term, is_explained
from plainspeak.language.inflection import is_plural_of
from plainspeak.rules._fitting import fitting
from plainspeak.rules.base import DocumentRule
from plainspeak.rules.facts import BlockFacts, DocumentFacts
from plainspeak.rules.wording import choice, lower_first, quoted, swap

__all__ = ["TermMet", "TermRule"]

_OF_TERMS = frozenset({"jargon", "special-meaning", "clinical-term"})
"""The rules of this kind. Those on wording tell of single words, whatever the rest of a text says."""
_LEAST_WORDS_TO_EXPLAIN = 4
_SEVERITY_QUOTED = Severity.INFORMATION
_OF_ONE = re.compile(r"(?:an?|one|someone|somebody)\b")
_LEAST_ALIKE = 6
"""Letters that words of one family begin with."""


@dataclass(frozen=True, slots=True)
class TermMet:
    """A term as a reader first meets it unexplained."""

    mention: Mention
    places: tuple[BlockSpan, ...]
    """Every such use, in reading order."""
    explained: BlockSpan | None
    """Where the document explains it later, if it does."""
    written: str
    quoted: bool
    """Whether it only stands in quotations: there it can't be reworded, but explained beside them."""

    @property
    def related(self) -> list[Related]:
        """Where to look beside the first use."""
        return [Related("It is explained here.", self.explained)] if self.explained else []

    @property
    def gloss(self) -> str | None:
        """A few words to add after the term; none where it is plural and they speak of one thing."""
        term = self.mention.term
        if term.gloss and _OF_ONE.match(term.gloss) and is_plural_of(self.mention.form.text, term.headword):
            return None
        return term.gloss

    def suggestions(self, block: Block) -> list[Suggestion]:
        """Return what could be written at the first use: plain words instead, or a few words after it."""
        term, at = self.mention.term, self.places[0]
        reason = term.meanings[0].text
        if self.quoted:
            return [Suggestion(reason=reason)]
        if self.mention.form.replacements:
            return [swap(block.text, at, words, reason=reason) for words in self.mention.form.replacements]
        if self.gloss and self.mention.form.text == term.headword:
            return [swap(block.text, at, f"{self.written} ({self.gloss})", reason=reason)]
        return [Suggestion(reason=reason)]


class TermRule(DocumentRule):
    """A rule about terms that the text leaves unexplained; which ones, the glossary says by the id of the rule."""

    confidence: ClassVar[float]
    confidence_of_hint: ClassVar[float]

    @abstractmethod
    def message(self, met: TermMet) -> str:
        """Return what to tell about a term."""

    def check(self, facts: DocumentFacts) -> Iterator[Finding]:
        """Yield a finding for each term met before the text explains it."""
        for uses in _terms_met(facts, self.id):
            if uses.first.told is None or uses.first.told[0] != uses:
                # The next time that all is as it is now, it is told in the same words.
                uses.first.told = uses, self._told(uses.as_met(facts), facts)
            yield uses.first.told[1]

    def _told(self, met: TermMet, facts: DocumentFacts) -> Finding:
        term = met.mention.term
        found = self.finding(
            _beside_quotation(met) if met.quoted else self.message(met),
            met.places[0],
            text=met.written,
            suggestions=met.suggestions(facts.blocks[met.places[0].block]),
            related=met.related,
            term=term.headword,
            confidence=self.confidence_of_hint if term.hint else self.confidence,
            places=met.places,
        )
        severity = Severity.HINT if term.hint else _SEVERITY_QUOTED if met.quoted else self.severity
        return replace(found, severity=min(severity, self.severity, key=attrgetter("rank")))


class _Kind(Enum):
    """What a mention of a term does for its reader."""

    EXPLAINS = auto()
    USES = auto()
    QUOTES = auto()
    NAMES = auto()


class _Spot:
    """A mention of a term that a reader from outside may not know.

    Attributes:
        told: what was last told from here on, and of which uses.
    """

    __slots__ = ("at", "is_alone", "kind", "mention", "told")

    def __init__(self, at: BlockSpan, mention: Mention, kind: _Kind, *, is_alone: bool) -> None:
        self.at = at
        self.mention = mention
        self.kind = kind
        self.is_alone = is_alone
        self.told: tuple[_UsesOfTerm, Finding] | None = None

    def moved(self, blocks: int) -> _Spot:
        return _Spot(self.at.moved(blocks), self.mention, self.kind, is_alone=self.is_alone)


class _UsesOfTerm(NamedTuple):
    """The uses of a term before the text explains it."""

    first: _Spot
    places: tuple[BlockSpan, ...]
    explained: BlockSpan | None
    quoted: bool

    def as_met(self, facts: DocumentFacts) -> TermMet:
        """Return the term as a reader meets it."""
        at, mention = self.first.at, self.first.mention
        if not self.quoted:
            mention = fitting(facts.blocks[at.block].text, facts.facts[at.block], mention)
        return TermMet(mention, self.places, self.explained, facts.text_at(at), quoted=self.quoted)


def _terms_met(facts: DocumentFacts, rule: str) -> Iterator[_UsesOfTerm]:
    """Yield the terms of one rule that the text uses unexplained, by their first use.

    Names that a term is only part of are left as they are. What only stands in quotations comes as ``quoted``.
    """
    met: dict[str, tuple[_Spot, list[BlockSpan]]] = {}
    quoted: dict[str, tuple[_Spot, list[BlockSpan]]] = {}
    explained: dict[str, BlockSpan] = {}
    for groups in placed(facts.stretches, _placed_groups, facts.is_care_paper):
        for name, spots, places in groups.get(rule, ()):
            if name in explained:
                continue
            if places:
                met.setdefault(name, (spots[0], []))[1].extend(places)
                continue
            for spot in spots:
                if spot.is_alone and _spells_out_letters(facts, spot.at.block):
                    continue
                if spot.kind is _Kind.EXPLAINS:
                    explained[name] = spot.at
                    break
                if spot.kind is not _Kind.NAMES:
                    uses = met if spot.kind is _Kind.USES else quoted
                    uses.setdefault(name, (spot, []))[1].append(spot.at)
    for name, (first, uses_of_it) in {**quoted, **met}.items():
        yield _UsesOfTerm(first, tuple(uses_of_it), explained.get(name), quoted=name not in met)


class _Group(NamedTuple):
    """What a stretch mentions of one term."""

    name: str
    spots: Sequence[_Spot]
    places: Sequence[BlockSpan]
    """Where the spots are if they are all mere uses, as most are; else nothing."""


def _placed_groups(stretch: Stretch[BlockFacts], first: int, is_care_paper: bool) -> Mapping[str, Sequence[_Group]]:
    return {
        rule: [_group(name, [spot.moved(first) for spot in spots]) for name, spots in by_name.items()]
        for rule, by_name in stretch.gather(_spots, is_care_paper).items()
    }


def _group(name: str, spots: Sequence[_Spot]) -> _Group:
    mere = all(spot.kind is _Kind.USES and not spot.is_alone for spot in spots)
    return _Group(name, spots, [spot.at for spot in spots] if mere else ())


def _spots(stretch: Stretch[BlockFacts], is_care_paper: bool) -> Mapping[str, Mapping[str, Sequence[_Spot]]]:
    """Return what a stretch mentions that a reader from outside may not know, by rule and by name."""
    spots: dict[str, dict[str, list[_Spot]]] = {}
    for index, (block, fact) in enumerate(zip(stretch.blocks, stretch.facts, strict=True)):
        for mention in fact.mentions_in(is_care_paper=is_care_paper) if block.checked else ():
            term = mention.term
            if term.rule not in _OF_TERMS or term.known_to_everyone:
                continue
            alone = _stands_alone(block, mention)
            spot = _Spot(BlockSpan(index, mention.span), mention, _kind(stretch, index, mention), is_alone=alone)
            spots.setdefault(term.rule, {}).setdefault(_family(term), []).append(spot)
    return spots


def _kind(stretch: Stretch[BlockFacts], index: int, mention: Mention) -> _Kind:
    if _is_explained(stretch, index, mention):
        return _Kind.EXPLAINS
    if mention.named:
        return _Kind.NAMES
    return _Kind.QUOTES if mention.quoted or stretch.blocks[index].kind is Kind.QUOTE else _Kind.USES


def _beside_quotation(met: TermMet) -> str:
    term, replacements = met.mention.term, met.mention.form.replacements
    meaning = lower_first(term.meanings[0].text) or (choice(replacements) if replacements else quoted(term.gloss or ""))
    return (
        f"Some readers won\u2019t know {quoted(met.written)}. "
        f"Leave the quotation as it is, and say after it what this means: {meaning.rstrip('.')}."
    )


def _family(term: Term) -> str:
    """Return the name under which a term is told once with those of its family.

    "Co-produce" is told with "co-production", and "inequalities" with "health inequalities".
    """
    word = term.headword
    return next((name for name in term.see if name[:_LEAST_ALIKE] == word[:_LEAST_ALIKE] or word in name), word)


def _is_explained(stretch: Stretch[BlockFacts], index: int, mention: Mention) -> bool:
    block = stretch.blocks[index]
    return (
        # What stands after a dash in a heading is the rest of a title.
        (block.kind is not Kind.HEADING and is_explained(block.text, mention.span))
        or _explained_in_row(stretch, index, mention)
        or _is_gloss(block.text, mention)
    )


def _is_gloss(text: str, mention: Mention) -> bool:
    """Tell whether a term only stands in brackets after plain words for it: "high blood pressure (hypertension)"."""
    before = text[: mention.span.start].rstrip()
    if not before.endswith("(") or text[mention.span.end : mention.span.end + 1] != ")":
        return False
    return before[:-1].rstrip().lower().endswith(tuple(map(str.lower, mention.term.instead)) or ("\0",))


def _explained_in_row(stretch: Stretch[BlockFacts], index: int, mention: Mention) -> bool:
    """Tell whether a term stands alone in a table cell and the next cell of its row explains it."""
    block, beside = stretch.blocks[index], index + 1
    return (
        _stands_alone(block, mention)
        and beside < len(stretch.blocks)
        and block.place.same_row(stretch.blocks[beside].place)
        and stretch.facts[beside].words >= _LEAST_WORDS_TO_EXPLAIN
    )


def _stands_alone(block: Block, mention: Mention) -> bool:
    return block.place.table is not None and len(mention.span) >= len(block.text.strip(" .:"))


def _spells_out_letters(facts: DocumentFacts, index: int) -> bool:
    """Tell whether the words of a cell stand beside their own letters, in a table of abbreviations."""
    block = facts.blocks[index]
    return any(
        block.place.same_row(facts.blocks[beside].place) and same_expansion(each.expansion, block.text)
        for beside in (index - 1, index + 1)
        for each in facts.explanations_in(beside)
    )
