"""Acronyms: what looks like one, where a text explains it, and the ledger of a whole document."""

from plainspeak.acronyms.expansions import same_expansion
from plainspeak.acronyms.ledger import AcronymFacts, Explanation, LedgerEntry, Status, acronym_facts, build_ledger

__all__ = ["AcronymFacts", "Explanation", "LedgerEntry", "Status", "acronym_facts", "build_ledger", "same_expansion"]
