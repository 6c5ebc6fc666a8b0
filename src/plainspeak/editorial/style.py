"""How an entry is written: its length, how hard it is to read, its letters, its spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainspeak.acronyms.forms import find_short_forms
from plainspeak.editorial.desk import Desk, count_words, explanations, offers, prose, reading_age
from plainspeak.glossary import Mention, Term

__all__ = ["length", "letters", "note_length", "offered_words", "plain_wording", "reading_level", "spelling"]

MOST_SENTENCES = 2
MOST_WORDS = 40
MOST_WORDS_IN_A_SENTENCE = 25
MOST_WORDS_OF_A_NOTE = 30
MOST_READING_AGE = 14
"""The age in years that the profile ``public-document`` writes for."""
LEAST_WORDS_FOR_A_LEVEL = 12
"""In a shorter explanation, one long name decides the level."""

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'\u2019\u201d)]?\s+(?=[\"'\u2018\u201c(]?[A-Z0-9])")
_AMERICAN = re.compile(
    r"""\b(?:\w{3,}(?<!s)(?<!pr)(?<!se)iz(?:e[sd]?|ers?|ing|ations?) | emphasiz\w+ | synthesiz\w+ | hospitaliz\w+
      | analyz\w+ | catalyz\w+ | paralyz\w+ | centers? | centered | colors? | favor\w* | honor(?!ar)\w*
      | labor(?!at|i)\w* | neighbor\w* | behavior\w* | humor(?!o)\w* | rumor\w* | programs?
      | pediatric\w* | gynecolog\w* | anesthe\w* | hematolog\w* | orthopedic\w* | fetal | fetus(?:es)? | diarrhea
      | anemia | leukemia | estrogen | edema | hemorrhage\w* | ischemi\w* | tumors? | fibers? | liters? | theaters?
      | meters? | defense | offense | enrollments? | fulfill | fulfills | skillful | willful | counsel(?:ed|ing|ors?)
      | travel(?:ed|ing|ers?) | cancel(?:ed|ing) | model(?:ed|ing) | label(?:ed|ing) | aging | gray | moms?
      | toward | gotten | judgment | elevators? | sidewalks? | diapers? | math )\b""",
    re.VERBOSE | re.IGNORECASE,
)
# American words that British English uses too, each in a sense of its own.
_BRITISH_TOO = re.compile(r"\bcomputer programs?\b|\bCenters for Disease Control\b", re.IGNORECASE)


def length(term: Term, _: Desk) -> Iterator[str]:
    """An explanation has at most two sentences and 40 words, and no sentence of more than 25."""
    for text in explanations(term):
        sentences = _SENTENCE_END.split(text.strip())
        longest = max(map(count_words, sentences))
        if len(sentences) > MOST_SENTENCES:
            yield f"the meaning has {len(sentences)} sentences; {MOST_SENTENCES} are the most."
        if count_words(text) > MOST_WORDS:
            yield f"the meaning has {count_words(text)} words; {MOST_WORDS} are the most."
        elif longest > MOST_WORDS_IN_A_SENTENCE:
            yield f"a sentence of the meaning has {longest} words; {MOST_WORDS_IN_A_SENTENCE} are the most."


def note_length(term: Term, _: Desk) -> Iterator[str]:
    """What a note on wording says, reason and advice together, can be read in a moment."""
    count = count_words(f"{term.why or ''} {term.advice or ''}")
    if term.entry == "wording" and count > MOST_WORDS_OF_A_NOTE:
        yield f"'why' and 'advice' have {count} words; {MOST_WORDS_OF_A_NOTE} are the most."


def reading_level(term: Term, _: Desk) -> Iterator[str]:
    """A reader of 14 can follow an explanation, by the reading level that papers are measured with."""
    for text in explanations(term):
        age = reading_age(text) if count_words(text) >= LEAST_WORDS_FOR_A_LEVEL else None
        if age is not None and age > MOST_READING_AGE:
            yield f"the meaning is for readers of {age}; aim at {MOST_READING_AGE} or less, with shorter words: {text}"


def letters(term: Term, desk: Desk) -> Iterator[str]:
    """Nothing that an entry says holds letters but its own and those that everyone knows."""
    own = " ".join([term.headword, term.acronym or "", *(form.text for form in term.forms)])
    for text in prose(term):
        for short in find_short_forms(text, desk.glossary):
            known = desk.glossary.acronym(short.form)
            if short.sure and short.form not in own and not (known and known.known_to_everyone):
                yield f"'{short.form}' isn't explained in: {text}"


def spelling(term: Term, _: Desk) -> Iterator[str]:
    """Explanations and the words offered have UK spelling. Forms to be found needn't."""
    for text in prose(term):
        found = _AMERICAN.search(_BRITISH_TOO.sub("", text))
        if found:
            yield f"'{found.group()}' isn't UK spelling, in: {text}"


def plain_wording(term: Term, desk: Desk) -> Iterator[str]:
    """A meaning or gloss has no phrase in it that the glossary would have somebody else replace."""
    for text in (*explanations(term), term.gloss or ""):
        for mention in desk.mentions(text):
            if _to_be_replaced(mention) and mention.term is not term:
                yield f"'{mention.term.headword}' could be plainer, in: {text}"


def offered_words(term: Term, desk: Desk) -> Iterator[str]:
    """What may be pasted for a wording isn't itself wordy, or wording that talks down to people."""
    for words in offers(term) if term.entry == "wording" else ():
        for mention in desk.mentions(words):
            if _to_be_replaced(mention):
                yield f"'{words}' is offered, and has '{mention.term.headword}' in it."


def _to_be_replaced(mention: Mention) -> bool:
    """Tell whether words are wording to be replaced whatever their part of speech is."""
    term = mention.term
    return term.entry == "wording" and term.rule != "clinical-term" and not term.hint and term.only_as is None
