"""Names for papers: what a report calls them, and safe names for the files of their pages."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath

__all__ = ["page_names", "shown_names"]

_LONGEST = 80
_NOT_FOR_FILES = frozenset(
    {"index", "con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}
)
"""The first is the page of the whole pack; Windows keeps the others for itself."""


def shown_names(paths: Sequence[str]) -> list[str]:
    """Return what to call some papers: the names of their files, with the folders where two have the same name.

    Folders say where on somebody's computer a paper lies, which is nothing for a page that may go round.
    """
    names = [PurePath(path).name or path for path in paths]
    often = Counter(names)
    return [name if often[name] == 1 else path for name, path in zip(names, paths, strict=True)]


def page_names(names: Sequence[str]) -> list[str]:
    """Return names for the pages of some papers, without the ending: in small letters that every system takes."""
    taken = set(_NOT_FOR_FILES)
    pages = []
    for name in names:
        plain = unicodedata.normalize("NFKD", PurePath(name).stem).encode("ascii", "ignore").decode().lower()
        base = "-".join(re.findall(r"[a-z0-9]+", plain))[:_LONGEST] or "paper"
        page, again = base, 2
        while page in taken:
            page, again = f"{base}-{again}", again + 1
        taken.add(page)
        pages.append(page)
    return pages
