"""What must hold of every document whose positions are lines and columns of its text."""

from __future__ import annotations

from plainspeak.document import Document, Span


def assert_invariants(document: Document) -> None:
    """Check segments, exact positions and places of every block."""
    source = document.source
    assert source is not None
    for block in document.blocks:
        assert block.text.strip() == block.text != ""
        end = 0
        for segment in block.segments:
            assert end <= segment.start < segment.end <= len(block.text)
            assert block.text[end : segment.start] in ("", " ", "\n")
            assert 0 <= segment.offset <= segment.offset + segment.length <= len(source)
            written = source[segment.offset : segment.offset + segment.length]
            assert not segment.exact or written == block.text[segment.start : segment.end]
            end = segment.end
        assert end == len(block.text)
        for span in (None, Span(0, 1), Span(len(block.text), len(block.text)), Span(0, len(block.text) + 5)):
            place = document.locate(block, span)
            assert place.line is not None


def texts(document: Document) -> list[str]:
    """Return the text of each block."""
    return [block.text for block in document.blocks]


def kinds(document: Document) -> list[tuple[str, str]]:
    """Return the kind and text of each block."""
    return [(str(block.kind), block.text) for block in document.blocks]
