"""Findings as diagnostics, in the bytes that are sent.

They are written as text, not built as objects: to turn a thousand objects into JSON would take longer than all else
that happens between a key and the mark that it makes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
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
    chosen = [(finding, severity) for finding in view.findings if (severity := shown_severity(finding, settings))]
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


def shown_severity(finding: Finding, settings: Settings) -> Severity | None:
    """Return how serious a finding looks in the editor; ``None`` if it isn't shown."""
    own = settings.rule_severity.get(finding.rule)
    if own is not None:
        return None if own == OFF else Severity(own)
    if settings.severity == "configured":
        return finding.severity
    most = Severity(settings.severity)
    return min(finding.severity, most, key=lambda severity: severity.rank)


def page_of(rule: str) -> str | None:
    """Return the address of a rule's page, which comes with plainspeak; ``None`` if it didn't."""
    return _page_of(rule)


@lru_cache
def _page_of(rule: str) -> str | None:
    page = files("plainspeak_docs").joinpath("rules", f"{rule}.md")
    return Path(str(page)).as_uri() if page.is_file() else None


def _first_of(chosen: Sequence[tuple[Finding, Severity]], most: int) -> list[tuple[Finding, Severity]]:
    """Return the most serious ones, in reading order."""
    order = sorted(range(len(chosen)), key=lambda index: (-chosen[index][1].rank, index))
    return [chosen[index] for index in sorted(order[:most])]


def _item(view: View, finding: Finding, severity: Severity, place: Range) -> str:
    page = page_of(finding.rule)
    link = f'"codeDescription":{{"href":{_json(page)}}},' if page else ""
    related = _related(view, finding)
    return (
        f'{{"range":{_range(place)},"severity":{_NUMBERS[severity]},"code":"{finding.rule}",{link}'
        f'"source":"{SOURCE}","message":{_json(finding.message)},'
        f'{related}"data":{{"id":"{finding.fingerprint}","rule":"{finding.rule}"}}}}'
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


@lru_cache(maxsize=20_000)
def _json(text: str) -> str:
    return json.dumps(text)
