"""Take an e-mail apart: its text, and what hangs on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import EmailMessage, MIMEPart
from itertools import count
from typing import Any

from plainspeak.errors import ReadError
from plainspeak.readers.encoding import decode

__all__ = ["Letter", "TextPart", "header", "parse"]

_MOST_PARTS = 1_000
_DEEPEST_PART = 50
_TOO_DEEP = "This e-mail has parts inside parts, too many levels deep to read. Copy its text into a new file."
_MOST_LINES = 2_000_000
"""More than the lines of the largest file that is read, when they are of the usual length."""
_LONGEST_HEADER = 2_000
_LONGEST_NAME = 60
_NAME_END = 20
_ENCRYPTED = frozenset({"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"})
_TNEF = frozenset({"application/ms-tnef", "application/vnd.ms-tnef"})
_SIGNATURES = frozenset({"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"})
_BAD_HEADERS = (LookupError, TypeError, ValueError)
"""What :mod:`email` raises on damaged headers: it checks little before it uses what it read."""


def _as_written(_: str, value: str) -> str:
    """Keep a header as text: taking it apart by the book costs much on hostile ones, and we need few of them."""
    return value[:_LONGEST_HEADER]


_POLICY = policy.default.clone(header_factory=_as_written)


class _Part(EmailMessage):
    """A part of an e-mail that knows how deep it is."""

    depth = 0

    def attach(self, payload: Any) -> None:
        """Add a part to it, as the parser does with each as it comes."""
        payload.depth = self.depth + 1
        if payload.depth > _DEEPEST_PART:
            raise ReadError(_TOO_DEEP)
        super().attach(payload)


@dataclass(frozen=True, slots=True)
class TextPart:
    """A part that holds text to read."""

    data: bytes
    charset: str | None
    is_html: bool
    alternative: bool
    """Whether another part says the same."""


@dataclass
class Letter:
    """What an e-mail holds."""

    texts: list[TextPart] = field(default_factory=list)
    attachments: list[str] = field(default_factory=list)
    """The names of attached files; an empty string for one without a name."""
    is_encrypted: bool = False
    has_tnef: bool = False
    """Whether it has a ``winmail.dat``, in which Outlook packs text and attachments in a format of its own."""

    def sort(self, part: MIMEPart, *, alternative: bool = False) -> None:
        """Add a part, and all parts in it; ``alternative`` when others say the same."""
        kind = part.get_content_type()
        if kind in _ENCRYPTED:
            self.is_encrypted = True
        elif part.is_multipart() and part.get_content_maintype() == "multipart":
            for child in part.iter_parts():
                self.sort(child, alternative=alternative or kind == "multipart/alternative")
        else:
            self._sort_leaf(part, kind, alternative)

    def _sort_leaf(self, part: MIMEPart, kind: str, alternative: bool) -> None:
        name = _file_name(part)
        attached = bool(name) or part.get_content_disposition() == "attachment"
        main_kind = part.get_content_maintype()
        # A multipart without its parts is damaged; what it holds may still be read.
        if not attached and (kind in ("text/plain", "text/html") or main_kind == "multipart"):
            self.texts.append(TextPart(_content(part), _charset(part), kind == "text/html", alternative))
        elif kind in _TNEF or name.lower() == "winmail.dat":
            self.has_tnef = True
        elif kind in _SIGNATURES or (alternative and not attached) or _is_shown(part, main_kind):
            pass
        else:
            self.attachments.append(name or _attached_subject(part))


def parse(data: bytes) -> EmailMessage:
    """Take the bytes of an e-mail apart.

    Raises:
        ReadError: it is damaged, or has more parts or lines than are read.
    """
    if max(data.count(b"\n"), data.count(b"\r")) > _MOST_LINES:
        raise ReadError(f"This e-mail has more than {_MOST_LINES:,} lines. Copy its text into a new file.")
    parts = count()

    def new_part(policy: Any = None) -> _Part:
        if next(parts) > _MOST_PARTS:
            raise ReadError(f"This e-mail has more than {_MOST_PARTS:,} parts. Copy its text into a new file.")
        return _Part(policy)

    try:
        return message_from_bytes(data, _class=new_part, policy=_POLICY)
    except RecursionError as error:
        raise ReadError(_TOO_DEEP) from error
    except _BAD_HEADERS as error:
        raise ReadError("This e-mail is damaged. Ask for a new copy, or copy its text into a new file.") from error


def header(part: MIMEPart, name: str) -> str:
    """Return a header as a reader sees it; an empty string without it."""
    return _shown(str(part.get(name, "")))


def _shown(value: str) -> str:
    """Undo the ways in which a header spells letters that are not ASCII. Broken ones stay as they are."""
    # Bytes that were not ASCII stand in it as lone surrogates.
    raw = value.encode("utf-8", "surrogateescape").replace(b"\0", b"")
    text = decode(raw).text
    try:
        words = decode_header(text) if "=?" in text else [(text, None)]
    except (HeaderParseError, ValueError):
        return text
    return "".join(_word(word, charset) for word, charset in words)


def _word(word: str | bytes, charset: str | None) -> str:
    if isinstance(word, str):
        return word
    if charset is None:
        return word.decode("raw-unicode-escape", "replace")
    return decode(word.replace(b"\0", b""), charset=charset).text


def _content(part: MIMEPart) -> bytes:
    try:
        content = part.get_payload(decode=True)
    except ValueError:
        # Text in the old "uuencode" is damaged: it stays as it is.
        content = str(part.get_payload()).encode("utf-8", "replace")
    return content if isinstance(content, bytes) else b""


def _charset(part: MIMEPart) -> str | None:
    try:
        return part.get_content_charset()
    except _BAD_HEADERS:
        return None


def _file_name(part: MIMEPart) -> str:
    """The name that a part gives itself; an empty string without one."""
    try:
        name = _shown(part.get_filename() or "")
    except _BAD_HEADERS:
        return ""
    return _safe(name)


def _attached_subject(part: MIMEPart) -> str:
    """The subject of an e-mail that is attached to this one."""
    attached = part.get_payload() if part.is_multipart() else None
    inner = attached[0] if isinstance(attached, list) and attached else None
    return _safe(header(inner, "subject")) if isinstance(inner, MIMEPart) else ""


def _safe(name: str) -> str:
    """Return a name without what could confuse a terminal, and not too long; its ending stays."""
    name = "".join(character for character in name if character.isprintable()).strip()
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - _NAME_END]}\u2026{name[-_NAME_END:]}"


def _is_shown(part: MIMEPart, main_kind: str) -> bool:
    """Whether a part is a picture that shows in the text."""
    return main_kind == "image" and part.get_content_disposition() != "attachment" and "content-id" in part
