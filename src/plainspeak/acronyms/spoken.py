"""Definitions without brackets: "the board, known as the ICB", "ICB stands for ...", "ICB \u2013 ...", lists."""

from __future__ import annotations

import re

from plainspeak.acronyms.forms import ShortForm
from plainspeak.acronyms.passage import Definition, Passage, long_after, long_before

__all__ = ["CALLED", "defined_in_words"]

_DASH = re.compile(r"\s[\u2013\u2014-]\s")
_CALLED = (
    *("known as", "called", "termed", "named", "designated"),
    *("abbreviated to", "abbreviated as", "shortened to", "referred to as"),
)
CALLED = "|".join(_CALLED)
"""What may stand between words and the letters for them, as alternatives of a pattern."""
# "integrated care board, also known as the ICB"; "integrated care board - ICB"
_KNOWN_AS = re.compile(
    r"[,;]?\s+\(?(?:(?:(?:which |who |that )?(?:is|are|was|were|be) )?"
    r"(?:also |commonly |often |usually |otherwise |better |formerly )?"
    rf"(?:{CALLED}|or|hereafter|hereinafter)|[\u2013\u2014-])\s+(?:the\s+)?[\"'\u2018\u201c]?$",
    re.IGNORECASE,
)
# "ICB: integrated care board"; "ICB stands for integrated care board"
_STANDS_FOR = re.compile(
    r"(?:['\u2019]?s)?[\"'\u2019\u201d]?(?:\s*(?:[:=\u2013\u2014]|\s-)\s*"
    r"|,?\s+(?:which\s+)?(?:stands?|standing|is short|short)\s+for\s+"
    r"|\s+(?:means|is an? (?:acronym|abbreviation) (?:of|for))\s+)(?:the\s+)?[\"'\u2018\u201c]?",
    re.IGNORECASE,
)
# "The ICB is an integrated care board"
_IS = re.compile(r" (?:is|are|was|were) (?:an? |the )?", re.IGNORECASE)
_ENDS_LINE = re.compile(r"\s*(?:$|\n|[.,;:(\u2013\u2014]|- )")
# What stands before letters that other words were called: a quick look before the slow one.
_BEFORE_CALLED = (*_CALLED, "or", "hereafter", "hereinafter", "-", "\u2013", "\u2014")
# "integrated care board, ICB from here on,"
_FROM_HERE = re.compile(r"[\"'\u2019\u201d]?,? (?:from here on|from now on|hereafter|hereinafter|for short|in short)\b")
_QUOTES = " \"'\u2018\u201c"

_LEAST_CONFIDENCE = 0.85
_MOST_DASHES = 2
_LONGEST_CALLED = 40


def defined_in_words(passage: Passage, form: ShortForm) -> Definition | None:
    """Return what the words beside a short form say about it."""
    return _called(passage, form) or _said_to_be(passage, form) or _stands_for(passage, form) or _listed(passage, form)


def _called(passage: Passage, form: ShortForm) -> Definition | None:
    """Read "integrated care board, known as the ICB"."""
    start = max(0, form.span.start - _LONGEST_CALLED)
    before = passage.text[start : form.span.start].rstrip(_QUOTES).lower().removesuffix(" the")
    if before.endswith(",") and _FROM_HERE.match(passage.text, form.span.end):
        words_end = start + len(before)
    elif before.endswith(_BEFORE_CALLED):
        called = _KNOWN_AS.search(passage.text, start, form.span.start)
        if called is None or _is_list(called.group(), passage, form):
            return None
        words_end = called.start()
    else:
        return None
    return _if_sure(long_before(passage, passage.near(form.span).start, words_end, form))


def _said_to_be(passage: Passage, form: ShortForm) -> Definition | None:
    """Read "The ICB is an integrated care board"."""
    verb = _IS.match(passage.text, form.span.end)
    return _if_sure(_after(passage, verb.end(), form), least=1.0) if verb else None


def _stands_for(passage: Passage, form: ShortForm) -> Definition | None:
    """Read "ICB stands for integrated care board" and "ICB: integrated care board"."""
    stands_for = _STANDS_FOR.match(passage.text, form.span.end)
    if stands_for is None or _is_list(stands_for.group(), passage, form):
        return None
    return _if_sure(_after(passage, stands_for.end(), form))


def _listed(passage: Passage, form: ShortForm) -> Definition | None:
    """Read "ICB Integrated care board" in a line of its own, or between semicolons."""
    text, (start, end) = passage.text, (form.span.start, form.span.end)
    if start and not text.endswith(("\n", "; "), 0, start):
        return None
    line_end = text.find("\n", end)
    definition = _if_sure(_after(passage, end, form, len(text) if line_end < 0 else line_end), least=1.0)
    return definition if definition and _ENDS_LINE.match(text, definition.long_span.end) else None


def _after(passage: Passage, start: int, form: ShortForm, end: int | None = None) -> Definition | None:
    """Read the words that begin at an offset, up to an end or that of the sentence."""
    if not passage.may_begin(start, form):
        return None
    near = passage.near(form.span).end
    return long_after(passage, start, near if end is None else min(end, near), form)


def _is_list(joint: str, passage: Passage, form: ShortForm) -> bool:
    """Tell whether what joins letters and words is one dash of many: "AIM \u2013 AIX \u2013 ALGOL"."""
    if not _DASH.search(joint):
        return False
    near = passage.near(form.span)
    return len(_DASH.findall(passage.text, near.start, near.end)) > _MOST_DASHES


def _if_sure(definition: Definition | None, *, least: float = _LEAST_CONFIDENCE) -> Definition | None:
    return definition if definition and definition.confidence >= least else None
