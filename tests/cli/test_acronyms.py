"""``plainspeak acronyms``: the table of every acronym, for people, spreadsheets and programs."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]

PAPER = """\
The NHS and the XKQ met. The zebra quota (ZQ) is three. We asked the QZH.

The Quiet Zebra House came. The XKQ left. The cat plan (CP) and the cow path (CP) are new.

The LA met. The late zebra eater (LZE) is named after the first LZE.

We met the WQV. The wide quiet valley (WQV) is far.
"""


@pytest.fixture
def paper(folder: Path) -> Path:
    """A paper with acronyms of every status."""
    path = folder / "paper.txt"
    path.write_text(PAPER, encoding="utf-8")
    return path


def test_the_list_has_what_needs_work_first(run: Run, paper: Path) -> None:
    """Each status has its heading, in the order in which it needs work; each acronym its words, uses and place."""
    result = run("acronyms", paper.name)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "paper.txt: 8 acronyms, 5 of them to see to."
    headings = [line.strip() for line in lines if line.startswith("  ") and not line.startswith("    ")]
    assert headings == [
        "Not explained (3)",
        "Explained in two ways (1)",
        "Explained after the first use (1)",
        "Explained (2)",
        "Known to everyone (1)",
    ]
    assert "    XKQ  2 times  not in the glossary  line 1" in lines
    assert "    QZH   1 time  perhaps Quiet Zebra House  line 1" in lines
    assert "    LA    1 time  perhaps local authority or local anaesthetic  line 5" in lines
    assert "    CP  2 times  cat plan or cow path  line 3" in lines
    assert "    WQV  2 times  wide quiet valley  line 7" in lines
    assert "    NHS  1 time  National Health Service  line 1" in lines


def test_words_of_a_loud_heading_are_shown_in_small_letters(run: Run, folder: Path) -> None:
    """A heading in capitals may hold the words; the list doesn't shout."""
    (folder / "loud.txt").write_text("KEY PERFORMANCE INDICATORS\n\nWe met each KPI.\n", encoding="utf-8")
    assert "    KPI  1 time  perhaps key performance indicators  line 3" in run("acronyms", "loud.txt").stdout


def test_the_table_for_a_spreadsheet(run: Run, paper: Path) -> None:
    """A row for each acronym, in the order of first use, says who knows what it stands for."""
    result = run("acronyms", paper.name, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert [row["acronym"] for row in rows] == ["NHS", "XKQ", "ZQ", "QZH", "CP", "LA", "LZE", "WQV"]
    told = {row["acronym"]: (row["status"], row["who says so"], row["uses"]) for row in rows}
    assert told["XKQ"] == ("not explained", "", "2")
    assert told["ZQ"] == ("explained", "the paper", "1")
    assert told["QZH"] == ("not explained", "the paper, but not beside the letters", "1")
    assert told["LA"] == ("not explained", "the glossary", "1")


def test_the_data_for_programs(run: Run, paper: Path) -> None:
    """The report for programs, without findings."""
    (document,) = json.loads(run("acronyms", paper.name, "--format", "json").stdout)["documents"]
    assert document["findings"] == []
    assert {each["form"]: each["status"] for each in document["acronyms"]} == {
        "NHS": "everyday",
        "XKQ": "undefined",
        "ZQ": "defined",
        "QZH": "undefined",
        "CP": "conflicting",
        "LA": "undefined",
        "LZE": "defined",
        "WQV": "late",
    }


def test_each_paper_of_a_pack_is_read_by_itself(run: Run, paper: Path) -> None:
    """What one paper explains doesn't count for another; the end says where they differ."""
    (paper.parent / "other.txt").write_text("The ZQ grew.", encoding="utf-8")
    result = run("acronyms", ".")
    assert "other.txt: 1 acronym, 1 of them to see to." in result.stdout
    assert result.stdout.splitlines()[-2:] == [
        "Explained in one paper, and not in another:",
        "    ZQ: not in other.txt",
    ]


def test_a_file_without_acronyms(run: Run, folder: Path) -> None:
    """Say that there are none."""
    (folder / "plain.txt").write_text("All is well.", encoding="utf-8")
    assert run("acronyms", "plain.txt").stdout == "plain.txt: no acronyms.\n\n"


@pytest.mark.parametrize("form", ["text", "csv", "json"])
def test_the_table_can_go_to_a_file(run: Run, paper: Path, form: str) -> None:
    """A file gets what the terminal would show, and is never written over without a word."""
    shown = run("acronyms", paper.name, "--format", form).stdout
    assert run("acronyms", paper.name, "--format", form, "-o", "table").stdout == ""
    written = (paper.parent / "table").read_text(encoding="utf-8-sig")
    assert written.split() == shown.split()
    assert run("acronyms", paper.name, "-o", "table").exit_code == 2
    assert run("acronyms", paper.name, "-o", "table", "--force").exit_code == 0


def test_bad_files_do_not_stop_the_others(run: Run, paper: Path) -> None:
    """What can't be read is an error at the end, and the exit status is 2."""
    (paper.parent / "bad.docx").write_bytes(b"PK\x03\x04 no file")
    result = run("acronyms", "bad.docx", paper.name)
    assert result.exit_code == 2
    assert "bad.docx: error:" in result.stderr
    assert "paper.txt: 8 acronyms" in result.stdout
    assert run("acronyms", "gone.txt").exit_code == 2
    assert json.loads(run("acronyms", "gone.txt", "--format", "json").stdout)["errors"]


def test_the_paper_is_never_written_over(run: Run, paper: Path) -> None:
    """Even --force keeps the paper."""
    assert run("acronyms", paper.name, "-o", paper.name, "--force").exit_code == 2
    assert paper.read_text(encoding="utf-8") == PAPER
