"""Whether the words that an entry offers fit where the entry's own words stood."""

from __future__ import annotations

from collections.abc import Iterator

from plainspeak.editorial.desk import Desk, offers
from plainspeak.glossary import Term
from plainspeak.language.words import tokenize

__all__ = ["part_of_speech", "safe_swaps", "spellings"]

# What stands before and after, so that a word of the right kind makes a sentence. An order is the best test of a verb:
# after "they will", anything looks like one.
_FRAMES = {"verb": ((), ("the", "plan", ".")), "noun": (("They", "saw", "the"), (".",))}


def part_of_speech(term: Term, desk: Desk) -> Iterator[str]:
    """What is offered for a verb is a verb; what is offered for a noun has a noun in it."""
    for words in offers(term):
        if words != words.strip() or words.endswith((".", ";", ",")):
            yield f"'{words}' is offered, and ends in a mark or a space."
    if term.inflects not in _FRAMES:
        return
    before, after = _FRAMES[term.inflects]
    for words in term.instead:
        said = [token.text for token in tokenize(words)]
        tags = desk.tags([*before, *said, *after])[len(before) : -len(after)]
        fits = tags[0].startswith("VB") if term.inflects == "verb" else _has_noun(tags, said)
        if not fits:
            yield f"'{words}' is offered for a {term.inflects}, and isn't one."


def _has_noun(tags: tuple[str, ...], words: list[str]) -> bool:
    """Tell whether words can stand where a noun stood: "care", "planning", "somebody who cares"."""
    return any(tag.startswith(("NN", "PRP", "WP")) or tag in ("VBG", "DT", "CD") for tag in tags) or words[-1].endswith(
        "ing"
    )


def spellings(term: Term, _: Desk) -> Iterator[str]:
    """What is looked for has letters in it. A bare number is what a comma in a YAML list leaves: [rate per 100,000]."""
    for words in (*(form.text for form in (*term.forms, *term.only_in)), *term.unless):
        if not any(map(str.isalpha, words)):
            yield f"'{words}' would be looked for. Put quotes round what holds a comma."


def safe_swaps(term: Term, _: Desk) -> Iterator[str]:
    """A swap that may be made without a person leaves no choice."""
    if term.safe and len(term.instead) != 1:
        yield f"it is safe, but offers {len(term.instead)} alternatives."
