"""The structure tree of a PDF page, where a producer wrote one, as plain data. For the child process alone."""

from __future__ import annotations

import ctypes
import math
from typing import Any

from plainspeak.readers.pdf.roles import ARTEFACT, UNMARKED
from plainspeak.readers.pdf.text import TextPage

__all__ = ["Marks", "PlainNode", "length_of", "nodes_of"]

_MOST_KIDS = 200_000
_MOST_NODES = 20_000
_DEEPEST = 60
_MOST_OBJECTS = 20_000
_LONGEST_TEXT = 4_000
_MOST_MARKS, _MOST_ATTRIBUTES = 16, 8
_MOST_COLUMNS = 100

_CALLS = (
    "CountChildren",
    "GetChildAtIndex",
    "GetChildMarkedContentID",
    "GetType",
    "GetAltText",
    "GetActualText",
    "GetExpansion",
    "GetAttributeCount",
    "GetAttributeAtIndex",
)

PlainNode = list[Any]
"""``[parent, kid, type, details]`` for an element, ``[parent, kid, mark]`` for marked content: the index of the parent
in the list (-1 for the root), which child of it this is (the same on each page), and what it is."""


def nodes_of(page: TextPage) -> list[PlainNode]:
    """Return the structure tree of a page, parents before their children and all in reading order.

    Nothing is returned of a tree that is larger or deeper than a page can need: it is broken, or made to do harm.
    """
    pdfium = page.pdfium
    tree = pdfium.FPDF_StructTree_GetForPage(page.page)
    if not tree:
        return []
    try:
        return _walked(pdfium, tree)
    finally:
        pdfium.FPDF_StructTree_Close(tree)


def length_of(nodes: list[PlainNode]) -> int:
    """Return how many characters there are in all descriptions and other texts of a tree."""
    details = (node[3] for node in nodes if len(node) > 3)
    return sum(len(text) for each in details for text in each.values() if isinstance(text, str))


def _walked(pdfium: Any, tree: Any) -> list[PlainNode]:
    # The root of a long paper has thousands of children, and each page asks for all of them: without the checks that
    # make ctypes slow, that is quick.
    for name in _CALLS:
        getattr(pdfium, f"FPDF_StructElement_{name}").argtypes = None
    pdfium.FPDF_StructElement_GetChildAtIndex.restype = ctypes.c_void_p
    nodes: list[PlainNode] = []
    count = pdfium.FPDF_StructTree_CountChildren(tree)
    seen = max(0, count)
    if seen > _MOST_KIDS:
        return []
    tops = ((kid, pdfium.FPDF_StructTree_GetChildAtIndex(tree, kid)) for kid in range(count))
    waiting: list[tuple[int, int, Any, int]] = [(-1, kid, element, 1) for kid, element in tops if element][::-1]
    while waiting:
        parent, kid, item, depth = waiting.pop()
        if isinstance(item, int):
            nodes.append([parent, kid, item])
            continue
        here = len(nodes)
        nodes.append([parent, kid, *_element(pdfium, item)])
        count = pdfium.FPDF_StructElement_CountChildren(item)
        seen += max(0, count)
        if seen > _MOST_KIDS or len(nodes) + len(waiting) > _MOST_NODES or depth > _DEEPEST:
            return []
        waiting += [(here, number, found, depth + 1) for number, found in _kids(pdfium, item, count)][::-1]
    return nodes


def _kids(pdfium: Any, element: Any, count: int) -> list[tuple[int, Any]]:
    """Return the children of an element that are on this page: elements, and marked content as numbers."""
    get_element, get_mark = pdfium.FPDF_StructElement_GetChildAtIndex, pdfium.FPDF_StructElement_GetChildMarkedContentID
    found: list[tuple[int, Any]] = []
    for kid in range(count):
        child = get_element(element, kid)
        if child:
            found.append((kid, ctypes.c_void_p(child)))
        elif (mark := get_mark(element, kid)) >= 0:
            found.append((kid, mark))
    return found


def _element(pdfium: Any, element: Any) -> tuple[str, dict[str, Any]]:
    """Return the type of an element, and the details that it has."""
    kind = _text(pdfium.FPDF_StructElement_GetType, element)
    details: dict[str, Any] = {
        "alt": _text(pdfium.FPDF_StructElement_GetAltText, element),
        "actual": _text(pdfium.FPDF_StructElement_GetActualText, element),
        "expansion": _text(pdfium.FPDF_StructElement_GetExpansion, element),
        "columns": _columns(pdfium, element) if kind in ("TD", "TH") else 0,
    }
    return kind, {name: value for name, value in details.items() if value}


def _columns(pdfium: Any, element: Any) -> int:
    """Return how many columns a cell spans, where it says so."""
    number = ctypes.c_float()
    for index in range(min(pdfium.FPDF_StructElement_GetAttributeCount(element), _MOST_ATTRIBUTES)):
        attribute = pdfium.FPDF_StructElement_GetAttributeAtIndex(element, index)
        value = pdfium.FPDF_StructElement_Attr_GetValue(attribute, b"ColSpan")
        if value and pdfium.FPDF_StructElement_Attr_GetNumberValue(value, ctypes.byref(number)):
            return int(number.value) if 1 < number.value < _MOST_COLUMNS else 0
    return 0


def _text(call: Any, element: Any) -> str:
    size = call(element, None, 0)
    if not 2 < size <= 2 * _LONGEST_TEXT:
        return ""
    buffer = ctypes.create_string_buffer(size)
    call(element, buffer, size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace").strip("\0")


class Marks:
    """Which marked content each object of a page belongs to."""

    def __init__(self, page: TextPage) -> None:
        pdfium = page.pdfium
        self._pdfium = pdfium
        count = min(pdfium.FPDFPage_CountObjects(page.page), _MOST_OBJECTS)
        items = (pdfium.FPDFPage_GetObject(page.page, index) for index in range(count))
        self._objects = {ctypes.cast(item, ctypes.c_void_p).value: item for item in items}

    def of(self, address: int) -> int:
        """Return the mark of the object at an address. What stands in a form within the page has marks of its own."""
        item = self._objects.get(address)
        if item is None:
            return UNMARKED
        mark = self._pdfium.FPDFPageObj_GetMarkedContentID(item)
        if mark >= 0:
            return int(mark)
        return ARTEFACT if self._is_artefact(item) else UNMARKED

    def add_boxes(self, nodes: list[PlainNode]) -> None:
        """Add to the details of each described picture its ``box``: left, bottom, right and top of what it holds."""
        owners: list[dict[str, Any] | None] = []
        wanted: dict[int, dict[str, Any]] = {}
        for parent, _, *content in nodes:
            owner = owners[parent] if parent >= 0 else None
            if len(content) == 2:
                owners.append(content[1] if "alt" in content[1] else owner)
                continue
            owners.append(owner)
            if owner is not None:
                wanted.setdefault(content[0], owner)
        sides = [ctypes.c_float() for _ in range(4)]
        for item in self._objects.values() if wanted else ():
            owner = wanted.get(self._pdfium.FPDFPageObj_GetMarkedContentID(item))
            if owner is None or not self._pdfium.FPDFPageObj_GetBounds(item, *map(ctypes.byref, sides)):
                continue
            left, bottom, right, top = (round(side.value, 2) for side in sides)
            if all(map(math.isfinite, (left, bottom, right, top))):
                box = owner.get("box", (left, bottom, right, top))
                owner["box"] = min(box[0], left), min(box[1], bottom), max(box[2], right), max(box[3], top)

    def _is_artefact(self, item: Any) -> bool:
        pdfium = self._pdfium
        name, size = (ctypes.c_ushort * 32)(), ctypes.c_ulong()
        for index in range(min(pdfium.FPDFPageObj_CountMarks(item), _MOST_MARKS)):
            mark = pdfium.FPDFPageObj_GetMark(item, index)
            found = pdfium.FPDFPageObjMark_GetName(mark, name, 64, ctypes.byref(size))
            if found and bytes(name)[: max(0, size.value - 2)] == "Artifact".encode("utf-16-le"):
                return True
        return False
