"""The JSON Schema of glossary files."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from plainspeak.glossary.loader import built_in_files
from plainspeak.glossary.schema import glossary_schema
from plainspeak.glossary.yaml_loader import Loader

GLOSSARIES = Path(__file__).parents[2] / "glossaries"


def test_committed_schema_is_up_to_date() -> None:
    """The committed schema is the one that the models make."""
    assert json.loads((GLOSSARIES / "schema.json").read_text(encoding="utf-8")) == glossary_schema()


@pytest.mark.parametrize("path", built_in_files(GLOSSARIES), ids=lambda path: path.name)
def test_built_in_files_fit_the_schema(path: Path) -> None:
    """Every built-in file is valid under the schema, so that editors don't underline what is right."""
    jsonschema.validate(yaml.load(path.read_text(encoding="utf-8"), Loader), glossary_schema())


def test_schema_refuses_an_unknown_key() -> None:
    """A misspelt key is an error in the editor too."""
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(
            [{"acronym": "ICB", "expansion": "integrated care board", "meanig": "x"}], glossary_schema()
        )
