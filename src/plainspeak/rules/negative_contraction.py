"""The rule ``negative-contraction``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from plainspeak.document import Block, Kind, Span, holding
from plainspeak.findings import Finding, Severity, Suggestion
from plainspeak.language.quotations import quotations
from plainspeak.rules.base import BlockRule
from plainspeak.rules.facts import BlockFacts
from plainspeak.rules.wording import quoted, swap

__all__ = ["NegativeContraction"]

_CONTRACTION = re.compile(
    r"\b(?P<verb>ca|could|dare|did|does|do|had|has|have|is|are|was|were|might|must|need|ought|sha|should|wo|would)"
    r"n['\u2019]t\b",
    re.IGNORECASE,
)
_IN_FULL = {"ca": "cannot", "sha": "shall not", "wo": "will not"}
_SUBJECT = re.compile(r"\s+(?:I|you|he|she|it|we|they)\b", re.IGNORECASE)
_BEFORE_QUESTION = re.compile(r"\W*(?:(?:how|when|where|why)\s+)?", re.IGNORECASE)
_QUESTION = re.compile(r"\?[\"')\]*_!?\u2019\u201d]*$")
_CONDITION = frozenset({"had", "should", "were"})
"""Verbs that stand for "if" at the beginning of a sentence: "Shouldn't you be well, tell us"."""
_LONGEST_END = 8
"""Characters: a question mark and what may stand after it, such as a bracket."""


class NegativeContraction(BlockRule):
    """Flag a shortened “not”, as in “don’t” and “can’t”.

    Why it matters: research for the government’s website found that many people stumble over these words, and that some
    read the opposite.
    What to do instead: write “do not” and “cannot” in full, above all in advice about medicines. Ask a question another
    way. Only the profile for leaflets looks for these words; elsewhere a friendly tone can matter more.

    Examples:
        Don’t drive after the test.
        ^^^^^ negative-contraction

        Do not drive after the test.

        Mrs Lee said: “I don’t drive.”
    """

    id = "negative-contraction"
    severity: ClassVar[Severity] = Severity.INFORMATION

    def check(self, block: Block, facts: BlockFacts) -> Iterator[Finding]:
        """Yield a finding for each such word outside quotations."""
        if block.kind is Kind.QUOTE or not _CONTRACTION.search(block.text):
            return
        speech = quotations(block.text)
        for sentence in facts.sentences:
            for contraction in _CONTRACTION.finditer(block.text, sentence.span.start, sentence.span.end):
                if holding(speech, Span(*contraction.span())) is None:
                    yield self._found(block, sentence.span, contraction)

    def _found(self, block: Block, sentence: Span, contraction: re.Match[str]) -> Finding:
        written, verb = contraction[0], contraction["verb"].lower()
        at = self.spot(Span(*contraction.span()))
        in_full = _IN_FULL.get(verb, f"{verb} not")
        question = _QUESTION.search(block.text, max(sentence.start, sentence.end - _LONGEST_END), sentence.end)
        starts = _BEFORE_QUESTION.fullmatch(block.text, sentence.start, at.span.start)
        subject = _SUBJECT.match(block.text, at.span.end)
        if starts and subject and not question and verb in _CONDITION and "," in block.text[at.span.end : sentence.end]:
            advice = f"write {quoted(f'if {subject[0].strip()} {in_full}')}"
            suggestion = Suggestion(reason="Without “if”, the words in full would stand in another order.")
        elif (starts and question) or subject:
            # In "Don't you agree?" the "not" would come after "you".
            advice = "ask this another way"
            suggestion = Suggestion(reason="In a question, the words in full would stand in another order.")
        else:
            advice = f"write {quoted(in_full)}"
            words = in_full.upper() if written.isupper() else in_full
            suggestion = swap(block.text, at, words, safe=not question)
        return self.finding(
            f"Some people read {quoted(written)} as its opposite: {advice}.",
            at,
            text=written,
            suggestions=[suggestion],
            term=in_full,
        )
