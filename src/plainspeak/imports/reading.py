"""Read what a file says of each word: entries as they could be written, or why a row can't be one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from plainspeak.acronyms.expansions import spells_out
from plainspeak.errors import GlossaryError, ReadError
from plainspeak.glossary import Glossary
from plainspeak.glossary.writer import term_of
from plainspeak.glossary.yaml_text import Draft
from plainspeak.imports.columns import WordList, word_list
from plainspeak.imports.exported import exported_draft
from plainspeak.imports.shapes import apart, meanings_in, without_plural, without_words
from plainspeak.imports.tables import read_tables
from plainspeak.language import is_ordinary_word
from plainspeak.readability.dictionary import is_in_dictionary
from plainspeak.readability.familiar import is_familiar

__all__ = ["Candidate", "Reading", "read_candidates"]

_MOST_WORDS_IN_A_NAME = 8
_MOST_CHARACTERS_IN_A_NAME = 120
_MOST_WORDS = 100
_MOST_CHARACTERS = 1000
_MOST_WORDS_IN_A_LIST = 6
"""Words of one of several values in a cell. In a column of plain English, more are an explanation."""
_SHORTEST_WORD = 4
"""Letters of an ordinary word in capitals; fewer are taken for an acronym."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry with one meaning that a row could become."""

    place: str
    """Such as ``row 4`` or ``table 2, row 4``."""
    draft: Draft | None = None
    refused: str = ""
    """Why the row can't be an entry."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file says."""

    candidates: tuple[Candidate, ...]
    notes: tuple[str, ...] = ()
    """What wasn't looked at: whole tables, whole columns."""


def read_candidates(path: Path, glossary: Glossary) -> Reading:
    """Read a CSV file, or the tables of a document.

    Args:
        path: the file.
        glossary: knows some of what letters stand for.

    Raises:
        ReadError: the file can't be read, or holds no list of words; the message says what to do.
    """
    tables = read_tables(path)
    found: list[WordList] = []
    candidates: list[Candidate] = []
    notes: list[str] = []
    for table in tables:
        words = word_list(table, found[-1] if found else None, glossary, where=str(path), sure=len(tables) == 1)
        if words is None:
            notes.append(f"{table.name or 'The table'}: passed over, as it holds no list of words.")
            continue
        found.append(words)
        if len(words.left_out) > 1:
            notes.append(f"These columns aren't taken in: {_shown(', '.join(words.left_out))}")
        elif words.left_out:
            notes.append(f"The column '{words.left_out[0]}' isn't taken in.")
        for row in words.rows:
            candidates += _candidates(row.place, words.cells(row), glossary, exported=words.exported)
    if not found:
        raise ReadError(
            "No table in this file holds a list of words. Name its columns, such as 'Term' and 'Meaning'.",
            where=str(path),
        )
    if not candidates:
        raise ReadError("There is nothing under the names of the columns.", where=str(path))
    return Reading(tuple(candidates), tuple(dict.fromkeys(notes)))


def _candidates(place: str, cells: Mapping[str, str], glossary: Glossary, *, exported: bool) -> list[Candidate]:
    try:
        _refuse_unreadable(cells)
        drafts = [exported_draft(cells)] if exported else list(_drafts(cells, glossary))
        drafts = [{key: value for key, value in draft.items() if value} for draft in drafts]
        for draft in drafts:
            term_of(draft)
    except GlossaryError as error:
        return [Candidate(place, refused=error.message)]
    return [Candidate(place, draft) for draft in drafts]


def _refuse_unreadable(cells: Mapping[str, str]) -> None:
    """Refuse a row that would be written down wrong.

    Raises:
        GlossaryError: some characters of it are lost.
    """
    lost = next((cell for cell in cells.values() if "\ufffd" in cell), None)
    if lost is not None:
        raise GlossaryError(f"Some characters can\u2019t be read here: {_shown(lost)} Save the table as CSV in UTF-8.")


def _drafts(cells: Mapping[str, str], glossary: Glossary) -> Iterator[Draft]:
    """Yield the entries that a row is.

    Raises:
        GlossaryError: it is none.
    """
    letters, words = apart(cells.get("term", ""))
    if "letters" in cells:
        letters, words = apart(cells["letters"])[0] or (without_plural(cells["letters"]),), cells.get("term", words)
    elif not letters and (turned := _turned_round(cells)):
        letters, words, cells = turned, words, {**cells, "expansion": ""}
    if not letters or _is_shouted_word(letters, words, cells, glossary):
        yield _words_draft({**cells, "term": cells.get("term", "").lower()} if letters else cells)
        return
    for expansion, meaning in _meanings(letters[0], words, cells, glossary):
        if len(expansion.split()) > _MOST_WORDS_IN_A_NAME * 2:
            raise GlossaryError(f"'{letters[0]}' can't stand for so many words: {_shown(expansion)}")
        yield {
            "acronym": letters[0],
            "expansion": " ".join(expansion.split()),
            "setting": _listed(cells.get("setting", "")),
            "forms": list(letters[1:]),
            "meaning": _checked(meaning),
            "source": cells.get("source", ""),
        }


def _turned_round(cells: Mapping[str, str]) -> tuple[str, ...]:
    """Return the letters that stand where what letters stand for should: "integrated care board" beside "ICB"."""
    letters, words = apart(cells.get("expansion", ""))
    return () if words else letters


def _meanings(letters: str, words: str, cells: Mapping[str, str], glossary: Glossary) -> Iterator[tuple[str, str]]:
    """Yield what letters stand for, each with its explanation."""
    said = cells.get("meaning", "") or cells.get("plain words", "")
    named = words or cells.get("expansion", "")
    if named:
        found = list(dict.fromkeys(meanings_in(named, letters, glossary)))
        one = len(found) == 1
        for expansion, more in found:
            # Words in this column are what the letters stand for, whatever they look like.
            yield expansion or more, (more if expansion else "") or (said if one else "")
        return
    if not said:
        raise GlossaryError(f"Nothing says what '{letters}' stands for.")
    found = list(dict.fromkeys(meanings_in(said, letters, glossary)))
    plain = cells.get("plain words", "") if "meaning" in cells and len(found) == 1 else ""
    known = glossary.acronym(letters)
    for expansion, meaning in found:
        if not expansion and known and len(known.meanings) == 1:
            expansion = known.meanings[0].expansion or ""
        if not expansion:
            raise GlossaryError(f"This explains '{letters}', but doesn't say what the letters stand for.")
        yield expansion, meaning or plain


def _words_draft(cells: Mapping[str, str]) -> Draft:
    name, meaning, plain = _told_of_words(cells)
    first, *others = [name] if meaning else _listed(name) or [""]
    if not first:
        raise GlossaryError("The word itself is missing.")
    if not any(map(str.isalpha, first)):
        raise GlossaryError(f"This has no letters, so it\u2019s no word: {_shown(first)}")
    if len(first.split()) > _MOST_WORDS_IN_A_NAME or len(first) > _MOST_CHARACTERS_IN_A_NAME:
        raise GlossaryError(f"This is too long to be a term: {_shown(first)}")
    if not meaning and not plain:
        raise GlossaryError(f"'{name}' has no explanation.")
    said = {"instead": _listed(plain), "source": cells.get("source", "")}
    if not meaning:
        return {"wording": first, "forms": others, "rule": "wordy-phrase", **said}
    if is_familiar(name):
        raise GlossaryError(
            f"'{name}' is an everyday word, so each use of it would be reported. Add it by hand, with 'only-in'."
        )
    return {"term": name, "setting": _listed(cells.get("setting", "")), "meaning": _checked(meaning), **said}


def _told_of_words(cells: Mapping[str, str]) -> tuple[str, str, str]:
    """Return the name, the explanation and the plain words that a row without letters gives."""
    name = cells.get("term", "")
    meaning, named, plain = (cells.get(role, "") for role in ("meaning", "expansion", "plain words"))
    if not (meaning or named or plain):
        name, meaning = without_words(name)
    if named and meaning:
        meaning = f"{named.rstrip('.')}. {meaning}"
    meaning = meaning or named
    if not meaning and any(len(part.split()) > _MOST_WORDS_IN_A_LIST for part in _listed(plain)):
        meaning, plain = plain, ""
    return " ".join(name.split()).rstrip(" :;,"), meaning, plain


def _is_shouted_word(letters: tuple[str, ...], words: str, cells: Mapping[str, str], glossary: Glossary) -> bool:
    """Tell whether "letters" are an ordinary word in capitals, with an explanation that doesn't spell them out."""
    if "letters" in cells or words or len(letters) > 1 or glossary.acronym(letters[0]):
        return False
    if len(letters[0]) < _SHORTEST_WORD or not (is_ordinary_word(letters[0]) or is_in_dictionary(letters[0])):
        return False
    return not spells_out(cells.get("expansion", "") or cells.get("meaning", ""), letters[0], glossary)


def _checked(meaning: str) -> str:
    """Return an explanation on one line.

    Raises:
        GlossaryError: it is far too long.
    """
    text = " ".join(meaning.split())
    count = len(text.split())
    if count > _MOST_WORDS or len(text) > _MOST_CHARACTERS:
        size = f"{count:,} words" if count > _MOST_WORDS else f"{len(text):,} characters"
        raise GlossaryError(f"The explanation has {size}. Make it a sentence or two: {_shown(text)}")
    return text


def _listed(text: str) -> list[str]:
    """Return the values of a cell: between semicolons or on lines of their own, else short ones in a list."""
    parts = re.split(r"\s*(?:;|\n|\s/\s)\s*", text)
    shorter = re.split(r",\s*(?:or\s+)?|\s+or\s+", text)
    if len(parts) == 1 and all(len(part.split()) <= _MOST_WORDS_IN_A_LIST for part in shorter):
        parts = shorter
    return [part.strip(" .\u2022'\"\u2018\u2019\u201c\u201d") for part in parts if part.strip(" .\u2022'\"")]


def _shown(text: str) -> str:
    words = " ".join(text.split()[:12])[:_MOST_CHARACTERS_IN_A_NAME]
    return f"\u201c{words}\u2026\u201d" if len(words) < len(" ".join(text.split())) else f"\u201c{words}\u201d"
