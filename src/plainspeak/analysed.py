"""What the blocks of a document say by themselves, in stretches: all of a check that needs no more than one stretch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter

from plainspeak.acronyms import AcronymFacts
from plainspeak.document import Block, Stretch, gathered, placed
from plainspeak.findings import BlockSpan, Finding
from plainspeak.glossary import Term
from plainspeak.report import TermUse
from plainspeak.rules import BlockFacts, moved_to
from plainspeak.suppression import covers

__all__ = [
    "AnalysedStretch",
    "BlockAnalysis",
    "asked_to_ignore",
    "foreign_beginnings",
    "local_findings",
    "position",
    "terms_used",
]

Position = tuple[int, int, int]
"""Block, offset in it, and rule, each by its number."""


@dataclass(frozen=True, slots=True)
class BlockAnalysis:
    """What one block says by itself: its findings (with places in block 0) and its facts."""

    findings: tuple[Finding, ...]
    facts: BlockFacts


class AnalysedStretch(Stretch[BlockFacts]):
    """Some blocks that stand one after the other, with what each says by itself. One in another language isn't checked.

    Attributes:
        analyses: of each block.
        acronyms: the same blocks, with what they say about short forms.
    """

    __slots__ = ("acronyms", "analyses")

    def __init__(self, blocks: Sequence[Block], analyses: Sequence[BlockAnalysis]) -> None:
        facts = [analysis.facts for analysis in analyses]
        checked = [
            block if fact.english else replace(block, checked=False) for block, fact in zip(blocks, facts, strict=True)
        ]
        super().__init__(checked, facts)
        self.analyses = analyses
        self.acronyms: Stretch[AcronymFacts] = Stretch(checked, [fact.acronyms for fact in facts])


def local_findings(
    stretches: Iterable[AnalysedStretch], ignored: frozenset[str], order: Mapping[str, int]
) -> Iterator[tuple[Position, Finding]]:
    """Yield the findings of single blocks that nobody asked to ignore, in reading order.

    Args:
        stretches: of a document.
        ignored: the rules that are ignored in all of it.
        order: in which the rules tell what they find at one place.
    """
    for found in placed(stretches, _local_findings, ignored, order):
        yield from found


def position(finding: Finding, order: Mapping[str, int]) -> Position:
    """Return what findings are sorted by: what is said of the whole text comes first."""
    if finding.at is None:
        return -1, 0, order[finding.rule]
    return finding.at.block, finding.at.span.start, order[finding.rule]


def _local_findings(
    stretch: Stretch[BlockFacts], first: int, ignored: frozenset[str], order: Mapping[str, int]
) -> list[tuple[Position, Finding]]:
    analyses = stretch.analyses if isinstance(stretch, AnalysedStretch) else ()
    findings = (
        moved_to(finding, index)
        for index, (block, analysis) in enumerate(zip(stretch.blocks, analyses, strict=True), first)
        for finding in analysis.findings
        if not (covers(ignored, finding.rule) or covers(block.ignored, finding.rule))
    )
    return sorted(((position(finding, order), finding) for finding in findings), key=itemgetter(0))


def foreign_beginnings(stretches: Iterable[AnalysedStretch]) -> list[int]:
    """Return the number of the first block of each part in another language."""
    foreign = [first + index for first, found in gathered(stretches, _foreign) for index in found]
    return [index for index, before in zip(foreign, [-2, *foreign], strict=False) if index != before + 1]


def _foreign(stretch: Stretch[BlockFacts]) -> list[int]:
    return [index for index, fact in enumerate(stretch.facts) if not fact.english]


def asked_to_ignore(stretches: Iterable[AnalysedStretch]) -> bool:
    """Tell whether some block's author asks to ignore something there."""
    return any(ignores for _, ignores in gathered(stretches, _ignores))


def _ignores(stretch: Stretch[BlockFacts]) -> bool:
    return any(block.ignored for block in stretch.blocks)


def terms_used(stretches: Iterable[AnalysedStretch], *, is_care_paper: bool) -> tuple[TermUse, ...]:
    """Return the terms that a document uses in words, in the order of first use."""
    uses: dict[str, tuple[Term, list[BlockSpan]]] = {}
    for found in placed(stretches, _terms_used, is_care_paper):
        for name, (term, places) in found.items():
            uses.setdefault(name, (term, []))[1].extend(places)
    return tuple(TermUse(term, tuple(places)) for term, places in uses.values())


def _terms_used(
    stretch: Stretch[BlockFacts], first: int, is_care_paper: bool
) -> Mapping[str, tuple[Term, list[BlockSpan]]]:
    uses: dict[str, tuple[Term, list[BlockSpan]]] = {}
    for index, (block, fact) in enumerate(zip(stretch.blocks, stretch.facts, strict=True), first):
        for mention in fact.mentions_in(is_care_paper=is_care_paper) if block.checked else ():
            if mention.term.explains:
                uses.setdefault(mention.term.headword, (mention.term, []))[1].append(BlockSpan(index, mention.span))
    return uses
