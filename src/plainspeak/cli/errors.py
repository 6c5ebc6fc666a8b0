"""How the command line tells what it couldn't do."""

from __future__ import annotations

import click

from plainspeak.errors import PlainspeakError

__all__ = ["tell"]


def tell(error: PlainspeakError) -> None:
    """Say on standard error what is wrong: ``file:line: error: message``."""
    click.echo(f"{error.where}: error: {error.message}" if error.where else f"error: {error.message}", err=True)
