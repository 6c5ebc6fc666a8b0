"""A page as Markdown means the same when it is read as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from plainspeak.exports.markdown import page_markdown

if TYPE_CHECKING:
    from plainspeak.exports.page import Page


def test_page(page: Page) -> None:
    """Headings, a list with lists in it, and the credit."""
    assert page_markdown(page).splitlines() == [
        "# Words & \\<signs\\>",
        "",
        "What they mean.",
        "",
        "## A",
        "",
        "- **A&B**: Apples & \\<b\\>bees\\</b\\>. One. Two.",
        "  - See also: beta, gone",
        "",
        "## B",
        "",
        "- **beta**: It can be:",
        "  - \\*this\\* \\| that",
        "  - \\[x\\](javascript:x) \x00",
        "",
        "Explanations: plainspeak glossary, CC BY 4.0.",
    ]


def test_nothing_becomes_markup(page: Page) -> None:
    """A reader of Markdown sees text where a paper or a glossary has marks, and no link or tag."""
    html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(page_markdown(page))
    assert "<a" not in html
    assert "<b>" not in html
    assert "*this* | that" in html
