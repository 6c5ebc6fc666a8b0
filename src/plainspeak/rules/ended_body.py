"""The rule ``ended-body``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import attrgetter
from typing import ClassVar, NamedTuple

from plainspeak.acronyms import same_expansion
from plainspeak.document import Kind, Span, Stretch, gathered
from plainspeak.findings import BlockSpan, Edit, Finding, Severity, Suggestion
from plainspeak.glossary import Meaning, Term
from plainspeak.language.inflection import inflect, is_plural_of
from plainspeak.rules.base import DocumentRule
from plainspeak.rules.facts import BlockFacts, DocumentFacts
from plainspeak.rules.wording import quoted, spoken_date, swap

__all__ = ["EndedBody"]

_LOOKING_BACK = re.compile(
    r"""\b(?:former(?:ly)?|previous(?:ly)?|then|old|earlier|historic(?:al)?(?:ly)?|legacy|predecessors?|until|ended?
      |abolished|replaced|closed|dissolved|disbanded|merged|renamed|ceased|became|becomes?|succeeded|superseded
      |took\ over|taken\ over|now|no\ longer|used\ to|at\ the\ time|in\ those\ days|existed|since\ been)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_DONE_BY = re.compile(
    r"(?<!\bbe )\b(?:\w+ed|written|made|given|led|run|held|set up|drawn up) by (?:the )?(?:[A-Z]\w+ )*$"
)
_DID = re.compile(r" (?:(?:also|first|later|then) )?(?:was|were|had|did|\w{2,}ed|wrote|made|gave|led|ran|held|found) ")
_NEAR = 40
"""Characters before a name in which "led by the" stands."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SEVERAL = re.compile(r" and (?:later|Office) ")
_THE = re.compile(r"\bthe\s+$", re.IGNORECASE)
_NAME = re.compile(r"\w [A-Z]\w+ $")
"""A place name is part of the name: "the Devon health board"."""
_TAKES_THE = re.compile(
    r"\b(?:Act|Agency|Authority|Board|Body|Commission|Committee|Council|Department|Framework|Fund|Ministry|Network"
    r"|Office|Ombudsman|Plan|Service|System)\b"
)


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
        met: dict[str, list[_Use]] = {}
        for use in sorted(_uses(facts), key=attrgetter("at.block", "at.span.start")):
            met.setdefault(use.meaning.expansion or use.term.headword, []).append(use)
        for uses in met.values():
            # What is said outside quotations can be mended, so that is told.
            uses = [use for use in uses if not use.quoted] or uses
            use = uses[0]
            if not _looks_back(facts, use.at, use.meaning):
                written = facts.text_at(use.at)
                yield self.finding(
                    _message(written, use),
                    use.at,
                    text=written,
                    suggestions=[] if use.quoted else _suggestions(facts, use),
                    term=use.term.headword,
                    confidence=0.8,
                    places=[each.at for each in uses],
                )


class _Use(NamedTuple):
    """One place where the text names what has ended."""

    term: Term
    meaning: Meaning
    at: BlockSpan
    quoted: bool = False


def _uses(facts: DocumentFacts) -> Iterator[_Use]:
    """Yield the uses of what has ended, in words and in letters. The rule on undefined letters says it of those."""
    for first, uses in gathered(facts.stretches, _uses_in_words, facts.is_care_paper):
        yield from (use._replace(at=use.at.moved(first)) for use in uses)
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
                yield _Use(entry.term, meanings[0], at)


def _uses_in_words(stretch: Stretch[BlockFacts], is_care_paper: bool) -> list[_Use]:
    uses = []
    for index, (block, fact) in enumerate(zip(stretch.blocks, stretch.facts, strict=True)):
        for mention in fact.mentions_in(is_care_paper=is_care_paper) if block.checked else ():
            meaning = next(iter(mention.term.meanings), None)
            if meaning and meaning.ended and not mention.named:
                quoted = mention.quoted or block.kind is Kind.QUOTE
                uses.append(_Use(mention.term, meaning, BlockSpan(index, mention.span), quoted))
    return uses


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


def _message(written: str, use: _Use) -> str:
    meaning = use.meaning
    when = spoken_date(meaning.date or "")
    if use.quoted:
        now = f", and what took its place ({meaning.replaced_by})" if meaning.replaced_by else ""
        return f"{quoted(written)} ended in {when}. Leave the quotation as it is, and say so after it{now}."
    if meaning.status == "renamed":
        return f"{quoted(written)} has had another name since {when}: write {quoted(meaning.replaced_by or '')}."
    said = f"{quoted(written)} ended in {when}"
    if meaning.replaced_by:
        return f"{said}: name what took its place ({meaning.replaced_by}), or say that this is about the past."
    return f"{said}: take it out, or say that this is about the past."


def _suggestions(facts: DocumentFacts, use: _Use) -> list[Suggestion]:
    """Return what took its place, unless the text names it too or it is a story of its own ("this, and later that")."""
    term, meaning, at = use.term, use.meaning, use.at
    words = meaning.replaced_by
    text, start, end = facts.blocks[at.block].text, at.span.start, at.span.end
    if not words or _SEVERAL.search(words) or words in text:
        return []
    near = max(0, start - _NEAR)
    if _DONE_BY.search(text, near, start) or _DID.match(text, end):
        # Another body didn't do what this one did.
        return []
    if term.entry == "term" and is_plural_of(text[start:end], term.headword):
        words = inflect(words, "NNS")
    if words[0].isupper():
        if _NAME.search(text, near, start):
            return []
        the = _THE.search(text, near, start)
        if the and not _TAKES_THE.search(words):
            # "Ask the health board" becomes "Ask NHS England".
            return [Suggestion(words, (Edit(BlockSpan(at.block, Span(the.start(), end)), words),), reason=meaning.text)]
    return [swap(text, at, words, reason=meaning.text)]
