"""The rules, one module each."""

from plainspeak.rules.acronym_ambiguous import AcronymAmbiguous
from plainspeak.rules.acronym_conflicting import AcronymConflicting
from plainspeak.rules.acronym_defined_in_appendix_only import AcronymDefinedInAppendixOnly
from plainspeak.rules.acronym_defined_late import AcronymDefinedLate
from plainspeak.rules.acronym_overload import AcronymOverload
from plainspeak.rules.acronym_redefined import AcronymRedefined
from plainspeak.rules.acronym_redundant import AcronymRedundant
from plainspeak.rules.acronym_undefined import AcronymUndefined
from plainspeak.rules.acronym_unlinked import AcronymUnlinked
from plainspeak.rules.acronym_unneeded import AcronymUnneeded
from plainspeak.rules.base import BlockRule, DocumentRule, GrammarRule, NoOptions, Rule, moved_to
from plainspeak.rules.buried_verb import BuriedVerb
from plainspeak.rules.clinical_term import ClinicalTerm
from plainspeak.rules.doing_to import DoingTo
from plainspeak.rules.double_negative import DoubleNegative
from plainspeak.rules.ended_body import EndedBody
from plainspeak.rules.facts import BlockFacts, DocumentFacts
from plainspeak.rules.hard_to_read import HardToRead
from plainspeak.rules.hidden_decision_maker import HiddenDecisionMaker
from plainspeak.rules.jargon import Jargon
from plainspeak.rules.latin import Latin
from plainspeak.rules.long_paragraph import LongParagraph
from plainspeak.rules.long_sentence import LongSentence
from plainspeak.rules.negative_contraction import NegativeContraction
from plainspeak.rules.noun_string import NounString
from plainspeak.rules.passive_voice import PassiveVoice
from plainspeak.rules.power_language import PowerLanguage
from plainspeak.rules.special_meaning import SpecialMeaning
from plainspeak.rules.unowned_action import UnownedAction
from plainspeak.rules.wordy_phrase import WordyPhrase

__all__ = [
    "RULES",
    "BlockFacts",
    "BlockRule",
    "DocumentFacts",
    "DocumentRule",
    "GrammarRule",
    "NoOptions",
    "Rule",
    "moved_to",
]

RULES: tuple[type[Rule], ...] = (
    AcronymUndefined,
    AcronymAmbiguous,
    AcronymUnlinked,
    AcronymDefinedLate,
    AcronymConflicting,
    AcronymDefinedInAppendixOnly,
    Jargon,
    EndedBody,
    ClinicalTerm,
    PowerLanguage,
    HiddenDecisionMaker,
    DoingTo,
    UnownedAction,
    LongSentence,
    LongParagraph,
    HardToRead,
    AcronymOverload,
    PassiveVoice,
    BuriedVerb,
    NounString,
    DoubleNegative,
    SpecialMeaning,
    AcronymRedundant,
    WordyPhrase,
    Latin,
    NegativeContraction,
    AcronymUnneeded,
    AcronymRedefined,
)
"""Every rule, the most useful to put right first."""
