"""The glossary for Vale (vale.sh): substitution rules, and a vocabulary for its spelling check."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, groupby

import yaml

from plainspeak.exports.explanations import credit
from plainspeak.exports.spelling import spellings
from plainspeak.findings import Severity
from plainspeak.glossary import Form, Term
from plainspeak.rules import RULES

__all__ = ["vale_files"]

_SPECIAL = re.compile(r"([\\.+*?()|\[\]{}^$])")
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning"}
_GENTLE = "suggestion"
_SETTINGS = """\
StylesPath = styles
MinAlertLevel = suggestion
Vocab = Plainspeak

[*.{md,txt,html}]
# Add Vale ("Vale, Plainspeak") for its spelling check, which then knows the vocabulary.
BasedOnStyles = Plainspeak
# It would ask for "NICE" wherever a text says "nice".
Vale.Terms = NO
"""


def vale_files(terms: Sequence[Term]) -> dict[str, str]:
    """Return the files of a folder for Vale, by their path in it.

    A rule file holds the swaps of one of our rules. Left out is what Vale can't tell: words that are jargon only as a
    verb or a noun, or only near other words; and letters, which are wrong only where nothing spells them out.
    """
    head = f"# {credit(terms) or 'From a glossary.'}\n"
    names = {phrase for term in terms for phrase in _names(term)}
    files = {".vale.ini": head + _SETTINGS}
    for rule in RULES:
        for hint in (False, True):
            chosen = [term for term in terms if term.rule == rule.id and term.hint is hint and term.only_as is None]
            swaps = _swaps(chosen)
            if swaps:
                name = "".join(map(str.capitalize, rule.id.split("-"))) + ("Hints" if hint else "")
                level = _GENTLE if hint else _LEVELS.get(rule.severity, _GENTLE)
                longer = {phrase for term in chosen for phrase in term.unless} | _holding(swaps, names)
                files[f"styles/Plainspeak/{name}.yml"] = head + _rule(swaps, level, longer)
    files["styles/config/vocabularies/Plainspeak/accept.txt"] = head + _vocabulary(spellings(terms))
    return files


def _rule(swaps: Mapping[str, Sequence[str]], level: str, exceptions: Iterable[str]) -> str:
    data = {
        "extends": "substitution",
        "message": "Consider '%s' instead of '%s'.",
        "level": level,
        "ignorecase": True,
        # Else a word of the vocabulary would never be found.
        "vocab": False,
        "action": {"name": "replace"},
        # Without (?i) these mind capitals, though the rule doesn't.
        "exceptions": [f"(?i){_pattern(phrase)}" for phrase in sorted(exceptions)],
        "swap": {_pattern(text): "|".join(swaps[text]) for text in sorted(swaps)},
    }
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=1000)


def _vocabulary(words: Iterable[str]) -> str:
    """Return patterns, one for each first letter: Vale takes half a minute to begin with a thousand lines."""
    groups = groupby(sorted(words, key=str.casefold), key=lambda word: word[0].casefold())
    return "".join(f"(?:{'|'.join(map(_pattern, group))})\n" for _, group in groups)


def _swaps(terms: Iterable[Term]) -> dict[str, list[str]]:
    """Return what can be written for each form. Forms that are spelt alike can have several: "showed", "shown"."""
    swaps: dict[str, dict[str, None]] = {}
    for term in terms:
        for form in _forms(term):
            if form.replacements:
                swaps.setdefault(form.text.casefold(), {}).update(dict.fromkeys(form.replacements))
    return {text: list(words) for text, words in swaps.items()}


def _forms(term: Term) -> Iterator[Form]:
    if term.only_in or term.only_near or term.only_in_care_papers:
        yield from term.only_in
    elif term.entry != "acronym":
        yield from term.by_itself


def _names(term: Term) -> Iterator[str]:
    """Yield the phrases under which a term is known, whether or not there is something to say in its place."""
    yield from (form.text.casefold() for form in _forms(term))
    yield from (meaning.expansion.casefold() for meaning in term.meanings if meaning.expansion)


def _holding(swaps: Collection[str], names: Iterable[str]) -> set[str]:
    """Return the names that hold a form: "integrated care board" is no case of "integrated care"."""
    return {name for name in names if name not in swaps and any(part in swaps for part in _parts(name))}


def _parts(name: str) -> Iterator[str]:
    words = name.split()
    for start, end in combinations(range(len(words) + 1), 2):
        yield " ".join(words[start:end])


def _pattern(text: str) -> str:
    """Return the regular expression that finds a text just as it is."""
    return _SPECIAL.sub(r"\\\1", text)
