"""What a report says about several papers together: which needs the most work, and what one explains for another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from plainspeak.errors import PlainspeakError
from plainspeak.exports.page import sort_key
from plainspeak.exports.report.names import shown_names
from plainspeak.exports.report.paper import Paper
from plainspeak.findings import Finding, Severity
from plainspeak.reporters.summary import counted

__all__ = ["Pack", "PackRow", "PackStep", "Shared", "pack"]

_NEVER_EXPLAINED = frozenset({"acronym-undefined", "acronym-ambiguous", "acronym-unlinked"})
_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class PackRow:
    """A paper in the table of all papers."""

    number: int
    """From 1, the paper that needs the most work first."""
    paper: Paper
    href: str
    unexplained: float
    """Unexplained acronyms and terms in 1,000 words, counted at every use."""
    acronyms: tuple[Finding, ...]
    """Those that the paper never explains, the one used most first."""


@dataclass(frozen=True, slots=True)
class Shared:
    """Letters or words that several papers use."""

    name: str
    uses: int
    """How often they come where nothing explains them."""
    explained_in: tuple[PackRow, ...]
    missing_in: tuple[PackRow, ...]


@dataclass(frozen=True, slots=True)
class PackStep:
    """One of the things to do first, and where on the page, or in the folder, it leads."""

    advice: str
    href: str


@dataclass(frozen=True, slots=True)
class Pack:
    """Some papers, and what couldn't be read."""

    verdict: str
    steps: tuple[PackStep, ...]
    rows: tuple[PackRow, ...]
    """Each paper, the one that needs the most work first."""
    acronyms: tuple[Shared, ...]
    """Letters that several papers use and at least one of them never explains."""
    terms: tuple[Shared, ...]
    """Terms that readers from outside may not know, in several papers."""
    errors: tuple[tuple[str, str], ...]
    """What couldn't be read, and why."""


def pack(papers: Sequence[Paper], hrefs: Iterable[str], errors: Iterable[PlainspeakError]) -> Pack:
    """Return the overview of some papers.

    Args:
        papers: in the order in which they were named.
        hrefs: where on the page, or in the folder, each of them is.
        errors: what couldn't be read.
    """
    failed = list(errors)
    names = shown_names([error.where or "" for error in failed])
    # Papers that are alike stay in the order in which they were named.
    worst_first = sorted(zip(papers, hrefs, strict=True), key=lambda each: -_in_thousand(each[0]))
    rows = tuple(
        PackRow(number, paper, href, _in_thousand(paper), tuple(_never_explained(paper)))
        for number, (paper, href) in enumerate(worst_first, 1)
    )
    acronyms, terms = (tuple(sorted(found, key=_most_used)) for found in (_shared_acronyms(rows), _shared_terms(rows)))
    return Pack(
        _verdict(rows),
        tuple(_steps(rows, acronyms, terms)),
        rows,
        acronyms,
        terms,
        tuple(zip(names, (error.message for error in failed), strict=True)),
    )


def _verdict(rows: Sequence[PackRow]) -> str:
    """Return how often the papers lose a reader from outside, and what most of them are red for."""
    reports = [row.paper.report for row in rows]
    unexplained = sum(report.lay_reader.unexplained_terms for report in reports)
    if unexplained:
        every = counted(max(1, round(sum(report.words for report in reports) / unexplained)), "word")
        said = f"Readers from outside meet an unexplained acronym or term once in every {every}."
    else:
        said = "No unexplained acronym or term was found."
    red = Counter(each.title.lower() for row in rows for each in row.paper.card if each.colour == "red")
    if not red:
        return said
    # Where two come as often, the card's order holds.
    (most, number), *others = red.most_common(3)
    more = [f"{times} for {title}" for title, times in others]
    listed = f"{', '.join([f'for {most}', *more[:-1]])} and {more[-1]}" if more else f"for {most}"
    return f"{said} {number} of {counted(len(rows), 'paper')} {'is' if number == 1 else 'are'} red {listed}."


def _steps(rows: Sequence[PackRow], acronyms: Sequence[Shared], terms: Sequence[Shared]) -> Iterator[PackStep]:
    """Yield up to three things to do first: with the paper that needs the most work, and with what papers share."""
    if len(rows) > 1 and rows[0].unexplained:
        most = "it has the most unexplained acronyms and terms for its length"
        yield PackStep(f"Start with \u201c{rows[0].paper.title}\u201d: {most}.", rows[0].href)
    if acronyms:
        named = _named(acronyms)
        yield PackStep(f"Spell out the acronyms that papers share, in each of them: {named}.", "#shared-acronyms")
    if terms:
        yield PackStep(f"Explain or replace the terms that papers share: {_named(terms)}.", "#shared-terms")


def _named(shared: Sequence[Shared]) -> str:
    named = ", ".join(each.name for each in shared[:_MOST_NAMED])
    return named if len(shared) <= _MOST_NAMED else f"{named} and {len(shared) - _MOST_NAMED} more"


def _in_thousand(paper: Paper) -> float:
    report = paper.report
    return round(1000 * report.lay_reader.unexplained_terms / max(report.words, 1), 1)


def _never_explained(paper: Paper) -> list[Finding]:
    found = [each for each in paper.report.findings if each.rule in _NEVER_EXPLAINED]
    return sorted(found, key=lambda each: (-each.count, each.text or ""))


def _name(finding: Finding) -> str:
    return finding.term or finding.text or ""


def _shared_acronyms(rows: Sequence[PackRow]) -> Iterator[Shared]:
    explained: dict[str, list[PackRow]] = {}
    for row in rows:
        for entry in row.paper.report.acronyms:
            if entry.explanations:
                explained.setdefault(entry.form, []).append(row)
    for form, uses, lacking in _met((row, row.acronyms) for row in rows):
        if len(lacking) + len(explained.get(form, ())) > 1:
            yield Shared(form, uses, tuple(explained.get(form, ())), lacking)


def _shared_terms(rows: Sequence[PackRow]) -> Iterator[Shared]:
    jargon = (
        (row, [each for each in row.paper.report.findings if each.rule == "jargon" and each.severity != Severity.HINT])
        for row in rows
    )
    for term, uses, users in _met(jargon):
        if len(users) > 1:
            yield Shared(term, uses, (), users)


def _met(found: Iterable[tuple[PackRow, Iterable[Finding]]]) -> Iterator[tuple[str, int, tuple[PackRow, ...]]]:
    """Yield what findings are about, how often it comes in all papers, and in which of them."""
    uses: Counter[str] = Counter()
    met: dict[str, list[PackRow]] = {}
    for row, findings in found:
        for each in findings:
            uses[_name(each)] += each.count
            users = met.setdefault(_name(each), [])
            if row not in users[-1:]:
                users.append(row)
    for name, users in met.items():
        yield name, uses[name], tuple(users)


def _most_used(shared: Shared) -> tuple[int, int, tuple[Sequence[str], str]]:
    return -len(shared.missing_in), -shared.uses, sort_key(shared.name)
