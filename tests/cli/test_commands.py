"""The other commands, and the program as a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import plainspeak
from plainspeak.rules import RULES

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


@pytest.mark.parametrize("rule", [rule.id for rule in RULES])
def test_explain_a_rule(run: Run, rule: str) -> None:
    """A rule's page has its sections and its examples with carets."""
    output = run("explain", rule).output
    assert output.startswith(f"{rule} (")
    for part in ("Why it matters:", "What to do instead:", "Examples:"):
        assert part in output
    assert ("Options:" in output) == (rule in ("long-sentence", "hard-to-read"))


def test_explain_terms(folder: Path, run: Run) -> None:
    """Letters in any case, words over several arguments, and terms of a configured glossary."""
    assert "integrated care board" in run("explain", "icb").output.lower()
    assert run("explain", "in", "order", "to").exit_code == 0
    (folder / "ours.yaml").write_text("- acronym: QQZ\n  expansion: quick quiet zone\n", encoding="utf-8")
    (folder / "plainspeak.yaml").write_text("glossaries: [ours.yaml]", encoding="utf-8")
    assert "quick quiet zone" in run("explain", "QQZ").output


def test_explain_what_nobody_knows(run: Run) -> None:
    """A misspelt rule is told with the right one; nonsense with where to look."""
    near = run("explain", "acronym-undefind")
    assert near.exit_code == 2
    assert "Did you mean 'acronym-undefined'?" in near.output
    far = run("explain", "qqqqqqqq")
    assert far.exit_code == 2
    assert "'plainspeak rules' lists the rules." in far.output


def test_baseline_says_what_it_holds(folder: Path, run: Run) -> None:
    """The message counts findings and documents; the file's own name is the default."""
    (folder / "a.txt").write_text("The ICB met in order to win.", encoding="utf-8")
    (folder / "b.txt").write_text("The ICB met.", encoding="utf-8")
    result = run("baseline", ".")
    assert result.output == "plainspeak-baseline.json: 3 findings in 2 documents are known from now on.\n"
    assert (folder / "plainspeak-baseline.json").is_file()
