"""``plainspeak acronyms``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from plainspeak import __version__
from plainspeak.cli.errors import leave
from plainspeak.errors import PlainspeakError, ReadError

if TYPE_CHECKING:
    from plainspeak.cli.run import Run

__all__ = ["command"]


@click.command("acronyms", short_help="List every acronym of a paper: explained or not, what it stands for, where.")
@click.argument("papers", nargs=-1, required=True, metavar="PAPER...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "csv", "json"]),
    default="text",
    show_default=True,
    help="A list for people, a table for a spreadsheet, or data for programs.",
)
@click.option("-o", "--output", metavar="FILE", help="Where to write it; left out, it is shown here.")
@click.option("--config", metavar="FILE", help="Use this configuration rather than the nearest plainspeak.yaml.")
@click.option("--force", is_flag=True, help="Write over FILE if it is there already. A paper is never written over.")
def command(papers: tuple[str, ...], form: str, output: str | None, config: str | None, force: bool) -> None:
    """List every acronym of some papers: whether it is explained, what it stands for, and where it is first used.

    PAPER is a file, a folder, a pattern such as "papers/*.docx", or - for standard input. Each paper of a pack is
    read by itself: what another one explains doesn't count.

    The exit status is 2 when a paper couldn't be read or the table couldn't be written, else 0.
    """
    from plainspeak.cli.run import Run, read_papers

    run = Run()
    try:
        _, files = read_papers(papers, config, run)
        if not (run.reports or run.errors or run.left_out):
            run.errors.append(ReadError("There was nothing to read."))
        if run.reports or form == "json":
            _write(run, form, output, files, force=force)
    except PlainspeakError as error:
        run.errors.append(error)
    leave(run)


def _write(run: Run, form: str, output: str | None, papers: list[str], *, force: bool) -> None:
    from plainspeak.cli.console import print_lines
    from plainspeak.exports.acronyms import acronym_lines, acronyms_csv
    from plainspeak.exports.files import write_file
    from plainspeak.reporters.json import render_json

    if form == "text" and output is None:
        print_lines(acronym_lines(run.reports))
        return
    if form == "csv":
        data = acronyms_csv(run.reports)
    elif form == "json":
        data = f"{render_json(run.reports, run.errors, tool_version=__version__)}\n".encode()
    else:
        data = "".join(f"{line.text}\n" for line in acronym_lines(run.reports)).encode()
    if output is None:
        click.echo(data.decode("utf-8-sig"), nl=False)
    else:
        write_file(Path(output), data, force=force, keep=papers)
