"""Write findings into a copy of a Word file: comments on the exact words, and safe swaps as tracked changes."""

from plainspeak.reviewers.docx.reviewer import DocxReviewer

__all__ = ["DocxReviewer"]
