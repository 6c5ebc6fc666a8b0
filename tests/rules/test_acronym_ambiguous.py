"""The rule ``acronym-ambiguous``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plainspeak.testing import check_example

from .tables import examples

if TYPE_CHECKING:
    from collections.abc import Callable

    from plainspeak.checker import Checker
    from plainspeak.report import Report

    Check = Callable[..., Report]

RULE = "acronym-ambiguous"

HITS = """
Talk to the OT.
            ^^ acronym-ambiguous

The OTs met. One OT ate.
    ^^^ acronym-ambiguous
                 ^^ acronym-ambiguous

She said: “The OT came.”
               ^^ acronym-ambiguous
"""

MISSES = """
The ICB met.

Our XYZ met.

An occupational therapist (OT) came. The OT left.

We pay overtime (OT). The OT rate is low.

A nice plot.
"""


@pytest.mark.parametrize("example", [*examples(HITS), *examples(MISSES)])
def test_carets(example: str, small: Checker) -> None:
    """Letters with several meanings are flagged at each use, unless the text says which one is meant."""
    check_example(RULE, example, checker=small)


def test_it_stands_in_place_of_acronym_undefined(check: Check) -> None:
    """The letters have one finding, and it isn't also called undefined."""
    assert [finding.rule for finding in check("Talk to the OT.").findings] == [RULE]


def test_all_meanings_are_listed(check: Check) -> None:
    """The message lists every meaning with its setting, those that are no more last, and asks which."""
    (two,) = check("The LA met.").findings
    assert two.message == "“LA” isn’t explained, and can mean “local authority” or “local anaesthetic”: say which."
    (chc,) = check("The CHC came.").findings
    assert chc.message == (
        "“CHC” isn’t explained, and can mean “continuing healthcare” (social care) or "
        "“community health council” (Wales): say which."
    )


def test_every_meaning_of_the_built_in_glossary_is_listed(checker: Checker) -> None:
    """However many meanings a form has, each is named, and each is in quotation marks."""
    several = [term for term in checker.glossary if term.entry == "acronym" and len(term.meanings) > 3]
    assert several
    for term in several:
        (finding,) = (each for each in checker.check(f"Ask the {term.acronym} then.").findings if each.rule == RULE)
        assert all(f"“{meaning.expansion}”" in finding.message for meaning in term.meanings)


def test_each_meaning_is_an_edit(check: Check) -> None:
    """Each meaning can be chosen; none is chosen for the writer."""
    (finding,) = check("OTs came. An OT left.").findings
    assert [each.replacement for each in finding.suggestions] == [
        "Occupational therapists (OTs)",
        "Occupational therapies (OTs)",
        "Overtimes (OTs)",
    ]
    assert not any(each.safe for each in finding.suggestions)
