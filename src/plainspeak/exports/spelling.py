"""Words that a spelling checker doesn't know and that are right, as a dictionary for cspell."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence

from plainspeak.exports.explanations import credit
from plainspeak.glossary import Term
from plainspeak.language import is_ordinary_word

__all__ = ["cspell_files", "spellings"]

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")


def cspell_files(terms: Sequence[Term]) -> dict[str, str]:
    """Return the files of a folder for cspell, by name: the words, and settings that make use of them.

    The letters of acronyms, and the words in terms and in what letters stand for, one a line.
    """
    words = dict.fromkeys(word for text in spellings(terms) for word in _WORD.findall(text) if len(word) > 1)
    settings = {
        "version": "0.2",
        "language": "en-GB",
        "dictionaryDefinitions": [{"name": "plainspeak", "path": "./plainspeak-words.txt"}],
        "dictionaries": ["plainspeak"],
    }
    lines = [f"# {credit(terms) or 'Words of a glossary.'}", *words]
    return {
        "plainspeak-words.txt": "".join(f"{line}\n" for line in lines),
        "cspell.json": json.dumps(settings, indent=2) + "\n",
    }


def spellings(terms: Iterable[Term]) -> list[str]:
    """Return letters as they are written, and the words of terms that aren't ordinary ones, in alphabetical order."""
    found: set[str] = set()
    for term in terms:
        if term.entry == "acronym" or term.acronym:
            found.update(filter(None, (term.acronym, *(form.text for form in term.forms if term.entry == "acronym"))))
        phrases = (*([] if term.entry == "acronym" else [term.headword]), *(each.expansion for each in term.meanings))
        for phrase in filter(None, phrases):
            found.update(word for word in _WORD.findall(phrase) if not is_ordinary_word(word.lower()))
    return sorted((word for word in found if len(word) > 1), key=lambda word: (word.casefold(), word))
