"""The rule ``passive-voice``."""

from __future__ import annotations

from collections.abc import Iterator

from plainspeak.document import Block
from plainspeak.findings import Finding
from plainspeak.glossary.grammar import word_list
from plainspeak.language import TaggedSentence
from plainspeak.language.passive import passives
from plainspeak.rules.doers import PassiveRule, names_doer, verb_span
from plainspeak.rules.hidden_decision_maker import hides_decision
from plainspeak.rules.wording import quoted

__all__ = ["PassiveVoice"]


class PassiveVoice(PassiveRule):
    """Note a passive verb that doesn't say who does it.

    Why it matters: readers can't tell who is responsible, or whom to ask.
    What to do instead: begin with whoever does it: “we will write to you”. It is quiet where the doer is named, or
    makes no difference to the reader.

    Examples:
        The forms will be sent to you.
                  ^^^^^^^^^^^^ passive-voice

        We will send you the forms.

        The forms will be sent to you by your GP.

        The clinic is based in Luton.
    """

    id = "passive-voice"

    def check_sentence(self, block: Block, sentence: TaggedSentence) -> Iterator[Finding]:
        """Yield a finding for the first passive verb of the sentence whose doer is missing and matters."""
        tokens = sentence.tokens
        for passive in passives(tokens):
            participle = tokens[passive.participle].lower
            if participle in word_list(self.id, "doer-does-not-matter") or names_doer(tokens, passive):
                continue
            if hides_decision(tokens, passive):
                continue
            span = verb_span(tokens, passive)
            written = block.text[span.start : span.end]
            yield self.finding(
                f"{quoted(written)} doesn\u2019t say who does it: begin with the person or team, such as “we”.",
                self.spot(span),
                text=written,
                confidence=0.7,
            )
            return
