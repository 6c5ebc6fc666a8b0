"""All findings of a document by kind, for a panel beside the text."""

from __future__ import annotations

from typing import Any

from plainspeak.reporters.summary import GROUPS
from plainspeak_lsp.diagnostics import page_of, shown_severity
from plainspeak_lsp.fixes import is_fixable
from plainspeak_lsp.settings import Settings
from plainspeak_lsp.view import View

__all__ = ["groups_of"]


def groups_of(view: View, settings: Settings) -> dict[str, Any]:
    """Return the findings as they are sent, under the headings of a report, the most useful first."""
    by_rule: dict[str, list[dict[str, Any]]] = {}
    total = 0
    for finding in view.findings:
        severity = shown_severity(finding.rule, finding.severity, settings)
        if severity is None:
            continue
        total += 1
        if total > settings.max_findings:
            continue
        place = view.range_of(finding.at)
        by_rule.setdefault(finding.rule, []).append(
            {
                "id": finding.fingerprint,
                "rule": finding.rule,
                "severity": str(severity),
                "message": finding.message,
                "text": finding.text,
                "count": finding.count,
                "range": {
                    "start": {"line": place.start.line, "character": place.start.units},
                    "end": {"line": place.end.line, "character": place.end.units},
                },
                "href": page_of(finding.rule),
                "fixable": is_fixable(finding, view),
            }
        )
    groups = [
        {"title": title, "findings": [each for rule in rules for each in by_rule.get(rule, ())]}
        for title, rules in GROUPS
    ]
    return {
        "uri": view.uri,
        "version": view.version,
        "total": total,
        "groups": [group for group in groups if group["findings"]],
    }
