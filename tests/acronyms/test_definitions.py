"""A definition is seen however it is written, and only where letters and words fit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.acronyms import acronym_facts, same_expansion
from plainspeak.acronyms.definitions import Definition
from plainspeak.acronyms.expansions import spells_out
from plainspeak.document import Block, Kind
from plainspeak.glossary import Glossary, Meaning, Term
from plainspeak.language import analyse_words


def acronym(letters: str, *expansions: str) -> Term:
    """Return an acronym of some meanings."""
    return Term(letters, "acronym", tuple(Meaning(expansion=each) for each in expansions), acronym=letters)


NOTHING = Glossary()
GLOSSARY = Glossary(
    (
        acronym("ICB", "integrated care board"),
        acronym("NICE", "National Institute for Health and Care Excellence"),
        acronym("LeDeR", "learning from lives and deaths"),
        acronym("A&E", "accident and emergency"),
        acronym("BSL", "British Sign Language"),
        acronym("OT", "occupational therapy", "overtime"),
    )
)

# The text, the letters, and the words that they stand for.
ACCEPTED = [
    ("Integrated Care Board (ICB)", "ICB", "Integrated Care Board"),
    ("Primary care networks (PCNs)", "PCN", "Primary care network"),
    ("accident and emergency (A&E)", "A&E", "accident and emergency"),
    ("Child and adolescent mental health services (CAMHS)", "CAMHS", "Child and adolescent mental health services"),
    (
        "Children and adolescent mental health services (CAMHS)",
        "CAMHS",
        "Children and adolescent mental health services",
    ),
    ("Delayed transfers of care (DToC)", "DToC", "Delayed transfers of care"),
    ("voluntary, community and social enterprise (VCSE)", "VCSE", "voluntary, community and social enterprise"),
    ("CHC (continuing healthcare)", "CHC", "continuing healthcare"),
    ("ICB (integrated care board)", "ICB", "integrated care board"),
    (
        "National Institute for Health and Care Excellence's (NICE's)",
        "NICE",
        "National Institute for Health and Care Excellence",
    ),
    ("integrated care board, known as the ICB", "ICB", "integrated care board"),
    ("ICB \u2013 integrated care board", "ICB", "integrated care board"),
    ("integrated care board [ICB]", "ICB", "integrated care board"),
    ("integrated care board (the ICB)", "ICB", "integrated care board"),
    ("Integrated Care Board (ICB from here on)", "ICB", "Integrated Care Board"),
    ("better care fund (BCF, 2014)", "BCF", "better care fund"),
    ("Learning from lives and deaths (LeDeR)", "LeDeR", "Learning from lives and deaths"),
    (
        "quality, innovation, productivity and prevention (QIPP)",
        "QIPP",
        "quality, innovation, productivity and prevention",
    ),
    ("section 75 (S75)", "S75", "section 75"),
    ("NHS foundation trusts (FTs)", "FT", "foundation trust"),
    ("same day emergency care (SDEC)", "SDEC", "same day emergency care"),
    ("Improving Access to Psychological Therapies (IAPT)", "IAPT", "Improving Access to Psychological Therapies"),
    ("Clinical Negligence Scheme for Trusts (CNST)", "CNST", "Clinical Negligence Scheme for Trusts"),
    ("Department of Health and Social Care (DHSC)", "DHSC", "Department of Health and Social Care"),
    ("emergency department (ED)", "ED", "emergency department"),
    ("general practitioner (GP)", "GP", "general practitioner"),
    ("education, health and care plan (EHCP)", "EHCP", "education, health and care plan"),
    ("attention deficit hyperactivity disorder (ADHD)", "ADHD", "attention deficit hyperactivity disorder"),
    ("speech and language therapy (SALT)", "SALT", "speech and language therapy"),
    ("out-of-hours (OOH)", "OOH", "out-of-hours"),
    ("mental health (MH)", "MH", "mental health"),
    ("discharge to assess (D2A)", "D2A", "discharge to assess"),
    ("neck of femur (#NOF)", "NOF", "neck of femur"),
    ("special educational needs and disabilities (SEND)", "SEND", "special educational needs and disabilities"),
    ("local authority (LA)", "LA", "local authority"),
]
REFUSED = ["agreed by the board (in part)", "works with patients (staff)", "the first annual report (far)"]
FRAMES = [
    "{}",
    "{}.",
    "The paper says the {} will change.",
    "Yesterday we met. In the end the {} agreed. So did we.",
    "First, the {}; then the rest, which (as we said) is late.",
]


def definitions(text: str, glossary: Glossary = GLOSSARY) -> list[Definition]:
    """Return the definitions in a paragraph."""
    return list(acronym_facts(analyse_words(Block(Kind.PARAGRAPH, text)), glossary).definitions)


def defined(text: str, glossary: Glossary = GLOSSARY) -> list[tuple[str, str]]:
    """Return the letters and words of the definitions in a paragraph."""
    return [(each.form, each.expansion) for each in definitions(text, glossary)]


@pytest.mark.parametrize(("text", "form", "expansion"), ACCEPTED)
@pytest.mark.parametrize("frame", FRAMES)
def test_each_way_to_define_is_accepted(text: str, form: str, expansion: str, frame: str) -> None:
    """Accept the ways in which health papers define letters, alone and inside a sentence."""
    assert defined(frame.format(text)) == [(form, expansion)]


@pytest.mark.parametrize(("text", "form", "expansion"), [case for case in ACCEPTED if case[1] != "LeDeR"])
def test_the_letters_are_enough_without_a_glossary(text: str, form: str, expansion: str) -> None:
    """Accept the same definitions by their letters alone."""
    assert defined(text, NOTHING) == [(form, expansion)]


def test_letters_that_do_not_fit_need_the_glossary() -> None:
    """Known miss: without a glossary that knows it, LeDeR doesn't fit its words, which have no R."""
    assert defined("Learning from lives and deaths (LeDeR)", NOTHING) == []


@pytest.mark.parametrize("text", REFUSED)
@pytest.mark.parametrize("frame", FRAMES)
def test_words_in_brackets_define_nothing(text: str, frame: str) -> None:
    """See no definition in a short word in brackets whose letters happen to fit."""
    assert defined(frame.format(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The integrated care board (or ICB) met.",
        "The integrated care board (known as the ICB) met.",
        "The integrated care board (also called \u201cICB\u201d) met.",
        "The integrated care board (\u201cthe ICB\u201d) met.",
        "The integrated care board (\u2018ICB\u2019) met.",
        "The integrated care board (**ICB**) met.",
        "The **integrated care board** (ICB) met.",
        "The \u201cintegrated care board\u201d (ICB) met.",
        "The integrated care board (ICB for short) met.",
        "The integrated care board (hereafter ICB) met.",
        "The integrated care board (ICB; see page 4) met.",
        "The integrated care board (ICB2019) met.",
        "The integrated care board (ICB 2019) met.",
        "The integrated care board, or ICB, met.",
        "The integrated care board, ICB from here on, met.",
        "The integrated care board, hereafter the ICB, met.",
        "The ICB (i.e. the integrated care board) met.",
        "The integrated care board - ICB - met.",
        "The integrated care board, called the ICB, met.",
        "The ICB stands for integrated care board.",
        "ICB: integrated care board",
        "ICB = integrated care board",
        "ICB is short for integrated care board",
        "ICB means integrated care board",
        "The ICB's (integrated care board's) plan",
        "The integrated-care board (ICB) met.",
    ],
)
def test_other_ways_to_say_it(text: str) -> None:
    """Accept quotation marks, emphasis, "or", "stands for" and the marks of a list."""
    assert [(form, expansion.lower().replace("-", " ")) for form, expansion in defined(text)] == [
        ("ICB", "integrated care board")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "We met the integrated care board. ICB staff came.",
        "We met the integrated care board. (ICB staff came.)",
        "The plan is for the ICB. Integrated care board staff came.",
        "Ask the ICB. (Integrated care boards plan care.)",
        "Known to the integrated care board. Or ICB.",
    ],
)
def test_no_definition_crosses_a_sentence(text: str) -> None:
    """Join no words of one sentence with the letters of the next."""
    assert defined(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The ICB (see page 4) met.",
        "The income bracket review (ICB 2019 bands) rose.",
        "The \u2018Indigo\u2019 care booklet (ICB) is out.",
        "The ICB (Leeds) met.",
        "The board (ICB) met.",
        "The council (the ICB) met.",
        "The ICB and the integrated care board met.",
        "The local council (ICB staff came too) met.",
        "ICB: agreed",
        "ICB means that it can buy",
        "The ICB \u2013 in case it matters \u2013 met.",
    ],
)
def test_a_mere_use_defines_nothing(text: str) -> None:
    """See no definition in other words beside the letters."""
    assert defined(text) == []


@pytest.mark.parametrize(
    ("text", "expansion"),
    [
        ("British Sign Language (BSL)", "British Sign Language"),
        ("occupational therapy (OT)", "occupational therapy"),
        ("overtime (OT)", "overtime"),
        ("district nurses (DNs)", "district nurse"),
        ("long-term diseases (LTDs)", "long-term disease"),
    ],
)
def test_an_expansion_is_written_in_the_singular(text: str, expansion: str) -> None:
    """Take the plural ending off both the letters and the words, and no letter more."""
    assert [each for _, each in defined(text)] == [expansion]


def test_the_spans_are_those_of_the_text() -> None:
    """Give the places of the letters and of the words."""
    text = "Now the integrated care boards (ICBs) met."
    (found,) = definitions(text)
    assert text[found.form_span.start : found.form_span.end] == "ICBs"
    assert text[found.long_span.start : found.long_span.end] == "integrated care boards"


def test_what_the_glossary_knows_is_certain() -> None:
    """Trust an expansion of the glossary fully, and one by letters as far as it fits."""
    (known,) = definitions("National Institute for Health and Care Excellence (NICE)")
    (guessed,) = definitions("National Institute for Health and Care Excellence (NICE)", NOTHING)
    assert known.confidence == 1.0 > guessed.confidence


def test_several_definitions_in_a_sentence() -> None:
    """Keep the words of each definition apart."""
    text = "The integrated care board (ICB), primary care networks (PCNs) and general practitioners (GPs) met."
    assert defined(text) == [
        ("ICB", "integrated care board"),
        ("PCN", "primary care network"),
        ("GP", "general practitioner"),
    ]


def test_the_expansions_of_the_format_count() -> None:
    """Take what ``<abbr title>`` says for a definition, once for each use, unless the text has its own."""
    block = Block(Kind.PARAGRAPH, "The QZE met QZE.", expansions=(("QZE", "quick zebra crossing"),))
    facts = acronym_facts(analyse_words(block), NOTHING)
    assert [each.expansion for each in facts.definitions] == ["quick zebra crossing"] * 2
    own = Block(Kind.PARAGRAPH, "quiet zoo exit (QZE)", expansions=(("QZE", "quick zebra crossing"),))
    assert [each.expansion for each in acronym_facts(analyse_words(own), NOTHING).definitions] == ["quiet zoo exit"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("integrated care board", True),
        ("Integrated Care Board", True),
        ("Integrated care boards", True),
        ("integrated community board", True),
        ("integrated care board, which plans care", True),
        ("The people who plan care", False),
        ("", False),
    ],
)
def test_the_words_of_a_cell_can_spell_letters_out(text: str, *, expected: bool) -> None:
    """Tell whether a whole text is the words of a form."""
    assert spells_out(text, "ICB", GLOSSARY) is expected


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("integrated care board", "Integrated Care Boards"),
        ("health and care", "health & care"),
        ("long-term plan", "long term plan"),
        ("learning disability", "learning disabilities"),
        ("Department of Health", "department for health"),
        ("integrated care system", "integrated care system plan"),
    ],
)
def test_small_differences_are_none(first: str, second: str) -> None:
    """Take endings, small words, hyphens and one added word for the same expansion."""
    assert same_expansion(first, second)
    assert same_expansion(second, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("occupational therapy", "overtime"),
        ("local authority", "local anaesthetic"),
        ("primary care network", "patient care navigator"),
        ("integrated care system", "integrated"),
        ("integrated care board", ""),
    ],
)
def test_other_words_are_another_expansion(first: str, second: str) -> None:
    """Tell two meanings of the same letters apart."""
    assert not same_expansion(first, second)
    assert not same_expansion(second, first)


@given(
    st.lists(
        st.sampled_from("the integrated care board ICB (ICB) ( ) . , known as \u2013 : A&E S75 75".split()), max_size=14
    )
)
def test_definitions_stay_in_one_sentence(pieces: list[str]) -> None:
    """Give letters and words in the same sentence of the text, whatever stands there."""
    text = " ".join(pieces)
    if not text:
        return
    block = analyse_words(Block(Kind.PARAGRAPH, text))
    for found in acronym_facts(block, GLOSSARY).definitions:
        together = [each.span for each in block.sentences if each.span.overlaps(found.form_span)]
        assert together == [each.span for each in block.sentences if each.span.overlaps(found.long_span)]
        assert found.long_span.end <= len(text)
        assert not found.form_span.overlaps(found.long_span)


@pytest.mark.parametrize(
    ("text", "form", "words"),
    [
        ("the interleukin-2 receptor (IL-2R)", "IL-2R", "interleukin-2 receptor"),
        ("protein kinase (PK) inhibitor (PKI)", "PKI", "protein kinase (PK) inhibitor"),
        ("type two zebra (T2Z)", "T2Z", "type two zebra"),
        ("chapter three zebra [C3Z]", "C3Z", "chapter three zebra"),
        ("blood pressure (bp)", "bp", "blood pressure"),
        ("the (quiet zebra house, QZH) met", "QZH", "quiet zebra house"),
        ("QZH (for quiet zebra house)", "QZH", "quiet zebra house"),
        ("QZH(quiet zebra house)", "QZH", "quiet zebra house"),
        ("quiet zebra house (\u201cQZH\u201d)", "QZH", "quiet zebra house"),
        ("quiet zebra house (QZH staff met)", "QZH", "quiet zebra house"),
        ("the board is known as QZH, the quiet zebra house (QZH)", "QZH", "quiet zebra house"),
        ("QZH Quiet zebra house", "QZH", "Quiet zebra house"),
        ("ZQH zebra quiet house; QZH quiet zebra house; HZ house of zebras", "QZH", "quiet zebra house"),
        ("The QZH is a quiet zebra house", "QZH", "quiet zebra house"),
        ("X-linked zebra disease (XZD)", "XZD", "X-linked zebra disease"),
        ("care and/or zebra quiet house (ZQH)", "ZQH", "zebra quiet house"),
        ("the East/zebra quiet house (ZQH)", "ZQH", "zebra quiet house"),
        ("c-Zebra quiet house (ZQH) ate", "ZQH", "c-Zebra quiet house"),
        ("the (QZH, quiet zebra house) met", "QZH", "quiet zebra house"),
        ("a zebra (ZQHT; zebra quiet house team) ate", "ZQHT", "zebra quiet house team"),
        ("quiet zebra house (QZH; see 3.5.3. 18)", "QZH", "quiet zebra house"),
        ("ABZ (A Better Zebra)", "ABZ", "A Better Zebra"),
        ("two QZHs (24-hour quiet zebra houses)", "QZH", "quiet zebra house"),
        (
            "TUPZ \u2013 the Transfer of Uplands (Protection of Zebras) Rules",
            "TUPZ",
            "Transfer of Uplands (Protection of Zebras)",
        ),
        ("the Zebra and Quagga at Work etc. Act 1974 (ZQWA)", "ZQWA", "Zebra and Quagga at Work etc. Act 1974"),
        ("an anti-zebra quagga (AZQ)", "AZQ", "anti-zebra quagga"),
        ("a plan about zebras (PAZ)", "PAZ", "plan about zebras"),
        ("zebra c oxide (COX)", "COX", "c oxide"),
        ("cytoquagga c oxide (COX)", "COX", "cytoquagga c oxide"),
        ("quiet diphosphate (QPP)", "QPP", "quiet diphosphate"),
        ("quiet zebra-house (QZH4)", "QZH4", "quiet zebra-house"),
    ],
)
def test_more_ways_without_a_glossary(text: str, form: str, words: str) -> None:
    """Accept numbers as words, nested brackets, small letters, both in one bracket, and a forgotten space."""
    assert (form, words) in [(each, said) for each, said in defined(text, NOTHING)]


@pytest.mark.parametrize(
    "text",
    [
        "AIM \u2013 AIX \u2013 Alan \u2013 ALGOL \u2013 Alto",
        "poly(A) and Na(+)",
        "See page four (ii) and five (iii).",
        "The two (II) and the one (I) ate.",
        "a quiet place (Q < 0.05)",
        "Portuguese (Brazil), Chinese and Portuguese (Portugal)",
        "The clerk (QZH, quagga and zebra) ate.",
        "the quiet improved (QPP)",
        "the big cat (ABC) and the zebra (cats)",
        "QZH (QZH staff)",
        "quiet zebra house 2019 (2019)",
        "The QZH is quiet.",
        "We met; QZH quiet zebra houses are far.",
    ],
)
def test_more_that_defines_nothing(text: str) -> None:
    """See no definition in lists with dashes, parts of words, numbers of a list, or the letters over again."""
    assert defined(text, NOTHING) == []


@pytest.mark.parametrize("text", ["(" * 3000, "A " * 3000, "[(" * 2000, ")" * 3000, "(AB) " * 500, "AB-" * 1000])
def test_odd_texts_define_nothing(text: str) -> None:
    """Brackets without words, and letters without end, are read and left."""
    assert defined(text, NOTHING) == []
