"""What an import says is compared with what is known, and nothing that is there is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from plainspeak.glossary import Glossary, read_terms
from plainspeak.glossary.writer import GlossaryEditor
from plainspeak.imports import Candidate, Plan, plan

if TYPE_CHECKING:
    from pathlib import Path

OWN = """\
- acronym: ED
  expansion: emergency department
- acronym: CQC
  expansion: Care Quality Commission
  meaning: It checks care.
- term: virtual ward
  meaning: Care at home.
"""
BUILT_IN = """\
- acronym: BMI
  expansion: body mass index
  meaning: A number.
- acronym: PT
  meanings: [{expansion: patient, setting: [notes]}, {expansion: physiotherapist}]
- term: clinical commissioning group
  acronym: CCG
  meaning: It bought care.
  status: ended
  date: 2022-07
  replaced-by: integrated care board
"""


def planned(tmp_path: Path, *drafts: dict[str, Any]) -> Plan:
    """Return the plan for some rows, numbered from 1."""
    own, built_in = tmp_path / "own.yaml", tmp_path / "built-in.yaml"
    own.write_text(OWN)
    built_in.write_text(BUILT_IN)
    candidates = [Candidate(f"row {number}", draft) for number, draft in enumerate(drafts, 1)]
    return plan(candidates, read_terms(own, "project"), Glossary(read_terms(built_in)))


def outcome(made: Plan, tmp_path: Path) -> str:
    """Return what became of the last row."""
    last = made.outcomes[-1]
    return f"{last.kind}: {last.message}".replace(str(tmp_path / "own.yaml"), "own.yaml")


def test_what_is_new_is_taken(tmp_path: Path) -> None:
    """What is new is taken."""
    drafts = [{"acronym": "DNA", "expansion": "did not attend"}, {"term": "triage", "meaning": "Who is seen first."}]
    made = planned(tmp_path, *drafts)
    assert made.entries == drafts
    assert [each.message for each in made.outcomes] == ["'DNA': did not attend", "'triage': Who is seen first."]


@pytest.mark.parametrize(
    ("draft", "said"),
    [
        ({"acronym": "CQC", "expansion": "care quality commission"}, "merged: 'CQC' is here already (own.yaml:3)"),
        ({"term": "Virtual Wards", "meaning": "Care at home."}, "merged: 'Virtual Wards' is here already (own.yaml:6)"),
        (
            {"term": "virtual ward", "meaning": "Beds."},
            "refused: 'virtual ward' says something else at own.yaml:6, which is kept.",
        ),
        (
            {"acronym": "CQC", "expansion": "Care Quality Commission", "meaning": "Boo."},
            "refused: 'CQC' is explained in other words at own.yaml:3, which are kept.",
        ),
        ({"acronym": "BMI", "expansion": "Body Mass Index"}, "merged: 'BMI' is in the built-in glossary already"),
    ],
)
def test_what_is_known(draft: dict[str, Any], said: str, tmp_path: Path) -> None:
    """What is known."""
    made = planned(tmp_path, draft)
    assert outcome(made, tmp_path) == said
    assert not [*made.entries, *made.meanings, *made.explanations]


def test_ones_own_words_stand_in_place_of_the_built_in_ones(tmp_path: Path) -> None:
    """Ones own words stand in place of the built in ones."""
    draft = {"acronym": "BMI", "expansion": "body mass index", "meaning": "Weight for height."}
    assert planned(tmp_path, draft).entries == [draft]


def test_one_of_several_built_in_meanings_is_taken(tmp_path: Path) -> None:
    """One of several built in meanings is taken."""
    draft = {"acronym": "PT", "expansion": "physiotherapist"}
    assert planned(tmp_path, draft).entries == [draft]


def test_what_has_ended_stays_ended(tmp_path: Path) -> None:
    """What has ended stays ended."""
    made = planned(tmp_path, {"acronym": "CCG", "expansion": "Clinical Commissioning Group", "meaning": "Ours."})
    assert made.entries == [
        {
            "term": "clinical commissioning group",
            "acronym": "CCG",
            "meaning": "Ours.",
            "status": "ended",
            "date": "2022-07",
            "replaced-by": "integrated care board",
        }
    ]


def test_rows_about_the_same_letters_are_one_entry(tmp_path: Path) -> None:
    """Rows about the same letters are one entry."""
    made = planned(
        tmp_path,
        {"acronym": "AC", "expansion": "audit committee", "meaning": "It checks."},
        {"acronym": "AC", "expansion": "acute care"},
        {"acronym": "AC", "expansion": "Audit Committee"},
        {"acronym": "AC", "expansion": "acute care", "meaning": "In hospital."},
        {"acronym": "AC", "expansion": "audit committee", "meaning": "It audits."},
    )
    assert made.entries == [
        {
            "acronym": "AC",
            "meanings": [
                {"expansion": "audit committee", "meaning": "It checks."},
                {"expansion": "acute care", "meaning": "In hospital."},
            ],
        }
    ]
    assert sorted((each.place, each.kind) for each in made.outcomes) == [
        ("row 1", "taken"),
        ("row 2", "taken"),
        ("row 3", "merged"),
        ("row 4", "merged"),
        ("row 5", "refused"),
    ]


def test_sources_and_plain_words_do_not_contradict(tmp_path: Path) -> None:
    """Two rows that say the same in other words for the writer are one entry."""
    rows = (
        {"wording": "commence", "rule": "wordy-phrase", "instead": [each], "source": each}
        for each in ("start", "begin")
    )
    made = planned(tmp_path, *rows)
    assert made.entries == [
        {"wording": "commence", "rule": "wordy-phrase", "instead": ["start", "begin"], "source": "start"}
    ]
    assert [each.message for each in made.outcomes] == ["'commence' adds to row 1", "'commence': start, begin"]


def test_a_word_may_be_a_term_and_a_wording(tmp_path: Path) -> None:
    """A file may say of one word what it means, and what to write instead."""
    drafts = [
        {"term": "triage", "meaning": "Who is seen first."},
        {"wording": "triage", "rule": "wordy-phrase", "instead": ["sort"]},
    ]
    assert planned(tmp_path, *drafts).entries == drafts


def test_rows_that_were_refused_stay_so(tmp_path: Path) -> None:
    """Rows that were refused stay so."""
    made = plan([Candidate("row 1", refused="Why not.")], (), Glossary())
    assert outcome(made, tmp_path) == "refused: Why not."


def test_additions_to_what_is_there(tmp_path: Path) -> None:
    """Additions to what is there."""
    made = planned(
        tmp_path,
        {"acronym": "ED", "expansion": "emergency department", "meaning": "For emergencies."},
        {"acronym": "ED", "expansion": "eating disorder", "setting": ["mental health"]},
    )
    assert [each.kind for each in made.outcomes] == ["merged", "merged"]
    editor = GlossaryEditor(tmp_path / "own.yaml")
    made.carry_out(editor)
    assert (tmp_path / "own.yaml").read_text() == OWN.replace(
        "  expansion: emergency department\n",
        "  meanings:\n    - expansion: emergency department\n      meaning: For emergencies.\n"
        "    - expansion: eating disorder\n      setting: [mental health]\n",
    )


def test_nothing_new_makes_no_file(tmp_path: Path) -> None:
    """Nothing new makes no file."""
    Plan().carry_out(GlossaryEditor(tmp_path / "own.yaml"))
    assert not (tmp_path / "own.yaml").exists()
