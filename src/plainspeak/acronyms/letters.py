"""Match the letters of a short form with the words they stand for.

The method is our own extension of Schwartz and Hearst's ("A simple algorithm for identifying abbreviation definitions
in biomedical text", 2003): every word that isn't a small one should give its first letter, "&" is "and", digits are
numbers or sounds (D2A is "discharge to assess"), and small letters inside a form may come from inside a word (DToC).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

__all__ = ["LEAST_CONFIDENCE", "Unit", "match_after", "match_before", "units_of"]

SMALL_WORDS = frozenset("a an and at by for from in into of on or per the to with within without &".split())
_SOUNDS = {
    "1": ("one", "won"),
    "2": ("two", "to", "too"),
    "3": ("three",),
    "4": ("four", "for"),
    "5": ("five",),
    "8": ("eight",),
}
_UNIT = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?|\d+|&")

_INNER_COST = 0.12
_SKIP_COST = 0.2
LEAST_CONFIDENCE = 0.6
_IMPOSSIBLE = 9.0


@dataclass(frozen=True, slots=True)
class Unit:
    """A word, number or "&" of a text, with its offsets in characters; hyphens separate units."""

    text: str
    start: int
    end: int
    hyphened: bool = False
    """Whether a hyphen joins it to the unit before."""


def units_of(text: str, start: int = 0, end: int | None = None) -> list[Unit]:
    """Return the units between two offsets of a text."""
    return [
        Unit(match.group(), match.start(), match.end(), match.start() > start and text[match.start() - 1] == "-")
        for match in _UNIT.finditer(text, start, len(text) if end is None else end)
    ]


def match_before(units: Sequence[Unit], form: str) -> tuple[int, float] | None:
    """Find the words that end a run of units and that a form stands for.

    Returns:
        The index of the first of these units and a confidence from 0 to 1, or ``None``.
    """
    words = tuple(unit.text for unit in units)
    best = _best(form, [words[-count:] for count in _counts(form, words)])
    if best is not None:
        return len(words) - best[0], best[1]
    # "post-market follow-up (PMF)": the second half of a hyphenated word may give no letter.
    return match_before(units[:-1], form) if len(units) > 1 and units[-1].hyphened else None


def match_after(units: Sequence[Unit], form: str) -> tuple[int, float] | None:
    """Find the words that begin a run of units and that a form stands for.

    Returns:
        The index after the last of these units and a confidence from 0 to 1, or ``None``.
    """
    words = tuple(unit.text for unit in units)
    return _best(form, [words[:count] for count in _counts(form, words)])


def _counts(form: str, words: Sequence[str]) -> range:
    """How many words a form of this length may stand for."""
    return range(1, min(len(words), 2 * len(form) + 3) + 1)


def _best(form: str, choices: Sequence[tuple[str, ...]]) -> tuple[int, float] | None:
    """Return the number of words of the best choice, the shortest of equals, and its confidence."""
    best: tuple[int, float] | None = None
    for words in choices:
        confidence = _confidence(form, words)
        if confidence >= LEAST_CONFIDENCE and (best is None or confidence > best[1]):
            best = len(words), confidence
    return best


@lru_cache(maxsize=4096)
def _confidence(form: str, words: tuple[str, ...]) -> float:
    """Return how well all of some words fit a form, from 0 to 1."""
    letters = form.replace("/", "").replace("-", "")
    lowered = tuple(word.lower() for word in words)
    if not letters or not _begins(letters[0].lower(), lowered[0]) or _is_small(words[-1]):
        return 0.0
    # A form spelt out by itself is not an explanation.
    if any(word.lower() == letters.lower() for word in words):
        return 0.0
    memory: dict[tuple[int, int], float] = {}

    def cost(letter: int, word: int) -> float:
        """The least cost of matching the letters from one on with the words from one on."""
        if word == len(lowered):
            return 0.0 if letter == len(letters) else _IMPOSSIBLE
        if letter == len(letters):
            return _IMPOSSIBLE
        key = letter, word
        if key not in memory:
            skip = 0.0 if _is_small(words[word]) else _SKIP_COST
            best = skip + cost(letter, word + 1) if word else _IMPOSSIBLE
            for taken, price in _ways(letters, letter, lowered[word]):
                best = min(best, price + cost(taken, word + 1))
            memory[key] = best
        return memory[key]

    return max(0.0, 1.0 - cost(0, 0))


def _is_small(word: str) -> bool:
    """Tell whether a word seldom gives a letter. A single capital, as in "vitamin A", is no small word."""
    return word.lower() in SMALL_WORDS and not (len(word) == 1 and word.isupper())


def _begins(letter: str, word: str) -> bool:
    return word.startswith(letter) or word in _SOUNDS.get(letter, ()) or (letter == "&" and word == "and")


def _ways(letters: str, at: int, word: str) -> list[tuple[int, float]]:
    """The ways in which a word can give the letters from ``at`` on: the letter after the last given, and the cost."""
    if word.isdigit():
        return [(at + len(word), 0.0)] if letters[at : at + len(word)] == word else []
    if not _begins(letters[at].lower(), word):
        return []
    ways = [(at + 1, 0.0)]
    price, position = 0.0, 1
    for index in range(at + 1, len(letters)):
        position = word.find(letters[index].lower(), position)
        if position < 0 or word in SMALL_WORDS:
            break
        # Small letters in a form (LeDeR) say that they come from inside a word; capitals seldom do (healthCare).
        price += 0.02 if letters[index].islower() else _INNER_COST
        position += 1
        ways.append((index + 1, price))
    return ways
