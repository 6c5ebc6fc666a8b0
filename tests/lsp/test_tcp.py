"""The server at a port, as an editor on the same computer may want it."""

from __future__ import annotations

import socket
import subprocess
import sys
import time

COMMAND = [sys.executable, "-m", "plainspeak", "lsp", "--tcp", "--port"]
HELLO = b'{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}'


def test_an_editor_at_a_port() -> None:
    """It is answered, and leaves nothing but silence behind when it goes without a word."""
    port = _free_port()
    with subprocess.Popen([*COMMAND, str(port)], stderr=subprocess.PIPE) as server:
        editor = _connected(port)
        editor.sendall(b"Content-Length: %d\r\n\r\n%b" % (len(HELLO), HELLO))
        answer = b""
        while b'"hoverProvider"' not in answer:
            more = editor.recv(65_536)
            assert more, answer
            answer += more
        # A reset, not a goodbye.
        editor.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        editor.close()
        time.sleep(0.5)
        server.kill()
        assert server.stderr is not None
        assert server.stderr.read() == b""


def test_a_port_that_is_taken() -> None:
    """One line says so, and what to do."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = subprocess.run([*COMMAND, str(port)], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr == (
        f"error: Port {port} of 127.0.0.1 can\u2019t be used. "
        "Another program may have it: choose another one with --port.\n"
    )


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def _connected(port: int) -> socket.socket:
    end = time.monotonic() + 60
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=60)
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
