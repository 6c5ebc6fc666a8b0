"""The rule ``passive-voice``."""

from __future__ import annotations

from collections.abc import Iterator

from plainspeak.document import Block
from plainspeak.findings import Finding
from plainspeak.language import TaggedSentence
from plainspeak.language.passive import passives
from plainspeak.rules._doers import PassiveRule, names_doer, says_how_it_is, verb_span
from plainspeak.rules.hidden_decision_maker import is_decision
from plainspeak.rules.wording import quoted

__all__ = ["PassiveVoice"]


class PassiveVoice(PassiveRule):
    """Note a passive verb that doesn't say who does it.

    Why it matters: readers can't tell who is responsible, or whom to ask.
    What to do instead: begin with whoever does it: “we will write to you”. The rule is quiet where the text names the
    doer, or where it makes no difference to the reader.

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
            if says_how_it_is(tokens, passive) or names_doer(tokens, passive) or is_decision(tokens, passive):
                continue
            span = verb_span(tokens, passive)
            written = block.text[span.start : span.end]
            yield self.finding(
                f"{quoted(written)} doesn\u2019t say who does it: begin with “we”, “you” or the name of the team.",
                self.spot(span),
                text=written,
                confidence=0.7,
            )
            return
