"""A draft holds what the glossary lacks, and loads."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from plainspeak.checker import Checker
from plainspeak.glossary import Glossary, Meaning, Term, read_terms
from plainspeak.glossary.loader import parse_terms
from plainspeak.suggestions import Unknown, draft_file, unknown_letters, unknown_words

if TYPE_CHECKING:
    from pathlib import Path

    from plainspeak.report import Report

KNOWN = Glossary(
    (
        Term("ICB", "acronym", (Meaning(expansion="integrated care board"),), acronym="ICB"),
        Term("risk factor", "term", (Meaning("What makes an illness more likely."),)),
    )
)


@pytest.fixture(scope="module")
def checker() -> Checker:
    """A checker with a tiny glossary."""
    return Checker(glossary=KNOWN)


def reports(checker: Checker, *papers: str) -> list[Report]:
    """Return the reports of some papers: paper-1.txt and so on."""
    return [checker.check(text, name=f"papers/paper-{number}.txt") for number, text in enumerate(papers, 1)]


def words(checker: Checker, *papers: str) -> list[str]:
    """Return the words and phrases that are suggested for some papers."""
    return [each.name for each in unknown_words([each.document for each in reports(checker, *papers)], KNOWN)]


def test_the_words_of_known_letters_are_no_news(checker: Checker) -> None:
    """What letters of the glossary stand for is there already."""
    text = "The root mean error fell. We like the root mean error. "
    known = Glossary((Term("RME", "acronym", (Meaning(expansion="root mean error"),), acronym="RME"),))
    documents = [each.document for each in reports(checker, text * 4, text * 4)]
    assert [each.name for each in unknown_words(documents, KNOWN)] == ["root mean error"]
    assert not unknown_words(documents, known)


def test_a_draft_loads_whatever_a_paper_holds() -> None:
    """A character that nobody sees would keep a glossary from loading."""
    unknown = Unknown("LLN", Counter({"a.txt": 2}), ["local\u200b learning \x07network"], "The LLN.")
    (term,) = parse_terms(draft_file([unknown], []), "draft.yaml")
    assert term.meanings[0].expansion == "local learning network"


class TestLetters:
    """Letters that the glossary doesn't have."""

    def test_what_a_paper_spells_out_counts_from_the_first_use(self, checker: Checker) -> None:
        """What a paper spells out counts from the first use."""
        (found,) = unknown_letters(reports(checker, "The local learning network (LLN) met the ICB."))
        assert found.expansions == ["local learning network"]
        assert found.example == "The local learning network (LLN) met the ICB."

    def test_other_letters_need_more_uses(self, checker: Checker) -> None:
        """Other letters need more uses."""
        assert not unknown_letters(reports(checker, "The ZQX met. We thank the ZQX."))
        assert unknown_letters(reports(checker, "The ZQX met. We thank the ZQX. Ask the ZQX."))
        assert unknown_letters(reports(checker, "The ZQX met.", "We thank the ZQX."))

    def test_the_most_widespread_come_first(self, checker: Checker) -> None:
        """The most widespread come first."""
        found = unknown_letters(
            reports(checker, "The ZQX met. Ask the QQF. The QQF met. Call the QQF.", "The ZQX met.")
        )
        assert [(each.name, each.uses.total()) for each in found] == [("ZQX", 2), ("QQF", 3)]

    def test_one_meaning_written_in_two_ways_is_one(self, checker: Checker) -> None:
        """One meaning written in two ways is one."""
        papers = (
            "The Local Learning Network (LLN) met.",
            "The local learning network (LLN) met.",
            "A low line nest (LLN).",
        )
        (found,) = unknown_letters(reports(checker, *papers))
        assert found.expansions == ["local learning network", "low line nest"]


class TestWords:
    """Words and phrases that may be jargon."""

    def test_a_phrase_in_several_papers(self, checker: Checker) -> None:
        """A phrase in several papers."""
        papers = ("Confidence intervals are wide. A confidence interval is shown.", "The confidence interval is large.")
        assert words(checker, *papers) == ["confidence interval"]
        assert words(checker, papers[0]) == []

    def test_a_phrase_that_is_frequent_in_one_paper(self, checker: Checker) -> None:
        """A phrase that is frequent in one paper."""
        assert words(checker, "We looked at the confidence interval. " * 6) == ["confidence interval"]

    def test_a_word_that_is_in_no_dictionary(self, checker: Checker) -> None:
        """A word that is in no dictionary."""
        assert words(checker, "We need more sociocracy. " * 6) == ["sociocracy"]

    @pytest.mark.parametrize(
        "sentence",
        [
            "We know the risk factor.",
            "This is a key priority.",
            "This is a staff issue.",
            "We met West Sussex Council.",
            "The water bottle is full.",
            "We want better communication.",
        ],
    )
    def test_near_misses(self, sentence: str, checker: Checker) -> None:
        """Near misses."""
        assert words(checker, f"{sentence} " * 6) == []

    def test_only_the_whole_of_a_longer_phrase(self, checker: Checker) -> None:
        """Only the whole of a longer phrase."""
        assert words(checker, "We wrote on statistical disclosure control. " * 6) == ["statistical disclosure control"]


class TestDraft:
    """The file."""

    def test_it_loads_and_says_where_to_look(self, tmp_path: Path) -> None:
        """It loads and says where to look."""
        letters = [
            Unknown(
                "LLN", Counter({"papers/a.txt": 2, "b.txt": 1, "c.txt": 1}), ["learning network: local"], "The LLN met."
            ),
            Unknown("AC", Counter({"a.txt": 1}), ["audit committee", "acute care"], "AC"),
            Unknown("ZQX", Counter({"a.txt": 3}), [], "The ZQX met."),
        ]
        draft = draft_file(
            letters, [Unknown("confidence interval", Counter({"a.txt": 6}), [], "A confidence interval.")]
        )
        assert draft.partition("\n\n")[2] == (
            "# --- Letters that a paper spells out\n\n"
            "# 4 uses in a.txt, b.txt and 1 more\n# The LLN met.\n"
            "- acronym: LLN\n  expansion: 'learning network: local'\n  # meaning:\n\n"
            "# 1 use in a.txt\n# AC\n- acronym: AC\n  meanings:\n    - expansion: audit committee\n"
            "    - expansion: acute care\n\n"
            "# --- Letters that no paper spells out\n\n"
            "# 3 uses in a.txt\n# The ZQX met.\n# - acronym: ZQX\n#   expansion:\n#   meaning:\n\n"
            "# --- Words and phrases that may be jargon\n\n"
            "# 6 uses in a.txt\n# A confidence interval.\n# - term: confidence interval\n#   meaning:\n"
        )
        path = tmp_path / "draft.yaml"
        path.write_text(draft)
        assert [term.headword for term in read_terms(path)] == ["LLN", "AC"]

    def test_without_the_marks_only_what_is_missing_is_told(self) -> None:
        """Without the marks only what is missing is told."""
        draft = draft_file([], [Unknown("quorum", Counter({"a.txt": 6}), [], "A quorum.")])
        entry = draft.partition("# - ")[2].replace("\n#   meaning:", "\n  meaning: Enough people to decide.")
        assert [term.headword for term in parse_terms(f"- {entry}", "draft")] == ["quorum"]

    def test_what_a_paper_says_stays_in_its_comment(self) -> None:
        """What a paper says stays in its comment."""
        hostile = "a\n- term: x\u2028- term: y\x85- term: z\x07\r- term: w"
        draft = draft_file([], [Unknown("quorum", Counter({f"{hostile}.txt": 6}), [], hostile)])
        assert not list(parse_terms(draft, "draft"))
