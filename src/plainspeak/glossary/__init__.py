"""The glossary: acronyms, jargon and wording, with meanings and plain words.

Nothing here imports spaCy; the matcher does, and is imported from its own module.
"""

from plainspeak.glossary.explained import is_explained
from plainspeak.glossary.loader import load_built_in, load_glossary, read_terms
from plainspeak.glossary.model import Form, Glossary, Meaning, Mention, Term

__all__ = [
    "Form",
    "Glossary",
    "Meaning",
    "Mention",
    "Term",
    "is_explained",
    "load_built_in",
    "load_glossary",
    "read_terms",
]
