"""Each editorial rule finds what it is about, and leaves a good entry alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plainspeak.editorial import lint
from plainspeak.glossary import Glossary, Source, read_terms

if TYPE_CHECKING:
    from pathlib import Path

SOURCES = {
    "a-page": Source("A page", read="2026-11"),
    "a-title": Source("Only seen as a title"),
    "plainspeak-editors": Source("What we know", read="2026-11"),
}
GOOD = """
- acronym: NHS
  expansion: National Health Service
  meaning: The public health service of the country.
  known-to: [everyone]
  source: a-page
  checked: 2026-11
- term: reablement
  meaning: Short-term help to do everyday things again.
  source: a-page
  checked: 2026-11
- term: care pathway
  meaning: The steps of somebody’s care, such as reablement.
  instead: [plan of care]
  see: [reablement]
  source: a-page
  checked: 2026-11
- wording: in order to
  rule: wordy-phrase
  instead: [to]
  safe: true
  source: a-page
  checked: 2026-11
"""
FACTS = "\n  source: a-page\n  checked: 2026-11\n"


def problems(entry: str, tmp_path: Path, *, layer: str = "built-in") -> list[str]:
    """Return what lint says of an entry that stands after the good ones."""
    path = tmp_path / "terms.yaml"
    path.write_text(GOOD + entry, encoding="utf-8")
    terms = read_terms(path, layer)  # type: ignore[arg-type]
    return [problem.message for problem in lint(Glossary(terms), terms, SOURCES)]


def test_good_entries_have_no_problem(tmp_path: Path) -> None:
    """Nothing is said of entries that keep the rules."""
    assert problems("", tmp_path) == []


LONG = "This is a plain and simple word of the sort that we all know and use. " * 3


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (f"- term: x\n  meaning: {LONG}{FACTS}", "the meaning has 3 sentences; 2 are the most."),
        (f"- term: x\n  meaning: {LONG}{FACTS}", "the meaning has 48 words; 40 are the most."),
        (
            f"- term: x\n  meaning: {'a b c d e f ' * 5}{FACTS}",
            "a sentence of the meaning has 30 words; 25 are the most.",
        ),
        (
            "- term: x\n  meaning: Interoperability facilitates organisational transformation, notwithstanding "
            f"institutional heterogeneity across multidisciplinary constituencies and their environments.{FACTS}",
            "the meaning is for readers of",
        ),
        (f"- term: x\n  meaning: What an ABC does.{FACTS}", "'ABC' isn't explained in: What an ABC does."),
        (f"- term: x\n  meaning: The color of a thing.{FACTS}", "'color' isn't UK spelling"),
        (f"- term: x\n  meaning: Done in order to win.{FACTS}", "'in order to' could be plainer"),
        (f"- term: x\n  meaning: Help by reablement.{FACTS}", "'reablement' isn't linked (see: [reablement])"),
        (f"- term: x\n  meaning: Help.\n  see: [nowhere]{FACTS}", "see 'nowhere' leads nowhere."),
        (f"- term: x\n  meaning: Help.\n  see: [x]{FACTS}", "see 'x' leads nowhere."),
        ("- term: x\n  meaning: Help.\n", "it names no source."),
        ("- term: x\n  meaning: Help.\n  source: a-page\n", "it isn't checked"),
        ("- term: x\n  meaning: Help.\n  source: who\n  checked: 2026-11\n", "its source 'who' isn't in sources.yaml."),
        ("- term: x\n  meaning: Help.\n  source: a-page\n  checked: 2026\n", "checked '2026' isn't a month (YYYY-MM)."),
        (
            "- term: x\n  meaning: Help.\n  source: a-title\n  checked: 2026-11\n",
            "its source 'a-title' hasn't been read.",
        ),
        (
            "- term: x\n  meaning: Help.\n  source: plainspeak-editors\n  checked: 2026-11\n",
            "it is checked, but names no published source.",
        ),
        (f"- term: x\n  meaning: Help.\n  status: ended\n  date: 2022{FACTS}", "status 'ended' has no month"),
        (f"- term: x\n  meaning: Help.\n  status: renamed\n  date: 2022-07{FACTS}", "it is renamed, but to what?"),
        (f"- term: care-plan\n  meaning: Help.\n  forms: [care-pathways]{FACTS}", "'care pathways' stands for"),
        (
            f"- wording: utilise\n  rule: wordy-phrase\n  inflects: verb\n  instead: [decision]{FACTS}",
            "'decision' is offered for a verb, and isn't one.",
        ),
        (
            f"- term: granular\n  meaning: In great detail.\n  instead: [detailed]{FACTS}",
            "'detailed' is offered for a noun, and isn't one.",
        ),
        (f"- term: rate\n  meaning: How many.\n  forms: [rate per 100,000]{FACTS}", "'000' would be looked for."),
        (f"- wording: x y\n  rule: wordy-phrase\n  instead: ['to.']{FACTS}", "'to.' is offered, and ends in a mark"),
        (
            f"- wording: x y\n  rule: wordy-phrase\n  instead: [a, b]\n  safe: true{FACTS}",
            "it is safe, but offers 2 alternatives.",
        ),
        (
            f"- wording: x y\n  rule: wordy-phrase\n  instead: [in order to]{FACTS}",
            "'in order to' is offered, and has 'in order to' in it.",
        ),
        (
            f"- wording: x y\n  rule: power-language\n  instead: [z]\n  why: {'It is so. ' * 11}{FACTS}",
            "'why' and 'advice' have 33 words; 30 are the most.",
        ),
    ],
)
def test_each_rule_finds_its_problem(entry: str, said: str, tmp_path: Path) -> None:
    """A wrong entry is told what is wrong with it."""
    assert any(said in message for message in problems(entry, tmp_path)), problems(entry, tmp_path)


@pytest.mark.parametrize(
    "entry",
    [
        f"- wording: utilise\n  rule: wordy-phrase\n  inflects: verb\n  instead: [use, make use of]{FACTS}",
        f"- term: granular\n  inflects: adjective\n  meaning: In great detail.\n  instead: [detailed]{FACTS}",
        f"- term: case load\n  meaning: The people somebody helps.\n  instead: [the people they help]{FACTS}",
        f"- acronym: XYZ\n  expansion: extra young zebra\n  meaning: A zebra that has XYZ on it.{FACTS}",
        f"- term: x\n  meaning: A report by the NHS.{FACTS}",
        f"- term: x\n  meaning: What people call “reablement”.\n  see: [reablement]{FACTS}",
    ],
)
def test_near_misses(entry: str, tmp_path: Path) -> None:
    """What only looks like a problem isn't told."""
    assert problems(entry, tmp_path) == []


def test_the_place_is_told(tmp_path: Path) -> None:
    """A problem has the file and the line of its entry."""
    path = tmp_path / "terms.yaml"
    path.write_text("- term: x\n  meaning: Help.\n", encoding="utf-8")
    terms = read_terms(path)
    (problem, *_) = lint(Glossary(terms), terms, SOURCES)
    assert str(problem) == f"{path}:1: 'x': it names no source."


def test_letters_that_are_said_to_be_no_acronym(tmp_path: Path) -> None:
    """An entry for letters that are listed as ordinary capitals would never be used."""
    path = tmp_path / "terms.yaml"
    path.write_text(f"- acronym: GB\n  expansion: great big{FACTS}", encoding="utf-8")
    terms = read_terms(path)
    found = lint(Glossary(terms, frozenset({"GB"})), terms, SOURCES)
    assert [problem.message for problem in found] == [
        "'GB': 'GB' is listed as no acronym, so it would never be reported."
    ]


def test_an_organisation_needs_no_source(tmp_path: Path) -> None:
    """An organisation's words are its own; the other rules hold for them too."""
    assert problems("- term: x\n  meaning: Help.\n", tmp_path, layer="organisation") == []
    assert problems("- term: x\n  meaning: An ABC.\n", tmp_path, layer="organisation") != []


def test_two_entries_for_one_spelling(tmp_path: Path) -> None:
    """Two files of one layer may not both have an entry for a spelling; a later layer may."""
    (tmp_path / "one.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "two.yaml").write_text(f"- term: Reablement\n  meaning: Help.{FACTS}", encoding="utf-8")
    one, two = read_terms(tmp_path / "one.yaml"), read_terms(tmp_path / "two.yaml")
    found = lint(Glossary(one + two), one + two, SOURCES)
    assert [problem.message for problem in found] == [
        f"'Reablement': 'reablement' stands for the entry at {one[1].where} too. Keep one."
    ]
    later = read_terms(tmp_path / "two.yaml", "project")
    assert lint(Glossary(one).extended_by(later), [*one, *later], SOURCES) == []


def test_one_word_explained_twice(tmp_path: Path) -> None:
    """A word that is only met in phrases has one entry too; wording may be spelt alike."""
    path = tmp_path / "one.yaml"
    path.write_text(f"- term: protocol\n  meaning: Agreed steps.\n  only-in: [joint protocol]{FACTS}", encoding="utf-8")
    (tmp_path / "two.yaml").write_text(f"- term: protocol\n  meaning: Steps.{FACTS}", encoding="utf-8")
    one, two = read_terms(path), read_terms(tmp_path / "two.yaml")
    assert [problem.message for problem in lint(Glossary(one + two), one + two, SOURCES)] == [
        f"'protocol': the term 'protocol' stands for the entry at {one[0].where} too. Keep one."
    ]


def test_silence_of_nothing(tmp_path: Path) -> None:
    """A silence that no entry answers to is a slip of the pen."""
    path = tmp_path / "ours.yaml"
    path.write_text("- silence: reablment\n- silence: care pathway\n", encoding="utf-8")
    good = tmp_path / "good.yaml"
    good.write_text(GOOD, encoding="utf-8")
    ours = read_terms(path, "organisation")
    glossary = Glossary(read_terms(good)).extended_by(ours)
    assert [problem.message for problem in lint(glossary, ours, SOURCES)] == [
        "'reablment': nothing in the glossary has this name, so there is nothing to silence."
    ]
