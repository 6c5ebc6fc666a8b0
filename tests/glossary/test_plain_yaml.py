"""A glossary is lists, keys and text; whatever else YAML can do is told by its line, and soon."""

from __future__ import annotations

from pathlib import Path

import pytest

from plainspeak.errors import GlossaryError
from plainspeak.glossary import read_terms
from plainspeak.glossary.loader import parse_terms

LAUGHS = "- &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n" + "".join(
    f"- &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
)

ODD = [
    (LAUGHS, 1, "A glossary has no references. Put quotes round text that begins with & or *."),
    ("- term: x\n  meaning: *important\n", 2, "has no references"),
    ("- &a [*a]\n", 1, "has no references"),
    ("- &a {term: x}\n- <<: *a\n  meaning: y\n", 1, "has no references"),
    ("- " * 20_000 + "x\n", 1, "Too many lists stand in each other here."),
    ("[" * 20_000, 1, "Too many lists stand in each other here."),
    ("- term: x\n  meaning: !!int abc\n", 2, "A glossary has no tags."),
    ("- term: x\n  meaning: !!timestamp 2026-99-99\n", 2, "A glossary has no tags."),
    ("- term: x\n  meaning: y\n  meaning: z\n", 3, "'meaning' stands here twice. Keep one of the two."),
    ("- acronym: X\n  meanings:\n  - expansion: y\n    expansion: z\n", 4, "'expansion' stands here twice."),
    (f"- term: x\n  meaning: {'long ' * 3000}\n", 2, "This text has 14,999 characters. A sentence or two are enough."),
    ('- term: x\n  meaning: "\\e[31mred"\n', 2, "This text has a character that can’t be seen."),
    ("- term: bed\u202ehuddle\n  meaning: y\n", 1, "This text has a character that can’t be seen."),
    ("# A note.\n- term: a\x07b\n  meaning: y\n", 2, "It has a character that can’t be seen. Write that line anew."),
    ("- term: x\n\tmeaning: y\n", 2, "Use spaces, not tabs, at the beginning of a line."),
    ("- term: x\n  meaning: @y\n", 2, "put quotes round text that begins with %, @ or a backtick."),
    ('- term: "x\n  meaning: y\n', 3, "Close each quotation mark and each bracket."),
    ("- term: x\n  meaning: y\n---\n- term: z\n  meaning: y\n", 3, "Take out the line '---'."),
    ("- term: x\n  meaning: true\n", 2, "'meaning': Write text here, and put quotes round a word such as true."),
    ("- acronym: X\n  meanings: [y]\n", 2, "'meanings': Write 'key: value' lines here."),
]


@pytest.mark.parametrize(("text", "line", "message"), ODD)
def test_what_no_glossary_needs_is_refused_with_its_line(text: str, line: int, message: str) -> None:
    """Say which line it is and what to write, and neither fill the memory nor end in a traceback."""
    with pytest.raises(GlossaryError) as caught:
        list(parse_terms(text, "words.yaml"))
    assert caught.value.where == f"words.yaml:{line}"
    assert message in caught.value.message


@pytest.mark.parametrize("written", ["3.10", "010", "1_000", "1:30:00", "0x1F", "1e3", "9" * 5000, ".nan"])
def test_a_number_is_text_as_it_is_written(written: str) -> None:
    """Keep "3.10" from becoming 3.1, and a very long number from stopping everything."""
    (term,) = parse_terms(f"- term: x\n  meaning: {written}\n", "words.yaml")
    assert term.meanings[0].text == written


def test_a_name_is_one_line() -> None:
    """Let no line end in a name break the lists of words that are made for other tools."""
    term, letters = parse_terms('- term: "bed\\nhuddle"\n  meaning: y\n- acronym: "A\\n B"\n  expansion: a b\n', "x")
    assert (term.headword, letters.acronym) == ("bed huddle", "A B")


def test_other_scripts_keep_their_joiners() -> None:
    """Leave alone what Arabic and Persian need to be written right."""
    (term,) = parse_terms("- term: می\u200cخواهم\u200f\n  meaning: I want.\n", "x")
    assert term.headword == "می\u200cخواهم\u200f"


def test_a_file_that_is_no_utf_8_is_told_by_line(tmp_path: Path) -> None:
    """Count up to the line with the byte that is wrong."""
    path = tmp_path / "words.yaml"
    path.write_bytes("- term: x\n  meaning: café\n".encode("cp1252"))
    with pytest.raises(GlossaryError) as caught:
        read_terms(path)
    assert caught.value.where == f"{path}:2"


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    """Say how large a glossary can be."""
    path = tmp_path / "words.yaml"
    with path.open("wb") as file:
        file.truncate(20_000_001)
    with pytest.raises(GlossaryError, match="over 20 MB"):
        read_terms(path)
