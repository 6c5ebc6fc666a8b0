"""The JSON reporter keeps its contract, key for key and by its schema."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from plainspeak.errors import ConfigError, ReadError
from plainspeak.reporters.json import render_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plainspeak.checker import Checker
    from plainspeak.errors import PlainspeakError
    from plainspeak.report import Report

SCHEMA = json.loads(files("plainspeak.reporters").joinpath("report.schema.json").read_text(encoding="utf-8"))
FULL = """# Winter plan

The ICB met stakeholders in order to win. An ICB isn't hard to reach.

The XYZ came. The xylophone yard zone (XYZ) left. The care plan (CP) and the community pharmacist (CP).

| Stakeholders | £2m |
| --- | --- |
| A&E | 4 |

> “The GP called.”
"""
HARD = "Notwithstanding organisational transformation, practitioners acknowledge interoperability. " * 20
ERRORS: tuple[PlainspeakError, ...] = (
    ReadError("There is no such file.", where="missing.docx"),
    ConfigError("'x' can't be a limit for failing."),
)
PLACE = {
    "line",
    "column",
    "end_line",
    "end_column",
    "page",
    "page_is_estimate",
    "slide",
    "sheet",
    "cell",
    "table",
    "headings",
    "paragraph",
    "part",
    "boxes",
}
FINDING = {
    "rule",
    "severity",
    "message",
    "text",
    "place",
    "count",
    "places",
    "confidence",
    "term",
    "fingerprint",
    "suggestions",
    "related",
}


def rendered(reports: Sequence[Report], errors: Sequence[PlainspeakError] = ()) -> Any:
    """Return the data that another program would read, after checking it against the schema."""
    data = json.loads(render_json(reports, errors, tool_version="1.2.3"))
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.Draft202012Validator(SCHEMA).validate(data)
    return data


@pytest.fixture(scope="module")
def full(checker: Checker) -> Report:
    """A report with findings of many rules."""
    return checker.check(FULL, media_type="text/markdown", name="paper.md")


def test_clean_run(checker: Checker) -> None:
    """A clean text has a document without findings and a summary of noughts."""
    data = rendered([checker.check("All is well.", name="a.txt")])
    assert data["documents"][0] == {
        "path": "a.txt",
        "media_type": "text/plain",
        "words": 3,
        "profile": "meeting-paper",
        "findings": [],
        "acronyms": [],
        "reading": {
            "level": None,
            "formulas": {},
            "lay_reader": {"unexplained_terms": 0, "words_per_unexplained_term": None},
        },
        "notices": [],
    }
    assert data["summary"] == {"documents": 1, "findings": 0, "by_rule": {}, "by_severity": {}}
    assert (data["version"], data["tool"]) == (1, {"name": "plainspeak", "version": "1.2.3"})


def test_error_only_run() -> None:
    """Without a document there are the errors, each with a path or null."""
    data = rendered([], ERRORS)
    assert data["documents"] == []
    assert data["errors"] == [
        {"path": "missing.docx", "message": "There is no such file."},
        {"path": None, "message": "'x' can't be a limit for failing."},
    ]


def test_mixed_run(full: Report, checker: Checker) -> None:
    """Documents and errors stand side by side; the summary adds documents up."""
    hard = checker.check(HARD, name="b.txt")
    data = rendered([full, hard], ERRORS)
    assert [each["path"] for each in data["documents"]] == ["paper.md", "b.txt"]
    findings = [finding for document in data["documents"] for finding in document["findings"]]
    assert data["summary"]["documents"] == 2
    assert data["summary"]["findings"] == len(findings) == len(full.findings) + len(hard.findings)
    assert sum(data["summary"]["by_rule"].values()) == sum(data["summary"]["by_severity"].values()) == len(findings)
    assert len(data["errors"]) == 2


def test_keys_are_those_of_the_contract(full: Report) -> None:
    """Every object has the keys of the contract in the architecture, and no other."""
    data = rendered([full], ERRORS)
    assert set(data) == {"version", "tool", "documents", "errors", "summary"}
    (document,) = data["documents"]
    assert set(document) == {
        "path",
        "media_type",
        "words",
        "profile",
        "findings",
        "acronyms",
        "reading",
        "notices",
    }
    assert set(document["reading"]) == {"level", "formulas", "lay_reader"}
    assert set(data["summary"]) == {"documents", "findings", "by_rule", "by_severity"}
    for finding in document["findings"]:
        assert set(finding) == FINDING
        assert all(set(place) == PLACE for place in [finding["place"], *finding["places"]])
        for suggestion in finding["suggestions"]:
            assert set(suggestion) == {"replacement", "edits", "reason", "safe"}
            assert all(set(edit) == {"place", "text"} for edit in suggestion["edits"])
        assert all(set(related) == {"message", "place"} for related in finding["related"])
    for acronym in document["acronyms"]:
        assert set(acronym) == {"form", "status", "expansion", "uses", "first_use", "defined_at"}


def test_schema_requires_what_it_describes() -> None:
    """The schema allows no key that it doesn't name and leaves none out, so that a change is seen."""

    def objects(node: Any) -> list[dict[str, Any]]:
        inner = node.values() if isinstance(node, dict) else node if isinstance(node, list) else []
        here = [node] if isinstance(node, dict) and isinstance(node.get("properties"), dict) else []
        return here + [found for each in inner for found in objects(each)]

    closed = [each for each in objects(SCHEMA) if "required" in each]
    assert len(closed) >= 10
    for each in closed:
        assert each["additionalProperties"] is False
        if "by_severity" not in each["properties"]:
            assert set(each["required"]) == set(each["properties"])


def test_places(full: Report) -> None:
    """Lines and columns count from 1, ends are exclusive, and a cell knows its table, row and column."""
    (document,) = rendered([full])["documents"]
    (icb,) = (each for each in document["findings"] if each["text"] == "ICB")
    place = {key: icb["place"][key] for key in ("line", "column", "end_line", "end_column", "headings")}
    assert place == {"line": 3, "column": 5, "end_line": 3, "end_column": 8, "headings": ["Winter plan"]}
    assert (icb["count"], [each["column"] for each in icb["places"]]) == (2, [5, 46])
    assert icb["suggestions"][0]["edits"][0]["place"] == icb["place"]
    (term,) = (each for each in document["findings"] if each["term"] == "stakeholder")
    assert [each["table"] for each in term["places"]] == [None, [1, 1, 1]]


def test_a_finding_about_the_whole_text(checker: Checker) -> None:
    """It has no text, no places, and a place in which every position is null."""
    (document,) = rendered([checker.check(HARD)])["documents"]
    (finding,) = (each for each in document["findings"] if each["rule"] == "hard-to-read")
    assert (finding["text"], finding["places"], finding["count"]) == (None, [], 1)
    assert {key for key, value in finding["place"].items() if value} == {"part"}


def test_acronyms(full: Report) -> None:
    """Each form has its status, its words, and where the text gives them."""
    (document,) = rendered([full])["documents"]
    acronyms = {each["form"]: each for each in document["acronyms"]}
    assert {form: each["status"] for form, each in acronyms.items()} == {
        "ICB": "undefined",
        "XYZ": "late",
        "CP": "conflicting",
        "A&E": "everyday",
        "GP": "everyday",
    }
    assert (acronyms["XYZ"]["expansion"], acronyms["XYZ"]["uses"]) == ("xylophone yard zone", 2)
    assert acronyms["XYZ"]["defined_at"]["column"] == 40
    assert acronyms["ICB"]["defined_at"] is None


def test_other_letters_stay_as_they_are(checker: Checker) -> None:
    """Letters beyond ASCII are written as themselves."""
    assert "“ICB” isn’t explained" in render_json([checker.check("The ICB met.")], [], tool_version="1")
