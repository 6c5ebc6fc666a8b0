"""Terms are found in a text as whole words, the longest first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.document import Block, Kind
from plainspeak.glossary import Form, Glossary, Meaning, Mention, Term
from plainspeak.glossary.forms import forms_of
from plainspeak.glossary.matcher import TermMatcher
from plainspeak.language import AnalysedBlock, analyse_words


def paragraph(text: str) -> AnalysedBlock:
    """Return a paragraph with its words."""
    return analyse_words(Block(Kind.PARAGRAPH, text))


def jargon(headword: str, *instead: str, unless: tuple[str, ...] = ()) -> Term:
    """Return a term with its plural, as an entry of a glossary file makes it."""
    return Term(headword, "term", forms=forms_of(headword, instead, inflects="noun"), instead=instead, unless=unless)


def verb(headword: str, *instead: str) -> Term:
    """Return wording with the endings of a verb."""
    return Term(headword, "wording", forms=forms_of(headword, instead, inflects="verb"), instead=instead)


GLOSSARY = Glossary(
    (
        jargon("pathway"),
        jargon("care pathway", "plan of care"),
        jargon("integrated care pathway"),
        jargon("pathway design"),
        jargon("stakeholder", unless=("stakeholder pension", "stakeholder pensions")),
        Term("hard to reach", "wording", rule="power-language"),
        jargon("long-term condition"),
        jargon("strategy"),
        jargon("body of evidence"),
        jargon("child's plan"),
        Term("leverage", "wording", forms=(Form("leveraging", ("using",)),), instead=("use",)),
        Term("upskill", "term", forms=(Form("upskilling"), Form("upskills"))),
        Term("better care fund", "term", acronym="BCF"),
        Term("ICB", "acronym", (Meaning(expansion="integrated care board"),), acronym="ICB"),
    )
)
MATCHER = TermMatcher(GLOSSARY)
TEXTS = st.lists(
    st.sampled_from(
        "care pathway pathways design integrated stakeholder pension hard to-reach long-term condition body of "
        "evidence child\u2019s plan leverage leveraging ICB BCF better fund , . ( ) ' \u201c \u201d".split()
    ),
    max_size=14,
).map(" ".join)


def mentions(text: str) -> list[Mention]:
    """Return the terms met in a text."""
    return MATCHER.find(paragraph(text))


def found(text: str) -> list[tuple[str, str]]:
    """Return the words met in a text, each with the headword of its term."""
    return [(text[each.span.start : each.span.end], each.term.headword) for each in mentions(text)]


@pytest.mark.parametrize(
    ("text", "words", "headword"),
    [
        ("A care pathway was set.", "care pathway", "care pathway"),
        ("Care Pathways help.", "Care Pathways", "care pathway"),
        ("CARE PATHWAY", "CARE PATHWAY", "care pathway"),
        ("The care-pathway team", "care-pathway", "care pathway"),
        ("Our strategies differ.", "strategies", "strategy"),
        ("The bodies of evidence grow.", "bodies of evidence", "body of evidence"),
        ("A long term condition", "long term condition", "long-term condition"),
        ("Long-term conditions", "Long-term conditions", "long-term condition"),
        ("A long-term-condition clinic", "long-term-condition", "long-term condition"),
        ("hard-to-reach groups", "hard-to-reach", "hard to reach"),
        ("A child's plan", "child's plan", "child's plan"),
        ("A child\u2019s plan", "child\u2019s plan", "child's plan"),
        ("the stakeholder\u2019s view", "stakeholder", "stakeholder"),
        ("the stakeholders' view", "stakeholders", "stakeholder"),
        ("patients/stakeholders", "stakeholders", "stakeholder"),
        ("(stakeholders).", "stakeholders", "stakeholder"),
        ("**stakeholders**", "stakeholders", "stakeholder"),
        ("stakeholder\u2014or partner", "stakeholder", "stakeholder"),
        ("By leveraging it", "leveraging", "leverage"),
        ("She upskills staff.", "upskills", "upskill"),
        ("The Better Care Fund", "Better Care Fund", "better care fund"),
    ],
)
def test_a_term_is_found_however_it_is_written(text: str, words: str, headword: str) -> None:
    """Find headwords, plurals and given forms in any case, with hyphens or spaces, curly or straight apostrophes."""
    assert found(text) == [(words, headword)]


@pytest.mark.parametrize(
    "text",
    [
        "A pathfinder",
        "upskilled",
        "stakeholdering",
        "non-stakeholder groups",
        "hard to teach",
        "care, better fund",
        "strategyless",
        "the ICB",
        "The BCF",
        "integrated care board",
        "childs plan",
        "",
    ],
)
def test_parts_of_words_and_other_words_are_not(text: str) -> None:
    """Find nothing inside a word or across a comma, and leave letters to the matcher of acronyms."""
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the integrated care pathway", ["integrated care pathway"]),
        ("the care pathway and the pathway", ["care pathway", "pathway"]),
        # Two terms of the same length overlap: the first stands.
        ("care pathway design", ["care pathway"]),
        ("integrated care pathway design", ["integrated care pathway"]),
        ("pathway design", ["pathway design"]),
    ],
)
def test_the_longest_term_stands(text: str, words: list[str]) -> None:
    """Report no term inside a longer one."""
    assert [words for words, _ in found(text)] == words


@pytest.mark.parametrize("text", ["A stakeholder pension", "Stakeholder-pension rules", "STAKEHOLDER PENSIONS"])
def test_unless_keeps_a_term_back(text: str) -> None:
    """Pass over a term in a phrase in which it isn't meant, however that is written."""
    assert found(text) == []


def test_unless_holds_only_where_the_phrase_stands() -> None:
    """Find the same term in the rest of the sentence."""
    assert found("A stakeholder pension is for a stakeholder.") == [("stakeholder", "stakeholder")]


def test_the_plural_of_an_unless_phrase_is_a_known_miss() -> None:
    """Known miss: a phrase that keeps a term back holds only in the very form that the entry gives."""
    matcher = TermMatcher(Glossary((jargon("stakeholder", unless=("stakeholder pension",)),)))
    assert len(matcher.find(paragraph("Stakeholder pensions are due."))) == 1


@pytest.mark.parametrize("dash", ["  ", "\n", "\u2011"])
def test_odd_separators_are_a_known_miss(dash: str) -> None:
    """Known miss: words parted by anything but one space or hyphen aren't found; readers leave only these."""
    assert ("care pathway" in [headword for _, headword in found(f"care{dash}pathway")]) is False


@pytest.mark.parametrize("text", ["We utilize it.", "We were utilizing it.", "We UTILIZED it.", "We utilise it."])
def test_words_in_ise_are_found_with_a_z(text: str) -> None:
    """Find both British spellings."""
    matcher = TermMatcher(Glossary((verb("utilise", "use"),)))
    assert [mention.term.headword for mention in matcher.find(paragraph(text))] == ["utilise"]


def test_a_mention_says_which_form_was_met() -> None:
    """Give the form with its own replacements, so that a swap fits the sentence."""
    (headword,) = mentions("We leverage it.")
    (form,) = mentions("We are leveraging it.")
    (plural,) = mentions("Two care pathways")
    assert headword.form == Form("leverage", ("use",))
    assert form.form == Form("leveraging", ("using",))
    assert plural.form == Form("care pathways", ("plans of care",))


def test_a_past_form_comes_with_its_participle() -> None:
    """Give the past tense, and beside it the participle that is spelt alike and has other words; tags will tell."""
    (mention,) = TermMatcher(Glossary((verb("demonstrate", "show"),))).find(paragraph("It was demonstrated."))
    assert (mention.form.replacements, mention.needs_tag) == (("showed",), True)
    assert mention.participle == Form("demonstrated", ("shown",), "VBN")


def test_a_term_that_is_meant_only_as_a_verb_is_found_wherever_it_stands() -> None:
    """Find a word whose part of speech decides, and leave it to the tags to tell."""
    action = Term("action", "wording", instead=("do",), only_as="verb")
    assert len(TermMatcher(Glossary((action,))).find(paragraph("We action it. An action was agreed."))) == 2


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("\u201cThe stakeholder left\u201d, she said.", True),
        ("'The stakeholder left', she said.", True),
        ("A \u201cstakeholder\u201d is anyone.", False),
        ("She said \u201cyes\u201d to the stakeholder.", False),
        ("The stakeholder left.", False),
    ],
)
def test_a_term_in_somebodys_words_is_quoted(text: str, *, quoted: bool) -> None:
    """Tell a quotation from marks that only set a term apart."""
    assert [mention.quoted for mention in mentions(text)] == [quoted]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A safe haven for people in mental distress.", 1),
        ("In mental distress, people find a safe haven.", 1),
        ("People in Mental Distress want a safe haven.", 1),
        ("The harbour is a safe haven.", 0),
        ("A mental picture of distress: a safe haven.", 0),
        ("It is for people in mental distress. A safe haven is a harbour.", 0),
    ],
)
def test_a_phrase_can_say_what_a_word_near_it_means(text: str, *, found: int) -> None:
    """Look for words and phrases on both sides, in the same sentence."""
    haven = Term("safe haven", "term", only_near=("crisis", "mental distress"))
    assert len(TermMatcher(Glossary((haven,))).find(paragraph(text))) == found


def test_an_empty_glossary_finds_nothing() -> None:
    """Match with no terms at all."""
    assert TermMatcher(Glossary()).find(paragraph("A stakeholder left.")) == []


@given(TEXTS)
def test_mentions_are_whole_words_in_order_and_apart(text: str) -> None:
    """Return mentions that follow each other and end where words end, in any text."""
    block = paragraph(text)
    starts = set(block.offsets)
    ends = {start + len(word) for start, word in zip(block.offsets, block.words, strict=True)}
    end = 0
    for mention in MATCHER.find(block):
        assert mention.span.start in starts
        assert mention.span.end in ends
        assert end <= mention.span.start < mention.span.end
        end = mention.span.end


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We told Monitor of it.", ["Monitor"]),
        ("We told MONITOR of it.", ["Monitor"]),
        ("We monitor it.", []),
        ("The INVOLVE team came.", ["INVOLVE"]),
        ("Involve the team.", []),
        ("We told nhsx of it.", ["NHSX"]),
        ("A better care fund helps.", ["Better Care Fund"]),
    ],
)
def test_a_name_of_one_word_has_its_capitals(text: str, found: list[str]) -> None:
    """People write names small too, but "monitor" is another word."""
    names = ("Monitor", "INVOLVE", "NHSX", "Better Care Fund")
    matcher = TermMatcher(Glossary(tuple(Term(name, "term", (Meaning("A body."),)) for name in names)))
    assert [mention.term.headword for mention in matcher.find(paragraph(text))] == found
