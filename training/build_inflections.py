"""Build the tables of irregular forms from LemmInflect's data, made from the NIH's SPECIALIST Lexicon.

Only the data file of the package is used, and only here:

    pip download --no-deps lemminflect==0.2.3 && unzip -j lemminflect-0.2.3-*.whl '*/infl_lu.csv.gz' '*/LICENSE'
    python training/build_inflections.py infl_lu.csv.gz --words british-english

The word list is Debian's wbritish (2020.12.07-2). It decides which entries are ordinary words, and which of several
spellings is the British one ("travelled", not "traveled"); nothing else is taken from it.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from build_syllables import write_section

from plainspeak.language.inflection import Irregular, inflect_word, lemma_of_word, with_lemmas
from plainspeak.language.inflection_rules import regular_form

DATA = Path(__file__).resolve().parents[1] / "src" / "plainspeak" / "language" / "data"
VERB_TAGS = ("VBD", "VBN", "VBG", "VBZ")
FOLDS = 10

Key = tuple[str, str]
"""A word and a tag."""

# Forms that the data lacks, or of which it has the American one, or a rarer one, first.
BRITISH_FORMS = {
    ("age", "VBG"): "ageing",
    ("aircraft", "NNS"): "aircraft",
    ("be", "VBD"): "was",
    ("be", "VBG"): "being",
    ("be", "VBN"): "been",
    ("be", "VBP"): "are",
    ("be", "VBZ"): "is",
    ("bear", "VBN"): "borne",
    ("bid", "VBD"): "bid",
    ("broadcast", "VBD"): "broadcast",
    ("burn", "VBD"): "burnt",
    ("cost", "VBD"): "cost",
    ("disprove", "VBN"): "disproved",
    ("dream", "VBD"): "dreamt",
    ("fit", "VBD"): "fitted",
    ("forecast", "VBD"): "forecast",
    ("get", "VBN"): "got",
    ("input", "VBD"): "input",
    ("lean", "VBD"): "leant",
    ("leap", "VBD"): "leapt",
    ("learn", "VBD"): "learnt",
    ("offspring", "NNS"): "offspring",
    ("people", "NNS"): "people",
    ("person", "NNS"): "people",
    ("plead", "VBD"): "pleaded",
    ("prove", "VBN"): "proved",
    ("quit", "VBD"): "quit",
    ("run", "VBN"): "run",
    ("shave", "VBN"): "shaved",
    ("sheep", "NNS"): "sheep",
    ("smell", "VBD"): "smelt",
    ("spell", "VBD"): "spelt",
    ("spoil", "VBD"): "spoilt",
    ("spring", "VBN"): "sprung",
    ("swell", "VBN"): "swollen",
    ("torpedo", "VBD"): "torpedoed",
    ("wake", "VBN"): "woken",
    ("weave", "VBD"): "wove",
    ("weave", "VBN"): "woven",
}
# Bases of forms that a table of one form for each tag doesn't have, or that a rarer word shares.
BASES = {
    ("am", "VBP"): "be",
    ("bathed", "VBD"): "bathe",
    ("bathing", "VBG"): "bathe",
    ("born", "VBN"): "bear",
    ("doses", "NNS"): "dose",
    ("installs", "VBZ"): "install",
    ("'m", "VBP"): "be",
    ("paled", "VBD"): "pale",
    ("paling", "VBG"): "pale",
    ("'re", "VBP"): "be",
    ("taxes", "NNS"): "tax",
    ("'ve", "VBP"): "have",
    ("were", "VBD"): "be",
}


@dataclass(frozen=True)
class Fact:
    """What the source says: the forms of a base under a tag, the one we want first."""

    base: str
    tag: str
    forms: tuple[str, ...]


def read_facts(path: Path, british: frozenset[str]) -> list[Fact]:
    """Return the forms of every ordinary verb and noun, the British spelling first."""
    facts: dict[Key, Fact] = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            base, part, *columns = line.rstrip("\n").split(",")
            if base not in british or not base.islower() or part not in ("noun", "verb"):
                continue
            if part == "verb":
                past, participle, present, third = columns
                # Where the participle is one of the past forms ("focussed"), it is the one that stands first.
                own = set(participle.split("/")) - set(past.split("/")) - {""}
                columns = [past, participle if own else past, present, third]
            for tag, column in zip(VERB_TAGS if part == "verb" else ("NNS",), columns, strict=True):
                forms = british_first(base, tag, column.split("/"), british)
                # A noun that has no plural ("governance") needs none, but "clothes" and "series" look like plurals.
                if forms and (part == "verb" or forms[0] != base or regular_form(base, tag) == base):
                    facts[base, tag] = Fact(base, tag, forms)
    for (base, tag), form in BRITISH_FORMS.items():
        for same in (tag, "VBN") if tag == "VBD" and (base, "VBN") not in BRITISH_FORMS else (tag,):
            others = facts[base, same].forms if (base, same) in facts else ()
            facts[base, same] = Fact(base, same, tuple(dict.fromkeys((form, *others))))
    return list(facts.values())


def british_first(base: str, tag: str, forms: list[str], british: frozenset[str]) -> tuple[str, ...]:
    """Return the forms in one word, those on the British list first.

    Of a noun that can be used without a plural ("speed"), the plural comes first. Where the list has none of the forms,
    but has the regular one ("enrolled"), the source is passed over.
    """
    words = [form for form in forms if form and " " not in form and "'" not in form]
    known = [form for form in words if form in british and form != base] or [form for form in words if form in british]
    regular = regular_form(base, tag)
    if not known and regular not in words:
        return () if regular in british else tuple(words)
    if not known:
        return (regular,)
    return (*known, *(form for form in words if form not in known))


def tables_of(facts: list[Fact], lemmas: dict[tuple[str, str], set[str]]) -> tuple[dict[Key, str], dict[Key, str]]:
    """Return the forms that the rules get wrong, and the bases that neither they nor those forms lead back to."""
    forms: dict[tuple[str, str], str] = {}
    for fact in facts:
        if inflect_word(fact.base, fact.tag, Irregular(forms, {})) != fact.forms[0]:
            forms[fact.base, fact.tag] = fact.forms[0]
    forms = dict(sorted(forms.items()))
    whole = with_lemmas(forms, BASES)
    bases = dict(BASES)
    for fact in facts:
        for form in fact.forms:
            if lemma_of_word(form, fact.tag, whole) not in lemmas[form, fact.tag]:
                bases.setdefault((form, fact.tag), fact.base)
    return forms, dict(sorted(bases.items()))


def share(facts: Iterable[Fact], right: Callable[[Fact], bool]) -> float:
    """Return the share of facts that are right, in percent."""
    results = [right(fact) for fact in facts]
    return 100 * sum(results) / len(results)


def folds_of(facts: list[Fact]) -> Iterator[tuple[list[Fact], list[Fact]]]:
    """Yield nine tenths of the words and the other tenth, by a hash of the base: a word is in one of the two."""
    parts = {fact.base: hashlib.sha256(fact.base.encode()).digest()[0] % FOLDS for fact in facts}
    for fold in range(FOLDS):
        yield [f for f in facts if parts[f.base] != fold], [f for f in facts if parts[f.base] == fold]


def main() -> None:
    """Read the arguments, write the tables and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path, help="infl_lu.csv.gz, with LemmInflect's LICENSE beside it")
    parser.add_argument("--words", type=Path, required=True, help="a list of British words, one a line")
    options = parser.parse_args()
    facts = read_facts(options.source, frozenset(options.words.read_text(encoding="utf-8").split()))
    lemmas: dict[tuple[str, str], set[str]] = defaultdict(set)
    for fact in facts:
        for form in fact.forms:
            lemmas[form, fact.tag].add(fact.base)
    forms, bases = tables_of(facts, lemmas)
    for name, table in (("irregular_forms.txt", forms), ("irregular_lemmas.txt", bases)):
        (DATA / name).write_text("".join(f"{word} {tag} {other}\n" for (word, tag), other in table.items()), "utf-8")
    whole = with_lemmas(forms, bases)

    def comes_back(fact: Fact) -> bool:
        return lemma_of_word(inflect_word(fact.base, fact.tag, whole), fact.tag, whole) == fact.base

    unseen_forms, unseen_lemmas = [], []
    for seen, unseen in folds_of(facts):
        part = with_lemmas(*tables_of(seen, lemmas))
        for fact in unseen:
            unseen_forms.append(inflect_word(fact.base, fact.tag, part) in fact.forms)
            unseen_lemmas.append(lemma_of_word(fact.forms[0], fact.tag, part) in lemmas[fact.forms[0], fact.tag])
    figures = f"""\
- Forms in the source of verbs and nouns that the word list has: {len(facts):,}.
- With the tables, {share(facts, comes_back):.2f}% of the words come back from their own form; the rest are forms
  of two words, such as "lives" of "life" and "live".
- With tables made from the other nine tenths of the words, {100 * sum(unseen_forms) / len(facts):.2f}% of the forms of
  a tenth are right, and {100 * sum(unseen_lemmas) / len(facts):.2f}% of their bases."""
    print(figures, f"- Listed: {len(forms):,} forms and {len(bases):,} bases.", sep="\n")
    write_section(
        DATA / "README.md",
        "irregular_forms.txt and irregular_lemmas.txt",
        f"""## irregular_forms.txt and irregular_lemmas.txt

What the rules in `inflection_rules.py` get wrong, one a line: {len(forms):,} forms of verbs and nouns (base, tag, form)
and {len(bases):,} bases that the rules and the first table don't lead back to (form, tag, base). Written by
`training/build_inflections.py`; don't edit them by hand.

- Source: `{options.source.name}` of LemmInflect 0.2.3 (PyPI), made from the SPECIALIST Lexicon of the National Library
  of Medicine (NIH, United States).
- SHA-256 of the source: `{hashlib.sha256(options.source.read_bytes()).hexdigest()}`
{figures}
- Licence: LemmInflect's (MIT), see `LICENSE`. Debian's wbritish list only chose the ordinary words and the British
  spellings.""",
    )
    licence = options.source.with_name("LICENSE").read_text(encoding="utf-8").strip()
    write_section(
        DATA / "LICENSE",
        "irregular_forms.txt and irregular_lemmas.txt",
        f"""irregular_forms.txt and irregular_lemmas.txt

Made from the data of LemmInflect, whose notice follows. That data was made from the SPECIALIST Lexicon, which the
National Library of Medicine (United States) offers to all; the Library doesn't endorse this work.

{licence}""",
    )


if __name__ == "__main__":
    main()
