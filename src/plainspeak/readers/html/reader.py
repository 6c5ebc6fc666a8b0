"""Read HTML pages: the text that a visitor sees, with the exact place of every character."""

from __future__ import annotations

import re
from typing import ClassVar

from plainspeak.document import Document
from plainspeak.readers._outline import Outline
from plainspeak.readers._source_map import SourceMap
from plainspeak.readers.base import Limits
from plainspeak.readers.encoding import looks_like_text, read_decoded
from plainspeak.readers.html.blocks import HtmlBlocks

__all__ = ["HtmlReader"]

_CHARSET = re.compile(
    rb"""<(?:meta\b[^>]*?\bcharset|\?xml\b[^>]*?\bencoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.DOTALL | re.IGNORECASE
)


class HtmlReader:
    """Reads HTML and XHTML.

    Text in ``nav`` is read but not checked. Code, scripts and hidden elements are left out. The words of ``alt``,
    ``aria-label`` and ``title`` follow the block that they stand in. A ``plainspeak-ignore`` comment is about the
    element that follows it, or about the block that it stands in.
    """

    media_type: ClassVar[str] = "text/html"
    suffixes: ClassVar[tuple[str, ...]] = (".html", ".htm", ".xhtml")

    def sniff(self, head: bytes, name: str) -> float:
        """Return how sure it is that a file is a web page."""
        if not looks_like_text(head):
            return 0.0
        if _START.match(head):
            return 0.95
        return 0.8 if name.lower().endswith(self.suffixes) else 0.0

    def read(self, data: bytes, *, name: str, limits: Limits) -> Document:
        """Return the document; the encoding is the byte order mark's, else UTF-8, else what the page says it is."""
        charset = _CHARSET.search(data[:1024])
        declared = charset[1].decode("ascii", "replace") if charset else None
        # A page whose letters are not UTF-16 cannot rightly say in those letters that they are.
        if declared and declared.lower().startswith(("utf-16", "utf-32")):
            declared = None
        return read_decoded(self.read_text, data, name=name, limits=limits, charset=declared)

    def read_text(self, text: str, *, name: str) -> Document:
        """Return the document of a text that is already decoded."""
        outline = Outline()
        HtmlBlocks(outline, SourceMap(text, text)).read()
        return outline.document(name=name, media_type=self.media_type, source=text)
