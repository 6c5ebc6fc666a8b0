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

# Prices, in hundredths of the confidence that they take away.
_INSIDE_WORD = 5
_LATER_WORD_FROM_INSIDE = 15
_NEXT_IN_WORD = 1
_SKIPPED_WORD = 20
_SKIPPED_NUMBER = 3
_SKIPPED_PART = 3
_SKIPPED_LAST_WORD = 10
_SPARE_DIGITS = 30
_MOST_WITH_SPARE_DIGITS = 15
_BEGINS_SMALL = 15
_BEGINS_WITH_ARTICLE = 50
_BEGINS_WITH_LETTER = 10
_ANOTHER_WORD_FOR_NUMBER = 2
_MOST = {2: 20, 3: 50}
_MOST_OF_MORE = 70
_MOST_OF_SMALL_LETTERS = 30
_TOO_MUCH = 100


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
    """Return the units between two offsets of a text; those in one of the asides, which are in order, are marked."""
    units = []
    next_aside, aside_end = 0, 0
    for match in _UNIT.finditer(text, start, len(text) if end is None else end):
        first, after = match.span()
        while next_aside < len(asides) and asides[next_aside].start <= first:
            aside_end = max(aside_end, asides[next_aside].end)
            next_aside += 1
        hyphened = first > start + 1 and text[first - 1] in _JOINTS
        units.append(Unit(match.group(), first, after, hyphened, first < aside_end))
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
    if not any(may_begin(letters, unit.text) for unit in near if not unit.aside):
        return None
    price, length = _prices(letters, near, anywhere=True)[-1]
    first = len(units) - length
    return (first, _confidence(price)) if _is_enough(letters, units[first:], price) else None


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
    price = prices[last][0]
    return (last, _confidence(price)) if _is_enough(letters, near[:last], price) else None


def match_all(units: Sequence[Unit], form: str) -> float | None:
    """Return how well a form fits all of some units, from 0 to 1; ``None`` if it doesn't."""
    letters = letters_of(form)
    if not units or len(units) > reach(letters) or not may_begin(letters, units[0].text):
        return None
    price, _ = _prices(letters, units, anywhere=False)[-1]
    return _confidence(price) if _is_enough(letters, units, price) else None


def match_inside(units: Sequence[Unit], form: str) -> tuple[int, int] | None:
    """Find a run of units that a form fits without fault: the index of its first, and the one after its last."""
    letters = letters_of(form)
    prices = _prices(letters, units, anywhere=True)
    last = min(range(len(prices)), key=lambda index: prices[index])
    price, length = prices[last]
    first = last - length
    return (first, last) if price == 0 and _is_enough(letters, units[first:last], price) else None


def reach(letters: str) -> int:
    """How many units a form of so many letters may stand for, numbers and small words included."""
    return 2 * len(letters) + 6


def may_begin(letters: str, word: str) -> bool:
    """Tell from its first letter whether a word may be the first of a form. Figures and "x" have words of their own."""
    return bool(letters) and (letters[0].lower() == word[0].lower() or letters[0] in _NOT_BY_FIRST_LETTER)


def _confidence(price: int) -> float:
    return (_TOO_MUCH - price) / _TOO_MUCH


def _is_enough(letters: str, units: Sequence[Unit], price: int) -> bool:
    if not letters or not units or price >= _TOO_MUCH or units[-1].small:
        return False
    # A form spelt out by itself is not an explanation, nor is "board" of "B".
    if len(letters) == 1 or any(letters.lower() == unit.text.lower() for unit in units):
        return False
    if letters.islower():
        return price <= _MOST_OF_SMALL_LETTERS
    return price <= _MOST.get(len(letters), _MOST_OF_MORE)


def _prices(letters: str, units: Sequence[Unit], *, anywhere: bool) -> list[tuple[int, int]]:
    """Return for each number of units the price of all the letters, and how many of the units they take.

    Of two ways at one price, the one that takes fewer units is better.

    Args:
        letters: of the form.
        units: the words.
        anywhere: whether the letters may begin at any unit; else at the first.
    """
    count = len(letters)
    nothing = (_TOO_MUCH, 0)
    # rows[given] is the price of the first letters, so many, at the unit reached.
    rows = [nothing] * (count + 1)
    prices = [nothing]
    for index, unit in enumerate(units):
        word = unit.text.lower()
        reached = [nothing] * (count + 1)
        for given in range(count + 1):
            price, length = rows[given]
            if given == 0:
                if unit.aside or (index and not anywhere):
                    continue
                price = _price_of_first(unit)
            elif price >= _TOO_MUCH:
                continue
            else:
                skipped = price + (_price_of_skipping(unit) if given < count else _price_of_last(unit)), length + 1
                reached[given] = min(reached[given], skipped)
            if given < count:
                for taken, more in _ways(letters, given, word):
                    reached[taken] = min(reached[taken], (price + more, length + 1))
        rows = reached
        prices.append(_with_spare(letters, rows, word))
    return prices


def _price_of_first(unit: Unit) -> int:
    """The price of a word that is the first: "c oxidase" lacks the word before it, and "a plan" begins with "plan"."""
    if unit.text in ("a", "an", "the"):
        return _BEGINS_WITH_ARTICLE
    if unit.small:
        return _BEGINS_SMALL
    return _BEGINS_WITH_LETTER if len(unit.text) == 1 and unit.text.islower() else 0


def _price_of_skipping(unit: Unit) -> int:
    if unit.aside or unit.small:
        return 0
    if unit.text.isdigit() or len(unit.text) == 1:
        return _SKIPPED_NUMBER
    return _SKIPPED_PART if unit.hyphened else _SKIPPED_WORD


def _price_of_last(unit: Unit) -> int:
    """The price of a word after the one that gave the last letter."""
    return 0 if unit.aside else _SKIPPED_PART if unit.hyphened else _SKIPPED_LAST_WORD


def _with_spare(letters: str, rows: Sequence[tuple[int, int]], word: str) -> tuple[int, int]:
    """Return the price of all the letters at one unit, a plural "s" or figures at their end left over."""
    best = rows[-1]
    if letters.endswith("s") and not letters.islower() and word.endswith("s"):
        best = min(best, rows[-2])
    stem = letters.rstrip("0123456789")
    if 2 < len(stem) < len(letters):
        price, length = rows[len(stem)]
        if price <= _MOST_WITH_SPARE_DIGITS:
            best = min(best, (price + _SPARE_DIGITS, length))
    return best


def _ways(letters: str, at: int, word: str) -> list[tuple[int, int]]:
    """The ways in which a word can give the letters from ``at`` on: the letter after the last given, and the price."""
    if word[0].isdigit() or letters[at].isdigit():
        return _number(letters, at, word)
    letter = letters[at].lower()
    if letter == "&":
        return [(at + 1, 0)] if word in ("and", "&") else []
    if letter == "x" and word.startswith(("ex", "trans", "cross")):
        return [(at + 1, _ANOTHER_WORD_FOR_NUMBER)]
    price, last = 0, 0
    if not word.startswith(letter):
        last = word.find(letter) if at and not is_ordinary_word(word) else -1
        if last < 0:
            return _number(letters, at, word)
        price = _LATER_WORD_FROM_INSIDE
    ways = [(at + 1, price)]
    for index in range(at + 1, len(letters)):
        position = word.find(letters[index].lower(), last + 1)
        if position < 0 or (word in SMALL_WORDS and position != last + 1):
            break
        price += _NEXT_IN_WORD if position == last + 1 and letters[index].islower() else _INSIDE_WORD
        last = position
        ways.append((index + 1, price))
    return ways


def _number(letters: str, at: int, word: str) -> list[tuple[int, int]]:
    """The ways in which a word or figures can give a number: 75, "two" for 2, "1" for I."""
    end = at
    while end < len(letters) and letters[end].isdigit():
        end += 1
    if end > at:
        if letters.startswith(word, at):
            return [(at + len(word), 0)]
        return [(end, _ANOTHER_WORD_FOR_NUMBER)] if word in _NUMBERS.get(letters[at:end], ()) else []
    return [(len(letters), _ANOTHER_WORD_FOR_NUMBER)] if at and word in _NUMBERS.get(letters[at:], ()) else []
