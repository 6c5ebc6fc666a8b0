"""Leave out what an author or a configuration asked to ignore."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from plainspeak.config import PathIgnore
from plainspeak.document import Document
from plainspeak.findings import BlockSpan, Finding

__all__ = ["ignored_in_file", "visible"]


def visible(findings: Iterable[Finding], document: Document, ignored: frozenset[str]) -> Iterator[Finding]:
    """Yield the findings that nobody asked to ignore.

    A finding told once for many places keeps those that aren't ignored; its first place is then the first of these.

    Args:
        findings: of this document.
        document: says what its author ignores, in the whole file and block by block.
        ignored: the rules that the configuration ignores in this file.
    """
    everywhere = ignored | document.ignored
    for finding in findings:
        if _covers(everywhere, finding.rule):
            continue
        if finding.at is None:
            yield finding
            continue
        places = tuple(
            place for place in finding.places if not _covers(document.blocks[place.block].ignored, finding.rule)
        )
        if len(places) == len(finding.places):
            yield finding
        elif places:
            yield _moved_to_first(finding, places, document)


def _covers(ignored: frozenset[str], rule: str) -> bool:
    return bool(ignored) and (rule in ignored or "*" in ignored)


def _moved_to_first(finding: Finding, places: tuple[BlockSpan, ...], document: Document) -> Finding:
    if places[0] == finding.at:
        return replace(finding, places=places, count=len(places))
    first = places[0]
    text = document.blocks[first.block].text[first.span.start : first.span.end]
    return replace(finding, at=first, text=text, places=places, count=len(places), suggestions=())


def ignored_in_file(name: str, ignores: Iterable[PathIgnore], root: Path | None) -> frozenset[str]:
    """Return the rules that a configuration ignores in a file.

    Args:
        name: the file's path, absolute or relative to the working directory.
        ignores: patterns as in ``.gitignore``, relative to ``root``.
        root: the folder of the configuration.
    """
    rules: set[str] = set()
    path = Path(name).resolve()
    if root is not None:
        try:
            path = path.relative_to(root.resolve())
        except ValueError:
            return frozenset()
    for ignore in ignores:
        if _matches(ignore.pattern, path.as_posix()):
            rules |= ignore.rules
    return frozenset(rules)


def _matches(pattern: str, path: str) -> bool:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines([pattern]).match_file(path)
