"""Inflect English verbs and nouns, and find the base form of inflected ones, in British spelling.

Tags are those of the Penn Treebank: VB, VBP, VBZ, VBG, VBD and VBN for verbs, NN and NNS for nouns.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from plainspeak.language.inflection_rules import possible_bases, regular_form
from plainspeak.language.noun_phrases import nouns_to_inflect
from plainspeak.language.vocabulary import is_ordinary_word

__all__ = ["Irregular", "inflect", "inflect_word", "is_plural_of", "lemma", "lemma_of_word", "with_lemmas"]

Table = Mapping[tuple[str, str], str]

# The verb after "who" agrees with the noun before: "people who use services".
_RELATIVE_VERB = re.compile(r"(?<=\s)((?:that|which|who)\s)([a-z]+s)\b")
_PREFIX = re.compile(r"(?:co|de|dis|fore|inter|mis|out|over|pre|re|sub|un|under|up)(?=\w{4})")
_OTHER_PAST = {"VBD": "VBN", "VBN": "VBD"}


@dataclass(frozen=True)
class Irregular:
    """What the rules get wrong."""

    forms: Table
    """The form of a base under a tag. A past participle that is like the past tense isn't listed."""
    lemmas: Table
    """The base of a form under a tag."""


def inflect(base: str, tag: str) -> str:
    """Return the form of a verb or noun that a tag asks for: "carry out" and VBD give "carried out".

    Of a phrase, the first word is inflected for a verb, and for a noun the one before any "of", "with", "who" and the
    like: "body of evidence" gives "bodies of evidence". A noun that is plural already stays so, and so does a phrase
    for what can't be counted: "advice on benefits".

    Args:
        base: a word or phrase, its verb or noun in the base form. Case and the spelling of "-ise" are kept.
        tag: a Penn Treebank tag. Under one that asks for no ending the words come back as they are.
    """
    if tag == "NNS":
        return _plural_phrase(base)
    verb, space, rest = base.partition(" ")
    return inflect_word(verb, tag, _irregular()) + space + rest


def is_plural_of(written: str, base: str) -> bool:
    """Tell whether words are the plural of a noun or noun phrase, and not spelt like it; case doesn't matter."""
    return written.casefold() == inflect(base, "NNS").casefold() != base.casefold()


def lemma(word: str, tag: str) -> str:
    """Return the base form of one word, given its tag: "took" and VBD give "take".

    A word that can't have the form which the tag says comes back as it is.
    """
    return lemma_of_word(word, tag, _irregular())


def inflect_word(base: str, tag: str, irregular: Irregular) -> str:
    """Return the form of one word, looking it up in a table of irregular words first.

    Args:
        base: a verb or noun; of one with hyphens, the last part is inflected unless the whole is listed.
        tag: a Penn Treebank tag.
        irregular: what the rules get wrong.
    """
    lower = base.lower()
    listed = irregular.forms.get((lower, tag))
    if listed is None and tag == "VBN":
        listed = irregular.forms.get((lower, "VBD"))
    if listed is not None and not (base.isupper() and len(base) > 1):
        return _with_case_of(base, listed)
    before, hyphen, last = base.rpartition("-")
    if before and last:
        return before + hyphen + inflect_word(last, tag, irregular)
    return regular_form(base, tag)


def lemma_of_word(word: str, tag: str, irregular: Irregular) -> str:
    """Return the base form of one word, looking it up in a table of irregular words first.

    Where several words could have the form, one of everyday English is taken before another.
    """
    lower = word.lower()
    listed = irregular.lemmas.get((lower, tag)) or irregular.lemmas.get((lower, _OTHER_PAST.get(tag, tag)))
    if listed is not None:
        return _with_case_of(word, listed)
    before, hyphen, last = word.rpartition("-")
    if before and last:
        return before + hyphen + lemma_of_word(last, tag, irregular)
    if len(word) < 3:
        return word
    fitting = [base for base in possible_bases(word, tag) if inflect_word(base, tag, irregular) == word]
    # "series" could be the plural of "sery", but is a word itself.
    other = word if not fitting or (tag == "NNS" and is_ordinary_word(word)) else fitting[0]
    return next(filter(_is_known, fitting), other)


def with_lemmas(forms: Table, lemmas: Table) -> Irregular:
    """Return the table of some irregular forms, turned round as well, and of bases that can't be told from them."""
    turned = {(form, tag): base for (base, tag), form in forms.items()}
    return Irregular(forms, {**turned, **lemmas})


def _is_known(word: str) -> bool:
    """Tell whether a word, or what stands after a prefix such as "re", is of everyday English."""
    prefix = _PREFIX.match(word)
    return is_ordinary_word(word) or bool(prefix and is_ordinary_word(word[prefix.end() :]))


def _plural_phrase(phrase: str) -> str:
    nouns = nouns_to_inflect(phrase)
    if not nouns:
        return phrase
    plural, done = "", 0
    for start, end in nouns:
        plural += phrase[done:start] + inflect_word(phrase[start:end], "NNS", _irregular())
        done = end
    return plural + _RELATIVE_VERB.sub(lambda match: match[1] + _plural_verb(match[2]), phrase[done:])


def _plural_verb(verb: str) -> str:
    return {"is": "are", "was": "were"}.get(verb) or lemma(verb, "VBZ")


def _with_case_of(word: str, other: str) -> str:
    return other[:1].upper() + other[1:] if word[:1].isupper() else other


@cache
def _irregular() -> Irregular:
    return with_lemmas(_read("irregular_forms.txt"), _read("irregular_lemmas.txt"))


def _read(name: str) -> dict[tuple[str, str], str]:
    text = files("plainspeak.language").joinpath(f"data/{name}").read_text(encoding="utf-8")
    lines = (line.split(" ") for line in text.splitlines())
    return {(word, tag): other for word, tag, other in lines}
