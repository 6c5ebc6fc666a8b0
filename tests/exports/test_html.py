"""A page as HTML is whole, safe and usable without seeing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import html

from plainspeak.exports.html import page_html
from plainspeak.exports.page import Entry, Page, Section

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def parsed(page: Page) -> HtmlElement:
    """Return a page as a browser sees it."""
    return html.document_fromstring(page_html(page))


def test_language_title_and_policy(page: Page) -> None:
    """It says its language and its title, and lets nothing be fetched or run."""
    root = parsed(page)
    assert root.get("lang") == "en-GB"
    assert root.findtext(".//title") == "Words & <signs>"
    policy = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'")


def test_nothing_from_outside_and_nothing_that_runs(page: Page) -> None:
    """No script, no picture, no address but of its own parts; text of a paper stays text."""
    root = parsed(page)
    assert not root.xpath("//script | //img | //link | //b | //@onclick")
    assert all(each.startswith("#") for each in root.xpath("//@href | //@src"))
    assert "Apples & <b>bees</b>" in root.text_content()


def test_tables_have_headings(page: Page) -> None:
    """Each column and each row has one that says what it is a heading of."""
    root = parsed(page)
    for table in root.iter("table"):
        assert [each.text for each in table.xpath("thead//th[@scope='col']")] == ["Word", "What it means"]
        assert table.xpath("count(tbody/tr/th[@scope='row']) = count(tbody/tr)")
        assert root.get_element_by_id(table.get("aria-labelledby")).tag == "h2"


def test_every_link_leads_somewhere(page: Page) -> None:
    """Letters, the jump over them, and other entries; a name that isn't on the page is no link."""
    root = parsed(page)
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    links = root.xpath("//a/@href")
    assert {link.lstrip("#") for link in links} <= set(ids)
    assert [each.text for each in root.xpath("//td//a")] == ["beta"]
    assert "beta, gone" in html.tostring(root.xpath("//td")[0], encoding="unicode", method="text")
    assert [each.text for each in root.xpath("//nav//a")] == ["A", "B"]


def test_names_that_differ_only_in_capitals() -> None:
    """Each has a place of its own to link to."""
    entries = (Entry("IT", ("Computers.",)), Entry("it", ("A thing.",)), Entry("\u03b2", ("A letter.",)))
    root = parsed(Page("T", (), (Section("", entries),)))
    assert root.xpath("//tr/@id") == ["word-it", "word-it--2", "word"]
    assert not root.xpath("//nav")


def test_a_page_without_entries() -> None:
    """There is no empty table."""
    root = parsed(Page("T", ("Nothing.",), (Section("", ()),)))
    assert not root.xpath("//table | //footer")
