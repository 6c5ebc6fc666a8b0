"""Precision, recall and F1 from what was found and what was there to find."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Set

__all__ = ["Counts", "compare", "total"]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were rightly found, wrongly found, and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The share of what was found that is right, from 0 to 1; 0 where nothing was found."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0

    @property
    def recall(self) -> float:
        """The share of what is there that was found, from 0 to 1; 0 where there is nothing to find."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, from 0 to 1 (van Rijsbergen's F with equal weights)."""
        both = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / both if both else 0.0

    def __str__(self) -> str:
        return f"F1 {self.f1:.3f} (precision {self.precision:.3f}, recall {self.recall:.3f})"


def compare(found: Set[Hashable], gold: Set[Hashable]) -> Counts:
    """Count what two sets share: places in a text, numbers of sentences, letters with their words."""
    return Counts(len(found & gold), len(found - gold), len(gold - found))


def total(counts: Iterable[Counts]) -> Counts:
    """Add up the counts of several texts, so that each thing to find weighs the same (micro average)."""
    each = list(counts)
    return Counts(sum(one.right for one in each), sum(one.wrong for one in each), sum(one.missed for one in each))
