"""Write findings into a copy of an Excel file, as notes on the cells."""

from plainspeak.reviewers.xlsx.reviewer import XlsxReviewer

__all__ = ["XlsxReviewer"]
