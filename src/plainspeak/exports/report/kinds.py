"""The kinds of findings on a report: their names for one finding, and the families that look alike in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plainspeak.findings import Severity
from plainspeak.reporters.summary import GROUPS

__all__ = ["FAMILIES", "KINDS", "SEVERITIES", "Kind", "kind_of"]

FAMILIES = {
    "letters": "Acronyms",
    "words": "Jargon and other special words",
    "people": "People, and who does what",
    "sentences": "Sentences",
    "wording": "Wordy phrases and Latin",
}
"""What a reader of the text can tell apart by colour and line: five looks are few enough to learn."""

SEVERITIES = {
    Severity.ERROR: ("Error", "must be put right"),
    Severity.WARNING: ("Warning", "shuts readers out"),
    Severity.INFORMATION: ("Note", "worth a look"),
    Severity.HINT: ("Hint", "a small thing"),
}
"""How a report names each severity and what it means, the most serious first."""

_SINGULAR = {
    "Acronyms": ("acronym", "letters"),
    "Jargon": ("jargon", "words"),
    "Clinical words": ("clinical word", "words"),
    "Ended or renamed": ("ended or renamed", "words"),
    "Words about people": ("words about people", "people"),
    "Actions": ("action", "people"),
    "Who decides": ("who decides", "people"),
    "Long sentences": ("long sentence", "sentences"),
    "Long paragraphs": ("long paragraph", "sentences"),
    "Hard to read": ("hard to read", "sentences"),
    "Passive verbs": ("passive verb", "sentences"),
    "Buried verbs": ("buried verb", "sentences"),
    "Strings of nouns": ("string of nouns", "sentences"),
    "Double negatives": ("double negative", "sentences"),
    "Everyday words with a special meaning": ("special meaning", "words"),
    "Wordy phrases": ("wordy phrase", "wording"),
    "Latin": ("Latin", "wording"),
    "Short forms of \u201cnot\u201d": ("short form", "wording"),
}


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of findings: one of the headings of a report."""

    title: str
    slug: str
    """The title for addresses and classes."""
    one: str
    """What one finding of this kind is called."""
    family: str
    rules: tuple[str, ...]


KINDS = tuple(
    Kind(title, "-".join(re.findall(r"[a-z]+", title.lower())), *_SINGULAR[title], rules) for title, rules in GROUPS
)
"""Every kind, the most useful to put right first."""

_BY_RULE = {rule: kind for kind in KINDS for rule in kind.rules}


def kind_of(rule: str) -> Kind:
    """Return the kind that a rule's findings are of."""
    return _BY_RULE[rule]
