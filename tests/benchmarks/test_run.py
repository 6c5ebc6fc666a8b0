"""The command prints one table, and writes it into a page only as a whole."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
import run
from table import END, START, Request, Result, Row

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def measures(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two measures that cost nothing."""

    def measure(request: Request) -> Result:
        return Result((Row("one", "a set", "12%"),), tuple(["a miss"] * request.misses))

    monkeypatch.setattr(run, "MEASURES", {"one": measure, "two": lambda _request: Result((Row("two", "b", "7 ms"),))})


def start(monkeypatch: pytest.MonkeyPatch, *arguments: str | Path) -> None:
    """Run the command with these arguments."""
    monkeypatch.setattr(sys, "argv", ["run.py", *map(str, arguments)])
    run.main()


def test_the_table_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Under a line with versions stands the table of what was asked for, then the misses."""
    start(monkeypatch, "--data", tmp_path, "--only", "one", "--misses", "2")
    printed = capsys.readouterr().out.splitlines()
    assert printed[0].startswith("Measured on ")
    assert printed[-3:] == ["| one | a set | 12% |  |", "a miss", "a miss"]


def test_the_page_gets_the_table_without_misses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All measures go into the page, and no text from the outside does."""
    page = tmp_path / "page.md"
    page.write_text(f"Before.\n{START}\n{END}\nAfter.\n", encoding="utf-8")
    start(monkeypatch, "--data", tmp_path, "--misses", "2", "--write", page)
    written = page.read_text(encoding="utf-8")
    assert "| one | a set | 12% |  |\n| two | b | 7 ms |  |\n" in written
    assert "a miss" not in written


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--only", "one", "--write", "page.md"], "leave out --only"),
        (["--papers", "nowhere"], "there is no folder nowhere"),
        (["--only", "three"], "invalid choice"),
    ],
)
def test_a_wrong_option_is_refused(
    arguments: list[str],
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The message says what is wrong, and nothing is measured."""
    with pytest.raises(SystemExit):
        start(monkeypatch, "--data", tmp_path, *arguments)
    captured = capsys.readouterr()
    assert message in captured.err
    assert captured.out == ""
