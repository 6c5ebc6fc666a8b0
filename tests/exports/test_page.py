"""Entries are in the order in which a reader looks them up."""

from __future__ import annotations

from plainspeak.exports.page import Entry, by_letter


def names(*given: str) -> dict[str, list[str]]:
    """Return the names of entries under their letters."""
    sections = by_letter(Entry(name, ()) for name in given)
    return {section.heading: [entry.name for entry in section.entries] for section in sections}


def test_letters_and_words_stand_together() -> None:
    """Neither capitals nor marks nor accents decide where a name stands."""
    assert names("care plan", "CAN", "A&E", "\u00e9lan", "acute", "Care-Home") == {
        "A": ["A&E", "acute"],
        "C": ["CAN", "Care-Home", "care plan"],
        "E": ["\u00e9lan"],
    }


def test_what_begins_with_no_letter_comes_first() -> None:
    """Numbers, and names without a letter of ours, share a section."""
    assert list(names("2WW", "acute", "\u03b2")) == ["0 to 9", "A"]
    assert names("\u03b2", "2WW")["0 to 9"] == ["\u03b2", "2WW"]
