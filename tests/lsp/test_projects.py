"""Configurations and glossaries: the nearest ones count, changes count at once, and a mistake is told once."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import pytest
from lsprotocol import types

from .editors import COMMAND, EditorClient, Start, codes

pytestmark = pytest.mark.asyncio
GLOSSARY = "- acronym: QZE\n  expansion: quiet zone exchange\n  meaning: A place to swap books.\n"
HELLO = b'{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}'
SHUTDOWN = b'{"jsonrpc":"2.0","id":2,"method":"shutdown"}'
EXIT = b'{"jsonrpc":"2.0","method":"exit"}'


async def said_after(*bodies: bytes) -> tuple[bytes, bytes, int | None]:
    """What a server says on both outputs, and what it ends with, when some messages are all that it hears."""
    pipe = asyncio.subprocess.PIPE
    server = await asyncio.create_subprocess_exec(*COMMAND, stdin=pipe, stdout=pipe, stderr=pipe)
    messages = b"".join(b"Content-Length: %d\r\n\r\n%b" % (len(each), each) for each in bodies)
    out, err = await asyncio.wait_for(server.communicate(messages), 60)
    return out, err, server.returncode


def changed(editor: EditorClient, *paths: Path) -> None:
    """Tell that files have changed."""
    events = [types.FileEvent(path.as_uri(), types.FileChangeType.Changed) for path in paths]
    editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams(events))


async def test_each_folder_has_its_own_configuration_and_glossary(start: Start, tmp_path: Path) -> None:
    """In one window."""
    one, two = tmp_path / "one", tmp_path / "two"
    for folder in (one, two):
        folder.mkdir()
    (one / "plainspeak.yaml").write_text("glossaries: [words.yaml]\nrules: {wordy-phrase: off}\n", encoding="utf-8")
    (one / "words.yaml").write_text(GLOSSARY, encoding="utf-8")
    editor = await start(folders=(one, two))
    text = "The QZE will utilise it.\n"
    marks = {name: await editor.marks(editor.open(f"{name}/paper.md", text)) for name in ("one", "two")}
    assert codes(marks["one"]) == ["acronym-undefined"]
    assert "quiet zone exchange" in marks["one"][0].message
    assert codes(marks["two"]) == ["acronym-undefined", "wordy-phrase"]
    assert "quiet zone" not in marks["two"][0].message


async def test_a_change_counts_without_a_restart(start: Start, tmp_path: Path) -> None:
    """Of a configuration, and of a glossary."""
    config, glossary = tmp_path / "plainspeak.yaml", tmp_path / "words.yaml"
    config.write_text("glossaries: [words.yaml]\n", encoding="utf-8")
    glossary.write_text("", encoding="utf-8")
    editor = await start()
    uri = editor.open("paper.md", "The QZE will utilise it.\n")
    before = await editor.marks(uri)
    assert codes(before) == ["acronym-undefined", "wordy-phrase"]
    config.write_text("glossaries: [words.yaml]\nrules: {wordy-phrase: off}\n", encoding="utf-8")
    glossary.write_text(GLOSSARY, encoding="utf-8")
    changed(editor, config, glossary)
    await editor.until(lambda: editor.refreshed > 0)
    (mark,) = await editor.marks(uri)
    assert "quiet zone exchange" in mark.message


async def test_a_broken_configuration_is_told_once_and_the_one_before_counts(start: Start, tmp_path: Path) -> None:
    """When it is mended, that counts."""
    config = tmp_path / "plainspeak.yaml"
    config.write_text("rules: {wordy-phrase: off}\n", encoding="utf-8")
    editor = await start()
    uri = editor.open("paper.md", "The QZE will utilise it.\n")
    assert codes(await editor.marks(uri)) == ["acronym-undefined"]
    config.write_text("rules:\n  wordy-phras: off\n", encoding="utf-8")
    changed(editor, config)
    await editor.until(lambda: editor.refreshed > 0)
    assert codes(await editor.marks(uri)) == ["acronym-undefined"]
    assert codes(await editor.marks(editor.open("second.md", "We utilise it.\n"))) == []
    (message,) = editor.messages
    assert "plainspeak.yaml:2: There is no rule 'wordy-phras'." in message
    assert editor.statuses[-1].state == "trouble"
    config.write_text("rules: {acronym-undefined: off}\n", encoding="utf-8")
    changed(editor, config)
    await editor.until(lambda: editor.refreshed > 1)
    assert codes(await editor.marks(uri)) == ["wordy-phrase"]
    assert len(editor.messages) == 1


async def test_a_broken_glossary_is_left_out_and_told_once(start: Start, tmp_path: Path) -> None:
    """The others count."""
    (tmp_path / "plainspeak.yaml").write_text("glossaries: [words.yaml, broken.yaml, gone.yaml]\n", encoding="utf-8")
    (tmp_path / "words.yaml").write_text(GLOSSARY, encoding="utf-8")
    (tmp_path / "broken.yaml").write_text("- acronym: [\n", encoding="utf-8")
    editor = await start()
    (mark,) = await editor.marks(editor.open("paper.md", "The QZE met.\n"))
    assert "quiet zone exchange" in mark.message
    assert len(editor.messages) == 2
    assert any("broken.yaml" in each for each in editor.messages)
    assert any("gone.yaml" in each for each in editor.messages)


async def test_a_folder_that_goes_leaves_the_server_standing(start: Start, tmp_path: Path) -> None:
    """Texts of it are checked on."""
    folder = tmp_path / "gone"
    folder.mkdir()
    (folder / "plainspeak.yaml").write_text("rules: {wordy-phrase: off}\n", encoding="utf-8")
    editor = await start(folders=(folder,))
    uri = editor.open("gone/paper.md", "We utilise it.\n")
    assert not await editor.marks(uri)
    shutil.rmtree(folder)
    changed(editor, folder / "plainspeak.yaml")
    await editor.until(lambda: editor.refreshed > 0)
    assert codes(await editor.marks(uri)) == ["wordy-phrase"]
    answer = await editor.command("checkWorkspace")
    assert answer["failed"] is True
    assert not editor.messages


async def test_what_cannot_be_checked_is_said_in_the_status(start: Start, tmp_path: Path) -> None:
    """A text of 50 MB, one that is no text, and one that the configuration leaves out; others go on."""
    (tmp_path / "plainspeak.yaml").write_text("ignore: [left/**]\n", encoding="utf-8")
    editor = await start()
    said = []
    for name, text in [
        ("big.md", "We utilise it.\n" * 3_500_000),
        ("binary.txt", "\x7fELF\0\0\0We utilise it."),
        ("left/paper.md", "We utilise it.\n"),
    ]:
        assert not await editor.marks(editor.open(name, text))
        await editor.until(lambda: len(editor.statuses) > len(said))
        said.append((editor.statuses[-1].state, editor.statuses[-1].message))
    assert said == [
        ("tooLarge", "This text is too long to be checked while you write."),
        ("tooLarge", "This doesn\u2019t look like text, so it isn\u2019t checked."),
        ("tooLarge", "The configuration leaves this file out."),
    ]
    assert codes(await editor.marks(editor.open("paper.md", "We utilise it.\n"))) == ["wordy-phrase"]
    assert not editor.messages


async def test_a_server_that_was_killed_can_be_started_again(start: Start) -> None:
    """It keeps nothing that a new one lacks."""
    editor = await start()
    assert await editor.marks(editor.open("paper.md", "We utilise it.\n"))
    server = editor.client._server
    assert server is not None
    server.kill()
    await server.wait()
    again = await start()
    assert codes(await again.marks(again.open("paper.md", "We utilise it.\n"))) == ["wordy-phrase"]


async def test_nothing_but_the_protocol_is_on_standard_output() -> None:
    """Whatever an editor sends."""
    out, _, _ = await said_after(HELLO, b"not json")
    assert out.startswith(b"Content-Length: ")
    assert b'"hoverProvider"' in out


@pytest.mark.parametrize("farewell", [(), (SHUTDOWN,), (SHUTDOWN, EXIT)])
async def test_a_server_goes_quietly(farewell: tuple[bytes, ...]) -> None:
    """Whether its editor says goodbye or not; a traceback would stand in the editor's log."""
    _, err, status = await said_after(HELLO, *farewell)
    assert err == b""
    assert status == 0
