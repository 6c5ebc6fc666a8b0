"""A text that is being edited has the findings that a check of it has."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from plainspeak.checker import Checker
from plainspeak.live import LiveText
from plainspeak.report import Report

LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")
PAPER = (Path(__file__).parents[1] / "examples" / "board-paper.md").read_text(encoding="utf-8")
LINES = [
    "",
    "The ICB met. Primary care networks (PCNs) did not.",
    "We will utilise PCNs prior to the meeting of the SDEC.",
    "# Background",
    "- Stakeholders were consulted.",
    "<!-- plainspeak-ignore jargon -->",
    "Mae'r bwrdd wedi cytuno y bydd y gwasanaeth yn cael ei adolygu yn ystod y flwyddyn nesaf gyda phobl leol.",
    "| A | B |",
    "|---|---|",
    "| QZX | quiet zebra exchange |",
    "```",
    "[one]: https://example.org",
    "See [the ICB][one] and\u2028more.",
]


@pytest.fixture(scope="module")
def checker() -> Checker:
    """One for all texts here."""
    return Checker()


def said(report: Report) -> list[object]:
    """All that a report says, with its places in the text."""
    return [
        (
            finding,
            [report.place(place) for place in finding.places],
            [report.place(each.at) for each in finding.related],
        )
        for finding in report.findings
    ] + [report.notices, report.reading, report.words, report.lay_reader, len(report.acronyms)]


@pytest.mark.parametrize("media_type", ["text/markdown", "text/plain", "text/html"])
def test_many_edits_never_drift(checker: Checker, media_type: str) -> None:
    """After any number of edits, a fresh check says the same."""
    chance = random.Random(5)
    lines = LINE.findall(PAPER)
    live = LiveText(checker, lines, media_type=media_type, name="paper")
    for number in range(120):
        first = chance.randrange(len(lines))
        removed = min(chance.randrange(3), len(lines) - first)
        added = [chance.choice(LINES) + "\n" for _ in range(chance.randrange(3))]
        lines[first : first + removed] = added
        live.edit(lines, first, removed, len(added))
        if number % 12 == 11:
            fresh = checker.check("".join(lines), media_type=media_type, name="paper")
            assert said(live.report()) == said(fresh)


def test_a_key_is_one_block_to_look_at(checker: Checker) -> None:
    """The work done is the same however long the text is."""
    lines = LINE.findall("".join(f"{PAPER}\n\nPart {number}.\n\n" for number in range(10)))
    live = LiveText(checker, lines, media_type="text/markdown", name="paper")
    live.report()
    before = live.analysed
    line = next(number for number, text in enumerate(lines) if text.startswith("Demand is rising"))
    for _ in range(5):
        lines[line] = f"More. {lines[line]}"
        live.edit(lines, line, 1, 1)
        live.report()
    assert live.analysed == before + 5


def test_a_first_look_in_slices(checker: Checker) -> None:
    """Each slice is a part of the text, from its top; together they are all of it."""
    lines = LINE.findall(PAPER)
    live = LiveText(checker, lines, media_type="text/markdown", name="paper")
    slices = 1
    while live.look():
        slices += 1
    assert slices > 2
    done = live.analysed
    live.report()
    assert live.analysed == done


def test_an_empty_text(checker: Checker) -> None:
    """It can be begun with, and come to."""
    live = LiveText(checker, [""], media_type="text/markdown", name="new")
    assert live.report().findings == ()
    live.edit(["The ICB met."], 0, 1, 1)
    assert [finding.text for finding in live.report().findings] == ["ICB"]
    live.edit([""], 0, 1, 1)
    assert live.report().findings == ()
