"""Reading level: counts, formulas, and what they mean."""

from plainspeak.readability.formulas import Counts
from plainspeak.readability.level import (
    ReadingFacts,
    ReadingLevel,
    combine,
    counts_of_forms,
    reading_facts,
    together,
    words_of,
)

__all__ = [
    "Counts",
    "ReadingFacts",
    "ReadingLevel",
    "combine",
    "counts_of_forms",
    "reading_facts",
    "together",
    "words_of",
]
