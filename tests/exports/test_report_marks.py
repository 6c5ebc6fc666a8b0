"""Marks nest like brackets, whatever the findings do, and the text between them stays as it is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plainspeak.exports.report.kinds import KINDS, SEVERITIES, kind_of
from plainspeak.exports.report.marks import Closing, Mark, Opening, Piece, marked
from plainspeak.findings import Severity
from plainspeak.rules import RULES

TEXT = "The quick brown fox\njumps over the lazy dog. " * 3
spans = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, len(TEXT))).filter(lambda span: span[0] < span[1])


def marks(*found: tuple[int, int]) -> list[Mark]:
    """Return marks for some spans."""
    return [
        Mark(start, end, f"m{number}", f"f{number}", KINDS[number % len(KINDS)])
        for number, (start, end) in enumerate(found)
    ]


def shown(pieces: list[Piece]) -> str:
    """Return pieces as text: [ for a mark whose words are a link, { for a label, ( for the rest of one that was cut."""
    signs = {"words": "[]", "label": "{}", "": "()"}
    return "".join(
        piece if isinstance(piece, str) else signs[piece.link][isinstance(piece, Closing)] for piece in pieces
    )


@given(st.lists(spans, max_size=12))
def test_any_marks_nest(found: list[tuple[int, int]]) -> None:
    """Each closing closes the mark that was opened last, and the text is whole and marked where it should be."""
    every = marks(*found)
    opened: list[Mark] = []
    covered: dict[str, set[int]] = {mark.name: set() for mark in every}
    leads: list[str] = []
    linked = at = 0
    for piece in marked(TEXT, every):
        if isinstance(piece, Opening):
            assert not linked, "a mark stands in a link"
            opened.append(piece.mark)
            linked += piece.link == "words"
            leads += [piece.mark.name] if piece.link else []
        elif isinstance(piece, Closing):
            assert opened.pop() == piece.mark
            linked -= piece.link == "words"
        else:
            assert TEXT.startswith(piece, at)
            for mark in opened:
                covered[mark.name].update(range(at, at + len(piece)))
            at += len(piece)
    assert (at, opened) == (len(TEXT), [])
    assert covered == {mark.name: set(range(mark.start, mark.end)) for mark in every}
    assert sorted(leads) == sorted(mark.name for mark in every), "each mark leads to its finding once"


def test_overlaps() -> None:
    """One in another, two on the same words, and two that overlap in part: the later one is cut."""
    assert shown(list(marked("abcdef", marks((1, 3))))) == "a[bc]def"
    assert shown(list(marked("abcdef", marks((0, 6), (1, 3))))) == "{a[bc]def}"
    assert shown(list(marked("abcdef", marks((1, 3), (1, 3))))) == "a{[bc]}def"
    assert shown(list(marked("abcdef", marks((0, 4), (2, 6))))) == "{ab[cd]}(ef)"
    assert shown(list(marked("abcdef", marks((0, 2), (2, 4))))) == "[ab][cd]ef"


def test_a_long_mark_has_a_label() -> None:
    """A sentence of twenty words would be a tiresome link."""
    assert shown(list(marked("x" * 90, marks((0, 81))))) == "{" + "x" * 81 + "}" + "x" * 9


def test_every_rule_has_a_kind_and_every_severity_a_name() -> None:
    """So no finding of a new rule makes a report fail."""
    assert all(rule.id in kind_of(rule.id).rules for rule in RULES)
    assert list(SEVERITIES) == sorted(Severity, key=lambda severity: -severity.rank)
    assert len({kind.slug for kind in KINDS} | {each.value for each in Severity}) == len(KINDS) + len(Severity)
