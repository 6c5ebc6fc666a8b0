"""What looks like a short form: ICB, A&E, D2A, DToC, PCNs, NICE's, eGFR."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass

from plainspeak.document import Span
from plainspeak.glossary import Glossary
from plainspeak.language import is_ordinary_word

__all__ = ["ShortForm", "find_short_forms"]

_CANDIDATE = re.compile(
    r"""(?<![A-Za-z0-9_&@\\])(?<![A-Za-z]['\u2019])                            # not the end of O'NEILL
    \#?(?P<form>
        [A-Z](?:\.[A-Z])+(?:\.(?=\s+[a-z]|\s*[,;:)\]])|\b)                   # N.H.S.
      | (?:[a-z]{1,2}|\d{1,2})?[A-Z][A-Za-z0-9]*(?:&[A-Z][A-Za-z0-9]*)+       # A&E
      | (?:[a-z]{1,2}|\d{1,2})?[A-Z][a-z]{0,4}[A-Z0-9][A-Za-z0-9]*(?:-\d\d?(?!\d))?   # ICB, DToC, S75, COVID-19
      | \d{1,2}[A-Z]{1,4}
    )(?P<possessive>['\u2019]s\b)?(?![A-Za-z0-9_@&])""",
    re.VERBOSE,
)
# Addresses, file names, postcodes, references and dates in capitals hold letters that stand for nothing.
_NOT_PROSE = re.compile(
    r"""(?:https?://|www\.)\S+
      | (?<![\w.+-])[\w.+-]{1,80}@[\w.-]+
      | (?<!\S)\S{1,200}\.(?:pdf|docx?|xlsx?|pptx?|csv|html?|zip|png|jpe?g|md|txt)\b
      | \b\w{1,80}_\w[\w.-]*
      | \b\w{1,80}(?:-\w{1,80}){4,20}
      | \b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b
      | (?<![\w.-])(?:[\w-]{1,63}\.){1,8}(?:uk|com|org|net|gov|io)\b\S*
      | \b[A-Z]+(?:[/-][A-Z]+)*[/-][A-Z]?\d[\d/-]+\d\b
      | \b[A-Z]+\.\d+\b
    """,
    re.VERBOSE,
)
# ME/CFS and e-RS: only where the glossary knows them whole; else a slash or a hyphen parts two forms (ICB/ICS).
_JOINED = re.compile(r"(?<![\w/&-])[A-Za-z][A-Za-z0-9]{0,7}(?:[/-][A-Z][A-Za-z0-9]{0,7}){1,3}(?![\w/&-])")
_WORD = re.compile(r"[^\W\d_]+")
_ROMAN = re.compile(r"[IVX]+$")
_TITLES = frozenset("mr mrs ms miss mx dr prof professor cllr councillor sir dame lord lady rev".split())
_LONGEST_SURE = 8
_LONG_CAPITALS = 6


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


def find_short_forms(text: str, glossary: Glossary) -> list[ShortForm]:
    """Return what looks like short forms in a block's text, in order."""
    candidates = list(_CANDIDATE.finditer(text))
    if not candidates:
        return []
    joined = [
        ShortForm(match.group(), Span(*match.span()), plural=False, sure=True)
        for match in _JOINED.finditer(text)
        if glossary.acronym(match.group())
    ]
    passed_over = sorted([*(Span(*each.span()) for each in _NOT_PROSE.finditer(text)), *(form.span for form in joined)])
    alone = (_judged(match, text, glossary) for match in candidates if not _overlaps_any(_span(match), passed_over))
    return sorted([*joined, *(form for form in alone if form)], key=lambda form: form.span)


def _span(match: re.Match[str]) -> Span:
    return Span(match.start(), match.end("form"))


def _judged(match: re.Match[str], text: str, glossary: Glossary) -> ShortForm | None:
    """Return the short form that a candidate is, or ``None`` for what certainly isn't one."""
    span = _span(match)
    form, plural = _without_plural(match["form"].replace(".", ""), glossary)
    if form in glossary.ordinary_capitals or _ROMAN.match(form):
        return None
    shouted = _is_shouted(text, span)
    # "FUNDS4-1" is a word and a page number, as in a list of contents.
    letters = form.rstrip("0123456789-")
    ordinary = letters.isalpha() and letters.isupper() and is_ordinary_word(letters)
    if ordinary and shouted:
        return None
    term = glossary.acronym(form)
    if term is not None and any(_is_in_phrase(text, span, phrase) for phrase in term.unless):
        return None
    sure = term is not None or (_looks_sure(form) and not ordinary and not shouted and not _is_name(text, span))
    return ShortForm(form, span, plural, sure)


def _is_in_phrase(text: str, span: Span, phrase: str) -> bool:
    """Tell whether letters are part of a phrase in which they stand for nothing, such as "CC BY"."""
    letters = text[span.start : span.end]
    start = span.start - phrase.find(letters)
    return letters in phrase and start >= 0 and text.startswith(phrase, start)


def _overlaps_any(span: Span, others: Sequence[Span]) -> bool:
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
    if len(letters) < 2 or len(form) > _LONGEST_SURE or form[0].isdigit() or re.search(r"\d{3}", form):
        return False
    if capitals == len(letters):
        return True
    if form[0].islower():
        return form[1:].isupper() and capitals >= 2
    # DToC, MoU and PhD, but not McKay, YouTube or OpenData.
    return capitals * 2 >= len(letters) and len(letters) <= 6 and not form.startswith(("Mc", "Mac"))


def _is_shouted(text: str, span: Span) -> bool:
    """Tell whether a form stands among words in capitals, as in a heading, an address or "PLEASE NOTE"."""
    return any(
        len(word) > 1 and word.isupper() and (is_ordinary_word(word) or len(word) >= _LONG_CAPITALS)
        for word in _neighbours(text, span)
    )


def _is_name(text: str, span: Span) -> bool:
    """Tell whether a form is part of a person's name: "Mr CARTER", "Schaffer AL", "Benjamin JR Buckley"."""
    before = _WORD.findall(text[max(0, span.start - 12) : span.start])[-1:]
    if before and before[0].lower() in _TITLES:
        return True
    return len(span) == 2 and any(
        word.istitle() and len(word) > 2 and not is_ordinary_word(word) for word in _neighbours(text, span)
    )


def _neighbours(text: str, span: Span) -> list[str]:
    """The word before a span and the word after it, where there are any."""
    before = _WORD.findall(text[max(0, span.start - 40) : span.start])
    after = _WORD.findall(text[span.end : span.end + 40])
    return [*before[-1:], *after[:1]]
