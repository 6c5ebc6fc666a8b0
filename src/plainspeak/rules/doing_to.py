"""The rule ``doing-to``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import ClassVar

from plainspeak.document import Block, Kind, Span
from plainspeak.findings import Finding, Severity, Suggestion
from plainspeak.glossary.grammar import word_list, word_map
from plainspeak.language import TaggedSentence, Token
from plainspeak.language.inflection import inflect
from plainspeak.rules._allowances import ALLOWED, allowance_at, speaks_to_reader
from plainspeak.rules._people_phrases import (
    BEFORE_NOUN,
    MOST_BEFORE_NOUN,
    NOUN,
    action_at,
    is_decided,
    people_end,
    words_of,
)
from plainspeak.rules.base import GrammarRule
from plainspeak.rules.wording import choice, quoted, swap

__all__ = ["DoingTo"]

_LEFT_ALONE = frozenset({Kind.HEADING, Kind.TITLE, Kind.QUOTE, Kind.TOC, Kind.CODE, Kind.HEADER, Kind.FOOTER})
_ENDINGS = ("VBZ", "VBD", "VBN", "VBG")


@dataclass(frozen=True, slots=True)
class _Match:
    """What a pattern found: its name, which tokens, and words to put there, in full or as an example."""

    pattern: str
    start: int
    end: int
    instead: str | None = None
    examples: tuple[str, ...] = ()


class DoingTo(GrammarRule):
    """Note language in which people are done to, not worked with.

    Why it matters: “We allow patients to choose” puts one side in charge of the other, where both could decide.
    What to do instead: make people the ones who act, as in “patients can choose”. This is a note, not a ban. It leaves
    alone what an app or a law makes possible, quotations, and text that argues against such words.

    Examples:
        We allow patients to choose a time.
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^ doing-to

        We need to get carers to attend the group.
                   ^^^^^^^^^^^^^^^^^^^^ doing-to

        We listen to our patients and their families.
                     ^^^^^^^^^^^^ doing-to

        You are not allowed to bring a pet.
            ^^^^^^^^^^^^^^^^^^ doing-to

        Patients can choose a time. The website allows patients to book. Please let us know.
    """

    id = "doing-to"
    severity: ClassVar[Severity] = Severity.INFORMATION

    def concerns(self, block: Block, words: Sequence[str]) -> bool:
        """Tell whether a sentence has a verb of doing to and people, "you" and "allowed", or "our" and people."""
        if block.kind in _LEFT_ALONE:
            return False
        if "our" in words and not word_list(self.id, "owned").isdisjoint(words):
            return True
        if not any(word in _verb_forms() for word in words):
            return False
        if "expectations" in words or not word_list(self.id, "people").isdisjoint(words):
            return True
        return not ALLOWED.isdisjoint(words) and speaks_to_reader(words)

    def check_sentence(self, block: Block, sentence: TaggedSentence) -> Iterator[Finding]:
        """Yield a note for each such wording that the sentence doesn't argue against."""
        tokens = sentence.tokens
        for index in range(len(tokens)):
            match = _match_at(tokens, index)
            if match is None or _is_argued_against(tokens[: match.start]):
                continue
            yield self._note(block, match, Span(tokens[match.start].span.start, tokens[match.end - 1].span.end))

    def _note(self, block: Block, match: _Match, span: Span) -> Finding:
        at = self.spot(span)
        written = block.text[span.start : span.end]
        why = word_map(self.id, "why")[match.pattern]
        examples = match.examples or ((match.instead,) if match.instead else ())
        options = f" You could write {choice(examples)}." if examples else ""
        note = self.finding(
            f"{quoted(written)}: {why}{options}",
            at,
            text=written,
            suggestions=[swap(block.text, at, match.instead, reason=why) if match.instead else Suggestion(reason=why)],
            confidence=0.6 if match.pattern == "ours" else 0.8,
        )
        # "Our patients" is often meant warmly.
        return replace(note, severity=Severity.HINT) if match.pattern == "ours" else note


def _match_at(tokens: Sequence[Token], index: int) -> _Match | None:
    """Return what begins at a token, if anything does."""
    lower = tokens[index].lower
    if lower == "our":
        return _ours(tokens, index)
    base = _verb_forms().get(lower)
    is_noun = index and tokens[index].tag in NOUN and tokens[index - 1].tag in ("DT", "JJ", "PRP$")
    if base is None or is_noun:
        return None
    if lower in ALLOWED and (allowance := allowance_at(tokens, index)):
        return _Match("permission", allowance[0], index + 2, allowance[1])
    return _PATTERNS[word_map(DoingTo.id, "verbs")[base]](tokens, index, base)


def _permission(tokens: Sequence[Token], verb: int, base: str) -> _Match | None:
    """Find "allow patients to choose" and "let patients choose", where somebody in charge allows it."""
    in_order = [token.lower for token in tokens[max(0, verb - 3) : verb]] == ["in", "order", "to"]
    if not in_order and not is_decided(tokens, verb):
        return None
    people = people_end(tokens, verb + 1)
    action = action_at(tokens, people, bare=base == "let") if people else None
    if action is None or (base == "let" and tokens[action].lower in word_list(DoingTo.id, "after-let")):
        return None
    start = verb - 1 if verb and tokens[verb - 1].lower == "only" else verb
    who = words_of(tokens[verb + 1 : action if base == "let" else action - 1])
    who = f"only {who}" if start < verb else who
    can = f"{who} can {tokens[action].text}"
    modal = "could" if tokens[verb].lower in ALLOWED else "can"
    # "We let" can be about the past or not, so that neither "can" nor "could" is certain.
    if start == 1 and tokens[0].lower == "we" and base != "let":
        return _Match("permission", 0, action + 1, f"{who} {modal} {tokens[action].text}")
    if in_order:
        return _Match("permission", verb - 3, action + 1, f"so that {can}")
    return _Match("permission", start, action + 1, examples=(can, f"so that {can}"))


def _steer(tokens: Sequence[Token], verb: int, base: str) -> _Match | None:
    """Find "get patients to comply" and "ensure that patients comply"."""
    start = verb + 1
    while start < len(tokens) and tokens[start].lower in ("sure", "certain", "that"):
        start += 1
    people = people_end(tokens, start)
    action = action_at(tokens, people, bare=base in ("make", "ensure")) if people else None
    if action is None:
        return None
    done = tokens[action].lower
    wide = start == verb + 1 and (base == "get" or (base == "make" and is_decided(tokens, verb)))
    if done in word_list(DoingTo.id, "obey") or (wide and done in word_list(DoingTo.id, "steered")):
        return _Match("steer", verb, action + 1)
    return None


def _teach(tokens: Sequence[Token], verb: int, _base: str) -> _Match | None:
    """Find "educate the public about sepsis". What the young are taught is another matter."""
    people = people_end(tokens, verb + 1)
    if people is None or tokens[people - 2].lower == "young":
        return None
    who = words_of(tokens[verb + 1 : people])
    share = f"{_like(tokens[verb], 'share')} information with {who}"
    certain = people < len(tokens) and tokens[people].lower in ("about", "on")
    return _Match("teach", verb, people, share if certain else None, (share,))


def _handle(tokens: Sequence[Token], verb: int, _base: str) -> _Match | None:
    """Find "deal with patients"."""
    people = people_end(tokens, verb + 2) if _next_is(tokens, verb, "with") else None
    if people is None or (people < len(tokens) and tokens[people].tag == "POS"):
        return None
    who = words_of(tokens[verb + 2 : people])
    return _Match("handle", verb, people, f"{_like(tokens[verb], 'work')} with {who}")


def _expectations(tokens: Sequence[Token], verb: int, _base: str) -> _Match | None:
    """Find "manage patients' expectations"."""
    for index in range(verb + 1, min(len(tokens), verb + 2 + MOST_BEFORE_NOUN)):
        if tokens[index].lower == "expectations":
            return _Match("expectations", verb, index + 1)
        if tokens[index].tag not in BEFORE_NOUN | {"NNS", "NNPS", "CC"} and tokens[index].lower != "'":
            return None
    return None


def _voice(tokens: Sequence[Token], verb: int, _base: str) -> _Match | None:
    """Find "give patients a voice" and "give patients permission"."""
    people = people_end(tokens, verb + 1)
    if people is None:
        return None
    if _next_is(tokens, people - 1, "permission") and is_decided(tokens, verb):
        return _Match("permission", verb, people + 1)
    if [token.lower for token in tokens[people : people + 2]] == ["a", "voice"]:
        return _Match("voice", verb, people + 2)
    return None


def _journey(tokens: Sequence[Token], verb: int, _base: str) -> _Match | None:
    """Find "take people with us" and "bring residents on the journey"."""
    people = people_end(tokens, verb + 1)
    if people is None:
        return None
    after = [token.lower for token in tokens[people : people + 3]]
    if after[:2] == ["with", "us"]:
        return _Match("journey", verb, people + 2)
    if after in (["on", "the", "journey"], ["on", "this", "journey"], ["on", "a", "journey"], ["along", "with", "us"]):
        return _Match("journey", verb, people + 3)
    return None


def _ours(tokens: Sequence[Token], our: int) -> _Match | None:
    """Find "our patients" and "our older residents"."""
    people = people_end(tokens, our, others=False)
    if people is None or tokens[people - 1].lower not in word_list(DoingTo.id, "owned"):
        return None
    they, who = "people who use our services", words_of(tokens[our + 1 : people])
    if tokens[people - 1].lower == "users":
        return _Match("ours", our, people, they)
    # "One of patients" wouldn't be English.
    certain = our == 0 or tokens[our - 1].lower not in ("of", "among", "amongst", "between")
    return _Match("ours", our, people, who if certain else None, (who, they))


_PATTERNS: Mapping[str, Callable[[Sequence[Token], int, str], _Match | None]] = {
    "permission": _permission,
    "steer": _steer,
    "teach": _teach,
    "handle": _handle,
    "expectations": _expectations,
    "voice": _voice,
    "journey": _journey,
}


@cache
def _verb_forms() -> Mapping[str, str]:
    """Return every form of the rule's verbs with the base form."""
    verbs = word_map(DoingTo.id, "verbs")
    return {form: verb for verb in verbs for form in (verb, *(inflect(verb, tag) for tag in _ENDINGS))}


def _next_is(tokens: Sequence[Token], index: int, word: str) -> bool:
    return index + 1 < len(tokens) and tokens[index + 1].lower == word


def _is_argued_against(before: Sequence[Token]) -> bool:
    """Tell whether words before turn the sentence against what follows, as in "rather than"."""
    against = word_list(DoingTo.id, "against")
    return any(token.lower in against or token.lower.endswith("n't") for token in before)


def _like(token: Token, verb: str) -> str:
    """Return another verb in the form that a token has."""
    base = _verb_forms()[token.lower]
    return next((inflect(verb, tag) for tag in _ENDINGS if inflect(base, tag) == token.lower), verb)
