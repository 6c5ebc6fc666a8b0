"""Sum a report up: the most useful things to put right first, and how hard the text is for a reader from outside."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from plainspeak.findings import Finding
from plainspeak.readability import ReadingLevel
from plainspeak.report import Report, fold
from plainspeak.reporters.places import describe_place
from plainspeak.rules import RULES

__all__ = ["GROUPS", "counted", "first_things", "overview"]

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Acronyms",
        (
            "acronym-undefined",
            "acronym-ambiguous",
            "acronym-unlinked",
            "acronym-defined-late",
            "acronym-conflicting",
            "acronym-defined-in-appendix-only",
            "acronym-overload",
            "acronym-redundant",
            "acronym-unneeded",
            "acronym-redefined",
        ),
    ),
    ("Jargon", ("jargon",)),
    ("Clinical words", ("clinical-term",)),
    ("Ended or renamed", ("ended-body",)),
    ("Words about people", ("power-language", "doing-to")),
    ("Actions", ("unowned-action",)),
    ("Who decides", ("hidden-decision-maker",)),
    ("Long sentences", ("long-sentence",)),
    ("Long paragraphs", ("long-paragraph",)),
    ("Hard to read", ("hard-to-read",)),
    ("Passive verbs", ("passive-voice",)),
    ("Buried verbs", ("buried-verb",)),
    ("Strings of nouns", ("noun-string",)),
    ("Double negatives", ("double-negative",)),
    ("Everyday words with a special meaning", ("special-meaning",)),
    ("Wordy phrases", ("wordy-phrase",)),
    ("Latin", ("latin",)),
    ("Short forms of “not”", ("negative-contraction",)),
)
"""The headings of a report and the rules under each, the most useful first."""

_MOST_NAMED = 5
_FOLDING = frozenset(rule.id for rule in RULES if rule.folds)
_FORMULAS = {"flesch_kincaid_grade": "Flesch-Kincaid", "smog": "SMOG", "dale_chall": "Dale-Chall"}


def first_things(report: Report, *, most: int = 3) -> list[str]:
    """Return up to three sentences that say what to put right first, each naming the words or the place."""
    by_rule: dict[str, list[Finding]] = {}
    for finding in report.findings:
        by_rule.setdefault(finding.rule, []).append(finding)
    advice = []
    for rule, say in _ADVICE:
        found = by_rule.get(rule)
        if found:
            # With each repeat by itself, the same words are still named once.
            told = say(fold(found) if rule in _FOLDING else found, report)
            advice.append(f"{told.rstrip('.')}.")
    return advice[:most]


def overview(report: Report) -> list[str]:
    """Return sentences about the text as a whole: how much there is to do, and what a lay reader meets."""
    number = len(report.findings)
    if not report.words:
        return ["There is no English text to check."]
    if not number:
        what = "new" if report.known else "to put right"
        said = f"Nothing {what} in {counted(report.words, 'word')}."
    else:
        said = f"{counted(number, 'thing')} to look at in {counted(report.words, 'word')}."
    lines = [said]
    if report.known is not None:
        lines.append(f"Known from the baseline: {report.known}. Gone since then: {report.gone}.")
    lay = report.lay_reader
    if lay.unexplained_terms and lay.words_per_unexplained_term:
        times = "once" if lay.unexplained_terms == 1 else counted(lay.unexplained_terms, "time")
        lines.append(
            f"A reader from outside meets an unexplained acronym or term {times}: "
            f"one in every {lay.words_per_unexplained_term:.0f} words."
        )
    lines.append(report.reading.meaning)
    if report.reading.level is not None:
        lines.append(_figures(report.reading))
    return lines


def _figures(reading: ReadingLevel) -> str:
    """The level and the formulas it is the mean of, for those who know them."""
    named = [f"{name} {reading.formulas[key]}" for key, name in _FORMULAS.items() if key in reading.formulas]
    return f"Reading level {reading.level} ({', '.join(named)})."


def _spell_out(found: Sequence[Finding], _: Report) -> str:
    return f"Spell out {_these(found, 'acronym')}: {_named(found)}."


def _move_up(found: Sequence[Finding], _: Report) -> str:
    return f"Spell out {_these(found, 'acronym')} sooner, at the first use: {_named(found)}."


def _ask(found: Sequence[Finding], _: Report) -> str:
    return f"Say what is meant by {_these(found, 'acronym')} with several meanings: {_named(found)}."


def _link(found: Sequence[Finding], _: Report) -> str:
    return f"Put {_these(found, 'acronym')} in brackets after the full words: {_named(found)}."


def _bring_forward(found: Sequence[Finding], _: Report) -> str:
    return f"Spell out {_these(found, 'acronym')} at the first use, not only at the end: {_named(found)}."


def _thin_out(found: Sequence[Finding], report: Report) -> str:
    place = describe_place(report.place(found[0].at))
    return f"Use fewer acronyms in {_these(found, 'place')}; the first is at {place}."


def _say_once(found: Sequence[Finding], _: Report) -> str:
    return f"Drop the word that the letters say already: {_named(found)}."


def _drop_letters(found: Sequence[Finding], _: Report) -> str:
    return f"Leave out {_these(found, 'acronym')}, and write the words: {_named(found)}."


def _spell_once(found: Sequence[Finding], _: Report) -> str:
    return f"Spell out {_these(found, 'acronym')} only once: {_named(found)}."


def _settle(found: Sequence[Finding], _: Report) -> str:
    return f"Keep one meaning for {_these(found, 'acronym')}: {_named(found)}."


def _explain(found: Sequence[Finding], _: Report) -> str:
    return f"Explain or replace {_these(found, 'term')} of the trade: {_named(found)}."


def _say_plainly(found: Sequence[Finding], _: Report) -> str:
    return f"Give plain names for {_these(found, 'clinical word')}: {_named(found)}."


def _bring_up_to_date(found: Sequence[Finding], _: Report) -> str:
    return f"Bring {_these(found, 'name')} up to date: {_named(found)}."


def _say_which_sense(found: Sequence[Finding], _: Report) -> str:
    return f"Say what {_these(found, 'everyday word')} should mean here: {_named(found)}."


def _reword(found: Sequence[Finding], _: Report) -> str:
    return f"Look again at {_these(found, 'way')} of speaking about people: {_named(found)}."


def _name_decider(found: Sequence[Finding], _: Report) -> str:
    return f"Say who decides: {_named(found)}."


def _name_doer(found: Sequence[Finding], report: Report) -> str:
    place = describe_place(report.place(found[0].at))
    return f"Say who does what in {_these(found, 'sentence')}; the first is at {place}."


def _work_with(found: Sequence[Finding], _: Report) -> str:
    return f"Speak of working with people in {_these(found, 'place')}: {_named(found)}."


def _name_owner(found: Sequence[Finding], report: Report) -> str:
    place = describe_place(report.place(found[0].at))
    return f"Say who will do what, and by when, in {_these(found, 'action')}; the first is at {place}."


def _split(found: Sequence[Finding], report: Report) -> str:
    longest = max(found, key=lambda finding: len((finding.text or "").split()))
    place = describe_place(report.place(longest.at))
    return f"Split {_these(found, 'long sentence')}; the longest is at {place}."


def _dig_out(found: Sequence[Finding], _: Report) -> str:
    return f"Write the verb itself in {_these(found, 'place')}: {_named(found)}."


def _take_apart(found: Sequence[Finding], _: Report) -> str:
    return f"Take apart {_these(found, 'string')} of nouns: {_named(found)}."


def _turn_round(found: Sequence[Finding], _: Report) -> str:
    return f"Say what is so, in place of {_these(found, 'double negative')}: {_named(found)}."


def _shorten(found: Sequence[Finding], _: Report) -> str:
    return f"Use shorter words in {_these(found, 'wordy phrase')}: {_named(found)}."


def _break_up(found: Sequence[Finding], report: Report) -> str:
    return f"Break up {_these(found, 'long paragraph')}; the first is at {describe_place(report.place(found[0].at))}."


def _translate(found: Sequence[Finding], _: Report) -> str:
    return f"Use English in place of {_these(found, 'Latin phrase')}: {_named(found)}."


def _write_not(found: Sequence[Finding], _: Report) -> str:
    return f"Write “not” in full in {_these(found, 'short form')}: {_named(found)}."


def _ease(_found: Sequence[Finding], _: Report) -> str:
    return "Make the text easier to read: shorter sentences and everyday words help most."


_ADVICE: tuple[tuple[str, Callable[[Sequence[Finding], Report], str]], ...] = (
    ("acronym-undefined", _spell_out),
    ("acronym-ambiguous", _ask),
    ("jargon", _explain),
    ("acronym-unlinked", _link),
    ("acronym-conflicting", _settle),
    ("acronym-defined-late", _move_up),
    ("acronym-defined-in-appendix-only", _bring_forward),
    ("clinical-term", _say_plainly),
    ("long-sentence", _split),
    ("power-language", _reword),
    ("doing-to", _work_with),
    ("unowned-action", _name_owner),
    ("acronym-overload", _thin_out),
    ("hidden-decision-maker", _name_decider),
    ("ended-body", _bring_up_to_date),
    ("double-negative", _turn_round),
    ("buried-verb", _dig_out),
    ("noun-string", _take_apart),
    ("special-meaning", _say_which_sense),
    ("wordy-phrase", _shorten),
    ("acronym-redundant", _say_once),
    ("long-paragraph", _break_up),
    ("negative-contraction", _write_not),
    ("latin", _translate),
    ("hard-to-read", _ease),
    ("passive-voice", _name_doer),
    ("acronym-unneeded", _drop_letters),
    ("acronym-redefined", _spell_once),
)


def _these(found: Sequence[Finding], noun: str) -> str:
    return f"this {noun}" if len(found) == 1 else f"these {len(found)} {noun}s"


def _named(found: Sequence[Finding]) -> str:
    ordered = sorted(found, key=lambda finding: -finding.count)
    names = [
        f"{each.text} ({counted(each.count, 'time')})" if each.count > 1 else str(each.text)
        for each in ordered[:_MOST_NAMED]
    ]
    rest = len(ordered) - _MOST_NAMED
    return ", ".join(names) + (f" and {rest} more" if rest > 0 else "")


def counted(number: int, noun: str) -> str:
    """Return a number with its noun, in the plural where it belongs."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
