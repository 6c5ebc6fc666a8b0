"""Leave out what an author or a configuration asked to ignore."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from plainspeak.config import PathIgnore, did_you_mean
from plainspeak.document import Block, Document, Notice, Place
from plainspeak.findings import Finding

__all__ = ["covers", "ignored_in_file", "unknown_ignores", "visible"]


def visible(findings: Iterable[Finding], blocks: Sequence[Block], ignored: frozenset[str]) -> Iterator[Finding]:
    """Yield the findings that nobody asked to ignore.

    A finding told once for many places keeps those that aren't ignored; its first place is then the first of these.

    Args:
        findings: whose places are in these blocks.
        blocks: say what their author ignores in each.
        ignored: the rules that are ignored in the whole file, by its author or the configuration.
    """
    ignoring = any(block.ignored for block in blocks)
    for finding in findings:
        if covers(ignored, finding.rule):
            continue
        if finding.at is None or not ignoring:
            yield finding
            continue
        places = tuple(place for place in finding.places if not covers(blocks[place.block].ignored, finding.rule))
        if len(places) == len(finding.places):
            yield finding
        elif places:
            yield finding.at_places(places, blocks)


def unknown_ignores(document: Document, known: Collection[str]) -> Iterator[Notice]:
    """Yield a notice for each rule that the author asks to ignore and that doesn't exist."""
    met: dict[str, Place] = dict.fromkeys(sorted(document.ignored), Place())
    for block in document.blocks:
        for rule in sorted(block.ignored):
            met.setdefault(rule, document.locate(block))
    for rule, place in met.items():
        if rule != "*" and rule not in known:
            yield Notice(f"A comment asks to ignore “{rule}”. {did_you_mean(rule, known)}", place)


def covers(ignored: frozenset[str], rule: str) -> bool:
    """Tell whether a rule is among those to ignore."""
    return bool(ignored) and (rule in ignored or "*" in ignored)


def ignored_in_file(name: str, ignores: Iterable[PathIgnore], root: Path | None) -> frozenset[str]:
    """Return the rules that a configuration ignores in a file.

    Args:
        name: the file's path, absolute or relative to the working directory.
        ignores: patterns as in ``.gitignore``, relative to ``root``.
        root: the folder of the configuration.
    """
    rules: set[str] = set()
    path = Path(os.path.abspath(name))
    if root is not None:
        try:
            path = path.relative_to(os.path.abspath(root))
        except ValueError:
            return frozenset()
    for ignore in ignores:
        if _matches(ignore.pattern, path.as_posix()):
            rules |= ignore.rules
    return frozenset(rules)


def _matches(pattern: str, path: str) -> bool:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines([pattern]).match_file(path)
