"""Choose between "a" and "an" by how the next word is said."""

from __future__ import annotations

import re

__all__ = ["article"]

_FIRST = re.compile(r"\W*(\d+|[^\W\d_]+)")
# The names of these letters begin with a vowel: "an MRI", "an X-ray".
_VOWEL_LETTERS = frozenset("AEFHILMNORSX")
_PLURAL_OF_LETTERS = re.compile(r"(?<=[A-Z])s$")
# Letters that are said as a word: "a SEND plan", "a SWOT analysis". Three letters seldom are: "an FOI request".
_SAID_AS_WORD = re.compile(
    r"(?=.{4})(?:F[LR]?|S[CHKLMNPTW]?|[HLMNR])[AEIOU](?:(?:[CST]H|[BCDFGJ-NP-TV-XZ]{1,2})[AEIOUY]*)+|UNI[A-Z]+|RAG|FIT",
    re.IGNORECASE,
)
_VOWEL_SOUND = re.compile(
    r"""(?!uni(?!n|m|de|ss)|unan|us(?:e|u|a[bg])|ut(?:e|i|op)|ubi|ur[aeio]|ugan|ukr  # you: a union, a use, a urine test
          |e(?:u|we)|onc?e(?:$|self))                                                # a European, a one-off
        [aeiou] | hour|hon(?:est|o)|heir""",
    re.VERBOSE | re.IGNORECASE,
)
_VOWEL_NUMBER = re.compile(r"8\d*|11|18")


def article(words: str) -> str:
    """Return "a" or "an", whichever stands before these words: "an NHS trust", "a UK body", "an hour", "a one-off".

    Short forms are taken to be said letter by letter, unless they are long enough and read like a word.
    """
    found = _FIRST.match(words)
    if found is None:
        return "a"
    first = _PLURAL_OF_LETTERS.sub("", found[1])
    by_letters = first.isupper() or any(map(str.isupper, first[1:]))
    if first.isdigit():
        vowel = _VOWEL_NUMBER.fullmatch(first) is not None
    elif by_letters and not _SAID_AS_WORD.fullmatch(first):
        vowel = first[0].upper() in _VOWEL_LETTERS
    else:
        vowel = _VOWEL_SOUND.match(first) is not None
    return "an" if vowel else "a"
