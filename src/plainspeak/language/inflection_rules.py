"""The regular endings of English verbs and nouns, in British spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["possible_bases", "regular_form"]

_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_CONSONANT_Y = re.compile(r"(?:[^aeiou]|qu)y$")
_CONSONANT_O = re.compile(r"[^aeiou]o$")
# "stop" and "squat" double their last letter; so, in Britain, does a last l after one vowel: "travelled", "fuelled".
_DOUBLES = re.compile(r"(?:^[^aeiou]*(?:qu)?[aeiou][bdgkmnprtvz]|(?:[^aeiou]|qu)[aeiou]l|[iu]al|uel)$")
_VOWEL_C = re.compile(r"[aeiou]c$")
_SILENT_E = re.compile(r"[^eoy]e$")
_PLURAL = re.compile(r"[^sui]s$")

_ES = re.compile(r"(?:ss|x|zz|ch|sh|o)es$")
_GREEK = re.compile(r"(?:cri|ly|no|sta|the)ses$")
_DOUBLED = re.compile(r"([bdgklmnprtvz])\1$")
# Stems that are likely to have lost an e: "creat", "utilis", "manag", "reduc", "involv".
_LOST_E = re.compile(
    r"(?:[aiou]t|[iuy][sz]|[cuv]|[aeirdn]g|[nrao]s|[bcdfgkptz]l|[aiou]r|[^aeiou][iou][dkmnp]|[ao][dkm])$"
)


def regular_form(base: str, tag: str) -> str:
    """Return what the rules make of one word, which may be wrong for words such as "take" and "prefer".

    Args:
        base: a verb or noun in its base form.
        tag: a Penn Treebank tag: VBZ, VBG, VBD, VBN or NNS. Under any other the word stays as it is.
    """
    if tag == "NNS":
        return _plural(base)
    if tag == "VBZ":
        return base + "es" if _CONSONANT_O.search(base) else _with_s(base)
    if tag == "VBG":
        return _present_participle(base)
    return _past(base) if tag in ("VBD", "VBN") else base


def possible_bases(word: str, tag: str) -> Iterator[str]:
    """Yield the words of which an inflected one could be the regular form, the likeliest first.

    Some are no words, and some have other forms: "hoping" could come of "hope", but "hop" gives "hopping".
    """
    if tag in ("VBZ", "NNS"):
        yield from _bases_of_s(word, tag)
    elif tag == "VBG" and word.endswith("ing"):
        yield from _bases_of_stem(word[:-3])
        if word.endswith("ying"):
            yield word[:-4] + "ie"
    elif tag in ("VBD", "VBN") and word.endswith("ed"):
        if word.endswith("ied"):
            yield word[:-3] + "y"
            yield word[:-1]
        yield from _bases_of_stem(word[:-2])


def _plural(noun: str) -> str:
    if not noun[-1:].isalpha():
        return noun
    if noun.isupper():  # Letters: ICBs, not ICBES.
        return noun + "s"
    if noun.endswith("sis"):
        return noun[:-2] + "es"
    if len(noun) > 3 and noun.endswith("man"):
        return noun[:-2] + "en"
    # A word such as "workers" or "savings" is a plural already.
    return noun if _PLURAL.search(noun) else _with_s(noun)


def _with_s(word: str) -> str:
    if _CONSONANT_Y.search(word):
        return word[:-1] + "ies"
    return word + "es" if _SIBILANT.search(word) else word + "s"


def _present_participle(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if _SILENT_E.search(verb):
        return verb[:-1] + "ing"
    return _before_vowel(verb) + "ing"


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if _CONSONANT_Y.search(verb):
        return verb[:-1] + "ied"
    return _before_vowel(verb) + "ed"


def _before_vowel(verb: str) -> str:
    """Return a verb as it stands before "-ed" and "-ing": "stopp", "panick", "visit"."""
    if _DOUBLES.search(verb):
        return verb + verb[-1]
    return verb + "k" if _VOWEL_C.search(verb) else verb


def _bases_of_s(word: str, tag: str) -> Iterator[str]:
    if tag == "NNS":
        if word.endswith("men"):
            yield word[:-2] + "an"
        if _GREEK.search(word):
            yield word[:-2] + "is"
        # "status" and "basis" are hardly ever the plurals of "statu" and "basi".
        if word.endswith(("us", "is")):
            return
    if word.endswith("ies") and len(word) > 4:
        yield word[:-3] + "y"
    if _ES.search(word):
        yield word[:-2]
    if word.endswith("s") and not word.endswith("ss"):
        yield word[:-1]
    if word.endswith("es"):
        yield word[:-2]


def _bases_of_stem(stem: str) -> Iterator[str]:
    doubled = _DOUBLED.search(stem)
    if doubled and doubled[1] != "l":
        yield stem[:-1]
    if _LOST_E.search(stem):
        yield from (stem + "e", stem)
    else:
        yield from (stem, stem + "e")
    if stem.endswith(("ck", "ll")):
        yield stem[:-1]
