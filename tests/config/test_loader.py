"""Configuration: where it is found, what it may say, and errors that say where and what instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from plainspeak.config import (
    PROFILES,
    CardLimits,
    Config,
    RowLimits,
    RuleSetting,
    find_config,
    load_config,
    profile_config,
)
from plainspeak.config.loader import did_you_mean, fail_on_of
from plainspeak.errors import ConfigError, UnknownNameError
from plainspeak.findings import Severity
from plainspeak.glossary import GlossaryFile

RULES = "acronym-undefined, acronym-ambiguous, acronym-unlinked, acronym-defined-late, acronym-conflicting"


def load(folder: Path, text: str, name: str = "plainspeak.yaml") -> Config:
    """Load a configuration from a text."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return load_config(path)


def test_profiles() -> None:
    """Each profile sets its limits; leaflets are stricter, and warn."""
    limits = {
        profile: (
            profile_config(profile).rules["long-sentence"].options["max_words"],
            profile_config(profile).rules["hard-to-read"].options["max_age"],
        )
        for profile in PROFILES
    }
    assert limits == {"meeting-paper": (25, 16), "public-document": (25, 14), "patient-leaflet": (20, 11)}
    leaflet = profile_config("patient-leaflet")
    assert {rule: setting.severity for rule, setting in leaflet.rules.items()} == {
        "long-sentence": Severity.WARNING,
        "hard-to-read": Severity.WARNING,
        "long-paragraph": None,
        "latin": Severity.INFORMATION,
        "clinical-term": Severity.WARNING,
    }
    assert all(profile_config(profile).profile == profile for profile in PROFILES)


def test_unknown_profile() -> None:
    """A wrong profile is told with the nearest right one."""
    with pytest.raises(UnknownNameError, match="no profile 'patient-leaflt'\\. Did you mean 'patient-leaflet'"):
        profile_config("patient-leaflt")


def test_default_is_the_meeting_paper(tmp_path: Path) -> None:
    """Without a file, with an empty one, and with a pyproject.toml that says nothing of plainspeak."""
    assert load_config() == profile_config("meeting-paper")
    assert load(tmp_path, "").rules == profile_config().rules
    assert load(tmp_path, "[tool.other]\nx = 1\n", "pyproject.toml") == profile_config()


YAML = """
profile: patient-leaflet
rules:
  jargon: off
  wordy-phrase: on
  power-language: warning
  long-sentence: {max-words: 15}
  hard-to-read: {max-age: 12, severity: hint}
glossaries: [ours.yaml, {organisation: ../trust.yaml}]
ignore:
  - archive/**
  - {path: old.md, rules: [jargon], reason: a list}
  - {path: new.md, rules: jargon}
fail-on: error
baseline: known.json
language-model: en_core_web_sm
"""
TOML = """
[project]
name = "x"

[tool.plainspeak]
profile = "patient-leaflet"
glossaries = ["ours.yaml", { organisation = "../trust.yaml" }]
ignore = [
  "archive/**",
  {path = "old.md", rules = ["jargon"], reason = "a list"},
  {path = "new.md", rules = "jargon"},
]
fail-on = "error"
baseline = "known.json"
language-model = "en_core_web_sm"

[tool.plainspeak.rules]
jargon = false
wordy-phrase = "on"
power-language = "warning"
long-sentence = {max-words = 15}

[tool.plainspeak.rules.hard-to-read]
max-age = 12
severity = "hint"
"""


@pytest.mark.parametrize(("name", "text"), [("plainspeak.yaml", YAML), ("pyproject.toml", TOML)])
def test_everything_at_once(tmp_path: Path, name: str, text: str) -> None:
    """YAML and TOML say the same; what a profile says stays where the file is silent; paths are the file's folder's."""
    config = load(tmp_path, text, name)
    assert config.profile == "patient-leaflet"
    assert config.rules == {
        "jargon": RuleSetting(enabled=False),
        "wordy-phrase": RuleSetting(),
        "power-language": RuleSetting(severity=Severity.WARNING),
        "long-sentence": RuleSetting(severity=Severity.WARNING, options={"max_words": 15}),
        "hard-to-read": RuleSetting(severity=Severity.HINT, options={"max_age": 12}),
        "long-paragraph": RuleSetting(options={"max_words": 80}),
        "latin": RuleSetting(severity=Severity.INFORMATION),
        "clinical-term": RuleSetting(severity=Severity.WARNING),
    }
    assert config.glossaries == (
        GlossaryFile(tmp_path / "ours.yaml", "project"),
        GlossaryFile(tmp_path / "../trust.yaml", "organisation"),
    )
    assert [(each.pattern, set(each.rules)) for each in config.ignores] == [
        ("archive/**", {"*"}),
        ("old.md", {"jargon"}),
        ("new.md", {"jargon"}),
    ]
    assert (config.fail_on, config.baseline, config.root) == (Severity.ERROR, tmp_path / "known.json", tmp_path)
    assert config.language_model == "en_core_web_sm"


def test_profile_on_the_command_line_comes_first(tmp_path: Path) -> None:
    """The profile that is asked for replaces the file's, and the file's rules are laid over it."""
    path = tmp_path / "plainspeak.yaml"
    path.write_text("profile: patient-leaflet\nrules: {long-sentence: {max-words: 30}}", encoding="utf-8")
    config = load_config(path, profile="public-document")
    assert config.profile == "public-document"
    assert config.rules["long-sentence"] == RuleSetting(options={"max_words": 30})
    assert config.rules["hard-to-read"].options == {"max_age": 14}


def test_a_setting_leaves_the_other_options(tmp_path: Path) -> None:
    """A severity alone leaves the profile's limit as it is, and "on" turns nothing else."""
    rules = load(tmp_path, "rules: {long-sentence: hint, hard-to-read: on}").rules
    assert rules["long-sentence"] == RuleSetting(severity=Severity.HINT, options={"max_words": 25})
    assert rules["hard-to-read"] == RuleSetting(options={"max_age": 16})


def test_limits_of_the_card(tmp_path: Path) -> None:
    """A file changes what it names, in YAML and TOML; the rest stays as the profile has it."""
    assert CardLimits() == profile_config().card
    changed = load(
        tmp_path, "profile: patient-leaflet\nreport-card: {acronyms: {red: 9}, reading-age: {amber: 9}}"
    ).card
    assert changed.acronyms == RowLimits(1, 9)
    assert changed.reading_age == RowLimits(9, 14)
    assert changed.jargon == profile_config("patient-leaflet").card.jargon
    table = "[tool.plainspeak]\nprofile = 'patient-leaflet'\n[tool.plainspeak.report-card]\n"
    rows = "acronyms = {red = 9}\nreading-age = {amber = 9}\n"
    assert load(tmp_path, table + rows, "pyproject.toml").card == changed


@pytest.mark.parametrize("row", ["acronyms", "jargon", "sentences", "power_language", "reading_age"])
def test_stricter_for_stricter_profiles(row: str) -> None:
    """Where a meeting paper is red, so are a public document and a leaflet; nothing is red before it is amber."""
    every = [getattr(profile_config(profile).card, row) for profile in PROFILES]
    assert [limits.red for limits in every] == sorted((limits.red for limits in every), reverse=True)
    assert [limits.amber for limits in every] == sorted((limits.amber for limits in every), reverse=True)
    assert all(limits.amber < limits.red for limits in every)


@pytest.mark.parametrize(("value", "limit"), [*((each.value, each) for each in Severity), ("never", None)])
def test_limit_for_failing(tmp_path: Path, value: str, limit: Severity | None) -> None:
    """Each severity and "never" can be set in YAML and TOML; the option of the command line takes the same words."""
    assert load(tmp_path, f"fail-on: {value}").fail_on is limit
    assert load(tmp_path, f"[tool.plainspeak]\nfail-on = '{value}'", "pyproject.toml").fail_on is limit
    assert fail_on_of(value, "--fail-on") is limit


def test_wrong_limit_for_failing() -> None:
    """The error stands where the caller says."""
    with pytest.raises(ConfigError) as caught:
        fail_on_of("waring", "--fail-on")
    assert str(caught.value) == "--fail-on: 'waring' can't be a limit for failing. Did you mean 'warning'?"


def test_nearest_upward(tmp_path: Path) -> None:
    """The nearest file wins; YAML goes before pyproject.toml in one folder; one without our table is passed over."""
    inner = tmp_path / "a" / "b" / "c"
    inner.mkdir(parents=True)
    (tmp_path / "plainspeak.yaml").touch()
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.plainspeak]\n", encoding="utf-8")
    (tmp_path / "a" / "b" / "pyproject.toml").write_text("[tool.other]\n", encoding="utf-8")
    assert find_config(inner) == tmp_path / "a" / "pyproject.toml"
    (tmp_path / "a" / "plainspeak.yml").touch()
    assert find_config(inner) == tmp_path / "a" / "plainspeak.yml"
    (tmp_path / "a" / "plainspeak.yaml").touch()
    assert find_config(inner) == tmp_path / "a" / "plainspeak.yaml"
    assert find_config(tmp_path) == tmp_path / "plainspeak.yaml"


def test_no_file_upward(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without any file there is none."""
    monkeypatch.setattr(Path, "is_file", lambda _: False)
    assert find_config(tmp_path) is None


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("\nproflie: x", 2, "'proflie' isn't a setting. Did you mean 'profile'?"),
        (
            "5: x",
            1,
            "'5' isn't a setting. Choose from: profile, rules, report-card, glossaries, ignore, fail-on, baseline, "
            "language-model.",
        ),
        ("profile: meting-paper", 1, "There is no profile 'meting-paper'. Did you mean 'meeting-paper'?"),
        ("rules:\n  jargon: off\n  jargn: off", 3, "There is no rule 'jargn'. Did you mean 'jargon'?"),
        ("rules: {qqq: off}", 1, f"There is no rule 'qqq'. Choose from: {RULES}"),
        ("rules:\n  jargon: waring", 2, "'waring' isn't a severity. Did you mean 'warning'?"),
        ("rules:\n  jargon:\n    severity: hnt", 3, "'hnt' isn't a severity. Did you mean 'hint'?"),
        ("rules:\n  long-sentence:\n    max-wrds: 3", 3, "isn't an option of long-sentence. Did you mean 'max-words'?"),
        ("rules:\n  jargon: {max-words: 3}", 2, "'max-words' isn't an option of jargon. Choose from: severity."),
        ("rules: {long-sentence: {max-words: 0}}", 1, "'max-words' is a whole number from 1 up, such as 20."),
        ("rules: {long-sentence: {max-words: true}}", 1, "'max-words' is a whole number from 1 up"),
        ("rules: {long-sentence: {max-words: '3'}}", 1, "'max-words' is a whole number from 1 up"),
        ("rules: {long-sentence: {max-words: 2.5}}", 1, "'max-words' is a whole number from 1 up"),
        ("rules: {jargon: 5}", 1, "Write on, off, a severity, or options such as {max-words: 20}."),
        ("rules: [jargon]", 1, "'rules' holds a line for each rule, such as 'jargon: off'."),
        ("rules: &x {jargon: *x}", 1, "'jargon' isn't an option of jargon."),
        (
            "profile: meeting-paper\nfail-on: eror",
            2,
            "'eror' can't be a limit for failing. Did you mean 'error'?",
        ),
        ("fail-on: nevr", 1, "'nevr' can't be a limit for failing. Did you mean 'never'?"),
        (
            "fail-on: 5",
            1,
            "'5' can't be a limit for failing. Choose from: hint, information, warning, error, never.",
        ),
        ("fail-on: [error]", 1, "'['error']' can't be a limit for failing. Did you mean 'error'?"),
        ("fail-on:", 1, "'None' can't be a limit for failing."),
        ("\nlanguage-model: [5]", 2, "'language-model' is the name of an installed spaCy pipeline, such as"),
        ("glossaries: [5]", 1, "Each glossary is a path, or 'organisation: path' for one that several projects share."),
        ("glossaries: [{a: b, c: d}]", 1, "Each glossary is a path, or 'organisation: path'"),
        (
            "glossaries:\n  - a.yaml\n  - organization: b.yaml",
            3,
            "isn't a layer of the glossary. Did you mean 'organisation'?",
        ),
        ("glossaries: [{project: 5}]", 1, "isn't a layer of the glossary."),
        ("report-card: 5", 1, "'report-card' holds a line for each row, such as 'acronyms: {amber: 1, red: 5}'."),
        ("report-card:\n  jargn: {red: 5}", 2, "The card has no row 'jargn'. Did you mean 'jargon'?"),
        ("report-card: {5: {red: 5}}", 1, "The card has no row '5'. Choose from: acronyms, jargon, sentences,"),
        ("report-card:\n  jargon: 5", 2, "Write the two figures of a row, such as {amber: 1, red: 5}."),
        ("report-card:\n  jargon: {}", 2, "Write the two figures of a row"),
        ("report-card:\n  jargon:\n    green: 5", 3, "'green' isn't a colour of the card. Choose from: amber, red."),
        ("report-card:\n  jargon:\n    red: 0", 3, "'red' is a whole number from 1 up, such as 5."),
        ("report-card: {jargon: {red: 2.5}}", 1, "'red' is a whole number from 1 up"),
        ("report-card: {jargon: {red: yes}}", 1, "'red' is a whole number from 1 up"),
        (
            "report-card:\n\n  jargon: {red: 2}",
            3,
            "Here red begins at 2, below amber at 3. Set both, red the higher.",
        ),
        ("ignore: 5", 1, "'ignore' is a list of paths, such as '- archive/**'."),
        ("ignore:\n  - a\n  - {path: x, rule: [jargon]}", 3, "An ignore is a path, or {path: ..., rules: [...]"),
        ("ignore:\n  - {path: x, rules: [jargn]}", 2, "There is no rule 'jargn'. Did you mean 'jargon'?"),
        ("ignore:\n  - {path: x, rules: 5}", 2, "'rules' is a list of rules, such as [jargon]."),
        ("ignore:\n  - {path: x, rules: [[jargon]]}", 2, "'rules' is a list of rules"),
        ("ignore:\n  - a\n  - '!'", 3, "'!' isn't a pattern. Write one as in .gitignore, such as archive/**."),
        ("- profile", 1, "A configuration is a set of 'key: value' lines"),
        ("a: 1\n\tb: 2", 2, "This isn't valid YAML: found"),
        ("a: 1\nb: {", 2, "This isn't valid YAML"),
        ("? [a]\n: b", 1, "This isn't valid YAML: found unhashable key."),
        ("a: 1\nb: \x01", 2, "This isn't valid YAML"),
        ("a: 1\n---\nb: 1", 2, "This isn't valid YAML"),
    ],
)
def test_yaml_errors(tmp_path: Path, text: str, line: int, said: str) -> None:
    """Each error names the file and line, says what is wrong, and offers what is right."""
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, text)
    assert caught.value.where == f"{tmp_path / 'plainspeak.yaml'}:{line}"
    assert said in caught.value.message
    assert caught.value.message.endswith((".", "?"))


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("[tool.plainspeak]\nproflie = 'x'", 2, "'proflie' isn't a setting. Did you mean 'profile'?"),
        ("[tool.plainspeak]\nprofile = 'meting-paper'", 2, "Did you mean 'meeting-paper'?"),
        ("[tool.plainspeak]\nrules = {jargn = 'off'}", 2, "There is no rule 'jargn'. Did you mean 'jargon'?"),
        ("[tool.plainspeak]\n\nrules.jargon = 'waring'", 3, "Did you mean 'warning'?"),
        ("[tool.plainspeak.rules]\njargon = 'waring'", 2, "Did you mean 'warning'?"),
        ("[tool.plainspeak.rules.long-sentence]\nmax-wrds = 3", 2, "Did you mean 'max-words'?"),
        ("[tool.plainspeak]\nrules = {long-sentence = {max-wrds = 3}}", 2, "Did you mean 'max-words'?"),
        ("[x]\n[[tool.plainspeak.ignore]]\npath = 'x'\nrules = ['jargn']", 2, "Did you mean 'jargon'?"),
        ("[tool.plainspeak.report-card]\njargon = {rde = 5}", 2, "'rde' isn't a colour of the card."),
        ("[tool.plainspeak.report-card.jargon]\nred = 'x'", 2, "'red' is a whole number from 1 up"),
        ("[tool.plainspeak]\nfail-on = 2026-01-01", 2, "'2026-01-01' can't be a limit for failing."),
        ("[tool.plainspeak]\nprofile = ", 2, "This isn't valid TOML"),
        ("a = 1\n[tool.plainspeak", 2, "This isn't valid TOML"),
    ],
)
def test_toml_errors(tmp_path: Path, text: str, line: int, said: str) -> None:
    """The same in pyproject.toml."""
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, text, "pyproject.toml")
    assert caught.value.where == f"{tmp_path / 'pyproject.toml'}:{line}"
    assert said in caught.value.message


@pytest.mark.parametrize("text", ["tool = 5", "[tool]\nplainspeak = 3"])
def test_toml_without_a_table(tmp_path: Path, text: str) -> None:
    """Where ``tool.plainspeak`` is no table there is nothing to read."""
    assert load(tmp_path, text, "pyproject.toml") == profile_config()


def test_unreadable_files(tmp_path: Path) -> None:
    """A missing file and one that isn't UTF-8 are told by their path."""
    with pytest.raises(ConfigError, match=r"There is no such configuration file\. Check the path\.") as caught:
        load_config(tmp_path / "none.yaml")
    assert caught.value.where == str(tmp_path / "none.yaml")
    path = tmp_path / "latin.yaml"
    path.write_bytes("profile: caf\xe9".encode("latin-1"))
    with pytest.raises(ConfigError, match=r"Save it as UTF-8 text\."):
        load_config(path)


def test_did_you_mean() -> None:
    """The nearest name is offered, and all of them where none is near."""
    assert did_you_mean("jargn", ["jargon", "other"]) == "Did you mean 'jargon'?"
    assert did_you_mean("zzz", ["jargon", "other"]) == "Choose from: jargon, other."
