"""The scorers of acronyms read the sets as they come, and count what they should."""

from __future__ import annotations

from typing import TYPE_CHECKING

from table import NOT_MEASURED, Request

from acronyms import labelled_spans, marks, measure, page_forms, pairs_of, read_pairs

if TYPE_CHECKING:
    from pathlib import Path

BIOC = """\
<collection><document><id>1</id><passage><text>The zebra quiet house (ZQH) met.</text>
<annotation id="S"><text>ZQH</text></annotation><annotation id="L"><text>zebra
quiet house</text></annotation>
<relation id="R"><node refid="L" role="LongForm"/><node refid="S" role="ShortForm"/></relation>
</passage></document></collection>
"""


def test_pairs_are_read_and_found(tmp_path: Path) -> None:
    """A relation joins letters and words, with white space folded."""
    path = tmp_path / "our_bioc_gold.xml"
    path.write_text(BIOC, encoding="utf-8")
    ((text, gold),) = read_pairs(path)
    assert gold == {("ZQH", "zebra quiet house")} == pairs_of(text)
    (row,) = [row for row in measure(Request(tmp_path)).rows if row.measure == "acronym pairs"]
    assert row.on == "our: 1 pairs"
    assert row.own == "F1 1.000 (precision 1.000, recall 1.000)"


def test_pages_count_words_that_stand_elsewhere() -> None:
    """Letters whose words the page has anywhere are defined, as first written; the others aren't."""
    text = "The ZQHs met. The Quiet Zebra House came. The QZH left. The XQX left. The zebra quota hall (ZQH) is far."
    assert page_forms(text) == {"defined": {"ZQHs", "QZH"}, "undefined": {"XQX"}}


def test_labels_become_spans() -> None:
    """A span begins with B and goes on with I."""
    labels = ["O", "B-long", "I-long", "B-short", "B-short", "I-long"]
    assert labelled_spans(labels) == {"short": {(3, 4), (4, 5)}, "long": {(1, 3)}}


def test_marks_without_doubt_count() -> None:
    """Only undefined letters count, without plural and sign; what people weren't sure of stands apart."""
    text = "ICBs\tundefined\t3\n#NOF\tundefined\nNHS\teveryday\nSAP\tundefined\t4\t\tunsure\n"
    assert marks(text) == ({"ICB", "NOF"}, {"SAP"})


def test_papers_are_scored_against_their_marks(tmp_path: Path) -> None:
    """A paper stands beside its marks; letters that people weren't sure of count neither way."""
    (tmp_path / "a.txt").write_text("The XQX met the QZE and the WQV.", encoding="utf-8")
    (tmp_path / "a.txt.marks.tsv").write_text("XQX\tundefined\nZQA\tundefined\nWQV\tundefined\t\tunsure\n", "utf-8")
    result = measure(Request(tmp_path, misses=5))
    (row,) = [row for row in result.rows if row.measure == "acronym papers"]
    assert row.own == "F1 0.500 (precision 0.500, recall 0.500)"
    assert result.details == ("acronym papers, wrong: QZE", "acronym papers, missed: ZQA")


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    """A set that is missing has a row that says so."""
    assert {row.own for row in measure(Request(tmp_path)).rows} == {NOT_MEASURED}
