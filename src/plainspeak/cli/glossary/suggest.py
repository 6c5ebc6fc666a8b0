"""``plainspeak glossary suggest``."""

from __future__ import annotations

from pathlib import Path

import click

from plainspeak.cli.errors import leave
from plainspeak.errors import PlainspeakError

__all__ = ["command"]

_MOST_WORDS = 40


@click.command("suggest", short_help="Draft entries for the unknown words of some papers.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("-o", "--output", metavar="FILE", help="Where to write the draft, rather than on the screen.")
@click.option("--force", is_flag=True, help="Write over what is there already.")
@click.option("--config", metavar="FILE", help="Use this configuration rather than the nearest plainspeak.yaml.")
def command(paths: tuple[str, ...], output: str | None, force: bool, config: str | None) -> None:
    """Draft entries for letters and words of some papers that the glossary doesn't have.

    What is in most papers comes first. The draft is a glossary file: it loads, and what a person still has to fill in
    is a comment.
    """
    from plainspeak.cli.paths import expand
    from plainspeak.cli.run import Run, configuration, make_checker, run_checks
    from plainspeak.exports.files import write_file
    from plainspeak.reporters.summary import counted
    from plainspeak.suggestions import draft_file, unknown_letters, unknown_words

    run = Run()
    files, run.errors, run.unread = expand(paths)
    try:
        checker = make_checker(configuration(files or paths, config, None), run)
        run_checks(checker, files, run, stdin_name="<stdin>")
        letters = unknown_letters(run.reports)
        words = unknown_words([report.document for report in run.reports], checker.glossary)[:_MOST_WORDS]
        papers = counted(len(run.reports), "paper")
        said = f"{counted(len(letters), 'acronym')} and {counted(len(words), 'other term')}, from {papers}."
        if not run.reports:
            pass
        elif not letters and not words:
            click.echo(f"Nothing to suggest: the glossary has what is in {papers}.")
        elif output is None:
            click.echo(draft_file(letters, words), nl=False)
            click.echo(f"The draft: {said}", err=True)
        else:
            write_file(Path(output), draft_file(letters, words).encode(), force=force, keep=files)
            click.echo(f"{output}: {said}")
    except PlainspeakError as error:
        run.errors.append(error)
    leave(run)
