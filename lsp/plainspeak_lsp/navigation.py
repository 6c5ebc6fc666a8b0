"""Where letters and terms are explained, and where they are used."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from plainspeak.findings import BlockSpan
from plainspeak.glossary import Term, built_in_folder
from plainspeak_lsp.positions import Position
from plainspeak_lsp.view import Range, View

__all__ = ["Target", "definitions", "uses"]

_WHERE = re.compile(r"(?P<path>.+):(?P<line>\d+)\Z")


class Target(NamedTuple):
    """A place in some file."""

    uri: str
    place: Range


def definitions(view: View, at: Range) -> list[Target]:
    """Return where the letters or the term at a place are explained: in the text itself, else in a glossary."""
    entry, use = view.letters_at(at), view.term_at(at)
    places: list[BlockSpan] = []
    if entry is not None:
        places = [each.at for each in entry.explanations] or ([entry.words_at] if entry.words_at else [])
    if places:
        return [Target(view.uri, view.range_of(place)) for place in places]
    term = entry.term if entry is not None else use.term if use is not None else None
    found = _in_glossary(term) if term else None
    return [found] if found else []


def uses(view: View, at: Range) -> list[Range]:
    """Return where the letters, the term or the words at a place are used, in reading order."""
    entry, use = view.letters_at(at), view.term_at(at)
    if entry is not None:
        places = set(entry.uses)
    elif use is not None:
        places = set(use.uses)
    else:
        # The words that one finding is about: a long sentence isn't used elsewhere.
        places = {place for each in view.findings_at(at) if each.term or len(each.places) > 1 for place in each.places}
    return [view.range_of(place) for place in sorted(places)]


def _in_glossary(term: Term) -> Target | None:
    match = _WHERE.match(term.where)
    if match is None:
        return None
    path, line = Path(match["path"]), int(match["line"]) - 1
    if not path.is_absolute() and term.layer == "built-in":
        path = built_in_folder().joinpath(*path.parts[1:])
    if not path.is_file():
        return None
    return Target(path.resolve().as_uri(), Range(Position(line, 0), Position(line, 0)))
