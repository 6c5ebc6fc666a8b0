"""The glossary: acronyms, jargon and wording, with meanings and plain words.

Nothing here imports spaCy; the matcher does, and is imported from its own module.
"""

from plainspeak.glossary.explained import is_explained
from plainspeak.glossary.loader import (
    GlossaryFile,
    built_in_folder,
    in_layers,
    load_built_in,
    load_glossary,
    load_readable_glossary,
    load_sources,
    read_terms,
)
from plainspeak.glossary.model import Form, Glossary, Layer, Meaning, Mention, Source, Term, folded

__all__ = [
    "Form",
    "Glossary",
    "GlossaryFile",
    "Layer",
    "Meaning",
    "Mention",
    "Source",
    "Term",
    "built_in_folder",
    "folded",
    "in_layers",
    "is_explained",
    "load_built_in",
    "load_glossary",
    "load_readable_glossary",
    "load_sources",
    "read_terms",
]
