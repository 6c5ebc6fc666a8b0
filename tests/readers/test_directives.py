"""Tests of the comments that ask plainspeak to ignore something."""

from __future__ import annotations

import pytest

from plainspeak.readers.directives import Directive, parse_directive


@pytest.mark.parametrize(
    ("comment", "rules", "whole_file"),
    [
        ("plainspeak-ignore jargon", {"jargon"}, False),
        (" plainspeak-ignore jargon, long-sentence: quoted from the Act ", {"jargon", "long-sentence"}, False),
        ("plainspeak-ignore jargon long-sentence", {"jargon", "long-sentence"}, False),
        ("plainspeak-ignore", {"*"}, False),
        ("plainspeak-ignore: a quotation, jargon and all", {"*"}, False),
        ("plainspeak-ignore *", {"*"}, False),
        ("Plainspeak-Ignore Jargon", {"jargon"}, False),
        ("plainspeak-ignore-file jargon: a list", {"jargon"}, True),
        ("\nplainspeak-ignore-file\n", {"*"}, True),
    ],
)
def test_directive(comment: str, rules: set[str], whole_file: bool) -> None:
    """A directive gives its rules, and every rule when it names none."""
    assert parse_directive(comment) == Directive(frozenset(rules), whole_file=whole_file)


@pytest.mark.parametrize(
    "comment", ["", "ignore jargon", "see plainspeak-ignore", "plainspeak-ignored", "plainspeak-ignore-files", "TODO"]
)
def test_other_comments(comment: str) -> None:
    """Any other comment is none of plainspeak's business."""
    assert parse_directive(comment) is None
