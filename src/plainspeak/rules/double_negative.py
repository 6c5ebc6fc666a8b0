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
_NOT = re.compile("n[\u2019']?t$|not$")
_SHORTENED = {"ca": "can", "wo": "will"}
_SUBJECT = frozenset({"we", "they"})
_FAIL = frozenset({"fail", "fails", "failed"})
_SECOND = _FAIL | {"unless", "except", "other", "without"}
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
        first = next((index for index, word in enumerate(words) if _is_negative(word)), None)
        return first is not None and any(
            word in _SECOND or word in word_map(_ID, "denials") for word in words[first + 1 :]
        )

    def check_sentence(self, block: Block, sentence: TaggedSentence) -> Iterator[Finding]:
        """Yield a finding for each pair of negatives in one sentence."""
        tokens = sentence.tokens
        for index, token in enumerate(tokens):
            if not _is_negative(token.lower) or (index and tokens[index - 1].lower in word_list(_ID, "before")):
                continue
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
    """Return the pair of "not uncommon", "not at all unlikely" or "not an unusual"."""
    place = _after_adverbs(tokens, index + 1)
    adverb = place > index + 1
    with_article = place < len(tokens) and tokens[place].lower in ("a", "an")
    place += with_article
    positive = word_map(_ID, "denials").get(tokens[place].lower) if place < len(tokens) else None
    if positive is None:
        return None
    if adverb or tokens[index].lower == "never":
        return _Pair(place, f"say how it is, with {quoted(positive)}")
    if with_article:
        positive = f"{article(positive)} {positive}"
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
        return _Pair(index + 1, "say what there is, as in “it has risks”")
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
        if word in word_list(_ID, "apart"):
            return None
        if word == "unless":
            return _Pair(place, "say when it is so, with “only if”")
        if word == "except" or (word == "than" and tokens[place - 1].lower == "other"):
            return _Pair(place, "say what is so, with “only”")
    return None


def _is_statement(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a "not" belongs to a statement ("we do not", "it will not") and not to a ban ("do not")."""
    verb, subject = _verb(tokens[index]), index - 1
    if not verb and index:
        verb, subject = tokens[index - 1].lower, index - 2
    if verb == "do" and subject >= 0:
        return tokens[subject].lower in _SUBJECT or tokens[subject].tag == "NNS"
    return verb in word_list(_ID, "states")


def _verb(negative: Token) -> str:
    """Return the verb in "isn't" or "cannot"; nothing for "not"."""
    verb = _NOT.sub("", negative.lower)
    return _SHORTENED.get(verb, verb)


def _is_negative(word: str) -> bool:
    return word in _NEGATIVES or word.endswith(("n't", "n\u2019t"))
