"""The rule ``acronym-defined-in-appendix-only``."""

from __future__ import annotations

from typing import ClassVar

from plainspeak.findings import Severity
from plainspeak.rules._explained_later import ExplainedLaterRule

__all__ = ["AcronymDefinedInAppendixOnly"]


class AcronymDefinedInAppendixOnly(ExplainedLaterRule):
    """Flag an acronym that only an appendix, or a list of abbreviations, spells out.

    Why it matters: few readers leaf to a list. They read on, and guess.
    What to do instead: write the full words at the first use too. The list can stay.

    Examples:
        The ICB met in May. The ICB meets again in June.
            ^^^ acronym-defined-in-appendix-only
                                ^^^ acronym-defined-in-appendix-only
        # Abbreviations
        ICB: integrated care board
    """

    id = "acronym-defined-in-appendix-only"
    severity: ClassVar[Severity] = Severity.INFORMATION
    in_appendix = True
    told = "{letters} is spelt out only in a list or an appendix: write {words} here too."
