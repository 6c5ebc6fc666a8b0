"""The rule ``hard-to-read``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from plainspeak.findings import BlockSpan, Finding, Severity
from plainspeak.readability import level_of
from plainspeak.rules.base import DocumentRule
from plainspeak.rules.facts import DocumentFacts
from plainspeak.rules.wording import quoted

__all__ = ["HardToRead", "HardToReadOptions"]


@dataclass(frozen=True, slots=True)
class HardToReadOptions:
    """Options of ``hard-to-read``."""

    max_age: int = 15
    """The highest reading age, in years, that a text may ask for."""
    least_words: int = 100
    """Texts and sections with fewer words are not judged: the formulas swing too much."""


_HIGHEST_AGE = 21
_CLEARLY_HARDER = 2
"""Years by which a section must be harder than a text that is itself too hard."""


class HardToRead(DocumentRule):
    """Flag a paper, or a section of it, with a high reading level.

    Why it matters: a high level means long words in long sentences, which tire every reader and stop some.
    What to do instead: begin with the sections named here. Shorten sentences, and swap long words for everyday ones.
    The level is a hint where to look; only readers can tell whether a text is clear.

    Examples:
        with least-words: 20, max-age: 11
        The cat sat on the mat. The dog sat on the rug. They were both warm. They slept all day. It was a good day.
    """

    id = "hard-to-read"
    severity: ClassVar[Severity] = Severity.INFORMATION
    options_type = HardToReadOptions
    folds = False

    def check(self, facts: DocumentFacts) -> Iterator[Finding]:
        """Yield a finding for the whole document, then for each section that is harder than the whole."""
        options: HardToReadOptions = self.options  # type: ignore[assignment]
        whole = facts.reading
        if whole.reading_age is None or whole.parts["words"] < options.least_words:
            return
        if whole.reading_age > options.max_age:
            yield self.finding(_message("This text", whole.reading_age, options.max_age), None)
        if len(facts.sections) < 2:
            return
        limit = max(options.max_age, whole.reading_age + _CLEARLY_HARDER)
        for section in facts.sections:
            counts = facts.counts_of(section)
            if section.heading is None or counts.words < options.least_words:
                continue
            level = level_of(counts)
            if level.reading_age is not None and level.reading_age > limit:
                block = facts.blocks[section.heading]
                yield self.finding(
                    _message(f"The section {quoted(block.text)}", level.reading_age, options.max_age),
                    BlockSpan(section.heading, block.span),
                    text=block.text,
                )


def _message(what: str, age: int, most: int) -> str:
    about = "21 or over" if age >= _HIGHEST_AGE else str(age)
    return (
        f"{what} has a reading age of about {about}; aim for {most} or under. "
        "Shorter sentences and everyday words help most."
    )
