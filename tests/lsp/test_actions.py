"""Quick fixes: what they write, and that a fresh check finds nothing more there."""

from __future__ import annotations

import pytest
from lsprotocol import types

from plainspeak_lsp.actions import actions_at, fix_all, resolved
from plainspeak_lsp.editor import Editor
from plainspeak_lsp.fixes import all_of, fixes_of
from plainspeak_lsp.ignoring import ignore_here, ignore_in_file
from plainspeak_lsp.positions import Encoding
from plainspeak_lsp.view import View

from .texts import changed, checker, inside, view_of

ABLE = Editor(encoding=Encoding.UTF16, versioned=True, resolves=True, prompts=True)


def titles(view: View, text: str, words: str, number: int = 0, editor: Editor = ABLE) -> list[str]:
    """The quick fixes at some words."""
    return [each.title for each in actions_at(view, inside(text, words, number), editor, (), ["project"])]


def test_the_best_fix_comes_first_and_alone_is_preferred() -> None:
    """What puts the words right stands before what leaves them be."""
    text = "We utilise it. We utilised it in order to learn.\n"
    view = view_of(text)
    actions = list(actions_at(view, inside(text, "utilised"), ABLE, (), ["project"]))
    assert [each.title for each in actions] == [
        "Write \u201cused\u201d",
        "Put all 3 of this kind right (wordy-phrase)",
        "Make every safe change",
        "Ignore \u201cwordy-phrase\u201d here\u2026",
        "Ignore \u201cwordy-phrase\u201d in this file\u2026",
        "Ignore \u201cwordy-phrase\u201d in this project\u2026",
    ]
    assert [each.is_preferred for each in actions].count(True) == 1
    edit = actions[0].edit
    assert edit is not None
    assert edit.document_changes is not None
    assert edit.document_changes[0].text_document.version == 7  # type: ignore[union-attr]


def test_an_editor_that_can_ask_asks_why_something_is_ignored() -> None:
    """Each action says by its dots that there is a question, and where the words are."""
    text = "We saw. We utilise it.\n"
    actions = list(actions_at(view_of(text), inside(text, "utilise"), ABLE, (), ()))
    asking = [each.command for each in actions if each.command]
    assert [(each.title, each.command) for each in asking] == [
        ("Ignore \u201cwordy-phrase\u201d here\u2026", "plainspeak.ignoreHere"),
        ("Ignore \u201cwordy-phrase\u201d in this file\u2026", "plainspeak.ignoreInFile"),
        ("Ignore \u201cwordy-phrase\u201d in this project\u2026", "plainspeak.ignoreInProject"),
    ]
    assert asking[0].arguments is not None
    assert asking[0].arguments[0]["at"] == {"line": 0, "character": inside(text, "utilise").start.units}


def test_letters_are_spelt_out_at_the_first_use_from_a_later_one() -> None:
    """The title says where; the change is there."""
    text = "The ICB met.\n\nThen the ICB left.\n"
    view = view_of(text)
    assert titles(view, text, "ICB")[0] == "Write \u201cintegrated care board (ICB)\u201d"
    later = inside(text, "ICB", 1)
    finding = view.findings_at(later)[0]
    (fix,) = fixes_of(finding, view, later)
    assert fix.title == "Write \u201cintegrated care board (ICB)\u201d at the first use, in line 1"
    assert changed(text, fix.changes) == "The integrated care board (ICB) met.\n\nThen the ICB left.\n"


def test_a_mark_is_linked_to_its_fix() -> None:
    """An editor shows the fix at the mark."""
    text = "We utilise it.\n"
    view = view_of(text)
    mark = types.Diagnostic(
        types.Range(types.Position(0, 3), types.Position(0, 10)),
        "",
        data={"id": view.findings[0].fingerprint, "rule": "wordy-phrase"},
    )
    first = next(actions_at(view, inside(text, "utilise"), ABLE, [mark], ()))
    assert first.diagnostics == [mark]


def test_all_of_a_kind_and_all_that_is_safe() -> None:
    """Each is made once, apart from the others; the change is worked out when it is chosen."""
    text = "We utilise it. We *utilise* that, e.g. in order to help the CQC.\n"
    view = view_of(text)
    wordy = all_of((each for each in view.findings if each.rule == "wordy-phrase"), view)
    assert changed(text, wordy) == "We use it. We *use* that, e.g. to help the CQC.\n"
    (safe,) = fix_all(view, ABLE)
    assert safe.kind == "source.fixAll.plainspeak"
    assert safe.edit is not None
    many = next(each for each in actions_at(view, inside(text, "utilise"), ABLE, (), ()) if each.data)
    assert many.edit is None
    assert resolved(many, view, ABLE).edit is not None


def test_an_editor_that_can_do_less_gets_the_change_at_once() -> None:
    """Without versions and without a second question."""
    text = "We utilise it. We utilise that.\n"
    actions = list(actions_at(view_of(text), inside(text, "utilise"), Editor(), (), ["project"]))
    assert all(each.edit and each.edit.changes for each in actions if each.command is None)
    assert [each.command.command for each in actions if each.command] == ["plainspeak.server.ignoreInProject"]
    assert not any("\u2026" in each.title for each in actions)


def test_unknown_letters_can_go_into_a_glossary() -> None:
    """Known ones are there already."""
    text = "The QZE and the ICB met.\n"
    view = view_of(text)
    assert "Add \u201cQZE\u201d to the project\u2019s glossary\u2026" in titles(view, text, "QZE")
    assert not any(title.startswith("Add") for title in titles(view, text, "ICB"))


def test_special_characters_stay_text_in_a_web_page() -> None:
    """An ampersand in plain words is written as a page has it."""
    text = "<p>The A&amp;E target was met, and the ICB met.</p>\n"
    view = view_of(text, "text/html")
    for finding in view.findings:
        for fix in fixes_of(finding, view):
            assert all("&" not in change.text or "&amp;" in change.text for change in fix.changes)


PLACES = {
    "text/markdown": [
        "We utilise it.\n",
        "Text.\n\nWe utilise\nit.\n",
        "# We utilise it\n\nText.\n",
        "- One.\n- We utilise\n  it.\n- We saw.\n",
        "1. One.\n\n   We utilise it.\n",
        "| A | B |\n|---|---|\n| We utilise it | c |\n",
        "---\ntitle: A\n---\n\nWe utilise it.\n",
        "We utilise it\n=============\n",
        "Text\nWe utilise it.",
    ],
    "text/plain": ["We utilise it.\n", "Text.\n\nWe utilise\nit.\n", "- One.\n- We utilise it.\n- We saw.\n"],
    "text/html": [
        "<!doctype html>\n<html><body><p>We utilise it.</p></body></html>\n",
        "<ul><li>We utilise it.<li>We saw.</ul>",
    ],
}


@pytest.mark.parametrize(("media_type", "text"), [(kind, text) for kind, texts in PLACES.items() for text in texts])
def test_what_is_ignored_is_told_no_more(media_type: str, text: str) -> None:
    """The comment counts for the words, changes nothing else that is read, and stays out of the text."""
    view = view_of(text, media_type)
    (finding,) = (each for each in view.findings if each.rule == "wordy-phrase")
    assert finding.at is not None
    words = [block.text for block in view.report.document.blocks]
    place = view.range_of(finding.at)
    why = "so says the Act --> or not\n--- who knows"
    for change in (
        ignore_here(finding, place, view),
        ignore_here(finding, place, view, why),
        ignore_in_file(finding.rule, view),
        ignore_in_file(finding.rule, view, why),
    ):
        assert change is not None
        after = checker().check(changed(text, [change]), media_type=media_type)
        assert not [each for each in after.findings if each.rule == "wordy-phrase"], changed(text, [change])
        assert [block.text for block in after.document.blocks] == words
        assert not after.notices


def test_several_fixes_in_a_row() -> None:
    """Each is for the text as it has become, and the last leaves nothing to put right."""
    text = "We utilise it in order to help. We commence it prior to May.\n"
    while True:
        view = view_of(text)
        fixes = [fix for finding in view.findings for fix in fixes_of(finding, view)]
        if not fixes:
            break
        text = changed(text, fixes[0].changes)
    assert text == "We use it to help. We start it before May.\n"
