"""Words whose first letters are those of a short form that stands elsewhere: "integrated care board" for ICB.

Each block notes the first letters of its words, before anybody knows which short forms the document has. The ledger
then looks for the letters that are never spelt out in all of them at once: a search for a few letters in a string that
has one letter for each word of the document.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, islice
from operator import attrgetter
from string import ascii_uppercase
from typing import NamedTuple, Protocol

from plainspeak.acronyms.expansions import known_length
from plainspeak.acronyms.letters import SMALL_WORDS, Unit, letters_of, match_all, units_of
from plainspeak.document import Block, Span, Stretch, gathered
from plainspeak.findings import BlockSpan
from plainspeak.glossary import Glossary
from plainspeak.language import AnalysedBlock

__all__ = ["NO_INITIALS", "HasInitials", "Initials", "find_words", "initials_of"]

# Every word has one letter; a small one a capital, and what joins two words a mark that is passed over.
_JOINED = "\x00"
_LETTERS: Mapping[str, str] = {
    **{word: word[0].upper() for word in SMALL_WORDS if word != "&"},
    **dict.fromkeys(("-", ",", "\u2010", "\u2011", "'s", "'"), _JOINED),
    "&": "A",
}
_BREAK = "\n"
_SMALL = frozenset(ascii_uppercase)
_MOST_FORMS = 500
_MOST_FINDS = 100
_FEWEST_LETTERS_OF_NAME = 3


class HasInitials(Protocol):
    """What is known of a block."""

    @property
    def initials(self) -> Initials:
        """The first letters of its words."""


@dataclass(frozen=True, slots=True)
class Initials:
    """The first letter of each word and mark of a block, and where these begin and end in its text, in characters."""

    letters: str = ""
    words: tuple[str, ...] = ()
    offsets: tuple[int, ...] = ()


NO_INITIALS = Initials()


def initials_of(block: AnalysedBlock) -> Initials:
    """Return the first letters of a block's words: a capital for small words such as "of"."""
    get = _LETTERS.get
    return Initials("".join([get(word) or word[0] for word in block.lower]), block.words, block.offsets)


def find_words(
    forms: Iterable[str], stretches: Sequence[Stretch[HasInitials]], glossary: Glossary
) -> Mapping[str, BlockSpan]:
    """Return where the words of short forms first stand in a document, for those whose words do.

    Args:
        forms: letters that the document doesn't spell out beside them, in order; 500 at most are looked for.
        stretches: of the document; blocks that aren't checked are passed over.
        glossary: whose expansions are trusted. Other words have to look like a name, and to fit three letters or more.
    """
    wanted = _kept(frozenset(islice(forms, _MOST_FORMS)))
    texts = list(gathered(stretches, _Text, glossary))
    places: dict[_Way, tuple[int, _Fit]] = {}
    for number, (_, text) in enumerate(texts):
        for fit in text.fits(wanted):
            # Only the first place counts for each way to count letters.
            places.setdefault(fit.way, (number, fit))
    found: dict[str, dict[_Way, BlockSpan]] = {}
    for way, (number, fit) in places.items():
        if fit.before + sum([text.finds.get(way, 0) for _, text in texts[:number]]) < _MOST_FINDS:
            found.setdefault(way.form, {})[way] = fit.at.moved(texts[number][0])
    return {form: _first_place(ways) for form, ways in found.items()}


@lru_cache(maxsize=16)
def _kept(forms: frozenset[str]) -> frozenset[str]:
    """Return the same set for equal ones: two that are one are quickly compared."""
    return forms


def _first_place(ways: Mapping[_Way, BlockSpan]) -> BlockSpan:
    """Return where the words of a form first stand: with the same letters, small words are passed over if they can."""
    places: dict[str, BlockSpan] = {}
    for way in sorted(ways, key=attrgetter("small_too")):
        places.setdefault(way.key, ways[way])
    return min(places.values())


@lru_cache(maxsize=_MOST_FORMS)
def _keys(form: str, glossary: Glossary) -> frozenset[str]:
    """Return the first letters that the words of a form may have: its own, and those of what the glossary knows."""
    letters = letters_of(form)
    keys = {letters, "".join(filter(str.isupper, letters))} if letters.isalpha() else set()
    term = glossary.acronym(form)
    for meaning in term.meanings if term else ():
        words = (meaning.expansion or "").split()
        keys.add("".join(word[0] for word in words if word.lower() not in SMALL_WORDS))
    return frozenset(key.lower() for key in keys if len(key) > 1)


class _Way(NamedTuple):
    """Letters to look for on behalf of a form, among the first letters of all words or of those that aren't small."""

    form: str
    key: str
    small_too: bool


class _Fit(NamedTuple):
    """The first find in a stretch that is the words of a form, and how many finds come before it there."""

    way: _Way
    before: int
    at: BlockSpan


class _Text:
    """The first letters of all words of a stretch, with small words and without them."""

    def __init__(self, stretch: Stretch[HasInitials], glossary: Glossary) -> None:
        self._blocks = stretch.blocks
        self._glossary = glossary
        checked = [
            fact.initials if block.checked else NO_INITIALS
            for fact, block in zip(stretch.facts, stretch.blocks, strict=True)
        ]
        self._kept = {
            False: _Kept(checked, _SMALL | {_JOINED}),
            True: _Kept(checked, {_JOINED}),
        }
        self._fits: dict[str, list[_Fit]] = {}
        self._last: tuple[frozenset[str], list[_Fit]] = (frozenset(), [])
        self.finds: dict[_Way, int] = {}
        """How often the letters of each form so far are found here, at most 100 times."""

    def fits(self, forms: frozenset[str]) -> list[_Fit]:
        """Return where the words of some forms stand here, in each way to count letters."""
        known, found = self._last
        if known is not forms:
            # As somebody writes, few forms come and go.
            found = [fit for fit in found if fit.way.form in forms] if known - forms else found
            found = [*found, *(fit for form in forms - known for fit in self._fits_of(form))]
            self._last = forms, found
        return found

    def _fits_of(self, form: str) -> list[_Fit]:
        if form not in self._fits:
            keys = _keys(form, self._glossary)
            self._fits[form] = [
                fit
                for small_too, kept in self._kept.items()
                for key in keys
                # Most letters are nowhere in a stretch.
                if key in kept.letters and (fit := self._first_fit(_Way(form, key, small_too)))
            ]
        return self._fits[form]

    def _first_fit(self, way: _Way) -> _Fit | None:
        finds = list(islice(self._kept[way.small_too].find(way.key), _MOST_FINDS))
        self.finds[way] = len(finds)
        for before, at in enumerate(finds):
            if _fits(at, way.form, self._blocks, self._glossary):
                return _Fit(way, before, at)
        return None


class _Kept:
    """The first letters of all words, searched as if some of them weren't there.

    Attributes:
        letters: those that are there, block by block, in small letters.
    """

    def __init__(self, initials: Sequence[Initials], dropped: Set[str]) -> None:
        self._initials = initials
        self._dropped = dropped
        self._places: dict[int, Sequence[int]] = {}
        table = dict.fromkeys(map(ord, dropped))
        parts = [each.letters.translate(table) for each in initials]
        self._starts = [0, *accumulate(len(part) + len(_BREAK) for part in parts)]
        self.letters = _BREAK.join(parts).lower()

    def find(self, key: str) -> Iterator[BlockSpan]:
        """Yield where the words stand whose letters are a key."""
        at = self.letters.find(key)
        while at >= 0:
            block = bisect.bisect_right(self._starts, at) - 1
            first = at - self._starts[block]
            places = self._places_in(block)
            yield _span_of_words(block, self._initials[block], places[first], places[first + len(key) - 1])
            at = self.letters.find(key, at + 1)

    def _places_in(self, block: int) -> Sequence[int]:
        """Return which of a block's words have the letters that are kept."""
        if block not in self._places:
            letters = self._initials[block].letters
            self._places[block] = [place for place, letter in enumerate(letters) if letter not in self._dropped]
        return self._places[block]


def _span_of_words(block: int, initials: Initials, first: int, last: int) -> BlockSpan:
    return BlockSpan(block, Span(initials.offsets[first], initials.offsets[last] + len(initials.words[last])))


def _fits(at: BlockSpan, form: str, blocks: Sequence[Block], glossary: Glossary) -> bool:
    text = blocks[at.block].text
    may_be_name = len(letters_of(form)) >= _FEWEST_LETTERS_OF_NAME and text[at.span.start].isupper()
    if " - " in text[at.span.start : at.span.end] or not (may_be_name or glossary.acronym(form)):
        return False
    units = units_of(text, at.span.start, at.span.end)
    if known_length(units, form, glossary, at_end=False) == len(units):
        return True
    # Only first letters: the "Council Chamber" is no CIC.
    is_name = may_be_name and not units[0].small and all(map(_is_small_or_name, units))
    return is_name and match_all(units, form) == 1


def _is_small_or_name(unit: Unit) -> bool:
    """Tell whether a word is a small one, or has a capital only at its beginning and more letters than one."""
    return unit.small or (unit.text[0].isupper() and unit.text[1:].islower())
