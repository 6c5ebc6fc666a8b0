"""What a report says about several papers together: which needs the most work, and what one explains for another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from plainspeak.errors import PlainspeakError
from plainspeak.exports.page import sort_key
from plainspeak.exports.report.names import shown_names
from plainspeak.exports.report.paper import Paper
from plainspeak.findings import Finding, Severity

__all__ = ["Pack", "PackRow", "Shared", "pack"]

_NEVER_EXPLAINED = frozenset({"acronym-undefined", "acronym-ambiguous", "acronym-unlinked"})


@dataclass(frozen=True, slots=True)
class PackRow:
    """A paper in the table of all papers."""

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
    explained_in: tuple[PackRow, ...]
    missing_in: tuple[PackRow, ...]


@dataclass(frozen=True, slots=True)
class Pack:
    """Some papers, and what couldn't be read."""

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
    rows = [
        PackRow(paper, href, _in_thousand(paper), tuple(_never_explained(paper)))
        for paper, href in zip(papers, hrefs, strict=True)
    ]
    return Pack(
        # Papers that are alike stay in the order in which they were named.
        tuple(sorted(rows, key=lambda row: -row.unexplained)),
        tuple(_shared_acronyms(rows)),
        tuple(_shared_terms(rows)),
        tuple(zip(names, (error.message for error in failed), strict=True)),
    )


def _in_thousand(paper: Paper) -> float:
    report = paper.report
    return round(1000 * report.lay_reader.unexplained_terms / max(report.words, 1), 1)


def _never_explained(paper: Paper) -> list[Finding]:
    found = [each for each in paper.report.findings if each.rule in _NEVER_EXPLAINED]
    return sorted(found, key=lambda each: (-each.count, each.text or ""))


def _shared_acronyms(rows: Sequence[PackRow]) -> Iterator[Shared]:
    missing: dict[str, list[PackRow]] = {}
    explained: dict[str, list[PackRow]] = {}
    for row in rows:
        for form in dict.fromkeys(each.term or each.text or "" for each in row.acronyms):
            missing.setdefault(form, []).append(row)
        for entry in row.paper.report.acronyms:
            if entry.explanations:
                explained.setdefault(entry.form, []).append(row)
    for form, lacking in sorted(missing.items(), key=lambda each: sort_key(each[0])):
        if len(lacking) + len(explained.get(form, ())) > 1:
            yield Shared(form, tuple(explained.get(form, ())), tuple(lacking))


def _shared_terms(rows: Sequence[PackRow]) -> Iterator[Shared]:
    met: dict[str, list[PackRow]] = {}
    for row in rows:
        found = (each for each in row.paper.report.findings if each.rule == "jargon")
        for term in dict.fromkeys(each.term or each.text or "" for each in found if each.severity is not Severity.HINT):
            met.setdefault(term, []).append(row)
    for term, users in sorted(met.items(), key=lambda each: sort_key(each[0])):
        if len(users) > 1:
            yield Shared(term, (), tuple(users))
