"""A headword and its replacements take their endings together."""

from __future__ import annotations

import pytest

from plainspeak.glossary import Form
from plainspeak.glossary.forms import Inflects, forms_of, takes_endings


def made(headword: str, *instead: str, inflects: Inflects | None) -> dict[str, tuple[str, ...]]:
    """Return each form with its replacements."""
    return {form.text: form.replacements for form in forms_of(headword, instead, inflects=inflects)}


def test_a_noun_has_its_plural() -> None:
    """Put the replacements into the plural too."""
    assert made("service user", "person who uses services", "person", inflects="noun") == {
        "service users": ("people who use services", "people")
    }


def test_a_verb_has_its_endings() -> None:
    """Put every ending of the headword on each replacement."""
    assert made("rectify", "put right", "fix", inflects="verb") == {
        "rectifies": ("puts right", "fixes"),
        "rectifying": ("putting right", "fixing"),
        "rectified": ("put right", "fixed"),
    }


def test_be_has_its_many_forms() -> None:
    """Find "am", "are" and "were" as well."""
    assert made("be in need of", "need", inflects="verb") == {
        "is in need of": ("needs",),
        "being in need of": ("needing",),
        "was in need of": ("needed",),
        "am in need of": ("need",),
        "are in need of": ("need",),
        "were in need of": ("needed",),
        "been in need of": ("needed",),
    }


@pytest.mark.parametrize(("headword", "inflects"), [("robust", None), ("savings", "noun"), ("level 2", "noun")])
def test_some_words_have_no_other_form(headword: str, inflects: Inflects | None) -> None:
    """Make no form where none was asked for, or there is none."""
    assert forms_of(headword, ("strong",), inflects=inflects) == ()


def test_the_past_and_the_participle_differ() -> None:
    """Keep both where they are spelt alike and their replacements aren't, the past first."""
    forms = [form for form in forms_of("demonstrate", ("show",), inflects="verb") if form.text == "demonstrated"]
    assert forms == [Form("demonstrated", ("showed",)), Form("demonstrated", ("shown",), "VBN")]


def test_the_participle_of_come_is_spelt_like_its_base() -> None:
    """Keep a participle that is spelt like the headword, with the replacements of a participle."""
    forms = forms_of("come to a decision", ("decide",), inflects="verb")
    assert Form("come to a decision", ("decided",), "VBN") in forms
    assert Form("came to a decision", ("decided",)) in forms


def test_other_spellings_inflect_too() -> None:
    """Give other spellings the headword's replacements, in each form."""
    forms = forms_of("utilise", ("use",), inflects="verb", spellings=("utilize",))
    assert {Form("utilize", ("use",)), Form("utilizing", ("using",))} <= set(forms)


def test_a_pair_stands_before_a_form_made_by_rule() -> None:
    """Leave a pair as it is written, and make no second form of that spelling."""
    forms = forms_of("ringfence", ("set aside",), inflects="verb", pairs={"Ringfenced": "protected"})
    assert [form.text.casefold() for form in forms].count("ringfenced") == 1
    assert forms[0] == Form("Ringfenced", ("protected",))


def test_forms_of_be_agree_with_each_other() -> None:
    """What stands for "were" is "were", where it is a form of "be" at all."""
    forms = {form.text: form.replacements for form in forms_of("be located in", ("be in", "stand in"), inflects="verb")}
    assert forms["were located in"] == ("were in", "stood in")
    assert forms["are located in"] == ("are in", "stand in")
    assert forms["was located in"] == ("was in", "stood in")


@pytest.mark.parametrize(
    ("phrase", "headword", "inflects", "takes"),
    [
        ("anchor point", "anchor", "noun", True),
        ("hospital bed", "bed", "noun", True),
        ("attachment need", "attachment", "noun", True),
        ("anchored in", "anchor", "noun", False),
        ("trajectory agreed", "trajectory", "noun", False),
        ("show up as", "show up", "verb", True),
        ("how we show up", "show up", "verb", False),
        ("tested with families", "test", "verb", False),
    ],
)
def test_only_phrases_in_their_base_form_take_endings(
    phrase: str, headword: str, inflects: str, *, takes: bool
) -> None:
    """Make no "anchored ins" and no "testeds with families"."""
    assert takes_endings(phrase, headword, inflects) is takes
