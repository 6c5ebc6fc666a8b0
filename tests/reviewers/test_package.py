"""Patching a zip: what isn't changed stays as it was, byte for byte."""

from __future__ import annotations

import io
import random
import zipfile

import pytest
from lxml import etree

from plainspeak.errors import WriteError
from plainspeak.readers.base import Limits
from plainspeak.readers.package import Package
from plainspeak.reviewers.package import PackagePatch

TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
NOISE = random.Random(5).randbytes(5000)


def packed(*, streamed: bool = False, **more: bytes) -> bytes:
    """A zip with parts that are stored, squeezed, empty and named in small and capital letters."""
    buffer = io.BytesIO()
    target = Unseekable(buffer) if streamed else buffer
    with zipfile.ZipFile(target, "w") as archive:  # type: ignore[call-overload]
        archive.writestr("mimetype", "text/x-test", zipfile.ZIP_STORED)
        archive.writestr("[Content_Types].xml", TYPES, zipfile.ZIP_DEFLATED)
        archive.writestr("media/Noise.bin", NOISE, zipfile.ZIP_DEFLATED)
        archive.writestr("empty", b"")
        for name, data in more.items():
            archive.writestr(f"{name}.xml", data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


class Unseekable(io.RawIOBase):
    """A stream as some programs write zips: sizes come after the data."""

    def __init__(self, target: io.BytesIO) -> None:
        self.target = target

    def writable(self) -> bool:
        """It takes data."""
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]
        """Pass data on."""
        return self.target.write(data)


def patch_of(data: bytes) -> PackagePatch:
    """A patch of a zip."""
    return PackagePatch(Package(data, limits=Limits(), program="Word"))


@pytest.mark.parametrize("streamed", [False, True])
def test_other_parts_stay_as_they_were(streamed: bool) -> None:
    """Their bytes aren't even unpacked; names, order, times and ways of packing stay."""
    data = packed(streamed=streamed, doc=b"<a/>")
    patch = patch_of(data)
    patch.tree("doc.xml").set("new", "1")
    patch.add("added.bin", b"more")
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(io.BytesIO(patch.written())) as after:
        assert after.testzip() is None
        assert after.namelist() == [*before.namelist(), "added.bin"]
        for info in before.infolist():
            copied = after.getinfo(info.filename)
            if info.filename != "doc.xml":
                assert after.read(copied) == before.read(info)
                assert (copied.date_time, copied.compress_type, copied.compress_size, copied.external_attr) == (
                    info.date_time,
                    info.compress_type,
                    info.compress_size,
                    info.external_attr,
                )
        assert etree.fromstring(after.read("doc.xml")).get("new") == "1"
        assert after.read("added.bin") == b"more"


def test_the_file_itself_and_its_trees_stay() -> None:
    """A patch works on copies, and the same patch gives the same bytes."""
    package = Package(packed(doc=b"<a/>"), limits=Limits(), program="Word")
    root = package.xml("doc.xml")
    written = []
    for _ in range(2):
        patch = PackagePatch(package)
        patch.tree("doc.xml").set("new", "1")
        written.append(patch.written())
    assert root.attrib == {}
    assert written[0] == written[1]


def test_links_and_types() -> None:
    """A link has a free number and a path from its part; a list of links is made where there is none."""
    patch = patch_of(packed())
    assert [patch.link("word/document.xml", "comments", f"word/c{n}.xml") for n in (1, 2)] == ["rId1", "rId2"]
    patch.link("xl/sheets/s.xml", "comments", "xl/comments1.xml", strict=True)
    patch.set_type("word/c1.xml", "a/b")
    for _ in range(2):
        patch.set_default_type("vml", "c/d")
    with zipfile.ZipFile(io.BytesIO(patch.written())) as archive:
        links = archive.read("word/_rels/document.xml.rels").decode()
        assert 'Target="c1.xml"' in links
        strict = archive.read("xl/sheets/_rels/s.xml.rels").decode()
        assert 'Target="../comments1.xml"' in strict
        assert "purl.oclc.org" in strict
        types = archive.read("[Content_Types].xml").decode()
        assert types.count("c/d") == 1
        assert '<Override PartName="/word/c1.xml" ContentType="a/b"/>' in types


def test_a_number_that_is_taken_is_passed_over() -> None:
    """Numbers needn't be in order."""
    links = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    links += b'<Relationship Id="rId2" Type="x/y" Target="z"/></Relationships>'
    buffer = io.BytesIO(packed())
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("_rels/main.xml.rels", links)
    patch = patch_of(buffer.getvalue())
    assert [patch.link("main.xml", "a", "b.xml") for _ in range(2)] == ["rId3", "rId4"]


def test_free_names() -> None:
    """A name that is taken gets a number."""
    patch = patch_of(packed(doc=b"<a/>"))
    assert patch.free_name("doc.xml") == "doc2.xml"
    patch.add("doc2.xml", b"")
    assert patch.free_name("doc.xml") == "doc3.xml"
    assert patch.free_name("other.xml") == "other.xml"


def test_parts_that_lie_over_each_other_are_refused() -> None:
    """Such a zip is built to do harm, and no copy of it could be the same."""
    data = bytearray(packed(doc=b"<a>" + b"x" * 500 + b"</a>"))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        noise, empty = archive.getinfo("media/Noise.bin"), archive.getinfo("empty")
    # In the list of parts, "empty" is moved to where the noise has only just begun.
    place = data.rindex(b"empty") - 4
    data[place : place + 4] = (noise.header_offset + 40).to_bytes(4, "little")
    assert empty.header_offset > noise.header_offset
    patch = patch_of(bytes(data))
    patch.add("added.bin", b"more")
    with pytest.raises(WriteError, match="unusual"):
        patch.written()
