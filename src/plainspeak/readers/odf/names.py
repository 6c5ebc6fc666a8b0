"""Short names for the elements and attributes of OpenDocument files, such as ``text:p``."""

from __future__ import annotations

from functools import lru_cache

from lxml import etree

__all__ = ["name_of", "number", "text_of", "value"]

_STANDARD = "urn:oasis:names:tc:opendocument:xmlns"
_NAMESPACES = {
    "draw": f"{_STANDARD}:drawing:1.0",
    "fo": f"{_STANDARD}:xsl-fo-compatible:1.0",
    "office": f"{_STANDARD}:office:1.0",
    "presentation": f"{_STANDARD}:presentation:1.0",
    "style": f"{_STANDARD}:style:1.0",
    "svg": f"{_STANDARD}:svg-compatible:1.0",
    "table": f"{_STANDARD}:table:1.0",
    "text": f"{_STANDARD}:text:1.0",
}
_PREFIXES = {namespace: prefix for prefix, namespace in _NAMESPACES.items()}
_PREFIXES |= {
    # A drawing in three dimensions holds nothing that another one does not.
    f"{_STANDARD}:dr3d:1.0": "draw",
    # LibreOffice writes some elements in these before the standard has them: comments, headers of first pages.
    "http://openoffice.org/2009/office": "office",
    "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "style",
}


def name_of(element: etree._Element) -> str:
    """Return the short name of an element; an empty string when its namespace means nothing to us."""
    return _short(element.tag)


def value(element: etree._Element, attribute: str) -> str:
    """Return an attribute by its short name; an empty string when it isn't there."""
    return element.get(_full(attribute), "")


def number(element: etree._Element, attribute: str) -> int:
    """Return an attribute as a whole number from 1 to 9,999; 1 for anything else."""
    text = value(element, attribute)
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 5 else 1


def text_of(element: etree._Element) -> str:
    """Return all text in an element, however deep."""
    return "".join(map(str, element.itertext()))


@lru_cache(maxsize=1024)
def _short(tag: str) -> str:
    namespace, _, local = tag[1:].partition("}")
    prefix = _PREFIXES.get(namespace)
    return f"{prefix}:{local}" if prefix else ""


@lru_cache(maxsize=128)
def _full(attribute: str) -> str:
    prefix, _, local = attribute.partition(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}"
