"""The card at the head of a report: five rows, each red, amber or green, and what they come to in one sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from plainspeak.config import CardLimits, Config, RowLimits
from plainspeak.exports.explanations import capitalised
from plainspeak.exports.report.kinds import kind_of
from plainspeak.exports.report.sentences import most_words
from plainspeak.report import Report
from plainspeak.reporters.summary import counted
from plainspeak.rules.hard_to_read import HardToRead
from plainspeak.rules.long_sentence import LongSentence
from plainspeak.suppression import ignored_in_file

__all__ = ["Colour", "Row", "card", "verdict"]

Colour = Literal["red", "amber", "green", "grey"]

_LEFT_OUT = "The settings leave this out."
_FROM_HERE_ON_HARD = 15
"""The reading age from which on the report says that people have to work at a text."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the card."""

    title: str
    colour: Colour
    meaning: str
    """What was found, as a short sentence with its number."""
    basis: str = ""
    """The figure that the colour rests on, and where the colours begin."""
    start: str = ""
    """What to begin with, to stand after "start with"; empty where there is nothing to do."""
    kind: str = ""
    """The slug of the kind of findings that has more about it; empty without findings."""


@dataclass(frozen=True, slots=True)
class _Counted:
    """A row that counts findings in 1,000 words."""

    title: str
    rules: tuple[str, ...]
    limits: Callable[[CardLimits], RowLimits]
    nothing: str
    one: str
    many: str
    nouns: tuple[tuple[str, str], ...]
    """What the findings of each rule are called; the first is for all rules that aren't here."""
    start: str


_COUNTED = {
    "acronyms": _Counted(
        "Acronyms",
        (
            "acronym-undefined",
            "acronym-ambiguous",
            "acronym-unlinked",
            "acronym-defined-late",
            "acronym-defined-in-appendix-only",
        ),
        lambda limits: limits.acronyms,
        "No acronym was found that still needs explaining.",
        "isn\u2019t explained where a reader first meets it.",
        "aren\u2019t explained where a reader first meets them.",
        (("", "acronym"),),
        "the acronyms",
    ),
    "jargon": _Counted(
        "Jargon",
        ("jargon", "clinical-term"),
        lambda limits: limits.jargon,
        "No term stood out that readers from outside may not know.",
        "may be new to readers from outside.",
        "may be new to readers from outside.",
        (("jargon", "term"), ("clinical-term", "clinical word")),
        "the jargon",
    ),
    "people": _Counted(
        "Words about people",
        ("power-language", "doing-to"),
        lambda limits: limits.power_language,
        "No way of speaking about people stood out.",
        "of people is worth a second look.",
        "of people are worth a second look.",
        (("", "description"),),
        "the words about people",
    ),
}


def card(report: Report, config: Config, sentences: Sequence[int]) -> tuple[Row, ...]:
    """Return the rows for a paper.

    Args:
        report: of the paper.
        config: what it was checked with.
        sentences: how many words each sentence of its running text has.
    """
    off = {rule for rule, setting in config.rules.items() if not setting.enabled}
    off |= ignored_in_file(report.name, config.ignores, config.root) | report.document.ignored
    return (
        _counted(report, _COUNTED["acronyms"], config.card, off),
        _counted(report, _COUNTED["jargon"], config.card, off),
        _sentences(report, config, off, len(sentences)),
        _counted(report, _COUNTED["people"], config.card, off),
        _reading(report, config.card.reading_age),
    )


def verdict(report: Report, rows: Sequence[Row]) -> str:
    """Return one sentence on a paper: how it reads, how often it loses a reader from outside, and what to start with.

    Args:
        report: of the paper.
        rows: of its card, those on acronyms and jargon first.
    """
    if not report.words:
        return "There is no English text to check in this paper."
    age, interval = report.reading.reading_age, report.lay_reader.words_per_unexplained_term
    hard = age is not None and age >= _FROM_HERE_ON_HARD
    if all(row.colour == "grey" for row in rows[:2]):
        said, joined = "acronyms and jargon were not checked", "and" if hard else "but"
    elif interval is None:
        said, joined = "no unexplained acronym or term was found", "though" if hard else "and"
    else:
        every = counted(max(1, round(interval)), "word")
        said = f"readers from outside meet an unexplained acronym or term once in every {every}"
        joined = "and" if hard else "but"
    if age is not None:
        ease = report.reading.meaning.partition(":")[0].replace(" it", " this paper")
        said = f"{ease}, {joined} {said}"
    starts = [row.start for colour in ("red", "amber") for row in rows if row.colour == colour and row.start]
    advice = f": start with {' and '.join(starts[:2])}" if starts else ""
    return f"{capitalised(said)}{advice}."


def _counted(report: Report, row: _Counted, limits: CardLimits, off: set[str]) -> Row:
    if _is_off(row.rules, off):
        return Row(row.title, "grey", _LEFT_OUT)
    found = [each for each in report.findings if each.rule in row.rules]
    number, chosen = len(found), row.limits(limits)
    basis = f"{number:,} in {counted(report.words, 'word')}. {_begins(chosen, ' in 1,000')}"
    if not found:
        return Row(row.title, "green", row.nothing, basis)
    # As the headings of the findings do, so that one page has one figure for each.
    named = dict(row.nouns)
    nouns = Counter(named.get(each.rule, row.nouns[0][1]) for each in found)
    what = " and ".join(counted(nouns[noun], noun) for _, noun in row.nouns if nouns[noun])
    # Rounded up, and in 1,000 words at least: the limits say why.
    colour = _colour(_rounded_up(1000 * number, max(report.words, 1000)), chosen)
    meaning = f"{what} {row.one if number == 1 else row.many}"
    return Row(row.title, colour, meaning, basis, row.start, kind_of(found[0].rule).slug)


def _sentences(report: Report, config: Config, off: set[str], total: int) -> Row:
    title, limits, most = "Sentences", config.card.sentences, most_words(config)
    if _is_off((LongSentence.id,), off):
        return Row(title, "grey", _LEFT_OUT)
    if not total:
        return Row(title, "grey", "There are no full sentences to count.")
    blocks = report.document.blocks
    number = sum(
        each.rule == LongSentence.id and each.at is not None and blocks[each.at.block].kind.running_text
        for each in report.findings
    )
    percent = _rounded_up(100 * number, total)
    basis = f"{percent}% of sentences. {_begins(limits, '%')}"
    if not number:
        return Row(title, "green", f"No sentence of more than {most} words was found.", basis)
    has = "has" if number == 1 else "have"
    meaning = f"{number:,} of {counted(total, 'sentence')} {has} more than {most} words."
    return Row(title, _colour(percent, limits), meaning, basis, "the long sentences", kind_of(LongSentence.id).slug)


def _reading(report: Report, limits: RowLimits) -> Row:
    title, age = "Reading level", report.reading.reading_age
    if age is None:
        return Row(title, "grey", "There is too little running text for a reading level.")
    meaning = f"{report.reading.meaning.partition('. ')[0]}."
    basis = f"Reading age {age}. {_begins(limits)}"
    hard = any(each.rule == HardToRead.id for each in report.findings)
    kind = kind_of(HardToRead.id).slug if hard else ""
    return Row(title, _colour(age, limits), meaning, basis, "plainer words", kind)


def _rounded_up(number: int, divisor: int) -> int:
    return -(-number // divisor)


def _is_off(rules: Iterable[str], off: set[str]) -> bool:
    return "*" in off or off.issuperset(rules)


def _colour(figure: int, limits: RowLimits) -> Colour:
    return "red" if figure >= limits.red else "amber" if figure >= limits.amber else "green"


def _begins(limits: RowLimits, unit: str = "") -> str:
    return f"Amber begins at {limits.amber}{unit}, red at {limits.red}{unit}."
