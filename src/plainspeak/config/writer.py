"""Add to a configuration file in place: a line more, and everything else as it was."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from plainspeak.errors import ConfigError
from plainspeak.glossary.yaml_loader import Loader

__all__ = ["with_glossary", "with_ignore"]

_ITEM = re.compile(r"(?P<indent> *)- ")
_KEY = re.compile(r"[^\s#-]")


def with_ignore(text: str, name: str, *, path: str, rules: Sequence[str], reason: str) -> str:
    """Return the text of a ``plainspeak.yaml`` that ignores some rules in some files too.

    Args:
        text: of the file so far; empty for a new one.
        name: of the file, for the error.
        path: a pattern as in ``.gitignore``, relative to the file's folder.
        rules: their ids.
        reason: for the people who read the file.

    Raises:
        ConfigError: the file is written in a way that can't be added to; the message says what to add by hand.
    """
    item: dict[str, Any] = {"path": path, "rules": list(rules)}
    if reason:
        item["reason"] = reason
    written = ", ".join(f"{key}: {_flow(value)}" for key, value in item.items())
    return _with_item(text, name, "ignore", f"{{{written}}}", item)


def with_glossary(text: str, name: str, path: str) -> str:
    """Return the text of a ``plainspeak.yaml`` that names one more glossary file of the project.

    Raises:
        ConfigError: as :func:`with_ignore`.
    """
    return _with_item(text, name, "glossaries", _flow(path), path)


def _flow(value: str | Sequence[str]) -> str:
    """Return a value as YAML on one line: JSON is YAML, and words alone need no quotation marks."""
    if isinstance(value, str):
        return value if re.fullmatch(r"[A-Za-z][\w./-]*", value) else json.dumps(value, ensure_ascii=False)
    return f"[{', '.join(map(_flow, value))}]"


def _with_item(text: str, name: str, key: str, written: str, item: object) -> str:
    changed = _added(text, key, written)
    before, after = _data(text), None if changed is None else _data(changed)
    listed = None if before is None else before.get(key) or []
    if after is None or not isinstance(listed, list) or after != {**(before or {}), key: [*listed, item]}:
        message = f"This file is written in a way that can\u2019t be added to. Under '{key}', add by hand: - {written}"
        raise ConfigError(message, where=name)
    return changed or ""


def _added(text: str, key: str, written: str) -> str | None:
    lines = text.splitlines(keepends=True)
    end = "\r\n" if "\r\n" in text else "\n"
    if lines and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += end
    at = next((index for index, line in enumerate(lines) if re.match(rf"{key}\s*:", line)), None)
    if at is None:
        return "".join([*lines, f"{key}:{end}", f"  - {written}{end}"])
    value = lines[at].split(":", 1)[1].split(" #")[0].strip()
    if value.startswith("[") and value.endswith("]"):
        head, _, tail = lines[at].rpartition("]")
        lines[at] = f"{head}{', ' if value[1:-1].strip() else ''}{written}]{tail}"
        return "".join(lines)
    if value:
        return None
    after = next((index for index in range(at + 1, len(lines)) if _KEY.match(lines[index])), len(lines))
    items = [
        index for index in range(at + 1, after) if lines[index].strip() and not lines[index].lstrip().startswith("#")
    ]
    indent = next((match["indent"] for index in items if (match := _ITEM.match(lines[index]))), "  ")
    lines.insert((items[-1] if items else at) + 1, f"{indent}- {written}{end}")
    return "".join(lines)


def _data(text: str) -> Mapping[str, Any] | None:
    """Return what a file says; ``None`` if that isn't settings."""
    try:
        data = Loader(text).get_single_data()
    except yaml.YAMLError:
        return None
    return {} if data is None else data if isinstance(data, Mapping) else None
