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
    before_noun = after is not None and _is_noun(facts, at.block, after.start(1))
    kept = tuple(
        words
        for words in replacements
        if not (before_noun and is_said_after(words))
        and not (before and words.casefold().split()[0] == before[1].casefold())
        and not (after and words.casefold().split()[-1] == after[1].casefold())
    )
    return mention if kept == replacements else replace(mention, form=mention.form._replace(replacements=kept))


def _is_noun(facts: DocumentFacts, block: int, start: int) -> bool:
    tokens = (token for sentence in facts.facts[block].tagged for token in sentence.tokens)
    return any(token.tag.startswith("NN") for token in tokens if token.span.start == start)
