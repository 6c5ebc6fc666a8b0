"""What ``check`` and ``baseline`` share: the configuration, and reports and errors for the files of a run."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from plainspeak.checker import Checker
from plainspeak.cli.paths import STANDARD_INPUT, expand
from plainspeak.cli.work import each_paper
from plainspeak.config import Config, find_config, load_config, without_rules
from plainspeak.errors import PlainspeakError, ReadError
from plainspeak.glossary import load_readable_glossary
from plainspeak.readers import Limits, read_bytes
from plainspeak.report import Report
from plainspeak.suppression import ignored_in_file

__all__ = ["Run", "configuration", "make_checker", "read_papers", "run_checks", "to_check", "without_text"]


@dataclass
class Run:
    """The reports and errors of the files so far."""

    reports: list[Report] = field(default_factory=list)
    errors: list[PlainspeakError] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    """Files that the configuration ignores."""
    unread: list[ReadError] = field(default_factory=list)
    """Papers in the folders whose format isn't read, with what to save them as."""


def configuration(paths: Iterable[str], config: str | None, profile: str | None) -> Config:
    """Return the configuration for a run: the file that is named, else the nearest one upward from the first path.

    Raises:
        PlainspeakError: the configuration is wrong.
    """
    if config is not None:
        return load_config(Path(config), profile=profile)
    first = next((path for path in paths if path != STANDARD_INPUT), ".")
    start = Path(os.path.abspath(first))
    return load_config(find_config(start if os.path.isdir(start) else start.parent), profile=profile)


def make_checker(config: Config, run: Run) -> Checker:
    """Return the checker for a run. A wrong glossary becomes an error, and the papers are checked without it."""
    glossary, errors = load_readable_glossary(config.glossaries)
    run.errors += errors
    return Checker(config, glossary=glossary)


def run_checks(checker: Checker, files: Sequence[str], run: Run, *, stdin_name: str, side_by_side: bool = True) -> None:
    """Check files into ``run``; what can't be read becomes an error, and the others go on.

    Args:
        checker: checks them, or says how other processes do.
        files: paths, or ``-`` for standard input.
        run: where the reports, errors and files left out go.
        stdin_name: what to call standard input.
        side_by_side: whether many papers may be checked in several processes.
    """
    task = partial(_check, stdin_name=stdin_name)
    for done in each_paper(task, to_check(checker, files, run, stdin_name), checker, side_by_side=side_by_side):
        if done.result is not None:
            run.reports.append(done.result)
        if done.error is not None:
            run.errors.append(done.error)


def to_check(checker: Checker, files: Iterable[str], run: Run, stdin_name: str = "") -> list[str]:
    """Return the files that the configuration doesn't ignore; the others are left out of the run."""
    chosen = []
    for file in files:
        name = stdin_name if file == STANDARD_INPUT else file
        if "*" in ignored_in_file(name, checker.config.ignores, checker.config.root):
            run.left_out.append(name)
        else:
            chosen.append(file)
    return chosen


def _check(checker: Checker, file: str, *, stdin_name: str) -> Report:
    if file == STANDARD_INPUT:
        return checker.check_document(read_bytes(_standard_input(), name=stdin_name))
    return checker.check_file(file).detached()


def read_papers(papers: Sequence[str], config: str | None, run: Run) -> tuple[Checker, list[str]]:
    """Read papers into ``run`` for what is in them, with every rule off; say which hold nothing to read.

    Returns:
        The checker, for its glossary, and the files.

    Raises:
        PlainspeakError: the configuration is wrong.
    """
    files, errors, run.unread = expand(papers)
    run.errors += errors
    checker = make_checker(without_rules(configuration(files or papers, config, None)), run)
    run_checks(checker, files, run, stdin_name="<stdin>")
    run.errors += without_text(run)
    return checker, files


def without_text(run: Run) -> list[PlainspeakError]:
    """Say which files hold nothing to read: a check of them would look like a pass."""
    return [
        ReadError("There is no text in this file. If it is a scan, ask for the original.", where=report.name)
        for report in run.reports
        if not any(block.text for block in report.document.blocks)
    ]


def _standard_input() -> bytes:
    """Read standard input up to the limit for files.

    Raises:
        ReadError: there is more.
    """
    most = Limits().file_bytes
    data = sys.stdin.buffer.read(most + 1)
    if len(data) > most:
        raise ReadError(f"Standard input has over {most / 2**20:,.0f} MB. Split it into parts.", where=STANDARD_INPUT)
    return data
