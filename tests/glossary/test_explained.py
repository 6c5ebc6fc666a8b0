"""A term that the text explains where it uses it needs no other explanation."""

from __future__ import annotations

import re

import pytest

from plainspeak.document import Span
from plainspeak.glossary import is_explained

EXPLAINED = [
    "A care pathway (the plan for a person's care) was agreed.",
    "A care pathway [the plan of care] was agreed.",
    "A care pathway (CP) (the plan of someone's care) was agreed.",
    "This care pathway (also called a plan of care) helps.",
    "The care pathway, that is, the plan of care, was agreed.",
    "The care pathway, in other words the plan of care, was agreed.",
    "The care pathway \u2013 in other words the plan \u2013 was agreed.",
    "A care pathway, meaning a plan of care, was agreed.",
    "A care pathway, which is a plan of care, was agreed.",
    "A care pathway, which is when care is planned, helps.",
    "A care pathway, which means a plan of care, was agreed.",
    "A care pathway, or simply a plan, was agreed.",
    "A care pathway, or in plain words a plan, was agreed.",
    "A care pathway, a plan for each patient, was agreed.",
    "A care pathway \u2013 a written plan \u2013 was agreed.",
    "A care pathway \u2014 the agreed process of care \u2014 was set.",
    "A care pathway means the steps of someone's care.",
    "\u201cCare pathway\u201d means the steps of someone's care.",
    "Care pathways mean the steps of someone's care.",
    "Care pathway refers to the steps of care.",
    "Care pathway describes the steps of care.",
    "A care pathway (CP) is a plan for someone's care.",
    "A care pathway is a plan that says what happens next.",
    "A care pathway is an agreed written plan for care.",
    "Care pathways are plans that say what happens.",
    "A care pathway is the way in which care is arranged.",
    "Care pathways are documents that say what happens.",
    "A care pathway (CP) is an amount of care that is agreed beforehand.",
    "A care pathway is when care is planned.",
    "A care pathway is how care is planned.",
    "A care pathway is about how care is planned.",
    "The plan, called a care pathway, was agreed.",
    "The plan, known as the care pathway, was agreed.",
    "A plan that we call a \u201ccare pathway\u201d was agreed.",
    "We call this a care pathway.",
    "The term for this is care pathway.",
    "In the jargon, a care pathway.",
    "By care pathway we mean the plan of care.",
    "By \u201ccare pathway\u201d, we mean the plan of care.",
    "What we mean by care pathway is simple.",
    "Care pathway: the steps of someone's care",
    "Care pathway - what happens to you and when",
    "What is a care pathway?",
    "What does care pathway mean?",
    "Care pathway \u2013 what happens to you and when",
    "**Care pathway** = what happens and when",
    "A care pathway, a short and simple written plan for patients, was agreed.",
    "The care pathway service, where staff plan your care, is new.",
    "We use a care pathway. This means planning each step.",
    "The term \u201ccare pathway\u201d means that care is planned.",
    "The phrase care pathway is used for the plan of care.",
    "A care pathway, which shows what happens next, was agreed.",
    "A care pathway, which describes the range of care, was agreed.",
    "We use a care pathway. This is when care is planned.",
    "We use care pathways. They are written plans that say what happens.",
    "The care pathway for stroke patients (the steps of their care) was agreed.",
    "CP: Care pathway. The steps of someone's care, one after the other.",
]
UNEXPLAINED = [
    "The care pathway was agreed.",
    "Care pathway",
    "The care pathway (Leeds) was agreed.",
    "Care pathway \u2013 AGE AND SEX OF PATIENTS",
    "The long-term care pathway means that care is planned.",
    "The care pathway, which shows promise, was agreed.",
    "The care pathway (CP) was agreed.",
    "The care pathway (see page 4) was agreed.",
    "The care pathway (See page 4) was agreed.",
    "The care pathway (agreed) was late.",
    "The care pathway, which was late, was agreed.",
    "The care pathway, as we said, is late.",
    "The care pathway is late.",
    "The care pathway is a success.",
    "The care pathway is a plan.",
    "The care pathway is part of our work.",
    "The care pathway is right for us.",
    "The care pathway is being reviewed.",
    "The care pathway has been described.",
    "The care pathway and its meaning are clear.",
    "The care pathway by area",
    "We agreed by care pathway.",
    "Sorted by care pathway, waits fell.",
    "Funded by the care pathway, we meant to grow.",
    "The care pathway - agreed in May - is late.",
    "Our care pathway: agreed.",
    "We discussed the care pathway: costs and waits and staff.",
    "We use a care pathway. This means that costs fall.",
    "We use a care pathway. This is a great success.",
    "The care pathway for stroke patients (see the plan) was agreed.",
    "The care pathway (particularly for stroke patients) was agreed.",
    "The board meant the care pathway.",
    "CP: Care pathway. It is late.",
    "Note: Care pathway. The board will come back to this in May.",
    "The CP: care pathway. The board will come back to this in May.",
    "Patients on the care pathway describe long waits.",
    "The recalled care pathway was mended.",
    "The so-called care pathway was agreed.",
    "The care pathway means that we save money.",
    "Delays on the care pathway mean that people wait.",
    "The care pathway (such as one for hip operations) was late.",
    "The care pathway (for example the one for hip operations) was late.",
]
# Wording that looks like an explanation and is none.
TAKEN_FOR_EXPLAINED = [
    "The care pathway (agreed in May 2026) was late.",
    "The care pathway (the budget was £5m) was late.",
    "The care pathway, the budget and the plan were agreed.",
    "The care pathway, an idea whose time has come, was late.",
    "The care pathway is the best way to save money.",
    "The people behind the care pathway mean well.",
]


def explained(text: str) -> bool:
    """Tell whether a text explains "care pathway"."""
    match = re.search("care pathways?", text, re.IGNORECASE)
    assert match is not None
    return is_explained(text, Span(*match.span()))


@pytest.mark.parametrize("text", EXPLAINED)
def test_an_explanation_is_seen(text: str) -> None:
    """Accept words in brackets, after a comma or dash, after "means", before "called", and entries of a list."""
    assert explained(text)
    assert explained(text.replace("'", "\u2019"))


@pytest.mark.parametrize("text", UNEXPLAINED)
def test_a_mere_use_explains_nothing(text: str) -> None:
    """Accept no short note in brackets, cross-reference, aside or opinion."""
    assert not explained(text)


@pytest.mark.parametrize("text", TAKEN_FOR_EXPLAINED)
def test_some_uses_are_known_misses(text: str) -> None:
    """Known miss: this says something of the term, but not what it is."""
    assert explained(text)


def test_words_far_away_explain_nothing() -> None:
    """Look only at the words beside the term that is asked about."""
    text = "A care pathway is a plan that helps. The care pathway was agreed."
    second = text.rindex("care pathway")
    assert not is_explained(text, Span(second, second + len("care pathway")))
