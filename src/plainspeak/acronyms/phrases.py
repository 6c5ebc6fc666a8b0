"""Words whose first letters are those of a short form that stands elsewhere: "integrated care board" for ICB.

Each block notes the first letters of its words, before anybody knows which short forms the document has. The ledger
then looks for the letters that are never spelt out in all of them at once: a search for a few letters in a string that
has one letter for each word of the document.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import accumulate, islice
from string import ascii_uppercase

from plainspeak.acronyms.expansions import known_length
from plainspeak.acronyms.letters import SMALL_WORDS, Unit, letters_of, match_all, units_of
from plainspeak.document import Block, Span
from plainspeak.findings import BlockSpan
from plainspeak.glossary import Glossary
from plainspeak.language import AnalysedBlock

__all__ = ["NO_INITIALS", "Initials", "find_words", "initials_of"]

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
    forms: Iterable[str], initials: Sequence[Initials], blocks: Sequence[Block], glossary: Glossary
) -> Mapping[str, BlockSpan]:
    """Return where the words of short forms first stand in a document, for those whose words do.

    Args:
        forms: letters that the document doesn't spell out beside them, in order; 500 at most are looked for.
        initials: of each block.
        blocks: the same blocks; those that aren't checked are passed over.
        glossary: whose expansions are trusted. Other words have to look like a name, and to fit three letters or more.
    """
    wanted = {form: keys for form in islice(forms, _MOST_FORMS) if (keys := _keys(form, glossary))}
    if not wanted:
        return {}
    text = _Text(initials, blocks)
    found: dict[str, BlockSpan] = {}
    for form, keys in wanted.items():
        places = (next((at for at in text.places_of(key) if _fits(at, form, blocks, glossary)), None) for key in keys)
        first = min((place for place in places if place is not None), default=None)
        if first is not None:
            found[form] = first
    return found


def _keys(form: str, glossary: Glossary) -> set[str]:
    """Return the first letters that the words of a form may have: its own, and those of what the glossary knows."""
    letters = letters_of(form)
    keys = {letters, "".join(filter(str.isupper, letters))} if letters.isalpha() else set()
    term = glossary.acronym(form)
    for meaning in term.meanings if term else ():
        words = (meaning.expansion or "").split()
        keys.add("".join(word[0] for word in words if word.lower() not in SMALL_WORDS))
    return {key.lower() for key in keys if len(key) > 1}


class _Text:
    """The first letters of all words of a document, with small words and without them."""

    def __init__(self, initials: Sequence[Initials], blocks: Sequence[Block]) -> None:
        checked = [each if block.checked else NO_INITIALS for each, block in zip(initials, blocks, strict=True)]
        self._all = _Kept(checked, {_JOINED})
        self._without_small = _Kept(checked, _SMALL | {_JOINED})

    def places_of(self, key: str) -> Iterator[BlockSpan]:
        """Yield where words stand that have some letters as their first ones, at most 100 for each way to count."""
        yield from islice(self._without_small.find(key), _MOST_FINDS)
        yield from islice(self._all.find(key), _MOST_FINDS)


class _Kept:
    """The first letters of all words, searched as if some of them weren't there."""

    def __init__(self, initials: Sequence[Initials], dropped: Set[str]) -> None:
        self._initials = initials
        self._dropped = dropped
        self._places: dict[int, Sequence[int]] = {}
        table = dict.fromkeys(map(ord, dropped))
        parts = [each.letters.translate(table) for each in initials]
        self._starts = [0, *accumulate(len(part) + len(_BREAK) for part in parts)]
        self._letters = _BREAK.join(parts).lower()

    def find(self, key: str) -> Iterator[BlockSpan]:
        """Yield where the words stand whose letters are a key."""
        at = self._letters.find(key)
        while at >= 0:
            block = bisect.bisect_right(self._starts, at) - 1
            first = at - self._starts[block]
            places = self._places_in(block)
            yield _span_of_words(block, self._initials[block], places[first], places[first + len(key) - 1])
            at = self._letters.find(key, at + 1)

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
