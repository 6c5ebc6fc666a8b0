"""Find what a glossary still lacks in some papers, and draft entries for it."""

from plainspeak.suggestions.drafting import draft_file
from plainspeak.suggestions.unknown import Unknown, unknown_letters, unknown_words

__all__ = ["Unknown", "draft_file", "unknown_letters", "unknown_words"]
