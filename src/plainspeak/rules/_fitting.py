"""Which replacements of a term fit where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from plainspeak.glossary import Mention
from plainspeak.glossary.senses import is_said_after
from plainspeak.rules.facts import BlockFacts

__all__ = ["fitting"]

_WORDS_BEFORE = re.compile(r"(?:([\w'\u2019-]+)\s+)?([\w'\u2019-]+)\s+$")
_WORD_AFTER = re.compile(r"\s+([\w'\u2019-]+)")
_ING = re.compile(r"\w+ing\b")
_BEFORE_NOUN = ("DT", "JJ", "JJR", "JJS", "PRP$")
_IN_NOUN_PHRASE = ("JJ", "NN", "VBN")
_DEGREES = frozenset("as less least more most so too very".split())
_NO_VERBS = frozenset("concerning during following including regarding".split())
_NO_NOUN = re.compile(r"(?:more|less|how|what|people|having|being|not|when)\s", re.IGNORECASE)
# "Deep dive into delays": the noun after it belongs to the preposition.
_OPEN = tuple(f" {word}" for word in "a about an at between by for from in into of on the to towards with".split())
_FURTHEST = 60
"""Characters before a term in which the two words before it stand."""


def fitting(text: str, facts: BlockFacts, mention: Mention) -> Mention:
    """Return a mention with the replacements that fit at its place.

    "People with an interest" can't stand before a noun ("stakeholder meeting") or after an adjective ("local
    stakeholders"), and no word should come twice running. What doesn't fit can still be explained.

    Args:
        text: the text of the block that the mention is in.
        facts: what is known of that block.
        mention: a term or wording in it.
    """
    replacements = mention.form.replacements
    if not replacements:
        return mention
    place = _Place.of(text, facts, mention)
    kept = tuple(words for words in replacements if place.takes(words))
    return mention if kept == replacements else replace(mention, form=mention.form._replace(replacements=kept))


@dataclass(frozen=True, slots=True)
class _Place:
    """What stands round a mention, in small letters, with parts of speech where they are known."""

    written: str
    noun: bool
    """Whether the mention is a noun; of other words less is known."""
    adjective: bool
    before: str
    before_tag: str
    joined_to: str
    """The tag of the word before "and" or "or", if that stands just before."""
    after: str
    before_noun: bool

    @classmethod
    def of(cls, text: str, facts: BlockFacts, mention: Mention) -> _Place:
        span = mention.span
        before = _WORDS_BEFORE.search(text, max(0, span.start - _FURTHEST), span.start)
        after = _WORD_AFTER.match(text, span.end)
        word = before[2].lower() if before else ""
        joined = bool(before and before[1] and word in ("and", "or"))
        return cls(
            written=text[span.start : span.end].lower(),
            noun=mention.term.inflects == "noun",
            adjective=mention.term.inflects == "adjective",
            before=word,
            before_tag=_tag(facts, before.start(2)) if before else "",
            joined_to=_tag(facts, before.start(1)) if before and joined else "",
            after=after[1].lower() if after else "",
            before_noun=after is not None
            and _tag(facts, after.start(1)).startswith("NN")
            and not text[span.start : span.end].lower().endswith((*_OPEN, "ing")),
        )

    def takes(self, words: str) -> bool:
        """Tell whether words can stand here."""
        words = words.lower()
        said_after, several = is_said_after(words), " " in words
        begins_ing = _ING.match(words) and not _ING.match(self.written)
        if words.split()[0] == self.before or words.split()[-1] == self.after:
            return False
        if self.before_noun and (said_after or (self.noun and several)):
            return False
        # "Further involving people" and "the involving people of fathers" aren't English.
        after_adjective = self.before_tag in _BEFORE_NOUN or self.after == "of"
        after_verb = self.before.endswith("ing") and self.before not in _NO_VERBS
        if begins_ing and (after_verb or (after_adjective and not (self.before_noun and not several))):
            return False
        if self.adjective and self.before in _DEGREES and (several or "-" in words):
            return False
        in_phrase = self.before_tag.startswith(_IN_NOUN_PHRASE) or self.joined_to.startswith("JJ")
        return not (self.noun and in_phrase and (said_after or _NO_NOUN.match(words)))


def _tag(facts: BlockFacts, start: int) -> str:
    # A paragraph can have 100,000 words: only one sentence is looked through.
    sentences = (each for each in facts.tagged if each.span.start <= start < each.span.end)
    return next((token.tag for each in sentences for token in each.tokens if token.span.start == start), "")
