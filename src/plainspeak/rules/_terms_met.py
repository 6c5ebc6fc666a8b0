"""Terms that a document uses before it explains them, or without explaining them at all."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import ClassVar

from plainspeak.acronyms import same_expansion
from plainspeak.document import Block, Kind
from plainspeak.findings import BlockSpan, Finding, Related, Severity, Suggestion
from plainspeak.glossary import Mention, Term, is_explained
from plainspeak.language.inflection import is_plural_of
from plainspeak.rules._fitting import fitting
from plainspeak.rules.base import DocumentRule
from plainspeak.rules.facts import DocumentFacts
from plainspeak.rules.wording import choice, lower_first, quoted, swap

__all__ = ["TermMet", "TermRule"]

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
        for met in _terms_met(facts, self.id):
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
            yield replace(found, severity=min(severity, self.severity, key=attrgetter("rank")))


def _terms_met(facts: DocumentFacts, rule: str) -> Iterator[TermMet]:
    """Yield the terms of one rule that the text uses unexplained, by their first use.

    Names that a term is only part of are left as they are. What only stands in quotations comes as ``quoted``.
    """
    met: dict[str, list[tuple[BlockSpan, Mention]]] = {}
    quoted: dict[str, list[tuple[BlockSpan, Mention]]] = {}
    explained: dict[str, BlockSpan] = {}
    for index, (block, fact) in enumerate(zip(facts.blocks, facts.facts, strict=True)):
        if not block.checked:
            continue
        for mention in fact.mentions:
            term = mention.term
            name = _family(term)
            if term.rule != rule or term.known_to_everyone or name in explained:
                continue
            if _spells_out_letters(facts, index, mention):
                continue
            if _is_explained(facts, index, mention):
                explained[name] = BlockSpan(index, mention.span)
            elif not mention.named:
                uses = quoted if mention.quoted or block.kind is Kind.QUOTE else met
                uses.setdefault(name, []).append((BlockSpan(index, mention.span), mention))
    for name, mentions in {**quoted, **met}.items():
        at, mention = mentions[0]
        places = tuple(place for place, _ in mentions)
        if name in met:
            mention = fitting(facts.blocks[at.block].text, facts.facts[at.block], mention)
        yield TermMet(mention, places, explained.get(name), facts.text_at(at), quoted=name not in met)


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


def _is_explained(facts: DocumentFacts, index: int, mention: Mention) -> bool:
    block = facts.blocks[index]
    return (
        # What stands after a dash in a heading is the rest of a title.
        (block.kind is not Kind.HEADING and is_explained(block.text, mention.span))
        or _explained_in_row(facts, index, mention)
        or _is_gloss(block.text, mention)
    )


def _is_gloss(text: str, mention: Mention) -> bool:
    """Tell whether a term only stands in brackets after plain words for it: "high blood pressure (hypertension)"."""
    before = text[: mention.span.start].rstrip()
    if not before.endswith("(") or text[mention.span.end : mention.span.end + 1] != ")":
        return False
    return before[:-1].rstrip().lower().endswith(tuple(map(str.lower, mention.term.instead)) or ("\0",))


def _explained_in_row(facts: DocumentFacts, index: int, mention: Mention) -> bool:
    """Tell whether a term stands alone in a table cell and the next cell of its row explains it."""
    block, beside = facts.blocks[index], index + 1
    return (
        _stands_alone(block, mention)
        and beside < len(facts.blocks)
        and block.place.same_row(facts.blocks[beside].place)
        and facts.facts[beside].words >= _LEAST_WORDS_TO_EXPLAIN
    )


def _stands_alone(block: Block, mention: Mention) -> bool:
    return block.place.table is not None and len(mention.span) >= len(block.text.strip(" .:"))


def _spells_out_letters(facts: DocumentFacts, index: int, mention: Mention) -> bool:
    """Tell whether a term stands alone beside its own letters, in a table of abbreviations."""
    block = facts.blocks[index]
    return _stands_alone(block, mention) and any(
        block.place.same_row(facts.blocks[each.at.block].place) and same_expansion(each.expansion, block.text)
        for entry in facts.ledger
        for each in entry.explanations
        if abs(each.at.block - index) == 1
    )
