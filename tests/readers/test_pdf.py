"""Tests of the PDF reader, on PDF files made here byte by byte."""

from __future__ import annotations

import zlib
from dataclasses import replace

import pytest

from plainspeak.document import Block, Document, Kind, PageAnchor, Span
from plainspeak.errors import ReadError
from plainspeak.readers.base import Limits, Reader
from plainspeak.readers.pdf.reader import PdfReader

A4 = "0 0 595 842"
PROSE = "The board met on Monday to talk about the money that is left for the year and"


def make_pdf(*contents: str, box: str = A4, page: str = "", extra: tuple[str, ...] = (), catalogue: str = "") -> bytes:
    """Return a PDF with a page for each content stream; F1 is Helvetica and F2 its bold. Extra objects start at 5.

    ``page`` and ``catalogue`` are more entries of those; ``#`` in ``page`` stands for the page's number, from 0.
    """
    fonts = "<< /F1 3 0 R /F2 4 0 R >>"
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /{} /Encoding /WinAnsiEncoding >>"
    first = 5 + len(extra)
    kids = " ".join(f"{first + 2 * number} 0 R" for number in range(len(contents)))
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalogue} >>".encode(),
        f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>".encode(),
        font.format("Helvetica").encode(),
        font.format("Helvetica-Bold").encode(),
        *(item.encode("latin-1") for item in extra),
    ]
    for number, content in enumerate(contents):
        stream = content.encode("cp1252")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Contents {first + 2 * number + 1} 0 R"
            f" {page.replace('#', str(number))}"
            f" /Resources << /Font {fonts} >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream))
    return assemble(objects)


def assemble(objects: list[bytes]) -> bytes:
    """Return a PDF of numbered objects, the first of which is its catalogue."""
    out = b"%PDF-1.4\n"
    offsets = []
    for number, item in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    xref = b"xref\n0 %d\n0000000000 65535 f \n%btrailer << /Size %d /Root 1 0 R >>\n" % (size, table, size)
    return out + xref + b"startxref\n%d\n%%%%EOF" % len(out)


def at(x: float, y: float, text: str, size: float = 10, font: str = "F1", matrix: str = "1 0 0 1") -> str:
    """Return the operators that write a text at a place."""
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{font} {size} Tf {matrix} {x} {y} Tm ({escaped}) Tj ET\n"


def lines(x: float, y: float, *texts: str, size: float = 10, step: float = 12) -> str:
    """Return the operators for lines under each other."""
    return "".join(at(x, y - step * number, text, size) for number, text in enumerate(texts))


def read(*contents: str, limits: Limits | None = None, **made: str) -> Document:
    """Read a PDF made of content streams."""
    return PdfReader().read(make_pdf(*contents, **made), name="paper.pdf", limits=limits or Limits())  # type: ignore[arg-type]


def seen(document: Document) -> list[tuple[str, str]]:
    """Return the kind and text of each block."""
    return [(str(block.kind), block.text) for block in document.blocks]


def only(document: Document, kind: Kind) -> list[Block]:
    """Return the blocks of one kind."""
    return [block for block in document.blocks if block.kind is kind]


def test_is_a_reader() -> None:
    """The class has what the reader protocol asks for."""
    reader: Reader = PdfReader()
    assert (reader.media_type, reader.suffixes) == ("application/pdf", (".pdf",))


@pytest.mark.parametrize(
    ("head", "sure"), [(b"%PDF-1.7\n", 1.0), (b"\n\xef\xbb\xbf%PDF-1.4", 0.9), (b"PK\x03\x04", 0.0), (b"", 0.0)]
)
def test_sniffs_the_mark_and_not_the_name(head: bytes, sure: float) -> None:
    """A PDF is known by its first bytes, whatever it is called."""
    assert PdfReader().sniff(head, "paper.docx") == sure


def test_lines_become_one_paragraph() -> None:
    """Lines at the usual distance are one paragraph; a wider gap starts the next."""
    document = read(lines(50, 700, PROSE, "the next.") + lines(50, 660, PROSE, "so on."))
    assert seen(document) == [("paragraph", f"{PROSE} the next."), ("paragraph", f"{PROSE} so on.")]
    assert [block.place.paragraph for block in document.blocks] == [1, 2]


def test_short_line_ends_a_paragraph() -> None:
    """Where paragraphs have no space between them, a line with room to spare ends one."""
    document = read(lines(50, 700, PROSE, "Ends early.", PROSE, "and on it goes."))
    assert [text for _, text in seen(document)] == [f"{PROSE} Ends early.", f"{PROSE} and on it goes."]


def test_first_line_indent_starts_a_paragraph() -> None:
    """An indented line after the end of a sentence starts a paragraph."""
    full = PROSE.replace(" and", ".")
    document = read(at(50, 700, full) + at(65, 688, full) + at(50, 676, full))
    assert [text for _, text in seen(document)] == [full, f"{full} {full}"]


def test_segments_count_the_characters_of_the_page() -> None:
    """Each segment says which characters of the page, as PDFium numbers them, the text came from."""
    block = read(lines(50, 700, "ICB plans and much more text on it", "for you.")).blocks[0]
    assert [(s.start, s.end, s.offset, s.length, s.exact) for s in block.segments] == [
        (0, 34, 0, 34, True),
        (35, 43, 36, 8, True),
    ]
    assert {segment.anchor for segment in block.segments} == {PageAnchor(1)}


def test_paragraph_runs_on_over_a_page() -> None:
    """A paragraph that goes on in small letters on the next page is one block, with a place on each page."""
    document = read(lines(50, 100, PROSE), lines(50, 700, "to the next page.") + lines(50, 600, "New words."))
    assert [text for _, text in seen(document)] == [f"{PROSE} to the next page.", "New words."]
    block = document.blocks[0]
    assert document.locate(block).page == 1
    start = block.text.index("next")
    assert document.locate(block, Span(start, start + 4)).page == 2


def test_finished_paragraph_does_not_run_on() -> None:
    """A paragraph that ends with a full stop is not joined to what follows on the next page."""
    document = read(lines(50, 100, PROSE.replace(" and", ".")), lines(50, 700, "iPads are for all."))
    assert len(document.blocks) == 2


def test_headings_have_levels_and_paths() -> None:
    """Larger and bold short lines are headings, the larger ones above; text stands under them."""
    document = read(
        at(50, 760, "Annual report", 20)
        + at(50, 720, "2.1 Our plans", 10, "F2")
        + lines(50, 700, PROSE, "the end.")
        + at(50, 660, "Money", 10, "F2")
        + lines(50, 640, PROSE, "the end.")
    )
    headings = only(document, Kind.HEADING)
    assert [(block.text, block.level, block.place.headings) for block in headings] == [
        ("Annual report", 1, ()),
        ("2.1 Our plans", 2, ("Annual report",)),
        ("Money", 2, ("Annual report",)),
    ]
    assert document.blocks[-1].place.headings == ("Annual report", "Money")


def test_bold_sentence_is_no_heading() -> None:
    """A bold line that ends in a full stop or a colon is text, as is a bold form label."""
    document = read(
        lines(50, 700, PROSE, "so on.") + at(50, 650, "Do not delay.", 10, "F2") + at(50, 600, "PHO name:", 10, "F2")
    )
    assert only(document, Kind.HEADING) == []


def test_size_may_be_in_the_matrix() -> None:
    """Text of size 1 with a matrix that makes it 20 points is large."""
    document = read(at(50, 760, "Annual report", 1, matrix="20 0 0 20") + lines(50, 700, PROSE, "the end."))
    assert [block.text for block in only(document, Kind.HEADING)] == ["Annual report"]


def test_list_items_lose_their_labels() -> None:
    """Bullets and numbers start list items, deeper ones a level down; the sign is no text."""
    document = read(
        at(50, 700, "\u2022") + at(65, 700, "Give each person a named nurse and") + at(65, 688, "a phone number")
        + at(50, 676, "\u2022") + at(65, 676, "Ask for help")
        + at(65, 664, "\u2013 from a friend") + at(50, 652, "1. First")
    )  # fmt: skip
    assert [(block.text, block.level) for block in only(document, Kind.LIST_ITEM)] == [
        ("Give each person a named nurse and a phone number", 1),
        ("Ask for help", 1),
        ("from a friend", 2),
        ("First", 1),
    ]


def test_number_at_the_start_of_a_line_is_no_label() -> None:
    """A number that a sentence happens to break at stays in its sentence."""
    document = read(lines(50, 700, f"{PROSE} section", "75. That is the law."))
    assert [text for _, text in seen(document)] == [f"{PROSE} section 75. That is the law."]


def test_table_rows_are_split_into_cells() -> None:
    """Text with wide gaps is cells, with table, row and column; the lines of one cell stay together."""
    rows = [("Risk", "Owner", "RAG"), ("Too few staff", "Chief nurse", "Red")]
    content = "".join(
        at(x, 700 - 20 * number, text)
        for number, row in enumerate(rows)
        for x, text in zip((50, 200, 350), row, strict=True)
    )
    content += at(50, 655, "Money") + lines(200, 660, "Director of", "finance", step=11) + at(350, 655, "Green")
    cells = only(read(content), Kind.CELL)
    assert [(block.text, block.place.table) for block in cells] == [
        ("Risk", (1, 1, 1)), ("Owner", (1, 1, 2)), ("RAG", (1, 1, 3)),
        ("Too few staff", (1, 2, 1)), ("Chief nurse", (1, 2, 2)), ("Red", (1, 2, 3)),
        ("Money", (1, 3, 1)), ("Director of finance", (1, 3, 2)), ("Green", (1, 3, 3)),
    ]  # fmt: skip
    assert {block.place.paragraph for block in cells} == {None}


def test_justified_line_is_no_table_row() -> None:
    """Wide but even gaps between words are justification; uneven ones part cells."""
    even = "BT /F1 10 Tf 18 Tw 1 0 0 1 50 688 Tm (childminder integrated preventive arrangement) Tj ET 0 Tw\n"
    assert only(read(at(50, 700, PROSE) + even + at(50, 676, "to the end.")), Kind.CELL) == []
    double = at(50, 688, "childminder") + at(118, 688, "stays.") + at(162, 688, "Others") + at(205, 688, "go")
    double += at(230, 688, "away")
    assert only(read(at(50, 700, PROSE) + double), Kind.CELL) == []
    uneven = at(50, 688, "childminder") + at(140, 688, "preventive") + at(320, 688, "arrangement")
    assert len(only(read(at(50, 700, PROSE) + uneven), Kind.CELL)) == 3


def test_ruled_line_parts_close_cells() -> None:
    """An upright ruled line parts cells that stand close together."""
    texts = at(50, 700, "Owner") + at(86, 700, "Date")
    assert [text for _, text in seen(read(texts))] == ["Owner Date"]
    assert [text for _, text in seen(read(texts + "0.5 w 82 690 m 82 712 l S\n"))] == ["Owner", "Date"]


def test_columns_are_read_one_after_the_other() -> None:
    """Two columns of running text are no table, and a sentence runs on from one to the next."""
    words = "people in each town said so to us"
    left = [f"Left {number} {words}" for number in range(9)]
    right = [f"right {number} {words}" for number in range(9)]
    document = read(lines(50, 700, *left) + lines(310, 700, *right))
    assert seen(document) == [("paragraph", " ".join(left + right))]


def test_content_out_of_order_is_put_in_reading_order() -> None:
    """Blocks that the file holds bottom first are read from the top."""
    document = read(lines(50, 300, "Last words.") + lines(50, 500, "Middle words.") + lines(50, 700, "First words."))
    assert [text for _, text in seen(document)] == ["First words.", "Middle words.", "Last words."]


def test_running_heads_come_once() -> None:
    """Words at the top of each page are one header block, numbered feet one footer, and bare page numbers none."""
    pages = [
        at(50, 800, "Trust board papers") + lines(50, 600, f"Page body {name}.") + at(50, 30, f"Page {n} of 3")
        + at(500, 30, str(n))
        for n, name in ((1, "one"), (2, "two"), (3, "three"))
    ]  # fmt: skip
    document = read(*pages)
    assert seen(document) == [
        ("paragraph", "Page body one."),
        ("paragraph", "Page body two."),
        ("paragraph", "Page body three."),
        ("header", "Trust board papers"),
        ("footer", "Page 1 of 3"),
    ]
    assert [block.place.part for block in document.blocks[-2:]] == ["page header", "page footer"]


def test_text_at_the_top_of_one_page_is_no_running_head() -> None:
    """What stands near the top of one page only is text."""
    document = read(at(50, 800, "A letter to you."), lines(50, 600, "Words."), lines(50, 600, "More words."))
    assert only(document, Kind.HEADER) == []


def test_contents_are_not_checked() -> None:
    """Entries with dots and a page number, or under Contents with a number far right, are a table of contents."""
    dots = lines(50, 700, "Our plans ........ 3", "Our money ........ 12")
    columns = "".join(
        at(50, y, f"Part {letter} of it") + at(500, y, number)
        for y, letter, number in ((600, "a", "2"), (580, "b", "3"), (560, "c", "4"))
    )
    document = read(dots + at(50, 630, "Contents", 14) + columns + lines(50, 400, PROSE, PROSE, "the end."))
    toc = only(document, Kind.TOC)
    assert [block.text for block in toc][-1] == "Part c of it 4"
    assert len(toc) == 5
    assert not any(block.checked for block in toc)


def test_captions_and_near_misses() -> None:
    """A number and a title make a caption; a sentence about Table 3 isn't one."""
    document = read(at(50, 700, "Table 3: Waits by month") + at(50, 650, "Table 3 shows waits by month."))
    assert [kind for kind, _ in seen(document)] == ["caption", "paragraph"]


def test_footnotes_and_their_numbers() -> None:
    """A raised number in the text is left out; small text that starts with one is a footnote."""
    document = read(
        at(50, 700, "We fund the ward.")
        + at(128, 704, "7", 6)
        + at(136, 700, "It is open, and it is always there for you.")
        + at(50, 93, "7", 5)
        + at(56, 90, "Source: the ward.", 7.5)
    )
    assert seen(document)[0][1] == "We fund the ward. It is open, and it is always there for you."
    note = only(document, Kind.NOTE)[0]
    assert (note.text, note.place.part) == ("Source: the ward.", "footnote 7")


def test_line_end_hyphen_goes_or_stays() -> None:
    """A word cut at a line end loses its hyphen, unless the document writes it with one or a prefix asks for it."""
    document = read(
        lines(50, 700, f"{PROSE} manage-", "ment of care for all who have long-term needs. " + "So it is.")
        + lines(50, 640, f"{PROSE} long-", "term plans, and then the well-known team, with self-", "help.")
    )
    texts = [text for _, text in seen(document)]
    assert "and management of care" in texts[0]
    assert "and long-term plans" in texts[1]
    assert texts[1].endswith("with self-help.")


def test_sideways_text_is_read_apart() -> None:
    """Text turned by a quarter comes after the page's other text; slanting text is left out, with a notice."""
    document = read(
        at(50, 700, PROSE)
        + at(560, 300, "Sideways words", matrix="0 1 -1 0")
        + at(200, 300, "DRAFT", matrix="1 1 -1 1")
    )
    assert [text for _, text in seen(document)] == [PROSE, "Sideways words"]
    assert [notice.message for notice in document.notices] == [
        "Page 1: slanting text, such as a watermark, was not read."
    ]


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_page_that_is_shown_turned_is_read_as_it_is_written(turned: int) -> None:
    """Somebody turned a page whose text stands upright: its lines, columns and headings are what they were."""
    content = (
        at(72, 760, "Annual report", 20)
        + lines(72, 700, *[PROSE] * 4)
        + at(72, 560, "Next steps", 16)
        + lines(72, 530, *[PROSE] * 3)
    )
    upright = read(content)
    found = read(content, page=f"/Rotate {turned}")
    assert [(block.kind, block.text) for block in found.blocks] == [(b.kind, b.text) for b in upright.blocks]


def test_rotated_page_is_read_as_it_is_seen() -> None:
    """A page turned as a whole has its lines in the order that they are seen."""
    document = read(
        at(100, 100, "Annual report", 20, matrix="0 1 -1 0") + at(150, 100, PROSE, matrix="0 1 -1 0"), page="/Rotate 90"
    )
    assert [kind for kind, _ in seen(document)] == ["heading", "paragraph"]


def test_text_off_the_page_is_not_read() -> None:
    """What the page box cuts off, nobody sees."""
    assert [text for _, text in seen(read(at(50, 700, "Seen.") + at(50, 900, "Unseen.")))] == ["Seen."]


def test_curly_quotes_stay() -> None:
    """Curly quotation marks stay as they are."""
    assert seen(read(at(50, 700, "\u201cIt\u2019s fine\u201d"))) == [("paragraph", "\u201cIt\u2019s fine\u201d")]


def test_scanned_pages_are_noticed() -> None:
    """Pages that are pictures are named in one notice for each run of pages."""
    picture = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID a EI Q\n"
    document = read(picture, picture, at(50, 700, "Words."), picture)
    assert [(notice.message[:24], notice.place.page) for notice in document.notices] == [
        ("Pages 1 to 2 are picture", 1),
        ("Page 4 is a picture of t", 4),
    ]


def test_blank_pdf_is_noticed() -> None:
    """A PDF with nothing on it has no blocks, and says so."""
    document = read("")
    assert document.blocks == ()
    assert [notice.message for notice in document.notices] == ["No text was found in this PDF."]


def test_form_fields_are_noticed() -> None:
    """A PDF with boxes to fill in says that they were not read."""
    widget = "<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (Jo) /Rect [50 50 90 60] >>"
    document = read(at(50, 700, "Your name:"), page="/Annots [5 0 R]", extra=(widget,))  # type: ignore[arg-type]
    assert "form" in document.notices[0].message


def test_same_bytes_same_document() -> None:
    """Reading twice gives the same."""
    content = lines(50, 700, PROSE, "the end.") + at(50, 600, "Risk") + at(300, 600, "Owner")
    assert read(content) == read(content)


@pytest.mark.parametrize("data", [b"", b"Dear all", b"%PDF-1.7\n", make_pdf(at(50, 700, "Words."))[:150]])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    """Empty, foreign and cut-off files are refused in plain words."""
    with pytest.raises(ReadError, match="not a PDF that plainspeak can read"):
        PdfReader().read(data, name="paper.pdf", limits=Limits())


@pytest.mark.parametrize(
    ("limits", "message"),
    [
        ({"pdf_pages": 1}, "more than 1 pages"),
        ({"characters": 5}, "more than 5 characters"),
        ({"file_bytes": 10}, "over"),
        ({"pdf_seconds": 0.0, "pdf_seconds_a_page": 0.0}, "could not be read safely"),
    ],
)
def test_limits_are_kept(limits: dict[str, float], message: str) -> None:
    """Too many pages, characters or bytes, or too little time, end in one clear error."""
    with pytest.raises(ReadError, match=message):
        read(at(50, 700, "Some words."), at(50, 700, "More."), limits=replace(Limits(), **limits))  # type: ignore[arg-type]


def test_bomb_ends_the_child_only() -> None:
    """A stream that unpacks to far more than the memory allowed ends the child process, and is one clear error."""
    pytest.importorskip("resource")
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(1 << 20)) for _ in range(400)) + packer.flush()
    data = make_pdf("").replace(
        b"<< /Length 0 >>\nstream\n", b"<< /Length %d /Filter /FlateDecode >>\nstream\n%b" % (len(packed), packed)
    )
    with pytest.raises(ReadError, match="could not be read safely"):
        PdfReader().read(data, name="paper.pdf", limits=replace(Limits(), pdf_memory_bytes=256 << 20))


def test_locked_pdf_is_refused() -> None:
    """A PDF that asks for a password is refused with advice."""
    key = "<" + "41" * 32 + ">"
    encrypt = f"<< /Filter /Standard /V 1 /R 2 /O {key} /U {key} /P -4 >>"
    data = make_pdf(at(50, 700, "Words."), extra=(encrypt,)).replace(
        b"/Root 1 0 R", b"/Root 1 0 R /Encrypt 5 0 R /ID [<41> <41>]"
    )
    with pytest.raises(ReadError, match="locked with a password"):
        PdfReader().read(data, name="paper.pdf", limits=Limits())
