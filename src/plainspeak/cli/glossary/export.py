"""``plainspeak glossary export``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plainspeak.cli.errors import tell
from plainspeak.errors import PlainspeakError, UnknownNameError, WriteError

if TYPE_CHECKING:
    from plainspeak.glossary import Term

__all__ = ["command"]

_ENDINGS = {"csv": (".csv",), "html": (".html", ".htm"), "docx": (".docx",), "m365": (".csv",)}
"""What a file's name ends in. The formats that aren't here are folders."""
_LAYERS = ("built-in", "organisation", "project")


@click.command("export", short_help="Write the glossary out for people or for other tools.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["csv", "html", "docx", "m365", "vale", "cspell"]),
    required=True,
    help="csv: a table; html, docx: a page from A to Z; m365: acronyms for Microsoft 365; vale, cspell: a folder.",
)
@click.option("-o", "--output", required=True, metavar="PATH", help="The file to write, or the folder.")
@click.option(
    "--kind", "kinds", multiple=True, metavar="KIND", help="Only these, such as organisation. Can be repeated."
)
@click.option(
    "--layer", "layers", multiple=True, type=click.Choice(_LAYERS), help="Only what stands there. Can be repeated."
)
@click.option("--config", metavar="FILE", help="Use this configuration's glossaries.")
@click.option("--force", is_flag=True, help="Write over what is there already.")
def command(
    form: str, output: str, kinds: tuple[str, ...], layers: tuple[str, ...], config: str | None, force: bool
) -> None:
    """Write the glossary out: for people as a table or a page, or for other tools.

    The table and the pages hold what has a meaning. Swaps of wording go to Vale alone.
    """
    from plainspeak.cli.glossary.layers import glossary_in_use
    from plainspeak.exports.explanations import credit

    try:
        _check_ending(form, output)
        terms = [term for term in glossary_in_use(config) if not layers or term.layer in layers]
        terms = _told(_of_kinds(terms, kinds), form)
        if not terms:
            raise UnknownNameError("Nothing in the glossary fits, so nothing is written.")
        _write(terms, form, Path(output), force=force)
    except PlainspeakError as error:
        tell(error)
        sys.exit(2)
    click.echo(f"{output}: {len(terms):,} {'entry' if len(terms) == 1 else 'entries'}.")
    if due := credit(terms):
        click.echo(f"If you pass it on, give credit: {due}.")


def _check_ending(form: str, output: str) -> None:
    endings = _ENDINGS.get(form)
    if endings and Path(output).suffix.lower() not in endings:
        raise WriteError(f"For {form}, end the name in {endings[0]}.", where=output)


def _of_kinds(terms: Sequence[Term], kinds: Sequence[str]) -> list[Term]:
    """Return the terms with a meaning of some kinds.

    Raises:
        UnknownNameError: no entry is of such a kind.
    """
    from plainspeak.config import did_you_mean

    known = {meaning.kind for term in terms for meaning in term.meanings if meaning.kind}
    for kind in kinds:
        if kind not in known:
            raise UnknownNameError(f"No entry is of the kind '{kind}'. {did_you_mean(kind, sorted(known))}")
    return [term for term in terms if not kinds or any(meaning.kind in kinds for meaning in term.meanings)]


def _told(terms: Sequence[Term], form: str) -> list[Term]:
    """Return the terms that a format has a place for."""
    from plainspeak.exports.a_to_z import for_readers
    from plainspeak.exports.microsoft import for_microsoft

    if form in ("vale", "cspell"):
        return list(terms)
    return for_microsoft(terms) if form == "m365" else for_readers(terms)


def _write(terms: Sequence[Term], form: str, path: Path, *, force: bool) -> None:
    from plainspeak.exports.a_to_z import a_to_z
    from plainspeak.exports.docx import page_docx
    from plainspeak.exports.files import write_file, write_folder
    from plainspeak.exports.html import page_html
    from plainspeak.exports.microsoft import microsoft_csv
    from plainspeak.exports.spelling import cspell_files
    from plainspeak.exports.table import table_csv
    from plainspeak.exports.vale import vale_files

    if form in ("vale", "cspell"):
        write_folder(path, vale_files(terms) if form == "vale" else cspell_files(terms), force=force)
        return
    if form == "html":
        data = page_html(a_to_z(terms)).encode()
    elif form == "docx":
        data = page_docx(a_to_z(terms))
    else:
        data = microsoft_csv(terms) if form == "m365" else table_csv(terms)
    write_file(path, data, force=force)
