"""The table of every acronym in some papers: whether each is explained, what it stands for, where and how often."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from plainspeak.acronyms import LedgerEntry
from plainspeak.exports.table import written_csv
from plainspeak.report import Report
from plainspeak.reporters.places import describe_place
from plainspeak.reporters.summary import counted
from plainspeak.reporters.text import Line

__all__ = ["COLUMNS", "acronym_lines", "acronyms_csv"]

COLUMNS = ("paper", "acronym", "status", "stands for", "who says so", "first use", "uses")

# In the order in which they need a person's work.
_STATUSES = {
    "undefined": "not explained",
    "conflicting": "explained in two ways",
    "late": "explained after the first use",
    "defined": "explained",
    "everyday": "known to everyone",
}
_TO_SEE_TO = frozenset(_STATUSES[status] for status in ("undefined", "conflicting", "late"))
_WIDEST_WORDS = 60
_GAP = "  "


@dataclass(frozen=True, slots=True)
class _Row:
    """One acronym of one paper, in words."""

    acronym: str
    status: str
    stands_for: str
    """What the letters stand for; several meanings have " or " between them."""
    who: str
    """``the paper`` or ``the glossary``; empty where nobody says it."""
    first_use: str
    uses: int


def acronyms_csv(reports: Iterable[Report]) -> bytes:
    """Return the table as a file for a spreadsheet: a row for each acronym of each paper, in the order of first use."""
    rows = (
        (report.name, row.acronym, row.status, row.stands_for, row.who, row.first_use, str(row.uses))
        for report in reports
        for row in _rows(report)
    )
    return written_csv(COLUMNS, rows)


def acronym_lines(reports: Sequence[Report]) -> Iterator[Line]:
    """Yield the table for a person: what needs work first, and at the end what papers of a pack do differently."""
    for report in reports:
        rows = _rows(report)
        yield Line(((f"{report.name}: {_summary(rows)}", "bold"),))
        for notice in report.notices:
            yield Line(((f"Note: {notice.message}", ""),), 2)
        for status in _STATUSES.values():
            chosen = [row for row in rows if row.status == status]
            if chosen:
                yield Line(((f"{status[:1].upper()}{status[1:]} ({len(chosen)})", "title"),), 2)
                yield from _columns(chosen)
        yield Line()
    if len(reports) > 1:
        yield from _across(reports)


def _rows(report: Report) -> list[_Row]:
    return [_row(entry, report) for entry in report.acronyms]


def _row(entry: LedgerEntry, report: Report) -> _Row:
    words, who = _words(entry, report)
    place = describe_place(report.place(entry.uses[0]))
    return _Row(entry.form, _STATUSES[entry.status], words, who, place, len(entry.uses))


def _words(entry: LedgerEntry, report: Report) -> tuple[str, str]:
    """Return what an acronym stands for, and who says so."""
    if entry.explanations:
        different = dict.fromkeys(each.expansion for each in entry.explanations)
        said = different if entry.status == "conflicting" else list(different)[:1]
        return " or ".join(said), "the paper"
    if entry.words_at is not None:
        words = entry.words_at.text_in(report.document.blocks)
        # A heading may be loud: "KEY PERFORMANCE INDICATORS".
        return words.lower() if words.isupper() else words, "the paper, but not beside the letters"
    meanings = [meaning.expansion for meaning in entry.term.meanings if meaning.expansion] if entry.term else []
    return " or ".join(meanings), "the glossary" if meanings else ""


def _summary(rows: Sequence[_Row]) -> str:
    open_ones = sum(row.status in _TO_SEE_TO for row in rows)
    if not rows:
        return "no acronyms."
    return f"{counted(len(rows), 'acronym')}, {open_ones or 'none'} of them to see to."


def _columns(rows: Sequence[_Row]) -> Iterator[Line]:
    widest = max(len(row.acronym) for row in rows)
    times = max(len(_times(row)) for row in rows)
    for row in rows:
        words = (
            row.stands_for if len(row.stands_for) <= _WIDEST_WORDS else f"{row.stands_for[: _WIDEST_WORDS - 1]}\u2026"
        )
        # The paper's own words are sure. The glossary only knows what the letters mean elsewhere.
        perhaps = "perhaps " if words and row.who != "the paper" and row.status == _STATUSES["undefined"] else ""
        said = f"{perhaps}{words or 'not in the glossary'}"
        yield Line(
            (
                (row.acronym.ljust(widest), "bold"),
                (f"{_GAP}{_times(row).rjust(times)}{_GAP}{said}", ""),
                (f"{_GAP}{row.first_use}", "dim"),
            ),
            4,
        )


def _times(row: _Row) -> str:
    return counted(row.uses, "time")


def _across(reports: Sequence[Report]) -> Iterator[Line]:
    """Yield a line for each acronym that some papers explain and others don't: each paper is read by itself."""
    explained: dict[str, list[str]] = {}
    bare: dict[str, list[str]] = {}
    for report in reports:
        for entry in report.acronyms:
            if entry.status != "everyday":
                (explained if entry.status == "defined" else bare).setdefault(entry.form, []).append(report.name)
    both = [form for form in explained if form in bare]
    if both:
        yield Line((("Explained in one paper, and not in another:", "bold"),))
        for form in both:
            yield Line(((form, "bold"), (f": not in {', '.join(bare[form])}", "")), 4)
