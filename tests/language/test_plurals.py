"""Plurals are made and taken off."""

from __future__ import annotations

import pytest

from plainspeak.language.inflection import inflect, lemma


@pytest.mark.parametrize(
    ("term", "plural"),
    [
        ("care pathway", "care pathways"),
        ("strategy", "strategies"),
        ("key worker", "key workers"),
        ("day", "days"),
        ("box", "boxes"),
        ("branch", "branches"),
        ("approval process", "approval processes"),
        ("body of evidence", "bodies of evidence"),
        ("direction of travel", "directions of travel"),
        ("ICB", "ICBs"),
        ("status", "statuses"),
        ("analysis", "analyses"),
        ("person with an interest", "people with an interest"),
        ("person seeking asylum", "people seeking asylum"),
        ("test done on the spot", "tests done on the spot"),
        ("sum meant to be left over", "sums meant to be left over"),
        ("day spent waiting", "days spent waiting"),
        ("day the wait began", "days the wait began"),
        ("person or body we owe money to", "people or bodies we owe money to"),
        ("waiting time promised by the NHS", "waiting times promised by the NHS"),
        ("shared bed", "shared beds"),
        ("out of area placement", "out of area placements"),
        ("senior responsible owner", "senior responsible owners"),
        ("fair processing notice", "fair processing notices"),
        ("child safeguarding practice review", "child safeguarding practice reviews"),
        ("designated safeguarding lead", "designated safeguarding leads"),
        ("local early help hub", "local early help hubs"),
        ("group most at risk", "groups most at risk"),
        ("nursing task", "nursing tasks"),
        ("funding gap", "funding gaps"),
        ("extra meeting", "extra meetings"),
    ],
)
def test_a_noun_has_one_plural(term: str, plural: str) -> None:
    """Put the ending on the last word, or on the noun before "of", a participle, an adverb or a clause."""
    assert inflect(term, "NNS") == plural


@pytest.mark.parametrize(
    "term",
    [
        "key workers",
        "savings",
        "series",
        "care plan (CP)",
        "level 2",
        "",
        "patients of ours",
        "money left unspent",
        "advice on benefits",
        "keeping to the rules",
        "finding and treating illness early",
        "long-term planning and buying",
        "gene testing",
        "how people feel",
        "missing data",
    ],
)
def test_other_words_have_none(term: str) -> None:
    """Make no plural of what is plural already, can't be counted, or ends in a sign or a figure."""
    assert inflect(term, "NNS") == term


@pytest.mark.parametrize(
    ("plural", "word"),
    [
        ("boards", "board"),
        ("strategies", "strategy"),
        ("therapies", "therapy"),
        ("boxes", "box"),
        ("branches", "branch"),
        ("processes", "process"),
        ("illnesses", "illness"),
        ("viruses", "virus"),
        ("buses", "bus"),
        ("nurses", "nurse"),
        ("diseases", "disease"),
        ("houses", "house"),
        ("services", "service"),
        ("sizes", "size"),
        ("headaches", "headache"),
        ("ties", "tie"),
        ("diagnoses", "diagnosis"),
        ("analyses", "analysis"),
        ("crises", "crisis"),
        ("GPs", "GP"),
        ("children", "child"),
        ("people", "person"),
        ("taxes", "tax"),
    ],
)
def test_a_plural_has_a_singular(plural: str, word: str) -> None:
    """Take off the ending that was put on, and no letter of the word."""
    assert lemma(plural, "NNS") == word


@pytest.mark.parametrize("word", "board process status analysis us is as series species virus s a".split())
def test_a_singular_stays(word: str) -> None:
    """Leave a word that isn't a plural as it is."""
    assert lemma(word, "NNS") == word


@pytest.mark.parametrize(
    "noun", "board nurse strategy box branch process disease pathway dish tax service house".split()
)
def test_a_plural_leads_back(noun: str) -> None:
    """Give a noun back from its own plural."""
    assert lemma(inflect(noun, "NNS"), "NNS") == noun
