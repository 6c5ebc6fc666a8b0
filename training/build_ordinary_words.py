"""Build the list of ordinary words from Debian's small British word list (wbritish-small, made from SCOWL).

    python training/build_ordinary_words.py /usr/share/dict/british-english-small

A word in capitals that stands on this list isn't taken for an acronym. Kept are words of 3 to 12 letters in lower case,
names of 5 letters or more (people, places, days), and a few words of two letters; what the list itself writes in
capitals (DNA) is left out, and so are Roman numerals.
"""

from __future__ import annotations

import argparse
import hashlib
import re
from pathlib import Path

DATA = Path(__file__).resolve().parents[1] / "src" / "plainspeak" / "language" / "data"
TWO_LETTERS = frozenset("am an as at be by do go he if in is it me my no of oh on or so to up us we hi".split())
ROMAN = re.compile(r"[ivx]{3,}$")


def main() -> None:
    """Write ``ordinary_words.txt`` and print what it was made from."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path)
    source = parser.parse_args().source
    listed = source.read_text(encoding="utf-8").split()
    capitals = {word.lower() for word in listed if word.isupper()}
    words = {word for word in listed if re.fullmatch(r"[a-z]{3,12}", word)} | TWO_LETTERS
    names = {word.lower() for word in listed if re.fullmatch(r"[A-Z][a-z]{4,11}", word)} - capitals
    kept = sorted(word for word in words | names if not ROMAN.match(word))
    (DATA / "ordinary_words.txt").write_text("\n".join(kept) + "\n", encoding="utf-8")
    print(f"{len(kept)} words; SHA-256 of the source: {hashlib.sha256(source.read_bytes()).hexdigest()}")


if __name__ == "__main__":
    main()
