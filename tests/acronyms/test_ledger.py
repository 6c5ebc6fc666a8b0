"""The ledger tells of every acronym of a document where it is used and where it is explained."""

from __future__ import annotations

import pytest

from plainspeak.acronyms import LedgerEntry, acronym_facts, build_ledger
from plainspeak.document import Block, Kind, Place, Stretch
from plainspeak.glossary import Glossary, Meaning, Term
from plainspeak.language import analyse_words


def acronym(letters: str, *expansions: str, everyone: bool = False) -> Term:
    """Return an acronym of some meanings."""
    meanings = tuple(Meaning(expansion=each) for each in expansions)
    return Term(letters, "acronym", meanings, acronym=letters, known_to=("everyone",) if everyone else ())


GLOSSARY = Glossary(
    (
        acronym("ICB", "integrated care board"),
        acronym("OT", "occupational therapy", "overtime"),
        acronym("NHS", "National Health Service", everyone=True),
    )
)


def cell(text: str, row: int, column: int, table: int = 1) -> Block:
    """Return a cell of a table."""
    return Block(Kind.CELL, text, place=Place(table=(table, row, column)))


def ledger(*blocks: str | Block) -> dict[str, LedgerEntry]:
    """Return the entries of a document by their letters; a text is a paragraph."""
    document = [Block(Kind.PARAGRAPH, block) if isinstance(block, str) else block for block in blocks]
    facts = [acronym_facts(analyse_words(block), GLOSSARY) for block in document]
    return {entry.form: entry for entry in build_ledger([Stretch(document, facts)], GLOSSARY)}


def statuses(*blocks: str | Block) -> dict[str, str]:
    """Return the status of each acronym of a document."""
    return {form: entry.status for form, entry in ledger(*blocks).items()}


@pytest.mark.parametrize(
    ("blocks", "status"),
    [
        (["The ICB met."], "undefined"),
        (["The integrated care board met.", "The ICB met."], "undefined"),
        (["The integrated care board (ICB) met.", "The ICB met."], "defined"),
        (["The ICB (integrated care board) met."], "defined"),
        (["The ICB met.", "The integrated care board (ICB) met."], "late"),
        (["The ICB met. The integrated care board (ICB) agreed."], "late"),
        (["The integrated care board (ICB) met.", "The internal control board (ICB) met."], "conflicting"),
        (["The integrated care board (ICB) met.", "Integrated Care Boards (ICBs) met."], "defined"),
        (["Now: ICB", "Our ICBs and ICB's plans", "ICB: integrated care board"], "late"),
    ],
)
def test_the_status_says_how_an_acronym_is_explained(blocks: list[str], status: str) -> None:
    """Tell undefined, defined, late and conflicting acronyms apart."""
    assert statuses(*blocks) == {"ICB": status}


def test_a_list_that_explains_its_own_row() -> None:
    """The name of a project in a list of abbreviations, with the letters in both cells, isn't used before it."""
    assert statuses(cell("ICB plan", 1, 1), cell("The plan of the integrated care board (ICB)", 1, 2)) == {
        "ICB": "defined"
    }
    assert statuses(cell("ICB plan", 1, 1), cell("The plan of the integrated care board (ICB)", 2, 2)) == {
        "ICB": "late"
    }


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("HO3, HO6 and HO8", []),
        ("Stage IIA, IIB, IIIC1 or IVA", []),
        ("CTY9RM, WARD9RM, OCC90M", []),
        ("The H1N1, B2B and D2A teams", ["B2B", "D2A", "H1N1"]),
        (", ".join(f"{number}{letter}ES" for number in "1234" for letter in "ABXQ"), []),
        ("The 4AT and the 6MWT", ["4AT", "6MWT"]),
        ("Write DDMMYYYY, or MM and YYYY", []),
        ("Write DD-MM-YY", []),
        ("The MM team", ["MM"]),
        ("Stage QZX, QZY and QZW", ["QZW", "QZX", "QZY"]),
    ],
)
def test_codes_are_no_acronyms(text: str, kept: list[str]) -> None:
    """Letters that come in a family number a list, or name the columns of a table."""
    assert sorted(statuses(text)) == kept


@pytest.mark.parametrize("text", ["The NHS met.", "The National Health Service (NHS) met."])
def test_what_everyone_knows_is_everyday(text: str) -> None:
    """Ask for no explanation of letters that everyone knows, and don't mind one."""
    assert statuses(text) == {"NHS": "everyday"}


def test_everyday_letters_with_two_meanings_conflict() -> None:
    """Say so when a paper gives everyday letters two meanings."""
    assert statuses("The National Health Service (NHS) met.", "New health systems (NHS) came.") == {
        "NHS": "conflicting"
    }


def test_uses_are_counted_in_reading_order() -> None:
    """List every use, with plurals and possessives and the one in the explanation, and none twice."""
    entry = ledger("The integrated care board (ICB) met.", "No letters here.", "Two ICBs and the ICB's plan.")["ICB"]
    assert [use.block for use in entry.uses] == [0, 2, 2]
    assert entry.explanations[0].at == entry.uses[0]
    assert not entry.plural_first


def test_entries_stand_in_the_order_of_first_use() -> None:
    """List acronyms as a reader meets them."""
    assert list(ledger("The PCN and the ICB met.", "The CQC and the PCN met.")) == ["PCN", "ICB", "CQC"]


def test_a_plural_at_first_use_is_noted() -> None:
    """Say that the first use is a plural, so that the words can be written in the plural."""
    assert ledger("Two ICBs met the ICB.")["ICB"].plural_first


@pytest.mark.parametrize(
    ("text", "form", "expansion"),
    [
        ("The internal control board (ICB) met.", "ICB", "internal control board"),
        ("The ICB met.", "ICB", "integrated care board"),
        ("The OT met.", "OT", None),
        ("The QZE met.", "QZE", None),
    ],
)
def test_the_expansion_is_the_texts_own_first(text: str, form: str, expansion: str | None) -> None:
    """Give the words of the text, else the glossary's only meaning, else none."""
    assert ledger(text)[form].expansion == expansion


def test_a_form_that_is_not_sure_counts_where_it_is_explained() -> None:
    """List "S75" and words in capitals only in a document that explains them."""
    assert statuses("Under S75 and the SALT team.") == {}
    explained = statuses("Under section 75 (S75).", "Speech and language therapy (SALT) helps.", "S75 and SALT.")
    assert explained == {"S75": "defined", "SALT": "defined"}


def test_a_table_of_abbreviations_defines() -> None:
    """Read letters in one cell and their words in the next of the same row."""
    table = [cell("ICB", 1, 1), cell("Integrated care board", 1, 2), cell("QZE", 2, 1), cell("Quiet zoo exit", 2, 2)]
    assert statuses(*table, "The ICB and the QZE met.") == {"ICB": "defined", "QZE": "defined"}
    assert ledger(*table)["QZE"].expansion == "Quiet zoo exit"


def test_a_table_may_have_its_words_first() -> None:
    """Read the words in the cell before the letters too."""
    assert statuses(cell("Quiet zoo exit", 1, 1), cell("QZE", 1, 2)) == {"QZE": "defined"}


def test_a_table_after_the_first_use_is_late() -> None:
    """Call letters late that only the abbreviations at the end explain."""
    assert statuses("The QZE met.", cell("QZE", 1, 1), cell("Quiet zoo exit", 1, 2)) == {"QZE": "late"}


@pytest.mark.parametrize(
    "blocks",
    [
        [cell("QZE", 1, 1), cell("Quiet zoo exit", 2, 1)],
        [cell("QZE", 1, 1), cell("Quiet zoo exit", 1, 2, table=2)],
        [cell("QZE", 1, 1), cell("Agreed in May", 1, 2)],
        [cell("The QZE met", 1, 1), cell("Quiet zoo exit", 1, 2)],
        ["QZE", "Quiet zoo exit"],
    ],
)
def test_other_cells_define_nothing(blocks: list[str | Block]) -> None:
    """Join no cells of two rows or tables, no other words, no cell that says more, and no paragraphs."""
    assert statuses(*blocks) == {"QZE": "undefined"}


@pytest.mark.parametrize("kind", [Kind.HEADER, Kind.FOOTER])
def test_what_is_printed_on_every_page_comes_last(kind: Kind) -> None:
    """Take the body's explanation for the first use, although a header stands before it in the file."""
    assert statuses(Block(kind, "ICB papers"), "The integrated care board (ICB) met.") == {"ICB": "defined"}
    entry = ledger(Block(kind, "ICB papers"), "The ICB met.")["ICB"]
    assert [use.block for use in entry.uses] == [1, 0]


@pytest.mark.parametrize("kind", [Kind.HEADER, Kind.FOOTER])
def test_letters_in_a_header_alone_are_still_undefined(kind: Kind) -> None:
    """Ask for an explanation of letters that only stand in a header."""
    assert statuses(Block(kind, "ICB papers")) == {"ICB": "undefined"}


def test_headings_are_read_in_their_place() -> None:
    """Count a use in a heading before the text under it."""
    assert statuses(Block(Kind.HEADING, "The ICB"), "The integrated care board (ICB) met.") == {"ICB": "late"}


def test_unchecked_blocks_are_not_counted() -> None:
    """Count no use in a table of contents or other text that isn't judged."""
    contents = Block(Kind.TOC, "ICB 3", checked=False)
    assert statuses(contents) == {}
    assert statuses(contents, "The integrated care board (ICB) met.") == {"ICB": "defined"}
    assert [use.block for use in ledger(contents, "The ICB met.")["ICB"].uses] == [1]


def test_an_explanation_in_an_unchecked_block_comes_late() -> None:
    """Call letters late that only a table of contents explains: readers pass it over."""
    contents = Block(Kind.TOC, "The integrated care board (ICB) 3", checked=False)
    assert statuses(contents, "The ICB met.") == {"ICB": "late"}


def test_the_expansions_of_the_format_define() -> None:
    """Take an ``<abbr title>`` at the first use for an explanation there, and a later one for a late one."""
    marked = Block(Kind.PARAGRAPH, "The QZE met.", expansions=(("QZE", "quiet zoo exit"),))
    assert statuses(marked, "The QZE met.") == {"QZE": "defined"}
    assert statuses("The QZE met.", marked) == {"QZE": "late"}
    assert ledger(marked)["QZE"].expansion == "quiet zoo exit"


def test_expansions_of_plural_letters() -> None:
    """Read the format's expansion for letters as they are written, plural and all."""
    marked = Block(Kind.PARAGRAPH, "Two QZEs met.", expansions=(("QZEs", "quiet zoo exits"),))
    assert ledger(marked)["QZE"].status == "defined"


def test_a_document_without_acronyms_has_an_empty_ledger() -> None:
    """Return nothing for plain words."""
    assert ledger("Nothing here.", Block(Kind.HEADING, "AGENDA FOR THE MEETING")) == {}


def test_an_entry_knows_where_its_words_stand() -> None:
    """Letters whose words stand by themselves stay undefined, with the place of the words."""
    entry = ledger("The integrated care board met.", "The ICB ate.")["ICB"]
    assert entry.status == "undefined"
    assert entry.words_at is not None
    assert (entry.words_at.block, entry.words_at.span.start) == (0, 4)
    assert ledger("The integrated care board (ICB) met.", "The ICB ate.")["ICB"].words_at is None


@pytest.mark.parametrize(
    ("blocks", "status"),
    [
        (["The QZE met.", Block(Kind.NOTE, "QZE: quiet zoo exit")], "defined"),
        (["The QZE met.", Block(Kind.NOTE, "Quiet Zoo Exit.")], "defined"),
        (["The QZE met.", Block(Kind.NOTE, "Here the quiet zoo exit (QZE) is meant.")], "defined"),
        (["The QZE met.", "We ate.", Block(Kind.NOTE, "QZE: quiet zoo exit")], "defined"),
        (["The QZE met.", "We ate.", Block(Kind.NOTE, "Here the quiet zoo exit (QZE) is meant.")], "late"),
        (["The QZE met.", Block(Kind.NOTE, "We asked the Quiet Zoo Exit for more.")], "undefined"),
        ([Block(Kind.NOTE, "Here the quiet zoo exit (QZE) is meant."), "The QZE met."], "defined"),
    ],
)
def test_footnotes_explain(blocks: list[str | Block], status: str) -> None:
    """Take a note under the first use, or one that is there for nothing else, for an explanation in its place."""
    assert statuses(*blocks) == {"QZE": status}


def test_explanations_say_where_they_stand() -> None:
    """Tell running text from tables, and an appendix from both."""
    appendix = Block(Kind.PARAGRAPH, "ICB: integrated care board", place=Place(headings=("Report", "Appendix B")))
    table = [cell("ICB", 1, 1), cell("Integrated care board", 1, 2)]
    entry = ledger("The integrated care board (ICB) met.", *table, appendix)["ICB"]
    assert [(each.running, each.appendix) for each in entry.explanations] == [
        (True, False),
        (False, False),
        (False, True),
    ]


@pytest.mark.parametrize(
    "heading", ["Glossary", "Appendix 3: terms", "7. Annex", "List of abbreviations", "Annexe A", "Our jargon buster"]
)
def test_headings_of_an_appendix(heading: str) -> None:
    """Know the headings under which papers keep what few people read."""
    block = Block(Kind.PARAGRAPH, "ICB: integrated care board", place=Place(headings=(heading,)))
    assert ledger(block)["ICB"].explanations[0].appendix


def test_a_cell_may_say_more_than_the_words() -> None:
    """Find the words inside a cell of an abbreviation table."""
    table = [cell("QZE", 1, 1), cell("Our Quiet Zoo Exit team", 1, 2)]
    assert ledger(*table)["QZE"].expansion == "Quiet Zoo Exit"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Quiet Zoo Exit, paid for by the zoo", "Quiet Zoo Exit"),
        ("Quiet Zoo Exit (a door)", "Quiet Zoo Exit"),
        ("Quiet Zoo Exit \u2013 a door", "Quiet Zoo Exit"),
        ("Quiet Zoo Exit door", "Quiet Zoo Exit door"),
        ("quiet, zoological and extra", "quiet, zoological and extra"),
    ],
)
def test_the_words_of_a_cell_end_where_another_clause_begins(text: str, words: str) -> None:
    """Leave out what a list of abbreviations adds after the words."""
    assert ledger(cell("QZE", 1, 1), cell(text, 1, 2))["QZE"].expansion == words


def test_two_letters_need_all_their_words_in_the_next_cell() -> None:
    """Take no date or task in the next cell for the words of two letters, which may be somebody's initials."""
    assert ledger(cell("AR", 1, 1), cell("Apr 2026", 1, 2))["AR"].explanations == ()
    assert ledger(cell("OF", 1, 1), cell("One referral form", 1, 2)) == {}
    assert ledger(cell("QF", 1, 1), cell("Quiet farm", 1, 2))["QF"].expansion == "Quiet farm"


def test_letters_joined_by_a_hyphen_count_as_one_where_they_are_explained() -> None:
    """List "NHS-ICB" as a whole in a document that spells it out, else each part by itself."""
    words = "national health service integrated care board"
    assert list(ledger(f"The {words} (NHS-ICB) met.", "The NHS-ICB ate.")) == ["NHS-ICB"]
    assert len(ledger(f"The {words} (NHS-ICB) met.", "The NHS-ICB ate.")["NHS-ICB"].uses) == 2
    assert list(ledger("The NHS-ICB ate.")) == ["NHS", "ICB"]


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("We ask by EQ-5D and EQ-5D-5L.", ["EQ-5D", "EQ-5D-5L"]),
        ("The QZE-CoV-2 virus", ["QZE-CoV-2"]),
        ("The RT-PCR ended.", ["RT-PCR"]),
        ("Ask the ICB-QZE group.", ["ICB-QZE"]),
        ("The quiet zoo exit (QZE) and the ICB-QZE group", ["QZE", "ICB"]),
        ("The Q-ICB group", ["ICB"]),
        ("An ICB-LED plan", ["ICB"]),
        ("A QZE/ICB plan", ["QZE", "ICB"]),
    ],
)
def test_letters_with_hyphens_are_one_if_a_part_is_unknown(text: str, forms: list[str]) -> None:
    """Take hyphens for part of the letters, unless each part is known by itself."""
    assert list(ledger(text)) == forms


@pytest.mark.parametrize(
    "text",
    [
        "Source: QZE 2019",
        "Shah, R. (2019) The QZE in practice. Journal of Plain Care, 4(2), 11-20.",
        "So it is (QZE 2019).",
    ],
)
def test_sources_are_no_uses(text: str) -> None:
    """Pass over letters that only say where something was published."""
    assert statuses(text) == {}
    assert statuses("The QZE met.", text) == {"QZE": "undefined"}


def test_letters_of_several_words_count_as_one_where_they_are_explained() -> None:
    """List "C&M ICB" as a whole in a document that spells it out."""
    text = "The Cow and Mouse Integrated Care Board (C&M ICB) met."
    entries = ledger(text, "The C&M ICB ate. The ICB left.")
    assert {form: len(entry.uses) for form, entry in entries.items()} == {"C&M ICB": 2, "ICB": 1}


@pytest.mark.parametrize(
    ("blocks", "forms"),
    [
        (["We bought more RAM.", "The RAM is here."], ["RAM"]),
        (["Risks HOU3 and HOU6", "Risk HOU8"], []),
        (["Forms HOU3 and HOU6"], ["HOU3", "HOU6"]),
        (["We bought more RAM."], []),
        (["It was VERY late.", "They were VERY kind.", "It is very good."], []),
        (["The board is asked to NOTE it.", "You NOTE this."], []),
        (["A RAM DAY OUT", "THE RAM WAS LATE"], []),
        ([Block(Kind.HEADING, "RAM"), "We bought more RAM."], []),
        ([Block(Kind.HEADING, "Our RAM 1: sums"), Block(Kind.HEADING, "Our RAM 2: words")], []),
        ([Block(Kind.CELL, "Now RAM by May"), Block(Kind.CELL, "Now RAM by June")], []),
    ],
)
def test_ordinary_words_in_capitals(blocks: list[str | Block], forms: list[str]) -> None:
    """Take a word for letters if it stands in capitals twice among small letters, and never in small ones itself."""
    assert list(statuses(*blocks)) == forms


def test_the_initials_of_people_are_no_acronyms() -> None:
    """Pass over what stands for a name, however often it is used."""
    assert statuses("Present: Anjali Khatun (AK), Dr Imran Qadri (IQ). AK to write to the ICB.") == {"ICB": "undefined"}
    assert statuses("Anjali Khatun (AK) and Imran Qadri (IQ) met Rose Qadri (RQ). AK and RQ left.") == {}
    assert statuses("We met Anjali Khatun (AKh).") == {}
    assert statuses("The Khatun Index (KI) rose.") == {"KI": "defined"}
    assert statuses("The Integrated Care Board (ICB) met Anjali Khatun (AK) and Imran Qadri (IQ).") == {
        "ICB": "defined"
    }


@pytest.mark.parametrize("heading", ["Owner", "Lead", "Action owner", "By whom?", "Who"])
def test_initials_below_a_heading_for_people_are_no_acronyms(heading: str) -> None:
    """Pass over the owners of actions, but not what the glossary knows or the paper explains."""
    table = [cell("Task", 1, 1), cell(heading, 1, 2), cell("Ask the QZE", 2, 1), cell("JP/KT", 2, 2)]
    assert statuses(*table, "JP left.") == {"QZE": "undefined"}
    assert statuses(*table, cell("ICB", 3, 2)) == {"QZE": "undefined", "ICB": "undefined"}
    assert statuses(*table, "The jam pot (JP) is full.")["JP"] == "late"
    assert "JP" in statuses(cell("Team", 1, 1), cell("JP", 2, 1))


def test_an_ordinary_surname_is_a_known_miss() -> None:
    """Known miss: a single person whose name holds an ordinary word is listed as an acronym."""
    assert statuses("We thank Anjali Baker (AB).") == {"AB": "defined"}
