"""Which HTML elements hold prose, and what kind of block each is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from plainspeak.document import Kind
from plainspeak.readers.html.tokens import Attribute

__all__ = [
    "BLOCKS",
    "CLOSED_BY",
    "EMBEDDED",
    "VOID",
    "Context",
    "inner_context",
    "is_note_mark",
    "is_number_above",
    "is_skipped",
]


class Context(NamedTuple):
    """What an element hands down to the text inside it."""

    kind: Kind = Kind.PARAGRAPH
    level: int | None = None
    lists: int = 0
    lang: str | None = None
    table: tuple[int, int, int] | None = None
    part: str = "body"
    skipped: bool = False
    sectioned: bool = False
    """Inside the main text, where a header or footer is not that of the page."""


VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
)
EMBEDDED = frozenset({"iframe", "object", "embed"})
BLOCKS = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "button",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hgroup",
        "hr",
        "html",
        "label",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "optgroup",
        "option",
        "p",
        "pre",
        "search",
        "section",
        "select",
        "summary",
        "table",
        "tbody",
        "td",
        "textarea",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
        "video",
        "audio",
    }
)
_SKIPPED = frozenset(
    {"script", "style", "noscript", "template", "code", "pre", "kbd", "samp", "svg", "math", "xmp", "iframe", "object"}
)
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_SECTIONS = frozenset({"main", "article", "section", "aside", "dialog"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# Kinds that hold whatever stands inside them: a list in a page's menu is still the menu.
_WHOLE = frozenset({Kind.TOC, Kind.FOOTER, Kind.NOTE})
_RAISED_NUMBER = re.compile(r"\s*\[?\d[\d,\s]*\]?\s*</sup\s*>", re.IGNORECASE)
_HIDING_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)

_LIST_ENDS = frozenset({*_LISTS, "td", "th", "table"})
_CELL_ENDS = frozenset({"table"})
_CELLS = frozenset({"td", "th"})
_ROWS = frozenset({"td", "th", "caption", "tr", "thead", "tbody", "tfoot"})
CLOSED_BY: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), _LIST_ENDS),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl", "td", "th"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl", "td", "th"})),
    "td": (frozenset({*_CELLS, "caption"}), frozenset({"table", "tr"})),
    "th": (frozenset({*_CELLS, "caption"}), frozenset({"table", "tr"})),
    "tr": (frozenset({*_CELLS, "tr", "caption"}), _CELL_ENDS),
    "thead": (_ROWS, _CELL_ENDS),
    "tbody": (_ROWS, _CELL_ENDS),
    "tfoot": (_ROWS, _CELL_ENDS),
    "option": (frozenset({"option"}), frozenset({"select"})),
    "body": (frozenset({"head"}), frozenset()),
}
"""Elements that a new element ends though their end tags were left out, and those that shield them."""


def is_skipped(name: str, given: Mapping[str, Attribute]) -> bool:
    """Tell whether an element's text is hidden or is no prose."""
    if name in _SKIPPED:
        return True
    if not given:
        return False
    if "hidden" in given and given["hidden"].value.lower() != "until-found":
        return True
    if _value(given, "aria-hidden") == "true" or _value(given, "translate") == "no":
        return True
    return "style" in given and _HIDING_STYLE.search(given["style"].value) is not None


def is_number_above(name: str, html: str, end: int) -> bool:
    """Tell whether a tag that ends at a position raises a number, most often a footnote's: "2020" is not "20205"."""
    return name == "sup" and _RAISED_NUMBER.match(html, end) is not None


def is_note_mark(given: Mapping[str, Attribute], *, raised: bool) -> bool:
    """Tell whether a link is the number of a footnote, or the way back from one."""
    role = _value(given, "role")
    if role in ("doc-noteref", "doc-backlink"):
        return True
    classes = _value(given, "class")
    if "footnote-ref" in classes or "footnote-back" in classes or "reversefootnote" in classes:
        return True
    return raised and _value(given, "href").startswith("#")


def inner_context(name: str, given: Mapping[str, Attribute], outer: Context) -> Context:
    """Return what an element hands down, from what it was handed and from its own nature.

    The place in a table is the caller's to add, since it takes counting.
    """
    context = outer
    lang = _value(given, "lang") or _value(given, "xml:lang")
    if lang:
        context = context._replace(lang=lang)
    if name in _SECTIONS:
        context = context._replace(sectioned=True)
    if context.kind in _WHOLE:
        return context
    if name == "nav" or _value(given, "role") == "navigation":
        return context._replace(kind=Kind.TOC, level=None, part="menu")
    if name in ("header", "footer") and not context.sectioned:
        kind = Kind.HEADER if name == "header" else Kind.FOOTER
        return context._replace(kind=kind, level=None, part=f"page {name}")
    if _is_note(given):
        return context._replace(kind=Kind.NOTE, level=None, part="footnote")
    if name in _HEADINGS:
        return context._replace(kind=Kind.HEADING, level=int(name[1]), part="body")
    if name in _LISTS or name == "dl":
        return context._replace(lists=context.lists + 1)
    if name in ("li", "dt", "dd"):
        return context._replace(kind=Kind.LIST_ITEM, level=max(1, context.lists))
    if name == "blockquote":
        return context._replace(kind=Kind.QUOTE, level=None)
    if name in _CELLS:
        return context._replace(kind=Kind.CELL, level=None, lists=0)
    if name in ("caption", "figcaption"):
        return context._replace(kind=Kind.CAPTION, level=None)
    if name == "title":
        return context._replace(kind=Kind.TITLE, level=None, part="title")
    return context


def _is_note(given: Mapping[str, Attribute]) -> bool:
    if not given:
        return False
    if _value(given, "role") in ("doc-footnote", "doc-endnote", "doc-endnotes"):
        return True
    return "footnotes" in _value(given, "class").split()


def _value(given: Mapping[str, Attribute], name: str) -> str:
    attribute = given.get(name)
    return attribute.value.strip().lower() if attribute else ""
