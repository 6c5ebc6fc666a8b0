"""Bad input: one plain sentence with the path and status 2, and the other files are checked all the same."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING

import pytest

from plainspeak.checker import Checker

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    from plainspeak.report import Report

    Run = Callable[..., Result]

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


def docx(document: str) -> bytes:
    """Return a Word file with this main part."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", f'<Types xmlns="{TYPES}"/>')
        package.writestr("word/document.xml", document)
    return buffer.getvalue()


def body(text: str) -> str:
    """Return a main part with one paragraph."""
    return f'<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>'


def pdf_without_text() -> bytes:
    """Return a PDF of one blank page."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    xref = b"xref\n0 4\n0000000000 65535 f \n%btrailer << /Size 4 /Root 1 0 R >>\n" % table
    return out + xref + b"startxref\n%d\n%%%%EOF" % len(out)


GOOD = docx(body("The ICB met."))


def test_a_good_word_file(folder: Path, run: Run) -> None:
    """The Word file that the bad ones are made from can be checked."""
    (folder / "good.docx").write_bytes(GOOD)
    result = run("check", "good.docx")
    assert result.exit_code == 1
    assert "good.docx: paragraph 1: warning: “ICB” isn’t explained" in result.output


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.docx", b"", "This file is empty."),
        ("locked.docx", OLE2 + "EncryptedPackage".encode("utf-16-le"), "This file is protected with a password."),
        ("cut.docx", GOOD[: len(GOOD) // 2], "This file is damaged"),
        ("xml.docx", docx("<w:document"), "damaged"),
        ("bomb.docx", docx(body("a" * 20_000_000)), "This file grows far too large when it is unpacked"),
        ("other.docx", b"Just text.", "This is not a file that Word saves"),
        ("old.doc", OLE2 + "WordDocument".encode("utf-16-le"), "This is an old .doc file."),
        ("sums.xlsx", b"PK\x03\x04", "This file is damaged"),
        ("slides.pptx", b"PK\x03\x04", "This file is damaged"),
        ("text.odt", b"PK\x03\x04", "This file is damaged"),
        ("slides.odp", b"PK\x03\x04", "This file is damaged"),
        ("old.ppt", b"", "This is an old .ppt file. Open it in PowerPoint"),
        ("old.xls", b"", "This is an old .xls file. Open it in Excel"),
        ("letter.rtf", b"{\\rtf1", "RTF files aren't read. Open it in Word"),
        ("message.msg", OLE2, "Outlook messages aren't read."),
        ("garbage.pdf", b"%PDF-1.4\ngarbage", "This is not a PDF that plainspeak can read."),
        ("scan.pdf", pdf_without_text(), "There is no text in this file. If it is a scan, ask for the original."),
        ("nul.txt", b"The ICB\x00met.", "This is not a text file."),
        ("blank.txt", b" \n ", "There is no text in this file."),
        ("picture.png", b"\x89PNG\r\n\x1a\n\x00", "This isn't a format that is read."),
    ],
)
def test_bad_files(folder: Path, run: Run, name: str, data: bytes, said: str) -> None:
    """The error is one line with the file's path, in whole sentences, and the next file is reported."""
    (folder / name).write_bytes(data)
    (folder / "good.txt").write_text("The ICB met.", encoding="utf-8")
    result = run("check", name, "good.txt")
    assert result.exit_code == 2
    (line,) = [each for each in result.output.split("\n") if ": error: " in each]
    assert line.startswith(f"{name}: error: ")
    assert said in line
    assert line.endswith(".")
    assert "good.txt:1:5: warning" in result.output


@pytest.mark.parametrize("fault", [ValueError, KeyError, RecursionError, AssertionError])
def test_a_fault_of_ours(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch, fault: type[Exception]) -> None:
    """An unexpected exception in one file is one line that names its kind and no more; the other files go on."""
    for name in ("a.txt", "b.txt", "c.txt"):
        (folder / name).write_text("The ICB met.", encoding="utf-8")
    check_file = Checker.check_file

    def check(self: Checker, path: str) -> Report:
        if path == "b.txt":
            raise fault("inner words")
        return check_file(self, path)

    monkeypatch.setattr(Checker, "check_file", check)
    result = run("check", "a.txt", "b.txt", "c.txt")
    assert result.exit_code == 2
    (line,) = [each for each in result.output.split("\n") if ": error: " in each]
    said = f"Something went wrong inside plainspeak ({fault.__name__}). Please tell us about this file."
    assert line == f"b.txt: error: {said}"
    assert "inner words" not in result.output
    assert [each for each in ("a.txt", "b.txt", "c.txt") if f"{each}:1:5: warning" in result.output] == [
        "a.txt",
        "c.txt",
    ]
    data = json.loads(run("check", "--format", "json", "a.txt", "b.txt", "c.txt").stdout)
    assert [each["path"] for each in data["documents"]] == ["a.txt", "c.txt"]
    assert data["errors"] == [{"path": "b.txt", "message": said}]


def test_a_fault_of_ours_in_a_baseline(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The baseline holds the other files, and the status is 2."""
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text("The ICB met.", encoding="utf-8")
    check_file = Checker.check_file

    def check(self: Checker, path: str) -> Report:
        if path == "b.txt":
            raise ValueError
        return check_file(self, path)

    monkeypatch.setattr(Checker, "check_file", check)
    result = run("baseline", "a.txt", "b.txt", "-o", "known.json")
    assert result.exit_code == 2
    assert "known.json: 1 finding in 1 file, known from now on." in result.output
    assert "b.txt: error: Something went wrong inside plainspeak (ValueError)." in result.output
    assert list(json.loads((folder / "known.json").read_text(encoding="utf-8"))["documents"]) == ["a.txt"]


def test_a_file_over_the_limit(folder: Path, run: Run) -> None:
    """A file that is too large is refused by its size, unread."""
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(101 * 2**20)
    result = run("check", "huge.txt")
    assert result.exit_code == 2
    said = "This file is 101 MB; the most that is read is 100 MB. Split it into parts."
    assert result.output == f"huge.txt: error: {said}\n"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("none.txt", "none.txt: error: There is no such file. Check the name and the folder."),
        ("good.txt/a.txt", "good.txt/a.txt: error: This file can't be opened (Not a directory)."),
        ("x" * 300, f"{'x' * 300}: error: This file can't be opened (File name too long)."),
        ("*.docx", "*.docx: error: No file matches this pattern. Check the name and the folder."),
        ("empty", "empty: error: This folder holds no file that is read (.docm, .docx, .eml,"),
    ],
)
def test_bad_paths(folder: Path, run: Run, path: str, said: str) -> None:
    """A path that stands for nothing is told as it was typed."""
    (folder / "empty").mkdir()
    (folder / "good.txt").write_text("All is well.", encoding="utf-8")
    result = run("check", path, "good.txt")
    assert result.exit_code == 2
    assert said in result.output
    assert "good.txt: Nothing to put right in 3 words." in result.output


def test_a_folder_named_like_a_paper(folder: Path, run: Run) -> None:
    """A folder whose name ends in .docx is a folder."""
    (folder / "a.docx").mkdir()
    assert "a.docx: error: This folder holds no file" in run("check", "a.docx").output


def test_every_bad_file_is_told(folder: Path, run: Run) -> None:
    """Errors of different kinds stand side by side, one line each, an empty file's too."""
    (folder / "blank.txt").touch()
    (folder / "nul.txt").write_bytes(b"\x00")
    result = run("check", "none.txt", "blank.txt", "nul.txt")
    errors = [line.split(":")[0] for line in result.output.split("\n") if ": error: " in line]
    assert sorted(errors) == ["blank.txt", "none.txt", "nul.txt"]


def test_unknown_encoding(folder: Path, run: Run) -> None:
    """A file that isn't UTF-8 is read as Windows text, with a note that says so."""
    (folder / "a.txt").write_bytes(b"The caf\xe9 met the ICB.")
    result = run("check", "a.txt")
    assert result.exit_code == 1
    assert "a.txt: the text: note: The file does not say how its letters are stored" in result.output
    assert "“ICB” isn’t explained" in result.output


@pytest.mark.parametrize(
    ("text", "where", "said"),
    [
        ("rules: {jargn: off}", "plainspeak.yaml:1", "Did you mean 'jargon'?"),
        ("a: 1\nb: [", "plainspeak.yaml:2", "This isn't valid YAML"),
        ("baseline: none.json", "none.json", "There is no such baseline."),
    ],
)
def test_bad_configuration(folder: Path, run: Run, text: str, where: str, said: str) -> None:
    """A wrong configuration, or what it names, stops the run with one line that says where."""
    (folder / "plainspeak.yaml").write_text(text, encoding="utf-8")
    (folder / "ours.yaml").write_text("- acronym: QQZ\n  expnsion: quick quiet zone\n", encoding="utf-8")
    (folder / "a.txt").write_text("The ICB met.", encoding="utf-8")
    result = run("check", "a.txt")
    assert result.exit_code == 2
    (line,) = result.output.strip().split("\n")
    assert line.startswith(f"{folder.resolve() / where}: error: ")
    assert said in line


@pytest.mark.parametrize(
    ("name", "where", "said"),
    [
        ("ours.yaml", "ours.yaml:2", "'expnsion' isn't a key of this kind of entry"),
        ("none.yaml", "none.yaml", "There is no such glossary file."),
    ],
)
def test_a_bad_glossary_stops_no_check(folder: Path, run: Run, name: str, where: str, said: str) -> None:
    """A wrong glossary is one line and exit status 2; papers are checked with the built-in and the sound ones."""
    (folder / "plainspeak.yaml").write_text(f"glossaries: [{name}, good.yaml]", encoding="utf-8")
    (folder / "ours.yaml").write_text("- acronym: QQZ\n  expnsion: quick quiet zone\n", encoding="utf-8")
    (folder / "good.yaml").write_text("- acronym: XQZ\n  expansion: extra quiet zone\n", encoding="utf-8")
    (folder / "a.txt").write_text("The ICB met. The XQZ ate.", encoding="utf-8")
    result = run("check", "a.txt")
    assert result.exit_code == 2
    errors = [line for line in result.output.splitlines() if ": error: " in line]
    assert len(errors) == 1
    assert errors[0].startswith(f"{folder.resolve() / where}: error: ")
    assert said in errors[0]
    assert "“integrated care board”" in result.output
    assert "“extra quiet zone”" in result.output


def test_a_baseline_that_cannot_be_written(folder: Path, run: Run) -> None:
    """The error names the file, and nothing is left behind."""
    (folder / "a.txt").write_text("The ICB met.", encoding="utf-8")
    (folder / "taken").mkdir()
    missing = run("baseline", "a.txt", "-o", "none/known.json")
    taken = run("baseline", "a.txt", "-o", "taken")
    assert missing.exit_code == taken.exit_code == 2
    assert "none/known.json: error: The baseline can't be written here (No such file or directory)." in missing.output
    assert "taken: error: The baseline can't be written here (Is a directory)." in taken.output
    assert sorted(path.name for path in folder.iterdir()) == ["a.txt", "taken"]


def test_a_baseline_of_bad_files(folder: Path, run: Run) -> None:
    """What can be read goes into the baseline; what can't makes the status 2."""
    (folder / "a.txt").write_text("The ICB met.", encoding="utf-8")
    result = run("baseline", "a.txt", "none.txt", "-o", "known.json")
    assert result.exit_code == 2
    assert "none.txt: error: There is no such file." in result.output
    assert run("check", "--baseline", "known.json", "a.txt").exit_code == 0


def test_inputs_are_never_changed(folder: Path, run: Run) -> None:
    """Neither a good nor a bad file is touched, and no other file appears."""
    files = {"a.docx": GOOD, "b.txt": b"The ICB met.", "c.docx": GOOD[:50]}
    for name, data in files.items():
        (folder / name).write_bytes(data)
    run("check", ".")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == files
