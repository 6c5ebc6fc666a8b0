"""The rule ``buried-verb``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from plainspeak.document import Block, Kind, Span
from plainspeak.findings import Finding, Severity
from plainspeak.glossary.grammar import word_list, word_map
from plainspeak.language import TaggedSentence, Token
from plainspeak.language.inflection import inflect
from plainspeak.language.passive import passives
from plainspeak.rules._buried_verb_forms import (
    BEFORE_VERB,
    EmptyVerb,
    buried_nouns,
    buried_pairs,
    empty_forms,
    empty_words,
    turned_nouns,
)
from plainspeak.rules.base import GrammarRule
from plainspeak.rules.wording import quoted, swap

__all__ = ["BuriedVerb", "spans_in_passives"]

_ID = "buried-verb"
_LEFT_ALONE = frozenset({Kind.HEADING, Kind.TITLE, Kind.QUOTE})
_DETERMINERS = frozenset("a an the any some my our your his her its their".split())
_MOST_BEFORE = 3
"""Words before a word that are looked at: "out an early" before "assessment", "have not yet" before "given"."""
_OBJECT_WORDS = 4
_HAVE = frozenset("have has had having 've".split())
_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
_AFTER_NOUN = frozenset({".", ",", ":", "-RRB-", "CC", "IN", "RB", "WRB"})
"""Tags of what may come after a noun that has no object."""
_NOT_AFTER_NOUN = frozenset({"that", "of", "out"})
_TAKE = frozenset("take takes taken taking took".split())
_HELPING = frozenset("be been has have had is are was were".split())
_NOT_IN_SUBJECT = frozenset({",", ":", ".", "WDT", "WP", "WRB", "MD", "TO"})
_STARTS_CLAUSE = frozenset({",", ":", ";", "(", "and", "but", "that", "until", "after", "before", "because", "where"})
_MOST_IN_SUBJECT = 10
"""Words of a subject that are looked at, from its end."""


class BuriedVerb(GrammarRule):
    """Flag a verb that hides in a noun, such as “carry out an assessment of” for “assess”.

    Why it matters: the noun hides who does what, and needs more words to say it.
    What to do instead: write the verb itself, with the people who act before it.

    Examples:
        We carried out an assessment of the ward.
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ buried-verb

        The board will give careful consideration to the plan.
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ buried-verb

        This money is for the provision of day services.
                          ^^^^^^^^^^^^^^^^ buried-verb

        A review of the ward was carried out.
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ buried-verb

        We assessed the ward. Make an appointment to have an assessment of your sight.
    """

    id = _ID
    severity: ClassVar[Severity] = Severity.INFORMATION

    def concerns(self, block: Block, words: Sequence[str]) -> bool:
        """Tell whether a sentence has a noun that can bury a verb, and before it a word that can do so."""
        if block.kind in _LEFT_ALONE:
            return False
        pairs, empty, turned = buried_pairs(), empty_words(), turned_nouns()
        for index, (noun, after) in enumerate(zip(words, [*words[1:], ""], strict=True)):
            if after == "of" and _is_process(words, index):
                return True
            buries = (noun, after) in pairs or (noun, "") in pairs
            if buries and not empty.isdisjoint(words[max(0, index - _MOST_BEFORE) : index]):
                return True
            if noun in turned and not empty.isdisjoint(words[index + 1 : index + 2 + _MOST_IN_SUBJECT]):
                return True
        return False

    def check_sentence(self, block: Block, sentence: TaggedSentence) -> Iterator[Finding]:
        """Yield a finding for each buried verb; for "the provision of" and its like only a hint."""
        tokens = sentence.tokens
        for index in range(len(tokens)):
            buried = _buried(tokens, index)
            if buried is not None:
                yield self._found(block, buried)
            process = _process(tokens, index)
            if process is not None:
                yield replace(self._found(block, process, confidence=0.6), severity=Severity.HINT)
        for passive in _in_passives(tokens):
            yield self._found(block, passive, confidence=0.7)

    def _found(self, block: Block, buried: _Buried, *, confidence: float = 0.9) -> Finding:
        span, instead = buried.span, buried.instead
        written = block.text[span.start : span.end]
        advice = buried.advice or f"write {quoted(instead)}"
        return self.finding(
            f"{quoted(buried.named or written)} buries its verb in a noun: {advice}.",
            self.spot(span),
            text=written,
            suggestions=[] if buried.advice else [swap(block.text, self.spot(span), instead)],
            confidence=confidence,
        )


@dataclass(frozen=True, slots=True)
class _Buried:
    """A buried verb: where it is, and the words that can be put there, or else what to do."""

    span: Span
    instead: str = ""
    advice: str = ""
    named: str = ""
    """How a message calls it, where all of its words would be too many."""


def _buried(tokens: Sequence[Token], index: int) -> _Buried | None:
    """Return the verb that is buried in a noun after the empty verb at a place, if one is."""
    place, empty = _empty_at(tokens, index)
    if empty is None:
        return None
    needed = word_map(_ID, "needs-determiner").get(empty.base)
    if place < len(tokens) and tokens[place].lower in _DETERMINERS:
        if needed == "a" and tokens[place].lower not in ("a", "an"):
            return None
        place += 1
    elif needed:
        return None
    adverb, certain = "", True
    manner = word_map(_ID, "manner")
    if place < len(tokens) and tokens[place].lower in manner:
        adverb = manner[tokens[place].lower] + " "
        place += 1
    elif place < len(tokens) and tokens[place].lower in word_list(_ID, "when-or-who"):
        certain = False
        place += 1
    if place == len(tokens) or tokens[place].text != tokens[place].lower:
        return None
    end, verb = _verb_in(tokens, place, buried_nouns(empty.nouns))
    if verb is None:
        return None
    # "made" is VBD or VBN: the tagger knows which.
    tag = tokens[index].tag if tokens[index].tag in empty.tags else empty.tags[0]
    span, instead = Span(tokens[index].span.start, tokens[end].span.end), adverb + inflect(verb, tag)
    return _Buried(span, instead, "" if certain else f"build the sentence round {quoted(instead)}")


def _verb_in(tokens: Sequence[Token], place: int, nouns: Mapping[tuple[str, str], str]) -> tuple[int, str | None]:
    """Return the verb of the noun at a place, after where its words end."""
    noun, after = tokens[place].lower, tokens[place + 1 : place + 3]
    following = after[0].lower if after else ""
    tag = after[1].tag if len(after) > 1 else ""
    if following == "to" and tag == "VB":
        following += BEFORE_VERB
    # "a suggestion that is hard to follow" is something else than "a suggestion that we move".
    verb = None if following == "that" and tag in _FINITE else nouns.get((noun, following))
    if verb is not None:
        return place + 1, verb
    stands_alone = not after or (after[0].tag in _AFTER_NOUN and following not in _NOT_AFTER_NOUN)
    return place, nouns.get((noun, "")) if stands_alone else None


def _empty_at(tokens: Sequence[Token], index: int) -> tuple[int, EmptyVerb | None]:
    """Return where the words after an empty verb begin, and which verb it is; ``None`` where there is none."""
    tag = tokens[index].tag
    if not (index == 0 or tag.startswith("VB")):
        return index, None
    forms = empty_forms()
    for words in (tokens[index : index + 2], tokens[index : index + 1]):
        found = forms.get(" ".join(token.lower for token in words))
        if found is not None and not (found.nouns == "gifts" and tag == "VBN" and not _after_have(tokens, index)):
            return index + len(words), found
    return index, None


def _after_have(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether "have" goes with a participle. Else it is a passive: "he has been given treatment for asthma"."""
    before = {token.lower for token in tokens[max(0, index - _MOST_BEFORE) : index]}
    return not before.isdisjoint(_HAVE) and "been" not in before


def _process(tokens: Sequence[Token], index: int) -> _Buried | None:
    """Return "the provision of" round the noun at a place, with a verb in "-ing" where that fits as well."""
    noun = tokens[index].text
    words = [token.lower for token in tokens[max(0, index - 3) : index + 2]]
    if index + 1 == len(tokens) or words[-1] != "of" or not _is_process([*words[:-2], noun], len(words) - 2):
        return None
    if index > 2 and words[0] in word_list(_ID, "not-after"):
        return None
    if noun in word_list(_ID, "only-of-made"):
        object_words = {token.lower for token in tokens[index + 2 : index + 2 + _OBJECT_WORDS]}
        if object_words.isdisjoint(word_list(_ID, "made-things")):
            return None
    span = Span(tokens[index - 1].span.start, tokens[index + 1].span.end)
    if _is_asked_for(tokens, index):
        return _Buried(span, advice="say who is to do it, with “to” and the verb")
    return _Buried(span, word_map(_ID, "processes")[noun])


def _is_asked_for(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether somebody asks for the noun at a place: "asked us for the provision of"."""
    before = [token.lower for token in tokens[max(0, index - 2 - _MOST_BEFORE) : index - 1]]
    return before[-1] == "for" and not word_list(_ID, "asking").isdisjoint(before)


def _is_process(words: Sequence[str], index: int) -> bool:
    """Tell whether the word at a place is a noun for doing something, after "the" and a word like "for"."""
    return (
        words[index] in word_map(_ID, "processes")
        and index > 1
        and words[index - 1] == "the"
        and words[index - 2] in word_list(_ID, "before-processes")
    )


def _in_passives(tokens: Sequence[Token]) -> Iterator[_Buried]:
    """Yield each verb buried before an empty one in the passive: "a review of the ward was carried out"."""
    forms = empty_forms()
    for passive in passives(tokens):
        begin, end = passive.auxiliary, passive.participle
        if end + 1 < len(tokens) and f"{tokens[end].lower} {tokens[end + 1].lower}" in forms:
            end += 1
        empty = forms.get(" ".join(token.lower for token in tokens[passive.participle : end + 1]))
        if begin < end and empty is not None:
            yield from _before_passive(tokens, begin, end, buried_nouns(empty.nouns))
    for index, token in enumerate(tokens[:-1]):
        if token.lower in _TAKE and tokens[index + 1].lower == "place":
            yield from _before_passive(tokens, index, index + 1, {**buried_nouns("acts"), **buried_nouns("talks")})


def spans_in_passives(tokens: Sequence[Token]) -> list[Span]:
    """Return where passive verbs say what a buried verb says: other rules needn't tell these again."""
    return [buried.span for buried in _in_passives(tokens)]


def _before_passive(
    tokens: Sequence[Token], begin: int, end: int, nouns: Mapping[tuple[str, str], str]
) -> Iterator[_Buried]:
    """Yield the verb buried in the noun that is the subject of the words from one place to another, if one is."""
    while begin and (tokens[begin - 1].tag in ("MD", "RB") or tokens[begin - 1].lower in _HELPING):
        begin -= 1
    after = tokens[end + 1].lower if end + 1 < len(tokens) else ""
    for place in range(begin - 1, max(-1, begin - 1 - _MOST_IN_SUBJECT), -1):
        if tokens[place].tag.startswith("VB") or tokens[place].tag in _NOT_IN_SUBJECT:
            return
        noun, preposition = tokens[place].lower, after if place == begin - 1 else tokens[place + 1].lower
        verb = nouns.get((noun, preposition)) if noun in turned_nouns() else None
        start = _subject_start(tokens, place)
        if verb is not None and start is not None:
            span = Span(tokens[start].span.start, tokens[end].span.end)
            named = " ".join(token.text for token in tokens[start : place + 1])
            if place < begin - 1:
                named += " …"
            named = f"{named} {' '.join(token.text for token in tokens[begin : end + 1])}"
            yield _Buried(span, advice=f"begin with who does it, and use the verb {quoted(verb)}", named=named)
            return


def _subject_start(tokens: Sequence[Token], noun: int) -> int | None:
    """Return where the subject with a noun begins, if the noun and words about it begin a clause."""
    start = noun
    if start and tokens[start - 1].lower in {*word_map(_ID, "manner"), *word_list(_ID, "when-or-who")}:
        start -= 1
    if start and tokens[start - 1].lower in _DETERMINERS:
        start -= 1
    return start if start == 0 or tokens[start - 1].lower in _STARTS_CLAUSE else None
