"""What a writer is shown of a word, a section and a text."""

from __future__ import annotations

from plainspeak_lsp.completion import Completions
from plainspeak_lsp.hover import hover, without_marks
from plainspeak_lsp.navigation import definitions, uses
from plainspeak_lsp.panel import groups_of
from plainspeak_lsp.sections import outline, sections
from plainspeak_lsp.settings import Settings

from .texts import checker, inside, place_of, view_of


def said(text: str, words: str, number: int = 0) -> str:
    """What is shown of some words, without marks."""
    found = hover(view_of(text), inside(text, words, number))
    return without_marks(found[0]) if found else ""


def test_letters_are_explained_with_their_source() -> None:
    """What they stand for and mean, what to write, why, and who says so."""
    text = "The ICB met. The ICB left.\n"
    shown = said(text, "ICB", 1)
    assert shown.startswith("ICB: integrated care board\n\nThe NHS organisation that plans")
    assert "Source: " in shown
    assert "(checked 20" in shown
    assert "Why it matters: " in shown
    found = hover(view_of(text), inside(text, "ICB", 1))
    assert found is not None
    assert found[1] == place_of(text, "ICB", 1)


def test_what_the_text_explains_is_shown_from_the_text() -> None:
    """Its words win over the glossary's."""
    text = "The intense cold bath (ICB) opened. The ICB is cold.\n"
    assert said(text, "ICB", 1).startswith("ICB: intense cold bath\n\nThis text explains it.")


def test_letters_with_several_meanings_show_them_all() -> None:
    """The writer knows which one is meant."""
    shown = said("The CPA met.\n", "CPA")
    assert "It can mean several things:" in shown
    assert shown.count("\n- ") + shown.count("- ") >= 2


def test_a_term_shows_its_meaning_and_plain_words() -> None:
    """Also where it is explained already."""
    shown = said("We will work with stakeholders.\n", "stakeholders")
    assert shown.startswith("stakeholder\n\n")
    assert "Write instead: " in shown
    assert "Why it matters: " in shown


def test_wording_shows_the_advice_first() -> None:
    """There is nothing to explain."""
    assert said("We utilise it.\n", "utilise").startswith("\u201cutilise\u201d can be plainer: write \u201cuse\u201d.")


def test_what_a_mark_says_is_not_said_twice() -> None:
    """Where the editor shows the message of the mark beside it."""
    text = "We met in order to learn.\n"
    at = inside(text, "in order to")
    alone, beside = hover(view_of(text), at), hover(view_of(text), at, beside_marks=True)
    assert alone is not None
    assert beside is not None
    assert "can be plainer" in alone[0]
    assert beside[0].startswith("Why it matters")


def test_nothing_is_said_of_other_words() -> None:
    """A hover would be in the way."""
    assert not said("We utilise a plan.\n", "plan")


def test_nothing_in_a_paper_becomes_a_link() -> None:
    """What a text says is shown as it is."""
    text = "The quick [x](http://x.example) exchange (QXE) met. The QXE met.\n"
    found = hover(view_of(text), inside(text, "QXE", 1))
    assert found is None or "](http://x.example)" not in found[0]


def test_from_letters_to_where_they_are_explained_and_used() -> None:
    """In the text, else in the glossary."""
    text = "The integrated care board (ICB) met. The ICB left. Stakeholders left.\n"
    view = view_of(text)
    (target,) = definitions(view, inside(text, "ICB", 1))
    assert target.place == place_of(text, "ICB", 0)
    assert uses(view, inside(text, "ICB", 1)) == [place_of(text, "ICB", 0), place_of(text, "ICB", 1)]
    (entry,) = definitions(view, inside(text, "Stakeholders"))
    assert entry.uri.startswith("file:")
    assert entry.uri.endswith(".yaml")
    assert entry.place.start.line > 0
    assert uses(view, inside(text, "Stakeholders")) == [place_of(text, "Stakeholders")]
    assert not uses(view, inside(text, "left"))


SECTIONS = "# One\n\nIntro.\n\n## Two\n\n{hard}\n\n# Three\n\n{easy}\n"
HARD = "The utilisation of multidisciplinary organisational methodologies necessitates considerable deliberation. " * 12
EASY = "The cat sat on the mat. The dog sat on the rug. " * 12


def test_sections_say_how_hard_they_are() -> None:
    """Each by itself, up to the next heading."""
    text = SECTIONS.format(hard=HARD, easy=EASY)
    marks = {each.title: each for each in sections(view_of(text))}
    assert marks["One"].detail == "1 word"
    assert marks["Two"].detail == "reading age 21 or over, 108 words"
    assert marks["Three"].detail == "reading age 7, 144 words"
    assert marks["One"].whole.end.line == 8
    assert marks["Three"].whole.end == view_of(text).end_of_line(text.count("\n"))


def test_the_outline_is_a_tree() -> None:
    """Smaller headings stand below."""
    tree = outline(view_of("## A\n\n### B\n\n#### C\n\n## D\n\n# E\n\ntext\n"))
    assert [(each.title, [below.title for below in each.below]) for each in tree] == [
        ("A", ["B"]),
        ("D", []),
        ("E", []),
    ]


def test_the_panel_has_every_finding_under_a_heading() -> None:
    """The most useful kinds first, with what can be put right at once."""
    text = "The QZE will utilise it. We utilise that.\n"
    answer = groups_of(view_of(text), Settings())
    assert answer["total"] == 3
    assert [(group["title"], len(group["findings"])) for group in answer["groups"]] == [
        ("Acronyms", 1),
        ("Wordy phrases", 2),
    ]
    assert [each["fixable"] for group in answer["groups"] for each in group["findings"]] == [False, True, True]


def offered(typed: str, explained: frozenset[str] = frozenset()) -> list[str]:
    """What is offered at the end of a line."""
    return [each.text for each in Completions(checker().glossary).offers(typed, explained)]


def test_completion_offers_words_for_letters_and_plain_words() -> None:
    """With the capital that was typed; nothing for what is explained already."""
    assert "integrated care board (ICB)" in offered("We wrote to the ICB")
    assert "integrated care board (ICB)" not in offered("We wrote to the ICB", frozenset({"ICB"}))
    assert offered("We util")[0] == "use"
    assert offered("Util")[0] == "Use"
    assert "integrated care system" in offered("An integrated care sy")
    assert not offered("We so in")
    assert not offered("")
    assert not offered("We utilise ")
