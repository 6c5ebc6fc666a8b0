"""A page as a Word file opens in Word's relatives and holds what a screen reader needs."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from plainspeak.document import Kind
from plainspeak.exports.docx import page_docx
from plainspeak.exports.page import Page, Section
from plainspeak.readers import read_document

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(data: bytes, name: str) -> _Element:
    """Return a part of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def test_our_own_reader_reads_it(page: Page, tmp_path: Path) -> None:
    """Its title is a heading, and cells are in their rows and columns."""
    path = tmp_path / "words.docx"
    path.write_bytes(page_docx(page))
    blocks = [block for block in read_document(path).blocks if block.text]
    assert (blocks[0].kind, blocks[0].text) == (Kind.HEADING, "Words & <signs>")
    cells = [(block.place.table, block.text) for block in blocks if block.place.table]
    assert cells[:3] == [((1, 1, 1), "Word"), ((1, 1, 2), "What it means"), ((1, 2, 1), "A&B")]
    assert ((1, 2, 2), "See also: beta, gone") in cells
    assert ((2, 2, 2), "[x](javascript:x)") in cells
    assert blocks[-1].text == "Explanations: plainspeak glossary, CC BY 4.0."


def test_headings_have_the_styles_of_headings(page: Page) -> None:
    """The title is at the first level, and each letter at the second."""
    paragraphs = part(page_docx(page), "word/document.xml").iter(f"{W}p")
    styled = [(each.find(f"{W}pPr/{W}pStyle").get(f"{W}val"), "".join(each.itertext())) for each in paragraphs]
    headings = [each for each in styled if each[0].startswith("Heading")]
    assert headings == [("Heading1", "Words & <signs>"), ("Heading2", "A"), ("Heading2", "B")]


def test_each_table_repeats_its_heading_row(page: Page) -> None:
    """Only the first row of a table is repeated, and no row is torn by the end of a page."""
    for table in part(page_docx(page), "word/document.xml").iter(f"{W}tbl"):
        rows = table.findall(f"{W}tr")
        assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [False] * (len(rows) - 1)
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_british_english_and_no_author(page: Page) -> None:
    """The styles say the language; the properties hold the title and nobody's name."""
    data = page_docx(page)
    languages = {each.get(f"{W}val") for each in part(data, "word/styles.xml").iter(f"{W}lang")}
    assert languages == {"en-GB"}
    properties = {etree.QName(each).localname: each.text for each in part(data, "docProps/core.xml")}
    assert properties == {"title": "Words & <signs>", "language": "en-GB"}


def test_styles_that_are_used_are_there(page: Page) -> None:
    """Word shows a style that it doesn't know as plain text, without a word."""
    data = page_docx(page)
    known = {each.get(f"{W}styleId") for each in part(data, "word/styles.xml").iter(f"{W}style")}
    root = part(data, "word/document.xml")
    used = {each.get(f"{W}val") for name in ("pStyle", "tblStyle") for each in root.iter(W + name)}
    assert used <= known


def test_it_is_the_same_each_time(page: Page) -> None:
    """The file holds no time and no chance."""
    assert page_docx(page) == page_docx(page)


def test_a_page_without_entries() -> None:
    """There is no empty table."""
    root = part(page_docx(Page("T", ("Nothing.",), (Section("", ()),))), "word/document.xml")
    assert not list(root.iter(f"{W}tbl"))


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice isn't installed")
def test_libreoffice_opens_it(page: Page, tmp_path: Path) -> None:
    """LibreOffice reads every word."""
    path = tmp_path / "words.docx"
    path.write_bytes(page_docx(page))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    asked = ["soffice", profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path)]
    subprocess.run([*asked, str(path)], check=True, capture_output=True)
    text = (tmp_path / "words.txt").read_text(encoding="utf-8-sig")
    assert "Apples & <b>bees</b>" in text
    assert "*this* | that" in text
