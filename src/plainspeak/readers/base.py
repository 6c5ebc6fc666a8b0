"""What a reader is, and the limits that keep hostile files from doing harm."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Protocol

from plainspeak.document import Document

__all__ = ["OLE2_MAGIC", "ZIP_MAGIC", "Limits", "Reader", "TextReader"]

ZIP_MAGIC = b"PK\x03\x04"
OLE2_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a file is read before it is refused."""

    file_bytes: int = 100 * _MEBIBYTE
    characters: int = 5_000_000
    zip_members: int = 5_000
    xml_part_bytes: int = 64 * _MEBIBYTE
    xml_total_bytes: int = 256 * _MEBIBYTE
    compression_ratio: int = 100
    """The most that an XML part over 1 MiB may grow when unpacked; the largest seen in real papers is 13."""
    pdf_pages: int = 5_000
    pdf_memory_bytes: int = 1536 * _MEBIBYTE
    pdf_seconds: float = 60.0
    pdf_seconds_a_page: float = 1.0


class Reader(Protocol):
    """Reads one format."""

    media_type: ClassVar[str]
    suffixes: ClassVar[tuple[str, ...]]

    def sniff(self, head: bytes, name: str) -> float:
        """Return how sure it is, from 0 to 1, that a file with these first 4,096 bytes is of its format."""
        ...

    def read(self, data: bytes, *, name: str, limits: Limits) -> Document:
        """Return the document.

        Raises:
            ReadError: the file cannot be read; the message says why and what to do.
        """
        ...


class TextReader(Reader, Protocol):
    """Reads a format whose source is text: its positions are lines and columns of that text."""

    def read_text(self, text: str, *, name: str) -> Document:
        """Return the document. Never fails: any text is a document."""
        ...
