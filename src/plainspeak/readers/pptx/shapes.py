"""What a shape of a slide is: where it stands, what it stands for, and its paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from plainspeak.readers._drawing_text import local_name, shown

__all__ = ["bullet_level", "non_visual", "paragraphs", "placeholder", "shapes_of"]

_BULLETED = ("body", "obj")
_BULLETS = frozenset({"buAutoNum", "buBlip", "buChar"})


def shapes_of(root: etree._Element) -> list[etree._Element]:
    """Return the shapes of a slide, or of a page of notes, in the order in which a screen reader meets them.

    A group comes after what is in it.
    """
    found: list[etree._Element] = []
    _collect(next(root.iter("{*}spTree"), ()), found)
    return found


def _collect(container: Iterable[etree._Element], found: list[etree._Element]) -> None:
    for shape in shown(container):
        if local_name(shape) == "grpSp":
            _collect(shape, found)
        found.append(shape)


def non_visual(shape: etree._Element) -> Iterator[etree._Element]:
    """Yield the properties of a shape that can't be seen: its name, its description, what it stands for."""
    if len(shape) and local_name(shape[0]).startswith("nv"):
        yield from shape[0]


def placeholder(shape: etree._Element) -> str | None:
    """Return what a shape stands for in the layout of its slide; ``None`` if it is only itself."""
    for properties in non_visual(shape):
        for each in properties:
            if local_name(each) == "ph":
                return each.get("type") or "obj"
    return None


def paragraphs(shape: etree._Element) -> Iterator[etree._Element]:
    """Yield the paragraphs of the text of a shape, or of a cell."""
    for body in shape.iterchildren("{*}txBody"):
        yield from body.iterchildren("{*}p")


def bullet_level(paragraph: etree._Element, stands_for: str | None) -> int | None:
    """Return the depth of a list item, from 1; ``None`` for a paragraph without a bullet.

    The text of a layout's main box has bullets unless it says otherwise.
    """
    properties = next(paragraph.iterchildren("{*}pPr"), None)
    marks = {local_name(each) for each in properties} if properties is not None else set()
    if not marks & _BULLETS and (stands_for not in _BULLETED or "buNone" in marks):
        return None
    level = properties.get("lvl", "0") if properties is not None else "0"
    return int(level) + 1 if level in tuple("012345678") else 1
