"""Read Excel files: the words in their cells, their text boxes and the descriptions of their pictures."""

from plainspeak.readers.xlsx.reader import XlsxOrigin, XlsxReader

__all__ = ["XlsxOrigin", "XlsxReader"]
