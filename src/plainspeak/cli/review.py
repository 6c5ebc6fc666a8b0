"""``plainspeak review``."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timezone
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plainspeak.cli.errors import leave
from plainspeak.cli.paths import REVIEWED, expand
from plainspeak.errors import PlainspeakError, ReadError, WriteError

if TYPE_CHECKING:
    from plainspeak.checker import Checker
    from plainspeak.reviewers import Review

__all__ = ["command"]

_NO_COMMENTS = "Files of this kind can\u2019t carry comments."


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
    The copies of a folder go into a new folder beside it. Your own files stay as they are.

    The exit status is 2 when a paper couldn't be read or a copy couldn't be written, else 0.
    """
    from plainspeak.cli.run import Run, configuration, make_checker, to_check
    from plainspeak.cli.work import each_paper
    from plainspeak.exports.files import write_file

    run = Run()
    files, run.errors, run.unread = expand(papers)
    try:
        checker = make_checker(configuration(files or papers, config, profile), run)
        files = to_check(checker, files, run)
        targets = _targets(files, papers, output)
        task = partial(_review, when=_now(), track_changes=track_changes, most=most)
        kept: list[str | Path] = [*files]
        for done in each_paper(task, files, checker):
            try:
                if done.error is not None:
                    raise done.error
                if done.result is None:
                    _pass_over(done.file, papers)
                    continue
                target = _named_rightly(targets[done.file], done.file)
                target.parent.mkdir(parents=True, exist_ok=True)
                write_file(target, done.result.data, force=force, keep=kept)
                # Two papers of one name mustn't become one copy.
                kept.append(target)
                _tell(target, done.result, done.file)
            except PlainspeakError as error:
                run.errors.append(error)
    except PlainspeakError as error:
        run.errors.append(error)
    leave(run)


def _review(checker: Checker, file: str, *, when: datetime, track_changes: bool, most: int) -> Review | None:
    """Return the copy of a paper; ``None`` if files of its kind can't carry comments."""
    from plainspeak.reviewers import can_review, review

    report = checker.check_file(file)
    if not can_review(report):
        return None
    written = review(report, when=when, track_changes=track_changes, most=most)
    return replace(written, notices=(*written.notices, *(notice.message for notice in report.notices)))


def _pass_over(file: str, papers: Sequence[str]) -> None:
    """Say that a paper of a folder has no copy.

    Raises:
        WriteError: a person asked for a copy of this very paper.
    """
    if file in papers:
        raise WriteError(f"{_NO_COMMENTS} Use \u201cplainspeak report\u201d instead.", where=file)
    click.echo(f"{file}: no copy. {_NO_COMMENTS}")


def _targets(files: Iterable[str], papers: Iterable[str], output: str | None) -> Mapping[str, Path]:
    """Return where the copy of each file goes.

    Raises:
        ReadError: a paper comes from standard input: its copy would have no name.
    """
    every = list(files)
    if "-" in every:
        raise ReadError("A copy is written for files only. Save the paper, and give its name.")
    folders = [Path(paper) for paper in papers if os.path.isdir(paper)]
    if output is not None and len(every) == 1 and not folders and not os.path.isdir(output):
        return {every[0]: Path(output)}
    targets = {}
    for file in every:
        path = Path(file)
        folder = next((each for each in folders if each in path.parents), None)
        inside = path.relative_to(folder) if folder else Path(path.name)
        if output is not None:
            targets[file] = Path(output) / inside
        elif folder is not None:
            targets[file] = folder.absolute().with_name(f"{folder.absolute().name}{REVIEWED}") / inside
        else:
            targets[file] = path.with_name(f"{path.stem}{REVIEWED}{path.suffix}")
    return targets


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
    """Return the date of the comments: now, or ``SOURCE_DATE_EPOCH`` for a copy that is the same each time."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), timezone.utc) if epoch.isdigit() else datetime.now(timezone.utc)


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
