"""The YAML shape of glossary entries, and how each becomes a :class:`Term`.

These models are the one description of the format: they check every file and make ``glossaries/schema.json``.
"""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints, model_validator

from plainspeak.glossary.forms import Inflects, forms_of, takes_endings
from plainspeak.glossary.model import Form, Meaning, Source, Term
from plainspeak.language.inflection import inflect
from plainspeak.language.vocabulary import is_ordinary_word

__all__ = ["AcronymEntry", "Entry", "SilenceEntry", "SourceEntry", "TermEntry", "WordingEntry"]

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Month = Annotated[str, StringConstraints(pattern=r"^\d{4}(-(0[1-9]|1[0-2]))?$")]
Kind = Literal[
    "organisation", "service", "role", "treatment", "money", "law", "plan", "data", "process", "wording", "person"
]
Status = Literal["current", "announced", "ended", "renamed"]
Reader = Literal["everyone", "staff", "clinicians"]
PartOfSpeech = Literal["noun", "verb"]
Forms = list[Text | dict[Text, Text]] | dict[Text, Text]
"""Spellings with the headword's own replacements, and pairs of a form and its replacement."""


class _Strict(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
        alias_generator=lambda name: name.replace("_", "-"),
        populate_by_name=False,
        coerce_numbers_to_str=True,
        # A file of one kind of entry needs no checks for the others.
        defer_build=True,
    )


class _Meant(_Strict):
    """What every meaning may say."""

    meaning: Text | None = None
    kind: Kind | None = None
    status: Status = "current"
    date: Month | None = None
    replaced_by: Text | None = None
    source: Text | None = None
    checked: Month | None = None

    @model_validator(mode="after")
    def _changes_have_dates(self) -> _Meant:
        if self.status != "current" and self.date is None:
            raise ValueError(f"an entry with status '{self.status}' needs a date (YYYY-MM)")
        return self

    def to_meaning(self, expansion: str | None, setting: tuple[str, ...] = ()) -> Meaning:
        return Meaning(
            text=_typeset(self.meaning) or "",
            expansion=expansion,
            setting=setting,
            kind=self.kind,
            status=self.status,
            date=self.date,
            replaced_by=self.replaced_by,
            source=self.source,
            checked=self.checked,
        )


class MeaningEntry(_Meant):
    """One of several meanings of an acronym."""

    expansion: Text
    setting: list[Text] = []
    see: list[Text] = []


class AcronymEntry(_Meant):
    """An acronym of which only the letters are reported; its spelt-out words are plain enough."""

    acronym: Text
    expansion: Text | None = None
    meanings: list[MeaningEntry] = []
    setting: list[Text] = []
    forms: list[Text] = []
    unless: list[Text] = []
    known_to: list[Reader] = []
    see: list[Text] = []
    advice: Text | None = None

    @model_validator(mode="after")
    def _one_way_to_say_it(self) -> AcronymEntry:
        if bool(self.expansion) == bool(self.meanings):
            raise ValueError("an acronym has either 'expansion' or 'meanings'")
        return self

    def to_term(self, where: str) -> Term:
        """Return the term for this entry of ``file:line``."""
        if self.meanings:
            meanings = tuple(each.to_meaning(each.expansion, tuple(each.setting)) for each in self.meanings)
        else:
            meanings = (self.to_meaning(self.expansion, tuple(self.setting)),)
        return Term(
            headword=self.acronym,
            entry="acronym",
            meanings=meanings,
            acronym=self.acronym,
            forms=tuple(Form(form) for form in self.forms),
            unless=tuple(self.unless),
            see=tuple(dict.fromkeys([*self.see, *(link for each in self.meanings for link in each.see)])),
            advice=_typeset(self.advice),
            known_to=tuple(self.known_to),
            where=where,
        )


class TermEntry(_Meant):
    """A term that is itself jargon; with ``acronym``, its letters too."""

    term: Text
    acronym: Text | None = None
    gloss: Text | None = None
    instead: list[Text] = []
    inflects: Inflects = "noun"
    forms: Forms = []
    only_as: PartOfSpeech | None = None
    only_in: Forms = []
    only_near: list[Text] = []
    only_in_care_papers: bool = False
    everyday: Text | None = None
    unless: list[Text] = []
    see: list[Text] = []
    advice: Text | None = None
    level: Literal["hint"] | None = None
    known_to: list[Reader] = []
    setting: list[Text] = []

    @model_validator(mode="after")
    def _is_explained(self) -> TermEntry:
        if self.meaning is None:
            raise ValueError("a term needs a 'meaning'")
        if self.everyday and not (self.only_in or self.only_near or self.only_in_care_papers):
            raise ValueError(
                "a word with an 'everyday' meaning needs 'only-in', 'only-near' or 'only-in-care-papers', "
                "to tell the two apart"
            )
        _refuse_unfound(self.forms, self.only_in, self.only_near or self.only_in_care_papers)
        return self

    def to_term(self, where: str) -> Term:
        """Return the term for this entry of ``file:line``."""
        meaning = self.to_meaning(self.term if self.acronym else None, tuple(self.setting))
        return Term(
            headword=self.term,
            entry="term",
            meanings=(meaning,),
            acronym=self.acronym,
            forms=_forms(self.term, self.instead, self.inflects, self.forms),
            instead=tuple(self.instead),
            inflects=self.inflects,
            only_as=self.only_as,
            only_in=_phrases(self.term, self.inflects, self.only_in),
            only_near=_near(self.only_near),
            only_in_care_papers=self.only_in_care_papers,
            everyday=_typeset(self.everyday),
            gloss=_typeset(self.gloss),
            advice=_typeset(self.advice),
            unless=tuple(self.unless),
            see=tuple(self.see),
            known_to=tuple(self.known_to),
            hint=self.level == "hint",
            rule="special-meaning" if self.everyday else "ended-body" if meaning.ended else "jargon",
            where=where,
        )


class WordingEntry(_Strict):
    """Wording with something plainer or kinder to say."""

    wording: Text
    rule: Literal["wordy-phrase", "power-language", "latin", "clinical-term"]
    meaning: Text | None = None
    gloss: Text | None = None
    inflects: Inflects | None = None
    forms: Forms = []
    only_as: PartOfSpeech | None = None
    only_in: Forms = []
    only_near: list[Text] = []
    instead: list[Text] = []
    advice: Text | None = None
    why: Text | None = None
    safe: bool = False
    level: Literal["hint"] | None = None
    unless: list[Text] = []
    source: Text | None = None
    checked: Month | None = None

    @model_validator(mode="after")
    def _offers_something(self) -> WordingEntry:
        if not self.instead and not self.advice and not self.gloss:
            raise ValueError("wording needs 'instead' or 'advice'")
        if (self.gloss or self.meaning) and self.rule != "clinical-term":
            raise ValueError("only a clinical term has a 'gloss' or a 'meaning'")
        if self.rule == "power-language" and not self.why:
            raise ValueError("a power-language note needs 'why'")
        if self.safe and not self.instead:
            raise ValueError("only wording with 'instead' can be safe")
        _refuse_unfound(self.forms, self.only_in, self.only_near)
        return self

    def to_term(self, where: str) -> Term:
        """Return the term for this entry of ``file:line``."""
        return Term(
            headword=self.wording,
            entry="wording",
            meanings=(Meaning(_typeset(self.meaning) or "", source=self.source, checked=self.checked, kind="wording"),),
            forms=_forms(self.wording, self.instead, self.inflects, self.forms),
            instead=tuple(self.instead),
            inflects=self.inflects,
            only_as=self.only_as,
            only_in=_phrases(self.wording, self.inflects, self.only_in),
            only_near=_near(self.only_near),
            gloss=_typeset(self.gloss),
            advice=_typeset(self.advice),
            why=_typeset(self.why),
            unless=tuple(self.unless),
            rule=self.rule,
            safe=self.safe,
            hint=self.level == "hint",
            where=where,
        )


class SilenceEntry(_Strict):
    """A word or letters of an earlier layer that this one doesn't want to hear of."""

    silence: Text
    why: Text | None = None

    def to_term(self, where: str) -> Term:
        """Return the term for this entry of ``file:line``."""
        return Term(headword=self.silence, entry="silence", why=_typeset(self.why), where=where)


class SourceEntry(_Strict):
    """Where a fact was read."""

    title: Text
    publisher: Text | None = None
    url: Text | None = None
    read: Month | None = None
    note: Text | None = None

    def to_source(self) -> Source:
        """Return the source for this entry."""
        return Source(self.title, self.publisher, self.url, self.read)


Entry = AcronymEntry | TermEntry | WordingEntry | SilenceEntry


def _refuse_unfound(forms: Forms, only_in: Forms, elsewhere: object) -> None:
    """Refuse spellings of a word that is meant in some phrases and nowhere else: they would never be found."""
    if forms and only_in and not elsewhere:
        raise ValueError(
            "'forms' are never found where 'only-in' says in which phrases alone a word is meant: put "
            "them under 'only-in'"
        )


def _forms(headword: str, instead: list[str], inflects: Inflects | None, given: Forms) -> tuple[Form, ...]:
    spellings, pairs = _told_apart(given)
    return forms_of(headword, instead, inflects=inflects, spellings=spellings, pairs=pairs)


def _phrases(headword: str, inflects: Inflects | None, given: Forms) -> tuple[Form, ...]:
    """Return the phrases in which a word is meant, with their endings. Only those in pairs have replacements."""
    spellings, pairs = _told_apart(given)
    forms: dict[str, Form] = {}
    for phrase, instead in (*((text, ()) for text in spellings), *((text, (words,)) for text, words in pairs.items())):
        endings = inflects if takes_endings(phrase, headword, inflects) else None
        for form in (Form(phrase, instead), *forms_of(phrase, instead, inflects=endings)):
            if all(_are_words(words, instead) for words in form.replacements):
                forms.setdefault(form.text.casefold(), form)
    return tuple(forms.values())


def _are_words(words: str, given: tuple[str, ...]) -> bool:
    """Tell whether an ending made words of a replacement, and no "listeds" or "childrens"."""
    known = set(" ".join(given).split())
    return all(word in known or is_ordinary_word(word) or not word.endswith(("eds", "ens")) for word in words.split())


def _near(words: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(form for word in words for form in (word.casefold(), inflect(word.casefold(), "NNS"))))


def _told_apart(given: Forms) -> tuple[list[str], dict[str, str]]:
    items = [given] if isinstance(given, dict) else given
    spellings = [item for item in items if isinstance(item, str)]
    return spellings, {text: words for item in items if isinstance(item, dict) for text, words in item.items()}


def _typeset(text: str | None) -> str | None:
    """Return a text as it is printed: runs of white space are one space, and quotation marks are curly."""
    if text is None:
        return None
    text = re.sub(r"(?<=\w)'(?=\w)", "\u2019", " ".join(text.split()))
    text = re.sub(r'"([^"]*)"', "\u201c\\1\u201d", text)
    return re.sub(r"(?<!\w)'([^']+)'(?!\w)", "\u2018\\1\u2019", text).replace("'", "\u2019")
