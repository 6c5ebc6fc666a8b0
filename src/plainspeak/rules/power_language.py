"""The rule ``power-language``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from plainspeak.document import Block
from plainspeak.findings import Finding, Severity, Suggestion
from plainspeak.glossary import Mention
from plainspeak.rules.base import BlockRule
from plainspeak.rules.facts import BlockFacts
from plainspeak.rules.wording import choice, lower_first, quoted, swap, wording_of

__all__ = ["PowerLanguage"]


class PowerLanguage(BlockRule):
    """Note wording that can talk down to people, blame them, or hide who decides.

    Why it matters: people who are spoken of as a problem are not at the table as equals.
    What to do instead: choose words that the people concerned would use of themselves. This is a note, not a ban; words
    that somebody is quoted as saying are left alone.

    Examples:
        Some of our patients are hard to reach.
                                 ^^^^^^^^^^^^^ power-language

        One man said: “They call us hard to reach, but nobody came.”
    """

    id = "power-language"
    severity: ClassVar[Severity] = Severity.INFORMATION

    def check(self, block: Block, facts: BlockFacts) -> Iterator[Finding]:
        """Yield a note for each such wording outside quotations."""
        for mention in wording_of(self.id, block, facts):
            yield self._note(block, mention)

    def _note(self, block: Block, mention: Mention) -> Finding:
        term, at = mention.term, self.spot(mention.span)
        written = block.text[mention.span.start : mention.span.end]
        alternatives = mention.form.replacements or term.instead
        options = f" You could write {choice(alternatives)}." if alternatives else ""
        advice = f" {term.advice}" if term.advice else ""
        note = self.finding(
            f"{quoted(written)}: {lower_first(term.why or '')}{options}{advice}",
            at,
            text=written,
            suggestions=[swap(block.text, at, words, reason=term.why or "") for words in mention.form.replacements]
            or [Suggestion(reason=term.advice or term.why or "")],
            term=term.headword,
            confidence=0.6 if term.hint else 0.8,
        )
        return replace(note, severity=Severity.HINT) if term.hint else note
