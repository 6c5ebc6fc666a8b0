"""What a writer has done by command."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol import types

from .editors import Start, codes

pytestmark = pytest.mark.asyncio
TEXT = "The QZE will utilise it with stakeholders. The ICB met.\n"


async def test_the_score_of_a_text(start: Start) -> None:
    """In sentences, and what to do first."""
    editor = await start()
    answer = await editor.command("score", uri=editor.open("paper.md", TEXT))
    assert answer["lines"][0] == "4 things to look at in 10 words."
    assert answer["firstThings"][0] == "Spell out these 2 acronyms: QZE, ICB."
    assert answer["unexplained"] == 3


async def test_the_words_used_in_a_text(start: Start) -> None:
    """With what still has to be explained."""
    editor = await start()
    answer = await editor.command("jargonBuster", uri=editor.open("paper.md", TEXT))
    assert answer["markdown"].startswith("# Words used")
    assert "integrated care board" in answer["markdown"].lower()
    assert answer["unexplained"] == ["QZE"]


async def test_the_report_on_a_text(start: Start) -> None:
    """A whole page that fetches nothing."""
    editor = await start()
    answer = await editor.command("report", uri=editor.open("paper.md", TEXT))
    assert answer["html"].startswith("<!doctype html>")
    assert "default-src" in answer["html"]


async def test_ignoring_a_rule_in_a_project(start: Start, tmp_path: Path) -> None:
    """The reason stands in the configuration; what was there stays."""
    config = tmp_path / "plainspeak.yaml"
    config.write_text("# Ours.\nprofile: public-document\n", encoding="utf-8")
    editor = await start()
    uri = editor.open("paper.md", TEXT)
    assert "wordy-phrase" in codes(await editor.marks(uri))
    answer = await editor.command("ignoreInProject", uri=uri, rule="wordy-phrase", reason="minutes: word for word")
    assert answer["uri"] == config.as_uri()
    assert config.read_text(encoding="utf-8") == (
        "# Ours.\nprofile: public-document\nignore:\n"
        '  - {path: "**", rules: [wordy-phrase], reason: "minutes: word for word"}\n'
    )
    assert "wordy-phrase" not in codes(await editor.marks(uri))


async def test_ignoring_a_rule_in_a_text(start: Start) -> None:
    """The editor makes the change, with the reason if there is one."""
    editor = await start()
    uri = editor.open("paper.md", "We saw it.\n\nWe utilise it.\n")
    await editor.marks(uri)
    given = {"uri": uri, "rule": "wordy-phrase", "at": {"line": 2, "character": 5}}
    await editor.command("ignoreHere", **given, reason=" the words of the Act ")
    await editor.command("ignoreInFile", uri=uri, rule="wordy-phrase")
    assert [_written(change) for change in editor.changes] == [
        (1, 2, "<!-- plainspeak-ignore wordy-phrase: the words of the Act -->\n"),
        (1, 0, "<!-- plainspeak-ignore-file wordy-phrase -->\n\n"),
    ]


async def test_a_text_that_has_changed_is_left_alone(start: Start) -> None:
    """Nothing is asked of the editor where there is nothing any more, and what it refuses is told."""
    editor = await start()
    uri = editor.open("paper.md", "We saw it.\n\nWe utilise it.\n")
    await editor.marks(uri)
    gone = await editor.command("ignoreHere", uri=uri, rule="wordy-phrase", at={"line": 0, "character": 1})
    assert gone == {"failed": True, "message": "The text has changed meanwhile. Please choose again."}
    assert not editor.changes
    editor.takes_changes = False
    assert await editor.command("ignoreInFile", uri=uri, rule="wordy-phrase") == gone


def _written(change: types.ApplyWorkspaceEditParams) -> tuple[int | None, int, str]:
    """The version, the line and the text of a change."""
    (document,) = change.edit.document_changes or ()
    assert isinstance(document, types.TextDocumentEdit)
    (edit,) = document.edits
    assert isinstance(edit, types.TextEdit)
    return document.text_document.version, edit.range.start.line, edit.new_text


async def test_letters_go_into_a_new_glossary(start: Start, tmp_path: Path) -> None:
    """Which is made, named in the configuration, and counts at once."""
    editor = await start()
    uri = editor.open("paper.md", TEXT)
    await editor.marks(uri)
    entry = {"term": "QZE", "letters": True, "expansion": "quiet zone exchange", "meaning": "A place to swap books."}
    answer = await editor.command("addToGlossary", uri=uri, layer="project", **entry)
    assert answer == {
        "message": "\u201cQZE\u201d is in the project\u2019s glossary now.",
        "uri": (tmp_path / "glossary.yaml").as_uri(),
        "line": 0,
    }
    assert (tmp_path / "plainspeak.yaml").read_text(encoding="utf-8") == "glossaries:\n  - glossary.yaml\n"
    assert "quiet zone exchange" in (await editor.marks(uri))[0].message
    again = await editor.command("addToGlossary", uri=uri, layer="project", **entry)
    assert again["failed"] is True
    assert "is here already" in again["message"]


async def test_a_term_goes_into_the_glossary_of_the_organisation(start: Start, tmp_path: Path) -> None:
    """If there is one."""
    editor = await start()
    uri = editor.open("paper.md", "The quiet hour begins.\n")
    entry = {"uri": uri, "layer": "organisation", "term": "quiet hour", "meaning": "An hour without visitors."}
    assert "No organisation\u2019s glossary is set up." in (await editor.command("addToGlossary", **entry))["message"]
    (tmp_path / "plainspeak.yaml").write_text("glossaries:\n  - organisation: shared.yaml\n", encoding="utf-8")
    (tmp_path / "shared.yaml").write_text("# Shared.\n- acronym: QZF\n  expansion: quiet zone fee\n", encoding="utf-8")
    await editor.command("reload")
    answer = await editor.command("addToGlossary", **entry)
    assert answer["uri"] == (tmp_path / "shared.yaml").as_uri()
    lines = (tmp_path / "shared.yaml").read_text(encoding="utf-8").splitlines()
    assert lines[answer["line"]] == "- term: quiet hour"
    assert codes(await editor.marks(uri)) == ["jargon"]


async def test_an_entry_that_lacks_something_is_refused_in_a_sentence(start: Start, tmp_path: Path) -> None:
    """And nothing is written."""
    editor = await start()
    uri = editor.open("paper.md", TEXT)
    for entry in ({"term": "QZE", "letters": True}, {"term": "quiet hour"}):
        answer = await editor.command("addToGlossary", uri=uri, layer="project", **entry)
        assert answer["failed"] is True
    assert not list(tmp_path.iterdir())


async def test_a_check_of_all_texts_of_a_folder(start: Start, tmp_path: Path) -> None:
    """With how far it is; those that aren't open are marked too, and what can't be read is named."""
    for name in ("one.md", "two.txt", "deep/three.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("We utilise it.\n", encoding="utf-8")
    (tmp_path / "four.txt").write_bytes(b"\xff\xfe\xff not text \x00")
    (tmp_path / "other.py").write_text("utilise = 1\n", encoding="utf-8")
    editor = await start()
    uri = editor.open("one.md", "We use it.\n")
    answer = await editor.command("checkWorkspace")
    assert answer == {
        "files": 3,
        "findings": 3,
        "message": "3 things to look at in 3 files. Not read: four.txt.",
    }
    assert codes(editor.client.diagnostics[editor.uri("two.txt")]) == ["wordy-phrase"]
    assert codes(editor.client.diagnostics[editor.uri("deep/three.html")]) == ["wordy-phrase"]
    assert uri not in editor.client.diagnostics
    (reports,) = editor.client.progress_reports.values()
    assert isinstance(reports[0], types.WorkDoneProgressBegin)
    assert isinstance(reports[-1], types.WorkDoneProgressEnd)


async def test_a_text_that_is_not_open_is_no_accident(start: Start) -> None:
    """It is said in a sentence."""
    editor = await start()
    for command in (
        "score",
        "jargonBuster",
        "report",
        "ignoreHere",
        "ignoreInFile",
        "ignoreInProject",
        "addToGlossary",
    ):
        answer = await editor.command(command, uri="file:///not/open.md", rule="jargon", term="x")
        assert answer["failed"] is True
        assert answer["message"].endswith(".")
    assert (await editor.command("score"))["message"] == "This command needs 'uri'."
