"""Every entry of the built-in glossary keeps the editorial rules of ``glossaries/README.md``."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from plainspeak.acronyms.forms import find_short_forms
from plainspeak.glossary import Glossary, Mention, Term, read_terms
from plainspeak.glossary.entries import SourceEntry, TermEntry, WordingEntry
from plainspeak.glossary.loader import built_in_files
from plainspeak.glossary.matcher import TermMatcher
from plainspeak.glossary.yaml_loader import Loader
from plainspeak.language.words import tokenize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

FOLDER = Path(__file__).parents[2] / "glossaries"
FILES = built_in_files(FOLDER)
SOURCES = FOLDER / "sources.yaml"
UNCHECKED_SOURCE = "plainspeak-editors"

MOST_SENTENCES = 2
MOST_WORDS = 40
MOST_WORDS_IN_A_SENTENCE = 25
MOST_MESSAGE_WORDS = 30
LEAST_COUNTS = {"acronyms": 200, "terms": 80, "wordy-phrase": 80, "power-language": 40}

AMERICAN = re.compile(
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
BRITISH_TOO = re.compile(r"\bcomputer programs?\b|\bCenters for Disease Control\b", re.IGNORECASE)


@cache
def terms_of(path: Path) -> tuple[Term, ...]:
    """Return the terms of one file."""
    return read_terms(path)


@cache
def glossary() -> Glossary:
    """Return the glossary in the repository, read from its YAML."""
    capitals = yaml.load((FOLDER / "ordinary-capitals.yaml").read_text(encoding="utf-8"), Loader)
    terms = tuple(term for path in FILES for term in terms_of(path))
    return Glossary(terms, frozenset(form for forms in capitals.values() for form in forms))


@cache
def matcher() -> TermMatcher:
    """Return a matcher for every term and wording of the glossary."""
    return TermMatcher(glossary())


@cache
def sources() -> dict[str, SourceEntry]:
    """Return the sources by their ids."""
    data = yaml.load(SOURCES.read_text(encoding="utf-8"), Loader)
    return {key: SourceEntry.model_validate(value) for key, value in data.items()}


def place(term: Term) -> str:
    """Return the file and line of an entry, from the glossary folder."""
    path, _, line = term.where.rpartition(":")
    return f"{Path(path).relative_to(FOLDER)}:{line}"


def demand(problems: Iterable[tuple[Term, str]]) -> None:
    """Fail with every problem, one a line, each with its file and line."""
    lines = [f"{place(term)}: '{term.headword}': {problem}" for term, problem in problems]
    assert not lines, f"{len(lines)} to put right:\n" + "\n".join(lines)


def folded(text: str) -> str:
    """Return text as two spellings of one term are compared: no case, hyphens as spaces."""
    return " ".join(text.casefold().replace("-", " ").replace("\u2019", "'").split())


def names_of(term: Term) -> Iterator[str]:
    """Yield, as a key to compare, every spelling that stands for an entry."""
    if term.acronym:
        yield f"letters {term.acronym}"
        if term.entry == "acronym":
            yield from (f"letters {form.text}" for form in term.forms)
    if term.entry != "acronym":
        words = {term.headword, *(form.text for form in term.forms)}
        yield from {f"words {folded(text)}" for text in words}


def meanings_of(term: Term) -> list[str]:
    """Return an entry's explanations."""
    return [meaning.text for meaning in term.meanings if meaning.text]


def offers_of(term: Term) -> list[str]:
    """Return the words that may be pasted into a document for an entry."""
    return [*term.instead, *(words for form in term.forms for words in form.replacements)]


def prose_of(term: Term) -> list[str]:
    """Return everything that an entry says to the reader of a finding."""
    said = [*meanings_of(term), *offers_of(term), term.gloss, term.advice, term.why]
    return [text for text in said if text]


def words_in(text: str) -> int:
    """Count words as a person would: what stands between spaces and has a letter or figure."""
    return sum(any(character.isalnum() for character in word) for word in text.split())


def sentences_of(text: str) -> list[str]:
    """Return the sentences of an explanation: they end in a full stop, a question mark or an exclamation mark."""
    return re.split(r"(?<=[.!?])[\"'\u2019\u201d)]?\s+(?=[\"'\u2018\u201c(]?[A-Z0-9])", text.strip())


def own_letters(term: Term) -> str:
    """Return all the spellings of an entry, in which its own letters may be found."""
    return " ".join([term.headword, term.acronym or "", *(form.text for form in term.forms)])


per_file = pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(FOLDER)))


@per_file
def test_file_loads(path: Path) -> None:
    """A file of entries reads without a GlossaryError, and isn't empty."""
    assert terms_of(path)


def test_no_spelling_stands_for_two_entries() -> None:
    """No acronym, headword, plural or other form belongs to two entries, in one file or across files."""
    holders: dict[str, dict[str, Term]] = defaultdict(dict)
    for term in glossary():
        for name in names_of(term):
            holders[name][term.where] = term
    demand(
        (owners[-1], f"{name} is at {place(owners[0])} too")
        for name, found in holders.items()
        if len(owners := list(found.values())) > 1
    )


def test_no_acronym_is_among_the_ordinary_capitals() -> None:
    """Letters listed as ordinary capitals would never be reported, so no entry may have them."""
    demand(
        (term, f"{letters} is in ordinary-capitals.yaml")
        for term in glossary()
        if term.acronym
        for letters in (term.acronym, *(form.text for form in term.forms))
        if letters in glossary().ordinary_capitals
    )


@per_file
def test_meanings_are_short(path: Path) -> None:
    """A meaning has at most two sentences and 40 words, and no sentence of more than 25."""

    def too_long(text: str) -> bool:
        sentences = sentences_of(text)
        longest = max(map(words_in, sentences))
        return len(sentences) > MOST_SENTENCES or words_in(text) > MOST_WORDS or longest > MOST_WORDS_IN_A_SENTENCE

    demand(
        (term, f"{words_in(text)} words, {len(sentences_of(text))} sentences: {text}")
        for term in terms_of(path)
        for text in meanings_of(term)
        if too_long(text)
    )


@per_file
def test_messages_are_short(path: Path) -> None:
    """What a note on wording says, reason and advice together, can be read in a moment."""
    demand(
        (term, f"{count} words: {term.why or ''} {term.advice or ''}")
        for term in terms_of(path)
        if term.entry == "wording" and (count := words_in(f"{term.why or ''} {term.advice or ''}")) > MOST_MESSAGE_WORDS
    )


@per_file
def test_explanations_have_no_unexplained_letters(path: Path) -> None:
    """A meaning, gloss, advice or reason holds no short form but the entry's own and those that everyone knows."""

    def unexplained(term: Term) -> Iterator[str]:
        for text in prose_of(term):
            for short in find_short_forms(text, glossary()):
                known = glossary().acronym(short.form)
                if short.sure and short.form not in own_letters(term) and not (known and known.known_to_everyone):
                    yield f"'{short.form}' in: {text}"

    demand((term, problem) for term in terms_of(path) for problem in unexplained(term))


def test_sources_are_sound() -> None:
    """Sources are in alphabetical order, one to an id, and each is used."""
    named = re.findall(r"^([^\s#:]+):", SOURCES.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert named == sorted(set(named))
    used = {meaning.source for term in glossary() for meaning in term.meanings}
    assert not sorted(set(sources()) - used), "sources that no entry names"


@per_file
def test_facts_have_a_source(path: Path) -> None:
    """Every entry but a plain-wording swap names a source, and every source named is in sources.yaml."""

    def problems(term: Term) -> Iterator[str]:
        for meaning in term.meanings:
            if meaning.source is None:
                if term.rule != "wordy-phrase":
                    yield "has no source"
            elif meaning.source not in sources():
                yield f"source '{meaning.source}' isn't in sources.yaml"

    demand((term, problem) for term in terms_of(path) for problem in problems(term))


@per_file
def test_checked_means_that_the_source_was_read(path: Path) -> None:
    """``checked`` is a month, stands only beside a published source, and that source was read."""

    def problems(term: Term) -> Iterator[str]:
        for meaning in term.meanings:
            if meaning.checked is None:
                continue
            if not re.fullmatch(r"20\d\d-(0[1-9]|1[0-2])", meaning.checked):
                yield f"checked '{meaning.checked}' isn't YYYY-MM"
            if meaning.source is None or meaning.source == UNCHECKED_SOURCE:
                yield "is checked, but names no published source"
            elif meaning.source in sources() and sources()[meaning.source].read is None:
                yield f"is checked, but its source '{meaning.source}' hasn't been read"

    demand((term, problem) for term in terms_of(path) for problem in problems(term))


@per_file
def test_see_leads_to_an_entry(path: Path) -> None:
    """What ``see`` names is another entry of the glossary."""
    demand(
        (term, f"see '{name}' leads nowhere")
        for term in terms_of(path)
        for name in term.see
        if (found := glossary().lookup(name)) is None or found is term
    )


@per_file
def test_forms_leave_to_the_rules_what_they_make(path: Path) -> None:
    """No form is written out that the entry's part of speech gives in any case."""

    def written(entry: dict[str, Any]) -> Iterator[str]:
        given = entry.get("forms", [])
        for item in [given] if isinstance(given, dict) else given:
            yield from (f"{text}: {words}" for text, words in item.items()) if isinstance(item, dict) else (item,)

    def without_forms(entry: dict[str, Any]) -> set[str]:
        model = TermEntry if "term" in entry else WordingEntry
        forms = model.model_validate({**entry, "forms": []}).to_term("").forms
        return {text for form in forms for text in (form.text, f"{form.text}: {''.join(form.replacements[:1])}")}

    entries = yaml.load(path.read_text(encoding="utf-8"), Loader)
    entries = [entry for entry in entries if entry.keys() & {"term", "wording"}]
    assert [form for entry in entries for form in written(entry) if form in without_forms(entry)] == []


@per_file
def test_changes_are_dated(path: Path) -> None:
    """A body or rule that is announced, ended or renamed says when."""
    demand(
        (term, f"status '{meaning.status}' has no date (YYYY-MM)")
        for term in terms_of(path)
        for meaning in term.meanings
        if meaning.status != "current" and not re.fullmatch(r"(19|20)\d\d-\d\d", meaning.date or "")
    )


@per_file
def test_spelling_is_british(path: Path) -> None:
    """Explanations and the words offered have no American spelling; forms to be found may."""
    demand(
        (term, f"'{found.group()}' in: {text}")
        for term in terms_of(path)
        for text in prose_of(term)
        if (found := AMERICAN.search(BRITISH_TOO.sub("", text)))
    )


@per_file
def test_safe_swaps_leave_no_choice(path: Path) -> None:
    """A swap that may be made without a person has one alternative."""
    demand(
        (term, f"safe, with {len(term.instead)} alternatives")
        for term in terms_of(path)
        if term.safe and len(term.instead) != 1
    )


def needs_no_tags(mention: Mention) -> bool:
    """Tell whether a mention is of wording that is to be replaced whatever its part of speech is."""
    return mention.term.entry == "wording" and not mention.term.hint and mention.term.only_as is None


@per_file
def test_explanations_use_plain_wording(path: Path) -> None:
    """A meaning or gloss has no phrase in it that the glossary would have somebody else replace."""
    demand(
        (term, f"'{mention.term.headword}' in: {text}")
        for term in terms_of(path)
        for text in (*meanings_of(term), term.gloss or "")
        for mention in matcher().find(tokenize(text))
        if needs_no_tags(mention) and not mention.quoted
    )


@per_file
def test_words_offered_need_no_note_themselves(path: Path) -> None:
    """What may be pasted for a wording isn't itself wordy, or wording that talks down to people."""

    def problems(term: Term) -> Iterator[str]:
        for words in offers_of(term) if term.entry == "wording" else ():
            for mention in matcher().find(tokenize(words)):
                if needs_no_tags(mention):
                    yield f"offers '{words}', which has '{mention.term.headword}'"

    demand((term, problem) for term in terms_of(path) for problem in problems(term))


@per_file
def test_meanings_need_no_other_entry(path: Path) -> None:
    """A meaning uses jargon that the glossary explains only where ``see`` leads to it."""
    demand(
        (term, f"'{word}' in: {text}")
        for term in terms_of(path)
        for text in meanings_of(term)
        for word in jargon_in(term, text)
    )


def jargon_in(term: Term, text: str) -> list[str]:
    """Return the terms of other entries that a meaning uses without linking to them."""
    linked = {id(glossary().lookup(name)) for name in term.see}
    own = {folded(term.headword)} | {folded(meaning.expansion) for meaning in term.meanings if meaning.expansion}
    found: list[str] = []
    for mention in matcher().find(tokenize(text)):
        other = mention.term
        allowed = other.known_to_everyone or id(other) in linked or folded(other.headword) in own
        if other.entry == "term" and not allowed:
            found.append(other.headword)
    return found


COUNTED: dict[str, Callable[[Term], bool]] = {
    "acronyms": lambda term: term.acronym is not None,
    "terms": lambda term: term.entry == "term",
    "wordy-phrase": lambda term: term.rule == "wordy-phrase",
    "power-language": lambda term: term.rule == "power-language",
}


def test_there_are_enough_entries() -> None:
    """The glossary is large enough to be of use: a thin one finds nothing."""
    counts = Counter(kind for term in glossary() for kind, counted in COUNTED.items() if counted(term))
    assert {kind: counts[kind] for kind, least in LEAST_COUNTS.items() if counts[kind] < least} == {}
