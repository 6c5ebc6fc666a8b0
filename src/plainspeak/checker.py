"""Check documents: analyse each block by itself, reduce to what the whole document says, and report.

``analyse`` looks at one block and nothing else, so its result can be kept for as long as the block's text stays the
same. Whatever needs the whole document is a reduction over the facts that it returns; no text is looked at twice.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from operator import itemgetter
from pathlib import Path

from plainspeak.acronyms import acronym_facts, build_ledger
from plainspeak.analysed import (
    AnalysedStretch,
    BlockAnalysis,
    asked_to_ignore,
    foreign_beginnings,
    local_findings,
    position,
    terms_used,
)
from plainspeak.config import Config, RuleSetting, profile_config
from plainspeak.document import Block, Document, Notice
from plainspeak.findings import Finding, Severity, fingerprint
from plainspeak.glossary import Glossary, Mention, load_glossary
from plainspeak.glossary.care_papers import care_words
from plainspeak.glossary.matcher import TermMatcher
from plainspeak.glossary.senses import meant, needs_tag
from plainspeak.language import (
    AnalysedBlock,
    Sentence,
    TaggedSentence,
    analyse_words,
    is_english,
    load_tagger,
    tag_sentences,
)
from plainspeak.readability import reading_facts
from plainspeak.readers import read_document, read_text
from plainspeak.report import LayReader, Report, fold, place_fingerprint
from plainspeak.rules import RULES, BlockFacts, BlockRule, DocumentFacts, DocumentRule, GrammarRule, Rule
from plainspeak.suppression import ignored_in_file, unknown_ignores, visible

__all__ = ["UNEXPLAINED", "Checker"]

_NOT_ENGLISH = "This part isn\u2019t in English, so it isn\u2019t checked."
_PARTS_NOT_ENGLISH = "{} parts, of which this is the first, aren\u2019t in English, so they aren\u2019t checked."
_MOST_FINISHED = 20_000
UNEXPLAINED = frozenset(
    {
        "acronym-undefined",
        "acronym-ambiguous",
        "acronym-unlinked",
        "acronym-defined-late",
        "acronym-defined-in-appendix-only",
        "jargon",
        "clinical-term",
    }
)
"""The rules about what readers from outside don't know, and the text doesn't tell them."""


class Checker:
    """Checks texts and files under one configuration; loads the glossary and the language once.

    Attributes:
        timings: seconds spent in each stage so far: reading, words, acronyms, terms, reading level, tagging, rules.
        sentences_seen: how many sentences were analysed so far.
        sentences_tagged: how many of them had to be tagged.
    """

    def __init__(self, config: Config | None = None, *, glossary: Glossary | None = None) -> None:
        """Make a checker.

        Args:
            config: profile, rules and glossaries; the ``meeting-paper`` profile without one.
            glossary: used in place of the built-in and configured ones.

        Raises:
            GlossaryError: a configured glossary is missing or wrong.
            UnknownNameError: the configured language model isn't installed, or has no tagger.
        """
        self.config = config or profile_config()
        self.timings: dict[str, float] = {}
        self.sentences_seen = 0
        self.sentences_tagged = 0
        with self._timed("glossary"):
            self.glossary = glossary if glossary is not None else load_glossary(self.config.glossaries)
        with self._timed("language"):
            self._matcher = TermMatcher(self.glossary)
            if self.config.language_model is not None:
                load_tagger(self.config.language_model)
        rules = [self._make(rule) for rule in RULES if self._setting(rule).enabled]
        self._block_rules = [rule for rule in rules if isinstance(rule, BlockRule)]
        self._grammar_rules = [rule for rule in rules if isinstance(rule, GrammarRule)]
        self._document_rules = [rule for rule in rules if isinstance(rule, DocumentRule)]
        self._folding = frozenset(rule.id for rule in rules if rule.folds)
        self._finished_findings: dict[int, tuple[Finding, Finding]] = {}
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
        return self.report(document, [AnalysedStretch(document.blocks, self.analyse(document.blocks))])

    def report(self, document: Document, stretches: Sequence[AnalysedStretch], *, folded: bool = True) -> Report:
        """Return what there is to say of a document.

        Args:
            document: as a reader made it.
            stretches: of all its blocks, with what :meth:`analyse` says of each, now or earlier.
            folded: whether repeats are told once, at the first place.
        """
        notices = list(document.notices)
        if document.ignored or asked_to_ignore(stretches):
            notices += unknown_ignores(document, self._order)
        begins = foreign_beginnings(stretches)
        if begins:
            message = _NOT_ENGLISH if len(begins) == 1 else _PARTS_NOT_ENGLISH.format(len(begins))
            notices.append(Notice(message, document.locate(document.blocks[begins[0]])))
        blocks = tuple(block for stretch in stretches for block in stretch.blocks)
        document = replace(document, blocks=blocks, notices=tuple(notices))
        return self._reduce(document, stretches, folded=folded)

    def analyse(self, blocks: Sequence[Block]) -> list[BlockAnalysis]:
        """Return what each block says by itself. The result for a block never depends on the others."""
        # Stage by stage rather than block by block: this is what --timings can tell apart.
        with self._timed("words"):
            analysed = [analyse_words(block) for block in blocks]
            # What isn't checked anyway, such as code, is no part in another language.
            english = [not each.block.checked or is_english(each.lower, each.block.lang) for each in analysed]
            analysed = [
                each if known else replace(each, block=replace(each.block, checked=False))
                for each, known in zip(analysed, english, strict=True)
            ]
        with self._timed("acronyms"):
            acronyms = [acronym_facts(block, self.glossary) for block in analysed]
        with self._timed("terms"):
            mentions = [tuple(self._matcher.find(block)) for block in analysed]
        with self._timed("reading level"):
            reading = [
                reading_facts(block.block, block.sentences, forms)
                for block, forms in zip(analysed, acronyms, strict=True)
            ]
        with self._timed("tagging"):
            tagged = self._tagged(analysed, mentions)
            mentions = [meant(each, sentences) for each, sentences in zip(mentions, tagged, strict=True)]
        analyses = []
        with self._timed("rules"):
            for block, known, forms, terms, level, sentences in zip(
                analysed, english, acronyms, mentions, reading, tagged, strict=True
            ):
                words = sum(len(sentence.words) for sentence in block.sentences)
                facts = BlockFacts(
                    block.sentences, words, forms, terms, level, sentences, known, care_words(block.lower)
                )
                found = (
                    self._finished(finding, (block.block,))
                    for rule in self._block_rules
                    for finding in rule.check(block.block, facts)
                )
                analyses.append(BlockAnalysis(tuple(found) if block.block.checked else (), facts))
        return analyses

    def _tagged(
        self, blocks: Sequence[AnalysedBlock], mentions: Sequence[Sequence[Mention]]
    ) -> list[tuple[TaggedSentence, ...]]:
        """Tag the sentences that some rule or term needs, all in one batch."""
        wanted = [
            (number, sentence)
            for number, block in enumerate(blocks)
            if block.block.checked
            for sentence in self._to_be_tagged(block, mentions[number])
        ]
        self.sentences_seen += sum(len(block.sentences) for block in blocks)
        self.sentences_tagged += len(wanted)
        tagged: list[list[TaggedSentence]] = [[] for _ in blocks]
        if wanted:
            tagger = load_tagger(self.config.language_model)
            found = tag_sentences(tagger, [(blocks[number], sentence) for number, sentence in wanted])
            for (number, _), sentence in zip(wanted, found, strict=True):
                tagged[number].append(sentence)
        return [tuple(each) for each in tagged]

    def _to_be_tagged(self, block: AnalysedBlock, mentions: Sequence[Mention]) -> Iterator[Sentence]:
        unsure = [
            mention.span.start for mention in mentions if needs_tag(mention, block.word_before(mention.span.start))
        ]
        for sentence in block.sentences:
            words = sentence.of(block.lower)
            if any(sentence.span.start <= start < sentence.span.end for start in unsure) or any(
                rule.concerns(block.block, words) for rule in self._grammar_rules
            ):
                yield sentence

    def _reduce(self, document: Document, stretches: Sequence[AnalysedStretch], *, folded: bool) -> Report:
        with self._timed("rules"):
            ledger = build_ledger([stretch.acronyms for stretch in stretches], self.glossary)
            facts = DocumentFacts(stretches, ledger)
            whole = [
                self._finished_once(finding, document.blocks)
                for rule in self._document_rules
                for finding in rule.check(facts)
            ]
            ignored = document.ignored
            if self.config.ignores:
                ignored |= ignored_in_file(document.name, self.config.ignores, self.config.root)
            # What loses its first place to an author's wish has to be finished anew.
            seen = [
                (self._position(each), each if each.fingerprint else self._finished(each, document.blocks))
                for each in visible(whole, document.blocks, ignored)
            ]
            seen += local_findings(stretches, ignored, self._order)
            seen.sort(key=itemgetter(0))
            findings = [finding for _, finding in seen]
            if folded:
                findings = sorted(self._folded(findings), key=self._position)
        return Report(
            document=document,
            profile=self.config.profile,
            words=facts.words,
            findings=tuple(findings),
            acronyms=ledger,
            reading=facts.reading,
            terms=terms_used(stretches, is_care_paper=facts.is_care_paper),
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

    def _finished(self, finding: Finding, blocks: Sequence[Block]) -> Finding:
        """Give a finding the severity of the configuration, and its fingerprint."""
        severity = self.config.rules.get(finding.rule, RuleSetting()).severity
        # What is told once for all its places stays the same finding when the first of them moves.
        told_once = finding.rule in self._folding
        mark = (
            fingerprint(finding.rule, finding.term or finding.text)
            if told_once
            else place_fingerprint(finding, finding.at, blocks)
        )
        return replace(finding, severity=severity or finding.severity, fingerprint=mark)

    def _finished_once(self, finding: Finding, blocks: Sequence[Block]) -> Finding:
        """Finish a finding of the whole document; one that a rule tells again as it was is finished already."""
        if len(self._finished_findings) > _MOST_FINISHED:
            self._finished_findings.clear()
        known = self._finished_findings.get(id(finding))
        if known is None or known[0] is not finding:
            known = finding, self._finished(finding, blocks)
            self._finished_findings[id(finding)] = known
        return known[1]

    def _position(self, finding: Finding) -> tuple[int, int, int]:
        return position(finding, self._order)

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
        finding.count for finding in findings if finding.rule in UNEXPLAINED and finding.severity is not Severity.HINT
    )
    return LayReader(met, round(words / met, 1) if met else None)
