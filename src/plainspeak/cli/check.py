"""``plainspeak check``."""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plainspeak import __version__
from plainspeak.cli.errors import tell_unread
from plainspeak.errors import PlainspeakError, ReadError
from plainspeak.findings import Severity

if TYPE_CHECKING:
    from plainspeak.cli.run import Run

__all__ = ["command"]


@click.command("check", short_help="Check papers for unexplained acronyms, jargon and hard sentences.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--format", "output", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to report."
)
@click.option("--profile", metavar="NAME", help="meeting-paper (default), public-document or patient-leaflet.")
@click.option("--config", metavar="FILE", help="Use this configuration rather than the nearest plainspeak.yaml.")
@click.option("--all", "every", is_flag=True, help="List each repeat by itself.")
@click.option(
    "--fail-on",
    metavar="SEVERITY",
    help="error, warning (default), information, hint or never: from when on the exit status is 1.",
)
@click.option("--baseline", metavar="FILE", help="Count only findings that this baseline doesn't hold.")
@click.option(
    "--stdin-name", default="<stdin>", metavar="NAME", help="What to call standard input; its ending says the format."
)
@click.option(
    "--language-model",
    metavar="NAME",
    help="An installed English spaCy pipeline to tell parts of speech, in place of the one that comes with plainspeak.",
)
@click.option("--timings", is_flag=True, help="Say where the time goes.")
def command(
    paths: tuple[str, ...],
    output: str,
    profile: str | None,
    config: str | None,
    every: bool,
    fail_on: str | None,
    baseline: str | None,
    stdin_name: str,
    language_model: str | None,
    timings: bool,
) -> None:
    """Check papers for unexplained acronyms, jargon and hard sentences.

    PATH is a file (Word, PDF, PowerPoint, Excel, OpenDocument, e-mail, web page, Markdown or plain text), a folder,
    a pattern such as "papers/*.docx", or - for standard input.

    The exit status is 0 when nothing serious is found, 1 when something is, and 2 when something couldn't be checked.
    """
    start = time.perf_counter()
    from plainspeak.baseline import compare, read_baseline
    from plainspeak.cli.paths import expand
    from plainspeak.cli.run import Run, configuration, make_checker, run_checks, without_text
    from plainspeak.config import fail_on_of
    from plainspeak.report import with_each_repeat, worst_severity

    run = Run()
    threshold: Severity | None = Severity.WARNING
    checker = None
    files, run.errors, run.unread = expand(paths)
    try:
        chosen = configuration(files or paths, config, profile)
        if language_model is not None:
            chosen = replace(chosen, language_model=language_model)
        threshold = chosen.fail_on if fail_on is None else fail_on_of(fail_on, "--fail-on")
        baseline_path = Path(baseline) if baseline else chosen.baseline
        held = read_baseline(baseline_path) if baseline_path else None
        checker = make_checker(chosen, run)
        run_checks(checker, files, run, stdin_name=stdin_name, side_by_side=not timings)
        if held is not None and baseline_path is not None:
            run.reports = [compare(report, held, baseline_path.parent) for report in run.reports]
    except PlainspeakError as error:
        run.errors.append(error)
    run.errors += without_text(run)
    if not (run.reports or run.errors or run.left_out):
        run.errors.append(ReadError("There was nothing to check."))
    worst = worst_severity(run.reports)
    if every:
        run.reports = [with_each_repeat(report) for report in run.reports]
    _write(run, output, every=every)
    tell_unread(run.unread)
    if timings and checker is not None:
        _write_timings(checker.timings, time.perf_counter() - start)
    if run.errors:
        sys.exit(2)
    sys.exit(1 if worst is not None and threshold is not None and worst.rank >= threshold.rank else 0)


def _write(run: Run, output: str, *, every: bool) -> None:
    if output == "json":
        from plainspeak.reporters.json import render_json

        click.echo(render_json(run.reports, run.errors, tool_version=__version__))
        return
    from plainspeak.cli.console import is_terminal, print_lines
    from plainspeak.reporters.text import MOST_IN_GROUP, grouped_lines, plain_lines

    if is_terminal():
        print_lines(grouped_lines(run.reports, run.errors, most=None if every else MOST_IN_GROUP))
    else:
        print_lines(plain_lines(run.reports, run.errors))
    for file in run.left_out:
        click.echo(f"{file}: left out, as the configuration says.")


def _write_timings(timings: dict[str, float], total: float) -> None:
    accounted = sum(timings.values())
    for stage, seconds in [*timings.items(), ("the rest", max(0.0, total - accounted)), ("in all", total)]:
        click.echo(f"{seconds:8.3f} s  {stage}", err=True)
