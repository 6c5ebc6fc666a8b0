"""Find, read and check a configuration: ``plainspeak.yaml`` or ``[tool.plainspeak]``, the nearest one upward."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from plainspeak.config.located import Located, read_toml_table, read_yaml
from plainspeak.config.model import DEFAULT_PROFILE, CardLimits, Config, PathIgnore, RowLimits, RuleSetting
from plainspeak.errors import ConfigError, UnknownNameError
from plainspeak.findings import Severity
from plainspeak.glossary import GlossaryFile
from plainspeak.rules import RULES

__all__ = ["PROFILES", "did_you_mean", "fail_on_of", "find_config", "load_config", "profile_config"]

PROFILES = ("meeting-paper", "public-document", "patient-leaflet")
_FILE_NAMES = ("plainspeak.yaml", "plainspeak.yml")
_KEYS = ("profile", "rules", "report-card", "glossaries", "ignore", "fail-on", "baseline", "language-model")
_RULES = {rule.id: rule for rule in RULES}


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a hint after a wrong name: the nearest right one, or all of them."""
    names = list(known)
    close = difflib.get_close_matches(word, names, n=1, cutoff=0.5)
    return f"Did you mean '{close[0]}'?" if close else f"Choose from: {', '.join(names)}."


def profile_config(profile: str = DEFAULT_PROFILE) -> Config:
    """Return the configuration that a profile is.

    Raises:
        UnknownNameError: there is no such profile.
    """
    if profile not in PROFILES:
        raise UnknownNameError(f"There is no profile '{profile}'. {did_you_mean(profile, PROFILES)}")
    return _profile(profile)


@cache
def _profile(profile: str) -> Config:
    name = f"{profile}.yaml"
    located = read_yaml(files("plainspeak.config").joinpath("presets", name).read_text(encoding="utf-8"), name)
    return Config(profile=profile, rules=_rule_settings(located), card=_card(located, CardLimits()))


def without_rules(config: Config) -> Config:
    """Return a configuration in which every rule is off: for what needs the acronyms or the terms, but no findings."""
    return replace(config, rules={rule.id: RuleSetting(enabled=False) for rule in RULES})


def find_config(start: Path) -> Path | None:
    """Return the nearest configuration file in a folder or those above it, or ``None``."""
    for folder in (start, *start.parents):
        for name in _FILE_NAMES:
            if (folder / name).is_file():
                return folder / name
        pyproject = folder / "pyproject.toml"
        if pyproject.is_file() and "[tool.plainspeak" in _text_of(pyproject):
            return pyproject
    return None


def load_config(path: Path | None = None, *, profile: str | None = None) -> Config:
    """Return the configuration of a file, or the plain profile without one.

    Args:
        path: ``plainspeak.yaml`` or ``pyproject.toml``.
        profile: use this profile in place of the one that the file names.

    Raises:
        ConfigError: the file is wrong; the message says at which line, and what is allowed.
        UnknownNameError: there is no such profile.
    """
    if path is None:
        return profile_config(profile or DEFAULT_PROFILE)
    text, name = _text_of(path), str(path)
    located = read_toml_table(text, name) if path.suffix == ".toml" else read_yaml(text, name)
    if located is None:
        return profile_config(profile or DEFAULT_PROFILE)
    return _config_of(located, Path(os.path.abspath(path)).parent, profile)


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ConfigError("There is no such configuration file. Check the path.", where=str(path)) from None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError("This configuration can't be read. Save it as UTF-8 text.", where=str(path)) from error


def _config_of(located: Located, folder: Path, profile: str | None) -> Config:
    data = located.data
    for key in data:
        if key not in _KEYS:
            raise ConfigError(
                f"'{key}' isn't a setting. {did_you_mean(str(key), _KEYS)}", where=located.where(str(key))
            )
    chosen = profile or data.get("profile", DEFAULT_PROFILE)
    if chosen not in PROFILES:
        raise ConfigError(
            f"There is no profile '{chosen}'. {did_you_mean(str(chosen), PROFILES)}", where=located.where("profile")
        )
    base = profile_config(chosen)
    rules = dict(base.rules)
    for rule, setting in _rule_settings(located).items():
        rules[rule] = rules.get(rule, RuleSetting()).updated_by(setting)
    baseline = data.get("baseline")
    return replace(
        base,
        rules=rules,
        card=_card(located, base.card),
        glossaries=_glossaries(located, folder),
        ignores=_ignores(located),
        fail_on=fail_on_of(data["fail-on"], located.where("fail-on")) if "fail-on" in data else base.fail_on,
        baseline=folder / str(baseline) if baseline else None,
        language_model=_language_model(located),
        root=folder,
    )


def _rule_settings(located: Located) -> dict[str, RuleSetting]:
    rules = located.data.get("rules") or {}
    if not isinstance(rules, Mapping):
        raise ConfigError("'rules' holds a line for each rule, such as 'jargon: off'.", where=located.where("rules"))
    settings = {}
    for rule, value in rules.items():
        if rule not in _RULES:
            raise ConfigError(
                f"There is no rule '{rule}'. {did_you_mean(str(rule), _RULES)}", where=located.where("rules", str(rule))
            )
        settings[rule] = _rule_setting(located, rule, value)
    return settings


def _rule_setting(located: Located, rule: str, value: object) -> RuleSetting:
    # YAML 1.1 reads on and off as true and false.
    if isinstance(value, bool) or value in ("on", "off"):
        return RuleSetting(enabled=value in (True, "on"))
    if isinstance(value, str):
        return RuleSetting(severity=_severity(located, "rules", rule))
    if not isinstance(value, Mapping):
        raise ConfigError(
            "Write on, off, a severity, or options such as {max-words: 20}.", where=located.where("rules", rule)
        )
    types = {field.name: field.type for field in fields(_RULES[rule].options_type)}
    severity, options = None, {}
    for key, given in value.items():
        name = str(key).replace("-", "_")
        if key == "severity":
            severity = _severity(located, "rules", rule, "severity")
        elif name not in types:
            known = ["severity", *(each.replace("_", "-") for each in types)]
            raise ConfigError(
                f"'{key}' isn't an option of {rule}. {did_you_mean(str(key), known)}",
                where=located.where("rules", rule, str(key)),
            )
        elif isinstance(given, bool) or not isinstance(given, int) or given < 1:
            raise ConfigError(
                f"'{key}' is a whole number from 1 up, such as 20.", where=located.where("rules", rule, str(key))
            )
        else:
            options[name] = given
    return RuleSetting(severity=severity, options=options)


def _severity(located: Located, *path: str) -> Severity:
    value: Any = located.data
    for key in path:
        value = value[key]
    names = [severity.value for severity in Severity]
    if value not in names:
        raise ConfigError(f"'{value}' isn't a severity. {did_you_mean(str(value), names)}", where=located.where(*path))
    return Severity(value)


def _card(located: Located, base: CardLimits) -> CardLimits:
    """Read ``report-card``: for each row the figures from which on it is amber and red."""
    rows = located.data.get("report-card") or {}
    if not isinstance(rows, Mapping):
        message = "'report-card' holds a line for each row, such as 'acronyms: {amber: 1, red: 5}'."
        raise ConfigError(message, where=located.where("report-card"))
    known = [field.name.replace("_", "-") for field in fields(CardLimits)]
    limits = {}
    for row, given in rows.items():
        where = located.where("report-card", str(row))
        if row not in known:
            raise ConfigError(f"The card has no row '{row}'. {did_you_mean(str(row), known)}", where=where)
        if not isinstance(given, Mapping) or not given:
            raise ConfigError("Write the two figures of a row, such as {amber: 1, red: 5}.", where=where)
        name = row.replace("-", "_")
        limits[name] = _limits(located, row, given, getattr(base, name))
    return replace(base, **limits)


def _limits(located: Located, row: str, given: Mapping[object, object], base: RowLimits) -> RowLimits:
    figures = {"amber": base.amber, "red": base.red}
    for colour, value in given.items():
        where = located.where("report-card", row, str(colour))
        if colour not in figures:
            raise ConfigError(f"'{colour}' isn't a colour of the card. Choose from: amber, red.", where=where)
        if isinstance(value, bool) or not isinstance(value, int) or value < 1:
            raise ConfigError(f"'{colour}' is a whole number from 1 up, such as 5.", where=where)
        figures[str(colour)] = value
    if figures["red"] < figures["amber"]:
        message = f"Here red begins at {figures['red']}, below amber at {figures['amber']}. Set both, red the higher."
        raise ConfigError(message, where=located.where("report-card", row))
    return RowLimits(**figures)


def fail_on_of(value: object, where: str) -> Severity | None:
    """Return the severity from which on a check fails, or ``None`` for ``never``.

    Raises:
        ConfigError: the value is neither.
    """
    names = [*(severity.value for severity in Severity), "never"]
    if value not in names:
        raise ConfigError(f"'{value}' can't be a limit for failing. {did_you_mean(str(value), names)}", where=where)
    return None if value == "never" else Severity(str(value))


def _glossaries(located: Located, folder: Path) -> tuple[GlossaryFile, ...]:
    """Read ``glossaries``: paths of this project's files, and of others as ``organisation: path``."""
    entries = located.data.get("glossaries") or []
    if not isinstance(entries, list):
        entries = [entries]
    files = []
    for index, entry in enumerate(entries):
        if isinstance(entry, str):
            entry = {"project": entry}
        if not isinstance(entry, Mapping) or len(entry) != 1:
            raise ConfigError(
                "Each glossary is a path, or 'organisation: path' for one that several projects share.",
                where=located.where("glossaries", str(index)),
            )
        ((layer, path),) = entry.items()
        if layer not in ("organisation", "project") or not isinstance(path, str):
            raise ConfigError(
                f"'{layer}' isn't a layer of the glossary. {did_you_mean(str(layer), ('organisation', 'project'))}",
                where=located.where("glossaries", str(index)),
            )
        files.append(GlossaryFile(folder / path, layer))
    return tuple(files)


def _language_model(located: Located) -> str | None:
    name = located.data.get("language-model")
    if name is not None and not isinstance(name, str):
        raise ConfigError(
            "'language-model' is the name of an installed spaCy pipeline, such as en_core_web_sm.",
            where=located.where("language-model"),
        )
    return name


def _ignores(located: Located) -> tuple[PathIgnore, ...]:
    """Read ``ignore``: a list of patterns, each alone or as ``{path: pattern, rules: [...]}``."""
    entries = located.data.get("ignore") or []
    if not isinstance(entries, list):
        raise ConfigError("'ignore' is a list of paths, such as '- archive/**'.", where=located.where("ignore"))
    ignores = []
    for index, entry in enumerate(entries):
        where = located.where("ignore", str(index))
        if isinstance(entry, str):
            ignores.append(PathIgnore(_pattern(entry, where)))
            continue
        if (
            not isinstance(entry, Mapping)
            or not isinstance(entry.get("path"), str)
            or set(entry) - {"path", "rules", "reason"}
        ):
            raise ConfigError("An ignore is a path, or {path: ..., rules: [...], reason: ...}.", where=where)
        rules = entry.get("rules") or ["*"]
        if isinstance(rules, str):
            rules = [rules]
        if not isinstance(rules, list) or not all(isinstance(rule, str) for rule in rules):
            raise ConfigError("'rules' is a list of rules, such as [jargon].", where=where)
        for rule in rules:
            if rule != "*" and rule not in _RULES:
                raise ConfigError(f"There is no rule '{rule}'. {did_you_mean(str(rule), _RULES)}", where=where)
        ignores.append(PathIgnore(_pattern(entry["path"], where), frozenset(rules)))
    return tuple(ignores)


def _pattern(pattern: str, where: str) -> str:
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([pattern])
    except ValueError as error:
        message = f"'{pattern}' isn't a pattern. Write one as in .gitignore, such as archive/**."
        raise ConfigError(message, where=where) from error
    return pattern
