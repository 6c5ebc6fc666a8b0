"""The JSON reporter: the contract that other programs rely on, described by ``report.schema.json``."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from plainspeak.acronyms import LedgerEntry
from plainspeak.document import Place
from plainspeak.errors import PlainspeakError
from plainspeak.findings import BlockSpan, Finding, Suggestion
from plainspeak.report import Report

__all__ = ["VERSION", "as_data", "render_json"]

VERSION = 1


def render_json(reports: Sequence[Report], errors: Sequence[PlainspeakError], *, tool_version: str) -> str:
    """Return the results of a run as one JSON object, indented by two spaces."""
    return json.dumps(as_data(reports, errors, tool_version=tool_version), ensure_ascii=False, indent=2)


def as_data(reports: Sequence[Report], errors: Sequence[PlainspeakError], *, tool_version: str) -> dict[str, Any]:
    """Return the results of a run as plain data, in the shape of ``report.schema.json``."""
    findings = [finding for report in reports for finding in report.findings]
    return {
        "version": VERSION,
        "tool": {"name": "plainspeak", "version": tool_version},
        "documents": [_document(report) for report in reports],
        "errors": [{"path": error.where, "message": error.message} for error in errors],
        "summary": {
            "documents": len(reports),
            "findings": len(findings),
            "by_rule": dict(sorted(Counter(finding.rule for finding in findings).items())),
            "by_severity": dict(sorted(Counter(finding.severity.value for finding in findings).items())),
        },
    }


def _document(report: Report) -> dict[str, Any]:
    return {
        "path": report.name,
        "media_type": report.document.media_type,
        "words": report.words,
        "profile": report.profile,
        "findings": [_finding(finding, report) for finding in report.findings],
        "acronyms": [_acronym(entry, report) for entry in report.acronyms],
        "reading": {
            "level": report.reading.level,
            "formulas": dict(report.reading.formulas),
            "lay_reader": asdict(report.lay_reader),
        },
        "notices": [{"message": notice.message, "place": _place(notice.place)} for notice in report.notices],
    }


def _finding(finding: Finding, report: Report) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "text": finding.text,
        "place": _at(finding.at, report),
        "count": finding.count,
        "places": [_at(place, report) for place in finding.places],
        "confidence": finding.confidence,
        "term": finding.term,
        "fingerprint": finding.fingerprint,
        "suggestions": [_suggestion(suggestion, report) for suggestion in finding.suggestions],
        "related": [{"message": related.message, "place": _at(related.at, report)} for related in finding.related],
    }


def _suggestion(suggestion: Suggestion, report: Report) -> dict[str, Any]:
    return {
        "replacement": suggestion.replacement,
        "edits": [{"place": _at(edit.at, report), "text": edit.text} for edit in suggestion.edits],
        "reason": suggestion.reason,
        "safe": suggestion.safe,
    }


def _acronym(entry: LedgerEntry, report: Report) -> dict[str, Any]:
    return {
        "form": entry.form,
        "status": entry.status,
        "expansion": entry.expansion,
        "uses": len(entry.uses),
        "first_use": _at(entry.uses[0], report),
        "defined_at": _at(entry.explanations[0].at, report) if entry.explanations else None,
    }


def _at(at: BlockSpan | None, report: Report) -> Mapping[str, Any]:
    """The place of something; for the whole document a place in which every position is null."""
    return _place(report.place(at) or Place())


def _place(place: Place) -> Mapping[str, Any]:
    return asdict(place)
