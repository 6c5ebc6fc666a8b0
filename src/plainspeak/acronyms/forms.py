"""What looks like a short form: ICB, A&E, D2A, DToC, PCNs, NICE's, eGFR."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plainspeak.acronyms.capitals import is_name, is_noun, is_prefix, is_shouted
from plainspeak.acronyms.letters import letters_of
from plainspeak.document import Span
from plainspeak.glossary import Glossary
from plainspeak.language import is_ordinary_word

__all__ = ["ShortForm", "find_short_forms", "overlaps_any", "short_form_at"]

_CANDIDATE = re.compile(
    r"""(?<![A-Za-z0-9_&@\\])(?<![A-Za-z]['\u2019])                            # not the end of O'NEILL
    \#?(?P<form>
        [A-Z](?:\.[A-Z])+(?:\.(?=\s+[a-z]|\s*[,;:)\]])|\b)                   # N.H.S.
      | (?:[a-z]{1,2}|\d{1,2})?[A-Z][A-Za-z0-9]*(?:&[A-Z][A-Za-z0-9]*)+       # A&E
      | (?:[a-z]{1,2}|\d{1,2})?[A-Z][a-z]{0,4}[A-Z0-9][A-Za-z0-9]*(?:-\d\d?(?!\d))?   # ICB, DToC, S75, COVID-19
      | \d{1,2}[A-Z]{1,4}
      | [a-z]{1,8}(?:[A-Z]|\d{1,3}[A-Za-z]?)[A-Za-z0-9]{0,10}               # hLysoPLA, p53: only where defined
      | [A-Z][a-z]{5,10}[A-Z0-9][A-Za-z0-9]{0,8}
    )(?P<possessive>['\u2019]s\b)?(?![A-Za-z0-9_@&])""",
    re.VERBOSE,
)
# Every candidate has a capital or a figure that isn't its first character.
_INNER = re.compile(r"[A-Z0-9](?<=[A-Za-z.&].)|[A-Z](?<=\d.)")
# Addresses, file names, postcodes, references and dates in capitals hold letters that stand for nothing.
_NOT_PROSE = re.compile(
    r"""(?:https?://|www\.)\S+
      | (?<![\w.+-])[\w.+-]{1,80}@[\w.-]+
      | (?<!\S)\S{1,200}\.(?:pdf|docx?|xlsx?|pptx?|csv|html?|zip|png|jpe?g|md|txt)\b
      | \b\w{1,80}_\w[\w.-]*
      | \b\w{1,80}(?:-\w{1,80}){4,20}
      | \b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b
      | (?<![\w.-])(?:[\w-]{1,63}\.){1,8}(?:uk|com|org|net|gov|io)\b\S*
      | \b[A-Z][A-Za-z]{0,9}(?:[/-][A-Z]{1,9}){0,9}[/-][A-Z]?\d[\d/-]+\d\b
      | \b[A-Z]+\.\d+\b
      | \b[A-Z][A-Z0-9]{0,9}(?:[/-][A-Z0-9]{1,9}){0,3}[/-][A-Z]{0,3}0\d+\b
    """,
    re.VERBOSE,
)
# ME/CFS and e-RS: only where the glossary knows them whole; else a slash or a hyphen parts two forms (ICB/ICS).
_JOINED = re.compile(r"(?<![\w/&-])[A-Za-z][A-Za-z0-9]{0,7}(?:[/-][A-Z][A-Za-z0-9]{0,7}){1,3}(?![\w/&-])")
_JOINED_BEFORE = re.compile(r"(?:[A-Za-z0-9]+[/-])+$")
_JOINED_AFTER = re.compile(r"(?:[/-][A-Za-z0-9]+)+")
_ROMAN = re.compile(r"[IVX]+$")
_PLAIN_WORD = re.compile(r"[A-Z][a-z]{5,}$")
_SMALL_ROMAN = re.compile(r"[ivx]+$")
_POSSESSIVE = re.compile(r"(?:['\u2019]s|(?<=s)['\u2019])$")
_YEAR = re.compile(r"\s\d{3,}$")
# A1b, QR04, HV1
_CODE = re.compile(r"[A-Z]+(?:\d+[a-z]$|-?0\d)|[A-Z]{2}\d+$")
# 6MWT, 4AT; but 5PM, 1ST, 2GB, 20MG, 4TH
_FIGURE_FIRST = re.compile(r"\d(?!AM|PM|ST|ND|RD|TH|[KMGT]B|[KM]G|[KMC]M|ML|[KMG]?HZ|YR|HR|WK|MIN)[A-Z]{2,4}$")
_NUMBERED = re.compile(r"([A-Z]{2,6})\d{3,}$")
_CITATION = re.compile(r",? (?:19|20)\d\d[a-z]?\)")
_PARTED = re.compile(r"[,;:=<>]\s")
_DOTTED = re.compile(r"\w(?:\.\w)+\.?$")
_LONGEST_JOINED = 20
# What the patterns ask about the space after a word, and the character after that.
_LOOKAHEAD = 2
_MOST_LETTERS = 12
_LONGEST_SURE = 8


@dataclass(frozen=True, slots=True)
class ShortForm:
    """A short form met in a block's text.

    ``form`` is the letters alone, without plural, possessive, dots or ``#``; ``sure`` is whether the shape is enough to
    call it an acronym. The others count only where the glossary or the document itself knows them.
    """

    form: str
    span: Span
    plural: bool
    sure: bool
    word: bool = False
    """Whether it is an ordinary word in capitals, where a noun stands among words in small letters: "the RAM"."""
    joined: Span | None = None
    """The whole of what a hyphen or slash joins it to: "RT-PCR" for RT. It counts where the document defines it."""


def find_short_forms(text: str, glossary: Glossary) -> list[ShortForm]:
    """Return what looks like short forms in a block's text, in order."""
    return [form for stretch in _stretches(text) for form in _forms_in(text, *stretch, glossary)]


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Yield where runs of words with inner capitals or figures begin and end; the rest needs no closer look."""
    start, end = 0, -1
    for inner in _INNER.finditer(text):
        if inner.start() < end:
            continue
        word = text.rfind(" ", max(end, 0), inner.start()) + 1
        if word > end + 1:
            if end > 0:
                yield start, end + _LOOKAHEAD
            start = word
        end = text.find(" ", inner.start())
        if end < 0:
            end = len(text)
    if end > 0:
        yield start, end + _LOOKAHEAD


def _forms_in(text: str, start: int, end: int, glossary: Glossary) -> list[ShortForm]:
    """Return what looks like short forms in a part of a text, in order."""
    candidates = list(_CANDIDATE.finditer(text, start, end))
    if not candidates:
        return []
    joined = [
        ShortForm(match.group(), Span(*match.span()), plural=False, sure=True)
        for match in _JOINED.finditer(text, start, end)
        if glossary.acronym(match.group())
    ]
    not_prose = (Span(*match.span()) for match in _NOT_PROSE.finditer(text, start, end))
    passed_over = sorted([*not_prose, *(form.span for form in joined)])
    alone = (_judged(match, text, glossary) for match in candidates if not overlaps_any(_span(match), passed_over))
    return sorted([*joined, *(form for form in alone if form)], key=lambda form: form.span)


def short_form_at(text: str, start: int, end: int, glossary: Glossary) -> ShortForm | None:
    """Return what stands between two offsets as a short form, if it could be one where the text defines it.

    Anything short will do that has a letter and isn't an ordinary word or a number of a list: "(bp)", "(MIP-1 alpha)".
    """
    end = start + len(_POSSESSIVE.sub("", text[start:end]))
    written = text[start:end]
    plain = written.lstrip("#")
    form, plural = _without_plural(plain.replace(".", "") if _DOTTED.match(plain) else plain, glossary)
    letters = letters_of(form)
    if not 1 < len(letters) <= _MOST_LETTERS or not any(map(str.isalpha, letters)) or not plain[:1].isalnum():
        return None
    if _PARTED.search(form):
        return None
    if " " in form:
        if _YEAR.search(form) or not any(_is_marked(word) for word in form.split()):
            return None
    elif not _is_marked(form) and (is_ordinary_word(form) or _SMALL_ROMAN.match(form) or _PLAIN_WORD.match(form)):
        return None
    return ShortForm(form, Span(start, end), plural, sure=False)


def _is_marked(word: str) -> bool:
    """Tell whether a capital after the first letter, or a figure, sets a word apart from ordinary ones."""
    return any(character.isupper() or character.isdigit() for character in word[1:])


def _span(match: re.Match[str]) -> Span:
    return Span(match.start(), match.end("form"))


def _judged(match: re.Match[str], text: str, glossary: Glossary) -> ShortForm | None:
    """Return the short form that a candidate is, or ``None`` for what certainly isn't one."""
    span = _span(match)
    form, plural = _without_plural(match["form"].replace(".", ""), glossary)
    numbered = _NUMBERED.match(form)
    if numbered and glossary.acronym(numbered[1]):
        # "ISO27001" is a use of ISO.
        form, span = numbered[1], Span(span.start, span.start + len(numbered[1]))
    if form in glossary.ordinary_capitals or _ROMAN.match(form):
        return None
    shouted = is_shouted(text, span)
    # "FUNDS4-1" is a word and a page number, as in a list of contents.
    letters = form.rstrip("0123456789-")
    ordinary = letters.isalpha() and letters.isupper() and is_ordinary_word(letters)
    if ordinary and shouted:
        return None
    if is_prefix(text, span):
        return None
    term = glossary.acronym(form)
    if term is not None and any(_is_in_phrase(text, span, phrase) for phrase in term.unless):
        return None
    if _CITATION.match(text, span.end) and text[span.start - 1 : span.start] == "(":
        return ShortForm(form, span, plural, sure=False)
    sure = term is not None or (_looks_sure(form) and not ordinary and not shouted and not is_name(text, span))
    word = ordinary and not shouted and not sure and is_noun(text, span)
    return ShortForm(form, span, plural, sure, word, _joined(text, span))


def _joined(text: str, span: Span) -> Span | None:
    """Return the span of a form together with what hyphens and slashes join to it, or ``None``."""
    before = _JOINED_BEFORE.search(text, max(0, span.start - _LONGEST_JOINED), span.start)
    after = _JOINED_AFTER.match(text, span.end, span.end + _LONGEST_JOINED)
    start, end = before.start() if before else span.start, after.end() if after else span.end
    return Span(start, end) if end - start > len(span) else None


def _is_in_phrase(text: str, span: Span, phrase: str) -> bool:
    """Tell whether letters are part of a phrase in which they stand for nothing, such as "CC BY"."""
    letters = text[span.start : span.end]
    start = span.start - phrase.find(letters)
    return letters in phrase and start >= 0 and text.startswith(phrase, start)


def overlaps_any(span: Span, others: Sequence[Span]) -> bool:
    """Tell whether a span overlaps one of some others, which are in order and apart."""
    index = bisect.bisect_right(others, span.start, key=lambda other: other.end)
    return index < len(others) and span.overlaps(others[index])


def _without_plural(written: str, glossary: Glossary) -> tuple[str, bool]:
    """Take a plural "s" off capitals; a form that the glossary knows with its "s" keeps it."""
    if (
        written.endswith("s")
        and len(written) > 2
        and written[-2] not in "abcdefghijklmnopqrstuvwxyz"
        and not glossary.acronym(written)
    ):
        return written[:-1], True
    return written, False


def _looks_sure(form: str) -> bool:
    """Tell from its shape alone whether a form stands for other words."""
    letters = [character for character in form if character.isalpha()]
    capitals = sum(character.isupper() for character in letters)
    if _CODE.match(form):
        return False
    if len(letters) < 2 or len(form) > _LONGEST_SURE or re.search(r"\d{3}", form):
        return False
    if form[0].isdigit():
        return bool(_FIGURE_FIRST.match(form))
    if capitals == len(letters):
        return True
    if form[0].islower():
        return form[1:].isupper() and capitals >= 2
    # DToC, MoU and PhD, but not McKay, YouTube or OpenData.
    return capitals * 2 >= len(letters) and len(letters) <= 6 and not form.startswith(("Mc", "Mac"))
