"""What the styles of a Word file say about a paragraph: its kind, level, language, and whether it shows."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TypeVar

from lxml import etree

from plainspeak.document import Kind
from plainspeak.readers.docx.names import child, is_on, name_of, number, value

__all__ = ["Format", "Styles"]

_Value = TypeVar("_Value")

_BODY_TEXT = 9
"""The outline level that stands for text that is no heading."""
_LONGEST_CHAIN = 50
_HEADING_NAME = re.compile(r"heading ?([1-9])$")
_KINDS: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (re.compile(r"(toc|contents) ?(\d|heading)$|table of (figures|authorities)$|index \d$"), Kind.TOC),
    (re.compile(r"caption$"), Kind.CAPTION),
    (re.compile(r"title$"), Kind.TITLE),
    (re.compile(r"(intense )?quote$"), Kind.QUOTE),
    (re.compile(r"(html preformatted|source code|macro text)$"), Kind.CODE),
)


@dataclass(frozen=True, slots=True)
class Format:
    """What is known of a paragraph, a run or a style; ``None`` is not said."""

    kind: Kind | None = None
    outline: int | None = None
    list_id: str | None = None
    list_level: int | None = None
    hidden: bool | None = None
    lang: str | None = None

    def over(self, base: Format) -> Format:
        """Return this format where it says something, and the base where it does not."""
        return Format(
            kind=_first(self.kind, base.kind),
            outline=_first(self.outline, base.outline),
            list_id=_first(self.list_id, base.list_id),
            list_level=_first(self.list_level, base.list_level),
            hidden=_first(self.hidden, base.hidden),
            lang=_first(self.lang, base.lang),
        )

    @property
    def heading_level(self) -> int | None:
        """The level of a heading, from 1."""
        return self.outline + 1 if self.outline is not None and self.outline < _BODY_TEXT else None

    @property
    def list_depth(self) -> int | None:
        """The depth of a list item, from 1. List 0 is Word's way to take a paragraph out of its style's list."""
        return (self.list_level or 0) + 1 if self.list_id not in (None, "0") else None


_NOTHING = Format()


class Styles:
    """The styles of one file, looked up through the chain of styles they are based on."""

    def __init__(self, root: etree._Element | None) -> None:
        self._own: dict[str, tuple[Format, str | None]] = {}
        self._resolved: dict[str, Format] = {}
        self._paragraphs: dict[tuple[str | None, Format], Format] = {}
        self._defaults = Format()
        self._default_style: str | None = None
        for element in root if root is not None else ():
            if name_of(element) == "w:docDefaults":
                self._defaults = _run_format(child(child(element, "w:rPrDefault"), "w:rPr"))
            elif name_of(element) == "w:style":
                self._add(element)

    def paragraph(self, properties: etree._Element | None) -> Format:
        """Return the format of a paragraph from its ``w:pPr``."""
        style = value(child(properties, "w:pStyle"))
        own = _paragraph_format(properties)
        key = (style, own)
        if key not in self._paragraphs:
            self._paragraphs[key] = own.over(self._paragraph_style(style)).over(self._defaults)
        return self._paragraphs[key]

    def run(self, properties: etree._Element | None, paragraph: Format) -> Format:
        """Return the format of a run from its ``w:rPr``: only what it says of language and of being hidden."""
        own = _run_format(properties)
        style = self._format(value(child(properties, "w:rStyle")))
        hidden = _first(own.hidden, style.hidden)
        lang = _first(own.lang, style.lang)
        if hidden in (None, paragraph.hidden) and lang in (None, paragraph.lang):
            return paragraph
        return replace(paragraph, hidden=_first(hidden, paragraph.hidden), lang=_first(lang, paragraph.lang))

    def _paragraph_style(self, style: str | None) -> Format:
        if style is not None and style in self._own:
            return self._format(style)
        # A style that is named but not described still says what it is: ``Heading2``.
        return _named_format(style or "").over(self._format(self._default_style))

    def _add(self, element: etree._Element) -> None:
        style = value(element, "styleId")
        if style is None:
            return
        name = value(child(element, "w:name")) or style
        properties = child(element, "w:pPr")
        own = _run_format(child(element, "w:rPr")).over(_paragraph_format(properties)).over(_named_format(name))
        self._own.setdefault(style, (own, value(child(element, "w:basedOn"))))
        is_default = (value(element, "default") or "0").lower() in ("1", "true", "on")
        if is_default and value(element, "type") == "paragraph":
            self._default_style = style

    def _format(self, style: str | None) -> Format:
        if style is None:
            return _NOTHING
        if style not in self._resolved:
            self._resolved[style] = self._resolve(style)
        return self._resolved[style]

    def _resolve(self, style: str) -> Format:
        merged = Format()
        current: str | None = style
        # Styles may be based on each other in a ring: no real chain is this long.
        for _ in range(_LONGEST_CHAIN):
            if current is None or current not in self._own:
                break
            own, current = self._own[current]
            merged = merged.over(own)
        return merged


def _first(mine: _Value | None, theirs: _Value | None) -> _Value | None:
    """The first of two that is said. ``or`` would lose outline level 0, which is Heading 1."""
    return mine if mine is not None else theirs


def _named_format(name: str) -> Format:
    """What the name of a style says by itself; some programs write no outline levels."""
    name = name.strip().lower()
    heading = _HEADING_NAME.match(name)
    kind = next((kind for pattern, kind in _KINDS if pattern.match(name)), None)
    return Format(kind=kind, outline=int(heading[1]) - 1 if heading else None)


def _paragraph_format(properties: etree._Element | None) -> Format:
    if properties is None:
        return _NOTHING
    numbering = child(properties, "w:numPr")
    return Format(
        outline=number(child(properties, "w:outlineLvl")),
        list_id=value(child(numbering, "w:numId")),
        list_level=number(child(numbering, "w:ilvl")),
    )


def _run_format(properties: etree._Element | None) -> Format:
    if properties is None:
        return _NOTHING
    return Format(
        hidden=is_on(child(properties, "w:vanish")),
        lang=value(child(properties, "w:lang")) or None,
    )
