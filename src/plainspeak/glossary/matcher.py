"""Find the glossary's terms and wording in a text, longest first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from plainspeak.document import Span, holding
from plainspeak.glossary.collecting import nothing_collected
from plainspeak.glossary.model import Form, Glossary, Mention, Term
from plainspeak.glossary.names import goes_on, is_in_body, is_in_job_title, is_in_name
from plainspeak.glossary.phrases import Phrases
from plainspeak.glossary.references import is_reference
from plainspeak.language import AnalysedBlock
from plainspeak.language.quotations import quotations
from plainspeak.language.vocabulary import is_ordinary_word
from plainspeak.language.words import split_phrase

__all__ = ["TermMatcher"]


class _Spelling(NamedTuple):
    """One spelling, and what it stands for."""

    text: str
    term: Term
    forms: tuple[Form, ...]
    """None if it is a phrase in which the term isn't meant."""
    alone: bool
    """Whether it is the word by itself, and no phrase in which the word is meant whatever stands near."""


_MOST_WORDS_HYPHENED = 4
_LONGEST_ADDRESS = 200
_LONGEST_TITLE = 12
"""Words between quotation marks that may be the title of a work, or a few words taken up from somebody."""
_FURTHEST = 60
"""How many words and marks away, in its sentence, a word may stand that says what another means."""
_PHRASES = frozenset({"wordy-phrase", "latin"})
_SENTENCE_ENDS = frozenset(".!?;")
_WORD = re.compile(r"[^\W_]+")
# "Utilize" and "analyze" are "utilise" and "analyse": many British writers use both.
_ISE = re.compile(r"([iy])s(?<=\w{4})(?=(?:e|es|ed|er|ers|ing|ingly|able|ation|ations|ational)\b)")
_IZE = re.compile(r"(?<=[iy])z")


class TermMatcher:
    """Finds terms and wording (not acronyms: these are matched by their letters).

    A spelling is looked for once the texts so far have had all its words. A page has few of the words of the glossary's
    thousands of spellings, and making them all ready takes longer than checking the page.

    Terms that are meant only as a verb or a noun are found wherever their words are, and participles as past tenses.
    What they are takes tags to tell: see :func:`plainspeak.glossary.senses.meant`.
    """

    def __init__(self, glossary: Glossary) -> None:
        self._phrases = Phrases()
        self._spellings: list[_Spelling] = []
        """By their numbers, which follow the glossary: of two spelt alike the first counts."""
        self._waiting: dict[str, list[int]] = {}
        """What isn't looked for yet, by the longest word of it that no text has had."""
        self._seen: set[str] = set()
        """The words that texts have had, in small letters."""
        with nothing_collected():
            self._wait(glossary)

    def _wait(self, glossary: Glossary) -> None:
        for term in glossary:
            if term.entry in ("term", "wording"):
                self._spellings.extend(_spellings_of(term))
        for number, spelling in enumerate(self._spellings):
            self._waiting.setdefault(_longest(_words(spelling.text)), []).append(number)

    def _make_ready(self, words_of: str) -> None:
        words = _words(words_of)
        words.update([_IZE.sub("s", word) for word in words if "z" in word])
        self._seen |= words
        for word in self._waiting.keys() & words:
            for number in self._waiting.pop(word):
                text = self._spellings[number].text
                if unseen := _words(text) - self._seen:
                    self._waiting.setdefault(_longest(unseen), []).append(number)
                    continue
                for written in _ways_to_write(text):
                    self._phrases.add(split_phrase(written.lower()), number)

    def find(self, block: AnalysedBlock) -> list[Mention]:
        """Return the mentions in a block's text, in order. Of two that overlap, the longer one stands."""
        text, words, offsets = block.text, block.words, block.offsets
        self._make_ready(text)
        taken = bytearray(len(words))
        found: list[tuple[Span, _Spelling, bool, bool]] = []
        for number, start, end in sorted(self._phrases.find(block.lower), key=self._longest_first):
            if any(taken[start:end]):
                continue
            spelling, unsure = self._spellings[number], False
            if spelling.forms:
                unsure = _is_unsure(spelling, words, start, end)
                if unsure and not spelling.term.only_in_care_papers:
                    continue
                if not _has_capitals(spelling.term.headword, words[start:end]):
                    continue
            taken[start:end] = b"\x01" * (end - start)
            if spelling.forms and not _in_address(text, offsets[start]):
                span = Span(offsets[start], offsets[end - 1] + len(words[end - 1]))
                found.append((span, spelling, _is_named(spelling.term, words, start, end), unsure))
        if not found:
            return []
        quoted, reference = quotations(text), is_reference(text)
        found.sort(key=lambda each: each[0])
        mentions = []
        for span, spelling, named, unsure in found:
            words_quoted = _words_quoted(text, span, quoted)
            named = named or reference or 0 < words_quoted <= _LONGEST_TITLE
            mentions.append(
                Mention(spelling.term, spelling.forms[0], span, words_quoted > 0, named, unsure, *spelling.forms[1:2])
            )
        return mentions

    def _longest_first(self, match: tuple[int, int, int]) -> tuple[int, int, bool, int]:
        # A phrase in which one term isn't meant may be a term itself: "primary care" and "primary care network".
        number, start, end = match
        return start - end, start, not self._spellings[number].forms, number


def _is_named(term: Term, words: Sequence[str], start: int, end: int) -> bool:
    if is_in_body(words, start, end):
        return True
    # "Devon Integrated Care Board" is a longer name, to which words can be added.
    if (goes_on if term.gloss else is_in_name)(words, start, end):
        return True
    # "A number of managers" is no job title.
    return term.rule not in _PHRASES and is_in_job_title(words, start, end)


def _has_capitals(name: str, words: Sequence[str]) -> bool:
    """Tell a name of one word from the word: "Monitor" was a regulator, and we all monitor what we do."""
    if not name[0].isupper() or not is_ordinary_word(name):
        return True
    capitals = 2 if name.isupper() else 1
    written = [word for word in words if word.lower() == name.lower()]
    return not written or any(word[:capitals].isupper() for word in written)


def _is_unsure(spelling: _Spelling, words: Sequence[str], start: int, end: int) -> bool:
    """Tell whether nothing in the sentence says that a word is meant as staff mean it."""
    term = spelling.term
    if not spelling.alone:
        return False
    return not _has_near(words, start, end, term.only_near) if term.only_near else term.only_in_care_papers


def _has_near(words: Sequence[str], start: int, end: int, wanted: tuple[str, ...]) -> bool:
    """Tell whether one of some words or phrases stands near others, in the same sentence."""
    before = takewhile(_in_sentence, reversed(words[max(0, start - _FURTHEST) : start]))
    after = takewhile(_in_sentence, words[end : end + _FURTHEST])
    near = f" {' '.join([*reversed([*before]), '|', *after])} ".lower()
    return any(f" {each} " in near for each in wanted)


def _in_sentence(word: str) -> bool:
    return word not in _SENTENCE_ENDS


def _words_quoted(text: str, span: Span, quoted: Sequence[Span]) -> int:
    """Return how many words the quotation has that a span is part, and not the whole, of; 0 if there is none."""
    quotation = holding(quoted, span)
    return len(text[quotation.start : quotation.end].split()) if quotation and len(span) < len(quotation) else 0


def _in_address(text: str, position: int) -> bool:
    """Tell whether a character is part of a web or e-mail address that the tokenizer didn't see as one."""
    stretch = text[max(0, position - _LONGEST_ADDRESS) : position + 1].split(" ")[-1].split("\n")[-1]
    return "://" in stretch or stretch.startswith("www.") or "@" in stretch


def _spellings_of(term: Term) -> Iterator[_Spelling]:
    """Yield the phrases in which a term is meant, the word by itself, and the phrases in which it isn't meant."""
    for form in term.only_in:
        yield _Spelling(form.text, term, (form,), alone=False)
    alike: dict[str, tuple[Form, ...]] = {}
    for form in term.by_itself:
        alike[form.text] = (*alike.get(form.text, ()), form)
    for text, forms in alike.items():
        yield _Spelling(text, term, forms, alone=True)
    for longer in term.unless:
        yield _Spelling(longer, term, (), alone=False)


def _words(text: str) -> set[str]:
    # Most phrases have no marks but hyphens, and then this takes half the time.
    words = text.lower().replace("-", " ")
    return set(words.split() if words.replace(" ", "").isalnum() else _WORD.findall(words))


def _longest(words: set[str]) -> str:
    """Return the longest word: as a rule the one that the fewest texts have."""
    return max(words, key=len, default="")


def _ways_to_write(text: str) -> set[str]:
    """Return a phrase with spaces and with hyphens, and with "s" and with "z"."""
    ways = {text, text.replace("-", " ")}
    words = text.split()
    if 1 < len(words) <= _MOST_WORDS_HYPHENED:
        ways.add("-".join(words))
    if "is" in text or "ys" in text:
        ways |= {_ISE.sub(r"\1z", way) for way in ways}
    return ways
