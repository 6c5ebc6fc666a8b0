"""The findings on a report as cards: what is wrong, what to write, why it matters, and every place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from plainspeak.document import Place
from plainspeak.exports.explanations import capitalised
from plainspeak.exports.report.kinds import Kind, kind_of
from plainspeak.exports.report.marks import Mark
from plainspeak.exports.report.sections import Sections
from plainspeak.findings import BlockSpan, Finding, Severity
from plainspeak.report import Report
from plainspeak.reporters.places import describe_place
from plainspeak.rules import RULES
from plainspeak.rules.documentation import documentation

__all__ = ["PLACES_SHOWN", "Card", "CardPlace", "Words", "cards_of"]

PLACES_SHOWN = 10
"""A card has a link to so many of its places at once; the others are folded away."""
_LONGEST_TITLE = 60
_FEWEST = 5
_NEARLY_ALL = 0.8
"""Of this many findings or more, a heading that stands over a greater share than this tells nobody where to look."""
_CONTEXT = 70
_QUOTED = re.compile("\u201c([^\u201c\u201d]+)\u201d")
_RULES = {rule.id: rule for rule in RULES}


@dataclass(frozen=True, slots=True)
class Words:
    """Some words of a message, and whether they are what to write."""

    text: str
    to_write: bool = False


@dataclass(frozen=True, slots=True)
class CardPlace:
    """A place of a finding."""

    said: str
    mark: str
    """The id of the mark in the text; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Card:
    """A finding, with all its places."""

    name: str
    """Its id."""
    number: int
    """From 1, in reading order."""
    kind: Kind
    severity: Severity
    title: str
    """The words, or where they are too many the beginning of them."""
    count: int
    context: tuple[str, str, str] | None
    """What stands before the words at their first place, the words, and what stands after."""
    message: tuple[Words, ...]
    instead: tuple[str, ...]
    """What to write, where the message doesn't say so."""
    meanings: tuple[str, ...]
    """What else is known of the words, such as what the letters mean."""
    why: str
    """Why findings of its rule matter."""
    repeats_why: bool
    """Whether a card before it has said so."""
    places: tuple[CardPlace, ...]
    section: int
    """The number of the section that its first place is in; -1 for the whole paper."""


def cards_of(report: Report, sections: Sections, prefix: str) -> tuple[list[Card], dict[int, list[Mark]]]:
    """Return the cards of a paper in reading order, and the marks of each of its blocks.

    Args:
        report: of the paper.
        sections: of the paper.
        prefix: what the ids of this paper begin with.
    """
    cards: list[Card] = []
    told: set[str] = set()
    marks: dict[int, list[Mark]] = {}
    over_all = _over_nearly_all(report)
    for number, finding in enumerate(report.findings, 1):
        name, kind = f"{prefix}f{number}", kind_of(finding.rule)
        places = []
        for index, (at, said) in enumerate(zip(finding.places, _described(finding, report, over_all), strict=True), 1):
            mark = f"{prefix}m{number}-{index}" if len(at.span) else ""
            if mark:
                marks.setdefault(at.block, []).append(Mark(at.span.start, at.span.end, mark, name, kind))
            places.append(CardPlace(said, mark))
        section = sections.of_block[finding.at.block] if finding.at else -1
        cards.append(
            _card(name, number, kind, finding, report, tuple(places), section, repeats_why=finding.rule in told)
        )
        told.add(finding.rule)
    return cards, marks


def _card(
    name: str,
    number: int,
    kind: Kind,
    finding: Finding,
    report: Report,
    places: tuple[CardPlace, ...],
    section: int,
    *,
    repeats_why: bool,
) -> Card:
    message = tuple(_words(finding))
    to_write = [words.text.strip("\u201c\u201d").casefold() for words in message if words.to_write]
    return Card(
        name=name,
        number=number,
        kind=kind,
        severity=finding.severity,
        title=_shortened(finding.text) if finding.text else "The whole paper",
        count=finding.count,
        context=_context(finding.at, report) if finding.at and finding.text == _shortened(finding.text or "") else None,
        message=message,
        instead=tuple(
            each.replacement
            for each in finding.suggestions
            if each.replacement and not any(words in each.replacement.casefold() for words in to_write)
        ),
        meanings=tuple(_meanings(finding)),
        why=_why(finding.rule),
        repeats_why=repeats_why,
        places=places,
        section=section,
    )


def _over_nearly_all(report: Report) -> tuple[str, ...]:
    """Return the headings that stand over nearly all findings; nothing where these stand under several."""
    above = Counter((report.place(each.at) or Place()).headings for each in report.findings if each.at)
    if above.total() < _FEWEST:
        return ()
    ((headings, number),) = above.most_common(1)
    return headings if number > _NEARLY_ALL * above.total() else ()


def _described(finding: Finding, report: Report, over_all: tuple[str, ...]) -> Iterator[str]:
    """Yield the places of a finding in words, with a heading where it tells more than the place before."""
    above: tuple[str, ...] = ()
    for at in finding.places:
        place = report.place(at) or Place()
        bare = replace(place, headings=())
        told = place.headings in (above, over_all) and bare != Place()
        yield capitalised(describe_place(bare if told else place))
        above = place.headings


def _words(finding: Finding) -> Iterator[Words]:
    """Yield a message in pieces, so that what to write stands out from what stands there."""
    message, there = finding.message, (finding.text or "").casefold()
    written = [each.replacement.casefold() for each in finding.suggestions if each.replacement]
    told = 0
    for match in _QUOTED.finditer(message):
        words = match[1].casefold()
        if words not in there and any(words in each for each in written):
            yield Words(message[told : match.start()])
            yield Words(match[0], to_write=True)
            told = match.end()
    yield Words(message[told:])


def _meanings(finding: Finding) -> Iterator[str]:
    """Yield what is known of the words, unless the message says it; of several meanings, each has its own."""
    said = finding.message.casefold()
    known = {each.reason: each for each in finding.suggestions if each.reason.rstrip(".").casefold() not in said}
    for reason, suggestion in known.items():
        yield (
            f"{capitalised(suggestion.replacement)}: {reason}" if len(known) > 1 and suggestion.replacement else reason
        )


def _context(at: BlockSpan, report: Report) -> tuple[str, str, str] | None:
    """Return the words with some of what stands around them; nothing where they are the whole of it."""
    text = report.document.blocks[at.block].text
    before, words, after = text[: at.span.start], at.text_in(report.document.blocks), text[at.span.end :]
    if len(before) > _CONTEXT:
        before = "\u2026 " + before[-_CONTEXT:].split(" ", 1)[-1]
    if len(after) > _CONTEXT:
        after = after[:_CONTEXT].rsplit(" ", 1)[0] + " \u2026"
    return (before, words, after) if before or after else None


def _shortened(text: str) -> str:
    if len(text) <= _LONGEST_TITLE:
        return text
    return text[:_LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:") + " \u2026"


@cache
def _why(rule: str) -> str:
    return capitalised(documentation(_RULES[rule]).why)
