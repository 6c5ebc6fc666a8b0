"""Tests of turning bytes into characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.document import Document
from plainspeak.errors import ReadError
from plainspeak.readers.base import Limits
from plainspeak.readers.encoding import decode, looks_like_text, read_decoded


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-8"])
def test_unicode(encoding: str) -> None:
    """A byte order mark decides, and goes; without one UTF-8 is tried first."""
    decoded = decode("café – naïve".encode(encoding))
    assert decoded.text == "café – naïve"
    assert not decoded.notices


@pytest.mark.parametrize(("mark", "encoding"), [(b"\xfe\xff", "utf-16-be"), (b"\x00\x00\xfe\xff", "utf-32-be")])
def test_big_endian(mark: bytes, encoding: str) -> None:
    """Big-endian files are read by their marks."""
    assert decode(mark + "café".encode(encoding)).text == "café"


def test_guess_is_said() -> None:
    """A file that is not UTF-8 is read as Windows text, with a notice."""
    decoded = decode("café “x”".encode("cp1252"))
    assert decoded.text == "café “x”"
    assert len(decoded.notices) == 1
    assert "cp1252" in decoded.notices[0].message


def test_charset_of_the_caller() -> None:
    """A charset that fits is used, and is no guess."""
    decoded = decode("Łódź".encode("iso8859-2"), charset="ISO-8859-2")
    assert decoded.text == "Łódź"
    assert not decoded.notices


def test_utf_8_beats_the_charset() -> None:
    """A file that is UTF-8 is read so, whatever its carrier says."""
    assert decode("café".encode(), charset="iso-8859-2").text == "café"


@pytest.mark.parametrize("charset", ["latin-1", "us-ascii"])
def test_latin_1_is_windows_in_truth(charset: str) -> None:
    """What calls itself Latin-1 may hold the quotation marks of Windows."""
    assert decode("“café”".encode("cp1252"), charset=charset).text == "“café”"


@pytest.mark.parametrize("charset", ["no-such", "hex", "a\0b", "", "undefined"])
def test_bad_charset(charset: str) -> None:
    """A charset that nobody knows is left aside."""
    assert decode(b"caf\xe9", charset=charset).text == "café"


def test_few_broken_letters() -> None:
    """A UTF-8 file with one broken letter stays UTF-8, with a notice."""
    decoded = decode("“one” – “two” é".encode() + b"\xff")
    assert decoded.text == "“one” – “two” é\ufffd"
    assert "could not be read" in decoded.notices[0].message


def test_lost_letters() -> None:
    """Bytes that no Windows letter has are said to be lost."""
    assert [len(decode(data).notices) for data in (b"\x81 caf\xe9", b"caf\xe9")] == [2, 1]


@pytest.mark.parametrize("data", [b"PK\x03\x04\0\0", b"a\0b", "abc".encode("utf-16-le")])
def test_not_text(data: bytes) -> None:
    """A file with NUL bytes and no byte order mark is not text."""
    with pytest.raises(ReadError, match="not a text file"):
        decode(data)
    assert not looks_like_text(data)


def test_limits() -> None:
    """A file beyond the limits is refused with a reason."""

    def read_text(text: str, *, name: str) -> Document:
        return Document(name, "text/plain", (), source=text)

    with pytest.raises(ReadError, match="larger than"):
        read_decoded(read_text, b"abc", name="x", limits=Limits(file_bytes=2))
    with pytest.raises(ReadError, match="more than 2 characters"):
        read_decoded(read_text, b"abc", name="x", limits=Limits(characters=2))
    assert read_decoded(read_text, b"abc", name="x", limits=Limits(characters=3)).source == "abc"


@given(st.binary(max_size=60), st.sampled_from([None, "utf-16", "utf-7", "latin-1", "shift_jis", "idna"]))
def test_never_fails_otherwise(data: bytes, charset: str | None) -> None:
    """Any bytes are decoded or refused, the same each time."""
    try:
        decoded = decode(data, charset=charset)
    except ReadError:
        return
    assert decoded == decode(data, charset=charset)
