"""Split text into words with spaCy's tokenizer, under rules made for meeting papers.

Hyphenated words stay whole, full stops stay on abbreviations, and a slash between words splits them, so that both sides
of "patients/service users" can be looked up.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from plainspeak.language.abbreviations import ABBREVIATIONS
from plainspeak.language.spacy_parts import spacy_module

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

__all__ = ["split_phrase", "tokenize", "with_plain_marks"]

# Curly and straight quotation marks are the same to a matcher. One character for one keeps every offset.
_PLAIN_MARKS = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u00a0": " "})

_PREFIX = re.compile(r"""^(?:\.{2,}|[\[({<"'\u2018\u201c*\u2022\u00a3$\u20ac+=~|\u2026\u2013\u2014/_-])""")
_SUFFIX = re.compile(r"""(?:\.{2,}|'s|'S|[\])}>"'*.,;:!?|\u2026\u2013\u2014/_%-])$""")
_INFIX = re.compile(r"""\.{3,}|\u2026|[\u2013\u2014|]|(?<=[^\W\d_]{2})/(?=[^\W\d_]{2})|(?<=\w)[()](?=\w)|--+""")
_ADDRESS = re.compile(
    r"(?:(?:https?://|www\.)\S*[\w/]|[\w.+-]+@[\w-]+\.[\w.-]*\w|[\w-]+(?:\.[\w-]+)*\.(?:uk|com|org|net|gov|nhs)(?:/\S*[\w/])?)$",
    re.IGNORECASE,
)
_LONG_STRETCH = re.compile(r"\S{400}")
_SIMPLE_PIECE = re.compile(r"\w+(?:[-'.]\w+)*|\s|[^\w\s]")
_PLAIN_WORDS = re.compile(r"[A-Za-z]+(?:[ -][A-Za-z]+)*")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){1,4}$")


@cache
def _vocabulary() -> Vocab:
    """Return the one spaCy vocabulary that all texts share."""
    spacy_module()
    from spacy.vocab import Vocab

    return Vocab()


@cache
def _tokenizer() -> Any:
    spacy_module()
    from spacy.tokenizer import Tokenizer

    return Tokenizer(
        _vocabulary(),
        prefix_search=_PREFIX.search,
        suffix_search=_suffix,
        infix_finditer=_INFIX.finditer,
        token_match=_keeps_its_marks,
    )


def _keeps_its_marks(text: str) -> bool:
    """Tell whether a stretch of text is one word with its punctuation: an abbreviation, initials, an address."""
    return bool(text.lower() in ABBREVIATIONS or _INITIALS.match(text) or _ADDRESS.match(text))


def _suffix(text: str) -> re.Match[str] | None:
    # spaCy takes an opening bracket and a full stop off "(e.g." in one step, without asking about "e.g." in between.
    return None if _keeps_its_marks(text) else _SUFFIX.search(text)


def tokenize(text: str) -> Doc:
    """Return the words and marks of a text as a spaCy ``Doc``; token offsets are those of ``text``."""
    text = with_plain_marks(text)
    if _LONG_STRETCH.search(text):
        return _split_simply(text)
    doc: Doc = _tokenizer()(text)
    return doc


def with_plain_marks(text: str) -> str:
    """Return a text with straight quotation marks and plain spaces; every character stays where it is."""
    return text.translate(_PLAIN_MARKS)


def _split_simply(text: str) -> Doc:
    """Split a text that has no spaces for hundreds of characters, as no prose does.

    spaCy takes marks off such a stretch one by one and looks at all the rest each time: minutes for 100,000 brackets.
    """
    from spacy.tokens import Doc

    pieces = _SIMPLE_PIECE.findall(text)
    words: list[str] = []
    spaces: list[bool] = []
    for piece in pieces:
        if piece == " " and spaces and not spaces[-1]:
            spaces[-1] = True
        else:
            words.append(piece)
            spaces.append(False)
    return Doc(_vocabulary(), words=words, spaces=spaces)


def split_phrase(text: str) -> list[str]:
    """Return the words and marks of a phrase to look for, split as :func:`tokenize` would.

    The glossary has some 40,000 spellings: those without marks need no tokenizer.
    """
    return text.split() if _PLAIN_WORDS.fullmatch(text) else [token.text for token in tokenize(text)]
