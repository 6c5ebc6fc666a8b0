"""``plainspeak glossary import``."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import click

from plainspeak.cli.errors import tell
from plainspeak.errors import PlainspeakError

__all__ = ["command"]


@click.command("import", short_help="Take in a jargon buster from a CSV file or a table in a Word document.")
@click.argument("file")
@click.option("--into", metavar="FILE", help="The glossary to add to, such as glossary.yaml. It is made if need be.")
@click.option("--dry-run", is_flag=True, help="Say what would become of each row, and write nothing.")
@click.option("--config", metavar="FILE", help="Use this configuration's glossaries.")
def command(file: str, into: str | None, dry_run: bool, config: str | None) -> None:
    """Take in a jargon buster: a CSV file, or the tables of a Word document.

    Each row is taken, merged with what is there, or refused with the reason. Without --into, the first glossary of the
    nearest configuration is added to. The exit status is 1 if a row was refused, and 2 if nothing could be read.
    """
    from plainspeak.cli.glossary.target import other_layers, target_file
    from plainspeak.errors import ConfigError
    from plainspeak.glossary.writer import GlossaryEditor
    from plainspeak.imports import plan, read_candidates

    editor = None
    try:
        try:
            target = target_file(into, config, option="--into")
            editor = GlossaryEditor(target.path, target.layer)
        except ConfigError:
            # To look at what a file holds, nobody needs a glossary of their own.
            if not dry_run or config is not None:
                raise
            target = None
        others = other_layers(target, config)
        own = editor.terms if editor else ()
        reading = read_candidates(Path(file), others.extended_by(own))
        made = plan(reading.candidates, own, others)
        if editor and not dry_run:
            made.carry_out(editor)
    except PlainspeakError as error:
        tell(error)
        sys.exit(2)
    order = {candidate.place: position for position, candidate in enumerate(reading.candidates)}
    for note in reading.notes:
        click.echo(f"note: {note}")
    for outcome in sorted(made.outcomes, key=lambda each: order[each.place]):
        click.echo(f"{outcome.place}: {outcome.kind}: {outcome.message}")
    counts = Counter(outcome.kind for outcome in made.outcomes)
    said = ", ".join(f"{counts[kind]:,} {kind}" for kind in ("taken", "merged", "refused"))
    click.echo(f"{target.path if target else file}: {said}.{' Nothing is written.' if dry_run else ''}")
    if made.entries and target and not dry_run:
        click.echo(f"See what could be plainer: plainspeak glossary lint {target.path}")
    sys.exit(1 if counts["refused"] else 0)
