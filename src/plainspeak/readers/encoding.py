"""Turn the bytes of a text file into characters, and say so when that took a guess."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from dataclasses import dataclass, replace

from plainspeak.document import Document, Notice
from plainspeak.errors import ReadError
from plainspeak.readers.base import Limits

__all__ = ["Decoded", "decode", "looks_like_text", "read_decoded"]

# The marks of UTF-32 come first: that of its little-endian form begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WINDOWS = "cp1252"
# Files that claim these are in truth Windows files; web browsers read them so.
_WINDOWS_IN_TRUTH = {"ascii", "iso8859-1"}
_REPLACEMENT = "\ufffd"


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a file, and what its reader should know about them."""

    text: str
    notices: tuple[Notice, ...] = ()


def decode(data: bytes, *, charset: str | None = None) -> Decoded:
    """Decode a text file: by its byte order mark, else as UTF-8, else by ``charset``, else as Windows text (cp1252).

    Args:
        data: the whole file.
        charset: the encoding that the file or its carrier (a mail header) names, if any.

    Raises:
        ReadError: the file is not text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _lossy(data[len(mark) :], encoding)
    codec = _codec(charset)
    if b"\0" in data and not (codec or "").startswith(("utf-16", "utf-32")):
        raise ReadError(
            "This is not a text file. If it is a document, give its name the ending that fits (such as .docx or .pdf)."
        )
    for candidate in ("utf-8", codec):
        text = _strict(data, candidate)
        if text is not None and "\0" not in text:
            return Decoded(text)
    # A file with many letters that only UTF-8 explains, and a few broken ones, is UTF-8.
    broken = _lossy(data, "utf-8")
    lost = broken.text.count(_REPLACEMENT)
    if sum(character > "\x7f" for character in broken.text) > 2 * lost:
        return broken
    guess = _lossy(data, _WINDOWS)
    message = (
        "The file does not say how its letters are stored, so it was read as Windows text (cp1252). "
        "Some letters may be wrong. Save the file as UTF-8 to be sure."
    )
    return Decoded(guess.text, (Notice(message), *guess.notices))


def looks_like_text(head: bytes) -> bool:
    """Tell whether the first bytes of a file may be text."""
    return b"\0" not in head or head.startswith(tuple(mark for mark, _ in _MARKS))


def read_decoded(
    read_text: Callable[..., Document],
    data: bytes,
    *,
    name: str,
    limits: Limits,
    charset: str | None = None,
) -> Document:
    """Decode a file and give its text to a reader, with the notices about its letters first.

    Raises:
        ReadError: the file is too large, or is not text.
    """
    if len(data) > limits.file_bytes:
        raise ReadError(
            f"The file is larger than {limits.file_bytes // 2**20} MB. Split it into parts and check each part."
        )
    decoded = decode(data, charset=charset)
    if len(decoded.text) > limits.characters:
        raise ReadError(f"The file has more than {limits.characters:,} characters. Split it and check each part.")
    document = read_text(decoded.text, name=name)
    return replace(document, notices=decoded.notices + document.notices) if decoded.notices else document


def _codec(charset: str | None) -> str | None:
    """The name of the codec for a charset label, or ``None`` when there is none for text."""
    if not charset:
        return None
    try:
        name = codecs.lookup(charset.strip()).name
        # Codecs such as "hex" turn bytes into bytes; they are found by their names but cannot decode text.
        "".encode(name)
    except (LookupError, ValueError, TypeError):
        return None
    return _WINDOWS if name in _WINDOWS_IN_TRUTH else name


def _strict(data: bytes, encoding: str | None) -> str | None:
    if encoding is None:
        return None
    try:
        return data.decode(encoding)
    except UnicodeError:
        return None


def _lossy(data: bytes, encoding: str) -> Decoded:
    text = _strict(data, encoding)
    if text is not None:
        return Decoded(text)
    text = data.decode(encoding, "replace")
    message = (
        "The file holds characters that could not be read; each shows as \ufffd. Save the file as UTF-8 to keep them."
    )
    return Decoded(text, (Notice(message),))
