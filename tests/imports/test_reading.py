"""Rows become entries, as the people who wrote them meant them, or it is said why not."""

from __future__ import annotations

import csv
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.errors import ReadError
from plainspeak.exports.table import COLUMNS, table_csv
from plainspeak.glossary import Glossary, Meaning, Term, read_terms
from plainspeak.glossary.writer import GlossaryEditor
from plainspeak.imports import plan, read_candidates
from plainspeak.imports.exported import exported_draft

from .word import write_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plainspeak.imports.reading import Reading

KNOWN = Glossary((Term("PALS", "acronym", (Meaning(expansion="Patient Advice and Liaison Service"),), acronym="PALS"),))


def read(tmp_path: Path, *tables: Sequence[Sequence[str]]) -> Reading:
    """Read a Word file with some tables."""
    return read_candidates(write_word(tmp_path / "words.docx", *tables), KNOWN)


def drafts(tmp_path: Path, *tables: Sequence[Sequence[str]]) -> list[Any]:
    """Return the entries of a Word file; in place of one that is refused, the reason."""
    return [candidate.draft or candidate.refused for candidate in read(tmp_path, *tables).candidates]


ICB = {"acronym": "ICB", "expansion": "integrated care board"}
ICB_TOLD = {**ICB, "meaning": "It plans care."}


class TestColumns:
    """Which column holds what."""

    @pytest.mark.parametrize(
        "header",
        [
            ["Acronym", "Full name", "What it means"],
            ["Abbreviation", "Stands for", "Explanation"],
            ["Term", "In full", "Plain English definition"],
            ["INITIALS:", "Spelt out", "Full description"],
            ["Acronym / Term", "Stands for", "What it means in plain English"],
        ],
    )
    def test_names_that_people_give_them(self, header: list[str], tmp_path: Path) -> None:
        """Names that people give them."""
        assert drafts(tmp_path, [header, ["ICB", "integrated care board", "It plans care."]]) == [ICB_TOLD]

    def test_any_order_and_more_columns(self, tmp_path: Path) -> None:
        """Any order and more columns."""
        table = [["No.", "Meaning", "Owner", "Acronym", "Source"], ["1", "integrated care board", "Jo", "ICB", "Act"]]
        reading = read(tmp_path, table)
        assert [candidate.draft for candidate in reading.candidates] == [{**ICB, "source": "Act"}]
        assert reading.notes == ("These columns aren't taken in: \u201cNo., Owner\u201d",)

    def test_letters_beside_words(self, tmp_path: Path) -> None:
        """Letters beside words."""
        table = [
            ["Term", "Acronym", "Definition"],
            ["integrated care board", "ICB", "It plans care."],
            ["care pathway", "", "The steps of care."],
        ]
        assert drafts(tmp_path, table) == [ICB_TOLD, {"term": "care pathway", "meaning": "The steps of care."}]

    def test_words_before_their_letters(self, tmp_path: Path) -> None:
        """The two columns of names may stand the other way round."""
        table = [["Term", "Full name or short form", "Meaning"], ["integrated care board", "ICB", "It plans care."]]
        assert drafts(tmp_path, table) == [ICB_TOLD]

    def test_what_to_say_instead(self, tmp_path: Path) -> None:
        """What to say instead."""
        table = [
            ["Instead of", "Say"],
            ["in the event that, in case", "if or when"],
            ["commence", "begin; start; get on with it"],
        ]
        assert drafts(tmp_path, table) == [
            {
                "wording": "in the event that",
                "forms": ["in case"],
                "rule": "wordy-phrase",
                "instead": ["if", "when"],
            },
            {"wording": "commence", "rule": "wordy-phrase", "instead": ["begin", "start", "get on with it"]},
        ]

    def test_plain_words_or_a_plain_explanation(self, tmp_path: Path) -> None:
        """Plain words or a plain explanation."""
        table = [
            ["Jargon", "Meaning", "Plain English"],
            ["care pathway", "The steps of care.", "plan of care"],
            ["reablement", "", "Help to do everyday things again after an illness"],
        ]
        assert drafts(tmp_path, table) == [
            {"term": "care pathway", "meaning": "The steps of care.", "instead": ["plan of care"]},
            {"term": "reablement", "meaning": "Help to do everyday things again after an illness"},
        ]

    def test_titles_letters_and_repeated_names_are_no_words(self, tmp_path: Path) -> None:
        """Titles letters and repeated names are no words."""
        names = ["Acronym", "Meaning"]
        table = [["Our jargon buster"], names, ["A-B"], ["", ""], names, ["I"], ["ICB", "integrated care board"]]
        assert drafts(tmp_path, table) == [ICB]

    def test_a_row_above_the_names_is_not_lost(self, tmp_path: Path) -> None:
        """What stands above the names of the columns is a row like others."""
        table = [["CQC", "Care Quality Commission"], ["Acronym", "Meaning"], ["ICB", "integrated care board"]]
        assert [draft["acronym"] for draft in drafts(tmp_path, table)] == ["CQC", "ICB"]

    def test_explanations_are_no_names(self, tmp_path: Path) -> None:
        """A row that speaks of words and meanings isn't one of names."""
        table = [
            ["Initial visit", "The first visit, in which we explain what will happen"],
            ["ICB", "integrated care board"],
        ]
        assert drafts(tmp_path, table)[0]["term"] == "Initial visit"

    def test_no_names(self, tmp_path: Path) -> None:
        """No names."""
        assert drafts(tmp_path, [["ICB", "integrated care board"], ["Triage", "Deciding who is seen first"]]) == [
            ICB,
            {"term": "Triage", "meaning": "Deciding who is seen first"},
        ]

    def test_tables_about_something_else(self, tmp_path: Path) -> None:
        """Tables about something else."""
        versions = [["Version", "Changed by"], ["1.0", "Jo Brown"], ["1.1", "Sam Green"]]
        reading = read(tmp_path, versions, [["ICB", "integrated care board"]])
        assert [candidate.place for candidate in reading.candidates] == ["table 2, row 1"]
        assert reading.notes == ("table 1: passed over, as it holds no list of words.",)

    def test_tables_that_go_on(self, tmp_path: Path) -> None:
        """Tables that go on."""
        first = [["Full name", "Acronym"], ["integrated care board", "ICB"]]
        assert drafts(tmp_path, first, [["care quality commission", "CQC"]])[1]["acronym"] == "CQC"

    @pytest.mark.parametrize(
        ("table", "said"),
        [
            ([["Acronym", "Owner"], ["ICB", "Jo"]], "The columns are 'Acronym', 'Owner', and none says"),
            ([["a", "b", "c", "d", "e"], ["a", "b", "c", "d", "e"]], "No table in this file holds"),
            ([["Acronym", "Meaning"], ["A"]], "There is nothing under the names"),
        ],
    )
    def test_what_is_missing_is_told(self, table: list[list[str]], said: str, tmp_path: Path) -> None:
        """What is missing is told."""
        with pytest.raises(ReadError) as caught:
            read(tmp_path, table)
        assert caught.value.message.startswith(said)
        assert str(caught.value.where).startswith(str(tmp_path / "words.docx"))


class TestCells:
    """What is in one cell."""

    @pytest.mark.parametrize(
        "cell",
        [
            "ICB (integrated care board)",
            "integrated care board (ICB)",
            "ICB - integrated care board",
            "ICB: integrated care board",
        ],
    )
    def test_letters_and_words_in_one(self, cell: str, tmp_path: Path) -> None:
        """Letters and words in one."""
        table = [["Term", "Meaning"], [cell, "It plans care."]]
        assert drafts(tmp_path, table) == [ICB_TOLD]
        assert drafts(tmp_path, [[cell], ["CQC (Care Quality Commission)"]])[0] == ICB

    @pytest.mark.parametrize(
        "cell",
        [
            "integrated care board. It plans care.",
            "integrated care board - It plans care.",
            "integrated care board\nIt plans care.",
            "integrated care board (It plans care.)",
        ],
    )
    def test_words_and_explanation_in_one(self, cell: str, tmp_path: Path) -> None:
        """Words and explanation in one."""
        assert drafts(tmp_path, [["Acronym", "Meaning"], ["ICB", cell]]) == [ICB_TOLD]

    @pytest.mark.parametrize(
        "cell",
        [
            "1. emergency department 2. eating disorder",
            "1) emergency department\n2) eating disorder",
            "emergency department; eating disorder",
            "emergency department or eating disorder",
            "emergency department / eating disorder",
            "\u2022 emergency department\n\u2022 eating disorder",
        ],
    )
    def test_several_meanings(self, cell: str, tmp_path: Path) -> None:
        """Several meanings."""
        found = drafts(tmp_path, [["Acronym", "Meaning"], ["ED", cell]])
        assert [draft["expansion"] for draft in found] == ["emergency department", "eating disorder"]

    def test_an_or_in_one_meaning(self, tmp_path: Path) -> None:
        """An or in one meaning."""
        (draft,) = drafts(tmp_path, [["Acronym", "Meaning"], ["DNR", "do not resuscitate. No heart or lung massage."]])
        assert draft["meaning"] == "No heart or lung massage."

    def test_letters_that_do_not_match(self, tmp_path: Path) -> None:
        """Letters that do not match."""
        (draft,) = drafts(tmp_path, [["Acronym", "Meaning"], ["CT", "computerised tomography"]])
        assert draft == {"acronym": "CT", "expansion": "computerised tomography"}
        (told,) = drafts(tmp_path, [["Acronym", "Meaning"], ["CT", "computerised tomography. A kind of X-ray."]])
        assert told == {**draft, "meaning": "A kind of X-ray."}

    def test_other_spellings_of_letters(self, tmp_path: Path) -> None:
        """Other spellings of letters."""
        (draft,) = drafts(tmp_path, [["Acronym", "Meaning"], ["PCNs or P.C.N.", "primary care network"]])
        assert draft == {"acronym": "PCN", "expansion": "primary care network"}
        (draft,) = drafts(tmp_path, [["Acronym", "Meaning"], ["ED / A&E", "emergency department"]])
        assert draft["forms"] == ["A&E"]

    def test_known_letters_need_only_an_explanation(self, tmp_path: Path) -> None:
        """Known letters need only an explanation."""
        (draft,) = drafts(
            tmp_path, [["Acronym", "Meaning"], ["PALS", "The people in a hospital who help you to complain."]]
        )
        assert draft["expansion"] == "Patient Advice and Liaison Service"

    def test_lines_in_a_name(self, tmp_path: Path) -> None:
        """A name is one line, without the mark after it."""
        table = [
            ["Term", "In full", "Meaning"],
            ["care\npathway:", "", "The steps."],
            ["ICB", "integrated\ncare board", ""],
        ]
        assert drafts(tmp_path, table) == [{"term": "care pathway", "meaning": "The steps."}, ICB]

    def test_a_word_in_capitals(self, tmp_path: Path) -> None:
        """A word in capitals."""
        (draft,) = drafts(tmp_path, [["Term", "Meaning"], ["ADVOCACY", "Speaking up for somebody"]])
        assert draft == {"term": "advocacy", "meaning": "Speaking up for somebody"}


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (["ZQX", ""], "Nothing says what 'ZQX' stands for."),
        (["ZQX", "A service that helps people who have nobody else to ask."], "This explains 'ZQX', but doesn't say"),
        (["", "Something."], "The word itself is missing."),
        (["reablement", ""], "'reablement' has no explanation."),
        (["plan", "What will be done."], "'plan' is an everyday word"),
        (["one two three four five six seven eight nine", "x"], "This is too long to be a term"),
        (["reablement", "help " * 101], "The explanation has 101 words."),
    ],
)
def test_rows_that_are_refused(row: list[str], said: str, tmp_path: Path) -> None:
    """Rows that are refused."""
    reading = read(tmp_path, [["Term", "Meaning"], row, ["reablement", "Help to do things again."]])
    assert reading.candidates[0].refused.startswith(said)
    assert reading.candidates[0].place == "row 2"
    assert reading.candidates[1].draft


EXPORTED = """
- acronym: ED
  meanings:
    - {expansion: emergency department, meaning: For emergencies., setting: [hospitals, "999"], kind: service}
    - {expansion: eating disorder, source: a-page, checked: 2026-11}
  forms: [EDs]
  known-to: [staff]
- term: acute
  kind: service
  everyday: very bad
  meaning: Care in hospital for a short time.
  only-in: [acute ward, acute stay: hospital stay]
  only-near: [hospital]
  unless: [acute angle]
  see: [ED]
- term: clinical commissioning group
  acronym: CCG
  meaning: It bought care.
  status: ended
  date: 2022-07
  replaced-by: integrated care board
  instead: [NHS buyers, NHS planners]
  forms: [commissioning group: group of buyers]
- term: trust
  meaning: A part of the NHS.
  gloss: an NHS organisation
- wording: hypertension
  rule: clinical-term
  instead: [high blood pressure]
  advice: Say it plainly.
"""


def test_an_exported_table_comes_back(tmp_path: Path) -> None:
    """An exported table comes back."""
    source, table = tmp_path / "words.yaml", tmp_path / "words.csv"
    source.write_text(EXPORTED)
    table.write_bytes(table_csv(read_terms(source)))
    found = [candidate.draft for candidate in read_candidates(table, KNOWN).candidates]
    assert found[1] == {
        "acronym": "ED",
        "expansion": "eating disorder",
        "forms": ["EDs"],
        "known-to": ["staff"],
        "source": "a-page",
        "checked": "2026-11",
    }
    assert found[3] == {
        "term": "clinical commissioning group",
        "acronym": "CCG",
        "meaning": "It bought care.",
        "instead": ["NHS buyers", "NHS planners"],
        "forms": [{"commissioning group": "group of buyers"}],
        "status": "ended",
        "date": "2022-07",
        "replaced-by": "integrated care board",
    }
    assert found[5] == {
        "wording": "hypertension",
        "rule": "clinical-term",
        "instead": ["high blood pressure"],
        "advice": "Say it plainly.",
    }


@pytest.mark.parametrize("column", sorted({*COLUMNS} - {"type"}))
def test_every_exported_column_is_taken_in(column: str) -> None:
    """No column of the exported table is lost in every type of entry."""
    kinds = ("acronym", "term", "clinical word")
    assert any(set(exported_draft({"type": kind, column: "x"})) - {"rule"} for kind in kinds)


CELL = st.text(st.sampled_from("AZaz19 .,;:&/-()[]'\"\n=+\u2013\u2019\u2028\x85\x07#"), max_size=25)


@given(st.lists(st.lists(CELL, min_size=1, max_size=4), max_size=8), st.booleans())
def test_whatever_a_table_holds_can_be_written_or_is_refused(rows: list[list[str]], named: bool) -> None:
    """No table ends in anything but entries that load, and reasons."""
    with tempfile.TemporaryDirectory() as folder:
        table, target = Path(folder, "words.csv"), Path(folder, "own.yaml")
        with table.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([["Acronym", "Meaning"], *rows] if named else rows)
        try:
            reading = read_candidates(table, KNOWN)
        except ReadError:
            return
        made = plan(reading.candidates, (), KNOWN)
        made.carry_out(GlossaryEditor(target))
        assert len(made.outcomes) == len(reading.candidates)
        assert len(read_terms(target) if made.entries else ()) == len(made.entries)


def test_what_can_be_no_entry_is_refused(tmp_path: Path) -> None:
    """Lost characters, names without a letter and endless texts are for a person to look at."""
    table = [["Term", "Meaning"], ["caf\ufffd", "A room."], ["=1+1", "Two."], ["w" * 200, "x"], ["a b", "w" * 2000]]
    lost, no_word, long, endless = drafts(tmp_path, table)
    assert lost == "Some characters can\u2019t be read here: \u201ccaf\ufffd\u201d Save the table as CSV in UTF-8."
    assert no_word == "This has no letters, so it\u2019s no word: \u201c=1+1\u201d"
    assert long.startswith("This is too long to be a term: \u201cww")
    assert endless.startswith("The explanation has 2,000 characters.")
    assert max(map(len, (long, endless))) < 250


def test_characters_that_nobody_sees_are_left_out(tmp_path: Path) -> None:
    """A glossary with them wouldn't load, and on a terminal they do harm."""
    path = tmp_path / "words.csv"
    path.write_text(
        "Term,Meaning\nbed\u202e huddle\u200b,A \x1b[2Jtalk about beds in the ward\n" + "a b,c\n" * 20, "utf-8"
    )
    candidate = read_candidates(path, KNOWN).candidates[0]
    assert candidate.draft == {"term": "bed huddle", "meaning": "A [2Jtalk about beds in the ward"}


def test_a_meaning_that_a_cell_repeats_is_one(tmp_path: Path) -> None:
    """A meaning that a cell repeats is one."""
    table = [["Acronym", "Meaning"], ["ICB", "integrated care board or integrated care board"]]
    assert drafts(tmp_path, table) == [ICB]


def test_a_wrong_type_is_refused(tmp_path: Path) -> None:
    """A wrong type is refused."""
    path = tmp_path / "words.csv"
    path.write_text("type,term,letters,meaning,plain words\nanimal,bee,,It flies.,\n")
    (candidate,) = read_candidates(path, KNOWN).candidates
    assert candidate.refused == "'animal' isn't a type of entry. Choose from: acronym, term, clinical word."
