"""The rule ``hard-to-read``."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plainspeak.checker import Checker
from plainspeak.config import RuleSetting, profile_config
from plainspeak.findings import Finding
from plainspeak.glossary import Glossary
from plainspeak.testing import check_example

from .tables import examples

RULE = "hard-to-read"
EASY = "The cat sat on the mat. The dog lay by the door. We all had a cup of tea. It was a good day."
MIDDLING = (
    "The nurses visit patients every morning. Families often telephone the surgery about appointments. "
    "Doctors answer questions about medicines and about operations."
)
HARD = (
    "Notwithstanding considerable organisational transformation, multidisciplinary practitioners acknowledge "
    "insufficient interoperability, necessitating comprehensive reconfiguration of administrative infrastructure "
    "throughout participating organisations in the locality and beyond."
)

# Every option's value is low enough that the rule would speak if the text were harder or longer.
MISSES = f"""
with least-words: 20, max-age: 11
{EASY}

with least-words: 20, max-age: 16
{MIDDLING}

with least-words: 100, max-age: 6
{HARD}

with least-words: 20, max-age: 60
{HARD}

with least-words: 1, max-age: 6
Notwithstanding interoperability.

with least-words: 20, max-age: 11
{EASY}
{EASY}

with least-words: 5, max-age: 11
The NHS and the GP sat on the mat. The NHS and the GP lay by the door. It was a good day for us all.

with least-words: 24, max-age: 6
{HARD}
"""


def found(text: str, *, profile: str = "meeting-paper", **options: int) -> list[Finding]:
    """Return the rule's findings in a Markdown text, with no glossary at all."""
    config = profile_config(profile)
    setting = config.rules[RULE].updated_by(RuleSetting(options=options))
    checker = Checker(replace(config, rules={**config.rules, RULE: setting}), glossary=Glossary())
    report = checker.check(text, media_type="text/markdown")
    return [finding for finding in report.findings if finding.rule == RULE]


def paper(**sections: str) -> str:
    """Return a Markdown paper with these sections."""
    return "\n\n".join(f"# {heading}\n\n{text}" for heading, text in sections.items())


@pytest.mark.parametrize("example", examples(MISSES))
def test_quiet(example: str, small: Checker) -> None:
    """Easy, middling and short texts pass, each under limits that a harder or longer one would break."""
    check_example(RULE, example, checker=small)


@pytest.mark.parametrize(
    ("text", "max_age"),
    [(EASY, 5), (MIDDLING, 11), (HARD, 11), (HARD, 16), (f"{EASY} {HARD}", 11), (f"{HARD} {HARD}", 20)],
)
def test_the_whole_text(text: str, max_age: int) -> None:
    """A text over the limit is one finding about the whole, which has no place."""
    (finding,) = found(text, max_age=max_age, least_words=20)
    assert (finding.at, finding.text, finding.places, finding.count) == (None, None, (), 1)
    assert finding.severity.value == "information"


def test_message_says_the_age_and_the_aim() -> None:
    """The age is at most 21, and the message says what helps."""
    (finding,) = found(HARD, max_age=11, least_words=20)
    assert finding.message == (
        "This text has a reading age of about 21 or over; aim for 11 or under. "
        "Shorter sentences and everyday words help most."
    )


def test_a_section_harder_than_the_rest() -> None:
    """The heading of a section that is clearly harder than the whole is flagged, and no other."""
    text = paper(Welcome=" ".join([EASY] * 6), Structures=HARD, Goodbye=" ".join([EASY] * 6))
    (finding,) = found(text, max_age=16, least_words=20)
    assert finding.text == "Structures"
    assert finding.at is not None
    assert (finding.at.block, finding.at.span.start, finding.at.span.end) == (2, 0, 10)
    assert finding.message == (
        "The section “Structures” has a reading age of about 21 or over; aim for 16 or under. "
        "Shorter sentences and everyday words help most."
    )


def test_the_message_names_the_whole_heading() -> None:
    """Numbers and several words of a heading are named too, each section by its own."""
    easy = " ".join([EASY] * 12)
    text = paper(**{"Welcome": easy, "1. Executive summary": HARD, "Annex A: sums": HARD, "Goodbye": easy})
    assert [
        finding.message.partition(" has a reading age")[0] for finding in found(text, max_age=16, least_words=20)
    ] == [
        "The section “1. Executive summary”",
        "The section “Annex A: sums”",
    ]


def test_sections_as_hard_as_a_hard_text() -> None:
    """Where the whole text is too hard, sections that are no harder add nothing."""
    (finding,) = found(paper(One=HARD, Two=HARD), max_age=11, least_words=20)
    assert finding.at is None


def test_short_sections_are_not_judged() -> None:
    """A section below the least number of words is passed over."""
    text = paper(Welcome=" ".join([EASY] * 6), Structures=HARD)
    assert found(text, max_age=16, least_words=40) == []


def test_text_before_the_first_heading_is_no_section() -> None:
    """What has no heading can't be pointed at, so only the whole text is judged."""
    text = f"{HARD}\n\n{paper(Welcome=' '.join([EASY] * 6))}"
    assert found(text, max_age=16, least_words=20) == []


def test_tables_and_headings_do_not_count() -> None:
    """The level is that of prose: cells and headings leave it as it is."""
    table = "| Interoperability | Reconfiguration |\n| --- | --- |\n| Multidisciplinary | Infrastructure |"
    assert found(f"# {HARD}\n\n{EASY}\n\n{table}", max_age=11, least_words=20) == []


@pytest.mark.parametrize(
    ("profile", "most", "severity"),
    [("meeting-paper", 16, "information"), ("public-document", 14, "information"), ("patient-leaflet", 11, "warning")],
)
def test_profiles(profile: str, most: int, severity: str) -> None:
    """Each profile has its limit; in a leaflet it is a warning."""
    (finding,) = found(" ".join([HARD] * 5), profile=profile)
    assert f"aim for {most} or under" in finding.message
    assert finding.severity.value == severity
