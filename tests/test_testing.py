"""The public helper for rule tests fails when it should, and shows why."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plainspeak.checker import Checker
from plainspeak.config import RuleSetting
from plainspeak.document import Span
from plainspeak.rules.documentation import parse_example
from plainspeak.testing import check_example, draw, example_document

RULE = "acronym-undefined"


@pytest.mark.parametrize(
    "example",
    [
        "The ICB met.\n    ^^^ acronym-undefined",
        "\nThe ICB met.\n    ^^^ acronym-undefined\n",
        "All is well.",
        "The ICB met.\n    ^^^ acronym-undefined\nIn order to win.",
        "The ICB met.\n    ^^^ acronym-undefined\nIn order to win.\n^^^^^^^^^^^ wordy-phrase",
        parse_example("The ICB met.\n    ^^^ acronym-undefined"),
    ],
)
def test_passes(checker: Checker, example: str) -> None:
    """Right carets pass; findings of rules that no caret names are passed over."""
    check_example(RULE, example, checker=checker)


@pytest.mark.parametrize(
    "example",
    [
        "The ICB met.",
        "The ICB met.\n   ^^^ acronym-undefined",
        "The ICB met.\n    ^^ acronym-undefined",
        "The ICB met.\n    ^^^ acronym-undefind",
        "The ICB met.\n    ^^^ acronym-undefined\n        ^^^ acronym-undefined",
        "The ICB met. An ICB.\n    ^^^ acronym-undefined",
        "All is well.\n^^^ acronym-undefined",
        "The ICB met.\nThe ICB met.\n    ^^^ acronym-undefined",
        "The ICB met in order to win.\n    ^^^ acronym-undefined\n^^^ wordy-phrase",
    ],
)
def test_fails(checker: Checker, example: str) -> None:
    """Missing, wrong and extra carets fail, those of another rule that is named too."""
    with pytest.raises(AssertionError):
        check_example(RULE, example, checker=checker)


def test_the_failure_shows_both(checker: Checker) -> None:
    """The text stands twice, with the carets that were expected and with those that were found."""
    with pytest.raises(AssertionError) as caught:
        check_example(RULE, "The ICB met.\nAll is well.\n^^^ acronym-undefined", checker=checker)
    assert str(caught.value).split("\n") == [
        "acronym-undefined doesn't flag exactly the words with carets.",
        "expected:",
        "The ICB met.",
        "All is well.",
        "^^^ acronym-undefined",
        "found:",
        "The ICB met.",
        "    ^^^ acronym-undefined",
        "All is well.",
        "acronym-undefined: “ICB” isn’t explained: write “integrated care board” instead, and add a few words, "
        "such as “the NHS body that plans and pays for local health services”.",
    ]


def test_the_failure_shows_that_nothing_was_found(checker: Checker) -> None:
    """Where nothing is found, it says so."""
    with pytest.raises(AssertionError, match=r"found:\nAll is well\.\n\(no carets\)"):
        check_example(RULE, "All is well.\n^^^ acronym-undefined", checker=checker)


def test_a_finding_about_the_whole_text_fails(checker: Checker) -> None:
    """No caret can stand for the whole text, so that such a finding is always one too many."""
    hard = "Notwithstanding organisational transformation practitioners acknowledge interoperability. " * 4
    with pytest.raises(AssertionError, match=r"hard-to-read \(the whole text\): This text has a reading age"):
        check_example("hard-to-read", f"with least-words: 20\n{hard}", checker=checker)


def test_options_are_laid_over_those_of_the_checker(checker: Checker) -> None:
    """An example's options go to its rule; the checker's other settings stay."""
    example = "with max-words: 2\nOne two three.\n^^^^^^^^^^^^^^ long-sentence"
    check_example("long-sentence", example, checker=checker)
    rules = {"long-sentence": RuleSetting(enabled=False)}
    off = Checker(replace(checker.config, rules=rules), glossary=checker.glossary)
    check_example("long-sentence", "One two three.", checker=off)
    check_example("long-sentence", f"{'word ' * 30}.", checker=off)


def test_without_a_checker() -> None:
    """The built-in glossary and the default profile are used when no checker is given."""
    check_example(RULE, "The ICB met.\n    ^^^ acronym-undefined")


def test_wrong_use() -> None:
    """A misspelt rule and an empty example would pass for ever, so that both are refused."""
    with pytest.raises(ValueError, match="there is no rule 'acronym-undefind'"):
        check_example("acronym-undefind", "All is well.")
    with pytest.raises(ValueError, match="at least one line of text"):
        check_example(RULE, "")


@pytest.mark.parametrize(
    ("text", "spans", "drawn"),
    [
        ("The ICB met.", [Span(4, 7)], "The ICB met.\n    ^^^"),
        ("The ICB met.", [], "The ICB met."),
        ("a b", [Span(0, 1), Span(2, 3)], "a b\n^\n  ^"),
        ("a\nb\tc", [Span(2, 3)], "a↵b c\n  ^"),
        ("ab", [Span(1, 1)], "ab\n ^"),
    ],
)
def test_draw(text: str, spans: list[Span], drawn: str) -> None:
    """Carets stand under the characters of each span, one line for each span."""
    assert draw(text, spans) == drawn


def test_drawn_examples_can_be_read_again() -> None:
    """What is drawn with a rule is an example."""
    example = parse_example(draw("The ICB met.", [Span(4, 7)], rule=RULE))
    assert [(each.rule, each.start, each.end) for each in example.expected] == [(RULE, 4, 7)]


def test_example_document() -> None:
    """Each line is a paragraph of its own, and its place is that of the joined text."""
    document = example_document(["One.", "Two."])
    assert document.source == "One.\n\nTwo."
    assert document.locate(document.blocks[1], Span(0, 3)).line == 3
