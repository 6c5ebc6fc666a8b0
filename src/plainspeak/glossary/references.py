"""Whether a text only says where something was published: titles of papers must not be reworded."""

from __future__ import annotations

import re

__all__ = ["is_reference"]

_MOST_CHARACTERS = 600
_SOURCE = re.compile(r"\W{0,3}(?:data )?sources?:\s*\S", re.IGNORECASE)
_NUMBER = r"\W{0,3}(?:\d{1,3}\W{1,3})?"
# "Shah, R." and "Shah R, Jones K." Alone it says little: "Hepatitis C, found in 2019, ..."
_AUTHOR = re.compile(rf"{_NUMBER}[^\W\d_][\w'\u2019-]+,?\s(?:[A-Z]\b\.?[ -]?){{1,3}}")
_YEAR_AND_TITLE = re.compile(r"\((?:19|20)\d\d[a-z]?\)[.,:]? [\"'\u2018\u201c]?[A-Z]")
_PUBLISHED = re.compile(
    r"\bdoi\b|\bet al\b|https?://|\bwww\.|\b(?:available (?:at|from)|accessed)\b|\bpp?\. ?\d|\b\d+ ?\(\d+\)"
    r"|\b(?:19|20)\d\d ?; ?\d",
    re.IGNORECASE,
)
# "[7] How people shaped a clinic, Amina Shah and Owen Reed 2021": a note with no full stop at its end.
_NOTE = re.compile(r"\[\d{1,3}\]\s+[\"'\u2018\u201c]?[A-Z]")
_MOST_CHARACTERS_OF_NOTE = 1500
_PUBLISHER = re.compile(rf"{_NUMBER}[A-Z][^.?!()]{{2,100}}")


def is_reference(text: str) -> bool:
    """Tell whether a block is an entry of a list of references, or a line that names a source.

    "Shah, R. (2019) Social prescribing in practice. Journal of Plain Care, 4(2), 11-20." is one.
    """
    if _NOTE.match(text) and len(text) <= _MOST_CHARACTERS_OF_NOTE and not text.rstrip().endswith((".", "!", "?")):
        return True
    if len(text) > _MOST_CHARACTERS:
        return False
    if _SOURCE.match(text):
        return True
    titled = _YEAR_AND_TITLE.search(text)
    if _AUTHOR.match(text):
        return bool(titled or _PUBLISHED.search(text))
    publisher = titled and _PUBLISHER.match(text)
    return bool(titled and publisher and titled.start() <= publisher.end() + 1 and _PUBLISHED.search(text))
