"""What an editor sets: each setting has the name that it has in the editor, without ``plainspeak.``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from plainspeak.config import PROFILES, did_you_mean
from plainspeak.findings import Severity
from plainspeak.rules import RULES

__all__ = ["OFF", "Settings", "settings_of"]

OFF = "off"
_SEVERITIES = [str(severity) for severity in Severity]
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "check_on": ("change", "save"),
    "profile": ("", *PROFILES),
    "severity": ("information", "configured", "hint"),
}
_RULES = {rule.id for rule in RULES}


@dataclass(frozen=True, slots=True)
class Settings:
    """How plainspeak behaves in an editor, for one folder."""

    enable: bool = True
    check_on: str = "change"
    """When findings are renewed: at each ``change``, or when a document is opened and at each ``save``."""
    profile: str = ""
    """The profile where no configuration file is found; its default where this is empty."""
    config: str = ""
    """A configuration file in place of the nearest one, relative to the folder."""
    severity: str = "information"
    """The most that is shown: ``information``, ``hint``, or all of what is ``configured``."""
    rule_severity: Mapping[str, str] = field(default_factory=dict)
    """A severity or ``off``, by rule; it wins over all else."""
    max_findings: int = 1_000
    """The most findings that are sent for one document."""
    quiet_at_caret: int = 1_000
    """For how many milliseconds after a key nothing is shown at the word being typed."""
    code_lens: bool = False
    outline: bool = True
    inlay_hints: bool = False
    completion: bool = True


def settings_of(data: object) -> tuple[Settings, list[str]]:
    """Return the settings that an editor sent, and a sentence about each value that can't be used.

    What isn't a setting is passed over: it may be one of the editor's own.
    """
    if not isinstance(data, Mapping):
        return Settings(), []
    values: dict[str, Any] = {}
    wrong: list[str] = []
    for each in fields(Settings):
        name = re.sub("_(.)", lambda match: match[1].upper(), each.name)
        value = data.get(name)
        if value is None:
            continue
        problem = _problem(each.name, name, value)
        if problem is None:
            values[each.name] = value
        else:
            wrong.append(problem)
    return Settings(**values), wrong


def _problem(field_name: str, name: str, value: object) -> str | None:
    default = getattr(Settings(), field_name)
    if isinstance(default, bool):
        return None if isinstance(value, bool) else f"The setting plainspeak.{name} is true or false."
    if isinstance(default, int):
        fits = isinstance(value, int) and not isinstance(value, bool) and value >= 0
        return None if fits else f"The setting plainspeak.{name} is a whole number from 0 up."
    if isinstance(default, str):
        choices = _CHOICES.get(field_name)
        if not isinstance(value, str):
            return f"The setting plainspeak.{name} is a text."
        if choices and value not in choices:
            return f"The setting plainspeak.{name} can\u2019t be \u201c{value}\u201d. {did_you_mean(value, choices)}"
        return None
    return _problem_of_rules(name, value)


def _problem_of_rules(name: str, value: object) -> str | None:
    if not isinstance(value, Mapping):
        return f"The setting plainspeak.{name} holds a severity for each rule."
    for rule, severity in value.items():
        if rule not in _RULES:
            return f"In plainspeak.{name}, there is no rule \u201c{rule}\u201d. {did_you_mean(str(rule), _RULES)}"
        if severity not in (*_SEVERITIES, OFF):
            wrong = f"In plainspeak.{name}, \u201c{severity}\u201d isn\u2019t a severity."
            return f"{wrong} {did_you_mean(str(severity), (*_SEVERITIES, OFF))}"
    return None
