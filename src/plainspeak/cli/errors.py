"""How the command line tells what it couldn't do."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NoReturn

import click

from plainspeak.errors import PlainspeakError

if TYPE_CHECKING:
    from plainspeak.cli.run import Run

__all__ = ["leave", "tell"]


def tell(error: PlainspeakError) -> None:
    """Say on standard error what is wrong: ``file:line: error: message``."""
    click.echo(f"{error.where}: error: {error.message}" if error.where else f"error: {error.message}", err=True)


def leave(run: Run) -> NoReturn:
    """Say on standard error what a run left out and couldn't do, and leave: with 2 if there was an error, else 0."""
    for file in run.left_out:
        click.echo(f"{file}: left out, as the configuration says.", err=True)
    for error in run.errors:
        tell(error)
    sys.exit(2 if run.errors else 0)
