"""Where a text says what a short form stands for."""

from __future__ import annotations

from collections.abc import Sequence

from plainspeak.acronyms.bracketed import defined_in_bracket
from plainspeak.acronyms.forms import ShortForm
from plainspeak.acronyms.passage import Definition, Passage
from plainspeak.acronyms.spoken import defined_in_words
from plainspeak.document import Span
from plainspeak.glossary import Glossary

__all__ = ["Definition", "find_definitions"]


def find_definitions(
    text: str, sentences: Sequence[Span], forms: Sequence[ShortForm], glossary: Glossary
) -> list[Definition]:
    """Return the definitions in one block, in the order of their short forms. None crosses a sentence.

    Args:
        text: of the block.
        sentences: of the block, in order.
        forms: what looks like short forms in it. Brackets may define others, whose shape says nothing by itself.
        glossary: whose expansions come before the letters.
    """
    passage = Passage(text, sentences, glossary)
    found: dict[Span, Definition] = {}
    around: list[Span] = []
    for bracket in passage.brackets:
        while around and around[-1].end < bracket.start:
            around.pop()
        definition = defined_in_bracket(passage, bracket, around[-1].start if around else 0)
        if definition:
            found.setdefault(definition.form_span, definition)
        around.append(bracket)
    for form in forms:
        if form.span not in found:
            definition = defined_in_words(passage, form)
            if definition:
                found[form.span] = definition
    return sorted(found.values(), key=lambda definition: definition.form_span)
