"""The dictionary for cspell holds what a spelling checker would stop at."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from plainspeak.exports.files import write_folder
from plainspeak.exports.spelling import cspell_files
from plainspeak.glossary import Meaning, Term

if TYPE_CHECKING:
    from pathlib import Path

    from plainspeak.glossary import Glossary


def test_words(made: Glossary) -> None:
    """Letters, and words of terms that aren't ordinary; no word of an explanation."""
    lines = cspell_files(list(made))["plainspeak-words.txt"].splitlines()
    assert lines[0] == "# plainspeak glossary, CC BY 4.0"
    assert {"NBD", "OZB", "myocardium"} <= set(lines)
    assert not {"care", "zebras", "streets"} & set(lines)


def test_settings_name_the_words(made: Glossary) -> None:
    """The dictionary that is defined is the one that is used, in British English."""
    files = cspell_files(list(made))
    settings = json.loads(files["cspell.json"])
    (dictionary,) = settings["dictionaryDefinitions"]
    assert settings["dictionaries"] == [dictionary["name"]]
    assert dictionary["path"].removeprefix("./") in files
    assert settings["language"] == "en-GB"


def test_letters_with_digits_and_marks() -> None:
    """They are taken apart as cspell takes text apart."""
    term = Term("R&D10QX", "acronym", (Meaning(expansion="x"),), acronym="R&D10QX")
    assert cspell_files([term])["plainspeak-words.txt"].splitlines()[1:] == ["QX"]


@pytest.mark.skipif(shutil.which("cspell") is None, reason="cspell isn't installed (npm install cspell)")
def test_cspell_knows_the_words(made: Glossary, tmp_path: Path) -> None:
    """With the folder, cspell finds only what is wrong."""
    folder = tmp_path / "cspell"
    write_folder(folder, cspell_files(list(made)))
    (folder / "paper.txt").write_text("NBDs? The NBD and the myocardium of OZBX.\n", encoding="utf-8")
    cspell = shutil.which("cspell") or ""
    asked = [cspell, "--no-progress", "--no-summary", "--words-only", "--config", "cspell.json", "paper.txt"]
    done = subprocess.run(asked, cwd=folder, capture_output=True, text=True, check=False)
    assert done.stdout.split() == ["OZBX"]
