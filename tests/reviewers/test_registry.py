"""From a report to a reviewed copy, whatever the format."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from plainspeak.checker import Checker
from plainspeak.errors import WriteError
from plainspeak.reviewers import review

from ..readers.word import paragraph, word_file
from .word_oracle import anchored_comments

WHEN = datetime(2026, 3, 2)


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A Word file with an acronym, a safe swap and a long list of other things."""
    path = tmp_path / "paper.docx"
    path.write_bytes(word_file(paragraph("The UEC board met prior to the SDEC board. Write to the UEC board.")))
    return path


def test_each_finding_is_a_comment(checker: Checker, paper: Path) -> None:
    """On its words, with its message."""
    report = checker.check_file(paper)
    written = review(report, when=WHEN)
    said = {each.words: each.says for each in anchored_comments(written.data)}
    assert written.comments == len(report.findings) == len(said)
    assert said["UEC"] == f"{report.findings[0].message} It comes once more."


def test_safe_swaps_as_tracked_changes(checker: Checker, paper: Path) -> None:
    """They need no comment then."""
    report = checker.check_file(paper)
    written = review(report, when=WHEN, track_changes=True)
    assert written.changes == 1
    assert "prior to" not in {each.words for each in anchored_comments(written.data)}
    assert written.comments == len(report.findings) - 1


def test_what_has_no_comment_is_counted(checker: Checker, paper: Path) -> None:
    """So that a person knows that there is more."""
    report = checker.check_file(paper)
    written = review(report, when=WHEN, most=1)
    assert (written.comments, written.left_out) == (1, len(report.findings) - 1)


def test_some_formats_carry_no_comments(checker: Checker) -> None:
    """The message says what to do instead."""
    with pytest.raises(WriteError, match="plainspeak report") as caught:
        review(checker.check("The UEC board.", name="paper.txt"), when=WHEN)
    assert caught.value.where == "paper.txt"


def test_an_error_says_which_file(checker: Checker, paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reviewers needn't know the name."""
    report = checker.check_file(paper)
    monkeypatch.setattr("plainspeak.reviewers.docx.reviewer._MOST_IN_FILE", 0)
    assert review(report, when=WHEN).comments == 0
    object.__setattr__(report.document, "origin", None)
    with pytest.raises(WriteError) as caught:
        review(report, when=WHEN)
    assert caught.value.where == str(paper)


def test_where_changes_are_not_tracked_a_notice_says_so(
    checker: Checker, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The swaps are told in comments as without the wish."""
    monkeypatch.setattr("plainspeak.reviewers.docx.DocxReviewer.tracks_changes", False)
    report = checker.check_file(paper)
    written = review(report, when=WHEN, track_changes=True)
    assert (written.changes, written.comments) == (0, len(report.findings))
    assert any("tracked changes" in notice for notice in written.notices)
