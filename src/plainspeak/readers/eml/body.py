"""Read the message of an e-mail, and tell its writer's own words from older messages and the signature."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import count

from plainspeak.document import Document, Kind, Notice

__all__ = ["read_html", "read_plain"]

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_CHARACTER = re.compile(r"[^\r\n]")
_QUOTE_MARKS = re.compile(r"[ \t]*>[ \t>]*")
_OLDER = re.compile(
    r"-{2,} ?(?:original (?:message|appointment)|forwarded (?:message|by\b.*?)) ?-{2,}|begin forwarded message:",
    re.IGNORECASE,
)
_HEAD = re.compile(r"\*?From:.*\n(?:.*\n){0,3}?\*?(?:Sent|Date):")
"""How Outlook begins an older message."""
_HEAD_LINES = 6
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\d:\d\d")
_INTRODUCTION_LINES = 3
_LONGEST_INTRODUCTION = 400
_NOT_CHECKED = Notice("Not checked: older messages that this one quotes, or the signature below it.")


def read_plain(text: str, *, name: str) -> Document:
    """Return the document of a message in plain text."""
    from plainspeak.readers.text import PlainTextReader

    lines = _LINE.findall(text)
    own = _own(
        [line.rstrip("\r\n") for line in lines],
        quoted=[_QUOTE_MARKS.match(line) is not None for line in lines],
        signature="-- ",
    )
    # Each of two readings sees blanks where the other has text, so that every character keeps its place.
    mine = [line if is_own else _blank(line) for line, is_own in zip(lines, own, strict=True)]
    others = [_blank(line) if is_own else _unmarked(line) for line, is_own in zip(lines, own, strict=True)]
    reader = PlainTextReader()
    document = reader.read_text("".join(mine), name=name)
    quoted = reader.read_text("".join(others), name=name).blocks
    blocks = sorted(
        (*document.blocks, *(replace(block, checked=False) for block in quoted)),
        key=lambda block: block.segments[0].offset,
    )
    numbers = count(1)
    return replace(
        document,
        source=text,
        blocks=tuple(
            replace(block, place=replace(block.place, paragraph=next(numbers))) if block.place.paragraph else block
            for block in blocks
        ),
        notices=(*document.notices, _NOT_CHECKED) if quoted else document.notices,
    )


def read_html(text: str, *, name: str) -> Document:
    """Return the document of a message in HTML."""
    from plainspeak.readers.html import HtmlReader

    document = HtmlReader().read_text(text, name=name)
    own = _own(
        [block.text for block in document.blocks],
        quoted=[block.kind is Kind.QUOTE for block in document.blocks],
        signature="--",
    )
    if all(own):
        return document
    blocks = (
        block if is_own else replace(block, checked=False) for block, is_own in zip(document.blocks, own, strict=True)
    )
    return replace(document, blocks=tuple(blocks), notices=(*document.notices, _NOT_CHECKED))


def _blank(line: str) -> str:
    return _CHARACTER.sub(" ", line)


def _unmarked(line: str) -> str:
    mark = _QUOTE_MARKS.match(line)
    return " " * mark.end() + line[mark.end() :] if mark else line


def _own(texts: Sequence[str], *, quoted: Sequence[bool], signature: str) -> list[bool]:
    """Tell which of the lines or blocks of a message are its writer's own.

    Args:
        texts: the lines or blocks in order.
        quoted: which of them are marked as a quotation.
        signature: what stands alone on the line above a signature.
    """
    own = [not each for each in quoted]
    for index in range(len(texts)):
        if not own[index]:
            continue
        introduction = _introduction(texts, index)
        end = index + introduction
        if introduction:
            after = next((at for at in range(end, len(texts)) if texts[at].strip()), None)
            ends = after is None or own[after]
        else:
            ends = _is_end(texts, index, signature)
        if ends:
            # Nothing marks where the older message stops: it goes on to the end.
            end = len(texts)
        own[index:end] = [False] * (end - index)
    return own


def _introduction(texts: Sequence[str], index: int) -> int:
    """How many lines or blocks from here say who wrote the older message, and when; 0 for none."""
    if not texts[index].startswith("On "):
        return 0
    for length in range(1, _INTRODUCTION_LINES + 1):
        text = "\n".join(texts[index : index + length]).rstrip()
        if text.endswith("wrote:") and len(text) <= _LONGEST_INTRODUCTION and _DATE.search(text):
            return length
    return 0


def _is_end(texts: Sequence[str], index: int, signature: str) -> bool:
    """Whether the writer's own words end before this line or block."""
    text = texts[index]
    if text == signature or text.startswith(f"{signature}\n") or _OLDER.fullmatch(text.strip()):
        return True
    return "From:" in text[:6] and bool(_HEAD.match("\n".join(texts[index : index + _HEAD_LINES])))
