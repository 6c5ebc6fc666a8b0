"""What the elements of a PDF's structure tree are to a reader: which of them make a block, and of what kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from plainspeak.document import Box, Kind

__all__ = ["ARTEFACT", "UNMARKED", "Context", "Key", "Node", "Role", "contexts_of"]

UNMARKED, ARTEFACT = -1, -2
"""Marks of text that the tree can't name: the one is not marked at all, the other as no part of the paper."""

Key = tuple[int, ...]
"""Which child, of which child ... of the root an element is: the same on each page."""

_HEADINGS = {"H": None, "H1": 1, "H2": 2, "H3": 3, "H4": 4, "H5": 5, "H6": 6}
_SECTIONS = frozenset({"Document", "DocumentFragment", "Part", "Art", "Sect", "Div", "Aside", "Index", "Private"})
_TABLE_PARTS = frozenset({"THead", "TBody", "TFoot"})
_INLINE = frozenset(
    {"Span", "Quote", "Reference", "BibEntry", "Link", "Annot", "Form", "Formula", "Em", "Strong", "Sub"}
    | {"Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP"}
)
_NOTES = frozenset({"Note", "FENote", "Footnote", "Endnote"})
_KEPT = frozenset({Kind.TOC, Kind.NOTE, Kind.QUOTE, Kind.CODE, Kind.CAPTION})
"""What a list or a paragraph inside is, too."""


@dataclass(frozen=True, slots=True)
class Node:
    """An element of the tree, or marked content of the page, which has a ``mark`` and no type."""

    parent: int
    """Its parent's index among the nodes; -1 is the root."""
    kid: int
    """Which child of its parent it is, from 0."""
    type: str = ""
    mark: int = -1
    alt: str = ""
    actual: str = ""
    """What to read instead of the characters."""
    expansion: str = ""
    columns: int = 1
    """How many columns of its table it spans."""
    box: Box | None = None
    """Where the picture stands that ``alt`` describes."""


@dataclass(frozen=True, slots=True)
class Role:
    """What the text of an element is."""

    key: Key
    kind: Kind | None = None
    """``None`` is for the look of the text to say."""
    level: int | None = None
    table: Key = ()
    """The table that it is a cell of."""
    row: Key = ()
    column: int = 0
    label: bool = False
    """Whether it is the bullet or the number of a list item or a note."""
    firm: bool = False
    """Whether all its text is one block, whatever stands in between; else a block within it ends what is before."""


class Context(NamedTuple):
    """What is known of a place in the tree."""

    key: Key = ()
    role: Role | None = None
    """That of the innermost element that makes a block."""
    container: Kind | None = None
    """What a paragraph here is."""
    lists: int = 0
    sections: int = 0
    table: Key = ()
    row: Key = ()
    column: int = 0
    artefact: bool = False
    owner: int = -1
    """The node here that says what to read instead of the characters, or what a short form stands for."""

    def block(self, kind: Kind | None, *, level: int | None = None, label: bool = False, firm: bool = False) -> Context:
        """Return the place inside of an element that makes a block."""
        depth = self.lists or None if kind is Kind.LIST_ITEM else level
        role = Role(self.key, kind, depth, self.table, self.row, self.column, label, firm)
        return self._replace(role=role)


def contexts_of(nodes: Sequence[Node]) -> list[Context]:
    """Return what is known inside of each node; parents come before their children."""
    contexts: list[Context] = []
    wider: dict[Key, int] = {}  # Columns that the cells of a row so far span beyond one each.
    for index, node in enumerate(nodes):
        outer = contexts[node.parent] if node.parent >= 0 else Context()
        here = outer._replace(key=(*outer.key, node.kid))
        if node.actual or node.expansion:
            here = here._replace(owner=index)
        if node.type in ("TD", "TH") and outer.row:
            here = here._replace(column=node.kid + 1 + wider.get(outer.row, 0))
            wider[outer.row] = wider.get(outer.row, 0) + node.columns - 1
        contexts.append(_inside(node.type, here) if node.type else here)
    return contexts


def _inside(kind: str, here: Context) -> Context:
    """Return what is known inside of an element of a type."""
    kept = here.container if here.container in _KEPT else None
    whole = here.role is not None and (here.role.label or (kept is Kind.TOC and kind not in ("TOC", "TOCI")))
    if whole or kind in _INLINE or kind in _TABLE_PARTS:
        return here
    if kind == "P" or (kept and kind in (*_HEADINGS, "Title")):
        return here.block(here.container or Kind.PARAGRAPH, firm=True)
    if kind in _HEADINGS:
        return here.block(Kind.HEADING, level=_HEADINGS[kind] or max(1, here.sections), firm=True)
    if kind == "Title":
        return here.block(Kind.TITLE, firm=True)
    if kind in _SECTIONS:
        return here._replace(sections=here.sections + (kind == "Sect")).block(here.container)
    if kind == "Artifact":
        return here._replace(artefact=True)
    found = _in_list(kind, here, kept) or _in_table(kind, here, kept) or _aside(kind, here)
    # A type that nobody knows, or NonStruct: it makes a block only where nothing else does.
    return found or (here if here.role and here.role.kind else here.block(here.container))


def _in_list(kind: str, here: Context, kept: Kind | None) -> Context | None:
    if kind == "L":
        return here._replace(container=kept or Kind.LIST_ITEM, lists=here.lists + 1)
    if kind == "LI":
        return here.block(here.container)
    if kind == "Lbl":
        return here.block(here.container, label=True) if here.lists or here.container is Kind.NOTE else here
    return here if kind == "LBody" else None


def _in_table(kind: str, here: Context, kept: Kind | None) -> Context | None:
    if kind == "Table":
        return here if kept else here._replace(table=here.key, row=(), column=0)
    if kind == "TR":
        return here._replace(row=here.key)
    if kind in ("TD", "TH"):
        return here._replace(container=kept or Kind.CELL, lists=0).block(kept or Kind.CELL)
    return None


def _aside(kind: str, here: Context) -> Context | None:
    if kind == "Caption":
        return here._replace(container=Kind.CAPTION).block(Kind.CAPTION)
    if kind in _NOTES:
        return here._replace(container=Kind.NOTE).block(Kind.NOTE)
    if kind == "BlockQuote":
        return here._replace(container=Kind.QUOTE).block(Kind.QUOTE)
    if kind == "TOC":
        return here._replace(container=Kind.TOC, role=None)
    if kind == "TOCI":
        return here._replace(container=Kind.TOC).block(Kind.TOC, firm=True)
    if kind == "Code":
        # Often a few words of a paragraph.
        inside = here.role is not None and here.role.firm
        return here if inside else here._replace(container=Kind.CODE).block(Kind.CODE)
    return here.block(here.container) if kind == "Figure" else None
