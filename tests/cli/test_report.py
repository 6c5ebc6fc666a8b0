"""``plainspeak report``: where the page goes, what is said, and what is never written over."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]

SAID = "Readers from outside meet an unexplained acronym or term once in every 3 words: start with the acronyms."


@pytest.fixture
def paper(folder: Path) -> Path:
    """A paper with letters that nothing explains."""
    path = folder / "papers" / "paper.txt"
    path.parent.mkdir()
    path.write_text("The QZX met.", encoding="utf-8")
    return path


def names(folder: Path) -> list[str]:
    """Return the files in a folder and below."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_one_paper_has_its_report_beside_it(run: Run, paper: Path) -> None:
    """The verdict is said, and where the page is."""
    result = run("report", "papers/paper.txt")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        f"papers/paper.txt: {SAID}",
        "papers/paper-report.html: the report. Open it in a web browser.",
    ]
    assert (paper.parent / "paper-report.html").read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("arguments", "page"),
    [
        (["papers"], "papers-report.html"),
        (["papers/*.txt"], "plainspeak-report.html"),
        (["papers/paper.txt", "gone.docx"], "plainspeak-report.html"),
        (["papers", "-o", "x.html"], "x.html"),
        (["papers", "-o", "x.HTM"], "x.HTM"),
        (["papers", "-o", "new"], "new/index.html"),
        (["papers", "-o", "2026.10"], "2026.10/index.html"),
        (["papers", "-o", "papers"], "papers/index.html"),
    ],
)
def test_where_the_page_goes(run: Run, paper: Path, arguments: list[str], page: str) -> None:
    """Beside one paper or folder, else here; a name without .html is a folder."""
    run("report", *arguments)
    assert names(paper.parents[1]) == sorted([page, "papers/paper.txt"])


def test_standard_input(run: Run, folder: Path) -> None:
    """It has no place beside it."""
    assert run("report", "-", stdin=b"The QZX met.").stdout.startswith(f"<stdin>: {SAID}")
    assert names(folder) == ["plainspeak-report.html"]


def test_several_papers_in_a_folder(run: Run, paper: Path) -> None:
    """A page for all, which is the one to open, and one for each."""
    (paper.parent / "Other one.md").write_text("# Plain\n\nWe met.", encoding="utf-8")
    result = run("report", "papers", "-o", "out")
    assert result.stdout.splitlines()[-1] == "out/index.html: the report. Open it in a web browser."
    assert names(paper.parents[1] / "out") == ["index.html", "other-one.html", "paper.html"]


def test_a_paper_that_cannot_be_read(run: Run, paper: Path) -> None:
    """It is told on standard error and on the page, and the others have their report."""
    (paper.parent / "scan.txt").write_text("\n", encoding="utf-8")
    result = run("report", "papers/paper.txt", "gone.docx", "papers/scan.txt", "-o", "x.html")
    assert result.exit_code == 2
    assert [line.split(": ")[0] for line in result.stderr.splitlines()] == ["gone.docx", "papers/scan.txt"]
    page = (paper.parents[1] / "x.html").read_text(encoding="utf-8")
    assert "<strong>gone.docx</strong>: There is no such file." in page
    assert "<strong>scan.txt</strong>: There is no text in this file." in page


def test_only_papers_that_cannot_be_read(run: Run, folder: Path) -> None:
    """No page is written."""
    result = run("report", "gone.docx")
    assert (result.exit_code, result.stdout, names(folder)) == (2, "", [])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-o", "x.docx"], "x.docx: error: A report is a web page. End its name in .html, or name a folder."),
        (["-o", "gone/x.html"], "gone/x.html: error: This can\u2019t be written (No such file or directory)."),
        (["-o", "gone/x"], "gone/x: error: This can\u2019t be written (No such file or directory)."),
        (["--profile", "leaflet"], "error: There is no profile 'leaflet'. Did you mean 'patient-leaflet'?"),
        (["--config", "x.yaml"], "x.yaml: error: There is no such configuration file. Check the path."),
    ],
)
def test_what_cannot_be_written(run: Run, paper: Path, arguments: list[str], said: str) -> None:
    """One sentence says what to do, and nothing is written."""
    result = run("report", "papers", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert names(paper.parents[1]) == ["papers/paper.txt"]


@pytest.mark.parametrize(("output", "page"), [("x.html", "x.html"), ("out", "out/index.html")])
def test_nothing_is_written_over(run: Run, paper: Path, output: str, page: str) -> None:
    """A page that is there stays until somebody says otherwise; other files of its folder stay in any case."""
    kept = paper.parents[1] / page
    kept.parent.mkdir(exist_ok=True)
    kept.write_text("Mine.", encoding="utf-8")
    (kept.parent / "notes.txt").write_text("Mine too.", encoding="utf-8")
    result = run("report", "papers", "-o", output)
    assert (result.exit_code, kept.read_text(encoding="utf-8")) == (2, "Mine.")
    assert f"{page}: error: " in result.stderr
    assert "--force" in result.stderr
    assert run("report", "papers", "-o", output, "--force").exit_code == 0
    assert kept.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert (kept.parent / "notes.txt").read_text(encoding="utf-8") == "Mine too."


@pytest.mark.parametrize(("output", "name"), [("papers/a.html", "a.html"), ("papers", "index.html")])
def test_a_paper_is_never_written_over(run: Run, paper: Path, output: str, name: str) -> None:
    """Not even by force, and not in a folder either."""
    other = paper.parent / name
    other.write_text("<p>The QZX met.", encoding="utf-8")
    result = run("report", "papers", "-o", output, "--force")
    assert (result.exit_code, other.read_text(encoding="utf-8")) == (2, "<p>The QZX met.")
    assert "This is one of the papers" in result.stderr


def test_a_report_is_no_paper(run: Run, paper: Path) -> None:
    """A report that lies among the papers is passed over when they are looked at again."""
    assert run("report", "papers/paper.txt").exit_code == 0
    assert (paper.parent / "paper-report.html").exists()
    again = run("report", "papers", "-o", "x.html")
    assert [line.split(": ")[0] for line in again.stdout.splitlines()] == ["papers/paper.txt", "x.html"]
    told = "papers/paper-report.html: left out, since it is a report and no paper.\n"
    assert again.stderr == told
    checked = run("check", "--format", "json", "papers")
    assert [each["path"] for each in json.loads(checked.stdout)["documents"]] == ["papers/paper.txt"]
    assert checked.stderr == told
    assert run("report", "papers", "-o", "papers/paper-report.html", "--force").exit_code == 0


def test_profile_settings_and_glossary(run: Run, paper: Path) -> None:
    """The profile is on the page, the card follows the settings, and an organisation's words are explained."""
    root = paper.parents[1]
    (root / "own.yaml").write_text("- {acronym: QZX, expansion: quiet zone, meaning: No noise.}\n", encoding="utf-8")
    settings = "glossaries: [own.yaml]\nreport-card: {acronyms: {amber: 1, red: 1}}\n"
    (root / "plainspeak.yaml").write_text(settings, encoding="utf-8")
    assert run("report", "papers", "--profile", "patient-leaflet", "-o", "x.html").exit_code == 0
    page = (root / "x.html").read_text(encoding="utf-8")
    assert "the profile \u201cpatient-leaflet\u201d" in page
    assert "red at 1 in 1,000" in page
    assert "quiet zone" in page


def test_papers_that_the_settings_leave_out(run: Run, paper: Path) -> None:
    """Nothing is written where nothing is left, and that is no mistake."""
    (paper.parents[1] / "plainspeak.yaml").write_text("ignore: [papers]\n", encoding="utf-8")
    result = run("report", "papers")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "papers/paper.txt: left out, as the configuration says." in result.stderr
    assert not (paper.parents[1] / "papers-report.html").exists()


def test_a_folder_with_reports_only(run: Run, paper: Path) -> None:
    """There is nothing to read in it."""
    run("report", "papers")
    paper.unlink()
    (paper.parents[1] / "papers-report.html").rename(paper.parent / "old.html")
    result = run("report", "papers")
    assert result.exit_code == 2
    assert "error: There was nothing to read, so no report is written." in result.stderr


def test_a_pack_names_the_papers_that_are_not_read(run: Run, paper: Path) -> None:
    """Also those whose format is none of ours."""
    (paper.parent / "old.doc").write_bytes(b"?")
    result = run("report", "papers", "-o", "x.html")
    assert (result.exit_code, "old.doc: not read." in result.stderr) == (0, True)
    page = (paper.parent.parent / "x.html").read_text(encoding="utf-8")
    assert "old.doc" in page
    assert "This is an old .doc file." in page


def test_an_earlier_report_is_written_anew(run: Run, paper: Path) -> None:
    """A page that we made holds nothing of anybody's; any other stays."""
    for arguments in (["papers/paper.txt"], ["papers", "-o", "pages"]):
        assert run("report", *arguments).exit_code == 0
        assert run("report", *arguments).exit_code == 0
    page = paper.parent / "paper-report.html"
    page.write_text("mine", encoding="utf-8")
    assert run("report", "papers/paper.txt").exit_code == 2
    assert page.read_text(encoding="utf-8") == "mine"
