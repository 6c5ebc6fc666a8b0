"""The rule ``acronym-overload``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter
from typing import ClassVar

from plainspeak.document import Block
from plainspeak.findings import BlockSpan, Finding, Severity
from plainspeak.rules.base import DocumentRule
from plainspeak.rules.facts import DocumentFacts
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
        for crowd in _crowds(facts, _paragraph, options.max_in_paragraph):
            yield self._crowded(crowd, "paragraph", options.max_in_paragraph, facts)
        for crowd in _crowds(facts, _page, options.max_on_page):
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


def _crowds(
    facts: DocumentFacts, part_of: Callable[[BlockSpan, Block], int | None], limit: int
) -> Iterator[Mapping[str, BlockSpan]]:
    """Yield the acronyms, with their first use there, of each part of a document that has more than a limit."""
    parts: dict[int, dict[str, BlockSpan]] = {}
    for entry in facts.ledger:
        if entry.status != "everyday":
            listed = {each.at for each in entry.explanations if not each.running}
            for use in entry.uses:
                # A list of abbreviations has many, and that is what it is for.
                part = None if use in listed else part_of(use, facts.blocks[use.block])
                if part is not None:
                    parts.setdefault(part, {}).setdefault(entry.form, use)
    yield from (forms for _, forms in sorted(parts.items(), key=itemgetter(0)) if len(forms) > limit)


def _paragraph(use: BlockSpan, block: Block) -> int | None:
    return use.block if block.kind.running_text else None


def _page(_: BlockSpan, block: Block) -> int | None:
    return None if block.kind.on_every_page else block.place.page
