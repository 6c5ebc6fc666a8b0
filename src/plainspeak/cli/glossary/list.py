"""``plainspeak glossary list``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from plainspeak.glossary import Glossary, Term

__all__ = ["command"]

_KINDS = [
    "organisation",
    "service",
    "role",
    "treatment",
    "money",
    "law",
    "plan",
    "data",
    "process",
    "wording",
    "person",
]
_STATUSES = "current announced ended renamed".split()
_LAYERS = "built-in organisation project".split()


@click.command("list", short_help="List entries, or count them.")
@click.option("--kind", type=click.Choice(_KINDS), help="Only entries of this kind.")
@click.option("--status", type=click.Choice(_STATUSES), help="Only entries with this status.")
@click.option("--topic", metavar="NAME", help="Only entries of this file, such as money.")
@click.option("--layer", type=click.Choice(_LAYERS), help="Only entries of this glossary.")
@click.option("--count", is_flag=True, help="How many there are of each part, and how many have been checked.")
@click.option("--config", metavar="FILE", help="Use this configuration's glossaries.")
def command(
    kind: str | None, status: str | None, topic: str | None, layer: str | None, count: bool, config: str | None
) -> None:
    """List the entries of the glossary, one to a line, or count them."""
    from plainspeak.cli.glossary.layers import glossary_or_leave
    from plainspeak.config import did_you_mean
    from plainspeak.glossary import Glossary

    glossary = glossary_or_leave(config)
    topics = sorted({term.topic for term in glossary})
    if topic is not None and topic not in topics:
        click.echo(f"error: There is no topic '{topic}'. {did_you_mean(topic, topics)}", err=True)
        sys.exit(2)
    terms = [
        term
        for term in glossary
        if (kind is None or any(meaning.kind == kind for meaning in term.meanings))
        and (status is None or any(meaning.status == status for meaning in term.meanings))
        and topic in (None, term.topic)
        and layer in (None, term.layer)
    ]
    if count:
        _count(Glossary(tuple(terms)))
        return
    for term in sorted(terms, key=lambda term: term.headword.casefold()):
        click.echo(_line(term))


def _count(glossary: Glossary) -> None:
    from plainspeak.glossary.coverage import coverage

    click.echo(f"{'':38}  entries  checked")
    for part in coverage(glossary):
        click.echo(f"{part.name:38}  {part.count:>7,}  {part.checked:>7,}")


def _line(term: Term) -> str:
    letters = f" ({term.acronym})" if term.acronym not in (None, term.headword) else ""
    expansions = [meaning.expansion for meaning in term.meanings if meaning.expansion not in (None, term.headword)]
    said = " / ".join(map(str, expansions)) or " / ".join(term.instead) or term.gloss or term.meanings[0].text
    return f"{term.headword}{letters}: {said or term.advice or term.why}"
