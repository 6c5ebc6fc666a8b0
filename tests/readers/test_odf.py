"""The OpenDocument readers: every visible character once, in order, with where it came from."""

from __future__ import annotations

import contextlib
import inspect
import io
import sys
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainspeak.document import Block, Document, Kind
from plainspeak.errors import ReadError
from plainspeak.readers.anchors import NodeText
from plainspeak.readers.base import Limits
from plainspeak.readers.odf import OdfOrigin, OdpReader, OdtReader
from plainspeak.readers.odf.slides import MOST_SLIDES

TEXT = "application/vnd.oasis.opendocument.text"
SLIDES = "application/vnd.oasis.opendocument.presentation"
STANDARD = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{STANDARD}:{name}:1.0"'
    for prefix, name in {
        "draw": "drawing",
        "dr3d": "dr3d",
        "fo": "xsl-fo-compatible",
        "form": "form",
        "manifest": "manifest",
        "office": "office",
        "presentation": "presentation",
        "style": "style",
        "svg": "svg-compatible",
        "table": "table",
        "text": "text",
    }.items()
) + (
    ' xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
    ' xmlns:officeooo="http://openoffice.org/2009/office" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def style(name: str, properties: str = "", *, family: str = "paragraph", parent: str = "", more: str = "") -> str:
    """A style; ``properties`` are attributes of its text properties, ``more`` its own."""
    parent = f'style:parent-style-name="{parent}"' if parent else ""
    return (
        f'<style:style style:name="{name}" style:family="{family}" {parent} {more}>'
        f"<style:text-properties {properties}/></style:style>"
    )


AUTOMATIC = (
    style("Hidden", 'text:display="none"', family="text")
    + style("Welsh", 'fo:language="cy" fo:country="GB"', family="text")
    + style("P1", parent="Title")
    + style("Captioned", parent="Fig")
    + style("Ring", parent="Ring2")
    + style("Ring2", parent="Ring")
    + style("Break", more='style:master-page-name="Annex"')
    + '<style:style style:name="NewPage" style:family="paragraph">'
    '<style:paragraph-properties fo:break-before="page"/></style:style>'
    '<style:style style:name="Secret" style:family="drawing-page">'
    '<style:drawing-page-properties presentation:visibility="hidden"/></style:style>'
)
STYLES = (
    '<style:default-style style:family="paragraph">'
    '<style:text-properties fo:language="en" fo:country="GB"/></style:default-style>'
    + style("Title")
    + style("Fig", parent="Caption")
)


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """A zip of parts, the first of them not compressed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for index, (name, content) in enumerate(parts.items()):
            archive.writestr(name, content, zipfile.ZIP_DEFLATED if index else zipfile.ZIP_STORED)
    return buffer.getvalue()


def odf(body: str, *, masters: str = "", kind: str = TEXT, **parts: str) -> bytes:
    """An OpenDocument file with this body."""
    inner = kind.rpartition(".")[2]
    return zipped(
        {
            "mimetype": kind,
            "content.xml": f"<office:document-content {NAMESPACES}>"
            f"<office:automatic-styles>{AUTOMATIC}</office:automatic-styles>"
            f"<office:body><office:{inner}>{body}</office:{inner}></office:body></office:document-content>",
            "styles.xml": f"<office:document-styles {NAMESPACES}><office:styles>{STYLES}</office:styles>"
            f"<office:automatic-styles>{style('P1', parent='Quotations')}</office:automatic-styles>"
            f"<office:master-styles>{masters}</office:master-styles></office:document-styles>",
            **parts,
        }
    )


def deck(*pages: str, before: str = "", masters: str = "") -> bytes:
    """A presentation with these ``draw:page`` elements."""
    return odf(before + "".join(pages), masters=masters, kind=SLIDES)


def page(*shapes: str, more: str = "") -> str:
    """A slide."""
    return f"<draw:page {more}>{''.join(shapes)}</draw:page>"


def frame(content: str, kind: str = "") -> str:
    """A shape with text; ``kind`` is its class."""
    return f"<draw:frame {f'presentation:class={kind!r}' if kind else ''}>{box(content)}</draw:frame>"


def box(content: str) -> str:
    """The text of a frame."""
    return f"<draw:text-box>{p(content)}</draw:text-box>"


def p(content: str, name: str = "Standard") -> str:
    """A paragraph; what holds paragraphs already stays as it is."""
    return content if content.startswith("<text:p") else f'<text:p text:style-name="{name}">{content}</text:p>'


def span(name: str, content: str) -> str:
    """Text in a style."""
    return f'<text:span text:style-name="{name}">{content}</text:span>'


def read(data: bytes, limits: Limits | None = None) -> Document:
    """Read a text with the reader under test."""
    return OdtReader().read(data, name="paper.odt", limits=limits or Limits())


def show(data: bytes) -> Document:
    """Read a presentation with the reader under test."""
    return OdpReader().read(data, name="talk.odp", limits=Limits())


def blocks(body: str, **parts: str) -> tuple[Block, ...]:
    """The blocks of a text with this body."""
    document = read(odf(body, **parts))
    check_invariants(document)
    return document.blocks


def texts(body: str) -> list[str]:
    """The texts of those blocks."""
    return [block.text for block in blocks(body)]


def kinds(found: tuple[Block, ...]) -> list[tuple[Kind, str]]:
    """The kind and text of each block."""
    return [(block.kind, block.text) for block in found]


def parts(found: tuple[Block, ...]) -> list[tuple[str, str]]:
    """The part and text of each block."""
    return [(block.place.part, block.text) for block in found]


def messages(document: Document) -> list[str]:
    """The notices of a document."""
    return [notice.message for notice in document.notices]


def check_invariants(document: Document) -> None:
    """Segments are sorted, apart, true to their anchors, and cover all but added white space."""
    assert isinstance(document.origin, OdfOrigin)
    roots = set(document.origin.package.trees.values())
    for block in document.blocks:
        assert block.text.strip() == block.text != ""
        end = 0
        for segment in block.segments:
            assert block.text[end : segment.start] in ("", " ", "\n")
            assert segment.start < segment.end <= len(block.text)
            assert isinstance(segment.anchor, NodeText)
            assert segment.anchor.element.getroottree().getroot() in roots
            taken = segment.anchor.text[segment.offset : segment.offset + segment.length]
            assert len(taken) == segment.length
            assert not segment.exact or taken == block.text[segment.start : segment.end]
            end = segment.end
        assert end == len(block.text)
        document.locate(block)


class TestText:
    """What stands in a paragraph."""

    def test_text_before_between_and_behind_elements(self) -> None:
        """A word split over elements is one word, and each part knows the string that it stands in."""
        found = blocks(p("The IC" + span("T1", "B <text:a>met</text:a> to") + "day."))
        assert found[0].text == "The ICB met today."
        anchors = [segment.anchor for segment in found[0].segments]
        assert all(isinstance(anchor, NodeText) for anchor in anchors)
        assert [(anchor.text, anchor.tail) for anchor in anchors if isinstance(anchor, NodeText)] == [
            ("The IC", False),
            ("B ", False),
            ("met", False),
            (" to", True),
            ("day.", True),
        ]

    def test_white_space_elements(self) -> None:
        """Spaces, tabs and line breaks are elements; runs of white space are one space."""
        assert texts(p('a<text:s text:c="5"/>b<text:tab/>c\n   d<text:line-break/>e')) == ["a b c d\ne"]

    def test_two_tabs_are_a_boundary(self) -> None:
        """Columns made with tabs are blocks of their own; a number typed by hand stays with its words."""
        assert texts(p("Name<text:tab/> <text:tab/>Date")) == ["Name", "Date"]
        assert texts(p("1.<text:tab/><text:tab/>Purpose")) == ["1. Purpose"]

    def test_tabs_in_a_heading_are_a_space(self) -> None:
        """A heading numbered by hand stays whole."""
        assert texts('<text:h text:outline-level="1">Part<text:tab/><text:tab/>One</text:h>') == ["Part One"]

    def test_tracked_changes(self) -> None:
        """Inserted text counts; deleted text is kept elsewhere and does not."""
        deleted = "<text:tracked-changes><text:changed-region><text:deletion><text:p>old</text:p></text:deletion>"
        body = deleted + "</text:changed-region></text:tracked-changes>"
        assert texts(body + p("a <text:change/><text:change-start/>new<text:change-end/> plan")) == ["a new plan"]

    def test_fields(self) -> None:
        """Fields are read as they show; the numbers of pages are no prose."""
        body = p(
            "On <text:date>3 May</text:date> <text:placeholder>name</text:placeholder> "
            "page <text:page-number>2</text:page-number> of <text:page-count>9</text:page-count> "
            '<text:conditional-text>shown</text:conditional-text><text:script>alert("x")</text:script>'
        )
        assert texts(body) == ["On 3 May name page of shown"]

    def test_ruby_has_its_base_only(self) -> None:
        """What stands over a word to say how it sounds is left out."""
        body = p("<text:ruby><text:ruby-base>word</text:ruby-base><text:ruby-text>w</text:ruby-text></text:ruby>s")
        assert texts(body) == ["words"]

    def test_hidden_text_is_counted(self) -> None:
        """Hidden text, hidden notes and hidden sections are in no block; a notice counts them."""
        note = (
            '<text:note text:note-class="footnote"><text:note-body><text:p>deep</text:p></text:note-body></text:note>'
        )
        section = '<text:section text:display="none"><text:p>away</text:p></text:section>'
        body = p("seen " + span("Hidden", f"secret{note}") + "<text:hidden-text>field</text:hidden-text>") + section
        document = read(odf(body))
        assert kinds(document.blocks) == [(Kind.PARAGRAPH, "seen")]
        assert messages(document) == ["Not checked: hidden text (19 characters)."]

    def test_a_section_hidden_on_a_condition(self) -> None:
        """A section with a condition is hidden only while the condition holds."""
        section = '<text:section text:display="condition" text:is-hidden="{}"><text:p>{}</text:p></text:section>'
        assert texts(section.format("true", "no") + section.format("false", "yes")) == ["yes"]

    def test_a_glyph_of_a_symbol_font(self) -> None:
        """A tick in a symbol font is one character that stands for something; alone it is nothing to read."""
        assert texts(p("Yes \uf0fc and no") + p("\uf0fc")) == ["Yes \ufffc and no"]

    def test_language(self) -> None:
        """A paragraph has a language when all its words have the same one."""
        body = p(span("Welsh", "Bore da") + " 12") + p(span("Welsh", "Bore da") + " hello") + p("Hello")
        assert [block.lang for block in blocks(body)] == ["cy-GB", None, "en-GB"]


class TestKinds:
    """Headings, lists, titles, captions, contents."""

    def test_headings_and_their_path(self) -> None:
        """Each block knows what it stands under."""
        heading = '<text:h text:outline-level="{}">{}</text:h>'
        body = heading.format(1, "One") + heading.format(2, "Two") + p("Text") + heading.format(1, "Three")
        assert [(block.kind, block.level, block.place.headings) for block in blocks(body)] == [
            (Kind.HEADING, 1, ()),
            (Kind.HEADING, 2, ("One",)),
            (Kind.PARAGRAPH, None, ("One", "Two")),
            (Kind.HEADING, 1, ()),
        ]

    def test_absurd_levels(self) -> None:
        """However deep headings claim to be, the path to a block stays short."""
        body = "".join(f'<text:h text:outline-level="{level}">Part {level}</text:h>' for level in range(1, 30))
        assert len(blocks(body + p("Text"))[-1].place.headings) == 10

    @pytest.mark.parametrize("text", ["Name: ........", "1", "word " * 60])
    def test_what_is_no_heading(self, text: str) -> None:
        """Lines of a form and long paragraphs in a heading style are paragraphs."""
        assert blocks(f"<text:h>{text}</text:h>")[0].kind is Kind.PARAGRAPH

    @pytest.mark.parametrize(
        ("name", "kind", "checked"),
        [
            ("P1", Kind.TITLE, True),
            ("Subtitle", Kind.TITLE, True),
            ("Captioned", Kind.CAPTION, True),
            ("Illustration", Kind.CAPTION, True),
            ("Quotations", Kind.QUOTE, True),
            ("Preformatted_20_Text", Kind.CODE, False),
            ("Contents_20_1", Kind.TOC, False),
            ("Table_20_Contents", Kind.PARAGRAPH, True),
            ("Ring", Kind.PARAGRAPH, True),
            ("", Kind.PARAGRAPH, True),
        ],
    )
    def test_kinds_by_style(self, name: str, kind: Kind, checked: bool) -> None:
        """The name of a style, or of one that it is based on, says what a paragraph is."""
        block = blocks(p("Some words", name))[0]
        assert (block.kind, block.checked) == (kind, checked)

    def test_lists(self) -> None:
        """Items know how deep they are; a heading in a list is a heading."""
        item = "<text:list-item>{}</text:list-item>"
        inner = "<text:list>" + item.format(p("deep") + p("more")) + "</text:list>"
        body = "<text:list>" + item.format(p("first") + inner) + item.format("<text:h>Head line</text:h>")
        numbered = f'<text:numbered-paragraph text:level="3"><text:number>1</text:number>{p("third")}'
        found = blocks(body + "</text:list>" + p("after") + numbered + "</text:numbered-paragraph>")
        assert [(str(block.kind), block.level, block.text) for block in found] == [
            ("list-item", 1, "first"),
            ("list-item", 2, "deep"),
            ("list-item", 2, "more"),
            ("heading", 1, "Head line"),
            ("paragraph", None, "after"),
            ("list-item", 3, "third"),
        ]

    def test_contents(self) -> None:
        """Tables of contents are read and not checked; what their entries are made from is not text."""
        source = "<text:table-of-content-source><text:index-title-template>no</text:index-title-template>"
        body = f"<text:table-of-content>{source}</text:table-of-content-source><text:index-body>"
        body += p("Aims<text:tab/><text:tab/>3") + "</text:index-body></text:table-of-content>" + p("Text")
        found = blocks(body)
        assert kinds(found) == [(Kind.TOC, "Aims 3"), (Kind.PARAGRAPH, "Text")]
        assert [block.checked for block in found] == [False, True]

    def test_paragraph_numbers(self) -> None:
        """Paragraphs of the body are counted, without cells, notes and what shows no text."""
        cell = f"<table:table><table:table-row><table:table-cell>{p('c')}</table:table-cell></table:table-row>"
        found = blocks(p("a") + p(" ") + p("\uf0fc") + cell + "</table:table>" + p("b"))
        assert [block.place.paragraph for block in found] == [1, None, 2]


class TestTables:
    """Where a cell is."""

    def test_cells(self) -> None:
        """Repeated, covered and empty cells count; covered ones are not read."""
        cell = "<table:table-cell {}>{}</table:table-cell>"
        head = "<table:table-header-rows><table:table-row>" + cell.format("", p("Risk"))
        head += "<table:covered-table-cell><text:p>no</text:p></table:covered-table-cell>" + cell.format("", p("Owner"))
        rows = '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>'
        rows += "<table:table-row>" + cell.format('table:number-columns-repeated="4"', "") + cell.format("", p("RAG"))
        body = f"<table:table>{head}</table:table-row></table:table-header-rows>{rows}</table:table-row></table:table>"
        assert [(block.text, block.place.table) for block in blocks(body)] == [
            ("Risk", (1, 1, 1)),
            ("Owner", (1, 1, 3)),
            ("RAG", (1, 5, 5)),
        ]

    def test_nested_tables_and_lists_in_cells(self) -> None:
        """A table in a cell has its own number; the cells after it go on with the outer one."""
        inner = f"<table:table><table:table-row><table:table-cell>{p('in')}</table:table-cell></table:table-row>"
        item = f"<text:list><text:list-item>{p('item')}</text:list-item></text:list>"
        body = f"<table:table><table:table-row><table:table-cell>{inner}</table:table>{item}</table:table-cell>"
        found = blocks(f"{body}<table:table-cell>{p('out')}</table:table-cell></table:table-row></table:table>")
        assert [(str(block.kind), block.text, block.place.table) for block in found] == [
            ("cell", "in", (2, 1, 1)),
            ("list-item", "item", (1, 1, 1)),
            ("cell", "out", (1, 1, 2)),
        ]

    def test_absurd_repeats(self) -> None:
        """A cell that claims to stand many thousand times costs nothing and stands once."""
        cell = '<table:table-cell table:number-columns-repeated="999999999"><text:p>x</text:p></table:table-cell>'
        assert texts(f"<table:table><table:table-row>{cell}</table:table-row></table:table>") == ["x"]


class TestAsides:
    """What hangs on a paragraph, or stands on every page."""

    NOTE = (
        '<text:note text:note-class="{}"><text:note-citation>1</text:note-citation>'
        "<text:note-body>{}</text:note-body></text:note>"
    )

    def test_notes(self) -> None:
        """Notes follow their paragraph, numbered by kind; the mark in the line is not text."""
        body = p("One" + self.NOTE.format("footnote", p("foot")) + " two" + self.NOTE.format("endnote", p("end")))
        found = blocks("<text:h>Head</text:h>" + body + p("x" + self.NOTE.format("footnote", p("second"))))
        assert parts(found)[1:] == [
            ("body", "One two"),
            ("footnote 1", "foot"),
            ("endnote 1", "end"),
            ("body", "x"),
            ("footnote 2", "second"),
        ]
        assert (found[2].kind, found[2].place.headings) == (Kind.NOTE, ("Head",))

    def test_text_boxes(self) -> None:
        """Text boxes and shapes with text follow the paragraph, at any depth of groups."""
        shape = f"<draw:g><draw:g><draw:custom-shape>{p('shape')}</draw:custom-shape></draw:g></draw:g>"
        found = blocks(p("Be" + frame("outer" + frame("inner")) + "fore" + shape) + frame("on the page"))
        assert parts(found) == [
            ("body", "Before"),
            ("text box", "outer"),
            ("text box", "inner"),
            ("text box", "shape"),
            ("text box", "on the page"),
        ]

    def test_descriptions(self) -> None:
        """The title and description of a picture are blocks; the name of a file is not judged."""
        picture = (
            "<draw:frame><draw:image/><svg:title>A chart</svg:title><svg:desc>scan0001.png</svg:desc></draw:frame>"
        )
        found = blocks(p("See" + picture))
        assert [(str(block.kind), block.text, block.checked) for block in found] == [
            ("paragraph", "See", True),
            ("alt", "A chart", True),
            ("alt", "scan0001.png", False),
        ]
        assert {part for part, _ in parts(found)} == {"body"}

    def test_page_headers_and_footers(self) -> None:
        """Those of the master pages in use are read once each, with the styles of their own part."""
        masters = (
            f'<style:master-page style:name="Standard" style:next-style-name="Next"><style:header>{p("Top", "P1")}'
            f'</style:header><style:header-left style:display="false">{p("off")}</style:header-left>'
            f"<style:footer>{p('Left<text:tab/>Right')}</style:footer></style:master-page>"
            f'<style:master-page style:name="Next" style:next-style-name="Standard">'
            f"<loext:header-first>{p('First')}</loext:header-first></style:master-page>"
            f'<style:master-page style:name="Annex"><style:footer>{p("Annex")}</style:footer></style:master-page>'
            f'<style:master-page style:name="Unused"><style:header>{p("no")}</style:header></style:master-page>'
        )
        found = read(odf(p("a") + p("b", "Break") + p("c", "Break"), masters=masters)).blocks
        assert [(str(block.kind), block.place.part, block.text) for block in found[3:]] == [
            ("header", "page header", "Top"),
            ("footer", "page footer", "Left"),
            ("footer", "page footer", "Right"),
            ("footer", "page footer", "Annex"),
            ("header", "page header", "First"),
        ]

    def test_the_first_paragraph_names_its_master_page(self) -> None:
        """The usual master page is not in use when the text starts with another one."""
        masters = (
            f'<style:master-page style:name="Standard"><style:header>{p("no")}</style:header></style:master-page>'
            f'<style:master-page style:name="Annex"><style:header>{p("yes")}</style:header></style:master-page>'
        )
        assert kinds(read(odf(p("a", "Break"), masters=masters)).blocks)[1:] == [(Kind.HEADER, "yes")]


class TestPages:
    """The file may say where its pages broke when it was last shown."""

    BREAK = "<text:soft-page-break/>"

    def test_pages_are_estimates(self) -> None:
        """Breaks are in lines, between blocks, and in styles; the page is that of the first character."""
        note = TestAsides.NOTE.format("footnote", p(f"x{self.BREAK}y"))
        body = p(f"one{note}{self.BREAK}more") + p("two") + self.BREAK + p("three") + p("four", "NewPage")
        found = blocks(body + p("five", "Break"))
        assert [(block.text, block.place.page) for block in found] == [
            ("onemore", 1),
            ("xy", 2),
            ("two", 2),
            ("three", 3),
            ("four", 4),
            ("five", 5),
        ]
        assert all(block.place.page_is_estimate for block in found)

    def test_no_breaks_no_pages(self) -> None:
        """Without those marks, nothing is said of pages."""
        place = blocks(p("one", "NewPage"))[0].place
        assert (place.page, place.page_is_estimate) == (None, False)

    def test_a_row_over_two_pages(self) -> None:
        """A row that runs over the foot of the page has the mark in each cell, and is one page break."""
        cell = f"<table:table-cell>{p('a')}{p(self.BREAK + 'b')}</table:table-cell>"
        found = blocks(f"<table:table><table:table-row>{cell}{cell}</table:table-row></table:table>" + p("after"))
        assert [block.place.page for block in found] == [1, 2, 1, 2, 2]


class TestSlides:
    """Presentations."""

    def test_title_first_then_shapes_in_order(self) -> None:
        """The title is the heading that all else on the slide stands under."""
        group = f"<draw:g>{frame('three')}<draw:line>{p('four')}</draw:line></draw:g>"
        document = show(deck(page(frame("two"), group, frame("Plan", "title")), page(frame("alone", "outline"))))
        check_invariants(document)
        assert [
            (str(block.kind), block.text, block.place.slide, block.place.headings) for block in document.blocks
        ] == [
            ("heading", "Plan", 1, ()),
            ("paragraph", "two", 1, ("Plan",)),
            ("paragraph", "three", 1, ("Plan",)),
            ("paragraph", "four", 1, ("Plan",)),
            ("paragraph", "alone", 2, ()),
        ]
        assert {block.place.part for block in document.blocks} == {"body"}

    def test_tables_and_lists_on_slides(self) -> None:
        """A table on a slide has its place; the picture that stands in for it is not read twice."""
        table = f"<table:table><table:table-row><table:table-cell>{p('cell')}</table:table-cell></table:table-row>"
        item = f"<text:list><text:list-item>{p('item')}</text:list-item></text:list>"
        shapes = f"<draw:frame>{table}</table:table><draw:image><text:p/></draw:image></draw:frame>"
        document = show(deck(page(shapes, f"<draw:frame><draw:text-box>{item}</draw:text-box></draw:frame>")))
        assert [(str(block.kind), block.text, block.place.table) for block in document.blocks] == [
            ("cell", "cell", (1, 1, 1)),
            ("list-item", "item", None),
        ]

    def test_speaker_notes(self) -> None:
        """Only the text of the notes is read, not the furniture of their page."""
        notes = f"<presentation:notes>{frame('say this', 'notes')}{frame('12', 'page-number')}</presentation:notes>"
        document = show(deck(page(frame("Plan", "title"), notes)))
        assert parts(document.blocks) == [("body", "Plan"), ("speaker notes", "say this")]
        assert document.blocks[1].place.headings == ("Plan",)

    def test_footers_once(self) -> None:
        """A footer is read on the first slide that has it; dates and numbers are not."""
        before = '<presentation:footer-decl presentation:name="f">Care Board</presentation:footer-decl>'
        furniture = frame("3 May", "date-time") + frame("1", "page-number") + frame("Other", "footer")
        named = 'presentation:use-footer-name="f"'
        document = show(deck(page(frame("a"), more=named), page(furniture, more=named), page(furniture), before=before))
        check_invariants(document)
        assert [(str(block.kind), block.text, block.place.slide) for block in document.blocks] == [
            ("paragraph", "a", 1),
            ("footer", "Care Board", 1),
            ("footer", "Other", 2),
        ]

    def test_what_stands_on_the_master(self) -> None:
        """Text that a master puts on its slides is read once; its places for text are not."""
        shapes = frame("NHS Leeds") + frame("Click to edit", "title")
        masters = "".join(
            f'<style:master-page style:name="{name}">{shapes}{frame(name)}</style:master-page>' for name in "ABC"
        )
        slides = (page(frame(name), more=f'draw:master-page-name="{name}"') for name in "AB")
        document = show(deck(*slides, masters=masters))
        assert [(str(block.kind), block.text) for block in document.blocks[2:]] == [
            ("header", "NHS Leeds"),
            ("header", "A"),
            ("header", "B"),
        ]

    @pytest.mark.parametrize(
        ("hidden", "message"),
        [
            ([2], "Slide 2 is hidden. It is checked all the same."),
            ([1, 3], "Slides 1 and 3 are hidden. They are checked all the same."),
            ([1, 2, 3], "Slides 1, 2 and 3 are hidden. They are checked all the same."),
        ],
    )
    def test_hidden_slides_are_read(self, hidden: list[int], message: str) -> None:
        """A hidden slide is read like any other, and a notice says so."""
        secret = 'draw:style-name="Secret"'
        document = show(deck(*(page(frame("x"), more=secret if each in hidden else "") for each in (1, 2, 3))))
        assert len(document.blocks) == 3
        assert messages(document) == [message]

    def test_too_many_slides(self) -> None:
        """A limit on slides holds."""
        assert show(deck(page(frame("x")) * MOST_SLIDES)).blocks
        with pytest.raises(ReadError, match="more than 500 slides"):
            show(deck(page(frame("x")) * (MOST_SLIDES + 1)))


class TestNotices:
    """What was not read is said."""

    def test_things_that_are_not_read(self) -> None:
        """Comments, objects and form fields are counted; an empty form is not."""
        comment = "<office:annotation><dc:creator>Jo</dc:creator><text:p>Why?</text:p></office:annotation>"
        chart = "<draw:frame><draw:object/><draw:image/></draw:frame>"
        forms = (
            "<office:forms><form:form><form:textarea><text:p>typed</text:p></form:textarea></form:form></office:forms>"
        )
        document = read(odf(forms + p(f"a{comment} plan{chart}{chart}<draw:control/>")))
        assert kinds(document.blocks) == [(Kind.PARAGRAPH, "a plan")]
        assert messages(document) == [
            "Not checked: 1 comment.",
            "Not checked: 2 embedded objects.",
            "Not checked: 1 form field.",
        ]

    def test_comments_on_slides(self) -> None:
        """LibreOffice has an element of its own for these."""
        document = show(deck(page("<officeooo:annotation><text:p>Why?</text:p></officeooo:annotation>")))
        assert messages(document)[1:] == ["Not checked: 1 comment."]

    def test_macros(self) -> None:
        """Macros are named and never run; an empty library is none."""
        empty = {"Basic/script-lc.xml": "<a/>", "Basic/Standard/script-lb.xml": "<a/>"}
        assert messages(read(odf(p("x"), **empty))) == []
        assert messages(read(odf(p("x"), **empty, **{"Basic/Standard/Module1.xml": "<a/>"}))) == [
            "This file holds macros. They were not run."
        ]

    def test_no_text(self) -> None:
        """A file without text says so."""
        assert "no text" in messages(read(odf(p(""))))[0]


ENCRYPTED = {
    "META-INF/manifest.xml": f"<manifest:manifest {NAMESPACES}><manifest:encryption-data/></manifest:manifest>"
}


class TestFiles:
    """Damage and harm."""

    def test_bare_file(self) -> None:
        """A file without styles is read."""
        content = (
            f"<office:document-content {NAMESPACES}><office:body><office:text>{p('x')}</office:text></office:body>"
        )
        data = zipped({"mimetype": TEXT, "content.xml": f"{content}</office:document-content>"})
        assert kinds(read(data).blocks) == [(Kind.PARAGRAPH, "x")]

    @pytest.mark.parametrize(
        ("data", "message"),
        [
            (b"", "is empty"),
            (b"hello", "not a file that LibreOffice saves"),
            (odf(p("x"))[:-40], "damaged"),
            (zipped({"mimetype": TEXT}), "no OpenDocument text"),
            (zipped({"mimetype": TEXT, "content.xml": "<office"}), "damaged"),
            (zipped({"mimetype": TEXT, "content.xml": "<a/>"}), "isn't what its name says"),
            (deck(page(frame("x"))), "isn't what its name says"),
            (odf("", **ENCRYPTED), "protected with a password"),
            (odf("<text:section>" * 3000 + "</text:section>" * 3000), "too many levels"),
            (zipped({"mimetype": TEXT, "content.xml": "<!DOCTYPE a><a/>"}), "document type"),
        ],
    )
    def test_bad_files(self, data: bytes, message: str) -> None:
        """What is wrong with a file is said in plain words."""
        with pytest.raises(ReadError, match=message):
            read(data)

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("<text:section>", "</text:section>"),
            ("<text:list><text:list-item>", "</text:list-item></text:list>"),
            ("<draw:g>", "</draw:g>"),
            ("<text:p><draw:frame><draw:text-box>", "</draw:text-box></draw:frame></text:p>"),
            ("<table:table><table:table-row><table:table-cell>", "</table:table-cell></table:table-row></table:table>"),
        ],
    )
    def test_deep_but_legal(self, before: str, after: str) -> None:
        """Nesting as deep as the parser lets through is read."""
        deep = 240 // before.count("<")
        assert texts(before * deep + p("x") + after * deep) == ["x"]

    def test_recursion_is_a_clear_error(self) -> None:
        """Where the parser lets more through than Python can walk, the error is as clear."""
        data = odf("<text:section>" * 200 + p("x") + "</text:section>" * 200)
        limit = sys.getrecursionlimit()
        sys.setrecursionlimit(len(inspect.stack(0)) + 150)
        try:
            with pytest.raises(ReadError, match="too many levels"):
                read(data)
        finally:
            sys.setrecursionlimit(limit)

    def test_a_picture_of_an_encrypted_name_is_no_encryption(self) -> None:
        """A file is protected when its manifest has the element, not when a name in it reads like that."""
        manifest = '<manifest><file-entry full-path="encryption-data.png"/></manifest>'
        assert read(odf(p("x"), **{"META-INF/manifest.xml": manifest})).blocks

    def test_too_much_text(self) -> None:
        """A limit on characters holds."""
        with pytest.raises(ReadError, match="more than 10 characters"):
            read(odf(p("eleven char")), Limits(characters=10))

    def test_sniff(self) -> None:
        """The first part says what a file is; else its name does."""
        text, slides = odf(p("x"))[:4096], deck()[:4096]
        assert OdtReader().sniff(text, "a.zip") == OdpReader().sniff(slides, "a.odt") == 0.95
        assert OdtReader().sniff(slides, "a.odt") == OdtReader().sniff(b"PK\x03\x04", "A.ODT") == 0.8
        assert OdtReader().sniff(slides, "a.odp") <= 0.1
        assert OdtReader().sniff(b"\xd0\xcf\x11\xe0", "a.odt") == 0.3
        assert OdtReader().sniff(b"hello", "a.txt") == 0


_WORDS = st.text(
    alphabet=st.sampled_from("abcXYZ .,-\u00a0\u00ad\u2011\ufb01\u2019\u200b\U0001f600\u2022\uf0fc\n"), max_size=12
)
_INLINE = st.recursive(
    st.one_of(
        _WORDS,
        _WORDS.map(lambda text: span("Hidden", text)),
        _WORDS.map(lambda text: TestAsides.NOTE.format("footnote", f"<text:p>{text}</text:p>")),
        _WORDS.map(
            lambda text: f"<draw:frame><svg:title>{text}</svg:title>{box('<text:p>' + text + '</text:p>')}</draw:frame>"
        ),
        st.sampled_from(
            [
                "<text:s/>",
                "<text:tab/>",
                "<text:line-break/>",
                "<text:soft-page-break/>",
                "<text:page-number>1</text:page-number>",
                "<office:annotation><text:p>no</text:p></office:annotation>",
            ]
        ),
    ),
    lambda inner: st.lists(inner, max_size=4).map(lambda content: span("Welsh", "".join(content))),
    max_leaves=8,
)
_PARAGRAPHS = st.builds(
    lambda inline, name: f'<text:p text:style-name="{name}">{"".join(inline)}</text:p>',
    st.lists(_INLINE, max_size=6),
    st.sampled_from(["Standard", "P1", "NewPage"]),
)
_BODIES = st.lists(
    st.one_of(
        _PARAGRAPHS,
        _PARAGRAPHS.map(lambda text: text.replace("text:p ", "text:h ", 1)[: -len("p>")] + "h>"),
        _PARAGRAPHS.map(lambda text: f"<text:list><text:list-item>{text}</text:list-item></text:list>"),
        _PARAGRAPHS.map(
            lambda text: (
                f"<table:table><table:table-row><table:table-cell>{text}</table:table-cell></table:table-row></table:table>"
            )
        ),
    ),
    max_size=5,
).map("".join)


@settings(deadline=None, max_examples=150)
@given(_BODIES)
def test_any_text_keeps_the_invariants(body: str) -> None:
    """Whatever is in a text, segments are true to their anchors, and the same bytes give the same document."""
    data = odf(body)
    document = read(data)
    check_invariants(document)
    again = read(data)
    assert [(block.kind, block.text, block.place) for block in document.blocks] == [
        (block.kind, block.text, block.place) for block in again.blocks
    ]


@settings(deadline=None, max_examples=150)
@given(_BODIES)
def test_every_visible_character_is_there_once(body: str) -> None:
    """Each character that is neither hidden nor a comment nor a page number is in one segment, and no other is."""
    document = read(odf(body))
    covered: dict[NodeText, list[int]] = {}
    for block in document.blocks:
        for segment in block.segments:
            assert isinstance(segment.anchor, NodeText)
            positions = range(segment.offset, segment.offset + segment.length)
            covered.setdefault(segment.anchor, []).extend(positions)
    assert isinstance(document.origin, OdfOrigin)
    unseen = (
        "ancestor-or-self::*[local-name()='annotation' or local-name()='page-number' or local-name()='note-citation']"
    )
    hidden = "ancestor-or-self::*[@*[local-name()='style-name']='Hidden']"
    for element in document.origin.package.xml("content.xml").iter():
        for anchor, holder in ((NodeText(element), element), (NodeText(element, tail=True), element.getparent())):
            found = covered.get(anchor, [])
            assert len(found) == len(set(found))
            # A symbol alone makes no block.
            unread = "\u00ad\u200b\uf0fc"
            visible = {i for i, each in enumerate(anchor.text) if not each.isspace() and each not in unread}
            if holder is None or holder.xpath(unseen) or holder.xpath(hidden):
                assert not found
            else:
                assert visible <= set(found)


@settings(deadline=None, max_examples=150)
@given(st.data())
def test_damaged_bytes_never_crash(data: st.DataObject) -> None:
    """Any damage gives a document or a clear error, and nothing else."""
    broken = bytearray(odf(p("text" + frame("box"))))
    for _ in range(data.draw(st.integers(1, 8))):
        broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))
    del broken[data.draw(st.integers(0, len(broken))) or len(broken) :]
    with contextlib.suppress(ReadError):
        read(bytes(broken))
