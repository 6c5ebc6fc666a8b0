"""Find people who "are allowed" to do something, and say instead what they "can" do."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from plainspeak.glossary.grammar import word_list, word_map
from plainspeak.language import Token
from plainspeak.rules._people_phrases import noun_before

__all__ = ["ALLOWED", "allowance_at", "speaks_to_reader"]

ALLOWED = frozenset({"allowed", "permitted"})

_RULE = "doing-to"
_IN_FULL: Mapping[str, str] = {
    "aren't": "are not",
    "isn't": "is not",
    "wasn't": "was not",
    "weren't": "were not",
    "won't": "will not",
    "you're": "you are",
}
_GROUP = frozenset({"is", "are", "was", "were", "be", "been", "has", "have", "had", "not", *_IN_FULL})
_SIMPLE = re.compile(r"(you )?(?:(is|are)( not)?|was|were)((?: (?!not\b)\w+)*)")


def speaks_to_reader(words: Sequence[str]) -> bool:
    """Tell whether the reader is among some words in small letters: "you", or "you're"."""
    return any(word in ("you", "you're") for word in words)


def allowance_at(tokens: Sequence[Token], participle: int) -> tuple[int, str] | None:
    """Return where a phrase such as "are not allowed to" begins, and what to write for it.

    Args:
        tokens: the sentence.
        participle: where "allowed" or "permitted" is.

    Returns:
        ``None`` where somebody else is allowed, where a law allows it, and for the house rules that visitors get.
    """
    after = tokens[participle + 1].lower if participle + 1 < len(tokens) else ""
    goes = word_map(_RULE, "after-allowed").get(after)
    if after != "to" and goes is None:
        return None
    start = _group_start(tokens, participle)
    group = " ".join(_in_full(token) for token in tokens[start:participle])
    able = _able(group)
    if able is None or not _is_told(tokens, start, group):
        return None
    return start, f"{able} {goes}" if goes else able


def _group_start(tokens: Sequence[Token], participle: int) -> int:
    """Return where the verbs before a participle begin: "will not be", "are only"."""
    start = participle
    while start and (tokens[start - 1].lower in _GROUP or tokens[start - 1].tag in ("MD", "RB")):
        start -= 1
    # An adverb before the first verb stays as it is: "usually are".
    while start < participle and tokens[start].tag == "RB" and tokens[start].lower not in _GROUP:
        start += 1
    return start


def _able(group: str) -> str | None:
    """Return verbs of being allowed as verbs of being able: "are not" as "cannot", "will be" as "will be able to".

    What people were not allowed in the past is most often told as a wrong, so that there is nothing to return for it.
    """
    simple = _SIMPLE.fullmatch(group)
    if simple:
        you, now, denied, adverbs = simple.groups(default="")
        return f"{you}{'cannot' if denied else 'can' if now else 'could'}{adverbs}"
    last = group.rsplit(" ", 1)[-1]
    return f"{group} able to" if last == "be" or (last == "been" and " not " not in group) else None


def _is_told(tokens: Sequence[Token], start: int, group: str) -> bool:
    """Tell whether those who are allowed are people whom the rule is about, and no law is named."""
    subject = noun_before(tokens, start)
    who = "you" if group.startswith("you ") else tokens[subject].lower if subject is not None else ""
    # What visitors must not do is most often a plain house rule: "Visitors are not allowed to smoke".
    if who == "visitors" and "not" in group:
        return False
    if who != "you" and who not in word_list(_RULE, "people"):
        return False
    return not any(token.lower in word_list(_RULE, "law") for token in tokens)


def _in_full(token: Token) -> str:
    return _IN_FULL.get(token.lower, token.lower)
