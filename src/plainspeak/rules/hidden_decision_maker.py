"""The rule ``hidden-decision-maker``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plainspeak.document import Block, Span
from plainspeak.findings import Finding
from plainspeak.glossary.grammar import word_list
from plainspeak.language import TaggedSentence, Token
from plainspeak.language.passive import Passive, passives
from plainspeak.rules.doers import PassiveRule, names_doer, verb_span
from plainspeak.rules.wording import quoted

__all__ = ["HiddenDecisionMaker", "hides_decision"]

_ID = "hidden-decision-maker"
_DECISION_BEFORE = 6


class HiddenDecisionMaker(PassiveRule):
    """Note a decision that nobody seems to have taken.

    Why it matters: people who were not in the room can't see who decided, so they can't ask why or take part next time.
    What to do instead: say who decides: “the board agreed”, not “it was agreed”.

    Examples:
        It was agreed that the clinic would close.
           ^^^^^^^^^^ hidden-decision-maker

        A decision was taken to close the clinic.
                   ^^^^^^^^^ hidden-decision-maker

        The policy is to be reviewed in May.
                   ^^^^^^^^^^^^^^^^^ hidden-decision-maker

        The board agreed that the clinic would close.

        It was agreed by the board that the clinic would close.
    """

    id = _ID

    def check_sentence(self, block: Block, sentence: TaggedSentence) -> Iterator[Finding]:
        """Yield a finding for each decision of the sentence whose maker isn't named."""
        tokens = sentence.tokens
        for passive in passives(tokens):
            if hides_decision(tokens, passive) and not (names_doer(tokens, passive) or _asks_reader(tokens, passive)):
                span = verb_span(tokens, passive)
                if _is_to_be(tokens, passive.auxiliary):
                    span = Span(tokens[passive.auxiliary - 2].span.start, span.end)
                written = block.text[span.start : span.end]
                yield self.finding(
                    f"{quoted(written)} doesn\u2019t say who decides: name them, as in “the board agreed”.",
                    self.spot(span),
                    text=written,
                    confidence=0.8,
                )


def hides_decision(tokens: Sequence[Token], passive: Passive) -> bool:
    """Tell whether a passive verb stands for a decision: "it was agreed", "action was taken", "is to be reviewed"."""
    participle = tokens[passive.participle].lower
    before = [token.lower for token in tokens[max(0, passive.auxiliary - _DECISION_BEFORE) : passive.auxiliary]]
    if participle in word_list(_ID, "decided"):
        return True
    if participle in word_list(_ID, "judged"):
        return "it" in before[-3:]
    if participle in word_list(_ID, "taken"):
        return not word_list(_ID, "decisions").isdisjoint(before)
    return _is_to_be(tokens, passive.auxiliary)


def _asks_reader(tokens: Sequence[Token], passive: Passive) -> bool:
    """Tell whether it is the reader who is to do it: "it should be noted that"."""
    judged = tokens[passive.participle].lower in word_list(_ID, "judged")
    return judged and tokens[passive.auxiliary].lower == "be"


def _is_to_be(tokens: Sequence[Token], auxiliary: int) -> bool:
    """Tell whether "be" stands in "is to be", which says that something will be done and not by whom."""
    return (
        auxiliary >= 2
        and tokens[auxiliary - 1].tag == "TO"
        and tokens[auxiliary - 2].lower in ("is", "are", "was", "were")
    )
