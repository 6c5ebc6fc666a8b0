"""Tell whether a text is in English, so that what is in another language isn't checked as if it were.

The test only says no when it is sure: little English, and clear signs of something else. Names, lists, figures, drug
names and dialect have no such signs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

__all__ = ["is_english"]

_LEAST_WORDS = 8
_MOST_ENGLISH = 0.06
"""The share of English function words up to which a text may be in another language. In English it is about 0.4."""
_CLEARLY_ENGLISH = 0.2
_LEAST_MARKED_WORDS = 4
_OTHER_LANGUAGE = re.compile(r"(?!en\b|mul\b|und\b|zxx\b)[a-z]{2,3}\b", re.IGNORECASE)
_LEAST_FOREIGN = 0.15
"""The share of function words that another language must have."""
_LEAST_DIFFERENT = 3
"""How many different function words that must be: "na" again and again is a table."""
_LEAST_LETTERS = 20
"""Letters of another script that are more than a name or a formula."""
_END_OF_LATIN = "\u036f"
"""The last character of the blocks with Latin letters and marks on them; Greek comes next."""
_MORE_LATIN = range(0x1E00, 0x1F00)


def is_english(words: Sequence[str], lang: str | None = None) -> bool:
    """Tell whether a text looks like English; also true when there is too little to tell.

    Function words, such as "the" and "with", are a good part of any running text, whatever it is about, and each
    language has its own. So their share is compared for some 25 languages. Other scripts are known by their letters.

    Args:
        words: the text's words in small letters, with straight apostrophes. Marks among them belong to no language.
        lang: the language that the file gives it, such as ``fr-FR``. A text that is marked as another is English only
            if it clearly reads so: in many a paper all is marked as the language that its template was made in.
    """
    english, others = _function_words()
    known = sum(word in english for word in words)
    if lang is not None and _OTHER_LANGUAGE.match(lang) and len(words) >= _LEAST_MARKED_WORDS:
        return known >= _CLEARLY_ENGLISH * len(words)
    if known > _MOST_ENGLISH * len(words):
        return True
    if _is_in_another_script(words):
        return False
    if len(words) < _LEAST_WORDS:
        return True
    found = Counter(word for word in words if word in others)
    count: Counter[str] = Counter()
    different: Counter[str] = Counter()
    for word, times in found.items():
        for language in others[word]:
            count[language] += times
            different[language] += 1
    return not any(
        times >= _LEAST_FOREIGN * len(words) and different[language] >= _LEAST_DIFFERENT
        for language, times in count.items()
    )


@cache
def _function_words() -> tuple[frozenset[str], Mapping[str, tuple[str, ...]]]:
    """Return the function words of English, and those of other languages, each with the languages that have it."""
    text = files("plainspeak.language").joinpath("data/function_words.txt").read_text(encoding="utf-8")
    lines = [line.split(":") for line in text.splitlines() if not line.startswith("#")]
    english, *others = [(language, words.split()) for language, words in lines]
    languages: dict[str, tuple[str, ...]] = {}
    for language, words in others:
        for word in words:
            languages[word] = (*languages.get(word, ()), language)
    return frozenset(english[1]), languages


def _is_in_another_script(words: Sequence[str]) -> bool:
    """Tell whether most letters belong to another script, such as Arabic, Bengali, Cyrillic or Chinese."""
    letters = foreign = 0
    for word in words:
        if word.isascii():
            letters += len(word)
            continue
        for character in word:
            if character.isalpha():
                letters += 1
                foreign += character > _END_OF_LATIN and ord(character) not in _MORE_LATIN
    return foreign >= _LEAST_LETTERS and 2 * foreign > letters
