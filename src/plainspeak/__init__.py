"""Find unexplained acronyms, jargon and hard sentences in health and care papers, and offer plain words.

>>> import plainspeak
>>> report = plainspeak.check("The ICB will publish its plan.")
>>> report.findings[0].rule
'acronym-undefined'

The names below are imported when they are first used, so that ``import plainspeak`` takes no time.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from plainspeak.api import Acronym as Acronym
    from plainspeak.api import check as check
    from plainspeak.api import check_file as check_file
    from plainspeak.api import find_acronyms as find_acronyms
    from plainspeak.api import is_passive as is_passive
    from plainspeak.api import load_glossary as load_glossary
    from plainspeak.api import reading_level as reading_level
    from plainspeak.api import sentences as sentences
    from plainspeak.checker import Checker as Checker
    from plainspeak.config import Config as Config
    from plainspeak.errors import PlainspeakError as PlainspeakError
    from plainspeak.findings import Finding as Finding
    from plainspeak.findings import Severity as Severity
    from plainspeak.glossary import Glossary as Glossary
    from plainspeak.readability import ReadingLevel as ReadingLevel
    from plainspeak.report import Report as Report

__version__ = "0.1.0"

_HOMES = {
    "Acronym": "api",
    "Checker": "checker",
    "Config": "config",
    "Finding": "findings",
    "Glossary": "glossary",
    "PlainspeakError": "errors",
    "ReadingLevel": "readability",
    "Report": "report",
    "Severity": "findings",
    "check": "api",
    "check_file": "api",
    "find_acronyms": "api",
    "is_passive": "api",
    "load_glossary": "api",
    "reading_level": "api",
    "sentences": "api",
}

__all__ = [
    "Acronym",
    "Checker",
    "Config",
    "Finding",
    "Glossary",
    "PlainspeakError",
    "ReadingLevel",
    "Report",
    "Severity",
    "__version__",
    "check",
    "check_file",
    "find_acronyms",
    "is_passive",
    "load_glossary",
    "reading_level",
    "sentences",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'plainspeak' has no attribute '{name}'")
    return getattr(import_module(f"plainspeak.{_HOMES[name]}"), name)
