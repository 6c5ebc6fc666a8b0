"""Put what the glossary knows of a term into lines for a member of the public."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator

from plainspeak.glossary import Meaning, Term

__all__ = ["CREDIT", "capitalised", "choice", "credit", "explanation"]

CREDIT = "plainspeak glossary, CC BY 4.0"


def explanation(term: Term, meaning: Meaning) -> tuple[str, ...]:
    """Return the lines that say what a term means, in one of its meanings."""
    return tuple(_lines(term, meaning))


def choice(meaning: Meaning) -> str:
    """Return one of several meanings of the same letters in a line, with the setting that it belongs to."""
    setting = f" ({', '.join(meaning.setting)})" if meaning.setting else ""
    words = capitalised(meaning.expansion or "") + setting
    said = " ".join(_meant(meaning))
    return f"{words}: {said}" if said else words


def capitalised(text: str) -> str:
    """Return words with a capital where they begin."""
    return text[:1].upper() + text[1:]


def credit(terms: Iterable[Term]) -> str:
    """Return the line of credit that is due if any of the terms come with plainspeak, else nothing."""
    return CREDIT if any(term.layer == "built-in" for term in terms) else ""


def _lines(term: Term, meaning: Meaning) -> Iterator[str]:
    said = " ".join(_meant(meaning))
    if said:
        yield said
    if term.rule == "clinical-term" and term.instead:
        yield f"In plain words: {' or '.join(term.instead)}."
    elif not said and term.gloss:
        yield f"{capitalised(term.gloss)}."
    if term.everyday:
        yield f"Here it doesn\u2019t mean \u201c{term.everyday}\u201d."


def _meant(meaning: Meaning) -> Iterator[str]:
    """Yield the explanation, and what has become of a thing where the explanation doesn't say so."""
    if meaning.text:
        yield meaning.text
    if meaning.status != "current" and meaning.date and meaning.date[:4] not in meaning.text:
        yield f"{meaning.status.capitalize()} in {_month(meaning.date)}."
        if meaning.replaced_by and meaning.status != "announced" and meaning.replaced_by not in meaning.text:
            yield f"Now: {meaning.replaced_by}."


def _month(text: str) -> str:
    """Return "2022-07" as "July 2022"; a year stays as it is."""
    year, _, month = text.partition("-")
    return f"{calendar.month_name[int(month)]} {year}" if month else year
