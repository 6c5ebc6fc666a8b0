"""A running server, as Visual Studio Code and Neovim use it."""

from __future__ import annotations

import asyncio

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from .editors import Start, codes
from .texts import checker

pytestmark = pytest.mark.asyncio
EDITORS = pytest.mark.parametrize("preset", ["visual-studio-code", "neovim"])
TEXT = "# Plan\n\n\U0001f600 The QZE will utilise it.\u2028We met.\r\nThe QZE met.\n"


@EDITORS
async def test_marks_are_those_of_the_command_line(start: Start, preset: str) -> None:
    """With where they are, how serious, why, and where else to look."""
    editor = await start(preset)
    marks = await editor.marks(editor.open("paper.md", TEXT))
    report = checker().check(TEXT, media_type="text/markdown")
    assert codes(marks) == [each.rule for each in report.findings] == ["acronym-undefined", "wordy-phrase"]
    assert [each.message for each in marks] == [each.message for each in report.findings]
    assert {each.severity for each in marks} == {types.DiagnosticSeverity.Information}
    assert {each.source for each in marks} == {"plainspeak"}
    wide = {"visual-studio-code": 2, "neovim": 4}[preset]
    start_of_letters = types.Position(2, wide + 5)
    assert marks[0].range == types.Range(start_of_letters, types.Position(2, wide + 8))
    (other,) = marks[0].related_information or ()
    assert other.location.range.start == types.Position(3, 4)
    page = marks[0].code_description
    assert page is not None
    assert page.href.startswith("file:")
    assert page.href.endswith("/rules/acronym-undefined.md")


@EDITORS
async def test_marks_follow_what_is_typed(start: Start, preset: str) -> None:
    """Also after a line separator, which ends no line."""
    editor = await start(preset, settings={"quietAtCaret": 0})
    uri = editor.open("paper.md", "One\u2028two\nthree\n")
    assert not await editor.marks(uri)
    editor.type(uri, 1, 0, 5, "We utilise it.")
    marks = await editor.marks(uri)
    assert [each.range.start for each in marks] == [types.Position(1, 3)]
    editor.type(uri, 1, 3, 10, "use")
    assert not await editor.marks(uri)


@pytest.mark.parametrize(("encoding", "column"), [("utf-8", 8), ("utf-16", 6), ("utf-32", 5)])
async def test_the_editor_says_how_columns_are_counted(start: Start, encoding: str, column: int) -> None:
    """In bytes, halves or characters."""
    editor = await start("visual-studio-code", encoding=encoding)
    assert editor.result.capabilities.position_encoding == encoding
    marks = await editor.marks(editor.open("paper.md", "\U0001f600 We utilise it.\n"))
    assert marks[0].range.start == types.Position(0, column)


async def test_the_same_result_is_not_sent_twice(start: Start) -> None:
    """Its id says that nothing changed."""
    editor = await start()
    uri = editor.open("paper.md", TEXT)
    first = await editor.pull(uri)
    again = await editor.pull(uri, first.result_id)
    assert again.kind == "unchanged"
    editor.type(uri, 4, 0, 0, "More.")
    assert (await editor.pull(uri, first.result_id)).kind == "unchanged"
    editor.type(uri, 0, 0, 0, "\n")
    assert (await editor.pull(uri, first.result_id)).kind == "full"


async def test_fixes_and_hovers_right_after_an_edit(start: Start) -> None:
    """Nobody has to wait for new marks before the next fix."""
    editor = await start()
    uri = editor.open("paper.md", "We utilise it in order to learn.\n")
    first, _ = await editor.marks(uri)
    editor.edit(uri, first.range, "use")
    place = types.Range(types.Position(0, 12), types.Position(0, 12))
    params = types.CodeActionParams(types.TextDocumentIdentifier(uri), place, types.CodeActionContext([]))
    actions = await editor.client.text_document_code_action_async(params)
    assert actions is not None
    assert actions[0].title == "Write \u201cto\u201d"
    editor.type(uri, 0, 0, 0, "So ")
    assert "Why it matters" in await editor.hover(uri, 0, 15)


async def test_a_question_that_is_overtaken_is_given_up(start: Start) -> None:
    """Typing goes on: the editor asks again."""
    editor = await start()
    await editor.pull(editor.open("first.md", TEXT))
    uri = editor.open("paper.md", "".join(f"We will utilise plan {number}.\n\n" for number in range(2_000)))
    asked = asyncio.ensure_future(editor.pull(uri))
    await asyncio.sleep(0.1)
    editor.type(uri, 0, 0, 0, " ")
    with pytest.raises(JsonRpcException) as raised:
        await asked
    assert raised.value.code == types.LSPErrorCodes.ServerCancelled
    assert await editor.marks(uri)


@EDITORS
async def test_the_word_being_typed_is_left_in_peace(start: Start, preset: str) -> None:
    """For a moment; then it is marked without another key."""
    editor = await start(preset, settings={"quietAtCaret": 700})
    uri = editor.open("paper.md", "We use the plan.\n")
    assert not await editor.marks(uri)
    editor.type(uri, 0, 3, 6, "utilise")
    assert not await editor.marks(uri)
    if editor.pulls:
        await editor.until(lambda: editor.refreshed > 0)
    else:
        await editor.until(lambda: bool(editor.client.diagnostics.get(uri)))
    assert codes(await editor.marks(uri)) == ["wordy-phrase"]


async def test_marks_can_wait_for_the_text_to_be_saved(start: Start) -> None:
    """Some writers don't want to be told while they write."""
    editor = await start(settings={"checkOn": "save", "quietAtCaret": 0})
    uri = editor.open("paper.md", "We use it.\n")
    assert not await editor.marks(uri)
    editor.type(uri, 0, 3, 6, "utilise")
    assert not await editor.marks(uri)
    editor.save(uri)
    await editor.until(lambda: editor.refreshed > 0)
    assert codes(await editor.marks(uri)) == ["wordy-phrase"]


async def test_settings_say_what_is_shown(start: Start) -> None:
    """How serious, how many, and of which rules."""
    rules = {"wordy-phrase": "off", "acronym-undefined": "error"}
    editor = await start(settings={"ruleSeverity": rules, "maxFindings": 2, "profile": "patient-leaflet"})
    text = "The QZE met.\n\nThe QZF met.\n\nThe QZG will utilise it with stakeholders.\n"
    marks = await editor.marks(editor.open("paper.md", text))
    assert codes(marks) == ["acronym-undefined", "acronym-undefined"]
    assert {each.severity for each in marks} == {types.DiagnosticSeverity.Error}
    await editor.until(lambda: bool(editor.statuses))
    status = editor.statuses[-1]
    assert (status.findings, status.shown, status.message) == (4, 2, "2 more aren\u2019t shown.")


async def test_a_wrong_setting_is_told_once_and_left_out(start: Start) -> None:
    """The others count."""
    editor = await start(settings={"severity": "loud", "ruleSeverity": {"wordy-phrase": "hint"}})
    uri = editor.open("paper.md", "We utilise it.\n")
    (mark,) = await editor.marks(uri)
    assert mark.severity == types.DiagnosticSeverity.Hint
    assert editor.messages == [
        "plainspeak: The setting plainspeak.severity can\u2019t be \u201cloud\u201d. "
        "Choose from: information, configured, hint."
    ]


async def test_other_settings_count_at_once(start: Start) -> None:
    """Without a restart."""
    editor = await start()
    uri = editor.open("paper.md", "We utilise it.\n")
    assert await editor.marks(uri)
    editor.client.set_configuration({"enable": False}, section="plainspeak")
    editor.client.workspace_did_change_configuration(types.DidChangeConfigurationParams(None))
    await editor.until(lambda: editor.refreshed > 0)
    assert not await editor.marks(uri)
    assert editor.statuses[-1].state == "off"


@EDITORS
async def test_hints_go_off_and_on(start: Start, preset: str) -> None:
    """By command, for editors without settings."""
    editor = await start(preset)
    uri = editor.open("paper.md", "We utilise it.\n")
    assert await editor.marks(uri)
    assert (await editor.command("toggle"))["on"] is False
    if editor.pulls:
        assert not await editor.marks(uri)
    else:
        await editor.until(lambda: not editor.client.diagnostics[uri])
    assert (await editor.command("toggle"))["on"] is True
    if editor.pulls:
        assert await editor.marks(uri)
    else:
        await editor.until(lambda: bool(editor.client.diagnostics[uri]))


async def test_marks_go_with_the_document(start: Start) -> None:
    """An editor that doesn't ask for them is told that there are none."""
    editor = await start("neovim")
    uri = editor.open("paper.md", "We utilise it.\n")
    assert await editor.marks(uri)
    editor.client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))
    await editor.until(lambda: not editor.client.diagnostics[uri])


@pytest.mark.parametrize(("language", "expected"), [("plaintext", ["wordy-phrase"]), ("html", ["wordy-phrase"])])
async def test_plain_text_and_web_pages_too(start: Start, language: str, expected: list[str]) -> None:
    """A text that was never saved has marks as well."""
    editor = await start()
    text = {"plaintext": "We utilise it.\n", "html": "<p>We utilise <b>it</b>.</p>\n"}[language]
    assert codes(await editor.marks(editor.open("untitled:Untitled-1", text, language))) == expected
