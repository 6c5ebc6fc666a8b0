"""``plainspeak glossary add``."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Any

import click

from plainspeak.cli.errors import tell
from plainspeak.errors import PlainspeakError

if TYPE_CHECKING:
    from plainspeak.glossary import Glossary, Term

__all__ = ["command"]


@click.command("add", short_help="Add an entry to a glossary file.")
@click.argument("term", required=False)
@click.option("--acronym", metavar="LETTERS", help="The letters, such as ICB.")
@click.option(
    "--expansion", metavar="WORDS", help="What the letters stand for, as written in the middle of a sentence."
)
@click.option("--meaning", metavar="TEXT", help="The explanation: a sentence or two.")
@click.option("--instead", multiple=True, metavar="WORDS", help="Plain words to write in its place. Can be repeated.")
@click.option("--gloss", metavar="WORDS", help="A few words to add in brackets after a name.")
@click.option("--kind", help="Such as organisation, service, role, money or process.")
@click.option("--setting", multiple=True, metavar="WHERE", help="Where it has this meaning, such as Wales.")
@click.option("--source", metavar="TEXT", help="Where the fact was read.")
@click.option("--checked", metavar="YYYY-MM", help="The month in which somebody read that.")
@click.option("--file", metavar="FILE", help="The glossary to add to. It is made if need be.")
@click.option("--config", metavar="FILE", help="Use this configuration's glossaries.")
def command(term: str | None, file: str | None, config: str | None, **facts: Any) -> None:
    """Add an entry: letters (ICB), or a word or phrase (care pathway).

    Without options it asks. It adds to the first glossary of the nearest configuration, or to --file, and leaves
    everything else in that file as it is.
    """
    from plainspeak.cli.glossary.target import other_layers, target_file
    from plainspeak.errors import GlossaryError
    from plainspeak.glossary import Glossary, read_terms
    from plainspeak.glossary.writer import GlossaryEditor, term_of

    try:
        target = target_file(file, config, option="--file")
        editor = GlossaryEditor(target.path, target.layer)
        others = other_layers(target, config)
        draft = _given(term, facts) if any(facts.values()) else _asked(term)
        name = term_of(draft)
        standing = _of_same_name(name, Glossary(editor.terms))
        if standing is not None:
            raise GlossaryError(f"'{name.headword}' is here already. Change that entry instead.", where=standing.where)
        editor.add([draft])
        editor.save()
        terms = read_terms(target.path, target.layer)
    except click.Abort:
        click.echo("\nerror: An answer is missing, so nothing is added.", err=True)
        sys.exit(2)
    except PlainspeakError as error:
        tell(error)
        sys.exit(2)
    added = next(each for each in terms if (each.headword, each.entry) == (name.headword, name.entry))
    click.echo(f"{added.where}: '{added.headword}' is added.")
    lower = _of_same_name(added, others)
    if lower is not None:
        click.echo(f"It stands in place of the {lower.layer} entry at {lower.where}.")
    _say_what_could_be_better(added, others.extended_by(terms))


def _given(term: str | None, facts: dict[str, Any]) -> dict[str, Any]:
    """Return the entry that options describe.

    Raises:
        PlainspeakError: they don't say what it is about.
    """
    from plainspeak.errors import GlossaryError
    from plainspeak.imports import looks_like_letters

    facts = {key: list(map(_line, value)) if isinstance(value, tuple) else _line(value) for key, value in facts.items()}
    term, letters = _line(term), facts.pop("acronym")
    if term and not letters and (facts["expansion"] or looks_like_letters(term)):
        term, letters = None, term
    if not term and not letters:
        raise GlossaryError("Say what the entry is about: plainspeak glossary add 'care pathway' --meaning '...'.")
    if not term and not facts["expansion"]:
        raise GlossaryError(f"Say what '{letters}' stands for, with --expansion.")
    if term and not facts["meaning"]:
        raise GlossaryError(f"Say what '{term}' means, with --meaning.")
    return {key: value for key, value in {"term": term, "acronym": letters, **facts}.items() if value}


def _line(text: str | None) -> str:
    """Return an option on one line, without characters that nobody sees: they come along when a text is pasted."""
    from plainspeak.glossary.plain_yaml import UNSEEN

    return " ".join(UNSEEN.sub("", text or "").split())


def _asked(term: str | None) -> dict[str, Any]:
    """Return the entry that a person describes, question by question."""
    from plainspeak.imports import looks_like_letters

    name = term or click.prompt("Letters, word or phrase")
    if looks_like_letters(name):
        return {
            "acronym": name,
            "expansion": click.prompt("What the letters stand for, as in the middle of a sentence"),
            "meaning": _asked_or_none("What it means, in a sentence or two"),
        }
    draft = {
        "term": name,
        "acronym": _asked_or_none("Its letters"),
        "meaning": click.prompt("What it means, in a sentence or two"),
        "instead": re.split(r"\s*;\s*", _asked_or_none("Plain words to write instead, with ; between them")),
    }
    if not any(draft["instead"]):
        return {**draft, "instead": [], "gloss": _asked_or_none("A few words to add in brackets after it")}
    return draft


def _asked_or_none(question: str) -> str:
    answer: str = click.prompt(f"{question} (Enter to leave it out)", default="", show_default=False)
    return answer.strip()


def _of_same_name(term: Term, glossary: Glossary) -> Term | None:
    """Return the entry in whose place a term would stand."""
    by_letters = glossary.acronym(term.acronym) if term.acronym else None
    return by_letters or (None if term.entry == "acronym" else glossary.lookup(term.headword))


def _say_what_could_be_better(term: Term, glossary: Glossary) -> None:
    from plainspeak.editorial import Desk, problems
    from plainspeak.glossary import load_sources

    for problem in problems(term, Desk(glossary, load_sources())):
        click.echo(f"To make it better: {problem}", err=True)
