"""The rule ``noun-string``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plainspeak.testing import check_example

from .tables import examples

if TYPE_CHECKING:
    from collections.abc import Callable

    from plainspeak.checker import Checker
    from plainspeak.findings import Finding
    from plainspeak.report import Report

    Check = Callable[..., Report]

RULE = "noun-string"

HITS = """
The patient safety incident response framework implementation plan is ready.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ noun-string

We discussed the new hospital discharge transport contract.
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ noun-string

It is part of the local authority performance management framework.
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ noun-string

Ambulance handover delay figures are in the paper.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ noun-string

In practice hospital discharge transport contracts are long.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ noun-string

We saw the community diagnostic centre revenue cost forecast.
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ noun-string

The corridor care standard operating procedure is new.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ noun-string

The staff safety incident reporting audit programme is late.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ noun-string

We wrote a substance misuse service contract renewal plan.
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ noun-string

with min-nouns: 3
The ward discharge team met.
    ^^^^^^^^^^^^^^^^^^^ noun-string
"""

QUIET = """
We are writing a plan to improve transport for patients.

The hospital discharge team met the ward manager.

Nottingham Riverside Hospitals Community Trust runs the Adult Hospital Discharge Transport Scheme.

Bring pens, paper, tape and glue. The ward team uses tape, glue, paper, pens.

Take one 500 mg paracetamol tablet. Write to Flat 2, Mill House, Station Road.

The meeting is on Monday 3 May 2027 at 10 am.

Give staff digital skills training days. They offered care home patients digital support tools.

We met the team planning ward discharge visits.

The community substance misuse services moved, and the substance misuse service review began.

The trust annual report is here. The ward clinical audit team met.

A GP practice nurse will phone. The NHS hospital discharge team wrote.

See the blood pressure clinic letter and the care home waiting list.

Attention deficit hyperactivity disorder is common, and maple syrup urine disease is not.

The ward team offers support to carers. To update risk registers takes time.

Ward team board home plan list gate room desk door lamp chair.

The hospital’s discharge team’s transport contract is new.

“The hospital discharge transport contract is late,” he said.

with min-nouns: 5
We discussed the hospital discharge transport contract.
"""


@pytest.mark.parametrize("example", examples(HITS))
def test_hits(example: str, small: Checker) -> None:
    """Four nouns in a row are flagged, or as many as the option says; letters before them don't count."""
    check_example(RULE, example, checker=small)


@pytest.mark.parametrize("example", examples(QUIET))
def test_near_misses(example: str, small: Checker) -> None:
    """Names, lists, doses, addresses, dates and nouns that everybody reads as one are left alone."""
    check_example(RULE, example, checker=small)


def test_a_term_counts_as_one_noun(check: Check) -> None:
    """A term of the glossary is one noun: with it and two more nouns nothing is said."""
    assert found(check("The acute trust board meeting was short.")) == []
    assert len(found(check("The reablement team board meeting was short."))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "# The hospital discharge transport contract",
        "| Hospital discharge transport contract | 3 |\n| --- | --- |\n| Ward discharge delay figures | 4 |",
        "> The hospital discharge transport contract is late.",
    ],
)
def test_only_prose_is_looked_at(check: Check, text: str) -> None:
    """Headings and table cells are labels, which have to be short; quotations are somebody's words."""
    assert found(check(text)) == []


def test_message_says_where_to_begin(check: Check) -> None:
    """The message counts the nouns and names the last one; there is no certain replacement."""
    (finding,) = found(check("The hospital discharge transport contract is late."))
    assert finding.message == (
        "“hospital discharge transport contract” has 4 nouns in a row: begin with “contract”, "
        "and join the others with “of”, “for” or “to”."
    )
    assert finding.suggestions == ()


def test_adjectives_inside(check: Check) -> None:
    """Known miss: "mental" or "social" among the nouns parts them, since most sentences with these have no string."""
    assert found(check("We wrote a hospital mental health transport plan.")) == []


def found(report: Report) -> list[Finding]:
    """Return what the rule found."""
    return [finding for finding in report.findings if finding.rule == RULE]
