"""The PDF reviewer: highlights on the exact words, behind a file that stays as it was."""

from __future__ import annotations

import shutil
import subprocess
import zlib
from datetime import datetime, timezone
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader as PypdfReader
from pypdf import PdfWriter

import plainspeak.reviewers.pdf.reviewer
from plainspeak.document import Document, Span
from plainspeak.errors import WriteError
from plainspeak.findings import BlockSpan
from plainspeak.readers.base import Limits
from plainspeak.readers.pdf.reader import PdfReader
from plainspeak.readers.text import PlainTextReader
from plainspeak.reviewers.base import Review, Reviewer
from plainspeak.reviewers.comments import Comment
from plainspeak.reviewers.pdf.reviewer import PdfReviewer

from ..readers.test_pdf import PROSE, at, lines, make_pdf
from ..readers.test_pdf_tagged import marked, tag, tagged_pdf

WHEN = datetime(2026, 3, 2, 9, 30, tzinfo=timezone.utc)
PAGE = at(50, 700, "The ICB will meet.") + lines(50, 650, f"{PROSE} to manage-", "ment of it.")
NOTE = "<< /Type /Annot /Subtype /Text /Rect [9 9 20 20] /Contents (Mine) >>"
RED = at(20, 100, "The") + "1 0 0 rg\n" + at(40, 100, "ICB") + "0 g\n" + at(62, 100, "will meet.")
CARD = "0 0 200 150"


def read(data: bytes) -> Document:
    """Read a PDF."""
    return PdfReader().read(data, name="paper.pdf", limits=Limits())


def comment_on(document: Document, phrase: str, text: str = "Say it plainly.") -> Comment:
    """Return a comment on the first place of a phrase."""
    index = next(number for number, block in enumerate(document.blocks) if phrase in block.text)
    start = document.blocks[index].text.index(phrase)
    return Comment(BlockSpan(index, Span(start, start + len(phrase))), text, "jargon")


def reviewed(data: bytes, *phrases: str) -> Review:
    """Review a PDF, with a comment on some phrases; its own bytes come first, and it reads as before."""
    document = read(data)
    comments = sorted((comment_on(document, phrase) for phrase in phrases), key=lambda each: each.at)
    review = PdfReviewer().review(document, comments, [], when=WHEN)
    assert review.data.startswith(data)
    assert read(review.data) == document
    return review


def notes_in(data: bytes) -> list[tuple[int, Any]]:
    """Return the annotations of a PDF, each with its page, as another library reads them."""
    pages = PypdfReader(BytesIO(data)).pages
    return [(number, each.get_object()) for number, page in enumerate(pages, 1) for each in page.get("/Annots") or ()]


def corners(note: Any) -> list[list[float]]:
    """Return the corners of each box of a highlight."""
    values = [float(value) for value in note["/QuadPoints"]]
    return [values[start : start + 8] for start in range(0, len(values), 8)]


def run(*command: str | Path) -> subprocess.CompletedProcess[bytes]:
    """Run a program, or skip the test where it isn't."""
    if shutil.which(str(command[0])) is None:
        pytest.skip(f"{command[0]} is not installed")
    return subprocess.run(command, capture_output=True, check=False)


def test_is_a_reviewer() -> None:
    """The class has what the reviewer protocol asks for."""
    reviewer: Reviewer = PdfReviewer()
    assert (reviewer.media_types, reviewer.tracks_changes) == (("application/pdf",), False)


def test_each_comment_is_a_highlight() -> None:
    """It says who says what about what and when, prints, and has a look of its own for viewers that give it none."""
    document = read(make_pdf("", PAGE))
    says = "The “ICB” isn’t explained.\nSay it plainly."
    review = PdfReviewer().review(document, [comment_on(document, "ICB", says)], [], when=WHEN)
    assert (review.comments, review.left_out, review.notices) == (1, 0, ())
    ((page, note),) = notes_in(review.data)
    assert (page, note["/Subtype"], note["/T"], note["/Contents"]) == (2, "/Highlight", "plainspeak", says)
    assert (note["/Subj"], note["/M"], note["/CreationDate"]) == ("jargon", "D:20260302093000Z", "D:20260302093000Z")
    assert note["/F"] & 4
    look = note["/AP"]["/N"]
    assert look["/Resources"]["/ExtGState"]["/Pen"]["/BM"] == "/Multiply"
    assert look["/BBox"] == note["/Rect"]


def test_boxes_are_around_the_words() -> None:
    """A word has one box, a little larger than itself; a word cut at a line end has one on each line."""
    notes = notes_in(reviewed(make_pdf(PAGE), "ICB", "management").data)
    (word,) = corners(notes[0][1])
    # Upper left, upper right, lower left, lower right; "The " in Helvetica is 20.0 points wide, and "ICB" 16.7.
    assert word == pytest.approx([69.4, 708.5, 87.3, 708.5, 69.4, 697.5, 87.3, 697.5], abs=0.05)
    first, second = corners(notes[1][1])
    assert first[1] - second[1] == pytest.approx(12)
    assert first[0] > second[2]
    assert second[0] == pytest.approx(49.4, abs=0.1)


def test_same_words_give_the_same_bytes() -> None:
    """The same file, comments and date give the same copy; each comment has a name of its own."""
    data = make_pdf(PAGE)
    assert reviewed(data, "ICB", "meet").data == reviewed(data, "ICB", "meet").data
    names = [note["/NM"] for _, note in notes_in(reviewed(data, "ICB", "meet").data)]
    assert len(set(names)) == 2
    assert names[0] == notes_in(reviewed(data, "ICB").data)[0][1]["/NM"]


def test_shorter_of_two_lies_above() -> None:
    """Of two highlights that begin together, the shorter one comes later, and so lies on top."""
    notes = notes_in(reviewed(make_pdf(PAGE), "The ICB will meet.", "The ICB").data)
    widths = [each[2] - each[0] for _, note in notes for each in corners(note)]
    assert widths == sorted(widths, reverse=True)


def test_words_over_a_page_end() -> None:
    """A highlight is on the page where its words begin."""
    data = make_pdf(lines(50, 100, PROSE), lines(50, 700, "to the next page."))
    ((page, note),) = notes_in(reviewed(data, "year and to the next").data)
    assert (page, len(corners(note))) == (1, 1)


@pytest.mark.parametrize("entry", ["/Annots [5 0 R]", "/Annots 6 0 R"])
def test_notes_of_others_stay(entry: str) -> None:
    """Notes that are there stay, and stay first, also where two pages share the list of them."""
    data = make_pdf(PAGE, "", page=entry, extra=(NOTE, "[5 0 R]"))
    notes = notes_in(reviewed(data, "ICB").data)
    assert [(page, note["/Contents"]) for page, note in notes] == [(1, "Mine"), (1, "Say it plainly."), (2, "Mine")]


def test_second_review_keeps_the_first() -> None:
    """A copy can be reviewed again."""
    once = reviewed(make_pdf(PAGE), "ICB").data
    twice = PdfReviewer().review(read(once), [comment_on(read(once), "meet")], [], when=WHEN)
    assert twice.data.startswith(once)
    assert len(notes_in(twice.data)) == 2


def test_picture_has_a_band_at_its_top() -> None:
    """A comment on the description of a picture is on the picture, and says what it is about."""
    picture = "q 100 0 0 80 50 600 cm BI /W 1 /H 1 /CS /G /BPC 8 ID a EI Q\n"
    data = tagged_pdf([tag("Figure", 0, entries="/Alt (Beds of the ICB)")], marked(0, picture))
    ((_, note),) = notes_in(reviewed(data, "ICB").data)
    assert note["/Contents"] == "In the description of this picture: Say it plainly."
    assert [float(value) for value in note["/Rect"]] == [50, 666, 150, 680]


def test_picture_that_is_nowhere_has_no_highlight() -> None:
    """A comment on the description of nothing is counted as left out."""
    data = tagged_pdf([tag("Figure", 0, entries="/Alt (Beds of the ICB)"), tag("P", 1)], marked(1, PAGE))
    review = reviewed(data, "Beds", "meet")
    assert (review.comments, review.left_out, len(notes_in(review.data))) == (1, 1, 1)


def with_stream(data: bytes) -> bytes:
    """Return a PDF with its cross-reference table as a stream, as newer files have it."""
    start = data.index(b"xref\n0 ")
    count = int(data[start + 7 :].split(b"\n")[0])
    entries = data[start:].split(b"\n")[3 : 2 + count]
    rows = bytes(6) + b"".join(b"\1" + int(each[:10]).to_bytes(4, "big") + b"\0" for each in entries)
    rows += b"\1" + start.to_bytes(4, "big") + b"\0"
    packed = zlib.compress(rows)
    described = b"/Type /XRef /Size %d /W [1 4 1] /Root 1 0 R /ID [<AB> <CD>] /Filter /FlateDecode" % (count + 1)
    stream = b"%d 0 obj\n<< %b /Length %d >>\nstream\n%b\nendstream\nendobj\n" % (count, described, len(packed), packed)
    return data[:start] + stream + b"startxref\n%d\n%%%%EOF" % start


@pytest.mark.parametrize("make", [bytes, with_stream])
def test_other_programs_find_no_fault(make: Any, tmp_path: Path) -> None:
    """The copy is sound, with a list of its objects of the kind that the file has."""
    path = tmp_path / "paper.pdf"
    review = reviewed(make(make_pdf(PAGE, PAGE)), "ICB", "management")
    path.write_bytes(review.data)
    added = review.data[len(make_pdf(PAGE, PAGE)) :]
    assert (b"\nxref\n" in added, b"/Type /XRef" in added) == ((True, False) if make is bytes else (False, True))
    checked = run("qpdf", "--check", path)
    assert (checked.returncode, checked.stderr) == (0, b"")


def rendered(data: bytes, folder: Path) -> tuple[int, bytes]:
    """Return the width of the first page and the red, green and blue of its points."""
    path = folder / "page.pdf"
    path.write_bytes(data)
    drawn = run("pdftoppm", "-r", "72", "-f", "1", "-l", "1", path).stdout
    _, size, _, points = drawn.split(b"\n", 3)
    return int(size.split()[0]), points


@pytest.mark.parametrize(
    ("turn", "made"),
    [
        pytest.param("", {}, id="plain"),
        pytest.param("", {"page": "/Rotate 90"}, id="rotated"),
        pytest.param("", {"page": "/Rotate 180"}, id="upside-down"),
        pytest.param("", {"page": "/CropBox [10 80 150 140]"}, id="cropped"),
        pytest.param("", {"box": "-50 -20 150 130"}, id="negative-origin"),
        pytest.param("0 1 -1 0 150 0 cm\n", {}, id="text-upwards"),
        pytest.param("0 -1 1 0 0 150 cm\n", {}, id="text-downwards"),
        pytest.param("", {"page": "/Rotate 270 /CropBox [10 80 150 140]", "box": "-50 -20 150 150"}, id="all-of-it"),
        pytest.param("0 1 -1 0 150 0 cm\n", {"page": "/Rotate 90"}, id="turned-upright"),
    ],
)
def test_nothing_but_the_words_turns_yellow(turn: str, made: dict[str, Any], tmp_path: Path) -> None:
    """The word, which is red here, stands on yellow, and no point changes but those right around it."""
    data = make_pdf(f"q\n{turn}{RED}Q\n", **{"box": CARD, **made})
    width, before = rendered(data, tmp_path)
    _, after = rendered(reviewed(data, "ICB").data, tmp_path)
    old = {(index // 3 % width, index // 3 // width): before[index : index + 3] for index in range(0, len(before), 3)}
    new = {(index // 3 % width, index // 3 // width): after[index : index + 3] for index in range(0, len(after), 3)}
    red = [place for place, (r, g, _) in old.items() if r > g + 60]
    columns, rows = sorted({x for x, _ in red}), sorted({y for _, y in red})
    changed = [place for place in old if old[place] != new[place]]
    assert all(columns[0] - 4 <= x <= columns[-1] + 4 and rows[0] - 4 <= y <= rows[-1] + 4 for x, y in changed)
    white = [place for place, colour in old.items() if colour == b"\xff\xff\xff"]
    paper = [(x, y) for x, y in white if columns[0] <= x <= columns[-1] and rows[0] <= y <= rows[-1]]
    assert paper
    assert all(r > 250 and g > 220 and b < 140 for r, g, b in (new[place] for place in paper))
    # The colour goes under the letters: no point is lighter than it was.
    assert all(value <= was for place in changed for value, was in zip(new[place], old[place], strict=True))


def test_signed_file_is_written_with_a_notice() -> None:
    """What was signed stays as it was; the notice says what viewers will show."""
    data = make_pdf(PAGE, extra=("<< /Type /Sig /ByteRange [0 10 20 30] >>",))
    review = reviewed(data, "ICB")
    assert len(review.notices) == 1
    assert "changed after signing" in review.notices[0]


@pytest.mark.parametrize(("allowed", "notes"), [(1, 0), (2, 0), (3, 1)])
def test_certified_file_is_refused_where_notes_are_not_allowed(allowed: int, notes: int) -> None:
    """The author of a certified file says what may be added."""
    rights = f"<< /Type /Sig /Reference [<< /TransformMethod /DocMDP /TransformParams << /P {allowed} >> >>] >>"
    data = make_pdf(PAGE, extra=(rights,), catalogue="/Perms << /DocMDP 5 0 R >>")
    if notes:
        assert reviewed(data, "ICB").comments == notes
        return
    with pytest.raises(WriteError, match=r"certified.*plainspeak report"):
        reviewed(data, "ICB")


def test_protected_file_is_refused() -> None:
    """A file that opens without a password but is encrypted can't be added to."""
    writer = PdfWriter(clone_from=BytesIO(make_pdf(PAGE)))
    writer.encrypt("", "secret", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    with pytest.raises(WriteError, match=r"protected.*plainspeak report"):
        reviewed(out.getvalue(), "ICB")


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_a_file_protected_in_the_newest_way(tmp_path: Path) -> None:
    """It is called protected, and not damaged."""
    (tmp_path / "plain.pdf").write_bytes(make_pdf(PAGE))
    command = ["qpdf", "--encrypt", "", "secret", "256", "--", str(tmp_path / "plain.pdf"), str(tmp_path / "aes.pdf")]
    subprocess.run(command, check=True)
    with pytest.raises(WriteError, match=r"protected.*plainspeak report"):
        reviewed((tmp_path / "aes.pdf").read_bytes(), "ICB")


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda data: data[: data.rindex(b"startxref")], id="no-start"),
        pytest.param(lambda data: data.replace(b"startxref\n", b"startxref\n1"), id="wrong-start"),
        pytest.param(lambda data: data.replace(b"/Count 1", b"/Count 2"), id="more-pages-than-there-are"),
        pytest.param(lambda data: data.replace(b"/Size 7", b"/Size 9999999"), id="too-many-objects"),
        pytest.param(lambda data: b"From: Jo\n" * 9 + data, id="letter-before-it"),
    ],
)
def test_damaged_file_is_refused(damage: Any) -> None:
    """What PDFium can mend to read is not added to: one clear error, and nothing written."""
    data = damage(make_pdf(PAGE))
    with pytest.raises(WriteError, match=r"can’t be added safely.*plainspeak report"):
        reviewed(data, "ICB")


def test_child_that_dies_is_one_clear_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without an answer there is no copy."""
    document = read(make_pdf(PAGE))
    monkeypatch.setattr(plainspeak.reviewers.pdf.reviewer, "ask_child", lambda *_, **__: [{"pages": 1}])
    with pytest.raises(WriteError, match="can’t be added safely"):
        PdfReviewer().review(document, [comment_on(document, "ICB")], [], when=WHEN)


def test_other_documents_are_refused() -> None:
    """Only what was read from a PDF can be written to one."""
    document = PlainTextReader().read(b"The ICB met.", name="paper.txt", limits=Limits())
    with pytest.raises(WriteError, match="did not come from a PDF"):
        PdfReviewer().review(document, [comment_on(document, "ICB")], [], when=WHEN)


def test_nothing_to_say_is_the_same_file() -> None:
    """Without comments, the copy is the file."""
    data = make_pdf(PAGE)
    assert reviewed(data).data == data
