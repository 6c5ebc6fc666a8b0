"""A Markdown text read in chunks, and again after edits, gives what reading it whole gives."""

from __future__ import annotations

import random
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainspeak.document import Block
from plainspeak.readers.markdown import MarkdownReader
from plainspeak.readers.markdown import chunks as chunks_module
from plainspeak.readers.markdown.chunks import Above, MarkdownChunks

LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")
LINES = [
    "",
    "",
    "",
    "Some words about care.",
    "More words, and a [link][one] or [two].",
    "# A heading",
    "### A lower heading",
    "Underlined",
    "=====",
    "---",
    "- an item",
    "  - an item inside",
    "  more of the item",
    "3. a third item",
    "> a quotation",
    "```",
    "~~~~",
    "    four spaces",
    "| a | b |",
    "|---|---|",
    "| c | d |",
    "[one]: https://example.org",
    "[two]: <> (a title",
    "over two lines)",
    "[^1]: a note",
    "words[^1]",
    ": what it means",
    "!!! note",
    "<div>",
    "</div>",
    "<h2>A heading</h2>",
    "<table><tr><td>cell</td></tr></table>",
    "<!-- a comment",
    "-->",
    "<!-- plainspeak-ignore jargon: so -->",
    "<!-- plainspeak-ignore-file latin -->",
    "title: A title",
    "\u2028after a line of its own",
    "\x00",
]
ENDS = ["\n", "\n", "\n", "\r\n", "\r"]
TEXTS = st.lists(st.tuples(st.sampled_from(LINES), st.sampled_from(ENDS)), max_size=25).map(
    lambda lines: "".join(line + end for line, end in lines)
)


def split(text: str) -> list[str]:
    """The lines of a text, with their ends."""
    return LINE.findall(text)


def blocks_of(chunks: MarkdownChunks) -> list[Block]:
    """The blocks of all chunks, with their places in the whole text."""
    blocks, offset, above = [], 0, Above()
    for chunk in chunks.chunks:
        before = above.paragraphs
        found, above = chunk.blocks(above)
        for block in found:
            moved = tuple(replace(each, offset=each.offset + offset) for each in block.segments)
            place = replace(block.place, paragraph=block.place.paragraph and block.place.paragraph + before)
            blocks.append(replace(block, segments=moved, place=place))
        offset += len(chunk.text)
    return blocks


def check(chunks: MarkdownChunks, text: str) -> None:
    """Hold chunks against the whole text."""
    whole = MarkdownReader().read_text(text, name="x.md")
    assert "".join(chunk.text for chunk in chunks.chunks) == text
    assert sum(chunk.lines for chunk in chunks.chunks) == len(split(text))
    assert blocks_of(chunks) == list(whole.blocks)
    assert frozenset().union(*(chunk.outline.ignored for chunk in chunks.chunks)) == whole.ignored


@pytest.fixture(params=[1, 60])
def small(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Chunks and windows so small that short texts have many."""
    monkeypatch.setattr(chunks_module, "_ENOUGH_CHARACTERS", request.param)
    monkeypatch.setattr(chunks_module, "_WINDOW_LINES", 4)


@pytest.mark.usefixtures("small")
def test_chunks_give_what_the_whole_gives() -> None:
    """For any lines."""

    @given(TEXTS)
    @settings(max_examples=300, deadline=None)
    def any_text(text: str) -> None:
        check(MarkdownChunks(split(text)), text)

    any_text()


@pytest.mark.usefixtures("small")
def test_edits_give_what_reading_again_gives() -> None:
    """For any edits of any lines, one after another."""

    @given(TEXTS, st.lists(st.tuples(st.integers(0, 30), st.integers(0, 5), TEXTS), min_size=1, max_size=5))
    @settings(max_examples=300, deadline=None)
    def any_edits(text: str, edits: list[tuple[int, int, str]]) -> None:
        lines = split(text)
        chunks = MarkdownChunks(lines)
        for first, removed, added in edits:
            # What one line ended, the next may begin: a text is parted anew, as an editor's buffer does.
            start = min(first, len(lines))
            gone = len(lines[start : start + removed])
            new = [*lines[:start], *split(added), *lines[start + gone :]]
            joined = split("".join(new))
            if joined != new:
                continue
            lines = new
            chunks.edit(lines, start, gone, len(split(added)))
            check(chunks, "".join(lines))

    any_edits()


def test_an_edit_reads_only_what_is_near() -> None:
    """In a long text, the chunks that aren't near an edit stay the same objects, and aren't read again."""
    lines = split("".join(f"## Part {number}\n\n{'Some words about care. ' * 30}\n\n" for number in range(200)))
    chunks = MarkdownChunks(lines)
    check(chunks, "".join(lines))
    before = list(chunks.chunks)
    middle = len(lines) // 2
    lines[middle] = f"Other words. {lines[middle]}"
    chunks.edit(lines, middle, 1, 1)
    new = [chunk for chunk in chunks.chunks if chunk not in before]
    assert 1 <= len(new) <= 4
    assert len(chunks.chunks) > 50
    check(chunks, "".join(lines))


def test_many_edits_of_a_paper() -> None:
    """A long run of edits of a paper with everything in it never drifts."""
    chance = random.Random(7)
    lines = [chance.choice(LINES) + "\n" for _ in range(400)]
    chunks = MarkdownChunks(lines)
    for _ in range(150):
        start = chance.randrange(len(lines))
        gone = min(chance.randrange(4), len(lines) - start)
        added = [chance.choice(LINES) + "\n" for _ in range(chance.randrange(4))]
        lines[start : start + gone] = added
        chunks.edit(lines, start, gone, len(added))
    check(chunks, "".join(lines))
