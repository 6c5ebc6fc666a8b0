"""The rule ``jargon``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from plainspeak.acronyms import same_expansion
from plainspeak.document import Block
from plainspeak.findings import BlockSpan, Finding, Related, Severity, Suggestion
from plainspeak.glossary import Mention, is_explained
from plainspeak.rules.base import DocumentRule
from plainspeak.rules.facts import DocumentFacts
from plainspeak.rules.wording import choice, lower_first, quoted, swap

__all__ = ["Jargon"]

_LEAST_WORDS_TO_EXPLAIN = 4


class Jargon(DocumentRule):
    """Flag a term of the trade that the text doesn't explain.

    Why it matters: a term that staff use every day can shut everybody else out of the talk.
    What to do instead: write the plain words, or say what the term means the first time it comes.

    Examples:
        We will work with stakeholders in May.
                          ^^^^^^^^^^^^ jargon

        Co-production is a way of working in which staff and the public share power. Co-production takes time.

        Our commissioning plan is late.
            ^^^^^^^^^^^^^ jargon
    """

    id = "jargon"
    severity: ClassVar[Severity] = Severity.WARNING

    def check(self, facts: DocumentFacts) -> Iterator[Finding]:
        """Yield a finding for each term met before the text explains it."""
        met: dict[str, list[tuple[BlockSpan, Mention]]] = {}
        explained: dict[str, BlockSpan] = {}
        for index, (block, fact) in enumerate(zip(facts.blocks, facts.facts, strict=True)):
            if not block.checked:
                continue
            for mention in fact.mentions:
                term = mention.term
                if term.entry != "term" or term.known_to_everyone or term.headword in explained:
                    continue
                if _spells_out_letters(facts, index, mention):
                    continue
                if is_explained(block.text, mention.span) or _explained_in_row(facts, index, mention):
                    explained[term.headword] = BlockSpan(index, mention.span)
                else:
                    met.setdefault(term.headword, []).append((BlockSpan(index, mention.span), mention))
        for mentions in met.values():
            at, mention = mentions[0]
            block = facts.blocks[at.block]
            later = explained.get(mention.term.headword)
            yield self.finding(
                _message(mention, facts.text_at(at), later=later is not None),
                at,
                text=facts.text_at(at),
                suggestions=_suggestions(mention, at, block),
                related=[Related("It is explained here.", later)] if later else [],
                term=mention.term.headword,
                confidence=0.9,
                places=[place for place, _ in mentions],
            )


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


def _message(mention: Mention, written: str, *, later: bool) -> str:
    if later:
        return f"{quoted(written)} is used before it is explained: say what it means here instead of later."
    term = mention.term
    if mention.form.replacements:
        advice = f"write {choice(mention.form.replacements)}, or say what it means"
    elif term.gloss:
        advice = f"add a few words, such as {quoted(term.gloss)}"
    else:
        advice = f"say what it means: {lower_first(term.meanings[0].text)}"
    return f"Some readers won’t know {quoted(written)}: {advice.rstrip('.')}."


def _suggestions(mention: Mention, at: BlockSpan, block: Block) -> list[Suggestion]:
    term = mention.term
    reason = term.meanings[0].text
    if mention.form.replacements:
        return [swap(block.text, at, words, reason=reason) for words in mention.form.replacements]
    if term.gloss and mention.form.text == term.headword:
        written = block.text[at.span.start : at.span.end]
        return [swap(block.text, at, f"{written} ({term.gloss})", reason=reason)]
    return [Suggestion(reason=reason)]
