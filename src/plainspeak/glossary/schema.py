"""The JSON Schema of glossary files, so that editors complete and check them.

``python -m plainspeak.glossary.schema > glossaries/schema.json`` writes it anew after a change of the format.
"""

from __future__ import annotations

import json
from typing import Any

import click
from pydantic import TypeAdapter

from plainspeak.glossary.entries import Entry

__all__ = ["glossary_schema"]


def glossary_schema() -> dict[str, Any]:
    """Return the schema of a glossary file: a list of entries."""
    schema = TypeAdapter(list[Entry]).json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "plainspeak glossary", **schema}


if __name__ == "__main__":
    click.echo(json.dumps(glossary_schema(), indent=1))
