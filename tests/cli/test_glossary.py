"""``plainspeak glossary show``, ``list``, ``lint`` and ``stale``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from plainspeak.cli import main
from plainspeak.cli.glossary import stale

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

OURS = """\
- acronym: ICB
  expansion: intensive care bed
  meaning: A bed for people who are very ill.
- acronym: QXZ
  expansion: quiet extra zone
  kind: service
  meaning: A room where it is quiet.
  checked: 2026-05
- silence: CQC
  why: Our members asked us to.
- silence: stakeholder
"""
PROJECT = """\
- acronym: ICB
  expansion: icy cold bath
  meaning: A bath with ice.
"""


@pytest.fixture
def layers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an organisation's and a project's glossary."""
    (tmp_path / "ours.yaml").write_text(OURS, encoding="utf-8")
    (tmp_path / "project.yaml").write_text(PROJECT, encoding="utf-8")
    (tmp_path / "plainspeak.yaml").write_text(
        "glossaries:\n  - project.yaml\n  - organisation: ours.yaml\n", encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> Result:
    """Return what the command line says to some words after ``plainspeak glossary``."""
    return CliRunner().invoke(main, ["glossary", *words], catch_exceptions=False)


def test_show_says_which_layer(layers: Path) -> None:
    """The project's entry stands, and what it took the place of is told."""
    lines = run("show", "ICB").output.splitlines()
    assert lines[:4] == [
        "ICB",
        "  icy cold bath",
        "  A bath with ice.",
        f"  From the project layer ({layers / 'project.yaml'}:1).",
    ]
    assert any("the built-in layer (glossaries/" in line and line.endswith(": integrated care board") for line in lines)
    assert any(line.startswith("  In place of the organisation layer") for line in lines)


def test_show_what_is_silenced(layers: Path) -> None:
    """A silence is told with its reason and place."""
    assert run("show", "CQC").output.startswith(
        f"Silenced by the organisation layer ({layers / 'ours.yaml'}:9): Our members asked us to.\n"
    )
    assert run("show", "stakeholder").output.startswith("Silenced by the organisation layer")


def test_show_what_a_paper_says(layers: Path) -> None:
    """A paper's own words come first."""
    (layers / "paper.md").write_text("We met.\n\nThe ice cube box (ICB) is full.\n", encoding="utf-8")
    lines = run("show", "ICB", "--paper", "paper.md").output.splitlines()
    assert lines[:3] == ["ICB: ice cube box", "  From the paper itself (paper.md, line 3).", "ICB"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("show", "icbs"), "icy cold bath"),
        (("show", "care", "pathway"), "care pathway"),
        (("show", "ICB", "--config", "plainspeak.yaml"), "icy cold bath"),
    ],
)
def test_show_finds(layers: Path, words: tuple[str, ...], said: str) -> None:
    """Plurals, small letters and words of several parts are found."""
    assert layers.is_dir()
    result = run(*words)
    assert said in result.output
    assert result.exit_code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("show", "care", "pathwai"),
            "error: This isn't in the glossary: 'care pathwai'. Did you mean 'care pathway'?",
        ),
        (("show", "ICB", "--paper", "none.md"), "none.md: error: There is no such file."),
        (("show", "ICB", "--config", "none.yaml"), "none.yaml: error: There is no such configuration file."),
        (("list", "--topic", "monny"), "error: There is no topic 'monny'. Did you mean 'money'?"),
        (("list", "--config", "none.yaml"), "none.yaml: error:"),
        (("lint", "none.yaml"), "none.yaml: error: There is no such glossary file."),
        (("stale", "--config", "none.yaml"), "none.yaml: error:"),
        (
            ("shwo",),
            "There is no command 'shwo'. Did you mean 'show'? 'plainspeak glossary --help' lists the commands.",
        ),
    ],
)
def test_what_cannot_be_done(layers: Path, words: tuple[str, ...], said: str) -> None:
    """One sentence says what is wrong, and the exit status is 2."""
    assert layers.is_dir()
    result = run(*words)
    assert said in result.output
    assert result.exit_code == 2


def test_list(layers: Path) -> None:
    """Entries are listed one to a line, in alphabetical order, and can be chosen by what they are."""
    assert layers.is_dir()
    assert run("list", "--layer", "organisation").output == "QXZ: quiet extra zone\n"
    assert run("list", "--layer", "project").output == "ICB: icy cold bath\n"
    assert run("list", "--topic", "ours", "--kind", "service").output == "QXZ: quiet extra zone\n"
    ended = run("list", "--status", "ended").output.splitlines()
    assert any(line.startswith("clinical commissioning group (CCG): ") for line in ended)
    assert not any(line.startswith("QXZ") for line in ended)


def test_count(layers: Path) -> None:
    """Each part is counted, and how many of it were checked."""
    assert layers.is_dir()
    lines = run("list", "--layer", "organisation", "--count").output.splitlines()
    assert [line.split() for line in lines[:3]] == [
        ["entries", "checked"],
        ["acronyms", "1", "1"],
        ["meanings", "of", "acronyms", "1", "1"],
    ]


def test_lint_is_calm_about_good_entries(layers: Path) -> None:
    """An organisation's entries need no source."""
    assert layers.is_dir()
    result = run("lint", "ours.yaml")
    assert (result.output, result.exit_code) == ("4 entries, nothing to put right.\n", 0)


def test_lint_names_the_line(layers: Path) -> None:
    """A problem has its file and line, and the exit status is 1."""
    bad = layers / "bad.yaml"
    bad.write_text("- acronym: QXQ\n  expansion: x\n- term: quax\n  meaning: What an QYQ does.\n", encoding="utf-8")
    result = run("lint", "bad.yaml")
    assert result.output.splitlines() == [
        "bad.yaml:3: 'quax': 'QYQ' isn't explained in: What an QYQ does.",
        "2 entries, 1 thing to put right.",
    ]
    assert result.exit_code == 1


def test_lint_notes_layers_that_disagree(layers: Path) -> None:
    """Where a layer says something else than an earlier one, both places are told; that is no mistake."""
    assert (
        f"{layers / 'project.yaml'}:1: note: this replaces 'ICB' of {layers / 'ours.yaml'}:1 (organisation)."
        in run("lint").output
    )


def test_a_built_in_file_is_not_laid_over_itself(layers: Path) -> None:
    """A file of the built-in glossary is checked by the rules for built-in entries."""
    from plainspeak.glossary import built_in_folder

    assert layers.is_dir()
    result = run("lint", str(built_in_folder() / "acronyms" / "money.yaml"))
    assert "entries," in result.output
    assert "(organisation)" not in result.output


def test_stale(layers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was checked too long ago comes first, then what was never checked."""

    class Date(stale.datetime.date):
        """A clock that stands still."""

        @classmethod
        def today(cls) -> Date:
            return cls(2027, 6, 1)

    monkeypatch.setattr(stale.datetime, "date", Date)
    assert run("stale", "--layer", "organisation").output.splitlines() == [
        f"{layers / 'ours.yaml'}:4: QXZ: checked 2026-05",
        "1 of 1 entry was not checked in the last 12 months.",
    ]
    assert run("stale", "--layer", "organisation", "--months", "13").output == (
        "0 of 1 entry was not checked in the last 13 months.\n"
    )
    assert run("stale", "--layer", "project").output.splitlines()[0].endswith("ICB: never checked")
