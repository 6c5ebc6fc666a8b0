"""What ``check`` and ``baseline`` share: the configuration, and reports and errors for the files of a run."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from plainspeak.checker import Checker
from plainspeak.cli.paths import STANDARD_INPUT
from plainspeak.config import Config, find_config, load_config
from plainspeak.errors import PlainspeakError, ReadError
from plainspeak.readers import read_bytes
from plainspeak.report import Report

__all__ = ["Run", "configuration", "run_checks"]


@dataclass
class Run:
    """The reports and errors of the files so far."""

    reports: list[Report] = field(default_factory=list)
    errors: list[PlainspeakError] = field(default_factory=list)


def configuration(paths: Iterable[str], config: str | None, profile: str | None) -> Config:
    """Return the configuration for a run: the file that is named, else the nearest one upward from the first path.

    Raises:
        PlainspeakError: the configuration is wrong.
    """
    if config is not None:
        return load_config(Path(config), profile=profile)
    first = next((path for path in paths if path != STANDARD_INPUT), ".")
    start = Path(first).resolve()
    return load_config(find_config(start if start.is_dir() else start.parent), profile=profile)


def run_checks(checker: Checker, files: Iterable[str], run: Run, *, stdin_name: str) -> None:
    """Check files one by one into ``run``; what can't be read becomes an error, and the others go on."""
    for file in files:
        try:
            if file == STANDARD_INPUT:
                document = read_bytes(sys.stdin.buffer.read(), name=stdin_name)
                run.reports.append(checker.check_document(document))
            else:
                run.reports.append(checker.check_file(file))
        except PlainspeakError as error:
            run.errors.append(error)
        except (MemoryError, RecursionError) as error:
            reason = (
                "it needs more memory than there is" if isinstance(error, MemoryError) else "it is nested too deeply"
            )
            run.errors.append(ReadError(f"This file can't be checked: {reason}. Split it into parts.", where=file))
