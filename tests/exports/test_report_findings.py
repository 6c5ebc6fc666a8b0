"""Cards: one for each finding, with what to write, what it means, why it matters, and every place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from plainspeak.document import Place
from plainspeak.exports.report.findings import Card, cards_of
from plainspeak.exports.report.sections import sections_of

if TYPE_CHECKING:
    from plainspeak.checker import Checker


def cards(checker: Checker, text: str) -> list[Card]:
    """Return the cards of a text in Markdown."""
    report = checker.check(text, media_type="text/markdown")
    return cards_of(report, sections_of(report.document.blocks), "p1-")[0]


def one(checker: Checker, text: str, rule: str) -> Card:
    """Return the only card of a kind."""
    (card,) = [each for each in cards(checker, text) if rule in each.kind.rules]
    return card


def strong(card: Card) -> list[str]:
    """Return what stands out in the message."""
    return [words.text for words in card.message if words.to_write]


def test_repeats_are_one_card(checker: Checker) -> None:
    """A term that comes 25 times has one card with 25 places."""
    card = one(checker, "\n\n".join(["The MDT met."] * 25), "acronym-undefined")
    assert (card.title, card.count, len(card.places)) == ("MDT", 25, 25)
    assert (card.places[0].said, card.places[24].mark) == ("Line 1", "p1-m1-25")


def test_what_to_write_stands_out(checker: Checker) -> None:
    """The words to write, and not the words that stand there already."""
    card = one(checker, "The MDT met.", "acronym-undefined")
    assert strong(card) == ["\u201cmultidisciplinary team\u201d"]
    assert "".join(words.text for words in card.message).startswith("\u201cMDT\u201d isn\u2019t explained: write")
    assert card.instead == ()
    assert card.meanings[0].endswith(".")
    assert card.why.startswith("People who know the letters")


def test_a_few_words_to_add_stand_out(checker: Checker) -> None:
    """Where the advice is to add some words, those words do."""
    card = one(checker, "The Better Care Fund helps people in the NHS.", "jargon")
    assert strong(card) == ["\u201cmoney that the NHS and councils must plan and spend together\u201d"]
    assert card.instead == ()


def test_each_of_several_meanings_has_its_own_explanation(checker: Checker) -> None:
    """And all of them can be written."""
    card = one(checker, "The LA met.", "acronym-ambiguous")
    assert strong(card) == ["\u201clocal authority\u201d", "\u201clocal anaesthetic\u201d"]
    assert [meaning.split(":")[0] for meaning in card.meanings] == ["Local authority", "Local anaesthetic"]


def test_context(checker: Checker) -> None:
    """Words are shown with some of what stands around them, unless they are all there is."""
    far = "and that is how it was with us for a very long time indeed, as you know. "
    card = one(checker, f"{far * 2}We left prior to lunch {far * 2}", "wordy-phrase")
    assert card.context is not None
    before, words, after = card.context
    assert (before[:2], words, after[-2:]) == ("\u2026 ", "prior to", " \u2026")
    assert len(before) + len(after) < 160
    assert one(checker, "- MDT", "acronym-undefined").context is None


def test_a_long_sentence_is_named_by_its_beginning(checker: Checker) -> None:
    """The whole of it stands in the text."""
    card = one(checker, "One word and " + "another word and " * 12 + "the end.", "long-sentence")
    assert (card.title[:9], card.title[-2:], card.context) == ("One word ", " \u2026", None)
    assert len(card.title) <= 62


def test_what_is_about_the_whole_paper(checker: Checker) -> None:
    """It has no place, and belongs to no section."""
    hard = "Multidisciplinary representatives authoritatively recommended organisational reconfiguration immediately. "
    card = one(checker, hard * 20, "hard-to-read")
    assert (card.title, card.places, card.section) == ("The whole paper", (), -1)


def test_the_heading_of_a_place_is_told_once(checker: Checker) -> None:
    """Ten places under one heading don't say ten times which it is."""
    text = "<h1>One</h1><p>The MDT met.</p><p>The MDT left.</p><h1>Two</h1><p>An MDT came.</p>"
    report = checker.check(text, media_type="text/html")
    without_lines = replace(report, document=replace(report.document, source=None))
    (card,) = cards_of(without_lines, sections_of(report.document.blocks), "")[0]
    assert [place.said for place in card.places] == [
        "Paragraph 2, under \u201cOne\u201d",
        "Paragraph 3",
        "Paragraph 5, under \u201cTwo\u201d",
    ]


LETTERS = ("QZX", "QZV", "QZW", "QZJ", "QZK")


def test_a_heading_over_nearly_all_findings_is_not_told(checker: Checker) -> None:
    """It would send nobody anywhere; the one that stands over the others is told."""
    under_one = "".join(f"<p>The {letters} met.</p>" for letters in LETTERS)
    report = checker.check(f"<h1>One</h1>{under_one}<h1>Two</h1><p>The QZB met.</p>", media_type="text/html")
    without_lines = replace(report, document=replace(report.document, source=None))
    found = cards_of(without_lines, sections_of(report.document.blocks), "")[0]
    assert [card.places[0].said for card in found] == [
        *(f"Paragraph {number}" for number in range(2, 7)),
        "Paragraph 8, under \u201cTwo\u201d",
    ]


def test_a_place_that_only_its_heading_tells_keeps_it(checker: Checker) -> None:
    """Better one heading for all than nowhere at all."""
    report = checker.check(" ".join(f"The {letters} met." for letters in LETTERS))
    (block,) = report.document.blocks
    blocks = (replace(block, place=Place(headings=("One",))),)
    document = replace(report.document, blocks=blocks, source=None)
    found = cards_of(replace(report, document=document), sections_of(blocks), "")[0]
    assert {card.places[0].said for card in found} == {"Under \u201cOne\u201d"}


def test_why_is_told_again_only_on_the_screen(checker: Checker) -> None:
    """The first card of a rule says why on paper too; the others don't repeat it there."""
    found = cards(checker, "The MDT met the MTFS. We left prior to lunch.")
    assert [card.repeats_why for card in found] == [False, True, False]
