"""The words of notices."""

from __future__ import annotations

__all__ = ["counted"]


def counted(number: int, what: str) -> str:
    """``1 chart``, ``2 charts``, ``2 pieces of text ...``."""
    if number == 1:
        return f"1 {what}"
    first, _, rest = what.partition(" of ")
    return f"{number:,} {first}s of {rest}" if rest else f"{number:,} {what}s"
