"""Replacements are offered only where they fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plainspeak.glossary.senses import is_said_after

if TYPE_CHECKING:
    from collections.abc import Callable

    from plainspeak.report import Report


@pytest.mark.parametrize(
    ("words", "after"),
    [("people with an interest", True), ("body that pays", True), ("interested people", False), ("to do", False)],
)
def test_what_is_said_after_a_noun_is_told(words: str, *, after: bool) -> None:
    """See words that can't stand before a noun."""
    assert is_said_after(words) is after


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("Our frailty pathway is new.", ["route through care"]),
        ("Our frailty pathway redesign is new.", []),
        ("It, the frailty pathway, is new.", ["route through care"]),
        ("Route frailty pathway.", []),
    ],
)
def test_replacements_fit(check: Callable[..., Report], text: str, offered: list[str]) -> None:
    """Offer no words that stand badly before a noun or say the word beside them again."""
    (finding,) = [each for each in check(text).findings if each.rule == "jargon"]
    assert [each.replacement for each in finding.suggestions if each.replacement] == offered
