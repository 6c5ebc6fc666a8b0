"""The Word reviewer: comments on the exact words, and nothing else changed."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.document import Document, Span
from plainspeak.errors import WriteError
from plainspeak.findings import BlockSpan, Edit
from plainspeak.readers.base import Limits
from plainspeak.readers.docx import DocxReader
from plainspeak.reviewers.base import Review
from plainspeak.reviewers.comments import Comment
from plainspeak.reviewers.docx import DocxReviewer

from ..readers.word import (
    NAMESPACES,
    STRICT,
    cell,
    field_character,
    instruction,
    paragraph,
    run,
    styled,
    word_file,
)
from .office import converted, faults
from .schemas import breaches
from .word_oracle import anchored_comments, formatted_characters, parts_of

WHEN = datetime(2026, 3, 2, 9, 30)
LINK = '<w:hyperlink w:anchor="a">{}</w:hyperlink>'
INSERTED = '<w:ins w:id="5" w:author="A person" w:date="2026-01-01T00:00:00Z">{}</w:ins>'
CONTROL = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
SIMPLE_FIELD = '<w:fldSimple w:instr=" MERGEFIELD board ">{}</w:fldSimple>'
FIELD = (
    field_character("begin")
    + instruction(" MERGEFIELD board ")
    + field_character("separate")
    + "{}"
    + field_character("end")
)
LINK_FIELD = FIELD.replace("MERGEFIELD board", 'HYPERLINK "#a"')
BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent>{}</w:txbxContent></w:drawing>'
    "</mc:Choice><mc:Fallback><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
WORDS = "The ICB will co-produce the plan."


def read(data: bytes) -> Document:
    """Read a file."""
    return DocxReader().read(data, name="paper.docx", limits=Limits())


def at(document: Document, words: str) -> BlockSpan:
    """Where some words first stand."""
    for index, block in enumerate(document.blocks):
        start = block.text.find(words)
        if start >= 0:
            return BlockSpan(index, Span(start, start + len(words)))
    raise AssertionError(f"{words!r} is not in {[block.text for block in document.blocks]}")


def comment(document: Document, words: str, text: str = "Say it plainly.") -> Comment:
    """A comment on some words."""
    return Comment(at(document, words), text, "jargon")


def reviewed(data: bytes, *phrases: str, swaps: dict[str, str] | None = None) -> Review:
    """Review a file: comment on some phrases and swap others, and hold the result to what always holds."""
    document = read(data)
    comments = sorted((comment(document, phrase) for phrase in phrases), key=lambda each: each.at)
    edits = sorted((Edit(at(document, old), new) for old, new in (swaps or {}).items()), key=lambda each: each.at)
    review = DocxReviewer().review(document, comments, edits, when=WHEN)
    main = next(name for name in parts_of(data) if "<w:document" in parts_of(data)[name].decode(errors="replace"))
    assert formatted_characters(data, main) == formatted_characters(review.data, main)
    before, after = parts_of(data), parts_of(review.data)
    touched = {name for name, content in after.items() if before.get(name) != content}
    assert set(before) <= set(after)
    assert all(re.search(r"comments\d*\.xml|\.rels$|Content_Types", name) or name == main for name in touched)
    if not swaps:
        assert [(b.kind, b.text, b.place) for b in read(review.data).blocks] == [
            (b.kind, b.text, b.place) for b in document.blocks
        ]
    again = DocxReviewer().review(document, comments, edits, when=WHEN)
    assert again.data == review.data, "neither the document nor the clock may change what is written"
    return review


def words_commented(data: bytes) -> list[str]:
    """What our comments of a file are on."""
    return [each.words for each in anchored_comments(data) if each.author == "plainspeak"]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (paragraph(WORDS), "ICB"),
        (paragraph(WORDS), WORDS),
        (paragraph(WORDS), "c"),
        (paragraph(run("The I") + run("C", "<w:b/>") + run("B will meet.")), "ICB"),
        (paragraph(run("The I") + run("C", "<w:b/>") + run("B will meet.")), "he ICB w"),
        (paragraph("<w:r><w:t>The</w:t><w:tab/><w:t>ICB</w:t><w:br/><w:t>meets.</w:t></w:r>"), "ICB"),
        (paragraph("<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>production</w:t></w:r>"), "co-production"),
        (paragraph("<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>production</w:t></w:r>"), "-"),
        (paragraph(run("See ") + LINK.format(run("the ICB pages")) + run(" now.")), "ICB pages now"),
        (paragraph(run("The ") + INSERTED.format(run("ICB board")) + run(" met.")), "ICB"),
        (paragraph(run("The ") + CONTROL.format("<w:text/>", run("ICB board")) + run(" met.")), "ICB board"),
        (paragraph(run("The ") + SIMPLE_FIELD.format(run("ICB board")) + run(" met.")), "ICB"),
        (paragraph(run("The ") + FIELD.format(run("ICB board")) + run(" met.")), "ICB"),
        (paragraph(run("The ") + FIELD.format(run("ICB board")) + run(" met.")), "The ICB"),
        (CONTROL.format("", paragraph(WORDS)) + paragraph("After."), "ICB"),
        (CONTROL.format("", paragraph(WORDS) + paragraph("More of it.")), "ICB"),
        (f"<w:tbl><w:tr>{cell(WORDS)}{cell('Two')}</w:tr></w:tbl>{paragraph('')}", "ICB"),
        (paragraph(run("The &amp; ICB &lt;met&gt;.")), "& ICB <met>"),
        (paragraph(run("Caf\u00e9 \U0001f600 ICB.")), "\U0001f600 ICB"),
    ],
)
def test_a_comment_is_on_the_exact_words(body: str, words: str) -> None:
    """Whatever the words are made of, the comment's marks stand around them, and nothing else changes."""
    review = reviewed(word_file(body), words)
    assert words_commented(review.data) == [words]
    assert review.comments == 1
    assert review.left_out == 0


def test_what_a_comment_says() -> None:
    """A comment has our name, a date that the caller sets, and its words, a paragraph a line."""
    document = read(word_file(paragraph(WORDS)))
    said = "Some readers won\u2019t know \u201cICB\u201d & <this>.\nIt comes 3 more times."
    review = DocxReviewer().review(document, [comment(document, "ICB", said)], [], when=WHEN)
    (written,) = anchored_comments(review.data)
    assert (written.author, written.says) == ("plainspeak", said)
    assert b'w:date="2026-03-02T09:30:00Z"' in parts_of(review.data)["word/comments.xml"]


def test_comments_may_overlap() -> None:
    """One may be inside another, begin with it, end with it, or cross it."""
    phrases = ["The ICB will", "ICB will co-produce", "ICB", "will", "The ICB will co-produce the plan.", "T", "plan."]
    review = reviewed(word_file(paragraph(run("The ICB wi") + run("ll co-produce the plan.", "<w:i/>"))), *phrases)
    assert sorted(words_commented(review.data)) == sorted(phrases)


def test_the_mark_of_a_comment_stands_behind_fields_and_controls() -> None:
    """LibreOffice loses text where the run with the comment's mark is inside one of them."""
    fields = paragraph(run("a ") + SIMPLE_FIELD.format(run("ICB one")) + run(" b ") + FIELD.format(run("ICB two")))
    controls = paragraph(CONTROL.format("<w:text/>", run("ICB three")) + run(" c"))
    data = reviewed(word_file(fields + controls), "ICB one", "ICB two", "ICB three").data
    body = parts_of(data)["word/document.xml"].decode()
    assert not re.search(r"<w:(fldSimple|sdt)\b(?:(?!</w:\1>).)*commentReference", body)
    assert not re.search(r'fldCharType="separate"(?:(?!fldCharType="end").)*commentReference', body)


def test_the_mark_goes_behind_the_outermost_field() -> None:
    """A field may be the result of another."""
    nested = FIELD.format(run("one ") + FIELD.format(run("ICB two")) + run(" three"))
    body = parts_of(reviewed(word_file(paragraph(nested + run(" four"))), "ICB").data)["word/document.xml"].decode()
    assert body.rindex('fldCharType="end"') < body.index("commentReference") < body.index(" four")


def test_a_field_that_never_ends_is_no_field() -> None:
    """A mark must not be put off to the end of the paper."""
    body = paragraph(field_character("begin") + run("The ICB met.")) + paragraph("The CQC met.")
    written = parts_of(reviewed(word_file(body), "ICB", "CQC").data)["word/document.xml"].decode()
    assert written.index("commentReference") < written.index("CQC")


NOTES = {
    "footnotes": f'<w:footnote w:id="2">{paragraph("The FNT is a note.")}</w:footnote>',
    "endnotes": f'<w:endnote w:id="3">{paragraph("The ENT is a note.")}</w:endnote>',
    "header1": paragraph("The HDR stands on top."),
    "footer1": paragraph("The FTR stands below."),
}
PICTURE = (
    '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="A map of the ALT area"/></wp:inline></w:drawing></w:r>'
)
HOSTED = (
    paragraph(run("One") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run(" two."))
    + paragraph(run("Three") + '<w:r><w:endnoteReference w:id="3"/></w:r>' + run(" four."))
    + paragraph(run("Five") + BOX.format(paragraph("The BOX is here."), paragraph("The BOX is here.")) + run(" six."))
    + paragraph(run("Seven") + PICTURE)
    + "<w:tbl><w:tblPr><w:tblCaption w:val='Staff of the TBL'/></w:tblPr><w:tr>"
    + cell("A cell.")
    + "</w:tr></w:tbl>"
    + paragraph("Last.")
    + '<w:sectPr><w:headerReference w:type="default" r:id="header1"/>'
    + '<w:footerReference w:type="default" r:id="footer1"/></w:sectPr>'
)


@pytest.mark.parametrize(
    ("letters", "begins"),
    [
        ("FNT", "In footnote 1: "),
        ("ENT", "In endnote 1: "),
        ("HDR", "In the page header: "),
        ("FTR", "In the page footer: "),
        ("BOX", "In the text box: "),
        ("ALT", "In the description of this picture: "),
        ("TBL", "In the description of this picture: "),
    ],
)
def test_a_comment_outside_of_the_body_stands_where_word_shows_it(letters: str, begins: str) -> None:
    """On the mark of a note, the drawing of a text box, the first paragraph under a header; and it says so."""
    data = reviewed(word_file(HOSTED, **NOTES), letters).data
    (written,) = anchored_comments(data)
    assert written.says == f"{begins}\u201c{letters}\u201d\nSay it plainly."
    root = parts_of(data)["word/document.xml"].decode()
    assert not re.search(r"<w:txbxContent>(?:(?!</w:txbxContent>).)*commentRange", root)
    assert all("commentRange" not in content.decode() for name, content in parts_of(data).items() if "note" in name)


def test_a_comment_on_a_header_stands_in_its_section() -> None:
    """Each section has its own first paragraph."""
    section = '<w:sectPr><w:headerReference w:type="default" r:id="{}"/></w:sectPr>'
    body = (
        paragraph("First.")
        + paragraph("End of one.", section.format("header1"))
        + paragraph("Second.")
        + section.format("header2")
    )
    data = reviewed(
        word_file(body, header1=paragraph("The AAA met."), header2=paragraph("The BBB met.")), "AAA", "BBB"
    ).data
    assert words_commented(data) == ["First.", "Second."]


def test_a_note_without_a_mark_is_told_at_the_beginning() -> None:
    """Where a part hangs on nothing, its comment is on the first paragraph rather than lost."""
    document = read(word_file(paragraph("Alone.") + paragraph("More.") + PICTURE_ONLY))
    assert [block.text for block in document.blocks]
    data = reviewed(word_file(paragraph("Alone.") + paragraph("More.") + PICTURE_ONLY), "TBL").data
    assert words_commented(data) == ["A cell."]


PICTURE_ONLY = (
    "<w:tbl><w:tblPr><w:tblDescription w:val='Staff of the TBL'/></w:tblPr><w:tr>" + cell("A cell.") + "</w:tr></w:tbl>"
)


def test_comments_of_people_stay() -> None:
    """Theirs come first, and ours have other numbers."""
    theirs = (
        '<w:comment w:id="7" w:author="Amina" w:initials="A"><w:p><w:r><w:t>Why?</w:t></w:r></w:p></w:comment>'
        '<w:comment w:id="0" w:author="Ben"><w:p><w:r><w:t>Yes.</w:t></w:r></w:p></w:comment>'
    )
    marks = '<w:commentRangeStart w:id="7"/>{}<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>'
    body = paragraph(marks.format(run(WORDS)) + '<w:r><w:commentReference w:id="0"/></w:r>')
    data = reviewed(word_file(body, comments=theirs), "ICB", "plan").data
    assert [(each.author, each.says, each.words) for each in anchored_comments(data)] == [
        ("Amina", "Why?", WORDS),
        ("plainspeak", "Say it plainly.", "ICB"),
        ("plainspeak", "Say it plainly.", "plan"),
        ("Ben", "Yes.", ""),
    ]
    assert parts_of(data)["word/comments.xml"].count(b"<w:comment ") == 4


def test_a_file_without_links_gets_them() -> None:
    """The list of relationships of the main part may be missing, and the part may have any name."""
    with zipfile.ZipFile(io.BytesIO(word_file(paragraph(WORDS), main="word/document2.xml"))) as archive:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as copy:
            for name in archive.namelist():
                if name != "word/_rels/document2.xml.rels":
                    copy.writestr(name, archive.read(name))
    parts = parts_of(reviewed(buffer.getvalue(), "ICB").data)
    assert b'Target="comments.xml"' in parts["word/_rels/document2.xml.rels"]
    assert b'PartName="/word/comments.xml"' in parts["[Content_Types].xml"]


def test_strict_files_get_strict_comments() -> None:
    """Their names for things are others."""
    parts = parts_of(reviewed(word_file(paragraph(WORDS), namespaces=STRICT), "ICB").data)
    assert b"http://purl.oclc.org/ooxml/officeDocument/relationships/comments" in parts["word/_rels/document.xml.rels"]
    assert b"http://purl.oclc.org/ooxml/wordprocessingml/main" in parts["word/comments.xml"]


def test_the_styles_of_comments_are_used_where_the_file_has_them() -> None:
    """And only there: a style that is named but missing would be a fault."""
    styles = (
        '<w:style w:type="paragraph" w:styleId="CT"><w:name w:val="annotation text"/></w:style>'
        '<w:style w:type="character" w:styleId="CR"><w:name w:val="annotation reference"/></w:style>'
    )
    with_styles = parts_of(reviewed(word_file(paragraph(WORDS), styles=styles), "ICB").data)
    assert b'<w:pStyle w:val="CT"/>' in with_styles["word/comments.xml"]
    assert b'<w:rStyle w:val="CR"/>' in with_styles["word/document.xml"]
    assert b"Style" not in parts_of(reviewed(word_file(paragraph(WORDS)), "ICB").data)["word/comments.xml"]


def test_nothing_to_say_changes_nothing() -> None:
    """The copy is the file itself."""
    data = word_file(paragraph(WORDS))
    review = DocxReviewer().review(read(data), [], [], when=WHEN)
    assert (review.data, review.comments) == (data, 0)


def test_a_signed_file_is_left_alone() -> None:
    """A comment would break the signature."""
    data = io.BytesIO(word_file(paragraph(WORDS)))
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr("_xmlsignatures/sig1.xml", "<Signature/>")
    document = read(data.getvalue())
    with pytest.raises(WriteError, match="signed"):
        DocxReviewer().review(document, [comment(document, "ICB")], [], when=WHEN)


@pytest.mark.parametrize(("enforced", "notices"), [("1", 1), ("0", 0)])
def test_a_protected_file_is_told_of(enforced: str, notices: int) -> None:
    """Word may hide the comments of a file that people may only fill in."""
    settings = f'<w:documentProtection w:edit="forms" w:enforcement="{enforced}"/>'
    assert len(reviewed(word_file(paragraph(WORDS), settings=settings), "ICB").notices) == notices


def test_macros_are_copied_untouched() -> None:
    """They are neither run nor changed."""
    data = io.BytesIO(word_file(paragraph(WORDS)))
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"\x00macro")
    assert parts_of(reviewed(data.getvalue(), "ICB").data)["word/vbaProject.bin"] == b"\x00macro"


def accepted(data: bytes, *, keep: str) -> str:
    """The text of the body if all our changes are accepted (``ins``) or rejected (``del``)."""
    body = parts_of(data)["word/document.xml"].decode()
    dropped = {"ins": "del", "del": "ins"}[keep]
    body = re.sub(rf'<w:{dropped} [^>]*w:author="plainspeak".*?</w:{dropped}>', "", body)
    return "".join(re.findall(r"<w:(?:t|delText)\b[^>]*>([^<]*)<", body))


def test_a_safe_swap_is_a_tracked_change() -> None:
    """Accept it and the new words are there; reject it and the old ones are; the format stays."""
    body = paragraph(run("We met prior") + run(" to the vote, in order to agree.", "<w:b/>"))
    review = reviewed(word_file(body), swaps={"prior to": "before", "in order to": "to"})
    assert (review.changes, review.comments) == (2, 0)
    assert accepted(review.data, keep="ins") == "We met before the vote, to agree."
    assert accepted(review.data, keep="del") == "We met prior to the vote, in order to agree."
    assert b'<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">to</w:t>' in parts_of(review.data)["word/document.xml"]


def test_comments_and_changes_go_together() -> None:
    """A comment on a sentence goes around a change in it."""
    review = reviewed(
        word_file(paragraph("We met prior to the vote.")), "We met prior to the vote.", swaps={"prior to": "before"}
    )
    assert (review.changes, review.comments) == (1, 1)
    assert accepted(review.data, keep="ins") == "We met before the vote."
    assert words_commented(review.data) == ["We met prior tobefore the vote."]


@pytest.mark.parametrize(
    "body",
    [
        paragraph(run("We met ") + FIELD.format(run("prior to")) + run(" the vote.")),
        paragraph(run("We met ") + LINK.format(run("prior to")) + run(" the vote.")),
        paragraph(run("We met") + BOX.format(paragraph("prior to it"), paragraph("prior to it"))),
    ],
)
def test_a_swap_that_can_not_be_tracked_is_a_comment(body: str) -> None:
    """In fields, links and text boxes the words stay as they are."""
    review = reviewed(word_file(body), swaps={"prior to": "before"})
    assert (review.changes, review.comments) == (0, 1)
    (written,) = anchored_comments(review.data)
    assert written.says.endswith("Write \u201cbefore\u201d here.")


RUNS = st.lists(
    st.tuples(
        st.text(alphabet="ICB \u00e9\u2011&<co-", min_size=1, max_size=8), st.sampled_from(["", "<w:b/>", "<w:i/>"])
    ),
    min_size=1,
    max_size=6,
)
WRAPPERS = st.sampled_from(["{}", LINK, INSERTED, SIMPLE_FIELD, FIELD, CONTROL.replace("{}", "<w:text/>", 1)])


NOTE = '<w:r><w:footnoteReference w:id="1"/></w:r>'
SOMEBODY = '<w:commentRangeStart w:id="9"/>{}<w:commentRangeEnd w:id="9"/><w:r><w:commentReference w:id="9"/></w:r>'
SMART = '<w:smartTag w:uri="u" w:element="e">{}</w:smartTag>'
BETWEEN = {
    "a link": LINK.format(run("order")),
    "what somebody inserted": INSERTED.format(run("order")),
    "a smart tag": SMART.format(run("order")),
    "a control": CONTROL.format("<w:text/>", run("order")),
    "a simple field": SIMPLE_FIELD.format(run("order")),
    "a field": FIELD.format(run("order")),
    "a note": run("or") + NOTE + run("der"),
    "a note in the run": '<w:r><w:t>or</w:t><w:footnoteReference w:id="1"/><w:t>der</w:t></w:r>',
    "a comment": SOMEBODY.format(run("order")),
    "a text box": run("or") + BOX.format(paragraph("In a box."), paragraph("In a box.")) + run("der"),
}


@pytest.mark.parametrize("between", BETWEEN.values(), ids=BETWEEN)
def test_no_change_takes_more_than_its_words(between: str) -> None:
    """Where a link, a note or somebody's comment would go with the words, there is a comment and no change."""
    body = paragraph(run("We met in ") + between + run(" to agree."))
    footnotes = f'<w:footnote w:id="1">{paragraph("A note.")}</w:footnote>'
    comments = f'<w:comment w:id="9" w:author="A person">{paragraph("Really?")}</w:comment>'
    source = word_file(body, footnotes=footnotes, comments=comments)
    document = read(source)
    edits = [Edit(at(document, "in order to"), "to")]
    review = DocxReviewer().review(document, [], edits, when=WHEN)
    assert (review.changes, review.comments, review.left_out) == (0, 1, 0)
    assert b"<w:del " not in parts_of(review.data)["word/document.xml"]
    assert formatted_characters(source) == formatted_characters(review.data)


CLEAN = ['<w:proofErr w:type="spellStart"/>', '<w:bookmarkStart w:id="3" w:name="b"/>', '<w:bookmarkEnd w:id="3"/>', ""]


@given(st.lists(st.sampled_from(CLEAN), min_size=11, max_size=11), st.integers(0, 10), st.integers(0, 10))
def test_accepted_and_rejected(marks: list[str], one: int, other: int) -> None:
    """However its words are cut into runs: accepting gives the new words, and rejecting the old ones."""
    words = "in order to"
    cuts = sorted({0, one, other, len(words)})
    runs = "".join(mark + run(words[start:end]) for mark, start, end in zip(marks, cuts, cuts[1:], strict=False))
    source = word_file(paragraph(run("We met ") + runs + run(" agree.")))
    document = read(source)
    review = DocxReviewer().review(document, [], [Edit(at(document, words), "to")], when=WHEN)
    assert review.changes == 1
    assert accepted(review.data, keep="ins") == "We met to agree."
    assert accepted(review.data, keep="del") == "We met in order to agree."


def test_a_comment_in_the_last_control_of_a_paper(tmp_path: Path) -> None:
    """LibreOffice would lose its words there, so that it stands on the paragraph above, and names them."""
    control = CONTROL.format("", paragraph(run("Signed by the clerk of the QZX on the day.")))
    source = word_file(paragraph(run("First.")) + control)
    review = reviewed(source, "QZX")
    (comment,) = anchored_comments(review.data)
    assert comment.words == "First."
    assert comment.says.startswith("\u201cQZX\u201d")
    back = converted(review.data, "paper.docx", "docx", tmp_path)
    assert [block.text for block in read(back).blocks] == ["First.", "Signed by the clerk of the QZX on the day."]


@given(st.data())
def test_any_words_of_any_paragraph(data: st.DataObject) -> None:
    """Several comments anywhere: each on its words, all characters and their format as they were."""
    parts = data.draw(st.lists(st.tuples(RUNS, WRAPPERS), min_size=1, max_size=4))
    body = "".join(
        wrapper.format("".join(run(escape(text), properties) for text, properties in runs)) for runs, wrapper in parts
    )
    source = word_file(paragraph(body + run(" end")))
    document = read(source)
    text = document.blocks[0].text
    places = data.draw(
        st.lists(
            st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).map(
                lambda pair: Span(min(pair), max(*pair, min(pair) + 1))
            ),
            min_size=1,
            max_size=5,
            unique=True,
        )
    )
    places = [place for place in places if text[place.start : place.end].strip() == text[place.start : place.end]]
    comments = [Comment(BlockSpan(0, place), "Say it plainly.", "jargon") for place in sorted(places)]
    review = DocxReviewer().review(document, comments, [], when=WHEN)
    assert formatted_characters(source) == formatted_characters(review.data)
    assert [block.text for block in read(review.data).blocks] == [text]
    said = [re.sub(r"\s+", " ", text[place.start : place.end]) for place in places]
    assert sorted(words_commented(review.data)) == sorted(said)


def _much_reviewed() -> tuple[bytes, Review]:
    """A file with all kinds of hosts for words, and its copy with comments and changes."""
    body = HOSTED.replace("Last.", "We met prior to the vote of the ICB. Last.")
    source = word_file(body, **NOTES)
    swaps = {"prior to": "before"}
    return source, reviewed(source, "FNT", "HDR", "BOX", "ICB", "We met prior to the vote", swaps=swaps)


def test_the_validator_of_office_finds_nothing_new(tmp_path: Path) -> None:
    """Comments and changes are where the format allows them."""
    source, review = _much_reviewed()
    assert faults(review.data, "after.docx", tmp_path) == faults(source, "before.docx", tmp_path)


def test_the_validator_of_office_sees_a_fault(tmp_path: Path) -> None:
    """The test above can fail."""
    right = word_file(paragraph(WORDS))
    wrong = word_file(paragraph(run(WORDS, '<w:commentRangeStart w:id="0"/>')))
    assert faults(wrong, "wrong.docx", tmp_path) != faults(right, "right.docx", tmp_path)


def test_the_published_schemas_allow_what_we_write() -> None:
    """Comments, changes and every part that holds them."""
    source, review = _much_reviewed()
    assert not breaches(review.data) - breaches(source)


def test_the_published_schemas_see_a_fault() -> None:
    """The test above can fail."""
    right = word_file(paragraph(WORDS))
    wrong = word_file(paragraph(run(WORDS, '<w:commentRangeStart w:id="0"/>')))
    assert breaches(wrong) - breaches(right)


def test_libreoffice_keeps_every_comment_and_its_words(tmp_path: Path) -> None:
    """A round trip through another program: the comments, what they are on, and the whole text."""
    body = "".join(
        [
            styled("H1", "The AAA heading"),
            paragraph(run("The B") + run("B", "<w:b/>") + run("B board met, and a long sentence goes on.")),
            paragraph(run("See ") + LINK.format(run("the CCC pages")) + run(" for more.")),
            paragraph(run("The ") + INSERTED.format(run("DDD board")) + run(" met.")),
            paragraph(run("The ") + FIELD.format(run("EEE board")) + run(" met.")),
            paragraph(run("The ") + SIMPLE_FIELD.format(run("FFF board")) + run(" met.")),
            paragraph(run("The ") + CONTROL.format("<w:text/>", run("GGG board")) + run(" met.")),
            CONTROL.format("", paragraph("The HHH board met.")),
            "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr>",
            cell("The III"),
            cell("JJJ met"),
            "</w:tr></w:tbl>",
            paragraph(run("The ") + LINK_FIELD.format(run("KKK board")) + run(" met.")),
            paragraph("Last of all, the LLL met."),
        ]
    )
    letters = [3 * letter for letter in "ABCDEFGHIJKL"]
    review = reviewed(word_file(body), *letters)
    back = converted(review.data, "paper.docx", "docx", tmp_path)
    assert [block.text for block in read(back).blocks] == [block.text for block in read(review.data).blocks]
    kept = anchored_comments(back)
    assert [(each.author, each.says) for each in kept] == [("plainspeak", "Say it plainly.")] * len(letters)
    # LibreOffice takes a field or a control for one character: a comment inside is there, on no words.
    without_words = {"EEE", "FFF", "GGG", "HHH"}
    assert [each.words for each in kept if each.words] == [each for each in letters if each not in without_words]


def test_namespaces_of_the_body_stay() -> None:
    """What a file says of its own names is needed by programs that read it."""
    body = parts_of(reviewed(word_file(paragraph(WORDS)), "ICB").data)["word/document.xml"].decode()
    assert all(name in body for name in re.findall(r'xmlns:\w+="[^"]+"', NAMESPACES))
