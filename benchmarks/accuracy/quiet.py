"""Measure false alarms on the texts that other linters, in their own tests, must leave alone.

Each case is a line of JSON with ``tool``, ``rule``, ``text`` and ``flagged``. Where ``flagged`` is false, only that one
rule is known to have nothing to say. But these are short everyday sentences, so whatever any rule says of them counts
as a false alarm, hints included: even letters that nobody explains. That is strict, and it can't be argued with.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from table import NOT_MEASURED, Request, Result, Row, share

from plainspeak.checker import Checker
from plainspeak.config import profile_config

if TYPE_CHECKING:
    from collections.abc import Iterable

    from plainspeak.findings import Finding

__all__ = ["FILE", "alarms", "measure"]

FILE = "linter_tests.jsonl"


def measure(request: Request) -> Result:
    """Count the texts with a finding in the ``public-document`` profile, and the findings by rule."""
    path = next(request.data.rglob(FILE), None)
    if path is None:
        return Result((Row("quiet", "other linters' tests", NOT_MEASURED),))
    cases = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    found = alarms(cases, Checker(profile_config("public-document")))
    flagged = sum(bool(findings) for _, findings in found)
    by_rule = Counter(finding.rule for _, findings in found for finding in findings)
    rules = "".join(f", `{rule}` {count}" for rule, count in by_rule.most_common())
    row = Row("quiet", "other linters' tests", f"false alarms {share(flagged, len(found))}{rules}")
    lines = [f"quiet, {each.rule}: “{each.text}” in: {text}" for text, findings in found for each in findings]
    return Result((row,), tuple(lines[: request.misses]))


def alarms(cases: Iterable[dict[str, Any]], checker: Checker) -> list[tuple[str, tuple[Finding, ...]]]:
    """Return each text that must stay quiet, with what the rules say of it all the same."""
    return [(case["text"], checker.check(case["text"]).findings) for case in cases if not case["flagged"]]
