"""Which replacements of a term fit where it stands."""

from __future__ import annotations

import re
from dataclasses import replace

from plainspeak.findings import BlockSpan
from plainspeak.glossary import Mention
from plainspeak.glossary.senses import is_said_after
from plainspeak.rules.facts import DocumentFacts

__all__ = ["fitting"]

_WORD_BEFORE = re.compile(r"([\w'\u2019-]+)\s+$")
_ING = re.compile(r"\w+ing\b")
_BEFORE_NOUN = frozenset(["DT", "JJ", "JJR", "JJS", "PRP$"])
_WORD_AFTER = re.compile(r"\s+([\w'\u2019-]+)")


def fitting(facts: DocumentFacts, at: BlockSpan, mention: Mention) -> Mention:
    """Return a mention with the replacements that fit at its place.

    "People with an interest" can't stand before a noun ("stakeholder meeting"), and no word should come twice running.
    """
    replacements = mention.form.replacements
    if not replacements:
        return mention
    text = facts.blocks[at.block].text
    before = _WORD_BEFORE.search(text, max(0, at.span.start - 40), at.span.start)
    after = _WORD_AFTER.match(text, at.span.end)
    before_noun = after is not None and _tag(facts, at.block, after.start(1)).startswith("NN")
    # "Further involving people" and "the involving people of fathers" aren't English.
    as_noun = (before is not None and _tag(facts, at.block, before.start(1)) in _BEFORE_NOUN) or (
        after is not None and after[1] == "of"
    )
    written = text[at.span.start : at.span.end]
    kept = tuple(
        words
        for words in replacements
        if not (before_noun and is_said_after(words))
        and not (as_noun and _ING.match(words) and not _ING.match(written))
        and not (before and words.casefold().split()[0] == before[1].casefold())
        and not (after and words.casefold().split()[-1] == after[1].casefold())
    )
    return mention if kept == replacements else replace(mention, form=mention.form._replace(replacements=kept))


def _tag(facts: DocumentFacts, block: int, start: int) -> str:
    # A paragraph can have 100,000 words: only one sentence is looked through.
    sentences = (each for each in facts.facts[block].tagged if each.span.start <= start < each.span.end)
    return next((token.tag for each in sentences for token in each.tokens if token.span.start == start), "")
