"""Readers: from the bytes of a file, or a text, to a document. Each format's module is imported when it is needed."""

from plainspeak.readers.base import Limits, Reader, TextReader
from plainspeak.readers.registry import advice_for, media_type_of, read_bytes, read_document, read_text, suffixes

__all__ = [
    "Limits",
    "Reader",
    "TextReader",
    "advice_for",
    "media_type_of",
    "read_bytes",
    "read_document",
    "read_text",
    "suffixes",
]
