"""Split a block into sentences, by looking only at the marks that may end one.

A block (heading, list item, cell) never shares a sentence with the next, so bullets without full stops need no rule.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from plainspeak.document import Span
from plainspeak.language.abbreviations import BEFORE_NUMBER, MAY_END_SENTENCE

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["sentence_spans", "sentence_token_ranges"]

_ENDERS = frozenset(".!?\u2026")
_CLOSERS = frozenset("\"')]}\u2019\u201d*_")
_OPENERS = frozenset("\"'([{\u2018\u201c*_")


def sentence_token_ranges(tokens: Sequence[str], offsets: Sequence[int]) -> list[tuple[int, int]]:
    """Return the sentences as half-open ranges of token indexes.

    Args:
        tokens: the words and marks of one block, as :func:`plainspeak.language.words.tokenize` splits them.
        offsets: where each of them starts, in characters.
    """
    ranges: list[tuple[int, int]] = []
    start, index, count = 0, 0, len(tokens)
    while index < count:
        token = tokens[index]
        last = token[-1]
        if last in _ENDERS or last == "\n":
            end = index + 1
            while end < count and _goes_with_what_is_before(tokens, offsets, end):
                end += 1
            if end < count and _ends_sentence(tokens, index, end):
                ranges.append((start, end))
                start = end
            index = end
        else:
            index += 1
    if start < count:
        ranges.append((start, count))
    return ranges


def _goes_with_what_is_before(tokens: Sequence[str], offsets: Sequence[int], index: int) -> bool:
    """Tell whether a token after the end of a sentence is one more such mark, or closes a quotation or bracket."""
    if _ENDERS.issuperset(tokens[index]):
        return True
    # After a space the same straight mark opens the next quotation: "It is late." "Yes."
    touches = offsets[index] == offsets[index - 1] + len(tokens[index - 1])
    return touches and tokens[index][0] in _CLOSERS


def _ends_sentence(tokens: Sequence[str], index: int, following: int) -> bool:
    """Tell whether the mark at ``index`` ends a sentence, given the first token after it and its closing marks."""
    token = tokens[index]
    if token == "\n":
        return True
    after = tokens[following]
    opened = after[0] in _OPENERS and following + 1 < len(tokens)
    first = tokens[following + 1][0] if opened else after[0]
    if len(token) > 1 and token[-1] == "." and token[0] != ".":
        # An abbreviation, initials or an address that kept its full stop.
        return token.lower() in MAY_END_SENTENCE and first.isupper() and not _is_title_of_next(tokens, following)
    if token[-1] == "\u2026" or token.startswith(".."):
        return first.isupper()
    if token == "." and index > 0 and tokens[index - 1].lower() in BEFORE_NUMBER:
        follows_letter = len(after) == 1 and after.isupper() and tokens[index - 1][0].isupper()
        return not (after[0].isdigit() or follows_letter)
    if token in "!?" and first.islower():
        return False
    # "The plan. which" is far more often a typing slip or an unknown abbreviation than two sentences.
    return not first.islower()


def _is_title_of_next(tokens: Sequence[str], following: int) -> bool:
    """Tell whether "U.K. Health Security Agency" goes on: two capitalised words follow an abbreviation of a name."""
    return (
        tokens[following - 1].isupper()
        and following + 1 < len(tokens)
        and tokens[following][0].isupper()
        and tokens[following + 1][0].isupper()
    )


def sentence_spans(offsets: Sequence[int], tokens: Sequence[str], ranges: Sequence[tuple[int, int]]) -> list[Span]:
    """Turn token ranges into spans of characters, without white space at either end."""
    spans = []
    for start, end in ranges:
        first, last = start, end - 1
        while first < last and tokens[first].isspace():
            first += 1
        while last > first and tokens[last].isspace():
            last -= 1
        spans.append(Span(offsets[first], offsets[last] + len(tokens[last])))
    return spans
