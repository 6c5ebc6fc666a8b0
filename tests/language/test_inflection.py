"""Verbs and nouns are inflected, and lead back to their base, in British spelling."""

from __future__ import annotations

import pytest

from plainspeak.language.inflection import inflect, lemma


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("utilise", "utilises utilising utilised utilised"),
        ("utilize", "utilizes utilizing utilized utilized"),
        ("carry", "carries carrying carried carried"),
        ("stay", "stays staying stayed stayed"),
        ("assess", "assesses assessing assessed assessed"),
        ("agree", "agrees agreeing agreed agreed"),
        ("pursue", "pursues pursuing pursued pursued"),
        ("die", "dies dying died died"),
        ("stop", "stops stopping stopped stopped"),
        ("visit", "visits visiting visited visited"),
        ("offer", "offers offering offered offered"),
        ("refer", "refers referring referred referred"),
        ("commit", "commits committing committed committed"),
        ("travel", "travels travelling travelled travelled"),
        ("enrol", "enrols enrolling enrolled enrolled"),
        ("fail", "fails failing failed failed"),
        ("focus", "focuses focusing focused focused"),
        ("target", "targets targeting targeted targeted"),
        ("benefit", "benefits benefiting benefited benefited"),
        ("panic", "panics panicking panicked panicked"),
        ("go", "goes going went gone"),
        ("take", "takes taking took taken"),
        ("undertake", "undertakes undertaking undertook undertaken"),
        ("begin", "begins beginning began begun"),
        ("get", "gets getting got got"),
        ("put", "puts putting put put"),
        ("show", "shows showing showed shown"),
        ("learn", "learns learning learnt learnt"),
        ("run", "runs running ran run"),
        ("have", "has having had had"),
        ("do", "does doing did done"),
        ("be", "is being was been"),
        ("ring-fence", "ring-fences ring-fencing ring-fenced ring-fenced"),
        ("re-take", "re-takes re-taking re-took re-taken"),
        ("upskill", "upskills upskilling upskilled upskilled"),
    ],
)
def test_a_verb_has_four_forms(base: str, forms: str) -> None:
    """Make the third person, the participles and the past of regular and irregular verbs."""
    assert [inflect(base, tag) for tag in ("VBZ", "VBG", "VBD", "VBN")] == forms.split()


@pytest.mark.parametrize(
    ("base", "plural"),
    [
        ("programme", "programmes"),
        ("strategy", "strategies"),
        ("process", "processes"),
        ("photo", "photos"),
        ("child", "children"),
        ("person", "people"),
        ("life", "lives"),
        ("analysis", "analyses"),
        ("criterion", "criteria"),
        ("virus", "viruses"),
        ("chairman", "chairmen"),
        ("human", "humans"),
        ("series", "series"),
        ("savings", "savings"),
        ("ICB", "ICBs"),
        ("NHS", "NHSs"),
        ("follow-up", "follow-ups"),
        ("level 2", "level 2"),
    ],
)
def test_a_noun_has_a_plural(base: str, plural: str) -> None:
    """Make the plural of regular and irregular nouns, and leave what is plural already."""
    assert inflect(base, "NNS") == plural


@pytest.mark.parametrize(
    ("phrase", "tag", "form"),
    [
        ("carry out", "VBD", "carried out"),
        ("be in need of", "VBZ", "is in need of"),
        ("be in need of", "VBP", "are in need of"),
        ("put into practice", "VBG", "putting into practice"),
        ("savings plan", "NNS", "savings plans"),
        ("person with an interest", "NNS", "people with an interest"),
        ("body of evidence", "NNS", "bodies of evidence"),
        ("way to pass problems up", "NNS", "ways to pass problems up"),
        ("person who uses services", "NNS", "people who use services"),
        ("person who is ill", "NNS", "people who are ill"),
        ("person who has had a stroke", "NNS", "people who have had a stroke"),
        ("person living with dementia", "NNS", "people living with dementia"),
        ("assisted living scheme", "NNS", "assisted living schemes"),
    ],
)
def test_a_phrase_inflects_at_its_verb_or_noun(phrase: str, tag: str, form: str) -> None:
    """Inflect the first verb, or the noun before what is said about it, and the verb that agrees with that noun."""
    assert inflect(phrase, tag) == form


@pytest.mark.parametrize("tag", ["VB", "VBP", "NN", "JJ", ""])
def test_other_tags_ask_for_no_ending(tag: str) -> None:
    """Give the words back as they are."""
    assert inflect("utilise it", tag) == "utilise it"


def test_a_capital_is_kept() -> None:
    """Keep the case of the first letter, in regular and irregular words."""
    assert [inflect("Board", "NNS"), inflect("Child", "NNS"), inflect("Take up", "VBD")] == [
        "Boards",
        "Children",
        "Took up",
    ]
    assert [lemma("Boards", "NNS"), lemma("Children", "NNS")] == ["Board", "Child"]


def test_two_verbs_are_a_known_miss() -> None:
    """Known miss: of two verbs joined by "and", only the first is inflected."""
    assert inflect("plan and buy", "VBD") == "planned and buy"


@pytest.mark.parametrize(
    ("word", "tag", "base"),
    [
        ("utilised", "VBN", "utilise"),
        ("using", "VBG", "use"),
        ("hoping", "VBG", "hope"),
        ("hopping", "VBG", "hop"),
        ("carried", "VBD", "carry"),
        ("dying", "VBG", "die"),
        ("travelled", "VBD", "travel"),
        ("traveled", "VBD", "travel"),
        ("focussed", "VBN", "focus"),
        ("organized", "VBN", "organize"),
        ("panicking", "VBG", "panic"),
        ("committed", "VBN", "commit"),
        ("discharged", "VBN", "discharge"),
        ("upskilling", "VBG", "upskill"),
        ("refocused", "VBN", "refocus"),
        ("ring-fenced", "VBN", "ring-fence"),
        ("took", "VBD", "take"),
        ("took", "VBN", "take"),
        ("taken", "VBD", "take"),
        ("found", "VBN", "find"),
        ("left", "VBD", "leave"),
        ("were", "VBD", "be"),
        ("am", "VBP", "be"),
        ("'re", "VBP", "be"),
        ("has", "VBZ", "have"),
        ("does", "VBZ", "do"),
        ("analyses", "VBZ", "analyse"),
        ("analyses", "NNS", "analysis"),
        ("people", "NNS", "person"),
        ("taxes", "NNS", "tax"),
        ("services", "NNS", "service"),
        ("GPs", "NNS", "GP"),
        ("menus", "NNS", "menu"),
    ],
)
def test_a_form_has_a_base(word: str, tag: str, base: str) -> None:
    """Lead forms back to the word that they come of, in either spelling."""
    assert lemma(word, tag) == base


@pytest.mark.parametrize(
    ("word", "tag"),
    [
        ("utilise", "VB"),
        ("need", "VBP"),
        ("plan", "NN"),
        ("process", "NNS"),
        ("status", "NNS"),
        ("series", "NNS"),
        ("better", "JJR"),
        ("plan", "VBD"),
        ("is", "NNS"),
        ("", "NNS"),
    ],
)
def test_a_word_without_the_ending_stays(word: str, tag: str) -> None:
    """Give a base form, and a word that can't have the form which the tag says, back as they are."""
    assert lemma(word, tag) == word


@pytest.mark.parametrize("tag", ["VBZ", "VBG", "VBD", "VBN"])
@pytest.mark.parametrize(
    "base", "use plan agree refer admit meet choose carry deliver commission discharge see give lead".split()
)
def test_a_verb_comes_back_from_its_form(base: str, tag: str) -> None:
    """Make a form and take it apart again."""
    assert lemma(inflect(base, tag), tag) == base


def test_a_form_of_two_words_is_a_known_miss() -> None:
    """Known miss: of two words that share a form, one is always chosen: "bases" of "basis" are those of "base"."""
    assert lemma(inflect("basis", "NNS"), "NNS") == "base"
