"""The rule ``double-negative``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from plainspeak.document import Block, Kind, Span
from plainspeak.findings import Finding, Severity
from plainspeak.glossary.grammar import word_list, word_map
from plainspeak.language import TaggedSentence, Token
from plainspeak.language.articles import article
from plainspeak.rules.base import GrammarRule
from plainspeak.rules.wording import quoted, swap

__all__ = ["DoubleNegative"]

_ID = "double-negative"
_NEGATIVES = frozenset({"not", "never", "cannot"})
_NOT = re.compile("n'?t$|not$")
_SHORTENED = {"ca": "can", "wo": "will"}
_SUBJECT = frozenset({"we", "they"})
_FAIL = frozenset({"fail", "fails", "failed"})
_SECOND = _FAIL | {"unless", "except", "other", "without"}
_CONTRAST = frozenset({"but", "though"})
_BE = frozenset({"be", "been"})
_MAY_BE = frozenset({"could", "may", "might", "will", "would"})
"""Verbs after which "not be" says something and forbids nothing."""
_AFTER_NO = frozenset({"are", "be", "is", "was", "were", "will", "would"})
_IN_NO_SUBJECT = frozenset({"CC", "DT", "IN", "JJ", "NN", "NNS", "NNP", "PRP$"})
_STARTS_CLAUSE = frozenset({",", ":", ";", "(", "and", "but", "so", "that"})
_MOST_BETWEEN = 12
"""Words between "not" and "unless": farther apart they are hard to read for another reason."""
_MOST_QUOTED = 3
"""Words after "not" that a message repeats."""


class DoubleNegative(GrammarRule):
    """Flag two negatives that cancel each other out.

    Why it matters: the reader has to turn the sentence round twice, and can end up with the opposite.
    What to do instead: say what is so: “common” for “not uncommon”, “only if” for “not unless”.

    Examples:
        Falls are not uncommon.
                  ^^^^^^^^^^^^ double-negative

        Your records will not be shared unless you agree.
                          ^^^^^^^^^^^^^^^^^^^^ double-negative

        Your records will be shared only if you agree. Do not drive unless a doctor says so.
    """

    id = _ID
    severity: ClassVar[Severity] = Severity.INFORMATION

    def concerns(self, block: Block, words: Sequence[str]) -> bool:
        """Tell whether a sentence has a negative with another one after it. Quotations are left alone."""
        if block.kind is Kind.QUOTE:
            return False
        first = next((index for index, word in enumerate(words) if word == "no" or _is_negative(word)), None)
        if first is None:
            return False
        after = set(words[first + 1 :])
        if "without" in after or "unless" in after:
            return True
        return any(map(_is_negative, words)) and any(
            word in _SECOND or word in word_map(_ID, "denials") or word in word_map(_ID, "verbs") for word in after
        )

    def check_sentence(self, block: Block, sentence: TaggedSentence) -> Iterator[Finding]:
        """Yield a finding for each pair of negatives in one sentence."""
        tokens = sentence.tokens
        for index, token in enumerate(tokens):
            before = tokens[index - 1].lower if index else ""
            pair = None
            if token.lower == "no" and (not before or before in _STARTS_CLAUSE):
                pair = _none_without(tokens, index)
            elif _is_negative(token.lower) and before not in word_list(_ID, "before"):
                pair = _denied(tokens, index) or _beside(tokens, index) or _excepted(tokens, index)
            if pair is not None:
                yield self._found(block, tokens, index, pair)

    def _found(self, block: Block, tokens: Sequence[Token], start: int, pair: _Pair) -> Finding:
        span = Span(tokens[start].span.start, tokens[pair.end].span.end)
        written = block.text[span.start : span.end]
        long = pair.end > start + _MOST_QUOTED
        named = f"{tokens[start].text} … {tokens[pair.end].text}" if long else written
        return self.finding(
            f"{quoted(named)} makes two negatives: {pair.advice}.",
            self.spot(span),
            text=written,
            suggestions=[swap(block.text, self.spot(span), pair.instead)] if pair.instead else [],
            confidence=0.9 if pair.instead else 0.7,
        )


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two negatives: where the second one is, what to do, and what to write for both where that is certain."""

    end: int
    advice: str
    instead: str | None = None


def _denied(tokens: Sequence[Token], index: int) -> _Pair | None:
    """Return the pair of "not uncommon", "not be unusual", "not at all unlikely", "not an unusual", "not disagree"."""
    start = index + 1
    being = start < len(tokens) and tokens[start].lower in _BE
    place = _after_adverbs(tokens, start + being)
    adverb = place > start + being
    with_article = place < len(tokens) and tokens[place].lower in ("a", "an")
    place += with_article
    if place == len(tokens):
        return None
    word = tokens[place].lower
    if place == start and word in word_map(_ID, "verbs") and _is_statement(tokens, index):
        return _Pair(place, f"say how it is, with {quoted(word_map(_ID, 'verbs')[word])}")
    positive = word_map(_ID, "denials").get(word)
    if positive is None or (being and _verb_of(tokens, index) not in _MAY_BE):
        return None
    # In "rare but not unknown" and "hard but not impossible", the two words are the ends of one scale.
    if index and tokens[index - 1].lower in _CONTRAST and word in word_list(_ID, "ends"):
        return None
    if adverb or tokens[index].lower == "never":
        return _Pair(place, f"say how it is, with {quoted(positive)}")
    if with_article:
        positive = f"{article(positive)} {positive}"
    if being:
        positive = f"{tokens[start].lower} {positive}"
    # "isn't uncommon" is "is common".
    instead = f"{_verb(tokens[index])} {positive}".strip()
    return _Pair(place, f"write {quoted(instead)}", instead)


def _after_adverbs(tokens: Sequence[Token], index: int) -> int:
    """Return where the words after "at all" and "entirely" begin, which change nothing."""
    between = word_list(_ID, "between")
    for words in (tokens[index : index + 2], tokens[index : index + 1]):
        if " ".join(token.lower for token in words) in between:
            return index + len(words)
    return index


def _beside(tokens: Sequence[Token], index: int) -> _Pair | None:
    """Return the pair of "not without", "not unless" or "not fail to"."""
    following = [token.lower for token in tokens[index + 1 : index + 3]] + ["", ""]
    if following[0] == "without":
        return _Pair(index + 1, "say what there is, with “has” or “there are”")
    if following[0] == "unless" and tokens[index].lower == "not":
        return _Pair(index + 1, "write “only if”", "only if")
    if following[0] in _FAIL and following[1] == "to":
        return _Pair(index + 2, "say what happens")
    return None


def _excepted(tokens: Sequence[Token], index: int) -> _Pair | None:
    """Return the pair of a statement with "not ... unless", "not ... except" or "not ... other than"."""
    if tokens[index].lower == "never" or not _is_statement(tokens, index):
        return None
    for place in range(index + 1, min(index + 1 + _MOST_BETWEEN, len(tokens))):
        word = tokens[place].lower
        if word == "," and tokens[place + 1 : place + 2] and tokens[place + 1].lower == "unless":
            # "It does not apply, unless" is hard; "it is not far, unless" is plain enough.
            if _verb_of(tokens, index) in word_list(_ID, "is"):
                return None
            continue
        if word in word_list(_ID, "apart"):
            return None
        if word == "unless":
            return _Pair(place, "say when it is so, with “only if”")
        if word == "except" or (word == "than" and tokens[place - 1].lower == "other"):
            return _Pair(place, "say what is so, with “only”")
    return None


def _none_without(tokens: Sequence[Token], index: int) -> _Pair | None:
    """Return the pair of "no operation is without" or "no visit will be paid unless"."""
    place = index + 1
    while place < len(tokens) and tokens[place].tag in _IN_NO_SUBJECT:
        place += 1
    if place in (index + 1, len(tokens)) or tokens[place].lower not in _AFTER_NO:
        return None
    for end in range(place + 1, min(index + 1 + _MOST_BETWEEN, len(tokens))):
        word = tokens[end].lower
        # In "no gain was seen in people without pain", the second negative says who they are.
        if word == "without" and (end == place + 1 or tokens[end - 1].tag in ("VBN", "VBD")):
            return _Pair(end, "say what is so, with “every” or “only”")
        if word == "unless":
            return _Pair(end, "say when it is so, with “only if”")
        # "No visitors are allowed without a mask" is a ban.
        if word in word_list(_ID, "apart") or word in word_list(_ID, "allowed"):
            return None
    return None


def _is_statement(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a "not" belongs to a statement ("we do not", "it will not") and not to a ban ("do not")."""
    verb = _verb_of(tokens, index)
    subject = index - 1 if _verb(tokens[index]) else index - 2
    if verb == "do" and subject >= 0:
        return tokens[subject].lower in _SUBJECT or tokens[subject].tag == "NNS"
    return verb in word_list(_ID, "states")


def _verb_of(tokens: Sequence[Token], index: int) -> str:
    """Return the verb that a negative goes with: in the same word ("isn't") or right before it ("is not")."""
    return _verb(tokens[index]) or (tokens[index - 1].lower if index else "")


def _verb(negative: Token) -> str:
    """Return the verb in "isn't" or "cannot"; nothing for "not"."""
    verb = _NOT.sub("", negative.lower)
    return _SHORTENED.get(verb, verb)


def _is_negative(word: str) -> bool:
    return word in _NEGATIVES or word.endswith("n't")
