"""``plainspeak jargon-buster``: a page for readers, and a word in the ear of staff."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]

PAPER = "The zebra quota (ZQ) is three. The XKQ met."


@pytest.fixture
def paper(folder: Path) -> Path:
    """A paper that spells out one of two sets of letters."""
    path = folder / "paper.txt"
    path.write_text(PAPER, encoding="utf-8")
    return path


def test_markdown_on_standard_output(run: Run, paper: Path) -> None:
    """The page is for readers; what staff should know goes beside it."""
    result = run("jargon-buster", paper.name)
    assert result.exit_code == 0
    assert result.stdout.startswith("# Words used in this paper\n")
    assert "- **ZQ**: Zebra quota." in result.stdout
    assert "XKQ" not in result.stdout
    assert "Still to be explained, so not on the page: XKQ." in result.stderr


@pytest.mark.parametrize(("name", "begins"), [("w.md", b"# Words"), ("w.html", b"<!doctype html>"), ("w.docx", b"PK")])
def test_the_ending_says_the_format(run: Run, paper: Path, name: str, begins: bytes) -> None:
    """Each format goes to a file, and all that standard output says is how many words there are."""
    result = run("jargon-buster", paper.name, "-o", name)
    assert (result.exit_code, result.stdout) == (0, f"{name}: 1 word.\n")
    assert (paper.parent / name).read_bytes().startswith(begins)


def test_format_without_a_telling_name(run: Run, paper: Path) -> None:
    """The format may be said instead."""
    assert run("jargon-buster", paper.name, "--format", "docx", "-o", "words").exit_code == 0
    assert zipfile.is_zipfile(paper.parent / "words")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-o", "words"], "words: error: The name doesn\u2019t say which format."),
        (["-o", "w.md", "--format", "html"], "w.md: error: The name says markdown but --format says html."),
        (["--format", "docx"], "error: A Word file can\u2019t be shown here."),
        (["-o", "gone/w.md"], "gone/w.md: error: This can\u2019t be written (No such file or directory)."),
    ],
)
def test_what_cannot_be_written(run: Run, paper: Path, arguments: list[str], said: str) -> None:
    """One sentence says what to do."""
    result = run("jargon-buster", paper.name, *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert sorted(path.name for path in paper.parent.iterdir()) == ["paper.txt"]


def test_nothing_is_written_over(run: Run, paper: Path) -> None:
    """A page that somebody may have edited stays, until they say otherwise."""
    words = paper.parent / "w.md"
    words.write_text("Edited by hand.", encoding="utf-8")
    result = run("jargon-buster", paper.name, "-o", words.name)
    assert (result.exit_code, words.read_text()) == (2, "Edited by hand.")
    assert "--force" in result.stderr
    assert run("jargon-buster", paper.name, "-o", words.name, "--force").exit_code == 0
    assert words.read_text().startswith("# Words used")


def test_a_paper_is_never_written_over(run: Run, folder: Path) -> None:
    """Not even by force."""
    paper = folder / "paper.md"
    paper.write_text(PAPER, encoding="utf-8")
    result = run("jargon-buster", "paper.md", "-o", "./paper.md", "--force")
    assert (result.exit_code, paper.read_text()) == (2, PAPER)
    assert "This is one of the papers" in result.stderr


def test_a_paper_that_cannot_be_read(run: Run, paper: Path) -> None:
    """It is told in one line, and the others have their page."""
    (paper.parent / "slides.pptx").write_bytes(b"PK\x03\x04")
    result = run("jargon-buster", "gone.docx", "slides.pptx", paper.name)
    assert result.exit_code == 2
    assert "**ZQ**" in result.stdout
    assert [line.split(": ")[0] for line in result.stderr.splitlines() if ": error: " in line] == [
        "gone.docx",
        "slides.pptx",
    ]


def test_only_papers_that_cannot_be_read(run: Run, folder: Path) -> None:
    """Nothing is written."""
    result = run("jargon-buster", "gone.docx", "-o", "w.docx")
    assert (result.exit_code, result.stdout) == (2, "")
    assert list(folder.iterdir()) == []


def test_a_paper_without_text(run: Run, folder: Path) -> None:
    """A scan has no page that looks as if there were nothing to explain."""
    (folder / "scan.txt").write_text("\n", encoding="utf-8")
    result = run("jargon-buster", "scan.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "scan.txt: error: There is no text in this file." in result.stderr


def test_order_and_own_glossary(run: Run, folder: Path) -> None:
    """The organisation's explanations are used, and the page can follow the paper."""
    (folder / "own.yaml").write_text("- {term: zebra circle, meaning: People who ride.}\n", encoding="utf-8")
    (folder / "plainspeak.yaml").write_text("glossaries: [own.yaml]\n", encoding="utf-8")
    (folder / "p.txt").write_text("Each zebra circle met. The apple board (AB) met.", encoding="utf-8")
    lines = run("jargon-buster", "p.txt", "--order", "reading").stdout.splitlines()
    assert [line for line in lines if line.startswith("- ")] == [
        "- **zebra circle**: People who ride.",
        "- **AB**: Apple board.",
    ]
    assert not any("CC BY" in line for line in lines)
