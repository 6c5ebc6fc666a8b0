"""How hard a text is to read, counted so that acronyms never make it look easier.

Every formula that counts letters or syllables takes "ICB" for a short, easy word. Here a known acronym counts as the
words it stands for, an unknown one as three hard words, and one that everyone knows (NHS, GP) as one easy word. The
letters in "integrated care board (ICB)" count for nothing: spelling out is never punished.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from plainspeak.acronyms import AcronymFacts, LedgerEntry
from plainspeak.document import Block, Kind
from plainspeak.language import Sentence
from plainspeak.language.syllables import count_syllables
from plainspeak.readability.familiar import is_familiar
from plainspeak.readability.formulas import (
    Counts,
    dale_chall,
    dale_chall_grade,
    flesch_kincaid_grade,
    flesch_reading_ease,
    smog,
    total,
)

__all__ = [
    "ReadingFacts",
    "ReadingLevel",
    "combine",
    "counts_in",
    "counts_of_forms",
    "level_of",
    "reading_facts",
    "together",
]

_PROSE = frozenset({Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.QUOTE, Kind.NOTE})
_LEAST_WORDS = 20
_HARD = 3
"""Syllables from which a word counts as hard (SMOG)."""
UNKNOWN_ACRONYM = Counts(sentences=0, words=3, syllables=12, hard_words=3, unfamiliar_words=3)
_SCHOOL_YEARS_TO_AGE = 5
_NOTHING = Counts()


@dataclass(frozen=True, slots=True)
class ReadingFacts:
    """What one block adds to the reading level: its counts without short forms, and how often each of these is met."""

    counts: Counts = _NOTHING
    forms: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class ReadingLevel:
    """How hard a text is to read.

    ``level`` is in years of schooling in the United States, as these formulas were made: the mean of the formulas below
    that can be used; add five for a reading age. ``None`` when the text is too short (under 20 words). ``parts`` are
    the counts behind it: words, sentences, words a sentence, syllables a word, and the percentage of unfamiliar words.
    """

    level: float | None = None
    formulas: Mapping[str, float] = field(default_factory=dict)
    parts: Mapping[str, float] = field(default_factory=dict)

    @property
    def reading_age(self) -> int | None:
        """The age in years at which a typical reader of English manages such a text."""
        return None if self.level is None else max(5, round(self.level + _SCHOOL_YEARS_TO_AGE))

    @property
    def meaning(self) -> str:
        """One or two plain sentences: what the level means, and what it can't tell."""
        age = self.reading_age
        if age is None:
            return "This text is too short for a reading level."
        if age <= 11:
            ease = "Most people should find it easy"
        elif age <= 14:
            ease = "Many people can read it at one go"
        elif age <= 17:
            ease = "Many people will have to work at it"
        else:
            ease = "Most people will find it hard"
        return (
            f"{ease}: about what a reader aged {min(age, 21)}{' or over' if age >= 18 else ''} can manage. "
            "This counts long words and long sentences. It can\u2019t tell whether the text is clear: ask some readers."
        )


def reading_facts(block: Block, sentences: Iterable[Sentence], acronyms: AcronymFacts) -> ReadingFacts:
    """Return what one block adds to the reading level. Headings, table cells and the like add nothing."""
    if block.kind not in _PROSE or not block.checked:
        return ReadingFacts()
    written = _words_of_forms(block.text, acronyms)
    forms: Counter[str] = Counter()
    total_sentences = words = syllables = hard = unfamiliar = 0
    for sentence in sentences:
        if not sentence.words:
            continue
        total_sentences += 1
        for each in sentence.words:
            met, word = _forms_in(each, written)
            forms.update(met)
            if not word:
                continue
            count = count_syllables(word)
            words += 1
            syllables += count
            hard += count >= _HARD
            unfamiliar += not is_familiar(word)
    for definition in acronyms.definitions:
        # Words that only the format gives (<abbr title>) don't stand in the text, so its letters stand for them.
        if definition.form in forms and definition.long_span != definition.form_span:
            forms[definition.form] -= 1
    counts = Counts(total_sentences, words, syllables, hard, unfamiliar)
    return ReadingFacts(counts, tuple((form, number) for form, number in forms.items() if number > 0))


def _words_of_forms(text: str, acronyms: AcronymFacts) -> dict[str, str]:
    """Return the short form that each word stands for; the words of ME/CFS after the first stand for nothing more."""
    written: dict[str, str] = {}
    for form in acronyms.forms:
        first, *others = text[form.span.start : form.span.end].lstrip("#").split("/")
        written[first] = form.form
        written.update(dict.fromkeys(others, ""))
    return written


def _forms_in(word: str, written: Mapping[str, str]) -> tuple[list[str], str]:
    """Return the short forms in a word, as in "ICB-led", and what else there is of it."""
    letters = word.lstrip("#")
    parts = [letters] if letters in written else letters.split("-")
    met = [part for part in parts if part in written]
    rest = "-".join(part for part in parts if part not in written) if met else word
    return [written[part] for part in met if written[part]], rest


def together(facts: Iterable[ReadingFacts]) -> ReadingFacts:
    """Return what some blocks add to the reading level together."""
    parts: list[Counts] = []
    forms: dict[str, int] = {}
    for fact in facts:
        parts.append(fact.counts)
        for form, number in fact.forms:
            forms[form] = forms.get(form, 0) + number
    return ReadingFacts(total(parts), tuple(forms.items()))


def counts_in(facts: Iterable[ReadingFacts], forms: Mapping[str, Counts]) -> Counts:
    """Return the counts of some blocks of a document, with its acronyms counted by what they stand for.

    Args:
        facts: of the blocks.
        forms: what the short forms of the document count for; one that isn't there is taken for a word.
    """
    parts: list[Counts] = []
    for each in facts:
        parts.append(each.counts)
        for form, number in each.forms:
            counts = forms.get(form) or _counts_of_words(form.lower())
            parts.append(counts if number == 1 else counts.times(number))
    return parts[0] if len(parts) == 1 else total(parts)


def combine(facts: Iterable[ReadingFacts], forms: Mapping[str, Counts]) -> ReadingLevel:
    """Return the reading level of some blocks of a document; see :func:`counts_in`."""
    return level_of(counts_in(facts, forms))


def counts_of_forms(ledger: Iterable[LedgerEntry]) -> dict[str, Counts]:
    """Return what each short form of a document counts for: what it stands for."""
    return {entry.form: _counts_of_form(entry) for entry in ledger}


@lru_cache(maxsize=4096)
def level_of(counts: Counts) -> ReadingLevel:
    """Return the reading level of a text with some counts."""
    if counts.words < _LEAST_WORDS or not counts.sentences:
        return ReadingLevel()
    formulas = {
        "flesch_kincaid_grade": flesch_kincaid_grade(counts),
        "flesch_reading_ease": flesch_reading_ease(counts),
        "dale_chall": dale_chall(counts),
    }
    grades = [formulas["flesch_kincaid_grade"], dale_chall_grade(formulas["dale_chall"])]
    smog_grade = smog(counts)
    if smog_grade is not None:
        formulas["smog"] = smog_grade
        grades.append(smog_grade)
    parts = {
        "words": float(counts.words),
        "sentences": float(counts.sentences),
        "words_a_sentence": counts.words / counts.sentences,
        "syllables_a_word": counts.syllables / counts.words,
        "unfamiliar_percent": 100 * counts.unfamiliar_words / counts.words,
    }
    return ReadingLevel(
        level=round(sum(grades) / len(grades), 1),
        formulas={name: round(value, 1) for name, value in formulas.items()},
        parts={name: round(value, 2) for name, value in parts.items()},
    )


def _counts_of_form(entry: LedgerEntry) -> Counts:
    if entry.status == "everyday":
        return Counts(sentences=0, words=1, syllables=len(entry.form), hard_words=0, unfamiliar_words=0)
    if entry.expansion is not None:
        return _counts_of_words(entry.expansion)
    # With several meanings, or none, the text can't be easier than it would be with any of them written out.
    meanings = entry.term.meanings if entry.term else ()
    choices = [_counts_of_words(meaning.expansion) for meaning in meanings if meaning.expansion]
    return max([*choices, UNKNOWN_ACRONYM], key=lambda counts: (counts.syllables, counts.words))


@lru_cache(maxsize=4096)
def _counts_of_words(text: str) -> Counts:
    words = [word.strip(",;:()'\"") for word in text.split()]
    # The UK in "UK Health Security Agency" is said letter by letter.
    syllables = [max(count_syllables(word), len(word) if word.isalpha() and word.isupper() else 0) for word in words]
    return Counts(
        sentences=0,
        words=len(words),
        syllables=sum(syllables),
        hard_words=sum(count >= _HARD for count in syllables),
        unfamiliar_words=sum(not is_familiar(word) for word in words),
    )
