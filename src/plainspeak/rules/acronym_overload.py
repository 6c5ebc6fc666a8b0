"""The rule ``acronym-overload``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter
from typing import ClassVar

from plainspeak.document import Stretch, gathered
from plainspeak.findings import BlockSpan, Finding, Severity
from plainspeak.rules.base import DocumentRule
from plainspeak.rules.facts import BlockFacts, DocumentFacts
from plainspeak.rules.wording import quoted

__all__ = ["AcronymOverload", "AcronymOverloadOptions"]

_MOST_NAMED = 8


@dataclass(frozen=True, slots=True)
class AcronymOverloadOptions:
    """Options of ``acronym-overload``."""

    max_in_paragraph: int = 5
    """The most different acronyms that a paragraph may have."""
    max_on_page: int = 15
    """The most different acronyms that a page may have, where the format has pages."""


class AcronymOverload(DocumentRule):
    """Flag a paragraph or a page with too many different acronyms, even if each is explained.

    Why it matters: nobody can hold many new sets of letters in mind at once.
    What to do instead: write the full words for those that come least often.

    Examples:
        with max-in-paragraph: 2
        The CQC met the ICB. The PCN was late.
            ^^^ acronym-overload

        with max-in-paragraph: 2
        The CQC met the ICB. The NHS was late.
    """

    id = "acronym-overload"
    severity: ClassVar[Severity] = Severity.INFORMATION
    options_type = AcronymOverloadOptions
    folds = False

    def check(self, facts: DocumentFacts) -> Iterator[Finding]:
        """Yield a finding for each paragraph and each page over the limit. What everyone knows doesn’t count."""
        options: AcronymOverloadOptions = self.options  # type: ignore[assignment]
        full = {
            first + index
            for first, found in gathered(facts.stretches, _full, options.max_in_paragraph)
            for index in found
        }
        for crowd in _crowds(facts, {block: block for block in full}, options.max_in_paragraph):
            yield self._crowded(crowd, "paragraph", options.max_in_paragraph, facts)
        pages = {
            first + index: page for first, found in gathered(facts.stretches, _pages) for index, page in found.items()
        }
        for crowd in _crowds(facts, pages, options.max_on_page):
            yield self._crowded(crowd, "page", options.max_on_page, facts)

    def _crowded(self, crowd: Mapping[str, BlockSpan], what: str, limit: int, facts: DocumentFacts) -> Finding:
        first = min(crowd.values())
        named = ", ".join(list(crowd)[:_MOST_NAMED])
        more = f" and {len(crowd) - _MOST_NAMED} more" if len(crowd) > _MOST_NAMED else ""
        return self.finding(
            f"This {what} has {len(crowd)} different acronyms ({quoted(named)}{more}): "
            f"write some in full, and keep {limit} at most.",
            first,
            text=facts.text_at(first),
        )


def _crowds(facts: DocumentFacts, part_of: Mapping[int, int], limit: int) -> Iterator[Mapping[str, BlockSpan]]:
    """Yield the acronyms, with their first use there, of each part of a document that has more than a limit.

    Args:
        facts: of the document.
        part_of: the part that a block belongs to, by the numbers of both; other blocks are passed over.
        limit: the most different acronyms of a part.
    """
    parts: dict[int, dict[str, BlockSpan]] = {}
    for entry in facts.ledger if part_of else ():
        if entry.status != "everyday":
            listed = {each.at for each in entry.explanations if not each.running}
            for use in entry.uses:
                # A list of abbreviations has many, and that is what it is for.
                if use.block in part_of and use not in listed:
                    parts.setdefault(part_of[use.block], {}).setdefault(entry.form, use)
    yield from (forms for _, forms in sorted(parts.items(), key=itemgetter(0)) if len(forms) > limit)


def _full(stretch: Stretch[BlockFacts], limit: int) -> list[int]:
    """Return the blocks of running text that have more short forms than a limit; some may be the same."""
    return [
        index
        for index, (block, fact) in enumerate(zip(stretch.blocks, stretch.facts, strict=True))
        if len(fact.acronyms.forms) > limit and block.kind.running_text
    ]


def _pages(stretch: Stretch[BlockFacts]) -> Mapping[int, int]:
    """Return the page of each block that has one of its own."""
    return {
        index: block.place.page
        for index, block in enumerate(stretch.blocks)
        if block.place.page is not None and not block.kind.on_every_page
    }
