"""Find people in a tagged sentence: the words for them, what they are to do, and who decides about it."""

from __future__ import annotations

from collections.abc import Sequence

from plainspeak.glossary.grammar import word_list
from plainspeak.language import Token

__all__ = [
    "BEFORE_NOUN",
    "MOST_BEFORE_NOUN",
    "NOUN",
    "action_at",
    "is_decided",
    "noun_before",
    "people_end",
    "words_of",
]

BEFORE_NOUN = frozenset({"DT", "PRP$", "JJ", "JJR", "JJS", "CD", "VBN", "VBG", "NN", "NNP", "POS", "RBR", "RBS"})
NOUN = frozenset({"NN", "NNS", "NNP", "NNPS"})
MOST_BEFORE_NOUN = 4

_RULE = "doing-to"
_BASE_FORM = frozenset({"VB", "VBP"})
_SUBJECT = NOUN | {"PRP", "WP", "WDT", "CD", "EX"}
_AFTER_NOUN = frozenset({"IN", "WP", "VBG", "VBN"})
_MOST_AFTER_NOUN = 6


def people_end(tokens: Sequence[Token], start: int, *, others: bool = True) -> int | None:
    """Return where a phrase for people that begins at a token ends: "older patients and their carers".

    Args:
        tokens: the sentence.
        start: where the phrase begins.
        others: whether to take in those who are joined by "and" or "or".

    Returns:
        ``None`` without such a phrase, and for a name such as "Carers Week" or "Our Patients".
    """
    for index in range(start, min(len(tokens), start + 1 + MOST_BEFORE_NOUN)):
        token = tokens[index]
        is_people = token.lower in word_list(_RULE, "people")
        if is_people and not _goes_on(tokens, index):
            # A capital in the middle of a sentence is part of a name, and "users" alone are often those of a program.
            is_name = token.text[0].isupper() and not token.text.isupper()
            is_other = token.lower == "users" and tokens[index - 1].lower != "service"
            if is_name or is_other:
                return None
            return _with_others(tokens, index + 1) if others else index + 1
        if not is_people and token.tag not in BEFORE_NOUN and token.lower not in ("members", "of"):
            return None
    return None


def _goes_on(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether people are only the first part of a longer noun: "public bodies", "patient groups"."""
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    return following is not None and following.tag in NOUN and following.lower != "permission"


def _with_others(tokens: Sequence[Token], end: int) -> int:
    """Return where a list of people ends, given where its first ones end."""
    while end < len(tokens) and tokens[end].lower in (",", "and", "or"):
        other = end + 1
        while other < len(tokens) and (tokens[other].tag in ("PRP$", "DT", "JJ") or tokens[other].lower == "and"):
            other += 1
        if other >= len(tokens) or tokens[other].lower not in word_list(_RULE, "people"):
            break
        end = other + 1
    return end


def action_at(tokens: Sequence[Token], start: int, *, bare: bool) -> int | None:
    """Return where the verb is that says what people do, as in "people with dementia to choose".

    Args:
        tokens: the sentence.
        start: where the phrase for people ends.
        bare: whether the verb stands without "to", as after "let".
    """
    for index in range(start, min(len(tokens), start + _MOST_AFTER_NOUN)):
        token = tokens[index]
        if bare and token.tag in _BASE_FORM:
            return index
        if not bare and token.lower == "to":
            after = index + 1
            return after if after < len(tokens) and tokens[after].tag in _BASE_FORM else None
        if (index == start and token.tag not in _AFTER_NOUN) or not token.text[0].isalnum():
            return None
    return None


def is_decided(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether somebody in charge is the subject of a verb, or nobody is: "by letting people choose"."""
    if tokens[verb].tag == "VBG" and verb:
        return tokens[verb - 1].tag == "IN"
    subject = noun_before(tokens, verb)
    return subject is None or tokens[subject].lower in word_list(_RULE, "deciders")


def noun_before(tokens: Sequence[Token], index: int) -> int | None:
    """Return where the nearest noun or pronoun before a token is."""
    return next((at for at in range(index - 1, -1, -1) if tokens[at].tag in _SUBJECT), None)


def words_of(tokens: Sequence[Token]) -> str:
    """Return the words of some tokens, with the spaces that stood between them."""
    ends = [tokens[0].span.start, *(token.span.end for token in tokens)] if tokens else []
    return "".join(" " * (token.span.start - end) + token.text for end, token in zip(ends, tokens, strict=False))
