"""The rule ``wordy-phrase``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import ClassVar

from plainspeak.document import Block
from plainspeak.findings import Finding, Severity
from plainspeak.glossary import Mention
from plainspeak.rules._fitting import fitting
from plainspeak.rules.base import BlockRule
from plainspeak.rules.facts import BlockFacts
from plainspeak.rules.wording import choice, lower_first, quoted, swap, wording_of

__all__ = ["WordyPhrase"]


class WordyPhrase(BlockRule):
    """Flag a long or stiff phrase that plain words can replace.

    Why it matters: every extra word is work for the reader, and stiff words keep people at a distance.
    What to do instead: use the shorter, everyday words.

    Examples:
        We met in order to agree the plan.
               ^^^^^^^^^^^ wordy-phrase

        We met to agree the plan.

        She said: “We met in order to agree the plan.”
    """

    id = "wordy-phrase"
    severity: ClassVar[Severity] = Severity.INFORMATION

    def check(self, block: Block, facts: BlockFacts) -> Iterator[Finding]:
        """Yield a finding for each such phrase outside quotations."""
        for mention in wording_of(self.id, block, facts):
            # Of verbs it isn't known what can't stand where they do.
            fitted = mention if mention.term.inflects == "verb" else fitting(block.text, facts, mention)
            yield self._found(block, mention, fitted.form.replacements)

    def _found(self, block: Block, mention: Mention, fitting_here: Sequence[str]) -> Finding:
        term, at = mention.term, self.spot(mention.span)
        written = block.text[mention.span.start : mention.span.end]
        if fitting_here:
            advice = f"write {choice(fitting_here)}"
        elif mention.form.replacements:
            advice = f"turn the sentence round, with {choice(mention.form.replacements)}"
        else:
            advice = term.advice or ""
        found = self.finding(
            f"{quoted(written)} can be plainer: {lower_first(advice).rstrip('.')}.",
            at,
            text=written,
            suggestions=[
                swap(block.text, at, words, reason=term.why or "", safe=term.safe and index == 0)
                for index, words in enumerate(fitting_here)
            ],
            term=term.headword,
            confidence=0.7 if term.hint else 0.9,
        )
        return replace(found, severity=Severity.HINT) if term.hint else found
