"""Measure whether ``plainspeak.is_passive`` finds the sentences that hold a passive."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scores import compare
from table import NOT_MEASURED, Request, Result, Row
from treebank import TEST_SETS, find_test_sets

import plainspeak

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from scores import Counts
    from treebank import Sentence

__all__ = ["has_passive", "looks_passive", "measure", "score"]

_PASSIVE_RELATIONS = ("nsubj:pass", "csubj:pass", "aux:pass")
_IRREGULAR = (
    "begun|bent|blown|born|bought|bound|bred|brought|built|cast|caught|cut|dealt|done|drawn|fed|felt|flown|fought|found|"
    "grown|heard|held|hit|hung|hurt|kept|known|laid|led|left|lent|lit|lost|made|meant|met|paid|put|read|run|said|seen|"
    "sent|set|shot|shown|shut|sold|sought|spent|split|spread|struck|stuck|swept|taught|thought|thrown|told|torn|"
    "understood|won|worn"
)
_BE_AND_PARTICIPLE = re.compile(
    r"(?:\b(?:am|is|are|was|were|be|been|being)(?:n['’]t)?|['’](?:m|s|re))\s+"
    r"(?:(?:\w+ly|not|also|always|never|often|just|now|still|then)\s+){0,2}"
    rf"(?:\w+(?:ed|en)|{_IRREGULAR})\b",
    re.IGNORECASE,
)


def measure(request: Request) -> Result:
    """Score each test set, beside a pattern: a form of be, up to two adverbs, and what looks like a participle."""
    found = find_test_sets(request.data)
    rows = []
    for name in TEST_SETS:
        if name not in found:
            rows.append(Row("passive", name, NOT_MEASURED))
            continue
        sentences = found[name]
        passive = sum(has_passive(sentence) for sentence in sentences)
        own = score(sentences, plainspeak.is_passive)
        pattern = score(sentences, looks_passive)
        on = f"{name}: {len(sentences):,} sentences, {passive:,} passive"
        rows.append(Row("passive", on, str(own), f"a pattern: {pattern}"))
    return Result(tuple(rows))


def has_passive(sentence: Sentence) -> bool:
    """Tell whether people marked a passive: a relation of ``_PASSIVE_RELATIONS``, or one with a further subtype."""
    return any(
        word.relation == relation or word.relation.startswith(f"{relation}:")
        for word in sentence.words
        for relation in _PASSIVE_RELATIONS
    )


def looks_passive(text: str) -> bool:
    """Tell whether the pattern stands somewhere in the text: what can be had without knowing parts of speech."""
    return _BE_AND_PARTICIPLE.search(text) is not None


def score(sentences: Sequence[Sentence], judge: Callable[[str], bool]) -> Counts:
    """Compare what a function says about each sentence's text with what people said."""
    found = {number for number, sentence in enumerate(sentences) if judge(sentence.text)}
    gold = {number for number, sentence in enumerate(sentences) if has_passive(sentence)}
    return compare(found, gold)
