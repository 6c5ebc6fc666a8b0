"""The shipped tagger is the one that its record describes, and is small."""

from __future__ import annotations

import hashlib
import json

import spacy
from spacy.tokens import Doc

from plainspeak.language.tagging import MODEL, load_tagger

RECORD = json.loads((MODEL / "record.json").read_text(encoding="utf-8"))
NOT_MADE_BY_TRAINING = {"record.json", "LICENSE", "README.md"}


def test_shipped_files_match_the_record() -> None:
    """Each file of the model has the digest that the training wrote down, and there is no other file."""
    shipped = {
        path.relative_to(MODEL).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in MODEL.rglob("*")
        if path.is_file() and path.name not in NOT_MADE_BY_TRAINING
    }
    assert shipped == RECORD["files"]


def test_the_record_says_how_the_model_was_made() -> None:
    """Recipe, data with digests and licences, versions and scores are all there."""
    assert RECORD["recipe"]["seed"] == 0
    assert {"python", "spacy", "thinc", "numpy"} <= RECORD["made_with"].keys()
    assert all("sha256" in each or "sentences" in each for each in RECORD["data"])
    assert RECORD["scores"]["EWT dev, as written"] >= 0.935


def test_model_is_small() -> None:
    """The whole folder has at most 6 million bytes."""
    assert sum(path.stat().st_size for path in MODEL.rglob("*") if path.is_file()) <= 6_000_000


def test_model_has_its_own_licence() -> None:
    """The licence of the treebank is that of the model, with credit."""
    licence = (MODEL / "LICENSE").read_text(encoding="utf-8")
    assert "CC BY-SA 4.0" in licence
    assert "English Web Treebank" in licence


def test_model_is_an_ordinary_spacy_pipeline() -> None:
    """Loaded by spaCy itself, the pipeline gives the same tags."""
    words = "The board has agreed the plan that carers wrote .".split()
    nlp = spacy.load(MODEL)
    doc = nlp.get_pipe("tagger")(Doc(nlp.vocab, words=words))
    assert (tuple(token.tag_ for token in doc),) == tuple(load_tagger().tag([words]))
