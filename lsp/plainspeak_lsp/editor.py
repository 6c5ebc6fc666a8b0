"""What the editor at the other end can do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lsprotocol import types

from plainspeak_lsp.positions import Encoding

__all__ = ["Editor", "editor_of"]


@dataclass(frozen=True, slots=True)
class Editor:
    """What an editor can do, and what it told of itself at the beginning."""

    encoding: Encoding = Encoding.UTF16
    pulls: bool = False
    """Whether it asks for diagnostics; else they are sent to it. One that can't be told to ask again isn't let ask."""
    configuration: bool = False
    """Whether it can be asked for its settings."""
    told_of_settings: bool = False
    """Whether it has to be asked to tell of settings that change."""
    told_of_files: bool = False
    """Whether it has to be asked to tell of files that change."""
    markdown: bool = False
    versioned: bool = False
    """Whether a change can say which version of a text it is for."""
    resolves: bool = False
    """Whether the change of a quick fix can be sent when it is chosen."""
    hints_again: bool = False
    lenses_again: bool = False
    progress: bool = False
    shows: bool = False
    """Whether it can be asked to open a file."""
    prompts: bool = False
    """Whether it can ask its user for some words, shows how a check goes on, and shows what a mark says in a hover."""
    settings: Mapping[str, Any] | None = None


def editor_of(params: types.InitializeParams, encoding: str) -> Editor:
    """Return what an editor told in its first message."""
    capabilities = params.capabilities
    text = capabilities.text_document or types.TextDocumentClientCapabilities()
    workspace = capabilities.workspace or types.WorkspaceClientCapabilities()
    window = capabilities.window or types.WindowClientCapabilities()
    options = params.initialization_options if isinstance(params.initialization_options, Mapping) else {}
    refresh = workspace.diagnostics is not None and bool(workspace.diagnostics.refresh_support)
    resolve = text.code_action.resolve_support if text.code_action else None
    settings = options.get("settings")
    return Editor(
        encoding=Encoding(encoding),
        pulls=text.diagnostic is not None and refresh,
        configuration=bool(workspace.configuration),
        told_of_settings=_dynamic(workspace.did_change_configuration),
        told_of_files=_dynamic(workspace.did_change_watched_files),
        markdown=types.MarkupKind.Markdown in ((text.hover.content_format if text.hover else None) or ()),
        versioned=workspace.workspace_edit is not None and bool(workspace.workspace_edit.document_changes),
        resolves=resolve is not None and "edit" in resolve.properties,
        hints_again=workspace.inlay_hint is not None and bool(workspace.inlay_hint.refresh_support),
        lenses_again=workspace.code_lens is not None and bool(workspace.code_lens.refresh_support),
        progress=bool(window.work_done_progress),
        shows=window.show_document is not None and bool(window.show_document.support),
        prompts=options.get("prompts") is True,
        settings=settings if isinstance(settings, Mapping) else None,
    )


def _dynamic(capability: Any) -> bool:
    return capability is not None and bool(capability.dynamic_registration)
