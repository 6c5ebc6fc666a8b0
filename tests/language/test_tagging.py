"""Parts of speech: right in plain cases, the same in any company, and linear in time."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainspeak.errors import UnknownNameError
from plainspeak.language import tagging
from plainspeak.language.tagging import Tagger, load_tagger


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    """Return the tagger that comes with plainspeak."""
    return load_tagger()


@pytest.mark.parametrize(
    ("sentence", "tags"),
    [
        ("The board met .", "DT NN VBD ."),
        ("We signpost carers to help .", "PRP VBP NNS TO VB ."),
        ("A signpost stands by the door .", "DT NN VBZ IN DT NN ."),
        ("Please action this .", "UH VB DT ."),
        ("The action is complete .", "DT NN VBZ JJ ."),
        ("Patients were not told .", "NNS VBD RB VBN ."),
        ("Carers haven't been told .", "NNS VBP VBN VBN ."),
        ("The patient-centred plan is late .", "DT JJ NN VBZ JJ ."),
        ("Nurses have written to people .", "NNS VBP VBN IN NNS ."),
    ],
)
def test_plain_sentences(tagger: Tagger, sentence: str, tags: str) -> None:
    """Sentences as they stand in papers get the tags that a person would give."""
    assert tagger.tag([sentence.split()]) == [tuple(tags.split())]


def test_known_miss_verb_at_the_end(tagger: Tagger) -> None:
    """Known miss: a verb in -s that ends a short sentence is taken for a plural noun."""
    assert tagger.tag(["The patient-centred plan works .".split()])[0][3] == "NNS"


def test_no_sentences(tagger: Tagger) -> None:
    """Nothing gives nothing, and a sentence without words no tags."""
    assert tagger.tag([]) == []
    assert tagger.tag([[], ["Yes"], []])[0] == ()


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.text(min_size=1, max_size=8), max_size=12), max_size=6))
def test_company_makes_no_difference(sentences: list[list[str]]) -> None:
    """A sentence gets the same tags alone as among others, whatever its words are."""
    tagger = load_tagger()
    assert tagger.tag(sentences) == [tagger.tag([each])[0] for each in sentences]


def test_every_word_has_a_tag_however_long_the_sentence(tagger: Tagger) -> None:
    """A sentence of 5,000 words is tagged in stretches, and none is lost between them."""
    words = "The board agreed the plan and".split() * 834
    (tags,) = tagger.tag([words])
    assert len(tags) == len(words)
    assert tags[:6] == tags[6:12] == ("DT", "NN", "VBD", "DT", "NN", "CC")


def test_batches_are_bounded() -> None:
    """However much text there is, a batch has a bounded number of words, so that memory doesn't grow with the paper."""
    sizes = []

    def tag_docs(docs: list[object]) -> list[list[str]]:
        sizes.append(sum(len(doc) for doc in docs))  # type: ignore[arg-type]
        return [["NN"] * len(doc) for doc in docs]  # type: ignore[arg-type]

    from spacy.vocab import Vocab

    Tagger(Vocab(), tag_docs).tag([["word"] * 3000] * 20)  # type: ignore[arg-type]
    assert sum(sizes) == 60_000
    assert max(sizes) < 10_000


def test_unknown_model() -> None:
    """A model that isn't installed is told by name, with what to do."""
    with pytest.raises(UnknownNameError, match=r"no language model 'en_no_such' here\. Install it"):
        load_tagger("en_no_such")


def test_model_without_tagger(tmp_path: Path) -> None:
    """A pipeline that can't tell parts of speech is refused."""
    import spacy

    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(UnknownNameError, match="doesn't tell parts of speech"):
        load_tagger(str(tmp_path / "blank"))


def test_any_pipeline_can_stand_in() -> None:
    """The folder of a spaCy pipeline can be named; ours, loaded this way, gives the same tags."""
    words = [["The", "plan", "was", "agreed", "."]]
    assert load_tagger(str(tagging.MODEL)).tag(words) == load_tagger().tag(words)


def test_a_sentence_that_was_tagged_lately_is_not_tagged_again() -> None:
    """Of a paragraph that somebody is writing, only the sentence that changed is tagged."""
    asked: list[int] = []

    def tag_docs(docs: list[object]) -> list[list[str]]:
        asked.append(len(docs))
        return [["NN" if len(doc) > 1 else "VB"] * len(doc) for doc in docs]  # type: ignore[arg-type]

    from spacy.vocab import Vocab

    tagger = Tagger(Vocab(), tag_docs)  # type: ignore[arg-type]
    assert tagger.tag_again([["stop"], ["two", "words"], ["stop"]]) == [("VB",), ("NN", "NN"), ("VB",)]
    assert tagger.tag_again([["two", "words"], ["go"]]) == [("NN", "NN"), ("VB",)]
    assert tagger.tag_again([["stop"]]) == [("VB",)]
    assert asked == [2, 1]
