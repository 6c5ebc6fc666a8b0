"""Give words their parts of speech: Penn Treebank tags, from the small pipeline that comes with plainspeak.

The pipeline in ``model/`` was trained for this project (see ``training/``). It holds one tagger, which is loaded
without the rest of a spaCy pipeline: words are split before, and a tokenizer would take longer to make than a page
takes to check. Any installed English spaCy pipeline can stand in for it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plainspeak.errors import UnknownNameError
from plainspeak.language.analysis import AnalysedBlock, Sentence, TaggedSentence, with_tags
from plainspeak.language.spacy_parts import spacy_module

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

__all__ = ["MODEL", "Tagger", "load_tagger", "tag_sentences"]

MODEL = Path(__file__).parent / "model"
_MOST_WORDS = 1000
"""Words of one sentence that are tagged together: more would take memory and say nothing more about each word."""
_BATCH = 8000
"""Words that are tagged in one go."""
_MOST_KNOWN = 4_000
"""Sentences whose tags are kept."""
_COMPONENTS = frozenset({"tok2vec", "transformer", "tagger", "attribute_ruler"})


class Tagger:
    """Tags sentences in batches. What is said of a sentence doesn't depend on the others in its batch."""

    def __init__(self, vocab: Vocab, tag_docs: Callable[[list[Doc]], list[list[str]]]) -> None:
        self._vocab = vocab
        self._tag_docs = tag_docs
        # Of a paragraph that somebody is writing, all sentences but one are as they were.
        self._known: dict[tuple[str, ...], tuple[str, ...]] = {}

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
        """Return the tags of each sentence's words and marks, one for each.

        Time grows with the number of words, however long a sentence is.
        """
        from spacy.tokens import Doc

        tags: list[list[str]] = [[] for _ in sentences]
        for batch in _batches(sentences):
            docs = [Doc(self._vocab, words=list(words)) for _, words in batch]
            for (index, _), found in zip(batch, self._tag_docs(docs), strict=True):
                tags[index] += found
        return [tuple(each) for each in tags]

    def tag_again(self, sentences: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
        """Return the same as :meth:`tag`; a sentence that was tagged here lately takes no time."""
        wanted = [tuple(words) for words in sentences]
        if len(self._known) > _MOST_KNOWN:
            # Another thread may be reading the old ones.
            self._known = {}
        known = self._known
        new = [words for words in dict.fromkeys(wanted) if words not in known]
        known.update(zip(new, self.tag(new), strict=True))
        return [known[words] for words in wanted]


def _batches(sentences: Sequence[Sequence[str]]) -> Iterator[list[tuple[int, Sequence[str]]]]:
    """Yield stretches of words, each with the number of its sentence, in batches of about ``_BATCH`` words."""
    batch: list[tuple[int, Sequence[str]]] = []
    size = 0
    for index, words in enumerate(sentences):
        for start in range(0, len(words), _MOST_WORDS):
            stretch = words[start : start + _MOST_WORDS]
            batch.append((index, stretch))
            size += len(stretch)
            if size >= _BATCH:
                yield batch
                batch, size = [], 0
    if batch:
        yield batch


def tag_sentences(tagger: Tagger, wanted: Sequence[tuple[AnalysedBlock, Sentence]]) -> list[TaggedSentence]:
    """Return sentences, each given with the block that it is in, with the parts of speech of their words."""
    tags = tagger.tag_again([sentence.of(block.words) for block, sentence in wanted])
    return [with_tags(block, sentence, each) for (block, sentence), each in zip(wanted, tags, strict=True)]


@cache
def load_tagger(name: str | None = None) -> Tagger:
    """Load the tagger that comes with plainspeak, or that of an installed spaCy pipeline.

    Args:
        name: an installed pipeline, such as ``en_core_web_sm``, or the folder of one.

    Raises:
        UnknownNameError: there is no such pipeline, or it has no tagger.
    """
    return _bundled() if name is None else _installed(name)


def _bundled() -> Tagger:
    spacy_module()
    from spacy.lang.lex_attrs import LEX_ATTRS
    from spacy.util import load_config, registry
    from spacy.vocab import Vocab

    config = load_config(MODEL / "config.cfg")
    model: Any = registry.resolve({"model": config["components"]["tagger"]["model"]})["model"]
    model.from_disk(MODEL / "tagger" / "model")
    labels: list[str] = json.loads((MODEL / "tagger" / "cfg").read_text(encoding="utf-8"))["labels"]

    def tag_docs(docs: list[Doc]) -> list[list[str]]:
        return [[labels[best] for best in scores.argmax(axis=1)] for scores in model.predict(docs)]

    return Tagger(Vocab(lex_attr_getters=LEX_ATTRS), tag_docs)


def _installed(name: str) -> Tagger:
    spacy = spacy_module()
    try:
        nlp = spacy.load(name)
    except (OSError, ImportError, ValueError) as error:
        raise UnknownNameError(
            f"There is no language model '{name}' here. Install it with pip, or leave this setting out to use "
            "the one that comes with plainspeak."
        ) from error
    if "tagger" not in nlp.pipe_names:
        raise UnknownNameError(
            f"The language model '{name}' doesn't tell parts of speech. Choose an English one that has a tagger."
        )
    nlp.select_pipes(enable=[each for each in nlp.pipe_names if each in _COMPONENTS])

    def tag_docs(docs: list[Doc]) -> list[list[str]]:
        return [[token.tag_ for token in doc] for doc in nlp.pipe(docs)]

    return Tagger(nlp.vocab, tag_docs)
