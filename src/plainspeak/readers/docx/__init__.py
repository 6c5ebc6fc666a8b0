"""Read Word files: every character that a reader of the paper sees, and where each came from."""

from plainspeak.readers.docx.reader import DocxOrigin, DocxReader

__all__ = ["DocxOrigin", "DocxReader"]
