"""The rule ``acronym-defined-late``."""

from __future__ import annotations

from typing import ClassVar

from plainspeak.findings import Severity
from plainspeak.rules._explained_later import ExplainedLaterRule

__all__ = ["AcronymDefinedLate"]


class AcronymDefinedLate(ExplainedLaterRule):
    """Flag an acronym that is used before the text spells it out.

    Why it matters: readers meet the letters first and look in vain for what they stand for.
    What to do instead: move the full words to the first use.

    Examples:
        The ICB met in May. The integrated care board (ICB) meets again in June.
            ^^^ acronym-defined-late

        The integrated care board (ICB) met in May. The ICB meets again in June.
    """

    id = "acronym-defined-late"
    severity: ClassVar[Severity] = Severity.WARNING
    in_appendix = False
    told = "{letters} is used before it is spelt out: write {words} here instead of later."
