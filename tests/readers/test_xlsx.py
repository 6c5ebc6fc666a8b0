"""The Excel reader: the words of each visible sheet once, in order, each with its cell."""

from __future__ import annotations

import contextlib
import io
import re
import zipfile
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainspeak.document import Block, Document, Kind, Place
from plainspeak.errors import ReadError
from plainspeak.readers.anchors import AttributeText, CellAnchor
from plainspeak.readers.base import Limits
from plainspeak.readers.xlsx import XlsxOrigin, XlsxReader

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = {
    MAIN: "http://purl.oclc.org/ooxml/spreadsheetml/main",
    OFFICE: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
NAMESPACES = f'xmlns="{MAIN}" xmlns:r="{OFFICE}"'
DRAWING_NAMESPACES = (
    'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")


def shared(index: object, reference: str = "") -> str:
    """A cell that shows a shared string."""
    return f'<c{at(reference)} s="4" t="s"><v>{index}</v></c>'


def inline(content: str, reference: str = "") -> str:
    """A cell with a string of its own."""
    return f'<c{at(reference)} t="inlineStr"><is><t xml:space="preserve">{content}</t></is></c>'


def at(reference: str) -> str:
    """The attribute that says where a cell stands."""
    return f' r="{reference}"' if reference else ""


def row(cells: str, number: object = "") -> str:
    """A row of cells."""
    return f'<row r="{number}">{cells}</row>' if number else f"<row>{cells}</row>"


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """A zip of parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def links(*targets: tuple[str, str, str]) -> str:
    """A list of relationships: id, kind and target of each."""
    elements = (f'<Relationship Id="{id_}" Type="{OFFICE}/{kind}" Target="{to}"/>' for id_, kind, to in targets)
    return f"<Relationships>{''.join(elements)}</Relationships>"


def parts_of(
    rows: str,
    *strings: str,
    tabs: str = '<sheet name="Plan" r:id="s1"/>',
    tail: str = "",
    **beside: str,
) -> dict[str, str | bytes]:
    """The parts of a workbook with one sheet; ``drawing="..."`` and the like are parts beside the sheet."""
    return {
        "_rels/.rels": links(("a", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f"<workbook {NAMESPACES}><sheets>{tabs}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": links(
            ("s1", "worksheet", "worksheets/sheet1.xml"),
            ("s2", "worksheet", "/xl/worksheets/sheet2.xml"),
            ("s3", "chartsheet", "chartsheets/sheet3.xml"),
            ("s4", "dialogsheet", "dialogsheets/sheet4.xml"),
            ("s9", "worksheet", "worksheets/missing.xml"),
            ("t", "sharedStrings", "sharedStrings.xml"),
        ),
        "xl/worksheets/sheet1.xml": f"<worksheet {NAMESPACES}><sheetData>{rows}</sheetData>{tail}</worksheet>",
        "xl/worksheets/sheet2.xml": f"<worksheet><sheetData>{row(inline('second'))}</sheetData></worksheet>",
        "xl/chartsheets/sheet3.xml": f"<chartsheet {NAMESPACES}/>",
        "xl/dialogsheets/sheet4.xml": f"<dialogsheet {NAMESPACES}/>",
        "xl/worksheets/_rels/sheet1.xml.rels": links(*((kind, kind, f"../{kind}.xml") for kind in beside)),
        "xl/sharedStrings.xml": f"<sst {NAMESPACES}>{''.join(f'<si>{each}</si>' for each in strings)}</sst>",
        **{f"xl/{kind}.xml": content for kind, content in beside.items()},
    }


def workbook(rows: str, *strings: str, **more: str) -> bytes:
    """A workbook, see :func:`parts_of`."""
    return zipped(parts_of(rows, *strings, **more))


def drawing(content: str) -> str:
    """What lies on a sheet."""
    return f"<xdr:wsDr {DRAWING_NAMESPACES}><xdr:twoCellAnchor>{content}</xdr:twoCellAnchor></xdr:wsDr>"


def read(data: bytes, limits: Limits | None = None) -> Document:
    """Read a file with the reader under test."""
    return XlsxReader().read(data, name="book.xlsx", limits=limits or Limits())


def blocks(rows: str, *strings: str, **more: str) -> tuple[Block, ...]:
    """The blocks of a workbook."""
    return read(workbook(rows, *strings, **more)).blocks


def texts(rows: str, *strings: str, **more: str) -> list[str]:
    """The texts of those blocks."""
    return [block.text for block in blocks(rows, *strings, **more)]


def places(rows: str, *strings: str) -> list[tuple[str | None, tuple[int, int, int] | None]]:
    """The cell and the table position of each block."""
    return [(block.place.cell, block.place.table) for block in blocks(rows, *strings)]


def messages(data: bytes) -> list[str]:
    """What is said of a file."""
    return [notice.message for notice in read(data).notices]


def check_segments(block: Block, written: str) -> None:
    """Segments are sorted, apart, true to the text that was written, and cover all but added white space."""
    end = 0
    for segment in block.segments:
        assert block.text[end : segment.start] in ("", " ", "\n")
        assert segment.start < segment.end <= len(block.text)
        if segment.exact:
            taken = written[segment.offset : segment.offset + segment.length]
            assert taken == block.text[segment.start : segment.end]
        end = segment.end
    assert end == len(block.text)


class TestCells:
    """Which cells are read, and what they say."""

    def test_text_and_nothing_else(self) -> None:
        """Shared strings, strings of the cell's own and results of formulas are read; numbers and the like aren't."""
        cells = (
            shared(0)
            + inline("own")
            + '<c t="str"><f>A1</f><v>result</v></c><c><v>7</v></c><c t="n"><v>8</v></c><c t="b"><v>1</v></c>'
            + '<c t="e"><v>#REF!</v></c><c t="d"><v>2024-05-01T00:00:00Z</v></c><c s="3"/><c t="s"/><c t="inlineStr"/>'
        )
        document = read(workbook(row(cells), "<t>shared</t>"))
        assert document.notices == ()
        assert [(block.kind, block.text) for block in document.blocks] == [
            (Kind.CELL, "shared"),
            (Kind.CELL, "own"),
            (Kind.CELL, "result"),
        ]

    @pytest.mark.parametrize("text", ["", " ", "12.5%", "01/05/2024", "\u2022 \u2013", "___"])
    def test_text_without_letters(self, text: str) -> None:
        """A cell without a letter has nothing to check."""
        assert texts(row(inline(text) + shared(0) + inline("ICB")), f"<t>{text}</t>") == ["ICB"]

    def test_rich_text_without_how_it_is_said(self) -> None:
        """The runs of a string are one text; its pronunciation is not part of it."""
        runs = "<r><rPr><b/></rPr><t>The IC</t></r><r><t>B met</t></r><rPh sb='0' eb='1'><t>said</t></rPh><phoneticPr/>"
        assert texts(row(shared(0)), runs) == ["The ICB met"]

    def test_lines_of_a_cell(self) -> None:
        """A line break in a cell stays, also one that the file writes as a code; offsets count what Excel shows."""
        written = "Next steps:_x000D_\n \nring the ward _x005F_x000D_"
        (block,) = blocks(row(inline(written)))
        assert block.text == "Next steps:\nring the ward _x000D_"
        check_segments(block, "Next steps:\r\n \nring the ward _x000D_")
        assert texts(row('<c t="str"><v>one_x000D_two</v></c>')) == ["one\ntwo"]

    def test_anchor(self) -> None:
        """Each segment knows the part of its sheet and its cell."""
        document = read(workbook(row(shared(0, "B7")), "<t>The \u200bward</t>"))
        assert {segment.anchor for segment in document.blocks[0].segments} == {
            CellAnchor("xl/worksheets/sheet1.xml", "B7")
        }
        assert [(each.offset, each.length) for each in document.blocks[0].segments] == [(0, 3), (5, 4)]
        assert isinstance(document.origin, XlsxOrigin)
        assert dict(document.origin.sheets) == {"Plan": "xl/worksheets/sheet1.xml"}

    def test_a_string_in_many_cells(self) -> None:
        """Each cell is a block of its own, though all of them show one string."""
        found = blocks("".join(row(shared(0, f"C{number}")) for number in range(1, 301)), "<t>Not started</t>")
        assert {block.text for block in found} == {"Not started"}
        assert [block.place.cell for block in found] == [f"C{number}" for number in range(1, 301)]
        assert [block.segments[0].anchor for block in found] == [
            CellAnchor("xl/worksheets/sheet1.xml", f"C{number}") for number in range(1, 301)
        ]

    def test_hidden_rows_and_columns_are_read(self) -> None:
        """People fold rows and columns away and unfold them again."""
        assert texts(f'<row r="1" hidden="1">{inline("folded")}</row>') == ["folded"]

    def test_strings_that_are_lost(self) -> None:
        """A cell whose string isn't there is counted, and the others are read."""
        cells = shared(0) + shared(1) + shared(-1) + shared("x") + shared("9" * 5000)
        data = workbook(row(cells), "<t>kept</t>")
        assert [block.text for block in read(data).blocks] == ["kept"]
        assert messages(data) == ["Not checked: 4 cells of text that isn't in the file."]

    def test_no_shared_strings(self) -> None:
        """A workbook may have no list of shared strings."""
        parts = parts_of(row(inline("own")))
        del parts["xl/sharedStrings.xml"]
        assert [block.text for block in read(zipped(parts)).blocks] == ["own"]


class TestPlaces:
    """Where cells stand."""

    def test_cell_sheet_and_table(self) -> None:
        """The sheet is a table; its number, the row and the column count from 1."""
        place = blocks(row(inline("text", "AB12"), 12))[0].place
        assert place == Place(sheet="Plan", cell="AB12", table=(1, 12, 28))

    def test_a_row_of_a_table(self) -> None:
        """Cells of one row are in one row of a table, whatever stands between them."""
        found = blocks(row(inline("ICB", "A2") + inline("7", "B2") + inline("integrated care board", "C2"), 2))
        assert found[0].place.same_row(found[1].place)

    def test_without_references(self) -> None:
        """Where rows and cells don't say where they stand, each follows the one before."""
        rows = row(inline("a") + "<c/>" + inline("b")) + row(inline("c"), 5) + row(inline("d"))
        assert [cell for cell, _ in places(rows)] == ["A1", "C1", "A5", "A6"]

    @pytest.mark.parametrize(
        "reference",
        ["B0", "A1048577", "A" + "9" * 5000, "XFE1", "ABCD1", "1A", "A-1", "A1:B2", "\u0410\u0661", "Plan!A1"],
    )
    def test_no_reference(self, reference: str) -> None:
        """What is no cell of a sheet counts for nothing."""
        assert places(row(inline("a", "A3") + inline("b", reference), 3)) == [("A3", (1, 3, 1)), ("B3", (1, 3, 2))]

    @pytest.mark.parametrize("number", ["0", "-2", "x", "1048577", "9" * 5000])
    def test_no_row(self, number: str) -> None:
        """A number that no row can have counts for nothing."""
        assert [cell for cell, _ in places(row(inline("a"), 4) + row(inline("b"), number))] == ["A4", "A5"]

    def test_the_last_cell(self) -> None:
        """The last cell that a sheet can have is a cell."""
        assert places(row(inline("a", "XFD1048576"))) == [("XFD1048576", (1, 1048576, 16384))]


class TestSheets:
    """Which sheets are read, and in which order."""

    def test_order_of_the_tabs(self) -> None:
        """Sheets come in the order of the workbook, not of their names or parts."""
        found = blocks(row(inline("first")), tabs='<sheet name=" Two&#10;lines " r:id="s2"/><sheet name="" r:id="s1"/>')
        assert [(block.text, block.place.sheet, block.place.table) for block in found] == [
            ("second", "Two lines", (1, 1, 1)),
            ("first", "Sheet 2", (2, 1, 1)),
        ]

    def test_sheets_that_are_not_read(self) -> None:
        """A sheet that is hidden, no table of cells, or not there is told, and the numbers of the others stay."""
        tabs = (
            '<sheet name="Lists" state="hidden" r:id="s2"/><sheet name="Codes" state="veryHidden" r:id="s2"/>'
            '<sheet name="Chart1" r:id="s3"/><sheet name="Dialog1" r:id="s4"/><sheet name="Lost" r:id="s9"/>'
            '<sheet name="Odd" r:id="t"/><sheet name="Nothing"/><sheet name="Plan" r:id="s1" state="visible"/>'
        )
        document = read(workbook(row(inline("text")), tabs=tabs))
        assert [(block.text, block.place.table) for block in document.blocks] == [("text", (8, 1, 1))]
        assert [notice.message for notice in document.notices] == [
            "The sheet \u201cLists\u201d is hidden, so it isn't checked.",
            "The sheet \u201cCodes\u201d is hidden, so it isn't checked.",
            "The sheet \u201cChart1\u201d is a chart, so it isn't checked.",
            "The sheet \u201cDialog1\u201d is a dialogue box, so it isn't checked.",
            "The sheet \u201cLost\u201d isn't in the file, so it isn't checked.",
            "The sheet \u201cOdd\u201d is no ordinary sheet, so it isn't checked.",
            "The sheet \u201cNothing\u201d isn't in the file, so it isn't checked.",
        ]
        assert document.notices[0].place == Place(sheet="Lists")

    def test_one_part_named_twice(self) -> None:
        """A part is read once, however many tabs name it."""
        assert texts(row(inline("once")), tabs='<sheet name="A" r:id="s1"/><sheet name="B" r:id="s1"/>') == ["once"]


class TestDrawings:
    """What lies on a sheet."""

    BOX = "<xdr:sp><xdr:txBody><a:bodyPr/>{}</xdr:txBody></xdr:sp>"

    def test_text_box(self) -> None:
        """Each paragraph of a text box is a block after the cells; its anchors are text elements of the drawing."""
        box = self.BOX.format(
            '<a:p><a:r><a:rPr lang="en-GB"/><a:t>The IC</a:t></a:r>'
            '<a:r><a:rPr lang="en-GB"/><a:t>B met</a:t></a:r></a:p>'
            "<a:p/><a:p><a:r><a:t>Then it left.</a:t></a:r></a:p>"
        )
        document = read(workbook(row(inline("cell")), drawing=drawing(box)))
        assert [(block.kind, block.text, block.lang) for block in document.blocks] == [
            (Kind.CELL, "cell", None),
            (Kind.PARAGRAPH, "The ICB met", "en-GB"),
            (Kind.PARAGRAPH, "Then it left.", None),
        ]
        assert document.blocks[1].place == Place(sheet="Plan", part="text box")
        anchors = [segment.anchor for segment in document.blocks[1].segments]
        assert isinstance(document.origin, XlsxOrigin)
        root = document.origin.package.trees["xl/drawing.xml"]
        assert anchors == list(root.iter("{*}t"))[:2]

    def test_drawings_follow_their_sheet(self) -> None:
        """What lies on a sheet comes before the next sheet."""
        tabs = '<sheet name="Plan" r:id="s1"/><sheet name="Next" r:id="s2"/>'
        box = drawing(self.BOX.format("<a:p><a:r><a:t>box</a:t></a:r></a:p>"))
        assert texts(row(inline("first")), tabs=tabs, drawing=box) == ["first", "box", "second"]

    def test_one_of_two_versions(self) -> None:
        """Of a shape that is there for newer and for older programs, only the newer is read."""
        box = self.BOX.format("<a:p><a:r><a:t>{}</a:t></a:r></a:p>")
        newer, older = box.format("Filter by ward"), box.format("This shape is a slicer")
        both = f"<mc:Choice>{newer}</mc:Choice><mc:Fallback>{older}</mc:Fallback>"
        content = f"<mc:AlternateContent>{both}</mc:AlternateContent><mc:AlternateContent/>"
        assert texts("", drawing=drawing(content)) == ["Filter by ward"]

    def test_equations_are_counted(self) -> None:
        """An equation in a text box is told."""
        box = self.BOX.format("<a:p><a:r><a:t>where</a:t></a:r><mc:AlternateContent/></a:p>")
        assert messages(workbook("", drawing=drawing(box))) == ["Not checked: 1 equation."]

    def test_description_of_a_picture(self) -> None:
        """The description of a picture comes after the cells; the name of a file is no description."""
        content = '<xdr:pic><xdr:cNvPr id="2" name="Picture 1" descr="{}"/></xdr:pic>'
        pictures = "".join(map(content.format, ("Map of the wards", "C:\\logo.png", " ")))
        document = read(workbook(row(inline("cell")), drawing=drawing(pictures)))
        assert [(block.kind, block.text, block.checked) for block in document.blocks[1:]] == [
            (Kind.ALT, "Map of the wards", True),
            (Kind.ALT, "C:\\logo.png", False),
        ]
        assert document.blocks[1].place == Place(sheet="Plan", part="picture")
        anchor = document.blocks[1].segments[0].anchor
        assert isinstance(anchor, AttributeText)
        check_segments(document.blocks[1], anchor.text)

    def test_charts_are_counted(self) -> None:
        """Charts and diagrams on a sheet are told."""
        data = workbook(row(inline("x")), drawing=drawing("<a:graphic><c:chart/></a:graphic>" * 2 + "<a:relIds/>"))
        assert messages(data) == ["Not checked: 2 charts.", "Not checked: 1 SmartArt diagram."]


class TestNotices:
    """What was not read is said."""

    def test_comments(self) -> None:
        """Notes count, and each comment and reply of a thread; the note that Excel keeps beside a thread doesn't."""
        notes = '<comments><commentList><comment ref="A1"/><comment ref="B2"/></commentList></comments>'
        thread = '<ThreadedComments><threadedComment ref="B2"/><threadedComment ref="B2"/></ThreadedComments>'
        data = workbook(row(inline("x")), comments=notes, threadedComment=thread)
        assert messages(data) == ["Not checked: 3 comments."]
        assert messages(workbook(row(inline("x")), comments=notes)) == ["Not checked: 2 comments."]

    def test_embedded_objects(self) -> None:
        """Documents that stand inside a sheet are told."""
        data = workbook(row(inline("x")), tail="<oleObjects><oleObject/></oleObjects>")
        assert messages(data) == ["Not checked: 1 embedded object."]

    def test_macros(self) -> None:
        """Macros are named and never run."""
        data = zipped({**parts_of(row(inline("x"))), "xl/vbaProject.bin": b"macro"})
        assert messages(data) == ["This file holds macros. They were not run."]

    def test_no_text(self) -> None:
        """A workbook without words says so."""
        assert "no text to check" in messages(workbook(row("<c><v>1</v></c>")))[0]


class TestFiles:
    """Dialects, damage and harm."""

    def test_strict_dialect_and_other_names(self) -> None:
        """The ISO Strict dialect and a workbook part of another name are read alike."""
        parts = {}
        for name, content in parts_of(row(shared(0, "B2"), 2), "<t>text</t>", drawing=drawing("")).items():
            assert isinstance(content, str)
            for transitional, strict in STRICT.items():
                content = content.replace(transitional, strict)
            parts[name.replace("workbook.xml", "book2.xml")] = content.replace("xl/workbook.xml", "xl/book2.xml")
        found = read(zipped(dict(parts))).blocks
        assert [(block.text, block.place.cell) for block in found] == [("text", "B2")]

    def test_bare_file(self) -> None:
        """A workbook without a relationship of the package is read."""
        parts = parts_of(row(inline("x")))
        del parts["_rels/.rels"]
        assert [block.text for block in read(zipped(parts)).blocks] == ["x"]

    @pytest.mark.parametrize(
        ("data", "message"),
        [
            (b"", "is empty"),
            (b"hello", "not a file that Excel saves"),
            (workbook(row(inline("x")))[:-40], "damaged"),
            (zipped({"a.txt": "x"}), "no Excel workbook"),
            (zipped({"xl/workbook.xml": "<workbook"}), "damaged"),
            (zipped({"xl/workbook.xml": "<workbook/>"}), "not an Excel file"),
            (
                zipped(
                    {"_rels/.rels": links(("a", "officeDocument", "xl/workbook.bin")), "xl/workbook.bin": b"\x83\x01"}
                ),
                "binary Excel file",
            ),
            (workbook("<row>" * 1000 + "</row>" * 1000), "too many levels"),
            (workbook("", drawing=drawing("<xdr:grpSp>" * 1000 + "</xdr:grpSp>" * 1000)), "too many levels"),
            (zipped({**parts_of(""), "xl/sharedStrings.xml": "<!DOCTYPE a><a/>"}), "document type"),
            (zipped({**parts_of(""), "xl/worksheets/sheet1.xml": "<!DOCTYPE a><a/>"}), "document type"),
            (workbook("", tabs='<sheet name="A" r:id="s1"/>' * 201), "more than 200 sheets"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "old Excel file"),
        ],
    )
    def test_bad_files(self, data: bytes, message: str) -> None:
        """What is wrong with a file is said in plain words."""
        with pytest.raises(ReadError, match=message):
            read(data)

    def test_deep_but_legal(self) -> None:
        """Nesting as deep as the parser lets through is read."""
        deep = drawing("<xdr:grpSp>" * 200 + '<xdr:cNvPr descr="deep"/>' + "</xdr:grpSp>" * 200)
        assert texts("", drawing=deep) == ["deep"]

    def test_a_sheet_without_cells(self) -> None:
        """A sheet may be any XML: what is no cell is not read."""
        assert texts("<x/><row><x/><c t='s'><x/></c></row>") == []

    def test_too_much_text(self) -> None:
        """A limit on characters holds while cells are read, also for one string in many cells."""
        data = workbook(row(shared(0) * 3), "<t>four</t>")
        assert len(read(data, Limits(characters=12)).blocks) == 3
        with pytest.raises(ReadError, match="more than 11 characters"):
            read(data, Limits(characters=11))

    def test_too_many_cells(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A limit on cells holds; cells without words don't count, nor does what lies on the sheet."""
        monkeypatch.setattr("plainspeak.readers.xlsx.cells._MOST_CELLS", 2)
        picture = drawing('<xdr:cNvPr descr="Map"/>')
        assert len(texts(row(shared(0) * 2 + shared(1) * 9), "<t>x</t>", "<t>1</t>", drawing=picture)) == 3
        with pytest.raises(ReadError, match="more than 2 cells"):
            texts(row(shared(0) * 3), "<t>x</t>")

    def test_sniff(self) -> None:
        """Excel files are known by content first; damaged and old ones are taken too, to say what is wrong."""
        sniff = XlsxReader().sniff
        assert sniff(workbook(row(inline("x")))[:4096], "a.zip") > 0.9
        assert sniff(b"PK\x03\x04", "A.XLSM") > sniff(b"PK\x03\x04", "a.docx") > 0
        assert sniff(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.xls") > 0.5
        assert sniff(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.doc") == 0
        assert 0 < sniff(b"", "a.xlsx") < 0.5
        assert sniff(b"hello", "a.txt") == 0


_TEXT = st.text(
    alphabet=st.sampled_from("abXYZ 12.,-\u00a0\u00ad\u2011\ufb01\u2019\u200b\U0001f600\u2022\n_x<&"), max_size=16
) | st.sampled_from(["a_x000D_\nb", "_x005F_", "_xD83D_a", "a_x0000_", "a\tb"])
_CELLS = st.lists(
    st.tuples(st.integers(1, 40), st.integers(1, 60), st.booleans(), _TEXT),
    max_size=12,
    unique_by=lambda cell: cell[:2],
)


@settings(deadline=None, max_examples=200)
@given(_CELLS)
def test_any_text_comes_back(cells: list[tuple[int, int, bool, str]]) -> None:
    """Whatever is put into cells comes back with its place, and with segments that are true to it."""
    strings: list[str] = []
    rows: dict[int, str] = {}
    expected: dict[tuple[int, int], str] = {}
    for row_number, column, is_shared, text in sorted(cells):
        reference = f"{('' if column < 27 else 'AB'[column > 52])}{chr(ord('A') + (column - 1) % 26)}{row_number}"
        cell = shared(len(strings), reference) if is_shared else inline(escape(text), reference)
        strings += [f"<t>{escape(text)}</t>"] * is_shared
        rows[row_number] = rows.get(row_number, "") + cell
        shown = ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
        if any(map(str.isalpha, shown)):
            expected[row_number, column] = shown
    data = workbook("".join(row(each, number) for number, each in rows.items()), *strings)
    document = read(data)
    found = {block.place.table[1:]: block for block in document.blocks if block.place.table}
    assert list(found) == sorted(expected)
    assert len(document.blocks) == len(expected)
    for position, block in found.items():
        check_segments(block, expected[position])
        assert _letters(block.text) == _letters(expected[position])
        (anchor,) = {segment.anchor for segment in block.segments}
        assert isinstance(anchor, CellAnchor)
        assert anchor.reference == block.place.cell
    assert [(each.text, each.place) for each in read(data).blocks] == [
        (each.text, each.place) for each in document.blocks
    ]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.replace("\ufb01", "fi")))


@settings(deadline=None, max_examples=150)
@given(st.data())
def test_damaged_bytes_never_crash(data: st.DataObject) -> None:
    """Any damage gives a document or a clear error, and nothing else."""
    notes = '<comments><commentList><comment ref="A1"/></commentList></comments>'
    whole = workbook(row(shared(0, "A1")), "<t>One</t>", drawing=drawing('<xdr:cNvPr descr="Map"/>'), comments=notes)
    broken = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 8))):
        broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))
    del broken[data.draw(st.integers(0, len(broken))) or len(broken) :]
    with contextlib.suppress(ReadError):
        read(bytes(broken))


_HOSTILE = st.sampled_from(
    ["", "0", "-1", "A1", "ZZZZ9", "1e9", "\u0663", "9" * 400, " 0 ", "s1", "hidden", "{}", "%s"]
)


@settings(deadline=None, max_examples=150)
@given(_HOSTILE, _HOSTILE, _HOSTILE, _HOSTILE)
def test_odd_values_never_crash(index: str, reference: str, number: str, state: str) -> None:
    """Any value of what says where things are gives a document whose segments are true."""
    tabs = f'<sheet name="{reference}" state="{state}" r:id="s1"/><sheet r:id="{reference}"/>'
    document = read(workbook(row(shared(index, reference), number), "<t>One</t>", tabs=tabs))
    for block in document.blocks:
        assert block.text == "One"
        check_segments(block, "One")
