"""The rule ``latin``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from plainspeak.document import Block, Span
from plainspeak.findings import Finding, Severity, Suggestion
from plainspeak.glossary import Mention
from plainspeak.rules.base import BlockRule
from plainspeak.rules.facts import BlockFacts
from plainspeak.rules.wording import choice, lower_first, quoted, swap, wording_of

__all__ = ["Latin"]

_LAW_AFTER = re.compile(r"\.?\)?\s+(?:\(\w+\)\s+)?(?:Act|Bill|Measure|Order|Regulations|Rules)\b")
_NAME_BEFORE = re.compile(r"\b[A-Z]\w+,?\s+$")
_PATH_BEFORE = re.compile(r"(?:^|[^\w/])/$")
_LIST_BEFORE = re.compile(r"\b[a-z]+,\s+$")
_LONGEST_BEFORE = 40
"""Characters before a phrase that are looked at."""
_LEAST_CAPITALS = 8
"""Letters that a sentence in capitals has besides the Latin: fewer may all be acronyms."""


class Latin(BlockRule):
    """Flag Latin that English words can replace, such as “eg”, “ie” and “etc”.

    Why it matters: some people never learnt these words, or mix them up. Screen readers may say “egg” for “eg”.
    What to do instead: write the English words, as the government’s style guide asks. The rule leaves alone references,
    names of laws, and Latin that has become English, such as “via” and “versus”.

    Examples:
        Bring something to eat, e.g. a sandwich.
                                ^^^^ latin

        Bring paper, pens etc.
                          ^^^ latin

        Bring something to eat, for example a sandwich.

        The team wrote: “Bring something to eat, e.g. a sandwich.”
    """

    id = "latin"
    severity: ClassVar[Severity] = Severity.HINT

    def check(self, block: Block, facts: BlockFacts) -> Iterator[Finding]:
        """Yield a finding for each Latin phrase outside quotations."""
        text = block.text
        ends = {sentence.span.end for sentence in facts.sentences}
        for mention in wording_of(self.id, block, facts):
            span = mention.span
            if _is_in_name(text, span):
                continue
            if span.end in ends and text[span.end - 1] == ".":
                # The full stop of "etc." is also that of the sentence, which keeps it.
                span = Span(span.start, span.end - 1)
            shouted = _is_shouted(text, span, facts)
            if shouted or not _is_acronym(text, span, mention.form.text):
                yield self._found(block, mention, span, shouted=shouted)

    def _found(self, block: Block, mention: Mention, span: Span, *, shouted: bool) -> Finding:
        term, at = mention.term, self.spot(span)
        written = block.text[span.start : span.end]
        said = [f"write {choice(mention.form.replacements)}."] if mention.form.replacements else []
        if term.advice:
            said.append(term.advice if said else lower_first(term.advice))
        return self.finding(
            f"{quoted(written)} is Latin: {' '.join(said)}",
            at,
            text=written,
            suggestions=[
                swap(
                    block.text,
                    at,
                    words.upper() if shouted else words,
                    reason=term.why or "",
                    safe=term.safe and index == 0,
                )
                for index, words in enumerate(mention.form.replacements)
            ]
            or [Suggestion(reason=term.advice or "")],
            term=term.headword,
            confidence=0.9,
        )


def _is_in_name(text: str, span: Span) -> bool:
    """Tell whether words are part of the name of a law ("at Work etc. Act") or of a file ("/etc/hosts", "etc/")."""
    before = text[max(0, span.start - _LONGEST_BEFORE) : span.start]
    if text[span.end : span.end + 1] in ("/", "\\") or _PATH_BEFORE.search(before):
        return True
    return bool(_NAME_BEFORE.search(before) and _LAW_AFTER.match(text, span.end))


def _is_shouted(text: str, span: Span, facts: BlockFacts) -> bool:
    """Tell whether words stand in a sentence that is all in capitals."""
    sentence = next(each.span for each in facts.sentences if span.start < each.span.end)
    others = text[sentence.start : span.start] + text[span.end : sentence.end]
    return others.isupper() and sum(map(str.isalpha, others)) >= _LEAST_CAPITALS and text[span.start].isupper()


def _is_acronym(text: str, span: Span, form: str) -> bool:
    """Tell whether words begin with capitals that the glossary doesn't have: IE and AD stand for something else."""
    first = text[span.start : span.end].split()[0]
    if len(first) < 2 or not first.isupper() or form.isupper():
        return False
    # Nobody writes E.G. for something else, and "pens, paper, ETC" goes on with a list.
    in_list = form.startswith("etc") and _LIST_BEFORE.search(text, max(0, span.start - _LONGEST_BEFORE), span.start)
    return "." not in first.rstrip(".") and not in_list
