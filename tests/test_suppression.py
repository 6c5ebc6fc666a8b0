"""What an author or a configuration asks to ignore is left out, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from plainspeak.checker import Checker
from plainspeak.config import PathIgnore, profile_config
from plainspeak.report import Report
from plainspeak.suppression import ignored_in_file

TEXT = "The ICB met in order to win."


def told(report: Report) -> list[tuple[str, str | None]]:
    """Return the rule and words of each finding."""
    return [(finding.rule, finding.text) for finding in report.findings]


def markdown(checker: Checker, *paragraphs: str) -> Report:
    """Check Markdown paragraphs."""
    return checker.check("\n\n".join(paragraphs), media_type="text/markdown")


BOTH = [("acronym-undefined", "ICB"), ("wordy-phrase", "in order to")]


@pytest.mark.parametrize(
    ("comment", "left"),
    [
        ("<!-- a comment -->", BOTH),
        ("<!-- plainspeak-ignore -->", []),
        ("<!-- plainspeak-ignore: our own words -->", []),
        ("<!-- plainspeak-ignore wordy-phrase -->", BOTH[:1]),
        ("<!-- plainspeak-ignore acronym-undefined: in the law -->", BOTH[1:]),
        ("<!-- plainspeak-ignore acronym-undefined, wordy-phrase -->", []),
        ("<!-- plainspeak-ignore jargon -->", BOTH),
        ("<!-- plainspeak-ignore wordy -->", BOTH),
    ],
)
def test_next_block(checker: Checker, comment: str, left: list[tuple[str, str]]) -> None:
    """A comment ignores every rule, or those that it names, in the block after it."""
    assert told(markdown(checker, comment, TEXT)) == left


def test_only_the_next_block(checker: Checker) -> None:
    """The block after the next is checked again, and so is the one before."""
    report = markdown(checker, "In order to win.", "<!-- plainspeak-ignore -->", "In order to win.", "In order to win.")
    (finding,) = report.findings
    assert [place.block for place in finding.places] == [0, 2]
    assert finding.count == 2


def test_first_place_ignored(checker: Checker) -> None:
    """Where the first use is ignored the finding moves to the next one, with its words and without its edit."""
    report = markdown(checker, "<!-- plainspeak-ignore -->", "The ICB met.", "Two ICBs ate. The ICB left.")
    (finding,) = report.findings
    assert finding.at == finding.places[0]
    assert finding.at is not None
    assert (finding.at.block, finding.text, finding.count, finding.suggestions) == (1, "ICBs", 2, ())


def test_whole_file(checker: Checker) -> None:
    """A file comment holds from the first block to the last, wherever it stands."""
    named = markdown(checker, TEXT, "<!-- plainspeak-ignore-file wordy-phrase: ours -->", TEXT)
    assert told(named) == BOTH[:1]
    assert told(markdown(checker, TEXT, TEXT, "<!-- plainspeak-ignore-file -->")) == []


def test_whole_file_covers_findings_without_a_place(checker: Checker) -> None:
    """A finding about the whole text is ignored by file and not by block."""
    hard = "Notwithstanding organisational transformation, practitioners acknowledge interoperability. " * 20
    rule = "hard-to-read"
    assert rule in dict(told(markdown(checker, hard)))
    assert rule in dict(told(markdown(checker, "<!-- plainspeak-ignore -->", hard)))
    assert rule not in dict(told(markdown(checker, f"<!-- plainspeak-ignore-file {rule} -->", hard)))


def test_plain_text_and_html(checker: Checker) -> None:
    """The same comments work in plain text and HTML."""
    assert told(checker.check(f"<!-- plainspeak-ignore wordy-phrase -->\n\n{TEXT}")) == BOTH[:1]
    html = f"<!-- plainspeak-ignore wordy-phrase --><p>{TEXT}</p><p>In order to win.</p>"
    assert told(checker.check(html, media_type="text/html")) == [BOTH[0], ("wordy-phrase", "In order to")]


@pytest.mark.parametrize(
    ("pattern", "ignored"),
    [
        ("old.txt", True),
        ("archive/", True),
        ("archive/*.txt", True),
        ("**/old.txt", True),
        ("/old.txt", False),
        ("*.md", False),
        ("archives", False),
    ],
)
def test_path_patterns(tmp_path: Path, checker: Checker, pattern: str, ignored: bool) -> None:
    """Patterns are those of .gitignore, relative to the configuration's folder."""
    (tmp_path / "archive").mkdir()
    path = tmp_path / "archive" / "old.txt"
    path.write_text(TEXT, encoding="utf-8")
    config = replace(profile_config(), ignores=(PathIgnore(pattern),), root=tmp_path)
    report = Checker(config, glossary=checker.glossary).check_file(path)
    assert told(report) == ([] if ignored else BOTH)


def test_some_rules_by_path(tmp_path: Path) -> None:
    """What several patterns ignore adds up."""
    ignores = [
        PathIgnore("*.txt", frozenset({"jargon"})),
        PathIgnore("a.*", frozenset({"wordy-phrase"})),
        PathIgnore("b.*"),
    ]
    assert ignored_in_file(str(tmp_path / "a.txt"), ignores, tmp_path) == {"jargon", "wordy-phrase"}
    assert ignored_in_file(str(tmp_path / "c.md"), ignores, tmp_path) == frozenset()


def test_files_outside_the_folder(tmp_path: Path) -> None:
    """A file that isn't under the configuration's folder matches none of its patterns."""
    inner = tmp_path / "inner"
    inner.mkdir()
    assert ignored_in_file(str(tmp_path / "a.txt"), [PathIgnore("*.txt")], inner) == frozenset()


def test_relative_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A relative name is taken from the working directory."""
    monkeypatch.chdir(tmp_path)
    assert ignored_in_file("a/b.txt", [PathIgnore("a/*")], tmp_path) == {"*"}
