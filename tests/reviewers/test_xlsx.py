"""The Excel reviewer: a note on each cell that there is something to say of, and nothing else changed."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from lxml import etree

from plainspeak.document import Document, Span
from plainspeak.errors import WriteError
from plainspeak.findings import BlockSpan
from plainspeak.readers.base import Limits
from plainspeak.readers.xlsx import XlsxReader
from plainspeak.reviewers.base import Review
from plainspeak.reviewers.comments import Comment
from plainspeak.reviewers.xlsx import XlsxReviewer
from plainspeak.reviewers.xlsx.notes import position_of, reference_of

from ..readers.word import zipped
from .office import converted, faults
from .schemas import breaches
from .word_oracle import parts_of

WHEN = datetime(2026, 3, 2)
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
DRAWING = (
    '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor>'
    "<xdr:from><xdr:col>4</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>9</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>"
    "<xdr:to><xdr:col>6</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>12</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>"
    '<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="2" name="Box" descr="A map of the ALT area"/>'
    '<xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr>'
    "<xdr:txBody><a:bodyPr/>"
    "<a:p><a:r><a:t>The BOX is here.</a:t></a:r></a:p></xdr:txBody></xdr:sp><xdr:clientData/></xdr:twoCellAnchor>"
    "</xdr:wsDr>"
)
CELLS = {"A1": "The ICB plan", "B7": "The UEC board met. The SDEC board met.", "AA10": "The PCN plan"}


def sheet(cells: dict[str, str], tail: str = "") -> str:
    """A sheet with words in its cells."""
    rows: dict[str, str] = {}
    for reference, text in cells.items():
        number = reference.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        rows[number] = rows.get(number, "") + f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'
    data = "".join(f'<row r="{number}">{content}</row>' for number, content in rows.items())
    return f'<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheetData>{data}</sheetData>{tail}</worksheet>'


def links(*targets: tuple[str, str, str]) -> str:
    """A list of relationships: id, kind and target of each."""
    elements = (f'<Relationship Id="{id_}" Type="{OFFICE}/{kind}" Target="{to}"/>' for id_, kind, to in targets)
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(elements)}</Relationships>'


def workbook(first: str, **more: str) -> bytes:
    """A workbook with two sheets; more parts by their name with ``__`` for ``/``."""
    types = {
        "xl/workbook.xml": "sheet.main",
        "xl/worksheets/sheet1.xml": "worksheet",
        "xl/worksheets/sheet2.xml": "worksheet",
        "xl/comments1.xml": "comments",
    }
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{TYPE}.{kind}+xml"/>'
        for name, kind in types.items()
        if name != "xl/comments1.xml" or "xl__comments1.xml" in more
    )
    kind = "application/vnd.openxmlformats-officedocument.drawing+xml"
    drawing = f'<Override PartName="/xl/drawings/d.xml" ContentType="{kind}"/>'
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f"{overrides}{drawing if 'xl__drawings__d.xml' in more else ''}</Types>",
            "_rels/.rels": links(("a", "officeDocument", "xl/workbook.xml")),
            "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
            '<sheet name="Plan" sheetId="1" r:id="s1"/><sheet name="Risks" sheetId="2" r:id="s2"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": links(
                ("s1", "worksheet", "worksheets/sheet1.xml"), ("s2", "worksheet", "worksheets/sheet2.xml")
            ),
            "xl/worksheets/sheet1.xml": first,
            "xl/worksheets/sheet2.xml": sheet({"C3": "The CQC report"}),
            **{name.replace("__", "/"): content for name, content in more.items()},
        }
    )


def read(data: bytes) -> Document:
    """Read a workbook."""
    return XlsxReader().read(data, name="book.xlsx", limits=Limits())


def reviewed(data: bytes, *phrases: str, text: str = "Say it plainly.") -> Review:
    """Review a workbook, with a comment on some phrases; the parts that aren't touched stay byte for byte."""
    document = read(data)
    comments = []
    for phrase in phrases:
        index = next(number for number, block in enumerate(document.blocks) if phrase in block.text)
        start = document.blocks[index].text.index(phrase)
        comments.append(Comment(BlockSpan(index, Span(start, start + len(phrase))), text, "jargon"))
    review = XlsxReviewer().review(document, sorted(comments, key=lambda each: each.at), [], when=WHEN)
    before, after = parts_of(data), parts_of(review.data)
    touched = {name for name in before if before[name] != after[name]}
    assert all(any(word in name for word in ("sheet", "comments", "vml", "Types")) for name in touched)
    assert [(b.text, b.place) for b in read(review.data).blocks] == [(b.text, b.place) for b in document.blocks]
    return review


def notes(data: bytes) -> dict[tuple[str, str], str]:
    """What the notes of a workbook say, by part and cell; each has its box."""
    parts = parts_of(data)
    found = {}
    for name, content in parts.items():
        if "comments" in name:
            for comment in etree.fromstring(content).iter("{*}comment"):
                found[name, comment.get("ref") or ""] = "".join(t.text or "" for t in comment.iter("{*}t"))
    boxes = [etree.fromstring(content) for name, content in parts.items() if name.endswith(".vml")]
    shown = [
        (int(data.findtext("{*}Row")), int(data.findtext("{*}Column")))
        for box in boxes
        for data in box.iter("{*}ClientData")
    ]
    assert sorted(shown) == sorted(position_of(cell) for _, cell in found)
    return found


def test_each_cell_has_its_note() -> None:
    """All that is said of a cell is in one note, and each part of it names the words."""
    review = reviewed(workbook(sheet(CELLS)), "ICB", "UEC", "SDEC", "PCN", "CQC")
    assert notes(review.data) == {
        ("xl/comments.xml", "A1"): "“ICB”\nSay it plainly.",
        ("xl/comments.xml", "B7"): "“UEC”\nSay it plainly.\n“SDEC”\nSay it plainly.",
        ("xl/comments.xml", "AA10"): "“PCN”\nSay it plainly.",
        ("xl/comments2.xml", "C3"): "“CQC”\nSay it plainly.",
    }
    assert (review.comments, review.left_out) == (4, 0)


def test_a_text_box_has_its_note_at_its_corner() -> None:
    """So has a picture with a description."""
    data = workbook(
        sheet(CELLS, '<drawing r:id="d"/>'),
        **{
            "xl__drawings__d.xml": DRAWING,
            "xl__worksheets___rels__sheet1.xml.rels": links(("d", "drawing", "../drawings/d.xml")),
        },
    )
    assert notes(reviewed(data, "ALT").data)["xl/comments.xml", "E10"].startswith(
        "In the description of this picture: "
    )


OLD_NOTES = (
    f'<comments xmlns="{MAIN}"><authors><author>Amina</author></authors><commentList>'
    '<comment ref="A1" authorId="0"><text><t>Why?</t></text></comment></commentList></comments>'
)
OLD_BOXES = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="_x0000_s2050" type="#_x0000_t202">'
    '<x:ClientData ObjectType="Note"><x:Row>0</x:Row><x:Column>0</x:Column></x:ClientData></v:shape></xml>'
)


def with_notes(boxes: str = OLD_BOXES) -> bytes:
    """A workbook in which a person wrote a note on A1."""
    return workbook(
        sheet(CELLS, '<legacyDrawing r:id="v"/>'),
        **{
            "xl__comments1.xml": OLD_NOTES,
            "xl__drawings__v.vml": boxes,
            "xl__worksheets___rels__sheet1.xml.rels": links(
                ("c", "comments", "../comments1.xml"), ("v", "vmlDrawing", "../drawings/v.vml")
            ),
        },
    )


def test_notes_of_people_stay() -> None:
    """Ours come after them, under our name; a cell with a note keeps it, and what we had to say is told."""
    review = reviewed(with_notes(), "ICB", "UEC")
    assert notes(review.data) == {
        ("xl/comments1.xml", "A1"): "Why?",
        ("xl/comments1.xml", "B7"): "“UEC”\nSay it plainly.",
    }
    assert (review.comments, review.left_out) == (1, 1)
    assert review.notices == ("Plan, A1, has a note already, so ours isn’t written: “ICB”\nSay it plainly.",)
    parts = parts_of(review.data)
    assert b"<author>Amina</author><author>plainspeak</author>" in parts["xl/comments1.xml"]
    assert parts["xl/worksheets/sheet1.xml"].count(b"legacyDrawing") == 1
    assert b'id="_x0000_s2051"' in parts["xl/drawings/v.vml"]


def test_damaged_notes_are_told_of() -> None:
    """The file is left alone."""
    with pytest.raises(WriteError, match="notes in this file"):
        reviewed(with_notes("<xml><br></xml>"), "UEC")


@pytest.mark.parametrize("after", ["tableParts", "oleObjects", "extLst", "picture"])
def test_the_link_to_the_boxes_stands_where_the_format_wants_it(after: str) -> None:
    """Excel mends, with a warning, what is out of order."""
    data = reviewed(workbook(sheet(CELLS, f"<pageMargins/><{after}/>")), "UEC").data
    names = [etree.QName(each).localname for each in etree.fromstring(parts_of(data)["xl/worksheets/sheet1.xml"])]
    assert names == ["sheetData", "pageMargins", "legacyDrawing", after]


def test_the_same_review_gives_the_same_file() -> None:
    """Also when it is written twice."""
    assert reviewed(workbook(sheet(CELLS)), "UEC").data == reviewed(workbook(sheet(CELLS)), "UEC").data


def test_sheets_whose_names_look_alike() -> None:
    """Names may differ in white space alone; each note goes to its own sheet all the same."""
    names = f'''<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="A plan" sheetId="1" r:id="s1"/>
    <sheet name="A  plan" sheetId="2" r:id="s2"/></sheets></workbook>'''
    data = workbook(sheet({"A1": "The UEC report"}), **{"xl__workbook.xml": names})
    assert [block.place.sheet for block in read(data).blocks] == ["A plan", "A plan (sheet 2)"]
    written = notes(reviewed(data, "UEC", "CQC").data)
    assert sorted(cell for _, cell in written) == ["A1", "C3"]
    assert len({part for part, _ in written}) == 2


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(workbook(sheet({"A1": "The UEC report"}, '<sheetProtection sheet="1"/>')), id="a-sheet"),
        pytest.param(
            workbook(
                sheet({"A1": "The UEC report"}),
                **{
                    "xl__workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><workbookProtection/><sheets>'
                    '<sheet name="Plan" sheetId="1" r:id="s1"/></sheets></workbook>'
                },
            ),
            id="the-workbook",
        ),
    ],
)
def test_a_protected_workbook_gets_its_notes(data: bytes) -> None:
    """With a word on why they can't be changed."""
    review = reviewed(data, "UEC")
    assert review.comments == 1
    assert review.notices == (
        "This workbook is protected. The notes can be read; to change or delete them, take the protection off.",
    )


def test_nothing_to_say_changes_nothing() -> None:
    """The copy is the file itself."""
    data = workbook(sheet(CELLS))
    assert XlsxReviewer().review(read(data), [], [], when=WHEN).data == data


@pytest.mark.parametrize(
    ("reference", "position"), [("A1", (0, 0)), ("Z9", (8, 25)), ("AA10", (9, 26)), ("XFD1048576", (1048575, 16383))]
)
def test_the_names_of_cells(reference: str, position: tuple[int, int]) -> None:
    """There and back."""
    assert position_of(reference) == position
    assert reference_of(*position) == reference


def test_the_validator_of_office_finds_nothing_new(tmp_path: Path) -> None:
    """Notes and their boxes are as the format wants them."""
    source = workbook(sheet(CELLS))
    after = reviewed(source, "ICB", "UEC", "CQC").data
    assert faults(after, "after.xlsx", tmp_path) == faults(source, "before.xlsx", tmp_path)


def test_the_published_schemas_allow_what_we_write() -> None:
    """Notes and the sheets they belong to."""
    source = workbook(sheet(CELLS))
    assert not breaches(reviewed(source, "ICB", "UEC", "CQC").data) - breaches(source)


def test_libreoffice_shows_every_note(tmp_path: Path) -> None:
    """A round trip through another program."""
    review = reviewed(workbook(sheet(CELLS)), "ICB", "UEC", "SDEC", "PCN", "CQC")
    back = notes_alone(converted(review.data, "book.xlsx", "xlsx", tmp_path))
    assert back == {cell: text for (_, cell), text in notes(review.data).items()}


def notes_alone(data: bytes) -> dict[str, str]:
    """What the notes of a workbook say, by cell."""
    found = {}
    for name, content in parts_of(data).items():
        if "comments" in name:
            for comment in etree.fromstring(content).iter("{*}comment"):
                found[comment.get("ref") or ""] = "".join(t.text or "" for t in comment.iter("{*}t"))
    return found
