"""textstat's figures, offline."""

from __future__ import annotations

import importlib
import json
import math
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import plainspeak.readability
from plainspeak.readability.classic import classic_formulas, easy_words

NLTK_DATA = Path(plainspeak.readability.__file__).parent / "nltk_data"
TEXT = "The people commissioned hospital services. They were created by volunteers in the community."

NO_NETWORK = """
import json, socket, sys
def refuse(*arguments, **options):
    print("NETWORK", arguments, file=sys.stderr)
    raise OSError("the network is blocked")
socket.socket.connect = socket.socket.connect_ex = refuse
socket.create_connection = socket.getaddrinfo = refuse
text = sys.argv[1]
"""


def run(code: str, home: Path) -> subprocess.CompletedProcess[str]:
    """Run code in a process of its own that has no network and no nltk data, and return what it printed."""
    environment = {name: value for name, value in os.environ.items() if name != "NLTK_DATA"} | {"HOME": str(home)}
    command = [sys.executable, "-c", NO_NETWORK + code, TEXT]
    return subprocess.run(command, capture_output=True, text=True, check=True, env=environment)


def test_no_text_has_no_figures() -> None:
    """Give nothing for text without words."""
    assert classic_formulas("") == {}
    assert classic_formulas(" \n — ... ") == {}


def test_figures_are_textstats_own() -> None:
    """Give the figures that textstat gives with the full dictionary: 13 words, 2 sentences, 27 syllables."""
    figures = classic_formulas(TEXT)
    assert figures["flesch_kincaid_grade"] == pytest.approx(0.39 * 13 / 2 + 11.8 * 27 / 13 - 15.59)
    assert set(figures) >= {
        "flesch_reading_ease",
        "gunning_fog",
        "automated_readability_index",
        "coleman_liau_index",
        "linsear_write_formula",
        "lix",
    }


def test_no_download_and_no_message(tmp_path: Path) -> None:
    """Work in a fresh process without a network, and print nothing."""
    done = run(
        "from plainspeak.readability.classic import classic_formulas; print(json.dumps(classic_formulas(text)))",
        tmp_path,
    )
    assert done.stderr == ""
    assert json.loads(done.stdout) == pytest.approx(classic_formulas(TEXT))


def test_the_folder_is_in_nltks_own_layout(tmp_path: Path) -> None:
    """Let textstat alone find the folder through nltk, with the same figures and no network."""
    folder = tmp_path / "nltk_data"
    shutil.copytree(NLTK_DATA, folder)
    # nltk refuses data that the user's group may write to, which depends on how the repository was checked out.
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    done = run(
        f"import nltk, textstat; nltk.data.path[:] = [{str(folder)!r}]; print(textstat.flesch_kincaid_grade(text))",
        tmp_path,
    )
    assert done.stderr == ""
    assert float(done.stdout) == pytest.approx(classic_formulas(TEXT)["flesch_kincaid_grade"])


def test_another_language_set_elsewhere_does_not_matter() -> None:
    """Give English figures also when another part of the program has set textstat to German."""
    textstat = importlib.import_module("textstat")
    before = classic_formulas(TEXT)
    textstat.set_lang("de_DE")
    try:
        assert classic_formulas(TEXT) == before
    finally:
        textstat.set_lang("en_US")


@settings(max_examples=50, deadline=None)
@given(st.text())
def test_any_text_has_finite_figures(text: str) -> None:
    """Never fail, whatever the text."""
    assert all(math.isfinite(value) for value in classic_formulas(text).values())


def test_easy_words_are_read_without_importing_textstat(tmp_path: Path) -> None:
    """Read Dale and Chall's list without the cost of importing textstat or nltk."""
    done = run(
        "from plainspeak.readability.classic import easy_words; print(len(easy_words()), 'textstat' in sys.modules,"
        " 'nltk' in sys.modules)",
        tmp_path,
    )
    assert done.stdout.split() == [str(len(easy_words())), "False", "False"]


def test_easy_words_are_dale_and_challs() -> None:
    """Hold some 2,900 words in lower case, with "hospital" and without "commission"."""
    words = easy_words()
    assert 2_800 < len(words) < 3_100
    assert "hospital" in words
    assert "commission" not in words
    assert all(word == word.lower() for word in words)


def test_the_dictionary_is_acknowledged() -> None:
    """Ship the notice of the CMU Pronouncing Dictionary beside its data, and say that it is not the whole."""
    assert "Carnegie Mellon University" in (NLTK_DATA / "LICENSE").read_text(encoding="utf-8")
    assert "not the whole dictionary" in (NLTK_DATA / "README.md").read_text(encoding="utf-8")
