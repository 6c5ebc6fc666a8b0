"""What capitals mean where they stand: loud words, part of a word with a hyphen, or somebody's name."""

from __future__ import annotations

import re

from plainspeak.document import Span
from plainspeak.language import is_ordinary_word

__all__ = ["is_name", "is_noun", "is_prefix", "is_shouted"]

_TITLES = frozenset("mr mrs ms miss mx dr prof professor cllr councillor sir dame lord lady rev".split())
_PREFIXES = frozenset("anti bi co de ex inter mid multi non post pre pro re semi sub tri un".split())
_BEFORE_NOUN = frozenset(
    "a an and at by each for from in its more my new of on or our per some the their this under using with your".split()
)
_JOINED_WORD = re.compile(r"-[A-Z]{3}")
_WORD = re.compile(r"[^\W\d_]+")

_NEAR = 40
_LINE = 80
_LEAST_OF_LINE = 3
_INITIALS = 2
_LONG_CAPITALS = 6


def is_shouted(text: str, span: Span) -> bool:
    """Tell whether letters stand among words in capitals, as in a heading, an address or "PLEASE NOTE"."""
    if any(_is_loud(word) for word in _neighbours(text, span)):
        return True
    line = _line(text, span)
    return line.isupper() and len(words := _WORD.findall(line)) >= _LEAST_OF_LINE and any(map(_is_loud, words))


def is_prefix(text: str, span: Span) -> bool:
    """Tell whether letters are the beginning of a longer word in capitals: the "CO" of "CO-PRODUCTION"."""
    return text[span.start : span.end].lower() in _PREFIXES and bool(_JOINED_WORD.match(text, span.end))


def is_name(text: str, span: Span) -> bool:
    """Tell whether letters are part of a person's name: "Mr CARTER", "Schaffer AL", "Amina JR Buckley", "J.K. Lee"."""
    before = _WORD.findall(text[max(0, span.start - 12) : span.start])[-1:]
    if before and before[0].lower() in _TITLES:
        return True
    return (len(span) == _INITIALS or "." in text[span.start : span.end]) and any(
        word.istitle() and len(word) > 2 and not is_ordinary_word(word) for word in _neighbours(text, span)
    )


def is_noun(text: str, span: Span) -> bool:
    """Tell whether letters stand where a noun does: "the RAM", but not "to NOTE"."""
    return any(word.lower() in _BEFORE_NOUN for word in _word_before(text, span))


def _is_loud(word: str) -> bool:
    """Tell whether capitals are no more than loud: an ordinary word, the "RE" of "RE-ABLEMENT", or a long word."""
    return (
        len(word) > 1
        and word.isupper()
        and (is_ordinary_word(word) or word.lower() in _PREFIXES or len(word) >= _LONG_CAPITALS)
    )


def _neighbours(text: str, span: Span) -> list[str]:
    """The word before a span and the word after it, where there are any."""
    return [*_word_before(text, span), *_WORD.findall(text[span.end : span.end + _NEAR])[:1]]


def _word_before(text: str, span: Span) -> list[str]:
    """The word before a span, where there is one."""
    return _WORD.findall(text[max(0, span.start - _NEAR) : span.start])[-1:]


def _line(text: str, span: Span) -> str:
    """The line around a span, or the part of it that is near."""
    start, end = max(0, span.start - _LINE), min(len(text), span.end + _LINE)
    line_start = text.rfind("\n", start, span.start) + 1
    line_end = text.find("\n", span.end, end)
    return text[max(start, line_start) : line_end if line_end >= 0 else end]
