"""Print lines: styled on a terminal, plain elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

import click

from plainspeak.reporters.text import Line

if TYPE_CHECKING:
    from rich.padding import Padding

__all__ = ["is_terminal", "print_lines", "progress", "styled"]

# Nothing is told by colour alone: what is marked is also set apart by its place, underlining or words.
_STYLES = {
    "": "",
    "bold": "bold",
    "dim": "dim",
    "title": "bold reverse",
    "mark": "bold underline yellow",
    "advice": "green",
    "error": "red",
}
_WIDEST = 110
Work = TypeVar("Work")


def is_terminal() -> bool:
    """Tell whether a person reads the output on a terminal."""
    return sys.stdout.isatty()


def print_lines(lines: Iterable[Line]) -> None:
    """Print lines for whoever reads them. ``NO_COLOR`` is honoured."""
    if not is_terminal():
        for line in lines:
            click.echo(line.text)
        return
    from rich.console import Console

    console = Console(highlight=False)
    if console.width > _WIDEST:
        console.width = _WIDEST
    for line in lines:
        console.print(styled(line))


def styled(line: Line) -> Padding:
    """Return a line as rich shows it."""
    from rich.padding import Padding
    from rich.text import Text

    return Padding(Text.assemble(*((text, _STYLES[style]) for text, style in line.parts)), (0, 0, 0, line.indent))


@contextmanager
def progress(work: Iterable[Work], total: int) -> Iterator[Iterable[Work]]:
    """Yield pieces of work as they are done, with a bar on the terminal when there are several."""
    if total < 2 or not sys.stderr.isatty():
        yield work
        return
    from rich.console import Console
    from rich.progress import track

    yield track(work, description="Checking", total=total, console=Console(stderr=True), transient=True)
