"""Plain words take the place of others, with the article that goes before them."""

from __future__ import annotations

import pytest

from plainspeak.document import Span
from plainspeak.findings import BlockSpan
from plainspeak.rules.wording import swap


@pytest.mark.parametrize(
    ("text", "written", "replacement", "result"),
    [
        ("It is a vital plan.", "vital", "important", "It is an important plan."),
        ("An ad hoc plan.", "ad hoc", "one-off", "A one-off plan."),
        ("An additional paper.", "additional", "European", "A European paper."),
        ("A health body.", "health body", "NHS trust", "An NHS trust."),
        ("An ICS plan.", "ICS", "UK", "A UK plan."),
        ("A 60-minute visit.", "60-minute", "hour-long", "An hour-long visit."),
        ("A plan.", "plan", "list", "A list."),
        ("Via post.", "Via", "by", "By post."),
        ("Data ideal.", "ideal", "unique", "Data unique."),
    ],
)
def test_the_article_fits_the_new_words(text: str, written: str, replacement: str, result: str) -> None:
    """Change "a" and "an" before the words where their sound asks for it, and nothing else."""
    start = text.index(written)
    (edit,) = swap(text, BlockSpan(0, Span(start, start + len(written))), replacement).edits
    assert text[: edit.at.span.start] + edit.text + text[edit.at.span.end :] == result
