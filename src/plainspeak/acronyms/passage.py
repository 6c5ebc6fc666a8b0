"""A text in which definitions are looked for, and the words before, in or after a place that a short form fits."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass

from plainspeak.acronyms.brackets import brackets_of
from plainspeak.acronyms.expansions import begins_known, known_length, repeats, singular
from plainspeak.acronyms.forms import ShortForm
from plainspeak.acronyms.letters import (
    Unit,
    letters_of,
    match_after,
    match_all,
    match_before,
    match_inside,
    may_begin,
    reach,
    units_of,
)
from plainspeak.document import Span, holding
from plainspeak.glossary import Glossary

__all__ = ["QUOTES", "Definition", "Passage", "long_after", "long_before", "long_in"]

QUOTES = "\"'\u2018\u2019\u201c\u201d*"
"""Quotation marks and emphasis, as the inside of a character class."""
# "ICB (for integrated care board)"
_BEFORE_WORDS = re.compile(rf"[\s{QUOTES}]*(?:(?:[Ff]or|from|or|the|an?|i\.?e\.?,?|[Ss]hort for)\s+)*")
_FIRST_WORD = re.compile(r"\W*(?:(?:the|an?|or)\W+)*(\w+)", re.IGNORECASE)
_PREFIX = re.compile(rf"(?<![^\s/\u2013\u2014])[{QUOTES}([]*(?P<prefix>[^\s/\u2013\u2014]*)$")
_BETWEEN = " ,;:\"'\u2018\u2019\u201c\u201d*_\u2013\u2014-/"
# The end of a quotation that begins further up: "Orange\u2019 guidelines". "Patients\u2019 guide" is a plural.
_HALF_QUOTED = re.compile(r"^[^\u2018']*[^\W\d_sS][\u2019'](?=\s)")
_CHARACTERS_OF_UNIT = 14
_LONGEST_REACH = 300
_LONGEST_PREFIX = 30
_SHORT = 2


@dataclass(frozen=True, slots=True)
class Definition:
    """A short form and the words that the text gives for it; spans are in the block's text, in characters."""

    form: str
    expansion: str
    form_span: Span
    long_span: Span
    confidence: float
    plural: bool = False
    """Whether the letters stand there in the plural; ``expansion`` is in the singular all the same."""


class Passage:
    """One block's text, with what is needed to look for definitions in it."""

    def __init__(self, text: str, sentences: Sequence[Span], glossary: Glossary) -> None:
        self.text = text
        self.glossary = glossary
        self.brackets = brackets_of(text)
        self._sentences = sentences

    def near(self, span: Span) -> Span:
        """Return the part of its sentence near a span: no explanation lies further away, however long it is.

        What goes over the end of a sentence has nothing near it.
        """
        whole = holding(self._sentences, span) or span
        return Span(max(whole.start, span.start - _LONGEST_REACH), min(whole.end, span.end + _LONGEST_REACH))

    def units(self, start: int, end: int) -> list[Unit]:
        """Return the words between two offsets; those in brackets that lie between them are asides."""
        first = bisect.bisect_left(self.brackets, Span(start + 1, 0))
        last = bisect.bisect_left(self.brackets, Span(end, end))
        return units_of(self.text, start, end, self.brackets[first:last])

    def may_begin(self, start: int, form: ShortForm) -> bool:
        """Tell from the first word after an offset whether a form's words may begin there: a quick look."""
        word = _FIRST_WORD.match(self.text, start)
        return word is not None and (
            may_begin(letters_of(form.form), word[1]) or begins_known(word[1], form.form, self.glossary)
        )


def long_before(passage: Passage, start: int, end: int, form: ShortForm) -> Definition | None:
    """Return the definition by the words that end where they must: right before a bracket or "known as"."""
    text = passage.text
    while end > start and text[end - 1] in _BETWEEN:
        end -= 1
    units = passage.units(_start_of_reach(text, start, end, form), end)
    if not units or units[-1].end < end - 1:
        return None
    count = known_length(units, form.form, passage.glossary, at_end=True)
    matched = (len(units) - count, 1.0) if count else match_before(units, form.form)
    if matched is None:
        return None
    first = units[matched[0]].start
    if not count:
        # A word begins where it begins: "cAMP-dependent kinase", not "dependent kinase".
        prefix = _PREFIX.search(text, max(start, first - _LONGEST_PREFIX), first)
        first = prefix.start("prefix") if prefix else first
    return _definition(passage, Span(first, end), form, matched[1])


def _start_of_reach(text: str, start: int, end: int, form: ShortForm) -> int:
    """Return the beginning of the first whole word before an offset that the letters of a form can reach."""
    nearest = end - _reach_in_characters(form)
    if nearest <= start:
        return start
    space = text.find(" ", nearest, end)
    return end if space < 0 else space + 1


def _end_of_reach(text: str, start: int, end: int, form: ShortForm) -> int:
    """Return the end of the last whole word after an offset that the letters of a form can reach."""
    furthest = start + _reach_in_characters(form)
    if furthest >= end:
        return end
    return max(text.rfind(" ", start, furthest), start)


def _reach_in_characters(form: ShortForm) -> int:
    return min(_CHARACTERS_OF_UNIT * reach(letters_of(form.form)), _LONGEST_REACH)


def long_in(passage: Passage, bracket: Span, form: ShortForm) -> Definition | None:
    """Return the definition by the words of a bracket, or of its first clause."""
    lead = _BEFORE_WORDS.match(passage.text, bracket.start, bracket.end)
    units = passage.units(lead.end() if lead else bracket.start, bracket.end)
    if not units:
        return None
    count = known_length(units, form.form, passage.glossary, at_end=False)
    if count:
        return _definition(passage, Span(units[0].start, units[count - 1].end), form, 1.0)
    best: Definition | None = None
    for number, unit in enumerate(units, 1):
        if number == len(units) or passage.text[unit.end] in ",;:":
            confidence = match_all(units[:number], form.form)
            if confidence and (best is None or confidence > best.confidence):
                end = bracket.end if number == len(units) else unit.end
                best = _definition(passage, Span(units[0].start, end), form, confidence)
    return best or _after_other_words(passage, units, form)


def _after_other_words(passage: Passage, units: Sequence[Unit], form: ShortForm) -> Definition | None:
    """Return the definition by the last words of a bracket, if they fit three letters or more without fault."""
    inside = match_inside(units, form.form) if len(letters_of(form.form)) > _SHORT else None
    if inside is None or inside[1] < len(units):
        return None
    return _definition(passage, Span(units[inside[0]].start, units[-1].end), form, 1.0)


def long_after(passage: Passage, start: int, end: int, form: ShortForm) -> Definition | None:
    """Return the definition by the words that begin at an offset, however far they go."""
    units = passage.units(start, _end_of_reach(passage.text, start, end, form))
    while units and units[0].text.lower() in ("the", "a", "an", "or"):
        units = units[1:]
    count = known_length(units, form.form, passage.glossary, at_end=False)
    matched = (count, 1.0) if count else match_after(units, form.form)
    if matched is None:
        return None
    return _definition(passage, Span(units[0].start, units[matched[0] - 1].end), form, matched[1])


def _definition(passage: Passage, words: Span, form: ShortForm, confidence: float) -> Definition | None:
    """Return a definition, unless its words are no words: half a bracket, or hardly more than the letters."""
    expansion = passage.text[words.start : words.end]
    if expansion.count("(") == expansion.count(")") + 1 and passage.text.startswith(")", words.end):
        # "Transfer of Undertakings (Protection of Employment)"
        words = Span(words.start, words.end + 1)
        expansion += ")"
    if expansion.endswith(("'s", "\u2019s")):
        expansion = expansion[:-2]
    if expansion.count("(") != expansion.count(")") or expansion.count("[") != expansion.count("]"):
        return None
    if repeats(expansion, form.form) or _HALF_QUOTED.search(expansion):
        return None
    if len(letters_of(expansion)) <= len(letters_of(form.form)) + 2 * (" " not in expansion):
        return None
    expansion = singular(expansion) if form.plural else expansion
    return Definition(form.form, expansion, form.span, words, confidence, form.plural)
