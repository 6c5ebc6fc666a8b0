"""Find passive verbs from the parts of speech: a form of "be" or "get", then a past participle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plainspeak.language.analysis import Token

__all__ = ["Passive", "passives"]

_BE = frozenset("be am is are was were been being ain't isn't aren't wasn't weren't 'm 're".split())
_GET = frozenset("get gets got gotten getting".split())
_NOT_PASSIVE = frozenset("become been gone had rid".split())
"""Participles that make no passive: "is gone", "it's been", "it's had", "get rid of"."""
_AFTER_HAS = frozenset("become come got happened said".split())
"""Participles after which "'s" is "has": "it's become"."""
_PARTICIPLE = frozenset({"VBN", "VBD"})
_ADVERB = frozenset({"RB", "RBR", "RBS"})
_DESCRIBES = frozenset({"JJ", "JJR", "JJS"})
_PRONOUN = frozenset({"PRP", "DT", "EX", "WP", "WDT", "WRB"})
_BEFORE_QUESTION = frozenset({"WRB", "WP", "WDT", "WP$", "CC", "UH", "``", ":"})
_STARTS_SUBJECT = frozenset("DT PRP$ NN NNS NNP NNPS".split())
_IN_SUBJECT = frozenset("DT PDT PRP PRP$ NN NNS NNP NNPS JJ JJR JJS CD POS HYPH EX".split())
_SKIPPED = frozenset({",", '"', "\u201c", "\u201d", "\u2018", "either", "both", "neither", "each", "all"})
_MOST_BETWEEN = 8


@dataclass(frozen=True, slots=True)
class Passive:
    """A passive verb: which tokens of the sentence hold the form of "be" and the participle."""

    auxiliary: int
    participle: int


def passives(tokens: Sequence[Token]) -> list[Passive]:
    """Return the passive verbs of a sentence, in order.

    A participle after "be" with only adverbs between is one ("was not fully agreed", "is safe and well led"), and so is
    one after the subject of a question ("was the plan agreed?") and one that begins a sentence turned round ("attached
    is the plan"). "Got hurt" is a passive too. Of participles joined by "and" the first one counts.
    """
    found = []
    for index in range(len(tokens)):
        if _may_be_participle(tokens, index):
            auxiliary = _auxiliary(tokens, index)
            if auxiliary is not None:
                found.append(Passive(auxiliary, index))
    return found


def _may_be_participle(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a token is a past participle, as far as its tag goes; "shocked by" is one whatever its tag."""
    token = tokens[index]
    if token.tag == "JJ":
        return token.lower.endswith("ed") and index + 1 < len(tokens) and tokens[index + 1].lower == "by"
    return token.tag in _PARTICIPLE and token.lower not in _NOT_PASSIVE


def _auxiliary(tokens: Sequence[Token], participle: int) -> int | None:
    """Return where the form of "be" or "get" is that a participle belongs to, if there is one."""
    before = _before(tokens, participle)
    if before >= 0 and _is_be(tokens, before, tokens[participle]):
        return before
    if before < 0 or (tokens[participle - 1].text == "," and tokens[before].tag in _PARTICIPLE):
        return _turned_round(tokens, participle)
    if tokens[participle].tag == "VBN" and tokens[before].tag == "CC":
        # "is safe and well led": the other half is an adjective, else it would have been found by itself.
        other = before - 1
        first = _before(tokens, other) if other > 0 and tokens[other].tag in _DESCRIBES else -1
        return first if first >= 0 and _is_be(tokens, first, tokens[participle]) else None
    if tokens[before].lower in _GET and tokens[participle].tag == "VBN" and before == participle - 1:
        return before
    return _before_subject(tokens, participle)


def _before(tokens: Sequence[Token], index: int) -> int:
    """Return where the word before a verb is, adverbs, "each", commas and quotation marks left out; -1 without one."""
    index -= 1
    while index >= 0 and (tokens[index].tag in _ADVERB or tokens[index].lower in _SKIPPED):
        index -= 1
    return index


def _is_be(tokens: Sequence[Token], index: int, participle: Token) -> bool:
    """Tell whether a token is a form of "be"; "'s" is one after a pronoun, unless it must be "has"."""
    word = tokens[index].lower
    if word in _BE or word.endswith(("'re", "'m")):
        return True
    return word == "'s" and index > 0 and tokens[index - 1].tag in _PRONOUN and participle.lower not in _AFTER_HAS


def _before_subject(tokens: Sequence[Token], participle: int) -> int | None:
    """Return the "be" of a question: it begins the sentence or follows a question word, and the subject comes after."""
    if tokens[participle].tag != "VBN" and tokens[-1].text != "?":
        return None
    index = participle - 1
    while index > 0 and participle - index <= _MOST_BETWEEN and tokens[index].tag in _IN_SUBJECT | _ADVERB:
        if _is_be(tokens, index - 1, tokens[participle]) and (index == 1 or tokens[index - 2].tag in _BEFORE_QUESTION):
            return index - 1
        index -= 1
    return None


def _turned_round(tokens: Sequence[Token], participle: int) -> int | None:
    """Return the "be" of a sentence that begins with its participle: "Attached for your comments is the plan"."""
    for index in range(participle + 1, min(len(tokens) - 1, participle + _MOST_BETWEEN)):
        if tokens[index].lower in ("is", "are", "was", "were"):
            return index if tokens[index + 1].tag in _STARTS_SUBJECT else None
        if tokens[index].tag not in _IN_SUBJECT | {"IN", "TO"}:
            return None
    return None
