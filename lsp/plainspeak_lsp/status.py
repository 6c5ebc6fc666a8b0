"""How far the check of a document is, for the editor's status bar."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from plainspeak.checker import UNEXPLAINED
from plainspeak_lsp.diagnostics import Diagnostics
from plainspeak_lsp.view import View

__all__ = ["State", "Status", "status_of"]

State = Literal["checking", "idle", "off", "tooLarge", "trouble"]


class Status(NamedTuple):
    """What a status bar can show."""

    state: State
    findings: int = 0
    shown: int = 0
    unexplained: int = 0
    """Short forms and terms that the text doesn't explain, each counted once."""
    reading_age: int | None = None
    """In years."""
    message: str | None = None
    """A sentence for people, if something needs to be said."""

    def to_json(self, uri: str, version: int) -> dict[str, Any]:
        """Return it as it is sent."""
        return {
            "uri": uri,
            "version": version,
            "state": self.state,
            "findings": self.findings,
            "shown": self.shown,
            "unexplained": self.unexplained,
            "readingAge": self.reading_age,
            "message": self.message,
        }


def status_of(view: View, found: Diagnostics, troubles: tuple[str, ...]) -> Status:
    """Return the status of a document that has been checked, or of its beginning so far."""
    unexplained = sum(finding.rule in UNEXPLAINED for finding in view.findings)
    hidden = found.total - found.shown - found.held_back
    message = troubles[0] if troubles else f"{hidden:,} more aren\u2019t shown." if hidden > 0 else None
    state: State = "checking" if not view.is_whole else "trouble" if troubles else "idle"
    return Status(state, found.total, found.shown, unexplained, view.report.reading.reading_age, message)
