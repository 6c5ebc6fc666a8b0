"""Read glossary files: YAML with every mistake told by file and line, or the compiled built-in glossary."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from plainspeak.errors import GlossaryError
from plainspeak.glossary.compiled import from_json, to_json
from plainspeak.glossary.grammar import FOLDER as GRAMMAR_FOLDER
from plainspeak.glossary.model import Glossary, Layer, Source, Term
from plainspeak.glossary.plain_yaml import read_items
from plainspeak.glossary.yaml_loader import Loader

if TYPE_CHECKING:
    from pydantic import ValidationError

    from plainspeak.glossary.entries import Entry

__all__ = [
    "GlossaryFile",
    "built_in_files",
    "built_in_folder",
    "compile_built_in",
    "compile_sources",
    "in_layers",
    "load_built_in",
    "load_glossary",
    "load_readable_glossary",
    "load_sources",
    "parse_terms",
    "read_terms",
]

COMPILED = "compiled.json"
COMPILED_SOURCES = "sources.json"
_MOST_BYTES = 20_000_000
_NOT_TERMS = ("sources", "ordinary-capitals")

_IN_PLAIN_WORDS = {
    "string_pattern_mismatch": "Write a month or a year, such as 2026-04 or 2026",
    "string_type": "Write text here, and put quotes round a word such as true",
    "string_too_short": "Nothing stands here. Write something, or leave the key out",
    "list_type": "Write a list, such as [one, two]",
    "bool_type": "Write true or false",
    "bool_parsing": "Write true or false",
    "literal_error": "Choose from {expected}",
    "model_type": "Write 'key: value' lines here",
    "invalid_key": "Put quotes round this key",
}


@dataclass(frozen=True, slots=True)
class GlossaryFile:
    """A glossary file of an organisation or of a project."""

    path: Path
    layer: Layer = "project"


def load_glossary(files: Sequence[GlossaryFile | str | Path] = ()) -> Glossary:
    """Return the built-in glossary with other files laid over it: an organisation's, then a project's.

    Args:
        files: glossary files in YAML, of which the last of a layer wins. A plain path is a project's.

    Raises:
        GlossaryError: a file is missing or wrong; the message says which line and what to do.
    """
    glossary = load_built_in()
    for file in in_layers(files):
        glossary = glossary.extended_by(read_terms(file.path, file.layer))
    return glossary


def load_readable_glossary(files: Sequence[GlossaryFile | str | Path]) -> tuple[Glossary, list[GlossaryError]]:
    """Return the built-in glossary with those files laid over it that can be read, and what is wrong with others."""
    glossary, errors = load_built_in(), []
    for file in in_layers(files):
        try:
            glossary = glossary.extended_by(read_terms(file.path, file.layer))
        except GlossaryError as error:
            errors.append(error)
    return glossary, errors


def in_layers(files: Sequence[GlossaryFile | str | Path]) -> list[GlossaryFile]:
    """Return glossary files in the order in which they are laid over each other."""
    known = [each if isinstance(each, GlossaryFile) else GlossaryFile(Path(each)) for each in files]
    return sorted(known, key=lambda file: file.layer != "organisation")


@cache
def load_built_in() -> Glossary:
    """Return the glossary that comes with plainspeak: compiled where the package was built, else from its YAML."""
    compiled = files("plainspeak_glossaries").joinpath(COMPILED)
    if compiled.is_file():
        return from_json(compiled.read_text(encoding="utf-8"))
    return _read_built_in()


@cache
def load_sources() -> dict[str, Source]:
    """Return where the facts of the built-in glossary were read, by the names that its entries give."""
    compiled = files("plainspeak_glossaries").joinpath(COMPILED_SOURCES)
    if compiled.is_file():
        return {name: Source(**each) for name, each in json.loads(compiled.read_text(encoding="utf-8")).items()}
    return _read_sources(built_in_folder())


def compile_sources(folder: Path) -> str:
    """Return the sources of a folder as JSON: to say where one fact was read mustn't take a third of a second."""
    data = {name: asdict(source) for name, source in _read_sources(folder).items()}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def compile_built_in(folder: Path) -> str:
    """Return the glossary in a folder as JSON."""
    return to_json(_read_folder(folder))


def built_in_files(folder: Path) -> list[Path]:
    """Return the files of a glossary folder that hold terms, in a fixed order."""
    return sorted(
        path
        for path in folder.rglob("*.yaml")
        if not path.name.startswith(_NOT_TERMS) and path.parent.name != GRAMMAR_FOLDER
    )


def read_terms(path: Path, layer: Layer = "built-in", *, name: str = "") -> tuple[Term, ...]:
    """Return the terms of one YAML file, in its order.

    Args:
        path: the file.
        layer: whose glossary it is.
        name: what to call the file, if not by its path.

    Raises:
        GlossaryError: the file cannot be read, or an entry is wrong.
    """
    terms = parse_terms(_text_of(path), name or str(path))
    return tuple(terms if layer == "built-in" else (term._replace(layer=layer) for term in terms))


def _text_of(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except FileNotFoundError:
        raise GlossaryError("There is no such glossary file. Check the path.", where=str(path)) from None
    except OSError as error:
        raise GlossaryError(
            f"This glossary can't be read ({error.strerror}). Check the path.", where=str(path)
        ) from error
    if len(data) > _MOST_BYTES:
        raise GlossaryError("This glossary has over 20 MB. Split it into several.", where=str(path))
    try:
        return data.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise GlossaryError("This isn't UTF-8 text. Save it as UTF-8.", where=f"{path}:{line}") from error


def built_in_folder() -> Path:
    """Return the folder that the built-in glossary's YAML is in."""
    return Path(str(files("plainspeak_glossaries")))


def _read_sources(folder: Path) -> dict[str, Source]:
    from plainspeak.glossary.entries import SourceEntry

    data = yaml.load((folder / "sources.yaml").read_text(encoding="utf-8"), Loader)  # noqa: S506
    return {name: SourceEntry.model_validate(each).to_source() for name, each in data.items()}


def _read_built_in() -> Glossary:
    return _read_folder(built_in_folder())


def _read_folder(folder: Path) -> Glossary:
    # Places are told from the project's folder: the wheel must not hold a path of the machine that built it.
    terms = [
        term
        for path in built_in_files(folder)
        for term in read_terms(path, name=f"glossaries/{path.relative_to(folder).as_posix()}")
    ]
    capitals = yaml.load((folder / "ordinary-capitals.yaml").read_text(encoding="utf-8"), Loader)  # noqa: S506
    return Glossary(tuple(terms), frozenset(form for forms in capitals.values() for form in forms))


def parse_terms(text: str, name: str) -> Iterable[Term]:
    """Yield the terms of a text in YAML, in its order.

    Args:
        text: the whole glossary.
        name: what to call it in places.

    Raises:
        GlossaryError: an entry is wrong; the message says which line and what to do.
    """
    seen: dict[tuple[bool, str], int] = {}
    for node, data in read_items(text, name):
        line = node.start_mark.line + 1
        entry = _validated(data, node, f"{name}:{line}", name)
        term = entry.to_term(f"{name}:{line}")
        key = (term.entry == "wording", term.headword.casefold() if term.entry != "acronym" else term.headword)
        if key in seen:
            raise GlossaryError(
                f"'{term.headword}' is here already, at line {seen[key]}. Keep one entry.", where=f"{name}:{line}"
            )
        seen[key] = line
        yield term


def _validated(data: Any, node: yaml.Node, where: str, name: str) -> Entry:
    from pydantic import ValidationError

    from plainspeak.glossary.entries import AcronymEntry, SilenceEntry, TermEntry, WordingEntry

    if not isinstance(data, dict):
        raise GlossaryError(
            "Each entry is a set of 'key: value' lines that begins with term, acronym, wording or silence.", where=where
        )
    kinds: dict[str, type[Entry]] = {
        "term": TermEntry,
        "acronym": AcronymEntry,
        "wording": WordingEntry,
        "silence": SilenceEntry,
    }
    model = next((kind for key, kind in kinds.items() if key in data), None)
    if model is None:
        raise GlossaryError(
            "This entry has no 'term', 'acronym', 'wording' or 'silence'. Add the one that it is about.", where=where
        )
    try:
        return model.model_validate(data)
    except ValidationError as error:
        keys = [field.alias or key for key, field in model.model_fields.items()]
        message, at = _explain(error, keys)
        raise GlossaryError(message, where=f"{name}:{_line_of(node, at)}") from error


def _explain(error: ValidationError, keys: list[str]) -> tuple[str, tuple[int | str, ...]]:
    """Say the first mistake of an entry in plain words, and at which key (of which item) it is."""
    first = error.errors()[0]
    at = first["loc"]
    key = next((str(step) for step in reversed(at) if isinstance(step, str) and "[" not in step), None)
    if first["type"] == "extra_forbidden":
        unknown = str(at[-1])
        close = [key for key in difflib.get_close_matches(unknown, keys, n=2) if key != unknown]
        hint = f" Did you mean '{close[0]}'?" if close else f" The keys are: {', '.join(keys)}."
        return f"'{unknown}' isn't a key of this kind of entry.{hint}", at
    if first["type"] == "missing":
        return f"'{key}' is missing here. Add it.", at
    # What pydantic says is for programmers.
    message = _IN_PLAIN_WORDS.get(first["type"]) or str(first["msg"]).removeprefix("Value error, ")
    message = message.format(**first.get("ctx", {})) if first["type"] in _IN_PLAIN_WORDS else message
    message = message[:1].upper() + message[1:]
    return (f"'{key}': {message}." if key else f"{message}."), at


def _line_of(node: yaml.Node, at: Sequence[int | str]) -> int:
    """Return the line of the key or item that the steps lead to, or of the last one that is there."""
    line = int(node.start_mark.line) + 1
    for step in at:
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            node = node.value[step]
            line = int(node.start_mark.line) + 1
        elif isinstance(node, yaml.MappingNode):
            found = [pair for pair in node.value if pair[0].value == step]
            if found:
                line, node = int(found[0][0].start_mark.line) + 1, found[0][1]
    return line
