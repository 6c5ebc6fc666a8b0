"""What a check of one document gives: its findings, its acronyms, and how hard it is to read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from plainspeak.acronyms import LedgerEntry
from plainspeak.document import Block, Document, Notice, Place
from plainspeak.findings import BlockSpan, Finding, Severity, fingerprint
from plainspeak.glossary import Term
from plainspeak.readability import ReadingLevel

__all__ = ["LayReader", "Report", "TermUse", "fold", "place_fingerprint", "with_each_repeat", "worst_severity"]


@dataclass(frozen=True, slots=True)
class LayReader:
    """What a reader from outside meets: unexplained terms, counted at every use, and how many words apart they are."""

    unexplained_terms: int = 0
    words_per_unexplained_term: float | None = None


@dataclass(frozen=True, slots=True)
class TermUse:
    """A term that the document uses in words: jargon, a word with a special meaning, a clinical word."""

    term: Term
    uses: tuple[BlockSpan, ...]
    """Every use, in reading order."""


@dataclass(frozen=True)
class Report:
    """The result of checking one document."""

    document: Document = field(repr=False)
    profile: str
    words: int
    findings: tuple[Finding, ...]
    acronyms: tuple[LedgerEntry, ...]
    reading: ReadingLevel
    terms: tuple[TermUse, ...] = ()
    """The terms met, explained in the text or not, in the order of first use."""
    lay_reader: LayReader = LayReader()
    known: int | None = None
    """Findings left out because a baseline holds them; ``None`` without a baseline."""
    gone: int | None = None
    """Findings that the baseline holds and that are here no more; ``None`` without a baseline."""

    @property
    def name(self) -> str:
        """The document's path, or the name given for a text."""
        return self.document.name

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What a reader should know, above all what was not read."""
        return self.document.notices

    def detached(self) -> Report:
        """Return it without what only a reviewer needs: it takes less memory, and can go to another process."""
        return replace(self, document=self.document.detached())

    def place(self, at: BlockSpan | None) -> Place | None:
        """Return where something is in terms of the document's format; ``None`` is the whole document."""
        return None if at is None else self.document.locate(self.document.blocks[at.block], at.span)

    def count_by_rule(self) -> Mapping[str, int]:
        """Return how many findings each rule has."""
        return Counter(finding.rule for finding in self.findings)


def worst_severity(reports: Iterable[Report]) -> Severity | None:
    """Return the most serious severity among the findings of some reports, or ``None`` without any."""
    severities = [finding.severity for report in reports for finding in report.findings]
    return max(severities, key=lambda severity: severity.rank, default=None)


def fold(findings: Iterable[Finding]) -> list[Finding]:
    """Tell repeats of one rule about the same term once, at the first place, with all places."""
    alike: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        alike.setdefault((finding.rule, (finding.term or finding.text or "").casefold()), []).append(finding)
    return [
        repeats[0]
        if len(repeats) == 1
        else replace(
            repeats[0],
            count=sum(each.count for each in repeats),
            places=tuple(place for each in repeats for place in each.places),
            repeats=tuple(repeats[1:]),
        )
        for repeats in alike.values()
    ]


def with_each_repeat(report: Report) -> Report:
    """Return a report in which each place of a folded finding is a finding of its own."""
    return replace(
        report,
        findings=tuple(each for finding in report.findings for each in _each_repeat(finding, report.document)),
    )


def _each_repeat(finding: Finding, document: Document) -> list[Finding]:
    if len(finding.places) < 2:
        return [finding]
    folded = sum(len(each.places) for each in finding.repeats)
    own = finding.places[: len(finding.places) - folded]
    first, *rest = (replace(finding.at_places((place,), document.blocks), repeats=()) for place in own)
    for each in finding.repeats:
        rest += _each_repeat(replace(each, severity=finding.severity), document)
    return [first, *(replace(each, fingerprint=place_fingerprint(each, each.at, document.blocks)) for each in rest)]


def place_fingerprint(finding: Finding, at: BlockSpan | None, blocks: Sequence[Block]) -> str:
    """Return the fingerprint of a finding at one of its places."""
    if at is None:
        return fingerprint(finding.rule, None)
    text = blocks[at.block].text
    start, end = at.span.start, at.span.end
    return fingerprint(finding.rule, text[start:end], text[max(0, start - 60) : start], text[end : end + 60])
