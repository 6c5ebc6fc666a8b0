"""YAML as glossaries are written: lists, keys and text. Whatever else YAML can do is refused, with its line.

That is kinder than to guess: a number loses its zeros ("3.10"), the second of two equal keys hides the first, and
references can make a small file fill the memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, ClassVar

import yaml

from plainspeak.errors import GlossaryError
from plainspeak.glossary.yaml_loader import Loader

__all__ = ["UNSEEN", "TextLoader", "read_items"]

_DEEPEST = 12
_MOST_CHARACTERS = 10_000
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
"""Characters that nobody sees, but for those with which scripts other than ours join and turn letters."""
_NUMBERS = ("tag:yaml.org,2002:int", "tag:yaml.org,2002:float")
_HINTS = (
    ("control character", "It has a character that can\u2019t be seen. Write that line anew."),
    ("tab", "Use spaces, not tabs, at the beginning of a line."),
    ("cannot start any token", "Use no tabs, and put quotes round text that begins with %, @ or a backtick."),
    ("end of stream", "Close each quotation mark and each bracket."),
    ("expected", "Check the quotation marks and brackets, and how far the lines are indented."),
    ("stands here twice", "Keep one of the two."),
    ("another document", "Take out the line '---'."),
    ("", "Put quotes round text that holds a colon."),
)


class TextLoader(Loader):
    """A loader for which numbers are text as it is written, and a key that is there twice is a mistake."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag not in _NUMBERS]
        for first, resolvers in Loader.yaml_implicit_resolvers.items()
    }

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> Any:
        """Return the keys with their values.

        Raises:
            yaml.constructor.ConstructorError: a key is there twice.
        """
        seen = set()
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode) and key.value in seen:
                raise yaml.constructor.ConstructorError(None, None, f"'{key.value}' stands here twice", key.start_mark)
            seen.add(key.value if isinstance(key, yaml.ScalarNode) else key)
        return super().construct_mapping(node, deep=deep)

    def construct_line(self, node: yaml.ScalarNode) -> str:
        """Return a text on one line."""
        return " ".join(self.construct_scalar(node).split())


TextLoader.add_constructor("tag:yaml.org,2002:str", TextLoader.construct_line)


def read_items(text: str, name: str) -> Iterator[tuple[yaml.Node, Any]]:
    """Yield the items of a list in YAML: where each stands, and what it holds.

    Args:
        text: the whole file.
        name: what to call it in errors.

    Raises:
        GlossaryError: it is no list, or isn't written as a glossary may be; the message says which line and what to do.
    """
    try:
        _refuse_what_is_odd(text, name)
        loader = TextLoader(text)
        try:
            root = loader.get_single_node()
            if root is None:
                return
            if not isinstance(root, yaml.SequenceNode):
                raise GlossaryError(
                    "A glossary is a list: begin each entry with '- term:', '- acronym:' or '- wording:'.",
                    where=f"{name}:1",
                )
            for node in root.value:
                yield node, loader.construct_object(node, deep=True)
        finally:
            loader.dispose()
    except yaml.YAMLError as error:
        problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "something is wrong"
        hint = next(hint for part, hint in _HINTS if part in problem)
        raise GlossaryError(
            f"This isn't valid YAML: {problem}. {hint}", where=f"{name}:{_line(error, text)}"
        ) from error


def _refuse_what_is_odd(text: str, name: str) -> None:
    """Look at a file piece by piece, before any of it is put together.

    Raises:
        GlossaryError: it goes too deep, or has references, tags, very long texts or characters that can't be seen.
    """
    depth = 0
    for event in yaml.parse(text, TextLoader):
        problem = None
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > _DEEPEST:
                problem = "Too many lists stand in each other here. Write each entry on lines of its own."
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.ScalarEvent):
            problem = _odd_text(event.value)
        if isinstance(event, yaml.NodeEvent):
            if event.anchor is not None:
                problem = "A glossary has no references. Put quotes round text that begins with & or *."
            elif getattr(event, "tag", None) is not None:
                problem = "A glossary has no tags. Put quotes round text that begins with an exclamation mark."
        if problem:
            line = event.start_mark.line + 1 if event.start_mark else 1
            raise GlossaryError(problem, where=f"{name}:{line}")


def _odd_text(text: str) -> str | None:
    if len(text) > _MOST_CHARACTERS:
        return f"This text has {len(text):,} characters. A sentence or two are enough."
    if UNSEEN.search(text):
        return "This text has a character that can\u2019t be seen. Write it anew."
    return None


def _line(error: yaml.YAMLError, text: str) -> int:
    mark = getattr(error, "problem_mark", None)
    if mark:
        return min(int(mark.line), text.count("\n")) + 1
    # A control character has no mark, but a pattern of its own.
    odd = yaml.reader.Reader.NON_PRINTABLE.search(text)
    return text.count("\n", 0, odd.start() if odd else None) + 1
