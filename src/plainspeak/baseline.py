"""A baseline: the findings that a team knows of and that don't count, so that only new ones do."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from plainspeak.errors import ConfigError
from plainspeak.findings import Finding
from plainspeak.report import Report

__all__ = ["Baseline", "compare", "make_baseline", "read_baseline", "write_baseline"]

_VERSION = 1


@dataclass(frozen=True)
class Baseline:
    """How often each fingerprint stood in each document, by the document's path relative to the baseline's folder."""

    documents: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


def make_baseline(reports: Iterable[Report], folder: Path) -> Baseline:
    """Return the baseline that holds every finding of some reports."""
    return Baseline(
        {
            _key(report, folder): dict(sorted(Counter(finding.fingerprint for finding in report.findings).items()))
            for report in reports
        }
    )


def compare(report: Report, baseline: Baseline, folder: Path) -> Report:
    """Return what is new in a report: the findings whose fingerprints the baseline doesn't hold.

    A term or an acronym is one finding in a document, so that one more use of a known one is not new.
    """
    left = Counter(baseline.documents.get(_key(report, folder), {}))
    new: list[Finding] = []
    for finding in report.findings:
        if left[finding.fingerprint] > 0:
            left[finding.fingerprint] -= 1
        else:
            new.append(finding)
    known = len(report.findings) - len(new)
    return replace(report, findings=tuple(new), known=known, gone=sum(left.values()))


def read_baseline(path: Path) -> Baseline:
    """Read a baseline.

    Raises:
        ConfigError: the file is missing, or isn't a baseline.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ConfigError(
            "There is no such baseline. Make it with 'plainspeak baseline PATH'.", where=str(path)
        ) from None
    except (OSError, ValueError) as error:
        raise ConfigError(
            "This isn't a baseline. Make a new one with 'plainspeak baseline PATH'.", where=str(path)
        ) from error
    documents = data.get("documents") if isinstance(data, dict) and data.get("version") == _VERSION else None
    if not isinstance(documents, dict) or not all(map(_is_count, documents.values())):
        raise ConfigError(
            "This isn't a baseline of this version. Make a new one with 'plainspeak baseline PATH'.", where=str(path)
        )
    return Baseline(documents)


def _is_count(marks: object) -> bool:
    return isinstance(marks, dict) and all(isinstance(count, int) for count in marks.values())


def write_baseline(baseline: Baseline, path: Path) -> None:
    """Write a baseline, by way of a temporary file beside it. It holds fingerprints, and none of the text."""
    data = {"version": _VERSION, "documents": dict(sorted(baseline.documents.items()))}
    temporary = path.with_name(path.name + ".part")
    try:
        temporary.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise


def _key(report: Report, folder: Path) -> str:
    path = Path(report.name)
    try:
        return path.resolve().relative_to(folder.resolve()).as_posix()
    except ValueError:
        return path.as_posix()
