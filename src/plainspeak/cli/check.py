"""``plainspeak check``."""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plainspeak import __version__
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
    timings: bool,
) -> None:
    """Check papers for unexplained acronyms, jargon and hard sentences.

    PATH is a file (.docx, .pdf, .md, .html, .txt), a folder, a pattern such as "papers/*.docx", or - for
    standard input.

    The exit status is 0 when nothing serious is found, 1 when something is, and 2 when something couldn't be checked.
    """
    start = time.perf_counter()
    from plainspeak.baseline import compare, read_baseline
    from plainspeak.checker import Checker
    from plainspeak.cli.console import progress
    from plainspeak.cli.paths import expand
    from plainspeak.cli.run import Run, configuration, run_checks
    from plainspeak.report import each_repeat, worst_severity

    run = Run()
    known = gone = 0
    threshold: Severity | None = Severity.WARNING
    files, run.errors = expand(paths)
    checker = None
    try:
        chosen = configuration(files or paths, config, profile)
        threshold = _threshold(fail_on, chosen.fail_on)
        baseline_path = Path(baseline) if baseline else chosen.baseline
        held = read_baseline(baseline_path) if baseline_path else None
        checker = Checker(chosen)
        with progress(files) as shown:
            run_checks(checker, shown, run, stdin_name=stdin_name)
        if held is not None and baseline_path is not None:
            comparisons = [compare(report, held, baseline_path.parent) for report in run.reports]
            run.reports = [comparison.report for comparison in comparisons]
            known, gone = sum(each.known for each in comparisons), sum(each.gone for each in comparisons)
    except PlainspeakError as error:
        run.errors.append(error)
    run.errors += _nothing_to_check(run)
    worst = worst_severity(run.reports)
    if every:
        run.reports = [
            replace(
                report,
                findings=tuple(each for finding in report.findings for each in each_repeat(finding, report.document)),
            )
            for report in run.reports
        ]
    _write(run, output, every=every)
    if baseline and output == "text":
        click.echo(f"Known from the baseline: {known}. Gone since then: {gone}.")
    if timings and checker is not None:
        _write_timings(checker.timings, time.perf_counter() - start)
    if run.errors:
        sys.exit(2)
    sys.exit(1 if worst is not None and threshold is not None and worst.rank >= threshold.rank else 0)


def _threshold(given: str | None, configured: Severity) -> Severity | None:
    if given is None:
        return configured
    if given == "never":
        return None
    from plainspeak.config import did_you_mean
    from plainspeak.errors import ConfigError

    names = [*(severity.value for severity in Severity), "never"]
    if given not in names:
        raise ConfigError(f"--fail-on can't be '{given}'. {did_you_mean(given, names)}")
    return Severity(given)


def _nothing_to_check(run: Run) -> list[PlainspeakError]:
    if not run.reports and not run.errors:
        return [ReadError("There was nothing to check.")]
    return [
        ReadError("There is no text in this file. If it is a scan, ask for the original.", where=report.name)
        for report in run.reports
        if not report.words and not any(block.text for block in report.document.blocks)
    ]


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


def _write_timings(timings: dict[str, float], total: float) -> None:
    accounted = sum(timings.values())
    for stage, seconds in [*timings.items(), ("the rest", max(0.0, total - accounted)), ("in all", total)]:
        click.echo(f"{seconds:8.3f} s  {stage}", err=True)
