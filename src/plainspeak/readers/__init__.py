"""Readers: from the bytes of a file, or a text, to a document. Each format's module is imported when it is needed."""

from plainspeak.readers.base import Limits, Reader, TextReader
from plainspeak.readers.registry import SUFFIXES, read_bytes, read_document, read_text

__all__ = ["SUFFIXES", "Limits", "Reader", "TextReader", "read_bytes", "read_document", "read_text"]
