"""Whether a word is in the pronouncing dictionary that textstat counts syllables with: 125,000 words in common use."""

from __future__ import annotations

from functools import cache
from pathlib import Path

__all__ = ["is_in_dictionary"]

_DICTIONARY = Path(__file__).parent / "nltk_data" / "corpora" / "cmudict" / "cmudict"
_BRITISH = (("isation", "ization"), ("ise", "ize"), ("ising", "izing"), ("our", "or"), ("aem", "em"))


def is_in_dictionary(word: str) -> bool:
    """Tell whether a word is in the dictionary, which is American; British spellings of its words count too.

    Args:
        word: one word in the singular, in any case.
    """
    lower = word.lower()
    spellings = (lower, *(lower.replace(british, american) for british, american in _BRITISH))
    return any(each in _words() for each in spellings)


@cache
def _words() -> frozenset[str]:
    lines = _DICTIONARY.read_text(encoding="utf-8").splitlines()
    return frozenset(line.partition(" ")[0].lower() for line in lines)
