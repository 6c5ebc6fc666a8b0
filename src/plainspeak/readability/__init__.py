"""Reading level: counts, formulas, and what they mean."""

from plainspeak.readability.level import ReadingFacts, ReadingLevel, combine, reading_facts, together

__all__ = ["ReadingFacts", "ReadingLevel", "combine", "reading_facts", "together"]
