"""Words whose first letters are those of a short form that stands elsewhere: "integrated care board" for ICB.

Each block notes the first letters of its words, before anybody knows which short forms the document has. The ledger
then looks for the letters that are never spelt out in all of them at once: a search for a few letters in a string that
has one letter for each word of the document.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from plainspeak.acronyms.expansions import known_length
from plainspeak.acronyms.letters import SMALL_WORDS, letters_of, match_all, units_of
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
_MOST_FORMS = 500
_MOST_FINDS = 50
_FEWEST_LETTERS_OF_NAME = 3
_LEAST_CONFIDENCE = 0.85


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
    wanted = [form for form in forms if len(letters := letters_of(form)) > 1 and letters.isalpha()]
    if not wanted:
        return {}
    text = _Text(initials, blocks)
    found: dict[str, BlockSpan] = {}
    for form in wanted[:_MOST_FORMS]:
        places = (at for at in text.places_of(letters_of(form)) if _fits(at, form, blocks, glossary))
        first = next(places, None)
        if first is not None:
            found[form] = first
    return found


class _Text:
    """The first letters of all words of a document, with small words and without them."""

    def __init__(self, initials: Sequence[Initials], blocks: Sequence[Block]) -> None:
        self._initials = initials
        self._starts: list[int] = []
        parts, length = [], 0
        for each, block in zip(initials, blocks, strict=True):
            self._starts.append(length)
            parts.append(each.letters if block.checked else _BREAK * len(each.letters))
            length += len(each.letters) + 1
        everything = _BREAK.join(parts)
        self._all = _Kept(everything.lower(), [index for index, letter in enumerate(everything) if letter != _JOINED])
        self._without_small = _Kept(
            everything,
            [index for index, letter in enumerate(everything) if letter != _JOINED and not "A" <= letter <= "Z"],
        )

    def places_of(self, letters: str) -> Iterator[BlockSpan]:
        """Yield where words stand that have some letters as their first ones, at most 50 for each way to count."""
        capitals = "".join(filter(str.isupper, letters))
        for key in dict.fromkeys((letters.lower(), capitals.lower())):
            yield from self._found(self._without_small, key)
        yield from self._found(self._all, letters.lower())

    def _found(self, kept: _Kept, key: str) -> Iterator[BlockSpan]:
        for first, last in islice(kept.find(key), _MOST_FINDS):
            block = bisect.bisect_right(self._starts, first) - 1
            words, offsets = self._initials[block].words, self._initials[block].offsets
            first, last = first - self._starts[block], last - self._starts[block]
            yield BlockSpan(block, Span(offsets[first], offsets[last] + len(words[last])))


class _Kept:
    """Some of the letters of a string, searched as if the others weren't there."""

    def __init__(self, text: str, places: Sequence[int]) -> None:
        self._places = places
        self._letters = "".join([text[place] for place in places])

    def find(self, key: str) -> Iterator[tuple[int, int]]:
        """Yield where the first and the last letter of each occurrence stand in the whole string."""
        at = self._letters.find(key) if len(key) > 1 else -1
        while at >= 0:
            yield self._places[at], self._places[at + len(key) - 1]
            at = self._letters.find(key, at + 1)


def _fits(at: BlockSpan, form: str, blocks: Sequence[Block], glossary: Glossary) -> bool:
    text = blocks[at.block].text
    if " - " in text[at.span.start : at.span.end]:
        return False
    units = units_of(text, at.span.start, at.span.end)
    if known_length(units, form, glossary, at_end=False) == len(units):
        return True
    confidence = match_all(units, form)
    return (
        confidence is not None
        and confidence >= _LEAST_CONFIDENCE
        and len(letters_of(form)) >= _FEWEST_LETTERS_OF_NAME
        and not units[0].small
        and all(unit.small or _is_name_word(unit.text) for unit in units)
    )


def _is_name_word(word: str) -> bool:
    """Tell whether a word has a capital only at its beginning, and more letters than one."""
    return word[0].isupper() and word[1:].islower()
