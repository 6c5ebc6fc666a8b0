"""Findings as diagnostics, in the bytes that are sent.

They are written as text, not built as objects: to turn a thousand objects into JSON would take longer than all else
that happens between a key and the mark that it makes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import lru_cache, partial
from importlib.resources import files
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from plainspeak.findings import Finding, Severity
from plainspeak_lsp.positions import Position
from plainspeak_lsp.settings import OFF, Settings
from plainspeak_lsp.view import Range, View

__all__ = ["Diagnostics", "diagnostics", "page_of", "shown_severity"]

SOURCE = "plainspeak"
_NUMBERS = {Severity.ERROR: 1, Severity.WARNING: 2, Severity.INFORMATION: 3, Severity.HINT: 4}
_MOST_RELATED = 3
_ALSO_HERE = "It is used here too."


class Diagnostics(NamedTuple):
    """What is sent of a view."""

    items: bytes
    """A JSON array."""
    shown: int
    total: int
    """How many findings there are; more than are shown where the settings limit that."""
    held_back: int = 0
    """How many are about the word being typed, and told later."""

    @property
    def result_id(self) -> str:
        """Sixteen hexadecimal digits that are the same for the same items."""
        return hashlib.blake2b(self.items, digest_size=8).hexdigest()


def diagnostics(view: View, settings: Settings, caret: Position | None = None) -> Diagnostics:
    """Return the diagnostics of a document.

    Args:
        view: of it.
        settings: say how serious each may look, and how many are sent.
        caret: where somebody is typing; nothing is said of the word there.
    """
    severity_of = lru_cache(maxsize=None)(partial(shown_severity, settings=settings))
    chosen = [
        (finding, severity)
        for finding in view.findings
        if (severity := severity_of(finding.rule, finding.severity)) is not None
    ]
    total = len(chosen)
    if total > settings.max_findings:
        chosen = _first_of(chosen, settings.max_findings)
    items = []
    typing = Range(caret, caret) if caret else None
    held_back = 0
    for finding, severity in chosen:
        place = view.range_of(finding.at)
        if typing and finding.at and place.touches(typing):
            held_back += 1
        else:
            items.append(_item(view, finding, severity, place))
    return Diagnostics(f"[{','.join(items)}]".encode(), len(items), total, held_back)


def shown_severity(rule: str, severity: Severity, settings: Settings) -> Severity | None:
    """Return how serious findings of a rule and a severity look in the editor; ``None`` if they aren't shown."""
    own = settings.rule_severity.get(rule)
    if own is not None:
        return None if own == OFF else Severity(own)
    if settings.severity == "configured":
        return severity
    return min(severity, Severity(settings.severity), key=attrgetter("rank"))


def page_of(rule: str) -> str | None:
    """Return the address of a rule's page, which comes with plainspeak; ``None`` if it didn't."""
    return _page_of(rule)


@lru_cache
def _page_of(rule: str) -> str | None:
    page = files("plainspeak_docs").joinpath("rules", f"{rule}.md")
    return Path(str(page)).as_uri() if page.is_file() else None


def _first_of(chosen: Sequence[tuple[Finding, Severity]], most: int) -> list[tuple[Finding, Severity]]:
    """Return the most serious ones, in reading order."""
    ranks = [severity.rank for _, severity in chosen]
    # What is equally serious stays in order, also in reverse.
    order = sorted(range(len(chosen)), key=ranks.__getitem__, reverse=True)
    return [chosen[index] for index in sorted(order[:most])]


def _item(view: View, finding: Finding, severity: Severity, place: Range) -> str:
    what = _what(finding.rule, severity, finding.message, finding.fingerprint)
    return f'{{"range":{_range(place)},{_related(view, finding)}{what}}}'


@lru_cache(maxsize=10_000)
def _what(rule: str, severity: Severity, message: str, fingerprint: str) -> str:
    """Return all of a diagnostic but its places."""
    page = page_of(rule)
    link = f'"codeDescription":{{"href":{_json(page)}}},' if page else ""
    return (
        f'"severity":{_NUMBERS[severity]},"code":"{rule}",{link}"source":"{SOURCE}","message":{_json(message)},'
        f'"data":{{"id":"{fingerprint}","rule":"{rule}"}}'
    )


def _related(view: View, finding: Finding) -> str:
    others = [(each.message, each.at) for each in finding.related]
    others += [(_ALSO_HERE, at) for at in finding.places[1 : _MOST_RELATED + 1 - len(others)]]
    if not others:
        return ""
    uri = _json(view.uri)
    places = (
        f'{{"location":{{"uri":{uri},"range":{_range(view.range_of(at))}}},"message":{_json(message)}}}'
        for message, at in others
    )
    return f'"relatedInformation":[{",".join(places)}],'


def _range(place: Range) -> str:
    (line, units), (end_line, end_units) = place
    return f'{{"start":{{"line":{line},"character":{units}}},"end":{{"line":{end_line},"character":{end_units}}}}}'


@lru_cache(maxsize=1_000)
def _json(text: str) -> str:
    return json.dumps(text)
