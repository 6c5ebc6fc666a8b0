"""Read the prose of HTML into blocks, element by element."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from plainspeak.document import BlockBuilder, Kind
from plainspeak.readers._outline import Outline
from plainspeak.readers._source_map import SourceMap
from plainspeak.readers.html.elements import (
    BLOCKS,
    CLOSED_BY,
    EMBEDDED,
    VOID,
    Context,
    inner_context,
    is_note_mark,
    is_number_above,
    is_skipped,
)
from plainspeak.readers.html.tokens import Attribute, Token, attributes, entities, tokens, unescaped

__all__ = ["HtmlBlocks", "add_escaped"]

_PLAIN = Context()
_DEEPEST = 500
_LABELS = ("alt", "aria-label", "title")
_SHORT_FORMS = frozenset({"abbr", "acronym", "dfn"})
_NO_LABELS = frozenset({"link", "style", "meta", "script", "object", "iframe", "embed", *_SHORT_FORMS})
_TABLE_PARTS = frozenset({"table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th"})
_TABLE_WALLS = frozenset({"table", "td", "th", "caption"})
_PARAGRAPH_WALLS = frozenset({"table", "td", "th", "caption", "button", "body"})


@dataclass(slots=True)
class _Element:
    name: str
    context: Context
    is_block: bool = False
    """Whether the outline was told of it."""
    short_form: tuple[str, list[str]] | None = None


@dataclass(slots=True)
class _Table:
    number: int
    row: int = 0
    column: int = 0


@dataclass(slots=True)
class _Prose:
    """The block that is being read."""

    context: Context
    builder: BlockBuilder = field(default_factory=BlockBuilder)
    expansions: list[tuple[str, str]] = field(default_factory=list)
    ignored: frozenset[str] = frozenset()
    labels: list[tuple[BlockBuilder, str]] = field(default_factory=list)


class HtmlBlocks:
    """Adds the blocks of a piece of HTML (a page, or what a Markdown file holds of it) to an outline."""

    def __init__(self, outline: Outline, source: SourceMap, context: Context = _PLAIN) -> None:
        self._outline = outline
        self._map = source
        self._html = source.text
        self._closes_itself = source.text.lstrip("\ufeff \t\r\n").startswith("<?xml")
        self._elements = [_Element("", context)]
        self._prose = _Prose(context)
        self._tables: list[_Table] = []
        self._embedded = 0

    def read(self) -> None:
        """Read all of it."""
        for token in tokens(self._html):
            if token.type == "text":
                self._text(token)
            elif token.type == "entity":
                self._entity(token)
            elif token.type == "open":
                self._open(token)
            elif token.type == "close":
                self._close(token.name)
            elif token.type == "comment":
                self._comment(self._html[token.inner[0] : token.inner[1]])
            else:
                self._outline.notice("A comment in the HTML never ends, so what follows it was not read.")
        self._end_elements(1)
        self._flush()
        if self._embedded:
            what = "1 embedded page or object was" if self._embedded == 1 else f"{self._embedded} embedded pages were"
            self._outline.notice(f"{what} not read.")

    def _text(self, token: Token) -> None:
        element = self._elements[-1]
        if element.context.skipped:
            return
        started = bool(self._prose.builder)
        self._map.add(self._prose.builder, token.start, token.end)
        self._note_short_form(self._html[token.start : token.end])
        if not started:
            self._prose.context = element.context

    def _entity(self, token: Token) -> None:
        element = self._elements[-1]
        if element.context.skipped:
            return
        written = self._html[token.start : token.end]
        character = unescaped(written)
        if character == written:
            self._text(token)
            return
        started = bool(self._prose.builder)
        self._map.add_as(self._prose.builder, character, token.start, token.end)
        self._note_short_form(character)
        if not started:
            self._prose.context = element.context

    def _note_short_form(self, text: str) -> None:
        for element in self._elements[-3:]:
            if element.short_form is not None:
                element.short_form[1].append(text)

    def _comment(self, text: str) -> None:
        if self._prose.builder:
            self._prose.ignored |= self._outline.comment_inside(text)
        else:
            self._outline.comment(text)

    def _open(self, token: Token) -> None:
        name = token.name
        if name in BLOCKS:
            self._flush()
            self._close_implied(name)
        outer = self._elements[-1].context
        given = attributes(self._html, *token.inner) if token.inner[1] > token.inner[0] else {}
        skipped = outer.skipped or is_skipped(name, given)
        if name in EMBEDDED and not outer.skipped:
            self._embedded += 1
        if not skipped or (name == "svg" and not outer.skipped):
            self._labels(name, given, outer)
        closed = self._closes_itself and self._html[token.end - 2] == "/"
        if name in VOID or closed or len(self._elements) >= _DEEPEST:
            if name == "br" and not skipped:
                self._prose.builder.line_break()
            return
        if is_number_above(name, self._html, token.end):
            self._prose.builder.space()
        raised = self._elements[-1].name == "sup"
        if skipped or (name == "a" and is_note_mark(given, raised=raised)):
            # A gap where code was keeps the words beside it apart; a footnote's number leaves none.
            if name != "a":
                self._prose.builder.space()
            context = outer._replace(skipped=True)
        else:
            context = self._counted(name, given, inner_context(name, given, outer))
        element = _Element(name, context, is_block=name in BLOCKS)
        if name in _SHORT_FORMS and "title" in given:
            element.short_form = (" ".join(unescaped(given["title"].value).split()), [])
        if element.is_block:
            self._outline.enter()
        self._elements.append(element)

    def _counted(self, name: str, given: Mapping[str, Attribute], context: Context) -> Context:
        """Add the place in a table."""
        if name == "table":
            self._tables.append(_Table(self._outline.next_table()))
        elif name in ("tr", "td", "th"):
            if not self._tables:
                self._tables.append(_Table(self._outline.next_table()))
            table = self._tables[-1]
            if name == "tr":
                table.row, table.column = table.row + 1, 0
                return context
            table.row = max(1, table.row)
            place = (table.number, table.row, table.column + 1)
            width = given["colspan"].value.strip() if "colspan" in given else ""
            table.column += int(width) if width.isascii() and width.isdigit() and 0 < len(width) < 4 else 1
            return context._replace(table=place)
        return context

    def _labels(self, name: str, given: Mapping[str, Attribute], context: Context) -> None:
        """Keep the texts that stand in attributes, to follow the block that they stand in."""
        if name == "meta":
            if "content" in given and "name" in given and given["name"].value.strip().lower() == "description":
                self._label(given["content"], "description")
            return
        if name in _NO_LABELS or context.skipped:
            return
        seen = set()
        for label in _LABELS:
            attribute = given.get(label)
            if attribute is not None and attribute.value not in seen:
                seen.add(attribute.value)
                self._label(attribute, "picture" if label == "alt" else "label")

    def _label(self, attribute: Attribute, part: str) -> None:
        builder = BlockBuilder()
        add_escaped(self._map, builder, attribute.start, attribute.start + len(attribute.value))
        if builder:
            self._prose.labels.append((builder, part))

    def _close(self, name: str) -> None:
        if name in BLOCKS:
            self._flush()
        elif name == "br":
            self._prose.builder.line_break()
        walls = frozenset() if name in _TABLE_PARTS else _TABLE_WALLS
        for index in range(len(self._elements) - 1, 0, -1):
            element = self._elements[index].name
            if element == name:
                self._end_elements(index)
                return
            if element in walls:
                return

    def _close_implied(self, name: str) -> None:
        if name in CLOSED_BY:
            closed, walls = CLOSED_BY[name]
            self._end_outermost(closed, walls)
        self._end_outermost(frozenset({"p"}), _PARAGRAPH_WALLS)

    def _end_outermost(self, names: frozenset[str], walls: frozenset[str]) -> None:
        found = 0
        for index in range(len(self._elements) - 1, 0, -1):
            name = self._elements[index].name
            if name in walls:
                break
            if name in names:
                found = index
        if found:
            self._end_elements(found)

    def _end_elements(self, first: int) -> None:
        """End all open elements from one on, innermost first."""
        while len(self._elements) > first:
            element = self._elements.pop()
            if element.is_block:
                self._flush(element.context)
                self._outline.leave()
            if element.name == "table" and not element.context.skipped and self._tables:
                self._tables.pop()
            if element.name in ("code", "kbd", "samp", "svg", "math"):
                self._prose.builder.space()
            if element.short_form is not None:
                expansion, pieces = element.short_form
                short = " ".join("".join(pieces).split())
                if short and expansion:
                    self._prose.expansions.append((short, expansion))

    def _flush(self, context: Context | None = None) -> None:
        """End the block that is being read."""
        prose = self._prose
        current = context or self._elements[-1].context
        if prose.builder:
            read_in = prose.context
            self._outline.add(
                prose.builder,
                read_in.kind,
                level=read_in.level,
                lang=read_in.lang,
                table=read_in.table,
                part=read_in.part,
                checked=read_in.kind is not Kind.TOC,
                expansions=tuple(dict.fromkeys(prose.expansions)),
                ignored=prose.ignored,
            )
        elif not prose.labels:
            return
        for builder, part in prose.labels:
            kind = Kind.PARAGRAPH if part == "description" else Kind.ALT
            checked = current.kind is not Kind.TOC
            self._outline.add(
                builder, kind, lang=current.lang, table=current.table, part=part, checked=checked, ignored=prose.ignored
            )
        self._prose = _Prose(current)


def add_escaped(source: SourceMap, builder: BlockBuilder, start: int, end: int) -> None:
    """Add a range of an attribute's value: entities in it are replaced."""
    position = start
    for entity in entities(source.text, start, end):
        character = unescaped(entity.group())
        if character != entity.group():
            source.add(builder, position, entity.start())
            source.add_as(builder, character, *entity.span())
            position = entity.end()
    source.add(builder, position, end)
