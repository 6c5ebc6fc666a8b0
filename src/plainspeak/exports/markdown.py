"""A page as Markdown: a list, so that it also reads well as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainspeak.exports.explanations import capitalised
from plainspeak.exports.page import Entry, Page

__all__ = ["page_markdown"]

_MARKS = re.compile(r"([\\`*_\[\]<>|~]|&(?=#?\w+;))")


def page_markdown(page: Page) -> str:
    """Return a page as Markdown. Whatever comes from a paper or a glossary is text, and never markup."""
    blocks = [f"# {_escaped(page.title)}", *map(_escaped, page.introduction)]
    for section in page.sections:
        if section.heading:
            blocks.append(f"## {_escaped(section.heading)}")
        blocks.append("\n".join(line for entry in section.entries for line in _entry(entry)))
    blocks.append(_escaped(page.last_line))
    return "\n\n".join(block for block in blocks if block) + "\n"


def _entry(entry: Entry) -> Iterator[str]:
    stands_for = f"{capitalised(entry.stands_for)}." if entry.stands_for else ""
    said = " ".join(each for each in (stands_for, *entry.lines) if each)
    yield f"- **{_escaped(entry.name)}**: {_escaped(said)}"
    for choice in entry.choices:
        yield f"  - {_escaped(choice)}"
    if entry.see:
        yield f"  - {entry.before_see} {_escaped(', '.join(entry.see))}"


def _escaped(text: str) -> str:
    return _MARKS.sub(r"\\\1", " ".join(text.split()))
