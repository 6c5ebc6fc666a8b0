"""The command line. A command's module is imported only when that command runs, so that ``--help`` answers at once."""

from __future__ import annotations

import gc
import io
import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import Any, NoReturn

import click

from plainspeak import __version__

__all__ = ["main", "run"]

_COMMANDS = {
    "check": "Check papers for unexplained acronyms, jargon and hard sentences.",
    "explain": "Explain a rule, an acronym or a term.",
    "rules": "List the rules.",
    "baseline": "Note the findings of today, so that later only new ones count.",
}


_VALUES_BETWEEN_COLLECTIONS = 500_000


class _Commands(click.Group):
    """A group that knows its commands' names and help without importing them."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, _ctx: click.Context, name: str) -> click.Command | None:
        if name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"plainspeak.cli.{name}").command
        return command

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        name = args[0]
        if name not in _COMMANDS and not name.startswith("-"):
            import difflib

            close = difflib.get_close_matches(name, _COMMANDS, n=1)
            hint = f" Did you mean '{close[0]}'?" if close else ""
            ctx.fail(f"There is no command '{name}'.{hint} To check a file: plainspeak check FILE")
        return super().resolve_command(ctx, args)


def run() -> NoReturn:
    """Run the command line with a patient garbage collector, and leave at once.

    A run makes hundreds of thousands of small values and next to no cycles. Looking for these as often as Python does
    takes a third of the time of a long paper, and frees nothing. Taking spaCy's modules apart at the end costs 0.2 s
    more, and every file is closed by then.
    """
    gc.set_threshold(_VALUES_BETWEEN_COLLECTIONS, 20, 20)
    _print_every_character()
    status = 0
    try:
        main(prog_name="plainspeak")
    except SystemExit as leaving:
        status = leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
    # Whoever reads the output may have stopped early (plainspeak check ... | head).
    with suppress(OSError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(status)


def _print_every_character() -> None:
    """Let no character of a paper stop its report: pipes on Windows take few, and some terminals fewer."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = "utf-8" if os.name == "nt" and not stream.isatty() else None
            stream.reconfigure(encoding=encoding, errors="replace")


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "-V", "--version", prog_name="plainspeak")
def main() -> None:
    """Find words that shut readers out of health and care papers, and say what to write instead.

    Try: plainspeak check paper.docx
    """
