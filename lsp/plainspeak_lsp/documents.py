"""An open document: its lines as the editor has them, and what there is to say of them."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from concurrent.futures import Executor
from functools import reduce
from pathlib import Path

from lsprotocol import types
from pygls.uris import to_fs_path

from plainspeak.live import LiveText
from plainspeak.report import Report
from plainspeak.suppression import ignored_in_file
from plainspeak_lsp.buffer import NO_CHANGE, Buffer, Change
from plainspeak_lsp.positions import Encoding, Position, units_of
from plainspeak_lsp.projects import Project
from plainspeak_lsp.settings import Settings
from plainspeak_lsp.view import View

__all__ = ["LANGUAGES", "MOST_CHARACTERS", "OpenDocument", "path_of"]

LANGUAGES = {"markdown": "text/markdown", "plaintext": "text/plain", "html": "text/html"}
MOST_CHARACTERS = 5_000_000
"""Some 1,500 pages. A text beyond that is left alone."""
_SMALL = 20_000
"""Characters that are read in a few thousandths of a second."""
_LINES_LOOKED_AT = 1_000


class OpenDocument:
    """A document that the editor has open.

    Attributes:
        version: as the editor counts.
        buffer: its lines now.
        is_prepared: whether it is known what counts for it; while it isn't, there is no project.
        project: what checks it.
        settings: of the editor.
        is_gathered: whether what all of it says together was gathered once; after an edit, that takes little time.
        preparing: held by whoever finds out what counts for it, reads it or gathers what it says.
        saved_version: the version that was last saved, or opened.
        why_not: why it isn't checked, in a sentence; ``None`` if it is.
        edited_at: when it was last typed in, in seconds of the monotonic clock; before that, long ago.
        caret: where the last edit ended; ``None`` where all of the text was replaced.
    """

    project: Project
    settings = Settings()

    def __init__(self, item: types.TextDocumentItem, encoding: Encoding) -> None:
        self.uri = item.uri
        self.version = item.version
        self.media_type = LANGUAGES.get(item.language_id, "text/plain")
        self.buffer = Buffer(item.text, encoding)
        self.is_prepared = False
        self.saved_version = item.version
        self.why_not: str | None = None
        self.edited_at = float("-inf")
        self.caret: Position | None = None
        self._live: LiveText | None = None
        self._view: View | None = None
        self._unread = NO_CHANGE
        self.is_gathered = False
        self.preparing = asyncio.Lock()

    @property
    def name(self) -> str:
        """Its path, or its address where it has none."""
        path = path_of(self.uri)
        return str(path) if path else self.uri

    @property
    def _is_long(self) -> bool:
        return sum(map(len, self.buffer.lines)) > _SMALL

    @property
    def is_due(self) -> bool:
        """Whether it is to be looked at now: some want that only when it is saved."""
        return self.settings.check_on == "change" or self.saved_version == self.version

    @property
    def caret_now(self) -> Position | None:
        """Where somebody is typing; ``None`` if nobody is."""
        typing = time.monotonic() - self.edited_at < self.settings.quiet_at_caret / 1000
        return self.caret if typing else None

    @property
    def view(self) -> View | None:
        """What there is to say of all of it, or only of its beginning so far; ``None`` if nothing of this version."""
        if self._live is not None and self._live.is_known and self.is_gathered and not self._has(whole=True):
            self._view = self._view_of(self._live, self._live.report(folded=False), is_whole=True)
        return self._view if self._has(whole=False) else None

    def view_so_far(self) -> View | None:
        """Return what there is to say of it, as far as that is known; ``None`` before it is read."""
        if self._live is not None and not self._live.is_known:
            self._view = self._view_of(self._live, self._live.report_so_far(folded=False), is_whole=False)
        return self.view

    def edit(self, changes: Sequence[types.TextDocumentContentChangeEvent], version: int) -> None:
        """Follow what was typed."""
        self.version, self.edited_at = version, time.monotonic()
        # Many carets type at once: the text is read again once.
        change = reduce(Change.followed_by, map(self._edited, changes), self._unread)
        if self.is_prepared and any(len(each.text) > _SMALL for each in changes):
            self.why_not = self._why_not()
        if self._live is not None and self.why_not is None:
            self._live.edit(self.buffer.lines, *change)
            change = NO_CHANGE
        self._unread = change

    async def read(self, executor: Executor) -> None:
        """Part its text into blocks. While that takes its time with a long one, the editor is answered."""
        if self._live is not None or self.why_not is not None:
            return
        checker, lines, self._unread = self.project.checker, list(self.buffer.lines), NO_CHANGE

        def live_text() -> LiveText:
            return LiveText(checker, lines, media_type=self.media_type, name=self.name)

        if self._is_long:
            live = await asyncio.get_running_loop().run_in_executor(executor, live_text)
        else:
            live = live_text()
        live.edit(self.buffer.lines, *self._unread)
        self._unread = NO_CHANGE
        self._live = live

    def look(self) -> bool:
        """Look at some of what is new; tell whether there is more."""
        return self._live is not None and self._live.look()

    async def gather(self, executor: Executor) -> None:
        """Gather what all of it says together, when all has been looked at. Meanwhile, the editor is answered."""
        async with self.preparing:
            if self._live is not None and not self.is_gathered:
                if self._is_long:
                    await asyncio.get_running_loop().run_in_executor(executor, self._live.gathering())
                self.is_gathered = True

    def use(self, project: Project, settings: Settings) -> None:
        """Go on with another configuration or other settings."""
        if self._live is not None and project is not self.project:
            self._live.check_with(project.checker)
            self.is_gathered = False
        self.project, self.settings, self._view = project, settings, None
        self.why_not = self._why_not()

    def _edited(self, change: types.TextDocumentContentChangeEvent) -> Change:
        if isinstance(change, types.TextDocumentContentChangePartial):
            start, end = (Position(each.line, each.character) for each in (change.range.start, change.range.end))
            self.caret = _end_of(start, change.text, self.buffer.encoding)
            return self.buffer.edit(start, end, change.text)
        self.caret = None
        return self.buffer.replace(change.text)

    def _view_of(self, live: LiveText, report: Report, *, is_whole: bool) -> View:
        checker = self.project.checker
        return View(self.uri, self.version, self.buffer, checker, live, report, is_whole=is_whole)

    def _has(self, *, whole: bool) -> bool:
        view = self._view
        return view is not None and view.version == self.version and (view.is_whole or not whole)

    def _why_not(self) -> str | None:
        lines = self.buffer.lines
        if sum(map(len, lines)) > MOST_CHARACTERS:
            return "This text is too long to be checked while you write."
        if any("\0" in line for line in lines[:_LINES_LOOKED_AT]):
            return "This doesn\u2019t look like text, so it isn\u2019t checked."
        config = self.project.checker.config
        if "*" in ignored_in_file(self.name, config.ignores, config.root):
            return "The configuration leaves this file out."
        return None


def path_of(uri: str) -> Path | None:
    """Return the path of a file's address; ``None`` for what isn't saved yet."""
    path = to_fs_path(uri) if uri.startswith("file:") else None
    return Path(path) if path else None


def _end_of(start: Position, text: str, encoding: Encoding) -> Position:
    """Return where a text ends that was put in at a place."""
    *before, last = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    units = units_of(last, len(last), encoding)
    return Position(start.line + len(before), units if before else start.units + units)
