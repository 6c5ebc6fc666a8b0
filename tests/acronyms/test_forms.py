"""What looks like an acronym, and what only has capitals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.acronyms.forms import ShortForm, find_short_forms
from plainspeak.glossary import Form, Glossary, Meaning, Term, load_built_in


def acronym(letters: str, expansion: str, *forms: str) -> Term:
    """Return an acronym of one meaning."""
    return Term(letters, "acronym", (Meaning(expansion=expansion),), acronym=letters, forms=tuple(map(Form, forms)))


GLOSSARY = Glossary(
    (
        acronym("ICB", "integrated care board"),
        acronym("NICE", "National Institute for Health and Care Excellence"),
        acronym("AWS", "annual waits survey"),
        acronym("CAMHS", "child and adolescent mental health services"),
        acronym("CNs", "clinical notes"),
    ),
    frozenset({"CO2", "YouTube", "mmHg"}),
)


def forms(text: str) -> list[ShortForm]:
    """Return the short forms that are sure to be acronyms."""
    return [form for form in find_short_forms(text, GLOSSARY) if form.sure]


HITS = [
    # As written, the letters alone, and whether it is a plural.
    ("ICB", "ICB", False),
    ("ED", "ED", False),
    ("A&E", "A&E", False),
    ("R&D", "R&D", False),
    ("H&SC", "H&SC", False),
    ("D2A", "D2A", False),
    ("DToC", "DToC", False),
    ("LeDeR", "LeDeR", False),
    ("eGFR", "eGFR", False),
    ("mRNA", "mRNA", False),
    ("HbA1c", "HbA1c", False),
    ("#NOF", "NOF", False),
    ("FNoF", "FNoF", False),
    ("CYP", "CYP", False),
    ("VCFSE", "VCFSE", False),
    ("COVID-19", "COVID-19", False),
    ("MoU", "MoU", False),
    ("AfC", "AfC", False),
    ("PhD", "PhD", False),
    ("GPs", "GP", True),
    ("PCNs", "PCN", True),
    ("T&Cs", "T&C", True),
    ("EHCPs", "EHCP", True),
    ("NICE", "NICE", False),
    ("CAMHS", "CAMHS", False),
    ("CNs", "CNs", False),
    ("6MWT", "6MWT", False),
    ("4AT", "4AT", False),
]
FRAMES = [
    "{}",
    "We asked the {} team.",
    "We asked the {}.",
    "It was agreed ({}).",
    "It was \u201c{}\u201d, they said",
    "The {}-led plan",
    "Ask the {}; wait.",
    "**{}**",
    "hospital/{}",
    "{}'s plan",
    "{}\u2019s plan",
]


@pytest.mark.parametrize(("written", "letters", "plural"), HITS)
@pytest.mark.parametrize("frame", FRAMES)
def test_an_acronym_is_found(written: str, letters: str, frame: str, *, plural: bool) -> None:
    """Find letters with signs, figures and small letters, whatever stands beside them, and without their endings."""
    text = frame.format(written)
    (form,) = forms(text)
    assert (form.form, form.plural) == (letters, plural)
    assert text[form.span.start : form.span.end] == written


def test_dots_between_letters_go() -> None:
    """Read "N.H.S." as NHS; the last stop is its own, unless it may be the sentence's."""
    for text, end in (("The N.H.S. is free.", 10), ("The N.H.S. Free care.", 9), ("The N.H.S.", 9)):
        (form,) = forms(text)
        assert form.form == "NHS"
        assert (form.span.start, form.span.end) == (4, end)


def test_the_plural_possessive_is_a_plural() -> None:
    """Find the letters in "PCNs'" too."""
    assert [(form.form, form.plural) for form in forms("All PCNs' plans and PCNs\u2019 teams")] == [("PCN", True)] * 2


def test_several_are_found_in_order() -> None:
    """Find letters on both sides of a slash, in brackets and in a list."""
    assert [form.form for form in forms("ICB/PCN leads (NHSE, CQC) and EDs")] == ["ICB", "PCN", "NHSE", "CQC", "ED"]


MISSES = [
    "Open 24/7 for all",
    "See volume II and annex IV",
    "Our CO-PRODUCTION and RE-ABLEMENT",
    "OSSENBY VALE METROPOLITAN BOROUGH COUNCIL",
    "Risks QR04 and CM01, form WMP-SR-03",
    "Paper BoD/24/118",
    "Postcodes HV1 and OX0 and clause GC9",
    "The 1ST of the 2ND, 5PM, 4GB and 8KM",
    "The PRE-SCHOOL and RE-USE",
    "Types I, III, VI, IX and X",
    "PLEASE NOTE the time",
    "AGENDA FOR THE MEETING",
    "REPORT OF THE CHIEF EXECUTIVE",
    "MINUTES OF THE BOARD",
    "MONDAY 5 MAY",
    "NO SMOKING",
    "It was VERY late",
    "This is NOT so",
    "Come to LS1 4AP now",
    "Come to EC1A 1BB now",
    "Come to M1 1AE now",
    "The CO2 level",
    "Watch YouTube at 120 mmHg",
    "It cost £5M",
    "It cost £3.5M and \u00a320K",
    "See Report_FINAL_V2",
    "See ICB_PAPER.pdf",
    "See ICB.docx and PCN-data.xlsx",
    "See https://www.nhs.uk/ICB/PCN now",
    "See www.nhs.uk/ICB",
    "See ICB.NHS.uk for more",
    "Write to JO@ICB.NHS.UK today",
    "Write to ICB.PCN@nhs.net today",
    "Mr McDonald and Ms MacDonald",
    "A book by J.K. Khatun",
    "Ms O'NEILL and Mr O\u2019BRIEN",
    "The OpenData set",
    "Ref: ABC/2024/0123",
    "Ref ICB-2024-001",
    "Ref ABC-12-34-56",
    "We met at 5PM and 10AM",
    "A Big Day",
    "I agree. It is.",
    "The M25, the A4 and room G12",
    "Vitamin B12",
    "Section 3A and flat 2B",
    "Take 20MG",
    "no capitals at all",
    "",
]


@pytest.mark.parametrize("text", MISSES)
def test_other_capitals_are_not(text: str) -> None:
    """Take no number, heading, address, name, reference or unit for an acronym."""
    assert forms(text) == []


@pytest.mark.parametrize(
    ("text", "letters"), [("section 75 (S75)", "S75"), ("WARD round", "WARD"), ("the HL7 form", "HL7")]
)
def test_some_count_only_where_they_are_explained(text: str, letters: str) -> None:
    """Offer letters with figures, and words in capitals, as forms that aren't sure."""
    assert [(form.form, form.sure) for form in find_short_forms(text, GLOSSARY)] == [(letters, False)]


@pytest.mark.parametrize("text", ["The OK sign", "Scan the QR code", "The BBC said"])
def test_letters_that_everyone_uses_are_left_to_the_glossary(text: str) -> None:
    """Find everyday letters too: the glossary says which need no words."""
    assert len(forms(text)) == 1


def test_a_known_form_is_sure_although_it_is_a_word() -> None:
    """Trust the glossary that NICE is no shouted "nice", except among words in capitals."""
    assert [form.form for form in forms("We asked NICE.")] == ["NICE"]
    assert forms("HAVE A NICE DAY") == []


def test_letters_beside_a_name_are_initials() -> None:
    """Take the two letters of "Schaffer AL" for initials."""
    assert forms("Schaffer AL and others") == []


def test_letters_beside_the_name_of_a_place_are_a_known_miss() -> None:
    """Known miss: two letters that the glossary doesn't know are taken for initials beside any name."""
    assert forms("The Leeds QZ met.") == []


def test_a_plural_that_the_glossary_knows_is_kept() -> None:
    """Keep the small s of a form that has it in the glossary."""
    assert [form.form for form in forms("AWS and CNs and XYs")] == ["AWS", "CNs", "XY"]


@given(st.text(alphabet="AaIiCcBbs2&.#/'\u2019-_@ ()", max_size=30) | st.text(max_size=30))
def test_spans_lie_in_the_text_and_apart(text: str) -> None:
    """Return forms in order, each the letters that stand at its span, in any text."""
    end = 0
    for form in find_short_forms(text, GLOSSARY):
        assert end <= form.span.start < form.span.end <= len(text)
        written = text[form.span.start : form.span.end]
        assert written.lstrip("#").replace(".", "") == form.form + "s" * form.plural
        end = form.span.end


@pytest.mark.parametrize("text", ["FUNDS4-1", "See PLAN3-18 and BANKS4-1.", "OATH3"])
def test_words_with_page_numbers_are_not_sure(text: str) -> None:
    """Don't take a word in capitals for letters because a page number sticks to it, as in a list of contents."""
    assert not any(form.sure for form in find_short_forms(text, GLOSSARY))


@pytest.mark.parametrize("text", ["Open at 7 PM", "Open at 9 AM", "A CV on DVD", "Dr X, MSc, OBE", "A US and UN plan"])
def test_letters_of_everyday_life_need_no_words(text: str) -> None:
    """Know the letters that adults in the UK use every day."""
    glossary = load_built_in()
    terms = [glossary.acronym(form.form) for form in find_short_forms(text, glossary)]
    assert terms
    assert all(term is not None and term.known_to_everyone for term in terms)
