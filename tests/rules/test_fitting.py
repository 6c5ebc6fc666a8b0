"""Replacements are offered only where they fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plainspeak.document import Span
from plainspeak.findings import BlockSpan
from plainspeak.glossary.senses import is_said_after
from plainspeak.rules.wording import swap

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
        ("Uptake of care rose.", []),
        ("We saw that uptake was good.", ["taking up offers"]),
        ("We saw a high uptake there.", []),
        ("The uptake rose.", []),
        ("We saw an improved frailty pathway.", []),
        ("The stroke and frailty pathway is new.", ["route through care"]),
        ("The urgent and frailty pathway is new.", []),
        ("A deep look into delays began.", ["close look at"]),
        ("A more whole-place plan is new.", []),
        ("A whole-place plan is new.", ["area-wide"]),
    ],
)
def test_replacements_fit(check: Callable[..., Report], text: str, offered: list[str]) -> None:
    """Offer no words that stand badly before a noun or say the word beside them again."""
    (finding,) = [each for each in check(text).findings if each.rule == "jargon"]
    assert [each.replacement for each in finding.suggestions if each.replacement] == offered


@pytest.mark.parametrize(
    ("written", "replacement"),
    [
        ("Frailty pathway", "Route through care"),
        ("A&E pathway", "route through care"),
        ("MoU", "route through care"),
        ("Co-Production", "Route through care"),
    ],
)
def test_letters_give_no_capital(written: str, replacement: str) -> None:
    """Keep the capital of a word, and not that of letters that stand for others."""
    at = BlockSpan(0, Span(0, len(written)))
    assert swap(f"{written} is new.", at, "route through care").replacement == replacement
