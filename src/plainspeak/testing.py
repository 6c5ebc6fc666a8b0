"""Test rules with caret-marked examples: text in, findings out.

>>> from plainspeak.testing import check_example
>>> check_example("acronym-undefined", '''
... The ICB met in May.
...     ^^^ acronym-undefined
... ''')
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from plainspeak.checker import Checker
from plainspeak.config import RuleSetting, profile_config
from plainspeak.document import Block, Document, Kind, Place, Segment, Span
from plainspeak.findings import BlockSpan
from plainspeak.rules import RULES
from plainspeak.rules.documentation import Example, parse_example

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from plainspeak.findings import Finding

__all__ = ["check_example", "draw", "example_document"]

_VISIBLE = str.maketrans({"\n": "\u21b5", "\t": " "})

Marks = list[tuple[BlockSpan, str]]
"""Places, each with the rule that flags it."""


def check_example(rule_id: str, example: Example | str, *, checker: Checker | None = None) -> None:
    """Check that a rule flags exactly the words that carry carets, each repeat of them included.

    Args:
        rule_id: the rule. The findings of other rules are passed over, unless a caret line names them too.
        example: text lines, each a paragraph of its own, or a heading if it begins with ``# ``. Under them stand lines
            such as ``^^^ acronym-undefined``, one line of carets for each place. Without carets the rule must stay
            quiet. A first line such as ``with max-words: 6`` gives the rule options.
        checker: used in place of one with the built-in glossary and the default profile.

    Raises:
        AssertionError: the findings stand elsewhere; shows both.
        ValueError: the example holds no text, or there is no such rule.
    """
    if isinstance(example, str):
        example = parse_example(example.strip("\n"))
    if not example.lines:
        raise ValueError("an example needs at least one line of text")
    if checker is None and rule_id not in {rule.id for rule in RULES}:
        raise ValueError(f"there is no rule '{rule_id}'")
    report = _checker_for(rule_id, example, checker).check_document(example_document(example.lines))
    expected: Marks = sorted((BlockSpan(each.line, Span(each.start, each.end)), each.rule) for each in example.expected)
    rules = {rule_id, *(rule for _, rule in expected)}
    findings = [finding for finding in report.findings if finding.rule in rules]
    found: Marks = sorted((place, finding.rule) for finding in findings for place in finding.places)
    if expected != found or any(finding.at is None for finding in findings):
        raise AssertionError(_difference(rule_id, example.lines, expected, found, findings))


def draw(text: str, spans: Iterable[Span], *, rule: str = "") -> str:
    """Return a text with carets under some spans of it, one line of carets for each, as examples are written.

    Args:
        text: one paragraph; line breaks in it are shown as arrows, so that carets keep their columns.
        spans: in characters of the text.
        rule: what to write after the carets.
    """
    lines = [text.translate(_VISIBLE)]
    lines += [f"{' ' * span.start}{'^' * max(1, len(span))} {rule}".rstrip() for span in spans]
    return "\n".join(lines)


def example_document(lines: Sequence[str]) -> Document:
    """Return the document in which each line is a paragraph, with a blank line between them.

    A line that begins with ``# `` is a heading, and the others stand under it up to the next one.
    """
    blocks, offset, under = [], 0, Place()
    for line in lines:
        heading = line.startswith("# ")
        if heading:
            under = Place(headings=(line[2:],))
        segments = (Segment(0, len(line), offset, len(line)),) if line else ()
        blocks.append(Block(Kind.HEADING if heading else Kind.PARAGRAPH, line, segments, under))
        offset += len(line) + 2
    return Document("<example>", "text/plain", tuple(blocks), source="\n\n".join(lines))


@cache
def _default_checker() -> Checker:
    return Checker(profile_config())


def _checker_for(rule_id: str, example: Example, checker: Checker | None) -> Checker:
    must_be_on = checker is None
    checker = checker or _default_checker()
    setting = checker.config.rules.get(rule_id, RuleSetting())
    if not example.options and (setting.enabled or not must_be_on):
        return checker
    setting = setting.updated_by(RuleSetting(options=example.options))
    config = replace(checker.config, rules={**checker.config.rules, rule_id: setting})
    return Checker(config, glossary=checker.glossary)


def _difference(rule_id: str, lines: Sequence[str], expected: Marks, found: Marks, findings: Iterable[Finding]) -> str:
    parts = [f"{rule_id} doesn't flag exactly the words with carets."]
    parts += ["expected:", _drawn(lines, expected), "found:", _drawn(lines, found)]
    parts += [f"{each.rule}{'' if each.at else ' (the whole text)'}: {each.message}" for each in findings]
    return "\n".join(parts)


def _drawn(lines: Sequence[str], marks: Marks) -> str:
    drawn = []
    for index, line in enumerate(lines):
        drawn.append(draw(line, ()))
        here = [(place.span, rule) for place, rule in marks if place.block == index]
        for rule, spans in groupby(here, key=lambda mark: mark[1]):
            drawn += draw(line, (span for span, _ in spans), rule=rule).split("\n")[1:]
    return "\n".join(drawn if marks else [*drawn, "(no carets)"])
