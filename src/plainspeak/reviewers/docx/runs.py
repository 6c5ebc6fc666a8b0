"""Cut the runs of a Word file so that a run begins or ends at any character, without changing how anything looks."""

from __future__ import annotations

from collections.abc import Set
from copy import deepcopy

from lxml import etree

__all__ = ["SPACE", "Fields", "Runs", "Tags"]

_MARKS = ("bookmarkEnd", "bookmarkStart", "commentRangeEnd", "commentRangeStart", "permEnd", "permStart", "proofErr")
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Tags:
    """The names of elements in the dialect of one file: ``tags("r")`` is a run."""

    def __init__(self, root: etree._Element) -> None:
        self._prefix = root.tag.rpartition("}")[0] + "}"

    def __call__(self, name: str) -> str:
        """Return the full name of an element or attribute of Word's own."""
        return self._prefix + name

    def has(self, element: etree._Element) -> bool:
        """Tell whether an element is one of Word's own."""
        return bool(element.tag.startswith(self._prefix))

    def make(self, name: str, **attributes: str) -> etree._Element:
        """Return a new element with attributes, all of Word's own."""
        return etree.Element(self(name), {self(key): value for key, value in attributes.items()})


class Fields:
    """Where the outermost complex field that a run is in ends: a comment's mark inside its result would be lost."""

    def __init__(self, root: etree._Element, tags: Tags) -> None:
        runs: list[etree._Element] = []
        opened: list[int] = []
        closed: list[tuple[int, int, etree._Element]] = []
        for element in root.iter(tags("r"), tags("fldChar")):
            if element.tag == tags("r"):
                runs.append(element)
            elif next(element.iterancestors(tags("txbxContent")), None) is None:
                kind = element.get(tags("fldCharType"))
                if kind == "begin":
                    opened.append(len(runs) - 1)
                elif kind == "end" and opened:
                    closed.append((opened.pop(), len(runs), element))
        self._ends: dict[etree._Element, etree._Element] = {}
        last = 0
        # Fields are inside each other or apart: one that begins before the end of the last is a part of it.
        for first, after, end in sorted(closed, key=lambda field: (field[0], -field[1])):
            if after > last:
                self._ends.update(dict.fromkeys(runs[max(first, 0) : after], end))
                last = after

    def end_of(self, run: etree._Element) -> etree._Element | None:
        """Return the run in which the field around a run ends; ``None`` outside of fields."""
        end = self._ends.get(run)
        return None if end is None else end.getparent()

    def split(self, run: etree._Element, rest: etree._Element) -> None:
        """Note that a run was split, and that the rest is in the same field."""
        if run in self._ends:
            self._ends[rest] = self._ends[run]


class Runs:
    """The runs of a copy of a tree, addressed by the text elements of the original.

    Args:
        original: the root element that the reader walked, whose text elements are the anchors of segments.
        copied: the root element of the copy that is changed.
        wanted: the elements of the original that will be asked for.
    """

    def __init__(self, original: etree._Element, copied: etree._Element, wanted: Set[etree._Element]) -> None:
        self.tags = Tags(copied)
        self.fields = Fields(copied, self.tags)
        pairs = zip(original.iter(), copied.iter(), strict=True)
        # What an element was cut into: where each piece begins, in characters of the original.
        self._pieces: dict[etree._Element, list[tuple[int, etree._Element]]] = {
            old: [(0, new)] for old, new in pairs if old in wanted
        }

    def twin(self, element: etree._Element) -> etree._Element:
        """Return the element of the copy for one of the original."""
        return self._pieces[element][0][1]

    def beginning_at(self, element: etree._Element, offset: int) -> etree._Element:
        """Return the run that begins with a character of a text element of the original; cut it if need be."""
        return self._run_from(self._piece_from(element, offset))

    def ending_at(self, element: etree._Element, offset: int) -> etree._Element:
        """Return the run that ends before a character of a text element of the original; cut it if need be."""
        piece = next(piece for start, piece in reversed(self._pieces[element]) if start < offset)
        is_inside = offset < self._end(element, piece)
        following = self._piece_from(element, offset) if is_inside else piece.getnext()
        run = self._run_of(piece)
        if following is not None and following.getparent() is run:
            self._run_from(following)
        return run

    def text_between(self, first: etree._Element, last: etree._Element) -> list[etree._Element]:
        """Return the runs from one to another of the same parent; none if these hold anything but text.

        Between them may stand marks that hold nothing themselves, such as a bookmark, but no link or field, no change
        that somebody tracked, and no note or comment that would go with the words.
        """
        siblings = [first] if first is last else [first, *first.itersiblings()]
        there = siblings[: siblings.index(last) + 1]
        runs = [each for each in there if each.tag == self.tags("r")]
        marks = set(map(self.tags, _MARKS))
        of_text = {self.tags("rPr"), self.tags("t")}
        only_text = all(child.tag in of_text for run in runs for child in run)
        return runs if only_text and all(each.tag in marks for each in there if each not in runs) else []

    def _end(self, element: etree._Element, piece: etree._Element) -> int:
        """Return where a piece of a text element ends; an element that stands for one character has no text."""
        start = next(start for start, each in self._pieces[element] if each is piece)
        return start + (len(piece.text) if piece.text else 1)

    def _piece_from(self, element: etree._Element, offset: int) -> etree._Element:
        pieces = self._pieces[element]
        position = max(index for index, (start, _) in enumerate(pieces) if start <= offset)
        start, piece = pieces[position]
        text = piece.text or ""
        if offset == start or offset - start >= len(text):
            return piece
        rest = _like(piece)
        piece.text, rest.text = text[: offset - start], text[offset - start :]
        for each in (piece, rest):
            each.set(SPACE, "preserve")
        piece.addnext(rest)
        pieces.insert(position + 1, (offset, rest))
        return rest

    def _run_of(self, element: etree._Element) -> etree._Element:
        """Return the outermost run around an element, or the equation that stands in place of one."""
        run = element
        for ancestor in element.iterancestors():
            if ancestor.tag == self.tags("p"):
                break
            # What isn't Word's own, such as an equation, has no place for marks inside.
            if ancestor.tag == self.tags("r") or not self.tags.has(ancestor):
                run = ancestor
        return run

    def _run_from(self, child: etree._Element) -> etree._Element:
        """Return a run that begins with a child of a run: the run itself, or the rest of it as a new one."""
        run = self._run_of(child)
        if child.getparent() is not run:
            return run
        before = child.getprevious()
        if before is None or before.tag == self.tags("rPr"):
            return run
        rest = _like(run)
        properties = run.find(self.tags("rPr"))
        if properties is not None:
            rest.append(deepcopy(properties))
        rest.extend([child, *child.itersiblings()])
        run.addnext(rest)
        self.fields.split(run, rest)
        return rest


def _like(element: etree._Element) -> etree._Element:
    """Return an empty element with the name and the attributes of another."""
    new = etree.Element(element.tag)
    new.attrib.update(element.attrib)
    return new
