"""Sentences end where a reader would say they do, full stops of abbreviations notwithstanding."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.document import Block, Kind
from plainspeak.language import AnalysedBlock, analyse_words
from plainspeak.language.abbreviations import MAY_END_SENTENCE, NEVER_LAST, SELDOM_LAST
from plainspeak.language.words import tokenize

TRAPS: dict[str, list[str]] = yaml.safe_load(
    Path(__file__).with_name("sentence_traps.yaml").read_text(encoding="utf-8")
)
WORDS = ["The ICB", "met", "e.g.", "U.K.", "Dr.", "No.", "5", "3.5%", "etc.", "p.m.", "A.", "nhs.uk", "a@b.uk", "iPad"]
MARKS = [*" .!?\"'()[]*,\n\u201c\u201d\u2026", "...", "\u2019s", " ", " "]
PIECES = st.sampled_from([*WORDS, *MARKS])
TEXTS = (st.text(max_size=40) | st.lists(PIECES, max_size=25).map("".join)).filter(str.strip)


def analysed(text: str) -> AnalysedBlock:
    """Return a paragraph split into words and sentences."""
    return analyse_words(Block(Kind.PARAGRAPH, text))


def sentences(text: str) -> list[str]:
    """Return the sentences of a paragraph, as they are written."""
    return [text[sentence.span.start : sentence.span.end] for sentence in analysed(text).sentences]


def parts_and_text(case: str) -> tuple[list[str], str]:
    """Return the sentences of a case, between its bars, and the text that they make."""
    parts = case.split("|")
    text = "".join(part if part.endswith("\n") or part is parts[-1] else f"{part} " for part in parts)
    return [part.strip() for part in parts], text


@pytest.mark.parametrize("case", [case for cases in TRAPS.values() for case in cases])
def test_sentences_end_where_a_reader_says(case: str) -> None:
    """Split at each bar and nowhere else."""
    parts, text = parts_and_text(case)
    assert sentences(text) == parts


@pytest.mark.parametrize(
    "case",
    [
        # "no. 5" is a number.
        "We said no. 5 people left.",
        # A small letter before a full stop is a part of a reference: "p. 4", "s. 117".
        "It costs 5 p. A bargain.",
        # A capitalised word that isn't a frequent first word may go on with the name: "U.K. Government".
        "It works in the U.K. Patients like it.",
        "Ask Sam K. Nurses know him.",
        # "PR.16" is a code.
        "Ask the NHS.1 The reply was short.",
        # A number before a small letter may be that of a section.
        "She was born in 1948. the NHS was too.",
        # Unknown short words may be abbreviations.
        "Take your Zyx. do not stop.",
        # A face made of marks looks like marks inside a sentence.
        "It was great! :) Thank you.",
    ],
)
def test_some_ends_are_known_misses(case: str) -> None:
    """Known miss: these are two sentences, taken for one."""
    assert sentences(case) == [case]


@pytest.mark.parametrize(
    "case",
    [
        # Dots before a capital letter more often end a sentence.
        "We met ...|Jo and Sam.",
        # Abbreviations that are ordinary words, or in no list and before a capital letter.
        # A name that ends in a mark, before a capital letter.
        "They use Yahoo!|Messenger.",
        # A time zone or a name after a time.
        "We meet at 3 p.m.|Leeds time.",
        # The numbers of notes with a space between them.
        "Waits fell.|[1, 2] They rose again.",
    ],
)
def test_some_false_ends_are_known_misses(case: str) -> None:
    """Known miss: the first sentence ends too early."""
    parts, text = parts_and_text(case)
    assert sentences(text) == parts


@pytest.mark.parametrize("abbreviation", sorted(SELDOM_LAST))
def test_an_abbreviation_that_is_seldom_last_needs_a_clear_start(abbreviation: str) -> None:
    """Take it for the end before a frequent first word, and for part of a name before any other capitalised word."""
    before = f"See {abbreviation.capitalize()}"
    assert sentences(f"{before} The rest is new.") == [before, "The rest is new."]
    assert sentences(f"{before} Zyxon is new.") == [f"{before} Zyxon is new."]
    assert abbreviation not in NEVER_LAST | MAY_END_SENTENCE


@pytest.mark.parametrize(
    ("text", "count"),
    [("word " * 200_000, 1), ("." * 200_000, 1), (". " * 100_000, 1), (f"End.{')' * 100_000} The end.", 2)],
    ids=["no stop", "stops", "stops and spaces", "closing brackets"],
)
def test_hostile_text_is_split(text: str, count: int) -> None:
    """Split a text without an end, or with hardly anything else, without an error."""
    assert len(sentences(text)) == count


@given(TEXTS)
def test_sentences_cover_all_words_in_order_and_never_overlap(text: str) -> None:
    """Leave out only white space between sentences, and hold each word of the text once, in its order."""
    block = analysed(text)
    end = 0
    for sentence in block.sentences:
        assert end <= sentence.span.start < sentence.span.end <= len(text)
        assert text[end : sentence.span.start].strip() == ""
        end = sentence.span.end
    assert text[end:].strip() == ""
    counted = [word for sentence in block.sentences for word in sentence.words]
    everything = [token.text for token in tokenize(text)]
    assert counted == [word for word in everything if any(map(str.isalnum, word)) and not word.startswith("'")]


@given(TEXTS)
def test_no_sentence_begins_or_ends_in_white_space(text: str) -> None:
    """Trim each sentence, and make none of white space alone beside others."""
    found = sentences(text)
    assert all(sentence == sentence.strip() for sentence in found if sentence.strip())
    assert found
