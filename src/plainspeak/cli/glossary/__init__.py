"""``plainspeak glossary``: one module a command."""

from __future__ import annotations

import click

from plainspeak.cli.group import LazyGroup

__all__ = ["command"]


@click.command(
    "glossary",
    cls=LazyGroup,
    package=__name__,
    commands={
        "show": "Show what the glossary says of a term, and where that comes from.",
        "list": "List entries, or count them.",
        "add": "Add an entry to a glossary file.",
        "import": "Take in a jargon buster from a CSV file or a table in a Word document.",
        "export": "Write the glossary out for people or for other tools.",
        "suggest": "Draft entries for the unknown words of some papers.",
        "lint": "Check glossary files against the editorial rules.",
        "stale": "List entries that nobody has checked for a year.",
    },
    hint="'plainspeak glossary --help' lists the commands.",
    short_help="Look up, add to, check and share the glossary.",
)
def command() -> None:
    """Look up, add to, check and share the words that plainspeak knows."""
