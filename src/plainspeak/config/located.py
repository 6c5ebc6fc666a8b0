"""YAML and TOML read with the line of each key, so that an error can say where it is."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from plainspeak.errors import ConfigError
from plainspeak.glossary.yaml_loader import Loader

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

__all__ = ["Located", "read_toml_table", "read_yaml"]

Path = tuple[str, ...]

_DEEPEST = 4


@dataclass(frozen=True)
class Located:
    """Data with the name of its file and the line of each key path."""

    data: Mapping[str, Any]
    name: str
    lines: Mapping[Path, int] = field(default_factory=dict)

    def where(self, *path: str) -> str:
        """Return ``file:line`` of a key path, or of the nearest key above it that is known."""
        for length in range(len(path), 0, -1):
            line = self.lines.get(path[:length])
            if line is not None:
                return f"{self.name}:{line}"
        return self.name


def read_yaml(text: str, name: str) -> Located:
    """Read a YAML mapping.

    Raises:
        ConfigError: the text isn't YAML, or isn't a mapping.
    """
    loader = Loader(text)
    try:
        root = loader.get_single_node()
        data = loader.construct_document(root) if root is not None else {}
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        # A control character has no mark, but a pattern of its own.
        odd = yaml.reader.Reader.NON_PRINTABLE.search(text)
        line = min(mark.line, text.count("\n")) + 1 if mark else text.count("\n", 0, odd.start() if odd else None) + 1
        where = f"{name}:{line}"
        problem = getattr(error, "problem", None) or "it can't be read"
        raise ConfigError(f"This isn't valid YAML: {problem}.", where=where) from error
    finally:
        loader.dispose()
    if not isinstance(data, dict):
        raise ConfigError(
            "A configuration is a set of 'key: value' lines, such as 'profile: meeting-paper'.", where=f"{name}:1"
        )
    lines: dict[Path, int] = {}
    if root is not None:
        _collect(root, (), lines)
    return Located(data, name, lines)


def _collect(node: Any, path: Path, lines: dict[Path, int]) -> None:
    # No setting lies deeper; a node that holds itself by an alias lies deeper and deeper.
    if len(path) == _DEEPEST:
        return
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            here = (*path, str(key.value))
            lines[here] = key.start_mark.line + 1
            _collect(value, here, lines)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            here = (*path, str(index))
            lines[here] = value.start_mark.line + 1
            _collect(value, here, lines)


def read_toml_table(text: str, name: str) -> Located | None:
    """Read the table ``[tool.plainspeak]`` of a TOML file; ``None`` when there is none.

    Raises:
        ConfigError: the text isn't TOML.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        where = f"{name}:{line[1] if line else text.count(chr(10)) + 1}"
        raise ConfigError(f"This isn't valid TOML: {error}.", where=where) from error
    tool = data.get("tool")
    table = tool.get("plainspeak") if isinstance(tool, dict) else None
    if not isinstance(table, dict):
        return None
    return Located(table, name, _toml_lines(text))


def _toml_lines(text: str) -> dict[Path, int]:
    """Find the line of each ``key =`` and ``[table]`` under ``[tool.plainspeak]``, inline tables included."""
    lines: dict[Path, int] = {}
    table: Path | None = None
    for number, line in enumerate(text.splitlines(), 1):
        header = re.match(r"\s*\[+\s*([^\]]+?)\s*\]+", line)
        if header:
            parts = tuple(part.strip().strip("\"'") for part in header[1].split("."))
            table = parts[2:] if parts[:2] == ("tool", "plainspeak") else None
            if table:
                lines.setdefault(table, number)
            continue
        key = re.match(r"""\s*["']?([\w.-]+)["']?\s*=""", line)
        if table is not None and key:
            here = (*table, *key[1].split("."))
            lines.setdefault(here, number)
            for inner in re.findall(r"""[{,]\s*["']?([\w-]+)["']?\s*=""", line):
                lines.setdefault((*here, inner), number)
    return lines
