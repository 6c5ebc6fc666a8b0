"""What ``check`` and ``baseline`` share: the configuration, and reports and errors for the files of a run."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from plainspeak.checker import Checker
from plainspeak.cli.console import progress
from plainspeak.cli.paths import STANDARD_INPUT, expand
from plainspeak.config import Config, find_config, load_config, without_rules
from plainspeak.errors import GlossaryError, PlainspeakError, ReadError
from plainspeak.glossary import in_layers, load_built_in, read_terms
from plainspeak.readers import Limits, read_bytes
from plainspeak.report import Report
from plainspeak.suppression import ignored_in_file

__all__ = ["Run", "checked", "configuration", "guarded", "make_checker", "read_papers", "run_checks", "without_text"]


@dataclass
class Run:
    """The reports and errors of the files so far."""

    reports: list[Report] = field(default_factory=list)
    errors: list[PlainspeakError] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    """Files that the configuration ignores."""


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
    if not config.glossaries:
        return Checker(config)
    glossary = load_built_in()
    for file in in_layers(config.glossaries):
        try:
            glossary = glossary.extended_by(read_terms(file.path, file.layer))
        except GlossaryError as error:
            run.errors.append(error)
    return Checker(config, glossary=glossary)


def run_checks(checker: Checker, files: Iterable[str], run: Run, *, stdin_name: str) -> None:
    """Check files into ``run``; what can't be read becomes an error, and the others go on."""
    run.reports += checked(checker, files, run, stdin_name=stdin_name)


def checked(checker: Checker, files: Iterable[str], run: Run, *, stdin_name: str) -> Iterator[Report]:
    """Yield the report of each file; what can't be read becomes an error of ``run``, and the others go on."""
    for file in files:
        name = stdin_name if file == STANDARD_INPUT else file
        if "*" in ignored_in_file(name, checker.config.ignores, checker.config.root):
            run.left_out.append(name)
            continue
        report = None
        with guarded(name, run):
            if file == STANDARD_INPUT:
                report = checker.check_document(read_bytes(_standard_input(), name=stdin_name))
            else:
                report = checker.check_file(file)
        if report is not None:
            yield report


@contextmanager
def guarded(name: str, run: Run) -> Iterator[None]:
    """Turn whatever goes wrong with one file into an error of ``run``."""
    try:
        yield
    except PlainspeakError as error:
        run.errors.append(error)
    except MemoryError:
        run.errors.append(ReadError("This file needs more memory than there is. Split it into parts.", where=name))
    except Exception as error:
        # A fault of ours in one file must not cost a person the report on the others.
        message = f"Something went wrong inside plainspeak ({type(error).__name__}). Please tell us about this file."
        run.errors.append(ReadError(message, where=name))


def read_papers(papers: Sequence[str], config: str | None, run: Run) -> tuple[Checker, list[str]]:
    """Read papers into ``run`` for what is in them, with every rule off; say which hold nothing to read.

    Returns:
        The checker, for its glossary, and the files.

    Raises:
        PlainspeakError: the configuration is wrong.
    """
    files, errors = expand(papers)
    run.errors += errors
    checker = make_checker(without_rules(configuration(files or papers, config, None)), run)
    with progress(files) as shown:
        run_checks(checker, shown, run, stdin_name="<stdin>")
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
