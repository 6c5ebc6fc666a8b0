"""The ledger of a whole document: every short form, where it is used, and where the text explains it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from plainspeak.acronyms.definitions import Definition, find_definitions
from plainspeak.acronyms.expansions import same_expansion, words_in
from plainspeak.acronyms.forms import ShortForm, find_short_forms
from plainspeak.acronyms.phrases import NO_INITIALS, Initials, find_words, initials_of
from plainspeak.document import Block, Kind
from plainspeak.findings import BlockSpan
from plainspeak.glossary import Glossary, Term
from plainspeak.glossary.references import is_reference
from plainspeak.language import AnalysedBlock, is_ordinary_word

__all__ = ["AcronymFacts", "Explanation", "LedgerEntry", "Status", "acronym_facts", "build_ledger"]

Status = Literal["undefined", "defined", "late", "conflicting", "everyday"]

_REPEATED_ON_EVERY_PAGE = frozenset({Kind.HEADER, Kind.FOOTER})
_LEAST_SAME_ROW_CONFIDENCE = 0.8


@dataclass(frozen=True, slots=True)
class AcronymFacts:
    """What one block says about short forms."""

    forms: tuple[ShortForm, ...] = ()
    definitions: tuple[Definition, ...] = ()
    only: str | None = None
    """The form that is all there is in the block (a cell of an abbreviation table)."""
    initials: Initials = NO_INITIALS
    """The first letters of its words."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """One place where the document says what a form stands for."""

    expansion: str
    at: BlockSpan
    """Where the short form stands in the explanation."""
    confidence: float = 1.0
    written: str = ""
    """The words as they stand in the text: ``expansion`` without its plural ending taken off."""


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One short form of a document."""

    form: str
    status: Status
    uses: tuple[BlockSpan, ...]
    """Every use, in reading order; the one inside an explanation is a use too."""
    plural_first: bool
    explanations: tuple[Explanation, ...] = ()
    term: Term | None = field(default=None, compare=False)
    words_at: BlockSpan | None = None
    """Where the full words stand by themselves, if the text has them but never beside the letters."""

    @property
    def ambiguous(self) -> bool:
        """Whether the text gives no meaning, and the glossary several."""
        return not self.explanations and self.term is not None and len(self.term.meanings) > 1

    @property
    def expansion(self) -> str | None:
        """The words as the text gives them, else the glossary's only meaning, else ``None``."""
        if self.explanations:
            return self.explanations[0].expansion
        if self.term is not None and len(self.term.meanings) == 1:
            return self.term.meanings[0].expansion
        return None


def acronym_facts(block: AnalysedBlock, glossary: Glossary) -> AcronymFacts:
    """Return the short forms of one block and the definitions it gives."""
    text = block.text
    forms = find_short_forms(text, glossary)
    initials = initials_of(block)
    if not forms and not _may_define(text):
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
    if is_reference(text):
        # Where something was published is no place to explain letters.
        forms = [replace(form, sure=False) for form in forms]
    if not forms:
        return AcronymFacts(initials=initials)
    alone = (
        forms[0]
        if len(forms) == 1
        and text.strip(" .:*").lstrip("#") == text[forms[0].span.start : forms[0].span.end].lstrip("#")
        else None
    )
    if alone and block.block.kind is Kind.HEADING and is_ordinary_word(alone.form):
        # "NEWS" as a heading is a word, unless the document says that it stands for more.
        forms = [replace(alone, sure=False)]
    return AcronymFacts(tuple(forms), tuple(definitions), alone.form if alone else None, initials)


def _may_define(text: str) -> bool:
    return "(" in text or "[" in text


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
    kept = [form for form in forms if not any(form.span.overlaps(other.span) for other in added)]
    return sorted([*kept, *added], key=lambda form: form.span)


def build_ledger(facts: Sequence[AcronymFacts], blocks: Sequence[Block], glossary: Glossary) -> tuple[LedgerEntry, ...]:
    """Return the entries of a document, in the order of first use.

    Args:
        facts: of each block, in reading order.
        blocks: the same blocks.
        glossary: says which forms everyone knows, and what the others can mean.
    """
    explanations = _explanations(facts, blocks, glossary)
    uses: dict[str, list[tuple[BlockSpan, bool]]] = {}
    for index, form in _in_reading_order(facts, blocks):
        whole = BlockSpan(index, form.joined) if form.joined else None
        if whole and (letters := whole.text_in(blocks)) in explanations:
            if (whole, False) not in uses.get(letters, [])[-1:]:
                uses.setdefault(letters, []).append((whole, False))
        elif form.sure or form.form in explanations:
            uses.setdefault(form.form, []).append((BlockSpan(index, form.span), form.plural))
    unexplained = [letters for letters in uses if letters not in explanations]
    words_at = find_words(unexplained, [fact.initials for fact in facts], blocks, glossary)
    entries = []
    for letters, places in uses.items():
        term = glossary.acronym(letters)
        found = tuple(explanations.get(letters, ()))
        spans = tuple(place for place, _ in places)
        order = {place: position for position, place in enumerate(spans)}
        found = tuple(sorted(found, key=lambda each: order.get(each.at, len(order))))
        status = _status(found, spans, term)
        entries.append(LedgerEntry(letters, status, spans, places[0][1], found, term, words_at.get(letters)))
    return tuple(entries)


def _in_reading_order(facts: Sequence[AcronymFacts], blocks: Sequence[Block]) -> Iterable[tuple[int, ShortForm]]:
    """Yield the forms as readers meet them: what is printed on every page comes after the body."""
    late = [index for index, block in enumerate(blocks) if block.kind in _REPEATED_ON_EVERY_PAGE]
    passed_over = set(late) | {index for index, block in enumerate(blocks) if not block.checked}
    for index in [*(index for index in range(len(blocks)) if index not in passed_over), *late]:
        for form in facts[index].forms:
            yield index, form


def _explanations(
    facts: Sequence[AcronymFacts], blocks: Sequence[Block], glossary: Glossary
) -> dict[str, list[Explanation]]:
    found: dict[str, list[Explanation]] = {}
    for index, fact in enumerate(facts):
        for definition in fact.definitions:
            at, words = BlockSpan(index, definition.form_span), None
            if definition.long_span != definition.form_span:
                words = blocks[index].text[definition.long_span.start : definition.long_span.end]
            explanation = Explanation(definition.expansion, at, definition.confidence, words or definition.expansion)
            found.setdefault(definition.form, []).append(explanation)
        if fact.only is not None and not fact.definitions:
            words = _words_beside(index, fact.only, blocks, glossary)
            if words is not None:
                span = fact.forms[0].span
                found.setdefault(fact.only, []).append(
                    Explanation(words, BlockSpan(index, span), _LEAST_SAME_ROW_CONFIDENCE, words)
                )
    return found


def _words_beside(index: int, form: str, blocks: Sequence[Block], glossary: Glossary) -> str | None:
    """Return what the next or the previous cell of the row says, when it is the words of a form."""
    for neighbour in (index + 1, index - 1):
        if not 0 <= neighbour < len(blocks):
            continue
        other = blocks[neighbour]
        if blocks[index].place.same_row(other.place):
            words = words_in(other.text, form, glossary)
            if words is not None:
                return words
    return None


def _status(explanations: Sequence[Explanation], uses: Sequence[BlockSpan], term: Term | None) -> Status:
    if any(not same_expansion(explanations[0].expansion, other.expansion) for other in explanations[1:]):
        return "conflicting"
    if term is not None and term.known_to_everyone:
        return "everyday"
    if not explanations:
        return "undefined"
    return "defined" if uses and explanations[0].at == uses[0] else "late"
