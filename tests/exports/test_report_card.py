"""The card of a report: what each row counts, when it changes its colour, and the verdict in one sentence."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from plainspeak.checker import Checker
from plainspeak.config import PROFILES, CardLimits, PathIgnore, RowLimits, RuleSetting, profile_config
from plainspeak.exports.report.card import Row, card, verdict
from plainspeak.exports.report.sentences import most_words, sentence_lengths
from plainspeak.rules import RULES

if TYPE_CHECKING:
    from plainspeak.config import Config
    from plainspeak.report import Report

ROOT = Path(__file__).resolve().parents[2]
EASY = "We met in the hall and had a cup of tea. "
UNEXPLAINED = "The QZX met."
JARGON = "The stakeholders met."
CLINICAL = "Hypertension is common."
PEOPLE = "He is a frequent flyer."


def rows_of(report: Report, config: Config | None = None) -> dict[str, Row]:
    """Return the rows by their titles."""
    rows = card(report, config or profile_config(), sentence_lengths(report.document))
    return {row.title: row for row in rows}


def colours(report: Report, config: Config | None = None) -> list[str]:
    """Return the colours from top to bottom."""
    return [row.colour for row in rows_of(report, config).values()]


def test_a_plain_paper_is_green(checker: Checker) -> None:
    """Nothing to do, and each row says so with its figure."""
    report = checker.check(EASY * 20)
    assert colours(report) == ["green"] * 5
    assert [row.start for row in rows_of(report).values()][:4] == [""] * 4
    assert rows_of(report)["Acronyms"].basis == "0 in 220 words. Amber begins at 1 in 1,000, red at 5 in 1,000."
    assert verdict(report, card(report, profile_config(), (9,))) == (
        "Most people should find this paper easy, and no unexplained acronym or term was found."
    )


@pytest.mark.parametrize(
    ("text", "title", "meaning", "kind"),
    [
        (UNEXPLAINED, "Acronyms", "1 acronym isn\u2019t explained where a reader first meets it.", "acronyms"),
        (JARGON, "Jargon", "1 term may be new to readers from outside.", "jargon"),
        (
            f"{JARGON} {CLINICAL}",
            "Jargon",
            "1 term and 1 clinical word may be new to readers from outside.",
            "jargon",
        ),
        (PEOPLE, "Words about people", "1 description of people is worth a second look.", "words-about-people"),
        ("Word " * 30 + "ends.", "Sentences", "1 of 1 sentence has more than 25 words.", "long-sentences"),
    ],
)
def test_what_a_row_says(checker: Checker, text: str, title: str, meaning: str, kind: str) -> None:
    """Each row says what was found, and leads to the findings."""
    row = rows_of(checker.check(text))[title]
    assert (row.meaning, row.kind) == (meaning, kind)


@pytest.mark.parametrize("sentences", [0, 2000])
def test_one_unexplained_acronym_is_never_green(checker: Checker, sentences: int) -> None:
    """Not in one line, and not in 20,000 words."""
    assert rows_of(checker.check(UNEXPLAINED + " " + EASY * sentences))["Acronyms"].colour == "amber"


def test_a_long_paper_is_not_red_for_being_long(checker: Checker) -> None:
    """Five acronyms are many in a page, and few in five thousand words."""
    five = " ".join(f"The {letters} met." for letters in ("QZX", "QZV", "QZW", "QZJ", "QZK"))
    assert rows_of(checker.check(five))["Acronyms"].colour == "red"
    assert rows_of(checker.check(five + " " + EASY * 500))["Acronyms"].colour == "amber"


def test_one_term_many_times_counts_once(checker: Checker) -> None:
    """One explanation puts all its places right."""
    row = rows_of(checker.check(" ".join([UNEXPLAINED] * 50)))["Acronyms"]
    assert (row.colour, row.meaning[:9]) == ("amber", "1 acronym")


@pytest.mark.parametrize(("amber", "red", "colour"), [(2, 3, "green"), (1, 2, "amber"), (1, 1, "red")])
def test_limits_are_settings(checker: Checker, amber: int, red: int, colour: str) -> None:
    """A colour begins at its number."""
    limits = replace(CardLimits(), jargon=RowLimits(amber, red))
    assert rows_of(checker.check(JARGON), replace(profile_config(), card=limits))["Jargon"].colour == colour


@pytest.mark.parametrize(("long", "colour"), [(0, "green"), (1, "amber"), (2, "amber"), (3, "red")])
def test_sentences_are_a_percentage(checker: Checker, long: int, colour: str) -> None:
    """Of ten sentences, one or two too long are amber and three red."""
    text = "\n\n".join(["word " * 30 + "ends."] * long + [EASY] * (10 - long))
    row = rows_of(checker.check(text))["Sentences"]
    assert (row.colour, row.basis.split(".")[0]) == (colour, f"{10 * long}% of sentences")


def test_long_cells_are_no_sentences(checker: Checker) -> None:
    """What stands in a table doesn't count among the sentences of the text."""
    table = f"{EASY}\n\n| A | B |\n| --- | --- |\n| {'word ' * 30} | b |\n"
    report = checker.check(table, media_type="text/markdown")
    assert "long-sentence" in report.count_by_rule()
    assert rows_of(report)["Sentences"].meaning == "No sentence of more than 25 words was found."


@pytest.mark.parametrize(("age", "colour"), [(14, "green"), (15, "amber"), (17, "amber"), (18, "red")])
def test_reading_age(checker: Checker, age: int, colour: str) -> None:
    """The colours of the reading age are those of the words that the report has for it."""
    report = checker.check(EASY * 20)
    report = replace(report, reading=replace(report.reading, level=float(age - 5)))
    assert report.reading.reading_age == age
    assert rows_of(report)["Reading level"].colour == colour


def test_what_the_settings_leave_out_is_grey(checker: Checker) -> None:
    """A row that nothing was looked for is not green: by the profile, by the file's path, by a comment in the file."""
    text = f"{UNEXPLAINED} {EASY * 3}"
    rules = dict.fromkeys(("jargon", "clinical-term", "long-sentence"), RuleSetting(enabled=False))
    off = replace(profile_config(), rules=rules)
    assert colours(Checker(off).check(text), off)[1:3] == ["grey", "grey"]
    none = replace(off, rules={rule.id: RuleSetting(enabled=False) for rule in RULES})
    report = Checker(none).check(text)
    assert verdict(report, list(rows_of(report, none).values())) == (
        "Most people should find this paper easy, but acronyms and jargon were not checked."
    )
    ignoring = replace(profile_config(), ignores=(PathIgnore("*.md"),), root=Path.cwd())
    assert colours(checker.check(text, name="a.md"), ignoring)[:4] == ["grey"] * 4
    told = f"<!-- plainspeak-ignore-file: quoted -->\n\n{text}"
    assert colours(checker.check(told, media_type="text/markdown"))[:4] == ["grey"] * 4


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "There is no English text to check in this paper."),
        (EASY, "No unexplained acronym or term was found."),
        (
            UNEXPLAINED,
            "Readers from outside meet an unexplained acronym or term once in every 3 words: start with the acronyms.",
        ),
        (
            f"{EASY * 20}\n\n{UNEXPLAINED} {JARGON} {PEOPLE}",
            "Most people should find this paper easy, but readers from outside meet an unexplained acronym or term "
            "once in every 116 words: start with the acronyms and the words about people.",
        ),
    ],
)
def test_verdict(checker: Checker, text: str, said: str) -> None:
    """One sentence: how it reads, how often it loses a reader from outside, and what to start with."""
    report = checker.check(text)
    assert verdict(report, list(rows_of(report).values())) == said


def test_verdict_on_a_hard_paper_without_jargon(checker: Checker) -> None:
    """What is good isn't said as if it followed from what is bad."""
    report = checker.check(EASY * 20)
    report = replace(report, reading=replace(report.reading, level=11.0))
    assert verdict(report, list(rows_of(report).values())) == (
        "Many people will have to work at this paper, though no unexplained acronym or term was found: "
        "start with plainer words."
    )


def test_red_comes_before_amber_in_the_verdict(checker: Checker) -> None:
    """What needs the most work is named first, and no more than two things."""
    row = Row("A", "amber", "", start="the ambers")
    rows = [
        row,
        Row("B", "red", "", start="the reds"),
        replace(row, start="the others"),
        Row("C", "green", "", start="x"),
    ]
    assert verdict(checker.check(EASY), rows).endswith("found: start with the reds and the ambers.")


def test_most_words_follows_the_settings() -> None:
    """What the page calls a long sentence is what the rule calls one."""
    assert [most_words(profile_config(profile)) for profile in PROFILES] == [25, 25, 20]
    assert most_words(replace(profile_config(), rules={})) == 25


def test_the_limits_are_on_the_page_about_reports() -> None:
    """The table in the documentation has the numbers of each profile."""
    page = (ROOT / "docs" / "report.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z-]+)` \| [^|]+ \| (\d+ and \d+) \| (\d+ and \d+) \| (\d+ and \d+) \|$", page, re.M)
    cards = [profile_config(profile).card for profile in PROFILES]
    assert {name: numbers for name, *numbers in rows} == {
        name: [
            f"{limits.amber} and {limits.red}" for each in cards if (limits := getattr(each, name.replace("-", "_")))
        ]
        for name in ("acronyms", "jargon", "sentences", "power-language", "reading-age")
    }
