"""The glossary: acronyms, jargon and wording, with meanings and plain words."""

from plainspeak.glossary.explained import is_explained
from plainspeak.glossary.inflection import plurals, singular
from plainspeak.glossary.loader import load_built_in, load_glossary, read_terms
from plainspeak.glossary.matcher import Mention, TermMatcher
from plainspeak.glossary.model import Form, Glossary, Meaning, Term

__all__ = [
    "Form",
    "Glossary",
    "Meaning",
    "Mention",
    "Term",
    "TermMatcher",
    "is_explained",
    "load_built_in",
    "load_glossary",
    "plurals",
    "read_terms",
    "singular",
]
