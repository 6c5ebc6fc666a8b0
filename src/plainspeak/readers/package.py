"""Open a zip of XML parts (Word, PowerPoint, Excel, OpenDocument) without trusting it."""

from __future__ import annotations

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from types import MappingProxyType
from urllib.parse import unquote

from lxml import etree

from plainspeak.errors import ReadError
from plainspeak.readers.base import OLE2_MAGIC, ZIP_MAGIC, Limits

__all__ = ["TOO_DEEP", "Package", "Relationship", "sniff_office"]

TOO_DEEP = "This file has parts inside parts, too many levels deep to read. Copy its text into a new file."

_CHUNK = 1024 * 1024
_BAD_ZIP = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    EOFError,
    LookupError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
"""What :mod:`zipfile` raises on damaged bytes: it checks little before it uses a number that it read."""


def sniff_office(head: bytes, name: str, *, folder: bytes, endings: tuple[str, ...]) -> float:
    """Return how sure it is, from 0 to 1, that a file is of an Office format.

    Old, locked and damaged files count too: their reader says what is wrong with them.

    Args:
        head: the first bytes of the file.
        name: its name.
        folder: the folder that such a file has for its parts, such as ``b"word/"``.
        endings: how the names of such files end, the old format's too.
    """
    named = name.lower().endswith(endings)
    if head.startswith(ZIP_MAGIC):
        if folder in head:
            return 0.95
        return 0.8 if named else 0.1
    if head.startswith(OLE2_MAGIC):
        return 0.9 if named else 0.0
    return 0.3 if named else 0.0


@dataclass(frozen=True, slots=True)
class Relationship:
    """A link from one part of the package to another, or to something outside it."""

    id: str
    kind: str
    """The last word of its type: ``styles``, ``header``, ``officeDocument`` ..."""
    target: str
    """The name of a part of this package; as written when ``external``."""
    external: bool = False


class Package:
    """The parts of one file; nothing is unpacked to disk and nothing outside the file is fetched.

    Args:
        data: the whole file.
        limits: how much may be read.
        program: the program that saves such files, for error messages.

    Raises:
        ReadError: it is no such file, it is damaged or protected, or it is built to do harm.
    """

    def __init__(self, data: bytes, *, limits: Limits, program: str) -> None:
        self.data = data
        self._limits = limits
        self._program = program
        self._unpacked = 0
        self._trees: dict[str, etree._Element] = {}
        self._zip = self._open()
        self._members = dict(self._index())

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, in the order of the file."""
        return tuple(info.filename.replace("\\", "/") for info in self._members.values())

    @property
    def trees(self) -> Mapping[str, etree._Element]:
        """The root element of each part parsed so far, by its name."""
        return MappingProxyType(self._trees)

    def __contains__(self, name: str) -> bool:
        """Tell whether there is a part of that name."""
        return name.lower() in self._members

    def read(self, name: str) -> bytes:
        """Return the bytes of a part.

        Raises:
            ReadError: it is damaged, or larger than the limits allow.
            KeyError: there is no such part.
        """
        info = self._members[name.lower()]
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise self._damaged()
        pieces = []
        size = 0
        try:
            with self._zip.open(info) as stream:
                # What the zip says of its sizes may be a lie: only what has been unpacked counts.
                while chunk := stream.read(_CHUNK):
                    size += len(chunk)
                    self._unpacked += len(chunk)
                    self._refuse_bomb(size, info.compress_size)
                    pieces.append(chunk)
        except _BAD_ZIP as error:
            raise self._damaged() from error
        return b"".join(pieces)

    def xml(self, name: str) -> etree._Element:
        """Return the root element of a part; the same object each time.

        Raises:
            ReadError: it is not well-formed XML, or it holds what these formats forbid.
            KeyError: there is no such part.
        """
        tree = self._trees.get(name)
        if tree is None:
            tree = self._trees[name] = self._parse(self.read(name))
        return tree

    def relationships(self, part: str = "") -> tuple[Relationship, ...]:
        """Return the links from a part, or from the package itself; none when it has no list of them."""
        folder, base = posixpath.split(part)
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        if name not in self:
            return ()
        return tuple(self._relationship(element, folder) for element in self.xml(name) if element.get("Target"))

    def related(self, part: str, kind: str) -> Iterator[str]:
        """Yield the names of the parts of this package that a part links to in one way; see :meth:`relationships`."""
        for link in self.relationships(part):
            if link.kind == kind and not link.external and link.target in self:
                yield link.target

    def _relationship(self, element: etree._Element, folder: str) -> Relationship:
        target = element.get("Target", "")
        kind = element.get("Type", "").rpartition("/")[2]
        external = element.get("TargetMode", "") == "External"
        if not external:
            # An absolute target starts at the root of the package: join() then drops the folder.
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            if target not in self and unquote(target) in self:
                target = unquote(target)
        return Relationship(element.get("Id", ""), kind, target, external)

    def _open(self) -> zipfile.ZipFile:
        if not self.data:
            raise ReadError("This file is empty. Check that it was saved or sent in full.")
        if len(self.data) > self._limits.file_bytes:
            megabytes = self._limits.file_bytes // (1024 * 1024)
            raise ReadError(
                f"This file is larger than {megabytes} MB. Take out large pictures, or split it into parts."
            )
        if self.data.startswith(OLE2_MAGIC):
            raise ReadError(_ole2_message(self.data))
        try:
            return zipfile.ZipFile(BytesIO(self.data))
        except _BAD_ZIP as error:
            if self.data.startswith(ZIP_MAGIC[:2]):
                raise self._damaged() from error
            raise ReadError(
                f"This is not a file that {self._program} saves, whatever its name says. "
                f"Open it in the program it came from and save it as a {self._program} file."
            ) from error

    def _index(self) -> Iterator[tuple[str, zipfile.ZipInfo]]:
        infos = self._zip.infolist()
        if len(infos) > self._limits.zip_members:
            raise ReadError(
                f"This file has more than {self._limits.zip_members:,} parts inside it, so it was not opened."
            )
        seen = set()
        for info in infos:
            # Part names do not depend on case; a few programs write backslashes.
            name = info.filename.replace("\\", "/").lower()
            if name in seen:
                raise ReadError(
                    "This file has two parts with the same name, so two programs may read it in two ways. "
                    f"Open it in {self._program}, save it again, and try again."
                )
            seen.add(name)
            if info.flag_bits & 0x1:
                raise ReadError("This file is protected with a password. Take the password off, and try again.")
            # Nothing is ever written to disk, but a part from outside the package has no business here either.
            if not (name.endswith("/") or name.startswith("/") or ".." in name.split("/")):
                yield name, info

    def _refuse_bomb(self, size: int, compressed: int) -> None:
        limits = self._limits
        grown = size > _CHUNK and size > limits.compression_ratio * max(1, compressed)
        if grown or size > limits.xml_part_bytes or self._unpacked > limits.xml_total_bytes:
            raise ReadError(
                "This file grows far too large when it is unpacked, so it was not read. "
                f"If you trust it, open it in {self._program}, save it again, and try again."
            )

    def _parse(self, data: bytes) -> etree._Element:
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
                raise _forbidden() from error
            message = str(error).lower()
            if "depth" in message:
                raise ReadError(TOO_DEEP) from error
            if "huge" in message or "too long" in message or "xml_parse_huge" in message:
                raise ReadError(
                    "This file has a single piece of text that is too long to read. Break it into paragraphs."
                ) from error
            raise self._damaged() from error
        except ValueError as error:
            raise self._damaged() from error
        # An entity that is not expanded drops the text after it without a word; these formats forbid the lot.
        if root.getroottree().docinfo.internalDTD is not None:
            raise _forbidden()
        return root

    def _damaged(self) -> ReadError:
        return ReadError(
            f"This file is damaged or incomplete. Open it in {self._program}, save it again, and try again; "
            "or ask for a new copy."
        )


def _forbidden() -> ReadError:
    return ReadError(
        "This file holds a document type definition, which no Office program writes and which can do harm. "
        "It was not read. Ask where the file came from."
    )


def _ole2_message(data: bytes) -> str:
    """Say what an OLE2 file is; its directory holds the names of its streams in UTF-16."""

    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        return "This file is protected with a password. Open it, take the password off, save it, and try again."
    for stream, program, new in (
        ("WordDocument", "Word", ".docx"),
        ("PowerPoint Document", "PowerPoint", ".pptx"),
        ("Workbook", "Excel", ".xlsx"),
    ):
        if holds(stream):
            return f"This is an old {program} file. Open it in {program}, save it as {new}, and try again."
    return (
        "This file is protected with a password, or it is in an old Office format. "
        "Open it, save it as a new file without a password, and try again."
    )
