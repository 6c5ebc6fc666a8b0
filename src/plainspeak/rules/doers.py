"""What rules about passive verbs share: where to look, whether the doer is named, and how to quote the verb."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from plainspeak.document import Block, Kind, Span
from plainspeak.findings import Severity
from plainspeak.glossary.grammar import word_list
from plainspeak.language import Token
from plainspeak.language.passive import Passive
from plainspeak.rules.base import GrammarRule

__all__ = ["PassiveRule", "names_doer", "verb_span"]

_NOT_A_DOER = frozenset({"VBG", "CD", "RB", "IN", "VB", "TO", "WP", "WRB"})
_RULE = "passive-voice"
_BEFORE_VERB = frozenset({"MD", "RB"})
_HAVE = frozenset({"has", "have", "had", "having", "been"})
_BE = frozenset({"is", "are", "was", "were"})
_REACH = 6
"""How many words after "be" a participle may come."""
_STOPS = frozenset({".", ",", ":", ";", "(", ")"})


class PassiveRule(GrammarRule):
    """A rule about passive verbs."""

    severity: ClassVar[Severity] = Severity.INFORMATION
    folds = False

    def concerns(self, block: Block, words: Sequence[str]) -> bool:
        """Tell whether a sentence outside headings has a form of "be" and soon after a word like a participle."""
        if block.kind is Kind.HEADING:
            return False
        auxiliaries, irregular = word_list(_RULE, "auxiliaries"), word_list(_RULE, "irregular-participles")
        return any(
            word in auxiliaries
            and any(after.endswith("ed") or after in irregular for after in words[index + 1 : index + _REACH])
            for index, word in enumerate(words)
        )


def names_doer(tokens: Sequence[Token], passive: Passive) -> bool:
    """Tell whether the sentence says by whom: "was agreed by the board", but not "by May" or "by using"."""
    for index in range(passive.participle + 1, len(tokens) - 1):
        token = tokens[index]
        if token.lower == "by" and _is_doer(tokens, index + 1):
            return True
        if token.tag in ("VBD", "VBP", "VBZ", "MD") or token.text in _STOPS:
            return False
    return False


def _is_doer(tokens: Sequence[Token], start: int) -> bool:
    """Tell whether the words from ``start`` on name somebody or something that can act."""
    following = tokens[start + 1].tag if start + 1 < len(tokens) else ""
    if tokens[start].tag in _NOT_A_DOER and not (tokens[start].tag == "VBG" and following.startswith("NN")):
        return False
    for token in tokens[start : start + 6]:
        if token.lower in word_list(_RULE, "times-and-ways"):
            return False
        if token.tag.startswith("NN") or token.tag == "PRP":
            return token.lower not in word_list(_RULE, "times-and-ways")
    return True


def verb_span(tokens: Sequence[Token], passive: Passive) -> Span:
    """Return the span of a passive verb in the block's text, in characters, with "will", "has" or "not" before it."""
    first, last = sorted((passive.auxiliary, passive.participle))
    if tokens[first].lower == "being" and first > 0 and tokens[first - 1].lower in _BE:
        first -= 1
    while first > 0 and (tokens[first - 1].tag in _BEFORE_VERB or tokens[first - 1].lower in _HAVE):
        first -= 1
    while tokens[first].tag == "RB":
        first += 1
    return Span(tokens[first].span.start, tokens[last].span.end)
