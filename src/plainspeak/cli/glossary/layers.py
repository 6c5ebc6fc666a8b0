"""The glossary that a command is about: the built-in one, with what the configuration lays over it."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from plainspeak.cli.errors import tell
from plainspeak.cli.run import configuration
from plainspeak.errors import PlainspeakError
from plainspeak.glossary import Glossary, GlossaryFile, Term, built_in_folder, load_glossary

__all__ = ["file_of", "glossary_in_use", "glossary_or_leave"]


def glossary_in_use(config: str | None, *, also: Sequence[GlossaryFile] = ()) -> Glossary:
    """Return the glossary of a configuration file, or of the nearest one, with some more files laid over it.

    What is in the built-in glossary, or configured, isn't laid over itself.

    Raises:
        PlainspeakError: the configuration or a glossary file is missing or wrong.
    """
    configured = configuration([], config, None).glossaries
    known = {os.path.abspath(file.path) for file in configured}
    built_in = str(built_in_folder()) + os.sep
    more = [file for file in also if not os.path.abspath(file.path).startswith(built_in)]
    return load_glossary([*configured, *(file for file in more if os.path.abspath(file.path) not in known)])


def glossary_or_leave(config: str | None, *, also: Sequence[GlossaryFile] = ()) -> Glossary:
    """Return the same; where there is none, say why and leave with 2."""
    try:
        return glossary_in_use(config, also=also)
    except PlainspeakError as error:
        tell(error)
        sys.exit(2)


def file_of(term: Term) -> str:
    """Return the absolute path of the file that an entry stands in."""
    path = term.where.rpartition(":")[0]
    if term.layer == "built-in":
        path = os.path.join(built_in_folder(), os.path.relpath(path, "glossaries"))
    return os.path.abspath(path)
