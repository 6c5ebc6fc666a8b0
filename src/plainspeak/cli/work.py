"""Do the same work for many papers: one after another, or side by side in several processes.

Each process has a checker of its own, made from the same configuration. That costs more than a few short papers do.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from pickle import UnpicklingError
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
    """Share the work among processes. The standard library's pools can wait for ever for a process that died."""
    waiting = deque(range(len(files)))
    workers: dict[Connection, _Worker[Result]] = {}
    done: dict[int, Done[Result]] = {}
    told = 0
    try:
        while told < len(files):
            while waiting and len(workers) < processes:
                worker = _Worker(task, checker)
                workers[worker.pipe] = worker
                worker.begin(waiting.popleft(), files)
            for pipe in wait(list(workers)):
                worker = workers[pipe]  # type: ignore[index]
                done[worker.number] = worker.result(files)
                if worker.died or not waiting:
                    workers.pop(worker.pipe).end()
                else:
                    worker.begin(waiting.popleft(), files)
            while told in done:
                yield done.pop(told)
                told += 1
    finally:
        for worker in workers.values():
            worker.end()


class _Worker(Generic[Result]):
    """A process that does the work for one paper at a time."""

    def __init__(self, task: Task[Result], checker: Checker) -> None:
        # Not forked: the bar on the terminal and the libraries under us have threads.
        context = get_context("spawn")
        self.pipe, theirs = context.Pipe()
        arguments = (theirs, task, checker.config, checker.glossary)
        self._process = context.Process(target=_serve, args=arguments, daemon=True)
        self._process.start()
        theirs.close()
        self.number = -1
        self.died = False

    def begin(self, number: int, files: Sequence[str]) -> None:
        """Begin with a paper; that a process has died is seen when its result is asked for."""
        self.number = number
        with suppress(OSError):
            self.pipe.send(files[number])

    def result(self, files: Sequence[str]) -> Done[Result]:
        """Return what became of the paper; an error if the process has died over it."""
        try:
            done: Done[Result] = self.pipe.recv()
        except (EOFError, OSError, UnpicklingError):
            self.died = True
            return Done(files[self.number], error=ReadError(_TOO_LARGE, where=files[self.number]))
        return done

    def end(self) -> None:
        """End the process, whatever it is at."""
        self.pipe.close()
        self._process.terminate()
        self._process.join()


def _serve(pipe: Connection, task: Task[Result], config: Config, glossary: Glossary) -> None:
    """Do the work for papers until there are no more."""
    # Ctrl+C is for the process that the person sees.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_seldom()
    checker = Checker(config, glossary=glossary)
    with suppress(EOFError, OSError):
        while True:
            pipe.send(_attempt(task, checker, pipe.recv()))
