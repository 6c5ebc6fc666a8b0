"""The configuration and glossaries that count for a document: the nearest ones, as on the command line."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path

from plainspeak.checker import Checker
from plainspeak.config import Config, find_config, load_config, profile_config
from plainspeak.errors import ConfigError, PlainspeakError
from plainspeak.glossary import load_readable_glossary
from plainspeak_lsp.settings import Settings

__all__ = ["Project", "Projects"]


@dataclass(frozen=True)
class Project:
    """What checks the documents of a folder."""

    checker: Checker
    config_file: Path | None
    """``None`` where there is none, and a profile alone counts."""
    troubles: tuple[str, ...] = ()
    """What is wrong with its configuration or its glossaries, each in a sentence that says where."""

    @property
    def glossary_files(self) -> tuple[Path, ...]:
        """The glossary files that its configuration names."""
        return tuple(Path(os.path.abspath(file.path)) for file in self.checker.config.glossaries)


class Projects:
    """Makes each project once, until its files change."""

    def __init__(self) -> None:
        self._made: dict[tuple[Path | None, str], Project] = {}
        self._last_good: dict[Path | None, Config] = {}

    def of(self, folder: Path, root: Path, settings: Settings) -> Project:
        """Return the project of the documents in a folder. Never raises: what is wrong becomes a trouble.

        Args:
            folder: where the document is; for one without a file, that of its workspace.
            root: the workspace's folder; a configuration that the editor names is relative to it.
            settings: of the editor.
        """
        file = root / settings.config if settings.config else _nearest(folder)
        key = (file, settings.profile)
        if key not in self._made:
            project = self._make(file, settings.profile)
            # The name of a file is easier to read without the way to the workspace.
            troubles = tuple(each.replace(f"{root}{os.sep}", "") for each in project.troubles)
            self._made[key] = replace(project, troubles=troubles)
        return self._made[key]

    def forget(self) -> None:
        """Read every configuration and glossary again when it is next asked for."""
        self._made.clear()

    def _make(self, file: Path | None, profile: str) -> Project:
        troubles: list[str] = []
        try:
            config = load_config(file) if file else profile_config(profile or profile_config().profile)
            self._last_good[file] = config
        except PlainspeakError as error:
            troubles.append(f"{error} Until then, {_what_counts(file in self._last_good)}.")
            config = self._last_good.get(file) or profile_config()
        glossary, errors = load_readable_glossary(config.glossaries)
        troubles += [f"{error} Until then, this glossary is left out." for error in errors]
        try:
            return Project(Checker(config, glossary=glossary), file, tuple(troubles))
        except PlainspeakError as error:
            # A language model that isn't installed.
            troubles.append(str(error))
            return Project(Checker(profile_config(config.profile), glossary=glossary), file, tuple(troubles))


def _nearest(folder: Path) -> Path | None:
    try:
        return find_config(folder)
    except (ConfigError, OSError):
        return None


def _what_counts(known: bool) -> str:
    return "the settings from before count" if known else "the usual settings count"
