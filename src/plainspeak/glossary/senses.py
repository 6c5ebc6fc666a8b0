"""Choose what a term is by its part of speech.

Some words are a term only as a verb or a noun: "we signpost people" is jargon, "a signpost" is not. And a past tense
that is spelt like its participle may need other words in its place: "showed" for the one, "shown" for the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from plainspeak.glossary.model import Mention
from plainspeak.language import TaggedSentence

__all__ = ["is_said_after", "meant", "needs_tag"]

_TAGS = {"verb": "VB", "noun": "NN"}
_SAID_AFTER = re.compile(
    r"^\w+ing\s|\w\s(?:about|at|between|by|for|from|how|in|into|of|on|that|through|to|under|when|where|which|who|whose|with|without)\s"
)
_BEFORE_NOUN = frozenset("a an the this these its their our your his her my no any each every some more which".split())


def needs_tag(mention: Mention, before: str) -> bool:
    """Tell whether only a part of speech can tell what a mention is, given the word before it in small letters.

    After "the" and the like no verb comes, so "the impact" needs no tag to be a noun.
    """
    if mention.term.only_as == "verb" and before in _BEFORE_NOUN:
        return False
    return mention.needs_tag or any(
        is_said_after(words) or (mention.term.inflects == "noun" and " " in words)
        for words in mention.form.replacements
    )


def is_said_after(words: str) -> bool:
    """Tell whether words have something said after their noun, as "people with an interest" and "giving a say" have.

    They can't stand before another noun, so whether a noun follows has to be known.
    """
    return _SAID_AFTER.search(words) is not None


def meant(mentions: Sequence[Mention], tagged: Sequence[TaggedSentence]) -> tuple[Mention, ...]:
    """Return the mentions in the form that they have, without those that are another part of speech than is meant.

    Args:
        mentions: the mentions of one block.
        tagged: its tagged sentences. In a sentence without tags, what needs one is left out.
    """
    if not any(mention.needs_tag for mention in mentions):
        return tuple(mentions)
    tags = {token.span.start: token.tag for sentence in tagged for token in sentence.tokens}
    return tuple(_chosen(mentions, tags))


def _chosen(mentions: Sequence[Mention], tags: dict[int, str]) -> Iterator[Mention]:
    for mention in mentions:
        tag = tags.get(mention.span.start, "")
        only_as = mention.term.only_as
        if only_as is None or tag.startswith(_TAGS[only_as]):
            form = mention.participle if tag == "VBN" else None
            yield replace(mention, form=form) if form else mention
