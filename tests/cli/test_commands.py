"""The other commands, and the program as a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import plainspeak
from plainspeak.rules import RULES, NoOptions

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]

HEAVY = ("spacy", "rich", "textstat", "lxml", "pypdfium2", "pydantic", "yaml", "markdown_it")


def process(*arguments: str, stdin: str = "", cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run ``python -m plainspeak``."""
    return subprocess.run(
        [sys.executable, "-m", "plainspeak", *arguments],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd,
        check=False,
    )


def heavy_modules_after(code: str) -> set[str]:
    """Return which slow modules a fresh Python has imported after some code."""
    code += f"\nimport sys, json; print('HEAVY', json.dumps([name for name in {HEAVY!r} if name in sys.modules]))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout.rpartition("HEAVY")[2]))


def test_import_is_light() -> None:
    """``import plainspeak`` brings none of the slow modules."""
    assert heavy_modules_after("import plainspeak") == set()


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["check", "--help"], ["baseline", "--help"]])
def test_help_is_light(arguments: list[str]) -> None:
    """Help and version answer without the slow modules."""
    code = f"from plainspeak.cli import main\nassert main({arguments!r}, standalone_mode=False) in (None, 0)"
    assert heavy_modules_after(code) == set()


def test_a_check_is_not_light() -> None:
    """The same measure sees spaCy after a check, so that it measures something."""
    assert "spacy" in heavy_modules_after("import plainspeak\nplainspeak.check('The ICB met.')")


def test_as_a_process(tmp_path: Path) -> None:
    """Statuses 0, 1 and 2, output in UTF-8 without colour, and no traceback."""
    (tmp_path / "a.txt").write_text("The ICB met.", encoding="utf-8")
    found = process("check", "a.txt", cwd=tmp_path)
    assert found.returncode == 1
    assert found.stdout.startswith("a.txt:1:5: warning: “ICB” isn’t explained")
    assert "\x1b" not in found.stdout
    clean = process("check", "-", "--stdin-name", "b.txt", stdin="All is well.", cwd=tmp_path)
    assert (clean.returncode, clean.stderr) == (0, "")
    missing = process("check", "--format", "json", "none.txt", cwd=tmp_path)
    assert missing.returncode == 2
    assert json.loads(missing.stdout)["errors"][0]["path"] == "none.txt"
    assert missing.stderr == ""


def test_version(run: Run) -> None:
    """The version is the package's."""
    assert run("--version").output == f"plainspeak, version {plainspeak.__version__}\n"


def test_help_lists_the_commands(run: Run) -> None:
    """Every command stands in the help with a sentence."""
    output = run("--help").output
    for name in ("check", "explain", "rules", "baseline"):
        assert f"\n  {name} " in output


def test_unknown_command(run: Run) -> None:
    """A misspelt command is told with the right one; a file in its place with the command to use."""
    wrong = run("chek")
    assert wrong.exit_code == 2
    assert "There is no command 'chek'. Did you mean 'check'?" in wrong.output
    assert "To check a file: plainspeak check FILE" in run("paper.docx").output


def test_rules(run: Run) -> None:
    """One line a rule, with its severity and summary."""
    lines = run("rules").output.splitlines()
    assert [line.split()[:2] for line in lines] == [[rule.id, rule.severity.value] for rule in RULES]
    assert all(line.endswith(".") for line in lines)


WITH_OPTIONS = {rule.id for rule in RULES if rule.options_type is not NoOptions}


@pytest.mark.parametrize("rule", [rule.id for rule in RULES])
def test_explain_a_rule(run: Run, rule: str) -> None:
    """A rule's page has its sections and its examples with carets."""
    output = run("explain", rule).output
    assert output.startswith(f"{rule} (")
    for part in ("Why it matters:", "What to do instead:", "Examples:"):
        assert part in output
    assert ("Options:" in output) == (rule in WITH_OPTIONS)


def test_explain_terms(folder: Path, run: Run) -> None:
    """Letters in any case, words over several arguments, and terms of a configured glossary."""
    assert "integrated care board" in run("explain", "icb").output.lower()
    assert run("explain", "in", "order", "to").exit_code == 0
    (folder / "ours.yaml").write_text("- acronym: QQZ\n  expansion: quick quiet zone\n", encoding="utf-8")
    (folder / "plainspeak.yaml").write_text("glossaries: [ours.yaml]", encoding="utf-8")
    assert "quick quiet zone" in run("explain", "QQZ").output


OURS = """\
- term: blue-sky thinking
  acronym: BST
  instead: [new ideas]
  gloss: thinking freely
  meaning: Thinking that isn't held back by what is there today.
  advice: Say whose ideas they are.
  see: [vision]
  source: our-page
  checked: 2026-11
- acronym: QZ
  meanings:
    - expansion: quiet zone
      setting: [wards, clinics]
      meaning: A room without noise.
      source: our-page
      checked: 2026-11
    - expansion: quick zone
      meaning: A place for short stays.
      status: renamed
      date: 2026-04
      replaced-by: fast lane
      source: other-page
- wording: troublesome patient
  rule: power-language
  instead: [patient]
  why: It blames a person.
  advice: Say what went wrong.
  source: our-page
- wording: with a view to
  rule: wordy-phrase
  instead: [to]
"""


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        (
            "blue-sky thinking",
            [
                "blue-sky thinking (BST)",
                "  Thinking that isn’t held back by what is there today.",
                "  Write instead: new ideas",
                "  To add in brackets: thinking freely",
                "  Say whose ideas they are.",
                "  See also: vision",
                "  Source: our-page, checked 2026-11.",
            ],
        ),
        (
            "QZ",
            [
                "QZ",
                "  quiet zone (wards, clinics)",
                "  A room without noise.",
                "  quick zone",
                "  A place for short stays.",
                "  Renamed: 2026-04; now fast lane.",
                "  Source: our-page, checked 2026-11.",
                "  Source: other-page, not yet checked.",
            ],
        ),
        (
            "troublesome patient",
            [
                "troublesome patient (power-language)",
                "  It blames a person.",
                "  Write instead: patient",
                "  Say what went wrong.",
                "  Source: our-page, not yet checked.",
            ],
        ),
        ("with a view to", ["with a view to (wordy-phrase)", "  Write instead: to"]),
    ],
)
def test_explain_says_things_in_order(folder: Path, run: Run, words: str, lines: list[str]) -> None:
    """First the reason and the meanings, then what to write, last the source; a wording's first line names its rule."""
    (folder / "ours.yaml").write_text(OURS, encoding="utf-8")
    (folder / "plainspeak.yaml").write_text("glossaries: [ours.yaml]", encoding="utf-8")
    assert run("explain", words).output.splitlines() == lines


def test_explain_what_nobody_knows(run: Run) -> None:
    """A misspelt rule is told with the right one; nonsense with where to look."""
    near = run("explain", "acronym-undefind")
    assert near.exit_code == 2
    assert "Did you mean 'acronym-undefined'?" in near.output
    far = run("explain", "qqqqqqqq")
    assert far.exit_code == 2
    assert "'plainspeak rules' lists the rules." in far.output


def test_baseline_says_what_it_holds(folder: Path, run: Run) -> None:
    """The message counts findings and files; the file's own name is the default."""
    (folder / "a.txt").write_text("The ICB met in order to win.", encoding="utf-8")
    (folder / "b.txt").write_text("The ICB met.", encoding="utf-8")
    result = run("baseline", ".")
    assert result.output == "plainspeak-baseline.json: 3 findings in 2 files, known from now on.\n"
    assert (folder / "plainspeak-baseline.json").is_file()


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("All is well.", "0 findings in 1 file"),
        ("The ICB met.", "1 finding in 1 file"),
        ("The ICB met in order to win.", "2 findings in 1 file"),
    ],
)
def test_baseline_counts_with_right_plurals(folder: Path, run: Run, text: str, counts: str) -> None:
    """One finding and one file are in the singular; none and several are in the plural."""
    (folder / "a.txt").write_text(text, encoding="utf-8")
    assert run("baseline", "a.txt", "-o", "known.json").output == f"known.json: {counts}, known from now on.\n"


def test_a_narrow_encoding_stops_no_report(tmp_path: Path) -> None:
    """A character that the output can't show is replaced: Windows pipes take few of them."""
    paper = tmp_path / "a.txt"
    paper.write_text("The ICB met \U0001f600. " + "word " * 30, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "plainspeak", "check", str(paper), "--format", "json"],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "cp1252"},
        check=False,
    )
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert json.loads(done.stdout.decode("cp1252"))["summary"]["documents"] == 1


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no disk that is always full")
def test_output_that_has_no_place_to_go_is_told(tmp_path: Path) -> None:
    """A full disk is told in a sentence, and a closed output isn't missed."""
    arguments = [sys.executable, "-m", "plainspeak", "rules"]
    with open("/dev/full", "w") as full:
        done = subprocess.run(arguments, stdout=full, stderr=subprocess.PIPE, text=True, cwd=tmp_path, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert done.stderr.startswith("error: The output can\u2019t be written (")
    closed = ["/bin/sh", "-c", 'exec "$@" >&-', "sh", *arguments]
    assert subprocess.run(closed, stderr=subprocess.PIPE, cwd=tmp_path, check=True).stderr == b""
