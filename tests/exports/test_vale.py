"""The folder for Vale is what Vale reads: https://vale.sh/docs/checks/substitution and /docs/keys/vocab."""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from plainspeak.exports.files import write_folder
from plainspeak.exports.vale import vale_files
from plainspeak.glossary import Meaning, Term

if TYPE_CHECKING:
    from pathlib import Path

    from plainspeak.glossary import Glossary


def rule(files: dict[str, str], name: str) -> dict[str, Any]:
    """Return one of the rules."""
    data: dict[str, Any] = yaml.safe_load(files[f"styles/Plainspeak/{name}.yml"])
    return data


def test_files(made: Glossary) -> None:
    """Settings, a rule for each of ours that has swaps, and a vocabulary; each says whose it is."""
    files = vale_files(list(made))
    assert sorted(files) == [
        ".vale.ini",
        "styles/Plainspeak/ClinicalTerm.yml",
        "styles/Plainspeak/Jargon.yml",
        "styles/Plainspeak/SpecialMeaning.yml",
        "styles/Plainspeak/WordyPhrase.yml",
        "styles/config/vocabularies/Plainspeak/accept.txt",
    ]
    assert all(text.startswith("# plainspeak glossary, CC BY 4.0\n") for text in files.values())


def test_settings(made: Glossary) -> None:
    """They name the folder, the vocabulary and the style."""
    settings = configparser.ConfigParser()
    settings.read_string("[top]\n" + vale_files(list(made))[".vale.ini"])
    assert settings["top"]["StylesPath"] == "styles"
    assert settings["top"]["Vocab"] == settings["*.{md,txt,html}"]["BasedOnStyles"] == "Plainspeak"


def test_a_rule(made: Glossary) -> None:
    """It is a substitution with a level and a message that has room for both words."""
    jargon = rule(vale_files(list(made)), "Jargon")
    assert (jargon["extends"], jargon["level"], jargon["ignorecase"]) == ("substitution", "warning", True)
    assert jargon["message"].count("%s") == 2
    assert jargon["swap"]["care circle"] == "people who help"
    assert jargon["swap"]["caring ring"] == "ring of people"
    assert jargon["exceptions"] == ["(?i)care circle awards"]


def test_a_special_meaning_only_in_its_phrases(made: Glossary) -> None:
    """The word by itself is left alone."""
    swap = rule(vale_files(list(made)), "SpecialMeaning")["swap"]
    assert swap["acute ward"] == "hospital ward"
    assert "acute" not in swap


def test_what_is_part_of_a_longer_name() -> None:
    """A name that the glossary knows keeps the words that could be swapped elsewhere."""
    terms = [
        Term("joint care", "term", (Meaning("Care."),), instead=("shared care",)),
        Term("joint care board", "term", (Meaning("A board."),)),
        Term("JCG", "acronym", (Meaning(expansion="joint care group"),), acronym="JCG"),
    ]
    exceptions = rule(vale_files(terms), "Jargon")["exceptions"]
    assert exceptions == ["(?i)joint care board", "(?i)joint care group"]


def test_what_vale_cannot_tell_is_left_out() -> None:
    """A word that is jargon only as a verb would be reported as a noun too."""
    terms = [
        Term("action", "term", (Meaning("Do."),), instead=("do",), only_as="verb"),
        Term("a.b (c)", "term", (Meaning("Do."),), instead=("do", "act")),
    ]
    assert rule(vale_files(terms), "Jargon")["swap"] == {r"a\.b \(c\)": "do|act"}


def test_vocabulary(made: Glossary) -> None:
    """Each line is a pattern that takes the words of one first letter."""
    text = vale_files(list(made))["styles/config/vocabularies/Plainspeak/accept.txt"]
    patterns = [re.compile(line) for line in text.splitlines() if not line.startswith("#")]
    for word in ("NBD", "OZB", "ZQ", "myocardium"):
        assert any(pattern.fullmatch(word) for pattern in patterns), word


@pytest.mark.skipif(shutil.which("vale") is None, reason="Vale isn't installed")
def test_vale_runs(made: Glossary, tmp_path: Path) -> None:
    """Vale finds the words and leaves the longer name alone."""
    write_folder(tmp_path / "vale", vale_files(list(made)))
    paper = tmp_path / "vale" / "paper.md"
    paper.write_text("Care circle awards went out. The care circle met in order to rest.\n", encoding="utf-8")
    asked = ["vale", "--output=line", paper.name]
    done = subprocess.run(asked, cwd=paper.parent, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines() == [
        "paper.md:1:34:Plainspeak.Jargon:Consider 'people who help' instead of 'care circle'.",
        "paper.md:1:50:Plainspeak.WordyPhrase:Consider 'to' instead of 'in order to'.",
    ]
