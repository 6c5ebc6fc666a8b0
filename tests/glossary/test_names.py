"""Words in longer names and job titles are told apart from words that stand for themselves."""

from __future__ import annotations

import pytest

from plainspeak.glossary.names import goes_on, is_in_body, is_in_job_title, is_in_name
from plainspeak.language.words import tokenize


def marked(text: str) -> tuple[list[str], int, int]:
    """Return the words of a text, and where those between square brackets begin and end."""
    before, inside, after = (part.split() for part in text.replace("]", "[").split("["))
    words = [token.text for token in tokenize(" ".join([*before, *inside, *after]))]
    start = len(tokenize(" ".join(before))) if before else 0
    return words, start, start + len(inside)


def in_name(text: str) -> bool:
    """Tell whether the words between square brackets are part of a name."""
    return any(ask(*marked(text)) for ask in (is_in_body, is_in_name, is_in_job_title))


@pytest.mark.parametrize(
    "text",
    [
        "The Primary Care [Commissioning] Committee met.",
        "[Commissioning] Committee minutes",
        "We met the Health and Care Partnership [Stakeholder] Forum.",
        "Read the [Chronic] Pain Plan for Merebrook.",
        "She lives at 12 [Pathway] Road.",
        "WRITE TO 12 [PATHWAY] ROAD",
        "The [Commissioning] and Transformation Committee met.",
        "Our head of [commissioning] spoke.",
        "Ask the director of finance and [commissioning].",
        "A [commissioning] manager came, and two others.",
        "The chair of the [pathway] group",
        "We use Merebrook [Acute] here.",
        "Under the Care and Support ([Eligibility Criteria]) Regulations 2015 we act.",
    ],
)
def test_parts_of_names(text: str) -> None:
    """Capitals beside it, the name of a body, or a role make it part of something longer."""
    assert in_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "[Commissioning] is late.",
        "We need [Commissioning] to change.",
        "Our [Commissioning] plans are late.",
        "The NHS [Stakeholders] met.",
        "We asked [Stakeholders] and Carers.",
        "[Stakeholder] Engagement",
        "A manager of a care home said [stakeholders] came.",
        "We met. [Commissioning] plans are late.",
        "We told the ICB [Stakeholders] about it.",
        "the [commissioning] committee",
    ],
)
def test_words_that_stand_for_themselves(text: str) -> None:
    """A capital of its own, or one that begins a sentence, makes no name."""
    assert not in_name(text)


@pytest.mark.parametrize(
    ("text", "goes"),
    [
        ("We sent all of our latest figures to the National [Cancer Registration] Service.", True),
        ("We asked the Merebrook [Integrated Care Board] to help us.", False),
        ("The [Joint Strategic Needs Assessment] for Merebrook is late again.", False),
        ("We told the [Health and Wellbeing Boards] and Police about it then.", False),
        ("The board of the [Integrated Care Board] ICB met here in May.", False),
        ("We use [cancer registration] Service data in our work.", False),
        ("The National [Cancer Registration] Service", False),
    ],
)
def test_a_name_that_goes_on(text: str, goes: bool) -> None:
    """What is the end of a name can be explained behind it; what is its middle can't."""
    assert goes_on(*marked(text)) is goes
