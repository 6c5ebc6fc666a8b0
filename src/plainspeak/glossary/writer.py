"""Add to a glossary file in place. It is written whole or not at all, and only if it still says all that it said."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from plainspeak.errors import GlossaryError, WriteError
from plainspeak.glossary.loader import built_in_folder, parse_terms, read_terms
from plainspeak.glossary.model import Layer, Term
from plainspeak.glossary.yaml_text import Draft, draft_yaml, with_entries, with_explanation, with_meaning

__all__ = ["GlossaryEditor", "term_of"]


def term_of(draft: Draft) -> Term:
    """Return the term that a draft is.

    Raises:
        GlossaryError: something is missing or wrong in it. There is no place in the error, as the draft has none.
    """
    try:
        return next(iter(parse_terms(draft_yaml(draft), "")))
    except GlossaryError as error:
        raise GlossaryError(error.message) from error


class GlossaryEditor:
    """One glossary file, and what is to be added to it; :meth:`save` writes it.

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
        # Bytes, so that line ends stay as they are.
        self._text = path.read_bytes().decode("utf-8") if path.exists() else ""
        self._added = 0
        self._changed: set[str] = set()

    def add(self, drafts: Sequence[Draft]) -> None:
        """Add entries, none of which may be there.

        Raises:
            GlossaryError: the file is written in a way that can't be added to.
        """
        self._edit(lambda text: with_entries(text, drafts))
        self._added += len(drafts)

    def add_meaning(self, letters: str, meaning: Draft) -> None:
        """Add a meaning to letters that are there.

        Raises:
            GlossaryError: the entry is written in a way that can't be added to.
        """
        self._edit(lambda text: with_meaning(text, letters, meaning))
        self._changed.add(letters)

    def add_explanation(self, letters: str, meaning: str) -> None:
        """Add an explanation to letters that are there with one meaning, and without an explanation.

        Raises:
            GlossaryError: the entry is written in a way that can't be added to.
        """
        self._edit(lambda text: with_explanation(text, letters, meaning))
        self._changed.add(letters)

    def save(self) -> None:
        """Write the file, by way of a temporary one beside it.

        Raises:
            GlossaryError: with the additions, the file wouldn't say all that it says now.
            WriteError: it can't be written.
        """
        terms = tuple(parse_terms(self._text, str(self.path)))
        now = {term._replace(where="", layer="project") for term in terms}
        lost = [term for term in self.terms if term._replace(where="", layer="project") not in now]
        if len(terms) != len(self.terms) + self._added or {term.headword for term in lost} - self._changed:
            message = "This file is written in a way that can\u2019t be added to. Add to it by hand."
            raise GlossaryError(message, where=str(self.path))
        _write(self.path, self._text.encode("utf-8"))

    def _edit(self, change: Callable[[str], str]) -> None:
        try:
            self._text = change(self._text)
        except GlossaryError as error:
            raise GlossaryError(error.message, where=str(self.path)) from error


def _check_writable(path: Path) -> None:
    where = str(path)
    if path.resolve().is_relative_to(built_in_folder().resolve()):
        raise WriteError("This is the built-in glossary. Add to a file of your own instead.", where=where)
    if path.is_dir():
        raise WriteError("This is a folder. Name a file in it, such as glossary.yaml.", where=where)
    if not path.parent.is_dir():
        raise WriteError("There is no such folder. Make it first, or choose another.", where=where)
    if not os.access(path if path.exists() else path.parent, os.W_OK):
        raise WriteError("This can\u2019t be written. Check who may change it.", where=where)


def _write(path: Path, data: bytes) -> None:
    # What a link leads to is written, not the link.
    target = path.resolve()
    temporary = target.with_name(target.name + ".part")
    try:
        temporary.write_bytes(data)
        if target.exists():
            shutil.copymode(target, temporary)
        temporary.replace(target)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        reason = error.strerror or str(error)
        raise WriteError(f"This can\u2019t be written ({reason}). Check the folder.", where=str(path)) from error
