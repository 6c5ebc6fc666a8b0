"""The word lists of rules about grammar: as written, and as compiled into the package."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest
import yaml

from plainspeak.glossary.grammar import FOLDER, compile_grammar, word_list, word_map
from plainspeak.rules import RULES

GRAMMAR = Path(str(files("plainspeak_glossaries"))) / FOLDER
FILES = sorted(GRAMMAR.glob("*.yaml"))


def test_lists_are_read() -> None:
    """A list of words comes as a set, a mapping as it is."""
    assert "agreed" in word_list("hidden-decision-maker", "decided")
    assert word_map("buried-verb", "acts")["analysis of"] == "analyse"


def test_each_file_belongs_to_a_rule() -> None:
    """A file has the name of the rule that goes by it."""
    assert {path.stem for path in FILES} <= {rule.id for rule in RULES}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_words_are_lower_case_strings_told_once(path: Path) -> None:
    """Every list holds words in small letters, each once; YAML has not made numbers or truth values of them."""
    for words in json.loads(compile_grammar(GRAMMAR))[path.stem].values():
        assert all(isinstance(word, str) and word == word.strip() for word in words)
        assert len(set(words)) == len(words)


def test_compiled_lists_equal_the_yaml() -> None:
    """The compiled file holds every list of every rule."""
    compiled = json.loads(compile_grammar(GRAMMAR))
    assert compiled.keys() == {path.stem for path in FILES}
    for path in FILES:
        assert compiled[path.stem].keys() == yaml.safe_load(path.read_text(encoding="utf-8")).keys()
