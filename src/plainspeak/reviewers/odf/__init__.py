"""Write findings into a copy of an OpenDocument file: comments on the exact words, or on the slide that holds them."""

from plainspeak.reviewers.odf.reviewer import OdfReviewer

__all__ = ["OdfReviewer"]
