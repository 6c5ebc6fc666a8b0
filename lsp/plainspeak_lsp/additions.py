"""What a writer adds to the configuration and to the glossaries of a project from the editor."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from plainspeak.config.writer import with_glossary, with_ignore
from plainspeak.errors import ConfigError, GlossaryError
from plainspeak.exports.files import write_file
from plainspeak.glossary import GlossaryFile
from plainspeak.glossary.writer import GlossaryEditor, term_of
from plainspeak.rules.wording import quoted
from plainspeak_lsp.projects import Project

__all__ = ["Added", "add_to_glossary", "ignore_in_project", "layers"]

_CONFIG = "plainspeak.yaml"
_GLOSSARY = "glossary.yaml"


class Added(NamedTuple):
    """What was added, in a sentence, and where."""

    message: str
    path: Path
    line: int
    """From 1."""


def layers(project: Project) -> list[str]:
    """Return the layers of glossaries that can be added to; an organisation's has to be in the configuration."""
    shared = any(file.layer == "organisation" for file in project.checker.config.glossaries)
    return ["project", "organisation"] if shared else ["project"]


def ignore_in_project(project: Project, root: Path, rule: str, reason: str) -> Added:
    """Add to a project's configuration that a rule is ignored, and why.

    Args:
        project: that a document belongs to.
        root: where a configuration is made if there is none.
        rule: its id.
        reason: for the people who read the configuration.

    Raises:
        PlainspeakError: the configuration can't be added to or written.
    """
    path, text = _configuration(project, root)
    changed = with_ignore(text, str(path), path="**", rules=[rule], reason=reason)
    write_file(path, changed.encode(), force=True)
    return Added(f"{quoted(rule)} is ignored in this project now.", path, _line_of(changed, text))


def add_to_glossary(project: Project, root: Path, layer: str, entry: Mapping[str, Any]) -> Added:
    """Add an entry to the project's or the organisation's glossary; a project without one gets one.

    Args:
        project: that a document belongs to.
        root: where a configuration and a glossary are made if there are none.
        layer: ``project`` or ``organisation``.
        entry: what a glossary file says of a term.

    Raises:
        PlainspeakError: the entry lacks something, is there already, or can't be written.
    """
    term = term_of(entry)
    file = next((each for each in project.checker.config.glossaries if each.layer == layer), None)
    if file is None:
        if layer != "project":
            raise ConfigError(f"No organisation\u2019s glossary is set up. Name one in {_CONFIG}, under 'glossaries'.")
        file = _new_glossary(project, root)
    editor = GlossaryEditor(file.path, file.layer)
    standing = next((each for each in editor.terms if each.headword == term.headword), None)
    if standing is not None:
        raise GlossaryError(
            f"{quoted(term.headword)} is here already. Change that entry instead.", where=standing.where
        )
    before = file.path.read_text(encoding="utf-8") if file.path.exists() else ""
    editor.add([entry])
    editor.save()
    line = _line_of(file.path.read_text(encoding="utf-8"), before)
    return Added(f"{quoted(term.headword)} is in the {layer}\u2019s glossary now.", file.path, line)


def _new_glossary(project: Project, root: Path) -> GlossaryFile:
    """Name a new glossary in the configuration; the file itself is made with its first entry."""
    path, text = _configuration(project, root)
    glossary = path.parent / _GLOSSARY
    if glossary.exists():
        raise ConfigError(f"There is a {_GLOSSARY} that isn\u2019t used. Name it in {_CONFIG}.", where=str(glossary))
    write_file(path, with_glossary(text, str(path), _GLOSSARY).encode(), force=True)
    return GlossaryFile(glossary)


def _configuration(project: Project, root: Path) -> tuple[Path, str]:
    """Return the path and the text of the configuration to add to.

    Raises:
        ConfigError: it can't be added to.
    """
    path = project.config_file or root / _CONFIG
    if path.suffix == ".toml":
        raise ConfigError(f"These settings are in {path.name}: add this there by hand.", where=os.fspath(path))
    return path, path.read_bytes().decode("utf-8") if path.exists() else ""


def _line_of(text: str, before: str) -> int:
    """Return the first line that is new, from 1."""
    old = before.splitlines()
    lines = text.splitlines()
    return next((number for number, line in enumerate(lines, 1) if number > len(old) or line != old[number - 1]), 1)
