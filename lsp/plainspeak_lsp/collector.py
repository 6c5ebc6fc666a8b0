"""When garbage is looked for: while nobody waits for an answer."""

from __future__ import annotations

import asyncio
import gc

__all__ = ["Collector"]

_IDLE = 2.0
"""Seconds without a question after which nobody is taken to wait."""


class Collector:
    """Collects garbage when the editor is idle.

    A long text takes millions of small values that stay as long as it is open. Python would look through them again
    and again, for a fifth of a second each time, and that in the middle of an answer.
    """

    def __init__(self) -> None:
        self._later: asyncio.TimerHandle | None = None
        self.keep()

    def keep(self) -> None:
        """Take all that there is now for something that stays."""
        # A library that loads a model switches this on again when it has done so.
        gc.disable()
        gc.freeze()

    def pause(self) -> None:
        """Collect nothing until somebody asks for that again."""
        if self._later is not None:
            self._later.cancel()
            self._later = None

    def collect_later(self) -> None:
        """Collect what comes from now on when it has been quiet for a while."""
        self.pause()
        self._later = asyncio.get_running_loop().call_later(_IDLE, self._collect)

    def _collect(self) -> None:
        self._later = None
        gc.collect()
        self.keep()
