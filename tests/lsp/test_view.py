"""What is known of a document, by place, in any way to count columns."""

from __future__ import annotations

from pathlib import Path

import pytest

from plainspeak_lsp.positions import Encoding, Position
from plainspeak_lsp.view import Range

from .texts import checker, inside, place_of, view_of

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.mark.parametrize("name", ["board-paper.md"])
@pytest.mark.parametrize("media_type", ["text/markdown", "text/plain", "text/html"])
def test_an_editor_has_the_findings_of_the_command_line(name: str, media_type: str) -> None:
    """Each finding and each repeat, at its place."""
    text = (EXAMPLES / name).read_text(encoding="utf-8")
    report = checker().check(text, media_type=media_type)
    expected = []
    for finding in report.findings:
        folded = sum(len(each.places) for each in finding.repeats)
        own = finding.places[: len(finding.places) - folded]
        for each, places in [(finding, own), *((repeat, repeat.places) for repeat in finding.repeats)]:
            where = report.place(places[0]) if places else None
            expected.append((each.rule, each.message, where and (where.line, where.column)))
    view = view_of(text, media_type)
    found = []
    for each in view.findings:
        start = view.range_of(each.at).start
        where = (start.line + 1, view.column(start) + 1) if each.at else None
        found.append((each.rule, each.message, where))
    assert sorted(found, key=str) == sorted(expected, key=str)
    assert len(found) > 20


@pytest.mark.parametrize(("encoding", "units"), [(Encoding.UTF8, 4 + 1), (Encoding.UTF16, 2 + 1), (Encoding.UTF32, 2)])
def test_columns_are_counted_as_the_editor_counts(encoding: Encoding, units: int) -> None:
    """An emoji is four bytes, two halves or one character."""
    view = view_of("\U0001f600 utilise it.\n", encoding=encoding)
    at = view.range_of(view.findings[0].at)
    assert at.start == Position(0, units)
    assert view.text_of(at) == "utilise"


def test_lines_end_where_editors_end_them() -> None:
    """A line separator from Word, and line ends of any kind."""
    view = view_of("One\u2028two.\r\n\r\nWe utilise\x0cthe plan.\rWe utilise it.\n")
    lines = [view.range_of(each.at).start.line for each in view.findings if each.rule == "wordy-phrase"]
    assert lines == [2, 3]


def test_what_stands_at_a_place() -> None:
    """Letters, terms and findings are found at each of their places."""
    text = "The QZE met.\n\nStakeholders met the QZE.\n"
    view = view_of(text)
    for number in (0, 1):
        at = inside(text, "QZE", number)
        entry = view.letters_at(at)
        assert entry is not None
        assert entry.form == "QZE"
        assert [each.rule for each in view.findings_at(at)] == ["acronym-undefined"]
    use = view.term_at(inside(text, "Stakeholders"))
    assert use is not None
    assert use.term.headword == "stakeholder"
    assert not view.findings_at(inside(text, "met"))


def test_words_with_marks_in_them_are_not_verbatim() -> None:
    """Other words can't be put in their place: the stars would be lost."""
    text = "We do it in **order** to\nhelp, in order\nto win.\n"
    view = view_of(text)
    found = [each for each in view.findings if each.rule == "wordy-phrase"]
    assert [view.can_make(each.suggestions[0].edits) for each in found] == [False, True]


def test_touching_is_enough() -> None:
    """A caret before or after a word is at it."""
    word = place_of("one two", "two")
    for column, expected in [(3, False), (4, True), (7, True)]:
        caret = Position(0, column)
        assert word.touches(Range(caret, caret)) is expected
