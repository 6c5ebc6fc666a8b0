"""What a writer can have done by command. Each takes one object and answers with one that says so in a ``message``."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any

from lsprotocol import types

from plainspeak.errors import PlainspeakError
from plainspeak.exports.markdown import page_markdown
from plainspeak.exports.report.page import report_pages
from plainspeak.exports.words_used import words_used
from plainspeak.reporters.summary import counted, first_things, overview
from plainspeak_lsp.actions import workspace_edit
from plainspeak_lsp.additions import Added, add_to_glossary, ignore_in_project
from plainspeak_lsp.documents import OpenDocument
from plainspeak_lsp.fixes import TextChange
from plainspeak_lsp.ignoring import ignore_here, ignore_in_file
from plainspeak_lsp.positions import Position
from plainspeak_lsp.server import PlainspeakServer
from plainspeak_lsp.view import Range, View
from plainspeak_lsp.workspace_check import check_workspace

__all__ = ["register"]

Answer = dict[str, Any]
Command = Callable[[PlainspeakServer, Mapping[str, Any]], Awaitable[Answer]]

_NOT_CHECKED = "There is nothing to say of this text: it isn\u2019t open here, or it isn\u2019t checked."


def register(server: PlainspeakServer) -> None:
    """Let a server take commands."""
    commands: Mapping[str, Command] = {
        "checkWorkspace": check_workspace,
        "jargonBuster": _jargon_buster,
        "score": _score,
        "report": _report,
        "ignoreHere": _ignore_here,
        "ignoreInFile": _ignore_in_file,
        "ignoreInProject": _ignore_in_project,
        "addToGlossary": _add_to_glossary,
        "reload": _reload,
        "toggle": _toggle,
    }
    for name, command in commands.items():
        server.command(f"plainspeak.server.{name}")(_calm(command))


def _calm(command: Command) -> Callable[..., Awaitable[Answer]]:
    """Return a command that says what went wrong instead of failing."""

    async def run(ls: PlainspeakServer, *arguments: Any) -> Answer:
        given = arguments[0] if arguments and isinstance(arguments[0], Mapping) else {}
        try:
            return await command(ls, given)
        except PlainspeakError as error:
            return _failed(str(error))
        except KeyError as error:
            return _failed(f"This command needs {error}.")

    return run


def _failed(message: str) -> Answer:
    return {"failed": True, "message": message}


def _checked(view: View | None) -> View:
    if view is None:
        raise PlainspeakError(_NOT_CHECKED)
    return view


async def _jargon_buster(ls: PlainspeakServer, given: Mapping[str, Any]) -> Answer:
    view = _checked(await ls.whole_view_of(given["uri"]))
    used = words_used([view.report], view.checker.glossary)
    return {
        "markdown": page_markdown(used.page),
        "undecided": list(used.undecided),
        "unexplained": list(used.unexplained),
        "message": f"{counted(len(used.page.entries), 'word')} explained.",
    }


async def _score(ls: PlainspeakServer, given: Mapping[str, Any]) -> Answer:
    view = _checked(await ls.whole_view_of(given["uri"]))
    report = view.report
    lines = overview(report)
    return {
        "lines": lines,
        "firstThings": first_things(report),
        "words": report.words,
        "readingAge": report.reading.reading_age,
        "level": report.reading.level,
        "findings": len(report.findings),
        "unexplained": report.lay_reader.unexplained_terms,
        "message": " ".join(lines),
    }


async def _report(ls: PlainspeakServer, given: Mapping[str, Any]) -> Answer:
    view = _checked(await ls.whole_view_of(given["uri"]))
    return await asyncio.get_running_loop().run_in_executor(ls.executor, _report_page, view)


def _report_page(view: View) -> Answer:
    # The page shows the text itself, so it is read in one piece.
    report = view.checker.check(view.text, media_type=view.report.document.media_type, name=view.report.name)
    made = report_pages([report], view.checker.glossary, view.checker.config)
    verdict = made.verdicts[0][1]
    return {"html": next(iter(made.pages.values())), "verdict": verdict, "message": verdict}


async def _ignore_here(ls: PlainspeakServer, given: Mapping[str, Any]) -> Answer:
    view = _checked(await ls.view_now(given["uri"]))
    at = Position(given["at"]["line"], given["at"]["character"])
    place = Range(at, at)
    finding = next((each for each in view.findings_at(place) if each.rule == given["rule"]), None)
    change = ignore_here(finding, place, view, given.get("reason") or "") if finding else None
    return await _changed(ls, view, change)


async def _ignore_in_file(ls: PlainspeakServer, given: Mapping[str, Any]) -> Answer:
    view = _checked(await ls.view_now(given["uri"]))
    return await _changed(ls, view, ignore_in_file(given["rule"], view, given.get("reason") or ""))


async def _changed(ls: PlainspeakServer, view: View, change: TextChange | None) -> Answer:
    """Have an editor change its text, which isn't another meanwhile."""
    if change is not None:
        edit = types.ApplyWorkspaceEditParams(workspace_edit(view, [change], ls.editor), "Ignore")
        if (await ls.workspace_apply_edit_async(edit)).applied:
            return {"message": "A comment in the text asks to ignore this. Undo takes it back."}
    raise PlainspeakError("The text has changed meanwhile. Please choose again.")


async def _ignore_in_project(ls: PlainspeakServer, given: Mapping[str, Any]) -> Answer:
    document, root = await _project_of(ls, given["uri"])
    return _added(ls, ignore_in_project(document.project, root, given["rule"], given.get("reason") or ""))


async def _add_to_glossary(ls: PlainspeakServer, given: Mapping[str, Any]) -> Answer:
    document, root = await _project_of(ls, given["uri"])
    head = "acronym" if given.get("letters") else "term"
    entry = {head: given["term"], **{key: given[key] for key in ("expansion", "meaning", "instead") if given.get(key)}}
    return _added(ls, add_to_glossary(document.project, root, given.get("layer", "project"), entry))


async def _project_of(ls: PlainspeakServer, uri: str) -> tuple[OpenDocument, Path]:
    document = ls.documents.get(uri)
    if document is None:
        raise PlainspeakError("Open the text first.")
    await ls.prepare(document)
    return document, ls.settings.folder_of(uri) or Path(document.name).parent


def _added(ls: PlainspeakServer, added: Added) -> Answer:
    ls.reload()
    return {"message": added.message, "uri": added.path.resolve().as_uri(), "line": added.line - 1}


async def _reload(ls: PlainspeakServer, _given: Mapping[str, Any]) -> Answer:
    ls.reload()
    return {"message": "The settings and glossaries are read again."}


async def _toggle(ls: PlainspeakServer, given: Mapping[str, Any]) -> Answer:
    ls.is_on = bool(given.get("on", not ls.is_on))
    ls.look_again()
    return {"on": ls.is_on, "message": f"Hints are {'on' if ls.is_on else 'off'}."}
