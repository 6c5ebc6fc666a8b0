"""Read PowerPoint files: slides with their tables and diagrams, and the speaker's notes."""

from plainspeak.readers.pptx.reader import PptxOrigin, PptxReader

__all__ = ["PptxOrigin", "PptxReader"]
