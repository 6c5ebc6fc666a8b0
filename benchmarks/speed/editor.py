"""Time the language server on a long text, at the protocol, as an editor sees it; see README.md in this folder."""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = (ROOT / "examples" / "board-paper.md", ROOT / "examples" / "board-paper-plain.md")
WORDS = 156_000
"""Some 300 pages."""
TYPED = "utilise the ICB "
REFRESH = "workspace/diagnostic/refresh"


class Editor:
    """A plain client.

    Attributes:
        told: the methods of what the server sent unasked.
        arrived: when the last message was there, in seconds; to make sense of it is the client's own time.
    """

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.told: list[str] = []
        self.arrived = 0.0
        self.process = process
        self._answers: dict[int, asyncio.Future[Any]] = {}
        self._numbers = itertools.count(1)
        self._reading = asyncio.ensure_future(self._read())

    async def ask(self, method: str, params: object) -> Any:
        """Send a request, and return its result; ``None`` where there is none."""
        number = next(self._numbers)
        self._answers[number] = asyncio.get_running_loop().create_future()
        self._send({"id": number, "method": method, "params": params})
        return (await self._answers[number]).get("result")

    def tell(self, method: str, params: object) -> None:
        """Send a notification."""
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, object]) -> None:
        assert self.process.stdin is not None
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))

    async def _read(self) -> None:
        out = self.process.stdout
        assert out is not None
        while line := await out.readline():
            size = int(line.split(b":")[1])
            while (await out.readline()).strip():
                pass
            body = await out.readexactly(size)
            self.arrived = time.perf_counter()
            message = json.loads(body)
            if "method" in message:
                self.told.append(message["method"])
                if "id" in message:
                    self._send({"id": message["id"], "result": None})
            else:
                self._answers.pop(message["id"]).set_result(message)


def main() -> None:
    """Run the measurements and print them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--text", type=Path, nargs="*", default=EXAMPLES, help="Markdown to make the text from")
    parser.add_argument("--words", type=int, default=WORDS)
    parser.add_argument("--keys", type=int, default=100)
    options = parser.parse_args()
    paragraphs = [part for path in options.text for part in path.read_text(encoding="utf-8").split("\n\n")]
    with tempfile.TemporaryDirectory() as folder:
        # The profile of papers for meetings leaves one rule out; here every rule is on.
        Path(folder, "plainspeak.yaml").write_text("rules: {negative-contraction: information}\n", encoding="utf-8")
        asyncio.run(_measure(Path(folder), long_text(paragraphs, options.words), options.keys))


def long_text(paragraphs: Sequence[str], words: int) -> str:
    """Return whole paragraphs, over and over, until there are enough words; no two are the same."""
    taken: list[str] = []
    count = 0
    while count < words:
        paragraph = paragraphs[len(taken) % len(paragraphs)]
        # A block that was met before costs nothing, and a real paper has few twice.
        if len(taken) >= len(paragraphs) and not paragraph.startswith(("|", "---", "<")):
            paragraph = f"{paragraph} That is point {len(taken)}."
        taken.append(paragraph)
        count += len(paragraph.split())
    return "\n\n".join(taken) + "\n"


async def _measure(folder: Path, text: str, keys: int) -> None:
    pipe = asyncio.subprocess.PIPE
    command = [sys.executable, "-m", "plainspeak", "lsp"]
    process = await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe, limit=2**26)
    editor = Editor(process)
    capabilities = {
        "textDocument": {"diagnostic": {}},
        "workspace": {"diagnostics": {"refreshSupport": True}},
    }
    await editor.ask("initialize", {"processId": None, "rootUri": None, "capabilities": capabilities})
    editor.tell("initialized", {})
    # A first, short text: the glossary and the language are loaded by the time somebody opens a second one.
    await _open(editor, (folder / "short.md").as_uri(), "We utilise it.\n")
    print(f"{len(text.split()):,} words, {text.count(chr(10)):,} lines")
    try:
        uri = (folder / "long.md").as_uri()
        await _opening(editor, uri, text)
        await _typing(editor, uri, text, keys)
        memory = Path(f"/proc/{process.pid}/status")
        if memory.exists():
            peak = next(line for line in memory.read_text().splitlines() if line.startswith("VmHWM"))
            print(f"memory at most: {int(peak.split()[1]) // 1024} MB")
    finally:
        process.kill()


async def _open(editor: Editor, uri: str, text: str) -> Any:
    item = {"uri": uri, "languageId": "markdown", "version": 1, "text": text}
    editor.tell("textDocument/didOpen", {"textDocument": item})
    return await editor.ask("textDocument/diagnostic", {"textDocument": {"uri": uri}})


async def _opening(editor: Editor, uri: str, text: str) -> None:
    start = time.perf_counter()
    first = await _open(editor, uri, text)
    print(f"first diagnostics: {time.perf_counter() - start:.2f} s, {len(first['items'])} of them")
    hovers = []
    while REFRESH not in editor.told:
        asked = time.perf_counter()
        place = {"textDocument": {"uri": uri}, "position": {"line": 4, "character": 5}}
        await editor.ask("textDocument/hover", place)
        hovers.append(1000 * (editor.arrived - asked))
        await asyncio.sleep(0.02)
    await editor.ask("textDocument/diagnostic", {"textDocument": {"uri": uri}})
    print(f"all diagnostics: {time.perf_counter() - start:.2f} s")
    _print("a hover meanwhile", hovers)


async def _typing(editor: Editor, uri: str, text: str, keys: int) -> None:
    chance = random.Random(3)
    long_lines = [number for number, line in enumerate(text.split("\n")) if len(line) > 60]
    waits, line, previous = [], 0, None
    for key in range(keys):
        if key % len(TYPED) == 0:
            line = chance.choice(long_lines)
        at = {"line": line, "character": 20 + key % len(TYPED)}
        change = {"range": {"start": at, "end": at}, "text": TYPED[key % len(TYPED)]}
        typed = time.perf_counter()
        editor.tell(
            "textDocument/didChange", {"textDocument": {"uri": uri, "version": key + 2}, "contentChanges": [change]}
        )
        params = {"textDocument": {"uri": uri}, "previousResultId": previous}
        answer = await editor.ask("textDocument/diagnostic", params)
        waits.append(1000 * (editor.arrived - typed))
        previous = answer["resultId"]
        await asyncio.sleep(0.05)
    _print("from a key to the diagnostics", waits)


def _print(what: str, milliseconds: Sequence[float]) -> None:
    ordered = sorted(milliseconds)
    print(
        f"{what}: median {statistics.median(ordered):.0f} ms, "
        f"95 in 100 within {ordered[int(0.95 * (len(ordered) - 1))]:.0f} ms, at most {ordered[-1]:.0f} ms"
    )


if __name__ == "__main__":
    main()
