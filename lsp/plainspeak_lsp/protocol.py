"""The Language Server Protocol as we speak it: pygls, without its own mirror of the open documents.

That mirror parts lines as ``str.splitlines`` does, and so gets out of step with the editor; ours is in ``buffer.py``.
What is big is sent as the bytes that it is: to build objects and turn them into JSON takes a hundred times longer.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Generator
from typing import Any

from lsprotocol import types
from pygls.protocol import LanguageServerProtocol
from pygls.protocol.language_server import lsp_method

__all__ = ["Protocol", "Raw"]

_log = logging.getLogger(__name__)


class Raw(bytes):
    """A result that is JSON already."""


class Protocol(LanguageServerProtocol):
    """Leaves the text of documents to the handlers."""

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> Generator[Any, Any, None]:
        """Hand on that a document is open."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_OPEN], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> Generator[Any, Any, None]:
        """Hand on what was typed."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CHANGE], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> Generator[Any, Any, None]:
        """Hand on that a document is closed."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CLOSE], (params,), None

    def notify_raw(self, method: str, params: bytes) -> None:
        """Send a notification whose parameters are JSON already."""
        self._write(b'{"jsonrpc":"2.0","method":%b,"params":%b}' % (json.dumps(method).encode(), params))

    def _send_response(self, msg_id: int | str, result: Any = None, error: types.ResponseError | None = None) -> None:
        if error is None and isinstance(result, Raw):
            self._result_types.pop(msg_id, None)
            self._write(b'{"jsonrpc":"2.0","id":%b,"result":%b}' % (json.dumps(msg_id).encode(), bytes(result)))
        else:
            super()._send_response(msg_id, result, error)

    def _write(self, body: bytes) -> None:
        if self.writer is None:
            return
        try:
            self.writer.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        except (BrokenPipeError, ConnectionError, ValueError):
            _log.warning("The editor is gone.")
