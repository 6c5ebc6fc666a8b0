"""Acronyms: what looks like one, where a text explains it, and the ledger of a whole document."""

from plainspeak.acronyms.expansions import same_expansion
from plainspeak.acronyms.explanations import Explanation
from plainspeak.acronyms.facts import AcronymFacts, acronym_facts
from plainspeak.acronyms.ledger import LedgerEntry, Status, build_ledger

__all__ = ["AcronymFacts", "Explanation", "LedgerEntry", "Status", "acronym_facts", "build_ledger", "same_expansion"]
