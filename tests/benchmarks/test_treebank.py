"""Treebanks are read as Universal Dependencies lays them down, and the measures on them count what they say."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import passive
import pytest
import sentences
import tags
from scores import Counts, compare, total
from table import Request
from treebank import Sentence, Word, documents, find_test_sets, read_sentences

import plainspeak

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

# Two documents written for this test. "8.1" style nodes and ranges such as "1-2" must be passed over.
TREEBANK = """# newdoc id = one
# newpar id = one-p1
# sent_id = one-1
# text = We'll meet.
1-2\tWe'll\t_\t_\t_\t_\t_\t_\t_\t_
1\tWe\twe\tPRON\tPRP\t_\t3\tnsubj\t_\t_
2\t'll\twill\tAUX\tMD\t_\t3\taux\t_\t_
3\tmeet\tmeet\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
3.1\tmeet\tmeet\tVERB\tVB\t_\t_\t_\t_\t_
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

# newpar_block = list
# text = Agenda
1\tAgenda\tagenda\tNOUN\tNN\t_\t0\troot\t_\t_

# newpar
# text = Tea was served.
1\tTea\ttea\tNOUN\tNN\t_\t3\tnsubj:pass\t_\t_
2\twas\tbe\tAUX\tVBD\t_\t3\taux:pass\t_\t_
3\tserved\tserve\tVERB\tVBN\t_\t0\troot\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

# newdoc id = two
# newpar
# text = Come in.
1\tCome\tcome\tVERB\tVB\t_\t0\troot\t_\t_
2\tin\tin\tADV\tRB\t_\t1\tadvmod\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_

"""


@pytest.fixture
def read() -> list[Sentence]:
    """The sentences of the small treebank."""
    return read_sentences(TREEBANK)


def test_words_are_those_with_whole_numbers(read: list[Sentence]) -> None:
    """Neither the range of a contraction nor a word that isn't in the text is kept."""
    assert [word.form for word in read[0].words] == ["We", "'ll", "meet", "."]
    assert read[2].words[1] == Word("was", "VBD", "aux:pass")


def test_documents_and_paragraphs_are_known(read: list[Sentence]) -> None:
    """Where a document or a paragraph begins is read from the comments, with or without a name; others don't count."""
    assert [sentence.starts_paragraph for sentence in read] == [True, False, True, True]
    assert [[sentence.text for sentence in document] for document in documents(read)] == [
        ["We'll meet.", "Agenda", "Tea was served."],
        ["Come in."],
    ]


def test_test_sets_are_found_by_name(tmp_path: Path) -> None:
    """Plain and packed files count, at any depth; training parts and other languages don't."""
    (tmp_path / "deep").mkdir()
    (tmp_path / "en_ewt-ud-train.conllu").write_text(TREEBANK, encoding="utf-8")
    (tmp_path / "cy_ccg-ud-dev.conllu").write_text(TREEBANK, encoding="utf-8")
    (tmp_path / "en_gum-ud-test.conllu").write_text(TREEBANK, encoding="utf-8")
    (tmp_path / "deep" / "en_ewt-ud-dev.conllu.gz").write_bytes(gzip.compress(TREEBANK.encode()))
    found = find_test_sets(tmp_path)
    assert list(found) == ["EWT dev", "GUM test"]
    assert [len(each) for each in found.values()] == [4, 4]


def test_counts_give_precision_recall_and_f1() -> None:
    """Two right, one wrong and two missed; nothing found or nothing there gives 0 and no error."""
    counts = total([compare({1, 2}, {1, 3}), compare({5}, {5, 9})])
    assert counts == Counts(right=2, wrong=1, missed=2)
    assert (counts.precision, counts.recall) == (2 / 3, 2 / 4)
    assert counts.f1 == pytest.approx(4 / 7)
    assert str(Counts()) == "F1 0.000 (precision 0.000, recall 0.000)"


def test_tags_are_counted_word_by_word(read: list[Sentence]) -> None:
    """A tagger that takes each word for a noun is right for two of the twelve words."""

    def nouns(texts: Sequence[Sequence[str]]) -> list[list[str]]:
        return [["NN" for _ in words] for words in texts]

    assert tags.accuracy(read, nouns) == pytest.approx(2 / 12)


@pytest.mark.parametrize(
    ("relation", "marked"),
    [("nsubj:pass", True), ("csubj:pass", True), ("aux:pass", True), ("nsubj:pass:outer", True), ("nsubj", False)],
)
def test_a_passive_is_told_by_its_relations(relation: str, marked: bool) -> None:
    """Each of the three relations marks a passive, also with a further subtype."""
    assert passive.has_passive(Sentence("Tea", (Word("Tea", "NN", relation),))) is marked


def test_the_passive_is_scored_by_sentence(read: list[Sentence]) -> None:
    """Only one sentence holds a passive: a function that says so of every one has three wrong."""
    assert passive.score(read, passive.looks_passive) == Counts(right=1)
    assert passive.score(read, lambda _text: True) == Counts(right=1, wrong=3)


@pytest.mark.parametrize(
    ("text", "matches"),
    [
        ("The plan was not fully agreed.", True),
        ("The letters were sent.", True),
        ("It's been chosen.", True),
        ("The board is open to all.", True),
        ("The board met.", False),
        ("They have agreed.", False),
        ("The plan is new.", False),
    ],
)
def test_the_pattern_for_the_passive(text: str, matches: bool) -> None:
    """The pattern needs a form of be and a likely participle; "is open" shows what it can't tell apart."""
    assert passive.looks_passive(text) is matches


def test_scorings_of_sentences_differ_by_what_is_apart(read: list[Sentence], monkeypatch: pytest.MonkeyPatch) -> None:
    """A splitter that never splits finds just the ends of units: documents, paragraphs, then lines too."""
    monkeypatch.setattr(plainspeak, "sentences", lambda text: [text])
    found = [sentences.score(read, breaks) for breaks in sentences.SCORINGS.values()]
    assert found == [Counts(right=2, missed=2), Counts(right=3, missed=1), Counts(right=3, missed=1)]


@pytest.mark.parametrize(
    ("first", "right"),
    [
        ("Dear all", 2),
        ("Dear all,", 2),
        ("Please come.", 1),
        ("He said “come.”", 1),
        ("Bring (etc.)", 1),
        ("To do:", 1),
    ],
)
def test_a_line_ends_where_no_mark_does(first: str, right: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sentence without a mark at its end was a line of its own; a mark may stand before a closing one."""
    monkeypatch.setattr(plainspeak, "sentences", lambda text: [text])
    document = [Sentence(first, (), starts_document=True), Sentence("We meet in May.", ())]
    lines = sentences.SCORINGS["paragraphs and lines apart"]
    assert sentences.score(document, lines) == Counts(right=right, missed=2 - right)


def test_white_space_never_moves_a_boundary(monkeypatch: pytest.MonkeyPatch) -> None:
    """Places are counted without white space, so that a splitter may tidy it; a wrong split counts once."""
    monkeypatch.setattr(plainspeak, "sentences", lambda _text: ["Please", "come.", "We meet."])
    document = [Sentence("Please  come.", (), starts_document=True), Sentence("We meet.", ())]
    assert sentences.score(document, next(iter(sentences.SCORINGS.values()))) == Counts(right=2, wrong=1)


def test_the_tagger_is_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tagger that comes with plainspeak is scored, timed, loaded and weighed, also with no other beside it."""
    monkeypatch.setattr(tags, "_ROUNDS", 1)
    monkeypatch.setattr(tags, "installed_peer", lambda: None)
    (tmp_path / "en_pud-ud-test.conllu").write_text(TREEBANK, encoding="utf-8")
    rows = {row.on: row for row in tags.measure(Request(tmp_path)).rows}
    assert {row.beside for row in rows.values()} == {""}
    assert rows["EWT dev"].own == "not measured here"
    assert rows["PUD test: 12 words and marks"].own.endswith("% right")
    assert rows["speed, 12 words and marks"].own.endswith(" a second on one core")
    assert rows["time to load, after spaCy itself"].own.endswith(" ms")
    assert rows["size of the model's folder"].own.endswith(" MB")


@pytest.mark.parametrize("measure", [passive.measure, sentences.measure])
def test_what_is_not_there_is_told(measure: object, tmp_path: Path) -> None:
    """Without data each test set has a row that says so, and nothing fails."""
    assert callable(measure)
    rows = measure(Request(tmp_path)).rows
    assert {row.own for row in rows} == {"not measured here"}
    assert [row.on for row in rows][:4] == ["EWT dev", "EWT test", "GUM dev", "GUM test"]
