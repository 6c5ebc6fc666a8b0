"""Opening a zip of XML parts without trusting it."""

from __future__ import annotations

import io
import warnings
import zipfile

import pytest

from plainspeak.errors import ReadError
from plainspeak.readers.base import OLE2_MAGIC, Limits
from plainspeak.readers.package import Package

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def zipped(*parts: tuple[str, str | bytes]) -> bytes:
    """A zip of parts, as given."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # two parts of one name are what one test is about
        for name, content in parts:
            archive.writestr(name, content)
    return buffer.getvalue()


def opened(*parts: tuple[str, str | bytes], limits: Limits | None = None) -> Package:
    """A package with those parts."""
    return Package(zipped(*parts), limits=limits or Limits(), program="Word")


def test_reads_parts_whatever_their_case() -> None:
    """Part names do not depend on case, and a parsed part is the same object each time."""
    package = opened(("Word/Document.xml", "<a>text</a>"))
    assert package.names == ("Word/Document.xml",)
    assert "word/document.xml" in package
    assert package.read("word/document.xml") == b"<a>text</a>"
    assert package.xml("word/document.xml") is package.xml("word/document.xml")
    assert "other.xml" not in package


def test_comments_do_not_split_text() -> None:
    """Text with a comment or an instruction in it is one piece."""
    assert opened(("a.xml", "<a>one<!-- x --> two<?x?> three</a>")).xml("a.xml").text == "one two three"


def test_relationships_resolve() -> None:
    """Targets are relative to the part, absolute, percent-encoded, or outside the file."""
    links = "".join(
        f'<Relationship Id="{each}" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'
        for each, kind, target, mode in [
            ("a", "styles", "styles.xml", ""),
            ("b", "image", "../media/my%20map.png", ""),
            ("c", "header", "/word/header1.xml", ""),
            ("d", "hyperlink", "https://example.org/", ' TargetMode="External"'),
        ]
    )
    package = opened(
        ("word/_rels/document.xml.rels", f"<Relationships>{links}</Relationships>"), ("media/my map.png", b"x")
    )
    found = package.relationships("word/document.xml")
    assert [(link.kind, link.target, link.external) for link in found] == [
        ("styles", "word/styles.xml", False),
        ("image", "media/my map.png", False),
        ("header", "word/header1.xml", False),
        ("hyperlink", "https://example.org/", True),
    ]
    assert package.relationships() == ()


def test_names_that_lead_out_are_left_out() -> None:
    """A part that would be written outside a folder is not a part."""
    assert opened(("../../evil.txt", "x"), ("/root.txt", "x"), ("a.xml", "<a/>"), ("dir/", "")).names == ("a.xml",)


@pytest.mark.parametrize("second", ["a.xml", "A.XML"])
def test_two_parts_of_one_name(second: str) -> None:
    """Two parts of one name are refused: two programs could read two different papers."""
    with pytest.raises(ReadError, match="same name"):
        opened(("a.xml", "<a/>"), (second, "<b/>"))


@pytest.mark.parametrize(
    ("stream", "message"),
    [
        ("EncryptedPackage", "protected with a password"),
        ("WordDocument", r"old Word file.*\.docx"),
        ("PowerPoint Document", r"old PowerPoint file.*\.pptx"),
        ("Workbook", r"old Excel file.*\.xlsx"),
        ("Something", "password, or it is in an old"),
    ],
)
def test_old_and_protected_files(stream: str, message: str) -> None:
    """Old Office files and protected ones share a signature; their streams tell them apart."""
    data = OLE2_MAGIC + b"\0" * 512 + stream.encode("utf-16-le") + b"\0" * 64
    with pytest.raises(ReadError, match=message):
        Package(data, limits=Limits(), program="Word")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "document type"),
        ('<!DOCTYPE a SYSTEM "file:///etc/hostname"><a/>', "document type"),
        ('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x; lost</a>', "document type"),
        (
            "<!DOCTYPE a ["
            + '<!ENTITY x0 "ha">'
            + "".join(f'<!ENTITY x{n} "{f"&x{n - 1};" * 10}">' for n in range(1, 10))
            + "]><a>&x9;</a>",
            "document type",
        ),
        ("<a>" * 5000 + "</a>" * 5000, "too many levels"),
        ("<a>", "damaged"),
        ("", "damaged"),
        ("\0\1\2", "damaged"),
    ],
)
def test_xml_that_is_refused(content: str, message: str) -> None:
    """Entities, endless nesting and broken XML each get a clear error."""
    package = opened(("a.xml", content))
    with pytest.raises(ReadError, match=message):
        package.xml("a.xml")


def test_a_bomb_is_refused_while_it_is_read() -> None:
    """A part that grows out of all proportion is refused; a large one that does not is read."""
    with pytest.raises(ReadError, match="far too large"):
        opened(("a.xml", b"\0" * 3_000_000)).read("a.xml")
    assert len(opened(("a.xml", b"\0" * 900_000)).read("a.xml")) == 900_000


def test_limits_on_size() -> None:
    """Limits hold for one part, for all parts together, for their number, and for the file."""
    content = b"0123456789" * 100
    with pytest.raises(ReadError, match="far too large"):
        opened(("a.xml", content), limits=Limits(xml_part_bytes=999)).read("a.xml")
    package = opened(("a.xml", content), ("b.xml", content), limits=Limits(xml_total_bytes=1500))
    package.read("a.xml")
    with pytest.raises(ReadError, match="far too large"):
        package.read("b.xml")
    with pytest.raises(ReadError, match="more than 1 parts"):
        opened(("a.xml", ""), ("b.xml", ""), limits=Limits(zip_members=1))
    with pytest.raises(ReadError, match="larger than 0 MB"):
        opened(("a.xml", ""), limits=Limits(file_bytes=10))


def test_text_that_is_too_long() -> None:
    """One piece of text beyond what the parser takes gets a clear error."""
    content = b"<a>" + bytes(range(97, 123)) * 420_000 + b"</a>"
    package = opened(("a.xml", content), limits=Limits(compression_ratio=10_000))
    with pytest.raises(ReadError, match="too long"):
        package.xml("a.xml")


def test_parts_that_only_claim_to_be_small() -> None:
    """The sizes that a zip states are not trusted: a false one is damage, not a way past the limits."""
    data = bytearray(zipped(("a.xml", b"x" * 5000)))
    at = data.rindex(b"PK\x01\x02") + 24
    data[at : at + 4] = (10).to_bytes(4, "little")
    package = Package(bytes(data), limits=Limits(), program="Word")
    with pytest.raises(ReadError, match="damaged"):
        package.read("a.xml")
