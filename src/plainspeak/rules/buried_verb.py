"""The rule ``buried-verb``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import ClassVar

from plainspeak.document import Block, Kind, Span
from plainspeak.findings import Finding, Severity
from plainspeak.glossary.grammar import word_list, word_map
from plainspeak.language import TaggedSentence, Token
from plainspeak.language.inflection import inflect
from plainspeak.rules.base import GrammarRule
from plainspeak.rules.wording import quoted, swap

__all__ = ["BuriedVerb"]

_ID = "buried-verb"
_LEFT_ALONE = frozenset({Kind.HEADING, Kind.TITLE, Kind.QUOTE})
_VERB_TAGS = ("VB", "VBZ", "VBG", "VBD", "VBN")
_DETERMINERS = frozenset("a an the any some my our your his her its their".split())
_BEFORE_VERB = " do"
"""Ends the entry of a noun whose "to" is that of a verb: "attempt to do"."""
_MOST_BEFORE = 3
"""Words before a word that are looked at: "out an early" before "assessment", "have not yet" before "given"."""
_OBJECT_WORDS = 4
_HAVE = frozenset("have has had having 've".split())
_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
_AFTER_NOUN = frozenset({".", ",", ":", "-RRB-", "CC", "IN", "RB", "WRB"})
"""Tags of what may come after a noun that has no object."""
_NOT_AFTER_NOUN = frozenset({"that", "of", "out"})


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

        We assessed the ward. Make an appointment to have an assessment of your sight.
    """

    id = _ID
    severity: ClassVar[Severity] = Severity.INFORMATION

    def concerns(self, block: Block, words: Sequence[str]) -> bool:
        """Tell whether a sentence has a noun that can bury a verb, and before it a word that can do so."""
        if block.kind in _LEFT_ALONE:
            return False
        pairs, empty = _pairs(), _empty_words()
        for index, (noun, after) in enumerate(zip(words, [*words[1:], ""], strict=True)):
            if after == "of" and _is_process(words, index):
                return True
            buries = (noun, after) in pairs or (noun, "") in pairs
            if buries and not empty.isdisjoint(words[max(0, index - _MOST_BEFORE) : index]):
                return True
        return False

    def check_sentence(self, block: Block, sentence: TaggedSentence) -> Iterator[Finding]:
        """Yield a finding for each buried verb; for "the provision of" and its like only a hint."""
        tokens = sentence.tokens
        for index in range(len(tokens)):
            buried = _buried(tokens, index)
            if buried is not None:
                yield self._found(block, buried.span, buried.instead)
            instead = _process(tokens, index)
            if instead is not None:
                span = Span(tokens[index - 1].span.start, tokens[index + 1].span.end)
                yield replace(self._found(block, span, instead, confidence=0.6), severity=Severity.HINT)

    def _found(self, block: Block, span: Span, instead: str, *, confidence: float = 0.9) -> Finding:
        written = block.text[span.start : span.end]
        return self.finding(
            f"{quoted(written)} buries its verb in a noun: write {quoted(instead)}.",
            self.spot(span),
            text=written,
            suggestions=[swap(block.text, self.spot(span), instead)],
            confidence=confidence,
        )


@dataclass(frozen=True, slots=True)
class _Buried:
    span: Span
    instead: str


@dataclass(frozen=True, slots=True)
class _Empty:
    """A form of an empty verb: which base under which tags, and the nouns that go with it."""

    base: str
    tags: tuple[str, ...]
    nouns: str


def _buried(tokens: Sequence[Token], index: int) -> _Buried | None:
    """Return the verb that is buried in a noun after the empty verb at a place, if one is."""
    place, empty = _empty_at(tokens, index)
    if empty is None:
        return None
    if place < len(tokens) and tokens[place].lower in _DETERMINERS:
        place += 1
    elif empty.base == "do":  # "What do reviews of it show?"
        return None
    adverb = ""
    manner = word_map(_ID, "manner")
    if place < len(tokens) and tokens[place].lower in manner:
        adverb = manner[tokens[place].lower] + " "
        place += 1
    if place == len(tokens) or tokens[place].text != tokens[place].lower:
        return None
    end, verb = _verb_in(tokens, place, _nouns(empty.nouns))
    if verb is None:
        return None
    # "made" is VBD or VBN: the tagger knows which.
    tag = tokens[index].tag if tokens[index].tag in empty.tags else empty.tags[0]
    return _Buried(Span(tokens[index].span.start, tokens[end].span.end), adverb + inflect(verb, tag))


def _verb_in(tokens: Sequence[Token], place: int, nouns: Mapping[tuple[str, str], str]) -> tuple[int, str | None]:
    """Return the verb of the noun at a place, after where its words end."""
    noun, after = tokens[place].lower, tokens[place + 1 : place + 3]
    following = after[0].lower if after else ""
    tag = after[1].tag if len(after) > 1 else ""
    if following == "to" and tag == "VB":
        following += _BEFORE_VERB
    # "a suggestion that is hard to follow" is something else than "a suggestion that we move".
    verb = None if following == "that" and tag in _FINITE else nouns.get((noun, following))
    if verb is not None:
        return place + 1, verb
    stands_alone = not after or (after[0].tag in _AFTER_NOUN and following not in _NOT_AFTER_NOUN)
    return place, nouns.get((noun, "")) if stands_alone else None


def _empty_at(tokens: Sequence[Token], index: int) -> tuple[int, _Empty | None]:
    """Return where the words after an empty verb begin, and which verb it is; ``None`` where there is none."""
    tag = tokens[index].tag
    if not (index == 0 or tag.startswith("VB")):
        return index, None
    forms = _empty_forms()
    for words in (tokens[index : index + 2], tokens[index : index + 1]):
        found = forms.get(" ".join(token.lower for token in words))
        if found is not None and not (found.nouns == "gifts" and tag == "VBN" and not _after_have(tokens, index)):
            return index + len(words), found
    return index, None


def _after_have(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether "have" goes with a participle. Else it is a passive: "he has been given treatment for asthma"."""
    before = {token.lower for token in tokens[max(0, index - _MOST_BEFORE) : index]}
    return not before.isdisjoint(_HAVE) and "been" not in before


def _process(tokens: Sequence[Token], index: int) -> str | None:
    """Return what to write for "the provision of" round the noun at a place, where a verb in "-ing" fits as well."""
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
    return word_map(_ID, "processes")[noun]


def _is_process(words: Sequence[str], index: int) -> bool:
    """Tell whether the word at a place is a noun for doing something, after "the" and a word like "for"."""
    return (
        words[index] in word_map(_ID, "processes")
        and index > 1
        and words[index - 1] == "the"
        and words[index - 2] in word_list(_ID, "before-processes")
    )


@cache
def _empty_forms() -> Mapping[str, _Empty]:
    """The forms of the empty verbs."""
    found: dict[str, _Empty] = {}
    for base, nouns in word_map(_ID, "empty").items():
        for tag in _VERB_TAGS:
            form = inflect(base, tag)
            tags = found[form].tags if form in found else ()
            found[form] = _Empty(base, (*tags, tag), nouns)
    return found


@cache
def _empty_words() -> frozenset[str]:
    """The last word of each form of the empty verbs."""
    return frozenset(form.rpartition(" ")[2] for form in _empty_forms())


@cache
def _nouns(name: str) -> Mapping[tuple[str, str], str]:
    """The nouns that go with an empty verb, singular and plural, each with the word after it, and their verbs."""
    found = {}
    for entry, verb in word_map(_ID, name).items():
        noun, _, preposition = entry.partition(" ")
        found[noun, preposition] = verb
        if noun not in word_list(_ID, "singular-only"):
            found[inflect(noun, "NNS"), preposition] = verb
    return found


@cache
def _pairs() -> frozenset[tuple[str, str]]:
    """All those nouns, each with the word after it."""
    lists = set(word_map(_ID, "empty").values())
    return frozenset(
        (noun, preposition.removesuffix(_BEFORE_VERB)) for name in lists for noun, preposition in _nouns(name)
    )
