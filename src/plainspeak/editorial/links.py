"""How entries hang together: links that lead somewhere, no word unexplained, no spelling with two entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plainspeak.acronyms.forms import find_short_forms
from plainspeak.editorial.desk import Desk, explanations
from plainspeak.glossary import Glossary, Term, folded

__all__ = ["clashes", "found", "jargon", "see", "silence"]


def see(term: Term, desk: Desk) -> Iterator[str]:
    """What ``see`` names is another entry."""
    for name in term.see:
        found = desk.glossary.lookup(name)
        if found is None or found is term:
            yield f"see '{name}' leads nowhere."


def jargon(term: Term, desk: Desk) -> Iterator[str]:
    """A meaning uses words that the glossary explains only where ``see`` leads to them."""
    linked = {id(desk.glossary.lookup(name)) for name in term.see}
    own = {folded(term.headword)} | {folded(meaning.expansion) for meaning in term.meanings if meaning.expansion}
    for text in explanations(term):
        for mention in desk.mentions(text):
            other = mention.term
            allowed = other.known_to_everyone or id(other) in linked or folded(other.headword) in own
            if other.entry == "term" and not other.everyday and not allowed:
                yield f"'{other.headword}' isn't linked (see: [{other.headword}]), in: {text}"


def silence(term: Term, desk: Desk) -> Iterator[str]:
    """What is silenced is something that an earlier layer would report."""
    known = {each.headword for each in desk.glossary.replaced} | desk.glossary.ordinary_capitals
    if term.entry == "silence" and not any(folded(term.headword) == folded(name) for name in known):
        yield "nothing in the glossary has this name, so there is nothing to silence."


def found(term: Term, _: Desk) -> Iterator[str]:
    """Letters look like letters: what reads as a number, such as VI, would never be reported."""
    name = term.acronym
    if name and not any(short.form == name for short in find_short_forms(f"The {name} met.", Glossary((term,)))):
        yield f"'{name}' is not taken for letters in a text, so it would never be reported."


def clashes(terms: Iterable[Term], desk: Desk) -> Iterator[tuple[Term, str]]:
    """Yield each entry that has a spelling of another one in its layer, or letters that are said to be no acronym."""
    holders: dict[tuple[str, str], Term] = {}
    told: set[tuple[str, str]] = set()
    for term in terms:
        for name in _names(term):
            first = holders.setdefault((term.layer, name), term)
            if first is not term and (first.where, term.where) not in told:
                told.add((first.where, term.where))
                yield term, f"{name} stands for the entry at {first.where} too. Keep one."
    for term in terms:
        for name in _letters(term):
            if name in desk.glossary.ordinary_capitals:
                yield term, f"'{name}' is listed as no acronym, so it would never be reported."


def _letters(term: Term) -> set[str]:
    forms = {form.text for form in term.forms} if term.entry == "acronym" else set()
    return forms | {term.acronym} if term.acronym else forms


def _names(term: Term) -> Iterator[str]:
    """Yield every spelling that stands for an entry, as words to show and to compare."""
    yield from (f"'{letters}'" for letters in sorted(_letters(term)))
    if term.entry == "acronym":
        return
    yield from dict.fromkeys(f"'{folded(form.text)}'" for form in (*term.by_itself, *term.only_in))
    # A word that is only met in phrases can be wording by itself, but not be explained twice.
    yield f"the {term.entry} '{folded(term.headword)}'"
