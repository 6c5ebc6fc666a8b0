"""Measure acronyms: pairs of letters and words in abstracts, whole pages, single sentences, and papers marked by hand.

plainspeak is asked as any developer would ask it, by ``find_acronyms`` or by the ledger of a check. Beside it stand two
simple methods: Schwartz and Hearst's, as in the package ``abbreviations``, for what is spelt out, and a pattern of
capitals for what isn't. Both are measured only if that package is installed.
"""

from __future__ import annotations

import bisect
import csv
import json
import re
import xml.etree.ElementTree as ElementTree
from functools import cache
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from scores import Counts, compare, total
from table import NOT_MEASURED, Request, Result, Row

import plainspeak
from plainspeak.checker import Checker
from plainspeak.config import profile_config, without_rules
from plainspeak.document import Span
from plainspeak.readers import read_document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from plainspeak.acronyms import LedgerEntry
    from plainspeak.report import Report

__all__ = ["labelled_spans", "marks", "measure", "page_forms", "pairs_of", "read_pairs"]

_PEER = "abbreviations"
_CAPITALS = re.compile(r"\b[A-Z][A-Z0-9&]+s?\b")
_PLURAL = re.compile(r"(?<=[A-Z0-9])s$")

Pair = tuple[str, str]


def measure(request: Request) -> Result:
    """Measure all the sets that are there."""
    parts = (_pairs(request), _pages(request), _sentences(request), _papers(request))
    return Result(
        tuple(row for part in parts for row in part.rows), tuple(line for part in parts for line in part.details)
    )


def _pairs(request: Request) -> Result:
    """Score the pairs of letters and words that each abstract gives, both exactly as written."""
    rows, details = [], []
    for path in sorted(request.data.rglob("*bioc_gold.xml")):
        own, peer, count = [], [], 0
        for text, gold in read_pairs(path):
            found = pairs_of(text)
            own.append(compare(found, gold))
            if find_spec(_PEER):
                peer.append(compare(_schwartz_hearst(text), gold))
            count += len(gold)
            details += [f"acronym pairs, wrong: {pair}" for pair in sorted(found - gold)]
            details += [f"acronym pairs, missed: {pair}" for pair in sorted(gold - found)]
        name = path.name.split("_")[0]
        rows.append(Row("acronym pairs", f"{name}: {count:,} pairs", str(total(own)), _beside(peer)))
    return _result("acronym pairs", "abstracts", rows, details, request)


def read_pairs(path: Path) -> Iterator[tuple[str, set[Pair]]]:
    """Yield the text of each document of a file in BioC, and the letters and words that people marked in it."""
    for document in ElementTree.parse(path).getroot().iter("document"):
        texts, pairs = [], set()
        for passage in document.iter("passage"):
            texts.append(passage.findtext("text") or "")
            words = {each.get("id"): _folded(each.findtext("text") or "") for each in passage.iter("annotation")}
            for relation in passage.iter("relation"):
                roles = {node.get("role"): node.get("refid") for node in relation.iter("node")}
                pairs.add((words[roles["ShortForm"]], words[roles["LongForm"]]))
        yield "\n\n".join(texts), pairs


def pairs_of(text: str) -> set[Pair]:
    """Return the letters that a text spells out, with their words, as ``find_acronyms`` gives them."""
    return {
        (each.form, _folded(each.expansion or ""))
        for each in plainspeak.find_acronyms(text)
        if each.defined_at is not None
    }


def _schwartz_hearst(text: str) -> set[Pair]:
    from abbreviations import schwartz_hearst

    found: Mapping[str, str] = schwartz_hearst.extract_abbreviation_definition_pairs(doc_text=text)
    return {(form, _folded(words)) for form, words in found.items()}


def _pages(request: Request) -> Result:
    """Score whole pages: which letters the page spells out anywhere, and which it never does."""
    path = next(request.data.rglob("acronym_wikipedia/annotations.csv"), None)
    if path is None:
        return _result("acronym pages", "Wikipedia", [], [], request)
    own: dict[str, list[Counts]] = {"defined": [], "undefined": []}
    peer: dict[str, list[Counts]] = {"defined": [], "undefined": []}
    details = []
    with path.open(encoding="utf-8", newline="") as file:
        for page in csv.DictReader(file):
            name = re.sub("[ /]", "_", page["Title"])
            text = (path.parent / "documents" / f"{name}.txt").read_text(encoding="utf-8-sig")
            gold = {"defined": _first_column(page["In"]), "undefined": _first_column(page["Out"])}
            found, simple = page_forms(text), _simple_forms(text)
            for kind, forms in gold.items():
                own[kind].append(compare(found[kind], forms))
                if simple:
                    peer[kind].append(compare(simple[kind], forms))
                details += [f"acronym pages, {kind}, wrong: {form}" for form in sorted(found[kind] - forms)]
                details += [f"acronym pages, {kind}, missed: {form}" for form in sorted(forms - found[kind])]
    rows = [Row("acronym pages", f"Wikipedia, {kind}", str(total(own[kind])), _beside(peer[kind])) for kind in own]
    return _result("acronym pages", "Wikipedia", rows, details, request)


def page_forms(text: str) -> dict[str, set[str]]:
    """Return the letters of a page whose words it has somewhere, and the others, as first written.

    Words that never stand beside the letters (``acronym-unlinked``) count, as they do for those who marked the pages.
    """
    report = _checker().check(text)
    forms: dict[str, set[str]] = {"defined": set(), "undefined": set()}
    for entry in report.acronyms:
        known = bool(entry.explanations) or entry.words_at is not None
        forms["defined" if known else "undefined"].add(_written(entry, report))
    return forms


def _simple_forms(text: str) -> dict[str, set[str]]:
    if not find_spec(_PEER):
        return {}
    defined = {form for form, _ in _schwartz_hearst(text)}
    return {"defined": defined, "undefined": set(_CAPITALS.findall(text)) - defined}


def _sentences(request: Request) -> Result:
    """Score the places of letters and of their words in single sentences, as the mean of both."""
    path = next(request.data.rglob("acronym_sdu21/dev.json"), None)
    if path is None:
        return _result("acronym places", "scientific papers", [], [], request)
    counts: dict[str, list[Counts]] = {"short": [], "long": []}
    for sentence in json.loads(path.read_text(encoding="utf-8")):
        gold = labelled_spans(sentence["labels"])
        found = _found_spans(sentence["tokens"])
        for kind, each in counts.items():
            each.append(compare(found[kind], gold[kind]))
    scores = [total(each) for each in counts.values()]
    precision, recall = (sum(getattr(score, name) for score in scores) / 2 for name in ("precision", "recall"))
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    own = f"F1 {f1:.3f} (precision {precision:.3f}, recall {recall:.3f})"
    rows = [Row("acronym places", "scientific papers, dev: letters and words, mean", own)]
    for kind, score in zip(counts, scores, strict=True):
        rows.append(Row("acronym places", f"scientific papers, dev: {kind}", str(score)))
    return _result("acronym places", "scientific papers", rows, [], request)


def labelled_spans(labels: Sequence[str]) -> dict[str, set[tuple[int, int]]]:
    """Return the spans of tokens with ``B-short``, ``I-short``, ``B-long`` and ``I-long``, the end not included."""
    spans: dict[str, set[tuple[int, int]]] = {"short": set(), "long": set()}
    for kind, found in spans.items():
        for start, label in enumerate(labels):
            if label == f"B-{kind}":
                end = start + 1
                while end < len(labels) and labels[end] == f"I-{kind}":
                    end += 1
                found.add((start, end))
    return spans


def _found_spans(tokens: Sequence[str]) -> dict[str, set[tuple[int, int]]]:
    starts = [0, *accumulate(len(token) + 1 for token in tokens)]
    report = _checker().check(" ".join(tokens))

    def tokens_of(span: Span) -> tuple[int, int]:
        return bisect.bisect_right(starts, span.start) - 1, bisect.bisect_left(starts, span.end)

    short = {tokens_of(use.span) for entry in report.acronyms for use in entry.uses if use.block == 0}
    long = {
        tokens_of(each.words_at.span)
        for entry in report.acronyms
        for each in entry.explanations
        if each.words_at is not None and each.words_at.block == 0
    }
    return {"short": short, "long": long}


def _papers(request: Request) -> Result:
    """Score the letters that papers never spell out, against marks made by hand."""
    rows, details, counts = [], [], []
    for path in sorted(request.data.rglob("*.marks.tsv")):
        gold, unsure = marks(path.read_text(encoding="utf-8"))
        paper = path.with_name(path.name.removesuffix(".marks.tsv"))
        report = _checker().check_document(read_document(paper))
        found = {entry.form for entry in report.acronyms if entry.status == "undefined"} - unsure
        counts.append(compare(found, gold - unsure))
        details += [f"acronym papers, wrong: {form}" for form in sorted(found - gold)]
        details += [f"acronym papers, missed: {form}" for form in sorted(gold - unsure - found)]
    if counts:
        on = f"{len(counts)} papers marked by hand, undefined"
        rows.append(Row("acronym papers", on, str(total(counts))))
    return _result("acronym papers", "papers marked by hand", rows, details, request)


def marks(text: str) -> tuple[set[str], set[str]]:
    """Return the undefined letters of a paper and those that people weren't sure of.

    Args:
        text: lines of letters and a status (``undefined``, ``defined``, ``late`` or ``everyday``) with a tab between
            them; ``unsure`` in a later column sets a mark apart.
    """
    undefined, unsure = set(), set()
    for line in text.splitlines():
        form, status, *more = [cell.strip() for cell in f"{line}\t".split("\t")]
        form = _PLURAL.sub("", form.lstrip("#"))
        if "unsure" in more:
            unsure.add(form)
        elif status == "undefined":
            undefined.add(form)
    return undefined, unsure


@cache
def _checker() -> Checker:
    return Checker(without_rules(profile_config()))


def _written(entry: LedgerEntry, report: Report) -> str:
    return entry.uses[0].text_in(report.document.blocks)


def _first_column(cell: str) -> set[str]:
    return {line.split(";")[0] for line in cell.splitlines() if line}


def _folded(text: str) -> str:
    return " ".join(text.split())


def _beside(counts: Iterable[Counts]) -> str:
    each = list(counts)
    return f"Schwartz-Hearst and capitals: {total(each)}" if each else ""


def _result(measure: str, on: str, rows: Sequence[Row], details: Sequence[str], request: Request) -> Result:
    return Result(tuple(rows) or (Row(measure, on, NOT_MEASURED),), tuple(details[: request.misses]))
