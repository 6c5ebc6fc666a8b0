"""Measure whether sentences end where people say that they do, and how fast they are found."""

from __future__ import annotations

import re
import time
from itertools import pairwise
from typing import TYPE_CHECKING

from scores import compare, total
from table import NOT_MEASURED, Request, Result, Row
from treebank import TEST_SETS, documents, find_test_sets

import plainspeak
from plainspeak.language.sentences import sentence_token_ranges
from plainspeak.language.words import tokenize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from scores import Counts
    from treebank import Sentence

    Break = Callable[[Sentence, Sentence], bool]
    """Whether a new unit of text begins between two sentences."""

__all__ = ["SCORINGS", "measure", "score"]

_ROUNDS = 5
_CLOSED = re.compile(r"[.!?\u2026:;][\s\"')\]}\u2019\u201d\u00bb]*$")


def _never(_before: Sentence, _after: Sentence) -> bool:
    return False


def _at_paragraphs(_before: Sentence, after: Sentence) -> bool:
    return after.starts_paragraph


def _at_lines(before: Sentence, after: Sentence) -> bool:
    """A sentence without a mark at its end stood on a line of its own in the original: a greeting, a caption."""
    return after.starts_paragraph or not _CLOSED.search(before.text)


SCORINGS: dict[str, Break] = {
    "each document as one run of text": _never,
    "paragraphs apart": _at_paragraphs,
    "paragraphs and lines apart": _at_lines,
}


def measure(request: Request) -> Result:
    """Score the treebanks that have whole documents in each of the ``SCORINGS``, and time the splitting."""
    found = find_test_sets(request.data)
    rows = []
    for name in TEST_SETS:
        if name.startswith("PUD"):
            continue  # It has no whole documents.
        if name not in found:
            rows.append(Row("sentences", name, NOT_MEASURED))
            continue
        for scoring, breaks in SCORINGS.items():
            on = f"{name}: {len(found[name]):,} sentences, {scoring}"
            rows.append(Row("sentences", on, str(score(found[name], breaks))))
    if found:
        rows.append(_speed([sentence for each in found.values() for sentence in each]))
    return Result(tuple(rows))


def score(sentences: Sequence[Sentence], breaks: Break) -> Counts:
    """Compare the ends of sentences in each document; the end of a unit of text counts too.

    Places are counted in characters without white space, so that it doesn't matter how sentences are joined.
    """
    return total(
        compare(
            _ends(found for unit in _units(document, breaks) for found in plainspeak.sentences(unit)),
            _ends(sentence.text for sentence in document),
        )
        for document in documents(sentences)
    )


def _units(document: Sequence[Sentence], breaks: Break) -> list[str]:
    """Return the text of a document in units, each with its sentences joined by a space."""
    units = [[document[0].text]]
    for before, after in pairwise(document):
        if breaks(before, after):
            units.append([])
        units[-1].append(after.text)
    return [" ".join(texts) for texts in units]


def _ends(texts: Iterable[str]) -> set[int]:
    ends, place = set(), 0
    for text in texts:
        place += len("".join(text.split()))
        ends.add(place)
    return ends


def _speed(sentences: Sequence[Sentence]) -> Row:
    """Time the splitting of tokens made before, in seconds of processor time; the fastest of several rounds counts."""
    units = [unit for document in documents(sentences) for unit in _units(document, _at_paragraphs)]
    docs = [tokenize(unit) for unit in units]
    prepared = [([token.text for token in doc], [token.idx for token in doc]) for doc in docs]
    number = sum(len(tokens) for tokens, _ in prepared)
    fastest = min(_seconds(prepared) for _ in range(_ROUNDS))
    on = f"speed without tokenising, {number:,} words and marks"
    return Row("sentences", on, f"{round(number / fastest, -3):,.0f} a second on one core")


def _seconds(prepared: Sequence[tuple[list[str], list[int]]]) -> float:
    start = time.process_time()
    for tokens, offsets in prepared:
        sentence_token_ranges(tokens, offsets)
    return time.process_time() - start
