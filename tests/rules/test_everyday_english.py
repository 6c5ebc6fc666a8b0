"""A page of ordinary English in which every word that the glossary knows in a special sense has its everyday one."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from plainspeak.glossary import Term, load_built_in

if TYPE_CHECKING:
    from plainspeak.checker import Checker

PAGE = (Path(__file__).parent / "everyday_english.md").read_text(encoding="utf-8")
SPECIAL = [term for term in load_built_in() if term.rule == "special-meaning"]
VOCABULARY = {
    "acronym-undefined",
    "acronym-ambiguous",
    "jargon",
    "special-meaning",
    "clinical-term",
    "ended-body",
    "power-language",
}


def test_there_is_no_false_alarm(checker: Checker) -> None:
    """Nothing on the page is taken for a word of the trade."""
    found = checker.check(PAGE, media_type="text/markdown").findings
    assert [(each.rule, each.text) for each in found if each.rule in VOCABULARY] == []


@pytest.mark.parametrize("term", SPECIAL, ids=lambda term: term.headword)
def test_the_page_has_every_word(term: Term) -> None:
    """Each word with a special meaning stands on the page, in some form."""
    stem = re.escape(term.headword.split()[0].rstrip("ey"))
    assert re.search(rf"\b{stem}", PAGE, re.IGNORECASE), term.headword


def test_every_special_meaning_is_found(checker: Checker) -> None:
    """On a page of sentences from the trade, each word is met in its special sense."""
    text = (Path(__file__).parent / "special_meanings.md").read_text(encoding="utf-8")
    met = {use.term.headword for use in checker.check(text, media_type="text/markdown").terms}
    assert [term.headword for term in SPECIAL if term.headword not in met] == []
