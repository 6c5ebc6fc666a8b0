"""Regular plurals, for finding terms that the glossary gives in the singular."""

from __future__ import annotations

import re

__all__ = ["plurals", "singular"]

_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")
# "-es" is the ending of "processes" and "viruses", but only "-s" that of "nurses" and "headaches".
_ES = re.compile(r"(?:ss|x|sh|(?<!\ba)(?<![dkmh]a)ch|\b(?:mini)?bus|[im]pus|virus|status|bonus|census|focus|sinus)es$")
_GREEK = re.compile(r"(?:\wnos|lys|cris|thes)es$")
_SAME_IN_BOTH = frozenset({"series", "species"})


def plurals(term: str) -> tuple[str, ...]:
    """Return the regular plural of a noun or noun phrase ("care pathway" gives "care pathways").

    Phrases with "of" take it on the noun before ("body of evidence" gives "bodies of evidence").
    """
    head, separator, rest = term.partition(" of ")
    if not head or not head[-1].isalpha() or (head.endswith("s") and not head.endswith("ss")):
        return ()
    if _CONSONANT_Y.search(head):
        plural = head[:-1] + "ies"
    elif _SIBILANT.search(head):
        plural = head + "es"
    else:
        plural = head + "s"
    return (plural + separator + rest,)


def singular(word: str) -> str:
    """Return a word without its regular plural ending; a word that isn't plural comes back as it is."""
    if len(word) < 3 or word in _SAME_IN_BOTH:
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if _GREEK.search(word):
        return word[:-2] + "is"
    if _ES.search(word):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
