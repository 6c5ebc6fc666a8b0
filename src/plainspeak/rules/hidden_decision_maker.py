"""The rule ``hidden-decision-maker``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plainspeak.document import Block, Span
from plainspeak.findings import Finding
from plainspeak.glossary.grammar import word_list
from plainspeak.language import TaggedSentence, Token
from plainspeak.language.passive import Passive, passives
from plainspeak.rules._doers import PassiveRule, names_doer, verb_span
from plainspeak.rules.wording import quoted

__all__ = ["HiddenDecisionMaker", "is_decision"]

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
        """Yield a finding for each decision or view of the sentence that seems to be nobody's."""
        tokens = sentence.tokens
        for passive in passives(tokens):
            if not is_decision(tokens, passive) or _is_nobodys(tokens, passive) or names_doer(tokens, passive):
                continue
            span = verb_span(tokens, passive)
            if _is_to_be(tokens, passive.auxiliary):
                span = Span(tokens[passive.auxiliary - 2].span.start, span.end)
            written = block.text[span.start : span.end]
            whose = (
                "whose view this is: name them, as in “carers told us”"
                if _is_view(tokens, passive)
                else "who decides: name them, as in “the board agreed”"
            )
            yield self.finding(
                f"{quoted(written)} doesn\u2019t say {whose}.", self.spot(span), text=written, confidence=0.8
            )


def is_decision(tokens: Sequence[Token], passive: Passive) -> bool:
    """Tell whether a passive verb stands for a decision or a view: "was agreed", "it was felt", "is to be reviewed"."""
    participle, before = tokens[passive.participle].lower, _words_before(tokens, passive)
    if participle in word_list(_ID, "decided"):
        return True
    if participle in word_list(_ID, "taken"):
        return not (word_list(_ID, "decisions") | word_list(_ID, "views")).isdisjoint(before)
    if _is_view(tokens, passive):
        return True
    return _is_to_be(tokens, passive.auxiliary) and participle in word_list(_ID, "acts")


def _is_nobodys(tokens: Sequence[Token], passive: Passive) -> bool:
    """Tell whether nobody has decided yet ("no decision was taken") or the reader is to ("it should be noted")."""
    if not word_list(_ID, "none").isdisjoint(_words_before(tokens, passive)):
        return True
    return _is_view(tokens, passive) and tokens[passive.auxiliary].lower == "be"


def _is_view(tokens: Sequence[Token], passive: Passive) -> bool:
    """Tell whether a passive verb says what somebody thinks: "it was felt that", "concerns were raised"."""
    participle, before = tokens[passive.participle].lower, _words_before(tokens, passive)
    if participle in word_list(_ID, "taken"):
        return not word_list(_ID, "views").isdisjoint(before)
    return participle in word_list(_ID, "judged") and _is_about_it(tokens, passive.auxiliary)


def _is_about_it(tokens: Sequence[Token], auxiliary: int) -> bool:
    """Tell whether "it" is the subject of a verb ("it was felt"), not the object of one before ("as we use it is")."""
    for index in range(auxiliary - 1, max(-1, auxiliary - 4), -1):
        if tokens[index].lower == "it":
            return index == 0 or not tokens[index - 1].tag.startswith("VB")
    return False


def _words_before(tokens: Sequence[Token], passive: Passive) -> list[str]:
    return [token.lower for token in tokens[max(0, passive.auxiliary - _DECISION_BEFORE) : passive.auxiliary]]


def _is_to_be(tokens: Sequence[Token], auxiliary: int) -> bool:
    """Tell whether "be" stands in "is to be", which says that something will be done; "if it were to be" does not."""
    return auxiliary >= 2 and tokens[auxiliary - 1].tag == "TO" and tokens[auxiliary - 2].lower in ("is", "are", "was")
