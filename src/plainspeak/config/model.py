"""The configuration as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from plainspeak.findings import Severity
from plainspeak.glossary import GlossaryFile

__all__ = ["DEFAULT_PROFILE", "Config", "PathIgnore", "RuleSetting"]

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
    root: Path | None = None
    """The folder of the configuration file; patterns in ``ignores`` are relative to it."""
