"""Terms, their meanings, and the glossary that holds them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from plainspeak.document import Span

__all__ = ["Form", "Glossary", "Meaning", "Mention", "Term"]


@dataclass(frozen=True, slots=True)
class Meaning:
    """One thing that a term or an acronym can mean."""

    text: str = ""
    """The explanation: at most two sentences and 40 words."""
    expansion: str | None = None
    """What the letters stand for, as written inside a sentence, in the singular."""
    setting: tuple[str, ...] = ()
    """Where it has this meaning, such as ``Wales`` or ``adult social care``."""
    kind: str | None = None
    status: str = "current"
    """``current``, ``announced``, ``ended`` or ``renamed``."""
    date: str | None = None
    """``YYYY-MM`` or ``YYYY`` of the change, when not current."""
    replaced_by: str | None = None
    source: str | None = None
    checked: str | None = None
    """``YYYY-MM`` in which the source was read; ``None`` is unverified."""


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling under which a term is found, and what may be written in its place in that very form."""

    text: str
    replacements: tuple[str, ...] = ()
    tag: str = ""
    """``VBN`` if it is a past participle. Where that is spelt like the past tense but has other replacements, the term
    has a form for each: "demonstrated" is "showed", and after "has" or "was" it is "shown"."""


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary entry: an acronym, a term of jargon, or a wording with something better to say."""

    headword: str
    entry: str
    """``acronym``, ``term`` or ``wording``."""
    meanings: tuple[Meaning, ...] = ()
    acronym: str | None = None
    forms: tuple[Form, ...] = ()
    """The spellings beside the headword, its plural or its other endings included; for an acronym, other spellings of
    the letters."""
    instead: tuple[str, ...] = ()
    """Plain words that can be pasted in place of the headword, best first."""
    gloss: str | None = None
    """Short words to put in brackets after a name that must not be replaced."""
    advice: str | None = None
    why: str | None = None
    unless: tuple[str, ...] = ()
    """Longer phrases that hold the term and in which it isn't meant."""
    see: tuple[str, ...] = ()
    known_to: tuple[str, ...] = ()
    rule: str = "jargon"
    only_as: str | None = None
    """``noun`` or ``verb``, if it is meant only where it is used as that."""
    safe: bool = False
    hint: bool = False
    """True for a swap that is right most of the time, but not always."""
    where: str = ""
    """``file:line`` of the entry."""

    @property
    def known_to_everyone(self) -> bool:
        """Whether no reader needs it explained."""
        return "everyone" in self.known_to


@dataclass(frozen=True, slots=True)
class Mention:
    """A term met in a text, in the form it has there; the span is in the block's text, in characters."""

    term: Term
    form: Form
    span: Span
    quoted: bool = False
    """Whether it is part of somebody's words. Marks round the term alone quote nobody."""
    participle: Form | None = None
    """The form that it has if it is a past participle, where that is spelt like the past tense."""

    @property
    def needs_tag(self) -> bool:
        """Whether only a part of speech can tell what it is here."""
        return self.term.only_as is not None or self.participle is not None


@dataclass(frozen=True)
class Glossary:
    """A set of terms, looked up by their letters or their words."""

    terms: tuple[Term, ...] = ()
    ordinary_capitals: frozenset[str] = field(default=frozenset())
    """Forms in capitals that aren't acronyms: chemical formulae, units, days."""

    def __len__(self) -> int:
        return len(self.terms)

    def __iter__(self) -> Iterator[Term]:
        return iter(self.terms)

    @cached_property
    def _by_letters(self) -> dict[str, Term]:
        table: dict[str, Term] = {}
        for term in reversed(self.terms):
            if term.acronym:
                forms = [term.acronym, *(form.text for form in term.forms if term.entry == "acronym")]
                table.update(dict.fromkeys(forms, term))
        return table

    @cached_property
    def _by_words(self) -> dict[str, Term]:
        table: dict[str, Term] = {}
        for term in reversed(self.terms):
            if term.entry != "acronym":
                words = [term.headword, *(form.text for form in term.forms)]
                table.update(dict.fromkeys(map(_folded, words), term))
        return table

    def acronym(self, letters: str) -> Term | None:
        """Return the entry for a short form, exactly as written ("NICE" is not "nice")."""
        return self._by_letters.get(letters)

    def lookup(self, text: str) -> Term | None:
        """Return the entry for letters or words, or ``None``.

        Case matters for acronyms and not for words; plurals of both are found.
        """
        text = " ".join(text.split())
        letters = self.acronym(text)
        if letters is None and len(text) > 2 and text.endswith("s") and not text[:-1].islower():
            letters = self.acronym(text[:-1])
        return letters or self._by_words.get(_folded(text))

    def extended_by(self, others: Iterable[Term]) -> Glossary:
        """Return a glossary in which other terms come first: they replace those with the same headword."""
        added = tuple(others)
        names = {(term.entry == "wording", _folded(term.headword)) for term in added}
        letters = {term.acronym for term in added if term.acronym}
        kept = tuple(
            term
            for term in self.terms
            if (term.entry == "wording", _folded(term.headword)) not in names
            and (term.acronym is None or term.acronym not in letters)
        )
        return Glossary(added + kept, self.ordinary_capitals)


def _folded(text: str) -> str:
    return text.casefold().replace("-", " ").replace("\u2019", "'")
