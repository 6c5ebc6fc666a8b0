"""Acronyms never make a text look easier to read than the words they stand for."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.acronyms import acronym_facts, build_ledger
from plainspeak.acronyms.forms import find_short_forms
from plainspeak.document import Block, Kind, Stretch
from plainspeak.glossary import Glossary, Meaning, Term, load_built_in
from plainspeak.language import analyse_words
from plainspeak.readability import ReadingLevel, combine, counts_of_forms, reading_facts

if TYPE_CHECKING:
    from plainspeak.checker import Checker

SHORT = "We met the {} in May to talk about how it can help people in our town who wait too long for their care."
LONG = (
    "The review found that many people did not know what the {} does. It asked that each paper say so on its first "
    "page, and that staff explain it when they meet people for the first time."
)
SINGLE = [
    term
    for term in load_built_in()
    if term.acronym
    and len(term.meanings) == 1
    and term.meanings[0].expansion
    and not term.known_to_everyone
    # Words with letters of their own ("ST elevation") are no easier for being spelt out.
    and not find_short_forms(term.meanings[0].expansion, Glossary())
]


def acronym(letters: str, *expansions: str, everyone: bool = False) -> Term:
    """Return an acronym of some meanings."""
    meanings = tuple(Meaning(expansion=each) for each in expansions)
    return Term(letters, "acronym", meanings, acronym=letters, known_to=("everyone",) if everyone else ())


GLOSSARY = Glossary(
    (
        acronym("ICB", "integrated care board"),
        acronym("NOF", "neck of femur"),
        acronym("QR", "quick", "a quarterly organisational review"),
        acronym("QS", "quick stop", "quiet stop"),
        acronym("UK", "United Kingdom", everyone=True),
        acronym("UKHSA", "UK Health Security Agency"),
        acronym("NHS", "National Health Service", everyone=True),
        acronym("GP", "general practitioner", everyone=True),
    )
)


def reading(*blocks: str | Block) -> ReadingLevel:
    """Return the reading level of a document; a text is a paragraph."""
    document = [Block(Kind.PARAGRAPH, block) if isinstance(block, str) else block for block in blocks]
    analysed = [analyse_words(block) for block in document]
    acronyms = [acronym_facts(block, GLOSSARY) for block in analysed]
    ledger = build_ledger([Stretch(document, acronyms)], GLOSSARY)
    parts = [
        reading_facts(block.block, block.sentences, forms) for block, forms in zip(analysed, acronyms, strict=True)
    ]
    return combine(parts, counts_of_forms(ledger))


def level(text: str, checker: Checker) -> float:
    """Return the reading level of a text under the built-in glossary."""
    found = checker.check(text).reading.level
    assert found is not None
    return found


@pytest.mark.parametrize("carrier", [SHORT, LONG])
def test_no_acronym_is_easier_than_its_words(carrier: str, checker: Checker) -> None:
    """Give a text with any acronym of one meaning at least the level of the same text with it spelt out."""
    assert len(SINGLE) > 150
    easier = [
        term.acronym
        for term in SINGLE
        if level(carrier.format(term.acronym), checker) < level(carrier.format(term.meanings[0].expansion), checker)
    ]
    assert easier == []


@given(st.lists(st.sampled_from(SINGLE), min_size=2, max_size=6, unique_by=lambda term: term.acronym))
def test_no_mix_of_acronyms_is_easier_than_their_words(checker: Checker, terms: list[Term]) -> None:
    """Give a text with several acronyms at least the level of the same text with all of them spelt out."""
    letters = " and the ".join(term.acronym or "" for term in terms)
    words = " and the ".join(term.meanings[0].expansion or "" for term in terms)
    assert level(SHORT.format(letters), checker) >= level(SHORT.format(words), checker)


def test_letters_with_a_slash_count_as_their_words() -> None:
    """Count letters with a slash once, as the words that the glossary gives for the whole."""
    glossary = Glossary((acronym("QZ/XQZ", "quantitative zoology or extraordinary quarantine"),))
    block = analyse_words(Block(Kind.PARAGRAPH, SHORT.format("QZ/XQZ")))
    facts = acronym_facts(block, glossary)
    assert [form.form for form in facts.forms] == ["QZ/XQZ"]
    assert dict(reading_facts(block.block, block.sentences, facts).forms) == {"QZ/XQZ": 1}


PASSAGES = [
    "The ICB has asked the ICS and its NHSFT partners to update the JFP. The UEC plan was approved by the SRO. "
    "The MDT saw COPD patients in SDEC.",
    "The integrated care board has asked the integrated care system and its NHS foundation trust partners to update "
    "the joint forward plan. The urgent and emergency care plan was approved by the senior responsible owner. "
    "The multidisciplinary team saw chronic obstructive pulmonary disease patients in same day emergency care.",
    "The local NHS board has asked health and care groups to update their five-year plan. The manager in charge "
    "agreed the plan for urgent care. A team of different staff saw people with lung disease at the same-day clinic.",
]


def test_acronyms_are_hard_long_words_are_hard_and_plain_words_are_easy(checker: Checker) -> None:
    """Rank a passage in acronyms no easier than its words, and both as harder than plain English."""
    letters, words, plain = (level(passage, checker) for passage in PASSAGES)
    assert letters >= words > plain + 3


def test_a_known_acronym_counts_as_its_words() -> None:
    """Give the very counts of "integrated care board" to ICB."""
    assert reading(SHORT.format("ICB")) == reading(SHORT.format("integrated care board"))


@pytest.mark.parametrize("written", ["ICBs", "ICB's", "ICB\u2019s", "(ICB)", "\u201cICB\u201d", "**ICB**", "I.C.B"])
def test_endings_and_marks_change_nothing(written: str) -> None:
    """Know the acronym in its plural, its possessive and between marks."""
    assert reading(SHORT.format(written)) == reading(SHORT.format("ICB"))


@pytest.mark.parametrize(
    ("written", "words"), [("#NOF", "neck of femur"), ("ICB-led", "integrated care board led"), ("ICB/NOF", "ICB NOF")]
)
def test_acronyms_inside_a_word_are_spelt_out_too(written: str, words: str) -> None:
    """Spell letters out behind a "#", before a hyphen and on both sides of a slash."""
    assert reading(SHORT.format(written)) == reading(SHORT.format(words))


def test_an_unknown_acronym_counts_as_three_hard_words() -> None:
    """Count letters that nobody explains as three words of four syllables."""
    parts, bare = reading(SHORT.format("QZX")).parts, reading(SHORT.format("")).parts
    words, without = parts["words"], bare["words"]
    assert words == without + 3
    assert round(words * parts["syllables_a_word"]) == round(without * bare["syllables_a_word"]) + 12
    assert math.isclose(parts["unfamiliar_percent"], 300 / words + bare["unfamiliar_percent"], abs_tol=0.01)


def test_what_the_text_spells_out_counts_as_its_own_words() -> None:
    """Count later letters as the words that this text gave for them."""
    spelt = reading("The quiet zoo exit (QZE) is shut.", SHORT.format("QZE"))
    assert spelt == reading("The quiet zoo exit is shut.", SHORT.format("quiet zoo exit"))


def test_several_meanings_count_as_the_hardest() -> None:
    """Count letters of several meanings as the hardest of these, and no easier than unknown letters."""
    assert reading(SHORT.format("QS")) == reading(SHORT.format("QZX"))
    assert reading(SHORT.format("QR")) == reading(SHORT.format("quarterly organisational review a"))


@pytest.mark.parametrize(("letters", "syllables"), [("NHS", 3), ("GP", 2), ("GPs", 2)])
def test_everyday_letters_count_as_one_easy_word(letters: str, syllables: int) -> None:
    """Count letters that everyone knows as they are said: one familiar word, a syllable for each letter."""
    parts, bare = reading(SHORT.format(letters)).parts, reading(SHORT.format("")).parts
    assert parts["words"] == bare["words"] + 1
    total = round(parts["words"] * parts["syllables_a_word"])
    assert total == round(bare["words"] * bare["syllables_a_word"]) + syllables
    assert parts["unfamiliar_percent"] <= bare["unfamiliar_percent"]


def test_everyday_letters_inside_an_expansion_are_said_too() -> None:
    """Say the UK in "UK Health Security Agency" letter by letter."""
    letters, words = (reading(SHORT.format(each)).parts for each in ("UKHSA", "UK Health Security Agency"))
    assert letters["syllables_a_word"] >= words["syllables_a_word"]


def test_spelling_out_costs_nothing() -> None:
    """Add nothing for the letters in brackets after their words, or for the words after their letters."""
    words = reading(SHORT.format("integrated care board"))
    assert reading(SHORT.format("integrated care board (ICB)")) == words
    assert reading(SHORT.format("ICB (integrated care board)")) == words


def test_letters_that_only_the_format_explains_count_as_words() -> None:
    """Count an ``<abbr title>`` as its words: a reader of the page sees only the letters."""
    marked = Block(Kind.PARAGRAPH, SHORT.format("QZE"), expansions=(("QZE", "quiet zoo exit"),))
    assert reading(marked) == reading(SHORT.format("quiet zoo exit"))


def test_letters_explained_in_another_kind_of_block_count_as_words() -> None:
    """Use an explanation that stands in a heading, although the heading itself adds nothing."""
    heading = Block(Kind.HEADING, "The quiet zoo exit (QZE)")
    assert reading(heading, SHORT.format("QZE")) == reading(SHORT.format("quiet zoo exit"))


@pytest.mark.parametrize("text", ["", "Short.", "One two three four five six seven eight nine ten. " * 2])
def test_a_short_text_has_no_level(text: str) -> None:
    """Say nothing of a text of fewer than 20 words, and a level from 20 on."""
    found = reading(*([text.strip()] if text else []))
    assert (found.level is None) == (len(text.split()) < 20)
    if found.level is None:
        assert (found.reading_age, dict(found.formulas), dict(found.parts)) == (None, {}, {})
        assert found.meaning == "This text is too short for a reading level."


def test_nineteen_words_are_too_few() -> None:
    """Draw the line between 19 and 20 words."""
    assert reading(" ".join(["word"] * 19)).level is None
    assert reading(" ".join(["word"] * 20)).level is not None


@pytest.mark.parametrize("kind", sorted(set(Kind) - {Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.QUOTE, Kind.NOTE}))
def test_other_blocks_do_not_count(kind: Kind) -> None:
    """Leave out headings, cells, captions and the rest: they aren't sentences."""
    extra = Block(kind, "Multidisciplinary organisational considerations notwithstanding, the ICB met.")
    assert reading(extra, SHORT.format("board")) == reading(SHORT.format("board"))


@pytest.mark.parametrize("kind", [Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.QUOTE, Kind.NOTE])
def test_prose_counts(kind: Kind) -> None:
    """Count paragraphs, list items, quotations and notes alike."""
    text = SHORT.format("board")
    assert reading(Block(kind, text)) == reading(text)


def test_unchecked_prose_does_not_count() -> None:
    """Leave out text that is read but not judged."""
    assert reading(Block(Kind.PARAGRAPH, SHORT, checked=False)).level is None


def test_smog_needs_ten_sentences() -> None:
    """Leave SMOG out of the mean until there are ten sentences."""
    sentence = "The hospital has many patients."
    assert "smog" not in reading(" ".join([sentence] * 9)).formulas
    assert "smog" in reading(" ".join([sentence] * 10)).formulas


def test_the_level_is_the_mean_of_the_grades() -> None:
    """Take the mean of Flesch-Kincaid's grade and the grade of the Dale-Chall score."""
    found = reading("The cat sat on the mat. " * 5)
    assert found.formulas["dale_chall"] < 5
    assert found.level is not None
    assert math.isclose(found.level, (found.formulas["flesch_kincaid_grade"] + 4) / 2, abs_tol=0.1)


@pytest.mark.parametrize(
    ("grade", "age", "said"),
    [
        (-3.0, 5, "Most people should find it easy: about what a reader aged 5 can manage."),
        (6.4, 11, "Most people should find it easy: about what a reader aged 11 can manage."),
        (6.6, 12, "Many people can read it at one go: about what a reader aged 12 can manage."),
        (9.4, 14, "Many people can read it at one go: about what a reader aged 14 can manage."),
        (9.6, 15, "Many people will have to work at it: about what a reader aged 15 can manage."),
        (12.4, 17, "Many people will have to work at it: about what a reader aged 17 can manage."),
        (12.6, 18, "Most people will find it hard: about what a reader aged 18 or over can manage."),
        (16.0, 21, "Most people will find it hard: about what a reader aged 21 or over can manage."),
        (25.0, 30, "Most people will find it hard: about what a reader aged 21 or over can manage."),
    ],
)
def test_each_band_has_its_meaning(grade: float, age: int, said: str) -> None:
    """Say in plain words how many people can read the text, and send the writer to readers."""
    found = ReadingLevel(level=grade)
    assert found.reading_age == age
    assert found.meaning.startswith(said)
    assert found.meaning.endswith("ask some readers.")
