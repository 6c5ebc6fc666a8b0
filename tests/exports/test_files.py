"""Files are written whole or not at all, and nothing that somebody may want is lost."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from plainspeak.errors import WriteError
from plainspeak.exports.files import write_file, write_folder

if TYPE_CHECKING:
    from pathlib import Path


def test_a_new_file(tmp_path: Path) -> None:
    """It is there, and nothing else is."""
    write_file(tmp_path / "a.txt", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
    assert (tmp_path / "a.txt").read_bytes() == b"new"


def test_a_file_that_is_there_stays(tmp_path: Path) -> None:
    """Unless somebody says that it may go."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    with pytest.raises(WriteError, match="--force"):
        write_file(path, b"new")
    assert path.read_bytes() == b"old"
    write_file(path, b"new", force=True)
    assert path.read_bytes() == b"new"


def test_a_paper_stays_whatever_is_said(tmp_path: Path) -> None:
    """Also where another name leads to it."""
    paper, other = tmp_path / "paper.docx", tmp_path / "other.docx"
    paper.write_bytes(b"paper")
    os.link(paper, other)
    for path in (paper, other):
        with pytest.raises(WriteError, match="one of the papers"):
            write_file(path, b"page", force=True, keep=[paper])
    assert paper.read_bytes() == b"paper"


@pytest.mark.parametrize("name", ["gone/a.txt", "x" * 300])
def test_what_cannot_be_written(tmp_path: Path, name: str) -> None:
    """It says so, names the file and leaves nothing behind."""
    with pytest.raises(WriteError, match="can\u2019t be written") as caught:
        write_file(tmp_path / name, b"new")
    assert caught.value.where == str(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_a_folder(tmp_path: Path) -> None:
    """Files in folders of it; an empty folder may be filled."""
    (tmp_path / "out").mkdir()
    write_folder(tmp_path / "out", {"a.txt": "a", "b/c.txt": "c"})
    assert (tmp_path / "out" / "b" / "c.txt").read_text() == "c"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_folder_that_holds_something_stays(tmp_path: Path) -> None:
    """With force its other files stay all the same."""
    out = tmp_path / "out"
    write_folder(out, {"a.txt": "a"})
    (out / "mine.txt").write_text("mine")
    with pytest.raises(WriteError, match="--force"):
        write_folder(out, {"a.txt": "b"})
    write_folder(out, {"a.txt": "b"}, force=True)
    assert {path.name: path.read_text() for path in out.iterdir()} == {"a.txt": "b", "mine.txt": "mine"}


def test_a_file_in_place_of_a_folder(tmp_path: Path) -> None:
    """A file is never turned into a folder."""
    path = tmp_path / "out"
    path.write_text("mine")
    for force in (False, True):
        with pytest.raises(WriteError):
            write_folder(path, {"a.txt": "a"}, force=force)
    assert path.read_text() == "mine"
