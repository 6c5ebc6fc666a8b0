"""Add objects to the end of a PDF, as an incremental update: every byte that was there stays as it was."""

from __future__ import annotations

import hashlib
import re
import struct
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO

from pypdf import PageObject, PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, PdfObject

__all__ = ["PdfUpdate", "UnwritableError"]

_START = re.compile(rb"startxref\s+(\d{1,10})")
_TAIL_BYTES = 2048
_OBJECT = re.compile(rb"\s*\d+\s+\d+\s+obj\b")
_TABLE = re.compile(rb"\s*xref\b")
_MOST_OBJECTS = 4_000_000
_ONLY_FORMS = 2


class UnwritableError(Exception):
    """A file can't take annotations: it is ``broken``, ``certified`` (to stay as it is) or ``encrypted``."""


class PdfUpdate:
    """New objects for a PDF, and new versions of its pages.

    pypdf only reads here. What it writes has a cross-reference stream also where the file has tables, which some
    viewers don't like; and it copies all objects first, where only some pages change.

    Raises:
        UnwritableError: the file can't be added to.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        found = _START.findall(data[-_TAIL_BYTES:])
        self._previous = int(found[-1]) if found else len(data)
        self._has_table = bool(_TABLE.match(data, self._previous))
        if not self._has_table and not _OBJECT.match(data, self._previous):
            raise UnwritableError("broken")
        self._reader = PdfReader(BytesIO(data))
        if self._reader.is_encrypted:
            raise UnwritableError("encrypted")
        if _allows_no_notes(self._reader):
            raise UnwritableError("certified")
        self._objects: dict[tuple[int, int], bytes] = {}
        self._next = self._first_free()

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self._reader.pages)

    def add(self, content: bytes) -> str:
        """Add an object, and return the reference to it."""
        number = self._next
        self._next += 1
        self._objects[number, 0] = content
        return f"{number} 0 R"

    def page_reference(self, index: int) -> str:
        """Return the reference to a page, from 0."""
        number, generation = _reference(self._reader.pages[index])
        return f"{number} {generation} R"

    def annotate(self, index: int, annotations: list[str]) -> None:
        """Put annotations, by their references, behind those that a page has. Once for each page."""
        page = self._reader.pages[index]
        there = _resolved(page.get("/Annots"))
        kept = list(there) if isinstance(there, ArrayObject) else []
        added = [IndirectObject(int(each.split()[0]), 0, self._reader) for each in annotations]
        # The array becomes the page's own, in case other pages share it.
        page[NameObject("/Annots")] = ArrayObject([*kept, *added])
        self._objects[_reference(page)] = _serialised(page)

    def written(self) -> bytes:
        """Return what goes behind the bytes of the file."""
        out = BytesIO()
        out.write(b"" if self._data.endswith((b"\n", b"\r")) else b"\n")
        offsets: dict[tuple[int, int], int] = {}
        for (number, generation), content in sorted(self._objects.items()):
            offsets[number, generation] = len(self._data) + out.tell()
            out.write(b"%d %d obj\n%b\nendobj\n" % (number, generation, content))
        start = len(self._data) + out.tell()
        trailer = self._trailer(hashlib.sha256(out.getvalue()).hexdigest()[:32])
        if self._has_table:
            out.write(b"%btrailer\n<< /Size %d %b >>\n" % (_table(offsets), self._next, trailer))
        else:
            offsets[self._next, 0] = start
            out.write(_stream(self._next, offsets, trailer))
        out.write(b"startxref\n%d\n%%%%EOF\n" % start)
        return out.getvalue()

    def _trailer(self, digest: str) -> bytes:
        """Return the entries of the trailer, but for the size."""
        trailer = self._reader.trailer
        entries = [b"/Prev %d" % self._previous]
        for key in ("/Root", "/Info"):
            if key in trailer:
                entries.append(b"%b %b" % (key.encode(), _serialised(trailer.raw_get(key))))
        identifier = _resolved(trailer.get("/ID"))
        if isinstance(identifier, ArrayObject) and identifier:
            # The first half stays for ever; the second says which version it is.
            entries.append(b"/ID [%b <%b>]" % (_serialised(identifier[0]), digest.encode()))
        return b" ".join(entries)

    def _first_free(self) -> int:
        """Return a number above those of all objects, whatever the trailer says."""
        reader = self._reader
        size = reader.trailer.get("/Size")
        used = [*reader.xref_objStm, *(number for numbers in reader.xref.values() for number in numbers)]
        free = max(int(size) if isinstance(size, int) else 0, max(used, default=0) + 1)
        if free > _MOST_OBJECTS:
            raise UnwritableError("broken")
        return free


def _allows_no_notes(reader: PdfReader) -> bool:
    """Tell whether the author has certified the file, and allows no more than to fill in its forms."""
    found: PdfObject | None = reader.trailer
    for step in ("/Root", "/Perms", "/DocMDP", "/Reference", 0, "/TransformParams"):
        if isinstance(step, str):
            found = found.get(step) if isinstance(found, DictionaryObject) else None
        else:
            found = found[step] if isinstance(found, ArrayObject) and len(found) > step else None
        found = _resolved(found)
    if not isinstance(found, DictionaryObject):
        return False
    allowed = found.get("/P", _ONLY_FORMS)
    return isinstance(allowed, int) and allowed <= _ONLY_FORMS


def _resolved(value: PdfObject | None) -> PdfObject | None:
    return value.get_object() if isinstance(value, IndirectObject) else value


def _reference(page: PageObject) -> tuple[int, int]:
    reference = page.indirect_reference
    if reference is None:
        raise UnwritableError("broken")
    return reference.idnum, reference.generation


def _serialised(value: PdfObject) -> bytes:
    out = BytesIO()
    value.write_to_stream(out)
    return out.getvalue()


def _runs(numbers: Iterable[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Yield the runs of object numbers that follow each other."""
    run: list[tuple[int, int]] = []
    for each in numbers:
        if run and each[0] != run[-1][0] + 1:
            yield run
            run = []
        run.append(each)
    yield run


def _table(offsets: Mapping[tuple[int, int], int]) -> bytes:
    """Return a cross-reference table."""
    lines = []
    for run in _runs(sorted(offsets)):
        lines.append(b"%d %d\n" % (run[0][0], len(run)))
        lines += [b"%010d %05d n \n" % (offsets[number, generation], generation) for number, generation in run]
    return b"xref\n" + b"".join(lines)


def _stream(number: int, offsets: Mapping[tuple[int, int], int], trailer: bytes) -> bytes:
    """Return a cross-reference stream, which is an object itself."""
    index = b" ".join(b"%d %d" % (run[0][0], len(run)) for run in _runs(sorted(offsets)))
    rows = b"".join(struct.pack(">BIH", 1, offsets[key], key[1]) for key in sorted(offsets))
    entries = b"/Type /XRef /Size %d /Index [%b] /W [1 4 2] %b /Length %d" % (number + 1, index, trailer, len(rows))
    return b"%d 0 obj\n<< %b >>\nstream\n%b\nendstream\nendobj\n" % (number, entries, rows)
