"""Where a text says what a short form stands for."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plainspeak.acronyms.brackets import brackets_of
from plainspeak.acronyms.expansions import known_length, singular
from plainspeak.acronyms.forms import ShortForm, short_form_at
from plainspeak.acronyms.letters import Unit, letters_of, match_after, match_all, match_before, units_of
from plainspeak.document import Span, holding
from plainspeak.glossary import Glossary

__all__ = ["Definition", "find_definitions"]

_QUOTE = r"\"'\u2018\u2019\u201c\u201d*"
_DASH = re.compile(r"\s[\u2013\u2014-]\s")
_CALLED = r"known as|called|termed|named|designated|abbreviated (?:to|as)|shortened to|referred to as"
# "(the ICB)", "(or ICB)", "(known as the ICB)", "(UK GDPR)"
_BEFORE_FORM = re.compile(
    rf"[\s{_QUOTE}]*"
    rf"(?:(?:the|or|an?|hereafter|hereinafter|also|{_CALLED}|i\.?e\.?,?|short for|UK|EU|NHS|HM)[\s{_QUOTE}]+)*",
    re.IGNORECASE,
)
# "(ICB, 2014)", "(ICB from here on)", "(ICB for short)"
_AFTER_FORM = re.compile(
    rf"(?:['\u2019]?s)?[\s{_QUOTE}]*"
    r"(?:$|/(?!\d)|[,;:=\u2013\u2014]|-\s|\d{4}\b"
    r"|from here|from now|hereafter|hereinafter|for short|in this|in short|below|or )",
    re.IGNORECASE,
)
# "(integrated care board, ICB)"
_LONG_AND_SHORT = re.compile(r"(?P<long>[^()\[\]]{6,120}?)[,;] ?(?P<short>\S{2,12})$")
# "ICB (for integrated care board)"
_BEFORE_WORDS = re.compile(rf"[\s{_QUOTE}]*(?:(?:for|from|or|the|an?|i\.?e\.?,?|short for)\s+)*", re.IGNORECASE)
# "integrated care board, also known as the ICB"; "integrated care board - ICB"
_KNOWN_AS = re.compile(
    r"[,;]?\s+\(?(?:(?:(?:which |who |that )?(?:is|are|was|were|be) )?"
    r"(?:also |commonly |often |usually |otherwise |better |formerly )?"
    rf"(?:{_CALLED}|or|hereafter|hereinafter)|[\u2013\u2014-])\s+(?:the\s+)?[\"'\u2018\u201c]?$",
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
_LAST_WORD = re.compile(rf"(?<!\S)[(\[{_QUOTE}]*(?P<form>[\w&/+#-]+?)(?:['\u2019]s)?[{_QUOTE}]*\s*$")
_TIGHT_FORM = re.compile(r"[A-Z]\S*[A-Z]")
_PREFIX = re.compile(rf"(?:^|[\s/\u2013\u2014])[{_QUOTE}([]*(?P<prefix>[^\s/\u2013\u2014]*)$")
_PIECE = re.compile(r"[^\s,;:/\"\u201c\u201d\u00a9\u00ae\u2122]+")
_ENDS_LINE = re.compile(r"\s*(?:$|\n|[.,;:(\u2013\u2014]|- )")
_MARKS = " .,;:-\"'\u2018\u2019\u201c\u201d*"
_BETWEEN = " ,;:\"'\u2018\u2019\u201c\u201d*_\u2013\u2014-/"

_LEAST_WITHOUT_BRACKETS = 0.85
_REACH = 300
_MOST_DASHES = 2
_SHORT = 2
_LONGEST_BRACKET = 200
_LONGEST_SHORT_FORM = 30
_LONGEST_CALLED = 40
_LONGEST_PREFIX = 30
_MOST_WORDS_OF_FORM = 3


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


class _Block:
    """One block's text, with what is needed to look for definitions in it."""

    def __init__(self, text: str, sentences: Sequence[Span], glossary: Glossary) -> None:
        self.text = text
        self.sentences = sentences
        self.glossary = glossary
        self.brackets = brackets_of(text)

    def near(self, span: Span) -> Span:
        """Return the part of its sentence near a span: no explanation lies further away, however long it is.

        What goes over the end of a sentence has nothing near it.
        """
        whole = holding(self.sentences, span) or span
        return Span(max(whole.start, span.start - _REACH), min(whole.end, span.end + _REACH))

    def units(self, start: int, end: int) -> list[Unit]:
        """Return the words between two offsets; those in brackets that lie between them are asides."""
        first = bisect.bisect_left(self.brackets, Span(start + 1, 0))
        last = bisect.bisect_left(self.brackets, Span(end, end))
        return units_of(self.text, start, end, self.brackets[first:last])


def find_definitions(
    text: str, sentences: Sequence[Span], forms: Sequence[ShortForm], glossary: Glossary
) -> list[Definition]:
    """Return the definitions in one block, in the order of their short forms. None crosses a sentence.

    Args:
        text: of the block.
        sentences: of the block, in order.
        forms: what looks like short forms in it. Brackets may define others, whose shape says nothing by itself.
        glossary: whose expansions come before the letters.
    """
    block = _Block(text, sentences, glossary)
    found: dict[Span, Definition] = {}
    around: list[Span] = []
    for bracket in block.brackets:
        while around and around[-1].end < bracket.start:
            around.pop()
        definition = _in_bracket(block, bracket, around[-1].start if around else 0)
        if definition:
            found.setdefault(definition.form_span, definition)
        around.append(bracket)
    for form in forms:
        if form.span not in found:
            for definition in _in_words(block, form):
                found.setdefault(form.span, definition)
    return sorted(found.values(), key=lambda definition: definition.form_span)


def _in_bracket(block: _Block, bracket: Span, least_start: int) -> Definition | None:
    """Return what a bracket says about the words or the letters before it, or about what it holds itself."""
    if not 1 < len(bracket) <= _LONGEST_BRACKET:
        return None
    text = block.text
    near = block.near(Span(bracket.start - 1, bracket.end))
    start, opening = max(near.start, least_start), bracket.start - 1
    # poly(A), Na(+): part of a word. ICB(integrated care board): a forgotten space.
    if start < opening and not text[opening - 1].isspace():
        inner = text[bracket.start : bracket.end]
        if not _TIGHT_FORM.match(inner) and " " not in inner:
            return None
    return (
        _long_then_short(block, start, bracket)
        or _both_inside(block, bracket)
        or _short_then_long(block, start, bracket)
    )


def _long_then_short(block: _Block, start: int, bracket: Span) -> Definition | None:
    """Read "integrated care board (ICB)"."""
    for form, alone in _short_in(block, bracket):
        definition = _long_before(block, start, bracket.start - 1, form)
        # "(ICB staff)": only after words that fit without fault.
        if definition and (alone or (definition.confidence == 1 and len(form.form) > _SHORT)):
            return definition
    return None


def _both_inside(block: _Block, bracket: Span) -> Definition | None:
    """Read "(integrated care board, ICB)"."""
    both = _LONG_AND_SHORT.match(block.text[bracket.start : bracket.end])
    if both is None:
        return None
    form = short_form_at(block.text, bracket.start + both.start("short"), bracket.end, block.glossary)
    return _long_before(block, bracket.start, bracket.start + both.end("long"), form) if form else None


def _short_then_long(block: _Block, start: int, bracket: Span) -> Definition | None:
    """Read "ICB (integrated care board)"."""
    form = _short_before(block, start, bracket.start - 1)
    return _long_in(block, bracket, form) if form else None


def _short_in(block: _Block, bracket: Span) -> Iterator[tuple[ShortForm, bool]]:
    """Yield what may be the short form in a bracket, and whether it says no more than the form.

    "the" or "known as" may stand before the form; a year or "for short" may follow it.
    """
    text = block.text
    lead = _BEFORE_FORM.match(text, bracket.start, bracket.end)
    start = lead.end() if lead else bracket.start
    end = min(bracket.end, start + _LONGEST_SHORT_FORM)
    ends = [match.end() for match in _PIECE.finditer(text[start:end])][:_MOST_WORDS_OF_FORM]
    for length in reversed(ends):
        written = text[start : start + length].rstrip(_MARKS)
        form = short_form_at(text, start, start + len(written), block.glossary)
        if form:
            yield form, bool(_AFTER_FORM.match(text[start + len(written) : bracket.end]))


def _short_before(block: _Block, start: int, opening: int) -> ShortForm | None:
    """Return the short form right before a bracket: ICB (, “ICB” (, ICB's (."""
    text = block.text
    match = _LAST_WORD.search(text, max(start, opening - _LONGEST_SHORT_FORM), opening)
    return short_form_at(text, match.start("form"), match.end("form"), block.glossary) if match else None


def _in_words(block: _Block, form: ShortForm) -> Iterator[Definition]:
    """Yield what the words beside a short form say about it without brackets."""
    text, (start, end) = block.text, (form.span.start, form.span.end)
    near = block.near(form.span)
    listed = len(_DASH.findall(text, near.start, near.end)) > _MOST_DASHES
    called = _KNOWN_AS.search(text, max(near.start, start - _LONGEST_CALLED), start)
    if called and not (listed and _DASH.search(called.group())):
        definition = _long_before(block, near.start, called.start(), form)
        if definition and definition.confidence >= _LEAST_WITHOUT_BRACKETS:
            yield definition
    said_to_be = _IS.match(text, end, near.end)
    if said_to_be:
        definition = _long_after(block, said_to_be.end(), near.end, form)
        if definition and definition.confidence == 1:
            yield definition
    stands_for = _STANDS_FOR.match(text[end : near.end])
    if stands_for and not (listed and _DASH.search(stands_for.group())):
        definition = _long_after(block, end + stands_for.end(), near.end, form)
        if definition and definition.confidence >= _LEAST_WITHOUT_BRACKETS:
            yield definition
    if start == 0 or text[start - 1] == "\n":
        line_end = text.find("\n", end)
        definition = _long_after(block, end, near.end if line_end < 0 else min(line_end, near.end), form)
        if definition and definition.confidence == 1 and _ENDS_LINE.match(text, definition.long_span.end):
            yield definition


def _long_before(block: _Block, start: int, end: int, form: ShortForm) -> Definition | None:
    """Return the definition by the words that end where they must: right before a bracket or "known as"."""
    text = block.text
    while end > start and text[end - 1] in _BETWEEN:
        end -= 1
    units = block.units(start, end)
    if not units or units[-1].end < end - 1:
        return None
    count = known_length(units, form.form, block.glossary, at_end=True)
    matched = (len(units) - count, 1.0) if count else match_before(units, form.form)
    if matched is None:
        return None
    first = units[matched[0]].start
    if not count:
        # A word begins where it begins: "cAMP-dependent kinase", not "dependent kinase".
        while first > start and not text[first - 1].isspace() and text[first - 1] not in "/—–(\"'‘“*":
            first -= 1
    return _definition(block, Span(first, end), form, matched[1])


def _long_in(block: _Block, bracket: Span, form: ShortForm) -> Definition | None:
    """Return the definition by the words of a bracket, or of its first clause."""
    lead = _BEFORE_WORDS.match(block.text, bracket.start, bracket.end)
    start = lead.end() if lead else bracket.start
    units = block.units(start, bracket.end)
    if not units:
        return None
    count = known_length(units, form.form, block.glossary, at_end=False)
    if count:
        return _definition(block, Span(units[0].start, units[count - 1].end), form, 1.0)
    best: Definition | None = None
    for number, unit in enumerate(units, 1):
        if number == len(units) or block.text[unit.end] in ",;:":
            confidence = match_all(units[:number], form.form)
            if confidence and (best is None or confidence > best.confidence):
                end = bracket.end if number == len(units) else unit.end
                best = _definition(block, Span(units[0].start, end), form, confidence)
    return best


def _long_after(block: _Block, start: int, end: int, form: ShortForm) -> Definition | None:
    """Return the definition by the words that begin at an offset, however far they go."""
    units = block.units(start, end)
    while units and units[0].text.lower() in ("the", "a", "an", "or"):
        units = units[1:]
    count = known_length(units, form.form, block.glossary, at_end=False)
    matched = (count, 1.0) if count else match_after(units, form.form)
    if matched is None:
        return None
    return _definition(block, Span(units[0].start, units[matched[0] - 1].end), form, matched[1])


def _definition(block: _Block, words: Span, form: ShortForm, confidence: float) -> Definition | None:
    """Return a definition, unless its words are no words: half a bracket, or hardly more than the letters."""
    expansion = block.text[words.start : words.end]
    if expansion.endswith(("'s", "’s")):
        expansion = expansion[:-2]
    if expansion.count("(") != expansion.count(")") or expansion.count("[") != expansion.count("]"):
        return None
    if len(letters_of(expansion)) <= len(letters_of(form.form)) + 2 * (" " not in expansion):
        return None
    # "ICB (ICB team)" says nothing; "Chr (chromosome)" does, and goes on with a small letter.
    if expansion.startswith(form.form) and not expansion[len(form.form) - 1 : len(form.form) + 1].islower():
        return None
    expansion = singular(expansion) if form.plural else expansion
    return Definition(form.form, expansion, form.span, words, confidence, form.plural)
