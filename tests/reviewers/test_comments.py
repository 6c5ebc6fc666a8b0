"""Which findings become comments, where they stand and what they say."""

from __future__ import annotations

from dataclasses import replace

from plainspeak.checker import Checker
from plainspeak.document import Block, Kind, Span
from plainspeak.findings import BlockSpan, Finding, Severity
from plainspeak.reviewers.comments import choose_comments, told_elsewhere
from plainspeak.reviewers.swaps import split_safe

BLOCKS = (
    Block(Kind.ALT, "Our logo"),
    Block(Kind.PARAGRAPH, "\ufffc 1."),
    Block(Kind.HEADING, "The ICB and the CQC"),
    Block(Kind.PARAGRAPH, "The ICB will meet the CQC in order to agree. " + "It will go on and on. " * 30),
)


def finding(rule: str, start: int, end: int, block: int = 3, severity: Severity = Severity.WARNING) -> Finding:
    """A finding on some words."""
    at = BlockSpan(block, Span(start, end))
    return Finding(rule, severity, f"Message of {rule}.", at, at.text_in(BLOCKS), places=(at,))


def test_comments_come_in_reading_order() -> None:
    """Whatever order the findings have."""
    later, sooner = finding("jargon", 22, 25), finding("acronym-undefined", 4, 7, block=2)
    comments, left_out = choose_comments([later, sooner], BLOCKS)
    assert [comment.title for comment in comments] == ["acronym-undefined", "jargon"]
    assert left_out == 0


def test_findings_on_the_same_words_share_a_comment() -> None:
    """Two balloons on one word would be noise."""
    both = [finding("jargon", 4, 7), finding("acronym-undefined", 4, 7), finding("jargon", 4, 8)]
    comments, _ = choose_comments(both, BLOCKS)
    assert [comment.text for comment in comments] == [
        "Message of acronym-undefined.\nMessage of jargon.\nMessage of jargon."
    ]
    assert comments[0].title == "acronym-undefined, jargon"


def test_what_comes_often_is_told_once() -> None:
    """The comment on the first place says how many more there are."""
    once = finding("jargon", 4, 7)
    told = [choose_comments([replace(once, count=count)], BLOCKS)[0][0].text for count in (1, 2, 15)]
    assert told == [
        "Message of jargon.",
        "Message of jargon. It comes once more.",
        "Message of jargon. It comes 14 more times.",
    ]


def test_what_is_about_the_whole_paper_is_on_its_first_word() -> None:
    """A tick box is no word, and a picture no beginning."""
    whole = Finding("hard-to-read", Severity.INFORMATION, "Hard.")
    (comment,), _ = choose_comments([whole], BLOCKS)
    assert comment.at.text_in(BLOCKS) == "The"
    assert comment.text == "About the whole paper: Hard."
    assert told_elsewhere(comment, BLOCKS[comment.at.block]) == comment.text
    assert choose_comments([whole], BLOCKS[:2]) == ([], 1)


def test_a_long_stretch_has_its_comment_on_the_beginning() -> None:
    """At most 300 characters, without white space at the ends."""
    (comment,), _ = choose_comments([finding("long-paragraph", 0, len(BLOCKS[3].text))], BLOCKS)
    words = comment.at.text_in(BLOCKS)
    assert 290 < len(words) <= 300
    assert words == words.strip()


def test_the_most_useful_findings_come_first() -> None:
    """Where there are too many, severity decides, then the order of the rules; the rest are counted."""
    many = [
        finding("wordy-phrase", 26, 37, severity=Severity.HINT),
        finding("jargon", 22, 25),
        finding("acronym-undefined", 4, 7),
        finding("passive-voice", 8, 12, severity=Severity.INFORMATION),
    ]
    chosen = [[comment.title for comment in choose_comments(many, BLOCKS, most=most)[0]] for most in (1, 2, 3)]
    assert chosen == [
        ["acronym-undefined"],
        ["acronym-undefined", "jargon"],
        ["acronym-undefined", "passive-voice", "jargon"],
    ]
    assert choose_comments(many, BLOCKS, most=1)[1] == 3


def test_safe_swaps_are_taken_out(checker: Checker) -> None:
    """With all their repeats; what needs a person stays a finding."""
    report = checker.check("We met prior to the vote. We met prior to lunch, with regard to UEC.")
    edits, left = split_safe(report)
    assert [(edit.at.text_in(report.document.blocks), edit.text) for edit in edits] == [("prior to", "before")] * 2
    assert {each.rule for each in report.findings} - {each.rule for each in left} <= {"wordy-phrase"}
    assert "with regard to" in {each.text for each in left}
    assert "prior to" not in {each.text for each in left}


def test_no_swap_touches_the_words_of_another(checker: Checker) -> None:
    """The second of two that overlap stays a finding."""
    report = checker.check("We met prior to the vote.")
    swap = next(each for each in report.findings if each.suggestions and each.suggestions[0].safe)
    edits, left = split_safe(replace(report, findings=(swap, replace(swap, rule="other"))))
    assert (len(edits), [each.rule for each in left]) == (1, ["other"])
