"""``plainspeak check``: exit statuses, options, and what PATH stands for."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]

SCHEMA = json.loads(files("plainspeak.reporters").joinpath("report.schema.json").read_text(encoding="utf-8"))
WARNING = "The ICB met."
INFORMATION = "We met in order to win."
CLEAN = "All is well."


def write(folder: Path, **texts: str) -> None:
    """Write text files: ``a="..."`` makes a.txt."""
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")


def data_of(result: Result) -> Any:
    """Return the JSON of a run, after checking it against the schema."""
    data = json.loads(result.stdout)
    jsonschema.Draft202012Validator(SCHEMA).validate(data)
    return data


def checked(result: Result) -> list[str]:
    """Return the paths of the documents of a JSON run."""
    return [document["path"] for document in data_of(result)["documents"]]


@pytest.mark.parametrize(
    ("text", "status"),
    [(CLEAN, 0), (INFORMATION, 0), (WARNING, 1), (f"{WARNING} {INFORMATION}", 1)],
)
def test_exit_status(folder: Path, run: Run, text: str, status: int) -> None:
    """0 below a warning, 1 from a warning on; never a count."""
    write(folder, a=text, b=text, c=text)
    assert run("check", "a.txt", "b.txt", "c.txt").exit_code == status


def test_two_beats_one(folder: Path, run: Run) -> None:
    """A file that can't be read makes it 2, and the other is reported all the same."""
    write(folder, a=WARNING)
    result = run("check", "none.txt", "a.txt")
    assert result.exit_code == 2
    assert "none.txt: error: There is no such file. Check the name and the folder." in result.output
    assert "a.txt:1:5: warning: “ICB” isn’t explained" in result.output


@pytest.mark.parametrize(
    ("text", "level", "status"),
    [
        (WARNING, "error", 0),
        (WARNING, "warning", 1),
        (WARNING, "information", 1),
        (WARNING, "hint", 1),
        (WARNING, "never", 0),
        (INFORMATION, "warning", 0),
        (INFORMATION, "information", 1),
        (INFORMATION, "hint", 1),
        (CLEAN, "hint", 0),
    ],
)
def test_fail_on(folder: Path, run: Run, text: str, level: str, status: int) -> None:
    """Findings at or above the level make the status 1; the report is the same."""
    write(folder, a=text)
    assert run("check", "--fail-on", level, "a.txt").exit_code == status


def test_fail_on_wrong_value(folder: Path, run: Run) -> None:
    """A wrong level is told with the nearest right one."""
    write(folder, a=CLEAN)
    result = run("check", "--fail-on", "waring", "a.txt")
    assert result.exit_code == 2
    assert result.output == "--fail-on: error: 'waring' can't be a limit for failing. Did you mean 'warning'?\n"


def test_fail_on_from_the_configuration(folder: Path, run: Run) -> None:
    """The nearest configuration sets the level; the option comes before it."""
    write(folder, a=INFORMATION)
    (folder / "plainspeak.yaml").write_text("fail-on: information", encoding="utf-8")
    assert run("check", "a.txt").exit_code == 1
    assert run("check", "--fail-on", "error", "a.txt").exit_code == 0


def test_never_fail_from_the_configuration(folder: Path, run: Run) -> None:
    """``never`` makes the status 0 whatever is found, but 2 stays 2; the report is the same; the option comes first."""
    write(folder, a=WARNING)
    without = run("check", "a.txt")
    (folder / "plainspeak.yaml").write_text("fail-on: never", encoding="utf-8")
    result = run("check", "a.txt")
    assert (without.exit_code, result.exit_code) == (1, 0)
    assert result.output == without.output
    assert run("check", "a.txt", "none.txt").exit_code == 2
    assert run("check", "--fail-on", "warning", "a.txt").exit_code == 1
    (folder / "plainspeak.yaml").write_text("fail-on: nevr", encoding="utf-8")
    wrong = run("check", "a.txt")
    assert wrong.exit_code == 2
    said = "'nevr' can't be a limit for failing. Did you mean 'never'?"
    assert wrong.output == f"{folder.resolve() / 'plainspeak.yaml'}:1: error: {said}\n"


def test_all_lists_each_repeat(folder: Path, run: Run) -> None:
    """Without the option a repeat is counted; with it each place has its own line, and the status is the same."""
    write(folder, a="The ICB met.\n\nTwo ICBs ate.")
    folded, apart = run("check", "a.txt"), run("check", "--all", "a.txt")
    assert folded.output.count("[acronym-undefined, 2 times]") == 1
    assert apart.output.count("[acronym-undefined]") == 2
    assert "a.txt:3:5: warning" in apart.output
    assert folded.exit_code == apart.exit_code == 1


def test_all_in_json(folder: Path, run: Run) -> None:
    """Each repeat is a finding of its own, with its own words and fingerprint."""
    write(folder, a="The ICB met.\n\nTwo ICBs ate.")
    findings = data_of(run("check", "--all", "--format", "json", "a.txt"))["documents"][0]["findings"]
    told = [(each["text"], each["count"], each["place"]["line"]) for each in findings]
    assert told == [("ICB", 1, 1), ("ICBs", 1, 3)]
    assert len({each["fingerprint"] for each in findings}) == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("none.txt",),
        ("none.txt", "a.txt"),
        ("empty",),
        ("--fail-on", "x", "a.txt"),
        ("--profile", "x", "a.txt"),
        ("--config", "none.yaml", "a.txt"),
        ("--baseline", "none.json", "a.txt"),
        ("*.docx",),
    ],
)
def test_json_is_valid_with_status_two(folder: Path, run: Run, arguments: tuple[str, ...]) -> None:
    """Whatever goes wrong, the output is one JSON object that says so."""
    write(folder, a=WARNING)
    (folder / "empty").mkdir()
    result = run("check", "--format", "json", *arguments)
    assert result.exit_code == 2
    (error,) = data_of(result)["errors"]
    assert error["message"].endswith((".", "?"))


def test_json_has_every_document(folder: Path, run: Run) -> None:
    """The documents stand in the order of the paths."""
    write(folder, b=WARNING, a=CLEAN)
    assert checked(run("check", "--format", "json", "b.txt", "a.txt")) == ["b.txt", "a.txt"]


def test_standard_input(run: Run) -> None:
    """``-`` is standard input, whose name says the format; HTML is known by its content."""
    markdown = run("check", "--stdin-name", "x.md", "-", stdin=b"Hi.\n\n`ICB` and **ICB**")
    assert "x.md:3:13: warning" in markdown.output
    html = run("check", "-", "--format", "json", stdin=b"<!DOCTYPE html><html><body><p>The ICB met.</p></body></html>")
    (document,) = data_of(html)["documents"]
    assert (document["path"], document["media_type"], len(document["findings"])) == ("<stdin>", "text/html", 1)


def test_standard_input_without_a_name(run: Run) -> None:
    """Text that nothing tells apart is read as plain text; what isn't text is refused."""
    (document,) = data_of(run("check", "--format", "json", "-", stdin=b"The ICB met."))["documents"]
    assert (document["media_type"], len(document["findings"])) == ("text/plain", 1)
    refused = run("check", "-", stdin=b"\x89PNG\r\n\x1a\n\x00")
    assert refused.exit_code == 2
    assert "<stdin>: error: This isn't a format that is read." in refused.output


def test_standard_input_beside_files(folder: Path, run: Run) -> None:
    """Standard input is one document among others."""
    write(folder, a=CLEAN)
    result = run("check", "--format", "json", "a.txt", "-", "--stdin-name", "b.txt", stdin=b"The ICB met.")
    assert checked(result) == ["a.txt", "b.txt"]


def test_folders(folder: Path, run: Run) -> None:
    """A folder stands for what we read in it and below; other, hidden and lock files are passed over."""
    for name in ("in/b.md", "in/a.txt", "in/deep/c.HTML", "in/.hidden/d.md", "in/.e.md", "in/f.png", "in/~$lock.docx"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(CLEAN, encoding="utf-8")
    result = run("check", "--format", "json", "in")
    assert checked(result) == ["in/a.txt", "in/b.md", "in/deep/c.HTML"]
    assert result.exit_code == 0


def test_patterns(folder: Path, run: Run) -> None:
    """A pattern stands for the files that match, ``**`` for folders below; lock files are passed over."""
    for name in ("a.txt", "b.txt", "c.md", "deep/d.txt", "~$e.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(CLEAN, encoding="utf-8")
    assert checked(run("check", "--format", "json", "*.txt")) == ["a.txt", "b.txt"]
    assert checked(run("check", "--format", "json", "**/*.txt")) == ["a.txt", "b.txt", "deep/d.txt"]
    assert checked(run("check", "--format", "json", "[bc].*")) == ["b.txt", "c.md"]
    assert checked(run("check", "--format", "json", "d*")) == ["deep/d.txt"]


def test_a_name_that_looks_like_a_pattern(folder: Path, run: Run) -> None:
    """A file whose name has brackets is that file."""
    write(folder, **{"a[1]": CLEAN})
    assert checked(run("check", "--format", "json", "a[1].txt")) == ["a[1].txt"]


def test_each_file_once(folder: Path, run: Run) -> None:
    """A file named twice is checked once."""
    write(folder, a=CLEAN)
    assert checked(run("check", "--format", "json", "a.txt", "a.txt", "*.txt")) == ["a.txt"]


def test_profile_and_configuration(folder: Path, run: Run) -> None:
    """The profile comes from the option, else from the named configuration, else from the nearest one."""
    write(folder, a="word " * 23)
    (folder / "other.yaml").write_text("profile: public-document", encoding="utf-8")
    (folder / "plainspeak.yaml").write_text("profile: patient-leaflet", encoding="utf-8")

    def profile(*arguments: str) -> str:
        return str(data_of(run("check", "--format", "json", *arguments, "a.txt"))["documents"][0]["profile"])

    assert profile() == "patient-leaflet"
    assert profile("--config", "other.yaml") == "public-document"
    assert profile("--profile", "meeting-paper") == "meeting-paper"
    assert run("check", "a.txt").exit_code == 1
    assert run("check", "--config", "other.yaml", "a.txt").exit_code == 0


def test_ignored_paths_and_configured_glossary(folder: Path, run: Run) -> None:
    """Paths in the configuration are relative to its folder, wherever the file to check lies below it."""
    (folder / "in").mkdir()
    (folder / "ours.yaml").write_text("- acronym: QQZ\n  expansion: quick quiet zone\n", encoding="utf-8")
    (folder / "plainspeak.yaml").write_text("glossaries: [ours.yaml]\nignore: [in/b.txt]", encoding="utf-8")
    write(folder / "in", a="The QQZ is open.", b="The ICB met.")
    result = run("check", "in")
    assert "write “quick quiet zone” instead" in result.output
    assert "ICB" not in result.output
    assert result.output.splitlines()[-1] == "in/b.txt: left out, as the configuration says."
    assert result.exit_code == 1


def test_files_left_out_are_not_read(folder: Path, run: Run) -> None:
    """A file that is ignored wholly is named at the end, and can't be an error, as nobody reads it."""
    (folder / "plainspeak.yaml").write_text("ignore: [old, z.txt]", encoding="utf-8")
    (folder / "old").mkdir()
    (folder / "old" / "b.docx").write_bytes(b"Not a Word file.")
    write(folder, a=CLEAN, z=WARNING)
    result = run("check", "z.txt", "old/b.docx", "a.txt")
    assert result.exit_code == 0
    assert result.output.splitlines() == [
        "a.txt: Nothing to put right in 3 words.",
        "This text is too short for a reading level.",
        "z.txt: left out, as the configuration says.",
        "old/b.docx: left out, as the configuration says.",
    ]
    assert checked(run("check", "--format", "json", "z.txt", "old/b.docx", "a.txt")) == ["a.txt"]


def test_all_files_left_out(folder: Path, run: Run) -> None:
    """Where the configuration leaves out every file, that is all that is said, and the status is 0."""
    (folder / "plainspeak.yaml").write_text("ignore: ['*.txt']", encoding="utf-8")
    write(folder, a=WARNING, b=WARNING)
    result = run("check", ".")
    assert result.exit_code == 0
    said = "left out, as the configuration says."
    assert result.output.splitlines() == [f"a.txt: {said}", f"b.txt: {said}"]
    data = data_of(run("check", "--format", "json", "."))
    assert (data["documents"], data["errors"]) == ([], [])


def test_a_file_with_one_rule_ignored_is_read(folder: Path, run: Run) -> None:
    """A file in which only some rules are ignored is checked for the others."""
    (folder / "plainspeak.yaml").write_text("ignore: [{path: a.txt, rules: [jargon]}]", encoding="utf-8")
    write(folder, a=f"{WARNING} Stakeholders left.")
    result = run("check", "a.txt")
    assert result.exit_code == 1
    assert "[acronym-undefined]" in result.output
    assert "[jargon]" not in result.output
    assert "left out" not in result.output


def test_only_new_findings_count(folder: Path, run: Run) -> None:
    """With a baseline the status is that of what is new, and the summary counts what is known and gone."""
    write(folder, a=f"{WARNING}\n\n{INFORMATION}")
    assert run("baseline", "a.txt", "-o", "known.json").exit_code == 0
    write(folder, a=WARNING)
    same = run("check", "--baseline", "known.json", "a.txt")
    assert same.exit_code == 0
    assert same.output.splitlines()[:2] == [
        "a.txt: Nothing new in 3 words.",
        "Known from the baseline: 1. Gone since then: 1.",
    ]
    write(folder, a=f"{WARNING}\n\nStakeholders came.")
    new = run("check", "--baseline", "known.json", "a.txt")
    assert new.exit_code == 1
    assert "[jargon]" in new.output
    assert "[acronym-undefined]" not in new.output
    start = new.output.splitlines().index("a.txt: 1 thing to look at in 5 words.")
    assert new.output.splitlines()[start + 1 : start + 3] == [
        "1. Explain or replace this term of the trade: Stakeholders.",
        "Known from the baseline: 1. Gone since then: 1.",
    ]
    assert "baseline" not in run("check", "a.txt").output


def test_known_and_gone_stand_in_each_document(folder: Path, run: Run) -> None:
    """Each document has its own counts, one that the baseline doesn't hold too."""
    write(folder, a=f"{WARNING} {INFORMATION}", b=WARNING)
    assert run("baseline", "a.txt", "b.txt", "-o", "known.json").exit_code == 0
    write(folder, b=CLEAN, c=CLEAN)
    result = run("check", "--baseline", "known.json", "a.txt", "b.txt", "c.txt")
    assert result.exit_code == 0
    assert [line for line in result.output.splitlines() if "Nothing" in line or "Known" in line] == [
        "a.txt: Nothing new in 9 words.",
        "Known from the baseline: 2. Gone since then: 0.",
        "b.txt: Nothing to put right in 3 words.",
        "Known from the baseline: 0. Gone since then: 1.",
        "c.txt: Nothing to put right in 3 words.",
        "Known from the baseline: 0. Gone since then: 0.",
    ]


def test_configured_baseline(folder: Path, run: Run) -> None:
    """A configuration may name the baseline; it lies relative to the configuration."""
    write(folder, a=WARNING)
    run("baseline", "a.txt", "-o", "known.json")
    (folder / "plainspeak.yaml").write_text("baseline: known.json", encoding="utf-8")
    result = run("check", "a.txt")
    assert result.exit_code == 0
    assert result.output.splitlines()[:2] == [
        "a.txt: Nothing new in 3 words.",
        "Known from the baseline: 1. Gone since then: 0.",
    ]
    (folder / "known.json").unlink()
    assert run("check", "a.txt").exit_code == 2


def test_timings(folder: Path, run: Run) -> None:
    """Timings go to standard error, so that JSON stays whole."""
    write(folder, a=CLEAN)
    result = run("check", "--timings", "--format", "json", "a.txt")
    assert data_of(result)["errors"] == []
    assert "s  in all" in result.stderr


def test_usage(run: Run) -> None:
    """A missing path and a misspelt option are told by click, with status 2."""
    assert "Missing argument 'PATH...'" in run("check").output
    wrong = run("check", "--fromat", "json", "a.txt")
    assert "Did you mean '--format'?" in wrong.output
    assert wrong.exit_code == 2


def test_papers_of_a_folder_that_are_not_read_are_named(run: Run, folder: Path) -> None:
    """A pack with an old Word file in it mustn't look as if it were checked whole; what is no paper is no news."""
    (folder / "pack").mkdir()
    for name in ("a.doc", "b.doc", "logo.png"):
        (folder / "pack" / name).write_bytes(b"?")
    (folder / "pack" / "c.md").write_text("We met in May.", encoding="utf-8")
    for paths in (["pack"], ["pac*"]):
        result = run("check", *paths)
        assert result.exit_code == 0
        assert result.stderr == (
            "pack/a.doc and 1 more like it: not read. "
            "This is an old .doc file. Open it in Word, save it as .docx, and check that.\n"
        )
    assert run("check", "pack/a.doc").exit_code == 2


def test_a_folder_of_papers_that_are_not_read(run: Run, folder: Path) -> None:
    """Nothing was checked, which is no pass."""
    (folder / "pack").mkdir()
    (folder / "pack" / "a.rtf").write_bytes(b"?")
    result = run("check", "pack")
    assert result.exit_code == 2
    assert "RTF files aren't read" in result.stderr
    assert "holds no file that is read" in result.output
