"""Tests of the Markdown reader."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it.token import Token

from plainspeak.document import Document, Span
from plainspeak.readers.base import Limits
from plainspeak.readers.markdown import MarkdownReader
from plainspeak.readers.markdown.parser import POSITION, parser

from .text_invariants import assert_invariants, kinds, texts


def read(text: str) -> Document:
    """Read Markdown and check what must hold of any document."""
    document = MarkdownReader().read_text(text, name="x.md")
    assert_invariants(document)
    return document


def column_of(document: Document, words: str) -> tuple[int | None, int | None]:
    """Return the line and column of words in the first block that holds them."""
    block = next(block for block in document.blocks if words in block.text)
    start = block.text.index(words)
    place = document.locate(block, Span(start, start + len(words)))
    return place.line, place.column


def test_blocks() -> None:
    """Each block has its kind, level and headings."""
    document = read(
        "Top\n===\n\nFirst\nline.\n\n## Under ##\n\n- a\n  - b\n\n1. c\n\n"
        "> Said\n> so.\n\nTerm\n: Meaning\n\n### Deep {#id}\n"
    )
    assert [(str(block.kind), block.text, block.level) for block in document.blocks] == [
        ("heading", "Top", 1),
        ("paragraph", "First line.", None),
        ("heading", "Under", 2),
        ("list-item", "a", 1),
        ("list-item", "b", 2),
        ("list-item", "c", 1),
        ("quote", "Said so.", None),
        ("list-item", "Term", 1),
        ("list-item", "Meaning", 1),
        ("heading", "Deep", 3),
    ]
    assert document.blocks[1].place.headings == ("Top",)
    assert document.blocks[2].place.headings == ("Top",)
    assert document.blocks[3].place.headings == ("Top", "Under")
    assert [block.place.paragraph for block in document.blocks] == list(range(1, 11))


def test_marks_are_not_text() -> None:
    """Emphasis, strikethrough and links leave their words."""
    document = read(
        'The **N**HS is *very* ~~old~~ [see\nthe page](http://x.org/ICB "t") '
        "and [that][r] \\*x\\*.\n\n[r]: http://y.org 'T'\n"
    )
    assert texts(document) == ["The NHS is very old see the page and that *x*."]


@pytest.mark.parametrize(
    "gap",
    [
        "`code`",
        "``a ` b``",
        "https://www.nhs.uk/ICB_x_y_(z)",
        "<https://nhs.uk>",
        "<a@nhs.uk>",
        "<code>x</code>",
        "![](a.png)",
        "<!-- c -->",
    ],
)
def test_what_is_no_prose(gap: str) -> None:
    """Code, addresses and comments leave a gap between words."""
    assert texts(read(f"one {gap} two")) == ["one two"]


def test_end_of_an_address() -> None:
    """A full stop after an address belongs to the sentence."""
    assert texts(read("See https://nhs.uk/a. Next (http://b.uk), and http: no; x://y.")) == [
        "See . Next ( ), and http: no; x://y."
    ]


def test_code_blocks() -> None:
    """Fences and indented code are left out."""
    assert texts(read("a\n\n```\ncode\n```\n\n    code\n\nb")) == ["a", "b"]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_positions(newline: str) -> None:
    """Words are found in quotations, lists, tables and headings, whatever ends the lines."""
    document = read(
        newline.join(
            [
                "##  Plan & purpose",
                "",
                "> - one **two",
                ">   three** four",
                "lazy five",
                "",
                "1.\t\tsix &amp; seven",
                "",
                "| a \\| b | c |",
                "|---|---|",
                "| x | *y* z |",
            ]
        )
    )
    assert column_of(document, "purpose") == (1, 12)
    assert column_of(document, "three") == (3 + 1, 5)
    assert column_of(document, "five") == (5, 6)
    assert column_of(document, "a | b") == (9, 3)
    assert column_of(document, "| b") == (9, 6)
    assert column_of(document, "y z") == (11, 8)


def test_escapes_and_entities() -> None:
    """An escaped character stands for itself, and an entity for what it spells."""
    document = read("A\\&E \\a &amp; &shy;x&#8209;y *** ~~~~~ __z\n")
    assert texts(document) == ["A&E \\a & x-y *** ~~~~~ __z"]
    assert column_of(document, "E \\a") == (1, 4)


def test_tables() -> None:
    """Cells have their table, row and column; their heading row is the first."""
    document = read("> Yes | Yes | No\n> --- | --- | ---\n> Yes | Yes\n> | | b | c | d |\n\n|a|\n|-|\n")
    assert [(block.text, block.place.table, document.locate(block).column) for block in document.blocks] == [
        ("Yes", (1, 1, 1), 3),
        ("Yes", (1, 1, 2), 9),
        ("No", (1, 1, 3), 15),
        ("Yes", (1, 2, 1), 3),
        ("Yes", (1, 2, 2), 9),
        ("b", (1, 3, 2), 7),
        ("c", (1, 3, 3), 11),
        ("a", (2, 1, 1), 2),
    ]
    assert all(block.place.paragraph is None for block in document.blocks)


def test_pictures() -> None:
    """The words for a picture follow the block that it stands in."""
    document = read("Text ![A *bar* chart](a.png) end.\n\n![Alone][r]\n\n[r]: b.png\n")
    assert kinds(document) == [("paragraph", "Text end."), ("alt", "A bar chart"), ("alt", "Alone")]
    assert column_of(document, "chart") == (1, 16)


def test_footnotes() -> None:
    """A note is a block where it stands; its mark is not text, even when the note is missing."""
    document = read("Care[^1] and more[^none].\n\n[^1]: The *note*.\n\n    Its end.\n")
    assert kinds(document) == [("paragraph", "Care and more."), ("note", "The note."), ("note", "Its end.")]
    assert [block.place.part for block in document.blocks] == ["body", "footnote 1", "footnote 1"]
    assert column_of(document, "note") == (3, 12)


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("title: The plan # ours", ("title", "The plan")),
        ('Title: "The \\"plan\\""', ("title", 'The "plan"')),
        ("title: 'It''s a plan'", ("title", "It's a plan")),
        ("description: >-\n  Folded\n  text", ("paragraph", "Folded text")),
        ("description: Goes\n  on", ("paragraph", "Goes on")),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_front_matter(field: str, expected: tuple[str, str], newline: str) -> None:
    """The title and description of the front matter are read, and nothing else of it."""
    document = read(f"---\nauthor: X\n{field}\ntags: [a]\n---\n\nBody.\n".replace("\n", newline))
    assert kinds(document) == [expected, ("paragraph", "Body.")]
    assert document.locate(document.blocks[-1]).line == field.count("\n") + 7


def test_rule_is_no_front_matter() -> None:
    """A rule of dashes may open a file of prose."""
    assert texts(read("---\nWe agreed this plan.\n\n---\nEnd.")) == ["We agreed this plan.", "End."]


def test_html_block() -> None:
    """The text in HTML is read in its place, and Markdown inside it too."""
    document = read(
        "<div class='x'>\n<p>One &amp; two</p>\n</div>\n\n- <p>in\r\n  item</p>\n\n> <b>q</b>\n> r\n\n"
        "<details>\n<summary>Sum</summary>\n\n**Mark**\n\n</details>\n"
    )
    assert texts(document) == ["One & two", "in item", "q r", "Sum", "Mark"]
    assert [str(block.kind) for block in document.blocks] == [
        "paragraph",
        "list-item",
        "quote",
        "paragraph",
        "paragraph",
    ]
    assert column_of(document, "two") == (2, 14)
    assert column_of(document, "item") == (6, 3)


def test_inline_html() -> None:
    """Tags are not text: br breaks the line, abbr gives an expansion, code is left out."""
    document = read(
        'The <abbr title="integrated care board">ICB</abbr><br>met <kbd>x</kbd> '
        '<i>now</i><sup>5</sup> the 1<sup>st</sup> <kbd>and <img alt="a pic">'
    )
    assert kinds(document) == [("paragraph", "The ICB\nmet now 5 the 1st and"), ("alt", "a pic")]
    assert document.blocks[0].expansions == (("ICB", "integrated care board"),)


def test_boxes_and_notes() -> None:
    """Tick boxes and the marks of notes are not text; the text in a note is."""
    document = read(
        '- [x] Done\n- [ ] To do\n\n> [!NOTE]\n> Take care.\n\n!!! warning "For staff"\n\n'
        "    Mind this.\n\n!!! note\n    And this.\n"
    )
    assert texts(document) == ["Done", "To do", "Take care.", "For staff", "Mind this.", "And this."]


def test_line_breaks() -> None:
    """A line break on purpose is kept; others are spaces."""
    assert texts(read("one  \ntwo\\\nthree\nfour")) == ["one\ntwo\nthree four"]


def test_ignore() -> None:
    """A comment is about the block, list or table after it, or the block around it, or the whole file."""
    document = read(
        "<!-- plainspeak-ignore-file long-sentence: why -->\n\na\n\n<!-- plainspeak-ignore jargon -->\n\n"
        "- b\n- c\n\nd\n\n"
        "<!-- plainspeak-ignore -->\ne\n\n| f | g <!-- plainspeak-ignore jargon --> |\n|---|---|\n| h | i |\n\n"
        "<!-- plainspeak-ignore x -->\n<p>j</p>\n\nk\n"
    )
    ignored = {block.text: set(block.ignored) for block in document.blocks}
    assert ignored == {
        "a": set(),
        "b": {"jargon"},
        "c": {"jargon"},
        "d": set(),
        "e": {"*"},
        "f": set(),
        "g": {"jargon"},
        "h": set(),
        "i": set(),
        "j": {"x"},
        "k": set(),
    }
    assert document.ignored == {"long-sentence"}


def test_read_bytes_and_sniff() -> None:
    """A Markdown file is known by its name."""
    reader = MarkdownReader()
    assert texts(reader.read(b"\xef\xbb\xbf# Caf\xc3\xa9", name="x.md", limits=Limits())) == ["Café"]
    assert reader.sniff(b"# a", "X.MD") > 0.5
    assert reader.sniff(b"# a", "x.txt") == reader.sniff(b"\0", "x.md") == 0


def _inline(content: str) -> list[Token]:
    tokens: list[Token] = []
    parser().inline.parse(content, parser(), {}, tokens)
    return tokens


@pytest.mark.parametrize(
    "content",
    [
        "plain words",
        "a *b* **c** ***d*** ~~e~~ _f_",
        "*** ** ~~~~~ ___ `",
        "[a *b*](c) ![d e](f) [g]",
        "one  \ntwo\n three\\\nfour",
        "a &amp; b \\* c \\d https://x.y/z_ . e",
        "<b>x</b> <http://a.b> <!-- c --> <",
        "!a ![ [ ]] a:b ://",
    ],
)
def test_contract_with_the_parser(content: str) -> None:
    """Each text token of the parser says where it starts: what the reader's positions rest on."""
    automatic = False
    for token in _inline(content):
        automatic = (token.info == "auto") if token.type == "link_open" else automatic and token.type != "link_close"
        if token.type == "text" and token.content and not automatic:
            start = token.meta[POSITION]
            assert content[start : start + len(token.content)] == token.content
        elif token.type == "text_special":
            assert content.startswith(token.markup, token.meta[POSITION])


def test_rules_of_the_parser() -> None:
    """The parser has the rules that the reader counts on, and none that joins tokens."""
    rules = parser().get_active_rules()
    assert rules["core"] == ["normalize", "block"]
    assert rules["inline2"] == ["balance_pairs", "strikethrough", "emphasis"]
    assert {"table", "footnote_def", "deflist", "admonition", "html_block"} <= set(rules["block"])
    assert rules["inline"] == [
        "text",
        "newline",
        "escape",
        "backticks",
        "strikethrough",
        "emphasis",
        "link",
        "image",
        "footnote_ref",
        "autolink",
        "html_inline",
        "entity",
        "bare_url",
    ]


_PIECES = st.sampled_from(
    [
        *"*_~`[]()!<>|\\&#-:=\n\t \r\x00\u00adﬁaB1.",
        *(
            "\n\n",
            "\r\n",
            "  \n",
            "- ",
            "> ",
            "1. ",
            "    ",
            "| a | b |\n|---|---|\n",
            "\\|",
            "&amp;",
            "&nbsp;",
            "~~",
            "**",
            "---\n",
        ),
        *(
            "[^1]",
            "[^1]: ",
            "![x](y)",
            "[x](y)",
            "https://a.b",
            "<b>",
            "</b>",
            "<!--",
            "-->",
            "<div>",
            "```\n",
            "!!! note\n",
            ": ",
            "word ",
        ),
    ]
)


@given(st.lists(_PIECES, max_size=30))
def test_any_markdown(pieces: list[str]) -> None:
    """Any Markdown is a document, the same each time."""
    text = "".join(pieces)
    assert read(text) == read(text)


@given(st.text(max_size=60))
def test_any_text(text: str) -> None:
    """Any text at all is a document."""
    read(text)
