"""Read a PDF page by its structure tree: which pieces of text make a block, and what they are."""

from __future__ import annotations

import bisect
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from plainspeak.document import Box, Kind
from plainspeak.readers.pdf.lines import Piece, Rule
from plainspeak.readers.pdf.roles import ARTEFACT, UNMARKED, Context, Key, Node, Role, contexts_of

__all__ = ["Draft", "Page", "Tagged", "tagged"]

_LEAST_REACHED = 0.9
_BAND = 14.0
_TEXT_SIZE = 10.0
_ASIDES = frozenset({Kind.NOTE, Kind.ALT})
_LONGEST_SHORT_FORM = 60


@dataclass(frozen=True, slots=True)
class Page:
    """What the child process found on one page: its box, its pieces of text, its upright ruled lines, its tags."""

    number: int
    box: Box
    pieces: tuple[Piece, ...]
    rules: tuple[Rule, ...] = ()
    marks: tuple[tuple[int, int], ...] = ()
    """From which character on the text belongs to which marked content."""
    nodes: tuple[Node, ...] = ()
    """The structure tree: parents before their children, in reading order."""


@dataclass(slots=True, eq=False)
class Draft:
    """Pieces that the tree puts together."""

    role: Role
    pieces: list[Piece] = field(default_factory=list)
    expansions: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Tagged:
    """A page as its tree has it: blocks in reading order, what is no part of the paper, and what is left out."""

    drafts: list[Draft]
    artefacts: list[Piece]
    rest: list[Piece]


def tagged(page: Page) -> Tagged:
    """Return a page as its structure tree has it; where that doesn't reach nearly all text, all is left out of it.

    Pictures have their descriptions either way.
    """
    pieces = _by_mark(page) if page.nodes else {UNMARKED: list(page.pieces)}
    artefacts = pieces.pop(ARTEFACT, [])
    contexts = contexts_of(page.nodes)
    drafts: list[Draft] = []
    runs: list[tuple[Draft, int, list[Piece]]] = []
    by_key: dict[Key, Draft] = {}
    open_drafts: tuple[Draft | None, ...] = (None, None)  # The last one, and the last one that is no aside.
    for node, context in zip(page.nodes, contexts, strict=True):
        if node.alt:
            drafts.append(_described(page, node, context))
        # Of content that the tree names twice, the first place counts.
        found = pieces.pop(node.mark, []) if not node.type and node.mark >= 0 else []
        if not found:
            continue
        if context.artefact:
            artefacts += found
            continue
        role = context.role or Role(())
        draft = by_key.get(role.key)
        if draft is None or not (role.firm or draft in open_drafts):
            draft = by_key[role.key] = Draft(role)
            drafts.append(draft)
        open_drafts = (draft, open_drafts[1] if role.kind in _ASIDES else draft)
        runs.append((draft, context.owner, found))
    rest = sorted((piece for found in pieces.values() for piece in found), key=lambda piece: piece.index)
    reached = _count(piece for _, _, found in runs for piece in found)
    if reached < _LEAST_REACHED * (reached + _count(rest)) or reached < _count(artefacts):
        return Tagged([draft for draft in drafts if draft.role.kind is Kind.ALT], [], list(page.pieces))
    _fill(runs, page.nodes)
    return Tagged(drafts, artefacts, rest)


def _by_mark(page: Page) -> dict[int, list[Piece]]:
    """Return the pieces of each marked content, cut where the marks change."""
    starts = [start for start, _ in page.marks]
    found: dict[int, list[Piece]] = {}
    for piece in page.pieces:
        first = max(0, bisect.bisect_right(starts, piece.index) - 1)
        after = bisect.bisect_left(starts, piece.index + (piece.length or len(piece.text)))
        cuts = [starts[position] - piece.index for position in range(first + 1, after)] if piece.length is None else []
        for position, (start, end) in enumerate(zip([0, *cuts], [*cuts, len(piece.text)], strict=True), first):
            mark = page.marks[position][1] if page.marks else UNMARKED
            found.setdefault(mark, []).append(_part(piece, start, end) if cuts else piece)
    return found


def _part(piece: Piece, start: int, end: int) -> Piece:
    """Return some characters of a piece; where they stand is a guess from how many there are."""
    step = (piece.right - piece.left) / len(piece.text)
    left, right = piece.left + step * start, piece.left + step * end
    return replace(piece, index=piece.index + start, text=piece.text[start:end], left=left, right=right)


def _count(pieces: Iterable[Piece]) -> int:
    return sum(len("".join(piece.text.split())) for piece in pieces)


def _described(page: Page, node: Node, context: Context) -> Draft:
    """Return the description of a picture, as a text in a band at its top."""
    left, bottom, right, top = node.box or (0.0, 0.0, 0.0, 0.0)
    band = (left, max(bottom, top - _BAND), right, top)
    piece = Piece(
        page.number, 0, 0, node.alt, left, right, band[1], _TEXT_SIZE, bold=False, length=0,
        picture=band if node.box else None,
    )  # fmt: skip
    return Draft(replace(context.block(Kind.ALT).role or Role(()), key=context.key), [piece])


def _fill(runs: Sequence[tuple[Draft, int, list[Piece]]], nodes: Sequence[Node]) -> None:
    """Give the drafts their pieces, as the tree asks to read them."""
    together: list[tuple[Draft, int, list[Piece]]] = []
    for draft, owner, pieces in runs:
        if together and owner >= 0 and together[-1][:2] == (draft, owner):
            together[-1][2].extend(pieces)
        else:
            together.append((draft, owner, list(pieces)))
    times = Counter(owner for _, owner, _ in together)
    for draft, owner, pieces in together:
        # What stands for several blocks, or for words apart, can't be put in the place of each.
        node = nodes[owner] if owner >= 0 and times[owner] == 1 else None
        if node is not None and node.expansion:
            short = " ".join("".join(piece.text for piece in pieces).split())
            if 0 < len(short) <= _LONGEST_SHORT_FORM:
                draft.expansions.append((short, node.expansion))
        draft.pieces += _read_as(pieces, node.actual) if node is not None and node.actual else pieces


def _read_as(pieces: list[Piece], actual: str) -> list[Piece]:
    """Return pieces with other words in their place; the pieces themselves where that can't be, or changes nothing.

    What people see decides: words that are much longer than what they stand for aren't read.
    """
    text = "".join(piece.text for piece in pieces)
    ends = [piece.index + (piece.length or len(piece.text)) for piece in pieces]
    # Between them, no more than a line end.
    unbroken = all(0 <= piece.index - end <= 2 for piece, end in zip(pieces[1:], ends, strict=False))
    same = "".join(actual.split()) == "".join(text.split())
    if same or not actual.strip() or not unbroken or len(actual) > 4 * len(text) + 20:
        return pieces
    first, last = pieces[0], pieces[-1]
    right = max(piece.right for piece in pieces) if abs(first.base - last.base) < 1 else first.right
    return [replace(first, text=actual, right=right, length=ends[-1] - first.index)]
