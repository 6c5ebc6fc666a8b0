"""What the tagger learns from is read as written, and changed as plainspeak would see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from corpora import Tagged, read_conllu, read_marked
from variants import in_capitals, joined, with_colons, with_curly_marks

if TYPE_CHECKING:
    from pathlib import Path

TREEBANK = """# text = We don't.
1\tWe\t_\t_\tPRP\t_\t_\t_\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
2\tdo\t_\t_\tVBP\t_\t_\t_\t_\t_
3\tn't\t_\t_\tRB\t_\t_\t_\t_\t_
3.1\tgo\t_\t_\tVB\t_\t_\t_\t_\t_
4\t.\t_\t_\t.\t_\t_\t_\t_\t_

"""


def tagged(*words: str) -> Tagged:
    """Return a sentence from words such as ``well/RB_``; a line at the end says that no space follows."""
    pairs = [word.rstrip("_").rsplit("/", 1) for word in words]
    spaces = [not word.endswith("_") for word in words]
    return Tagged([word for word, _ in pairs], spaces, [tag for _, tag in pairs])


def test_a_treebank_is_read_by_its_words(tmp_path: Path) -> None:
    """Words have whole numbers; what is joined in writing has no space between."""
    path = tmp_path / "small.conllu"
    path.write_text(TREEBANK, encoding="utf-8")
    assert read_conllu(path) == [
        Tagged(["We", "do", "n't", "."], [True, False, False, True], ["PRP", "VBP", "RB", "."])
    ]


def test_our_own_sentences(tmp_path: Path) -> None:
    """A tag stands behind its word, and is told by where the word begins."""
    path = tmp_path / "ours.txt"
    path.write_text("# A comment\n\nWe signpost/VBP people, and/or actions/NNS.\n", encoding="utf-8")
    (sentence,) = read_marked(path)
    assert sentence.text == "We signpost people, and/or actions."
    assert sentence.tags == {3: "VBP", 27: "NNS"}


def test_every_tag_of_ours_is_in_its_place() -> None:
    """Each mark in our own file belongs to a word: letters begin there."""
    for sentence in read_marked():
        assert all(sentence.text[start].isalpha() for start in sentence.tags)
        assert "/" not in sentence.text


@pytest.mark.parametrize(
    ("sentence", "words", "tags"),
    [
        (("We/PRP", "do/VBP_", "n't/RB", "go/VB"), "We don't go", "PRP VBP VB"),
        (("They/PRP_", "'re/VBP", "late/JJ"), "They're late", "PRP JJ"),
        (("a/DT", "well/RB_", "-/HYPH_", "known/VBN", "plan/NN"), "a well-known plan", "DT JJ NN"),
        (("a/DT", "long/JJ_", "-/HYPH_", "term/NN", "plan/NN"), "a long-term plan", "DT JJ NN"),
        (("in/IN", "the/DT", "long/JJ_", "-/HYPH_", "term/NN"), "in the long-term", "IN DT NN"),
        (("out/IN_", "-/HYPH_", "of/IN_", "-/HYPH_", "hours/NNS", "care/NN"), "out-of-hours care", "NNS NN"),
        (("a/DT", "follow/VB_", "-/HYPH_", "up/RP"), "a follow-up", "DT NN"),
        (("5/CD", "-/HYPH", "6/CD"), "5 - 6", "CD HYPH CD"),
        (("the/DT", "trust/NN_", "'s/POS", "plan/NN"), "the trust 's plan", "DT NN POS NN"),
    ],
)
def test_joined(sentence: tuple[str, ...], words: str, tags: str) -> None:
    """Hyphened words and contractions are one word, as plainspeak splits them; a possessive stays apart."""
    found = joined(tagged(*sentence))
    assert (" ".join(found.words), " ".join(found.tags)) == (words, tags)
    assert len(found.spaces) == len(found.words)


def test_other_variants() -> None:
    """Marks become curly by their side, headings have capitals, and dashes the tag of a colon."""
    sentence = tagged('"/``_', "It/PRP_", "'s/VBZ", "late/JJ_", "\"/''", "--/,", ";/,", ",/,")
    assert with_curly_marks(sentence).words == ["\u201c", "It", "\u2019s", "late", "\u201d", "--", ";", ","]
    assert in_capitals(sentence).words[1:4] == ["IT", "'S", "LATE"]
    assert with_colons(sentence).tags[-3:] == [":", ":", ","]
