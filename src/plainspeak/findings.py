"""What plainspeak says about a text: findings, how serious they are, and what to write instead."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import lru_cache

from plainspeak.document import Block, Span

__all__ = ["BlockSpan", "Edit", "Finding", "Related", "Severity", "Suggestion", "fingerprint"]


class Severity(str, Enum):
    """How serious a finding is; the order is that of the names below."""

    HINT = "hint"
    INFORMATION = "information"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """0 for a hint up to 3 for an error."""
        return _RANKS[self]

    def __str__(self) -> str:
        return self.value

    # That of enumerations is written in Python, and findings are counted by severity again and again.
    __hash__ = str.__hash__


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True, order=True)
class BlockSpan:
    """A span of one block; ``block`` is the block's index in the document, from 0."""

    block: int
    span: Span

    def moved(self, blocks: int) -> BlockSpan:
        """Return the same span of the block that stands so many blocks further on."""
        return BlockSpan(self.block + blocks, self.span) if blocks else self

    def text_in(self, blocks: Sequence[Block]) -> str:
        """Return the words that stand here, given the document's blocks."""
        return blocks[self.block].text[self.span.start : self.span.end]


@dataclass(frozen=True, slots=True)
class Edit:
    """Put ``text`` in place of a span of a block."""

    at: BlockSpan
    text: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One way to put a finding right.

    ``replacement`` is what to write for the flagged words (``None`` where the advice is not a plain swap). Only a
    ``safe`` suggestion may be applied without a person: it cannot change a clinical or legal meaning.
    """

    replacement: str | None = None
    edits: tuple[Edit, ...] = ()
    reason: str = ""
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that helps to understand a finding."""

    message: str
    at: BlockSpan


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem, told once: repeats are folded into ``count`` and ``places``.

    ``at`` is ``None`` for a finding about the whole document. ``text`` is the flagged words as they stand in the text.
    ``confidence`` runs from 0 to 1.
    """

    rule: str
    severity: Severity
    message: str
    at: BlockSpan | None = None
    text: str | None = None
    suggestions: tuple[Suggestion, ...] = ()
    related: tuple[Related, ...] = ()
    term: str | None = None
    confidence: float = 1.0
    count: int = 1
    places: tuple[BlockSpan, ...] = ()
    fingerprint: str = ""
    repeats: tuple[Finding, ...] = field(default=(), repr=False)
    """The findings that were folded into this one, in order: their words may have other forms and replacements."""

    def at_places(self, places: tuple[BlockSpan, ...], blocks: Sequence[Block]) -> Finding:
        """Return the finding at some of its places only.

        Suggestions and the fingerprint are made for the first place; they go where that one goes.
        """
        if places[0] == self.at:
            return replace(self, places=places, count=len(places))
        first = places[0]
        text = first.text_in(blocks)
        return replace(self, at=first, text=text, places=places, count=len(places), suggestions=(), fingerprint="")


_NOT_WORD = re.compile(r"\W+")


@lru_cache(maxsize=4096)
def fingerprint(rule: str, text: str | None, before: str = "", after: str = "") -> str:
    """Return 16 hexadecimal digits that stay the same when text is re-flowed or a paragraph moves.

    Args:
        rule: the rule's id.
        text: the flagged words, or ``None`` for the whole document.
        before: the words before them in their block.
        after: the words after them.
    """
    near = [*_words(before)[-2:], "|", *_words(after)[:2]]
    parts = [rule, " ".join(_words(text or "")), " ".join(near)]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def _words(text: str) -> list[str]:
    return [word for word in _NOT_WORD.split(text.casefold()) if word]
