"""Where the characters of a text that was cut out of a source stand in that source."""

from __future__ import annotations

import bisect

from plainspeak.document import BlockBuilder

__all__ = ["LINE_END", "Piece", "SourceMap"]

Piece = tuple[int, int, int]
"""Where a piece starts in the text, and its offset in the source; then 0 when it is the source's own characters one for
one, else how many of them it stands for."""

LINE_END = -1
"""The offset of a piece that stands for the end of a line."""

# What BlockBuilder does to plain text, for characters that a source spells as an escape such as ``&#8209;``.
_PLAIN = str.maketrans("\u2010\u2011", "--", "\u00ad\u200b\u200c\u200d\u2060\ufeff")


class SourceMap:
    """Adds ranges of a text to a block, each piece with the place that it has in the source."""

    def __init__(self, text: str, source: str, pieces: list[Piece] | None = None) -> None:
        """Make the map; without pieces the text is the source itself."""
        self.text = text
        self._source = source
        self._pieces = pieces or [(0, 0, 0)]
        self._starts = [piece[0] for piece in self._pieces]

    def add(self, builder: BlockBuilder, start: int, end: int) -> None:
        """Add the characters ``text[start:end]``."""
        if len(self._pieces) == 1 and not self._pieces[0][2]:
            text = self.text[start:end]
            at = self._pieces[0][1] + start - self._pieces[0][0]
            if self._source.startswith(text, at):
                builder.add(text, at)
                return
        index = max(0, bisect.bisect_right(self._starts, start) - 1)
        while start < end:
            piece_start, offset, length = self._pieces[index]
            index += 1
            stop = min(end, self._starts[index]) if index < len(self._starts) else end
            if offset == LINE_END:
                builder.space()
            elif stop > start:
                text = self.text[start:stop]
                at = offset + start - piece_start
                if length:
                    builder.add(text, offset, length=length)
                elif self._source.startswith(text, at):
                    builder.add(text, at)
                else:
                    builder.add(text, at, length=stop - start)
            start = max(start, stop)

    def add_as(self, builder: BlockBuilder, text: str, start: int, end: int) -> None:
        """Add ``text``, which ``self.text[start:end]`` spells in another way (an entity, an escape)."""
        first, last = self.offset(start), self.offset(max(start, end - 1))
        plain = text.translate(_PLAIN)
        if plain:
            builder.add(plain, first, length=max(1, last + 1 - first))

    def offset(self, position: int) -> int:
        """Return where a character of the text stands in the source."""
        piece_start, offset, length = self._pieces[max(0, bisect.bisect_right(self._starts, position) - 1)]
        return offset if length or offset == LINE_END else offset + position - piece_start
