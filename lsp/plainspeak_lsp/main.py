"""Start the server."""

from __future__ import annotations

import logging
import sys

from plainspeak_lsp.commands import register as register_commands
from plainspeak_lsp.features import register as register_features
from plainspeak_lsp.server import PlainspeakServer

__all__ = ["make_server", "serve"]

_TURN = 0.001
"""Seconds."""


def make_server() -> PlainspeakServer:
    """Return a server that knows all its features and commands."""
    server = PlainspeakServer()
    register_features(server)
    register_commands(server)
    return server


def serve(*, host: str | None = None, port: int = 0) -> None:
    """Serve one editor until it leaves.

    Args:
        host: where to listen; ``None`` is standard input and output.
        port: to listen at.

    Raises:
        OSError: nobody can listen there.
    """
    # Standard output belongs to the protocol.
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(levelname)s: %(message)s")
    # They report each request that was cancelled or came too late, and each editor that left without a word.
    for name in ("pygls", "asyncio"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    # While a thread gathers what a long text says, whoever answers the editor takes its turn sooner.
    sys.setswitchinterval(_TURN)
    server = make_server()
    if host is None:
        server.start_io()
    else:
        server.start_tcp(host, port)
