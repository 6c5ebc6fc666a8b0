"""The text reporter: lines for pipes and screen readers, groups for a terminal, three things to do first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from plainspeak.document import Document, Notice, Place
from plainspeak.errors import ConfigError, ReadError
from plainspeak.reporters.places import compact_place, describe_place
from plainspeak.reporters.summary import GROUPS, first_things, overview
from plainspeak.reporters.text import grouped_lines, plain_lines
from plainspeak.rules import RULES
from plainspeak.testing import example_document

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plainspeak.checker import Checker
    from plainspeak.errors import PlainspeakError
    from plainspeak.report import Report

TEXT = (
    "The ICB met. Two ICBs ate. The XYZ left.\n\nStakeholders are hard to reach in order to win.\n\n"
    f"{'word ' * 26}.\n\nThe care plan (CP) is new. The Cornish pharmacist (CP) agrees."
)


@pytest.fixture(scope="module")
def report(checker: Checker) -> Report:
    """A report with findings of six rules."""
    return checker.check(TEXT, name="paper.txt")


def plain(reports: Sequence[Report], errors: Sequence[PlainspeakError] = ()) -> list[str]:
    """Return the plain lines as text."""
    return [line.text for line in plain_lines(reports, errors)]


def grouped(reports: Sequence[Report], errors: Sequence[PlainspeakError] = ()) -> list[str]:
    """Return the grouped lines as text."""
    return [line.text for line in grouped_lines(reports, errors)]


def test_one_line_a_finding(report: Report) -> None:
    """Each finding is one line with file, line, column, severity, message, rule and count."""
    lines = plain([report])
    assert lines[0] == (
        "paper.txt:1:5: warning: “ICB” isn’t explained: write “integrated care board (ICB)” the first time, and add a "
        "few words, such as “the NHS body that plans and pays for local health services”. "
        "[acronym-undefined, 2 times]"
    )
    found = [line for line in lines if line.endswith("]")]
    assert len(found) == len(report.findings)
    assert all(line.startswith("paper.txt:") for line in found)
    assert [line.rpartition("[")[2].rstrip("]").split(",")[0] for line in found] == [
        finding.rule for finding in report.findings
    ]


def test_plain_lines_are_plain(report: Report) -> None:
    """No colour codes, box drawing, tabs or line ends: a screen reader gets words alone."""
    lines = plain([report], [ReadError("Damaged.", where="b.docx")])
    for character in "".join(lines):
        assert character.isprintable()
        assert not "\u2500" <= character <= "\u259f"


def test_errors_and_notices() -> None:
    """A notice carries its place, an error its file; an error without a file stands by itself."""
    errors = [ReadError("It is damaged.", where="b.docx"), ConfigError("Wrong option.")]
    assert plain([], errors) == ["b.docx: error: It is damaged.", "error: Wrong option."]
    assert [line for line in grouped([], errors) if line] == ["b.docx: It is damaged.", "Wrong option."]


def test_notices(checker: Checker) -> None:
    """What wasn't read is told before the findings."""
    document = example_document(["The ICB met."])
    notices = (Notice("Page 4 is a picture.", Place(page=4)),)
    noted = Document("a.pdf", document.media_type, document.blocks, notices, document.source)
    report = checker.check_document(noted)
    assert plain([report])[0] == "a.pdf: page 4: note: Page 4 is a picture."
    assert grouped([report])[1] == "  Note: Page 4 is a picture."


def test_summary_names_three_things(report: Report) -> None:
    """After the findings come how many there are, and the three most useful things with the words concerned."""
    lines = plain([report])
    start = lines.index(f"paper.txt: {len(report.findings)} things to look at in {report.words} words.")
    assert lines[start + 1 : start + 4] == [
        "1. Spell out these 2 acronyms: ICB (2 times), XYZ.",
        "2. Explain or replace this term of the trade: Stakeholders.",
        "3. Keep one meaning for this acronym: CP.",
    ]
    assert not lines[start + 4].startswith("4.")
    assert start == len(report.findings)


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("All is well.", []),
        ("In order to win.", ["Use shorter words in this wordy phrase: In order to."]),
        ("They are hard to reach.", ["Look again at this way of speaking about people: hard to reach."]),
        (f"{'word ' * 26}.", ["Split this long sentence; the longest is at line 1."]),
        (f"{'word ' * 26}.\n\n{'word ' * 30}.", ["Split these 2 long sentences; the longest is at line 3."]),
        (
            "QAB, QAC and QAD.\n\nQAF, QAG, QAH and QAJ. QAJ.",
            ["Spell out these 7 acronyms: QAJ (2 times), QAB, QAC, QAD, QAF and 2 more."],
        ),
        (
            "The XYZ met. The xylophone yard zone (XYZ) ate.",
            ["Spell out this acronym sooner, at the first use: XYZ."],
        ),
    ],
)
def test_first_things(checker: Checker, text: str, things: list[str]) -> None:
    """Each is a sentence that names the words or the place; the most used acronyms come first, five at most."""
    assert first_things(checker.check(text)) == things


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ["There is no English text to check."]),
        ("Yes.", ["Nothing to put right in 1 word.", "This text is too short for a reading level."]),
        ("In order to win.", ["1 thing to look at in 4 words.", "This text is too short for a reading level."]),
        (
            "The ICB met.",
            [
                "1 thing to look at in 3 words.",
                "A reader from outside meets an unexplained acronym or term once: one in every 3 words.",
                "This text is too short for a reading level.",
            ],
        ),
        (
            "The ICB met the ICB.",
            [
                "1 thing to look at in 5 words.",
                "A reader from outside meets an unexplained acronym or term 2 times: one in every 2 words.",
                "This text is too short for a reading level.",
            ],
        ),
    ],
)
def test_overview(checker: Checker, text: str, said: list[str]) -> None:
    """How much there is to do, what a reader from outside meets, and how hard the text is."""
    assert overview(checker.check(text)) == said


@pytest.mark.parametrize(
    ("text", "counts", "said"),
    [
        (
            "All is well.",
            (0, 0),
            ["Nothing to put right in 3 words.", "Known from the baseline: 0. Gone since then: 0."],
        ),
        (
            "All is well.",
            (0, 2),
            ["Nothing to put right in 3 words.", "Known from the baseline: 0. Gone since then: 2."],
        ),
        ("All is well.", (3, 0), ["Nothing new in 3 words.", "Known from the baseline: 3. Gone since then: 0."]),
        ("Yes.", (1, 4), ["Nothing new in 1 word.", "Known from the baseline: 1. Gone since then: 4."]),
        (
            "In order to win.",
            (1, 2),
            ["1 thing to look at in 4 words.", "Known from the baseline: 1. Gone since then: 2."],
        ),
        ("In order to win.", (None, None), ["1 thing to look at in 4 words."]),
    ],
)
def test_overview_with_a_baseline(
    checker: Checker, text: str, counts: tuple[int | None, int | None], said: list[str]
) -> None:
    """With a baseline it says how many findings are known and how many are gone; without one it says nothing of it."""
    report = replace(checker.check(text), known=counts[0], gone=counts[1])
    assert overview(report) == [*said, "This text is too short for a reading level."]
    assert "\n".join(said[1:]) in "\n".join(plain([report]))
    assert "\n".join(f"  {line}" for line in said[1:]) in "\n".join(grouped([report]))


def test_groups_hold_every_rule() -> None:
    """Each rule stands under one heading."""
    assert sorted(rule for _, rules in GROUPS for rule in rules) == sorted(rule.id for rule in RULES)


def test_grouped_lines(report: Report) -> None:
    """Findings stand under their group, each with its place, its sentence and its message."""
    lines = grouped([report])
    assert lines[0] == "paper.txt"
    headings = [line for line in lines[1:] if line and not line.startswith(" ")]
    assert headings == [
        "Acronyms (3)",
        "Jargon (1)",
        "Words about people (1)",
        "Long sentences (1)",
        "Wordy phrases (1)",
        "In short",
    ]
    first = lines.index("Acronyms (3)") + 2
    assert lines[first : first + 3] == [
        "  ICB  2 times, first at line 1  (warning)",
        "    The ICB met. Two ICBs ate. The XYZ left.",
        "    “ICB” isn’t explained: write “integrated care board (ICB)” the first time, and add a few words, such as "
        "“the NHS body that plans and pays for local health services”.",
    ]


def test_a_heading_is_not_said_twice(checker: Checker) -> None:
    """Where the flagged words are all of their block, the line with the place holds them, and none repeats them."""
    hard = "Notwithstanding organisational transformation, practitioners acknowledge interoperability. " * 20
    easy = "The cat sat on the mat. We all had a cup of tea. " * 60
    text = f"# Welcome\n\n{easy}\n\n# Executive summary\n\n{hard}\n\n# The ICB\n\nIt met.\n\n# ICB\n\nIt ate."
    lines = grouped([checker.check(text, media_type="text/markdown")])
    start = lines.index("Hard to read (1)")
    assert lines[start + 2 : start + 5] == [
        "  Executive summary  line 5  (information)",
        "    The section “Executive summary” has a reading age of about 21 or over; aim for 16 or under. "
        "Shorter sentences and everyday words help most.",
        "",
    ]
    acronyms = lines.index("Acronyms (1)")
    assert lines[acronyms + 2 : acronyms + 4] == ["  ICB  2 times, first at line 9  (warning)", "    The ICB"]


def test_words_alone_in_their_block_are_not_said_twice(checker: Checker) -> None:
    """The same holds for a cell or a paragraph; with one word more around them, the sentence is shown."""
    alone, beside = (grouped([checker.check(text)]) for text in ("Stakeholders", "Stakeholders met"))
    start = alone.index("Jargon (1)") + 2
    assert alone[start] == beside[start] == "  Stakeholders  line 1  (warning)"
    assert alone[start + 1].startswith("    Some readers won’t know “Stakeholders”:")
    assert beside[start + 1] == "    Stakeholders met"
    assert beside[start + 2] == alone[start + 1]


def test_a_long_block_is_shown_once(checker: Checker) -> None:
    """A sentence too long for the first line is shown under its place, though it is all of its block."""
    lines = grouped([checker.check(f"{'word ' * 26}.")])
    start = lines.index("Long sentences (1)") + 2
    assert lines[start] == "  Line 1  (information)"
    assert lines[start + 1].startswith("    word word word")
    assert sum(line.lstrip().startswith("word") for line in lines) == 1


def test_flagged_words_are_marked_apart(report: Report) -> None:
    """In the excerpt the flagged words alone carry the mark."""
    marks = [text for line in grouped_lines([report], []) for text, style in line.parts if style == "mark"]
    assert marks[:2] == ["ICB", "XYZ"]
    assert len(marks) == len(report.findings)


def test_long_excerpts_are_shortened(checker: Checker) -> None:
    """Long text before and after is cut at a word, and so is a long flagged stretch."""
    around = grouped([checker.check(f"{'before ' * 20}. The ICB met. {'after ' * 20}.")])
    (line,) = [each for each in around if "The ICB met" in each]
    assert line.startswith("    … before ")
    assert line.endswith(" after …")
    assert len(line) < 170
    (long,) = [each for each in grouped([checker.check(f"{'word ' * 60}.")]) if each.startswith("    word")]
    assert long.endswith("word …")
    assert len(long) < 120


@pytest.mark.parametrize(
    ("place", "words", "compact"),
    [
        (None, "the whole text", "a"),
        (Place(line=3, column=7), "line 3", "a:3:7"),
        (Place(page=3, headings=("One", "Two")), "page 3, under “Two”", "a: page 3, under “Two”"),
        (Place(page=3, page_is_estimate=True), "about page 3", "a: about page 3"),
        (Place(table=(1, 2, 3)), "table 1, row 2, column 3", "a: table 1, row 2, column 3"),
        (Place(paragraph=4, part="footnote 2"), "footnote 2, paragraph 4", "a: footnote 2, paragraph 4"),
        (Place(slide=7, headings=("Title",)), "slide 7", "a: slide 7"),
        (Place(slide=7, part="speaker notes"), "slide 7, speaker notes", "a: slide 7, speaker notes"),
        (Place(slide=7, table=(1, 2, 3)), "slide 7, table 1, row 2, column 3", "a: slide 7, table 1, row 2, column 3"),
        (Place(sheet="Plan", cell="B2", table=(1, 2, 2)), "sheet “Plan”, cell B2", "a: sheet “Plan”, cell B2"),
        (Place(sheet="Plan", part="text box"), "sheet “Plan”, text box", "a: sheet “Plan”, text box"),
        (Place(), "the text", "a: the text"),
        (Place(headings=("x" * 99,)), f"under “{'x' * 59}…”", f"a: under “{'x' * 59}…”"),
    ],
)
def test_places_in_words(place: Place | None, words: str, compact: str) -> None:
    """A place is told in terms of its format."""
    assert describe_place(place) == words
    assert compact_place("a", place) == compact
