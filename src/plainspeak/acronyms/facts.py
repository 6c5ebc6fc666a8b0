"""What one block says about short forms, by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from plainspeak.acronyms.definitions import Definition, find_definitions
from plainspeak.acronyms.forms import ShortForm, find_short_forms, overlaps_any
from plainspeak.acronyms.phrases import NO_INITIALS, Initials, initials_of
from plainspeak.document import Kind
from plainspeak.glossary import Glossary
from plainspeak.glossary.references import is_reference
from plainspeak.language import AnalysedBlock, is_ordinary_word

__all__ = ["AcronymFacts", "acronym_facts"]


@dataclass(frozen=True, slots=True)
class AcronymFacts:
    """What one block says about short forms."""

    forms: tuple[ShortForm, ...] = ()
    definitions: tuple[Definition, ...] = ()
    only: str | None = None
    """The form that is all there is in the block (a cell of an abbreviation table)."""
    initials: Initials = NO_INITIALS
    """The first letters of its words."""


def acronym_facts(block: AnalysedBlock, glossary: Glossary) -> AcronymFacts:
    """Return the short forms of one block and the definitions it gives."""
    text = block.text
    initials = initials_of(block)
    forms = find_short_forms(text, glossary)
    if not forms and "(" not in text and "[" not in text:
        return AcronymFacts(initials=initials)
    definitions = find_definitions(text, [sentence.span for sentence in block.sentences], forms, glossary)
    given = dict(block.block.expansions)
    defined = {definition.form_span for definition in definitions}
    definitions += [
        Definition(form.form, given[written], form.span, form.span, 1.0)
        for form in forms
        if form.span not in defined and (written := text[form.span.start : form.span.end]) in given
    ]
    forms = _with_defined(forms, definitions)
    only = _only(text, forms)
    if is_reference(text) or (only and block.block.kind is Kind.HEADING and is_ordinary_word(only)):
        # Where something was published is no place to explain letters. "NEWS" as a heading is a word, unless the
        # document says that it stands for more.
        forms = [replace(form, sure=False, word=False) for form in forms]
    return AcronymFacts(tuple(forms), tuple(definitions), only, initials)


def _with_defined(forms: Sequence[ShortForm], definitions: Sequence[Definition]) -> list[ShortForm]:
    """Return the forms with those that only their definitions tell of, in order."""
    known = {form.span for form in forms}
    added = [
        ShortForm(definition.form, definition.form_span, definition.plural, sure=False)
        for definition in definitions
        if definition.form_span not in known
    ]
    if not added:
        return list(forms)
    spans = sorted(form.span for form in added)
    kept = [form for form in forms if not overlaps_any(form.span, spans)]
    return sorted([*kept, *added], key=lambda form: form.span)


def _only(text: str, forms: Sequence[ShortForm]) -> str | None:
    """Return the form that is all there is in a text, or ``None``."""
    if len(forms) != 1:
        return None
    span = forms[0].span
    alone = text.strip(" .:*").lstrip("#") == text[span.start : span.end].lstrip("#")
    return forms[0].form if alone else None
