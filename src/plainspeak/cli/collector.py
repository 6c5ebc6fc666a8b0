"""How often a process of ours looks for garbage."""

from __future__ import annotations

import gc

__all__ = ["collect_seldom"]

_VALUES_BETWEEN_COLLECTIONS = 500_000


def collect_seldom() -> None:
    """Make the garbage collector patient.

    A run makes hundreds of thousands of small values and next to no cycles. Looking for these as often as Python does
    takes a third of the time of a long paper, and frees nothing.
    """
    gc.set_threshold(_VALUES_BETWEEN_COLLECTIONS, 20, 20)
