"""What a writer sees who points at a word: what it means, what to write, why it matters, and who says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from plainspeak.acronyms import LedgerEntry
from plainspeak.findings import Finding
from plainspeak.glossary import Meaning, Term, load_sources
from plainspeak.report import TermUse
from plainspeak.rules import RULES
from plainspeak.rules.documentation import RuleDocumentation, documentation
from plainspeak.rules.wording import choice, quoted
from plainspeak_lsp.diagnostics import page_of
from plainspeak_lsp.view import Range, View

__all__ = ["Hover", "hover", "meaning_of", "without_marks"]

_MOST_MEANINGS = 5
_MOST_INSTEAD = 5
_MARKS = re.compile(r"\*\*|(?<!\\)\[([^\]]*)\]\([^)]*\)")
_SPECIAL = re.compile(r"([\\`*_\[\]<>])")

Hover = tuple[str, Range]
"""A text in Markdown, and the words that it is about."""


def hover(view: View, at: Range, *, beside_marks: bool = False) -> Hover | None:
    """Return what to say of the words at a place, if there is anything.

    Args:
        view: of the text.
        at: the place.
        beside_marks: whether the editor shows what the marks there say, beside this.
    """
    findings, entry, use = view.findings_at(at), view.letters_at(at), view.term_at(at)
    if not findings and entry is None and use is None:
        return None
    parts = [*_of_letters(entry), *_of_term(use, entry)] if entry or use else []
    # A sentence may be too long and hold a word to explain: the word comes first.
    for finding in sorted(findings, key=lambda finding: len(finding.text or "")):
        parts += _of_finding(finding, explained=bool(parts), beside_marks=beside_marks)
    return "\n\n".join(dict.fromkeys(parts)), _words(view, at, findings, entry, use)


def without_marks(text: str) -> str:
    """Return a text in Markdown for an editor that shows it as it is."""
    return re.sub(r"\\(.)", r"\1", _MARKS.sub(lambda match: match[1] or "", text))


def meaning_of(term: Term) -> list[str]:
    """Return what the glossary says of a term, in paragraphs of Markdown."""
    paragraphs = [_meaning(meaning, term) for meaning in term.meanings[:_MOST_MEANINGS]]
    if len(paragraphs) > 1:
        paragraphs = ["It can mean several things:", "\n".join(f"- {each}" for each in paragraphs if each)]
    return [each for each in paragraphs if each]


def _of_letters(entry: LedgerEntry | None) -> Iterator[str]:
    if entry is None:
        return
    words = entry.expansion
    yield f"**{_plain(entry.form)}**" + (f": {_plain(words)}" if words else "")
    if entry.explanations:
        yield "This text explains it."
    if entry.term is not None:
        yield from meaning_of(entry.term)
        yield from _sources(entry.term)
    elif not entry.explanations:
        yield "The glossary doesn\u2019t know these letters."


def _of_term(use: TermUse | None, entry: LedgerEntry | None) -> Iterator[str]:
    if use is None or (entry is not None and use.term is entry.term):
        return
    term = use.term
    yield f"**{_plain(term.headword)}**"
    yield from meaning_of(term)
    if term.everyday:
        yield f"Many people take it to mean {quoted(_plain(term.everyday))}."
    if term.instead:
        yield f"Write instead: {_plain(choice(term.instead, most=_MOST_INSTEAD))}."
    elif term.gloss:
        yield f"To add in brackets: {quoted(_plain(term.gloss))}."
    yield from _sources(term)


def _of_finding(finding: Finding, *, explained: bool, beside_marks: bool) -> Iterator[str]:
    page, address = _documentation(finding.rule), page_of(finding.rule)
    message = _plain(finding.message)
    if not beside_marks:
        yield message if explained else f"**{message}**"
    reasons = dict.fromkeys(suggestion.reason for suggestion in finding.suggestions if suggestion.reason)
    if not explained:
        yield from map(_plain, reasons)
    more = f" [More about this]({address})" if address else ""
    yield f"Why it matters: {_plain(page.why)}{more}"


def _meaning(meaning: Meaning, term: Term) -> str:
    several = len(term.meanings) > 1
    name = f"**{_plain(meaning.expansion)}**" if several and meaning.expansion else ""
    setting = f" ({', '.join(meaning.setting)})" if several and meaning.setting else ""
    said = _plain(meaning.text)
    if meaning.ended:
        said = f"{said} {_ending(meaning)}".strip()
    return f"{name}{setting}{': ' if name and said else ''}{said}"


def _ending(meaning: Meaning) -> str:
    year = f" in {meaning.date[:4]}" if meaning.date and meaning.date[:4] not in meaning.text else ""
    now = f" Now: {_plain(meaning.replaced_by)}." if meaning.replaced_by else ""
    return f"It {'ended' if meaning.status == 'ended' else 'got another name'}{year}.{now}"


def _sources(term: Term) -> Iterator[str]:
    known = load_sources()
    for key, checked in dict.fromkeys((each.source, each.checked) for each in term.meanings if each.source):
        source = known.get(key)
        name = _plain(source.title if source else key)
        title = f"[{name}]({source.url})" if source and source.url else name
        publisher = f", {_plain(source.publisher)}" if source and source.publisher else ""
        yield f"Source: {title}{publisher} ({f'checked {checked}' if checked else 'not yet checked'})"
    if term.layer != "built-in":
        yield f"From the {term.layer}\u2019s glossary."


def _words(view: View, at: Range, findings: list[Finding], entry: LedgerEntry | None, use: TermUse | None) -> Range:
    """Return the shortest words at a place that something is said of."""
    places = [place for each in findings for place in each.places]
    places += [*(entry.uses if entry else ()), *(use.uses if use else ())]
    touching = [whole for place in places if (whole := view.range_of(place)).touches(at)]
    return min(touching, key=lambda each: (each.end.line - each.start.line, each.end.units - each.start.units))


def _plain(text: str) -> str:
    """Return a text in Markdown that shows it as it is: nothing in a paper becomes a link or a mark-up."""
    return _SPECIAL.sub(r"\\\1", text)


@cache
def _documentation(rule: str) -> RuleDocumentation:
    return documentation(next(each for each in RULES if each.id == rule))
