"""``plainspeak glossary export``: the glossary for people and for other tools."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]

OWN = """
- {acronym: ZQX, expansion: zebra quota, kind: data, meaning: How many zebras there may be.}
- {acronym: XKQ, expansion: extra kite query, kind: process, meaning: A question about kites.}
- {wording: zebra-wise, rule: wordy-phrase, instead: [for zebras]}
"""


@pytest.fixture
def own(folder: Path) -> Path:
    """A folder with an organisation's glossary."""
    (folder / "own.yaml").write_text(OWN, encoding="utf-8")
    (folder / "plainspeak.yaml").write_text("glossaries: [organisation: own.yaml]\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("form", "name", "holds"),
    [
        ("csv", "g.csv", b"zebra quota"),
        ("html", "g.html", b"Zebra quota"),
        ("docx", "g.docx", b"word/document.xml"),
        ("m365", "m.csv", b"ZQX,zebra quota,"),
    ],
)
def test_a_file(run: Run, own: Path, form: str, name: str, holds: bytes) -> None:
    """Each format with the entries of one layer, which need no credit."""
    result = run("glossary", "export", "--format", form, "-o", name, "--layer", "organisation")
    assert (result.exit_code, result.stdout) == (0, f"{name}: 2 entries.\n")
    assert holds in (own / name).read_bytes()


@pytest.mark.parametrize(("form", "file"), [("vale", "styles/Plainspeak/WordyPhrase.yml"), ("cspell", "cspell.json")])
def test_a_folder(run: Run, own: Path, form: str, file: str) -> None:
    """The tools' folders hold the wording too."""
    result = run("glossary", "export", "--format", form, "-o", "out", "--layer", "organisation")
    assert (result.exit_code, result.stdout) == (0, "out: 3 entries.\n")
    assert (own / "out" / file).is_file()


def test_all_layers_and_credit(run: Run, own: Path) -> None:
    """Left alone, everything is written, and the licence of ours is told."""
    result = run("glossary", "export", "--format", "csv", "-o", "g.csv")
    assert result.exit_code == 0
    assert "give credit: plainspeak glossary, CC BY 4.0." in result.stdout
    with (own / "g.csv").open(encoding="utf-8-sig", newline="") as file:
        letters = {row["letters"] for row in csv.DictReader(file)}
    assert {"ZQX", "XKQ", "NHS"} <= letters


def test_kinds(run: Run, own: Path) -> None:
    """Only entries of the kinds that are asked for."""
    asked = ["glossary", "export", "--format", "csv", "-o", "g.csv", "--layer", "organisation"]
    assert run(*asked, "--kind", "data").stdout == "g.csv: 1 entry.\n"
    assert "XKQ" not in (own / "g.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-o", "g.csv", "--kind", "dat"], "error: No entry is of the kind 'dat'. Did you mean 'data'?"),
        (["-o", "g.csv", "--layer", "project"], "error: Nothing in the glossary fits, so nothing is written."),
        (["-o", "g.docx"], "g.docx: error: For csv, end the name in .csv."),
        (["-o", "own.csv"], "own.csv: error: There is something of this name already"),
        (["-o", "g.csv", "--config", "gone.yaml"], "gone.yaml: error: "),
    ],
)
def test_mistakes(run: Run, own: Path, arguments: list[str], said: str) -> None:
    """One sentence says what is wrong, and nothing is written."""
    (own / "own.csv").write_text("mine", encoding="utf-8")
    result = run("glossary", "export", "--format", "csv", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not (own / "g.csv").exists()
    assert (own / "own.csv").read_text() == "mine"


def test_a_glossary_file_is_safe(run: Run, own: Path) -> None:
    """Only a file with the ending of the format can be written over."""
    result = run("glossary", "export", "--format", "html", "-o", "own.yaml", "--force")
    assert (result.exit_code, (own / "own.yaml").read_text()) == (2, OWN)
