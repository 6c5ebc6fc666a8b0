"""What can go wrong: each error says what, where, and what to do next."""

from __future__ import annotations

__all__ = ["ConfigError", "GlossaryError", "PlainspeakError", "ReadError", "UnknownNameError", "WriteError"]


class PlainspeakError(Exception):
    """Anything plainspeak cannot do for a reason that a person can act on.

    Args:
        message: one or two plain sentences: what is wrong and what to do.
        where: the file, as ``path`` or ``path:line``; left out where there is none.
    """

    def __init__(self, message: str, *, where: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.where = where

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" if self.where else self.message


class ReadError(PlainspeakError):
    """A document could not be read."""


class ConfigError(PlainspeakError):
    """A configuration file or option is wrong."""


class GlossaryError(PlainspeakError):
    """A glossary file is wrong."""


class UnknownNameError(PlainspeakError):
    """A rule, term, profile or media type that nobody knows was asked for."""


class WriteError(PlainspeakError):
    """A file could not be written."""
