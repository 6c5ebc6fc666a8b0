"""The public functions, and nothing beside them."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import socket
from pathlib import Path

import pytest

import plainspeak
from plainspeak.document import Span
from plainspeak.errors import GlossaryError, PlainspeakError, ReadError, UnknownNameError

PUBLIC = [
    "Acronym",
    "Checker",
    "Config",
    "Finding",
    "Glossary",
    "PlainspeakError",
    "ReadingLevel",
    "Report",
    "Severity",
    "__version__",
    "check",
    "check_file",
    "find_acronyms",
    "is_passive",
    "load_glossary",
    "reading_level",
    "sentences",
]
MODULES = sorted(
    each.name
    for each in pkgutil.walk_packages(plainspeak.__path__, "plainspeak.")
    # These two run as programs when they are imported or started.
    if not each.name.endswith(("__main__", "pdf.child"))
)
TEXT = "An ICB plans. The primary care network (PCN) met. PCNs and the NHS ate. XYZ."


def test_public_names() -> None:
    """The public names are these; each is there, and no other can be had."""
    assert plainspeak.__all__ == PUBLIC
    assert all(getattr(plainspeak, name) is not None for name in PUBLIC)
    with pytest.raises(AttributeError, match="module 'plainspeak' has no attribute 'chekc'"):
        plainspeak.chekc  # noqa: B018


@pytest.mark.parametrize("name", MODULES)
def test_modules_export_what_they_say(name: str) -> None:
    """Every module can be imported, has all names of its ``__all__``, and its docstring examples are true."""
    module = importlib.import_module(name)
    assert module.__doc__
    for public in getattr(module, "__all__", ()):
        assert hasattr(module, public)
    assert doctest.testmod(module).failed == 0


def test_package_examples_run() -> None:
    """The example in the package's docstring is true, and there is one."""
    failed, attempted = doctest.testmod(plainspeak)
    assert (failed, attempted > 0) == (0, True)


def test_check() -> None:
    """A text gives a report under the profile and name that were asked for."""
    report = plainspeak.check("The ICB met.", profile="patient-leaflet", name="leaflet")
    assert (report.name, report.profile, report.words) == ("leaflet", "patient-leaflet", 3)
    assert isinstance(report, plainspeak.Report)
    (finding,) = report.findings
    assert isinstance(finding, plainspeak.Finding)
    assert finding.severity is plainspeak.Severity.WARNING
    assert report.count_by_rule() == {"acronym-undefined": 1}


def test_check_media_types() -> None:
    """The media type says how the text is read."""
    found = {
        media_type: [finding.text for finding in plainspeak.check(text, media_type=media_type).findings]
        for media_type, text in [
            ("text/plain", "`ICB`"),
            ("text/markdown", "`ICB` *XYZ*"),
            ("text/html", "<abbr title='integrated care board'>ICB</abbr> <b>XYZ</b>"),
        ]
    }
    assert found == {"text/plain": ["ICB"], "text/markdown": ["XYZ"], "text/html": ["XYZ"]}


def test_check_file(tmp_path: Path) -> None:
    """A path may be text or a Path; what can't be read is a ReadError, which is a PlainspeakError."""
    path = tmp_path / "a.md"
    path.write_text("The **ICB** met.", encoding="utf-8")
    assert plainspeak.check_file(path) == plainspeak.check_file(str(path))
    with pytest.raises(ReadError, match="There is no such file") as caught:
        plainspeak.check_file(tmp_path / "none.md")
    assert isinstance(caught.value, plainspeak.PlainspeakError)
    assert str(caught.value).startswith(f"{tmp_path / 'none.md'}: ")


def test_wrong_names() -> None:
    """A wrong profile or media type is told with the right ones."""
    with pytest.raises(UnknownNameError, match="Did you mean 'meeting-paper'"):
        plainspeak.check("x", profile="meting-paper")
    for function in (plainspeak.check, plainspeak.find_acronyms, plainspeak.reading_level):
        with pytest.raises(UnknownNameError, match="text/plain, text/markdown, text/html"):
            function("x", media_type="text/rtf")


def test_find_acronyms() -> None:
    """Each form comes once, in the order of first use, with its words, status and number of uses."""
    found = plainspeak.find_acronyms(TEXT)
    assert [(each.form, each.expansion, each.status, each.uses) for each in found] == [
        ("ICB", "integrated care board", "undefined", 1),
        ("PCN", "primary care network", "defined", 2),
        ("NHS", "National Health Service", "everyday", 1),
        ("XYZ", None, "undefined", 1),
    ]


@pytest.mark.parametrize(
    ("text", "media_type"),
    [
        (TEXT, "text/plain"),
        (f"# Plan\r\n\r\n*Note*  {TEXT}", "text/markdown"),
        (f"<h1>Plan &amp; more</h1>\n<p>{TEXT.replace('An', '<i>A</i>n')}</p>", "text/html"),
        (f"\n\n  {TEXT.replace(' ', '  ')}", "text/plain"),
    ],
)
def test_find_acronyms_spans(text: str, media_type: str) -> None:
    """Spans are characters of the text as it was given, markup and all."""
    for each in plainspeak.find_acronyms(text, media_type=media_type):
        assert each.first_use is not None
        assert text[each.first_use.start : each.first_use.end] == each.form
        assert (each.defined_at is None) == (each.status != "defined")
        if each.defined_at is not None:
            assert text[each.defined_at.start : each.defined_at.end] == each.form
            assert text[each.defined_at.start - 1] == "("


def test_find_acronyms_plural_first() -> None:
    """The form is as first written, with its plural "s", and so are the words that the text gives for it."""
    (found,) = plainspeak.find_acronyms("Two ICBs met.")
    assert (found.form, found.first_use, found.defined_at) == ("ICBs", Span(4, 8), None)
    (found,) = plainspeak.find_acronyms("The primary care networks (PCNs) met. A PCN ate.")
    assert (found.form, found.expansion, found.uses) == ("PCNs", "primary care networks", 2)


def test_find_acronyms_late() -> None:
    """``defined_at`` is where the letters stand in the explanation."""
    text = "The XYZ met. The xylophone yard zone (XYZ) ate."
    (found,) = plainspeak.find_acronyms(text)
    assert (found.status, found.expansion, found.defined_at) == ("late", "xylophone yard zone", Span(38, 41))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("  \n ", []),
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("One\nline. Two", ["One line.", "Two"]),
        ("One\n\ntwo", ["One", "two"]),
        ("One\r\n \r\ntwo", ["One", "two"]),
        ("See Dr. Smith, e.g. at 4.30 p.m. on Monday. Go.", ["See Dr. Smith, e.g. at 4.30 p.m. on Monday.", "Go."]),
        ("“Stop.” He left.", ["“Stop.”", "He left."]),
        ("It rose by 2.5%. Why?", ["It rose by 2.5%.", "Why?"]),
    ],
)
def test_sentences(text: str, found: list[str]) -> None:
    """Full stops in abbreviations and numbers end nothing; blank lines always do."""
    assert plainspeak.sentences(text) == found


def test_reading_level() -> None:
    """A short text has no level; a harder text has a higher one, and letters are no easier than their words."""
    assert plainspeak.reading_level("Too short.").level is None
    easy = plainspeak.reading_level("The cat sat on the mat. The dog ate a bone. We had tea and a bun by the fire.")
    hard = plainspeak.reading_level(
        "Notwithstanding organisational transformation, multidisciplinary practitioners acknowledge insufficient "
        "interoperability, necessitating comprehensive reconfiguration of administrative infrastructure "
        "in all of the places that take part."
    )
    assert easy.level is not None
    assert hard.level is not None
    assert easy.level < hard.level
    assert easy.reading_age is not None
    rest = "met in the town hall to talk about the winter, and all of the people there had tea and cake."
    letters = plainspeak.reading_level(f"The ICB {rest}")
    words = plainspeak.reading_level(f"The integrated care board {rest}")
    assert letters.level == words.level


def test_load_glossary(tmp_path: Path) -> None:
    """The built-in glossary; with files, their entries come first."""
    built_in = plainspeak.load_glossary()
    term = built_in.lookup("ICB")
    assert term is not None
    assert term.meanings[0].expansion == "integrated care board"
    assert built_in.lookup("ICBs") == term
    assert built_in.lookup("icb") is None
    assert built_in.lookup("Stakeholders") == built_in.lookup("stakeholder") is not None
    path = tmp_path / "ours.yaml"
    entries = "- acronym: ICB\n  expansion: inner city bus\n- acronym: QQZ\n  expansion: quiet zone\n"
    path.write_text(entries, encoding="utf-8")
    ours = plainspeak.load_glossary([path])
    again, new = ours.lookup("ICB"), ours.lookup("QQZ")
    assert again is not None
    assert new is not None
    assert again.meanings[0].expansion == "inner city bus"
    assert new.where == f"{path}:3"
    assert ours.lookup("stakeholder") == built_in.lookup("stakeholder")
    assert built_in.lookup("QQZ") is None


def test_load_glossary_errors(tmp_path: Path) -> None:
    """A mistake is told with file and line, and a missing file with its path."""
    path = tmp_path / "ours.yaml"
    path.write_text("- acronym: QQZ\n  expansion: quiet zone\n- acronym: QQY\n  meanin: x\n", encoding="utf-8")
    with pytest.raises(GlossaryError, match="'meanin' isn't a key of this kind of entry") as caught:
        plainspeak.load_glossary([path])
    assert caught.value.where == f"{path}:4"
    with pytest.raises(GlossaryError, match="There is no such glossary file"):
        plainspeak.load_glossary([tmp_path / "none.yaml"])


def test_errors_say_where() -> None:
    """An error's text begins with its place when it has one."""
    assert str(PlainspeakError("Wrong.", where="a:1")) == "a:1: Wrong."
    assert str(PlainspeakError("Wrong.")) == "Wrong."


def test_works_offline(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Texts of all kinds, files, acronyms and reading levels need no connection."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    with pytest.raises(AssertionError, match="a socket was opened"):
        socket.socket()
    checker = plainspeak.Checker()
    text = "The ICB met. See https://example.org/ for more of the plan that we made for all of you in the town."
    for media_type, source in [
        ("text/plain", text),
        ("text/markdown", f"![x](https://example.org/a.png)\n\n{text}"),
        ("text/html", f"<link href='https://example.org/a.css'><img src='https://example.org/a.png'><p>{text}</p>"),
    ]:
        assert "ICB" in [finding.text for finding in checker.check(source, media_type=media_type).findings]
        assert plainspeak.reading_level(source, media_type=media_type).level is not None
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    assert checker.check_file(tmp_path / "a.md").findings
    assert plainspeak.load_glossary().lookup("ICB") is not None


def test_a_name_that_no_file_can_have() -> None:
    """A name with a NUL in it is an error that says so, not a fault."""
    with pytest.raises(ReadError, match="can't be the name of a file"):
        plainspeak.check_file("a\0b.txt")
