"""The configuration as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from plainspeak.findings import Severity
from plainspeak.glossary import GlossaryFile

__all__ = ["DEFAULT_PROFILE", "CardLimits", "Config", "PathIgnore", "RowLimits", "RuleSetting"]

DEFAULT_PROFILE = "meeting-paper"


@dataclass(frozen=True, slots=True)
class RuleSetting:
    """What a profile or a configuration says of one rule."""

    enabled: bool = True
    severity: Severity | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    """Option names as in Python (``max_words``)."""

    def updated_by(self, other: RuleSetting) -> RuleSetting:
        """Return this setting with what another one says laid over it."""
        return RuleSetting(other.enabled, other.severity or self.severity, {**self.options, **other.options})


@dataclass(frozen=True, slots=True)
class PathIgnore:
    """Rules that are not reported in some files; ``*`` is every rule."""

    pattern: str
    rules: frozenset[str] = frozenset({"*"})


@dataclass(frozen=True, slots=True)
class RowLimits:
    """From which figure on a row of the card is amber, and from which red; below both it is green."""

    amber: int
    red: int


@dataclass(frozen=True, slots=True)
class CardLimits:
    """When the rows of the card at the head of a report are amber or red.

    Figures in 1,000 words keep a long paper from being red only because it is long. They are rounded up, so that one
    unexplained acronym in a long paper is never none. A paper of under 1,000 words counts as 1,000: one slip on a page
    is one slip. Each acronym and each term counts once, since one explanation puts right all its places.
    """

    acronyms: RowLimits = RowLimits(1, 5)
    """Acronyms that the text doesn't explain where a reader meets them, in 1,000 words."""
    jargon: RowLimits = RowLimits(3, 10)
    """Terms that readers from outside may not know, in 1,000 words."""
    sentences: RowLimits = RowLimits(10, 25)
    """The percentage of sentences that have more words than the profile allows."""
    power_language: RowLimits = RowLimits(1, 4)
    """Ways of speaking about people to look at again, in 1,000 words."""
    reading_age: RowLimits = RowLimits(15, 18)
    """In years; at 15 many people have to work at a text, and from 18 on most find it hard."""


@dataclass(frozen=True, slots=True)
class Config:
    """How a check is made. Paths are absolute or relative to the working directory."""

    profile: str = DEFAULT_PROFILE
    rules: Mapping[str, RuleSetting] = field(default_factory=dict)
    """Settings by rule id, the profile's included."""
    glossaries: tuple[GlossaryFile, ...] = ()
    ignores: tuple[PathIgnore, ...] = ()
    fail_on: Severity | None = Severity.WARNING
    """From which severity on a check fails; ``None`` is never."""
    baseline: Path | None = None
    language_model: str | None = None
    """An installed spaCy pipeline that tells parts of speech in place of the one that comes with plainspeak."""
    card: CardLimits = CardLimits()
    """The limits of the card on a report."""
    root: Path | None = None
    """The folder of the configuration file; patterns in ``ignores`` are relative to it."""
