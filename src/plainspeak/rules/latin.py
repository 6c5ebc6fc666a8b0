"""The rule ``latin``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from plainspeak.document import Block, Span
from plainspeak.findings import Finding, Severity, Suggestion
from plainspeak.glossary import Mention
from plainspeak.rules.base import BlockRule
from plainspeak.rules.facts import BlockFacts
from plainspeak.rules.wording import choice, lower_first, quoted, swap, wording_of

__all__ = ["Latin"]


class Latin(BlockRule):
    """Flag Latin that English words can replace, such as “eg”, “ie” and “etc”.

    Why it matters: some people never learnt these words, or mix them up. Screen readers may say “egg” for “eg”.
    What to do instead: write the English words, as the government’s style guide asks. The rule leaves alone references,
    and Latin that has become English, such as “via” and “versus”.

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
        ends = {sentence.span.end for sentence in facts.sentences}
        for mention in wording_of(self.id, block, facts):
            span = mention.span
            if span.end in ends and block.text[span.end - 1] == ".":
                # The full stop of "etc." is also that of the sentence, which keeps it.
                span = Span(span.start, span.end - 1)
            if not _is_in_capitals(block.text[span.start : span.end], mention.form.text):
                yield self._found(block, mention, span)

    def _found(self, block: Block, mention: Mention, span: Span) -> Finding:
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
                swap(block.text, at, words, reason=term.why or "", safe=term.safe and index == 0)
                for index, words in enumerate(mention.form.replacements)
            ]
            or [Suggestion(reason=term.advice or "")],
            term=term.headword,
            confidence=0.9,
        )


def _is_in_capitals(written: str, form: str) -> bool:
    """Tell whether words begin with capitals that the glossary doesn't have: IE and AD stand for something else."""
    first = written.split()[0]
    return len(first) > 1 and first.isupper() and not form.isupper()
