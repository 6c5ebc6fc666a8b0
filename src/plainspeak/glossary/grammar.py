"""The words that rules about grammar go by, such as verbs of deciding: one YAML file a rule, in ``glossaries/grammar``.

Each file maps names to lists of words, or to mappings from words to what to write instead.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from plainspeak.glossary.yaml_loader import Loader

__all__ = ["COMPILED_GRAMMAR", "FOLDER", "compile_grammar", "word_list", "word_map"]

COMPILED_GRAMMAR = "grammar.json"
FOLDER = "grammar"


@cache
def word_list(rule: str, name: str) -> frozenset[str]:
    """Return a list of words that a rule goes by."""
    return frozenset(_words_of(rule)[name])


@cache
def word_map(rule: str, name: str) -> Mapping[str, str]:
    """Return words that a rule goes by, each with what belongs to it."""
    return dict(_words_of(rule)[name])


def compile_grammar(folder: Path) -> str:
    """Return the word lists of all rules as JSON, which loads far faster than YAML."""
    rules = {path.stem: _read(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.yaml"))}
    return json.dumps(rules, ensure_ascii=False, separators=(",", ":"))


def _words_of(rule: str) -> Any:
    compiled = _compiled()
    return compiled[rule] if compiled is not None else _from_yaml(rule)


@cache
def _compiled() -> Any:
    path = files("plainspeak_glossaries").joinpath(COMPILED_GRAMMAR)
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else None


@cache
def _from_yaml(rule: str) -> Any:
    return _read(files("plainspeak_glossaries").joinpath(FOLDER, f"{rule}.yaml").read_text(encoding="utf-8"))


def _read(text: str) -> Any:
    return yaml.load(text, Loader)  # noqa: S506
