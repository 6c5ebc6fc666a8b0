"""Write findings into a copy of a PowerPoint file, as comments at the shapes that hold the words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import ClassVar

from lxml import etree

from plainspeak.document import Block, Document
from plainspeak.errors import WriteError
from plainspeak.findings import Edit
from plainspeak.readers.anchors import AttributeText
from plainspeak.readers.package import Package
from plainspeak.readers.pptx import PptxOrigin, PptxReader
from plainspeak.readers.pptx.shapes import placeholder, shapes_of
from plainspeak.reviewers.base import AUTHOR, INITIALS, Review
from plainspeak.reviewers.comments import Comment, told_elsewhere
from plainspeak.reviewers.package import PackagePatch

__all__ = ["PptxReviewer"]

_LIKE = {"ctrTitle": ("ctrTitle", "title"), "obj": ("obj", "body"), "subTitle": ("subTitle", "body")}
"""Which places of a layout or a master a shape may have its own from, the nearest first."""

_TYPE = "application/vnd.openxmlformats-officedocument.presentationml"
_STRICT = "purl.oclc.org"
# Comments count in eighths of a point, and shapes in English Metric Units.
_UNITS = 1587.5
_FURTHEST = 40_000
_MARGIN = 10
_STEP = 12
_NEW_KIND = (
    "This file has comments of PowerPoint\u2019s new kind, and ours can\u2019t stand beside them. "
    "Use \u201cplainspeak report\u201d instead."
)


class PptxReviewer:
    """Writes comments into PowerPoint files. They stand at a point of the slide, so each names its words."""

    media_types: ClassVar[tuple[str, ...]] = (PptxReader.media_type,)
    tracks_changes: ClassVar[bool] = False

    def review(
        self,
        document: Document,
        comments: Sequence[Comment],
        edits: Sequence[Edit],  # noqa: ARG002
        *,
        when: datetime,
    ) -> Review:
        """Return the file with comments.

        Raises:
            WriteError: the file is signed, has comments of the new kind, or can't be copied safely.
        """
        origin = document.origin
        if not isinstance(origin, PptxOrigin):
            raise WriteError("This text did not come from a PowerPoint file.")
        if not comments:
            return Review(origin.package.data, 0)
        if any(map(_is_new_kind, _comment_lists(origin.package, origin.slides))):
            raise WriteError(_NEW_KIND)
        return _Writing(origin, when).review(document.blocks, comments)


class _Writing:
    """Writes one file."""

    def __init__(self, origin: PptxOrigin, when: datetime) -> None:
        self._origin = origin
        self._patch = PackagePatch(origin.package)
        self._when = when
        self._prefix = origin.package.xml(origin.main_part).tag.rpartition("}")[0] + "}"
        self._lists: dict[str, etree._Element] = {}

    def review(self, blocks: Sequence[Block], comments: Sequence[Comment]) -> Review:
        author = self._author()
        used: Counter[tuple[str, int, int]] = Counter()
        for number, comment in enumerate(comments, 1):
            block = blocks[comment.at.block]
            part = self._origin.slides[(block.place.slide or 1) - 1]
            x, y = _corner(block, part, self._origin.package)
            # Several at one shape are laid out like a hand of cards.
            shift = _STEP * used[part, x, y]
            used[part, x, y] += 1
            written = etree.SubElement(
                self._list_of(part),
                f"{self._prefix}cm",
                authorId=author,
                dt=self._when.strftime("%Y-%m-%dT%H:%M:%S.000"),
                idx=str(number),
            )
            etree.SubElement(written, f"{self._prefix}pos", x=str(x + shift), y=str(y + shift))
            etree.SubElement(written, f"{self._prefix}text").text = told_elsewhere(comment, block)
        self._lists[self._origin.main_part][-1].set("lastIdx", str(len(comments)))
        return Review(self._patch.written(), len(comments))

    def _author(self) -> str:
        """Add us to the authors of comments, and return our number."""
        authors = self._open(self._origin.main_part, "commentAuthors", "cmAuthorLst", "ppt/commentAuthors.xml")
        taken = [int(each.get("id") or "0") for each in authors if (each.get("id") or "").isdecimal()]
        number = str(max(taken, default=-1) + 1)
        etree.SubElement(
            authors, f"{self._prefix}cmAuthor", id=number, name=AUTHOR, initials=INITIALS, lastIdx="0", clrIdx="0"
        )
        return number

    def _list_of(self, slide: str) -> etree._Element:
        return self._open(slide, "comments", "cmLst", "ppt/comments/comment1.xml")

    def _open(self, part: str, kind: str, root_name: str, name: str) -> etree._Element:
        """Return the part that another links to for comments; make it where there is none."""
        if part not in self._lists:
            self._lists[part] = self._opened(part, kind, root_name, name)
        return self._lists[part]

    def _opened(self, part: str, kind: str, root_name: str, name: str) -> etree._Element:
        for there in self._origin.package.related(part, kind):
            return self._patch.tree(there)
        name = self._patch.free_name(name)
        root = etree.Element(f"{self._prefix}{root_name}", nsmap={"p": self._prefix[1:-1]})
        self._patch.add_tree(name, root)
        self._patch.set_type(name, f"{_TYPE}.{kind}+xml")
        self._patch.link(part, kind, name, strict=_STRICT in self._prefix)
        return root


def _comment_lists(package: Package, slides: Sequence[str]) -> Iterator[etree._Element]:
    """Yield the lists of comments that a deck has already."""
    for slide in slides:
        yield from map(package.xml, package.related(slide, "comments"))


def _is_new_kind(comments: etree._Element) -> bool:
    """Tell whether a list of comments is of the kind that newer versions of PowerPoint write."""
    return "presentationml" not in comments.tag


def _corner(block: Block, slide: str, package: Package) -> tuple[int, int]:
    """Return where the upper left corner of a block's shape is on its slide, in eighths of a point."""
    anchor = block.segments[0].anchor if block.segments else None
    element = anchor.element if isinstance(anchor, AttributeText) else anchor
    if not isinstance(element, etree._Element) or block.place.part != "body":
        return _MARGIN, _MARGIN
    for shape in element.iterancestors():
        parent = shape.getparent()
        if parent is not None and etree.QName(parent).localname == "spTree":
            # In a group, that of the whole group: what is inside has measures of its own.
            corner = next(shape.iter("{*}off"), None)
            corner = _inherited(shape, slide, package) if corner is None else corner
            if corner is not None:
                return _units(corner.get("x")), _units(corner.get("y"))
    return _MARGIN, _MARGIN


def _inherited(shape: etree._Element, slide: str, package: Package) -> etree._Element | None:
    """Return the corner that a title or a text has by the layout of its slide, or by the master of that."""
    kind = placeholder(shape)
    if kind is None:
        return None
    part = slide
    for above in ("slideLayout", "slideMaster"):
        part = next(package.related(part, above), "")
        if not part:
            return None
        corners = {
            placeholder(each): corner
            for each in reversed(shapes_of(package.xml(part)))
            if (corner := next(each.iter("{*}off"), None)) is not None
        }
        found = next((corners[each] for each in _LIKE.get(kind, (kind,)) if each in corners), None)
        if found is not None:
            return found
    return None


def _units(metric: str | None) -> int:
    """Return English Metric Units as eighths of a point, on the slide."""
    text = metric or ""
    return min(int(int(text) / _UNITS), _FURTHEST) if text.isdecimal() and len(text) < 12 else _MARGIN
