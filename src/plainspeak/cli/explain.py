"""``plainspeak explain``."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from plainspeak.cli.entries import WIDTH, described, found
from plainspeak.cli.errors import tell
from plainspeak.errors import PlainspeakError

if TYPE_CHECKING:
    from plainspeak.rules import Rule

__all__ = ["command"]


@click.command("explain", short_help="Explain a rule, an acronym or a term.")
@click.argument("words", nargs=-1, required=True, metavar="RULE|TERM")
@click.option("--config", metavar="FILE", help="Use this configuration's glossaries too.")
def command(words: tuple[str, ...], config: str | None) -> None:
    """Explain a rule ("acronym-undefined"), an acronym ("ICB") or a term ("care pathway")."""
    from plainspeak.cli.run import configuration
    from plainspeak.config import did_you_mean
    from plainspeak.glossary import load_glossary
    from plainspeak.rules import RULES

    name = " ".join(words)
    rules = {rule.id: rule for rule in RULES}
    if name in rules:
        click.echo("\n".join(_rule(rules[name])))
        return
    try:
        glossary = load_glossary(configuration([], config, None).glossaries)
    except PlainspeakError as error:
        tell(error)
        sys.exit(2)
    term = found(glossary, name)
    if term is None:
        known = [*rules, *(each.headword for each in glossary)]
        click.echo(f"error: Neither a rule nor in the glossary: '{name}'. {_near(did_you_mean(name, known))}", err=True)
        sys.exit(2)
    click.echo("\n".join(described(term)))


def _near(hint: str) -> str:
    return hint if hint.startswith("Did") else "'plainspeak rules' lists the rules."


def _rule(rule: type[Rule]) -> Iterator[str]:
    from plainspeak.rules.documentation import documentation

    page = documentation(rule)
    yield f"{rule.id} ({rule.severity})"
    for text in (page.summary, f"Why it matters: {page.why}", f"What to do instead: {page.instead}"):
        yield ""
        yield from textwrap.wrap(text, WIDTH)
    if page.options:
        yield ""
        yield "Options:"
        for option, default in page.options.items():
            yield f"  {option}: {default}"
    yield ""
    yield "Examples:"
    for example in page.examples:
        for line in example.source.splitlines():
            yield f"  {line}"
        yield ""
