"""The server: which documents are open, when they are checked, and what the editor is told."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException, PyglsError
from pygls.lsp.server import LanguageServer
from pygls.protocol import default_converter

from plainspeak import __version__
from plainspeak_lsp.additions import layers
from plainspeak_lsp.collector import Collector
from plainspeak_lsp.completion import Completions
from plainspeak_lsp.diagnostics import Diagnostics, diagnostics
from plainspeak_lsp.documents import OpenDocument
from plainspeak_lsp.editor import Editor
from plainspeak_lsp.protocol import Protocol
from plainspeak_lsp.status import Status, status_of
from plainspeak_lsp.view import View
from plainspeak_lsp.workspace import WorkspaceSettings

__all__ = ["PlainspeakServer", "Superseded"]

_TOGETHER = 0.001
"""Seconds in which what is typed is looked at together."""
_PATIENCE = 0.3
"""Seconds after which the beginning of a long text is shown while the rest is looked at."""
_BREATH = 0.001
"""Seconds between two slices of work: without them, nothing that the editor asks would be read."""
_SAMPLE = "It was agreed that the plan should be sent to the board by the team."
_NOTHING = Diagnostics(b"[]", 0, 0)


class Superseded(JsonRpcException):
    """The text changed while it was looked at; the editor asks again."""

    CODE = types.LSPErrorCodes.ServerCancelled
    MESSAGE = "The text has changed."

    def __init__(self) -> None:
        super().__init__(self.MESSAGE, self.CODE, {"retriggerRequest": True})


class PlainspeakServer(LanguageServer):
    """Keeps the open documents checked.

    Attributes:
        editor: what the editor can do.
        documents: those that are open, by address.
        is_on: ``False`` after the writer has switched all marks off by command.
        executor: does long work, one piece after the other, while the editor is answered.
    """

    protocol: Protocol

    def __init__(self) -> None:
        super().__init__(
            "plainspeak",
            __version__,
            text_document_sync_kind=types.TextDocumentSyncKind.Incremental,
            protocol_cls=Protocol,
            converter_factory=default_converter,
        )
        self.editor = Editor()
        self.documents: dict[str, OpenDocument] = {}
        self.is_on = True
        # pygls reads its input in its own pool; work of ours there would make it deaf.
        self.executor = ThreadPoolExecutor(max_workers=1)
        self.settings = WorkspaceSettings(self, self.executor, self.tell)
        self._shown: dict[str, Diagnostics] = {}
        self._statuses: dict[str, Status] = {}
        self._finishing: set[str] = set()
        self._later: dict[str, asyncio.TimerHandle] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._told: set[str] = set()
        self._collector = Collector()
        self._completions: tuple[object, Completions] | None = None

    def use_editor(self, editor: Editor) -> None:
        """Note what the editor can do."""
        self.editor = self.settings.editor = editor

    def open(self, item: types.TextDocumentItem) -> None:
        """Begin with a document."""
        self.documents[item.uri] = OpenDocument(item, self.editor.encoding)
        self._announce(item.uri)

    def change(self, uri: str, changes: Sequence[types.TextDocumentContentChangeEvent], version: int) -> None:
        """Follow what was typed in a document."""
        document = self.documents.get(uri)
        if document is not None:
            document.edit(changes, version)
            self._announce(uri)

    def save(self, uri: str) -> None:
        """Note that a document is saved: it may be looked at only then."""
        document = self.documents.get(uri)
        if document is not None and document.settings.check_on == "save":
            document.saved_version = document.version
            self.look_again()

    def close(self, uri: str) -> None:
        """Forget a document, and take its marks away."""
        self.documents.pop(uri, None)
        self._shown.pop(uri, None)
        self._statuses.pop(uri, None)
        if not self.editor.pulls:
            self.publish(uri, b"[]")

    def view_of(self, uri: str) -> View | None:
        """Return what there is to say of a document now; ``None`` while that isn't known."""
        document = self.documents.get(uri)
        return document.view if document is not None and self._why_off(document) is None else None

    async def view_now(self, uri: str) -> View | None:
        """Return what there is to say of a document as it is now, also right after an edit.

        Of one that is looked at for the first time, it is what is known so far; ``None`` while that is nothing.
        """
        document = self.documents.get(uri)
        if document is not None and document.is_gathered:
            await self._look_at_all(document)
        return self.view_of(uri)

    async def whole_view_of(self, uri: str) -> View | None:
        """Return what there is to say of all of a document, however long that takes; ``None`` if it isn't checked."""
        document = self.documents.get(uri)
        if document is None:
            return None
        await self.prepare(document)
        await self._look_at_all(document)
        return self.view_of(uri)

    async def diagnose(self, uri: str) -> Diagnostics | None:
        """Return the diagnostics of a document; ``None`` if it isn't open.

        Of a long text that is new, they are those of its beginning: when the rest is known, the editor is told.

        Raises:
            Superseded: the text changed meanwhile.
        """
        document = self.documents.get(uri)
        if document is None:
            return None
        version = document.version
        self._collector.collect_later()
        await asyncio.sleep(_TOGETHER)
        _check_is(document, version)
        await self.prepare(document)
        off = self._why_off(document)
        if off is not None:
            self._tell_status(document, off)
            return _NOTHING
        if uri in self._shown and not document.is_due:
            return self._shown[uri]
        until = asyncio.get_running_loop().time() + _PATIENCE
        while document.look():
            await asyncio.sleep(_BREATH)
            _check_is(document, version)
            if asyncio.get_running_loop().time() > until:
                self._start(self._finish(document))
                break
        else:
            await document.gather(self.executor)
            _check_is(document, version)
        view = document.view_so_far()
        return _NOTHING if view is None else self._diagnostics(document, view)

    def layers_of(self, uri: str) -> list[str]:
        """Return the layers of glossaries that can be added to from a document."""
        document = self.documents.get(uri)
        return layers(document.project) if document is not None and document.is_prepared else []

    async def warm_up(self) -> None:
        """Load the glossary and the language before the first document needs them."""
        project, _ = await self.settings.of("")
        await asyncio.get_running_loop().run_in_executor(self.executor, project.checker.check, _SAMPLE)
        self._collector.keep()

    def look_again(self) -> None:
        """Have what is shown of all open documents renewed."""
        if self.editor.pulls:
            self.workspace_diagnostic_refresh(None)
        for uri in self.documents:
            self._announce(uri)
        if self.editor.hints_again:
            self.workspace_inlay_hint_refresh(None)
        if self.editor.lenses_again:
            self.workspace_code_lens_refresh(None)

    def reload(self) -> None:
        """Ask for the settings, and read the configurations and glossaries, again."""
        self._told.clear()
        self.settings.forget()
        for document in self.documents.values():
            document.is_prepared = False
        self.look_again()

    def completions_for(self, document: OpenDocument) -> Completions | None:
        """Return the completions from the glossary that counts for a document."""
        if not document.is_prepared or not document.settings.completion:
            return None
        glossary = document.project.checker.glossary
        if self._completions is None or self._completions[0] is not glossary:
            self._completions = glossary, Completions(glossary)
        return self._completions[1]

    def publish(self, uri: str, items: bytes, version: int | None = None) -> None:
        """Send diagnostics of a file to the editor, which hasn't asked for them."""
        counted = b"" if version is None else b',"version":%d' % version
        self._collector.collect_later()
        params = b'{"uri":%b%b,"diagnostics":%b}' % (json.dumps(uri).encode(), counted, items)
        self.protocol.notify_raw(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, params)

    def tell(self, sentence: str) -> None:
        """Tell people what is wrong; the same thing once."""
        if sentence not in self._told:
            self._told.add(sentence)
            self.window_show_message(types.ShowMessageParams(types.MessageType.Warning, f"plainspeak: {sentence}"))

    def report_server_error(self, error: Exception, source: type[PyglsError] | type[JsonRpcException]) -> None:
        """Note an error of ours in the log: a writer can't do anything about it."""
        if not isinstance(error, Superseded):
            logging.getLogger(__name__).error("%s: %s", source.__name__, error)

    async def prepare(self, document: OpenDocument) -> None:
        """Find out what counts for a document, and part its text into blocks."""
        async with document.preparing:
            if not document.is_prepared:
                document.use(*await self.settings.of(document.uri))
                document.is_prepared = True
            await document.read(self.executor)

    def _why_off(self, document: OpenDocument) -> Status | None:
        """Return the status of a document that isn't checked; ``None`` for one that is."""
        if not self.is_on or not document.settings.enable:
            return Status("off")
        if document.why_not is not None:
            return Status("tooLarge", message=document.why_not)
        return None

    def _diagnostics(self, document: OpenDocument, view: View) -> Diagnostics:
        found = diagnostics(view, document.settings, document.caret_now)
        if found.held_back:
            self._look_later(document)
        self._shown[document.uri] = found
        self._tell_status(document, status_of(view, found, document.project.troubles))
        return found

    async def _finish(self, document: OpenDocument) -> None:
        """Look at the rest of a long text, and have all of it shown."""
        uri = document.uri
        if uri in self._finishing:
            return
        self._finishing.add(uri)
        self._collector.pause()
        try:
            await self._look_at_all(document)
        finally:
            self._finishing.discard(uri)
        self._collector.keep()
        if self.documents.get(uri) is document:
            self.look_again()

    async def _look_at_all(self, document: OpenDocument) -> None:
        while document.look():
            await asyncio.sleep(_BREATH)
        await document.gather(self.executor)

    def _look_later(self, document: OpenDocument) -> None:
        """Have a document looked at again when nobody types any more: then its last word is told too."""
        uri = document.uri
        if uri in self._later:
            self._later[uri].cancel()
        wait = document.settings.quiet_at_caret / 1000
        self._later[uri] = asyncio.get_running_loop().call_later(wait, self._tell_last_word, uri)

    def _tell_last_word(self, uri: str) -> None:
        self._later.pop(uri, None)
        document = self.documents.get(uri)
        if document is None:
            return
        if document.caret_now is not None:
            self._look_later(document)
        elif self.editor.pulls:
            self.workspace_diagnostic_refresh(None)
        else:
            self._announce(uri)

    def _announce(self, uri: str) -> None:
        """Have the diagnostics of a document sent soon, if the editor doesn't ask for them itself."""
        if not self.editor.pulls:
            self._start(self._push(uri))

    async def _push(self, uri: str) -> None:
        try:
            found = await self.diagnose(uri)
        except Superseded:
            return
        document = self.documents.get(uri)
        if document is not None and found is not None:
            self.publish(uri, found.items, document.version)

    def _tell_status(self, document: OpenDocument, status: Status) -> None:
        """Send the status of a document to an editor that shows it, if it has changed."""
        if self.editor.prompts and self._statuses.get(document.uri) != status:
            self._statuses[document.uri] = status
            self.protocol.notify("plainspeak/status", status.to_json(document.uri, document.version))

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        # The loop itself keeps no task alive.
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _check_is(document: OpenDocument, version: int) -> None:
    """Raise :exc:`Superseded` if a document isn't what it was."""
    if document.version != version:
        raise Superseded
