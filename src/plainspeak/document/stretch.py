"""Some blocks of a document that stand one after the other, and what is gathered from them together.

Whatever has to be known of a whole document is gathered stretch by stretch, and then put together. Of a text that is
being edited, most stretches stay what they are: what was gathered from them is still there.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar

from plainspeak.document.model import Block

__all__ = ["Stretch", "gathered", "placed"]

_Fact = TypeVar("_Fact", covariant=True)
_Gathered = TypeVar("_Gathered")
_Context = ParamSpec("_Context")


class Stretch(Generic[_Fact]):
    """Some blocks that stand one after the other. A table is never in two stretches.

    Attributes:
        blocks: in order.
        facts: what is known of each.
    """

    __slots__ = ("_gathered", "blocks", "facts")

    def __init__(self, blocks: Sequence[Block], facts: Sequence[_Fact]) -> None:
        self.blocks = blocks
        self.facts = facts
        self._gathered: dict[object, tuple[tuple[Hashable, ...], Any]] = {}

    def gather(
        self,
        how: Callable[Concatenate[Stretch[_Fact], _Context], _Gathered],
        *context: _Context.args,
        **nothing: _Context.kwargs,
    ) -> _Gathered:
        """Return what a function makes of the stretch, as long as its other arguments are what they were last time.

        Args:
            how: looks at the blocks and the facts, and counts blocks from the first one here.
            context: its other arguments.
            nothing: there are no others.
        """
        known = self._gathered.get(how)
        # A tuple compares by identity first, so arguments that stay the same cost nothing, however big.
        if known is not None and known[0] == context:
            result: _Gathered = known[1]
            return result
        result = how(self, *context, **nothing)
        self._gathered[how] = (context, result)
        return result


def gathered(
    stretches: Iterable[Stretch[_Fact]],
    how: Callable[Concatenate[Stretch[_Fact], _Context], _Gathered],
    *context: _Context.args,
    **nothing: _Context.kwargs,
) -> Iterator[tuple[int, _Gathered]]:
    """Yield for each stretch the number of its first block in the document, and what is gathered from it."""
    first = 0
    for stretch in stretches:
        yield first, stretch.gather(how, *context, **nothing)
        first += len(stretch.blocks)


def placed(
    stretches: Iterable[Stretch[_Fact]],
    how: Callable[Concatenate[Stretch[_Fact], int, _Context], _Gathered],
    *context: _Context.args,
    **nothing: _Context.kwargs,
) -> Iterator[_Gathered]:
    """Yield what is gathered from each stretch by a function that is told the number of its first block too."""
    first = 0
    for stretch in stretches:
        yield stretch.gather(how, first, *context, **nothing)
        first += len(stretch.blocks)
