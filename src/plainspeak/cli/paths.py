"""Turn what a person types as PATH into files."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable
from pathlib import Path

import click

from plainspeak.errors import PlainspeakError, ReadError
from plainspeak.readers import suffixes

__all__ = ["STANDARD_INPUT", "expand"]

STANDARD_INPUT = "-"
_PAGE_ENDINGS = (".html", ".htm")
_HEAD_BYTES = 4096
_WILDCARDS = frozenset("*?[")


def expand(paths: Iterable[str]) -> tuple[list[str], list[PlainspeakError]]:
    """Return the files that paths stand for, each once and in order, and an error for each path that stands for none.

    A folder stands for the files in it and below that have an ending we read; hidden ones are passed over. A path with
    ``*``, ``?`` or ``[`` that no file has for a name is a pattern; ``**`` goes into folders below. A report that
    ``plainspeak report`` left among the papers is no paper: it is passed over, and said so.
    """
    files: dict[str, None] = {}
    errors: list[PlainspeakError] = []
    for path in paths:
        found, error = _expand_one(path)
        files.update(dict.fromkeys(found))
        if error is not None:
            errors.append(error)
    return [file for file in files if not _is_report(file)], errors


def _expand_one(path: str) -> tuple[list[str], PlainspeakError | None]:
    if path == STANDARD_INPUT:
        return [path], None
    target = Path(path)
    # os.path, unlike Path, takes a name that is too long for one that isn't there.
    if os.path.isdir(path):
        found = _in_folder(target)
        endings = ", ".join(sorted(suffixes()))
        return found, None if found else ReadError(f"This folder holds no file that is read ({endings}).", where=path)
    if not os.path.exists(path) and _WILDCARDS & set(path):
        matches = sorted(match for match in glob.glob(path, recursive=True) if not _is_lock(match))
        found = [each for match in matches for each in (_in_folder(Path(match)) if Path(match).is_dir() else [match])]
        return found, None if found else ReadError(
            "No file matches this pattern. Check the name and the folder.", where=path
        )
    return [path], None


def _in_folder(folder: Path) -> list[str]:
    read = suffixes()
    return sorted(
        str(path)
        for path in folder.rglob("*")
        if path.suffix.lower() in read
        and path.is_file()
        and not _is_lock(path.name)
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )


def _is_report(file: str) -> bool:
    if not file.lower().endswith(_PAGE_ENDINGS):
        return False
    from plainspeak.exports.report.page import is_report_page

    try:
        with open(file, "rb") as page:
            found = is_report_page(page.read(_HEAD_BYTES))
    except OSError:
        # Whoever reads it as a paper says why it can't be read.
        return False
    if found:
        click.echo(f"{file}: left out, since it is a report and no paper.", err=True)
    return found


def _is_lock(path: str) -> bool:
    """Tell whether a file is "~$paper.docx", which Word leaves beside a paper that is open."""
    return os.path.basename(path).startswith("~$")
