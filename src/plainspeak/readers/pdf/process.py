"""Have a PDF opened in a child process, with limits on memory and time, and return what it answers."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

from plainspeak.readers.base import Limits

__all__ = ["ask_child"]

_CHILD = Path(__file__).with_name("child.py")
_HOME = Path(__file__).parents[3]


def ask_child(work: str, data: bytes, limits: Limits, **details: Any) -> list[dict[str, Any]]:
    """Run the child process on a PDF, and return what it wrote; however it ended.

    ``-I`` and ``-S`` keep it from running anything of the user's; it gets our module path with the request.

    Args:
        work: the module whose ``answers(data, request)`` yields the answers. The time allowed for each page begins with
            the first answer that holds ``pages``.
        data: the PDF.
        limits: those of the PDF's pages, characters, memory and time hold.
        details: more for the request, as plain data.
    """
    request = {
        "path": [*sys.path, str(_HOME)],
        "work": work,
        "memory_bytes": limits.pdf_memory_bytes,
        "seconds": limits.pdf_seconds,
        "seconds_a_page": limits.pdf_seconds_a_page,
        "pages": limits.pdf_pages,
        "characters": limits.characters,
        **details,
    }
    child = subprocess.Popen(
        [sys.executable, "-I", "-S", str(_CHILD)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    timer = _kill_later(child, limits.pdf_seconds)
    answers: list[dict[str, Any]] = []
    try:
        # What the child couldn't write, because it came to grief, is missing from the answers.
        with child, suppress(OSError, ValueError):
            if child.stdin is None or child.stdout is None:
                raise OSError("the child has no pipes")
            # The child reads all before it writes anything, so that neither can wait for the other.
            child.stdin.write(json.dumps(request).encode() + b"\n")
            child.stdin.write(data)
            child.stdin.close()
            for line in child.stdout:
                answers.append(json.loads(line))
                if "pages" in answers[-1]:
                    timer.cancel()
                    timer = _kill_later(child, limits.pdf_seconds + limits.pdf_seconds_a_page * answers[-1]["pages"])
    finally:
        timer.cancel()
        child.kill()
    return answers


def _kill_later(child: subprocess.Popen[bytes], seconds: float) -> threading.Timer:
    """End a child that is too far gone to watch the time itself, some time after it should have."""
    timer = threading.Timer(2 * seconds + 5, child.kill)
    timer.daemon = True
    timer.start()
    return timer
