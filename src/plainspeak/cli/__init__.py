"""The command line. A command's module is imported only when that command runs, so that ``--help`` answers at once."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from typing import NoReturn

import click

from plainspeak import __version__
from plainspeak.cli.collector import collect_seldom
from plainspeak.cli.group import LazyGroup

__all__ = ["main", "run"]

_COMMANDS = {
    "check": "Check papers for unexplained acronyms, jargon and hard sentences.",
    "review": "Write a copy of a paper with comments in it.",
    "acronyms": "List every acronym of a paper: explained or not, what it stands for, where.",
    "report": "Write a report as a web page: what to put right first, and the text with marks.",
    "jargon-buster": "Write the page \u201cwords used in this paper\u201d for the back of a paper.",
    "explain": "Explain a rule, an acronym or a term.",
    "glossary": "Look up, add to, check and share the glossary.",
    "rules": "List the rules.",
    "baseline": "Note the findings of today, so that later only new ones count.",
    "lsp": "Start the language server, which editors use.",
}


def run() -> NoReturn:
    """Run the command line, and leave at once.

    Taking spaCy's modules apart at the end costs 0.2 s, and every file is closed by then.
    """
    collect_seldom()
    _print_every_character()
    status = 0
    try:
        main(prog_name="plainspeak")
    except SystemExit as leaving:
        status = leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
    except OSError as error:
        # Files tell their own errors: this is a disk that is full, or another end of the output.
        status = 2
        with suppress(OSError):
            click.echo(f"error: The output can\u2019t be written ({error.strerror or error}).", err=True)
    # Whoever reads the output may have stopped early (plainspeak check ... | head).
    for stream in (sys.stdout, sys.stderr):
        # There is none where the output is closed; the language server closes it when its editor leaves.
        with suppress(OSError, AttributeError, ValueError):
            stream.flush()
    os._exit(status)


def _print_every_character() -> None:
    """Let no character of a paper stop its report: pipes on Windows take few, and some terminals fewer."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = "utf-8" if os.name == "nt" and not stream.isatty() else None
            stream.reconfigure(encoding=encoding, errors="replace")


@click.group(
    cls=LazyGroup,
    package=__name__,
    commands=_COMMANDS,
    hint="To check a file: plainspeak check FILE",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "-V", "--version", prog_name="plainspeak")
def main() -> None:
    """Find words that shut readers out of health and care papers, and say what to write instead.

    Try: plainspeak check paper.docx
    """
