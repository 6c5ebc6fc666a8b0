"""Match the letters of a short form with the words they stand for.

The letters are laid along the words from left to right, and each way to do so has a price. The first letter of each
word is free, and so are small words that give none. Letters from inside a word cost a little, words that give no
letter cost more. The cheapest way is found by dynamic programming, so the time is bounded by letters times words.

The search for the words beside the letters follows Schwartz and Hearst ("A simple algorithm for identifying
abbreviation definitions in biomedical text", 2003), who take the shortest run of words that has all the letters. The
prices are ours, set on half of the BioADI and MEDSTRACT corpora of PubMed abstracts (both public domain).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from plainspeak.document import Span
from plainspeak.language import is_ordinary_word

__all__ = [
    "Unit",
    "letters_of",
    "match_after",
    "match_all",
    "match_before",
    "match_inside",
    "may_begin",
    "reach",
    "units_of",
]

SMALL_WORDS = frozenset("a an and as at by de for from in into of on or per the to via with within without &".split())
_NUMBERS = {
    "1": ("one", "won", "first", "i"),
    "2": ("two", "to", "too", "second", "ii"),
    "3": ("three", "third", "iii"),
    "4": ("four", "for", "fourth", "iv"),
    "5": ("five", "fifth", "v"),
    "6": ("six", "sixth", "vi"),
    "7": ("seven", "seventh", "vii"),
    "8": ("eight", "eighth", "viii"),
    "9": ("nine", "ninth", "ix"),
    "I": ("1", "one"),
    "II": ("2", "two"),
    "III": ("3", "three"),
}
_NOT_BY_FIRST_LETTER = frozenset("0123456789IxX&")
_GREEK = str.maketrans(
    {"\u03b1": "alpha", "\u03b2": "beta", "\u03b3": "gamma", "\u03b4": "delta", "\u03ba": "kappa", "\u03c9": "omega"}
)
_UNIT = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?|\d+|&")
_JOINTS = "-\u2010\u2011\u2013/"
_NOT_LETTER = re.compile(r"[^\w&]|_")

_INSIDE_WORD = 0.05
_LATER_WORD_FROM_INSIDE = 0.15
_NEXT_IN_WORD = 0.01
_SKIPPED_WORD = 0.2
_SKIPPED_NUMBER = 0.03
_SKIPPED_PART = 0.03
_SKIPPED_LAST_WORD = 0.1
_SPARE_DIGITS = 0.3
_MOST_WITH_SPARE_DIGITS = 0.15
_BEGINS_SMALL = 0.15
_BEGINS_WITH_ARTICLE = 0.5
_BEGINS_WITH_LETTER = 0.1
_ANOTHER_WORD_FOR_NUMBER = 0.02
_LEAST = {2: 0.8, 3: 0.5}
_LEAST_OF_MORE = 0.3
_LEAST_OF_SMALL_LETTERS = 0.7
_IMPOSSIBLE = 9.0


class Unit(NamedTuple):
    """A word, number or "&" of a text, with its offsets in characters; hyphens and slashes separate units."""

    text: str
    start: int
    end: int
    hyphened: bool = False
    """Whether a hyphen or slash joins it to the unit before."""
    aside: bool = False
    """Whether it stands in brackets: "protein kinase (PK) inhibitor"."""

    @property
    def small(self) -> bool:
        """Whether it seldom gives a letter. A single capital, as in "vitamin A", is no small word."""
        return self.text.lower() in SMALL_WORDS and not (len(self.text) == 1 and self.text.isupper())


def units_of(text: str, start: int = 0, end: int | None = None, asides: Sequence[Span] = ()) -> list[Unit]:
    """Return the units between two offsets of a text; those in one of the asides are marked."""
    units = []
    for match in _UNIT.finditer(text, start, len(text) if end is None else end):
        first, after = match.span()
        hyphened = first > start + 1 and text[first - 1] in _JOINTS
        aside = bool(asides) and any(each.start <= first < each.end for each in asides)
        units.append(Unit(match.group(), first, after, hyphened, aside))
    return units


@lru_cache(maxsize=4096)
def letters_of(form: str) -> str:
    """Return the letters, figures and "&" of a short form; Greek letters by their names."""
    return _NOT_LETTER.sub("", form.translate(_GREEK))


def match_before(units: Sequence[Unit], form: str) -> tuple[int, float] | None:
    """Find the words that end a run of units and that a form stands for.

    Returns:
        The index of the first of these units and a confidence from 0 to 1, or ``None``.
    """
    letters = letters_of(form)
    near = units[-reach(letters) :]
    if not any(may_begin(letters, unit.text) for unit in near):
        return None
    price, first = _prices(letters, near, anywhere=True)[-1]
    if not _is_enough(letters, near[first:], price):
        return None
    return len(units) - len(near) + first, round(1 - price, 2)


def match_after(units: Sequence[Unit], form: str) -> tuple[int, float] | None:
    """Find the words that begin a run of units and that a form stands for.

    Returns:
        The index after the last of these units and a confidence from 0 to 1, or ``None``.
    """
    letters = letters_of(form)
    near = units[: reach(letters)]
    if not near or not may_begin(letters, near[0].text):
        return None
    prices = _prices(letters, near, anywhere=False)
    last = min(range(len(prices)), key=lambda index: prices[index][0])
    if not _is_enough(letters, near[:last], prices[last][0]):
        return None
    return last, round(1 - prices[last][0], 2)


def match_all(units: Sequence[Unit], form: str) -> float | None:
    """Return how well a form fits all of some units, from 0 to 1; ``None`` if it doesn't."""
    letters = letters_of(form)
    if not units or len(units) > reach(letters) or not may_begin(letters, units[0].text):
        return None
    price, _ = _prices(letters, units, anywhere=False)[-1]
    return round(1 - price, 2) if _is_enough(letters, units, price) else None


def match_inside(units: Sequence[Unit], form: str) -> tuple[int, int] | None:
    """Find a run of units that a form fits without fault: the index of its first, and the one after its last."""
    letters = letters_of(form)
    prices = _prices(letters, units, anywhere=True)
    last = min(range(len(prices)), key=lambda index: prices[index])
    price, first = prices[last]
    return (first, last) if price == 0 and _is_enough(letters, units[first:last], price) else None


def reach(letters: str) -> int:
    """How many units a form of so many letters may stand for, numbers and small words included."""
    return 2 * len(letters) + 6


def may_begin(letters: str, word: str) -> bool:
    """Tell from its first letter whether a word may be the first of a form. Figures and "x" have words of their own."""
    return bool(letters) and (letters[0].lower() == word[0].lower() or letters[0] in _NOT_BY_FIRST_LETTER)


def _is_enough(letters: str, units: Sequence[Unit], price: float) -> bool:
    if not letters or not units or price >= 1 or units[-1].small:
        return False
    # A form spelt out by itself is not an explanation, nor is "board" of "B".
    if len(letters) == 1 or any(letters.lower() == unit.text.lower() for unit in units):
        return False
    if letters.islower():
        return 1 - price >= _LEAST_OF_SMALL_LETTERS
    return 1 - price >= _LEAST.get(len(letters), _LEAST_OF_MORE)


def _prices(letters: str, units: Sequence[Unit], *, anywhere: bool) -> list[tuple[float, int]]:
    """Return for each number of units the price of all the letters, and at which unit they begin.

    Args:
        letters: of the form.
        units: the words.
        anywhere: whether the letters may begin at any unit; else at the first.
    """
    count = len(letters)
    nothing = (_IMPOSSIBLE, 0)
    # rows[given] is the price of the first letters, so many, at the unit reached.
    rows = [nothing] * (count + 1)
    prices = [nothing]
    for index, unit in enumerate(units):
        word = unit.text.lower()
        reached = [nothing] * (count + 1)
        for given in range(count + 1):
            price, first = rows[given]
            if given == 0:
                if index and not anywhere:
                    continue
                price, first = _price_of_first(unit), index
                if unit.aside:
                    continue
            elif price >= 1:
                continue
            else:
                skipped = price + (_price_of_skipping(unit) if given < count else _price_of_last(unit))
                if _is_better((skipped, first), reached[given]):
                    reached[given] = (skipped, first)
            if given < count:
                for taken, more in _ways(letters, given, word):
                    if _is_better((price + more, first), reached[taken]):
                        reached[taken] = (price + more, first)
        rows = reached
        prices.append(_with_spare(letters, rows, word))
    return prices


def _is_better(one: tuple[float, int], other: tuple[float, int]) -> bool:
    """Tell whether a way is cheaper, or as cheap with fewer words."""
    return (round(one[0], 6), -one[1]) < (round(other[0], 6), -other[1])


def _price_of_first(unit: Unit) -> float:
    """The price of a word that is the first: "c oxidase" lacks the word before it, and "a plan" begins with "plan"."""
    if unit.text in ("a", "an", "the"):
        return _BEGINS_WITH_ARTICLE
    if unit.small:
        return _BEGINS_SMALL
    return _BEGINS_WITH_LETTER if len(unit.text) == 1 and unit.text.islower() else 0.0


def _price_of_skipping(unit: Unit) -> float:
    if unit.aside or unit.small:
        return 0.0
    if unit.text.isdigit() or len(unit.text) == 1:
        return _SKIPPED_NUMBER
    return _SKIPPED_PART if unit.hyphened else _SKIPPED_WORD


def _price_of_last(unit: Unit) -> float:
    """The price of a word after the one that gave the last letter."""
    return 0.0 if unit.aside else _SKIPPED_PART if unit.hyphened else _SKIPPED_LAST_WORD


def _with_spare(letters: str, rows: Sequence[tuple[float, int]], word: str) -> tuple[float, int]:
    """Return the price of all the letters at one unit, a plural "s" or figures at their end left over."""
    best = rows[-1]
    if letters.endswith("s") and not letters.islower() and word.endswith("s") and _is_better(rows[-2], best):
        best = rows[-2]
    stem = letters.rstrip("0123456789")
    if 2 < len(stem) < len(letters):
        price, first = rows[len(stem)]
        if price <= _MOST_WITH_SPARE_DIGITS and _is_better((price + _SPARE_DIGITS, first), best):
            best = (price + _SPARE_DIGITS, first)
    return best


def _ways(letters: str, at: int, word: str) -> list[tuple[int, float]]:
    """The ways in which a word can give the letters from ``at`` on: the letter after the last given, and the price."""
    if word[0].isdigit() or letters[at].isdigit():
        return _number(letters, at, word)
    letter = letters[at].lower()
    if letter == "&":
        return [(at + 1, 0.0)] if word in ("and", "&") else []
    if letter == "x" and word.startswith(("ex", "trans", "cross")):
        return [(at + 1, _ANOTHER_WORD_FOR_NUMBER)]
    price, last = 0.0, 0
    if not word.startswith(letter):
        last = word.find(letter) if at and not is_ordinary_word(word) else -1
        if last < 0:
            return _number(letters, at, word)
        price = _LATER_WORD_FROM_INSIDE
    ways = [(at + 1, price), *_number(letters, at, word)]
    for index in range(at + 1, len(letters)):
        position = word.find(letters[index].lower(), last + 1)
        if position < 0 or (word in SMALL_WORDS and position != last + 1):
            break
        price += _NEXT_IN_WORD if position == last + 1 and letters[index].islower() else _INSIDE_WORD
        last = position
        ways.append((index + 1, price))
    return ways


def _number(letters: str, at: int, word: str) -> list[tuple[int, float]]:
    """The ways in which a word or figures can give a number: 75, "two" for 2, "1" for I."""
    end = at
    while end < len(letters) and letters[end].isdigit():
        end += 1
    if end > at:
        if letters.startswith(word, at):
            return [(at + len(word), 0.0)]
        return [(end, _ANOTHER_WORD_FOR_NUMBER)] if word in _NUMBERS.get(letters[at:end], ()) else []
    return [(len(letters), _ANOTHER_WORD_FOR_NUMBER)] if at and word in _NUMBERS.get(letters[at:], ()) else []
