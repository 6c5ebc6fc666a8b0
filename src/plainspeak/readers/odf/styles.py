"""What the styles of an OpenDocument file say: kinds of paragraphs, languages, page starts and what is hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from lxml import etree

from plainspeak.document import Kind
from plainspeak.readers.odf.names import name_of, value

__all__ = ["Format", "Styles"]

_Value = TypeVar("_Value")

_LONGEST_CHAIN = 50
# LibreOffice gives its own styles these names in every language; its users see translations.
_KINDS: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (re.compile(r"(toc|contents|(.* )?index) ?(\d+|heading)"), Kind.TOC),
    (re.compile(r"caption|illustration|table|figure|drawing"), Kind.CAPTION),
    (re.compile(r"(sub)?title"), Kind.TITLE),
    (re.compile(r"quotations|(intense )?quote"), Kind.QUOTE),
    (re.compile(r"preformatted text|html preformatted|source code"), Kind.CODE),
)


@dataclass(frozen=True, slots=True)
class Format:
    """What is known of a paragraph, a table, a slide or a style; ``None`` is not said."""

    kind: Kind | None = None
    lang: str | None = None
    hidden: bool | None = None
    new_page: bool | None = None
    """Whether a page starts before it."""
    master: str | None = None
    """The master page that starts before it."""

    def over(self, base: Format) -> Format:
        """Return this format where it says something, and the base where it does not."""
        return Format(
            kind=_first(self.kind, base.kind),
            lang=_first(self.lang, base.lang),
            hidden=_first(self.hidden, base.hidden),
            new_page=_first(self.new_page, base.new_page),
            master=_first(self.master, base.master),
        )


class Styles:
    """The styles of one part, looked up through the chain of styles they are based on.

    Args:
        roots: the root elements of the parts that hold them; where two use one name, the first has it.
    """

    def __init__(self, *roots: etree._Element) -> None:
        self._own: dict[tuple[str, str], tuple[Format, str]] = {}
        self._resolved: dict[tuple[str, str], Format] = {}
        defaults: dict[str, Format] = {}
        for style in _styles(roots):
            family = value(style, "style:family")
            if name_of(style) == "style:default-style":
                defaults.setdefault(family, _own_format(style))
            elif name_of(style) == "style:style":
                name = value(style, "style:name")
                own = _own_format(style).over(_named_format(name))
                self._own.setdefault((family, name), (own, value(style, "style:parent-style-name")))
        # On slides, the text of a shape takes its language from the shape.
        self._default = defaults.get("paragraph", Format()).over(defaults.get("graphic", Format()))

    def paragraph(self, name: str) -> Format:
        """Return the format of a paragraph."""
        return self.named("paragraph", name).over(self._default)

    def span(self, name: str, outer: Format) -> Format:
        """Return the format of a stretch of text: its style says only its language and whether it is hidden."""
        style = self.named("text", name)
        return replace(outer, lang=_first(style.lang, outer.lang), hidden=_first(style.hidden, outer.hidden))

    def named(self, family: str, name: str) -> Format:
        """Return what a style of a family (``paragraph``, ``table``, ``drawing-page`` ...) says."""
        key = (family, name)
        if key not in self._resolved:
            self._resolved[key] = self._resolve(family, name)
        return self._resolved[key]

    def _resolve(self, family: str, name: str) -> Format:
        merged = Format()
        # Styles may be based on each other in a ring: no real chain is this long.
        for _ in range(_LONGEST_CHAIN):
            if (family, name) not in self._own:
                # A style that is named but not described still says what it is.
                return merged.over(_named_format(name))
            own, name = self._own[family, name]
            merged = merged.over(own)
        return merged


def _first(mine: _Value | None, theirs: _Value | None) -> _Value | None:
    return mine if mine is not None else theirs


def _styles(roots: tuple[etree._Element, ...]) -> Iterator[etree._Element]:
    for root in roots:
        for group in root:
            if name_of(group) in ("office:automatic-styles", "office:styles"):
                yield from group


def _named_format(name: str) -> Format:
    plain = name.replace("_20_", " ").lower()
    return Format(kind=next((kind for pattern, kind in _KINDS if pattern.fullmatch(plain)), None))


def _own_format(style: etree._Element) -> Format:
    """What a style itself says. An attribute has one meaning in whichever group of properties it stands."""
    master = value(style, "style:master-page-name") or None
    lang: str | None = None
    hidden: bool | None = None
    new_page = True if master else None
    for properties in style:
        language, country = value(properties, "fo:language"), value(properties, "fo:country")
        if language not in ("", "none", "zxx"):
            lang = language if country in ("", "none") else f"{language}-{country}"
        if display := value(properties, "text:display"):
            hidden = display == "none"
        if visibility := value(properties, "presentation:visibility"):
            hidden = visibility == "hidden"
        if value(properties, "fo:break-before") and not master:
            new_page = value(properties, "fo:break-before") == "page"
    return Format(lang=lang, hidden=hidden, new_page=new_page, master=master)
