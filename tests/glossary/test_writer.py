"""Entries are put into a glossary file, and everything else in it stays byte for byte as it was."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.errors import GlossaryError, WriteError
from plainspeak.glossary import built_in_folder, read_terms
from plainspeak.glossary.writer import GlossaryEditor, term_of
from plainspeak.glossary.yaml_text import Draft, with_entries, with_explanation, with_meaning

if TYPE_CHECKING:
    from pathlib import Path

NEW: Draft = {"acronym": "CQC", "expansion": "Care Quality Commission"}
NEW_LINES = "- acronym: CQC\n  expansion: Care Quality Commission\n"
SORTED = """\
# Our words.
# yaml-language-server: $schema=schema.json
- acronym: BMI   # weight
  expansion: "body mass index"

# --- D
- acronym: DNA

  expansion: did not attend
  # Not the stuff of genes.
- term: warm handover
  meaning: >-
    Somebody tells the next person
    about you.
"""


def test_the_built_in_style_is_written() -> None:
    """The built in style is written."""
    draft: Draft = {
        "term": "care plan",
        "meaning": "What will happen: step by step.",
        "instead": ["plan", "agreement, in writing"],
        "setting": [],
    }
    assert with_entries("", [draft]) == (
        "- term: care plan\n  meaning: 'What will happen: step by step.'\n  instead: [plan, 'agreement, in writing']\n"
    )


class TestPlace:
    """Where an entry is put."""

    def test_a_sorted_file_stays_sorted(self) -> None:
        """A sorted file stays sorted."""
        heading = SORTED.index("\n# --- D")
        assert with_entries(SORTED, [NEW]) == SORTED[:heading] + NEW_LINES + SORTED[heading:]

    def test_what_begins_a_file_stays_there(self) -> None:
        """What begins a file stays there."""
        first = SORTED.index("- acronym: BMI")
        added = with_entries(SORTED, [{"acronym": "AHP", "expansion": "allied health professional"}])
        assert added == (f"{SORTED[:first]}- acronym: AHP\n  expansion: allied health professional\n{SORTED[first:]}")

    def test_a_comment_above_the_first_entry_stays_with_it(self) -> None:
        """A comment above the first entry stays with it."""
        text = "# Ours\n\n# About weight\n- acronym: DNA\n  expansion: did not attend\n"
        assert with_entries(text, [NEW]) == text.replace("# About", f"{NEW_LINES}# About")

    @pytest.mark.parametrize(
        "text", ["", "# Nothing yet\n", "- term: zebra\n  meaning: An animal.\n- term: ant\n  meaning: An animal.\n"]
    )
    def test_other_files_grow_at_the_end(self, text: str) -> None:
        """Other files grow at the end."""
        assert with_entries(text, [NEW]) == text + NEW_LINES

    def test_after_what_is_commented_out_at_the_end(self) -> None:
        """After what is commented out at the end."""
        text = "- term: ant\n  meaning: An animal.\n# - term: bee\n#   meaning:\n"
        assert with_entries(text, [NEW]) == text + NEW_LINES

    def test_several_in_one_go(self) -> None:
        """Several in one go."""
        drafts: list[Draft] = [{"term": "zoo", "meaning": "Z."}, NEW, {"term": "apple", "meaning": "A."}]
        added = with_entries("- term: bee\n  meaning: B.\n- term: dog\n  meaning: D.\n", drafts)
        assert [line[-3:] for line in added.splitlines() if line.startswith("-")] == ["ple", "bee", "CQC", "dog", "zoo"]

    def test_blank_lines_between_entries_are_kept_up(self) -> None:
        """Blank lines between entries are kept up."""
        text = "- term: bee\n  meaning: B.\n\n- term: dog\n  meaning: D.\n\n- term: emu\n  meaning: E.\n"
        assert with_entries(text, [NEW]) == text.replace("\n- term: dog", f"\n{NEW_LINES}\n- term: dog")
        assert with_entries(text, [{"term": "fly", "meaning": "F."}]) == f"{text}\n- term: fly\n  meaning: F.\n"

    def test_dashes_that_stand_further_in(self) -> None:
        """Dashes that stand further in."""
        text = "---\n  - term: bee\n    meaning: B.\n"
        assert with_entries(text, [NEW]) == (f"{text}  - acronym: CQC\n    expansion: Care Quality Commission\n")

    def test_a_list_in_brackets_is_refused(self) -> None:
        """A list in brackets is refused."""
        with pytest.raises(GlossaryError, match="square brackets"):
            with_entries("[{term: bee, meaning: B.}]", [NEW])


class TestMeanings:
    """What is added to an entry that is there."""

    def test_the_only_meaning_becomes_the_first_of_several(self) -> None:
        """The only meaning becomes the first of several."""
        text = (
            "- acronym: ED  # ambiguous\n  expansion: emergency department\n  # About it\n  kind: service\n"
            "  see: [A&E]\n- term: x\n  meaning: y\n"
        )
        assert with_meaning(text, "ED", {"expansion": "executive director", "kind": "role"}) == (
            "- acronym: ED  # ambiguous\n  see: [A&E]\n  meanings:\n    - expansion: emergency department\n"
            "      # About it\n      kind: service\n    - expansion: executive director\n      kind: role\n"
            "- term: x\n  meaning: y\n"
        )

    @pytest.mark.parametrize("rest", ["", "  see: [A&E]\n", "# The end\n"])
    def test_one_more_of_several(self, rest: str) -> None:
        """One more of several."""
        text = "- acronym: ED\n  meanings:\n  - {expansion: emergency department}\n  - expansion: executive director\n"
        assert with_meaning(text + rest, "ED", {"expansion": "eating disorder"}) == (
            f"{text}  - expansion: eating disorder\n{rest}"
        )

    @pytest.mark.parametrize(
        "text",
        [
            "- {acronym: ED, expansion: emergency department}\n",
            "- expansion: emergency department\n  acronym: ED\n",
            "- acronym: ED\n  meanings: [{expansion: emergency department}]\n",
        ],
    )
    def test_other_ways_to_write_are_left_to_a_person(self, text: str) -> None:
        """Other ways to write are left to a person."""
        with pytest.raises(GlossaryError, match=r"^The entry 'ED' .* by hand\.$"):
            with_meaning(text, "ED", {"expansion": "eating disorder"})

    def test_an_explanation_stands_after_what_the_letters_stand_for(self) -> None:
        """An explanation stands after what the letters stand for."""
        text = "- acronym: ED\n  expansion: emergency department\n  kind: service\n"
        assert with_explanation(text, "ED", "For emergencies.") == text.replace(
            "  kind", "  meaning: For emergencies.\n  kind"
        )


class TestFile:
    """How the file is written."""

    def test_line_ends_and_a_missing_last_one(self, tmp_path: Path) -> None:
        """Line ends and a missing last one."""
        path = tmp_path / "glossary.yaml"
        path.write_bytes(b"\xef\xbb\xbf- term: caf\xc3\xa9\r\n  meaning: C.")
        editor = GlossaryEditor(path)
        editor.add([NEW])
        editor.save()
        assert path.read_bytes() == (
            b"\xef\xbb\xbf- term: caf\xc3\xa9\r\n  meaning: C.\r\n"
            b"- acronym: CQC\r\n  expansion: Care Quality Commission\r\n"
        )

    def test_a_new_file(self, tmp_path: Path) -> None:
        """A new file."""
        editor = GlossaryEditor(tmp_path / "glossary.yaml")
        editor.add([NEW])
        editor.save()
        assert [term.headword for term in read_terms(tmp_path / "glossary.yaml")] == ["CQC"]
        assert os.listdir(tmp_path) == ["glossary.yaml"]

    def test_rights_and_links_stay(self, tmp_path: Path) -> None:
        """Rights and links stay."""
        path, link = tmp_path / "glossary.yaml", tmp_path / "link.yaml"
        path.write_text("# Ours\n")
        path.chmod(0o640)
        link.symlink_to(path)
        editor = GlossaryEditor(link)
        editor.add([NEW])
        editor.save()
        assert link.is_symlink()
        assert "CQC" in path.read_text()
        assert stat.S_IMODE(path.stat().st_mode) == 0o640

    def test_what_would_lose_something_is_not_written(self, tmp_path: Path) -> None:
        """What would lose something is not written."""
        path = tmp_path / "glossary.yaml"
        path.write_text("- term: bee\n  meaning: B.\n...\n")
        editor = GlossaryEditor(path)
        editor.add([NEW])
        with pytest.raises(GlossaryError):
            editor.save()
        assert path.read_text() == "- term: bee\n  meaning: B.\n...\n"
        assert os.listdir(tmp_path) == ["glossary.yaml"]

    def test_a_glossary_that_does_not_load_is_told(self, tmp_path: Path) -> None:
        """A glossary that doesn't load is told."""
        path = tmp_path / "glossary.yaml"
        path.write_text("- term: bee\n")
        with pytest.raises(GlossaryError) as caught:
            GlossaryEditor(path)
        assert caught.value.where == f"{path}:1"

    def test_where_nothing_may_be_written(self, tmp_path: Path) -> None:
        """Where nothing may be written."""
        for path, message in (
            (built_in_folder() / "latin.yaml", "built-in"),
            (tmp_path, "folder"),
            (tmp_path / "none" / "glossary.yaml", "no such folder"),
        ):
            with pytest.raises(WriteError, match=message):
                GlossaryEditor(path)

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
    def test_a_file_that_is_read_only(self, tmp_path: Path) -> None:
        """A file that is read only."""
        path = tmp_path / "glossary.yaml"
        path.write_text("")
        path.chmod(0o444)
        with pytest.raises(WriteError, match="can’t be written"):
            GlossaryEditor(path)


@given(st.text(min_size=1).filter(lambda text: text.strip() and text.isprintable()))
def test_whatever_is_written_is_read_back(words: str) -> None:
    """Whatever is written is read back."""
    term = term_of({"acronym": words, "expansion": words, "forms": [words, "yes", "- no"]})
    words = " ".join(words.split())
    assert term.headword == words
    assert [form.text for form in term.forms] == [words, "yes", "- no"]


def test_a_wrong_draft_has_no_place() -> None:
    """A wrong draft has no place."""
    with pytest.raises(GlossaryError, match="kind") as caught:
        term_of({"term": "bee", "meaning": "B.", "kind": "animal"})
    assert caught.value.where is None
