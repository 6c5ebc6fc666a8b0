"""Terms that a document uses before it explains them, or without explaining them at all."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from plainspeak.acronyms import same_expansion
from plainspeak.document import Block, Kind
from plainspeak.findings import BlockSpan, Finding, Related, Severity, Suggestion
from plainspeak.glossary import Mention, Term, is_explained
from plainspeak.rules.base import DocumentRule
from plainspeak.rules.facts import DocumentFacts
from plainspeak.rules.wording import swap

__all__ = ["TermMet", "TermRule"]

_LEAST_WORDS_TO_EXPLAIN = 4
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

    @property
    def related(self) -> list[Related]:
        """Where to look beside the first use."""
        return [Related("It is explained here.", self.explained)] if self.explained else []

    def suggestions(self, block: Block) -> list[Suggestion]:
        """Return what could be written at the first use: plain words instead, or a few words after it."""
        term, at = self.mention.term, self.places[0]
        reason = term.meanings[0].text
        if self.mention.form.replacements:
            return [swap(block.text, at, words, reason=reason) for words in self.mention.form.replacements]
        if term.gloss and self.mention.form.text == term.headword:
            return [swap(block.text, at, f"{self.written} ({term.gloss})", reason=reason)]
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
                self.message(met),
                met.places[0],
                text=met.written,
                suggestions=met.suggestions(facts.blocks[met.places[0].block]),
                related=met.related,
                term=term.headword,
                confidence=self.confidence_of_hint if term.hint else self.confidence,
                places=met.places,
            )
            yield replace(found, severity=Severity.HINT) if term.hint else found


def _terms_met(facts: DocumentFacts, rule: str) -> Iterator[TermMet]:
    """Yield the terms of one rule that the text uses unexplained, by their first use.

    Quotations, and names that a term is only part of, are left as they are: nobody may reword these.
    """
    met: dict[str, list[tuple[BlockSpan, Mention]]] = {}
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
            elif not mention.left_alone and block.kind is not Kind.QUOTE:
                met.setdefault(name, []).append((BlockSpan(index, mention.span), mention))
    for mentions in met.values():
        at, mention = mentions[0]
        yield TermMet(
            mention, tuple(place for place, _ in mentions), explained.get(_family(mention.term)), facts.text_at(at)
        )


def _family(term: Term) -> str:
    """Return the name under which a term is told once with those it is made from: "co-produce" with "co-production"."""
    return next((name for name in term.see if name[:_LEAST_ALIKE] == term.headword[:_LEAST_ALIKE]), term.headword)


def _is_explained(facts: DocumentFacts, index: int, mention: Mention) -> bool:
    block = facts.blocks[index]
    return (
        is_explained(block.text, mention.span)
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
