"""``plainspeak report``."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plainspeak.cli.errors import leave
from plainspeak.errors import PlainspeakError, ReadError, WriteError

if TYPE_CHECKING:
    from plainspeak.exports.report.page import ReportPages

__all__ = ["command"]

_PAGE_ENDINGS = (".html", ".htm")
_DEFAULT_NAME = "plainspeak-report.html"
"""How many bytes of a page are read to see whose it is."""


@click.command("report", short_help="Write a report as a web page: what to put right first, and the text with marks.")
@click.argument("papers", nargs=-1, required=True, metavar="PAPER...")
@click.option("-o", "--output", metavar="PATH", help="A page, such as report.html, or a folder for a page each.")
@click.option("--profile", metavar="NAME", help="meeting-paper (default), public-document or patient-leaflet.")
@click.option("--config", metavar="FILE", help="Use this configuration rather than the nearest plainspeak.yaml.")
@click.option("--force", is_flag=True, help="Write over a page that is there already. A paper is never written over.")
def command(papers: tuple[str, ...], output: str | None, profile: str | None, config: str | None, force: bool) -> None:
    """Write a report on some papers as a web page that needs nothing else: open it in a browser, print it, send it on.

    PAPER is a file, a folder, a pattern such as "papers/*.docx", or - for standard input. Without -o, the report on
    paper.docx or on a folder goes beside it, as paper-report.html. Any other goes here, as plainspeak-report.html.

    The exit status is 2 when a paper couldn't be read or no page could be written, else 0.
    """
    from plainspeak.cli.paths import expand
    from plainspeak.cli.run import Run, configuration, make_checker, run_checks, without_text
    from plainspeak.exports.report.page import report_pages

    run = Run()
    files, run.errors, run.unread = expand(papers)
    try:
        checker = make_checker(configuration(files or papers, config, profile), run)
        target = Path(output) if output is not None else _beside(papers)
        folder = _is_folder(target)
        run_checks(checker, files, run, stdin_name="<stdin>")
        empty = {error.where: error for error in without_text(run)}
        run.errors += empty.values()
        reports = [report for report in run.reports if report.name not in empty]
        if reports:
            failed = [error for error in [*run.errors, *run.unread] if isinstance(error, ReadError)]
            made = report_pages(reports, checker.glossary, checker.config, errors=failed, folder=folder)
            _write(made, target, files, folder=folder, force=force)
        elif not run.errors and not run.left_out:
            run.errors.append(ReadError("There was nothing to read, so no report is written."))
    except PlainspeakError as error:
        run.errors.append(error)
    leave(run)


def _beside(papers: Sequence[str]) -> Path:
    """Return where a report goes that nobody named a place for: beside one paper or one folder, else here."""
    if len(papers) != 1 or not os.path.exists(papers[0]):
        return Path(_DEFAULT_NAME)
    only = Path(papers[0])
    name = only.stem if only.is_file() else Path(os.path.abspath(only)).name
    folder = only.parent if only.name not in ("", "..") else Path(os.path.abspath(only)).parent
    return folder / f"{name}-report.html"


def _is_folder(target: Path) -> bool:
    """Tell whether a report is asked for as a folder of pages.

    Raises:
        WriteError: the name is that of a paper of another format.
    """
    from plainspeak.readers import suffixes

    ending = target.suffix.lower()
    if target.is_dir() or not ending:
        return True
    if ending in suffixes() and ending not in _PAGE_ENDINGS:
        message = "A report is a web page. End its name in .html, or name a folder."
        raise WriteError(message, where=str(target))
    return ending not in _PAGE_ENDINGS


def _write(made: ReportPages, target: Path, papers: Sequence[str], *, folder: bool, force: bool) -> None:
    from plainspeak.cli.paths import is_report
    from plainspeak.exports.files import write_file, write_folder

    opened = next(iter(made.pages))
    if folder:
        for name in made.pages:
            _check_free(target / name, papers, force=force)
        write_folder(target, made.pages, force=True)
    else:
        # A page that we made holds nothing of anybody's.
        write_file(target, made.pages[opened].encode(), force=force or is_report(str(target)), keep=papers)
    for name, verdict in made.verdicts:
        click.echo(f"{name}: {verdict}")
    click.echo(f"{target / opened if folder else target}: the report. Open it in a web browser.")


def _check_free(page: Path, papers: Iterable[str], *, force: bool) -> None:
    """Check that a page of a folder can be written without harm; other files in the folder stay as they are.

    Raises:
        WriteError: it is there already and no report of ours, or is one of the papers.
    """
    from plainspeak.cli.paths import is_report

    if os.path.lexists(page) and not (force or is_report(str(page))):
        message = "There is a page of this name already, and it stays as it is. Choose another folder, or add --force."
        raise WriteError(message, where=str(page))
    if any(os.path.exists(paper) and os.path.exists(page) and os.path.samefile(page, paper) for paper in papers):
        raise WriteError("This is one of the papers, and it stays as it is. Choose another folder.", where=str(page))
