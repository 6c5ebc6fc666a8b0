"""Score plainspeak on outside test sets.

    python benchmarks/accuracy/run.py --data FOLDER [--papers FOLDER] [--only NAME]... [--misses N]

docs/accuracy.md says what the test sets are and how to get them.
"""

from __future__ import annotations

import argparse
import platform
import sys
from datetime import date
from importlib.metadata import version
from pathlib import Path

import passive
import plain_english
import quiet
import sentences
import tagged
import tags
from table import Request, Row, table, written_into

import acronyms

MEASURES = {
    "acronyms": acronyms.measure,
    "tags": tags.measure,
    "passive": passive.measure,
    "sentences": sentences.measure,
    "plain-english": plain_english.measure,
    "quiet": quiet.measure,
    "tagged": tagged.measure,
}


def main() -> None:
    """Run the measures, print one table and what else there is to tell, and write the table into a page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder with the test sets")
    parser.add_argument("--papers", type=Path, help="papers of any format, for the share of sentences that are tagged")
    parser.add_argument("--only", action="append", choices=MEASURES, help="measure this; may be given again")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="list up to so many misses of each kind")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="write the table into this page")
    options = parser.parse_args()
    if options.write and options.only:
        parser.error("--write needs every measure: leave out --only")
    for folder in (options.data, options.papers):
        if folder is not None and not folder.is_dir():
            parser.error(f"there is no folder {folder}")
    request = Request(options.data, options.papers, options.misses)
    rows: list[Row] = []
    details: list[str] = []
    for name in options.only or MEASURES:
        print(f"measuring: {name}", file=sys.stderr)
        result = MEASURES[name](request)
        rows += result.rows
        details += result.details
    text = f"{_caption()}\n\n{table(rows)}"
    print(text, *details, sep="\n")
    if options.write:
        page = options.write.read_text(encoding="utf-8")
        options.write.write_text(written_into(page, text), encoding="utf-8")


def _caption() -> str:
    today = date.today()
    with_what = [f"Python {platform.python_version()}", f"spaCy {version('spacy')}"]
    if peer := tags.installed_peer():
        with_what.append(f"{peer} {version(peer)}")
    return (
        f"Measured on {today.day} {today:%B %Y}: plainspeak {version('plainspeak-health')} with {', '.join(with_what)}."
    )


if __name__ == "__main__":
    main()
