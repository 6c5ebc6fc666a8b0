"""Where a text says what a short form stands for."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plainspeak.acronyms.forms import ShortForm
from plainspeak.acronyms.letters import LEAST_CONFIDENCE, Unit, match_after, match_before, units_of
from plainspeak.document import Span, holding
from plainspeak.glossary import Glossary
from plainspeak.language.inflection import lemma

__all__ = ["Definition", "find_definitions", "same_expansion", "spells_out"]

_BRACKETS = re.compile(r"\(([^()]{2,120})\)|\[([^\[\]]{2,120})\]")
_OPENING = r"[\s\"'\u2018\u201c*]"
_CLOSING = r"[\"'\u2019\u201d]?"
_CALLED = r"known as|called|termed|abbreviated (?:to|as)|shortened to|referred to as"
# "(the ICB)", "(or ICB)", "(known as the ICB)", "(UK GDPR)"
_BEFORE_FORM = re.compile(
    rf"^{_OPENING}*(?:(?:the|or|an?|hereafter|hereinafter|also|{_CALLED}|i\.?e\.?,?|short for|UK|EU|NHS|HM)"
    rf"{_OPENING}+)*$",
    re.IGNORECASE,
)
# "(ICB, 2014)", "(ICB from here on)", "(ICB for short)"
_AFTER_FORM = re.compile(
    r"^(?:['\u2019]?s)?[\s\"'\u2019\u201d*]*"
    r"(?:$|[,;:/\u2013\u2014-]|\d{4}\b|from here|from now|hereafter|hereinafter|for short|in this|in short|below|or )",
    re.IGNORECASE,
)
# "integrated care board, also known as the ICB"; "integrated care board - ICB"
_KNOWN_AS = re.compile(
    r"[,;]?\s+\(?(?:(?:also |commonly |often |usually |otherwise |better |hereafter |formerly )?"
    rf"(?:{_CALLED}|or)|[\u2013\u2014-])\s+(?:the\s+)?[\"'\u2018\u201c]?$",
    re.IGNORECASE,
)
# "ICB: integrated care board"; "ICB stands for integrated care board"
_STANDS_FOR = re.compile(
    rf"^(?:['\u2019]?s)?{_CLOSING}(?:\s*(?P<mark>[:=\u2013\u2014]|\s-)\s*"
    r"|,?\s+(?:which\s+)?(?:stands?|standing|is short|short)\s+for\s+"
    r"|\s+(?:means|is an? (?:acronym|abbreviation) (?:of|for))\s+)(?:the\s+)?[\"'\u2018\u201c]?",
    re.IGNORECASE,
)
_LEAST_AFTER_MARK = 0.85
_REACH = 300
_LONGEST_GAP = 6
_LEAST_IN_NEXT_CELL = 0.8


@dataclass(frozen=True, slots=True)
class Definition:
    """A short form and the words that the text gives for it; spans are in the block's text, in characters."""

    form: str
    expansion: str
    form_span: Span
    long_span: Span
    confidence: float


def find_definitions(
    text: str, sentences: Sequence[Span], forms: Sequence[ShortForm], glossary: Glossary
) -> list[Definition]:
    """Return the definitions in one block, in the order of their short forms. None crosses a sentence."""
    if not forms:
        return []
    brackets = [Span(match.start() + 1, match.end() - 1) for match in _BRACKETS.finditer(text)]
    found = []
    for form in forms:
        near = _around(form.span, holding(sentences, form.span) or Span(0, len(text)))
        definition = next(_definitions_of(text, near, form, brackets, glossary), None)
        if definition is not None:
            found.append(definition)
    return found


def _around(form: Span, sentence: Span) -> Span:
    """Return the part of a sentence near a form: no explanation lies further away, however long the sentence is."""
    return Span(max(sentence.start, form.start - _REACH), min(sentence.end, form.end + _REACH))


def _definitions_of(
    text: str, near: Span, form: ShortForm, brackets: Sequence[Span], glossary: Glossary
) -> Iterator[Definition]:
    start, end = form.span.start, form.span.end
    begin = near.start
    bracket = holding(brackets, form.span)
    if bracket is not None:
        # long (SHORT)
        if _BEFORE_FORM.match(text[bracket.start : start]) and _AFTER_FORM.match(text[end : bracket.end]):
            yield from _long_before(text, near.start, bracket.start - 1, form, glossary)
            yield from _long_after(text, end, bracket.end, form, glossary)
        begin = max(begin, bracket.start)
    else:
        # SHORT (long)
        following = bisect.bisect_left(brackets, end, key=lambda span: span.start)
        if following < len(brackets):
            bracket = brackets[following]
            if bracket.start - end <= _LONGEST_GAP and not text[end : bracket.start - 1].strip(" '\u2019\u201d\"s"):
                yield from _long_after(text, bracket.start, bracket.end, form, glossary)
    known_as = _KNOWN_AS.search(text, begin, start)
    if known_as:
        yield from _long_before(text, begin, known_as.start(), form, glossary)
    stands_for = _STANDS_FOR.match(text[end : near.end])
    if stands_for:
        least = _LEAST_AFTER_MARK if stands_for["mark"] else LEAST_CONFIDENCE
        for definition in _long_after(text, end + stands_for.end(), near.end, form, glossary):
            if definition.confidence >= least:
                yield definition


def _long_before(text: str, start: int, end: int, form: ShortForm, glossary: Glossary) -> Iterator[Definition]:
    units = units_of(text, start, end)
    if not units or text[units[-1].end : end].strip(" ,;:\"'\u2019\u201d*_\u2013\u2014-/"):
        return
    count = _known_length(units, form.form, glossary, at_end=True)
    matched = (len(units) - count, 1.0) if count else match_before(units, form.form)
    if matched:
        first, confidence = matched
        yield _definition(text, units[first:], form, confidence)


def _long_after(text: str, start: int, end: int, form: ShortForm, glossary: Glossary) -> Iterator[Definition]:
    units = units_of(text, start, end)
    while units and units[0].text.lower() in ("the", "a", "an", "or"):
        units = units[1:]
    if not units:
        return
    count = _known_length(units, form.form, glossary, at_end=False)
    matched = (count, 1.0) if count else match_after(units, form.form)
    if matched:
        last, confidence = matched
        yield _definition(text, units[:last], form, confidence)


def _definition(text: str, units: Sequence[Unit], form: ShortForm, confidence: float) -> Definition:
    span = Span(units[0].start, units[-1].end)
    expansion = text[span.start : span.end]
    if expansion.endswith(("'s", "\u2019s")):
        expansion = expansion[:-2]
    if form.plural:
        head, _, last = expansion.rpartition(" ")
        expansion = f"{head} {lemma(last, 'NNS')}".strip()
    return Definition(form.form, expansion, form.span, span, confidence)


def _known_length(units: Sequence[Unit], form: str, glossary: Glossary, *, at_end: bool) -> int:
    """Return how many units at one end of a run are an expansion that the glossary knows for a form; 0 is none."""
    term = glossary.acronym(form)
    if term is None:
        return 0
    words = [_stem(unit.text) for unit in units]
    lengths = []
    for meaning in term.meanings:
        known = [_stem(unit.text) for unit in units_of(meaning.expansion or "")]
        if known and (words[-len(known) :] if at_end else words[: len(known)]) == known:
            lengths.append(len(known))
    return max(lengths, default=0)


def _stem(word: str) -> str:
    word = word.lower().replace("\u2019", "'").removesuffix("'s")
    return "and" if word == "&" else lemma(word, "NNS")


def spells_out(text: str, form: str, glossary: Glossary) -> bool:
    """Tell whether a text as a whole is the words of a form, as in the next cell of an abbreviation table."""
    units = units_of(text)
    if not units:
        return False
    if _known_length(units, form, glossary, at_end=False):
        return True
    matched = match_after(units, form)
    return matched is not None and matched[1] >= _LEAST_IN_NEXT_CELL


def same_expansion(first: str, second: str) -> bool:
    """Tell whether two expansions differ only in endings, small words, hyphens or an added last word."""
    words = [
        [word for word in map(_stem, _texts(each)) if word not in ("and", "of", "the", "for", "in", "to")]
        for each in (first, second)
    ]
    shorter, longer = sorted(words, key=len)
    if not shorter or len(longer) - len(shorter) > 1:
        return False
    return all(one[:4] == other[:4] for one, other in zip(shorter, longer, strict=False))


def _texts(expansion: str) -> list[str]:
    return [unit.text for unit in units_of(expansion)]
