"""Build a block's clean prose piece by piece, keeping where each character came from."""

from __future__ import annotations

import re
import unicodedata

from plainspeak.document.model import Block, Kind, Place, Segment

__all__ = ["BlockBuilder"]

_DROPPED = r"\u00ad\u200b-\u200d\u2060\ufeff\x00-\x08\x0e-\x1b\ud800-\udfff"
_SPACES = r"\s\u00a0\u2000-\u200a\u202f\u205f\u3000"
_WORD = rf"[^{_SPACES}{_DROPPED}\u2010\u2011\ufb00-\ufb06]+"
_PIECE = re.compile(
    rf"(?P<plain>{_WORD}(?: {_WORD})*)"
    rf"|(?P<space>[{_SPACES}]+)"
    rf"|(?P<nothing>[{_DROPPED}]+)"
    r"|(?P<hyphen>[\u2010\u2011])"
    r"|(?P<ligature>[\ufb00-\ufb06])"
)


class BlockBuilder:
    """Collect the pieces of one block; each is normalised as it comes.

    Runs of white space become one space (covered by a segment only where it is a single space between words of one
    piece, so that an ordinary line is one segment); soft hyphens, zero-width and control characters go;
    U+2010 and U+2011 become ``-``; ligatures become their letters. Curly quotation marks stay.
    """

    def __init__(self) -> None:
        self._text: list[str] = []
        self._segments: list[Segment] = []
        self._length = 0
        self._pending = ""

    def __bool__(self) -> bool:
        return self._length > 0

    def add(self, text: str, offset: int = 0, *, anchor: object = None, length: int | None = None) -> None:
        """Add the characters found at ``offset`` in ``anchor``.

        Args:
            text: the characters as a reader of the document sees them.
            offset: where they start in the anchor, in characters.
            anchor: see :class:`Segment`; ``None`` is the file itself.
            length: characters of source, when ``text`` is not those characters one for one (an entity, an escape).
        """
        if length is not None:
            self._add_inexact(text, offset, length, anchor)
            return
        for match in _PIECE.finditer(text):
            piece, at = match.group(), offset + match.start()
            kind = match.lastgroup
            if kind == "plain":
                self._append(piece, at, len(piece), anchor, exact=True)
            elif kind == "space":
                self.space()
            elif kind == "hyphen":
                self._append("-", at, 1, anchor, exact=False)
            elif kind == "ligature":
                self._append(unicodedata.normalize("NFKC", piece), at, 1, anchor, exact=False)

    def space(self) -> None:
        """Separate what comes from what is there by one space."""
        if self._length and not self._pending:
            self._pending = " "

    def line_break(self) -> None:
        """Note a line break that the author made on purpose."""
        if self._length:
            self._pending = "\n"

    def build(
        self,
        kind: Kind,
        place: Place,
        *,
        level: int | None = None,
        lang: str | None = None,
        checked: bool = True,
        expansions: tuple[tuple[str, str], ...] = (),
        ignored: frozenset[str] = frozenset(),
    ) -> Block | None:
        """Return the block, or ``None`` when it holds no text. White space at both ends is dropped."""
        if not self._length:
            return None
        return Block(
            kind=kind,
            text="".join(self._text),
            segments=tuple(self._segments),
            place=place,
            level=level,
            lang=lang,
            checked=checked,
            expansions=expansions,
            ignored=ignored,
        )

    def _add_inexact(self, text: str, offset: int, length: int, anchor: object) -> None:
        normal = "".join(_normalised(match) for match in _PIECE.finditer(text))
        if normal.startswith(" "):
            self.space()
        clean = " ".join(normal.split())
        if clean:
            self._append(clean, offset, length, anchor, exact=False)
        if normal.endswith(" "):
            self.space()

    def _append(self, text: str, offset: int, length: int, anchor: object, *, exact: bool) -> None:
        if self._pending:
            self._text.append(self._pending)
            self._length += 1
            self._pending = ""
        start, end = self._length, self._length + len(text)
        self._text.append(text)
        self._length = end
        previous = self._segments[-1] if self._segments else None
        if (
            previous is not None
            and exact
            and previous.exact
            and previous.end == start
            and previous.anchor is anchor
            and previous.offset + previous.length == offset
        ):
            self._segments[-1] = Segment(previous.start, end, previous.offset, previous.length + length, anchor)
        else:
            self._segments.append(Segment(start, end, offset, length, anchor, exact))


def _normalised(match: re.Match[str]) -> str:
    """Return what a piece of text is in a block."""
    piece = match.group()
    normal = {"space": " ", "nothing": "", "hyphen": "-"}.get(match.lastgroup or "", piece)
    return unicodedata.normalize("NFKC", piece) if match.lastgroup == "ligature" else normal
