"""How far the page numbers of a Word file can be believed.

Word notes where its pages ended when it last drew them. What was written since, or by another program, has no such
notes, so that the last page they tell of seems to go on for ever.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from plainspeak.document import Block

__all__ = ["without_doubtful_pages"]

_LONGEST_PAGE = 5_000
_SURE = 2_500
"""Characters: a full page in small print, and as much as there is on an ordinary one."""


def without_doubtful_pages(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks without page numbers from where a page has gone on for longer than a page does."""
    lengths: Counter[int | None] = Counter()
    for block in blocks:
        lengths[block.place.page] += len(block.text)
    endless = min((page for page, length in lengths.items() if page is not None and length > _LONGEST_PAGE), default=0)
    if not endless:
        return tuple(blocks)
    on_it = 0
    believed = []
    for block in blocks:
        page = block.place.page
        doubtful = page is not None and (page > endless or (page == endless and on_it > _SURE))
        on_it += len(block.text) if page == endless else 0
        place = replace(block.place, page=None, page_is_estimate=False)
        believed.append(replace(block, place=place) if doubtful else block)
    return tuple(believed)
