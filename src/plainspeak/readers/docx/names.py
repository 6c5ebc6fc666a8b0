"""Short names for the elements of a Word file, the same for both of its dialects (Transitional and Strict)."""

from __future__ import annotations

from lxml import etree

__all__ = ["NAMES", "SKIPPED", "alternative", "child", "is_on", "name_of", "number", "value"]

_NAMESPACES = {
    "w": (
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    ),
    "wp": (
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
    ),
    "a": (
        "http://schemas.openxmlformats.org/drawingml/2006/main",
        "http://purl.oclc.org/ooxml/drawingml/main",
    ),
    "c": (
        "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "http://purl.oclc.org/ooxml/drawingml/chart",
    ),
    "cx": ("http://schemas.microsoft.com/office/drawing/2014/chartex",),
    "dgm": (
        "http://schemas.openxmlformats.org/drawingml/2006/diagram",
        "http://purl.oclc.org/ooxml/drawingml/diagram",
    ),
    "m": (
        "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "http://purl.oclc.org/ooxml/officeDocument/math",
    ),
    "mc": ("http://schemas.openxmlformats.org/markup-compatibility/2006",),
    "o": ("urn:schemas-microsoft-com:office:office",),
}
_LOCAL_NAMES = {
    "w": (
        "abstractNum altChunk basedOn body br cell cellDel comment cr default del delText docDefaults docPartGallery "
        "docPartObj document drawing endnote endnoteReference fldChar fldSimple footerReference footnote "
        "footnoteReference gridBefore gridSpan headerReference ilvl instrText lang lastRenderedPageBreak moveFrom name "
        "noBreakHyphen numId numPr object outlineLvl p pPr pPrDefault pStyle pict ptab r rPr rPrDefault rStyle rt "
        "sdt sdtContent sdtPr sectPr style subDoc sym t tab tbl tblCaption tblDescription tblPr tc tcPr tr trPr "
        "txbxContent vanish"
    ),
    "wp": "docPr",
    "a": "t",
    "c": "chart",
    "cx": "chart",
    "dgm": "relIds",
    "m": "oMath",
    "mc": "AlternateContent Choice Fallback",
    "o": "OLEObject",
}
NAMES = {
    f"{{{namespace}}}{local}": f"{prefix}:{local}"
    for prefix, namespaces in _NAMESPACES.items()
    for namespace in namespaces
    for local in _LOCAL_NAMES[prefix].split()
}
"""``w:p`` for each tag that means a paragraph, and so on; a tag that is not here has no meaning of its own to us."""

SKIPPED = frozenset({"w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:sdtPr", "w:tblPr", "w:trPr", "w:tcPr", "w:rt"})
"""Deleted text and properties: nothing in them is text of the document."""

_OFF = frozenset({"0", "false", "off"})


def name_of(element: etree._Element) -> str:
    """Return the short name of an element, or an empty string when it has none."""
    return NAMES.get(element.tag, "")


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """Return the first child of that short name."""
    if element is not None:
        for each in element:
            if NAMES.get(each.tag) == name:
                return each
    return None


def value(element: etree._Element | None, attribute: str = "val") -> str | None:
    """Return an attribute in the same namespace as its element."""
    if element is None:
        return None
    namespace = element.tag.partition("}")[0]
    return element.get(f"{namespace}}}{attribute}")


def number(element: etree._Element | None, attribute: str = "val") -> int | None:
    """Return an attribute as a whole number from 0 to 9,999; ``None`` for anything else."""
    text = value(element, attribute) or ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 5 else None


def is_on(element: etree._Element | None) -> bool | None:
    """Tell whether a yes-or-no property is on; ``None`` when it is not given."""
    return None if element is None else (value(element) or "").lower() not in _OFF


def alternative(element: etree._Element) -> etree._Element | None:
    """Return the version of an ``mc:AlternateContent`` to read. Reading both would double the text."""
    choice = child(element, "mc:Choice")
    return choice if choice is not None else child(element, "mc:Fallback")
