"""Words whose first letters are those of a short form that stands elsewhere: "integrated care board" for ICB.

Each block notes the first letters of its words, before anybody knows which short forms the document has. The ledger
then looks up the letters that are never spelt out, all at once, in time that is linear in the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from plainspeak.acronyms.expansions import known_length
from plainspeak.acronyms.letters import SMALL_WORDS, letters_of, match_all, units_of
from plainspeak.document import Block, Span
from plainspeak.findings import BlockSpan
from plainspeak.glossary import Glossary
from plainspeak.language import AnalysedBlock

__all__ = ["NO_INITIALS", "Initials", "find_words", "initials_of"]

_BREAK = "|"
_JOINING_MARKS = frozenset(("-", ",", "\u2010", "\u2011", "'s"))
_FEWEST_LETTERS_OF_NAME = 3
_LEAST_CONFIDENCE = 0.85


@dataclass(frozen=True, slots=True)
class Initials:
    """The first letters of a block's words: small for words, capital for small words such as "of", ``|`` for a break.

    ``spans`` has the span of the word of each letter, in characters of the block's text.
    """

    letters: str = ""
    spans: tuple[Span, ...] = ()


NO_INITIALS = Initials()


def initials_of(block: AnalysedBlock) -> Initials:
    """Return the first letters of a block's words."""
    letters: list[str] = []
    spans: list[Span] = []
    for sentence in block.sentences:
        for index in sentence.tokens:
            word = block.lower[index]
            if word in _JOINING_MARKS and not _is_dash(block, index):
                continue
            letter = word[0] if word[0].isalnum() and word[0].isascii() else "a" if word == "&" else _BREAK
            letters.append(letter.upper() if word in SMALL_WORDS else letter)
            spans.append(Span(block.offsets[index], block.offsets[index] + len(word)))
        letters.append(_BREAK)
        spans.append(sentence.span)
    return Initials("".join(letters), tuple(spans))


def _is_dash(block: AnalysedBlock, index: int) -> bool:
    """Tell whether a mark is a hyphen that stands by itself, as a dash does."""
    start = block.offsets[index]
    return block.words[index] == "-" and block.text[start + 1 : start + 2].isspace()


def find_words(
    forms: Iterable[str], initials: Sequence[Initials], blocks: Sequence[Block], glossary: Glossary
) -> Mapping[str, BlockSpan]:
    """Return where the words of short forms first stand in a document, for those whose words do.

    Args:
        forms: letters that the document doesn't spell out beside them.
        initials: of each block.
        blocks: the same blocks; those that aren't checked are passed over.
        glossary: whose expansions are trusted. Other words have to look like a name, and to fit three letters or more.
    """
    wanted: dict[str, list[str]] = {}
    for form in forms:
        letters = letters_of(form)
        if letters.isalpha() and len(letters) > 1:
            for key in {letters.lower(), "".join(filter(str.isupper, letters)).lower()}:
                wanted.setdefault(key, []).append(form)
    lengths = sorted({len(key) for key in wanted if len(key) > 1})
    found: dict[str, BlockSpan] = {}
    for index, (block, each) in enumerate(zip(blocks, initials, strict=True)):
        if not block.checked:
            continue
        for letters, spans in (_all_words(each), _without_small_words(each)):
            for key, span in _runs(letters, spans, lengths, wanted):
                for form in wanted[key]:
                    if form not in found and _fits(block.text, span, form, glossary):
                        found[form] = BlockSpan(index, span)
    return found


def _all_words(initials: Initials) -> tuple[str, Sequence[Span]]:
    return initials.letters.lower(), initials.spans


def _without_small_words(initials: Initials) -> tuple[str, Sequence[Span]]:
    kept = [index for index, letter in enumerate(initials.letters) if not letter.isupper()]
    return "".join(initials.letters[index] for index in kept), [initials.spans[index] for index in kept]


def _runs(
    letters: str, spans: Sequence[Span], lengths: Sequence[int], wanted: Mapping[str, object]
) -> Iterator[tuple[str, Span]]:
    """Yield the runs of words whose first letters are wanted, with their span."""
    for start in range(len(letters)):
        for length in lengths:
            key = letters[start : start + length]
            if len(key) == length and key in wanted:
                yield key, Span(spans[start].start, spans[start + length - 1].end)


def _fits(text: str, span: Span, form: str, glossary: Glossary) -> bool:
    units = units_of(text, span.start, span.end)
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
