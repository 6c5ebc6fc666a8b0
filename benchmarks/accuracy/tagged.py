"""Measure how many sentences of real papers had to be tagged: tagging is what costs most, so most should not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from table import NOT_MEASURED, Request, Result, Row, share

from plainspeak.checker import Checker
from plainspeak.errors import ReadError
from plainspeak.readers import suffixes

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["measure"]


def measure(request: Request) -> Result:
    """Check each paper with the default profile; the share of each file is printed, that of all goes in the table."""
    if request.papers is None:
        return Result((Row("tagged", "papers", NOT_MEASURED),))
    checker = Checker()
    files = [each for each in request.papers.rglob("*") if each.suffix.lower() in suffixes() and each.is_file()]
    read, details = 0, []
    for path in sorted(files):
        name = path.relative_to(request.papers)
        try:
            tagged, seen = _tagged(checker, path)
        except ReadError as error:
            details.append(f"tagged, {name}: not read. {error.message}")
            continue
        read += 1
        details.append(f"tagged, {name}: {share(tagged, seen)} sentences")
    own = f"{share(checker.sentences_tagged, checker.sentences_seen)} sentences tagged"
    return Result((Row("tagged", f"{read:,} papers", own),), tuple(details))


def _tagged(checker: Checker, path: Path) -> tuple[int, int]:
    """Check one paper; return how many of its sentences were tagged, and how many it has.

    Raises:
        ReadError: the file can't be read.
    """
    tagged, seen = checker.sentences_tagged, checker.sentences_seen
    checker.check_file(path)
    return checker.sentences_tagged - tagged, checker.sentences_seen - seen
