"""Read OpenDocument texts and presentations: every character that a reader sees, and where each came from."""

from plainspeak.readers.odf.reader import OdfOrigin, OdpReader, OdtReader

__all__ = ["OdfOrigin", "OdpReader", "OdtReader"]
