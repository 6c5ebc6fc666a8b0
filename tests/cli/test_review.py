"""``plainspeak review``: a copy of each paper with comments, beside it or where a person says."""

from __future__ import annotations

import json
import os
import zipfile
from typing import TYPE_CHECKING

import pytest

from ..readers.word import paragraph, word_file
from ..reviewers.word_oracle import anchored_comments

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]

WORDS = "The UEC board met prior to the SDEC board. Write to the UEC board."


@pytest.fixture
def paper(folder: Path) -> Path:
    """A Word file with things to say of it."""
    path = folder / "paper.docx"
    path.write_bytes(word_file(paragraph(WORDS)))
    return path


def test_the_copy_is_beside_the_paper(run: Run, paper: Path) -> None:
    """With a comment on each thing, and one line that says so; the paper stays as it is."""
    before = paper.read_bytes()
    result = run("review", "paper.docx")
    written = anchored_comments((paper.parent / "paper-reviewed.docx").read_bytes())
    assert result.exit_code == 0
    assert result.stdout == f"paper-reviewed.docx: {len(written)} comments.\n"
    assert {"UEC", "SDEC", "prior to"} <= {each.words for each in written}
    assert paper.read_bytes() == before


def test_safe_swaps_as_tracked_changes(run: Run, paper: Path) -> None:
    """The line counts them."""
    result = run("review", "paper.docx", "--track-changes", "-o", "out.docx")
    assert result.stdout.endswith("comments and 1 tracked change.\n")
    assert b"w:del" in word_part(paper.parent / "out.docx")


def word_part(path: Path) -> bytes:
    """The body of a Word file."""
    from ..reviewers.word_oracle import parts_of

    return parts_of(path.read_bytes())["word/document.xml"]


def test_there_is_a_limit_to_comments(run: Run, paper: Path) -> None:
    """What has none is counted, with the command that shows all."""
    result = run("review", paper.name, "--most", "1")
    assert "1 comment.\n" in result.stdout
    assert "There is no comment on 2 more things: “plainspeak report paper.docx” shows all." in result.stdout


def test_a_copy_that_is_there_stays(run: Run, paper: Path) -> None:
    """Until a person says --force; and a paper is never written over."""
    copy = paper.parent / "paper-reviewed.docx"
    copy.write_bytes(b"mine")
    result = run("review", "paper.docx")
    assert result.exit_code == 2
    assert copy.read_bytes() == b"mine"
    assert run("review", "paper.docx", "--force").exit_code == 0
    assert run("review", "paper.docx", "-o", "paper.docx", "--force").exit_code == 2
    assert anchored_comments(paper.read_bytes()) == []


def test_a_folder_has_its_copies_in_a_folder_beside_it(run: Run, folder: Path) -> None:
    """With the same names; what can't carry comments has a report there, and is no error."""
    (folder / "pack" / "part").mkdir(parents=True)
    for name in ("a.docx", "part/a.docx"):
        (folder / "pack" / name).write_bytes(word_file(paragraph(WORDS)))
    (folder / "pack" / "notes.md").write_text("The UEC board met.")
    result = run("review", "pack")
    assert result.exit_code == 0
    assert "notes-report.html: the report on notes.md, which has no copy." in result.stdout
    assert "UEC" in (folder / "pack-reviewed" / "notes-report.html").read_text(encoding="utf-8")
    assert anchored_comments((folder / "pack-reviewed" / "a.docx").read_bytes())
    assert anchored_comments((folder / "pack-reviewed" / "part" / "a.docx").read_bytes())
    assert sorted(os.listdir(folder / "pack")) == ["a.docx", "notes.md", "part"]


def test_several_papers_go_into_one_folder(run: Run, folder: Path) -> None:
    """Two of one name are not one copy: the second is an error."""
    for name in ("one", "two"):
        (folder / name).mkdir()
        (folder / name / "a.docx").write_bytes(word_file(paragraph(f"{WORDS} {name}")))
    result = run("review", "one/a.docx", "two/a.docx", "-o", "out", "--force")
    assert result.exit_code == 2
    assert "out/a.docx: error:" in result.stderr.replace(os.sep, "/")
    assert b"one" in word_part(folder / "out" / "a.docx")


def test_one_bad_paper_does_not_stop_the_rest(run: Run, paper: Path) -> None:
    """It is told at the end."""
    (paper.parent / "bad.docx").write_bytes(b"PK\x03\x04 no zip")
    result = run("review", "bad.docx", "paper.docx", "gone.docx")
    assert result.exit_code == 2
    assert (paper.parent / "paper-reviewed.docx").exists()
    assert "bad.docx: error:" in result.stderr
    assert "gone.docx: error: There is no such file." in result.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["notes.md"], "notes.md: error: Files of this kind can’t carry comments."),
        (["-"], "error: A copy is written for files only. Save the paper, and give its name."),
        (
            ["paper.docx", "-o", "out.pdf"],
            "out.pdf: error: The copy has the format of the paper. End its name in .docx.",
        ),
        (
            ["paper.docx", "notes.md", "-o", "out.docx"],
            "out.docx: error: Several papers need a folder for their copies. Name one.",
        ),
        (["paper.docx", "-o", "notes.md/"], "notes.md: error: There can’t be a folder here"),
        (["paper.docx", "-o", "notes.md/x.docx"], "notes.md: error: There can’t be a folder here"),
    ],
)
def test_what_can_not_be_done(run: Run, paper: Path, arguments: list[str], said: str) -> None:
    """Each says what to do instead."""
    (paper.parent / "notes.md").write_text("The UEC board met.")
    result = run("review", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not (paper.parent / "a.pdf").exists()


def test_the_clock_can_be_set(run: Run, paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same paper and the same time give the same bytes."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772443800")
    run("review", "paper.docx", "-o", "one.docx")
    run("review", "paper.docx", "-o", "two.docx")
    one = (paper.parent / "one.docx").read_bytes()
    assert one == (paper.parent / "two.docx").read_bytes()
    from ..reviewers.word_oracle import parts_of

    assert b"2026-03-02T09:30:00Z" in parts_of(one)["word/comments.xml"]


def test_a_copy_is_no_paper_of_its_folder(run: Run, folder: Path) -> None:
    """A copy beside its paper is passed over; one whose paper isn't there is a paper like any other."""
    (folder / "papers").mkdir()
    for name in ("a.md", "a-reviewed.md", "b-reviewed.md"):
        (folder / "papers" / name).write_text("We met in May.", encoding="utf-8")
    checked = run("check", "--format", "json", "papers")
    assert [each["path"] for each in json.loads(checked.stdout)["documents"]] == ["papers/a.md", "papers/b-reviewed.md"]
    assert checked.stderr == "papers/a-reviewed.md: left out, since it is a copy of a.md with comments.\n"


def test_a_paper_that_can_not_have_comments_gets_a_report(run: Run, paper: Path) -> None:
    """Its report is there, and why it has no copy; the next run writes the report anew."""
    with zipfile.ZipFile(paper, "a") as archive:
        archive.writestr("_xmlsignatures/origin.sigs", "")
    for _ in range(2):
        result = run("review", "paper.docx")
        assert result.exit_code == 2
        assert result.stdout == "paper-report.html: the report on paper.docx, which has no copy.\n"
        assert "paper.docx: error: This file is signed" in result.stderr
        assert "UEC" in (paper.parent / "paper-report.html").read_text(encoding="utf-8")
    (paper.parent / "paper-report.html").write_text("mine", encoding="utf-8")
    run("review", "paper.docx")
    assert (paper.parent / "paper-report.html").read_text(encoding="utf-8") == "mine"


def test_a_paper_with_the_wrong_name(run: Run, paper: Path) -> None:
    """A Word file that is called a PDF would have a copy that nothing opens."""
    paper.rename(paper.parent / "paper.pdf")
    result = run("review", "paper.pdf")
    assert result.exit_code == 2
    assert "paper.pdf: error: The name of this file has the ending of another format." in result.stderr
    assert sorted(os.listdir(paper.parent)) == ["paper-report.html", "paper.pdf"]


def test_a_folder_that_is_not_there_yet(run: Run, paper: Path) -> None:
    """A slash at the end says that it is one."""
    assert run("review", "paper.docx", "-o", f"new{os.sep}").exit_code == 0
    assert (paper.parent / "new" / "paper.docx").exists()


def test_the_folder_above(run: Run, paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its copies go beside it, not into it."""
    inside = paper.parent / "pack" / "inside"
    inside.mkdir(parents=True)
    paper.rename(paper.parent / "pack" / "paper.docx")
    monkeypatch.chdir(inside)
    assert run("review", "..").exit_code == 0
    assert (paper.parent / "pack-reviewed" / "paper.docx").exists()


def test_a_file_in_the_place_of_a_folder_stops_one_paper(run: Run, paper: Path) -> None:
    """The others have their copies."""
    (paper.parent / "pack" / "part").mkdir(parents=True)
    for name in ("part/a.docx", "z.docx"):
        (paper.parent / "pack" / name).write_bytes(paper.read_bytes())
    (paper.parent / "pack-reviewed").mkdir()
    (paper.parent / "pack-reviewed" / "part").write_text("mine")
    result = run("review", "pack")
    assert result.exit_code == 2
    assert "part: error: There can’t be a folder here" in result.stderr
    assert (paper.parent / "pack-reviewed" / "z.docx").exists()


@pytest.mark.parametrize("epoch", ["99999999999999999999", "1700000000000000", "now"])
def test_a_clock_that_is_none(run: Run, paper: Path, monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    """One sentence says what the variable should hold."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    result = run("review", paper.name)
    assert result.exit_code == 2
    assert "error: The variable SOURCE_DATE_EPOCH holds no time." in result.stderr
