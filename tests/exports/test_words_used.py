"""The page of a paper holds what its readers meet and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plainspeak.checker import Checker
from plainspeak.exports.words_used import WordsUsed, words_used

from .conftest import glossary_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from plainspeak.exports.page import Entry
    from plainspeak.exports.words_used import Order
    from plainspeak.glossary import Glossary

    Used = Callable[..., WordsUsed]


@pytest.fixture
def used(made: Glossary) -> Used:
    """Return what is used in some texts."""
    checker = Checker(glossary=made)

    def of(*texts: str, order: Order = "alphabetical") -> WordsUsed:
        return words_used([checker.check(text) for text in texts], made, order=order)

    return of


def only(used: WordsUsed) -> Entry:
    """Return the one entry of a page."""
    (entry,) = used.page.entries
    return entry


def test_only_what_the_paper_uses(used: Used) -> None:
    """Neither the rest of the glossary nor what everyone knows is there."""
    page = used("The care circle met. We watched TV in order to rest.").page
    assert [entry.name for entry in page.entries] == ["care circle"]
    assert page.title == "Words used in this paper"
    assert page.credit == "plainspeak glossary, CC BY 4.0"


def test_the_paper_comes_before_the_glossary(used: Used) -> None:
    """What the paper spells out stands, with the glossary's explanation only if it is of the same thing."""
    entry = only(used("The zebra quota (ZQ) is three. The ZQ holds."))
    assert (entry.stands_for, entry.lines) == ("zebra quota", ("How many zebras there may be.",))
    entry = only(used("The zinc quarry (ZQ) is deep. The ZQ holds."))
    assert (entry.stands_for, entry.lines, entry.choices) == ("zinc quarry", (), ())
    assert used("The zinc quarry (ZQ) is deep. The ZQ holds.").page.credit == ""


def test_letters_with_several_meanings_are_never_guessed(used: Used) -> None:
    """All of them are listed with where they are used, and staff are told."""
    found = used("The ZQ holds.")
    entry = only(found)
    assert entry.lines == ("It can mean several things, and this paper doesn\u2019t say which:",)
    assert entry.choices == (
        "Zone quality (air, towns): How clean the air is.",
        "Zebra quota: How many zebras there may be.",
    )
    assert found.undecided == ("ZQ",)


def test_letters_that_the_paper_uses_for_two_things(used: Used) -> None:
    """Both are listed, each once."""
    found = used("The zebra quota (ZQ) is three. The zone quality (ZQ) is fair. Zebra quotas (ZQs) fell.")
    assert only(found).choices == ("Zebra quota: How many zebras there may be.", "Zone quality: How clean the air is.")
    assert found.undecided == ("ZQ",)


@pytest.mark.parametrize(
    "text",
    [
        "The NBD met.",
        "The NBD met. Every neighbourhood board meets.",
        "Every neighbourhood board meets. The neighbourhood board (NBD) met.",
    ],
)
def test_letters_and_their_words_are_one_entry(used: Used, text: str) -> None:
    """It stands under the letters, with what they stand for."""
    entry = only(used(text))
    assert (entry.name, entry.stands_for) == ("NBD", "neighbourhood board")
    assert entry.lines == ("A group that plans care for a few streets.",)


def test_letters_of_a_term_that_has_none_in_the_glossary(used: Used) -> None:
    """The paper's own letters are joined to the words that it uses too."""
    entry = only(used("Each care circle (CC) met. The CC is small. A care circle helps."))
    assert (entry.name, entry.stands_for) == ("CC", "care circle")
    assert entry.lines == ("People who look after somebody together.",)


def test_special_and_clinical_words(used: Used) -> None:
    """One says what it doesn't mean; the other has its plain name."""
    acute, muscle = used("She was on the acute ward. The myocardium is strong.").page.entries
    assert acute.lines == ("Needing care soon.", "Here it doesn\u2019t mean \u201cvery bad\u201d.")
    assert (muscle.name, muscle.lines) == ("myocardium", ("In plain words: heart muscle.",))


def test_what_has_become_of_a_body(used: Used) -> None:
    """Where the explanation doesn't say that something has ended, the page does."""
    assert only(used("The OZB met.")).lines == (
        "A body that looked after zones. Ended in July 2022. Now: New Zone Body.",
    )


def test_unexplained_letters_are_for_staff(used: Used) -> None:
    """They are told apart, and the page that goes to the public hasn't got them."""
    found = used("The XKQ and the ZQ met. The zone quality (ZQ) is fair.")
    assert found.unexplained == ("XKQ",)
    assert [entry.name for entry in found.page.entries] == ["ZQ"]


def test_order(used: Used) -> None:
    """From A to Z, or as a reader meets the words."""
    text = "The OZB met. A care circle met. The NBD met."
    assert [entry.name for entry in used(text).page.entries] == ["care circle", "NBD", "OZB"]
    assert [entry.name for entry in used(text, order="reading").page.entries] == ["OZB", "care circle", "NBD"]


def test_several_papers_have_one_page(used: Used) -> None:
    """A word of two papers is there once, and what one paper spells out holds for both."""
    found = used("The ZQ holds.", "The zebra quota (ZQ) is three. The OZB met.")
    assert [entry.name for entry in found.page.entries] == ["OZB", "ZQ"]
    assert found.page.entries[1].stands_for == "zebra quota"
    assert found.page.title == "Words used in these papers"


def test_nothing_to_explain(used: Used) -> None:
    """The page says no more than is true, and gives credit to nobody."""
    page = used("The cat sat on the mat.").page
    assert page.introduction == ("No short form or special word of this paper is explained here.",)
    assert (page.entries, page.last_line) == ((), "")


def test_no_credit_for_the_words_of_an_organisation(tmp_path: Path) -> None:
    """Only the explanations that come with plainspeak are under its licence, and not those of the paper."""
    own = glossary_of("- {term: care circle, meaning: Our helpers.}", tmp_path, "organisation")
    assert words_used([Checker(glossary=own).check("The care circle met.")], own).page.last_line == ""
