"""Letters with figures that are codes: where a document has HO3, HO6 and HO8, none of them is short for words."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import lru_cache

from plainspeak.acronyms.facts import AcronymFacts
from plainspeak.document import Stretch, gathered
from plainspeak.glossary import Glossary

__all__ = ["codes_in"]

_SHAPES = (
    # HO3, HO6 and HO8 are of one family, and so are QR01, QR04 and QR07.
    (re.compile(r"([A-Z]+-?)\d+"), 3),
    # Stages of an illness: IIA, IIB and IVA.
    (re.compile(r"(?:I{1,3}|IV|VI{0,3}|IX)[A-C]\d?"), 3),
    # Names of columns: CTY9RM, WARD9RM and OCC90M.
    (re.compile(r"(?=.{5})[A-Z]+\d+[A-Z]+"), 3),
    # Values of a list: 1BE, 2AES and 4BX. Some may be 4AT and 6MWT.
    (re.compile(r"\d[A-Z]{2,}"), 15),
    # Ways to write a date: DDMMYYYY. MM alone may be anything.
    (re.compile(r"[DMY]{2,4}(?:-?[DMY]{2,4})*"), 2),
)
"""What codes of a kind look like, and how many different ones make a family. A group tells families of a kind apart."""
_DATE = re.compile(r"(?=.*YY)(?:D{1,2}|M{2,3}|Y{2}|Y{4}|-)+")


def codes_in(stretches: Sequence[Stretch[AcronymFacts]], explained: Container[str], glossary: Glossary) -> set[str]:
    """Return the codes among the short forms of a document: those that nobody explains, and that come in families."""
    families: dict[tuple[int, str], set[str]] = {}
    codes = set()
    met = {form for _, forms in gathered(stretches, _codes_perhaps, glossary) for form in forms}
    for form in met:
        if form in explained:
            continue
        if _DATE.fullmatch(form):
            codes.add(form)
        for family in _families(form):
            families.setdefault(family, set()).add(form)
    return codes.union(*(family for (number, _), family in families.items() if len(family) >= _SHAPES[number][1]))


def _codes_perhaps(stretch: Stretch[AcronymFacts], glossary: Glossary) -> set[str]:
    met = {form.form for fact in stretch.facts for form in fact.forms}
    return {form for form in met if (_families(form) or _DATE.fullmatch(form)) and glossary.acronym(form) is None}


@lru_cache(maxsize=10_000)
def _families(form: str) -> tuple[tuple[int, str], ...]:
    """Return the families that a form may belong to: the number of a shape, and what its members share."""
    matches = ((number, shape, shape.fullmatch(form)) for number, (shape, _) in enumerate(_SHAPES))
    return tuple((number, match[1] if shape.groups else "") for number, shape, match in matches if match)
