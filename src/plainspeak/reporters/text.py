"""The text reporter: grouped for a person at a terminal, one line a finding for pipes and screen readers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from plainspeak.errors import PlainspeakError
from plainspeak.findings import BlockSpan, Finding
from plainspeak.report import Report
from plainspeak.reporters.places import compact_place, describe_place
from plainspeak.reporters.summary import GROUPS, first_things, overview

__all__ = ["MOST_IN_GROUP", "Line", "grouped_lines", "plain_lines"]

MOST_IN_GROUP = 25
_CONTEXT = 70
_LONGEST_EXCERPT = 110
_LONGEST_LABEL = 60


@dataclass(frozen=True, slots=True)
class Line:
    """A line of output: pieces of text, each with a style (empty, bold, dim, title, mark, advice or error)."""

    parts: tuple[tuple[str, str], ...] = ()
    indent: int = 0

    @property
    def text(self) -> str:
        """The line without styles."""
        return " " * self.indent + "".join(text for text, _ in self.parts)


def plain_lines(reports: Sequence[Report], errors: Sequence[PlainspeakError]) -> Iterator[Line]:
    """Yield one line for each finding, notice and error, then the summary of each document."""
    for report in reports:
        for notice in report.notices:
            yield _line(f"{compact_place(report.name, notice.place)}: note: {notice.message}")
        for finding in report.findings:
            times = f", {finding.count} times" if finding.count > 1 else ""
            where = compact_place(report.name, report.place(finding.at))
            yield _line(f"{where}: {finding.severity}: {finding.message} [{finding.rule}{times}]")
    for error in errors:
        yield _line(f"{error.where}: error: {error.message}" if error.where else f"error: {error.message}")
    for report in reports:
        yield _line(f"{report.name}: {' '.join(overview(report)[:1])}")
        for number, advice in enumerate(first_things(report), 1):
            yield _line(f"{number}. {advice}")
        for sentence in overview(report)[1:]:
            yield _line(sentence)


def grouped_lines(
    reports: Sequence[Report], errors: Sequence[PlainspeakError], *, most: int | None = MOST_IN_GROUP
) -> Iterator[Line]:
    """Yield the report for a person at a terminal: findings by kind, each in its sentence, then what to do first.

    Args:
        reports: of each document.
        errors: what could not be checked.
        most: findings to show under each heading; ``None`` shows all.
    """
    for report in reports:
        yield from _document(report, most)
    for error in errors:
        yield _line(f"{error.where}: " if error.where else "", style="bold", then=((error.message, "error"),))
    if errors:
        yield Line()


def _document(report: Report, most: int | None) -> Iterator[Line]:
    yield _line(report.name, style="title")
    for notice in report.notices:
        yield _line(f"Note: {notice.message}", indent=2)
    yield Line()
    for title, rules in GROUPS:
        found = [finding for finding in report.findings if finding.rule in rules]
        if not found:
            continue
        yield _line(f"{title} ({len(found)})", style="bold")
        yield Line()
        for finding in found[:most]:
            yield from _finding(finding, report)
            yield Line()
        if most is not None and len(found) > most:
            yield _line(f"and {len(found) - most} more; --all lists them", indent=2)
            yield Line()
    sentences = overview(report)
    yield _line("In short", style="bold")
    yield _line(sentences[0], indent=2)
    for number, advice in enumerate(first_things(report), 1):
        yield _line(f"{number}. {advice}", indent=2)
    for sentence in sentences[1:]:
        yield _line(sentence, indent=2)
    yield Line()


def _finding(finding: Finding, report: Report) -> Iterator[Line]:
    place = describe_place(report.place(finding.at))
    where = f"{finding.count} times, first at {place}" if finding.count > 1 else place
    words = finding.text or ""
    labelled = 0 < len(words) <= _LONGEST_LABEL
    if labelled:
        yield _line(words, style="bold", indent=2, then=((f"  {where}  ({finding.severity})", "dim"),))
    else:
        yield _line(f"{where[:1].upper()}{where[1:]}  ({finding.severity})", style="dim", indent=2)
    if finding.at is not None and not (labelled and _is_whole_block(finding.at, report)):
        yield Line(tuple(_in_context(finding.at, report)), indent=4)
    yield _line(finding.message, style="advice", indent=4)


def _is_whole_block(at: BlockSpan, report: Report) -> bool:
    return len(at.span) == len(report.document.blocks[at.block].text)


def _in_context(at: BlockSpan, report: Report) -> Iterable[tuple[str, str]]:
    """The flagged words in their sentence, shortened on both sides; a long stretch is shortened inside."""
    text = report.document.blocks[at.block].text.replace("\n", " ")
    start, end = at.span.start, at.span.end
    marked = text[start:end]
    if len(marked) > _LONGEST_EXCERPT:
        marked = marked[:_LONGEST_EXCERPT].rsplit(" ", 1)[0] + " \u2026"
        return [(marked, "mark")]
    before, after = text[:start], text[end:]
    if len(before) > _CONTEXT:
        before = "\u2026 " + before[-_CONTEXT:].split(" ", 1)[-1]
    if len(after) > _CONTEXT:
        after = after[:_CONTEXT].rsplit(" ", 1)[0] + " \u2026"
    return [(before, ""), (marked, "mark"), (after, "")]


def _line(text: str, *, style: str = "", indent: int = 0, then: tuple[tuple[str, str], ...] = ()) -> Line:
    return Line(((text, style), *then), indent)
