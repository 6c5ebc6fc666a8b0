"""The figures behind the charts, and colours that everybody can tell apart."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.exports.report.charts import bars, length_bars, strip
from plainspeak.exports.report.kinds import FAMILIES
from plainspeak.exports.report.sections import Section

STYLE = "".join(
    (files("plainspeak.exports.report") / "templates" / name).read_text(encoding="utf-8")
    for name in ("report.css", "print.css")
)
LIGHT, DARK, PRINT = (
    dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{3,6});", block))
    for block in re.findall(r":root \{(.*?)\}", STYLE, re.S)
)
THEMES = {"light": LIGHT, "dark": {**LIGHT, **DARK}, "print": {**LIGHT, **PRINT}}

TEXT_PAIRS = [
    ("ink", "paper"),
    ("ink", "soft"),
    ("quiet", "paper"),
    ("quiet", "soft"),
    ("link", "paper"),
    ("link", "soft"),
    ("hover", "paper"),
    ("hover", "soft"),
    *((colour, f"{colour}-soft") for colour in ("red", "amber", "green")),
    *(("ink", f"{family}-soft") for family in FAMILIES),
    *((family, "paper") for family in FAMILIES),
]
"""Text on what it stands on."""
GRAPHIC_PAIRS = [
    *((sign, "paper") for sign in ("red", "amber-sign", "green", "quiet", "bar", "over", "edge")),
    ("quiet", "soft"),
    *((family, f"{family}-soft") for family in FAMILIES),
    ("density-1", "density-3"),
    ("density-0", "density-2"),
]
"""Signs, bars and lines on what they stand on; shades of the strip that mustn't be mixed up."""


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, as the Web Content Accessibility Guidelines define it."""
    digits = colour.lstrip("#")
    digits = "".join(each * 2 for each in digits) if len(digits) == 3 else digits
    channels = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_worked_out_rightly() -> None:
    """Two figures that everybody knows."""
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#fff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_can_be_read(theme: str, text: str, ground: str) -> None:
    """4.5 to 1 or more, in the light, in the dark and on paper."""
    assert contrast(THEMES[theme][text], THEMES[theme][ground]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("graphic", "ground"), GRAPHIC_PAIRS)
def test_graphics_can_be_seen(theme: str, graphic: str, ground: str) -> None:
    """3 to 1 or more."""
    assert contrast(THEMES[theme][graphic], THEMES[theme][ground]) >= 3


def test_the_focus_can_be_seen_on_any_ground() -> None:
    """Of the ring's two colours, one stands out wherever it is."""
    yellow, black = "#ffdd00", "#0b0c0c"
    assert {yellow, black} <= set(re.findall(r"#[0-9a-f]{6}", STYLE))
    grounds = {colour for theme in THEMES.values() for colour in theme.values()}
    assert all(max(contrast(yellow, ground), contrast(black, ground)) >= 3 for ground in grounds)
    assert contrast(yellow, black) >= 4.5


def test_each_family_has_a_line_of_its_own() -> None:
    """Marks differ by more than their colour."""
    lines = dict(re.findall(r"mark\.([a-z]+) \{ --line-style: ([a-z]+);", STYLE))
    assert set(lines) == set(FAMILIES)
    assert len(set(lines.values())) == len(FAMILIES)


def test_bars() -> None:
    """The longest is whole, nothing has no length, and the least can be seen."""
    found = bars([("a", 1000, False), ("b", 500, True), ("c", 1, False), ("d", 0, False)])
    assert [bar.share for bar in found] == [1.0, 0.5, 0.008, 0.0]
    assert [bar.over for bar in found] == [False, True, False, False]
    assert bars([("a", 0, False)])[0].share == 0.0


@given(st.lists(st.integers(1, 200), min_size=1), st.integers(1, 60))
def test_sentences_by_length(lengths: list[int], most: int) -> None:
    """Each sentence is in one bar, and no bar has sentences on both sides of the limit."""
    found = length_bars(lengths, most)
    assert sum(bar.value for bar in found) == len(lengths)
    assert sum(bar.value for bar in found if bar.over) == sum(length > most for length in lengths)


def test_labels_of_lengths() -> None:
    """Steps of five up to 25 words, and of one where few words are allowed."""
    assert [bar.label for bar in length_bars([5], 25)][::5] == ["1 to 5", "26 to 30", "51 or more"]
    assert [bar.label for bar in length_bars([5], 2)][:3] == ["1", "2", "3"]
    assert length_bars([], 25) == ()


def test_strip() -> None:
    """Sections are as wide as they are long, and the closer together the marks, the stronger the colour."""
    cells = strip([Section("A", 50), Section("B", 100), Section("C", 50), Section("D", 0)], [0, 2, 6, 1])
    assert [(cell.left, cell.width) for cell in cells] == [(0, 25), (25, 50), (75, 25), (100, 0)]
    assert [cell.density for cell in cells] == [0, 1, 3, 3]
    assert strip([], []) == ()
