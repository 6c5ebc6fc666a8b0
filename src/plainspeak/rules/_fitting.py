"""Which replacements of a term fit where it stands."""

from __future__ import annotations

import re
from dataclasses import replace

from plainspeak.glossary import Mention
from plainspeak.glossary.senses import is_said_after
from plainspeak.rules.facts import BlockFacts

__all__ = ["fitting"]

_WORD_BEFORE = re.compile(r"([\w'\u2019-]+)\s+$")
_ING = re.compile(r"\w+ing\b")
_BEFORE_NOUN = frozenset(["DT", "JJ", "JJR", "JJS", "PRP$"])
_WORD_AFTER = re.compile(r"\s+([\w'\u2019-]+)")


def fitting(text: str, facts: BlockFacts, mention: Mention) -> Mention:
    """Return a mention with the replacements that fit at its place.

    "People with an interest" can't stand before a noun ("stakeholder meeting"), and no word should come twice running.

    Args:
        text: the text of the block that the mention is in.
        facts: what is known of that block.
        mention: a term or wording in it.
    """
    replacements = mention.form.replacements
    if not replacements:
        return mention
    span = mention.span
    before = _WORD_BEFORE.search(text, max(0, span.start - 40), span.start)
    after = _WORD_AFTER.match(text, span.end)
    before_noun = after is not None and _tag(facts, after.start(1)).startswith("NN")
    # "Further involving people" and "the involving people of fathers" aren't English.
    as_noun = (before is not None and _tag(facts, before.start(1)) in _BEFORE_NOUN) or (
        after is not None and after[1] == "of"
    )
    written = text[span.start : span.end]
    kept = tuple(
        words
        for words in replacements
        if not (before_noun and is_said_after(words))
        and not (as_noun and _ING.match(words) and not _ING.match(written) and not (before_noun and " " not in words))
        and not (before and words.casefold().split()[0] == before[1].casefold())
        and not (after and words.casefold().split()[-1] == after[1].casefold())
    )
    return mention if kept == replacements else replace(mention, form=mention.form._replace(replacements=kept))


def _tag(facts: BlockFacts, start: int) -> str:
    # A paragraph can have 100,000 words: only one sentence is looked through.
    sentences = (each for each in facts.tagged if each.span.start <= start < each.span.end)
    return next((token.tag for each in sentences for token in each.tokens if token.span.start == start), "")
