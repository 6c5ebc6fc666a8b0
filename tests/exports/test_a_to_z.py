"""The page from A to Z holds what has a meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plainspeak.exports.a_to_z import a_to_z

if TYPE_CHECKING:
    from plainspeak.glossary import Glossary


def test_page(made: Glossary) -> None:
    """Letters, words and meanings under their letter; a wordy phrase has none."""
    page = a_to_z(made)
    names = {section.heading: [entry.name for entry in section.entries] for section in page.sections}
    assert names == {
        "A": ["acute"],
        "C": ["care circle"],
        "M": ["myocardium"],
        "N": ["NBD", "neighbourhood board"],
        "O": ["OZB"],
        "T": ["TV"],
        "Z": ["ZQ"],
    }
    assert page.credit == "plainspeak glossary, CC BY 4.0"


def test_letters_lead_to_their_words(made: Glossary) -> None:
    """Who meets only the letters finds them, and the way to the explanation."""
    letters, words = next(section for section in a_to_z(made).sections if section.heading == "N").entries
    assert (letters.before_see, letters.see) == ("See:", ("neighbourhood board",))
    assert words.lines == ("A group that plans care for a few streets.", "Short form: NBD.")
    assert words.see == ("care circle",)


def test_only_what_is_there_is_seen(made: Glossary) -> None:
    """A page of some entries doesn't send readers to others."""
    (letters, words) = a_to_z(made.terms[:1]).entries
    assert (letters.see, words.see) == (("neighbourhood board",), ())


def test_several_meanings_and_an_end(made: Glossary) -> None:
    """Each meaning is listed with its setting, and what has ended says so."""
    entries = {entry.name: entry for entry in a_to_z(made).entries}
    assert entries["ZQ"].choices[0] == "Zone quality (air, towns): How clean the air is."
    assert entries["OZB"].lines == ("A body that looked after zones. Ended in July 2022. Now: New Zone Body.",)
