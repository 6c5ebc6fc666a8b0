"""A baseline: known findings don't count, new ones do, and those that went are counted."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from plainspeak.baseline import Baseline, compare, make_baseline, read_baseline, write_baseline
from plainspeak.checker import Checker
from plainspeak.errors import ConfigError
from plainspeak.report import Report

LONG = "word " * 26


def paper(checker: Checker, *paragraphs: str, name: str = "paper.md") -> Report:
    """Check Markdown paragraphs."""
    return checker.check("\n\n".join(paragraphs), media_type="text/markdown", name=name)


def against(before: Report, after: Report) -> tuple[list[tuple[str, str | None]], int, int]:
    """Return the new findings, and how many are known and gone."""
    report = compare(after, make_baseline([before], Path()), Path())
    assert report.known is not None
    assert report.gone is not None
    return [(each.rule, each.text) for each in report.findings], report.known, report.gone


def test_the_same_text_has_nothing_new(checker: Checker) -> None:
    """Every finding of an unchanged paper is known."""
    report = paper(checker, "The ICB met in order to win.", f"{LONG}.")
    assert against(report, report) == ([], 3, 0)


def test_only_new_findings_count(checker: Checker) -> None:
    """A finding that came since then is new; one that went is counted as gone."""
    before = paper(checker, "The ICB met.", "Stakeholders left.")
    after = paper(checker, "The ICB met.", "We ate in order to win.")
    assert against(before, after) == ([("wordy-phrase", "in order to")], 1, 1)


def test_all_but_the_findings_stays(checker: Checker) -> None:
    """The report on what is new is the report that it was made from, with other findings and two counts more."""
    before, after = paper(checker, "The ICB met."), paper(checker, "Stakeholders left.", "The ICB met. It ate.")
    assert (after.known, after.gone) == (None, None)
    new = compare(after, make_baseline([before], Path()), Path())
    assert new == replace(after, findings=after.findings[:1], known=1, gone=0)
    assert new.count_by_rule() == {"jargon": 1}


def test_one_more_use_of_a_known_acronym_is_not_new(checker: Checker) -> None:
    """A term is one finding in a document, however often it stands there."""
    before = paper(checker, "The ICB met.")
    assert against(before, paper(checker, "The ICB met. Three ICBs ate.", "An ICB.")) == ([], 1, 0)


def test_reflowed_text(checker: Checker) -> None:
    """Other line breaks, spaces and quotation marks leave every finding known."""
    before = paper(checker, f"The ICB met in order to win. {LONG}.")
    after = paper(checker, f"The  ICB\nmet in\norder to win. {LONG.replace(' ', chr(10))}.")
    assert against(before, after) == ([], 3, 0)


def test_moved_paragraphs(checker: Checker) -> None:
    """Paragraphs in another order, and new harmless ones between, leave every finding known."""
    paragraphs = ["The ICB met.", f"{LONG}one.", f"{LONG}two.", "We ate in order to win."]
    after = paper(checker, "All is well.", *reversed(paragraphs), "It is.")
    assert against(paper(checker, *paragraphs), after) == ([], 4, 0)


def test_the_same_sentence_again_is_new(checker: Checker) -> None:
    """Of two equal sentences where one was known, one is new."""
    new, known, gone = against(paper(checker, f"{LONG}."), paper(checker, f"{LONG}.", f"{LONG}."))
    assert ([rule for rule, _ in new], known, gone) == (["long-sentence"], 1, 0)


def test_another_paper_knows_nothing(checker: Checker) -> None:
    """Findings are known in the paper that had them, not in others."""
    before = paper(checker, "The ICB met.", name="a.md")
    assert against(before, paper(checker, "The ICB met.", name="b.md")) == ([("acronym-undefined", "ICB")], 0, 0)


def test_paths_are_relative_to_the_baseline(tmp_path: Path, checker: Checker, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys are paths from the baseline's folder, so that a folder can be moved with it and run from anywhere."""
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "a.md").write_text("The ICB met.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    baseline = make_baseline([checker.check_file("papers/a.md")], tmp_path)
    assert list(baseline.documents) == ["papers/a.md"]
    moved = tmp_path.rename(tmp_path.with_name("moved"))
    report = compare(checker.check_file(moved / "papers" / "a.md"), baseline, moved)
    assert (report.findings, report.known, report.gone) == ((), 1, 0)


def test_paths_outside_the_folder(tmp_path: Path, checker: Checker) -> None:
    """A paper outside the baseline's folder is kept under its own path."""
    path = tmp_path / "a.md"
    path.write_text("The ICB met.", encoding="utf-8")
    baseline = make_baseline([checker.check_file(path)], tmp_path / "other")
    assert list(baseline.documents) == [path.as_posix()]


def test_written_and_read_again(tmp_path: Path, checker: Checker) -> None:
    """A written baseline is read as it was, holds none of the text, and leaves no other file."""
    path = tmp_path / "known.json"
    baseline = make_baseline([paper(checker, "The ICB met. Stakeholders left.", f"{LONG}.", f"{LONG}.")], tmp_path)
    write_baseline(baseline, path)
    assert read_baseline(path) == baseline
    assert [each.name for each in tmp_path.iterdir()] == ["known.json"]
    assert sorted(*(marks.values() for marks in baseline.documents.values())) == [1, 1, 2]
    assert not any(word in path.read_text(encoding="utf-8") for word in ("ICB", "Stakeholder", "word", "acronym"))


def test_nothing_is_left_when_it_cannot_be_written(tmp_path: Path) -> None:
    """A baseline that can't be put in place leaves no temporary file."""
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match="directory"):
        write_baseline(Baseline(), tmp_path / "folder")
    assert [each.name for each in tmp_path.iterdir()] == ["folder"]


def test_missing_file(tmp_path: Path) -> None:
    """The error says which file, and how to make one."""
    with pytest.raises(ConfigError) as caught:
        read_baseline(tmp_path / "none.json")
    assert caught.value.where == str(tmp_path / "none.json")
    assert caught.value.message == "There is no such baseline. Make it with 'plainspeak baseline PATH'."


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b"null",
        b"{}",
        json.dumps({"version": 2, "documents": {}}).encode(),
        json.dumps({"version": 1}).encode(),
        json.dumps({"version": 1, "documents": []}).encode(),
        json.dumps({"version": 1, "documents": {"a.md": 5}}).encode(),
        json.dumps({"version": 1, "documents": {"a.md": {"0123456789abcdef": "1"}}}).encode(),
    ],
)
def test_damaged_file(tmp_path: Path, data: bytes) -> None:
    """Whatever else stands in the file, the error says to make a new one."""
    path = tmp_path / "known.json"
    path.write_bytes(data)
    with pytest.raises(ConfigError, match=r"This isn't a baseline.* Make a new one with 'plainspeak baseline PATH'\."):
        read_baseline(path)
