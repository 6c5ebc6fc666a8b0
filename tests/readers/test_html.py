"""Tests of the HTML reader."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.document import Document, Span
from plainspeak.readers.base import Limits
from plainspeak.readers.html import HtmlReader

from .text_invariants import assert_invariants, kinds, texts


def read(html: str) -> Document:
    """Read a page and check what must hold of any document."""
    document = HtmlReader().read_text(html, name="x.html")
    assert_invariants(document)
    return document


def test_page() -> None:
    """Title, headings, paragraphs and lists are blocks of their kinds."""
    document = read(
        "<!doctype html><html lang=en><head><title>A page</title>"
        '<meta name="description" content="What it&#39;s about"></head>'
        "<body><h1>Top</h1><p>First <b>bold</b> text.\n Next line.<p>Second."
        "<h2>Under</h2><ul><li>a<li>b<ul><li>c</ul></ul>"
        "<blockquote><p>Said.</p></blockquote></body></html>"
    )
    assert kinds(document) == [
        ("title", "A page"),
        ("paragraph", "What it's about"),
        ("heading", "Top"),
        ("paragraph", "First bold text. Next line."),
        ("paragraph", "Second."),
        ("heading", "Under"),
        ("list-item", "a"),
        ("list-item", "b"),
        ("list-item", "c"),
        ("quote", "Said."),
    ]
    assert [block.level for block in document.blocks[6:9]] == [1, 1, 2]
    assert document.blocks[4].place.headings == ("Top",)
    assert document.blocks[6].place.headings == ("Top", "Under")
    assert [block.place.paragraph for block in document.blocks[:5]] == [None, None, 1, 2, 3]
    assert {block.lang for block in document.blocks} == {"en"}


def test_positions_with_entities() -> None:
    """An entity stands for its characters, and the words after it are still in their place."""
    document = read("<p>A&amp;E\n&nbsp; the&shy;atre &#8217;s AT&T &unknown; x</p>")
    block = document.blocks[0]
    assert block.text == "A&E theatre ’s AT&T &unknown; x"
    place = document.locate(block, Span(block.text.index("&T"), block.text.index("&T") + 2))
    assert (place.line, place.column, place.end_column) == (2, 32, 34)
    place = document.locate(block, Span(1, 2))
    assert (place.column, place.end_column) == (5, 10)


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>if (a < b) x</script>",
        "<style>p {}</style>",
        "<pre>x</pre>",
        "<code>x</code>",
        "<span hidden>x</span>",
        "<span aria-hidden=true>x</span>",
        "<span style='display: none'>x</span>",
        "<span translate=no>x</span>",
        "<template><p>x</p></template>",
        "<svg><title>x</title></svg>",
        "<!-- x -->",
        "<!-->",
        "<?php x ?>",
    ],
)
def test_what_is_no_prose(hidden: str) -> None:
    """Code, scripts, comments and hidden elements are left out."""
    assert texts(read(f"<div>one {hidden} two</div>")) in (["one two"], ["one", "two"])


@pytest.mark.parametrize(
    "shown", ["<span hidden=until-found>x</span>", "<i aria-hidden=false>x</i>", "<u style='color:red'>x</u>"]
)
def test_what_is_not_hidden(shown: str) -> None:
    """Elements that only look hidden are read."""
    assert texts(read(f"<p>{shown}")) == ["x"]


def test_table() -> None:
    """Cells have their table, row and column, also with end tags left out and cells that span columns."""
    document = read(
        "<table><caption>Beds</caption><tr><th colspan=2>Ward<th>Beds<tr><td>A<td><p>B</p><p>C</p><td>D</table>"
        "<table><tr><td>x<table><tr><td>in</table><td>y</table>"
    )
    assert [(block.text, block.place.table) for block in document.blocks] == [
        ("Beds", None),
        ("Ward", (1, 1, 1)),
        ("Beds", (1, 1, 3)),
        ("A", (1, 2, 1)),
        ("B", (1, 2, 2)),
        ("C", (1, 2, 2)),
        ("D", (1, 2, 3)),
        ("x", (2, 1, 1)),
        ("in", (3, 1, 1)),
        ("y", (2, 1, 2)),
    ]


def test_short_forms() -> None:
    """The title of abbr is an expansion of its text."""
    document = read('<p>The <abbr title="integrated care &amp; board"><b>IC</b>B</abbr> met.</p><p>ICB</p>')
    assert document.blocks[0].expansions == (("ICB", "integrated care & board"),)
    assert document.blocks[1].expansions == ()


def test_attributes() -> None:
    """The words for a picture follow the block that the picture stands in."""
    document = read(
        '<p>Before <img src=x alt="A bar &amp; chart"> after.<p><a aria-label=\'Read more\' title="Read more">More</a>'
    )
    assert kinds(document) == [
        ("paragraph", "Before after."),
        ("alt", "A bar & chart"),
        ("paragraph", "More"),
        ("alt", "Read more"),
    ]
    place = document.locate(document.blocks[1])
    assert (place.column, place.part) == (27, "picture")


def test_menus_headers_and_footers() -> None:
    """A menu is read but not checked; the header and footer of the page are told from its text."""
    document = read(
        "<header><p>Trust</p><nav><ul><li>Home</ul></nav><h1>Top</h1></header>"
        "<main><header><p>Intro</p></header></main><footer><h2>Links</h2></footer>"
    )
    assert [(block.text, str(block.kind), block.checked) for block in document.blocks] == [
        ("Trust", "header", True),
        ("Home", "toc", False),
        ("Top", "heading", True),
        ("Intro", "paragraph", True),
        ("Links", "footer", True),
    ]
    assert document.blocks[3].place.headings == ("Top",)


def test_notes() -> None:
    """The number of a footnote is not part of the word before it, and no raised number joins it."""
    document = read(
        '<p>Care<sup><a href="#fn1">1</a></sup> in 2020<sup>5</sup> the 21<sup>st</sup> <a href="#x">here</a></p>'
        '<section role="doc-endnotes"><ol><li>The note. <a role="doc-backlink" href="#r">back</a></ol></section>'
    )
    assert kinds(document) == [("paragraph", "Care in 2020 5 the 21st here"), ("note", "The note.")]


def test_line_breaks() -> None:
    """A br is a line break on purpose, and nothing where a block begins or ends."""
    assert texts(read("<p><br>1 High Street<br>Leeds<br/></p>")) == ["1 High Street\nLeeds"]


def test_ignore() -> None:
    """A comment is about the element after it or the block around it, or about the whole file."""
    document = read(
        "<!-- plainspeak-ignore-file long-sentence --><p>a</p><!-- plainspeak-ignore jargon: why --><ul><li>b<li>c</ul>"
        "<p>d<p>e <!-- plainspeak-ignore --> e<p>f"
    )
    assert [(block.text, set(block.ignored)) for block in document.blocks] == [
        ("a", set()),
        ("b", {"jargon"}),
        ("c", {"jargon"}),
        ("d", set()),
        ("e e", {"*"}),
        ("f", set()),
    ]
    assert document.ignored == {"long-sentence"}


def test_broken_html() -> None:
    """What is not quite HTML loses no words."""
    assert texts(read("<p>1 < 2 and a <b and c</i> d</div> e &")) == ["1 < 2 and a <b and c d", "e &"]
    assert texts(read("<table><td>a</p></div></b>b</table>c")) == ["a", "b", "c"]
    assert texts(read('<p title="never ends>a</p>')) == ['<p title="never ends>a']


def test_notices() -> None:
    """What was not read is said."""
    document = read("<p>a</p><iframe src=x></iframe><object></object><!-- never ends <p>b</p>")
    assert texts(document) == ["a"]
    assert len(document.notices) == 2


def test_xhtml() -> None:
    """In XHTML an element may close itself."""
    assert texts(read('<?xml version="1.0"?><html><script src="x"/><title/><p><a id="x"/>a</p></html>')) == []
    assert texts(read('<?xml version="1.0"?><html><body><div hidden="hidden"/><p>a</p></body></html>')) == ["a"]
    assert texts(read("<body><div hidden /><p>a</p>")) == []


def test_deep_nesting() -> None:
    """Nesting beyond any sense is read all the same."""
    assert texts(read("<div>" * 3000 + "a" + "</div>" * 3000 + "b")) == ["a", "b"]


def test_read_bytes() -> None:
    """The charset that a page declares is used where it is not UTF-8."""
    page = '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2"><p>Łódź'
    document = HtmlReader().read(page.encode("iso8859-2"), name="x", limits=Limits())
    assert texts(document) == ["Łódź"]
    assert not document.notices
    assert HtmlReader().read(b"<meta charset=utf-16><p>caf\xe9", name="x", limits=Limits()).notices


@pytest.mark.parametrize(
    ("head", "name", "sure"),
    [
        (b"<!DOCTYPE HTML><p>", "x", True),
        (b'<?xml version="1.0"?>\n<!-- c --><html>', "x", True),
        (b"<p>", "x.htm", True),
        (b"<p>", "x.md", False),
        (b"a <html>", "x", False),
        (b"<html>\0", "x.html", False),
    ],
)
def test_sniff(head: bytes, name: str, sure: bool) -> None:
    """A page is known by how it begins or by its name."""
    assert (HtmlReader().sniff(head, name) > 0.5) is sure


_PIECES = st.sampled_from(
    [
        *("<p>", "</p>", "<b>", "<li>", "<ul>", "</ul>", "<td>", "<table>", "</table>", "<tr>", "<br>", "<svg>"),
        *(
            "<abbr title='x'>",
            "</abbr>",
            "<nav>",
            "</nav>",
            "<pre>",
            "</pre>",
            "<script>",
            "</script>",
            "<h2>",
            "</h2>",
        ),
        *("<img alt='&shy;a'>", "<!-- -->", "<!---", "<!", "<a", "&amp;", "&#8209;", "&nbsp", "\r\n"),
        *"ab.<>\"'= \n\u00ad\x00\ufb01",
    ]
)


@given(st.lists(_PIECES, max_size=25))
def test_any_html(pieces: list[str]) -> None:
    """Any HTML is a document, the same each time."""
    html = "".join(pieces)
    assert read(html) == read(html)


@given(st.text(max_size=60))
def test_any_text(html: str) -> None:
    """Any text at all is a document."""
    read(html)
