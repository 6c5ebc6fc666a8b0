"""Read a rule's documentation from its docstring; tests, pages and ``plainspeak explain`` all use this."""

from __future__ import annotations

import inspect
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import cast

from plainspeak.rules.base import Rule

__all__ = ["Example", "Expected", "RuleDocumentation", "documentation", "parse_example"]

_SECTIONS = re.compile(
    r"(?P<summary>.+?)\n\nWhy it matters: (?P<why>.+?)\nWhat to do instead: (?P<instead>.+?)"
    r"\n\nExamples:\n(?P<examples>.+)",
    re.DOTALL,
)
_CARETS = re.compile(r"(?P<indent> *)(?P<carets>\^+) (?P<rule>[a-z-]+)$")
_OPTION = re.compile(r"([a-z-]+): *(\d+)")


@dataclass(frozen=True, slots=True)
class Expected:
    """A finding that an example shows: the rule, the line of text (from 0), and the columns (from 0, end exclusive)."""

    rule: str
    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Example:
    """A text with carets under the words that a rule flags; without carets the rule must stay quiet."""

    source: str
    lines: tuple[str, ...]
    """The text; each line is a paragraph of its own."""
    expected: tuple[Expected, ...]
    options: Mapping[str, int]
    """Option names as in Python."""


@dataclass(frozen=True, slots=True)
class RuleDocumentation:
    """The parts of a rule's docstring, and its options with their defaults."""

    summary: str
    why: str
    instead: str
    examples: tuple[Example, ...]
    options: Mapping[str, int]


def documentation(rule: type[Rule]) -> RuleDocumentation:
    """Return a rule's documentation.

    Raises:
        ValueError: the docstring lacks a section.
    """
    match = _SECTIONS.fullmatch(inspect.getdoc(rule) or "")
    if match is None:
        raise ValueError(
            f"the docstring of {rule.__name__} needs a summary, 'Why it matters', 'What to do instead' and 'Examples'"
        )
    examples = inspect.cleandoc(match["examples"]).split("\n\n")
    return RuleDocumentation(
        summary=_joined(match["summary"]),
        why=_joined(match["why"]),
        instead=_joined(match["instead"]),
        examples=tuple(map(parse_example, examples)),
        options={field.name.replace("_", "-"): cast(int, field.default) for field in fields(rule.options_type)},
    )


def parse_example(source: str) -> Example:
    """Read one example: an optional ``with option: number`` line, then text lines with caret lines under them."""
    options: dict[str, int] = {}
    lines: list[str] = []
    expected: list[Expected] = []
    for line in source.splitlines():
        carets = _CARETS.match(line)
        if line.startswith("with ") and not lines:
            options = {name.replace("-", "_"): int(value) for name, value in _OPTION.findall(line)}
        elif carets:
            expected.append(Expected(carets["rule"], len(lines) - 1, carets.start("carets"), carets.end("carets")))
        else:
            lines.append(line)
    return Example(source, tuple(lines), tuple(expected), options)


def _joined(text: str) -> str:
    return " ".join(text.split())
