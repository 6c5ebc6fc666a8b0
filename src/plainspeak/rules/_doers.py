"""What rules about passive verbs share: where to look, whether the doer is named, and how to quote the verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from plainspeak.document import Block, Kind, Span
from plainspeak.findings import Finding, Severity
from plainspeak.glossary.grammar import word_list
from plainspeak.language import Token
from plainspeak.language.passive import Passive
from plainspeak.rules.base import GrammarRule
from plainspeak.rules.buried_verb import spans_in_passives
from plainspeak.rules.facts import BlockFacts

__all__ = ["PassiveRule", "names_doer", "says_how_it_is", "verb_span"]

_NOT_A_DOER = frozenset({"VBG", "RB", "IN", "VB", "TO", "WP", "WRB"})
_RULE = "passive-voice"
_BEFORE_VERB = frozenset({"MD", "RB"})
_MUST = frozenset("will won't must mustn't should shouldn't shall".split())
_NEEDING = frozenset("need needs needed have has had is are was were ought due".split())
_HAVE = frozenset({"has", "have", "had", "having", "been"})
_BE = frozenset({"is", "are", "was", "were"})
_REACH = 6
"""How many words after "be" a participle may come."""
_AFTER_PARTICLE = frozenset({".", ",", ":", "CC", "RB", "MD", "VBZ", "VBP", "VBD"})
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

    def check(self, block: Block, facts: BlockFacts) -> Iterator[Finding]:
        """Yield the findings, but not of words that the glossary or ``buried-verb`` has more to say about."""
        found = list(super().check(block, facts))
        if not found:
            return
        told = [mention.span for mention in facts.mentions if mention.term.entry == "wording"]
        told += [span for sentence in facts.tagged for span in spans_in_passives(sentence.tokens)]
        for finding in found:
            at = finding.at
            if at is None or not any(at.span.start < span.end and span.start < at.span.end for span in told):
                yield finding


def says_how_it_is(tokens: Sequence[Token], passive: Passive) -> bool:
    """Tell whether a passive verb says how something is, rather than what somebody does.

    "Papers are published on our website" says how things are; "papers will be published" needs somebody to do it.
    """
    participle = tokens[passive.participle].lower
    following = tokens[passive.participle + 1].lower if passive.participle + 1 < len(tokens) else ""
    if participle in word_list(_RULE, "says-how-it-is") or f"{participle} {following}" in word_list(_RULE, "phrases"):
        return True
    return participle in word_list(_RULE, "says-how-it-is-now") and not _is_to_happen(tokens, passive.auxiliary)


def _is_to_happen(tokens: Sequence[Token], auxiliary: int) -> bool:
    """Tell whether the form of "be" belongs to "will be", "must be", "needs to be", "has been" or "is being"."""
    before = [token.lower for token in tokens[max(0, auxiliary - 4) : auxiliary] if token.tag != "RB"]
    if tokens[auxiliary].lower in ("been", "being"):
        return True
    if before[-1:] == ["to"]:
        return not _NEEDING.isdisjoint(before)
    return not _MUST.isdisjoint(before[-2:])


def names_doer(tokens: Sequence[Token], passive: Passive) -> bool:
    """Tell whether the sentence says by whom: "was agreed by the board", but not "by May" or "by using".

    What is said of "one's" things is said of anybody, who is then the doer.
    """
    if [token.lower for token in tokens[:2]] == ["one", "'s"]:
        return True
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
    if tokens[start].tag == "CD":
        # "By two people", "by one of us", but not "by 3 May" or "by 2030".
        return following in ("NN", "NNS", "IN", "JJ") and not _is_time(tokens, start + 1)
    if tokens[start].tag in _NOT_A_DOER and not (tokens[start].tag == "VBG" and following.startswith("NN")):
        return False
    return not _is_time(tokens, start)


def _is_time(tokens: Sequence[Token], start: int) -> bool:
    """Tell whether the next noun, or a word before it, names a time, a way or an amount."""
    for token in tokens[start : start + 6]:
        if token.lower in word_list(_RULE, "times-and-ways"):
            return True
        if token.tag.startswith("NN") or token.tag == "PRP":
            return False
    return False


def verb_span(tokens: Sequence[Token], passive: Passive) -> Span:
    """Return the span of a passive verb in the block's text, in characters, with the small words that go with it.

    These are "will", "has" or "not" before it, and after it "out" in "carried out" or "for" in "is cared for".
    """
    first, last = sorted((passive.auxiliary, passive.participle))
    if tokens[first].lower == "being" and first > 0 and tokens[first - 1].lower in _BE:
        first -= 1
    while first > 0 and (tokens[first - 1].tag in _BEFORE_VERB or tokens[first - 1].lower in _HAVE):
        first -= 1
    while tokens[first].tag == "RB":
        first += 1
    if tokens[first].lower == "'s" and first > 0:
        first -= 1
    if _has_particle(tokens, last):
        last += 1
    return Span(tokens[first].span.start, tokens[last].span.end)


def _has_particle(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether the word after a verb goes with it, and not with what follows: "carried out", "is cared for."."""
    if verb + 1 >= len(tokens):
        return False
    if tokens[verb + 1].tag == "RP":
        return True
    after = tokens[verb + 2].tag if verb + 2 < len(tokens) else "."
    return tokens[verb + 1].tag == "IN" and after in _AFTER_PARTICLE
