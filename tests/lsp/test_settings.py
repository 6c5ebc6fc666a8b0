"""The settings say the same wherever they stand: in the server, on our page, and in Visual Studio Code."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from plainspeak_lsp.settings import Settings, settings_of

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "in-your-editor.md").read_text(encoding="utf-8")
EXTENSION = ROOT / "lsp" / "vscode" / "package.json"
DEFAULTS = {
    re.sub("_(.)", lambda match: match[1].upper(), each.name): getattr(Settings(), each.name)
    for each in fields(Settings)
}


def test_the_page_names_every_setting() -> None:
    """With what counts if a writer says nothing."""
    rows = dict(re.findall(r"^\| `(\w+)` \|.*\| ([^|]+?) \|$", PAGE, re.MULTILINE))
    assert rows.keys() == DEFAULTS.keys()
    told = {name: json.loads(value.strip("`")) for name, value in rows.items() if value.strip("`") in ("true", "false")}
    assert told == {name: value for name, value in DEFAULTS.items() if isinstance(value, bool)}
    assert {name: int(rows[name]) for name in ("maxFindings", "quietAtCaret")} == {
        name: DEFAULTS[name] for name in ("maxFindings", "quietAtCaret")
    }


def test_the_extension_has_the_same_settings() -> None:
    """By the same names, with the same values where a writer says nothing."""
    found: dict[str, Any] = {}
    configuration = json.loads(EXTENSION.read_text(encoding="utf-8"))["contributes"]["configuration"]
    for group in configuration if isinstance(configuration, list) else [configuration]:
        found |= group["properties"]
    assert {name: found[f"plainspeak.{name}"]["default"] for name in DEFAULTS} == DEFAULTS


@pytest.mark.parametrize("value", [None, "", 3, [], {}])
def test_what_is_no_settings_at_all_changes_nothing(value: object) -> None:
    """An editor may answer with null, or with nothing."""
    assert settings_of(value) == (Settings(), [])
