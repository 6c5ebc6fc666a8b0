"""The rules, one module each."""

from plainspeak.rules.acronym_conflicting import AcronymConflicting
from plainspeak.rules.acronym_defined_late import AcronymDefinedLate
from plainspeak.rules.acronym_undefined import AcronymUndefined
from plainspeak.rules.base import BlockRule, DocumentRule, NoOptions, Rule, moved_to
from plainspeak.rules.facts import BlockFacts, DocumentFacts
from plainspeak.rules.hard_to_read import HardToRead
from plainspeak.rules.jargon import Jargon
from plainspeak.rules.long_sentence import LongSentence
from plainspeak.rules.power_language import PowerLanguage
from plainspeak.rules.wordy_phrase import WordyPhrase

__all__ = ["RULES", "BlockFacts", "BlockRule", "DocumentFacts", "DocumentRule", "NoOptions", "Rule", "moved_to"]

RULES: tuple[type[Rule], ...] = (
    AcronymUndefined,
    AcronymDefinedLate,
    AcronymConflicting,
    Jargon,
    PowerLanguage,
    LongSentence,
    HardToRead,
    WordyPhrase,
)
"""Every rule, the most useful to put right first."""
