"""A check of all texts of a folder, those that aren't open included."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lsprotocol import types

from plainspeak.cli.paths import expand
from plainspeak.errors import PlainspeakError
from plainspeak.live import LiveText
from plainspeak.reporters.summary import counted
from plainspeak_lsp.buffer import Buffer
from plainspeak_lsp.diagnostics import Diagnostics, diagnostics
from plainspeak_lsp.documents import MOST_CHARACTERS, path_of
from plainspeak_lsp.positions import Encoding
from plainspeak_lsp.projects import Project
from plainspeak_lsp.server import PlainspeakServer
from plainspeak_lsp.settings import Settings
from plainspeak_lsp.view import View

__all__ = ["check_workspace"]

_MEDIA_TYPES = {
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".txt": "text/plain",
    ".text": "text/plain",
    ".html": "text/html",
    ".htm": "text/html",
}
_TITLE = "Checking the texts in this folder"


async def check_workspace(ls: PlainspeakServer, given: Mapping[str, Any]) -> dict[str, Any]:
    """Check every text of a folder, and show what is found in those that aren't open too.

    These are the files that ``plainspeak check`` takes, as far as an editor can show marks in them.
    """
    folder = path_of(given["folder"]) if given.get("folder") else ls.settings.folder_of("")
    if folder is None or not folder.is_dir():
        raise PlainspeakError("There is no folder to check. Open one first.")
    loop = asyncio.get_running_loop()
    expanded = await loop.run_in_executor(ls.executor, expand, [str(folder)])
    files = [Path(file) for file in expanded.files if Path(file).suffix.lower() in _MEDIA_TYPES]
    token = await _begin(ls)
    checked = findings = 0
    unread: list[str] = []
    stopped = False
    for file in files:
        if token is not None and ls.work_done_progress.tokens[token].cancelled():
            stopped = True
            break
        _go_on(ls, token, file, checked, len(files))
        uri = file.resolve().as_uri()
        project, settings = await ls.settings.of(uri)
        try:
            found = await loop.run_in_executor(ls.executor, _checked, file, uri, project, settings, ls.editor.encoding)
        except (OSError, UnicodeDecodeError):
            unread.append(file.name)
            continue
        checked += 1
        findings += found.total
        if uri not in ls.documents:
            ls.publish(uri, found.items)
    message = f"{counted(findings, 'thing')} to look at in {counted(checked, 'file')}."
    if stopped:
        message += " The rest was not checked."
    if unread:
        message += f" Not read: {', '.join(unread)}."
    if token is not None:
        ls.work_done_progress.end(token, types.WorkDoneProgressEnd(message=message))
    return {"files": checked, "findings": findings, "message": message}


def _checked(file: Path, uri: str, project: Project, settings: Settings, encoding: Encoding) -> Diagnostics:
    text = file.read_bytes().decode("utf-8-sig")
    if len(text) > MOST_CHARACTERS or "\0" in text:
        raise UnicodeDecodeError("utf-8", b"", 0, 0, "no text to check")
    buffer = Buffer(text, encoding)
    live = LiveText(project.checker, buffer.lines, media_type=_MEDIA_TYPES[file.suffix.lower()], name=str(file))
    return diagnostics(View(uri, 0, buffer, project.checker, live, live.report(folded=False)), settings)


async def _begin(ls: PlainspeakServer) -> str | None:
    """Begin to tell how far it is; ``None`` where the editor doesn't show that."""
    if not ls.editor.progress:
        return None
    token = str(uuid.uuid4())
    await ls.work_done_progress.create_async(token)
    ls.work_done_progress.begin(token, types.WorkDoneProgressBegin(_TITLE, cancellable=True, percentage=0))
    return token


def _go_on(ls: PlainspeakServer, token: str | None, file: Path, done: int, files: int) -> None:
    if token is not None:
        percentage = 100 * done // max(1, files)
        report = types.WorkDoneProgressReport(message=file.name, percentage=percentage)
        ls.work_done_progress.report(token, report)
