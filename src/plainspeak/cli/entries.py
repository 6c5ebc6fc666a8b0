"""A glossary entry as a person reads it in a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plainspeak.glossary import Glossary, Meaning, Term

__all__ = ["WIDTH", "described", "found"]

WIDTH = 88


def found(glossary: Glossary, name: str) -> Term | None:
    """Return the entry that a person asks for, who may write letters small: icb, icbs, ICBs."""
    capitals = name.upper()
    tries = (name, capitals, capitals.removesuffix("S"))
    return next((term for each in tries if (term := glossary.lookup(each)) is not None), None)


def described(term: Term) -> Iterator[str]:
    """Yield the lines that say what an entry holds."""
    letters = f" ({term.acronym})" if term.acronym and term.acronym != term.headword else ""
    rule = f" ({term.rule})" if term.entry == "wording" else ""
    yield f"{term.headword}{letters}{rule}"
    if term.why:
        yield from _indented(term.why)
    for meaning in term.meanings:
        yield from _meaning(meaning, term)
    if term.everyday:
        yield from _indented(f"Not to be taken for: {term.everyday}.")
    if term.instead:
        yield from _indented("Write instead: " + "; ".join(term.instead))
    if term.gloss:
        yield from _indented(f"To add in brackets: {term.gloss}")
    if term.advice:
        yield from _indented(term.advice)
    if term.see:
        yield from _indented("See also: " + ", ".join(term.see))
    for source in dict.fromkeys(map(_source, term.meanings)):
        if source:
            yield from _indented(source)


def _meaning(meaning: Meaning, term: Term) -> Iterator[str]:
    if meaning.expansion and meaning.expansion != term.headword:
        setting = f" ({', '.join(meaning.setting)})" if meaning.setting else ""
        yield from _indented(f"{meaning.expansion}{setting}")
    if meaning.text:
        yield from _indented(meaning.text)
    if meaning.status != "current":
        then = "to be replaced by" if meaning.status == "announced" else "now"
        successor = f"; {then} {meaning.replaced_by}" if meaning.replaced_by else ""
        yield from _indented(f"{meaning.status.capitalize()}: {meaning.date}{successor}.")


def _source(meaning: Meaning) -> str | None:
    from plainspeak.glossary import load_sources

    if meaning.source is None:
        return None
    known = load_sources().get(meaning.source)
    name = meaning.source if known is None else f"{known.title}{f' ({known.publisher})' if known.publisher else ''}"
    return f"Source: {name}, {'checked ' + meaning.checked if meaning.checked else 'not yet checked'}."


def _indented(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent="  ", subsequent_indent="  ")
