"""The public functions: check a text or a file, list its acronyms, measure it, split it, look for passives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from plainspeak import glossary
from plainspeak.acronyms import Status
from plainspeak.checker import Checker
from plainspeak.config import DEFAULT_PROFILE, find_config, load_config, profile_config, without_rules
from plainspeak.document import Block, Kind, Span
from plainspeak.findings import BlockSpan
from plainspeak.glossary import Glossary
from plainspeak.language import analyse_words, load_tagger, tag_sentences
from plainspeak.language.passive import passives
from plainspeak.readability import ReadingLevel
from plainspeak.report import Report

__all__ = [
    "Acronym",
    "check",
    "check_file",
    "find_acronyms",
    "is_passive",
    "load_glossary",
    "reading_level",
    "sentences",
]


@dataclass(frozen=True, slots=True)
class Acronym:
    """A short form of a text.

    ``form`` is the letters as first written ("PCNs" where the plural comes first); ``expansion`` the words as the text
    spells them out, else the glossary's only meaning, else ``None``. ``first_use`` and ``defined_at`` are spans of the
    text in characters; ``defined_at`` is ``None`` where the text doesn't define it.
    """

    form: str
    expansion: str | None
    status: Status
    uses: int
    first_use: Span | None
    defined_at: Span | None


@cache
def _checker(profile: str) -> Checker:
    return Checker(profile_config(profile))


@cache
def _reader_of_acronyms() -> Checker:
    return Checker(without_rules(profile_config()))


def check(text: str, *, media_type: str = "text/plain", profile: str = DEFAULT_PROFILE, name: str = "<text>") -> Report:
    """Check a text.

    Args:
        text: any text.
        media_type: ``text/plain``, ``text/markdown`` or ``text/html``.
        profile: ``meeting-paper``, ``public-document`` or ``patient-leaflet``.
        name: what to call the text in the report.

    Raises:
        UnknownNameError: there is no such media type or profile.
    """
    return _checker(profile).check(text, media_type=media_type, name=name)


def load_glossary(paths: Sequence[str | Path] | None = None) -> Glossary:
    """Return the glossary; :meth:`plainspeak.Glossary.lookup` finds a term in it.

    Args:
        paths: glossary files to lay over the built-in one, of which the last wins. Left out, those that the nearest
            configuration names, upward from the working directory.

    Raises:
        GlossaryError: a file is missing or wrong; the message says which line and what to do.
        ConfigError: the configuration is wrong.
    """
    return glossary.load_glossary(load_config(find_config(Path.cwd())).glossaries if paths is None else paths)


def check_file(path: str | Path, *, profile: str = DEFAULT_PROFILE) -> Report:
    """Check a file of any format that we read.

    Raises:
        ReadError: the file can't be read; the message says why and what to do.
        UnknownNameError: there is no such profile.
    """
    return _checker(profile).check_file(path)


def find_acronyms(text: str, *, media_type: str = "text/plain") -> list[Acronym]:
    """Return the acronyms of a text, in the order of first use.

    Args:
        text: any text.
        media_type: ``text/plain``, ``text/markdown`` or ``text/html``.

    Raises:
        UnknownNameError: there is no such media type.
    """
    report = _reader_of_acronyms().check(text, media_type=media_type)
    return [
        Acronym(
            form=entry.uses[0].text_in(report.document.blocks),
            expansion=entry.explanations[0].written if entry.explanations else entry.expansion,
            status=entry.status,
            uses=len(entry.uses),
            first_use=_source_span(report, entry.uses[0]),
            defined_at=_source_span(report, entry.explanations[0].at) if entry.explanations else None,
        )
        for entry in report.acronyms
    ]


def reading_level(text: str, *, media_type: str = "text/plain") -> ReadingLevel:
    """Return how hard a text is to read; an acronym never makes it look easier than the words it stands for.

    Args:
        text: any text; ``level`` is ``None`` for one of fewer than 20 words.
        media_type: ``text/plain``, ``text/markdown`` or ``text/html``.

    Raises:
        UnknownNameError: there is no such media type.
    """
    return check(text, media_type=media_type).reading


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, each with its runs of white space as one space.

    A blank line always ends a sentence; a single line end doesn't.
    """
    found = []
    for paragraph in _paragraphs(text):
        block = analyse_words(Block(Kind.PARAGRAPH, paragraph))
        found += [paragraph[sentence.span.start : sentence.span.end] for sentence in block.sentences]
    return found


def _paragraphs(text: str) -> list[str]:
    import re

    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if part.strip()]


def _source_span(report: Report, at: BlockSpan) -> Span | None:
    return report.document.source_span(report.document.blocks[at.block], at.span)


def is_passive(sentence: str) -> bool:
    """Tell whether a sentence has a passive verb: a form of "be" or "get" with a past participle.

    "It was agreed" has one, also with a doer ("It was agreed by the board"); "We have agreed" has none.

    Args:
        sentence: one sentence. In a longer text, one passive is enough.
    """
    block = analyse_words(Block(Kind.PARAGRAPH, " ".join(sentence.split())))
    tagged = tag_sentences(load_tagger(), [(block, each) for each in block.sentences])
    return any(passives(each.tokens) for each in tagged)
