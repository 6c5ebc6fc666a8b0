"""Lines are added to a configuration, and everything else in it stays."""

from __future__ import annotations

import pytest

from plainspeak.config.writer import with_glossary, with_ignore
from plainspeak.errors import ConfigError

ITEM = '{path: "**", rules: [jargon], reason: "known to all"}'


def ignoring(text: str) -> str:
    """The text with jargon ignored."""
    return with_ignore(text, "plainspeak.yaml", path="**", rules=["jargon"], reason="known to all")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "ignore:\n  - {}\n"),
        ("profile: public-document", "profile: public-document\nignore:\n  - {}\n"),
        ("ignore:\n- archive/**\n\n# Rules.\nrules: {}\n".replace("{}", "{jargon: on}"), None),
        ("ignore:\n    - a/**\n    # Why not.\nprofile: public-document\n", None),
        ("ignore: [a/**]  # old\n", "ignore: [a/**, {}]  # old\n"),
        ("ignore: []\n", "ignore: [{}]\n"),
        ("ignore:\n", "ignore:\n  - {}\n"),
        ("ignore:\r\n  - a\r\nprofile: public-document\r\n", None),
        ("ignore:\n  - path: a\n    rules: [latin]\nprofile: public-document\n", None),
    ],
)
def test_an_item_is_added_where_it_belongs(before: str, after: str | None) -> None:
    """In any way in which people write lists."""
    changed = ignoring(before)
    if after is not None:
        assert changed == after.replace("{}", ITEM)
    kept = [line for line in changed.splitlines() if ITEM not in line]
    assert [line for line in before.splitlines() if line in kept or "[" in line] == before.splitlines()
    assert ITEM in changed
    assert ("\r\n" in before) == ("\r\n" in changed)


@pytest.mark.parametrize("text", ["ignore: archive/**\n", "ignore: [\n  a\n]\n", "- a\n", "ignore: &a [b]\nb: *a\n"])
def test_what_cannot_be_added_to_is_left_as_it_is(text: str) -> None:
    """The message says what to add by hand."""
    with pytest.raises(ConfigError, match="add by hand: - "):
        ignoring(text)


def test_a_glossary_is_named() -> None:
    """Under its key."""
    assert with_glossary("glossaries:\n  - a.yaml\n", "x", "my words.yaml") == (
        'glossaries:\n  - a.yaml\n  - "my words.yaml"\n'
    )
