"""Count the syllables of English words, as they are said in Britain."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from plainspeak.language.syllable_rules import estimate_syllables

__all__ = ["count_syllables", "syllables_of_part"]

_PART = re.compile(r"[a-z]+(?:'[a-z]+)*|\d[\d.,:]*")
_PLURAL_OF_CAPITALS = re.compile(r"(?<=[A-Z])s\b")
_HISSES_BEFORE_E = ("ce", "ge", "se", "xe", "ze")
_HISSES = (*_HISSES_BEFORE_E, "ch", "s", "sh", "x", "z")


@lru_cache(maxsize=65_536)
def count_syllables(word: str) -> int:
    """Return the number of syllables of a word: "utilise" has 3, "out-of-hours" has 3.

    A hyphen, a slash or any other sign parts a word, and the parts are added up. Words for which the spelling misleads
    are looked up in a table made from the CMU Pronouncing Dictionary (first pronunciation), with British spellings
    added; the rest is estimated from the spelling. A number in figures counts as one syllable, and letters without a
    vowel ("NHS") are counted letter by letter; text without letters or figures has none.

    Args:
        word: one word, in any case.
    """
    parts = _PART.findall(_plain_letters(word))
    return sum(1 if part[0].isdigit() else syllables_of_part(part, _exceptions()) for part in parts)


def syllables_of_part(part: str, exceptions: Mapping[str, int]) -> int:
    """Return the syllables of a word without hyphens, looking it and its singular up in a table of exceptions.

    Args:
        part: letters a to z, perhaps with straight apostrophes.
        exceptions: words whose count the spelling gets wrong, with their syllables.
    """
    found = exceptions.get(part)
    if found is not None:
        return found
    # "people's" and "colleagues" need no entry of their own when "people" and "colleague" have one.
    if part.endswith("'s"):
        stem = part[:-2]
        return syllables_of_part(stem, exceptions) + stem.endswith(_HISSES)
    if part.endswith("s") and part[:-1] in exceptions:
        return exceptions[part[:-1]] + part[:-1].endswith(_HISSES_BEFORE_E)
    return estimate_syllables(part)


def _plain_letters(word: str) -> str:
    # The s of "GPs" is an ending; without this it would be taken for a third initial.
    marked = _PLURAL_OF_CAPITALS.sub("'s", word)
    lowered = marked.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    if lowered.isascii():
        return lowered
    # Ligatures first, because decomposition leaves them whole.
    lowered = lowered.replace("æ", "ae").replace("œ", "oe")
    decomposed = unicodedata.normalize("NFKD", lowered)
    return "".join(character for character in decomposed if not unicodedata.combining(character))


@cache
def _exceptions() -> Mapping[str, int]:
    lines = Path(__file__).with_name("data").joinpath("syllables.txt").read_text(encoding="utf-8").splitlines()
    return {word: int(count) for word, count in (line.split() for line in lines)}
