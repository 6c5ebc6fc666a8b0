"""Choosing a reader by content, then by name, also among those of other packages."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import EntryPoint

import pytest

from plainspeak.document import Document
from plainspeak.readers import read_bytes, registry, suffixes
from plainspeak.readers.base import Limits
from plainspeak.readers.text import PlainTextReader


class NoteReader(PlainTextReader):
    """A reader as another package may bring one."""

    media_type = "text/x-note"
    suffixes = (".note",)


class LoudReader(NoteReader):
    """A reader that takes the place of one of ours."""

    def read(self, data: bytes, *, name: str, limits: Limits) -> Document:
        """Return the document of the text in capitals."""
        return super().read(data.upper(), name=name, limits=limits)


@pytest.fixture(autouse=True)
def _forget() -> Iterator[None]:
    registry._readers.cache_clear()
    yield
    registry._readers.cache_clear()


def _also(monkeypatch: pytest.MonkeyPatch, ending: str, reader: type) -> None:
    ours = registry.entry_points(group=registry._GROUP)
    point = EntryPoint(ending, f"{reader.__module__}:{reader.__name__}", registry._GROUP)
    monkeypatch.setattr(EntryPoint, "load", _loading(EntryPoint.load, point, reader))
    monkeypatch.setattr(registry, "entry_points", lambda **_: [point, *ours])


def _loading(load, point: EntryPoint, reader: type):  # type: ignore[no-untyped-def]
    return lambda self: reader if self == point else load(self)


def test_the_endings_are_those_of_the_entry_points() -> None:
    """Every ending that we read has an entry point."""
    assert {".docx", ".docm", ".pdf", ".html", ".htm", ".xhtml", ".md", ".markdown", ".txt", ".text"} <= suffixes()
    assert all(ending == ending.lower() and ending.startswith(".") for ending in suffixes())


def test_each_reader_says_the_endings_that_it_is_registered_for() -> None:
    """The two lists of endings are one."""
    for ending in suffixes():
        assert ending in registry._load(ending).suffixes


def test_another_package_may_bring_a_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """An ending of its own is read by its reader."""
    _also(monkeypatch, "note", NoteReader)
    assert ".note" in suffixes()
    assert read_bytes(b"The ICB will meet.", name="a.note").media_type == "text/x-note"


def test_a_reader_of_another_package_wins_over_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever installs a reader wants it to be used."""
    _also(monkeypatch, "txt", LoudReader)
    assert read_bytes(b"The board met.", name="a.txt").blocks[0].text == "THE BOARD MET."
