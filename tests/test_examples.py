"""The example papers: what is found in the faulty one, nothing in the plain one, and the same in Word."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from plainspeak.checker import Checker

EXAMPLES = Path(__file__).parents[1] / "examples"
GOLDEN = Path(__file__).parent / "golden"

# The Word and PDF files have a footer with one more "ICB", and no comment that ignores the name of the fund.
IN_MARKDOWN = {"acronym-unlinked\t1\tICB"}
IN_WORD = {"acronym-unlinked\t2\tICB", "jargon\t1\tBetter Care Fund"}
# The PDF reader sees the same words as the Word reader, so that nothing more is to be excused.
IN_PDF = IN_WORD


def found(checker: Checker, name: str) -> list[str]:
    """Return a line for each finding: the rule, the count and the words, without the differences of line ends."""
    findings = checker.check_file(EXAMPLES / name).findings
    return [f"{each.rule}\t{each.count}\t{' '.join((each.text or '-').split())}" for each in findings]


def test_golden_report(checker: Checker, request: pytest.FixtureRequest) -> None:
    """The findings in the faulty paper are those on record; ``--update-golden`` records them anew."""
    path = GOLDEN / "board-paper.txt"
    lines = found(checker, "board-paper.md")
    if request.config.getoption("--update-golden"):
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert lines == path.read_text(encoding="utf-8").splitlines()


def test_the_plain_rewrite_is_clean(checker: Checker) -> None:
    """Nothing is found in the paper that says the same in plain words, nor is any text of it left unread."""
    report = checker.check_file(EXAMPLES / "board-paper-plain.md")
    assert [(finding.rule, finding.text) for finding in report.findings] == []
    assert report.notices == ()
    assert report.words > 1000


@pytest.mark.parametrize(("name", "more"), [("board-paper.docx", IN_WORD), ("board-paper.pdf", IN_PDF)])
def test_word_and_pdf_find_the_same(checker: Checker, name: str, more: set[str]) -> None:
    """The Word and PDF files give the findings of the Markdown that they were made from, but for those named above."""
    here, markdown = found(checker, name), found(checker, "board-paper.md")
    assert set(markdown) - set(here) == IN_MARKDOWN
    assert set(here) - set(markdown) == more
    assert len(here) == len(markdown) + 1
