"""What an editor can ask for, each answered from what is known of the document."""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import Any

from lsprotocol import types

from plainspeak_lsp.actions import FIX_ALL, actions_at, fix_all, resolved
from plainspeak_lsp.editor import editor_of
from plainspeak_lsp.hover import hover, meaning_of, without_marks
from plainspeak_lsp.navigation import definitions, uses
from plainspeak_lsp.panel import groups_of
from plainspeak_lsp.positions import Position
from plainspeak_lsp.protocol import Raw
from plainspeak_lsp.sections import SectionMark, outline, sections
from plainspeak_lsp.server import PlainspeakServer
from plainspeak_lsp.view import Range

__all__ = ["register"]

_WATCHED = ("**/plainspeak.{yaml,yml}", "**/pyproject.toml", "**/*.{yaml,yml}")
_MOST_COLUMNS = 1_000_000


def register(server: PlainspeakServer) -> None:
    """Let a server answer."""
    for method, handler, options in (
        (types.INITIALIZE, _initialize, None),
        (types.INITIALIZED, _initialized, None),
        (types.TEXT_DOCUMENT_DID_OPEN, _did_open, None),
        (types.TEXT_DOCUMENT_DID_CHANGE, _did_change, None),
        (types.TEXT_DOCUMENT_DID_SAVE, _did_save, None),
        (types.TEXT_DOCUMENT_DID_CLOSE, _did_close, None),
        (types.WORKSPACE_DID_CHANGE_CONFIGURATION, _did_change_configuration, None),
        (types.WORKSPACE_DID_CHANGE_WATCHED_FILES, _did_change_files, None),
        (types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS, _did_change_folders, None),
        (types.TEXT_DOCUMENT_HOVER, _hover, None),
        (
            types.TEXT_DOCUMENT_CODE_ACTION,
            _code_action,
            types.CodeActionOptions([types.CodeActionKind.QuickFix, FIX_ALL], resolve_provider=True),
        ),
        (types.CODE_ACTION_RESOLVE, _resolve_code_action, None),
        (types.TEXT_DOCUMENT_DEFINITION, _definition, None),
        (types.TEXT_DOCUMENT_REFERENCES, _references, None),
        (types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT, _highlight, None),
        (types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, _symbols, None),
        (types.TEXT_DOCUMENT_CODE_LENS, _lenses, None),
        (types.TEXT_DOCUMENT_INLAY_HINT, _inlay_hints, None),
        (types.TEXT_DOCUMENT_COMPLETION, _complete, types.CompletionOptions(resolve_provider=False)),
        ("plainspeak/findings", _findings, None),
    ):
        server.feature(method, options)(handler)


def _initialize(ls: PlainspeakServer, params: types.InitializeParams) -> None:
    encoding = ls.workspace.position_encoding or types.PositionEncodingKind.Utf16
    ls.use_editor(editor_of(params, str(getattr(encoding, "value", encoding))))
    if ls.editor.pulls:
        options = types.DiagnosticOptions(
            identifier="plainspeak", inter_file_dependencies=False, workspace_diagnostics=False
        )
        ls.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, options)(_pull)


async def _initialized(ls: PlainspeakServer, _params: types.InitializedParams) -> None:
    wanted = []
    if ls.editor.told_of_settings:
        section = types.DidChangeConfigurationRegistrationOptions(section="plainspeak")
        wanted.append(types.Registration("settings", types.WORKSPACE_DID_CHANGE_CONFIGURATION, section))
    if ls.editor.told_of_files:
        watchers = [types.FileSystemWatcher(pattern) for pattern in _WATCHED]
        files = types.DidChangeWatchedFilesRegistrationOptions(watchers)
        wanted.append(types.Registration("files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, files))
    if wanted:
        await ls.client_register_capability_async(types.RegistrationParams(wanted))
    await ls.warm_up()


def _did_open(ls: PlainspeakServer, params: types.DidOpenTextDocumentParams) -> None:
    ls.open(params.text_document)


def _did_change(ls: PlainspeakServer, params: types.DidChangeTextDocumentParams) -> None:
    ls.change(params.text_document.uri, params.content_changes, params.text_document.version)


def _did_save(ls: PlainspeakServer, params: types.DidSaveTextDocumentParams) -> None:
    ls.save(params.text_document.uri)


def _did_close(ls: PlainspeakServer, params: types.DidCloseTextDocumentParams) -> None:
    ls.close(params.text_document.uri)


def _did_change_configuration(ls: PlainspeakServer, params: types.DidChangeConfigurationParams) -> None:
    ls.settings.use(params.settings)
    ls.reload()


def _did_change_files(ls: PlainspeakServer, _params: types.DidChangeWatchedFilesParams) -> None:
    ls.reload()


def _did_change_folders(ls: PlainspeakServer, _params: types.DidChangeWorkspaceFoldersParams) -> None:
    ls.reload()


async def _pull(ls: PlainspeakServer, params: types.DocumentDiagnosticParams) -> Raw:
    found = await ls.diagnose(params.text_document.uri)
    if found is None:
        return Raw(b'{"kind":"full","items":[]}')
    name = found.result_id.encode()
    if params.previous_result_id == found.result_id:
        return Raw(b'{"kind":"unchanged","resultId":"%b"}' % name)
    return Raw(b'{"kind":"full","resultId":"%b","items":%b}' % (name, found.items))


async def _hover(ls: PlainspeakServer, params: types.HoverParams) -> types.Hover | None:
    view = await ls.view_now(params.text_document.uri)
    found = hover(view, _at(params.position), beside_marks=ls.editor.prompts) if view else None
    if found is None:
        return None
    text, place = found
    if ls.editor.markdown:
        content = types.MarkupContent(types.MarkupKind.Markdown, text)
    else:
        content = types.MarkupContent(types.MarkupKind.PlainText, without_marks(text))
    return types.Hover(content, _range(place))


async def _code_action(ls: PlainspeakServer, params: types.CodeActionParams) -> list[types.CodeAction] | None:
    view = await ls.view_now(params.text_document.uri)
    if view is None:
        return None
    wanted = params.context.only
    actions: list[types.CodeAction] = []
    if wanted is None or _wants(wanted, types.CodeActionKind.QuickFix):
        place = Range(_position(params.range.start), _position(params.range.end))
        layers = ls.layers_of(params.text_document.uri)
        actions += actions_at(view, place, ls.editor, params.context.diagnostics, layers)
    if wanted and _wants(wanted, FIX_ALL):
        actions += fix_all(view, ls.editor)
    return actions


async def _resolve_code_action(ls: PlainspeakServer, action: types.CodeAction) -> types.CodeAction:
    uri = action.data.get("uri") if isinstance(action.data, dict) else None
    view = await ls.view_now(uri) if isinstance(uri, str) else None
    return resolved(action, view, ls.editor) if view else action


async def _definition(ls: PlainspeakServer, params: types.DefinitionParams) -> list[types.Location] | None:
    view = await ls.view_now(params.text_document.uri)
    found = definitions(view, _at(params.position)) if view else []
    return [types.Location(each.uri, _range(each.place)) for each in found] or None


async def _references(ls: PlainspeakServer, params: types.ReferenceParams) -> list[types.Location] | None:
    view = await ls.view_now(params.text_document.uri)
    found = uses(view, _at(params.position)) if view else []
    return [types.Location(params.text_document.uri, _range(place)) for place in found] or None


async def _highlight(
    ls: PlainspeakServer, params: types.DocumentHighlightParams
) -> list[types.DocumentHighlight] | None:
    view = await ls.view_now(params.text_document.uri)
    found = uses(view, _at(params.position)) if view else []
    return [types.DocumentHighlight(_range(place), types.DocumentHighlightKind.Text) for place in found] or None


async def _symbols(ls: PlainspeakServer, params: types.DocumentSymbolParams) -> list[types.DocumentSymbol] | None:
    document, view = ls.documents.get(params.text_document.uri), await ls.view_now(params.text_document.uri)
    if document is None or view is None or not document.settings.outline:
        return None
    return [_symbol(section) for section in outline(view)]


def _symbol(section: SectionMark) -> types.DocumentSymbol:
    return types.DocumentSymbol(
        section.title or "\u2013",
        types.SymbolKind.String,
        _range(section.whole),
        _range(section.heading),
        detail=section.detail,
        children=[_symbol(each) for each in section.below],
    )


async def _lenses(ls: PlainspeakServer, params: types.CodeLensParams) -> list[types.CodeLens] | None:
    document, view = ls.documents.get(params.text_document.uri), await ls.view_now(params.text_document.uri)
    if document is None or view is None or not document.settings.code_lens:
        return None
    # An editor that can't show the score gets words without an action.
    name = "plainspeak.showScore" if ls.editor.prompts else ""
    arguments = [{"uri": params.text_document.uri}]
    return [
        types.CodeLens(
            _range(section.heading),
            types.Command(section.detail[:1].upper() + section.detail[1:], name, arguments=arguments),
        )
        for section in sections(view)
        if section.detail
    ]


async def _inlay_hints(ls: PlainspeakServer, params: types.InlayHintParams) -> list[types.InlayHint] | None:
    document, view = ls.documents.get(params.text_document.uri), await ls.view_now(params.text_document.uri)
    if document is None or view is None or not document.settings.inlay_hints:
        return None
    hints = []
    for at, entry in view.uses_of_letters(params.range.start.line, params.range.end.line):
        place = view.range_of(at)
        explained_here = any(each.at == at for each in entry.explanations)
        if entry.expansion and not explained_here and entry.status != "everyday":
            hints.append(
                types.InlayHint(
                    types.Position(place.end.line, place.end.units), f"({entry.expansion})", padding_left=True
                )
            )
    return hints


def _complete(ls: PlainspeakServer, params: types.CompletionParams) -> types.CompletionList | None:
    document = ls.documents.get(params.text_document.uri)
    completions = ls.completions_for(document) if document else None
    if document is None or completions is None:
        return None
    at = _position(params.position)
    line = document.buffer.lines[at.line] if at.line < len(document.buffer.lines) else ""
    view = ls.view_of(document.uri)
    explained = frozenset(each.form for each in view.report.acronyms if each.explanations) if view else frozenset()
    items = []
    for number, offer in enumerate(completions.offers(line[: document.buffer.column(at)], explained)):
        start = document.buffer.position(at.line, offer.start)
        text = html.escape(offer.text, quote=False) if document.media_type == "text/html" else offer.text
        items.append(
            types.CompletionItem(
                offer.text,
                kind=types.CompletionItemKind.Text,
                detail=offer.detail,
                documentation=_meaning(ls, offer.term),
                filter_text=offer.typed,
                sort_text=f"{number:02}",
                text_edit=types.TextEdit(_range(Range(start, at)), text),
            )
        )
    return types.CompletionList(is_incomplete=True, items=items)


def _meaning(ls: PlainspeakServer, term: Any) -> types.MarkupContent:
    text = "\n\n".join(meaning_of(term))
    if ls.editor.markdown:
        return types.MarkupContent(types.MarkupKind.Markdown, text)
    return types.MarkupContent(types.MarkupKind.PlainText, without_marks(text))


async def _findings(ls: PlainspeakServer, params: Any) -> dict[str, Any]:
    uri = params.uri if hasattr(params, "uri") else params["uri"]
    document, view = ls.documents.get(uri), await ls.view_now(uri)
    if document is None or view is None:
        return {"uri": uri, "version": document.version if document else 0, "total": 0, "groups": []}
    return groups_of(view, document.settings)


def _wants(kinds: Sequence[str], kind: str) -> bool:
    """Tell whether one of some kinds of actions is a kind, or holds it as "source" holds "source.fixAll"."""
    # Kinds are members of an enumeration of texts: put into a text, they would give their names and not what they hold.
    return any((kind + ".").startswith(each + ".") for each in kinds)


def _at(position: types.Position) -> Range:
    at = _position(position)
    return Range(at, at)


def _position(position: types.Position) -> Position:
    return Position(position.line, position.character)


def _range(place: Range) -> types.Range:
    return types.Range(
        types.Position(place.start.line, place.start.units), types.Position(place.end.line, place.end.units)
    )
