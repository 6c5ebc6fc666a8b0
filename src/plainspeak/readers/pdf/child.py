"""The child process that opens a PDF: bytes come in, plain answers go out.

PDFium is C++ that parses hostile input, and some files make it end the whole process. So it runs here, alone, with
limits on memory and time. This file is run by its path, not imported. Standard input holds one line of JSON (a request,
which names the module that does the work) and then the PDF; standard output one line of JSON for each answer.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
import threading
from contextlib import suppress

__all__ = ["main"]


def main() -> None:
    """Read the request and the PDF from standard input, and write the answers to standard output."""
    request = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read()
    sys.path[:] = request["path"]
    _limit_memory(request["memory_bytes"])
    timer = _start_timer(request["seconds"])
    # Only now: the module path came with the request.
    work = importlib.import_module(request["work"])
    for answer in work.answers(data, request):
        sys.stdout.buffer.write(json.dumps(answer, separators=(",", ":")).encode() + b"\n")
        sys.stdout.buffer.flush()
        if "pages" in answer:
            timer.cancel()
            timer = _start_timer(request["seconds"] + request["seconds_a_page"] * answer["pages"])


def _limit_memory(size: int) -> None:
    """Cap the address space. Windows cannot; there the limits on size, pages and time must do."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (size, size))


def _start_timer(seconds: float) -> threading.Timer:
    """End this process when the time is up, even in the middle of a call to PDFium."""
    timer = threading.Timer(seconds, os._exit, [1])
    timer.daemon = True
    timer.start()
    return timer


if __name__ == "__main__":
    main()
