"""The built-in glossary keeps the editorial rules of ``glossaries/README.md``, and is as large as it says."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from plainspeak.editorial import lint
from plainspeak.glossary import Glossary, load_sources, read_terms
from plainspeak.glossary.coverage import coverage
from plainspeak.glossary.entries import TermEntry, WordingEntry
from plainspeak.glossary.loader import built_in_files
from plainspeak.glossary.yaml_loader import Loader

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).parents[2] / "glossaries"
FILES = built_in_files(FOLDER)
CHECKED = {
    "acronyms": 800,
    "meanings of acronyms": 950,
    "jargon terms": 300,
    "everyday words with a special meaning": 80,
    "clinical words": 150,
    "plain wording": 300,
    "power language": 120,
    "ended, renamed or announced": 40,
}
"""How many entries of each part have a source that was read: fewer would find too little."""


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    """The glossary in the repository, read from its YAML."""
    capitals = yaml.load((FOLDER / "ordinary-capitals.yaml").read_text(encoding="utf-8"), Loader)
    terms = tuple(term for path in FILES for term in read_terms(path, name=str(path.relative_to(FOLDER))))
    return Glossary(terms, frozenset(form for forms in capitals.values() for form in forms))


def test_nothing_is_to_be_put_right(glossary: Glossary) -> None:
    """Every entry keeps every editorial rule; what doesn't is named with its file and line."""
    found = lint(glossary, glossary, load_sources())
    assert not found, f"{len(found)} to put right:\n" + "\n".join(map(str, found))


def test_enough_entries_are_checked(glossary: Glossary) -> None:
    """The glossary is large enough to be of use: a thin one finds nothing."""
    checked = {part.name: part.checked for part in coverage(glossary)}
    assert {name: checked[name] for name, least in CHECKED.items() if checked[name] < least} == {}


def test_sources_are_sound(glossary: Glossary) -> None:
    """Sources are in alphabetical order, one to an id, and each is used."""
    text = (FOLDER / "sources.yaml").read_text(encoding="utf-8")
    named = re.findall(r"^([^\s#:]+):", text, flags=re.MULTILINE)
    assert named == sorted(set(named))
    used = {meaning.source for term in glossary for meaning in term.meanings}
    assert not sorted(set(load_sources()) - used), "sources that no entry names"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(FOLDER)))
def test_forms_leave_to_the_rules_what_they_make(path: Path) -> None:
    """No form is written out that the entry's part of speech gives in any case."""

    def written(entry: dict[str, Any]) -> Iterator[str]:
        given = entry.get("forms", [])
        for item in [given] if isinstance(given, dict) else given:
            yield from (f"{text}: {words}" for text, words in item.items()) if isinstance(item, dict) else (item,)

    def without_forms(entry: dict[str, Any]) -> set[str]:
        model = TermEntry if "term" in entry else WordingEntry
        forms = model.model_validate({**entry, "forms": []}).to_term("").forms
        return {text for form in forms for text in (form.text, f"{form.text}: {''.join(form.replacements[:1])}")}

    entries = yaml.load(path.read_text(encoding="utf-8"), Loader)
    entries = [entry for entry in entries if entry.keys() & {"term", "wording"}]
    assert [form for entry in entries for form in written(entry) if form in without_forms(entry)] == []
