"""The rule ``acronym-overload``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plainspeak.document import Block, Document, Kind, Place
from plainspeak.testing import check_example

from .tables import examples

if TYPE_CHECKING:
    from collections.abc import Callable

    from plainspeak.checker import Checker
    from plainspeak.report import Report

    Check = Callable[..., Report]

RULE = "acronym-overload"

HITS = """
XQA, XQB, XQD, XQE, XQF and XQG met.
^^^ acronym-overload

with max-in-paragraph: 1
The ICB met. The ICB ate. The MDT left.
    ^^^ acronym-overload
The MDT and the ICB left.
    ^^^ acronym-overload
"""

MISSES = """
XQA, XQB, XQD, XQE and XQF met.

XQA, XQB, XQD met.
XQE, XQF, XQG met.

with max-in-paragraph: 1
The ICB met the NHS and a GP. The ICB ate.
"""


@pytest.mark.parametrize("example", [*examples(HITS), *examples(MISSES)])
def test_carets(example: str, small: Checker) -> None:
    """Flag a paragraph with more different acronyms than the limit; those that everyone knows don't count."""
    check_example(RULE, example, checker=small)


def test_the_message_names_them(check: Check) -> None:
    """Name the first eight, and say what to do."""
    found = check("XQA, XQB, XQD, XQE, XQF, XQG, XQH, XQJ, XQK and XQL met.").findings
    (finding,) = [each for each in found if each.rule == RULE]
    assert finding.message == (
        "This paragraph has 10 different acronyms (“XQA, XQB, XQD, XQE, XQF, XQG, XQH, XQJ” and 2 more): "
        "write some in full, and keep 5 at most."
    )


def test_a_list_of_abbreviations_is_no_crowd(small: Checker) -> None:
    """It has many of them on one page, and that is what it is for."""
    words = ["quiet", "zebra", "exchange"]
    rows = [
        Block(Kind.CELL, text, place=Place(page=2, table=(1, row, column)))
        for row, letter in enumerate("ABDEFGHJKLMNOPQR", 1)
        for column, text in enumerate((f"{letter}QZ", f"{letter}ble {words[0]} {words[1]}"), 1)
    ]
    found = small.check_document(Document("a.pdf", "application/pdf", tuple(rows))).findings
    assert [each for each in found if each.rule == RULE] == []


def test_a_page_has_a_limit_of_its_own(small: Checker) -> None:
    """Where the format has pages, all its paragraphs and tables count together, but not what every page repeats."""
    letters = "ABDEFGHJKLMNOPQR"
    blocks = [Block(Kind.CELL, f"XQ{letter}", place=Place(page=2)) for letter in letters]
    pages = [*blocks, Block(Kind.FOOTER, "XQS XQT", place=Place(page=2)), Block(Kind.CELL, "XQU", place=Place(page=3))]
    found = small.check_document(Document("a.pdf", "application/pdf", tuple(pages))).findings
    (finding,) = [each for each in found if each.rule == RULE]
    assert finding.message.startswith("This page has 16 different acronyms")
