"""Reading level: counts, formulas, and what they mean."""

from plainspeak.readability.formulas import Counts
from plainspeak.readability.level import (
    ReadingFacts,
    ReadingLevel,
    combine,
    counts_in,
    counts_of_forms,
    level_of,
    reading_facts,
    together,
)

__all__ = [
    "Counts",
    "ReadingFacts",
    "ReadingLevel",
    "combine",
    "counts_in",
    "counts_of_forms",
    "level_of",
    "reading_facts",
    "together",
]
