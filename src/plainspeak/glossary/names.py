"""Whether words are part of a longer name or job title, which must not be reworded.

"Primary Care Commissioning Committee" and "head of commissioning" stay as they are, whatever "commissioning" could be
replaced by. A name is told by its capitals, and in a heading with capitals throughout by what it is a name of.
"""

from __future__ import annotations

from collections.abc import Sequence

from plainspeak.language import is_ordinary_word

__all__ = ["goes_on", "is_in_body", "is_in_job_title", "is_in_name"]

_JOINS = frozenset("of for and the & in on to with at by 's".split())
_ROLES = frozenset(
    """adviser advisor administrator analyst assistant champion chair chief clerk coordinator co-ordinator consultant
    deputy director executive facilitator head lead leader manager nurse officer practitioner president secretary
    supervisor""".split()
)
_ROLES |= {f"{role}s" for role in _ROLES}
_AFTER_ROLE = ("of", "for")
_SENTENCE_ENDS = (".", "!", "?", ":")
_BODIES = frozenset(
    """academy act agency agenda alliance assembly association authority award bill board centre charity charter clinic
    college commission commissioner committee conference consortium convention council department directive directorate
    division executive federation forum foundation framework fund group guidance hospital house hub initiative inquiry
    institute law lane legislation limited ltd measure ministry model network office order panel partnership plan
    policy programme project protocol register regulations report review road rules scheme school society standard
    standards statement strategy street study survey taskforce team toolkit tool trust unit university
    """.split()
)
_FURTHEST = 7
"""Words on either side that can belong to the name."""


def is_in_name(words: Sequence[str], start: int, end: int) -> bool:
    """Tell whether words are part of a name that is longer than they are: "Merebrook Social Prescribing".

    Args:
        words: the words and marks of a block, as written.
        start: the number of the first of the words that are asked about.
        end: the number of the word after the last of them.
    """
    if not _are_capital(words[start:end]) or _is_title(words):
        return False
    before, after = _beside(words, start, end)
    begins = start - len(before)
    if begins == 0 or words[begins - 1] in _SENTENCE_ENDS:
        # A capital at the beginning of a sentence makes no name.
        before = [*before[:-1], *(word for word in before[-1:] if not is_ordinary_word(word))]
    return any(map(_is_proper, (*before[:1], *after[:1])))


def goes_on(words: Sequence[str], start: int, end: int) -> bool:
    """Tell whether a name goes on behind words: "Cancer Registration Service", but not "Devon Integrated Care Board".

    The arguments are those of :func:`is_in_name`.
    """
    if not _are_capital(words[start:end]) or _is_title(words):
        return False
    return any(map(_is_proper, words[end : end + 1]))


def is_in_body(words: Sequence[str], start: int, end: int) -> bool:
    """Tell whether words are part of the name of a body, place or paper: "Primary Care Commissioning Committee".

    The arguments are those of :func:`is_in_name`.
    """
    if not _are_capital(words[start:end]):
        return False
    return any(word.lower() in _BODIES for side in _beside(words, start, end) for word in side)


def is_in_job_title(words: Sequence[str], start: int, end: int) -> bool:
    """Tell "commissioning manager", "head of commissioning" and "director of finance and commissioning".

    The arguments are those of :func:`is_in_name`.
    """
    if end < len(words) and words[end].lower() in _ROLES:
        return True
    before = [word.lower() for word in words[max(0, start - _FURTHEST) : start]]
    if before[-1:] in (["the"], ["our"]):
        before.pop()
    elif before[-1:] in (["and"], ["&"]):
        # What stands before "and" is one more thing that the role is for.
        while before and before[-1] not in _AFTER_ROLE:
            before.pop()
    return len(before) > 1 and before[-1] in _AFTER_ROLE and before[-2] in _ROLES


def _beside(words: Sequence[str], start: int, end: int) -> tuple[list[str], list[str]]:
    """Return the words with capitals on both sides, each going away from the words asked about."""
    # "The Care and Support (Eligibility Criteria) Regulations" go on behind the bracket.
    end += ")" in words[end : end + 1]
    return _run(words[max(0, start - _FURTHEST) : start][::-1]), _run(words[end : end + _FURTHEST])


def _are_capital(words: Sequence[str]) -> bool:
    return all(_is_capital(word) or word.lower() in _JOINS for word in words)


def _run(words: Sequence[str]) -> list[str]:
    """Return the words with capitals, going away from the words asked about, and what joins them."""
    run: list[str] = []
    for word in words:
        if not _is_capital(word) and word.lower() not in _JOINS:
            break
        run.append(word)
    while run and run[-1].lower() in _JOINS:
        run.pop()
    return run


def _is_capital(word: str) -> bool:
    return word[:1].isupper()


def _is_proper(word: str) -> bool:
    """Tell "Service" from "service" and "ICB"."""
    return _is_capital(word) and word[1:].islower()


def _is_title(words: Sequence[str]) -> bool:
    """Tell whether nearly all words have capitals, so that capitals tell nothing."""
    telling = [word for word in words if word.isalpha() and word.lower() not in _JOINS]
    return sum(map(_is_capital, telling)) * 4 >= len(telling) * 3
