"""Reports as pages: whole, safe, the same each time, and readable without JavaScript."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from plainspeak import __version__
from plainspeak.document import Block, Document, Kind, Notice, Place
from plainspeak.errors import ReadError
from plainspeak.exports.report.page import is_report_page, report_pages

if TYPE_CHECKING:
    from plainspeak.checker import Checker
    from plainspeak.exports.report.page import ReportPages

    HtmlElement = html.HtmlElement

PAPER = """# A plan for winter

The MDT met the stakeholders prior to lunch. The MDT met again, and the QZX came.

## Costs

- Money for the primary care network (PCN)
    - and for its teams

| Item | Cost |
| ---- | ---- |
| MDT  | 5    |

> They called me a bed blocker.
"""
LONG = "The MDT " + "and the team " * 12 + "met prior to lunch."
SCRIPT = "<script>alert(1)</script>"
VOID = frozenset({"meta", "input", "br"})


def pages(checker: Checker, *texts: str, **more: object) -> ReportPages:
    """Return a report on some papers in Markdown."""
    reports = [
        checker.check(text, media_type="text/markdown", name=f"papers/paper-{number}.md")
        for number, text in enumerate(texts, 1)
    ]
    return report_pages(reports, checker.glossary, checker.config, **more)  # type: ignore[arg-type]


def page(checker: Checker, *texts: str, **more: object) -> str:
    """Return the page to open."""
    return pages(checker, *texts, **more).pages["index.html"]


def parsed(text: str) -> HtmlElement:
    """Return a page as a browser sees it."""
    return html.document_fromstring(text)


def words(element: HtmlElement) -> str:
    """Return the words of an element, with single spaces."""
    return " ".join(str(element.text_content()).split())


class _Nesting(HTMLParser):
    """Check that each element ends where it should: browsers mend what doesn't, each in its own way."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs)
        assert tag != "a" or "a" not in self.opened, "a link in a link"
        assert tag not in ("p", "ul", "table", "div") or "p" not in self.opened, f"{tag} in a paragraph"
        if tag not in VOID:
            self.opened.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.opened.pop() == tag


def nests(text: str) -> bool:
    """Tell whether every element of a page is closed where it should be."""
    nesting = _Nesting()
    nesting.feed(text)
    nesting.close()
    return not nesting.opened


@pytest.fixture(scope="module")
def root(checker: Checker) -> HtmlElement:
    """The report on one paper."""
    return parsed(page(checker, PAPER))


def part(root: HtmlElement, name: str) -> HtmlElement:
    """Return the section of a page whose heading has an id."""
    return root.get_element_by_id(f"p1-{name}").getparent()


def test_the_head_of_the_page(root: HtmlElement) -> None:
    """Its language, its title and file, and one sentence on the paper."""
    assert root.get("lang") == "en-GB"
    assert root.findtext(".//title") == "A plan for winter \u2013 plainspeak report"
    assert [words(each) for each in root.iter("h1")] == ["A plan for winter"]
    assert words(root.find_class("caption")[0]) == "paper-1.md, 42 words"
    assert words(root.find_class("verdict")[0]).startswith("Many people can read this paper at one go, but readers")


def test_what_to_put_right_first(root: HtmlElement) -> None:
    """Three sentences, each a link to its findings."""
    first = part(root, "first")
    assert words(first[0]) == "Three things to put right first"
    links = first.xpath(".//li/a")
    assert words(links[0]) == "Spell out these 2 acronyms: MDT (3 times), QZX."
    assert [words(root.get_element_by_id(link.get("href")[1:])).split()[0] for link in links][:2] == [
        "Acronyms",
        "Jargon",
    ]


def test_the_card(root: HtmlElement) -> None:
    """Five rows, each with a sign, a colour in words, a sentence and a figure."""
    rows = part(root, "card").xpath(".//li[@class='row']")
    assert [words(row.xpath("h3")[0]) for row in rows] == [
        "Acronyms",
        "Jargon",
        "Sentences",
        "Words about people",
        "Reading level",
    ]
    assert [words(row.find_class("tag")[0]) for row in rows][:3] == [
        "Amber: worth a look",
        "Green: good",
        "Green: good",
    ]
    assert all(row.xpath("*[local-name()='svg']/@aria-hidden") == ["true"] for row in rows)
    assert words(rows[0].find_class("small")[0]) == "2 in 42 words. Amber begins at 1 in 1,000, red at 5 in 1,000."


def test_charts_have_titles_and_tables(root: HtmlElement) -> None:
    """A chart is a picture with a name and nothing else to read; a table says the same."""
    charts = part(root, "charts")
    pictures = charts.xpath(".//*[local-name()='svg'][@role='img']")
    assert [picture[0].tag for picture in pictures] == ["title", "title", "title"]
    assert not charts.xpath(".//*[local-name()='desc']")
    kinds = {words(row[0]): words(row[1]) for row in charts.xpath(".//table")[0].xpath("tbody/tr")}
    assert kinds["Acronyms"] == "3"
    drawn = [words(each) for each in pictures[0].xpath("*[local-name()='text']")]
    assert dict(zip(drawn[::2], drawn[1::2], strict=True)) == kinds
    sections = [[words(cell) for cell in row] for row in charts.xpath(".//table")[2].xpath("tbody/tr")]
    assert [row[0] for row in sections] == ["A plan for winter", "Costs"]


def test_findings(root: HtmlElement) -> None:
    """One card a finding, with its words, what to write, why, and links to its places."""
    cards = part(root, "findings").xpath(".//article[@class='card']")
    assert len(cards) == len(root.xpath("//article[@class='card']"))
    first = next(card for card in cards if words(card[0]).startswith("MDT"))
    assert words(first[0]) == "MDT 3 times"
    assert words(first.find_class("severity")[0]) == "Warning"
    assert words(first.xpath(".//strong")[0]) == "\u201cmultidisciplinary team (MDT)\u201d"
    assert words(first.xpath("details/summary")[-1]) == "Why it matters"
    targets = [root.get_element_by_id(link[1:]) for link in first.xpath("ul//a/@href")]
    assert [words(target) for target in targets] == ["MDT (acronym)"] * 3
    assert {target.xpath("a/@href")[0] for target in targets} == {f"#{first.get('id')}"}


def test_the_text_with_marks(root: HtmlElement) -> None:
    """Headings, lists in lists, tables, quotations; each mark leads to a card and says what kind it is."""
    text = root.find_class("text")[0]
    assert [each.tag for each in text.xpath(".//h3 | .//h4 | .//ul/li/ul | .//table | .//blockquote")] == [
        "h3",
        "h4",
        "ul",
        "table",
        "blockquote",
    ]
    assert [words(cell) for cell in text.iter("td")] == ["Item", "Cost", "MDT (acronym)", "5"]
    for mark in text.iter("mark"):
        assert root.get_element_by_id(mark.xpath("a/@href")[0][1:]).get("class") == "card"
        assert mark.xpath(".//*[@class='hidden'] | .//*[@class='label']")


def test_words_used_and_how_it_was_made(root: HtmlElement) -> None:
    """What the words mean; the profile, the version, the figures, and what they can't tell."""
    entries = [words(each) for each in part(root, "words").xpath(".//tbody//th")]
    assert "MDT" in entries
    assert "QZX." in words(part(root, "words")[-1])
    made = words(part(root, "making"))
    assert f"plainspeak {__version__} checked this paper with the profile \u201cmeeting-paper\u201d." in made
    assert "Flesch-Kincaid grade" in made
    assert "It can\u2019t tell whether the text is clear: ask some readers." in made


def test_everything_can_be_read_without_javascript(root: HtmlElement) -> None:
    """What is hidden at first is only the filters, the headings of the other way to group, and what is for printing."""
    hidden = root.xpath("//*[@hidden]")
    assert [each.get("class") or each.get("data-by") or each.tag for each in hidden] == [
        "filters",
        "button",
        "on-paper printed",
        "section",
        "choices",
        "span",
    ]
    assert not root.xpath("//*[@hidden]//article")


@pytest.mark.parametrize("texts", [(PAPER,), (PAPER, LONG, "Plain words.")])
def test_the_page_is_well_made(checker: Checker, texts: tuple[str, ...]) -> None:
    """Elements nest, ids are unique, links lead somewhere, levels of headings don't skip, and nothing is fetched."""
    text = page(checker, *texts)
    assert nests(text)
    root = parsed(text)
    ids = Counter(root.xpath("//@id"))
    assert [name for name, times in ids.items() if times > 1] == []
    assert {link for link in root.xpath("//a/@href") if link[0] != "#" or link[1:] not in ids} == set()
    assert set(root.xpath("//label/@for")) <= set(ids)
    levels = [int(each.tag[1]) for each in root.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert not root.xpath("//@style | //@src | //link | //img | //iframe | //@onclick")
    assert not re.search(r"https?://|@import|url\((?!#)", text)


def test_the_policy_lets_only_our_own_style_and_script_run(checker: Checker) -> None:
    """The hashes are those of what stands on the page, and nothing else is allowed."""
    text = page(checker, PAPER)
    policy = parsed(text).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for tag, allowed in (("style", "style-src"), ("script", "script-src")):
        (inside,) = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{allowed} 'sha256-{digest}'" in policy


def test_the_same_each_time(checker: Checker) -> None:
    """No date, no chance."""
    assert pages(checker, PAPER, LONG, folder=True) == pages(checker, PAPER, LONG, folder=True)


def hostile(name: str) -> Document:
    """Return a paper with markup in everything that a paper has."""
    place = Place(part=SCRIPT, headings=(SCRIPT,))
    every = [
        Block(Kind.TITLE, SCRIPT),
        *(Block(kind, f"{SCRIPT} The MDT met the {SCRIPT} stakeholders.", place=place) for kind in Kind),
        Block(Kind.CELL, SCRIPT, place=Place(table=(1, 1, 1), sheet=SCRIPT)),
        Block(Kind.PARAGRAPH, f"{SCRIPT} The QZX met.", lang='"><b>'),
    ]
    return Document(name, "text/plain", tuple(every), (Notice(SCRIPT, Place(part=SCRIPT)),))


@pytest.mark.parametrize("folder", [False, True])
def test_markup_in_a_paper_stays_text(checker: Checker, folder: bool) -> None:
    """In the text, headings, cells, names of files and sheets, notices and errors."""
    reports = [checker.check_document(hostile(f"{SCRIPT}{number}.docx")) for number in (1, 2)]
    made = report_pages(
        reports, checker.glossary, checker.config, errors=[ReadError(SCRIPT, where=SCRIPT)], folder=folder
    )
    for name, text in made.pages.items():
        assert nests(text)
        root = parsed(text)
        assert len(root.xpath("//script")) == 1
        assert not root.xpath("//b[not(ancestor::blockquote)]")
        assert "&lt;script&gt;alert(1)" in text or folder
        assert re.fullmatch(r"[a-z0-9-]+\.html", name)


@given(st.lists(st.tuples(st.sampled_from(list(Kind)), st.text(max_size=40)), max_size=6))
def test_any_text_makes_a_page(checker: Checker, blocks: list[tuple[Kind, str]]) -> None:
    """Whatever stands in a paper, control characters and halves of characters too, the page is well made."""
    document = Document("a.txt", "text/plain", tuple(Block(kind, f"MDT {text}") for kind, text in blocks))
    made = report_pages([checker.check_document(document)], checker.glossary, checker.config)
    text = made.pages["index.html"]
    assert nests(text)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]", text)
    text.encode()


def test_characters_that_no_page_may_have(checker: Checker) -> None:
    """They are left out, and what stands around them stays: in the text, and in the name of a file."""
    blocks = (Block(Kind.PARAGRAPH, "The\x00 tea\x0b is\x9f here.\ufffe"),)
    paper = Document("a\udcff.txt", "text/plain", blocks, (Notice("b\ud800"),))
    text = report_pages([checker.check_document(paper)], checker.glossary, checker.config).pages["index.html"]
    assert "The tea is here.</p>" in text
    assert ">a.txt</h1>" in text
    text.encode()


def test_overlapping_findings(checker: Checker) -> None:
    """A long sentence with an acronym and a wordy phrase in it: the sentence has a label, the others are links."""
    root = parsed(page(checker, LONG))
    (outer,) = root.xpath("//div[@class='text']//p/mark")
    assert words(outer.xpath("a[@class='label']")[0]) == "long sentence"
    assert [words(each) for each in outer.xpath("mark/a")] == ["MDT (acronym)", "prior to (wordy phrase)"]


def test_line_breaks_stay(checker: Checker) -> None:
    """Where the author broke a line, the page does."""
    paper = Document("a.txt", "text/plain", (Block(Kind.PARAGRAPH, "One & two\n<three>"),))
    text = report_pages([checker.check_document(paper)], checker.glossary, checker.config).pages["index.html"]
    assert '<p class="paragraph">One &amp; two<br>&lt;three&gt;</p>' in text


def test_what_was_not_read_is_told_at_once(checker: Checker) -> None:
    """Near the verdict, where the others are folded away; nothing is told twice."""
    notices = (Notice("Page 4 is a picture.", Place(page=4)), Notice("Not checked: 1 chart."))
    paper = Document("a.pdf", "application/pdf", (Block(Kind.PARAGRAPH, "We met."),), notices)
    made = report_pages([checker.check_document(paper)], checker.glossary, checker.config)
    root = parsed(made.pages["index.html"])
    (notice,) = root.find_class("notice")
    assert words(notice.xpath("p")[0]) == "Page 4 is a picture. (page 4)"
    assert words(notice.xpath("details")[0]) == "And 1 more note Not checked: 1 chart."


def test_parts_that_are_not_checked(checker: Checker) -> None:
    """They are there, dimmed, and say so in words."""
    blocks = (Block(Kind.PARAGRAPH, "We met."), Block(Kind.TOC, "Costs 5", checked=False))
    paper = Document("a.txt", "text/plain", blocks)
    root = parsed(report_pages([checker.check_document(paper)], checker.glossary, checker.config).pages["index.html"])
    (dim,) = root.find_class("dim")
    assert words(dim) == "Not checked Not checked: Costs 5"


def test_a_paper_without_findings(checker: Checker) -> None:
    """It says so, and has no empty charts, filters or list of what to put right first."""
    root = parsed(page(checker, "We met and had a cup of tea."))
    assert words(part(root, "findings")) == "Findings There is nothing to put right here."
    assert not root.xpath("//form | //ol | //*[@role='img']")


def test_a_paper_without_sentences(checker: Checker) -> None:
    """A sheet of figures has no chart of sentences, and isn't told that it is short."""
    cells = tuple(Block(Kind.CELL, f"MDT {row}", place=Place(table=(1, row, 1), sheet="A")) for row in range(1, 40))
    paper = Document("a.xlsx", "application/x", cells)
    root = parsed(report_pages([checker.check_document(paper)], checker.glossary, checker.config).pages["index.html"])
    assert len(part(root, "charts").xpath(".//*[@role='img']")) == 1
    said = [words(each.xpath("div/p")[0]) for each in part(root, "card").xpath(".//li[@class='row']")]
    assert said[2] == "There are no full sentences to count."
    assert said[4] == "There is too little running text for a reading level."


def test_many_places_are_folded(checker: Checker) -> None:
    """Ten links are shown, and the rest waits."""
    root = parsed(page(checker, "\n\n".join(["The MDT met."] * 24)))
    (card,) = root.xpath("//article[@class='card']")
    assert len(card.xpath("ul/li")) == 10
    assert words(card.xpath("details[1]/summary")[0]) == "and 14 more"
    assert len(card.xpath("details[1]//a")) == 14


def test_a_big_report_is_laid_out_bit_by_bit(checker: Checker) -> None:
    """Only where there is much, since links are less exact then."""
    assert parsed(page(checker, "We met prior to tea.\n\n" * 5)).xpath("//article[@id='p1']/@class") == []
    assert parsed(page(checker, "\n\n".join(["We met."] * 600))).xpath("//article[@id='p1']/@class") == ["big"]


MDT_EXPLAINED = "A multidisciplinary team (MDT) met. " + "We had tea. " * 30
PACK = ("We had tea.", "The MDT met the stakeholders and the QZX.", MDT_EXPLAINED + "The stakeholders left.")


def test_a_pack(checker: Checker) -> None:
    """The worst paper comes first. Each is open, so that a link leads into it without JavaScript, which folds it."""
    root = parsed(page(checker, *PACK))
    assert [words(each) for each in root.iter("h1")] == ["Report on 3 papers"]
    rows = [[words(cell) for cell in row] for row in root.xpath("//table")[0].xpath("tbody/tr")]
    assert [row[0] for row in rows] == ["1. paper-2.md", "2. paper-3.md", "3. paper-1.md"]
    assert rows[0][1:] == ["375.0", "3", "8", "Amber", "Green", "Green", "Green", "Not checked"]
    heads = [words(each) for each in root.xpath("//table")[0].xpath("thead//th")]
    assert heads[4:] == ["Acronyms", "Jargon", "Sentences", "Words about people", "Reading level"]
    below = root.xpath("//details[@class='one'][@open]")
    assert [each.get("id") for each in below] == ["p2", "p3", "p1"]
    assert root.xpath("//table[1]//a/@href")[:3] == ["#p2", "#p3", "#p1"]


def test_a_paper_of_a_pack_is_called_by_its_title(checker: Checker) -> None:
    """The name of its file is small beside it, and isn't repeated where there is no title."""
    root = parsed(page(checker, PAPER, "We had tea."))
    assert [words(each) for each in root.xpath("//table")[0].xpath("tbody/tr/th")] == [
        "1. A plan for winter paper-1.md",
        "2. paper-2.md",
    ]
    assert [words(each) for each in root.find_class("file")] == ["paper-1.md"]


def test_the_verdict_on_a_pack_and_what_to_do_first(checker: Checker) -> None:
    """One or two sentences on all papers, and up to three things to do, each a link."""
    root = parsed(page(checker, *PACK))
    assert words(root.find_class("verdict")[0]).startswith("Readers from outside meet an unexplained acronym or term")
    steps = root.find_class("steps")[0].xpath(".//a")
    assert [(words(each), each.get("href")) for each in steps] == [
        ("Start with \u201cpaper-2.md\u201d: it has the most unexplained acronyms and terms for its length.", "#p2"),
        ("Spell out the acronyms that papers share, in each of them: MDT.", "#shared-acronyms"),
        ("Explain or replace the terms that papers share: stakeholder.", "#shared-terms"),
    ]
    plain = parsed(page(checker, "We had tea.", "We had cake."))
    assert words(plain.find_class("verdict")[0]) == "No unexplained acronym or term was found."
    assert not plain.find_class("steps")


def test_what_most_papers_are_red_for(checker: Checker) -> None:
    """The verdict names it, with how many papers."""
    letters = "The MDT met the QZX. The JSNA and the MTFS went to the SRO. We met. "
    root = parsed(page(checker, letters, f"{letters} The PCN came.", "We had tea."))
    assert words(root.find_class("verdict")[0]).endswith(" 2 of 3 papers are red for acronyms and 2 for reading level.")


def test_what_the_papers_of_a_pack_share(checker: Checker) -> None:
    """Which acronyms a paper never explains, which of them another does, and the jargon of several."""
    root = parsed(page(checker, *PACK))
    never = {words(each): words(each.getnext()) for each in root.xpath("//dl")[0].iter("dt")}
    assert never == {"1. paper-2.md": "MDT, QZX", "2. paper-3.md": "None.", "3. paper-1.md": "None."}
    acronyms, terms = (
        [[words(cell) for cell in row] for row in table.xpath("tbody/tr")] for table in root.find_class("shared")
    )
    assert acronyms == [["MDT", "1", "1: paper-2.md", "2: paper-3.md"]]
    assert terms == [["stakeholder", "2", "1: paper-2.md 2: paper-3.md"]]


def test_the_words_that_most_papers_share_come_first(checker: Checker) -> None:
    """Then those with the most uses, then by the alphabet."""
    texts = ("The QZX met the QZX and the MDT. The PCN left.", "The QZX, the PCN, the MDT.", "The MDT met the PCN.")
    (table,) = parsed(page(checker, *texts)).find_class("shared")
    assert [words(each) for each in table.xpath("tbody/tr/th")] == ["MDT", "PCN", "QZX"]
    assert [words(each) for each in table.xpath("tbody/tr/td[1]")] == ["3", "3", "3"]


def test_a_folder_of_pages(checker: Checker) -> None:
    """An overview that leads to a page for each paper, and from each page back."""
    made = pages(checker, *PACK, folder=True).pages
    assert list(made) == ["index.html", "paper-1.html", "paper-2.html", "paper-3.html"]
    assert parsed(made["index.html"]).xpath("//table[1]//a/@href")[:3] == [
        "paper-2.html",
        "paper-3.html",
        "paper-1.html",
    ]
    assert not parsed(made["index.html"]).xpath("//details")
    alone = parsed(made["paper-2.html"])
    assert alone.xpath("//a[@href='index.html']/text()") == ["All papers"]
    assert alone.get_element_by_id("p2").tag == "article"
    assert list(pages(checker, PAPER, folder=True).pages) == ["index.html"]


def test_papers_that_could_not_be_read(checker: Checker) -> None:
    """They are named, even beside a single paper."""
    text = page(
        checker, PAPER, errors=[ReadError("Ask for the original.", where="/home/jo/scan.pdf"), ReadError("No.")]
    )
    notice = parsed(text).find_class("notice")[0]
    assert [words(each) for each in notice.iter("li")] == ["scan.pdf: Ask for the original.", "No."]
    assert nests(text)


def test_verdicts_and_whose_page_it_is(checker: Checker) -> None:
    """What the command line says of each paper stands on its page; a page knows itself from its first bytes."""
    made = pages(checker, PAPER)
    ((name, said),) = made.verdicts
    assert name == "papers/paper-1.md"
    assert said in made.pages["index.html"].replace("&#39;", "'")
    assert is_report_page(made.pages["index.html"].encode()[:4000])
    assert not is_report_page(b"<!doctype html><title>plainspeak report</title>")
