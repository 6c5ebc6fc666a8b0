"""The table loses nothing that a person wrote, and no spreadsheet runs it."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from plainspeak.exports.microsoft import COLUMNS as MICROSOFT
from plainspeak.exports.microsoft import microsoft_csv
from plainspeak.exports.table import COLUMNS, guarded, table_csv
from plainspeak.glossary import Meaning, Term

from .conftest import glossary_of

if TYPE_CHECKING:
    from pathlib import Path

    from plainspeak.glossary import Glossary


def rows(data: bytes) -> list[dict[str, str]]:
    """Return what a program reads from a CSV file."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def filled(row: dict[str, str]) -> dict[str, str]:
    """Return the cells of a row that hold something."""
    return {name: cell for name, cell in row.items() if cell}


def test_a_row_for_each_meaning(made: Glossary) -> None:
    """Letters with two meanings have two rows."""
    table = rows(table_csv(made))
    assert tuple(table[0]) == COLUMNS
    assert [row["term"] for row in table if row["letters"] == "ZQ"] == ["zone quality", "zebra quota"]
    assert table[0] == table[0] | {
        "type": "term",
        "term": "neighbourhood board",
        "letters": "NBD",
        "meaning": "A group that plans care for a few streets.",
        "in brackets": "the group that plans local care",
        "kind": "organisation",
        "see": "care circle",
    }


def test_every_cell_has_its_column(made: Glossary) -> None:
    """Lists, other spellings, special meanings, and what has become of a thing."""
    table = {row["term"]: filled(row) for row in rows(table_csv(made))}
    assert table["care circle"]["other spellings"] == "caring ring = ring of people; circle of care"
    assert table["care circle"]["unless"] == "care circle awards"
    assert table["care circle"]["known to"] == "staff"
    assert table["acute"]["everyday"] == "very bad"
    assert table["acute"]["only in"] == "acute ward = hospital ward"
    assert table["myocardium"] == {
        "type": "clinical word",
        "term": "myocardium",
        "plain words": "heart muscle",
        "kind": "wording",
    }
    ended = {key: table["Old Zone Body"][key] for key in ("status", "date", "replaced by")}
    assert ended == {"status": "ended", "date": "2022-07", "replaced by": "New Zone Body"}
    assert "status" not in table["zone quality"]


def test_the_endings_of_a_verb_are_written(tmp_path: Path) -> None:
    """A table says nothing of verbs and nouns, so only plurals can be left to whoever takes it in."""
    text = "- {term: signpost, meaning: Tell., instead: [tell about], inflects: verb, only-as: verb}"
    (row,) = rows(table_csv(glossary_of(text, tmp_path)))
    assert row["only as"] == "verb"
    assert "signposting = telling about" in row["other spellings"].split("; ")


def test_the_endings_of_a_word_that_is_only_met_in_phrases(tmp_path: Path) -> None:
    """They are never looked for, so whoever takes the table in would refuse them."""
    text = "- {term: carry forward, meaning: Keep., inflects: verb, only-in: [carry forward request]}"
    (row,) = rows(table_csv(glossary_of(text, tmp_path)))
    assert row["other spellings"] == ""
    assert "carry forward request" in row["only in"].split("; ")


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\r=1"])
def test_no_cell_is_a_formula(cell: str) -> None:
    """A spreadsheet shows what looks like a formula as text."""
    assert guarded(cell) == f"'{cell}"
    term = Term("x", "term", (Meaning(cell),), instead=(cell,))
    (row,) = rows(table_csv([term]))
    assert row["meaning"] == row["plain words"] == f"'{cell}"


def test_other_cells_stay_as_they_are() -> None:
    """Commas, quotation marks, line ends and other scripts come back."""
    text = 'a, "b"\nc; d \u2019 \u4e2d'
    (row,) = rows(table_csv([Term("x", "term", (Meaning(text),))]))
    assert row["meaning"] == text


def test_microsoft(made: Glossary) -> None:
    """Its columns, a row for each meaning, as drafts, and without what everyone knows."""
    table = rows(microsoft_csv([*made, Term("A B", "acronym", (Meaning("", "a bee"),), acronym="A B")]))
    assert tuple(table[0]) == MICROSOFT
    assert [(row["Acronym"], row["Stands for"], row["State"]) for row in table] == [
        ("NBD", "neighbourhood board", "Draft"),
        ("ZQ", "zone quality", "Draft"),
        ("ZQ", "zebra quota", "Draft"),
        ("OZB", "Old Zone Body", "Draft"),
    ]
    assert table[3]["Description"] == "A body that looked after zones. Ended in July 2022. Now: New Zone Body."
