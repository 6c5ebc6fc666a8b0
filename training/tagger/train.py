"""Train the tagger that comes with plainspeak, from raw data to the files in the package.

    python training/tagger/train.py --data FOLDER

``training/README.md`` says what belongs in the folder and how long it takes. Same data, versions and seed, same model.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import platform
import random
import shutil
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import spacy
from corpora import SILVER, Tagged, digest, read_conllu, read_marked, silver_sentences
from learner import Item, accuracy, learn
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from teacher import TEACHER, Silver, teach
from thinc.api import Model, chain, fix_random_seed
from variants import in_capitals, joined, with_colons, with_curly_marks

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "src" / "plainspeak" / "language" / "model"
TREEBANK = "ud_english/en_ewt-ud-{}.conllu.gz"
RECIPE: dict[str, Any] = {
    "width": 64,
    "depth": 3,
    "maxout_pieces": 3,
    "attributes": {"LOWER": 10000, "PREFIX": 1000, "SUFFIX": 5000, "SHAPE": 2000},
    "epochs": 8,
    "learn_rate": 0.002,
    "gold_times_an_epoch": 2,
    "our_sentences_times_an_epoch": 2,
    "lean_towards": {"VBN": 0.4},
    "variants": {"as written": 0.5, "joined": 0.3, "curly marks": 0.17, "capitals": 0.03},
    "seed": 0,
}


def main() -> None:
    """Train, write the model and its record, and print the scores."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with the treebank and the free texts")
    parser.add_argument("--output", type=Path, default=TARGET, help="folder for the model")
    parser.add_argument("--epochs", type=int, default=RECIPE["epochs"])
    options = parser.parse_args()
    recipe = {**RECIPE, "epochs": options.epochs}
    fix_random_seed(recipe["seed"])

    gold = [with_colons(each) for each in read_conllu(options.data / TREEBANK.format("train"))]
    dev = read_conllu(options.data / TREEBANK.format("dev"))
    tags = sorted({tag for each in gold for tag in each.tags})
    free = list(silver_sentences(options.data))
    silver, ours = teach(free, read_marked(), gold, dev, tags)

    nlp = _untrained(recipe, tags)
    extract, network = _layers(nlp)
    forms = {
        "as written": gold,
        "joined": [joined(each) for each in gold],
        "curly marks": [with_curly_marks(each) for each in gold],
        "capitals": [in_capitals(each) for each in gold],
    }
    gold_items = {name: _gold_items(nlp, extract, each, tags) for name, each in forms.items()}
    silver_items, our_items = _silver_items(nlp, extract, silver), _silver_items(nlp, extract, ours)
    dev_items = {
        "as written": _gold_items(nlp, extract, dev, tags),
        "joined": _gold_items(nlp, extract, [joined(each) for each in dev], tags),
    }
    scores: dict[str, float] = {}

    def items(chance: random.Random) -> list[Item]:
        names, shares = zip(*recipe["variants"].items(), strict=True)
        chosen = [
            gold_items[chance.choices(names, shares)[0]][index]
            for _ in range(recipe["gold_times_an_epoch"])
            for index in range(len(gold))
        ]
        return chosen + silver_items + our_items * recipe["our_sentences_times_an_epoch"]

    def score() -> None:
        for name, each in dev_items.items():
            found = accuracy(network, [item.features for item in each], [item.target for item in each])
            scores[f"EWT dev, {name}"] = round(found, 4)

    def report(epoch: int, loss: float) -> None:
        score()
        print(f"tagger, epoch {epoch}: loss {loss:.4f}, {scores}", flush=True)

    words = sum(len(item.features) for item in items(random.Random(0)))
    averages = learn(
        network,
        items,
        epochs=recipe["epochs"],
        words=words,
        rate=recipe["learn_rate"],
        seed=recipe["seed"],
        after=report,
    )
    with network.use_params(averages):
        _lean(nlp, tags, recipe["lean_towards"])
        score()
        _write(nlp, recipe, tags, options.output)
    data = [
        {
            "name": "UD English EWT, train",
            "licence": "CC BY-SA 4.0",
            "sha256": hashlib.sha256((options.data / TREEBANK.format("train")).read_bytes()).hexdigest(),
            "sentences": len(gold),
        },
        *({"name": each.name, "licence": each.licence, "sha256": digest(options.data, each)} for each in SILVER),
        {"name": "sentences from these that the teacher tagged", "sentences": len(silver)},
        {
            "name": "uk-health.txt, our own",
            "licence": "CC BY-SA 4.0",
            "sha256": hashlib.sha256((Path(__file__).parent / "uk-health.txt").read_bytes()).hexdigest(),
            "sentences": len(ours),
        },
    ]
    _record(options.output, recipe, data, scores)


def _untrained(recipe: dict[str, Any], tags: Sequence[str]) -> Language:
    """Return a pipeline with a tagger of the recipe's shape."""
    nlp = spacy.blank("en")
    embed = {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": recipe["width"],
        "attrs": list(recipe["attributes"]),
        "rows": list(recipe["attributes"].values()),
        "include_static_vectors": False,
    }
    encode = {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": recipe["width"],
        "depth": recipe["depth"],
        "window_size": 1,
        "maxout_pieces": recipe["maxout_pieces"],
    }
    tok2vec = {"@architectures": "spacy.Tok2Vec.v2", "embed": embed, "encode": encode}
    nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": tok2vec}})
    doc = Doc(nlp.vocab, words=["word"] * len(tags), tags=list(tags))
    nlp.initialize(lambda: [Example(doc, doc)])
    assert list(nlp.get_pipe("tagger").labels) == list(tags)
    return nlp


def _layers(nlp: Language) -> tuple[Model, Model]:
    """Return the layer that takes features from documents, and all the layers that come after it."""
    tok2vec, softmax = nlp.get_pipe("tagger").model.layers
    embed, encode = tok2vec.layers
    return embed.layers[0], chain(*embed.layers[1:], encode, softmax)


def _gold_items(nlp: Language, extract: Model, tagged: Sequence[Tagged], tags: Sequence[str]) -> list[Item]:
    number = {tag: index for index, tag in enumerate(tags)}
    features = extract.predict([Doc(nlp.vocab, words=each.words) for each in tagged])
    return [
        Item(found, [number.get(tag, number["FW"]) for tag in each.tags])
        for found, each in zip(features, tagged, strict=True)
    ]


def _silver_items(nlp: Language, extract: Model, silver: Sequence[Silver]) -> list[Item]:
    features = extract.predict([Doc(nlp.vocab, words=words) for words, _ in silver])
    return [Item(found, said) for found, (_, said) in zip(features, silver, strict=True)]


def _lean(nlp: Language, tags: Sequence[str], by: dict[str, float]) -> None:
    """Make some tags a little more likely.

    The tagger takes too many participles for adjectives: a lean of 0.4 leaves the share of right tags as it is, and
    finds more passives.
    """
    softmax = nlp.get_pipe("tagger").model.layers[1].layers[0]
    bias = softmax.get_param("b").copy()
    for tag, more in by.items():
        bias[list(tags).index(tag)] += more
    softmax.set_param("b", bias)


def _write(nlp: Language, recipe: dict[str, Any], tags: Sequence[str], folder: Path) -> None:
    """Write the pipeline without the words that it met in training: their strings would take a megabyte."""
    clean = _untrained(recipe, tags)
    clean.get_pipe("tagger").model.from_bytes(nlp.get_pipe("tagger").model.to_bytes())
    clean.meta.update(
        name="plainspeak",
        version="1.0.0",
        spacy_version=">=3.8.0,<3.9.0",
        description="Parts of speech of English, for plainspeak.",
        author="The plainspeak authors",
        license="CC BY-SA 4.0",
        sources=[{"name": "UD English EWT", "license": "CC BY-SA 4.0"}],
    )
    for name in ("config.cfg", "meta.json", "tokenizer", "tagger", "vocab", "record.json"):
        path = folder / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    clean.to_disk(folder)


def _record(folder: Path, recipe: dict[str, Any], data: list[dict[str, Any]], scores: dict[str, float]) -> None:
    """Write down how the model was made, and the digest of each of its files."""
    made_with = {name: version(name) for name in ("spacy", "thinc", "numpy", TEACHER)}
    record = {
        "recipe": recipe,
        "data": data,
        "made_with": {"python": platform.python_version(), **made_with},
        "scores": scores,
        "files": {
            path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.rglob("*"))
            if path.is_file() and path.name not in ("record.json", "LICENSE", "README.md")
        },
    }
    (folder / "record.json").write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")
    print(json.dumps({"scores": scores, "bytes": sum(p.stat().st_size for p in folder.rglob("*") if p.is_file())}))


if __name__ == "__main__":
    main()
