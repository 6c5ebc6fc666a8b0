"""Quick fixes: what a writer can choose for the words at the caret."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from lsprotocol import types

from plainspeak.findings import Finding
from plainspeak.rules.wording import quoted
from plainspeak_lsp.editor import Editor
from plainspeak_lsp.fixes import TextChange, all_of, fixes_of
from plainspeak_lsp.ignoring import ignore_here, ignore_in_file
from plainspeak_lsp.positions import Position
from plainspeak_lsp.view import Range, View

__all__ = ["FIX_ALL", "actions_at", "fix_all", "resolved", "workspace_edit"]

FIX_ALL = "source.fixAll.plainspeak"
_QUICK = types.CodeActionKind.QuickFix
_LETTERS_IN = "acronym-"


def actions_at(
    view: View, at: Range, editor: Editor, shown: Sequence[types.Diagnostic], layers: Sequence[str]
) -> Iterator[types.CodeAction]:
    """Yield the quick fixes for a place: what puts the words right first, then what leaves them be.

    Args:
        view: of the document.
        at: where the writer is.
        editor: says what it can do.
        shown: the diagnostics that the editor shows there.
        layers: of glossaries that can be added to, ``project`` and perhaps ``organisation``.
    """
    # A mark on one word comes before one on the whole sentence.
    findings = sorted(view.findings_at(at), key=lambda finding: len(finding.text or "") or 10_000)
    marks = {mark.data["id"]: mark for mark in shown if isinstance(mark.data, dict) and "id" in mark.data}
    here = [(finding, fixes_of(finding, view, at), _marks(finding, marks)) for finding in findings]
    for _, fixes, marked in here:
        for number, fix in enumerate(fixes):
            edit = workspace_edit(view, fix.changes, editor)
            yield types.CodeAction(fix.title, _QUICK, marked, is_preferred=number == 0, edit=edit)
    for finding, fixes, marked in here:
        if fixes:
            yield from _fix_kind(view, finding, editor, marked)
    if any(all_of(view.findings, view, safe_only=True)):
        solved = [mark for _, fixes, marked in here if any(fix.safe for fix in fixes) for mark in marked or ()]
        yield _many(view, "Make every safe change", None, editor, solved or None)
    for finding, _, marked in here:
        yield from _ignores(view, finding, at, editor, marked)
        yield from _additions(view, finding, editor, layers)


def fix_all(view: View, editor: Editor) -> Iterator[types.CodeAction]:
    """Yield the action that makes every safe change, as editors run it when a file is saved."""
    changes = all_of(view.findings, view, safe_only=True)
    if changes:
        edit = workspace_edit(view, changes, editor)
        yield types.CodeAction("Make every safe change", FIX_ALL, edit=edit)


def resolved(action: types.CodeAction, view: View, editor: Editor) -> types.CodeAction:
    """Return a chosen action with its change, made for the text as it is now."""
    rule = action.data.get("rule") if isinstance(action.data, dict) else None
    action.edit = workspace_edit(view, _changes_of(view, rule), editor)
    return action


def workspace_edit(view: View, changes: Sequence[TextChange], editor: Editor) -> types.WorkspaceEdit:
    """Return changes of a document as editors take them; one that can tells versions apart refuses them if stale."""
    edits = [types.TextEdit(_range(change.place), change.text) for change in changes]
    if not editor.versioned:
        return types.WorkspaceEdit(changes={view.uri: edits})
    document = types.OptionalVersionedTextDocumentIdentifier(view.uri, view.version)
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, edits)])


def _changes_of(view: View, rule: str | None) -> tuple[TextChange, ...]:
    """Return the changes for all findings of a rule, or for all that are safe without one."""
    if rule is None:
        return all_of(view.findings, view, safe_only=True)
    return all_of((each for each in view.findings if each.rule == rule), view)


def _many(
    view: View, title: str, rule: str | None, editor: Editor, marks: list[types.Diagnostic] | None
) -> types.CodeAction:
    if editor.resolves:
        return types.CodeAction(title, _QUICK, marks, data={"uri": view.uri, "rule": rule})
    return types.CodeAction(title, _QUICK, marks, edit=workspace_edit(view, _changes_of(view, rule), editor))


def _fix_kind(
    view: View, finding: Finding, editor: Editor, marks: list[types.Diagnostic] | None
) -> Iterator[types.CodeAction]:
    alike = [each for each in view.findings if each.rule == finding.rule and each.suggestions]
    if len(alike) > 1:
        yield _many(view, f"Put all {len(alike)} of this kind right ({finding.rule})", finding.rule, editor, marks)


def _ignores(
    view: View, finding: Finding, at: Range, editor: Editor, marks: list[types.Diagnostic] | None
) -> Iterator[types.CodeAction]:
    rule = quoted(finding.rule)
    place = {"line": at.start.line, "character": at.start.units}
    arguments = {"uri": view.uri, "rule": finding.rule, "at": place}
    ways = {
        ("here", "ignoreHere"): ignore_here(finding, at, view),
        ("in this file", "ignoreInFile"): ignore_in_file(finding.rule, view),
    }
    for (where, command), change in ways.items():
        title = f"Ignore {rule} {where}"
        if change is not None and editor.prompts:
            yield _asking(title, command, arguments, editor, marks)
        elif change is not None:
            yield types.CodeAction(title, _QUICK, marks, edit=workspace_edit(view, [change], editor))
    yield _asking(f"Ignore {rule} in this project", "ignoreInProject", arguments, editor, marks)


def _additions(view: View, finding: Finding, editor: Editor, layers: Sequence[str]) -> Iterator[types.CodeAction]:
    """Yield what adds letters to a glossary that it doesn't know."""
    entry = view.letters_at(view.range_of(finding.at))
    if not finding.rule.startswith(_LETTERS_IN) or entry is None or entry.term is not None:
        return
    for layer in layers:
        arguments: dict[str, Any] = {"uri": view.uri, "layer": layer, "term": entry.form, "letters": True}
        if entry.expansion:
            arguments["expansion"] = entry.expansion
        elif not editor.prompts:
            return
        yield _asking(f"Add {quoted(entry.form)} to the {layer}\u2019s glossary", "addToGlossary", arguments, editor)


def _asking(
    title: str,
    command: str,
    arguments: dict[str, Any],
    editor: Editor,
    marks: list[types.Diagnostic] | None = None,
) -> types.CodeAction:
    """Return an action that needs some words of the writer: an editor that can ask for them does."""
    title, name = (f"{title}\u2026", command) if editor.prompts else (title, f"server.{command}")
    return types.CodeAction(
        title, _QUICK, marks, command=types.Command(title, f"plainspeak.{name}", arguments=[arguments])
    )


def _marks(finding: Finding, marks: dict[str, types.Diagnostic]) -> list[types.Diagnostic] | None:
    found = marks.get(finding.fingerprint)
    return [found] if found else None


def _range(place: Range) -> types.Range:
    return types.Range(_position(place.start), _position(place.end))


def _position(position: Position) -> types.Position:
    return types.Position(position.line, position.units)
