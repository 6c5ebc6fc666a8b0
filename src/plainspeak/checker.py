"""Check documents: analyse each block by itself, reduce to what the whole document says, and report.

``analyse`` looks at one block and nothing else, so its result can be kept for as long as the block's text stays the
same. Whatever needs the whole document is a reduction over the facts that it returns; no text is looked at twice.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from plainspeak.acronyms import acronym_facts, build_ledger
from plainspeak.config import Config, RuleSetting, profile_config
from plainspeak.document import Block, Document
from plainspeak.findings import Finding, Severity, fingerprint
from plainspeak.glossary import Glossary, load_glossary
from plainspeak.glossary.matcher import TermMatcher
from plainspeak.language import analyse_words
from plainspeak.readability import reading_facts
from plainspeak.readers import read_document, read_text
from plainspeak.report import LayReader, Report, fold, place_fingerprint
from plainspeak.rules import RULES, BlockFacts, BlockRule, DocumentFacts, DocumentRule, Rule, moved_to
from plainspeak.suppression import ignored_in_file, unknown_ignores, visible

__all__ = ["BlockAnalysis", "Checker"]

_UNEXPLAINED = frozenset({"acronym-undefined", "acronym-defined-late", "jargon"})


@dataclass(frozen=True, slots=True)
class BlockAnalysis:
    """What one block says by itself: its findings (with places in block 0) and its facts."""

    findings: tuple[Finding, ...]
    facts: BlockFacts


class Checker:
    """Checks texts and files under one configuration; loads the glossary and the language once.

    Attributes:
        timings: seconds spent in each stage so far: reading, words, acronyms, terms, reading level, rules.
    """

    def __init__(self, config: Config | None = None, *, glossary: Glossary | None = None) -> None:
        """Make a checker.

        Args:
            config: profile, rules and glossaries; the ``meeting-paper`` profile without one.
            glossary: used in place of the built-in and configured ones.

        Raises:
            GlossaryError: a configured glossary is missing or wrong.
        """
        self.config = config or profile_config()
        self.timings: dict[str, float] = {}
        with self._timed("glossary"):
            self.glossary = glossary if glossary is not None else load_glossary(self.config.glossaries)
        with self._timed("language"):
            self._matcher = TermMatcher(self.glossary)
        rules = [self._make(rule) for rule in RULES if self._setting(rule).enabled]
        self._block_rules = [rule for rule in rules if isinstance(rule, BlockRule)]
        self._document_rules = [rule for rule in rules if isinstance(rule, DocumentRule)]
        self._folding = frozenset(rule.id for rule in rules if rule.folds)
        self._order = {rule.id: position for position, rule in enumerate(RULES)}

    def check(self, text: str, *, media_type: str = "text/plain", name: str = "<text>") -> Report:
        """Check a text.

        Args:
            text: the text; nothing that it holds makes this fail.
            media_type: ``text/plain``, ``text/markdown`` or ``text/html``.
            name: what to call it in the report.

        Raises:
            UnknownNameError: no reader takes this media type as text.
        """
        with self._timed("reading"):
            document = read_text(text, media_type=media_type, name=name)
        return self.check_document(document)

    def check_file(self, path: str | Path) -> Report:
        """Check a file of any format that we read.

        Raises:
            ReadError: the file can't be read; the message says why and what to do.
        """
        with self._timed("reading"):
            document = read_document(Path(path))
        return self.check_document(document)

    def check_document(self, document: Document) -> Report:
        """Check a document that a reader made."""
        document = replace(document, notices=(*document.notices, *unknown_ignores(document, self._order)))
        return self._reduce(document, self.analyse(document.blocks))

    def analyse(self, blocks: Sequence[Block]) -> list[BlockAnalysis]:
        """Return what each block says by itself. The result for a block never depends on the others."""
        # Stage by stage rather than block by block: this is what --timings can tell apart.
        with self._timed("words"):
            analysed = [analyse_words(block) for block in blocks]
        with self._timed("acronyms"):
            acronyms = [acronym_facts(block, self.glossary) for block in analysed]
        with self._timed("terms"):
            mentions = [tuple(self._matcher.find(block.doc, text=block.text)) for block in analysed]
        with self._timed("reading level"):
            reading = [
                reading_facts(block.block, block.sentences, forms)
                for block, forms in zip(analysed, acronyms, strict=True)
            ]
        analyses = []
        with self._timed("rules"):
            for block, forms, terms, level in zip(analysed, acronyms, mentions, reading, strict=True):
                words = sum(len(sentence.words) for sentence in block.sentences)
                facts = BlockFacts(block.sentences, words, forms, terms, level)
                found = (finding for rule in self._block_rules for finding in rule.check(block.block, facts))
                analyses.append(BlockAnalysis(tuple(found) if block.block.checked else (), facts))
        return analyses

    def _reduce(self, document: Document, analyses: Sequence[BlockAnalysis]) -> Report:
        with self._timed("rules"):
            ledger = build_ledger([each.facts.acronyms for each in analyses], document.blocks, self.glossary)
            facts = DocumentFacts(document.blocks, [each.facts for each in analyses], ledger)
            local = [moved_to(finding, index) for index, each in enumerate(analyses) for finding in each.findings]
            whole = [finding for rule in self._document_rules for finding in rule.check(facts)]
            ignored = (
                ignored_in_file(document.name, self.config.ignores, self.config.root)
                if self.config.ignores
                else frozenset()
            )
            kept = self._folded(visible([*whole, *local], document, ignored))
            findings = tuple(sorted((self._finished(finding, document) for finding in kept), key=self._position))
        return Report(
            document=document,
            profile=self.config.profile,
            words=facts.words,
            findings=findings,
            acronyms=ledger,
            reading=facts.reading,
            lay_reader=_lay_reader(findings, facts.words),
        )

    def _folded(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        folding: list[Finding] = []
        for finding in findings:
            if finding.rule in self._folding:
                folding.append(finding)
            else:
                yield finding
        yield from fold(folding)

    def _finished(self, finding: Finding, document: Document) -> Finding:
        """Give a finding the severity of the configuration, and its fingerprint."""
        severity = self.config.rules.get(finding.rule, RuleSetting()).severity
        # What is told once for all its places stays the same finding when the first of them moves.
        told_once = finding.rule in self._folding
        mark = (
            fingerprint(finding.rule, finding.term or finding.text)
            if told_once
            else place_fingerprint(finding, finding.at, document)
        )
        return replace(finding, severity=severity or finding.severity, fingerprint=mark)

    def _position(self, finding: Finding) -> tuple[int, int, int]:
        if finding.at is None:
            return -1, 0, self._order[finding.rule]
        return finding.at.block, finding.at.span.start, self._order[finding.rule]

    def _setting(self, rule: type[Rule]) -> RuleSetting:
        return self.config.rules.get(rule.id, RuleSetting())

    def _make(self, rule: type[Rule]) -> Rule:
        return rule(rule.options_type(**self._setting(rule).options))

    @contextmanager
    def _timed(self, stage: str) -> Iterator[None]:
        start = time.perf_counter()
        try:
            yield
        finally:
            self.timings[stage] = self.timings.get(stage, 0.0) + time.perf_counter() - start


def _lay_reader(findings: Iterable[Finding], words: int) -> LayReader:
    met = sum(
        finding.count for finding in findings if finding.rule in _UNEXPLAINED and finding.severity is not Severity.HINT
    )
    return LayReader(met, round(words / met, 1) if met else None)
