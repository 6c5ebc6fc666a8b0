"""Find the glossary's terms and wording in a text, longest first, with spaCy's phrase matcher."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from plainspeak.document import Span, holding
from plainspeak.glossary.model import Form, Glossary, Mention, Term
from plainspeak.language.quotations import quotations
from plainspeak.language.spacy_parts import spacy_module
from plainspeak.language.words import first_word, phrase, vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["TermMatcher"]

_Target = tuple[Term, tuple[Form, ...]]
"""A term, and the forms that one spelling can be."""

_MOST_WORDS_HYPHENED = 4
_LONGEST_ADDRESS = 200


class TermMatcher:
    """Finds terms and wording (not acronyms: these are matched by their letters).

    A spelling is given to spaCy's matcher when a text first has its first word. A page has few of the glossary's 5,000
    spellings, and making them all ready takes longer than checking the page.

    Terms that are meant only as a verb or a noun are found wherever their words are, and participles as past tenses.
    What they are takes tags to tell: see :func:`plainspeak.glossary.senses.meant`.
    """

    def __init__(self, glossary: Glossary) -> None:
        spacy_module()
        from spacy.matcher import PhraseMatcher

        self._matcher: Any = PhraseMatcher(vocabulary(), attr="LOWER")
        self._targets: dict[int, _Target | None] = {}
        self._waiting: dict[int, list[tuple[str, str]]] = {}
        """Spellings that the matcher doesn't have yet, by the number that spaCy gives their first word."""
        for term in glossary:
            if term.entry == "acronym":
                continue
            for text, forms in _by_text(term).items():
                self._note(_spellings(text), (term, forms))
            for longer in term.unless:
                self._note(_spellings(longer), None)

    def _note(self, spellings: set[str], target: _Target | None) -> None:
        key = f"{len(self._targets)}"
        self._targets[vocabulary().strings.add(key)] = target
        for spelling in spellings:
            first = vocabulary().strings.add(first_word(spelling))
            self._waiting.setdefault(first, []).append((key, spelling))

    def _make_ready(self, doc: Doc) -> None:
        for word in self._waiting.keys() & doc.to_array("LOWER").tolist():
            for key, spelling in self._waiting.pop(word):
                self._matcher.add(key, [phrase(spelling)])

    def find(self, doc: Doc, *, text: str | None = None) -> list[Mention]:
        """Return the mentions in a text, in order. Of two that overlap, the longer one stands.

        Args:
            doc: the text's words; they hold no curly marks.
            text: as it was written, to tell an opening quotation mark from a closing one.
        """
        self._make_ready(doc)
        matches = self._matcher(doc)
        if not matches:
            return []
        text = doc.text if text is None else text
        taken = bytearray(len(doc))
        found: list[tuple[Span, Term, tuple[Form, ...]]] = []
        for key, start, end in sorted(matches, key=self._longest_first):
            if any(taken[start:end]):
                continue
            taken[start:end] = b"\x01" * (end - start)
            target = self._targets[key]
            if target is not None and not _in_address(text, doc[start].idx):
                (term, forms), last = target, doc[end - 1]
                found.append((Span(doc[start].idx, last.idx + len(last.text)), term, forms))
        if not found:
            return []
        quoted = quotations(text)
        found.sort(key=lambda each: each[0])
        return [Mention(term, forms[0], span, _is_part(span, quoted), *forms[1:2]) for span, term, forms in found]

    def _longest_first(self, match: tuple[int, int, int]) -> tuple[int, int, bool]:
        # A phrase in which one term isn't meant may be a term itself: "primary care" and "primary care network".
        key, start, end = match
        return start - end, start, self._targets[key] is None


def _is_part(span: Span, quoted: Sequence[Span]) -> bool:
    """Tell whether a span is part, and not the whole, of one of the quotations, which are in order."""
    quotation = holding(quoted, span)
    return quotation is not None and len(span) < len(quotation)


def _in_address(text: str, position: int) -> bool:
    """Tell whether a character is part of a web or e-mail address that the tokenizer didn't see as one."""
    stretch = text[max(0, position - _LONGEST_ADDRESS) : position + 1].split(" ")[-1].split("\n")[-1]
    return "://" in stretch or stretch.startswith("www.") or "@" in stretch


def _by_text(term: Term) -> dict[str, tuple[Form, ...]]:
    """Return the forms under which a term is found, by their spelling: the headword and those that go with it."""
    forms: dict[str, tuple[Form, ...]] = {term.headword: (Form(term.headword, term.instead),)}
    for form in term.forms:
        forms[form.text] = (*forms.get(form.text, ()), form)
    return forms


def _spellings(text: str) -> set[str]:
    """Return the ways to write a phrase: with spaces or with hyphens."""
    spellings = {text, text.replace("-", " ")}
    words = text.split()
    if 1 < len(words) <= _MOST_WORDS_HYPHENED:
        spellings.add("-".join(words))
    return spellings
