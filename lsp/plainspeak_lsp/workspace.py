"""The folders that an editor has open, with the settings and the project that count in each."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from plainspeak_lsp.documents import path_of
from plainspeak_lsp.editor import Editor
from plainspeak_lsp.projects import Project, Projects
from plainspeak_lsp.settings import Settings, settings_of

__all__ = ["WorkspaceSettings"]

_SECTION = "plainspeak"


class WorkspaceSettings:
    """Finds out once what counts for a document, until it is told to forget."""

    def __init__(self, server: LanguageServer, executor: Executor, tell: Callable[[str], None]) -> None:
        """Begin.

        Args:
            server: through which the editor is asked.
            executor: reads glossaries, while the editor is answered.
            tell: is told what is wrong, in sentences.
        """
        self.editor = Editor()
        self._server = server
        self._executor = executor
        self._tell = tell
        self._sent: Mapping[str, Any] = {}
        self._settings: dict[Path | None, Settings] = {}
        self._projects = Projects()
        self._lock = asyncio.Lock()

    async def of(self, uri: str) -> tuple[Project, Settings]:
        """Return the project and the settings of a document."""
        async with self._lock:
            root = self.folder_of(uri)
            settings = await self._settings_of(root)
            path = path_of(uri)
            folder = path.parent if path else root or Path.cwd()
            project = await asyncio.get_running_loop().run_in_executor(
                self._executor, self._projects.of, folder, root or folder, settings
            )
        for trouble in project.troubles:
            self._tell(trouble)
        return project, settings

    def folder_of(self, uri: str) -> Path | None:
        """Return the folder that a document is in, the innermost one; for a document elsewhere the first."""
        workspace = self._server.workspace
        folders = [path for each in workspace.folders.values() if (path := path_of(each.uri))]
        if not folders and workspace.root_path:
            folders = [Path(workspace.root_path)]
        path = path_of(uri)
        around = [folder for folder in folders if path and path.is_relative_to(folder)]
        return max(around, key=lambda folder: len(folder.parts), default=folders[0] if folders else None)

    def use(self, data: object) -> None:
        """Take the settings that an editor sends by itself."""
        mine = data.get(_SECTION) if isinstance(data, Mapping) else None
        if isinstance(mine, Mapping):
            self._sent = mine

    def forget(self) -> None:
        """Ask for the settings, and read the configurations and glossaries, when they are next needed."""
        self._settings.clear()
        self._projects.forget()

    async def _settings_of(self, folder: Path | None) -> Settings:
        if folder not in self._settings:
            data = {**(self.editor.settings or {}), **self._sent}
            if self.editor.configuration:
                item = types.ConfigurationItem(folder.as_uri() if folder else None, _SECTION)
                answer = await self._server.workspace_configuration_async(types.ConfigurationParams([item]))
                data.update(_mapping(answer[0]) if answer else {})
            self._settings[folder], wrong = settings_of(data)
            for each in wrong:
                self._tell(each)
        return self._settings[folder]


def _mapping(value: Any) -> Mapping[str, Any]:
    """Return settings, which an editor may send as an object of the protocol's."""
    if isinstance(value, Mapping):
        return value
    return dict(getattr(value, "_asdict", dict)()) if value is not None else {}
