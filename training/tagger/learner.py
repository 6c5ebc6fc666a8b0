"""Train the layers of a spaCy tagger directly with thinc, towards tags or towards a teacher's probabilities."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from thinc.api import Adam, Model, set_dropout_rate

__all__ = ["Item", "accuracy", "learn", "probabilities"]

_BATCH_WORDS = 1500
_WARM_UP_STEPS = 60
_SENTENCES = 256


@dataclass(frozen=True)
class Item:
    """A sentence as the network sees it: features (words by attributes), and what to learn of each word."""

    features: Any
    target: Any
    """Tag numbers, one a word; or an array of words by tags."""


def learn(
    network: Model,
    items_of: Callable[[random.Random], list[Item]],
    *,
    epochs: int,
    words: int,
    rate: float,
    seed: int,
    after: Callable[[int, float], None],
) -> Any:
    """Train a network and return the averages of its weights over the whole training, which are better than the last.

    Args:
        network: from features to a softmax.
        items_of: gives the sentences of one epoch.
        epochs: how often to go through them.
        words: about how many words an epoch has; the learning rate falls to nothing over all of them.
        rate: the highest learning rate.
        seed: for the order of the sentences.
        after: is told the epoch and its mean loss a word.
    """
    chance = random.Random(seed)
    optimizer = Adam(rate, use_averages=True, L2=0.0, grad_clip=1.0)
    set_dropout_rate(network, 0.1)
    steps, step = max(1, epochs * words // _BATCH_WORDS), 0
    for epoch in range(epochs):
        items = items_of(chance)
        chance.shuffle(items)
        loss, seen = 0.0, 0
        for batch in _batches(items):
            warm = min(1.0, (step + 1) / _WARM_UP_STEPS)
            optimizer.learn_rate = rate * warm * (0.5 * (1 + math.cos(math.pi * min(1.0, step / steps))) + 0.01)
            size = sum(len(item.features) for item in batch)
            found, backwards = network.begin_update([item.features for item in batch])
            slopes = []
            for probability, item in zip(found, batch, strict=True):
                target = _as_probabilities(item.target, probability.shape[1])
                loss -= float((target * np.log(probability + 1e-9)).sum())
                slopes.append((probability - target) / size)
            backwards(slopes)
            network.finish_update(optimizer)
            step += 1
            seen += size
        with network.use_params(optimizer.averages):
            after(epoch, loss / seen)
    return optimizer.averages


def probabilities(network: Model, features: Sequence[Any]) -> list[Any]:
    """Return the probability of each tag for each word of each sentence."""
    found = []
    for start in range(0, len(features), _SENTENCES):
        for scores in network.predict(list(features[start : start + _SENTENCES])):
            raised = np.exp(scores - scores.max(axis=1, keepdims=True))
            found.append((raised / raised.sum(axis=1, keepdims=True)).astype("float16"))
    return found


def accuracy(network: Model, features: Sequence[Any], tags: Sequence[Sequence[int]]) -> float:
    """Return the share of words that get the right tag, from 0 to 1."""
    right = total = 0
    for scores, gold in zip(probabilities(network, features), tags, strict=True):
        right += int((scores.argmax(axis=1) == np.asarray(gold)).sum())
        total += len(gold)
    return right / total


def _batches(items: Sequence[Item]) -> list[list[Item]]:
    batches: list[list[Item]] = [[]]
    size = 0
    for item in items:
        if size >= _BATCH_WORDS:
            batches.append([])
            size = 0
        batches[-1].append(item)
        size += len(item.features)
    return batches


def _as_probabilities(target: Any, tags: int) -> Any:
    if isinstance(target, list):
        made = np.zeros((len(target), tags), dtype="float32")
        made[np.arange(len(target)), target] = 1
        return made
    return target.astype("float32")
