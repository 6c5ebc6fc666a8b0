"""The comments by which an author asks plainspeak to ignore something."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["EVERY_RULE", "Directive", "parse_directive"]

EVERY_RULE = "*"
"""Stands for every rule where a comment names none."""

_DIRECTIVE = re.compile(r"\s*plainspeak-ignore(?P<file>-file)?(?![\w-])(?P<rules>[^:]*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Directive:
    """A request to ignore rules, in the next block or in the whole file."""

    rules: frozenset[str]
    """Rule ids as the author wrote them, in small letters; whether each exists is for the checker to say."""
    whole_file: bool = False


def parse_directive(comment: str) -> Directive | None:
    """Return what a comment asks for, or ``None`` when it is an ordinary comment.

    Two comments are understood; the rules are parted by commas or spaces, and what follows a colon is the reason::

        plainspeak-ignore jargon, acronym-undefined: quoted from the Act
        plainspeak-ignore-file: a list of abbreviations

    Args:
        comment: the text between ``<!--`` and ``-->``.
    """
    match = _DIRECTIVE.match(comment)
    if match is None:
        return None
    rules = frozenset(match["rules"].replace(",", " ").lower().split())
    return Directive(rules or frozenset({EVERY_RULE}), whole_file=match["file"] is not None)
