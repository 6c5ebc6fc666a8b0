"""``plainspeak glossary suggest``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plainspeak.glossary import read_terms

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

PAPER = "The zebra quick exit (ZQE) is open. The ZQE is a door."


def test_the_draft_loads(folder: Path, run: Callable[..., Result]) -> None:
    """The draft loads."""
    (folder / "paper.txt").write_text(PAPER)
    result = run("glossary", "suggest", "paper.txt", "-o", "draft.yaml")
    assert result.exit_code == 0
    assert result.stdout == "draft.yaml: 1 acronym and 0 other terms, from 1 paper.\n"
    assert [term.headword for term in read_terms(folder / "draft.yaml")] == ["ZQE"]


def test_on_the_screen(folder: Path, run: Callable[..., Result]) -> None:
    """On the screen."""
    (folder / "paper.txt").write_text(PAPER)
    result = run("glossary", "suggest", "paper.txt", "none.txt")
    assert result.exit_code == 2
    assert "# 2 uses in paper.txt\n# The zebra quick exit (ZQE) is open.\n- acronym: ZQE\n" in result.stdout
    assert result.stderr == (
        "The draft: 1 acronym and 0 other terms, from 1 paper.\n"
        "none.txt: error: There is no such file. Check the name and the folder.\n"
    )


def test_nothing_is_written_over(folder: Path, run: Callable[..., Result]) -> None:
    """Nothing is written over."""
    (folder / "paper.txt").write_text(PAPER)
    (folder / "draft.yaml").write_text("# Mine\n")
    for output in ("draft.yaml", "paper.txt"):
        assert run("glossary", "suggest", "paper.txt", "-o", output).exit_code == 2
    assert (folder / "draft.yaml").read_text() == "# Mine\n"
    assert (folder / "paper.txt").read_text() == PAPER


def test_nothing_to_suggest(folder: Path, run: Callable[..., Result]) -> None:
    """Nothing to suggest."""
    (folder / "paper.txt").write_text("We met on Monday.")
    result = run("glossary", "suggest", "paper.txt", "-o", "draft.yaml")
    assert result.exit_code == 0
    assert result.stdout == "Nothing to suggest: the glossary has what is in 1 paper.\n"
    assert not (folder / "draft.yaml").exists()
