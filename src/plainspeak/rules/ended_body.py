"""The rule ``ended-body``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from plainspeak.acronyms import same_expansion
from plainspeak.document import Kind
from plainspeak.findings import BlockSpan, Finding, Severity, Suggestion
from plainspeak.glossary import Meaning, Term
from plainspeak.language.inflection import inflect
from plainspeak.rules.base import DocumentRule
from plainspeak.rules.facts import DocumentFacts
from plainspeak.rules.wording import quoted, spoken_date, swap

__all__ = ["EndedBody"]

_LOOKING_BACK = re.compile(
    r"""\b(?:former(?:ly)?|previous(?:ly)?|then|old|earlier|historic(?:al)?(?:ly)?|legacy|predecessors?|until|ended?
      |abolished|replaced|closed|dissolved|disbanded|merged|renamed|ceased|became|becomes?|succeeded|superseded
      |took\ over|taken\ over|now|no\ longer|used\ to|at\ the\ time|in\ those\ days|existed|since\ been)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


class EndedBody(DocumentRule):
    """Note an organisation, scheme or law that has ended or has another name now.

    Why it matters: people may look for it, or write to it, and find nobody there.
    What to do instead: name what has taken its place. Where the text looks back, say so: “the former”, or the year. The
    rule then leaves it alone.

    Examples:
        Ask your clinical commissioning group.
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ended-body

        The former clinical commissioning group had agreed this in 2019.
    """

    id = "ended-body"
    severity: ClassVar[Severity] = Severity.INFORMATION

    def check(self, facts: DocumentFacts) -> Iterator[Finding]:
        """Yield a finding for each such name, unless the text speaks of it as past where it is first met."""
        met: dict[str, tuple[Term, Meaning, list[BlockSpan]]] = {}
        for term, meaning, at in sorted(_words(facts), key=lambda each: each[2]):
            met.setdefault(meaning.expansion or term.headword, (term, meaning, []))[2].append(at)
        for term, meaning, places in met.values():
            at = places[0]
            if not _looks_back(facts, at, meaning):
                written = facts.text_at(at)
                yield self.finding(
                    _message(written, meaning),
                    at,
                    text=written,
                    suggestions=_suggestions(facts, at, term, meaning),
                    term=term.headword,
                    confidence=0.8,
                    places=places,
                )


def _words(facts: DocumentFacts) -> Iterator[tuple[Term, Meaning, BlockSpan]]:
    """Yield the uses of what has ended, in words and in letters. The rule on undefined letters says it of those."""
    for index, (block, fact) in enumerate(zip(facts.blocks, facts.facts, strict=True)):
        for mention in fact.mentions:
            meaning = next(iter(mention.term.meanings), None)
            if block.checked and block.kind is not Kind.QUOTE and meaning and meaning.ended and not mention.left_alone:
                yield mention.term, meaning, BlockSpan(index, mention.span)
    for entry in facts.ledger:
        if entry.status == "undefined":
            continue
        meanings = entry.term.meanings if entry.term else ()
        if entry.explanations:
            meanings = tuple(
                each for each in meanings if same_expansion(each.expansion or "", entry.explanations[0].expansion)
            )
        if entry.term and len(meanings) == 1 and meanings[0].ended:
            for at in entry.uses:
                yield entry.term, meanings[0], at


def _looks_back(facts: DocumentFacts, at: BlockSpan, meaning: Meaning) -> bool:
    """Tell whether the sentence at a place speaks of the past: by its words, its year, or what came after."""
    sentences = facts.facts[at.block].sentences
    text = facts.blocks[at.block].text
    span = next((each.span for each in sentences if each.span.start <= at.span.start < each.span.end), None)
    said = text[span.start : span.end] if span else text
    around = f"{text[span.start : at.span.start]} {text[at.span.end : span.end]}" if span else said
    return bool(_LOOKING_BACK.search(around)) or any(
        int(year) <= int((meaning.date or "0")[:4]) for year in _YEAR.findall(said)
    )


def _message(written: str, meaning: Meaning) -> str:
    when = spoken_date(meaning.date or "")
    if meaning.status == "renamed":
        return f"{quoted(written)} has had another name since {when}: write {quoted(meaning.replaced_by or '')}."
    said = f"{quoted(written)} ended in {when}"
    if meaning.replaced_by:
        return f"{said}: name what took its place ({meaning.replaced_by}), or say that this is about the past."
    return f"{said}: take it out, or say that this is about the past."


def _suggestions(facts: DocumentFacts, at: BlockSpan, term: Term, meaning: Meaning) -> list[Suggestion]:
    if not meaning.replaced_by:
        return []
    text, words = facts.blocks[at.block].text, meaning.replaced_by
    written = text[at.span.start : at.span.end].casefold()
    if term.entry == "term" and written == inflect(term.headword, "NNS").casefold() != term.headword.casefold():
        words = inflect(words, "NNS")
    return [swap(text, at, words, reason=meaning.text)]
