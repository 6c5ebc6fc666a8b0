"""Which words of a phrase take the ending of the plural."""

from __future__ import annotations

import re

__all__ = ["nouns_to_inflect"]

# What is said about a noun stands behind it: "person | with an interest", "day | the wait began".
_AFTER_NOUN = frozenset(
    """about across after against around as at before behind between beyond by during for from in inside into like near
    of off on onto out outside over per than through to towards under until up upon with within without
    that where which who whom whose when if because so
    a an the any anyone each it its he she they their we our you your
    am are be been being is was were has have had can could may might must shall should will would do does did not
    again alone also always apart away early instead late least more most only still then there together too well
    able available due likely meant ready responsible""".split()
)
_PARTICIPLES = frozenset(
    """begun bought broken brought built caught chosen done drawn driven found given gone grown held hidden kept known
    laid led left lost made paid put read run said seen sent set shown sold spent spoken taken taught told thrown
    understood unspent won written""".split()
)
_NO_PARTICIPLES = frozenset("bed bleed breed feed hundred need red seed shed speed weed".split())
_BEFORE_NOUN = frozenset("housing living training waiting".split())
"""They say more about the noun behind them: "assisted living scheme"."""
_AFTER_DOING = frozenset("a an and any her his or the their your".split())
_CLAUSE = frozenset("how what when where whether who why not only".split())
_COUNTED = frozenset(
    """beginning being blessing booking briefing building calling ceiling crossing drawing dressing
    ending failing feeling filing filling finding gathering grading hearing heading holding landing listing meaning
    meeting mailing offering opening outing painting placing posting ranking rating reading recording ring ruling saving
    screening setting shortcoming sibling sitting spring string thing turning undertaking wedding wing
    warning""".split()
)
"""Words in "-ing" that have a plural. "Keepings to the rules" and "gene testings" aren't English."""
_UNCOUNTED = frozenset(
    """access advice aid behaviour blame care cash cholesterol clothing computing consent data dementia
    dependence documentation education employment equipment evidence expertise fairness food freedom funding
    furniture growth guidance harm health help hardship homelessness honesty housing information injustice insurance
    justice knowledge labour land leadership legislation likelihood literacy machinery maintenance management medication
    money openness organising pay permission poverty power privacy progress protection racism rehabilitation
    reliability research respect safety sleep spending staff staffing stress support teamwork traffic
    training transport travel upkeep use violence water waste welfare wellbeing
    willingness work""".split()
)
_WORD = re.compile(r"[^\s,]+")


def nouns_to_inflect(phrase: str) -> list[tuple[int, int]]:
    """Return where the nouns stand in a phrase that take its plural, as first character and the one after the last.

    It is the last word before what is said about it, and with "or" the one before too: "person or body we pay". What
    can't be counted has none: "advice on benefits", "keeping to the rules", "how people feel".
    """
    words = [(match.group().lower(), match.start(), match.end()) for match in _WORD.finditer(phrase)]
    plain = [word for word, _, _ in words]
    end = next((place for place in range(1, len(words)) if _says_more(plain[place:])), len(words))
    if not words or (len(words) > 1 and (_is_clause(plain, end) or _is_uncounted(plain[end - 1]))):
        return []
    nouns = [words[end - 1][1:]]
    if end > 2 and plain[end - 2] == "or":
        nouns.insert(0, words[end - 3][1:])
    return nouns


def _is_clause(words: list[str], end: int) -> bool:
    """Tell "how people feel" and "making homes safer" from "nursing task"."""
    first = words[0]
    if first in _CLAUSE or (first.endswith("ing") and words[1] in _AFTER_DOING):
        return True
    return _is_doing(first) and end != 2


def _is_uncounted(word: str) -> bool:
    return word in _UNCOUNTED or _is_doing(word)


def _is_doing(word: str) -> bool:
    return word.endswith("ing") and word.rpartition("-")[2] not in _COUNTED


def _says_more(words: list[str]) -> bool:
    """Tell whether these words, behind a noun, say more about it: "made with care", but not "made beds"."""
    word, *follow = words
    if word in _AFTER_NOUN:
        return True
    if _is_doing(word):
        return (
            bool(follow) and follow[0] not in ("and", "or") and (word not in _BEFORE_NOUN or follow[0] in _AFTER_NOUN)
        )
    participle = word in _PARTICIPLES or (word.endswith("ed") and word not in _NO_PARTICIPLES)
    return participle and (not follow or _is_doing(follow[0]) or _says_more(follow))
