"""The same work for many papers: in order, side by side or not, and no bad paper stops the others."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from plainspeak.cli import work
from plainspeak.cli.run import _check
from plainspeak.cli.work import each_paper
from plainspeak.errors import ReadError

if TYPE_CHECKING:
    from pathlib import Path

    from plainspeak.checker import Checker

TASKS = """
import os
from plainspeak.errors import ReadError

def length(checker, file):
    text = open(file).read()
    if text == "die":
        os._exit(1)
    if text == "memory":
        raise MemoryError
    if text == "fault":
        raise KeyError("oh")
    if text == "error":
        raise ReadError("This is wrong.", where=file)
    return len(text)
"""


@pytest.fixture
def tasks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Work that other processes find too."""
    (tmp_path / "plainspeak_tasks.py").write_text(TASKS)
    monkeypatch.syspath_prepend(tmp_path)
    import plainspeak_tasks

    return plainspeak_tasks


def papers(folder: Path, *texts: str) -> list[str]:
    """A file for each text."""
    paths = [folder / f"{number}.txt" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text)
    return list(map(str, paths))


@pytest.mark.parametrize("much", [False, True])
def test_what_becomes_of_each_paper(  # type: ignore[no-untyped-def]
    much: bool, tasks, tmp_path: Path, checker: Checker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Results and errors come in order, in one process and in several."""
    monkeypatch.setattr(work, "_is_much", lambda _: much)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    files = papers(tmp_path, "a", "error", "bb", "fault", "memory", "ccc")
    done = list(each_paper(tasks.length, files, checker))
    assert [each.file for each in done] == files
    assert [each.result for each in done] == [1, None, 2, None, None, 3]
    messages = [each.error.message if each.error else "" for each in done]
    assert messages[1] == "This is wrong."
    assert "inside plainspeak (KeyError)" in messages[3]
    assert "more memory" in messages[4]
    assert [each.error.where for each in done if each.error] == [files[1], files[3], files[4]]


def test_a_process_that_dies_takes_no_other_paper_with_it(  # type: ignore[no-untyped-def]
    tasks, tmp_path: Path, checker: Checker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system may end a process that takes too much memory."""
    monkeypatch.setattr(work, "_is_much", lambda _: True)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    files = papers(tmp_path, "a", "die", "bb")
    done = list(each_paper(tasks.length, files, checker))
    assert [each.result for each in done] == [1, None, 2]
    assert done[1].error is not None
    assert "more memory" in done[1].error.message


def test_the_reports_are_the_same_side_by_side(
    tmp_path: Path, checker: Checker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another process has the same rules and the same glossary."""
    files = papers(tmp_path, "The ICB and the UEC board met prior to lunch.", "The ICB met. " * 30)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    task = partial(_check, stdin_name="<stdin>")
    reports = []
    for much in (False, True):
        monkeypatch.setattr(work, "_is_much", lambda _, much=much: much)
        reports.append([each.result for each in each_paper(task, files, checker)])
    assert reports[0] == reports[1]
    assert all(report is not None and report.findings for report in reports[0])


def test_a_few_short_papers_are_not_worth_more_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor is standard input, which only one process can read; a file that is gone weighs nothing."""
    monkeypatch.setattr(work, "_FEWEST_BYTES", 10)
    files = papers(tmp_path, "long enough", "a", "b", "c")
    assert work._is_much(files)
    assert not work._is_much(files[1:])
    assert not work._is_much(files[:3])
    assert not work._is_much([*files, "-"])
    assert work._is_much([*files, str(tmp_path / "gone.txt")])


def test_an_error_can_go_to_another_process() -> None:
    """With its place."""
    import pickle

    error = pickle.loads(pickle.dumps(ReadError("This is wrong.", where="a.txt")))
    assert (error.message, error.where) == ("This is wrong.", "a.txt")
