"""Read the English treebanks of Universal Dependencies: sentences whose words people have tagged and parsed.

The format, CoNLL-U, is described at https://universaldependencies.org/format.html.
"""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

__all__ = ["TEST_SETS", "Sentence", "Word", "documents", "find_test_sets", "read_sentences"]

TEST_SETS = ("EWT dev", "EWT test", "GUM dev", "GUM test", "PUD test")
_NAME = re.compile(r"en_(?P<treebank>ewt|gum|pud)-ud-(?P<part>dev|test)\.conllu(?:\.gz)?$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark with its Penn Treebank tag and its relation to the word that it depends on."""

    form: str
    tag: str
    relation: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as written and word by word, and whether a document or a paragraph begins with it."""

    text: str
    words: tuple[Word, ...]
    starts_document: bool = False
    starts_paragraph: bool = False


def find_test_sets(folder: Path) -> dict[str, list[Sentence]]:
    """Return the sentences of each test set of ``TEST_SETS`` that a folder holds, at any depth; training parts never.

    A file may be packed with gzip. Where it is there twice, the first by name is taken.
    """
    found: dict[str, Path] = {}
    for path in sorted(folder.rglob("en_*-ud-*.conllu*")):
        if match := _NAME.match(path.name):
            found.setdefault(f"{match['treebank'].upper()} {match['part']}", path)
    return {name: read_sentences(_text(found[name])) for name in TEST_SETS if name in found}


def _text(path: Path) -> str:
    content = path.read_bytes()
    return (gzip.decompress(content) if path.suffix == ".gz" else content).decode("utf-8")


def read_sentences(text: str) -> list[Sentence]:
    """Return the sentences of a treebank in CoNLL-U.

    Only words whose number is whole are kept: "1-2" stands for two words that follow, and "8.1" isn't in the text.
    """
    sentences = []
    for part in text.split("\n\n"):
        lines = part.strip().splitlines()
        notes = dict(_note(line) for line in lines if line.startswith("#"))
        rows = [line.split("\t") for line in lines if not line.startswith("#")]
        words = tuple(Word(form=row[1], tag=row[4], relation=row[7]) for row in rows if row[0].isdecimal())
        if words:
            sentences.append(Sentence(notes["text"], words, "newdoc" in notes, "newpar" in notes))
    return sentences


def _note(line: str) -> tuple[str, str]:
    """Return the name and the value of a comment; "# newpar" and "# newpar id = 7" both have the name "newpar"."""
    name, _, value = line[1:].partition("=")
    return (name.split() or [""])[0], value.strip()


def documents(sentences: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    """Yield the sentences of each document."""
    document: list[Sentence] = []
    for sentence in sentences:
        if sentence.starts_document and document:
            yield document
            document = []
        document.append(sentence)
    if document:
        yield document
