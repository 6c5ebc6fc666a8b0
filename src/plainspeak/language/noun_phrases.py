"""Which words of a phrase take the ending of the plural."""

from __future__ import annotations

import re

__all__ = ["nouns_to_inflect"]

# What is said about a noun stands behind it: "person | with an interest", "day | the wait began".
_AFTER_NOUN = frozenset(
    """about across after against around as at before behind between beyond by during for from in inside into like near
    of off on onto out outside over per such than through to towards under until up upon with within without
    that where wherever which who whom whose when if because so no
    a an the any anyone each it its he she they their we our you your
    am are be been being is was were has have had can could may might shall should will would not
    again always away instead still then there together too""".split()
)
_PARTICIPLES = frozenset(
    """begun bought broken brought built caught chosen done drawn driven found given gone grown held hidden kept known
    laid left lost made meant paid run said seen sent shown sold spent spoken taken taught told thrown understood
    unspent won written
    able alone apart available due early late least likely more most ready responsible well""".split()
)
"""They say more about the noun before them only if nothing else follows: "person responsible by law"."""
_NO_PARTICIPLES = frozenset("bed bleed breed feed hundred need red seed shed speed weed".split())
_DOING = frozenset(
    """asking bringing buying checking choosing collecting coming confirming cutting deciding doing finding getting
    giving going grouping having helping keeping leaving lifting losing lowering making moving needing paying putting
    raising receiving saying seeing seeking sending sharing speaking spotting starting stopping taking telling treating
    trying turning using watching writing""".split()
)
"""Where they begin a phrase, it is no noun, as "nursing task" and "funding gap" are."""
_OF_PEOPLE = frozenset("getting having leaving needing receiving seeking".split())
"""What people do stands behind them: "person seeking asylum", but "decision making group"."""
_CLAUSE = frozenset("how what when where whether who why not only".split())
_COUNTED = frozenset(
    """beginning being blessing booking briefing building calling ceiling crossing drawing dressing ending failing
    feeling filing filling finding gathering grading hearing heading holding landing mailing meaning meeting offering
    opening outing painting placing posting ranking rating reading recording ring ruling saving screening setting
    shortcoming sibling sitting spring string thing turning undertaking warning wedding wing""".split()
)
"""Words in "-ing" that have a plural. "Keepings to the rules" and "gene testings" aren't English."""
_UNCOUNTED = frozenset(
    """access advice aid behaviour blame care cash childcare cholesterol clothing computing consent data dementia
    dependence documentation education employment equipment evidence expertise fairness food freedom funding furniture
    growth guidance harm health help hardship homelessness honesty housing information injustice insurance justice
    knowledge labour land leadership legislation likelihood literacy machinery maintenance management medication money
    openness pay permission poverty power privacy progress protection racism rehabilitation reliability research respect
    safety sleep spending staff staffing stress support teamwork traffic training transport travel upkeep use violence
    water waste welfare wellbeing willingness work""".split()
)
_WORD = re.compile(r"[^\s,]+")


def nouns_to_inflect(phrase: str) -> list[tuple[int, int]]:
    """Return where the nouns stand in a phrase that take its plural, as first character and the one after the last.

    It is the last word before what is said about it, and with "or" the one before too: "person or body we pay". What
    can't be counted has none: "advice on benefits", "keeping to the rules", "how people feel".
    """
    words = [(match.group().lower(), match.start(), match.end()) for match in _WORD.finditer(phrase)]
    plain = [word for word, _, _ in words]
    # "Out of area placement" begins with no noun.
    ends = (
        place for place in range(1, len(words)) if plain[place - 1] not in _AFTER_NOUN and _says_more(plain[place:])
    )
    end = next(ends, len(words))
    if not words or (len(words) > 1 and (_is_clause(plain, end) or _is_uncounted(plain[end - 1]))):
        return []
    nouns = [words[end - 1][1:]]
    if end > 2 and plain[end - 2] == "or":
        nouns.insert(0, words[end - 3][1:])
    return nouns


def _is_clause(words: list[str], end: int) -> bool:
    """Tell "how people feel" and "making homes safer" from "nursing task" and "meeting of staff"."""
    first = words[0]
    if first in _CLAUSE or (first.endswith("ing") and words[1] in ("a", "an", "and", "the")):
        return True
    return end > 1 and first in _DOING


def _says_more(words: list[str]) -> bool:
    """Tell whether these words, behind a noun, say more about it: "made with care", but not "made beds"."""
    word, *follow = words
    if word in _AFTER_NOUN:
        return True
    if _is_doing(word):
        return bool(follow) and (word in _OF_PEOPLE or follow[0] in _AFTER_NOUN)
    return _is_participle(word) and (not follow or _is_doing(follow[0]) or _says_more(follow))


def _is_uncounted(word: str) -> bool:
    return word in _UNCOUNTED or _is_doing(word) or _is_participle(word)


def _is_doing(word: str) -> bool:
    return word.endswith("ing") and word.rpartition("-")[2] not in _COUNTED


def _is_participle(word: str) -> bool:
    return word in _PARTICIPLES or (word.endswith("ed") and word not in _NO_PARTICIPLES)
