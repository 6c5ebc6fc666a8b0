"""Which words are ordinary English words, so that a word in capitals isn't taken for an acronym."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

__all__ = ["is_ordinary_word"]


@cache
def _ordinary_words() -> frozenset[str]:
    text = files("plainspeak.language").joinpath("data/ordinary_words.txt").read_text(encoding="utf-8")
    return frozenset(text.split())


def is_ordinary_word(word: str) -> bool:
    """Tell whether a word, in any case, is among some 38,000 words of everyday British English."""
    return word.lower() in _ordinary_words()
