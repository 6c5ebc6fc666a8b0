"""``plainspeak review``."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import datetime, timezone
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plainspeak.cli.copies import NO_COMMENTS, Made, make, make_folder, report_beside, targets_of
from plainspeak.cli.errors import leave
from plainspeak.cli.paths import expand, is_report
from plainspeak.errors import PlainspeakError, WriteError

if TYPE_CHECKING:
    from plainspeak.reviewers import Review

__all__ = ["command"]


@click.command("review", short_help="Write a copy of a paper with comments in it.")
@click.argument("papers", nargs=-1, required=True, metavar="PAPER...")
@click.option(
    "-o",
    "--output",
    metavar="OUT",
    help="Where to write the copy; with several papers, a folder. Left out: beside the paper, as paper-reviewed.docx.",
)
@click.option(
    "--track-changes",
    is_flag=True,
    help="In Word files, make the safe swaps as tracked changes that you can accept or reject.",
)
@click.option(
    "--most", type=click.IntRange(1, 30_000), default=300, show_default=True, help="The most comments in a copy."
)
@click.option("--profile", metavar="NAME", help="meeting-paper (default), public-document or patient-leaflet.")
@click.option("--config", metavar="FILE", help="Use this configuration rather than the nearest plainspeak.yaml.")
@click.option("--force", is_flag=True, help="Write over a copy that is there already. A paper is never written over.")
def command(
    papers: tuple[str, ...],
    output: str | None,
    track_changes: bool,
    most: int,
    profile: str | None,
    config: str | None,
    force: bool,
) -> None:
    """Write a copy of a paper, with what check would say as comments on the words.

    PAPER is a file (Word, PDF, PowerPoint, Excel, OpenDocument), a pattern such as "papers/*.docx", or a folder.
    The copies of a folder go into a new folder beside it. Your own files stay as they are. A paper that can't have
    comments, such as one that is signed, gets a report instead.

    The exit status is 2 when a paper couldn't be read or a copy couldn't be written, else 0.
    """
    from plainspeak.cli.run import Run, configuration, make_checker, to_check
    from plainspeak.cli.work import each_paper

    run = Run()
    files, run.errors, run.unread = expand(papers)
    try:
        checker = make_checker(configuration(files or papers, config, profile), run)
        files = to_check(checker, files, run)
        targets = targets_of(files, papers, output)
        task = partial(make, when=_now(), track_changes=track_changes, most=most)
        kept: list[str | Path] = [*files]
        for done in each_paper(task, files, checker):
            try:
                if done.error is not None:
                    raise done.error
                if done.result is not None:
                    _write(done.result, done.file, targets[done.file], kept, force=force)
                    _say_why(done.result, done.file, papers)
            except PlainspeakError as error:
                run.errors.append(error)
    except PlainspeakError as error:
        run.errors.append(error)
    leave(run)


def _write(made: Made, file: str, target: Path, kept: list[str | Path], *, force: bool) -> None:
    """Write the copy of a paper, or the report where there is none, and say where it is."""
    from plainspeak.exports.files import write_file

    if made.copy is None:
        target = report_beside(target, file)
        make_folder(target.parent)
        write_file(target, made.page, force=force or is_report(str(target)), keep=kept)
        click.echo(f"{target}: the report on {Path(file).name}, which has no copy.")
    else:
        target = _named_rightly(target, file)
        make_folder(target.parent)
        write_file(target, made.copy.data, force=force, keep=kept)
        _tell(target, made.copy, file)
    # Two papers of one name mustn't become one copy.
    kept.append(target)


def _say_why(made: Made, file: str, papers: Sequence[str]) -> None:
    """Say why a paper has no copy, if it hasn't.

    Raises:
        WriteError: it could have had one, or a person asked for a copy of this very paper.
    """
    if made.reason and (made.reason != NO_COMMENTS or file in papers):
        raise WriteError(made.reason, where=file)


def _named_rightly(target: Path, paper: str) -> Path:
    """Return where a copy goes.

    Raises:
        WriteError: its name promises another format than the paper's.
    """
    ending = Path(paper).suffix
    if target.suffix.lower() != ending.lower():
        raise WriteError(f"The copy has the format of the paper. End its name in {ending}.", where=str(target))
    return target


def _now() -> datetime:
    """Return the date of the comments: now, or ``SOURCE_DATE_EPOCH`` for a copy that is the same each time.

    Raises:
        WriteError: that variable holds no time.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return datetime.now(timezone.utc)
    try:
        return datetime.fromtimestamp(int(epoch), timezone.utc)
    except (ValueError, OverflowError, OSError) as error:
        raise WriteError(
            "The variable SOURCE_DATE_EPOCH holds no time. Set it to seconds since 1970, or unset it."
        ) from error


def _tell(target: Path, written: Review, file: str) -> None:
    from plainspeak.reporters.summary import counted

    parts = [counted(written.comments, "comment")]
    if written.changes:
        parts.append(counted(written.changes, "tracked change"))
    click.echo(f"{target}: {' and '.join(parts)}.")
    for notice in written.notices:
        click.echo(f"  Note: {notice}")
    if written.left_out:
        more = counted(written.left_out, "more thing")
        click.echo(f"  There is no comment on {more}: \u201cplainspeak report {file}\u201d shows all.")
