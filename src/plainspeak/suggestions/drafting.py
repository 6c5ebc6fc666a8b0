"""Write what a glossary lacks as a draft: a glossary file that loads, with what a person still has to say left open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from plainspeak.glossary.plain_yaml import UNSEEN
from plainspeak.glossary.yaml_text import draft_yaml
from plainspeak.suggestions.unknown import Unknown

__all__ = ["draft_file"]

_MOST_PAPERS = 2
_HEAD = """\
# A draft, made by 'plainspeak glossary suggest'. It loads as it is.
# To use an entry that has '#' before its lines: take the '# ' away, and say what is missing.
# Delete what needs no explaining. Then add the rest to your own glossary.
"""


def draft_file(letters: Sequence[Unknown], words: Sequence[Unknown]) -> str:
    """Return the draft as YAML.

    Letters that a paper spells out are entries already. What still needs words of a person is a comment.
    """
    spelt = [each for each in letters if each.expansions]
    parts = (
        ("Letters that a paper spells out", spelt),
        ("Letters that no paper spells out", [each for each in letters if not each.expansions]),
        ("Words and phrases that may be jargon", words),
    )
    text = _HEAD
    for title, unknown in parts:
        if unknown:
            text += f"\n# --- {title}\n" + "".join("\n".join(["", *_lines(each), ""]) for each in unknown)
    return text


def _lines(unknown: Unknown) -> Iterator[str]:
    yield f"# {_where(unknown)}"
    yield f"# {_in_a_comment(unknown.example)}"
    if unknown.expansions:
        yield from draft_yaml(_entry(unknown)).splitlines()
        if len(unknown.expansions) == 1:
            yield "  # meaning:"
        return
    if _is_letters(unknown.name):
        yield f"# {draft_yaml({'acronym': unknown.name}).rstrip()}"
        yield "#   expansion:"
    else:
        yield f"# {draft_yaml({'term': unknown.name}).rstrip()}"
    yield "#   meaning:"


def _entry(unknown: Unknown) -> dict[str, object]:
    # A glossary with characters that nobody sees doesn't load.
    first, *others = (UNSEEN.sub("", each) for each in unknown.expansions)
    if not others:
        return {"acronym": unknown.name, "expansion": first}
    return {"acronym": unknown.name, "meanings": [{"expansion": each} for each in (first, *others)]}


def _is_letters(name: str) -> bool:
    return not name.islower()


def _where(unknown: Unknown) -> str:
    uses, papers = unknown.uses.total(), unknown.uses.most_common()
    names = ", ".join(_in_a_comment(PurePath(name).name) for name, _ in papers[:_MOST_PAPERS])
    more = f" and {len(papers) - _MOST_PAPERS} more" if len(papers) > _MOST_PAPERS else ""
    return f"{uses:,} {'use' if uses == 1 else 'uses'} in {names}{more}"


def _in_a_comment(text: str) -> str:
    """Return a text on one line, without characters that YAML doesn't allow even in a comment."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())
