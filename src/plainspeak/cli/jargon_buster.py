"""``plainspeak jargon-buster``."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from plainspeak.cli.errors import leave
from plainspeak.errors import PlainspeakError, ReadError, WriteError

if TYPE_CHECKING:
    from plainspeak.cli.run import Run
    from plainspeak.exports.page import Page
    from plainspeak.exports.words_used import Order, WordsUsed

__all__ = ["command"]

_ENDINGS = {".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", ".docx": "docx"}


@click.command(
    "jargon-buster", short_help="Write the page \u201cwords used in this paper\u201d for the back of a paper."
)
@click.argument("papers", nargs=-1, required=True, metavar="PAPER...")
@click.option(
    "-o", "--output", metavar="FILE", help="Where to write it; its ending (.md, .html, .docx) says the format."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["markdown", "html", "docx"]),
    help="Left out, what FILE ends in, or markdown.",
)
@click.option(
    "--order",
    type=click.Choice(["alphabetical", "reading"]),
    default="alphabetical",
    show_default=True,
    help="From A to Z, or as a reader meets the words.",
)
@click.option("--config", metavar="FILE", help="Use this configuration rather than the nearest plainspeak.yaml.")
@click.option("--force", is_flag=True, help="Write over FILE if it is there already. A paper is never written over.")
def command(
    papers: tuple[str, ...], output: str | None, form: str | None, order: str, config: str | None, force: bool
) -> None:
    """Write the page "Words used in this paper": each short form and special word in it, and what it means.

    What the paper itself spells out comes first; for the rest the glossary is asked. Letters that neither explains
    aren't on the page: they are listed for you at the end.

    The exit status is 2 when a paper couldn't be read or the page couldn't be written, else 0.
    """
    from plainspeak.cli.run import Run, read_papers
    from plainspeak.exports.words_used import words_used
    from plainspeak.reporters.summary import counted

    run = Run()
    try:
        chosen = _format(output, form)
        checker, files = read_papers(papers, config, run)
        if any(report.words for report in run.reports):
            used = words_used(run.reports, checker.glossary, order=cast("Order", order))
            _write(used.page, chosen, output, force=force, papers=files)
            if output is not None:
                click.echo(f"{output}: {counted(len(used.page.entries), 'word')}.")
            _tell_staff(used, run)
        elif not run.errors:
            run.errors.append(ReadError("There was nothing to read, so no page is written."))
    except PlainspeakError as error:
        run.errors.append(error)
    leave(run)


def _format(output: str | None, asked: str | None) -> str:
    """Return the format that is asked for by name or by the ending of the file.

    Raises:
        WriteError: the two contradict each other, neither says one, or a Word file has no place to go.
    """
    if output is None:
        if asked == "docx":
            raise WriteError("A Word file can\u2019t be shown here. Say where to write it, such as -o words.docx.")
        return asked or "markdown"
    ending = _ENDINGS.get(Path(output).suffix.lower())
    if asked and ending and asked != ending:
        raise WriteError(f"The name says {ending} but --format says {asked}. Leave out one.", where=output)
    if asked or ending:
        return asked or str(ending)
    raise WriteError("The name doesn\u2019t say which format. End it in .docx, .html or .md.", where=output)


def _write(page: Page, form: str, output: str | None, *, force: bool, papers: Iterable[str]) -> None:
    from plainspeak.exports.docx import page_docx
    from plainspeak.exports.files import write_file
    from plainspeak.exports.html import page_html
    from plainspeak.exports.markdown import page_markdown

    data = page_docx(page) if form == "docx" else (page_html if form == "html" else page_markdown)(page).encode()
    if output is None:
        click.echo(data.decode(), nl=False)
    else:
        write_file(Path(output), data, force=force, keep=papers)


def _tell_staff(used: WordsUsed, run: Run) -> None:
    """Say on standard error what no page can settle: the page itself goes to the public."""
    if used.undecided:
        click.echo(f"With several meanings, so say in the paper which one: {', '.join(used.undecided)}.", err=True)
    if used.unexplained:
        click.echo(f"Still to be explained, so not on the page: {', '.join(used.unexplained)}.", err=True)
        click.echo("Spell them out in the paper, or add them to your own glossary.", err=True)
    for report in run.reports:
        for notice in report.notices:
            click.echo(f"{report.name}: note: {notice.message}", err=True)
