"""Load the parts of spaCy that we use, and only those.

``import spacy`` costs 1.3 s on a small machine: nearly half of it is spaCy's own command line with its HTTP clients,
and a sixth is the garbage collector looking at the thousands of objects that imports make. A check of one page can't
afford either, so the command line is left out while spaCy is imported and the collector waits.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from types import ModuleType
from typing import Any

__all__ = ["spacy_module"]


@cache
def spacy_module() -> Any:
    """Import spaCy at the first call and return the module."""
    if "spacy" in sys.modules:
        return sys.modules["spacy"]
    with _no_garbage_collection(), _without_command_line():
        import spacy
        import spacy.matcher
        import spacy.tokenizer
    return spacy


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@contextmanager
def _without_command_line() -> Iterator[None]:
    """Stand in for ``spacy.cli`` while spaCy's initialiser runs; afterwards ``import spacy.cli`` finds the real one."""
    package, info = ModuleType("spacy.cli"), ModuleType("spacy.cli.info")
    package.__path__ = []
    info.info = None  # type: ignore[attr-defined]
    stand_ins = {"spacy.cli": package, "spacy.cli.info": info}
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name in stand_ins:
            sys.modules.pop(name, None)
