"""How the command line tells what it couldn't do."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, NoReturn

import click

from plainspeak.errors import PlainspeakError, ReadError

if TYPE_CHECKING:
    from plainspeak.cli.run import Run

__all__ = ["leave", "tell", "tell_unread"]


def tell(error: PlainspeakError) -> None:
    """Say on standard error what is wrong: ``file:line: error: message``."""
    click.echo(f"{error.where}: error: {error.message}" if error.where else f"error: {error.message}", err=True)


def tell_unread(errors: Iterable[ReadError]) -> None:
    """Say on standard error which papers of a folder weren't read, a line for each piece of advice."""
    alike: dict[str, list[str]] = {}
    for error in errors:
        alike.setdefault(error.message, []).append(error.where or "")
    for advice, (first, *others) in alike.items():
        more = f" and {len(others):,} more like it" if others else ""
        click.echo(f"{first}{more}: not read. {advice}", err=True)


def leave(run: Run) -> NoReturn:
    """Say on standard error what a run left out and couldn't do, and leave: with 2 if there was an error, else 0."""
    for file in run.left_out:
        click.echo(f"{file}: left out, as the configuration says.", err=True)
    tell_unread(run.unread)
    for error in run.errors:
        tell(error)
    sys.exit(2 if run.errors else 0)
