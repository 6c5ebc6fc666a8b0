"""``plainspeak baseline``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from plainspeak.cli.errors import tell, tell_unread
from plainspeak.errors import PlainspeakError, ReadError

__all__ = ["command"]


@click.command("baseline", short_help="Note the findings of today, so that later only new ones count.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "-o", "--output", default="plainspeak-baseline.json", show_default=True, metavar="FILE", help="Where to write it."
)
@click.option("--profile", metavar="NAME", help="meeting-paper (default), public-document or patient-leaflet.")
@click.option("--config", metavar="FILE", help="Use this configuration rather than the nearest plainspeak.yaml.")
def command(paths: tuple[str, ...], output: str, profile: str | None, config: str | None) -> None:
    """Note the findings of today, so that "check --baseline FILE" counts only new ones.

    The file holds fingerprints of the findings and none of the text. Paths in it are relative to its own folder.
    """
    from plainspeak.baseline import make_baseline, write_baseline
    from plainspeak.cli.paths import expand
    from plainspeak.cli.run import Run, configuration, make_checker, run_checks
    from plainspeak.reporters.summary import counted

    run = Run()
    files, run.errors, run.unread = expand(paths)
    target = Path(output)
    try:
        checker = make_checker(configuration(files or paths, config, profile), run)
        run_checks(checker, files, run, stdin_name="<stdin>")
        if run.reports:
            write_baseline(make_baseline(run.reports, target.parent), target)
            findings = sum(len(report.findings) for report in run.reports)
            where = counted(len(run.reports), "file")
            click.echo(f"{target}: {counted(findings, 'finding')} in {where}, known from now on.")
    except PlainspeakError as error:
        run.errors.append(error)
    except OSError as error:
        run.errors.append(ReadError(f"The baseline can't be written here ({error.strerror}).", where=output))
    for file in run.left_out:
        click.echo(f"{file}: left out, as the configuration says.")
    tell_unread(run.unread)
    for problem in run.errors:
        tell(problem)
    sys.exit(2 if run.errors else 0)
