"""The words of letters that are never spelt out are found by their first letters."""

from __future__ import annotations

import pytest

from plainspeak.acronyms.facts import AcronymFacts
from plainspeak.acronyms.phrases import find_words, initials_of
from plainspeak.document import Block, Kind, Stretch
from plainspeak.glossary import Glossary, Meaning, Term
from plainspeak.language import analyse_words

GLOSSARY = Glossary((Term("ICB", "acronym", (Meaning(expansion="integrated care board"),), acronym="ICB"),))


def found(form: str, *texts: str, checked: bool = True, glossary: Glossary = GLOSSARY) -> str | None:
    """Return the words that are found for some letters in some paragraphs."""
    blocks = [Block(Kind.PARAGRAPH, text, checked=checked) for text in texts]
    facts = [AcronymFacts(initials=initials_of(analyse_words(block))) for block in blocks]
    at = find_words([form], [Stretch(blocks, facts)], glossary).get(form)
    return at.text_in(blocks) if at else None


@pytest.mark.parametrize(
    ("form", "text", "words"),
    [
        ("ICB", "We met the integrated care board.", "integrated care board"),
        ("ICB", "All integrated care boards met.", "integrated care boards"),
        ("ICB", "An Internal Control Board met.", "Internal Control Board"),
        ("QZH", "The Quiet Zebra House ate.", "Quiet Zebra House"),
        ("DfZE", "The Department for Zebra Education ate.", "Department for Zebra Education"),
        ("DZQC", "The Department of Zebra, Quagga and Cow ate.", "Department of Zebra, Quagga and Cow"),
        ("MoZU", "The Ministry of Zebra Undertakings ate.", "Ministry of Zebra Undertakings"),
        ("ZAQ", "The Zebra And Quagga ate.", "Zebra And Quagga"),
        ("QZH", "The quiet zebra house ate.", None),
        ("QZH", "Quiet. Zebra House.", None),
        ("QZH", "Quiet (Zebra House).", None),
        ("QZH", "Quiet - Zebra House", None),
        ("QZ", "The Quiet Zebra ate.", None),
        ("QZH", "Q, Zebra H", None),
        ("Z3", "Zebra three", None),
        ("CIC", "The Council Chamber is cold.", None),
    ],
)
def test_words_with_the_letters(form: str, text: str, words: str | None) -> None:
    """Trust the glossary's words, and names that fit three letters or more, in one clause of one sentence."""
    assert found(form, text) == words


def test_the_first_place_counts() -> None:
    """Words in several places are found where they first stand, in any block."""
    assert found("ICB", "Nothing.", "An Internal Control Board.", "The integrated care board.") == (
        "Internal Control Board"
    )


def test_the_first_of_several_meanings_counts() -> None:
    """Where two meanings stand in a text, the one that comes first is found."""
    meanings = (Meaning(expansion="occupational therapy"), Meaning(expansion="overseas zebra therapy"))
    glossary = Glossary((Term("OT", "acronym", meanings, acronym="OT"),))
    assert found("OT", "The overseas zebra therapy and occupational therapy.", glossary=glossary) == (
        "overseas zebra therapy"
    )


def test_what_is_not_checked_is_passed_over() -> None:
    """A table of contents spells nothing out."""
    assert found("ICB", "The integrated care board", checked=False) is None


def test_no_words_without_letters() -> None:
    """An empty document has none."""
    assert find_words(["ICB"], [], GLOSSARY) == {}
    assert find_words([], [], GLOSSARY) == {}
