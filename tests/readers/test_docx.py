"""The Word reader: every visible character once, in order, with where it came from."""

from __future__ import annotations

import contextlib
import io
import sys
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from plainspeak.document import Block, Document, Kind
from plainspeak.errors import ReadError
from plainspeak.readers.anchors import AttributeText
from plainspeak.readers.base import Limits
from plainspeak.readers.docx import DocxOrigin, DocxReader

from .word import NAMESPACES, STRICT, cell, field_character, instruction, paragraph, run, styled, word_file, zipped


def read(data: bytes, limits: Limits | None = None) -> Document:
    """Read a file with the reader under test."""
    return DocxReader().read(data, name="paper.docx", limits=limits or Limits())


def source(anchor: object) -> str:
    """The text that the offsets of a segment count in."""
    assert isinstance(anchor, (etree._Element, AttributeText))
    return anchor.text or ""


def blocks(body: str, **parts: str) -> tuple[Block, ...]:
    """The blocks of a Word file with this body."""
    return read(word_file(body, **parts)).blocks


def texts(body: str, **parts: str) -> list[str]:
    """The texts of those blocks."""
    return [block.text for block in blocks(body, **parts)]


def check_invariants(document: Document) -> None:
    """Segments are sorted, apart, true to their anchors, and cover all but added white space."""
    for block in document.blocks:
        assert block.text.strip()
        end = 0
        for segment in block.segments:
            assert block.text[end : segment.start] in ("", " ", "\n")
            assert segment.start < segment.end <= len(block.text)
            if segment.exact:
                taken = source(segment.anchor)[segment.offset : segment.offset + segment.length]
                assert taken == block.text[segment.start : segment.end]
            end = segment.end
        assert end == len(block.text)
        document.locate(block)


class TestText:
    """What the runs of a paragraph say."""

    def test_runs_join_and_keep_their_anchors(self) -> None:
        """A word split over runs is one word, and each part knows its own text element."""
        document = read(word_file(paragraph(run("The IC") + run("B ") + run("met."))))
        block = document.blocks[0]
        assert block.text == "The ICB met."
        anchors = [segment.anchor for segment in block.segments]
        assert [source(anchor) for anchor in anchors] == ["The IC", "B ", "met."]
        assert isinstance(document.origin, DocxOrigin)
        assert isinstance(anchors[0], etree._Element)
        assert anchors[0].getroottree().getroot() is document.origin.package.trees["word/document.xml"]
        check_invariants(document)

    def test_insertions_stay_and_deletions_go(self) -> None:
        """Tracked insertions and moves count; what was deleted or moved away does not."""
        body = paragraph(
            run("a ")
            + f"<w:ins>{run('new ')}</w:ins><w:del><w:r><w:delText>old</w:delText></w:r>{run('odd')}</w:del>"
            + f"<w:moveFrom>{run('away')}</w:moveFrom><w:moveTo>{run('here')}</w:moveTo>"
        )
        assert texts(body) == ["a new here"]

    def test_a_deleted_paragraph_mark_joins_two_paragraphs(self) -> None:
        """When the mark between two paragraphs is deleted, they are one; the second decides what kind."""
        body = paragraph("care ", "<w:rPr><w:del/></w:rPr>") + styled("H1", run("plan"))
        assert [(block.kind, block.text) for block in blocks(body)] == [(Kind.HEADING, "care plan")]

    def test_containers_in_a_line_are_seen_through(self) -> None:
        """Links, content controls, smart tags and simple fields hold visible text."""
        body = paragraph(
            f"<w:hyperlink>{run('link ')}</w:hyperlink><w:sdt><w:sdtPr/><w:sdtContent>{run('control ')}</w:sdtContent>"
            f'</w:sdt><w:smartTag>{run("tag ")}</w:smartTag><w:fldSimple w:instr="DATE">{run("field")}</w:fldSimple>'
        )
        assert texts(body) == ["link control tag field"]

    def test_special_characters(self) -> None:
        """Hyphens, breaks and symbols become what a reader sees."""
        body = paragraph(
            run("co")
            + "<w:r><w:noBreakHyphen/><w:t>op</w:t><w:softHyphen/><w:t>erate</w:t><w:br/><w:t>next</w:t></w:r>"
            + '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Arial" w:char="2265"/></w:r>'
        )
        document = read(word_file(body))
        assert document.blocks[0].text == "co-operate\nnext\ufffc\u2265"
        check_invariants(document)

    def test_a_symbol_alone_is_no_block(self) -> None:
        """A cell with only a tick box in a symbol font holds nothing to read."""
        assert texts(paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>')) == []

    def test_hidden_text_is_kept_apart_and_counted(self) -> None:
        """Hidden text is in no block, whether hidden by hand or by style; a notice counts it."""
        body = paragraph(
            run("seen ")
            + run("secret", "<w:vanish/>")
            + run("style", '<w:rStyle w:val="Secret"/>')
            + run("shown", '<w:rStyle w:val="Secret"/><w:vanish w:val="0"/>')
        )
        document = read(word_file(body))
        assert [block.text for block in document.blocks] == ["seen shown"]
        assert [notice.message for notice in document.notices] == ["Not checked: hidden text (11 characters)."]

    def test_language_of_a_paragraph(self) -> None:
        """A paragraph has a language when all its words have the same one."""
        welsh = '<w:lang w:val="cy-GB"/>'
        body = paragraph(run("Bore da", welsh) + run(" 12")) + paragraph(run("Bore da ", welsh) + run("or hello"))
        assert [block.lang for block in blocks(body)] == ["cy-GB", None]

    def test_default_language(self) -> None:
        """Where nothing else is said, the language is that of the file."""
        assert blocks(paragraph("Hello"))[0].lang == "en-GB"


class TestTabs:
    """A run of tabs makes columns."""

    def test_two_tabs_are_a_boundary(self) -> None:
        """Columns made with tabs are blocks of their own."""
        body = paragraph("<w:r><w:t>Name</w:t><w:tab/><w:t> </w:t><w:tab/><w:t>Date</w:t></w:r>")
        found = blocks(body)
        assert [block.text for block in found] == ["Name", "Date"]
        assert [block.place.paragraph for block in found] == [1, 2]

    def test_one_tab_is_a_space(self) -> None:
        """One tab does not end a block."""
        assert texts(paragraph("<w:r><w:t>1.</w:t><w:tab/><w:t>Purpose</w:t></w:r>")) == ["1. Purpose"]

    @pytest.mark.parametrize("label", ["1.", "4.2.1", "(iv)", "a)", "\u2022", "-"])
    def test_tabs_after_a_number_typed_by_hand(self, label: str) -> None:
        """The number or bullet of a list item stays with its words."""
        body = paragraph(f"<w:r><w:t>{label}</w:t><w:tab/><w:tab/><w:t>Purpose</w:t></w:r>")
        assert texts(body) == [f"{label} Purpose"]

    def test_tabs_in_a_heading_are_a_space(self) -> None:
        """A heading numbered by hand stays whole."""
        body = styled("H1", "<w:r><w:t>1.</w:t><w:tab/><w:tab/><w:t>Purpose</w:t></w:r>")
        assert texts(body) == ["1. Purpose"]


class TestFields:
    """Fields hide their instruction and show their result."""

    def test_nested_fields(self) -> None:
        """Text in the instruction of a field is not shown, whatever is nested in it."""
        inner = field_character("begin") + instruction("REF x") + field_character("separate") + run("inner")
        outer = (
            field_character("begin") + instruction("IF ") + inner + field_character("end") + field_character("separate")
        )
        assert texts(paragraph(run("a ") + outer + run("result") + field_character("end") + run(" b"))) == [
            "a result b"
        ]

    def test_a_field_over_two_paragraphs(self) -> None:
        """A field may start in one paragraph and end in another."""
        body = paragraph(field_character("begin") + instruction("INCLUDE") + field_character("separate") + run("one"))
        assert texts(body + paragraph(run("two") + field_character("end") + run(" three"))) == ["one", "two three"]

    def test_an_unclosed_field_swallows_nothing(self) -> None:
        """A field that never ends must not hide the rest of the paper."""
        assert texts(paragraph(field_character("begin") + run("seen")) + paragraph("also seen")) == [
            "seen",
            "also seen",
        ]


class TestKinds:
    """Headings, lists, titles, captions, contents."""

    def test_headings_and_their_path(self) -> None:
        """Outline level 0 is Heading 1, through the style chain too, and each block knows what it stands under."""
        found = blocks(styled("Board", "One") + styled("H2", "Two") + paragraph("Text") + styled("H1", "Three"))
        assert [(block.kind, block.level, block.place.headings) for block in found] == [
            (Kind.HEADING, 1, ()),
            (Kind.HEADING, 2, ("One",)),
            (Kind.PARAGRAPH, None, ("One", "Two")),
            (Kind.HEADING, 1, ()),
        ]

    def test_outline_level_of_a_paragraph_wins(self) -> None:
        """A level on the paragraph itself counts for more than its style; 9 is body text."""
        body = paragraph("A heading", '<w:outlineLvl w:val="2"/>') + paragraph(
            "Not one", '<w:pStyle w:val="H1"/><w:outlineLvl w:val="9"/>'
        )
        assert [(block.kind, block.level) for block in blocks(body)] == [(Kind.HEADING, 3), (Kind.PARAGRAPH, None)]

    @pytest.mark.parametrize("text", ["PHO NAME: ..........", "Signed ________", "12.", "word " * 60])
    def test_form_lines_are_no_headings(self, text: str) -> None:
        """A heading style on a line to fill in, a number or a whole paragraph does not make a heading."""
        assert [block.kind for block in blocks(styled("H1", text))] == [Kind.PARAGRAPH]

    def test_a_style_without_a_description(self) -> None:
        """A style that is named but not described still says what it is."""
        assert [(block.kind, block.level) for block in blocks(styled("Heading2", "Two"))] == [(Kind.HEADING, 2)]

    def test_lists(self) -> None:
        """Numbering comes from the paragraph or its style; list 0 takes it away."""
        numbering = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>'
        none = '<w:pStyle w:val="Bullet"/><w:numPr><w:numId w:val="0"/></w:numPr>'
        body = paragraph("a", numbering) + styled("Bullet", "b") + paragraph("c", none) + paragraph("\u2022 d")
        assert [(block.kind, block.level) for block in blocks(body)] == [
            (Kind.LIST_ITEM, 2),
            (Kind.LIST_ITEM, 1),
            (Kind.PARAGRAPH, None),
            (Kind.LIST_ITEM, 1),
        ]

    def test_title_and_caption(self) -> None:
        """Styles named Title and Caption give their kinds."""
        assert [block.kind for block in blocks(styled("Title", "T") + styled("Caption", "C"))] == [
            Kind.TITLE,
            Kind.CAPTION,
        ]

    def test_contents_are_read_and_not_checked(self) -> None:
        """A table of contents repeats the headings: by style, by field or by content control."""
        field = field_character("begin") + instruction(" TOC \\o ") + field_character("separate") + run("Two")
        control = (
            '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
            f"<w:sdtContent>{paragraph('Three')}</w:sdtContent></w:sdt>"
        )
        body = styled("Toc1", "One") + paragraph(field + field_character("end")) + control + paragraph("Text")
        assert [(block.kind, block.checked) for block in blocks(body)] == [
            (Kind.TOC, False),
            (Kind.TOC, False),
            (Kind.TOC, False),
            (Kind.PARAGRAPH, True),
        ]

    def test_styles_in_a_ring(self) -> None:
        """Two styles that are based on each other do no harm."""
        assert texts(styled("Ring", "text")) == ["text"]

    def test_paragraphs_are_counted(self) -> None:
        """Headings, list items and paragraphs count; cells, contents and empty paragraphs do not."""
        table = f"<w:tbl><w:tr>{cell('cell')}</w:tr></w:tbl>"
        body = styled("H1", "One") + paragraph("") + styled("Toc1", "x") + table + styled("Bullet", "Two")
        assert [block.place.paragraph for block in blocks(body)] == [1, None, None, 2]


class TestLinesEndedByHand:
    """Old papers end each line with the Enter key."""

    LINE = "The information will not be released to any other individual(s) or organisation(s) not directly"

    def test_a_padded_line_goes_on(self) -> None:
        """A padded line that starts with a small letter goes on with the sentence before it."""
        document = read(word_file(paragraph(self.LINE) + paragraph("      connected with the work.")))
        assert [block.text for block in document.blocks] == [f"{self.LINE} connected with the work."]
        check_invariants(document)

    @pytest.mark.parametrize(
        ("first", "second"),
        [
            (LINE, "connected with the work."),
            (LINE, "      Connected with the work."),
            (LINE, "      a) connected with the work"),
            (f"{LINE}:", "      connected with the work"),
            ("Not directly", "      connected with the work"),
        ],
    )
    def test_near_misses(self, first: str, second: str) -> None:
        """Without the padding, the small letter, the open sentence or the full line, there are two paragraphs."""
        assert len(texts(paragraph(first) + paragraph(second))) == 2

    def test_tab_stops_are_no_padding(self) -> None:
        """The tab stops of a paragraph are not tabs in its text."""
        stops = '<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>'
        assert len(texts(paragraph(self.LINE, stops) + paragraph("connected with the work", stops))) == 2


class TestTables:
    """Cells and where they stand."""

    def test_positions_count_spans(self) -> None:
        """Row and column count merged cells and cells left out before a row."""
        wide = cell("a", '<w:gridSpan w:val="2"/>')
        late = '<w:trPr><w:gridBefore w:val="1"/></w:trPr>' + cell("c") + cell("", "<w:vMerge/>")
        body = f"<w:tbl><w:tr>{wide}{cell('b')}</w:tr><w:tr>{late}</w:tr></w:tbl>"
        found = blocks(body)
        assert [(block.text, block.kind, block.place.table) for block in found] == [
            ("a", Kind.CELL, (1, 1, 1)),
            ("b", Kind.CELL, (1, 1, 3)),
            ("c", Kind.CELL, (1, 2, 2)),
        ]

    def test_nested_table(self) -> None:
        """A table in a cell is a table of its own, in the order of reading."""
        inner = f"<w:tbl><w:tr>{cell('inner')}</w:tr></w:tbl>"
        body = f"<w:tbl><w:tr>{cell(paragraph('before') + inner + paragraph('after'))}{cell('next')}</w:tr></w:tbl>"
        assert [(block.text, block.place.table) for block in blocks(body)] == [
            ("before", (1, 1, 1)),
            ("inner", (2, 1, 1)),
            ("after", (1, 1, 1)),
            ("next", (1, 1, 2)),
        ]

    def test_rows_and_cells_in_content_controls(self) -> None:
        """Content controls around rows and cells are seen through; a deleted row is not read."""
        control = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
        deleted = f"<w:tr><w:trPr><w:del/></w:trPr>{cell('gone')}</w:tr>"
        body = f"<w:tbl>{control.format('<w:tr>' + control.format(cell('a')) + cell('b') + '</w:tr>')}{deleted}</w:tbl>"
        assert texts(body) == ["a", "b"]

    def test_a_heading_in_a_cell_ends_with_the_table(self) -> None:
        """What comes after a table stands under the heading before the table."""
        table = f"<w:tbl><w:tr>{cell(styled('H2', 'In a cell'))}</w:tr></w:tbl>"
        found = blocks(styled("H1", "One") + table + paragraph("after"))
        assert [block.kind for block in found] == [Kind.HEADING, Kind.HEADING, Kind.PARAGRAPH]
        assert found[-1].place.headings == ("One",)


def text_box(content: str) -> str:
    """A text box as Word writes it: the new way, then the same again the old way."""
    box = f"<w:txbxContent>{content}</w:txbxContent>"
    return (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


class TestOtherStories:
    """Text boxes, notes, page headers, descriptions of pictures."""

    def test_text_box_once_after_its_paragraph(self) -> None:
        """A text box is read once, as blocks of its own, and its headings rule only inside it."""
        box = text_box(styled("H1", "Box") + paragraph("inside"))
        found = blocks(paragraph(run("be") + box + run("fore")) + paragraph("after"))
        assert [(block.text, block.place.part, block.place.headings) for block in found] == [
            ("before", "body", ()),
            ("Box", "text box", ()),
            ("inside", "text box", ("Box",)),
            ("after", "body", ()),
        ]
        assert [block.place.paragraph for block in found] == [1, None, None, 2]

    def test_old_text_box(self) -> None:
        """A text box that is only there the old way is read too."""
        box = f"<w:r><w:pict><v:textbox><w:txbxContent>{paragraph('old')}</w:txbxContent></v:textbox></w:pict></w:r>"
        fallback = f"<w:r><mc:AlternateContent><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
        assert texts(paragraph(box) + paragraph(fallback)) == ["old", "old"]

    def test_notes_in_the_order_of_their_references(self) -> None:
        """A footnote follows its paragraph, endnotes follow the body; both are numbered as readers see them."""
        body = (
            styled("H1", "One")
            + paragraph(run("first") + '<w:r><w:footnoteReference w:id="7"/><w:endnoteReference w:id="1"/></w:r>')
            + paragraph(run("second") + '<w:r><w:footnoteReference w:id="2"/></w:r>')
        )
        notes = (
            f'<w:footnote w:id="0" w:type="separator">{paragraph("-")}</w:footnote>'
            f'<w:footnote w:id="2">{paragraph("two")}</w:footnote><w:footnote w:id="7">{paragraph("one")}</w:footnote>'
        )
        found = blocks(body, footnotes=notes, endnotes=f'<w:endnote w:id="1">{paragraph("end")}</w:endnote>')
        assert [(block.text, block.place.part) for block in found] == [
            ("One", "body"),
            ("first", "body"),
            ("one", "footnote 1"),
            ("second", "body"),
            ("two", "footnote 2"),
            ("end", "endnote 1"),
        ]
        assert {block.kind for block in found if block.place.part != "body"} == {Kind.NOTE}
        assert found[-1].place.headings == ("One",)

    def test_page_headers_once(self) -> None:
        """A page header that two sections use is read once; one that none uses is not read."""
        section = (
            '<w:sectPr><w:headerReference r:id="header1"/><w:footerReference r:id="footer1"/>'
            '<w:headerReference r:id="missing"/></w:sectPr>'
        )
        header = paragraph("<w:r><w:t>Left</w:t><w:tab/><w:t>Right</w:t></w:r>")
        found = blocks(
            paragraph("text", section) + section,
            header1=header,
            header2=paragraph("unused"),
            footer1=f"<w:tbl><w:tr>{cell('foot')}</w:tr></w:tbl>",
        )
        assert [(block.kind, block.text, block.place.part) for block in found] == [
            (Kind.PARAGRAPH, "text", "body"),
            (Kind.HEADER, "Left", "page header"),
            (Kind.HEADER, "Right", "page header"),
            (Kind.FOOTER, "foot", "page footer"),
        ]

    def test_descriptions_of_pictures(self) -> None:
        """The description of a picture is a block; a file name is not a description."""
        drawing = '<w:r><w:drawing><wp:inline><wp:docPr name="Picture 1" descr="{}"/></wp:inline></w:drawing></w:r>'
        body = paragraph(drawing.format("Map of the wards") + drawing.format("logo.png") + drawing.format(" "))
        document = read(word_file(body))
        assert [(block.kind, block.text, block.checked) for block in document.blocks] == [
            (Kind.ALT, "Map of the wards", True),
            (Kind.ALT, "logo.png", False),
        ]
        assert isinstance(document.blocks[0].segments[0].anchor, AttributeText)
        check_invariants(document)

    def test_description_of_a_table(self) -> None:
        """The description of a table is read as well."""
        table = f'<w:tbl><w:tblPr><w:tblDescription w:val="Staff by ward"/></w:tblPr><w:tr>{cell("x")}</w:tr></w:tbl>'
        document = read(word_file(table))
        assert [(block.kind, block.text) for block in document.blocks] == [
            (Kind.ALT, "Staff by ward"),
            (Kind.CELL, "x"),
        ]
        check_invariants(document)


class TestPages:
    """Word notes where its pages broke when it last showed the file."""

    BREAK = "<w:lastRenderedPageBreak/>"

    def test_pages_are_estimates(self) -> None:
        """The page is that of the first character, and only an estimate."""
        found = blocks(paragraph("one") + paragraph(f"<w:r>{self.BREAK}<w:t>two</w:t></w:r>"))
        assert [(block.place.page, block.place.page_is_estimate) for block in found] == [(1, True), (2, True)]

    def test_no_breaks_no_pages(self) -> None:
        """Without those marks, nothing is said of pages."""
        place = blocks(paragraph("one"))[0].place
        assert (place.page, place.page_is_estimate) == (None, False)

    def test_a_row_over_two_pages(self) -> None:
        """A row that runs over the foot of a page has the mark in each cell, and is one page break."""
        split = cell(paragraph("a") + paragraph(f"<w:r>{self.BREAK}<w:t>b</w:t></w:r>"))
        found = blocks(f"<w:tbl><w:tr>{split}{split}</w:tr></w:tbl>" + paragraph("after"))
        assert [block.place.page for block in found] == [1, 2, 1, 2, 2]

    def test_a_page_that_never_ends(self) -> None:
        """Word stopped noting where pages end: what comes long after the last mark has no page."""
        long = paragraph("Some words. " * 100)
        found = blocks(paragraph("one") + paragraph(f"<w:r>{self.BREAK}<w:t>two</w:t></w:r>") + long * 6)
        assert [block.place.page for block in found] == [1, 2, 2, 2, 2, None, None, None]
        assert not found[-1].place.page_is_estimate

    def test_a_full_page(self) -> None:
        """Four thousand characters do fit."""
        long = paragraph("Some words. " * 100)
        assert {block.place.page for block in blocks(paragraph(f"<w:r>{self.BREAK}<w:t>x</w:t></w:r>") + long * 3)} == {
            2
        }

    def test_a_page_break_by_hand_is_a_boundary(self) -> None:
        """Text before and after a page break is not one sentence."""
        assert texts(paragraph('<w:r><w:t>one</w:t><w:br w:type="page"/><w:t>two</w:t></w:r>')) == ["one", "two"]


class TestNotices:
    """What was not read is said."""

    def test_things_that_are_not_read(self) -> None:
        """Charts, equations, embedded documents and comments are named and counted."""
        chart = "<w:r><w:drawing><c:chart/></w:drawing></w:r>"
        body = paragraph(run("where ") + "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>" + chart + chart) + "<w:altChunk/>"
        document = read(word_file(body, comments="<w:comment/>"))
        assert [block.text for block in document.blocks] == ["where \ufffc"]
        assert [notice.message for notice in document.notices] == [
            "Not checked: 1 equation.",
            "Not checked: 2 charts.",
            "Not checked: 1 embedded document.",
            "Not checked: 1 comment in the margin.",
        ]

    def test_macros(self) -> None:
        """Macros are named and never run."""
        with io.BytesIO(word_file(paragraph("text"))) as buffer:
            with zipfile.ZipFile(buffer, "a") as archive:
                archive.writestr("word/vbaProject.bin", b"macro")
            data = buffer.getvalue()
        assert [notice.message for notice in read(data).notices] == ["This file holds macros. They were not run."]

    def test_no_text(self) -> None:
        """A file without text says so."""
        assert "no text" in read(word_file(paragraph(""))).notices[0].message


class TestFiles:
    """Dialects, damage and harm."""

    def test_strict_dialect_and_another_name(self) -> None:
        """The ISO Strict dialect and a main part of another name are read alike."""
        data = word_file(styled("H1", "One"), namespaces=STRICT, main="word/document2.xml")
        assert [(block.kind, block.text) for block in read(data).blocks] == [(Kind.HEADING, "One")]

    def test_bare_file(self) -> None:
        """A file with neither relationships nor styles is read."""
        data = zipped({"word/document.xml": f"<w:document {NAMESPACES}><w:body>{paragraph('x')}</w:body></w:document>"})
        assert [block.text for block in read(data).blocks] == ["x"]

    @pytest.mark.parametrize(
        ("data", "message"),
        [
            (b"", "is empty"),
            (b"hello", "not a file that Word saves"),
            (word_file(paragraph("x"))[:-40], "damaged"),
            (zipped({"a.txt": "x"}), "no Word document"),
            (zipped({"word/document.xml": "<w:document"}), "damaged"),
            (zipped({"word/document.xml": "<workbook/>"}), "not a Word file"),
            (word_file("<w:sdt>" * 3000 + "</w:sdt>" * 3000), "too many levels"),
            (zipped({"word/document.xml": "<!DOCTYPE a><a/>"}), "document type"),
        ],
    )
    def test_bad_files(self, data: bytes, message: str) -> None:
        """What is wrong with a file is said in plain words."""
        with pytest.raises(ReadError, match=message):
            read(data)

    def test_deep_but_legal(self) -> None:
        """Nesting as deep as the parser lets through is read."""
        deep = 80
        body = "<w:tbl><w:tr><w:tc>" * deep + paragraph("x") + "</w:tc></w:tr></w:tbl>" * deep
        assert texts(body) == ["x"]

    def test_recursion_is_a_clear_error(self) -> None:
        """Where the parser lets more through than Python can walk, the error is as clear."""
        data = word_file("<w:sdt>" * 200 + paragraph("x") + "</w:sdt>" * 200)
        depth = len(_frames())
        limit = sys.getrecursionlimit()
        sys.setrecursionlimit(depth + 150)
        try:
            with pytest.raises(ReadError, match="too many levels"):
                read(data)
        finally:
            sys.setrecursionlimit(limit)

    def test_too_much_text(self) -> None:
        """A limit on characters holds."""
        with pytest.raises(ReadError, match="more than 10 characters"):
            read(word_file(paragraph("eleven char")), Limits(characters=10))

    def test_sniff(self) -> None:
        """Word files are known by content first; damaged and old ones are taken too, to say what is wrong."""
        sniff = DocxReader().sniff
        data = word_file(paragraph("x"))
        assert sniff(data[:4096], "a.zip") > 0.9
        assert sniff(b"PK\x03\x04", "a.docx") > sniff(b"PK\x03\x04", "a.pptx") > 0
        assert sniff(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.doc") > 0.5
        assert sniff(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.xls") == 0
        assert 0 < sniff(b"", "a.docx") < 0.5
        assert sniff(b"hello", "a.txt") == 0


def _frames() -> list[object]:
    frame = sys._getframe()
    found: list[object] = []
    while frame is not None:
        found.append(frame)
        frame = frame.f_back  # type: ignore[assignment]
    return found


_WORDS = st.text(
    alphabet=st.sampled_from("abcXYZ .,-\u00a0\u00ad\u2011\ufb01\u2019\u200b\U0001f600\u2022\n"), max_size=12
)
_INLINE = st.one_of(
    _WORDS.map(run),
    _WORDS.map(lambda text: run(text, "<w:vanish/>")),
    _WORDS.map(lambda text: f"<w:ins>{run(text)}</w:ins>"),
    _WORDS.map(lambda text: f"<w:del>{run(text)}</w:del>"),
    _WORDS.map(lambda text: text_box(paragraph(run(text)))),
    st.sampled_from(
        [
            "<w:r><w:tab/></w:r>",
            "<w:r><w:br/></w:r>",
            "<w:r><w:noBreakHyphen/><w:lastRenderedPageBreak/></w:r>",
            '<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>',
            field_character("begin"),
            field_character("separate"),
            field_character("end"),
        ]
    ),
)
_PARAGRAPHS = st.builds(
    lambda parts, properties: paragraph("".join(["<w:bookmarkStart/>", *parts]), properties),
    st.lists(_INLINE, max_size=6),
    st.sampled_from(["", '<w:pStyle w:val="H1"/>', '<w:pStyle w:val="Bullet"/>', "<w:rPr><w:del/></w:rPr>"]),
)
_BODIES = st.lists(
    st.one_of(_PARAGRAPHS, _PARAGRAPHS.map(lambda text: f"<w:tbl><w:tr>{cell(text)}</w:tr></w:tbl>")), max_size=6
).map("".join)


@settings(deadline=None, max_examples=150)
@given(_BODIES)
def test_any_document_keeps_the_invariants(body: str) -> None:
    """Whatever is in a paper, segments are true to their anchors, and the same bytes give the same document."""
    data = word_file(body)
    document = read(data)
    check_invariants(document)
    again = read(data)
    assert [(block.kind, block.text, block.place) for block in document.blocks] == [
        (block.kind, block.text, block.place) for block in again.blocks
    ]


@settings(deadline=None, max_examples=100)
@given(st.lists(_PARAGRAPHS, max_size=5).map("".join).filter(lambda body: "fldChar" not in body))
def test_every_visible_character_is_there_once(body: str) -> None:
    """Each character of a text element that is neither deleted, hidden nor a second version is in one segment."""
    document = read(word_file(body))
    covered: dict[object, list[int]] = {}
    for block in document.blocks:
        for segment in block.segments:
            positions = range(segment.offset, segment.offset + segment.length)
            covered.setdefault(segment.anchor, []).extend(positions)
    dropped = set("\u00ad\u200b")
    assert isinstance(document.origin, DocxOrigin)
    for element in document.origin.package.xml("word/document.xml").iter("{*}t"):
        unseen = element.xpath("ancestor::*[local-name()='del' or local-name()='Fallback']") or element.xpath(
            "../*[local-name()='rPr']/*[local-name()='vanish']"
        )
        visible = {i for i, each in enumerate(element.text or "") if not each.isspace() and each not in dropped}
        found = covered.get(element, [])
        assert len(found) == len(set(found))
        assert (visible <= set(found)) if not unseen else not found


@settings(deadline=None, max_examples=150)
@given(st.data())
def test_damaged_bytes_never_crash(data: st.DataObject) -> None:
    """Any damage gives a document or a clear error, and nothing else."""
    broken = bytearray(word_file(styled("H1", "One") + paragraph("text"), footnotes="", comments=""))
    for _ in range(data.draw(st.integers(1, 8))):
        broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))
    del broken[data.draw(st.integers(0, len(broken))) or len(broken) :]
    with contextlib.suppress(ReadError):
        read(bytes(broken))
