"""Whether a text explains a term where it uses it."""

from __future__ import annotations

import re

from plainspeak.document import Span

__all__ = ["is_explained"]

_LETTERS = r"(?:\s*[(\[][A-Za-z0-9&]{1,12}[)\]])?[\"'\u2019\u201d*]*"
# "Arm's length bodies (such as NHS Resolution)" doesn't say what an arm's length body is.
_EXAMPLE = (
    r"(?:see|such\ as|for\ example|for\ instance|e\.?g\b|including|includes?|like|formerly|previously|now"
    r"|mainly|mostly|particularly|especially|for|as|with|in|up\ to|at|from|compared)\b"
)
_NOUN = (
    "(?:way|process|term|name|word|type|kind|form|group|body|organisation|charity|service|plan|system|method|approach"
    "|place|person|people|team|set|list|fund|rule|agreement|meeting|contract|partnership|network|programme|scheme"
    "|measure|idea|model|law|board)s?"
)
_WHAT_IT_IS = (
    rf"(?:{_NOUN}|(?:adult|amount|child|condition|difference|disease|disorder|doctor|document|drug|figure|grant|illness"
    "|infection|medicine|nurse|number|operation|payment|professional|record|score|sum|test|treatment|worker)s?"
    "|children|money|someone|something|those)"
)
_AFTER = re.compile(
    rf"""^{_LETTERS}(?:
        \s*[(\[](?!{_EXAMPLE})(?=(?:[^()\[\]]*\s){{2}})[^()\[\]]+[)\]]           # (the NHS body that plans care)
      | \s*[,\u2013\u2014-]\s*(?:in\ other\ words|that\ is|that\ means|meaning|which\ means?
          |which\ (?:is|are)\ (?:an?|the|how|when|where)|or\ (?:in\ plain|simply)
          |which\ (?:describes?|indicates?|measures?|shows?|tells?)\ (?:how|what|whether
            |the\ (?:amount|extent|level|number|range|share|size)\ of))\b
      | \s*[,\u2013\u2014]\s*(?:an?|the)\s+(?:[\w-]+\s+){{0,5}}{_NOUN}\b
      | (?:\s[\w'\u2019-]+){{0,2}},\s+where\s(?:you|people|patients|staff|children|(?:an?|the)\s\w+)\s
      | (?:\s(?:of|for|in|on)(?:\s[\w'\u2019-]+){{1,3}})\s[(\[](?:an?|the|when|where|how|people|staff)\s
      | [.]\s+(?:This|It|They|These)\s(?:is|are)\s(?:when|where|how
          |(?:an?\s)?(?:[\w-]+\s){{0,3}}{_WHAT_IT_IS}\s(?:of|that|which|who|where|for))\s
      | [.]\s+(?:This|It|They|These|That)\smeans?\s(?!that\b|we\b|the\b|there\b)
      | \s+(?:means?(?!\s+that\b)|describes|refers\ to|is\ (?:when|where|how|about\ how)|(?:is|are)\ defined\ as)\b
      | \s+(?:is|are)\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){{0,3}}{_WHAT_IT_IS}
          \s+(?:of|that|which|who|where|in\ which|for|to)\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:(?<!so-)(?<!so )\b(?:called|known as|we call|call this|termed|the (?:term|name|jargon) (?:for this is|is)"
    r"|what we mean by|by)|\bin the jargon,?)\s+(?:the\s+|an?\s+)?[\"'\u2018\u201c*]*$",
    re.IGNORECASE,
)
_MEAN = re.compile(r"\bwe mean\b", re.IGNORECASE)
# Not "Protected characteristics - AGE AND SEX": that is the title of a part.
_COLON = re.compile(rf"^{_LETTERS}\s*(?:[:\u2013\u2014=]|(?<=\s)-)\s+(?![A-Z]{{2,}}\b)\S+(?:\s+\S+){{2,}}")
# The term "due regard" means that ...
_THE_TERM = re.compile(r"\bthe (?:expression|phrase|term|word)\s+[\"'\u2018\u201c*]*$", re.IGNORECASE)
_MEANS = re.compile(r"^[\"'\u2019\u201d*]*\s+(?:means?|describes|refers to|stands for|is used (?:for|to))\b")
_ASKED = re.compile(
    r"\bwhat (?:is|are|does|do)\s+(?:we mean by\s+)?(?:the\s+|an?\s+)?[\"'\u2018\u201c]*$", re.IGNORECASE
)
# A line of a list of abbreviations: "ICB: integrated care board. The NHS body that ..."
_ITS_LETTERS = re.compile(r"\W*(?=[^:]*[A-Z][^:]*[A-Z])[\w&/-]{2,12}:\s+")
_SENTENCE = re.compile(r"[.]\s+(?:\S+\s+){3}")
_QUESTION_ENDS = re.compile(rf"^{_LETTERS}(?:\s+(?:mean|stand\ for))?\s*\?", re.VERBOSE)


def is_explained(text: str, span: Span) -> bool:
    """Tell whether the words around a term say what it means.

    Args:
        text: a block's text.
        span: where the term stands in it.
    """
    before, after = text[max(0, span.start - 60) : span.start], text[span.end : span.end + 200]
    if _AFTER.match(after):
        return True
    if _THE_TERM.search(before) and _MEANS.match(after):
        return True
    if _ASKED.search(before) and _QUESTION_ENDS.match(after):
        return True
    if not before.strip(" \"'*\u2018\u201c") and _COLON.match(after):
        return True
    if _ITS_LETTERS.fullmatch(text, 0, span.start) and _SENTENCE.match(after):
        return True
    found = _BEFORE.search(before)
    if found is None:
        return False
    return (found.group().strip().lower() != "by" and not found.group().lower().startswith("by ")) or bool(
        _MEAN.match(after.strip(" ,\"'\u2019\u201d"))
    )
