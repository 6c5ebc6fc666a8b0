"""Tell letters, what they stand for, and explanations apart by what they look like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plainspeak.acronyms.expansions import spells_out
from plainspeak.acronyms.letters import match_after, units_of
from plainspeak.glossary import Glossary

__all__ = ["apart", "looks_like_letters", "meanings_in", "without_plural", "without_words"]

_FORM = re.compile(r"[A-Za-z0-9][A-Za-z0-9&/.+-]{0,11}")
_BRACKETS = re.compile(r"(?P<before>.+?)\s*[(\[](?P<inside>[^()\[\]]+)[)\]]\s*[.:]?", re.DOTALL)
_MARK = re.compile(r"\s+[-\u2013\u2014=]+\s+|\s*[:=\u2013\u2014\t]\s*|\n")
_NUMBER = re.compile(r"(?:^|\s)\(?[1-9][.)]\s+")
_BETWEEN = (re.compile(r"\n"), re.compile(r"\s*;\s*"), re.compile(r"\s+/\s+"), re.compile(r",?\s+or\s+"))
_BULLET = re.compile(r"(?m)^[\u2022\u00b7*-]\s+")
_AFTER = re.compile(r"\s*(?:[.:;,\n\u2013\u2014]|-\s|\()\s*")
_END_OF_NAME = re.compile(r"\s*[.:;\u2013\u2014]\s+|\s+-\s+|\n")
_MOST_WORDS = 8
"""Words of what letters stand for; more are an explanation."""
_SURE = 0.85


def looks_like_letters(text: str) -> bool:
    """Tell whether a text is letters such as ICB, A&E, DToC or ME/CFS, and no word."""
    letters = [character for character in text if character.isalpha()]
    capitals = sum(map(str.isupper, letters))
    figures = sum(map(str.isdigit, text))
    return bool(_FORM.fullmatch(text) and capitals and capitals + figures > 1 and capitals * 2 >= len(letters))


def without_plural(letters: str) -> str:
    """Return letters without full stops and without the "s" of several: "N.H.S." is NHS, "ICBs" is ICB."""
    letters = letters.replace(".", "")
    return letters[:-1] if len(letters) > 2 and letters.endswith("s") and letters[-2].isupper() else letters


def apart(text: str) -> tuple[tuple[str, ...], str]:
    """Return the letters and the words of a cell that names something; either may be missing.

    "CCG", "CCG (clinical commissioning group)", "clinical commissioning group (CCG)", "CCG - clinical commissioning
    group", "A&E / ED" and "care pathway" are all such cells.
    """
    brackets = _BRACKETS.fullmatch(text)
    if brackets:
        for one, other in (("before", "inside"), ("inside", "before")):
            if (letters := _letters(brackets[one])) and not _letters(brackets[other]):
                return letters, brackets[other].strip()
    if letters := _letters(text):
        return letters, ""
    mark = _MARK.search(text)
    if mark and (letters := _letters(text[: mark.start()])):
        return letters, text[mark.end() :].strip()
    return (), text


def _letters(text: str) -> tuple[str, ...]:
    """Return the letters that are all of a text; several are spellings of one thing, such as "A&E or ED"."""
    for parts in ([text.strip()], re.split(r"\s*(?:[/,;\n]|\bor\b)\s*", text.strip())):
        if all(map(looks_like_letters, parts)):
            return tuple(dict.fromkeys(map(without_plural, parts)))
    return ()


def without_words(text: str) -> tuple[str, str]:
    """Return the name and the rest of a cell that holds a word and its explanation: "Triage: who is seen first"."""
    mark = _MARK.search(text)
    return (text[: mark.start()], text[mark.end() :]) if mark else (text, "")


def meanings_in(text: str, letters: str, glossary: Glossary) -> Iterator[tuple[str, str]]:
    """Yield what letters stand for in a cell, each with its explanation; either may be empty.

    Args:
        text: the cell beside the letters.
        letters: the letters.
        glossary: knows some of what letters stand for.
    """
    for part in _parts(text, letters, glossary):
        yield _expansion(part, letters)


def _parts(text: str, letters: str, glossary: Glossary) -> Sequence[str]:
    numbered = [part.strip() for part in _NUMBER.split(text) if part.strip()]
    if len(numbered) > 1 and _NUMBER.match(text) and any(spells_out(part, letters, glossary) for part in numbered):
        return numbered
    text = _BULLET.sub("", text)
    for between in _BETWEEN:
        parts = [part for part in between.split(text) if part]
        if len(parts) > 1 and all(spells_out(part, letters, glossary) for part in parts):
            return parts
    return [text]


def _expansion(text: str, letters: str) -> tuple[str, str]:
    text = text.strip().rstrip(";,")
    units = units_of(text)
    matched = match_after(units, letters)
    if matched:
        end = units[matched[0] - 1].end
        rest, mark = text[end:], _AFTER.match(text, end)
        if not rest.strip(" .;:,"):
            return text[:end], ""
        if mark:
            said = text[mark.end() :].strip()
            return text[:end], said.removesuffix(")") if "(" in mark.group() and ")" not in said[:-1] else said
        if matched[1] >= _SURE and len(units) > _MOST_WORDS:
            return text[:end], text
    # "CT: Computerised tomography. A scan that shows the body in slices."
    for named, said in ((text.rstrip("."), ""), _parted(text)):
        if named[:1].lower() == letters[:1].lower() and _may_be_a_name(named):
            return named, said
    return "", text


def _parted(text: str) -> tuple[str, str]:
    """Return what stands before the first mark that can end a name, and what comes after it."""
    mark = _END_OF_NAME.search(text)
    return (text[: mark.start()], text[mark.end() :]) if mark else (text, "")


def _may_be_a_name(text: str) -> bool:
    """Tell whether a text can be what letters stand for although they don't match: "CT: computerised tomography"."""
    words = text.split()
    return 0 < len(words) <= _MOST_WORDS and words[0].lower() not in ("a", "an", "the")
