"""Find the nouns of a sentence, each with the words that may make it a term: "confidence interval"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plainspeak.document import Span
from plainspeak.language import TaggedSentence, Token, is_ordinary_word
from plainspeak.language.inflection import lemma
from plainspeak.readability.dictionary import is_in_dictionary
from plainspeak.readability.familiar import is_familiar

__all__ = ["base_words", "is_rare_word", "may_be_a_term", "phrases"]

_INSIDE = frozenset({"NN", "NNS", "JJ", "VBG"})
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_LONGEST = 3
_NO_PLURALS = frozenset({"data", "media"})
# What stands before a noun in any paper and makes no term of it: "key risk", "annual report".
_SAY_LITTLE = frozenset(
    """additional actual annual appropriate available better best certain clear common considerable current different
    direct early effective few final first following full further general good great high higher highest important
    individual key large larger last local long low lower lowest main major many minor more most national necessary
    negative new next old older one original other overall own particular past poor positive possible potential
    previous real recent regional regular relevant same second short significant similar single small smaller specific
    strong successful such third total useful various whole wide wider young younger""".split()
)
# And what can stand after any other noun: "health issue", "staff group".
_SAY_NO_MORE = frozenset(
    """activity area aspect case change characteristic child concern day decrease difference document example figure
    group increase information issue level man matter meeting member month need number opportunity outcome page paper
    part people percentage period person plan point problem process proportion range rate reason report result role
    section service staff stage statement strategy structure system table team thing time type use user way week woman
    work year""".split()
)


def phrases(sentence: TaggedSentence) -> Iterator[tuple[str, Span]]:
    """Yield each noun of a sentence, alone and with up to two words before it, in the singular, with its place.

    Names are left out: only words in small letters count, but for the first of the sentence.
    """
    run: list[Token] = []
    for index, token in enumerate((*sentence.tokens, None)):
        if token is not None and token.tag in _INSIDE:
            written = token.text if index else token.text[:1].lower() + token.text[1:]
            if _WORD.fullmatch(written):
                run.append(token)
                continue
        yield from _of(run)
        run = []


def base_words(sentence: TaggedSentence) -> list[str]:
    """Return all words of a sentence in small letters, nouns in the singular."""
    return [_singular(token) for token in sentence.tokens]


def may_be_a_term(phrase: str) -> bool:
    """Tell whether several words may be a term: some of them aren't familiar, and none says next to nothing."""
    words = phrase.split()
    return not (words[0] in _SAY_LITTLE or words[-1] in _SAY_NO_MORE or all(map(is_familiar, words)))


def is_rare_word(word: str) -> bool:
    """Tell whether a single word, or a part of one with hyphens, is in no list of words that people use."""
    return not all(is_ordinary_word(part) or is_in_dictionary(part) for part in word.split("-"))


def _of(run: Sequence[Token]) -> Iterator[tuple[str, Span]]:
    last = len(run)
    while last and not run[last - 1].tag.startswith("NN"):
        last -= 1
    first = 0
    # "using patient data", "managing risk": what somebody does.
    while first < last and run[first].tag == "VBG":
        first += 1
    for start in range(max(first, last - _LONGEST), last):
        words = [*(token.lower for token in run[start : last - 1]), _singular(run[last - 1])]
        yield " ".join(words), Span(run[start].span.start, run[last - 1].span.end)


def _singular(token: Token) -> str:
    plural = token.tag == "NNS" and token.lower not in _NO_PLURALS
    return lemma(token.lower, "NNS") if plural else token.lower
