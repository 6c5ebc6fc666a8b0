"""Choose the reader of a file by its content, then by its name."""

from __future__ import annotations

from functools import cache
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

from plainspeak.document import Document
from plainspeak.errors import ReadError, UnknownNameError
from plainspeak.readers.base import OLE2_MAGIC, ZIP_MAGIC, Limits, Reader, TextReader

__all__ = ["advice_for", "media_type_of", "read_bytes", "read_document", "read_text", "suffixes"]

_GROUP = "plainspeak.readers"
_PACKED = (".docx", ".pptx", ".xlsx", ".odt", ".odp")
"""One ending of each format that is a zip of parts: their readers tell them apart by what is in it."""
_TEXTS = {"text/plain": ".txt", "text/markdown": ".md", "text/html": ".html"}
_OLD_WORD = "This is an old .doc file. Open it in Word, save it as .docx, and check that."
_SAVE_AS = {
    ".doc": _OLD_WORD,
    ".dot": _OLD_WORD,
    ".rtf": "RTF files aren't read. Open it in Word, save it as .docx, and check that.",
    ".pages": "Pages files aren't read. Export it as .docx, and check that.",
    ".ppt": "This is an old .ppt file. Open it in PowerPoint, save it as .pptx, and check that.",
    ".xls": "This is an old .xls file. Open it in Excel, save it as .xlsx, and check that.",
    ".ods": "OpenDocument spreadsheets aren't read. Save it as .xlsx, and check that.",
    ".msg": "Outlook messages aren't read. Save it as .eml, or its text as .docx, and check that.",
    ".tex": "LaTeX files aren't read. Make a PDF of it, and check that.",
    ".adoc": "AsciiDoc files aren't read. Save it as .html, and check that.",
}
_HEAD_BYTES = 4096


def read_document(path: Path, *, limits: Limits | None = None) -> Document:
    """Read a file.

    Raises:
        ReadError: the file is missing, too large, damaged or of a format that isn't read; says what to do.
    """
    limits = limits or Limits()
    where = str(path)
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise ReadError("This is a folder, not a file.", where=where)
        if size > limits.file_bytes:
            raise ReadError(
                f"This file is {size / 2**20:,.0f} MB; the most that is read is {limits.file_bytes / 2**20:,.0f} MB. "
                "Split it into parts.",
                where=where,
            )
        data = path.read_bytes()
    except FileNotFoundError:
        raise ReadError("There is no such file. Check the name and the folder.", where=where) from None
    except ValueError:
        raise ReadError("This can't be the name of a file.", where=repr(where)) from None
    except OSError as error:
        raise ReadError(
            f"This file can't be opened ({error.strerror}). Close it elsewhere, or check who may read it.", where=where
        ) from error
    return read_bytes(data, name=where, limits=limits)


def read_bytes(data: bytes, *, name: str, limits: Limits | None = None) -> Document:
    """Read the bytes of a file; its name helps to choose the reader.

    Raises:
        ReadError: as :func:`read_document`.
    """
    limits = limits or Limits()
    try:
        document = _reader_for(data[:_HEAD_BYTES], name).read(data, name=name, limits=limits)
    except ReadError as error:
        if error.where is None:
            raise ReadError(error.message, where=name) from error
        raise
    if sum(len(block.text) for block in document.blocks) > limits.characters:
        raise ReadError(
            f"This file has over {limits.characters:,} characters of text. Split it into parts.", where=name
        )
    return document


def read_text(text: str, *, media_type: str = "text/plain", name: str = "<text>") -> Document:
    """Read a text that is in memory.

    Raises:
        UnknownNameError: no reader takes this media type as text.
    """
    if media_type not in _TEXTS:
        raise UnknownNameError(f"Text can't be read as '{media_type}'. Choose from: {', '.join(_TEXTS)}.")
    reader: TextReader = _load(_TEXTS[media_type])  # type: ignore[assignment]
    return reader.read_text(text, name=name)


def suffixes() -> frozenset[str]:
    """Return the endings of the names of files that are read, in small letters and with their dot."""
    return frozenset(_readers())


def advice_for(suffix: str) -> str | None:
    """Return what to save papers of a kind as, if it is known and isn't read.

    Args:
        suffix: the ending of a name in small letters, with its dot.
    """
    return None if suffix in _readers() else _SAVE_AS.get(suffix)


def media_type_of(suffix: str) -> str | None:
    """Return the format that an ending of a name promises, if files of that format are read."""
    return _load(suffix).media_type if suffix in _readers() else None


@cache
def _readers() -> dict[str, EntryPoint]:
    """Return where the reader for each ending is; those of other packages win over ours."""
    ours_first = sorted(entry_points(group=_GROUP), key=lambda point: not point.value.startswith("plainspeak."))
    return {f".{point.name}": point for point in ours_first}


def _reader_for(head: bytes, name: str) -> Reader:
    suffix = Path(name).suffix.lower()
    if head.startswith(b"%PDF-"):
        return _load(".pdf")
    if head.startswith((ZIP_MAGIC, OLE2_MAGIC)) and suffix not in _SAVE_AS:
        endings = [*_PACKED, suffix] if suffix in _readers() else _PACKED
        return max(map(_load, endings), key=lambda reader: reader.sniff(head, name))
    if suffix in _SAVE_AS:
        raise ReadError(_SAVE_AS[suffix])
    if suffix in _readers():
        return _load(suffix)
    if not suffix[1:].isalpha():
        # Standard input and names without an ending: whatever the content says.
        best = max(map(_load, _TEXTS.values()), key=lambda reader: reader.sniff(head, name))
        if best.sniff(head, name) > 0:
            return best
    raise ReadError("This isn't a format that is read. Save it as .docx, .pdf, .html or .txt.")


def _load(suffix: str) -> Reader:
    reader: Reader = _readers()[suffix].load()()
    return reader
