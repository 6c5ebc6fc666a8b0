"""The rule ``acronym-redundant``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar

from plainspeak.acronyms import LedgerEntry
from plainspeak.document import Span, Stretch, gathered
from plainspeak.findings import BlockSpan, Finding, Severity
from plainspeak.language.inflection import inflect
from plainspeak.rules.base import DocumentRule
from plainspeak.rules.facts import BlockFacts, DocumentFacts
from plainspeak.rules.wording import quoted, swap

__all__ = ["AcronymRedundant"]

_NEXT_WORD = re.compile(r" ([^\W\d_]+)")


class AcronymRedundant(DocumentRule):
    """Flag an acronym with its own last word after it.

    Why it matters: “PIN number” says “number” twice. It shows how hard the letters are to remember.
    What to do instead: write the letters alone, or the full words.

    Examples:
        The integrated care board (ICB) met. The ICB board agreed.
                                                 ^^^^^^^^^ acronym-redundant

        Your PIN number is safe.
             ^^^^^^^^^^ acronym-redundant

        Your PIN is safe.
    """

    id = "acronym-redundant"
    severity: ClassVar[Severity] = Severity.INFORMATION

    def check(self, facts: DocumentFacts) -> Iterator[Finding]:
        """Yield a finding for each use that its own last word follows, told once for the same two words."""
        followed = {word for _, words in gathered(facts.stretches, _following) for word in words}
        for entry in facts.ledger:
            last = _last_word(entry)
            if last is None:
                continue
            endings = _endings(last)
            # Longer letters, such as EQ-5D, end where no letters do.
            if followed.isdisjoint(endings) and entry.form.isalnum():
                continue
            for use in entry.uses:
                text = facts.blocks[use.block].text
                following = _NEXT_WORD.match(text, use.span.end)
                if following is None or following[1].lower() not in endings:
                    continue
                at = BlockSpan(use.block, Span(use.span.start, following.end()))
                if _is_to_be_reworded(facts, at):
                    continue
                written = facts.text_at(use)
                letters = (
                    f"{written}s" if following[1].lower() != last and not written.lower().endswith("s") else written
                )
                yield self.finding(
                    f"{quoted(entry.form)} already says {quoted(last)}: write {quoted(letters)} alone.",
                    at,
                    text=facts.text_at(at),
                    suggestions=[swap(text, at, letters)],
                    term=entry.form if entry.term else None,
                    confidence=0.9,
                )


def _following(stretch: Stretch[BlockFacts]) -> set[str]:
    """Return the words right after what may be letters."""
    return {
        following[1].lower()
        for block, fact in zip(stretch.blocks, stretch.facts, strict=True)
        for form in fact.acronyms.forms
        if (following := _NEXT_WORD.match(block.text, form.span.end))
    }


@lru_cache(maxsize=1024)
def _endings(word: str) -> frozenset[str]:
    return frozenset({word, inflect(word, "NNS")})


def _is_to_be_reworded(facts: DocumentFacts, at: BlockSpan) -> bool:
    """Tell whether the letters themselves are better left out ("LAC children"): to keep them is no advice then."""
    return any(
        mention.term.rule == "power-language" and mention.span.overlaps(at.span)
        for mention in facts.facts[at.block].mentions_in(is_care_paper=facts.is_care_paper)
    )


def _last_word(entry: LedgerEntry) -> str | None:
    """Return the last of the words that the letters stand for, in small letters; ``None`` if nobody knows them."""
    words = (entry.expansion or "").lower().split()
    return words[-1] if len(words) > 1 else None
