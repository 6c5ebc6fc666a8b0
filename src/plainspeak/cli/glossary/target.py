"""The glossary file that a command adds to, and the other layers beside it."""

from __future__ import annotations

import os
from pathlib import Path

from plainspeak.cli.run import configuration
from plainspeak.errors import ConfigError
from plainspeak.glossary import Glossary, GlossaryFile, load_glossary

__all__ = ["other_layers", "target_file"]


def target_file(file: str | None, config: str | None, *, option: str) -> GlossaryFile:
    """Return the file that is named, else the first glossary file of a configuration, or of the nearest one.

    Args:
        file: the file, if it is named.
        config: the configuration, if it is named.
        option: with which to name the file.

    Raises:
        PlainspeakError: neither names a file, or the configuration is wrong.
    """
    configured = configuration([], config, None).glossaries
    if file is not None:
        layers = {os.path.abspath(each.path): each.layer for each in configured}
        return GlossaryFile(Path(file), layers.get(os.path.abspath(file), "project"))
    if not configured:
        raise ConfigError(
            f"Which glossary? Say '{option} our-words.yaml', or set it up for good: "
            "write 'glossaries: [our-words.yaml]' in plainspeak.yaml."
        )
    return GlossaryFile(Path(os.path.relpath(configured[0].path)), configured[0].layer)


def other_layers(target: GlossaryFile | None, config: str | None) -> Glossary:
    """Return the built-in glossary with what a configuration lays over it, but without one file.

    Raises:
        PlainspeakError: a glossary file or the configuration is wrong.
    """
    left_out = os.path.abspath(target.path) if target else None
    files = configuration([], config, None).glossaries
    return load_glossary([file for file in files if os.path.abspath(file.path) != left_out])
