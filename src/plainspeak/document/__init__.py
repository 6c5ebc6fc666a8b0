"""The document model that every reader fills and every rule reads."""

from plainspeak.document.builder import BlockBuilder
from plainspeak.document.lines import Extent, LineIndex
from plainspeak.document.model import Block, Box, Document, Kind, Notice, PageAnchor, Place, Segment, Span, holding
from plainspeak.document.stretch import Stretch, gathered, placed

__all__ = [
    "Block",
    "BlockBuilder",
    "Box",
    "Document",
    "Extent",
    "Kind",
    "LineIndex",
    "Notice",
    "PageAnchor",
    "Place",
    "Segment",
    "Span",
    "Stretch",
    "gathered",
    "holding",
    "placed",
]
