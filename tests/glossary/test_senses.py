"""What a term is by its part of speech: left out, or in its right form."""

from __future__ import annotations

import pytest

from plainspeak.document import Block, Kind
from plainspeak.glossary import Glossary, Mention, Term
from plainspeak.glossary.forms import forms_of
from plainspeak.glossary.matcher import TermMatcher
from plainspeak.glossary.senses import meant, needs_tag
from plainspeak.language import analyse_words, load_tagger, tag_sentences


def verb(headword: str, instead: str, only_as: str | None = None) -> Term:
    """Return wording with the forms of a verb."""
    forms = forms_of(headword, (instead,), inflects="verb")
    return Term(headword, "wording", forms=forms, instead=(instead,), only_as=only_as)


MATCHER = TermMatcher(
    Glossary(
        (
            verb("demonstrate", "show"),
            verb("come to a decision", "decide"),
            verb("signpost", "tell", "verb"),
            verb("action", "do", "verb"),
            Term("lead", "term", only_as="noun"),
        )
    )
)


def found(text: str, *, tagged: bool = True) -> tuple[Mention, ...]:
    """Return the mentions of a text after its tags have been looked at."""
    block = analyse_words(Block(Kind.PARAGRAPH, text))
    sentences = tag_sentences(load_tagger(), [(block, sentence) for sentence in block.sentences])
    return meant(MATCHER.find(block), sentences if tagged else [])


@pytest.mark.parametrize(
    ("text", "replacement"),
    [
        ("She demonstrated it.", "showed"),
        ("She has demonstrated it.", "shown"),
        ("It was demonstrated.", "shown"),
        ("It wasn't demonstrated.", "shown"),
        ("It has never, to our knowledge, been clearly demonstrated.", "shown"),
        ("It is what the study demonstrated.", "showed"),
        ("We saw the skill demonstrated by her team.", "shown"),
        ("They come to a decision.", "decide"),
        ("They came to a decision.", "decided"),
        ("They have come to a decision.", "decided"),
    ],
)
def test_a_past_participle_has_its_own_words(text: str, replacement: str) -> None:
    """The tag tells a participle from the past tense, however far away its "have" or "be" is."""
    (mention,) = found(text)
    assert mention.form.replacements == (replacement,)


@pytest.mark.parametrize(
    "text",
    [
        "We signpost people to groups.",
        "Patients are signposted to groups.",
        "The nurse signposts carers.",
        "Please action the points.",
        "The points were actioned.",
        "She is the lead on falls.",
    ],
)
def test_meant(text: str) -> None:
    """A word counts where it is the part of speech that its term asks for."""
    assert len(found(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "There is a signpost at the gate.",
        "The signposts are new.",
        "The action is complete.",
        "All actions are closed.",
        "Nurses lead the group.",
    ],
)
def test_not_meant(text: str) -> None:
    """The same letters as another part of speech are another word."""
    assert found(text) == ()


def test_after_a_determiner_no_tag_is_needed() -> None:
    """“The impact” is a noun without looking further; “to impact” may be either, and so may a past form."""
    (action,) = MATCHER.find(analyse_words(Block(Kind.PARAGRAPH, "action")))
    assert [needs_tag(action, before) for before in ("the", "our", "to", "")] == [False, False, True, True]
    (shown,) = MATCHER.find(analyse_words(Block(Kind.PARAGRAPH, "demonstrated")))
    assert needs_tag(shown, "the")


def test_without_tags_what_needs_one_is_left_out() -> None:
    """Silence is better than a guess."""
    assert found("We signpost people.", tagged=False) == ()
    assert [mention.form.replacements for mention in found("She demonstrated it.", tagged=False)] == [("showed",)]
