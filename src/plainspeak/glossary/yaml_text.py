"""Change the YAML text of a glossary and leave everything else in it as it is: comments, order, spaces, line ends.

Nothing here looks at files. What comes out is checked where it is written: see :mod:`plainspeak.glossary.writer`.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from plainspeak.errors import GlossaryError
from plainspeak.glossary.yaml_loader import Loader

__all__ = ["Draft", "draft_yaml", "with_entries", "with_explanation", "with_meaning"]

Draft = Mapping[str, Any]
"""An entry, or one of its meanings, with the keys that it has in YAML, in the order in which to write them."""

_HEADS = ("term", "acronym", "wording", "silence")
_LINE = re.compile("[^\r\n\x85\u2028\u2029]*(?:\r\n|[\r\n\x85\u2028\u2029])|[^\r\n\x85\u2028\u2029]+$")
_PER_MEANING = ("expansion", "meaning", "setting", "kind", "status", "date", "replaced-by", "source", "checked")
_BY_HAND = "The entry '{}' is written in a way that can't be added to. Put this in by hand."


class _Dumper(yaml.SafeDumper):
    """Writes as the built-in glossary is written: lists of words in one line, and no lines cut short."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        """Indent lists of meanings too."""
        super().increase_indent(flow, False)


def _list(dumper: _Dumper, items: list[Any]) -> yaml.Node:
    return dumper.represent_sequence(
        "tag:yaml.org,2002:seq", items, flow_style=all(isinstance(item, str) for item in items)
    )


_Dumper.add_representer(list, _list)


@dataclass(frozen=True, slots=True)
class _Entry:
    head: str
    node: yaml.MappingNode
    line: int
    """Of its dash, from 0."""

    @property
    def keys(self) -> list[tuple[str, int, yaml.Node]]:
        """Each key with its line and its value."""
        return [(str(key.value), key.start_mark.line, value) for key, value in self.node.value]


def draft_yaml(draft: Draft, *, indent: int = 0, newline: str = "\n") -> str:
    """Return an entry or a meaning as an item of a YAML list, without what is empty."""
    data = [{key: value for key, value in draft.items() if value}]
    text = yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=float("inf"))
    return "".join(f"{' ' * indent}{line}{newline}" for line in text.splitlines())


def with_entries(text: str, drafts: Sequence[Draft]) -> str:
    """Return the text with more entries: each in its place if the file is in alphabetical order, else at the end.

    Args:
        text: of a glossary that loads.
        drafts: the entries. They stay in their order where they stand together.

    Raises:
        GlossaryError: the glossary is written on one line, in square brackets.
    """
    lines, entries, indent = _parsed(text)
    newline = "\r\n" if "\r\n" in text else "\n"
    if lines and not lines[-1].endswith(("\r", "\n")):
        lines[-1] += newline
    heads = [entry.head.casefold() for entry in entries]
    in_order = bool(heads) and heads == sorted(heads)
    if in_order:
        drafts = sorted(drafts, key=lambda draft: _head(draft).casefold())
    inserted: dict[int, list[str]] = {}
    for draft in drafts:
        at = bisect.bisect_right(heads, _head(draft).casefold()) if in_order else len(entries)
        place = len(lines) if at == len(entries) else _before(lines, entries, at, indent)
        inserted.setdefault(place, []).append(draft_yaml(draft, indent=indent, newline=newline))
    gap = newline if _are_apart(lines, entries) else ""
    for place, blocks in sorted(inserted.items(), reverse=True):
        before = gap if place and lines[place - 1].strip() else ""
        after = gap if place < len(lines) and lines[place].strip() else ""
        lines.insert(place, before + gap.join(blocks) + after)
    return "".join(lines)


def with_meaning(text: str, letters: str, meaning: Draft) -> str:
    """Return the text with one more meaning of an acronym, whose only meaning until now becomes the first of several.

    Raises:
        GlossaryError: the entry isn't written one key to a line.
    """
    lines, entries, _ = _parsed(text)
    entry, end = _entry(lines, entries, letters)
    newline = "\r\n" if "\r\n" in text else "\n"
    several = next((value for key, _, value in entry.keys if key == "meanings"), None)
    if several is not None:
        if not isinstance(several, yaml.SequenceNode) or several.flow_style:
            raise GlossaryError(_BY_HAND.format(letters))
        after = min((line for _, line, _ in entry.keys if line > several.start_mark.line), default=end)
        lines.insert(after, draft_yaml(meaning, indent=several.start_mark.column, newline=newline))
        return "".join(lines)
    parts = {key: lines[start:stop] for key, start, stop in _parts(entry, end)}
    moved = [line for key in _PER_MEANING for line in parts.pop(key, [])]
    column = int(entry.node.start_mark.column)
    deeper = [f"    {line}" if line.strip() else line for line in moved]
    deeper[0] = f"{' ' * (column + 2)}- {moved[0].lstrip()}"
    kept = [line for part in parts.values() for line in part]
    added = draft_yaml(meaning, indent=column + 2, newline=newline)
    lines[entry.line : end] = [*kept, f"{' ' * column}meanings:{newline}", *deeper, added]
    return "".join(lines)


def with_explanation(text: str, letters: str, meaning: str) -> str:
    """Return the text with an explanation in the entry of an acronym that has none.

    Raises:
        GlossaryError: the entry isn't written one key to a line, or has several meanings.
    """
    lines, entries, _ = _parsed(text)
    entry, end = _entry(lines, entries, letters)
    newline = "\r\n" if "\r\n" in text else "\n"
    ends = {key: stop for key, _, stop in _parts(entry, end)}
    if "expansion" not in ends:
        raise GlossaryError(_BY_HAND.format(letters))
    line = draft_yaml({"meaning": meaning}, newline=newline).removeprefix("- ")
    lines.insert(ends["expansion"], " " * entry.node.start_mark.column + line)
    return "".join(lines)


def _parsed(text: str) -> tuple[list[str], list[_Entry], int]:
    """Return the lines, the entries, and the column of their dashes."""
    root = yaml.compose(text, Loader)
    lines = _LINE.findall(text)
    if root is None:
        return lines, [], 0
    if not isinstance(root, yaml.SequenceNode) or root.flow_style:
        raise GlossaryError("This glossary stands in square brackets. Begin each entry on its own line, with a dash.")
    entries = []
    for node in root.value:
        heads = {key.value: value.value for key, value in node.value if key.value in _HEADS}
        # As in the loader, an entry with letters and a term is about the term.
        head = next(heads[key] for key in _HEADS if key in heads)
        entries.append(_Entry(str(head), node, int(node.start_mark.line)))
    return lines, entries, int(root.start_mark.column)


def _head(draft: Draft) -> str:
    return str(next(draft[key] for key in _HEADS if draft.get(key)))


def _entry(lines: Sequence[str], entries: Sequence[_Entry], letters: str) -> tuple[_Entry, int]:
    """Return the entry of some letters, and the line after it."""
    at = next(index for index, entry in enumerate(entries) if ("acronym", letters) in _values(entry))
    last = at + 1 == len(entries)
    end = _without_trail(lines, len(lines) if last else entries[at + 1].line, entries[at].node.start_mark.column - 2)
    return entries[at], end


def _values(entry: _Entry) -> list[tuple[str, str]]:
    return [(key, str(value.value)) for key, _, value in entry.keys]


def _parts(entry: _Entry, end: int) -> list[tuple[str, int, int]]:
    """Return the keys of an entry, each with its first line and the one after its last.

    Raises:
        GlossaryError: not every key has lines of its own, or the first isn't the letters.
    """
    starts = [line for _, line, _ in entry.keys]
    names = [key for key, _, _ in entry.keys]
    if entry.node.flow_style or len(set(starts)) < len(starts) or names[0] != "acronym" or starts[0] != entry.line:
        raise GlossaryError(_BY_HAND.format(entry.head))
    return list(zip(names, starts, [*starts[1:], end], strict=True))


def _before(lines: Sequence[str], entries: Sequence[_Entry], at: int, indent: int) -> int:
    """Return the line at which to insert before an entry, so that comments above stay with what they are about."""
    line = entries[at].line
    if at:
        return _without_trail(lines, line, indent)
    first = line
    while first and lines[first - 1].lstrip().startswith("#"):
        first -= 1
    # What begins a file is about the file.
    return first if first and any(each.strip() not in ("", "---") for each in lines[:first]) else line


def _without_trail(lines: Sequence[str], end: int, indent: int) -> int:
    """Return the line after an entry, without the blank lines and the comments between it and the next one."""
    while end and (not lines[end - 1].strip() or re.match(rf" {{0,{max(indent, 0)}}}#", lines[end - 1])):
        end -= 1
    return end


def _are_apart(lines: Sequence[str], entries: Sequence[_Entry]) -> bool:
    """Tell whether blank lines stand between entries."""
    gaps = [not lines[entry.line - 1].strip() for entry in entries[1:]]
    return sum(gaps) * 2 > len(gaps)
