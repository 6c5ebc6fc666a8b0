"""What findings say: calm, about the text, and plain enough for plainspeak itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from plainspeak.checker import Checker
from plainspeak.config import profile_config
from plainspeak.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Callable

    from plainspeak.report import Report

    Check = Callable[..., Report]

HARD = "Notwithstanding organisational transformation, practitioners acknowledge insufficient interoperability. "
TEXTS = {
    "acronym-undefined": [
        "The ICB met.",
        "ICBs met. ICBs ate.",
        "The XYZ met.",
        "An XYZ met an XYZ.",
        "The PCT met.",
    ],
    "acronym-ambiguous": ["An OT came.", "The LA met.", "CHC is paid."],
    "acronym-defined-late": ["The ICB met. The integrated care board (ICB) ate."],
    "acronym-unlinked": ["The integrated care board met. The ICB ate.", "The ICB ate. The integrated care board met."],
    "acronym-defined-in-appendix-only": ["The ICB met.\n\n# Abbreviations\n\nICB: integrated care board"],
    "acronym-overload": [
        "The XQA, XQB, XQD, XQE, XQF and XQG met.",
        "XQA, XQB, XQD, XQE, XQF, XQG, XQH, XQJ, XQK, XQL.",
    ],
    "acronym-redundant": ["The integrated care board (ICB) met. The ICB board ate.", "The ICB boards met."],
    "acronym-unneeded": [
        "The integrated care board (ICB) met.",
        "The integrated care board (ICB) met. The ICB ate.",
    ],
    "acronym-redefined": ["The integrated care board (ICB) met. The integrated care board (ICB) ate."],
    "acronym-conflicting": ["The care plan (CP) is new. The community pharmacist (CP) agrees."],
    "jargon": [
        "Stakeholders met.",
        "Reablement helps.",
        "The Better Care Fund pays.",
        "Reablement helps. Reablement means help at home.",
    ],
    "special-meaning": ["An acute ward.", "An acute bed.", "An acute bed. An acute bed means a bed in hospital."],
    "clinical-term": ["They have hypertension.", "They need dialysis.", "Dialysis. Dialysis means cleaning the blood."],
    "ended-body": ["The health watch groups met.", "Ask NHS Trainers.", "Ask the listening panel."],
    "power-language": ["The elderly.", "They are hard to reach.", "A bed blocker."],
    "hidden-decision-maker": ["It was agreed.", "The plan is to be reviewed."],
    "passive-voice": ["The letter was sent."],
    "doing-to": [
        "We allow patients to choose.",
        "We want to let patients choose.",
        "We get patients to comply.",
        "We educate the public about this.",
        "We deal with patients.",
        "We manage expectations.",
        "We give people a voice.",
        "We take people with us.",
        "Our patients came.",
    ],
    "unowned-action": [
        "Action: send the plan.",
        "Action: send the plan by 3 May.",
        "| Action | By when |\n| --- | --- |\n| Send the plan | |",
    ],
    "buried-verb": [
        "We made a decision to move.",
        "This is for the provision of care.",
        "We asked for the provision of care.",
        "We did an annual review of it.",
        "A review of it was done.",
    ],
    "noun-string": ["The patient transport improvement plan is here."],
    "double-negative": [
        "It is not uncommon.",
        "It is not at all uncommon.",
        "It is not without risk.",
        "No ward is without risk.",
        "No visit is paid unless we meet.",
        "We do not disagree.",
        "Not unless we meet.",
        "We will not fail to meet.",
        "We will not meet unless it rains.",
        "We will not meet except in May.",
    ],
    "long-sentence": [f"{'word ' * 26}."],
    "long-paragraph": ["We met. " * 30, f"- {'word ' * 121}"],
    "hard-to-read": [HARD * 20, f"# Odd\n\n{HARD * 15}\n\n# Fine\n\n{'The cat sat on the mat. ' * 99}"],
    "wordy-phrase": ["In order to win.", "It should be noted that we met.", "An individual.", "We utilised it."],
    "latin": ["Fruit, e.g. pears.", "Pens etc. Ink.", "Paid pro rata."],
    "negative-contraction": ["Don't go.", "It's sore, isn't it?", "Shouldn't it be sore, go."],
}
CASES = [
    pytest.param(rule, text, id=f"{rule}-{number}")
    for rule, texts in TEXTS.items()
    for number, text in enumerate(texts)
]
FORBIDDEN = re.compile(
    r"\b(?:your|you (?:should|must|need|have to)|you['’]ve)\b"
    r"|\b(?:should|must|wrong|mistake|incorrect|bad|poor|lazy|careless|fail\w*|error)\b",
    re.IGNORECASE,
)


def messages(report: Report, rule: str) -> list[str]:
    """Return what one rule says, its advice and reasons included."""
    found = [finding for finding in report.findings if finding.rule == rule]
    return [finding.message for finding in found] + [each.message for finding in found for each in finding.related]


def test_every_rule_is_covered() -> None:
    """A new rule needs texts here."""
    assert set(TEXTS) == {rule.id for rule in RULES}


@pytest.mark.parametrize(("rule", "text"), CASES)
def test_messages_are_calm_sentences(rule: str, text: str, check: Check) -> None:
    """A message begins with a capital or the quoted words, ends with a full stop, and neither orders nor blames."""
    said = messages(check(text), rule)
    assert said
    for message in said:
        assert re.match("[A-Z“]", message)
        assert message.endswith(".")
        assert not message.endswith("..")
        assert "  " not in message
        assert FORBIDDEN.search(re.sub("“[^”]*”", "“it”", message)) is None


@pytest.mark.parametrize(("rule", "text"), CASES)
def test_messages_pass_plainspeak(rule: str, text: str, check: Check, public: Checker) -> None:
    """At the public-document profile nothing is found in a message, the words that it quotes aside."""
    for message in messages(check(text), rule):
        report = public.check(re.sub("“[^”]*”", "“it”", message))
        assert [(finding.rule, finding.text) for finding in report.findings] == []


@pytest.fixture(scope="module")
def public() -> Checker:
    """A checker with the built-in glossary and the public-document profile."""
    return Checker(profile_config("public-document"))
