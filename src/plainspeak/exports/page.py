"""A page that explains words, before it is Markdown, HTML or Word: entries in sections."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

__all__ = ["Entry", "Page", "Section", "by_letter", "sort_key"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a page."""

    name: str
    """The letters or the words that are explained."""
    lines: tuple[str, ...]
    """What they mean: each line is a paragraph of plain text."""
    stands_for: str = ""
    """What the letters stand for, set off before the first line."""
    choices: tuple[str, ...] = ()
    """Several possible meanings, as a list after the lines."""
    see: tuple[str, ...] = ()
    """Names of other entries of the same page."""

    @property
    def before_see(self) -> str:
        """The words before the names of other entries."""
        return "See also:" if self.stands_for or self.lines or self.choices else "See:"


@dataclass(frozen=True, slots=True)
class Section:
    """Entries under a heading; without one, they follow what stands before."""

    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A title, some sentences, the entries, and who deserves credit."""

    title: str
    introduction: tuple[str, ...]
    sections: tuple[Section, ...]
    credit: str = ""
    """Whose explanations these are, such as "plainspeak glossary, CC BY 4.0"."""

    @property
    def last_line(self) -> str:
        """The credit as a sentence; empty where none is due."""
        return f"Explanations: {self.credit}." if self.credit else ""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, in order."""
        return tuple(entry for section in self.sections for entry in section.entries)


def by_letter(entries: Iterable[Entry]) -> tuple[Section, ...]:
    """Return entries from A to Z, in a section for each letter; what begins with none comes first, under "0 to 9"."""
    ordered = sorted(entries, key=lambda entry: sort_key(entry.name))
    return tuple(Section(letter, tuple(group)) for letter, group in groupby(ordered, _initial))


def sort_key(name: str) -> tuple[Sequence[str], str]:
    """Return what sorts a name as a reader looks it up: marks, hyphens and capitals don't matter."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return re.findall(r"[a-z0-9]+", plain), name


def _initial(entry: Entry) -> str:
    first = "".join(sort_key(entry.name)[0])[:1].upper()
    return first if first.isalpha() else "0 to 9"
