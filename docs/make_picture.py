"""Draw ``docs/images/check.svg``: part of the report on ``examples/board-paper.md``, as a terminal shows it.

Run ``python docs/make_picture.py`` after a change of the report. The picture holds text and no web font.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import SVG_EXPORT_THEME, TerminalTheme

import plainspeak
from plainspeak.cli.console import styled
from plainspeak.reporters.text import Line, grouped_lines

ROOT = Path(__file__).resolve().parent.parent
PAPER = "examples/board-paper.md"
PICTURE = ROOT / "docs" / "images" / "check.svg"

WIDTH = 92
SHOWN = {"Acronyms": 3, "Jargon": 1, "Words about people": 1, "In short": 1}
"""The headings in the picture, and how many findings under each."""
FONTS = "'DejaVu Sans Mono', Menlo, Consolas, 'Liberation Mono', monospace"
# rich's own theme, with more contrast: its dim grey is hard to read.
_COLOURS = [(red, green, blue) for red, green, blue in map(SVG_EXPORT_THEME.ansi_colors.__getitem__, range(16))]
THEME = TerminalTheme((32, 33, 36), (238, 238, 238), _COLOURS[:8], _COLOURS[8:])
TITLE_FONTS = "Arial, Helvetica, sans-serif"
DESCRIPTION = "plainspeak check shows each finding in its sentence, with what to write instead, then what to do first."


def picture() -> str:
    """Return the picture."""
    report = plainspeak.check_file(ROOT / PAPER)
    console = Console(record=True, width=WIDTH, file=io.StringIO(), highlight=False)
    console.print()
    for title, most in SHOWN.items():
        lines = grouped_lines([report], [], most=most)
        for line in _section(lines, title):
            console.print(styled(line))
    svg = console.export_svg(title=f"plainspeak check {PAPER}", unique_id="plainspeak", theme=THEME)
    return _accessible(_without_web_fonts(svg))


def _section(lines: Iterable[Line], title: str) -> Iterator[Line]:
    """Yield the lines of the section that begins with a heading."""
    inside = False
    for line in lines:
        if line.indent == 0 and line.text:
            inside = re.sub(r" \(\d+\)$", "", line.text) == title
        if inside:
            yield line


def _without_web_fonts(svg: str) -> str:
    svg = re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    svg = re.sub(r"font-family: Fira Code, monospace", f"font-family: {FONTS}", svg)
    svg = re.sub(r"font-family: arial", f"font-family: {TITLE_FONTS}", svg)
    return svg.replace("    <!-- Generated with Rich https://www.textualize.io -->\n", "")


def _accessible(svg: str) -> str:
    """Give the picture a title that screen readers say."""
    return re.sub(r"(<svg [^>]*)>", rf'\1 role="img"><title>{DESCRIPTION}</title>', svg, count=1)


if __name__ == "__main__":
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_text(picture(), encoding="utf-8")
