"""Read what the tagger learns from: words with tags that people gave, and plain sentences for a teacher to tag."""

from __future__ import annotations

import gzip
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import plainspeak

__all__ = ["SILVER", "Marked", "Source", "Tagged", "digest", "read_conllu", "read_marked", "silver_sentences"]

_HERE = Path(__file__).parent
_LONGEST = 1200
"""Characters: what is longer is no sentence."""


@dataclass(frozen=True)
class Tagged:
    """A sentence whose words have tags. ``spaces`` says which words a space follows."""

    words: list[str]
    spaces: list[bool]
    tags: list[str]


@dataclass(frozen=True)
class Marked:
    """A sentence of which some words have tags: by where the word starts, in characters."""

    text: str
    tags: dict[int, str]


@dataclass(frozen=True)
class Source:
    """A collection of free texts. ``pattern`` finds its files in the data folder."""

    name: str
    licence: str
    pattern: str


SILVER = (
    Source("OneStopEnglish", "CC BY-SA 4.0", "readability_onestop/*-Txt/**/*.txt"),
    Source("Wikipedia and Simple Wikipedia sentences", "CC BY-SA", "readability_medwiki/*.txt"),
    Source("Cochrane abstracts and plain summaries", "CC BY 4.0", "readability_cochrane/val.[st]*"),
    Source("Wikipedia pages", "CC BY-SA", "acronym_wikipedia/documents/*.txt"),
)


def read_conllu(path: Path) -> list[Tagged]:
    """Return the sentences of a CoNLL-U file: its words with whole-number ids, and their XPOS tags."""
    sentences = []
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        words: list[str] = []
        spaces: list[bool] = []
        tags: list[str] = []
        joined_until, space_after_joined = 0, True
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if not fields[0]:
                if words:
                    sentences.append(Tagged(words, spaces, tags))
                words, spaces, tags, joined_until = [], [], [], 0
            elif "-" in fields[0] and len(fields) > 1:
                joined_until, space_after_joined = int(fields[0].split("-")[1]), "SpaceAfter=No" not in fields[9]
            elif fields[0].isdigit():
                number = int(fields[0])
                words.append(fields[1])
                tags.append(fields[4])
                if number <= joined_until:
                    spaces.append(space_after_joined if number == joined_until else False)
                else:
                    spaces.append("SpaceAfter=No" not in fields[9])
    return sentences


def read_marked(path: Path = _HERE / "uk-health.txt") -> list[Marked]:
    """Return our own sentences: ``We signpost/VBP people.`` has a tag for its second word."""
    sentences = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        text, tags = "", {}
        for piece in re.split(r"(/[A-Z$]+\b)", line):
            if piece.startswith("/"):
                tags[re.search(r"\S+$", text).start()] = piece[1:]  # type: ignore[union-attr]
            else:
                text += piece
        sentences.append(Marked(text, tags))
    return sentences


def silver_sentences(folder: Path) -> Iterator[str]:
    """Yield the different sentences of the free texts in a data folder."""
    seen = set()
    for source in SILVER:
        for path in _files(folder, source):
            for paragraph in _paragraphs(path):
                for sentence in plainspeak.sentences(paragraph):
                    if 10 < len(sentence) <= _LONGEST and sentence not in seen:
                        seen.add(sentence)
                        yield sentence


def digest(folder: Path, source: Source) -> str:
    """Return the SHA-256 over all files of a source, in order."""
    summed = hashlib.sha256()
    for path in _files(folder, source):
        summed.update(path.read_bytes())
    return summed.hexdigest()


def _files(folder: Path, source: Source) -> list[Path]:
    files = sorted(path for path in folder.glob(source.pattern) if path.name != "val.doi")
    if not files:
        raise SystemExit(
            f"There is nothing at {folder / source.pattern}. training/README.md says how to get {source.name}."
        )
    return files


def _paragraphs(path: Path) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8-sig", errors="replace").splitlines():
        text = line.split("\t")[-1].strip()
        for mark, plain in (("-LRB-", "("), ("-RRB-", ")"), ("-LSB-", "["), ("-RSB-", "]"), ("``", '"'), ("''", '"')):
            text = text.replace(mark, plain)
        if " " in text:
            yield text
