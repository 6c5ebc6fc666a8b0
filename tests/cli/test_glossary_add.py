"""``plainspeak glossary add``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plainspeak.glossary import read_terms

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

OPTIONS = ("--meaning", "People who know care from having used it.", "--instead", "people who use care")


@pytest.fixture
def ours(folder: Path) -> Path:
    """A configured glossary with one entry."""
    (folder / "plainspeak.yaml").write_text("glossaries:\n  - organisation: ours.yaml\n  - more.yaml\n")
    (folder / "more.yaml").write_text("")
    path = folder / "ours.yaml"
    path.write_text("# Ours\n- acronym: ZQX\n  expansion: zebra quick exit  # the door\n")
    return path


def test_the_first_configured_glossary_grows(ours: Path, run: Callable[..., Result]) -> None:
    """The first configured glossary grows."""
    before = ours.read_text()
    result = run("glossary", "add", "experts by use", *OPTIONS, "--kind", "person", "--setting", "our trust")
    assert result.exit_code == 0
    assert result.stdout == "ours.yaml:2: 'experts by use' is added.\n"
    assert ours.read_text() == before.replace(
        "# Ours\n",
        "# Ours\n- term: experts by use\n  meaning: People who know care from having used it.\n"
        "  instead: [people who use care]\n  kind: person\n  setting: [our trust]\n",
    )


@pytest.mark.parametrize(
    ("arguments", "lines"),
    [
        (("QQF", "--expansion", "quiet quarter fund"), "- acronym: QQF\n  expansion: quiet quarter fund\n"),
        (("--acronym", "QQF", "--expansion", "quiet fund"), "- acronym: QQF\n  expansion: quiet fund\n"),
        (
            ("quiet fund", "--acronym", "QQF", "--meaning", "Money."),
            "- term: quiet fund\n  acronym: QQF\n  meaning: Money.\n",
        ),
        (("Qqf", "--expansion", "quiet fund"), "- acronym: Qqf\n  expansion: quiet fund\n"),
    ],
)
def test_letters_and_words(arguments: tuple[str, ...], lines: str, folder: Path, run: Callable[..., Result]) -> None:
    """Letters and words."""
    assert run("glossary", "add", *arguments, "--file", "new.yaml").exit_code == 0
    assert (folder / "new.yaml").read_text() == lines


def test_it_asks_for_letters(folder: Path, run: Callable[..., Result]) -> None:
    """It asks for letters."""
    result = run("glossary", "add", "--file", "new.yaml", stdin=b"QQF\nquiet quarter fund\n\n")
    assert result.exit_code == 0
    assert (folder / "new.yaml").read_text() == "- acronym: QQF\n  expansion: quiet quarter fund\n"


def test_it_asks_for_words(folder: Path, run: Callable[..., Result]) -> None:
    """It asks for words."""
    answers = b"\nMoney for a quiet quarter.\nquiet money; calm money\n"
    assert run("glossary", "add", "quiet fund", "--file", "new.yaml", stdin=answers).exit_code == 0
    assert (folder / "new.yaml").read_text() == (
        "- term: quiet fund\n  meaning: Money for a quiet quarter.\n  instead: [quiet money, calm money]\n"
    )


def test_what_could_be_better_is_said(run: Callable[..., Result]) -> None:
    """What could be better is said."""
    result = run(
        "glossary", "add", "QQF", "--expansion", "quiet fund", "--meaning", "The ZQX fund.", "--file", "n.yaml"
    )
    assert result.exit_code == 0
    assert result.stderr == "To make it better: 'ZQX' isn't explained in: The ZQX fund.\n"


def test_what_is_pasted_is_one_clean_line(ours: Path, run: Callable[..., Result]) -> None:
    """What is pasted from a page or a terminal is one clean line."""
    pasted = "Money  for\nquiet\u200b rooms \x1b[31m- term: x."
    assert run("glossary", "add", "quiet\u202e fund", "--meaning", pasted).exit_code == 0
    added = next(term for term in read_terms(ours) if term.headword == "quiet fund")
    assert added.meanings[0].text == "Money for quiet rooms [31m- term: x."


def test_what_it_stands_in_place_of_is_said(run: Callable[..., Result]) -> None:
    """What it stands in place of is said."""
    result = run("glossary", "add", "NHS", "--expansion", "National Health Service", "--file", "new.yaml")
    assert "It stands in place of the built-in entry at glossaries/" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("ZQX", "--expansion", "x"), "ours.yaml:2: error: 'ZQX' is here already. Change that entry instead."),
        (("quiet fund", "--kind", "money"), "error: Say what 'quiet fund' means, with --meaning."),
        (("quiet fund", "--meaning", "Money.", "--kind", "bee"), "error: 'kind': Choose from 'organisation'"),
        (("quiet fund", "--meaning", "Money.", "--checked", "soon"), "error: 'checked': Write a month or a year"),
        (("--meaning", "Money."), "error: Say what the entry is about"),
        (("", "--meaning", "Money."), "error: Say what the entry is about"),
        (("QQF", "--meaning", "Money."), "error: Say what 'QQF' stands for, with --expansion."),
        (("QQF",), "error: An answer is missing, so nothing is added."),
        (("x", *OPTIONS, "--file", "none/new.yaml"), "none/new.yaml: error: There is no such folder."),
    ],
)
def test_mistakes(arguments: tuple[str, ...], said: str, ours: Path, run: Callable[..., Result]) -> None:
    """Mistakes."""
    before = ours.read_text()
    result = run("glossary", "add", *arguments)
    assert result.exit_code == 2
    assert result.stderr.lstrip("\n").startswith(said)
    assert ours.read_text() == before


def test_which_glossary_is_asked_for(run: Callable[..., Result]) -> None:
    """Which glossary is asked for."""
    result = run("glossary", "add", "x", *OPTIONS)
    assert result.exit_code == 2
    assert result.stderr.startswith("error: Which glossary? Say '--file our-words.yaml', or set it up")
