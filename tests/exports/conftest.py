"""A small glossary of our own, and a page with everything that a page can have."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plainspeak.exports.page import Entry, Page, Section
from plainspeak.glossary import Glossary, read_terms

if TYPE_CHECKING:
    from pathlib import Path

    from plainspeak.glossary import Layer

WORDS = """
- term: neighbourhood board
  acronym: NBD
  kind: organisation
  meaning: A group that plans care for a few streets.
  gloss: the group that plans local care
  see: [care circle]
- term: care circle
  meaning: People who look after somebody together.
  instead: [people who help]
  forms: [circle of care, {caring ring: ring of people}]
  unless: [care circle awards]
  known-to: [staff]
- acronym: ZQ
  meanings:
    - {expansion: zone quality, setting: [air, towns], meaning: "How clean the air is."}
    - {expansion: zebra quota, kind: data, meaning: "How many zebras there may be."}
- acronym: OZB
  expansion: Old Zone Body
  kind: organisation
  status: ended
  date: 2022-07
  replaced-by: New Zone Body
  meaning: A body that looked after zones.
- acronym: TV
  expansion: television
  meaning: Moving pictures on a screen.
  known-to: [everyone]
- term: acute
  meaning: Needing care soon.
  everyday: very bad
  only-in: {acute ward: hospital ward}
- wording: myocardium
  rule: clinical-term
  instead: [heart muscle]
- wording: in order to
  rule: wordy-phrase
  instead: [to]
"""


@pytest.fixture
def made(tmp_path: Path) -> Glossary:
    """The small glossary, as one that comes with plainspeak."""
    return glossary_of(WORDS, tmp_path)


@pytest.fixture
def page() -> Page:
    """A page with letters, a list of choices, links, and text that would be markup in any format."""
    return Page(
        "Words & <signs>",
        ("What they mean.",),
        (
            Section("A", (Entry("A&B", ("One.", "Two."), stands_for="apples & <b>bees</b>", see=("beta", "gone")),)),
            Section("B", (Entry("beta", ("It can be:",), choices=("*this* | that", "[x](javascript:x)\x0b\x00")),)),
        ),
        "plainspeak glossary, CC BY 4.0",
    )


def glossary_of(text: str, folder: Path, layer: Layer = "built-in") -> Glossary:
    """Return the glossary of a YAML text."""
    path = folder / "glossary.yaml"
    path.write_text(text, encoding="utf-8")
    return Glossary(read_terms(path, layer))
