"""Make the forms of a headword, each with its own replacements, from its part of speech."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from plainspeak.glossary.model import Form
from plainspeak.language.inflection import inflect

__all__ = ["Inflects", "forms_of", "takes_endings"]

Inflects = Literal["noun", "verb", "adjective"]
"""Of an adjective there is only one form."""
_NOT_NOUNS = frozenset(
    """a about across against along among an and around as at before behind between by down during for from in into of
    off on onto out over per the through throughout to towards under up upon via with within without""".split()
)
_PARTICIPLE = re.compile(r"(?:\w{2}[^e\W]|agre)ed$")
_FORMS_OF_BE = (("am", "VBP"), ("are", "VBP"), ("were", "VBD"))


def forms_of(
    headword: str,
    instead: Sequence[str] = (),
    *,
    inflects: Inflects | None = None,
    spellings: Sequence[str] = (),
    pairs: Mapping[str, str] | None = None,
) -> tuple[Form, ...]:
    """Return every form of a headword but the headword itself.

    Args:
        headword: a word or phrase in its base form.
        instead: the words that may stand in its place.
        inflects: what the headword, its other spellings and its replacements are, and so which endings they take.
        spellings: other spellings of the headword, with the same replacements.
        pairs: forms with a replacement of their own. They are left as they are, and stand before forms made by rule.
    """
    given = [Form(text, (words,)) for text, words in (pairs or {}).items()]
    made = [Form(headword, tuple(instead)), *given]
    for base in (headword, *spellings):
        made += _inflections(base, instead, inflects)
    first: dict[str, Form] = {}
    kept = []
    for form in made:
        standing = first.setdefault(form.text.casefold(), form)
        # Of forms that are spelt alike the first stands, and beside it a past participle that needs other words.
        if standing is form or (form.tag and standing not in given and form.replacements != standing.replacements):
            kept.append(form)
    return tuple(kept[1:])


def takes_endings(phrase: str, headword: str, inflects: Inflects | None) -> bool:
    """Tell whether a phrase that holds a headword is in its base form, so that it has endings to take.

    "Show up as" is one of "show up", and "how we show up" isn't; "anchor point" is one of "anchor", and "anchored in"
    isn't.
    """
    words = phrase.casefold().split()
    if inflects == "verb":
        return words[0] == headword.casefold().split()[0]
    return words[-1] not in _NOT_NOUNS and not _PARTICIPLE.search(words[-1])


def _inflections(base: str, instead: Sequence[str], inflects: Inflects | None) -> Iterator[Form]:
    yield Form(base, tuple(instead))
    if inflects == "noun":
        yield _inflected(base, instead, "NNS")
    elif inflects == "verb":
        for tag in ("VBZ", "VBG", "VBD"):
            yield _inflected(base, instead, tag)
        if base.startswith("be "):
            for be, tag in _FORMS_OF_BE:
                # "They were located in" is "they were in", not "was".
                alike = tuple(be + words[2:] if words.startswith("be ") else inflect(words, tag) for words in instead)
                yield Form(be + base[2:], alike)
        yield _inflected(base, instead, "VBN")._replace(tag="VBN")


def _inflected(base: str, instead: Sequence[str], tag: str) -> Form:
    return Form(inflect(base, tag), tuple(inflect(words, tag) for words in instead))
