"""Ten thousand edits, as an editor sends them, and what is known of the text after them."""

from __future__ import annotations

import random
from pathlib import Path

from plainspeak.live import LiveText
from plainspeak.report import Report
from plainspeak_lsp.buffer import Buffer
from plainspeak_lsp.positions import Encoding, Position

from .texts import MARKDOWN, checker

PAPER = (Path(__file__).parents[2] / "examples" / "board-paper.md").read_text(encoding="utf-8")
TYPED = [
    *"aeiou  .,-\n",
    *("the ", "ICB ", "PCNs", "utilise ", " (QZX)", "quiet zebra exchange ", "stakeholders", "Mr J. Smith "),
    *(
        "\n\n",
        "\r\n",
        "# ",
        "- ",
        "> ",
        "| A | B |\n|---|---|\n",
        "```\n",
        "**",
        "[one]: https://example.org\n",
        "[one]",
    ),
    *("\u2028", "\U0001f600", "e\u0301", "\ufeff", "---\n", "<!-- plainspeak-ignore jargon -->\n", "&amp;", "<b>"),
]
EDITS = 10_000
LOOKS = 40
LONGEST = 9_000
"""Characters beyond which more is taken away than put in."""


def said(report: Report) -> list[object]:
    """All that a report says, with its places in the text."""
    extents = [report.document.extent(at.block, at.span) for finding in report.findings for at in finding.places]
    uses = [(entry, [report.place(at) for at in entry.uses]) for entry in report.acronyms]
    return [report.findings, extents, uses, report.terms, report.notices, report.reading, report.words]


def test_ten_thousand_edits_never_drift() -> None:
    """After each few hundred of them, a fresh check of the text says the same of it."""
    chance = random.Random(7)
    buffer = Buffer(PAPER, Encoding.UTF16)
    live = LiveText(checker(), buffer.lines, media_type=MARKDOWN, name="paper.md")
    text, found = PAPER, 0
    for number in range(1, EDITS + 1):
        line = chance.randrange(len(buffer.lines))
        column = chance.randrange(len(buffer.lines[line]) + 1)
        start = buffer.position(line, column)
        length = len(text)
        if chance.random() < (0.35 if length < LONGEST else 0.7):
            last = min(line + chance.choice((0, 0, 0, 1)), len(buffer.lines) - 1)
            until = chance.randrange(len(buffer.lines[last]) + 1)
            if last == line:
                until = min(max(until, column), column + 40)
            end, typed = buffer.position(last, until), ""
        else:
            end, typed = start, chance.choice(TYPED)
        change = buffer.edit(Position(*start), Position(*end), typed)
        text = buffer.text
        live.edit(buffer.lines, *change)
        if number % (EDITS // LOOKS) == 0:
            fresh = checker().check(text, media_type=MARKDOWN, name="paper.md")
            assert said(live.report()) == said(fresh)
            found += len(fresh.findings)
        elif number % 10 == 0:
            live.report(folded=False)
    # The text never became one that there is nothing to say of.
    assert found > 10 * LOOKS
