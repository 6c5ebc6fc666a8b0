"""Terms are looked up by their letters or their words, and other glossaries come first."""

from __future__ import annotations

import pytest

from plainspeak.glossary import Form, Glossary, Meaning, Term
from plainspeak.glossary.forms import forms_of


def jargon(headword: str, meaning: str, *, acronym: str | None = None, spellings: tuple[str, ...] = ()) -> Term:
    """Return a term with its plurals, as an entry of a glossary file makes it."""
    forms = forms_of(headword, inflects="noun", spellings=spellings)
    return Term(headword, "term", (Meaning(meaning),), acronym=acronym, forms=forms)


GLOSSARY = Glossary(
    (
        Term("NICE", "acronym", (Meaning(expansion="National Institute"),), acronym="NICE"),
        Term("PCN", "acronym", (Meaning(expansion="primary care network"),), acronym="PCN", forms=(Form("PCNet"),)),
        Term("A&E", "acronym", (Meaning(expansion="accident and emergency"),), acronym="A&E"),
        Term("LeDeR", "acronym", (Meaning(expansion="learning from lives and deaths"),), acronym="LeDeR"),
        jargon("better care fund", "A budget.", acronym="BCF", spellings=("care fund",)),
        jargon("long-term condition", "An illness."),
        jargon("body of evidence", "What is known."),
        jargon("child's plan", "A plan."),
        Term("in order to", "wording", instead=("to",), rule="wordy-phrase"),
    ),
    frozenset({"CO2"}),
)


@pytest.mark.parametrize(
    ("text", "headword"),
    [
        ("NICE", "NICE"),
        ("PCN", "PCN"),
        ("PCNs", "PCN"),
        ("PCNet", "PCN"),
        (" PCN ", "PCN"),
        ("A&E", "A&E"),
        ("LeDeR", "LeDeR"),
        ("BCF", "better care fund"),
        ("BCFs", "better care fund"),
        ("better care fund", "better care fund"),
        ("Better  Care\nFund", "better care fund"),
        ("better care funds", "better care fund"),
        ("care fund", "better care fund"),
        ("care funds", "better care fund"),
        ("long-term condition", "long-term condition"),
        ("long term conditions", "long-term condition"),
        ("LONG-TERM CONDITION", "long-term condition"),
        ("bodies of evidence", "body of evidence"),
        ("child\u2019s plan", "child's plan"),
        ("in order to", "in order to"),
        ("In-order-to", "in order to"),
    ],
)
def test_letters_and_words_are_found(text: str, headword: str) -> None:
    """Find letters as written and words in any case, plurals of both, and hyphens for spaces."""
    term = GLOSSARY.lookup(text)
    assert term is not None
    assert term.headword == headword


@pytest.mark.parametrize(
    "text", ["nice", "Nice", "pcn", "pcns", "bcf", "CO2", "", "s", "care", "fund", "better care", "A&"]
)
def test_other_text_is_not_found(text: str) -> None:
    """Mind the case of letters, and find no part of a term."""
    assert GLOSSARY.lookup(text) is None


def test_letters_are_found_exactly_as_written() -> None:
    """Return the entry for a short form without regard to plurals."""
    assert GLOSSARY.acronym("PCN") is not None
    assert GLOSSARY.acronym("PCNs") is None
    assert GLOSSARY.acronym("better care fund") is None


def test_the_forms_of_a_term_are_not_its_letters() -> None:
    """Look the forms of a spelt-out term up by their words only."""
    assert GLOSSARY.acronym("care fund") is None


def test_a_glossary_is_a_collection_of_terms() -> None:
    """Count and list the terms in their order."""
    assert len(GLOSSARY) == 9
    assert [term.headword for term in GLOSSARY][:2] == ["NICE", "PCN"]


def acronym(letters: str, expansion: str, *forms: str) -> Term:
    """Return an acronym of one meaning."""
    return Term(letters, "acronym", (Meaning(expansion=expansion),), acronym=letters, forms=tuple(map(Form, forms)))


def test_another_glossary_replaces_terms_of_the_same_name() -> None:
    """Let a term stand in place of one with its letters or headword, and keep all others."""
    added = (acronym("PCN", "police control network"), Term("Better-Care Fund", "term", (Meaning("Ours."),)))
    extended = GLOSSARY.extended_by(added)
    assert len(extended) == len(GLOSSARY)
    assert extended.terms[:2] == added
    assert extended.acronym("PCN") is added[0]
    assert extended.lookup("better care fund") is added[1]
    assert extended.lookup("NICE") is GLOSSARY.lookup("NICE")
    assert extended.ordinary_capitals == GLOSSARY.ordinary_capitals


def test_a_term_does_not_replace_wording_of_the_same_name() -> None:
    """Keep jargon and wording of one name beside each other."""
    extended = GLOSSARY.extended_by([Term("in order to", "term", (Meaning("Odd."),))])
    assert len(extended) == len(GLOSSARY) + 1


def test_a_form_of_another_glossary_comes_first() -> None:
    """Give letters to the glossary that was laid over, also when it has them as a second spelling."""
    added = acronym("PCNW", "primary care network", "PCN")
    assert GLOSSARY.extended_by([added]).acronym("PCN") is added


def test_extending_leaves_the_first_glossary_alone() -> None:
    """Return a new glossary and change nothing."""
    before = GLOSSARY.terms
    GLOSSARY.extended_by([acronym("NICE", "not nice")])
    assert GLOSSARY.terms == before
    assert GLOSSARY.extended_by([]) == GLOSSARY


def test_the_first_of_two_terms_with_the_same_words_stands() -> None:
    """Look words up in the order of the glossary."""
    first, second = Term("one", "term", forms=(Form("both"),)), Term("two", "term", forms=(Form("both"),))
    assert Glossary((first, second)).lookup("both") is first


@pytest.mark.parametrize(
    ("readers", "known"), [(("everyone",), True), (("staff", "everyone"), True), (("staff",), False), ((), False)]
)
def test_what_everyone_knows_is_said_in_so_many_words(readers: tuple[str, ...], *, known: bool) -> None:
    """Tell terms that everyone knows from those that only staff know."""
    assert Term("NHS", "acronym", known_to=readers).known_to_everyone is known
