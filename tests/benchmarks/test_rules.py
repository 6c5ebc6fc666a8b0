"""Examples of other tools are scored by where our findings stand, and papers by how much of them is tagged."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import plain_english
import pytest
import quiet
import tagged
from table import END, START, Request, Row, share, table, written_into

from plainspeak.checker import Checker
from plainspeak.config import profile_config
from plainspeak.glossary import Glossary, read_terms

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from plainspeak.checker import BlockAnalysis
    from plainspeak.document import Block

GLOSSARY = """
- wording: in order to
  rule: wordy-phrase
  instead: [to]
  source: plainspeak-editors
"""


@pytest.fixture
def checker(tmp_path: Path) -> Checker:
    """A checker that knows one wordy phrase."""
    (tmp_path / "terms.yaml").write_text(GLOSSARY, encoding="utf-8")
    return Checker(profile_config("public-document"), glossary=Glossary(read_terms(tmp_path / "terms.yaml")))


def example(sentence: str, markers: list[list[int]], kind: str = "incorrect") -> dict[str, Any]:
    """Return an example in the shape of the outside file."""
    return {"category": "PLAIN", "rule_id": "TO", "sentence": sentence, "markers": markers, "kind": kind}


@pytest.mark.parametrize(
    ("markers", "kind", "caught"),
    [
        ([[9, 20]], "incorrect", True),
        ([[0, 3], [19, 25]], "incorrect", True),
        ([[0, 9]], "incorrect", False),
        ([[20, 25]], "incorrect", False),
        ([[0, 9]], "correct", False),
        ([], "correct", True),
    ],
)
def test_a_finding_counts_where_it_overlaps_a_marker(
    markers: list[list[int]], kind: str, caught: bool, checker: Checker
) -> None:
    """One character in common is enough, touching isn't; a right example without markers counts all through.

    Markers are places in the text as written, so that the second space of the example counts.
    """
    (outcome,) = plain_english.outcomes([example("We came  in order to help.", markers, kind)], checker)
    assert outcome.wrong is (kind == "incorrect")
    assert outcome.rules == ({"wordy-phrase"} if caught else set())


def test_what_the_other_tool_gets_wrong_is_left_out(checker: Checker) -> None:
    """An example that stands for a mistake of the other tool is neither right nor wrong."""
    assert list(plain_english.outcomes([example("We came.", [[0, 2]], "triggers_error")], checker)) == []


def test_every_repeat_of_a_finding_counts(checker: Checker) -> None:
    """A second use that is folded into the first is found at its own place."""
    text = "We came in order to help. We left in order to rest."
    (outcome,) = plain_english.outcomes([example(text, [[34, 45]])], checker)
    assert outcome.rules == {"wordy-phrase"}


def test_plain_english_is_told_by_category(tmp_path: Path) -> None:
    """Plain English comes first, catches and false alarms have their own counts, and misses are listed when asked."""
    rows = [
        example("We came in order to help.", [[8, 19]]) | {"category": "A"},
        example("We came to help.", [[8, 10]], "correct") | {"category": "A"},
        example("We came to help.", [[8, 10]]) | {"category": "PLAIN_ENGLISH"},
        example("We came in order to help.", [[8, 19]], "correct") | {"category": "B"},
        example("We came in order to help.", [], "correct") | {"category": "B"},
    ]
    (tmp_path / plain_english.FILE).write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    result = plain_english.measure(Request(tmp_path))
    assert [(row.on, row.own) for row in result.rows] == [
        ("LanguageTool, `PLAIN_ENGLISH`", "caught 0 of 1 (0.0%), false alarms 0 of 0"),
        ("LanguageTool, `A`", "caught 1 of 1 (100.0%), false alarms 0 of 1 (0.0%)"),
        ("LanguageTool, `B`", "caught 0 of 0, false alarms 2 of 2 (100.0%), 1 at a marker"),
    ]
    assert result.details == ()
    listed = plain_english.measure(Request(tmp_path, misses=1)).details
    assert listed == (
        "plain-english, false alarms: wordy-phrase 2",
        "plain-english, false alarm, B/TO: wordy-phrase: We came in order to help.",
        "plain-english, missed, PLAIN_ENGLISH/TO: We came to help.",
    )


def test_whatever_is_said_of_a_quiet_text_is_an_alarm(tmp_path: Path) -> None:
    """Texts that the other tool flags are passed over; hints count as much as warnings."""
    cases = [
        {"text": "We came in order to help.", "flagged": False},
        {"text": "We came to help.", "flagged": False},
        {"text": "We left in order to rest.", "flagged": True},
    ]
    (tmp_path / quiet.FILE).write_text("\n".join(map(json.dumps, cases)), encoding="utf-8")
    result = quiet.measure(Request(tmp_path, misses=5))
    assert result.rows[0].own == "false alarms 1 of 2 (50.0%), `wordy-phrase` 1"
    assert result.details == ("quiet, wordy-phrase: “in order to” in: We came in order to help.",)


class CountingChecker(Checker):
    """A checker that says of each document that one of its four sentences was tagged."""

    def analyse(self, blocks: Sequence[Block]) -> list[BlockAnalysis]:
        """Analyse the blocks and count what is said above."""
        seen, tagged = self.sentences_seen, self.sentences_tagged
        analyses = super().analyse(blocks)
        self.sentences_seen, self.sentences_tagged = seen + 4, tagged + 1
        return analyses


def test_papers_are_counted_one_by_one_and_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each paper that can be read has its line and its share in the total; one that can't is told."""
    monkeypatch.setattr(tagged, "Checker", CountingChecker)
    (tmp_path / "one.txt").write_text("We met. We left.", encoding="utf-8")
    (tmp_path / "two.md").write_text("We met.", encoding="utf-8")
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04")
    (tmp_path / "picture.png").write_bytes(b"")
    result = tagged.measure(Request(tmp_path, papers=tmp_path))
    assert result.rows == (Row("tagged", "2 papers", "2 of 8 (25.0%) sentences tagged"),)
    assert result.details[0].startswith("tagged, broken.docx: not read. ")
    assert result.details[1:] == (
        "tagged, one.txt: 1 of 4 (25.0%) sentences",
        "tagged, two.md: 1 of 4 (25.0%) sentences",
    )


@pytest.mark.parametrize("measure", [plain_english.measure, quiet.measure, tagged.measure])
def test_what_is_not_there_is_told(measure: object, tmp_path: Path) -> None:
    """Without data a measure has one row that says so."""
    assert callable(measure)
    assert [row.own for row in measure(Request(tmp_path)).rows] == ["not measured here"]


def test_the_table_goes_between_the_markers() -> None:
    """What stands before and after stays, what stood between goes, and a page without markers is refused."""
    page = f"Before.\n\n{START}\n\nold\n\n{END}\n\nAfter.\n"
    text = table([Row("tags", "one set", share(1, 4))])
    written = written_into(page, text)
    assert written == f"Before.\n\n{START}\n\n{text}\n\n{END}\n\nAfter.\n"
    assert written_into(written, text) == written
    assert "| tags | one set | 1 of 4 (25.0%) |" in text
    with pytest.raises(ValueError, match="needs a line"):
        written_into("Before.", text)
