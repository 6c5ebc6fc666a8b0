"""Put plain words in the place of others: capitals kept, "a" and "an" put right, and how to say it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plainspeak.document import Block, Kind, Span
from plainspeak.findings import BlockSpan, Edit, Suggestion
from plainspeak.glossary import Mention
from plainspeak.language.articles import article
from plainspeak.rules.facts import BlockFacts

__all__ = ["choice", "lower_first", "quoted", "spoken_date", "swap", "wording_of"]

_MONTHS = "January February March April May June July August September October November December".split()
_ARTICLE = re.compile(r"\b(an?)\s+$", re.IGNORECASE)
_FIRST_WORD = re.compile(r"\w((?:[^\W_]|&)*)")


def wording_of(rule: str, block: Block, facts: BlockFacts) -> Iterator[Mention]:
    """Yield the wording of one rule in a block, but not in quotations and names."""
    if block.kind is Kind.QUOTE:
        return
    for mention in facts.mentions:
        if mention.term.entry == "wording" and mention.term.rule == rule and not mention.left_alone:
            yield mention


def swap(text: str, at: BlockSpan, replacement: str, *, reason: str = "", safe: bool = False) -> Suggestion:
    """Return the suggestion to write other words for those at a place of a block's text.

    The first letter keeps its capital, unless the words are letters that stand for others (ICBs, MoU). Where the swap
    changes the sound, the edit takes in the "a" or "an" before.
    """
    span = at.span
    written = text[span.start : span.end]
    first_word = _FIRST_WORD.match(written)
    if written[:1].isupper() and first_word and not any(map(str.isupper, first_word[1])):
        replacement = replacement[:1].upper() + replacement[1:]
    edit_span, edit_text = span, replacement
    before = _ARTICLE.search(text, max(0, span.start - 4), span.start)
    if before:
        right = article(replacement)
        if before[1].lower() != right:
            edit_span = Span(before.start(1), span.end)
            edit_text = (
                (right.capitalize() if before[1][0].isupper() else right)
                + text[before.end(1) : span.start]
                + replacement
            )
    return Suggestion(replacement, (Edit(BlockSpan(at.block, edit_span), edit_text),), reason, safe)


def quoted(words: str) -> str:
    """Return words in quotation marks."""
    return f"\u201c{words}\u201d"


def choice(alternatives: Sequence[str], *, most: int = 3) -> str:
    """Return alternatives in quotation marks as a person would list them: “a”, “b” or “c”."""
    marks = [quoted(each) for each in alternatives[:most]]
    return marks[0] if len(marks) == 1 else f"{', '.join(marks[:-1])} or {marks[-1]}"


def spoken_date(date: str) -> str:
    """Return ``2022-07`` as a person says it: July 2022."""
    year, _, month = date.partition("-")
    return f"{_MONTHS[int(month) - 1]} {year}" if month else year


def lower_first(sentence: str) -> str:
    """Return a sentence to follow a colon: its first word in small letters unless it is a name or letters."""
    first = sentence.split(" ", 1)[0]
    return sentence[:1].lower() + sentence[1:] if first[1:].islower() or first == "A" else sentence
