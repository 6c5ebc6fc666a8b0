"""Keep the order of a document while its text is read: headings, numbering and what its author asked to ignore."""

from __future__ import annotations

from collections.abc import Sequence

from plainspeak.document import Block, BlockBuilder, Document, Kind, Notice, Place
from plainspeak.readers.directives import parse_directive

__all__ = ["Outline"]

_NUMBERED = {Kind.PARAGRAPH, Kind.HEADING, Kind.LIST_ITEM, Kind.QUOTE, Kind.CAPTION}
_NOTHING: frozenset[str] = frozenset()


class Outline:
    """The blocks of a document so far, and the place where the next one stands."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._notices: list[Notice] = []
        self._headings: list[tuple[int, str]] = []
        self._path: tuple[str, ...] = ()
        self._paragraphs = 0
        self._tables = 0
        self._ignored_in_file = _NOTHING
        self._pending = _NOTHING
        self._active = _NOTHING
        self._outer: list[frozenset[str]] = []

    @property
    def blocks(self) -> Sequence[Block]:
        """The blocks so far."""
        return self._blocks

    @property
    def notices(self) -> Sequence[Notice]:
        """What to say of things that were not read, so far."""
        return self._notices

    @property
    def headings(self) -> Sequence[tuple[int, str]]:
        """The level and the text of each heading that the next block stands under, outermost first."""
        return self._headings

    @property
    def paragraphs(self) -> int:
        """How many paragraphs have a number so far."""
        return self._paragraphs

    @property
    def tables(self) -> int:
        """How many tables began so far."""
        return self._tables

    @property
    def ignored(self) -> frozenset[str]:
        """The rules that a comment asks to ignore in the whole file."""
        return self._ignored_in_file

    @property
    def is_waiting(self) -> bool:
        """Whether a comment asks to ignore something in the next block, and that hasn't come yet."""
        return bool(self._pending)

    def document(self, *, name: str, media_type: str, source: str) -> Document:
        """Return the document that has been read."""
        return Document(
            name=name,
            media_type=media_type,
            blocks=tuple(self._blocks),
            notices=tuple(self._notices),
            source=source,
            ignored=self._ignored_in_file,
        )

    def add(
        self,
        builder: BlockBuilder,
        kind: Kind,
        *,
        level: int | None = None,
        lang: str | None = None,
        table: tuple[int, int, int] | None = None,
        part: str = "body",
        checked: bool = True,
        expansions: tuple[tuple[str, str], ...] = (),
        ignored: frozenset[str] = _NOTHING,
    ) -> None:
        """Add a block at its place; one without text is left out."""
        if not builder:
            return
        in_body = part == "body"
        outer, path = self._headings, self._path
        if kind is Kind.HEADING and in_body:
            outer = [each for each in outer if each[0] < (level or 1)]
            path = tuple(text for _, text in outer)
        is_numbered = in_body and table is None and kind in _NUMBERED
        paragraph = self._paragraphs + 1 if is_numbered else None
        place = Place(headings=path, table=table, paragraph=paragraph, part=part)
        block = builder.build(
            kind,
            place,
            level=level,
            lang=lang,
            checked=checked,
            expansions=expansions,
            ignored=ignored | self._active | self._pending,
        )
        if block is None:
            return
        self._pending = _NOTHING
        self._paragraphs += is_numbered
        self._blocks.append(block)
        if block.is_body_heading:
            self._headings = [*outer, (level or 1, block.text)]
            self._path = tuple(text for _, text in self._headings)

    def notice(self, message: str) -> None:
        """Note something that was not read."""
        self._notices.append(Notice(message))

    def next_table(self) -> int:
        """Return the number of a table that begins here, from 1."""
        self._tables += 1
        return self._tables

    def comment(self, text: str) -> None:
        """Follow a comment before a block, if it asks for something."""
        self._pending |= self.comment_inside(text)

    def comment_inside(self, text: str) -> frozenset[str]:
        """Follow a comment inside a block, and return the rules that it asks to ignore in that block."""
        directive = parse_directive(text)
        if directive is None:
            return _NOTHING
        if directive.whole_file:
            self._ignored_in_file |= directive.rules
            return _NOTHING
        return directive.rules

    def enter(self) -> None:
        """Begin a list, table, quotation or element: a comment before it is about all of it."""
        self._outer.append(self._active)
        if self._pending:
            self._active |= self._pending
            self._pending = _NOTHING

    def leave(self) -> None:
        """End what the matching ``enter`` began."""
        self._active = self._outer.pop()
