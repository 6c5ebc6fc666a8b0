"""Do the same work for many papers: one after another, or side by side in several processes.

Each process has a checker of its own, made from the same configuration. That costs more than a few short papers do.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Generic, TypeVar

from plainspeak.checker import Checker
from plainspeak.cli.collector import collect_seldom
from plainspeak.cli.console import progress
from plainspeak.cli.paths import STANDARD_INPUT
from plainspeak.config import Config
from plainspeak.errors import PlainspeakError, ReadError
from plainspeak.glossary import Glossary

__all__ = ["Done", "each_paper"]

Result = TypeVar("Result")
Task = Callable[[Checker, str], Result]

_FEWEST_PAPERS = 4
_FEWEST_BYTES = 4 * 1024 * 1024
_MOST_PROCESSES = 8
# Where one process dies while another starts, the pipes between them are gone.
_DIED = (BrokenProcessPool, OSError, ValueError)
_TOO_LARGE = "This file needs more memory than there is. Split it into parts."


@dataclass(frozen=True, slots=True)
class Done(Generic[Result]):
    """What became of one paper: a result, or an error."""

    file: str
    result: Result | None = None
    error: PlainspeakError | None = None


def each_paper(
    task: Task[Result], files: Sequence[str], checker: Checker, *, side_by_side: bool = True
) -> Iterator[Done[Result]]:
    """Yield what became of each paper, in order, with a bar on the terminal. One bad paper never stops the others.

    Args:
        task: what to do with a checker and a path; at the top level of a module, so that other processes find it.
        files: paths, or ``-`` for standard input.
        checker: used here, or the model for those of other processes.
        side_by_side: whether several processes may share the work where it is worth it.
    """
    processes = min(os.cpu_count() or 1, _MOST_PROCESSES, len(files))
    if side_by_side and processes > 1 and _is_much(files):
        done = _in_processes(task, files, checker, processes)
    else:
        done = (_attempt(task, checker, file) for file in files)
    with progress(done, len(files)) as shown:
        yield from shown


def _is_much(files: Sequence[str]) -> bool:
    """Tell whether papers are so many and so long that more processes save time."""
    if len(files) < _FEWEST_PAPERS or STANDARD_INPUT in files:
        return False
    size = 0
    for file in files:
        with suppress(OSError, ValueError):
            size += os.stat(file).st_size
    return size >= _FEWEST_BYTES


def _attempt(task: Task[Result], checker: Checker, file: str) -> Done[Result]:
    """Do the work for a paper; whatever goes wrong becomes an error."""
    try:
        return Done(file, task(checker, file))
    except PlainspeakError as error:
        return Done(file, error=error)
    except MemoryError:
        return Done(file, error=ReadError(_TOO_LARGE, where=file))
    except Exception as error:
        # A fault of ours in one file must not cost a person the report on the others.
        message = f"Something went wrong inside plainspeak ({type(error).__name__}). Please tell us about this file."
        return Done(file, error=ReadError(message, where=file))


def _in_processes(task: Task[Result], files: Sequence[str], checker: Checker, processes: int) -> Iterator[Done[Result]]:
    left = list(files)
    try:
        with _pool(checker, processes) as pool:
            futures = [pool.submit(_work, task, file) for file in files]
            try:
                for future in futures:
                    yield future.result()
                    left.pop(0)
            finally:
                pool.shutdown(cancel_futures=True)
    except _DIED:
        # A process died without a word. The paper that did it is one of these, and each now gets a process to itself.
        for file in left:
            yield _alone(task, file, checker)


def _alone(task: Task[Result], file: str, checker: Checker) -> Done[Result]:
    try:
        with _pool(checker, 1) as pool:
            return pool.submit(_work, task, file).result()
    except _DIED:
        return Done(file, error=ReadError(_TOO_LARGE, where=file))


def _pool(checker: Checker, processes: int) -> ProcessPoolExecutor:
    # Not forked: the bar on the terminal and the libraries under us have threads.
    return ProcessPoolExecutor(processes, get_context("spawn"), _start, (checker.config, checker.glossary))


_own: list[Checker] = []
"""The checker of this process, if it is one that shares in the work."""


def _start(config: Config, glossary: Glossary) -> None:
    # Ctrl+C is for the process that the person sees.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_seldom()
    _own[:] = [Checker(config, glossary=glossary)]


def _work(task: Task[Result], file: str) -> Done[Result]:
    return _attempt(task, _own[0], file)
