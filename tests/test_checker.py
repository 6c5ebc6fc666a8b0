"""The checker: pure analysis, whatever the text; findings in order; severities as configured."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainspeak.checker import Checker
from plainspeak.config import RuleSetting, profile_config
from plainspeak.document import Block, Kind, Place, Span
from plainspeak.errors import UnknownNameError
from plainspeak.findings import Severity
from plainspeak.glossary import Glossary
from plainspeak.report import with_each_repeat
from plainspeak.rules import RULES, GrammarRule

TYPES = ("text/plain", "text/markdown", "text/html")
PIECES = [
    "The ICB met. ",
    "integrated care board (ICB) ",
    "The care plan (CP) ",
    "community pharmacist (CP) ",
    "stakeholders ",
    "in order to ",
    "hard to reach ",
    "“hard to reach” ",
    "She said: “",
    "‘",
    "’",
    '"',
    "(",
    ")",
    "word " * 26,
    "A&E ",
    "e.g. ",
    "https://example.org/ICB ",
    ". ",
    "\n",
    "\n\n",
    "\x00",
    "\u200b",
    "\u00ad",
    "\U0001f642",
    "e\u0301",
    "\u0130",
    "\ufb01",
    "| a | b |\n|---|---|\n",
    "# ",
    "> ",
    "- ",
    "<p>",
    "<abbr title='integrated care board'>ICB</abbr>",
    "<!-- plainspeak-ignore jargon -->",
    "```\n",
    "&amp;",
]
PROSE = st.lists(st.sampled_from(PIECES) | st.text(st.characters(codec="utf-8"), max_size=12), max_size=20).map("".join)
BLOCKS = st.lists(
    st.builds(
        Block,
        st.sampled_from(Kind),
        PROSE,
        checked=st.booleans(),
        place=st.builds(Place, table=st.none() | st.just((1, 1, 1))),
    ),
    max_size=6,
)


@given(blocks=BLOCKS)
@settings(max_examples=60)
def test_a_block_alone_is_as_in_a_batch(checker: Checker, blocks: list[Block]) -> None:
    """What one block says never depends on the blocks beside it, nor on what was analysed before."""
    together = checker.analyse(blocks)
    assert together == [analysis for block in blocks for analysis in checker.analyse([block])]
    assert checker.analyse(blocks[::-1]) == together[::-1]


@pytest.mark.parametrize("media_type", TYPES)
@given(text=PROSE)
@settings(max_examples=60)
def test_no_text_makes_it_fail(checker: Checker, media_type: str, text: str) -> None:
    """Any text is checked; every finding is within its block, in order, and says what it flags."""
    report = checker.check(text, media_type=media_type)
    positions = [(each.at.block, each.at.span.start) if each.at else (-1, 0) for each in report.findings]
    assert positions == sorted(positions)
    for finding in report.findings:
        assert len(finding.fingerprint) == 16
        assert finding.count == max(1, len(finding.places))
        assert finding.places == (() if finding.at is None else (finding.at, *finding.places[1:]))
        for place in finding.places:
            block = report.document.blocks[place.block]
            assert block.checked
            assert 0 <= place.span.start < place.span.end <= len(block.text)
            assert report.place(place) is not None
        if finding.at is not None:
            span = finding.at.span
            assert report.document.blocks[finding.at.block].text[span.start : span.end] == finding.text
        for suggestion in finding.suggestions:
            for edit in suggestion.edits:
                assert edit.at.span.end <= len(report.document.blocks[edit.at.block].text)


@pytest.mark.parametrize("media_type", TYPES)
@pytest.mark.parametrize("text", ["", " ", "\n", "\x00", "\ufeff", "(", "“", ".", "\u2028", "ICB (ICB)", "(" * 99])
def test_odd_texts(checker: Checker, media_type: str, text: str) -> None:
    """Texts with nothing much in them give a report; checked again they give the same."""
    first, second = (checker.check(text, media_type=media_type) for _ in range(2))
    assert first == second


def test_lone_surrogates(checker: Checker) -> None:
    """A text that can't be encoded, as from a badly decoded file, is checked too."""
    assert checker.check("The ICB\ud800 met in order to win.").findings


def test_findings_are_in_order(checker: Checker) -> None:
    """Findings go by block, then by place, then in the order of the rules; those about the whole text come first."""
    text = f"In order to meet stakeholders the ICB met.\n\n{'word ' * 26}.\n\nXYZ."
    told = [(finding.rule, finding.text and finding.text[:4]) for finding in checker.check(text).findings]
    assert told == [
        ("wordy-phrase", "In o"),
        ("jargon", "stak"),
        ("acronym-undefined", "ICB"),
        ("long-sentence", "word"),
        ("acronym-undefined", "XYZ"),
    ]


def test_severity_comes_from_the_configuration(checker: Checker) -> None:
    """A configured severity stands for every finding of the rule; the others keep theirs."""
    rules = {
        "acronym-undefined": RuleSetting(severity=Severity.HINT),
        "wordy-phrase": RuleSetting(severity=Severity.ERROR),
    }
    strict = Checker(replace(profile_config(), rules=rules), glossary=checker.glossary)
    report = strict.check("The ICB met stakeholders in order to win.")
    assert {finding.rule: finding.severity.value for finding in report.findings} == {
        "acronym-undefined": "hint",
        "jargon": "warning",
        "wordy-phrase": "error",
    }


@pytest.mark.parametrize("rule", [rule.id for rule in RULES])
def test_a_rule_can_be_off(checker: Checker, rule: str) -> None:
    """A rule that is off says nothing, and the others say what they did."""
    hard = "Notwithstanding organisational transformation, practitioners acknowledge interoperability. " * 20
    text = (
        "The XYZ met in order to win. Stakeholders are hard to reach. The ICB met. The integrated care board (ICB) ate."
        f"\n\nThe care plan (CP) is new. The community pharmacist (CP) agrees. {'word ' * 26}. {hard}"
        "\n\nIt was agreed that our patients, e.g. those on wards, will be told. Don't wait. It is not uncommon."
        "\n\nWe carried out a review of it. The hospital patient transport contract is late."
        "\n\nThe QZA, QZB, QZD, QZE, QZF and QZG teams met. The big red bus (BRB) came. The big red bus (BRB) left."
        "\n\nThe Quiet Zebra House is near. We met the QZH. The old tin shed (OTS) leaks. Your PIN number is safe."
        "\n\nAction: send the plan. Ask for CHC. The primary care trust will treat hypertension on an acute ward."
    )
    text = f"We met the XQX.\n\n{text}\n\n# Abbreviations\n\nXQX: xylophone quarter xebec"
    config = replace(profile_config(), rules={})
    everything = found_by(Checker(config, glossary=checker.glossary), text)
    assert everything == {each.id for each in RULES}
    rules = {rule: RuleSetting(enabled=False)}
    without = Checker(replace(config, rules=rules), glossary=checker.glossary)
    assert found_by(without, text) == everything - {rule}


def found_by(checker: Checker, text: str) -> set[str]:
    """Return the rules that have something to say of a text in Markdown."""
    return {finding.rule for finding in checker.check(text, media_type="text/markdown").findings}


def test_blocks_that_are_not_checked(checker: Checker) -> None:
    """Text that is read but not judged, such as a table of contents, gives no finding and no words."""
    (analysis,) = checker.analyse([Block(Kind.TOC, "In order to win, the ICB met stakeholders.", checked=False)])
    assert analysis.findings == ()


def test_lay_reader_counts_every_use(checker: Checker) -> None:
    """Unexplained acronyms and terms count at each use, wording and sentences don't."""
    report = checker.check("The ICB met. The ICB met stakeholders in order to win.")
    assert report.words == 11
    assert (report.lay_reader.unexplained_terms, report.lay_reader.words_per_unexplained_term) == (3, 3.7)
    none = checker.check("We met in order to win.").lay_reader
    assert (none.unexplained_terms, none.words_per_unexplained_term) == (0, None)


def test_with_each_repeat(checker: Checker) -> None:
    """A folded finding comes apart into one for each place, with the words that stand there; all else stays."""
    report = checker.check("Stakeholders met. A stakeholder left.")
    (finding,) = report.findings
    assert (finding.count, len(finding.places)) == (2, 2)
    apart = with_each_repeat(report)
    assert replace(apart, findings=report.findings) == report
    first, second = apart.findings
    assert [(each.text, each.count, len(each.places)) for each in (first, second)] == [
        ("Stakeholders", 1, 1),
        ("stakeholder", 1, 1),
    ]
    assert second.at is not None
    assert second.at.span == Span(20, 31)


def test_with_each_repeat_tells_each_form(checker: Checker) -> None:
    """A repeat in another form of the words has its own message and replacements."""
    report = checker.check("It was depicted. She depicted it. We depict it.")
    (finding,) = (each for each in report.findings if each.term == "depict")
    assert finding.count == 3
    apart = [each for each in with_each_repeat(report).findings if each.term == "depict"]
    assert [each.suggestions[0].replacement for each in apart] == ["shown", "showed", "show"]
    assert [each.message for each in apart] == [
        f"\u201c{written}\u201d can be plainer: write \u201c{plain}\u201d."
        for written, plain in (("depicted", "shown"), ("depicted", "showed"), ("depict", "show"))
    ]
    assert len({each.fingerprint for each in apart}) == 3


def test_with_each_repeat_keeps_what_comes_once(checker: Checker) -> None:
    """Findings of one place, and those about the whole text, stay as they are and where they are."""
    hard = "Notwithstanding organisational transformation, practitioners acknowledge interoperability. " * 20
    report = checker.check(f"The ICB met. The ICB ate in order to win.\n\n{hard}")
    apart = with_each_repeat(report)
    (whole,) = (each for each in report.findings if each.at is None)
    assert apart.findings[0] == whole
    assert apart.count_by_rule()["acronym-undefined"] == 2
    assert sorted(each.at.block for each in apart.findings if each.at) == sorted(
        place.block for finding in report.findings for place in finding.places
    )
    once = [each for each in report.findings if each.count == 1]
    assert [each for each in apart.findings if each in once] == once
    assert with_each_repeat(apart) == apart


def test_unknown_media_type(checker: Checker) -> None:
    """The error lists what text can be read as."""
    with pytest.raises(UnknownNameError, match=r"Text can't be read as 'text/rtf'\. Choose from: text/plain, text/"):
        checker.check("x", media_type="text/rtf")


def test_timings_name_the_stages() -> None:
    """Each stage is timed from the first check on."""
    fresh = Checker()
    fresh.check("The ICB met.")
    assert set(fresh.timings) == {
        "glossary",
        "language",
        "reading",
        "words",
        "acronyms",
        "terms",
        "reading level",
        "tagging",
        "rules",
    }
    assert all(seconds >= 0 for seconds in fresh.timings.values())


WELSH = "Mae'r bwrdd wedi cytuno y bydd y gwasanaeth yn cael ei adolygu yn ystod y flwyddyn nesaf gyda phobl leol."
URDU = "\u06cc\u06c1 \u0645\u062a\u0646 \u0627\u0631\u062f\u0648 \u0645\u06cc\u06ba \u06c1\u06d2 " * 4


@pytest.mark.parametrize("foreign", [WELSH, URDU], ids=["Welsh", "Urdu"])
def test_other_languages_are_noted_and_not_checked(checker: Checker, foreign: str) -> None:
    """A part in another language has a notice where it begins, and neither findings nor words; the rest is checked."""
    report = checker.check(f"The ICB met.\n\n{foreign}\n\n{foreign}\n\nThe XYZ met.")
    assert [(notice.message, notice.place.line) for notice in report.notices] == [
        ("This part isn\u2019t in English, so it isn\u2019t checked.", 3)
    ]
    assert [finding.text for finding in report.findings] == ["ICB", "XYZ"]
    (notice,) = checker.check(f"{foreign}\n\nThe ICB met.\n\n{foreign}").notices
    assert notice.message.startswith("2 parts, of which this is the first, aren\u2019t in English")
    assert report.words == 6
    assert [block.checked for block in report.document.blocks] == [True, False, False, True]


def test_what_a_page_marks_as_another_language_is_not_checked(checker: Checker) -> None:
    """Also where the words alone would not tell."""
    page = '<p>The ICB met.</p><p lang="fr">Nous utilise la SFT.</p>'
    report = checker.check(page, media_type="text/html")
    assert [finding.text for finding in report.findings] == ["ICB"]
    assert len(report.notices) == 1


def test_only_the_sentences_that_rules_need_are_tagged() -> None:
    """Sentences without anything like a passive or another thing to look for are never tagged, and both are counted."""
    fresh = Checker()
    fresh.check("We met in May. The plan was agreed. We went home. It rained.")
    assert (fresh.sentences_seen, fresh.sentences_tagged) == (4, 1)


def test_without_grammar_rules_nothing_is_tagged() -> None:
    """When every rule that needs parts of speech is off, no sentence is tagged."""
    rules = {rule.id: RuleSetting(enabled=not issubclass(rule, GrammarRule)) for rule in RULES}
    without = Checker(replace(profile_config(), rules=rules), glossary=Glossary())
    without.check("The plan was agreed. It was felt that the plan was not unlike the last.")
    assert without.sentences_tagged == 0


def test_language_model_is_looked_for_at_once() -> None:
    """A language model that isn't installed is told before any paper is read."""
    with pytest.raises(UnknownNameError, match="no language model 'en_no_such'"):
        Checker(replace(profile_config(), language_model="en_no_such"))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("the plan was agreed and " * 1000 + "sent.", id="a sentence of 5,000 words"),
        pytest.param("was agreed by carers and " * 8000, id="200,000 characters without a full stop"),
        pytest.param("\U0001f600 was \U0001f469\u200d\U0001f680 agreed \U0001f1ec\U0001f1e7. " * 50, id="emoji"),
        pytest.param("It\x00 was\x07 agreed\x1b[31m by\x7f\u202e nobody.\ufeff " * 50, id="control characters"),
        pytest.param("not un" * 20_000, id="one long word"),
    ],
)
def test_hard_text_for_grammar(checker: Checker, text: str) -> None:
    """Endless sentences, emoji and control characters go through every rule that needs parts of speech."""
    assert checker.check(text).findings is not None
