"""What ``plainspeak review`` writes for a paper, and where: a copy with comments, or a report where that can't be."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from plainspeak.cli.paths import REVIEWED, STANDARD_INPUT
from plainspeak.errors import ReadError, WriteError

if TYPE_CHECKING:
    from plainspeak.checker import Checker
    from plainspeak.report import Report
    from plainspeak.reviewers import Review

__all__ = ["NO_COMMENTS", "Made", "make", "make_folder", "report_beside", "targets_of"]

NO_COMMENTS = "Files of this kind can\u2019t carry comments."


@dataclass(frozen=True, slots=True)
class Made:
    """What there is to write for a paper: a copy with comments, or a report and why there is no copy."""

    copy: Review | None = None
    page: bytes = b""
    reason: str = ""


def make(checker: Checker, file: str, *, when: datetime, track_changes: bool, most: int) -> Made:
    """Return what to write for a paper; in any process.

    Raises:
        ReadError: the paper can't be read.
    """
    from plainspeak.reviewers import can_review, review

    report = checker.check_file(file)
    reason = _misnamed(file, report) or ("" if can_review(report) else NO_COMMENTS)
    if not reason:
        try:
            written = review(report, when=when, track_changes=track_changes, most=most)
        except WriteError as error:
            reason = error.message
        else:
            notices = (*written.notices, *(notice.message for notice in report.notices))
            return Made(copy=replace(written, notices=notices))
    return Made(page=_page(checker, report), reason=reason)


def _misnamed(file: str, report: Report) -> str:
    """Say that a paper isn't what its name says: its copy would have the wrong name too."""
    from plainspeak.readers import media_type_of

    promised = media_type_of(Path(file).suffix.lower())
    if promised == report.document.media_type:
        return ""
    return "The name of this file has the ending of another format. Give it the right one, and try again."


def _page(checker: Checker, report: Report) -> bytes:
    from plainspeak.exports.report.page import report_pages

    made = report_pages([report.detached()], checker.glossary, checker.config, errors=[], folder=False)
    return next(iter(made.pages.values())).encode()


def targets_of(files: Iterable[str], papers: Iterable[str], output: str | None) -> Mapping[str, Path]:
    """Return where the copy of each file goes.

    Raises:
        ReadError: a paper comes from standard input: its copy would have no name.
        WriteError: copies of several papers would go into one file.
    """
    every = list(files)
    if STANDARD_INPUT in every:
        raise ReadError("A copy is written for files only. Save the paper, and give its name.")
    folders = [Path(paper) for paper in papers if os.path.isdir(paper)]
    into_folder = output is not None and (os.path.isdir(output) or output.endswith(("/", os.sep)))
    if output is not None and not into_folder:
        if len(every) == 1 and not folders:
            return {every[0]: Path(output)}
        if Path(output).suffix.lower() in {Path(file).suffix.lower() for file in every}:
            raise WriteError("Several papers need a folder for their copies. Name one.", where=output)
    targets = {}
    for file in every:
        path = Path(file)
        folder = next((each for each in folders if each in path.parents), None)
        inside = path.relative_to(folder) if folder else Path(path.name)
        if output is not None:
            targets[file] = Path(output) / inside
        elif folder is not None:
            # "." and ".." are folders with a name too.
            named = Path(os.path.abspath(folder))
            targets[file] = named.with_name(f"{named.name}{REVIEWED}") / inside
        else:
            targets[file] = path.with_name(f"{path.stem}{REVIEWED}{path.suffix}")
    return targets


def report_beside(target: Path, file: str) -> Path:
    """Return where the report on a paper goes that has no copy: to the place that the copy would have had."""
    return target.with_name(f"{Path(file).stem}-report.html")


def make_folder(folder: Path) -> None:
    """Make a folder for what is written, unless it is there.

    Raises:
        WriteError: something else is in its place, or it can't be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise WriteError(f"There can\u2019t be a folder here ({reason}). Name another.", where=str(folder)) from error
