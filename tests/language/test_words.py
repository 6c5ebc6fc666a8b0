"""Words are what a reader of a meeting paper would call words."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.document import Block, Kind
from plainspeak.language import analyse_words
from plainspeak.language import words as words_module
from plainspeak.language.abbreviations import BEFORE_NUMBER, MAY_END_SENTENCE, NEVER_LAST
from plainspeak.language.words import tokenize

CURLY = str.maketrans({"'": "\u2019"})
STRAIGHT = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u00a0": " "})
MARKS = st.sampled_from(" .,;:!?'\"\u2018\u2019\u201c\u201d()[]{}/-_*&%#@£\u2026\u2013\u2014|\n\u00a0\t")
WORDS = st.sampled_from("GP e.g. a.m. U.K. Dr. it's 3.5 and/or nhs.uk co-op a@b.uk D2A".split())
TEXTS = st.text(max_size=40) | st.lists(MARKS | WORDS | st.text(max_size=3), max_size=20).map("".join)


def tokens(text: str) -> list[str]:
    """Return the words and marks of a text."""
    return [token.text for token in tokenize(text)]


def words(text: str) -> list[str]:
    """Return the words of a text without marks."""
    block = analyse_words(Block(Kind.PARAGRAPH, text))
    return [word for sentence in block.sentences for word in sentence.words]


@pytest.mark.parametrize(
    "word",
    [
        "out-of-hours",
        "co-production",
        "mother-in-law",
        "COVID-19",
        "5-10",
        "A&E",
        "R&D",
        "#NOF",
        "24/7",
        "10/12/2024",
        "3.5",
        "10,000",
        "10.30am",
        "naïve",
        "don't",
        "O'Brien",
        "e.g.",
        "i.e.",
        "etc.",
        "approx.",
        "Dr.",
        "a.m.",
        "U.K.",
        "N.H.S.",
        "Ph.D.",
        "J.R.",
        "www.nhs.uk",
        "https://www.nhs.uk/conditions?page=2",
        "england.nhs.uk/plans",
        "help.desk@example.nhs.uk",
        "report.pdf",
    ],
)
@pytest.mark.parametrize("around", ["{}", "({})", "({}, and more)", "so {}, and", "\u201c{}\u201d", "{}; so", "[{}]"])
def test_a_word_stays_whole(word: str, around: str) -> None:
    """Keep hyphens, inner signs and the stops of abbreviations, whatever marks stand round the word."""
    assert tokens(around.format(word)).count(word) == 1


@pytest.mark.parametrize("abbreviation", sorted(NEVER_LAST | MAY_END_SENTENCE))
@pytest.mark.parametrize("around", ["{} x", "({} x)", "(x {})", "x {}, y"])
def test_every_abbreviation_keeps_its_stop(abbreviation: str, around: str) -> None:
    """Keep the full stop of each listed abbreviation beside brackets and commas, in any case."""
    assert abbreviation in tokens(around.format(abbreviation))
    assert abbreviation.upper() in tokens(around.format(abbreviation.upper()))


def test_the_lists_of_abbreviations_do_not_overlap() -> None:
    """Sort each abbreviation into one list; only those before numbers are written without their stop."""
    assert not NEVER_LAST & MAY_END_SENTENCE
    assert all(each.endswith(".") for each in NEVER_LAST | MAY_END_SENTENCE)
    assert not any("." in each for each in BEFORE_NUMBER)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("patients/service users", ["patients", "/", "service", "users"]),
        ("and/or", ["and", "/", "or"]),
        ("he/she", ["he", "/", "she"]),
        ("NHS/social care", ["NHS", "/", "social", "care"]),
        ("co-op/drop-in", ["co-op", "/", "drop-in"]),
        ("nurses/doctors/carers", ["nurses", "/", "doctors", "/", "carers"]),
    ],
)
def test_a_slash_between_words_splits_them(text: str, parts: list[str]) -> None:
    """Split alternatives, so that each can be looked up."""
    assert tokens(text) == parts


@pytest.mark.parametrize("text", ["24/7", "1/2", "10/12/2024", "A/B", "w/c", "n/a"])
def test_a_slash_beside_a_single_character_splits_nothing(text: str) -> None:
    """Keep numbers, dates and abbreviations with a slash whole."""
    assert tokens(text) == [text]


@pytest.mark.parametrize("text", ["D2A/SDEC", "can't/won't"])
def test_a_slash_after_a_figure_or_an_apostrophe_is_a_known_miss(text: str) -> None:
    """Known miss: a slash splits only where two letters stand on each side of it."""
    assert tokens(text) == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("the ICB's plan", ["the", "ICB", "'s", "plan"]),
        ("THE ICB'S PLAN", ["THE", "ICB", "'S", "PLAN"]),
        ("the U.K.'s plan", ["the", "U.K.", "'s", "plan"]),
        ("patients' views", ["patients", "'", "views"]),
        ("they don't", ["they", "don't"]),
        ("Mr O'Brien", ["Mr", "O'Brien"]),
        ("my mother-in-law's", ["my", "mother-in-law", "'s"]),
        ("'quoted' words", ["'", "quoted", "'", "words"]),
    ],
)
def test_apostrophes_curly_or_straight(text: str, parts: list[str]) -> None:
    """Split off the ending "'s" and quotation marks, keep contractions, and read curly marks as straight ones."""
    assert tokens(text) == parts
    assert tokens(text.translate(CURLY)) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("five\u2014or six", ["five", "\u2014", "or", "six"]),
        ("Leeds\u2013York", ["Leeds", "\u2013", "York"]),
        ("non--stop", ["non", "--", "stop"]),
        ("wait\u2026what", ["wait", "\u2026", "what"]),
        ("wait...what", ["wait", "...", "what"]),
        ("person(s)", ["person", "(", "s", ")"]),
        ("one|two", ["one", "|", "two"]),
        ("£5m", ["£", "5m"]),
        ("3.5%.", ["3.5", "%", "."]),
        ("**bold**", ["*", "*", "bold", "*", "*"]),
        ("R&D.", ["R&D", "."]),
        ("help@nhs.uk.", ["help@nhs.uk", "."]),
        ("(www.nhs.uk).", ["(", "www.nhs.uk", ")", "."]),
        ("Really?!", ["Really", "?", "!"]),
    ],
)
def test_marks_are_split_from_words(text: str, parts: list[str]) -> None:
    """Take dashes, brackets, currency signs and closing marks off the words that they touch."""
    assert tokens(text) == parts


@given(TEXTS)
def test_offsets_are_those_of_the_text(text: str) -> None:
    """Give each token the offset at which its characters stand; between tokens there is only white space."""
    end = 0
    for token in tokenize(text):
        assert text[end : token.idx].strip() == ""
        # Curly marks come back straight, one character for one.
        written = text[token.idx : token.idx + len(token.text)]
        assert len(written) == len(token.text)
        differences = {pair for pair in zip(written, token.text, strict=True) if pair[0] != pair[1]}
        assert differences <= {("\u2018", "'"), ("\u2019", "'"), ("\u201c", '"'), ("\u201d", '"'), ("\u00a0", " ")}
        end = token.idx + len(token.text)
    assert text[end:].strip() == ""


PIECES = st.sampled_from(
    ["the ", "plan", "ICB's ", "e.g. ", ". ", "\n", "  ", "\t", "\u2019", "\u201c", "(", "[", "\u2026"]
)
STRETCHES = st.sampled_from(
    ["x" * 400, "[" * 400, "a-b'c." * 80, "\u2019" * 401, "é" * 450, "\U0001f642" * 400, "()" * 300]
)
LONG_TEXTS = st.tuples(
    st.lists(PIECES | TEXTS, max_size=8), STRETCHES, st.lists(PIECES | TEXTS | STRETCHES, max_size=8)
).map(lambda parts: "".join([*parts[0], parts[1], *parts[2]]))


@given(LONG_TEXTS)
def test_a_long_stretch_keeps_offsets_too(text: str) -> None:
    """A text with a stretch of 400 characters or more is split simply: all of it comes out, each part in its place."""
    doc = tokenize(text)
    assert len(doc.text) == len(text)
    assert doc.text == text.translate(STRAIGHT)
    end = 0
    for token in doc:
        assert token.text == doc.text[token.idx : token.idx + len(token.text)]
        assert doc.text[end : token.idx] in ("", " ")
        end = token.idx + len(token.text)
    assert doc.text[end:] in ("", " ")


@given(LONG_TEXTS)
def test_sentences_and_words_come_out_of_a_long_stretch(text: str) -> None:
    """Sentences stand in order within the text, and hold all letters and figures of it."""
    block = analyse_words(Block(Kind.PARAGRAPH, text))
    spans = [sentence.span for sentence in block.sentences]
    assert spans
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    inside = "".join(text[span.start : span.end] for span in spans)
    assert [each for each in inside if each.isalnum()] == [each for each in text if each.isalnum()]
    assert all(any(map(str.isalnum, word)) for sentence in block.sentences for word in sentence.words)


@pytest.mark.parametrize("stretch", ["X" * 400, "[" * 400, "A/B" * 200, "7" * 400])
def test_prose_beside_a_long_stretch(stretch: str) -> None:
    """Sentences and words round the stretch are those that they would be without it."""
    text = f"The ICB\u2019s plan isn\u2019t late. We met in order to win. {stretch} It is well-known."
    block = analyse_words(Block(Kind.PARAGRAPH, text))
    told = [text[sentence.span.start : sentence.span.end] for sentence in block.sentences]
    assert told[:2] == ["The ICB\u2019s plan isn\u2019t late.", "We met in order to win."]
    assert told[-1].endswith("It is well-known.")
    assert block.sentences[0].words[2:] == ("plan", "isn't", "late")
    assert block.sentences[1].words == ("We", "met", "in", "order", "to", "win")
    assert block.sentences[-1].words[-3:] == ("It", "is", "well-known")


@pytest.mark.parametrize(("length", "simply"), [(399, False), (400, True), (401, True)])
def test_a_stretch_is_long_from_400_characters(monkeypatch: pytest.MonkeyPatch, length: int, simply: bool) -> None:
    """Shorter stretches are split with care, and several short ones are no long one."""
    split: list[str] = []
    split_simply = words_module._split_simply
    monkeypatch.setattr(words_module, "_split_simply", lambda text: split.append(text) or split_simply(text))
    text = f"See {'x' * length} and {'y' * 300}"
    assert tokens(text) == ["See", "x" * length, "and", "y" * 300]
    assert bool(split) == simply


@pytest.mark.parametrize("mark", ["[", "(", ")", ".", "'", "-", "/", "\u201c"])
def test_a_hundred_thousand_marks_take_no_time(mark: str) -> None:
    """A stretch of marks, as in a line drawn by hand or a damaged file, is split in well under ten seconds."""
    start = time.perf_counter()
    assert "".join(tokens(mark * 100_000)) == (mark * 100_000).translate(STRAIGHT)
    assert time.perf_counter() - start < 10


@given(TEXTS.filter(str.strip))
def test_words_have_letters_or_figures(text: str) -> None:
    """Count no mark as a word, and leave no letter or figure out, but those of the ending "'s" and the like."""
    found = words(text)
    assert all(any(character.isalnum() for character in word) for word in found)
    uncounted = [token for token in tokens(text) if token not in found]
    assert all(token.startswith("'") or not any(map(str.isalnum, token)) for token in uncounted)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ICB's £5m plan (3.5%) \u2013 agreed!", ["The", "ICB", "5m", "plan", "3.5", "agreed"]),
        ("Rock 'n' roll & co.", ["Rock", "n", "roll", "co"]),
        ("* * *", []),
        ("e.g. patients/service users", ["e.g.", "patients", "service", "users"]),
    ],
)
def test_words_are_counted_without_marks(text: str, expected: list[str]) -> None:
    """Count words and numbers; a possessive ending is part of its word."""
    assert words(text) == expected
