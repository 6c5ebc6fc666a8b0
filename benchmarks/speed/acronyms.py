"""Time the search for acronyms beside the splitting of the same text into words; see README.md in this folder."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from plainspeak.acronyms import acronym_facts, build_ledger
from plainspeak.document import Block, Kind, Stretch
from plainspeak.glossary import Glossary, load_glossary
from plainspeak.language import analyse_words, is_ordinary_word
from plainspeak.language.words import tokenize
from plainspeak.readers import read_document

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = (ROOT / "examples" / "board-paper.md", ROOT / "examples" / "board-paper-plain.md")
CHARACTERS = 1_000_000
Result = TypeVar("Result")
ODD = ("(", "[(", ")", "A ", "AB ", "AB-", "A&", "A.", "(AB) ", "1A", "a_", "ABC \u2013 ", "e\u0301A\u0301 ")


def main() -> None:
    """Print a table of papers and one of odd texts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("papers", type=Path, nargs="*", default=EXAMPLES)
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    glossary = load_glossary()
    # What is read from files once a process is no part of the time for a paper.
    is_ordinary_word("paper")
    tokenize("paper")
    print("seconds of processor time: first sight of a paper, then the fastest of later rounds")
    for paper in options.papers:
        _time_paper(paper, glossary, options.rounds)
    print(f"\nodd texts of {CHARACTERS // 2:,} and {CHARACTERS:,} characters: seconds for the acronyms alone")
    for pattern in ODD:
        half, whole = (_time_odd(pattern, length, glossary) for length in (CHARACTERS // 2, CHARACTERS))
        print(f"  {pattern!r:12} {half:7.2f} {whole:7.2f}   {whole / half:5.2f} times as long")


def _time_paper(paper: Path, glossary: Glossary, rounds: int) -> None:
    blocks = read_document(paper).blocks
    seconds = [_time_blocks(blocks, glossary) for _ in range(1 + rounds)]
    words = sum(len(analyse_words(block).words) for block in blocks)
    print(f"{paper.name}: {words:,} words and marks")
    again = tuple(map(min, zip(*seconds[1:], strict=True)))
    for name, (tokens, sentences, acronyms) in (("first", seconds[0]), ("again", again)):
        print(
            f"  {name}: words {tokens:.4f}, words and sentences {sentences:.4f}, acronyms {acronyms:.4f}: "
            f"{acronyms / tokens:.2f} of words, {acronyms / sentences:.2f} of words and sentences"
        )


def _time_blocks(blocks: Sequence[Block], glossary: Glossary) -> tuple[float, float, float]:
    """Return the seconds to split a paper into words, into words and sentences, and to find its acronyms."""
    tokens, _ = _timed(lambda: [tokenize(block.text) for block in blocks])
    sentences, analysed = _timed(lambda: [analyse_words(block) for block in blocks])
    acronyms, _ = _timed(
        lambda: build_ledger([Stretch(blocks, [acronym_facts(block, glossary) for block in analysed])], glossary)
    )
    return tokens, sentences, acronyms


def _time_odd(pattern: str, length: int, glossary: Glossary) -> float:
    block = Block(Kind.PARAGRAPH, (pattern * length)[:length])
    analysed = analyse_words(block)
    seconds, _ = _timed(lambda: build_ledger([Stretch([block], [acronym_facts(analysed, glossary)])], glossary))
    return seconds


def _timed(work: Callable[[], Result]) -> tuple[float, Result]:
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


if __name__ == "__main__":
    main()
