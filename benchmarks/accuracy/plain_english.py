"""Measure the rules on LanguageTool's own examples: what they catch of the wrong ones, what they flag in right ones.

The examples are only scored; none of their text goes into this project. Each is a line of JSON with ``category``,
``rule_id``, ``sentence``, ``kind`` ("incorrect", "correct", or "triggers_error" for a right one that LanguageTool gets
wrong itself) and ``markers``, pairs of places in characters: the wrong words, or what stands there in the right one.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from table import NOT_MEASURED, Request, Result, Row, share

from plainspeak.checker import Checker
from plainspeak.config import profile_config
from plainspeak.document import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["FILE", "Outcome", "measure", "outcomes"]

FILE = "languagetool_examples.jsonl"
_FIRST = "PLAIN_ENGLISH"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the rules said about one example: ``rules`` are those whose findings overlap what counts in it.

    ``kind`` is the name of LanguageTool's own rule; ``marked`` tells whether the example has markers at all.
    """

    category: str
    kind: str
    text: str
    wrong: bool
    marked: bool
    rules: frozenset[str]


def measure(request: Request) -> Result:
    """Count, by category, the wrong examples that are caught and the right ones that are flagged, hints included."""
    path = next(request.data.rglob(FILE), None)
    if path is None:
        return Result((Row("plain-english", "LanguageTool's examples", NOT_MEASURED),))
    examples = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    found = list(outcomes(examples, Checker(profile_config("public-document"))))
    categories = sorted({each.category for each in found}, key=lambda category: (category != _FIRST, category))
    rows = [_row(category, [each for each in found if each.category == category]) for category in categories]
    return Result(tuple(rows), tuple(_misses(found, request.misses)))


def outcomes(examples: Iterable[dict[str, Any]], checker: Checker) -> Iterator[Outcome]:
    """Check each example, apart from those that LanguageTool gets wrong itself.

    A right example without markers must stay quiet all through: there the words to look at are gone. That is strict,
    as another rule may rightly flag something else there, so those alarms can be told apart by ``marked``.
    """
    for example in examples:
        if example["kind"] == "triggers_error":
            continue
        text, wrong = example["sentence"], example["kind"] == "incorrect"
        markers = [Span(start, end) for start, end in example["markers"]]
        places = markers or [Span(0, len(text))]
        rules = frozenset(
            rule for rule, span in _flagged(text, checker) if any(_overlap(span, place) for place in places)
        )
        yield Outcome(example["category"], example["rule_id"], text, wrong, bool(markers), rules)


def _flagged(text: str, checker: Checker) -> Iterator[tuple[str, Span]]:
    """Yield each place that a rule flags, in characters of the text."""
    report = checker.check(text)
    for finding in report.findings:
        for at in finding.places or ((finding.at,) if finding.at else ()):
            span = report.document.source_span(report.document.blocks[at.block], at.span)
            if span is not None:
                yield finding.rule, span


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _row(category: str, found: Sequence[Outcome]) -> Row:
    wrong = [bool(each.rules) for each in found if each.wrong]
    right = [bool(each.rules) for each in found if not each.wrong]
    own = f"caught {share(sum(wrong), len(wrong))}, false alarms {share(sum(right), len(right))}"
    if any(right):
        own += f", {sum(bool(each.rules) and each.marked for each in found if not each.wrong)} at a marker"
    return Row("plain-english", f"LanguageTool, `{category}`", own)


def _misses(found: Sequence[Outcome], most: int) -> Iterator[str]:
    """Yield the false alarms counted by rule, then up to so many misses and so many false alarms of each category."""
    alarms = [each for each in found if each.rules and not each.wrong]
    missed = [each for each in found if each.wrong and not each.rules]
    by_rule = Counter(rule for each in alarms for rule in each.rules)
    if most and alarms:
        yield f"plain-english, false alarms: {', '.join(f'{rule} {count}' for rule, count in by_rule.most_common())}"
    for name, group in (("false alarm", alarms), ("missed", missed)):
        shown: Counter[str] = Counter()
        for each in sorted(group, key=lambda outcome: outcome.category):
            shown[each.category] += 1
            if shown[each.category] <= most:
                rules = f" {', '.join(sorted(each.rules))}:" if each.rules else ""
                yield f"plain-english, {name}, {each.category}/{each.kind}:{rules} {each.text}"
