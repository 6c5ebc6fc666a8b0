"""Definitions with brackets: "integrated care board (ICB)", "ICB (integrated care board)" and their like."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainspeak.acronyms.forms import ShortForm, short_form_at
from plainspeak.acronyms.passage import QUOTES, Definition, Passage, long_before, long_in
from plainspeak.acronyms.spoken import CALLED
from plainspeak.document import Span

__all__ = ["defined_in_bracket"]

# "(the ICB)", "(or ICB)", "(known as the ICB)", "(UK GDPR)"
_BEFORE_FORM = re.compile(
    rf"[\s{QUOTES}]*"
    rf"(?:(?:the|or|an?|hereafter|hereinafter|also|{CALLED}|i\.?e\.?,?|short for|UK|EU|NHS|HM)[\s{QUOTES}]+)*",
    re.IGNORECASE,
)
# "(ICB, 2014)", "(ICB from here on)", "(ICB for short)"
_AFTER_FORM = re.compile(
    rf"(?:['\u2019]?s)?[\s{QUOTES}]*"
    r"(?:$|/(?!\d)|[,;:=\u2013\u2014]|-\s|\d{4}\s*(?:$|[,;:])"
    r"|from here|from now|hereafter|hereinafter|for short|in this|in short|below|or )",
    re.IGNORECASE,
)
# "(integrated care board, ICB)"
_LONG_AND_SHORT = re.compile(r"(?P<long>[^()\[\]]{6,120}?)[,;] ?(?P<short>\S{2,12})")
# "(ICB, integrated care board)"
_SHORT_AND_LONG = re.compile(r"(?P<short>\S{2,12})[,;] (?P<long>[^()\[\]]{6,120})")
# "(IMD2019)"
_WITH_YEAR = re.compile(r"(?P<letters>[A-Z&]{2,})(?:19|20)\d\d")
_LAST_WORD = re.compile(rf"(?<!\S)[(\[{QUOTES}]*(?P<form>[\w&/+#-]+?)(?:['\u2019]s)?[{QUOTES}]*\s*$")
_LETTER = re.compile(r"[^\W\d_]")
_TIGHT_FORM = re.compile(r"[A-Z]\S*[A-Z]")
_PIECE = re.compile(r"[^\s,;:/\"\u201c\u201d\u00a9\u00ae\u2122]+")
_MARKS = " .,;:-\"'\u2018\u2019\u201c\u201d*"

_LEAST_AFTER_COMMA = 0.9
_SHORT = 2
_LONGEST_BRACKET = 200
_LONGEST_SHORT_FORM = 30
_MOST_WORDS_OF_FORM = 3


def defined_in_bracket(passage: Passage, bracket: Span, least_start: int) -> Definition | None:
    """Return what a bracket says about the words or the letters before it, or about what it holds itself."""
    text = passage.text
    if not 1 < len(bracket) <= _LONGEST_BRACKET or not _LETTER.search(text, bracket.start, bracket.end):
        return None
    near = passage.near(Span(bracket.start - 1, bracket.start))
    start, opening = max(near.start, least_start), bracket.start - 1
    # poly(A), Na(+): part of a word. ICB(integrated care board): a forgotten space.
    if start < opening and not text[opening - 1].isspace():
        inner = text[bracket.start : bracket.end]
        if not _TIGHT_FORM.match(inner) and " " not in inner:
            return None
    return (
        _long_then_short(passage, start, bracket)
        or _both_inside(passage, bracket)
        or _short_then_long(passage, start, bracket)
    )


def _long_then_short(passage: Passage, start: int, bracket: Span) -> Definition | None:
    """Read "integrated care board (ICB)"."""
    for form, alone in _short_in(passage, bracket):
        definition = long_before(passage, start, bracket.start - 1, form)
        # "(ICB staff)": only after words that fit without fault.
        if definition and (alone or (definition.confidence == 1 and len(form.form) > _SHORT)):
            return definition
    return None


def _both_inside(passage: Passage, bracket: Span) -> Definition | None:
    """Read "(integrated care board, ICB)" and "(ICB, integrated care board)"."""
    text = passage.text
    both = _LONG_AND_SHORT.fullmatch(text, bracket.start, bracket.end)
    form = short_form_at(text, *both.span("short"), passage.glossary) if both else None
    if both and form:
        return long_before(passage, *both.span("long"), form)
    both = _SHORT_AND_LONG.fullmatch(text, bracket.start, bracket.end)
    form = short_form_at(text, *both.span("short"), passage.glossary) if both else None
    definition = long_in(passage, Span(*both.span("long")), form) if both and form else None
    return definition if definition and definition.confidence >= _LEAST_AFTER_COMMA else None


def _short_then_long(passage: Passage, start: int, bracket: Span) -> Definition | None:
    """Read "ICB (integrated care board)"."""
    form = _short_before(passage, start, bracket.start - 1)
    return long_in(passage, bracket, form) if form else None


def _short_in(passage: Passage, bracket: Span) -> Iterator[tuple[ShortForm, bool]]:
    """Yield what may be the short form in a bracket, and whether it says no more than the form.

    "the" or "known as" may stand before the form; a year or "for short" may follow it.
    """
    text = passage.text
    lead = _BEFORE_FORM.match(text, bracket.start, bracket.end)
    start = lead.end() if lead else bracket.start
    end = min(bracket.end, start + _LONGEST_SHORT_FORM)
    ends = [match.end() for match in _PIECE.finditer(text[start:end])][:_MOST_WORDS_OF_FORM]
    for length in reversed(ends):
        written = text[start : start + length].rstrip(_MARKS)
        with_year = _WITH_YEAR.fullmatch(written)
        written = with_year["letters"] if with_year else written
        form = short_form_at(text, start, start + len(written), passage.glossary)
        if form:
            yield form, bool(_AFTER_FORM.match(text[start + len(written) : bracket.end]))


def _short_before(passage: Passage, start: int, opening: int) -> ShortForm | None:
    """Return the short form right before a bracket: ICB (, “ICB” (, ICB's (."""
    text = passage.text
    match = _LAST_WORD.search(text, max(start, opening - _LONGEST_SHORT_FORM), opening)
    return short_form_at(text, match.start("form"), match.end("form"), passage.glossary) if match else None
