"""Take in an organisation's jargon buster: a CSV file, or the tables of a Word document."""

from plainspeak.imports.merging import Outcome, Plan, plan
from plainspeak.imports.reading import Candidate, read_candidates
from plainspeak.imports.shapes import looks_like_letters

__all__ = ["Candidate", "Outcome", "Plan", "looks_like_letters", "plan", "read_candidates"]
