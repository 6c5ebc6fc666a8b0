"""Guess what the columns of a table hold, from its first row, else from what is in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from plainspeak.acronyms.expansions import spells_out
from plainspeak.errors import ReadError
from plainspeak.glossary import Glossary
from plainspeak.imports.shapes import apart, without_words
from plainspeak.imports.tables import Row, Table

__all__ = ["EXPORTED", "WordList", "word_list"]

Role = Literal["letters", "term", "expansion", "meaning", "plain words", "setting", "source"]

EXPORTED = frozenset({"type", "term", "letters", "meaning", "plain words"})
"""Columns by which the table of ``plainspeak glossary export`` is known."""

# The first that fits is the one: "what the acronym stands for" is no column of acronyms.
_ROLES: tuple[tuple[str, Role], ...] = (
    (r"context|setting|where", "setting"),
    (r"stands? for|in full|\bfull (?!descr)|expan|spel(?:t|led)|long (?:form|name|version)|unabbreviated", "expansion"),
    (r"instead of|do(?:n.?t| not) (?:say|use|write)|avoid|\bwe (?:say|write|use)", "term"),
    (r"\bmean|defin|expla|descri|^details?$|what (?:it|this) is", "meaning"),
    (r"plain|instead|alternative|better|prefer|replace|\b(?:use|say|write|try)\b", "plain words"),
    (r"acronym|abbrev|\babbr|initial|letters|short (?:form|name)", "letters"),
    (r"\bterm|\bword|phrase|\bname|jargon|\bitem|expression", "term"),
    (r"source|reference", "source"),
)
_PLAIN_NAMES = re.compile(r"(?:acronym|abbreviation|initial|term|word|phrase|jargon|meaning|definition|explanation)s?")
_TELLING = frozenset({"expansion", "meaning", "plain words"})
_FIRST_ROWS = 5
_MOST_WORDS_IN_A_NAME = 5
_MOST_WORDS_IN_A_TELLING_NAME = 9
"""As in "What it means in plain English"."""
_BY_PLACE: tuple[tuple[Role, ...], ...] = (("term",), ("term", "meaning"), ("term", "expansion", "meaning"))
_LETTER = re.compile(r"(?:[A-Z0-9]|#)(?:\s?[-\u2013/]\s?[A-Z0-9])?")
_SEEN = 30


@dataclass(frozen=True, slots=True)
class WordList:
    """The rows of a table that explain words."""

    columns: Mapping[int, str]
    """What each column holds: its role, or in an exported table its name."""
    rows: tuple[Row, ...]
    """Those under the names of the columns, without empty rows and letters of the alphabet."""
    exported: bool = False
    left_out: tuple[str, ...] = ()
    """The names of columns that say nothing of use here."""

    def cells(self, row: Row) -> dict[str, str]:
        """Return what a row says, by role."""
        return {self.columns[at]: text for at, text in enumerate(row.cells) if at in self.columns and text}


def word_list(table: Table, before: WordList | None, glossary: Glossary, *, where: str, sure: bool) -> WordList | None:
    """Return a table as a list of words, or ``None`` if it seems to be about something else.

    Args:
        table: the table.
        before: the list before it in the file, which a table without names of columns may go on with.
        glossary: knows some of what letters stand for.
        where: what to call the file in errors.
        sure: whether the file is here for this very table, so that it needn't look like a list of words.

    Raises:
        ReadError: columns have names, but one that is needed is missing.
    """
    for index, row in enumerate(table.rows[:_FIRST_ROWS]):
        names = [_folded(cell) for cell in row.cells]
        if set(names) >= EXPORTED:
            rows = tuple(each for each in table.rows[index + 1 :] if each.filled)
            return WordList({at: name for at, name in enumerate(names) if name}, rows, exported=True)
        columns = _named(names)
        if columns:
            unused = (cell for at, cell in enumerate(row.cells) if cell and at not in columns)
            # A title is no row of words; whatever else stands above the names may be one.
            above = [each for each in table.rows[:index] if len(each.filled) > 1]
            return WordList(columns, _rows([*above, *table.rows[index + 1 :]], header=row), left_out=tuple(unused))
        if len(row.filled) > 1 and any(map(_PLAIN_NAMES.fullmatch, names)):
            _refuse_unnamed(row, f"{where}, {row.place}")
    rows = _rows(table.rows)
    if before is not None and not before.exported and len(table.rows[0].cells) == max(before.columns) + 1:
        return WordList(before.columns, rows)
    used = [at for at in range(len(table.rows[0].cells)) if any(_has_words(row.cells[at]) for row in rows)]
    if not rows or not used or len(used) > len(_BY_PLACE):
        return None
    found = WordList(dict(zip(used, _BY_PLACE[len(used) - 1], strict=True)), rows)
    return found if _tells(found, glossary, sure=sure) else None


def _named(names: Sequence[str]) -> dict[int, str]:
    """Return the roles of columns by their names; nothing unless words and what explains them are among them."""
    columns: dict[int, str] = {}
    for at, name in enumerate(names):
        role = next((role for pattern, role in _ROLES if re.search(pattern, name)), None)
        most = _MOST_WORDS_IN_A_TELLING_NAME if role in _TELLING else _MOST_WORDS_IN_A_NAME
        if role and role not in columns.values() and len(name.split()) <= most:
            columns[at] = role
    roles = set(columns.values())
    if not roles & {"letters", "term"} or not (roles & _TELLING or roles >= {"letters", "term"}):
        return {}
    if "term" not in roles:
        # A column of acronyms may hold a word here and there.
        return {at: "term" if role == "letters" else role for at, role in columns.items()}
    return columns


def _refuse_unnamed(row: Row, where: str) -> None:
    """Say that names of columns are there and one is missing, if the row is one of names."""
    names = [_folded(cell) for cell in row.filled]
    if all(_PLAIN_NAMES.fullmatch(name) or len(name.split()) == 1 for name in names):
        said = ", ".join(f"'{cell}'" for cell in row.filled)
        raise ReadError(
            f"The columns are {said}, and none says what the words mean. Give that one a name such as 'Meaning', "
            "and the words one such as 'Term'.",
            where=where,
        )


def _rows(rows: Sequence[Row], header: Row | None = None) -> tuple[Row, ...]:
    """Return the rows that say something: no letters of the alphabet, and no names of columns once more."""
    return tuple(
        row
        for row in rows
        if row.filled
        and (header is None or row.cells != header.cells)
        and not (len(set(row.filled)) == 1 and _LETTER.fullmatch(row.filled[0]))
    )


def _tells(words: WordList, glossary: Glossary, *, sure: bool) -> bool:
    """Tell whether rows hold letters with what they stand for, or if that is sure enough, just words and more."""
    said = list(_pairs(words))
    spelt = sum(bool(letters) and any(spells_out(rest, each, glossary) for each in letters) for letters, rest in said)
    return spelt * 4 >= len(said) > 0 if not sure else any(rest for _, rest in said)


def _pairs(words: WordList) -> Iterator[tuple[tuple[str, ...], str]]:
    for row in words.rows[:_SEEN]:
        cells = words.cells(row)
        letters, rest = apart(cells.get("term", ""))
        rest = rest if letters else without_words(cells.get("term", ""))[1]
        yield letters, rest or cells.get("expansion", cells.get("meaning", ""))


def _has_words(cell: str) -> bool:
    return any(character.isalpha() for character in cell)


def _folded(name: str) -> str:
    return " ".join(re.sub(r"[^\w\s'\u2019]", " ", name.casefold()).replace("\u2019", "'").split())
