"""Names of papers on a report, and of the files of their pages."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from plainspeak.exports.report.names import page_names, shown_names


def test_folders_are_shown_only_where_they_tell_papers_apart() -> None:
    """Where a paper lies on somebody's computer is nobody's business."""
    assert shown_names(["/home/jo/a.docx", "b.pdf", "<stdin>"]) == ["a.docx", "b.pdf", "<stdin>"]
    assert shown_names(["one/a.docx", "two/a.docx", "b.md"]) == ["one/a.docx", "two/a.docx", "b.md"]


def test_page_names() -> None:
    """Small letters and digits, distinct, and none that Windows or the report itself needs."""
    names = ["Board Paper (final).docx", "board-paper-final.pdf", "Caf\u00e9.md", "index.html", "CON.txt", "\u6587.txt"]
    assert page_names(names) == ["board-paper-final", "board-paper-final-2", "cafe", "index-2", "con-2", "paper"]


@given(st.lists(st.text(max_size=120), max_size=20))
def test_any_names(names: list[str]) -> None:
    """Whatever papers are called, their pages have safe names, each its own."""
    found = page_names(names)
    assert len(set(found)) == len(names)
    assert all(re.fullmatch(r"[a-z0-9-]{1,90}", name) for name in found)
    assert not {"index", "con", "nul", "com1"} & set(found)
