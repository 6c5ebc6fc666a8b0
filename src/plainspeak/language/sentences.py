"""Split a block into sentences, by looking at the marks that may end one and at the words beside them.

A block (heading, list item, cell) never shares a sentence with the next, so bullets without full stops need no rule.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plainspeak.document import Span
from plainspeak.language.abbreviations import (
    ABBREVIATIONS,
    BEFORE_LETTER,
    BEFORE_NUMBER,
    MAY_END_SENTENCE,
    NEVER_LAST,
    SENTENCE_STARTERS,
)
from plainspeak.language.vocabulary import is_ordinary_word

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["sentence_spans", "sentence_token_ranges"]

_ENDERS = frozenset(".!?\u2026\n")
_CLOSERS = frozenset("\"')]}*_")
_OPENERS = frozenset("\"'([{*_")
_MORE_MARKS = frozenset(".!?)]}")
_INSIDE_ONLY = frozenset(",;:)]}=%")
_BEFORE_LIST = frozenset(":*\u2022")
# A clause after a slip, and the date in a reference: "NHS England. (accessed 3 May 2024)".
_CONTINUE_SMALL = frozenset(("which", "where", "accessed"))
# A number of a list, as typed in prose: "2.", "3.1." or "iv.". Letters keep their full stop and are initials.
_LIST_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*|[ivx]{2,4}")
# The last word with its full stop and the number of a note: "fell.1", 'fell."2,3', "fell.[4". A bracket that closes is
# a token of its own. Behind a capital letter the number must stand in a bracket, for "PR.16" is a code.
_NOTE = re.compile(
    r"""([^\W\d_]+[a-z]|[^\W\d_]+(?=\.[\[(]))
        \.["')\]]*[\[(]?
        [1-9\u00b9\u00b2\u00b3\u2074-\u2079][\d\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{0,2}(?:[,\u2013-]\d{1,3})*$""",
    re.VERBOSE,
)
_TITLES = frozenset("cllr dame dr lady lord miss mr mrs ms mx prof professor rev sir".split())
_LONGEST_NOTE = 40
_MOST_BULLETS = 4
_LONGER_THAN_ABBREVIATIONS = 6
_SHORTEST_ACRONYM = 3


def sentence_token_ranges(tokens: Sequence[str], offsets: Sequence[int]) -> list[tuple[int, int]]:
    """Return the sentences as half-open ranges of token indexes.

    The time grows with the length of the text only: each mark is looked at once, with a few tokens on either side.

    Args:
        tokens: the words and marks of one block, as :func:`plainspeak.language.words.tokenize` splits them.
        offsets: where each of them starts, in characters.
    """
    ranges: list[tuple[int, int]] = []
    start, end, count = 0, 0, len(tokens)
    for index in [i for i, token in enumerate(tokens) if token[-1] in _ENDERS or ("." in token and _has_note(token))]:
        if index < end:
            continue
        end = _end_of_marks(tokens, offsets, index + 1)
        if end < count and _ends_sentence(tokens, start, index, end):
            ranges.append((start, end))
            start = end
    if start < count:
        ranges.append((start, count))
    return ranges


def _has_note(token: str) -> bool:
    """Tell whether a token is a last word with its full stop and the number of a note: "fell.1"."""
    if not token[-1].isdigit():
        return False
    note = _NOTE.search(token[-_LONGEST_NOTE:])
    return note is not None and note[1].lower() not in BEFORE_NUMBER and f"{note[1].lower()}." not in ABBREVIATIONS


def _end_of_marks(tokens: Sequence[str], offsets: Sequence[int], index: int) -> int:
    """Return the index after the marks and white space that go with the end of a sentence, from ``index`` on."""
    count = len(tokens)
    while index < count:
        mark = tokens[index]
        # After a space, the same straight mark opens the next quotation, and dots stand for what is left out there.
        touches = offsets[index] == offsets[index - 1] + len(tokens[index - 1])
        if mark in _MORE_MARKS or (touches and (mark[0] in _CLOSERS or mark[0] in _ENDERS)):
            index += 1
        elif mark == "[" and index + 2 < count and tokens[index + 1][0].isdigit() and tokens[index + 2] == "]":
            # The number of a note: "Waits fell. [1] They rose."
            index += 3
        else:
            break
    while index < count and tokens[index].isspace():
        index += 1
    return index


def _ends_sentence(tokens: Sequence[str], start: int, index: int, following: int) -> bool:
    """Tell whether a sentence ends with the mark at ``index``, given where it starts and what token comes next."""
    if any("\n" in token for token in tokens[index:following]):
        return True
    token, after = tokens[index], tokens[following]
    if after[0] in _INSIDE_ONLY or not _has_word(tokens, start, following):
        return False
    opened = after[0] in _OPENERS and following + 1 < len(tokens)
    first = tokens[following + 1] if opened else after
    if _keeps_its_stop(token):
        return _ends_with_abbreviation(tokens, start, index, first, opened=opened)
    if len(token) > 1 or token == "\u2026" or (token == "." and tokens[index + 1] == "."):
        # The number of a note, or dots for what is left unsaid.
        return first[0].isupper()
    if token == "." and _is_list_number(tokens, start, index - 1):
        return False
    if first[0].islower():
        closed = any(mark[0] in _CLOSERS for mark in tokens[index + 1 : following])
        is_name = token != "." and not opened and _is_inside_name(tokens, start, index)
        return not closed and not is_name and (token != "." or _ends_before_small_letter(tokens[index - 1], first))
    if token == "." and tokens[index - 1].lower() in BEFORE_NUMBER:
        return not _numbers(tokens[index - 1], after)
    return True


def _has_word(tokens: Sequence[str], start: int, end: int) -> bool:
    """Tell whether a word or number is among the tokens; bullets and marks alone are no sentence."""
    return end - start > _MOST_BULLETS or any(map(str.isalnum, "".join(tokens[start:end])))


def _keeps_its_stop(token: str) -> bool:
    """Tell whether a token is an abbreviation or initials: its full stop says little of where the sentence ends."""
    return len(token) > 1 and token[-1] == "." and token[0] != "."


def _ends_with_abbreviation(tokens: Sequence[str], start: int, index: int, first: str, *, opened: bool) -> bool:
    """Tell whether an abbreviation or initials are the end of a sentence, given the first word after them.

    ``opened`` says that an opening mark stands before that word, as in "10 a.m. (Leeds)".
    """
    abbreviation = tokens[index]
    if not first[0].isupper() or abbreviation.lower() in NEVER_LAST:
        return False
    if abbreviation.lower() in MAY_END_SENTENCE and not opened:
        # "the Health and Safety at Work etc. Act 1974"
        return not (first == "Act" and "".join(tokens[index + 2 : index + 3]).isdigit())
    starts = first.partition("'")[0] in SENTENCE_STARTERS
    if len(abbreviation) > len("A."):
        return starts
    if _is_name_with_title(tokens, start, index):
        return False
    completes = index > start and tokens[index - 1].lower() in BEFORE_LETTER
    if abbreviation.islower() or not _has_word(tokens, start, index - completes):
        # "R v. The Trust", and the number of what follows: "A. Wash your hands", "Appendix A. The plan".
        return False
    return starts or completes


def _is_name_with_title(tokens: Sequence[str], start: int, index: int) -> bool:
    """Tell whether initials follow a title, so that a surname comes next: "Mr A. N. Other"."""
    while index > start and len(tokens[index]) == len("A.") and tokens[index][0].isupper():
        index -= 1
    return tokens[index].lower().rstrip(".") in _TITLES


def _is_list_number(tokens: Sequence[str], start: int, index: int) -> bool:
    """Tell whether the token is the number of an item in a list that was typed as prose: "2. Dry them."."""
    if not _LIST_NUMBER.fullmatch(tokens[index]):
        return False
    return not _has_word(tokens, start, index) or (tokens[index] == "1" and tokens[index - 1] in _BEFORE_LIST)


def _is_inside_name(tokens: Sequence[str], start: int, index: int) -> bool:
    """Tell whether a mark may be part of a name: "we met Yahoo! staff", "the What Matters To You? day"."""
    previous = tokens[index - 1]
    return index - 1 > start and previous[0].isupper() and not previous.isupper()


def _ends_before_small_letter(word: str, first: str) -> bool:
    """Tell whether a full stop after a word ends a sentence although the next word begins with a small letter.

    So it is before "iPads", and where a capital letter was forgotten: in the training part of UD English EWT, nine such
    stops in ten end a sentence. The others mostly stand behind an abbreviation, which is no ordinary word.
    """
    if first in _CONTINUE_SMALL or word.lower() in BEFORE_NUMBER:
        return False
    is_long = len(word) >= _LONGER_THAN_ABBREVIATIONS and word.isalpha()
    is_acronym = len(word) >= _SHORTEST_ACRONYM and word.isupper()
    return is_long or is_acronym or is_ordinary_word(word)


def _numbers(word: str, after: str) -> bool:
    """Tell whether "Fig." and the like belong to the number or single capital letter that follows."""
    if after[0].isdigit():
        return True
    is_letter = len(after) == 1 and after.isupper() and after != "I"
    return is_letter and word[0].isupper() and word.lower() not in ("no", "nos")


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
