"""Sentences end where a reader would say they do, full stops of abbreviations notwithstanding."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.document import Block, Kind
from plainspeak.language import AnalysedBlock, analyse_words
from plainspeak.language.words import tokenize

WORDS = ["The ICB", "met", "e.g.", "U.K.", "Dr.", "No.", "5", "3.5%", "etc.", "p.m.", "A.", "nhs.uk", "a@b.uk", "iPad"]
MARKS = [*" .!?\"'()[]*,\n\u201c\u201d\u2026", "...", "\u2019s", " ", " "]
PIECES = st.sampled_from([*WORDS, *MARKS])
TEXTS = (st.text(max_size=40) | st.lists(PIECES, max_size=25).map("".join)).filter(str.strip)


def analysed(text: str) -> AnalysedBlock:
    """Return a paragraph split into words and sentences."""
    return analyse_words(Block(Kind.PARAGRAPH, text))


def sentences(text: str) -> list[str]:
    """Return the sentences of a paragraph, as they are written."""
    return [text[sentence.span.start : sentence.span.end] for sentence in analysed(text).sentences]


# A bar stands where one sentence ends and the next begins.
CASES = [
    # Abbreviations inside a sentence.
    "Bring fruit, e.g. apples.|Wash them.",
    "Bring fruit (e.g. Bramley apples).|Wash them.",
    "Some staff, i.e. nurses, agreed.|Others left.",
    "I.e. it was late.|We left.",
    "Waits rose approx. 5% last year.|Costs fell.",
    "The cost is £5 vs. £6 now.|It rose.",
    "The vote was 5 v. 4.|It passed.",
    "The dept. agreed.|It left.",
    "The team (incl. Dr. Lee) met.|They left.",
    "We met on 3 Jan. 2024.|It rained.",
    "We meet in Sept. and Oct. this year.|Do come.",
    "Tel. 0113 496 0000.|Ask for Sam.",
    # Titles and initials.
    "Dr. Smith spoke first.|Mrs. Jones replied.",
    "Prof. Chris Lee spoke.|He left.",
    "Mr. J. Smith agreed.|She did not.",
    "J. R. Hartley wrote it.|It sold.",
    "J.R. Hartley wrote it.|It sold.",
    "Sam K. agreed.|Jo P. did not.",
    "The Rev. A. Green prayed.|We sang.",
    "Ms. Jones and Cllr. Brown agreed.|They left.",
    "Ask at St. Mary's.|It is near.",
    # Abbreviations at the end, or not.
    "Sweets, cakes, etc. are sold here.|Tea is free.",
    "We sell sweets, cakes, etc.|Tea is free.",
    "We sell food (sweets, etc.).|Tea is free.",
    "(Doctors, nurses, etc.)|They left.",
    "Smith et al. found that it works.|Others agree.",
    "It was tested by Smith et al.|The result was good.",
    "We open at 9 a.m. and close at 5 p.m. each day.",
    "We close at 5 p.m.|Please ring first.",
    "We open at 9 a.m. on Monday.",
    "Acme Ltd. won.|Others lost.",
    "It went to Acme Ltd.|Others lost.",
    "He has a Ph.D. in nursing.|She has two.",
    "He has a Ph.D.|She has two.",
    "It works in the U.K. and abroad.|It is free.",
    "It works in the U.K.|It is free.",
    "The U.K. Health Security Agency spoke.|It left.",
    "He came from the U.S.|He left.",
    "The N.H.S. is free.|Use it.",
    # Numbers.
    "It fell by 3.5% to 2.9% in the year.|It then rose.",
    "The total was 3.5.|Then it fell.",
    "The cost was £1.5m.|It rose.",
    "At 10.30 we met.|At 11.15 we left.",
    "It opens at 5.30pm.|Come early.",
    "Version 2.1.3 is out.|Use it.",
    "There are 5.|6 is next.",
    "We agreed.|20 people came.",
    # Abbreviations before numbers.
    "See No. 5 for details.|It is short.",
    "Is it safe?|No.|It is not.",
    "See Fig. 2 for the trend.|It is rising.",
    "See figs. 2 and 3.|They differ.",
    "See para. 4.2 of the plan.|It is short.",
    "See p. 12 and pp. 14-16.|They help.",
    "See vol. 3, ch. 2.|They help.",
    "See reg. 5 and s. 75.|They matter.",
    "Ref. 12 is open.|Read it.",
    "They waited (see Fig. 2).|Then they left.",
    # Quotation marks and brackets.
    '"We were heard."|She smiled.',
    'He said, "We were heard."|Then he left.',
    "He said \u201cWe were heard.\u201d|Then he left.",
    "He said 'no.'|She said 'yes.'",
    "He said 'no'.|She said 'yes'.",
    '"Is it safe?" she asked.|He nodded.',
    "\u201cIs it safe?\u201d she asked.|\u201cYes.\u201d|He left.",
    'She asked, "Is it safe?"|They nodded.',
    '"Stop!" he shouted.|They stopped.',
    '"It is late."|"Yes."',
    'Is it "safe"?|It is.',
    "They waited.|(Nobody knew why.)|Then they left.",
    "He asked why (nobody knew).|They waited.",
    "Waits fell [1].|They rose again.",
    "**The end.**|Next one.",
    # Ellipses and other marks.
    "Well... it depends.|Ask first.",
    "Well...|It depends.",
    "Well\u2026 it depends.|Ask first.",
    "Well\u2026|It depends.",
    "Wait ... then ring.|Ask first.",
    "And so on. . .|It went on.",
    "What?|No!|Never.",
    "Really?!|Yes.",
    "Wow!!!|Great.",
    # Addresses.
    "Email help@example.nhs.uk.|We will reply.",
    "Email help@example.nhs.uk or ring.|We will reply.",
    "See www.nhs.uk.|It is free.",
    "See https://www.nhs.uk/conditions.|It is free.",
    "See https://www.nhs.uk/a.b/c.html for more.|It is free.",
    "Visit nhs.uk.|It is free.",
    "Visit gov.uk/help.|It is free.",
    "Read the file notes.txt.|It helps.",
    # Lower-case starts, bullets and headings.
    "The plan. which is late.|It came.",
    "This is Yahoo! news.|It is old.",
    "Who decides? who pays?",
    "Bread",
    "Bread and milk",
    "Bread.|Milk",
    "We want: more beds; more staff.|Now.",
    "First line\n|second line",
]


@pytest.mark.parametrize("case", CASES)
def test_sentences_end_where_a_reader_says(case: str) -> None:
    """Split at each bar and nowhere else."""
    parts = case.split("|")
    text = "".join(part if part.endswith("\n") or part is parts[-1] else f"{part} " for part in parts)
    assert sentences(text) == [part.strip() for part in parts]


@pytest.mark.parametrize(
    "case",
    [
        # A single capital letter may be an initial, as in "Sam K. Jones".
        "This is vitamin C. It helps.",
        "See appendix A. It helps.",
        # Initials that are not on the list of those that may end a sentence.
        "Ask your G.P. They know.",
        # Months are on the list of those that never do.
        "We met on 3 Jan. It rained.",
        # "No. 5" is a number.
        "We said no. 5 people left.",
        "It costs 5 p. A bargain.",
        # A small letter begins no sentence.
        "We bought iPhones. iPads came later.",
        # The number of a note clings to the stop.
        "Waits fell.1 They rose again.",
        "Waits fell.[1] They rose again.",
        "We live on High St. The bus stops there.",
    ],
)
def test_some_ends_are_known_misses(case: str) -> None:
    """Known miss: these are two sentences, taken for one."""
    assert sentences(case) == [case]


def test_a_typed_number_of_a_list_is_a_known_miss() -> None:
    """Known miss: the number before a step that was typed as prose is taken for a sentence."""
    assert sentences("1. Wash your hands. 2. Dry them.") == ["1.", "Wash your hands.", "2.", "Dry them."]


@given(TEXTS)
def test_sentences_cover_all_words_in_order_and_never_overlap(text: str) -> None:
    """Leave out only white space between sentences, and hold each word of the text once, in its order."""
    block = analysed(text)
    end = 0
    for sentence in block.sentences:
        assert end <= sentence.span.start < sentence.span.end <= len(text)
        assert text[end : sentence.span.start].strip() == ""
        end = sentence.span.end
    assert text[end:].strip() == ""
    counted = [word for sentence in block.sentences for word in sentence.words]
    everything = [token.text for token in tokenize(text)]
    assert counted == [word for word in everything if any(map(str.isalnum, word)) and not word.startswith("'")]


@given(TEXTS)
def test_no_sentence_begins_or_ends_in_white_space(text: str) -> None:
    """Trim each sentence, and make none of white space alone beside others."""
    found = sentences(text)
    assert all(sentence == sentence.strip() for sentence in found if sentence.strip())
    assert found
