"""The e-mail reader: the subject and the message, what is its writer's own, and what hangs on it."""

from __future__ import annotations

import base64
import contextlib
import quopri

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainspeak.document import Block, Document, Kind
from plainspeak.errors import ReadError
from plainspeak.readers.base import Limits
from plainspeak.readers.eml import EmlReader, HeaderText

from .text_invariants import assert_invariants

QUOTED = "Not checked: older messages that this one quotes, or the signature below it."
HEAD = "From: Jo <jo@example.org>\nSubject: Care plan\nMIME-Version: 1.0\n"


def read(data: bytes | str, limits: Limits | None = None) -> Document:
    """Read an e-mail with the reader under test, and check what must hold of every one."""
    data = data.encode() if isinstance(data, str) else data
    document = EmlReader().read(data, name="mail.eml", limits=limits or Limits())
    subjects = [block for block in document.blocks if block.place.part == "subject"]
    for block in subjects:
        assert document.locate(block).line is None
        for segment in block.segments:
            anchor = segment.anchor
            assert isinstance(anchor, HeaderText)
            taken = anchor.text[segment.offset : segment.offset + segment.length]
            assert not segment.exact or taken == block.text[segment.start : segment.end]
    rest = tuple(block for block in document.blocks if block not in subjects)
    assert document.source is not None
    assert_invariants(Document(document.name, document.media_type, rest, source=document.source))
    return document


def plain(text: str, head: str = HEAD) -> Document:
    """Read an e-mail in plain text."""
    return read(f"{head}Content-Type: text/plain; charset=utf-8\n\n{text}")


def web(text: str) -> Document:
    """Read an e-mail in HTML."""
    return read(f"{HEAD}Content-Type: text/html; charset=utf-8\n\n{text}")


def part(content: str, kind: str = "text/plain", *headers: str) -> str:
    """A part of an e-mail."""
    return "\n".join((f"Content-Type: {kind}", *headers, "", content))


def multipart(*contents: str, kind: str = "mixed", boundary: str = "b1") -> str:
    """A part made of parts."""
    inner = "".join(f"--{boundary}\n{content}\n" for content in contents)
    return f'Content-Type: multipart/{kind}; boundary="{boundary}"\n\n{inner}--{boundary}--\n'


def attachment(name: str, kind: str = "application/pdf") -> str:
    """An attached file."""
    return part(
        "QUJD", f'{kind}; name="{name}"', "Content-Disposition: attachment", "Content-Transfer-Encoding: base64"
    )


def body(document: Document) -> list[Block]:
    """The blocks of the message."""
    return [block for block in document.blocks if block.place.part == "body"]


def texts(document: Document) -> list[str]:
    """The texts of those blocks."""
    return [block.text for block in body(document)]


def checked(document: Document) -> list[tuple[str, bool]]:
    """Those texts, each with whether it is judged."""
    return [(block.text, block.checked) for block in body(document)]


def messages(document: Document) -> list[str]:
    """The notices of a document."""
    return [notice.message for notice in document.notices]


class TestSubject:
    """The subject is the title."""

    @pytest.mark.parametrize(
        ("written", "shown"),
        [
            ("Care plan", "Care plan"),
            ("RE: Fwd: re : Care plan", "Care plan"),
            ("Report", "Report"),
            ("Care\n  plan", "Care plan"),
            ("=?utf-8?q?Caf=C3=A9?= =?utf-8?b?IHBsYW4=?=", "Caf\u00e9 plan"),
            ("=?nonsense?q?Caf=E9?=", "Caf\u00e9"),
            ("=?utf-8?b?!?= plan", "plan"),
            ("Caf\u00e9 plan", "Caf\u00e9 plan"),
        ],
    )
    def test_subjects(self, written: str, shown: str) -> None:
        """Codes are undone, and what programs put before the subject of an answer goes."""
        block = read(f"Subject: {written}\n\nText").blocks[0]
        assert (block.kind, block.text, block.place.part) == (Kind.TITLE, shown, "subject")

    def test_none(self) -> None:
        """An e-mail without a subject has no title."""
        assert [block.text for block in read("From: jo@example.org\n\nText here").blocks] == ["Text here"]


class TestBody:
    """Which text is the message."""

    def test_positions_are_those_of_the_decoded_message(self) -> None:
        """Lines and columns count in the message itself, after its head and without its encoding."""
        text = "Dear all,\r\n\r\nThe caf\u00e9 is open. " + "Come in. " * 20
        encoded = quopri.encodestring(text.encode()).decode()
        document = read(
            f"{HEAD}Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n{encoded}"
        )
        assert document.source == text
        assert [document.locate(block).line for block in body(document)] == [1, 3]
        assert document.media_type == "message/rfc822"

    @pytest.mark.parametrize("end", ["\n", "\r\n"])
    def test_line_ends(self, end: str) -> None:
        """Both kinds of line ends are read."""
        document = read(f"{HEAD}\nOne.\n\nTwo.".replace("\n", end))
        assert texts(document) == ["One.", "Two."]
        assert document.locate(body(document)[1]).line == 3

    def test_plain_text_is_preferred(self) -> None:
        """Where both say the same, the plain text is read."""
        both = multipart(part("plain"), part("<p>html</p>", "text/html"), kind="alternative")
        document = read(HEAD + both)
        assert texts(document) == ["plain"]
        assert messages(document) == []

    @pytest.mark.parametrize("hint", ["", " \n\n", "Your e-mail program can\u2019t show HTML.", "---"])
    def test_html_where_plain_text_says_nothing(self, hint: str) -> None:
        """Plain text that is empty, or only says that the message is in HTML, is not the message."""
        page = part("<html><body><h1>Plan</h1><p>html</p></body></html>", "text/html; charset=utf-8")
        both = multipart(part(hint, "text/plain; charset=utf-8"), page, kind="alternative")
        document = read(HEAD + both)
        assert [(str(block.kind), block.text) for block in body(document)] == [
            ("heading", "Plan"),
            ("paragraph", "html"),
        ]
        assert messages(document) == []

    def test_a_hint_without_html(self) -> None:
        """A message that speaks of HTML is read when there is no other."""
        both = multipart(part("The HTML page is new."), part("<p> </p>", "text/html"), kind="alternative")
        assert texts(read(HEAD + both)) == ["The HTML page is new."]
        assert texts(plain("The HTML page is new.")) == ["The HTML page is new."]

    def test_parts_in_a_row(self) -> None:
        """Texts that show below each other are one message."""
        both = multipart(part("One."), attachment("a.pdf"), part("Two."))
        assert texts(read(HEAD + both)) == ["One.", "Two."]

    def test_a_page_beside_plain_text_is_named(self) -> None:
        """Text that is not read, and says something else, is not skipped without a word."""
        document = read(HEAD + multipart(part("One."), part("<p>Two</p>", "text/html")))
        assert texts(document) == ["One."]
        assert messages(document) == ["Not checked: 1 attachment. Save it, and check it by itself."]

    @pytest.mark.parametrize("charset", ["us-ascii", "nonsense", "hex", "", "a\0b", '"', "iso-8859-1"])
    def test_broken_charsets(self, charset: str) -> None:
        """A charset that is wrong or unknown is no failure."""
        data = f"Content-Type: text/plain; charset={charset}\n\nThe caf".encode() + b"\xe9 is open"
        assert "is open" in read(data).blocks[0].text

    def test_wide_characters(self) -> None:
        """A message in UTF-16, which is half zero bytes, is read."""
        content = base64.b64encode("The caf\u00e9 is open.".encode("utf-16-le")).decode()
        head = "Content-Type: text/plain; charset=utf-16le\nContent-Transfer-Encoding: base64"
        assert texts(read(f"{head}\n\n{content}")) == ["The caf\u00e9 is open."]

    @pytest.mark.parametrize(
        ("encoding", "content"),
        [
            ("base64", "VGhlIHBsYW4u!"),
            ("base64", base64.b64encode(b"The plan.").decode().rstrip("=")),
            ("quoted-printable", "The =ZZ plan.="),
            ("x-uuencode", "begin 644 plan\n#\u007f\u007f\u007f\u007f\nThe plan.\n"),
            ("nonsense", "The plan."),
        ],
    )
    def test_broken_encodings(self, encoding: str, content: str) -> None:
        """What can't be decoded in full is read as far as it goes."""
        assert "plan" in read(f"Content-Transfer-Encoding: {encoding}\n\n{content}").blocks[0].text

    def test_bytes_that_are_no_text(self) -> None:
        """A zero byte in a message is passed over."""
        assert texts(read(b"Subject: a\0b\n\nThe\0 plan.")) == ["The plan."]

    @pytest.mark.parametrize("data", ["just some words", "\ufeffSubject: x\n\nwords", "\n\nSubject: x\n\nwords"])
    def test_missing_or_odd_heads(self, data: str) -> None:
        """A file without headers, or with something before them, is read."""
        assert texts(read(data))[0].endswith("words")

    def test_a_multipart_without_parts(self) -> None:
        """Where the line between the parts is missing, the text is read all the same."""
        assert texts(read(f"{HEAD}Content-Type: multipart/mixed; boundary=x\n\nThe plan.")) == ["The plan."]


class TestOwnWords:
    """Older messages and the signature are read, and not judged."""

    def test_answers_between_quoted_lines(self) -> None:
        """Each line keeps its place; the marks of the quotation are not text."""
        document = plain("Dear Jo,\n> Is it ready?\n>> It was late\nYes.\n> And the MDT?\nToo.")
        assert checked(document) == [
            ("Dear Jo,", True),
            ("Is it ready? It was late", False),
            ("Yes.", True),
            ("And the MDT?", False),
            ("Too.", True),
        ]
        assert [document.locate(block).line for block in body(document)] == [1, 2, 4, 5, 6]
        assert [block.place.paragraph for block in body(document)] == [1, 2, 3, 4, 5]
        assert messages(document) == [QUOTED]

    @pytest.mark.parametrize(
        "start",
        [
            "-- ",
            "-----Original Message-----",
            "---------- Forwarded message ---------",
            "Begin forwarded message:",
            "From: Jo Smith\nSent: 3 May 2024\nTo: Al\nSubject: Plan",
            "*From:* Jo Smith\n*Date:* 3 May 2024",
            "On Fri, 3 May 2024 at 10:05, Jo Smith wrote:",
            "On Fri, 3 May 2024 at 10:05, Jo Smith\n<jo@example.org> wrote:",
        ],
    )
    def test_where_it_ends(self, start: str) -> None:
        """From here on, nothing is the writer's own."""
        document = plain(f"My own words.\n\n{start}\n\nOther words.\n\nMore.")
        assert ("My own words.", True) in checked(document)
        assert [text for text, judged in checked(document) if judged] == ["My own words."]
        assert checked(document)[-1] == ("More.", False)

    def test_an_introduction_to_marked_lines(self) -> None:
        """Where the older message is marked, the words below it are the writer's own again."""
        document = plain("On 3 May 2024, Jo wrote:\n\n> Is it ready?\n\nYes, it is.")
        assert checked(document) == [
            ("On 3 May 2024, Jo wrote:", False),
            ("Is it ready?", False),
            ("Yes, it is.", True),
        ]

    @pytest.mark.parametrize(
        "text",
        [
            "--\n\nMore.",
            "From: the ward\n\nMore.",
            "On the ward, he wrote:\n\nMore.",
            "On 3 May 2024 we met.\n\nMore.",
            "A -> B\n\nMore.",
        ],
    )
    def test_near_misses(self, text: str) -> None:
        """What only looks a little like it is the writer's own."""
        document = plain(text)
        assert checked(document)[-1] == ("More.", True)
        assert messages(document) == []

    def test_comments_in_quoted_lines_are_nobodys_wish(self) -> None:
        """What an older message asks to ignore is about nothing here."""
        text = "> <!-- plainspeak-ignore-file -->\n\nThe plan."
        assert plain(text).ignored == frozenset()
        assert plain(text[2:]).ignored == frozenset("*")

    @pytest.mark.parametrize(
        ("page", "own"),
        [
            ("<p>Mine</p><div>On 3 May 2024, Jo wrote:</div><blockquote>Theirs</blockquote><p>Mine too</p>", 2),
            ("<p>Mine</p><div>On 3 May 2024, Jo wrote:</div><p>Theirs</p><p>Theirs</p>", 1),
            ("<p>Mine</p><p><b>From:</b> Jo<br><b>Sent:</b> 3 May<br><b>To:</b> Al</p><p>Theirs</p>", 1),
            ("<p>Mine</p><p>From: Jo</p><p>Sent: 3 May</p><p>Theirs</p>", 1),
            ("<p>Mine</p><div>-- <br>Jo<br>Matron</div>", 1),
            ("<p>Mine</p><div>-- </div><p>Jo</p>", 1),
        ],
    )
    def test_html(self, page: str, own: int) -> None:
        """The same holds of blocks in HTML."""
        document = web(page)
        judged = [text for text, is_judged in checked(document) if is_judged]
        assert judged == ["Mine", "Mine too"][:own]
        assert len(judged) < len(body(document))
        assert messages(document) == [QUOTED]

    def test_html_of_ones_own(self) -> None:
        """Nothing is said where nothing is quoted."""
        assert messages(web("<p>Mine</p><p>Mine too</p>")) == []


class TestAttachments:
    """What hangs on the message is named."""

    def test_names(self) -> None:
        """Files are counted and named; the one without a name, too."""
        one = read(HEAD + multipart(part("Text"), attachment("plan.docx")))
        assert messages(one) == ["Not checked: 1 attachment (plan.docx). Save it, and check it by itself."]
        more = (attachment("plan.docx"), attachment("b.png", "image/png"), part("x", "text/csv"))
        assert messages(read(HEAD + multipart(part("Text"), *more))) == [
            "Not checked: 3 attachments (plan.docx, b.png, 1 without a name). Save them, and check them by themselves."
        ]

    def test_many(self) -> None:
        """Only some of many names are listed."""
        files = (attachment(f"{number}.pdf") for number in range(12))
        message = messages(read(HEAD + multipart(part("Text"), *files)))[0]
        assert "12 attachments (0.pdf, 1.pdf," in message
        assert "9.pdf, 2 more)" in message

    @pytest.mark.parametrize(
        ("header", "shown"),
        [
            ('filename="a\x1b[31mb\u202efdp.exe"', "a[31mbfdp.exe"),
            ("filename*=utf-8''caf%C3%A9.pdf", "caf\u00e9.pdf"),
            ("filename*=raw-unicode-escape''%5Cud800.pdf", None),
            ("filename*=a; filename*0=b", None),
            ('filename="=?utf-8?q?caf=C3=A9?=.pdf"', "caf\u00e9.pdf"),
            (f'filename="{"a" * 200}.pdf"', f"{'a' * 40}\u2026{'a' * 16}.pdf"),
        ],
    )
    def test_hostile_names(self, header: str, shown: str | None) -> None:
        """A name can't break the reader, the terminal or the line."""
        file = part("x", "application/pdf", f"Content-Disposition: attachment; {header}")
        which = f" ({shown})" if shown else ""
        assert messages(read(HEAD + multipart(part("Text"), file))) == [
            f"Not checked: 1 attachment{which}. Save it, and check it by itself."
        ]

    def test_an_attached_text_is_not_the_message(self) -> None:
        """A text file that hangs on the message is named and not read."""
        file = part("Other", "text/plain", 'Content-Disposition: attachment; filename="notes.txt"')
        document = read(HEAD + multipart(part("Text"), file))
        assert texts(document) == ["Text"]
        assert "notes.txt" in messages(document)[0]

    def test_an_attached_e_mail(self) -> None:
        """An e-mail that is attached is named by its subject."""
        document = read(HEAD + multipart(part("Text"), part("Subject: Old plan\n\nOther", "message/rfc822")))
        assert texts(document) == ["Text"]
        assert "1 attachment (Old plan)" in messages(document)[0]

    def test_what_is_no_attachment(self) -> None:
        """Pictures that show in the text, digital signatures and the other form of an invitation are not named."""
        picture = part("x", 'image/png; name="logo.png"', "Content-ID: <logo>")
        calendar = part("BEGIN:VCALENDAR", "text/calendar")
        text = multipart(part("Text"), calendar, kind="alternative", boundary="b2")
        signature = part("x", 'application/pkcs7-signature; name="smime.p7s"')
        document = read(HEAD + multipart(text, picture, signature, kind="signed"))
        assert (texts(document), messages(document)) == (["Text"], [])

    def test_a_file_beside_an_alternative(self) -> None:
        """A file that hangs on one of two forms of the message is an attachment all the same."""
        page = multipart(part("<p>Text</p>", "text/html"), attachment("plan.pdf"), boundary="b2")
        assert "(plan.pdf)" in messages(read(HEAD + multipart(part("Text"), page, kind="alternative")))[0]

    def test_winmail(self) -> None:
        """What only Outlook can open is named."""
        document = read(HEAD + multipart(part("Text"), attachment("winmail.dat", "application/ms-tnef")))
        assert messages(document) == [
            "Not checked: winmail.dat, which may hold text or attachments that only Outlook can read. "
            "Ask for the e-mail again, as plain text or HTML."
        ]

    def test_no_text(self) -> None:
        """A message without text says so."""
        assert "no text to check besides its subject" in messages(plain(""))[0]


class TestFiles:
    """Damage and harm."""

    @pytest.mark.parametrize(
        ("data", "message"),
        [
            (b"", "is empty"),
            (b"\r\n\r\n", "is empty"),
            (part("x", 'multipart/encrypted; boundary="b"'), "is encrypted"),
            (multipart(part("x", "application/pkcs7-mime")), "is encrypted"),
            (multipart(*[part("x")] * 1_000), "more than 1,000 parts"),
            (part("Content-Type: message/rfc822\n\n" * 60, "message/rfc822"), "too many levels"),
            ("Content-Type: multipart/mixed; boundary*=a; boundary*0=b\n\nx", "is damaged"),
            (b"a\n" * 2_000_001, "more than 2,000,000 lines"),
        ],
    )
    def test_bad_files(self, data: bytes | str, message: str) -> None:
        """What is wrong with a file is said in plain words."""
        with pytest.raises(ReadError, match=message):
            read(data)

    @pytest.mark.parametrize(("deep", "error"), [(48, False), (60, True), (5_000, True)])
    def test_deep_nesting(self, deep: int, error: bool) -> None:
        """Parts in parts are read to a depth, and refused below it."""
        data = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(deep)) + part("x")
        if error:
            with pytest.raises(ReadError, match="too many levels"):
                read(data)
        else:
            assert texts(read(data)) == ["x"]

    def test_an_encrypted_part_beside_text(self) -> None:
        """The text is read, and a notice tells of the rest."""
        document = read(HEAD + multipart(part("Text"), part("x", "application/pkcs7-mime")))
        assert texts(document) == ["Text"]
        assert messages(document) == ["Not checked: a part that is encrypted."]

    def test_limits(self) -> None:
        """Limits on bytes and characters hold."""
        with pytest.raises(ReadError, match="larger than 0 MB"):
            read("Subject: x\n\ntext", Limits(file_bytes=10))
        with pytest.raises(ReadError, match="more than 10 characters"):
            read("Subject: x\n\neleven char", Limits(characters=10))

    def test_a_header_without_end(self) -> None:
        """A header that is long on purpose costs no more than a short one."""
        assert texts(read("Content-Type: text/plain" + ";" * 3_000_000 + "\n\nText")) == ["Text"]

    @pytest.mark.parametrize(
        ("head", "score"),
        [
            (b"Received: from a\r\n\tby b\r\nX-A: 1\r\n", 0.9),
            (b"X-Spam: no\nRETURN-PATH: <a@example.org>\n", 0.9),
            (b"From jo@example.org Fri May 3\nSubject: x\n", 0.9),
            (b"Dear all,\nFrom: Jo\n", 0.3),
            (b"Note: this is text\n\nFrom: Jo\n", 0.3),
            (b"\0\xff", 0.3),
        ],
    )
    def test_sniff(self, head: bytes, score: float) -> None:
        """An e-mail starts with headers that e-mails have; its name makes it surer."""
        assert EmlReader().sniff(head, "a.EML") == score
        assert EmlReader().sniff(head, "a.txt") == {0.9: 0.5, 0.3: 0.0}[score]


_LINES = st.lists(
    st.one_of(
        st.text(st.sampled_from("abc XYZ.,-\u00a0\u00ad\u2011\ufb01\u2019\u200b\U0001f600\u2022\t"), max_size=20),
        st.sampled_from(
            ["> quoted", ">> more >", "On 3 May 2024, Jo wrote:", "From: Jo", "Sent: now", "- item", "==="]
        ),
        st.sampled_from(["", "", "<!-- plainspeak-ignore -->", "1. one", "a\tb\tc"]),
    ),
    max_size=15,
)
_ENDS = st.sampled_from(["\n", "\r\n"])


@settings(deadline=None, max_examples=150)
@given(_LINES, _ENDS, st.sampled_from(["plain", "html"]))
def test_any_message_keeps_the_invariants(lines: list[str], end: str, kind: str) -> None:
    """Whatever is in a message, segments are true to its text, and the same bytes give the same document."""
    text = (end if kind == "plain" else f"<br>{end}").join(lines)
    data = f"{HEAD}Content-Type: text/{kind}; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{text}"
    document = read(data)
    assert document.blocks == read(data).blocks


@settings(deadline=None, max_examples=150)
@given(_LINES, _ENDS)
def test_every_letter_of_a_plain_message_is_read_once(lines: list[str], end: str) -> None:
    """Whether own or quoted, each letter of the text is in one segment."""
    document = plain(end.join(lines))
    assert document.source is not None
    covered = [
        position
        for block in body(document)
        for segment in block.segments
        for position in range(segment.offset, segment.offset + segment.length)
    ]
    assert len(covered) == len(set(covered))
    comments = document.source.replace("<!-- plainspeak-ignore -->", " " * 26)
    letters = {at for at, character in enumerate(comments) if character.isalpha()}
    assert letters - set(covered) <= {at for at in letters if comments[at] == "\ufb01"}


@settings(deadline=None, max_examples=200)
@given(st.data())
def test_damaged_bytes_never_crash(data: st.DataObject) -> None:
    """Any damage gives a document or a clear error, and nothing else."""
    file = part(
        "eA==", "application/pdf", "Content-Transfer-Encoding: base64", "Content-Disposition: attachment; filename*0*=a"
    )
    whole = multipart(multipart(part("Text"), part("<p>x", "text/html"), kind="alternative", boundary="b2"), file)
    broken = bytearray((HEAD + whole).encode())
    pieces = st.sampled_from(
        [b"*0*=", b"*=", b'"', b";", b"\n\n", b"=?utf-8?b?", b"\0", b"\xff", b"message/rfc822", b"--b1"]
    )
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(broken)))
        broken[at : at + data.draw(st.integers(0, 5))] = data.draw(pieces)
    with contextlib.suppress(ReadError):
        read(bytes(broken))
