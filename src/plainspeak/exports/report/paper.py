"""Everything that a report says about one paper, in the order of the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from plainspeak.config import Config
from plainspeak.document import Kind as BlockKind
from plainspeak.document import Place
from plainspeak.exports.report.card import Row, card, verdict
from plainspeak.exports.report.charts import Bar, Cell, bars, length_bars, strip
from plainspeak.exports.report.findings import Card, cards_of
from plainspeak.exports.report.kinds import KINDS, Kind, kind_of
from plainspeak.exports.report.sections import Section, sections_of
from plainspeak.exports.report.sentences import most_words, sentence_lengths
from plainspeak.exports.report.text import Part, parts_of
from plainspeak.exports.words_used import WordsUsed, words_used
from plainspeak.findings import Severity
from plainspeak.glossary import Glossary
from plainspeak.report import Report
from plainspeak.reporters.places import describe_place
from plainspeak.reporters.summary import first_things

__all__ = ["Figure", "Group", "Paper", "Step", "paper"]

_LONGEST_TITLE = 150
_BIG = 500
"""With more findings, or more paragraphs, a browser takes long to lay the page out."""
_FORMULAS = (
    ("flesch_kincaid_grade", "Flesch-Kincaid grade", "From words in a sentence, and syllables in a word."),
    ("smog", "SMOG grade", "From words of three syllables or more."),
    (
        "dale_chall",
        "Dale-Chall score",
        "From words in a sentence, and words that aren\u2019t on a list of easy ones. It is a score and not a grade: "
        "the table that belongs to the formula makes it one for the level.",
    ),
    ("flesch_reading_ease", "Flesch reading ease", "Not part of the level. The higher, the easier."),
)


@dataclass(frozen=True, slots=True)
class Step:
    """One of the things to put right first, and the id of the findings that it is about."""

    advice: str
    target: str


@dataclass(frozen=True, slots=True)
class Group:
    """Cards under a heading."""

    kind: Kind
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """The figure of a formula for the reading level."""

    name: str
    value: float
    counts: str


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper on a report."""

    id: str
    name: str
    """What the paper is called on the page: its file, without folders where no other paper has the same name."""
    title: str
    """As it stands at the head of the paper; its name where nothing does."""
    report: Report
    verdict: str
    steps: tuple[Step, ...]
    card: tuple[Row, ...]
    notices: tuple[tuple[str, str], ...]
    """What a reader should know, and where."""
    groups: tuple[Group, ...]
    """The findings by kind."""
    sections: tuple[Section, ...]
    found_in_sections: tuple[int, ...]
    """How many cards begin in each section."""
    found_in_whole: int
    """How many are about the whole paper."""
    severities: tuple[tuple[Severity, int], ...]
    kinds_chart: tuple[Bar, ...]
    lengths_chart: tuple[Bar, ...]
    most_words: int
    """The most words that a sentence may have."""
    strip: tuple[Cell, ...]
    text: tuple[Part, ...]
    words: WordsUsed
    figures: tuple[Figure, ...]

    @property
    def is_big(self) -> bool:
        """Whether there is so much that a browser had better not lay out what is out of sight."""
        return len(self.report.findings) > _BIG or len(self.text) > _BIG


def paper(report: Report, glossary: Glossary, config: Config, *, key: str, name: str, level: int) -> Paper:
    """Return what a report says about one paper.

    Args:
        report: of the paper.
        glossary: the one that the paper was checked with.
        config: the one that the paper was checked with.
        key: what the paper's own ids on the page begin with.
        name: what to call the paper.
        level: of the headings of its parts.
    """
    blocks = report.document.blocks
    lengths = sentence_lengths(report.document)
    rows = card(report, config, lengths)
    sections = sections_of(blocks)
    cards, marks = cards_of(report, sections, f"{key}-")
    urgent = sorted(cards, key=lambda each: -each.severity.rank)
    begun = Counter(each.section for each in cards)
    marked = Counter(sections.of_block[at] for at, found in marks.items() for _ in found)
    groups = tuple(
        Group(kind, tuple(found)) for kind in KINDS if (found := [each for each in urgent if each.kind is kind])
    )
    severities = Counter(finding.severity for finding in report.findings)
    numbers = range(len(sections.sections))
    return Paper(
        id=key,
        name=name,
        title=_title(report) or name,
        report=report,
        verdict=verdict(report, rows),
        steps=tuple(_steps(report, key)),
        card=rows,
        notices=tuple(_notices(report)),
        groups=groups,
        sections=sections.sections,
        found_in_sections=tuple(begun[number] for number in numbers),
        found_in_whole=begun[-1],
        severities=tuple(sorted(severities.items(), key=lambda each: -each[0].rank)),
        kinds_chart=bars((group.kind.title, len(group.cards), False) for group in groups),
        lengths_chart=length_bars(lengths, most_words(config)),
        most_words=most_words(config),
        strip=strip(sections.sections, [marked[number] for number in numbers]),
        text=tuple(parts_of(blocks, marks, level=level)),
        words=words_used([report], glossary),
        figures=tuple(
            Figure(said, report.reading.formulas[key], counts)
            for key, said, counts in _FORMULAS
            if key in report.reading.formulas
        ),
    )


def _title(report: Report) -> str:
    """Return the title that a paper begins with; nothing where it begins with something else."""
    first = next((block for block in report.document.blocks if block.text.strip()), None)
    if first is None or len(first.text) > _LONGEST_TITLE:
        return ""
    is_title = first.kind is BlockKind.TITLE or (first.kind is BlockKind.HEADING and first.level == 1)
    return first.text if is_title else ""


def _steps(report: Report, key: str) -> Iterator[Step]:
    """Yield what to put right first, each with the kind of findings that it is about."""
    rules = {each.rule: None for each in report.findings}
    about = {}
    for rule in rules:
        found = tuple(each for each in report.findings if each.rule == rule)
        about.update(dict.fromkeys(first_things(replace(report, findings=found)), rule))
    for advice in first_things(report):
        yield Step(advice, f"{key}-{kind_of(about[advice]).slug}")


def _notices(report: Report) -> Iterator[tuple[str, str]]:
    nowhere = describe_place(Place())
    for notice in report.notices:
        where = describe_place(notice.place)
        yield notice.message, "" if where == nowhere else where
