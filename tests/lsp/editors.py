"""An editor as a language server sees one: it opens and edits texts, and asks."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.protocol import default_converter
from pytest_lsp import LanguageClient, client_capabilities
from pytest_lsp.client import DEFAULT_CLIENT_FEATURES, register_lsp_features

Start = Callable[..., Awaitable["EditorClient"]]

_LONGEST_WAIT = 60
_OWN = {types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS}
COMMAND = [sys.executable, "-m", "plainspeak", "lsp", "--stdio"]


class EditorClient:
    """Starts a server, and speaks with it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.statuses: list[Any] = []
        self.changes: list[types.ApplyWorkspaceEditParams] = []
        self.takes_changes = True
        self.pulls = False
        self._versions: dict[str, int] = {}
        self._published: dict[str, int | None] = {}
        self.client = LanguageClient(converter_factory=default_converter)
        # The client's own ones keep what comes; these do so too, and then some.
        register_lsp_features(
            self.client,
            {key: each for key, each in DEFAULT_CLIENT_FEATURES.items() if key not in _OWN},
        )
        for method, take in (
            (types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, self._publish),
            ("plainspeak/status", self.statuses.append),
            (types.CLIENT_REGISTER_CAPABILITY, _pass_over),
            (types.WORKSPACE_APPLY_EDIT, self._change),
            (types.WORKSPACE_INLAY_HINT_REFRESH, _pass_over),
            (types.WORKSPACE_CODE_LENS_REFRESH, _pass_over),
        ):
            self.client.feature(method)(partial(take))

    async def start(
        self,
        preset: str,
        *,
        encoding: str | None = None,
        settings: dict[str, Any] | None = None,
        folders: tuple[Path, ...] = (),
    ) -> None:
        """Start a server for a kind of editor.

        Args:
            preset: ``visual-studio-code`` or ``neovim``, with what they can do.
            encoding: what it counts columns in, if not what the preset does.
            settings: of the section ``plainspeak``.
            folders: that are open.
        """
        capabilities = client_capabilities(preset)
        if preset == "visual-studio-code":
            # The preset is of 2022; since then it pulls.
            capabilities.text_document.diagnostic = types.DiagnosticClientCapabilities()  # type: ignore[union-attr]
            capabilities.workspace.diagnostics = types.DiagnosticWorkspaceClientCapabilities(  # type: ignore[union-attr]
                refresh_support=True
            )
            self.pulls = True
        if encoding is not None:
            capabilities.general = types.GeneralClientCapabilities(
                position_encodings=[types.PositionEncodingKind(encoding)]
            )
        self.client.set_configuration(settings or {}, section="plainspeak")
        await self.client.start_io(*COMMAND)
        folder = [types.WorkspaceFolder(each.as_uri(), each.name) for each in folders or (self.folder,)]
        self.result = await self.client.initialize_session(
            types.InitializeParams(
                capabilities=capabilities,
                workspace_folders=folder,
                initialization_options={"prompts": preset == "visual-studio-code"},
            )
        )

    async def stop(self) -> None:
        """Leave."""
        server = self.client._server
        if server is not None and server.returncode is None:
            await asyncio.wait_for(self.client.shutdown_session(), _LONGEST_WAIT)

    @property
    def refreshed(self) -> int:
        """How often it was asked to ask again."""
        return self.client.diagnostic_refresh_count

    @property
    def messages(self) -> list[str]:
        """What people were told."""
        return [each.message for each in self.client.messages]

    def uri(self, name: str) -> str:
        """The address of a file in the folder."""
        return (self.folder / name).as_uri()

    def open(self, name: str, text: str, language: str = "markdown") -> str:
        """Open a text, which needn't be on the disk; return its address."""
        uri = self.uri(name) if ":" not in name else name
        self._versions[uri] = 1
        item = types.TextDocumentItem(uri, language, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return uri

    def type(self, uri: str, line: int, start: int, end: int, text: str) -> None:
        """Put a text in place of some columns of a line."""
        self.edit(uri, types.Range(types.Position(line, start), types.Position(line, end)), text)

    def edit(self, uri: str, place: types.Range, text: str) -> None:
        """Put a text in place of another."""
        self._versions[uri] += 1
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(self._versions[uri], uri),
                [types.TextDocumentContentChangePartial(place, text)],
            )
        )

    def save(self, uri: str) -> None:
        """Tell that a text is saved."""
        params = types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(uri))
        self.client.text_document_did_save(params)

    async def marks(self, uri: str) -> list[types.Diagnostic]:
        """Return what is marked in a text as it is now."""
        if self.pulls:
            return list((await self.pull(uri)).items)
        await self.until(lambda: self._published.get(uri) == self._versions[uri])
        return list(self.client.diagnostics[uri])

    async def pull(self, uri: str, previous: str | None = None) -> Any:
        """Ask for the marks."""
        params = types.DocumentDiagnosticParams(types.TextDocumentIdentifier(uri), previous_result_id=previous)
        return await asyncio.wait_for(self.client.text_document_diagnostic_async(params), _LONGEST_WAIT)

    async def hover(self, uri: str, line: int, column: int) -> str:
        """Return what is shown of a word."""
        params = types.HoverParams(types.TextDocumentIdentifier(uri), types.Position(line, column))
        found = await asyncio.wait_for(self.client.text_document_hover_async(params), _LONGEST_WAIT)
        return found.contents.value if found else ""

    async def command(self, name: str, **argument: Any) -> dict[str, Any]:
        """Have the server do something."""
        params = types.ExecuteCommandParams(f"plainspeak.server.{name}", [argument])
        answer = await asyncio.wait_for(self.client.workspace_execute_command_async(params), _LONGEST_WAIT)
        return plain(answer)

    async def until(self, is_so: Callable[[], bool]) -> None:
        """Wait until something is so."""
        for _ in range(_LONGEST_WAIT * 100):
            if is_so():
                return
            await asyncio.sleep(0.01)
        raise TimeoutError

    def _publish(self, params: types.PublishDiagnosticsParams) -> None:
        self.client.diagnostics[params.uri] = params.diagnostics
        self._published[params.uri] = params.version

    def _change(self, params: types.ApplyWorkspaceEditParams) -> types.ApplyWorkspaceEditResult:
        self.changes.append(params)
        return types.ApplyWorkspaceEditResult(applied=self.takes_changes)


def _pass_over(_params: object) -> None:
    """Take what the server says, and do nothing."""


def plain(value: Any) -> Any:
    """Return an answer as plain data."""
    if hasattr(value, "_asdict"):
        return plain(value._asdict())
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    return [plain(each) for each in value] if isinstance(value, (list, tuple)) else value


def codes(marks: list[types.Diagnostic]) -> list[object]:
    """The rules that are marked, in order."""
    return [each.code for each in marks]
