"""``plainspeak glossary import``."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

ROOT = Path(__file__).parents[2]
BUSTER = (
    "Acronym;Owner;Meaning\n"
    "ZQE;Jo;zebra quick exit. The way out.\n"
    "NHS;Jo;National Health Service\n"
    "plan;Jo;What will be done.\n"
)
ADDED = "- acronym: ZQE\n  expansion: zebra quick exit\n  meaning: The way out.\n"


def test_each_row_is_reported(folder: Path, run: Callable[..., Result]) -> None:
    """Each row is reported."""
    (folder / "buster.csv").write_text(BUSTER)
    (folder / "ours.yaml").write_text("# Ours\n")
    result = run("glossary", "import", "buster.csv", "--into", "ours.yaml")
    assert result.stdout.splitlines() == [
        "note: The column 'Owner' isn't taken in.",
        "row 2: taken: 'ZQE': zebra quick exit",
        "row 3: merged: 'NHS' is in the built-in glossary already",
        "row 4: refused: 'plan' is an everyday word, so each use of it would be reported. "
        "Add it by hand, with 'only-in'.",
        "ours.yaml: 1 taken, 1 merged, 1 refused.",
        "See what could be plainer: plainspeak glossary lint ours.yaml",
    ]
    assert result.exit_code == 1
    assert (folder / "ours.yaml").read_text() == f"# Ours\n{ADDED}"


def test_again_changes_nothing(folder: Path, run: Callable[..., Result]) -> None:
    """Again changes nothing."""
    (folder / "buster.csv").write_text("ZQE,zebra quick exit\n")
    (folder / "plainspeak.yaml").write_text("glossaries: [ours.yaml]\n")
    (folder / "ours.yaml").write_text("")
    assert run("glossary", "import", "buster.csv").exit_code == 0
    result = run("glossary", "import", "buster.csv")
    assert result.stdout == (
        "row 1: merged: 'ZQE' is here already (ours.yaml:1)\nours.yaml: 0 taken, 1 merged, 0 refused.\n"
    )
    assert (folder / "ours.yaml").read_text() == "- acronym: ZQE\n  expansion: zebra quick exit\n"


def test_a_dry_run_needs_no_glossary(folder: Path, run: Callable[..., Result]) -> None:
    """A dry run needs no glossary."""
    (folder / "buster.csv").write_text("ZQE,zebra quick exit\n")
    result = run("glossary", "import", "buster.csv", "--dry-run")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1] == "buster.csv: 1 taken, 0 merged, 0 refused. Nothing is written."
    assert [path.name for path in folder.iterdir()] == ["buster.csv"]


def test_mistakes_leave_everything_as_it_is(folder: Path, run: Callable[..., Result]) -> None:
    """Mistakes leave everything as it is."""
    (folder / "buster.csv").write_text("Acronym,Owner\nZQE,Jo\n")
    (folder / "wrong.yaml").write_text("- term: x\n")
    for arguments, said in (
        (("buster.csv",), "error: Which glossary? Say '--into our-words.yaml'"),
        (
            ("buster.csv", "--into", "ours.yaml"),
            "buster.csv, row 1: error: The columns are 'Acronym', 'Owner', and none",
        ),
        (("none.csv", "--into", "ours.yaml"), "none.csv: error: There is no such file."),
        (("buster.csv", "--into", "wrong.yaml"), "wrong.yaml:1: error: A term needs a 'meaning'."),
    ):
        result = run("glossary", "import", *arguments)
        assert result.exit_code == 2
        assert result.stderr.startswith(said)
    assert sorted(path.name for path in folder.iterdir()) == ["buster.csv", "wrong.yaml"]


def test_the_page_shows_what_is_printed(folder: Path, run: Callable[..., Result]) -> None:
    """The example in the documentation is true."""
    page = (ROOT / "docs" / "writing-a-glossary.md").read_text(encoding="utf-8")
    table, printed = (re.findall(rf"```{kind}\n(.*?)```", page, re.DOTALL)[0] for kind in ("csv", "text"))
    (folder / "buster.csv").write_text(table)
    assert run("glossary", "import", "buster.csv", "--into", "our-words.yaml", "--dry-run").stdout == printed
