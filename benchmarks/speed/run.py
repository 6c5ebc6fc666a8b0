"""Time the whole ``plainspeak check`` beside other prose linters; see README.md in this folder."""

from __future__ import annotations

import argparse
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = (ROOT / "examples" / "board-paper.md", ROOT / "examples" / "board-paper-plain.md")
PAGE_WORDS = 500
BOOK_WORDS = 100_000


def main() -> None:
    """Run the comparison and print one table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peer", action="append", default=[], help='a command, such as "alex {file}"')
    parser.add_argument("--text", type=Path, nargs="*", default=EXAMPLES, help="Markdown to make the files from")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    own = f"{shlex.quote(sys.executable)} -m plainspeak check {{file}}"
    commands = {"plainspeak": own, **{shlex.split(peer)[0].rsplit("/", 1)[-1]: peer for peer in options.peer}}
    for command in commands.values():
        if shutil.which(shlex.split(command)[0]) is None:
            parser.error(f"there is no program {shlex.split(command)[0]}")
    paragraphs = [part for path in options.text for part in path.read_text(encoding="utf-8").split("\n\n")]
    with tempfile.TemporaryDirectory() as folder:
        for name, words in (("page", PAGE_WORDS), ("book", BOOK_WORDS)):
            file = Path(folder, f"{name}.md")
            file.write_text(_text(paragraphs, words), encoding="utf-8")
            counted = len(file.read_text(encoding="utf-8").split())
            _print_table(name, counted, _time(commands, file, options.runs))


def _text(paragraphs: list[str], words: int) -> str:
    """Return whole paragraphs, over and over, until there are enough words."""
    taken: list[str] = []
    number = 0
    while number < words:
        paragraph = paragraphs[len(taken) % len(paragraphs)]
        taken.append(paragraph)
        number += len(paragraph.split())
    return "\n\n".join(taken) + "\n"


def _time(commands: dict[str, str], file: Path, runs: int) -> dict[str, list[float]]:
    """Return the wall-clock seconds of each command; they run in turn, and the first round isn't counted."""
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for round_number in range(runs + 1):
        for name, command in commands.items():
            arguments = [part.format(file=file) for part in shlex.split(command)]
            start = time.perf_counter()
            subprocess.run(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
            if round_number:
                seconds[name].append(time.perf_counter() - start)
    return seconds


def _print_table(name: str, words: int, seconds: dict[str, list[float]]) -> None:
    own = statistics.median(seconds["plainspeak"])
    print(f"{name}: {words:,} words of Markdown")
    for tool, times in seconds.items():
        median = statistics.median(times)
        spread = f"(from {min(times):.2f} to {max(times):.2f})"
        print(f"  {tool:<12} {median:7.2f} s  {spread}   {median / own:5.2f} x plainspeak")


if __name__ == "__main__":
    main()
