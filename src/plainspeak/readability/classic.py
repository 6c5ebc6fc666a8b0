"""The classic readability formulas as textstat works them out, without its download."""

from __future__ import annotations

import contextlib
import importlib
import importlib.util
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from plainspeak.errors import PlainspeakError

__all__ = ["classic_formulas", "easy_words"]

_NLTK_DATA = Path(__file__).with_name("nltk_data")

# textstat's formulas made for English, under the names that it gives them.
_FORMULAS = (
    "flesch_reading_ease",
    "flesch_kincaid_grade",
    "gunning_fog",
    "smog_index",
    "automated_readability_index",
    "coleman_liau_index",
    "dale_chall_readability_score",
    "linsear_write_formula",
    "lix",
    "rix",
)


def classic_formulas(text: str) -> dict[str, float]:
    """Return textstat's own figures for a text, under its names for them.

    They are here so that figures can be compared with other tools. textstat has its own idea of a sentence (each full
    stop ends one, also in "3.5" and "e.g.") and of some formulas (Gunning Fog, Coleman-Liau); the functions in
    `plainspeak.readability.formulas` follow the papers. Importing textstat costs about 0.7 seconds, once.

    Args:
        text: any text.

    Returns:
        The figures. Empty if the text has no words.
    """
    if not any(character.isalnum() for character in text):
        return {}
    statistics = _textstat()
    return {name: float(getattr(statistics, name)(text)) for name in _FORMULAS}


@cache
def easy_words() -> frozenset[str]:
    """Return the Dale-Chall list of some 2,900 words that most ten-year-olds know, in lower case.

    The list is read from textstat's folder without importing textstat.
    """
    found = importlib.util.find_spec("textstat")
    if found is None or not found.submodule_search_locations:
        raise PlainspeakError("The package textstat is missing. Install plainspeak again.")
    path = Path(found.submodule_search_locations[0], "resources", "en", "easy_words.txt")
    return frozenset(path.read_text(encoding="utf-8").lower().split())


@cache
def _textstat() -> Any:
    textstat = importlib.import_module("textstat.textstat")
    # textstat gets its dictionary through nltk, which takes most of a second, prefers whatever copy the computer has,
    # and refuses our copy (then downloads one) if our folder is writable by the user's group, as it often is on Linux.
    # So textstat is handed the dictionary itself.
    with contextlib.suppress(ImportError):
        syllables: Any = importlib.import_module("textstat.backend.counts._count_syllables")
        syllables.get_cmudict = _pronunciations_for(syllables.get_cmudict)
    # For a later textstat that is arranged differently. At the end: a program that has its own copy keeps using it.
    importlib.import_module("nltk").data.path.append(str(_NLTK_DATA))
    # Not the object that the module offers: another part of the program may have set that to another language.
    return textstat.textstatistics()


def _pronunciations_for(original: Callable[[str], Any]) -> Callable[[str], Any]:
    def get_cmudict(lang: str) -> Any:
        return _pronunciations() if lang.partition("_")[0] == "en" else original(lang)

    return get_cmudict


@cache
def _pronunciations() -> dict[str, list[list[str]]]:
    lines = (_NLTK_DATA / "corpora" / "cmudict" / "cmudict").read_text(encoding="utf-8").splitlines()
    # Words with equally many syllables share one list, which saves some 20 MB; textstat only counts.
    shared = [[["0"] * count] for count in range(30)]
    return {word: shared[marks.count("0")] for word, _, marks in (line.split(" ", 2) for line in lines)}
