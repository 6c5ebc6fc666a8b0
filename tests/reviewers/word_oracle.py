"""Read a Word file by other means than ours: its comments and what they are on, and how each character looks."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

__all__ = ["AnchoredComment", "anchored_comments", "formatted_characters", "parts_of"]

_CHARACTERS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}


@dataclass(frozen=True)
class AnchoredComment:
    """A comment of a file."""

    author: str
    says: str
    words: str
    """The text between its marks, with single spaces."""


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def anchored_comments(data: bytes) -> list[AnchoredComment]:
    """The comments of a file, in the order of their marks in the text."""
    parts = parts_of(data)
    told = {_value(each, "id"): each for name in parts if "comments" in name for each in _all(parts[name], "comment")}
    words: dict[str, list[str]] = {}
    opened: set[str] = set()
    referred: list[str] = []
    for element in etree.fromstring(parts["word/document.xml"]).iter(etree.Element):
        name = _local(element)
        if name == "commentRangeStart":
            opened.add(_value(element, "id"))
            words.setdefault(_value(element, "id"), [])
        elif name == "commentRangeEnd":
            opened.remove(_value(element, "id"))
        elif name == "commentReference":
            referred.append(_value(element, "id"))
        elif name in ("t", "delText") or name in _CHARACTERS:
            for number in opened:
                words[number].append(element.text or "" if name in ("t", "delText") else _CHARACTERS[name])
    assert not opened
    assert set(words) <= set(referred), "each comment on some words has its mark"
    words.update({number: [] for number in referred if number not in words})
    return [
        AnchoredComment(
            _value(told[number], "author"),
            "\n".join("".join(t.text or "" for t in _within(p, "t")) for p in _within(told[number], "p")),
            re.sub(r"\s+", " ", "".join(words[number]).replace("\u2011", "-")).strip(),
        )
        for number in words
        # LibreOffice sometimes writes a second mark, without a comment, beside a picture.
        if number in told
    ]


def formatted_characters(data: bytes, part: str = "word/document.xml") -> list[tuple[str, bytes]]:
    """Each character of a part with the properties of its run; what is inserted or deleted by plainspeak as before."""
    found = []
    for element in etree.fromstring(parts_of(data)[part]).iter(etree.Element):
        name = _local(element)
        if name in ("t", "delText") or name in _CHARACTERS:
            run = element.getparent()
            if run is None or _local(run) != "r":
                continue
            change = run.getparent()
            if change is not None and _local(change) == "ins" and _value(change, "author") == "plainspeak":
                continue
            properties = next((etree.tostring(each, method="c14n") for each in run if _local(each) == "rPr"), b"")
            text = element.text or "" if name in ("t", "delText") else _CHARACTERS[name]
            found += [(character, properties) for character in text]
    return found


def _all(data: bytes, name: str) -> Iterator[etree._Element]:
    return _within(etree.fromstring(data), name)


def _within(element: etree._Element, name: str) -> Iterator[etree._Element]:
    return element.iter(f"{{*}}{name}")


def _local(element: etree._Element) -> str:
    return str(etree.QName(element).localname)


def _value(element: etree._Element, name: str) -> str:
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), "")
