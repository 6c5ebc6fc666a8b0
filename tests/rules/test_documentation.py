"""Every rule is documented, named and graded as the architecture says, and its examples are true."""

from __future__ import annotations

import re
from dataclasses import FrozenInstanceError, fields
from typing import TYPE_CHECKING

import pytest

from plainspeak.rules import RULES, BlockRule, DocumentRule, Rule
from plainspeak.rules.documentation import Example, documentation, parse_example
from plainspeak.testing import check_example

if TYPE_CHECKING:
    from plainspeak.checker import Checker

SEVERITIES = {
    "acronym-undefined": "warning",
    "acronym-ambiguous": "warning",
    "acronym-unlinked": "warning",
    "acronym-defined-late": "warning",
    "acronym-conflicting": "warning",
    "acronym-defined-in-appendix-only": "information",
    "acronym-overload": "information",
    "acronym-redundant": "information",
    "acronym-unneeded": "hint",
    "acronym-redefined": "hint",
    "jargon": "warning",
    "ended-body": "information",
    "clinical-term": "information",
    "special-meaning": "hint",
    "power-language": "information",
    "hidden-decision-maker": "information",
    "passive-voice": "information",
    "doing-to": "information",
    "unowned-action": "information",
    "buried-verb": "information",
    "noun-string": "information",
    "double-negative": "information",
    "long-sentence": "information",
    "long-paragraph": "information",
    "hard-to-read": "information",
    "wordy-phrase": "information",
    "latin": "hint",
    "negative-contraction": "information",
}
each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)


@pytest.mark.parametrize(
    ("rule", "example"),
    [
        pytest.param(rule, example, id=f"{rule.id}-{number}")
        for rule in RULES
        for number, example in enumerate(documentation(rule).examples, 1)
    ],
)
def test_documented_examples_are_true(rule: type[Rule], example: Example, checker: Checker) -> None:
    """The carets of each docstring example stand where the rule, with the built-in glossary, finds something."""
    check_example(rule.id, example, checker=checker)


@each_rule
def test_names_agree(rule: type[Rule]) -> None:
    """The id is kebab-case, and the class and the module have the same name in their own spelling."""
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.id)
    assert rule.__name__ == "".join(word.capitalize() for word in rule.id.split("-"))
    assert rule.__module__ == f"plainspeak.rules.{rule.id.replace('-', '_')}"


def test_ids_are_unique() -> None:
    """No two rules share an id."""
    ids = [rule.id for rule in RULES]
    assert len(set(ids)) == len(ids)


def test_severities_are_those_of_the_architecture() -> None:
    """Each rule reports what the architecture gives it, and none an error."""
    assert {rule.id: rule.severity.value for rule in RULES} == SEVERITIES


@each_rule
def test_sections_are_complete(rule: type[Rule]) -> None:
    """A summary that is one sentence, why it matters, what to do instead, and examples."""
    page = documentation(rule)
    assert re.fullmatch(r"(Flag|Note) [^.]+\.", page.summary)
    for text in (page.why, page.instead):
        assert len(text.split()) >= 5
        assert text.endswith(".")
    assert page.examples


@each_rule
def test_options_are_frozen_and_documented(rule: type[Rule]) -> None:
    """Options are a frozen dataclass of whole numbers, each with a default that the page shows."""
    options = rule.options_type()
    defaults = {field.name.replace("_", "-"): getattr(options, field.name) for field in fields(rule.options_type)}
    assert documentation(rule).options == defaults
    assert all(isinstance(value, int) for value in defaults.values())
    for field in fields(rule.options_type):
        with pytest.raises(FrozenInstanceError):
            setattr(options, field.name, 1)


@each_rule
def test_a_rule_is_of_one_kind(rule: type[Rule]) -> None:
    """A rule looks at one block or at a whole document, never at both."""
    assert issubclass(rule, BlockRule) != issubclass(rule, DocumentRule)


def test_a_docstring_without_sections_is_refused() -> None:
    """The error names the class and the sections."""

    class Bare(DocumentRule):
        """Flag nothing."""

    with pytest.raises(ValueError, match="Bare needs a summary, 'Why it matters'"):
        documentation(Bare)


def test_an_example_is_read_line_by_line() -> None:
    """Options, text and carets are told apart; carets belong to the text line above them."""
    example = parse_example("with max-words: 6, least-words: 20\nOne two.\n    ^^^ jargon\n^^^ jargon\nThree.")
    assert example.options == {"max_words": 6, "least_words": 20}
    assert example.lines == ("One two.", "Three.")
    assert [(each.line, each.start, each.end) for each in example.expected] == [(0, 4, 7), (0, 0, 3)]
