"""Read e-mails: the subject, and the message in plain text or HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from plainspeak.document import Block, BlockBuilder, Document, Kind, Notice, Place
from plainspeak.errors import ReadError
from plainspeak.readers._notices import counted
from plainspeak.readers.base import Limits
from plainspeak.readers.eml.body import read_html, read_plain
from plainspeak.readers.eml.parts import Letter, TextPart, header, parse
from plainspeak.readers.encoding import Decoded, decode

__all__ = ["EmlReader", "HeaderText"]

_HEADER = re.compile(rb"([!-9;-~]+)[ \t]*:")
_USUAL_HEADERS = frozenset(
    {b"date", b"delivered-to", b"from", b"message-id", b"mime-version", b"received", b"return-path", b"subject"}
)
_REPLY = re.compile(r"(?:(?:re|fwd?)\s*:\s*)+", re.IGNORECASE)
_WORD = re.compile(r"\w")
_NEEDS_HTML = re.compile(r"\bhtml\b", re.IGNORECASE)
_FEW_WORDS = 40
_MOST_NAMES = 10


@dataclass(frozen=True, slots=True)
class HeaderText:
    """The anchor of text in the head of an e-mail; offsets count the characters of the text as a reader sees it."""

    name: str
    text: str


class EmlReader:
    """Reads e-mails (``.eml``).

    The source of a document is the text of the message, without its head and its transfer encoding. Older messages
    that it quotes, and the signature, are read but not checked.
    """

    media_type: ClassVar[str] = "message/rfc822"
    suffixes: ClassVar[tuple[str, ...]] = (".eml",)

    def sniff(self, head: bytes, name: str) -> float:
        """Return how sure it is that this is an e-mail: one starts with headers that every e-mail has."""
        named = name.lower().endswith(self.suffixes)
        for line in head.splitlines():
            if line.startswith((b" ", b"\t", b"From ")):
                continue
            match = _HEADER.match(line)
            if match is None:
                break
            if match[1].lower() in _USUAL_HEADERS:
                return 0.9 if named else 0.5
        return 0.3 if named else 0.0

    def read(self, data: bytes, *, name: str, limits: Limits) -> Document:
        """Return the document."""
        data = data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
        if not data:
            raise ReadError("This file is empty. Check that it was saved or sent in full.")
        if len(data) > limits.file_bytes:
            raise ReadError(
                f"This e-mail is larger than {limits.file_bytes // 2**20} MB. Take out what is attached, and try again."
            )
        message = parse(data)
        letter = Letter()
        letter.sort(message)
        body = _read_body(letter, name, limits)
        if letter.is_encrypted and not body.blocks:
            raise ReadError(
                "This e-mail is encrypted, or signed in a way that hides its text. Open it in your e-mail program, "
                "copy its text into a new file, and check that."
            )
        subject = _subject(header(message, "subject"))
        blocks = body.blocks if subject is None else (subject, *body.blocks)
        return replace(
            body,
            media_type=self.media_type,
            blocks=blocks,
            notices=(*body.notices, *map(Notice, _messages(letter, body))),
        )


def _subject(text: str) -> Block | None:
    """The subject, without what e-mail programs put before it in an answer."""
    reply = _REPLY.match(text)
    start = reply.end() if reply else 0
    builder = BlockBuilder()
    builder.add(text[start:], start, anchor=HeaderText("subject", text))
    return builder.build(Kind.TITLE, Place(part="subject"))


def _read_body(letter: Letter, name: str, limits: Limits) -> Document:
    """Read the plain text of a message; its HTML where there is no plain text, or only a hint to use the HTML."""
    plain = _decoded((part for part in letter.texts if not part.is_html), limits)
    html = _decoded((part for part in letter.texts if part.is_html), limits)
    document, used = read_plain(plain.text, name=name), plain
    if _is_no_message(plain.text):
        page = read_html(html.text, name=name)
        if page.blocks:
            document, used = page, html
    for part in letter.texts:
        if part.is_html is (used is plain) and not part.alternative and part.data.strip():
            letter.attachments.append("")
    return replace(document, notices=used.notices + document.notices)


def _is_no_message(text: str) -> bool:
    """Whether plain text says nothing, or only that the message is in HTML."""
    return not _WORD.search(text) or (len(text.split()) <= _FEW_WORDS and bool(_NEEDS_HTML.search(text)))


def _decoded(parts: Iterable[TextPart], limits: Limits) -> Decoded:
    """Join parts of one kind, as e-mail programs show them below each other."""
    texts = []
    notices: dict[Notice, None] = {}
    for part in parts:
        wide = (part.charset or "").startswith(("utf-16", "utf-32"))
        decoded = decode(part.data if wide else part.data.replace(b"\0", b""), charset=part.charset)
        texts.append(decoded.text)
        notices.update(dict.fromkeys(decoded.notices))
    text = "\n\n".join(texts)
    if len(text) > limits.characters:
        raise ReadError(f"This e-mail has more than {limits.characters:,} characters. Copy what matters into a file.")
    return Decoded(text, tuple(notices))


def _messages(letter: Letter, body: Document) -> Iterator[str]:
    """Say what is in the e-mail and was not read, in plain sentences."""
    if not body.blocks:
        yield (
            "This e-mail holds no text to check besides its subject. "
            "If it shows text on the screen, that is in a picture or in what is attached."
        )
    if letter.is_encrypted:
        yield "Not checked: a part that is encrypted."
    if letter.attachments:
        names = [name for name in letter.attachments if name]
        listed = names[:_MOST_NAMES]
        if len(names) > _MOST_NAMES:
            listed.append(f"{len(names) - _MOST_NAMES:,} more")
        if 0 < len(names) < len(letter.attachments):
            listed.append(f"{len(letter.attachments) - len(names):,} without a name")
        one = len(letter.attachments) == 1
        save = "Save it, and check it by itself." if one else "Save them, and check them by themselves."
        which = f" ({', '.join(listed)})" if listed else ""
        yield f"Not checked: {counted(len(letter.attachments), 'attachment')}{which}. {save}"
    if letter.has_tnef:
        yield (
            "Not checked: winmail.dat, which may hold text or attachments that only Outlook can read. "
            "Ask for the e-mail again, as plain text or HTML."
        )
