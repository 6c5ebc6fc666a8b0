"""Read an action as minutes record it: whether a text is one, and whether it names a person and a date.

Where a text leaves doubt, somebody is taken to be named: a missed gap costs less than a false alarm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainspeak.glossary.grammar import word_list

__all__ = [
    "goes_on",
    "heading_words",
    "is_action",
    "is_blank",
    "is_finished",
    "is_none",
    "names_date",
    "names_owner",
]

_RULE = "unowned-action"
_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
_TIME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?"
    r"|dec(?:ember)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|spring|summer|autumn|winter|christmas|easter|quarter"
    r"|meeting|hour|day|week|fortnight|month|year|agm)s?"
)
_BEFORE_TIME = r"(?:after|at|before|by|during|each|end of|every|for|from|in|next|on|this|until|within)"
_DATE = re.compile(
    r"\b\d{1,2}[./]\d{1,2}\b|\b20\d\d\b|\bq[1-4]\b|\b\d{1,2}(?:st|nd|rd|th)\b"
    r"|\b(?:today|tomorrow|immediately|daily|weekly|fortnightly|monthly|quarterly|yearly)\b"
    rf"|\b\d{{1,2}} {_TIME}\b|\b{_BEFORE_TIME}(?: [\w.]+){{0,3}}? {_TIME}\b"
    # Months that can't be another word or a name, and any month of a meeting: "July", "the May board".
    r"|(?-i:\b(?:January|Feb(?:ruary)?|July|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b)"
    r"|(?-i:\b(?:Jan|Mar(?:ch)?|Apr(?:il)?|May|June?|Jul|Aug(?:ust)?)) (?:agm|board|committee|forum|meeting)\b",
    re.IGNORECASE,
)
_TO_BE_DONE = re.compile(r"\b(?:to|must|should) be (?:\w+ly )?\w+(?:d|de|n|ne|t)\b", re.IGNORECASE)
_BY = re.compile(r"\bby (?:(?:the|a|an|our|each|every) )?([\w-]+)", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]+)[)\]]")
_AT_END = re.compile(r"(?:\s[-\u2013\u2014/]|[:;])\s*((?:\S+\s+){0,4}\S+)$")
_LABEL = re.compile(r"((?:[^\s:\u2013\u2014]+\s){0,3}[^\s:\u2013\u2014]+?)\s?(?::| [-\u2013\u2014])\s")
_INITIALS_AT_END = re.compile(r"(?<!\bthe )(?<!\bour )(?<!\ban )(?<!\ba )\b[A-Z]{2,3}(?: ?[/&,] ?[A-Z]{2,3})*\W*$")
_INITIALS = re.compile(r"\b[A-Z]{2,3}$")
_ACTS = re.compile(r"(?<!\S)(?P<who>\S+)\s(?P<modal>to|will|must|should|can) (?P<verb>take place|\w+)", re.IGNORECASE)
_MOST_BEFORE_ACTOR = 8
_PLURAL = re.compile(r"[^su]s$")
_SENT = re.compile(r"(?:\w[\w-]* ){0,2}?(?P<what>[\w-]+) to (?P<next>\w+)", re.IGNORECASE)
_HAPPENED = re.compile(r"\b(?:am|are|had|has|have|is|was|were)\b", re.IGNORECASE)
_NOTHING = re.compile(r"[-\u2010-\u2015_./?\u2026\s]*")
_NOT_IN_HEADINGS = re.compile(r"^[\W\d_]+|[\W_]+$|\(s\)")
_AT_MEETING = re.compile(r"\b(?:at|for|on|to) (?:\w+ ){0,4}(?:agenda|meeting)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:I|[Ww]e)\b")
_CAPITAL = re.compile(r"\b[A-Z]")


def is_action(text: str) -> bool:
    """Tell whether a text reads as an action.

    It begins with a verb, or with what is to be sent ("letter to shops"); somebody is "to" do it; or it is "to be
    done".
    """
    label = _LABEL.match(text)
    starts = [0, label.end()] if label else [0]
    if any(_begins_with_verb(text[start:]) or _begins_with_sending(text[start:]) for start in starts):
        return True
    return _TO_BE_DONE.search(text) is not None or _has_actor(text)


def is_none(text: str) -> bool:
    """Tell whether a cell holds nothing, or says so: a dash, "n/a"."""
    return _NOTHING.fullmatch(text) is not None or _phrase(text) in word_list(_RULE, "none")


def is_blank(text: str) -> bool:
    """Tell whether a cell or line holds no answer: nothing at all, "tbc" or "asap"."""
    return is_none(text) or _phrase(text) in word_list(_RULE, "placeholders")


def is_finished(text: str) -> bool:
    """Tell whether words say that there is nothing to do, or not any more: "no action", "closed"."""
    return _phrase(text) in word_list(_RULE, "no-action") or _has_word(text, "finished")


def goes_on(text: str) -> bool:
    """Tell whether words say that something goes on without an end: "ongoing"."""
    return _has_word(text, "goes-on")


def heading_words(text: str) -> str:
    """Return a heading in small letters, without its number and the marks round it."""
    return " ".join(_NOT_IN_HEADINGS.sub("", text.lower()).split())


def names_date(text: str) -> bool:
    """Tell whether a text names a day, a month, a meeting or how often: "by 3 May", "next week", "monthly"."""
    return _DATE.search(text) is not None


def names_owner(text: str) -> bool:
    """Tell whether an action seems to name who will do it.

    Somebody is named at the beginning ("JS to write", "Chair: write"), after "by", in brackets, after a dash at the
    end, or as initials at the end. What is to be discussed "at the next meeting" is for all who meet.
    """
    if any(pattern.search(text) for pattern in (_PRONOUN, _AT_MEETING, _INITIALS_AT_END)):
        return True
    if any(_INITIALS.search(match["who"]) for match in _acts(text)):
        return True
    label, end = _LABEL.match(text), _AT_END.search(text)
    places = [match[1] for match in (label, end) if match and not _begins_with_verb(match[1])]
    if any(map(_is_somebody, [*places, *_IN_BRACKETS.findall(text)])):
        return True
    if any(_is_doer(match[1]) for match in _BY.finditer(text)):
        return True
    return not _begins_with_verb(text) and _has_actor(text)


def _begins_with_verb(text: str) -> bool:
    words = [word.lower() for word in _WORD.findall(text[:60])]
    if words and words[0] in ("to", "please"):
        words = words[1:]
    return bool(words) and words[0] in word_list(_RULE, "verbs")


def _begins_with_sending(text: str) -> bool:
    """Tell whether a text begins as "letter to shops" does, and isn't about what happened to it."""
    match = _SENT.match(text)
    if match is None or _HAPPENED.search(text) or match["next"].lower() in word_list(_RULE, "happens"):
        return False
    return match["what"].lower() in word_list(_RULE, "sent")


def _has_actor(text: str) -> bool:
    """Tell whether a text begins with somebody who is to do something, not with a thing that is to be done."""
    first = next(_acts(text), None)
    return (
        first is not None
        and len(text[: first.end("who")].split()) <= _MOST_BEFORE_ACTOR
        and first["verb"].lower() not in word_list(_RULE, "happens")
    )


def _acts(text: str) -> Iterator[re.Match[str]]:
    """Yield each place where a verb says what is to be done: "JS to write", but not "letter to shops"."""
    for match in _ACTS.finditer(text):
        verb, is_sent = match["verb"], match["who"].lower() in word_list(_RULE, "sent")
        is_clear = match["modal"].lower() != "to" or verb.lower() in word_list(_RULE, "happens")
        if is_clear or (not is_sent and _can_be_verb(verb)):
            yield match


def _can_be_verb(word: str) -> bool:
    """Tell whether a word after "to" can be a verb; "the", "members" and "Leeds" can't."""
    if word.lower() in word_list(_RULE, "verbs"):
        return True
    return word.islower() and word not in word_list(_RULE, "before-nouns") and not _PLURAL.search(word)


def _is_somebody(words: str) -> bool:
    """Tell whether words can be a name, initials or a role; a date alone isn't one."""
    rest = _DATE.sub("", words)
    return _CAPITAL.search(rest) is not None or any(
        word.lower() in word_list(_RULE, "people") for word in _WORD.findall(rest)
    )


def _phrase(text: str) -> str:
    return text.strip().lower().rstrip(".!")


def _has_word(text: str, name: str) -> bool:
    return any(word.lower() in word_list(_RULE, name) for word in _WORD.findall(text))


def _is_doer(word: str) -> bool:
    """Tell whether what follows "by" is somebody, not a time or a means: "by the team", "by May", "by email"."""
    is_time = re.match(rf"\d|(?:{_TIME}|end|next|then|close|mid-?|early|late|q\d)\b", word, re.IGNORECASE)
    return is_time is None and word.lower() not in word_list(_RULE, "means")
