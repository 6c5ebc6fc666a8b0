"""``plainspeak glossary show``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from plainspeak.cli.entries import described, found
from plainspeak.cli.errors import tell
from plainspeak.errors import PlainspeakError

if TYPE_CHECKING:
    from plainspeak.glossary import Glossary, Term

__all__ = ["command"]


@click.command("show", short_help="Show what the glossary says of a term, and where that comes from.")
@click.argument("words", nargs=-1, required=True, metavar="TERM")
@click.option("--paper", metavar="FILE", help="Show also what this paper itself says that letters stand for.")
@click.option("--config", metavar="FILE", help="Use this configuration's glossaries.")
def command(words: tuple[str, ...], paper: str | None, config: str | None) -> None:
    """Show what the glossary says of a term, which layer says it, and what that layer replaced or silenced.

    The layers, each stronger than the one before: built-in, organisation, project, and the paper's own words.
    """
    from plainspeak.cli.glossary.layers import glossary_in_use
    from plainspeak.config import did_you_mean

    name = " ".join(words)
    try:
        glossary = glossary_in_use(config)
        lines = [*_of_paper(paper, name, glossary), *_of_glossary(glossary, name)]
    except PlainspeakError as error:
        tell(error)
        sys.exit(2)
    if not lines:
        near = did_you_mean(name, (term.headword for term in glossary))
        hint = near if near.startswith("Did") else "'plainspeak glossary list' lists what is."
        click.echo(f"error: This isn't in the glossary: '{name}'. {hint}", err=True)
        sys.exit(2)
    click.echo("\n".join(lines))


def _of_glossary(glossary: Glossary, name: str) -> Iterator[str]:
    folded = name.casefold()
    for silence in glossary.silenced:
        if silence.headword.casefold() == folded:
            reason = f": {silence.why}" if silence.why else "."
            yield f"Silenced by the {silence.layer} layer ({silence.where}){reason}"
    term = found(glossary, name)
    if term:
        yield from described(term)
        yield f"  From the {term.layer} layer ({term.where})."
    for other in glossary.replaced:
        if folded in (other.headword.casefold(), (other.acronym or other.headword).casefold()):
            yield f"  In place of the {other.layer} layer ({other.where}): {_short(other)}"


def _short(term: Term) -> str:
    meanings = " / ".join(meaning.expansion or meaning.text for meaning in term.meanings)
    return meanings.strip(" /") or " / ".join(term.instead) or term.advice or ""


def _of_paper(paper: str | None, name: str, glossary: Glossary) -> Iterator[str]:
    if paper is None:
        return
    from plainspeak.checker import Checker
    from plainspeak.reporters.places import describe_place

    report = Checker(glossary=glossary).check_file(paper)
    for entry in report.acronyms:
        if entry.form.casefold() == name.casefold() and entry.explanations:
            first = entry.explanations[0]
            yield f"{entry.form}: {first.expansion}"
            yield f"  From the paper itself ({paper}, {describe_place(report.place(first.at))})."
