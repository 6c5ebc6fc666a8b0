"""The rule ``latin``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plainspeak.checker import Checker
from plainspeak.config import profile_config
from plainspeak.testing import check_example

from .tables import examples

if TYPE_CHECKING:
    from collections.abc import Callable

    from plainspeak.report import Report

    Check = Callable[..., Report]

RULE = "latin"

HITS = """
Bring fruit, e.g. apples.
             ^^^^ latin

Bring fruit (e.g. apples), eg, Eg. and e.g: pears.
             ^^^^ latin
                           ^^ latin
                               ^^^ latin
                                       ^^^ latin

The ward, i.e. ours, moved; ie. it is new (ie nearby).
          ^^^^ latin
                            ^^^ latin
                                           ^^ latin

Bring paper, pens, etc. to the meeting.
                   ^^^^ latin

Bring paper, pens etc.
                  ^^^ latin

Bring paper, pens etc. We have ink.
                  ^^^ latin

Bring paper (pens, etc.) and ink, etcetera.
                   ^^^^ latin
                                  ^^^^^^^^ latin

It costs £9 per annum, circa £90 in ten years.
            ^^^^^^^^^ latin
                       ^^^^^ latin

We pay £9 p.a.
          ^^^ latin

An ad hoc group met, and an ad-hoc plan came of it.
   ^^^^^^ latin
                            ^^^^^^ latin

N.B. The motion passed nem. con., and she sits ex officio.
^^^^ latin
                       ^^^^^^^^^ latin
                                               ^^^^^^^^^^ latin

A PRIORI it is fine.
^^^^^^^^ latin

We call it “ad hoc” here.
            ^^^^^^ latin

Bring fruit, E.G. apples, and pens, ETC.
             ^^^^ latin
                                    ^^^ latin

BRING FRUIT EG APPLES, IE NO PENS, ETC.
            ^^ latin
                       ^^ latin
                                   ^^^ latin

Bring pens etc. Act now. Bring pens/paper/etc. to us.
           ^^^ latin
                                          ^^^ latin
"""

MISSES = """
Bring fruit, for example apples, and so on.

They wrote: “Bring fruit, e.g. apples, and pens etc.”

They wrote ‘we met on an ad hoc basis, i.e. rarely’.

The AD hoc group, IE users and EG members met.

We saw the ETC, the PTC, ETC and ITC. IE USERS

The Health and Safety at Work etc. Act 1974, and the Health and Safety at Work etc Act.

The Damages etc. (Scotland) Act 2004. The Asylum (Treatment of Claimants, etc.) Act 2004. The Mill Lane etc. Order.

The file is /etc/hosts, in the folder etc/ or /etc here.

Smith J, Jones K, Lee P, et al. Sleep and pain. Health Papers 2019;3:4-9.

Lee et al. (2020) agree, and so do Jones et al., 2021.

Ibid., p. 4. See op. cit. and cf. Lee.

Via Lane came by bus via Hartwell, and vice versa.

Send a CV to the vice chair from 9 a.m. to 5 p.m.

A carcinoma in situ was found, and DNA by in situ hybridisation.

It is 9 per cent, or 9 per person per day.

See www.merebrook.ie or write to eg@merebrook.org.

An egg, an Igbo person, and a ziet etching.
"""


@pytest.mark.parametrize("example", [*examples(HITS), *examples(MISSES)])
def test_carets(example: str, checker: Checker) -> None:
    """Latin is flagged without the full stop of its sentence; quotations and references are left alone."""
    check_example(RULE, example, checker=checker)


@pytest.mark.parametrize(
    ("text", "edits"),
    [
        ("Fruit, e.g. apples.", ["Fruit, for example apples.", "Fruit, such as apples."]),
        ("E.g. apples.", ["For example apples.", "Such as apples."]),
        ("BRING FRUIT E.G. APPLES.", ["BRING FRUIT FOR EXAMPLE APPLES.", "BRING FRUIT SUCH AS APPLES."]),
        ("Ours (i.e. new).", ["Ours (that is new).", "Ours (meaning new)."]),
        ("We pay £9 p.a.", ["We pay £9 a year."]),
        ("We pay £9 p.a. for it.", ["We pay £9 a year for it."]),
        ("An ad hoc group.", ["A one-off group."]),
        ("Pens etc.", []),
    ],
)
def test_edits(checker: Checker, text: str, edits: list[str]) -> None:
    """A swap fits its place and leaves the sentence its full stop; "etc." has no words to put in its place."""
    (finding,) = [each for each in checker.check(text).findings if each.rule == RULE]
    made = [edit for suggestion in finding.suggestions for edit in suggestion.edits]
    assert [text[: edit.at.span.start] + edit.text + text[edit.at.span.end :] for edit in made] == edits


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Fruit, e.g. pears.", "“e.g.” is Latin: write “for example”."),
        ("Pens etc. Ink.", "“etc” is Latin: say what else the list holds."),
        ("Paid pro rata.", "“pro rata” is Latin: write “in proportion”. For pay, say what it means."),
    ],
)
def test_messages(check: Check, text: str, message: str) -> None:
    """What to write comes first, then advice."""
    (finding,) = check(text).findings
    assert finding.message == message


def test_repeats_are_told_once(check: Check) -> None:
    """Each spelling of one phrase is the same phrase."""
    (finding,) = check("Fruit, e.g. pears.", "Nuts, eg almonds.", "Seeds (e.g. sesame).").findings
    assert (finding.rule, finding.text, finding.count) == (RULE, "e.g.", 3)


def test_block_quotations_are_left_alone(check: Check) -> None:
    """A block quotation is somebody's words."""
    assert check("> Fruit, e.g. pears.").findings == ()


@pytest.mark.parametrize(
    ("profile", "severity"),
    [("meeting-paper", "hint"), ("public-document", "information"), ("patient-leaflet", "information")],
)
def test_severity(profile: str, severity: str) -> None:
    """A hint in papers for meetings; more where the style guides of GOV.UK and the NHS apply."""
    (finding,) = Checker(profile_config(profile)).check("Fruit, e.g. pears.").findings
    assert finding.severity.value == severity


def test_etc_after_such_as(checker: Checker) -> None:
    """Known miss: a list that begins with "such as" gets the advice to begin it so."""
    (finding,) = checker.check("Bring things such as paper, pens etc.").findings
    assert "begin it with “such as”" in finding.message


def test_pa_without_full_stops(checker: Checker) -> None:
    """Known miss: "pa" for "per annum" is left alone, since it is also an assistant or a system."""
    assert checker.check("We pay £9 pa for it.").findings == ()
