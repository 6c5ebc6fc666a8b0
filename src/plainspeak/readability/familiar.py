"""Which words Dale and Chall's formula counts as familiar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from plainspeak.readability.classic import easy_words

__all__ = ["is_familiar"]

_NUMBER = re.compile(r"[£$€]?\d[\d.,:/]*(?:%|st|nd|rd|th|s|am|pm)?")
_CONTRACTION = re.compile(r"n't$|'(?:d|ll|m|re|ve)$")

# British spellings that no rule below gives, with the listed American word.
_BRITISH_SPELLINGS = {
    "aeroplane": "airplane",
    "cosy": "cozy",
    "defence": "defense",
    "grey": "gray",
    "ketchup": "catsup",
    "plough": "plow",
    "sceptre": "scepter",
    "tyre": "tire",
    "woollen": "woolen",
}


@lru_cache(maxsize=65_536)
def is_familiar(word: str) -> bool:
    """Tell whether a word is on Dale and Chall's list of familiar words, or counts as if it were.

    The rules of 1948 that need no knowledge of the sentence are followed: plurals, possessives and the regular endings
    -s, -es, -ies, -ed, -ied, -ing, -er and -est of listed words are familiar, and so are hyphenated words whose parts
    are, and numbers. British spellings of listed American words count too ("colour", "centre"), and contractions
    ("weren't").

    An -er is always taken for a comparative ("greater"), although on a verb it makes a noun ("joiner"), which the
    paper only counts as familiar if it is listed.

    The paper also counts names of people and places as familiar. That can't be known from the word alone, so a name is
    unfamiliar here unless it happens to be a listed word; leave names out before asking if you know them.

    Args:
        word: one word, in any case.
    """
    plain = word.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").strip("'")
    if not plain:
        return False
    if _NUMBER.fullmatch(plain) or _is_listed(plain):
        return True
    parts = [part for part in plain.split("-") if part]
    if len(parts) > 1:
        return all(is_familiar(part) for part in parts)
    plain = _CONTRACTION.sub("", plain.removesuffix("'s"))
    return _is_listed(plain) or any(_is_listed(base) for base in _bases(plain))


def _is_listed(word: str) -> bool:
    listed = easy_words()
    return word in listed or any(spelling in listed for spelling in _american_spellings(word))


def _american_spellings(word: str) -> Iterator[str]:
    known = _BRITISH_SPELLINGS.get(word)
    if known:
        yield known
    # Only where "colour" and "centre" have it: "four" and "more" are words of their own.
    if "our" in word[3:]:
        yield word[:3] + word[3:].replace("our", "or")
    if word.endswith(("bre", "tre")):
        yield word[:-2] + "er"


def _bases(word: str) -> Iterator[str]:
    """Give the words that this one may be a regular form of."""
    if word.endswith("s") and not word.endswith("ss"):
        yield word[:-1]
    for ending in ("es", "ed", "ing", "er", "est"):
        if not word.endswith(ending) or len(word) < len(ending) + 2:
            continue
        stem = word[: -len(ending)]
        # -es follows a hiss or an o; anywhere else the e belongs to the word, and the line above has seen to it.
        if ending != "es" or stem.endswith(("s", "x", "z", "ch", "sh", "o")):
            yield stem
        if ending != "es":
            yield stem + "e"
            if len(stem) > 2 and stem[-1] == stem[-2]:
                yield stem[:-1]
        if ending == "ing" and stem.endswith("y"):
            yield stem[:-1] + "ie"
        if ending != "ing" and stem.endswith("i"):
            yield stem[:-1] + "y"
