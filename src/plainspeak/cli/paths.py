"""Turn what a person types as PATH into files."""

from __future__ import annotations

import glob
import os
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import NamedTuple

import click

from plainspeak.errors import PlainspeakError, ReadError
from plainspeak.readers import advice_for, suffixes

__all__ = ["REVIEWED", "STANDARD_INPUT", "Expanded", "expand", "is_report"]

STANDARD_INPUT = "-"
REVIEWED = "-reviewed"
"""What the name of a copy with comments ends in, before the ending of its format."""
_PAGE_ENDINGS = (".html", ".htm")
_HEAD_BYTES = 4096
_WILDCARDS = frozenset("*?[")


class Expanded(NamedTuple):
    """What some paths stand for."""

    files: list[str]
    """Each once and in order."""
    errors: list[PlainspeakError]
    """One for each path that stands for no file."""
    unread: list[ReadError]
    """One for each paper in a folder whose format isn't read, with what to save it as."""


def expand(paths: Iterable[str]) -> Expanded:
    """Return the files that paths stand for.

    A folder stands for the files in it and below that have an ending we read; hidden ones are passed over. A path with
    ``*``, ``?`` or ``[`` that no file has for a name is a pattern; ``**`` goes into folders below. A report that
    ``plainspeak report`` left among the papers is no paper: it is passed over, and said so. In a folder, so is a copy
    with comments beside its paper.
    """
    files: dict[str, None] = {}
    errors: list[PlainspeakError] = []
    unread: dict[str, ReadError] = {}
    for path in paths:
        found, advised = _files_of(path)
        files.update(dict.fromkeys(found))
        unread.update((file, ReadError(advice, where=file)) for file, advice in advised.items())
        if not found:
            errors.append(_stands_for_none(path))
    return Expanded([file for file in files if not _is_no_paper(file)], errors, list(unread.values()))


def _files_of(path: str) -> tuple[list[str], dict[str, str]]:
    """Return the files that a path stands for, and what to save those in its folders as that aren't read."""
    # os.path, unlike Path, takes a name that is too long for one that isn't there.
    if os.path.isdir(path):
        return _in_folder(Path(path))
    if path == STANDARD_INPUT or os.path.exists(path) or not _WILDCARDS & set(path):
        return [path], {}
    files: list[str] = []
    advised: dict[str, str] = {}
    for match in sorted(glob.glob(path, recursive=True)):
        if os.path.isdir(match):
            found, more = _in_folder(Path(match))
            files += found
            advised.update(more)
        elif not _is_lock(match):
            files.append(match)
    return files, advised


def _in_folder(folder: Path) -> tuple[list[str], dict[str, str]]:
    read = suffixes()
    files: list[str] = []
    advised: dict[str, str] = {}
    for path in sorted(folder.rglob("*")):
        ending = path.suffix.lower()
        advice = advice_for(ending)
        if (
            (ending in read or advice)
            and path.is_file()
            and not _is_lock(path.name)
            and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        ):
            if advice:
                advised[str(path)] = advice
            else:
                files.append(str(path))
    return [file for file in files if not _is_copy(file, files)], advised


def _stands_for_none(path: str) -> ReadError:
    if os.path.isdir(path):
        endings = ", ".join(sorted(suffixes()))
        return ReadError(f"This folder holds no file that is read ({endings}).", where=path)
    return ReadError("No file matches this pattern. Check the name and the folder.", where=path)


def _is_copy(file: str, files: Collection[str]) -> bool:
    """Tell whether a file is what ``plainspeak review`` wrote beside a paper, and if so say that it is left out."""
    path = Path(file)
    paper = str(path.with_stem(path.stem.removesuffix(REVIEWED)))
    found = path.stem.endswith(REVIEWED) and paper in files
    if found:
        click.echo(f"{file}: left out, since it is a copy of {Path(paper).name} with comments.", err=True)
    return found


def is_report(file: str) -> bool:
    """Tell whether a file is a page that ``plainspeak report`` made."""
    if not file.lower().endswith(_PAGE_ENDINGS):
        return False
    from plainspeak.exports.report.page import is_report_page

    try:
        with open(file, "rb") as page:
            return is_report_page(page.read(_HEAD_BYTES))
    except OSError:
        # Whoever reads it as a paper says why it can't be read.
        return False


def _is_no_paper(file: str) -> bool:
    found = is_report(file)
    if found:
        click.echo(f"{file}: left out, since it is a report and no paper.", err=True)
    return found


def _is_lock(path: str) -> bool:
    """Tell whether a file is "~$paper.docx", which Word leaves beside a paper that is open."""
    return os.path.basename(path).startswith("~$")
