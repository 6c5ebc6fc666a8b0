"""Add to a glossary file in place. It is written whole or not at all, and only if it still loads."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from plainspeak.errors import GlossaryError, WriteError
from plainspeak.glossary.loader import built_in_folder, read_terms
from plainspeak.glossary.model import Layer, Term
from plainspeak.glossary.yaml_text import Draft, draft_yaml, with_entries, with_explanation, with_meaning

__all__ = ["GlossaryEditor", "term_of"]


def term_of(draft: Draft) -> Term:
    """Return the term that a draft is.

    Raises:
        GlossaryError: something is missing or wrong in it; there is no place, as it isn't in a file.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "draft.yaml")
        path.write_text(draft_yaml(draft), encoding="utf-8")
        try:
            return replace(read_terms(path)[0], where="")
        except GlossaryError as error:
            raise GlossaryError(error.message) from error


class GlossaryEditor:
    """What is to be added to one glossary file; :meth:`save` writes it.

    Attributes:
        path: the file. It is made if there is none.
        terms: what the file holds before anything is added.
    """

    def __init__(self, path: Path, layer: Layer = "project") -> None:
        """Read the file.

        Raises:
            GlossaryError: the file doesn't load.
            WriteError: it can't be written, or is part of the built-in glossary.
        """
        self.path = path
        _check_writable(path)
        self.terms: tuple[Term, ...] = read_terms(path, layer) if path.exists() else ()
        # Not as text: line ends are to stay as they are.
        self._text = path.read_bytes().decode("utf-8") if path.exists() else ""
        self._added: list[Draft] = []
        self._changed: set[str] = set()

    def add(self, drafts: Sequence[Draft]) -> None:
        """Add entries, none of which is there."""
        self._text = self._or_where(with_entries(self._text, drafts)) if drafts else self._text
        self._added += drafts

    def add_meaning(self, letters: str, meaning: Draft) -> None:
        """Add a meaning to letters that are there."""
        self._text = with_meaning(self._text, letters, meaning)
        self._changed.add(letters)

    def add_explanation(self, letters: str, meaning: str) -> None:
        """Add an explanation to letters that are there with one meaning and none."""
        self._text = with_explanation(self._text, letters, meaning)
        self._changed.add(letters)
