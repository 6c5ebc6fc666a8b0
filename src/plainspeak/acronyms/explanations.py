"""Where a document says what its short forms stand for, block by block and across the cells of a table."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from plainspeak.acronyms.expansions import words_in
from plainspeak.acronyms.facts import AcronymFacts
from plainspeak.acronyms.people import share_of_name
from plainspeak.document import Block, Kind, Stretch, placed
from plainspeak.findings import BlockSpan
from plainspeak.glossary import Glossary

__all__ = ["Explanation", "explanations_of", "is_footnote"]

_LEAST_SAME_ROW_CONFIDENCE = 0.8
_APPENDIX = re.compile(
    r"\W*(?:\w{1,3}[.)]?\s+)?"
    r"(?:appendi(?:x|ces)|annexe?s?|(?:.{0,30}\b)?(?:glossary|abbreviations?|acronyms|jargon buster))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Explanation:
    """One place where the document says what a form stands for."""

    expansion: str
    at: BlockSpan
    """Where the short form stands in the explanation."""
    confidence: float = 1.0
    written: str = ""
    """The words as they stand in the text: ``expansion`` without its plural ending taken off."""
    words_at: BlockSpan | None = None
    """Where the words stand, if it is in the same block."""
    running: bool = False
    """Whether both stand in running text, not in a table, a heading, a note or the mark-up."""
    appendix: bool = False
    """Whether it stands under a heading such as "Appendix" or "Abbreviations"."""
    share_of_name: float = field(default=0.0, repr=False, compare=False)
    """How many of the words can only be somebody's name, from 0 (they are no name) to 1."""

    def moved(self, blocks: int) -> Explanation:
        """Return the same explanation so many blocks further on."""
        if not blocks:
            return self
        words_at = self.words_at and self.words_at.moved(blocks)
        return Explanation(
            self.expansion,
            self.at.moved(blocks),
            self.confidence,
            self.written,
            words_at,
            self.running,
            self.appendix,
            self.share_of_name,
        )


def explanations_of(stretches: Sequence[Stretch[AcronymFacts]], glossary: Glossary) -> Mapping[str, list[Explanation]]:
    """Return the explanations of each form of a document, in the order of its blocks."""
    found: dict[str, list[Explanation]] = {}
    for explanations in placed(stretches, _placed_explanations, glossary):
        for form, each in explanations:
            found.setdefault(form, []).append(each)
    return found


def _placed_explanations(
    stretch: Stretch[AcronymFacts], first: int, glossary: Glossary
) -> list[tuple[str, Explanation]]:
    return [(form, each.moved(first)) for form, each in stretch.gather(_explanations, glossary)]


def _explanations(stretch: Stretch[AcronymFacts], glossary: Glossary) -> list[tuple[str, Explanation]]:
    found: list[tuple[str, Explanation]] = []
    blocks = stretch.blocks
    for index, (fact, block) in enumerate(zip(stretch.facts, blocks, strict=True)):
        appendix = _in_appendix(block) if fact.definitions or fact.only else False
        for definition in fact.definitions:
            at, words, written = BlockSpan(index, definition.form_span), None, definition.expansion
            if definition.long_span != definition.form_span:
                words = BlockSpan(index, definition.long_span)
                written = words.text_in(blocks)
            running = words is not None and block.kind.running_text and not appendix
            share = share_of_name(written, definition.form, glossary)
            explanation = Explanation(
                definition.expansion, at, definition.confidence, written, words, running, appendix, share
            )
            found.append((definition.form, explanation))
        if fact.only is not None and not fact.definitions:
            beside = _words_beside(index, fact.only, blocks, glossary)
            if beside is not None:
                at = BlockSpan(index, fact.forms[0].span)
                share = share_of_name(beside, fact.only, glossary)
                explanation = Explanation(
                    beside, at, _LEAST_SAME_ROW_CONFIDENCE, beside, appendix=appendix, share_of_name=share
                )
                found.append((fact.only, explanation))
    return found


def is_footnote(explanation: Explanation, block: int, blocks: Sequence[Block]) -> bool:
    """Tell whether an explanation is a footnote to a block: right under it, or there for nothing but these letters.

    Args:
        explanation: of a form.
        block: the index of the block in which the form is first used.
        blocks: of the document.
    """
    note = explanation.at.block
    if blocks[note].kind is not Kind.NOTE or note <= block:
        return False
    return explanation.at.span.start == 0 or all(blocks[each].kind is Kind.NOTE for each in range(block + 1, note))


def _in_appendix(block: Block) -> bool:
    return any(_APPENDIX.match(heading) for heading in block.place.headings)


def _words_beside(index: int, form: str, blocks: Sequence[Block], glossary: Glossary) -> str | None:
    """Return what the next or the previous cell of the row says, when it is the words of a form."""
    for neighbour in (index + 1, index - 1):
        if 0 <= neighbour < len(blocks) and blocks[index].place.same_row(blocks[neighbour].place):
            words = words_in(blocks[neighbour].text, form, glossary)
            if words is not None:
                return words
    return None
