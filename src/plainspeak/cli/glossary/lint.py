"""``plainspeak glossary lint``."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

__all__ = ["command"]


@click.command("lint", short_help="Check glossary files against the editorial rules.")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE]...")
@click.option("--config", metavar="FILE", help="Use this configuration's glossaries.")
def command(files: tuple[Path, ...], config: str | None) -> None:
    """Check glossary files against the editorial rules: your own, or without a FILE all that are in use.

    The exit status is 1 if there is something to put right, and 2 if a file can't be read.
    """
    from plainspeak.cli.glossary.layers import file_of, glossary_or_leave
    from plainspeak.editorial import lint
    from plainspeak.editorial.facts import is_unverified
    from plainspeak.glossary import GlossaryFile, load_sources

    glossary = glossary_or_leave(config, also=[GlossaryFile(file) for file in files])
    named = {os.path.abspath(file) for file in files}
    ours = [*glossary.silenced, *(term for term in glossary.replaced if term.layer != "built-in")]
    terms = [term for term in (*glossary, *ours) if not named or file_of(term) in named]
    found = lint(glossary, terms, load_sources())
    for problem in found:
        click.echo(str(problem))
    for term, other in glossary.disagreements() if not named else ():
        click.echo(f"{term.where}: note: this replaces '{other.headword}' of {other.where} ({other.layer}).")
    entries = f"{len(terms):,} {'entry' if len(terms) == 1 else 'entries'}"
    unverified = sum(is_unverified(meaning) for term in terms for meaning in term.meanings)
    if unverified:
        entries += f" (of which {unverified:,} unverified)"
    if found:
        click.echo(f"{entries}, {len(found):,} {'thing' if len(found) == 1 else 'things'} to put right.")
        sys.exit(1)
    click.echo(f"{entries}, nothing to put right.")
