"""The rule ``unowned-action``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plainspeak.rules._actions import goes_on, is_action, is_blank, is_finished, is_none, names_date, names_owner
from plainspeak.testing import check_example

from .tables import examples

if TYPE_CHECKING:
    from collections.abc import Callable

    from plainspeak.checker import Checker
    from plainspeak.report import Report

    Check = Callable[..., Report]

RULE = "unowned-action"
NOBODY = "This action names nobody. Add the person, role or team who will do it."
NO_DATE = "This action has no date. Add the day, month or meeting by which it is due."
NEITHER = "This action names nobody, and no date. Say who will do it, and by when."

LINES = """
Action: circulate the leaflet to the group.
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unowned-action

ACTION 3 – The poster to be displayed in the waiting room.
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unowned-action

Agreed action: write to the council by 3 May.
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unowned-action

Action: letter to shops by 3 May.
        ^^^^^^^^^^^^^^^^^^^^^^^^^ unowned-action

Action: JS to circulate the leaflet to the group.

Action: letter to shops was sent in May.

Action: circulate the leaflet by 3 May (Amina Khan).

Action: JS

Action: the chair

Action: none.

Action: the leaflet to be checked by the patient group.

Action: discuss the leaflet at the next meeting.

Action: ring your surgery before you come.

Action: circulate the leaflet. This has been completed.

Actions speak louder than words: review them often.

The action that we took was to review the leaflet.
"""


@pytest.mark.parametrize("example", examples(LINES))
def test_lines_that_begin_with_action(example: str, small: Checker) -> None:
    """A line "Action:" without a person is told; one that names somebody, is done or speaks to the reader is not."""
    check_example(RULE, example, checker=small)


def told(report: Report) -> list[tuple[str, str]]:
    """Return what the rule told: the words and the message."""
    return [(finding.text or "", finding.message) for finding in report.findings if finding.rule == RULE]


def test_minutes_with_bullets(check: Check) -> None:
    """Under a heading of actions each line is read as one; numbers before it are left out."""
    report = check(
        "# Minutes of the Carers Forum",
        "Present: Amina Khan (AK), Jo Smith (JS). Apologies: none.",
        "Amina told us about the new leaflet, and the group liked it.",
        "## Agreed actions:",
        "- AK to write to the council by 3 May\n- Circulate the notes by 10 May\n- JS to ring the library\n"
        "- The website to be updated\n- Order new chairs (JS), by the end of May\n- Next meeting: 4 June",
        "## Next meeting",
        "- Bring cakes",
    )
    assert told(report) == [
        ("Circulate the notes by 10 May", NOBODY),
        ("JS to ring the library", NO_DATE),
        ("The website to be updated", NEITHER),
    ]


def test_where_dates_are_not_the_custom(check: Check) -> None:
    """In a list where most actions have no date, one with a name is complete."""
    report = check(
        "# Minutes",
        "## Actions",
        "1. AK to write to the council\n2. JS to ring the library\n3. All to read the plan by 3 May\n4. Draft a poster",
    )
    assert told(report) == [("Draft a poster", NEITHER)]


def test_minutes_with_a_table(check: Check) -> None:
    """Empty cells for names and dates are told at the action, unless its own words name them or it is done."""
    report = check(
        "# Action log",
        "| No | Action | Owner | By when | Status |\n"
        "| --- | --- | --- | --- | --- |\n"
        "| 1 | Circulate the plan | JS | 3 May | Open |\n"
        "| 2 | New chairs for the hall | | 3 May | Open |\n"
        "| 3 | Write to the council | AK | | Open |\n"
        "| 4 | Update the website | TBC | asap | Open |\n"
        "| 5 | Ring the library | | | Closed |\n"
        "| 6 | None | | | |\n"
        "| 7 | JS to draft the report | | June | Open |\n"
        "| 8 | | | | |",
    )
    assert told(report) == [
        ("New chairs for the hall", NOBODY),
        ("Write to the council", NO_DATE),
        ("Update the website", NEITHER),
    ]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("Write to Jo | - | 3 May | Open", NOBODY),
        ("Write to Jo | N/A | 3 May | n/a", NOBODY),
        ("Write to Jo | TBC | - | – |", NEITHER),
        ("Write to Jo | – | – | None", NEITHER),
        ("Write to Jo | JS | N/A | Open", NO_DATE),
        ("Write to Jo | | 3 May | Ongoing", NOBODY),
        ("Write to Jo | Ongoing | 3 May | -", NOBODY),
        ("Write to Jo | - | Ongoing | Open", NOBODY),
        ("Letter to patients | TBC | asap | Open", NEITHER),
        ("Letter to patients | - | - | -", NEITHER),
        ("Write to Jo | All | Ongoing | Open", None),
        ("Write to Jo | JS | | Ongoing", None),
        ("Take the new plan to the July board | JS | | Open", None),
        ("Write to Jo | - | - | No further action", None),
        ("Write to Jo | - | - | Done", None),
        ("Ongoing work on the plan | - | - | -", None),
        ("Quality | – | – | –", None),
        ("The group heard the report | N/A | N/A | -", None),
    ],
)
def test_cells_that_say_nothing(check: Check, row: str, message: str | None) -> None:
    """A dash or "N/A" is no answer and hides none; "ongoing" is a fair answer to when, but not to who."""
    report = check(
        f"| Action | Owner | Due | Status |\n| --- | --- | --- | --- |\n| {row.removesuffix(' |')} |\n"
        "| Ring the library | AK | 4 May | Open |"
    )
    assert [each for _, each in told(report)] == ([message] if message else [])


def test_a_table_in_html(check: Check) -> None:
    """The rule reads the tables of every format in the same way."""
    report = check(
        "<table><tr><th>Action(s)</th><th>Lead</th></tr>"
        "<tr><td>Plan the open day</td><td></td></tr><tr><td>Ring the library</td><td>Jo</td></tr></table>",
        media_type="text/html",
    )
    assert told(report) == [("Plan the open day", NOBODY)]


@pytest.mark.parametrize(
    "table",
    [
        "| Risk | Action |\n| --- | --- |\n| Flu | Offer vaccines |",
        "| Name | Owner | Date |\n| --- | --- | --- |\n| The hall | | |",
        "| Action | Owner |\n| --- | --- |\n| Quality | |\n| Ring the library | Jo |",
        "| Action | Lead |\n| --- | --- |\n| Action | Lead |",
    ],
)
def test_tables_without_gaps(check: Check, table: str) -> None:
    """A table without columns for names or dates has no gaps; nor have headings inside a table."""
    assert told(check(table)) == []


def test_an_agenda(check: Check) -> None:
    """An agenda lists what to talk about, not what to do."""
    report = check(
        "# Agenda for the meeting of 4 June",
        "1. Welcome and apologies\n2. Review the minutes\n3. Agree the budget\n4. Actions\n5. Any other business",
    )
    assert told(report) == []


def test_a_leaflet(check: Check) -> None:
    """In a leaflet the next steps are for its reader."""
    report = check(
        "# Going home after an operation",
        "## Next steps",
        "- Call the ward if the wound hurts.\n- Book a check at the surgery.",
    )
    assert told(report) == []


def test_a_policy(check: Check) -> None:
    """Prose under "Actions" in a policy is no list of actions."""
    report = check(
        "# Policy on visiting",
        "The committee agreed this policy in May.",
        "## Actions",
        "This policy asks much of everyone who works on a ward, and most of all of those who are new to it. "
        "Ward staff will tell families when they can come, and will make room for those who come at other times.",
        "The policy has been on the wards since June.",
    )
    assert told(report) == []


def test_next_steps_of_a_board_paper(check: Check) -> None:
    """A paper for a meeting is read like minutes."""
    report = check(
        "# Winter plan",
        "| Meeting | Board meeting in public |\n| --- | --- |\n| Date | 8 October |",
        "## Next steps",
        "- We will publish the plan.\n- Consult local people on the plan.\n- Joint reviews each month.",
    )
    assert told(report) == [("Consult local people on the plan.", NEITHER)]


def test_a_heading_that_is_only_a_line(check: Check) -> None:
    """Minutes often have their headings as plain lines; numbers before a heading don't matter."""
    report = check("MINUTES OF THE MEETING", "4. Action points:", "Send the plan to members.", media_type="text/plain")
    assert told(report) == [("Send the plan to members.", NEITHER)]


@pytest.mark.parametrize(
    "text",
    [
        "JS to write the report",
        "JS/AK to write the report",
        "Dr Khan will write the report",
        "The finance team to check the figures",
        "All members to read the plan",
        "Write the report (JS)",
        "Write the report (chair)",
        "Write the report – Jo Smith",
        "Write the report - secretary",
        "Write the report JS",
        "JS: write the report",
        "Report to be written by the secretary",
        "We will write the report",
        "Report to be published, JS to check it",
        "JS to mull over the report",
        "The plan to be taken to the next meeting",
    ],
)
def test_somebody_is_named(text: str) -> None:
    """Names, initials, roles and teams are seen wherever minutes put them."""
    assert is_action(text)
    assert names_owner(text)


@pytest.mark.parametrize(
    "text",
    [
        "Write the report",
        "To write the report",
        "Write to the chair",
        "Write to the ICB",
        "Letter to patients",
        "Thank-you letter to Jo",
        "Visit to the library",
        "Reports to members",
        "Letter from ICB to members",
        "Write the report by May",
        "Send the plan by email",
        "Report to be written by the end of May",
        "The leaflet should be rewritten",
        "Further talks to take place",
        "Write the report (by 3 May)",
        "Write the report – by 3 May",
    ],
)
def test_nobody_is_named(text: str) -> None:
    """Whoever gets something isn't the one to do it, and a time or a means after "by" is nobody."""
    assert not names_owner(text)


@pytest.mark.parametrize(
    "text",
    [
        "by 3 May",
        "03/05/26",
        "by the end of the month",
        "next week",
        "in Q2",
        "monthly",
        "by June",
        "to July board",
        "(Oct)",
        "to the May board",
    ],
)
def test_dates(text: str) -> None:
    """Days, months, meetings and how often are dates."""
    assert names_date(f"Write the report {text}")


@pytest.mark.parametrize(
    "text",
    [
        "asap",
        "as soon as possible",
        "in due course",
        "with 3 members",
        "may help",
        "with May and Jan",
        "to march for the board",
    ],
)
def test_no_dates(text: str) -> None:
    """What can't be put in a diary is no date."""
    assert not names_date(f"Write the report {text}")


@pytest.mark.parametrize(
    "text",
    [
        "Next meeting: 4 June",
        "The group liked the plan.",
        "JS",
        "Joint reviews",
        "",
        "Access to services",
        "Letters to shops were sent",
    ],
)
def test_no_actions(text: str) -> None:
    """Notes and names are no actions."""
    assert not is_action(text)


def test_words_that_say_nothing() -> None:
    """A cell with "TBC" or "none" is blank; "closed" leaves nothing to do; "ongoing" has no end."""
    assert is_blank(" TBC. ")
    assert not is_none("TBC")
    assert is_none("None")
    assert is_blank("None")
    assert is_blank("\u2013")
    assert not is_blank("JS")
    assert goes_on("Ongoing")
    assert not is_finished("Ongoing")
    assert is_finished("No action required.")
    assert is_finished("Closed 3 May")
    assert not is_finished("Complete the form")


def test_a_name_that_does_nothing(check: Check) -> None:
    """Known miss: any name in brackets is taken for who will do it."""
    assert told(check("Action: share the plan (see the NHS website).")) == []


MERGED = "<tr><td>Plan the open day</td><td rowspan={}>{}</td></tr><tr><td>Ring the library</td></tr>"


@pytest.mark.parametrize(
    ("owner", "expected"), [("Jo", []), ("TBC", ["Plan the open day", "Ring the library", "Order chairs"])]
)
def test_rows_that_share_a_merged_cell(check: Check, owner: str, expected: list[str]) -> None:
    """Where most of a column is empty under something, its cells seem merged, and rows share what they say."""
    report = check(
        f"<table><tr><th>Action</th><th>Owner</th></tr>{MERGED.format(3, owner)}<tr><td>Order chairs</td></tr></table>",
        media_type="text/html",
    )
    assert told(report) == [(text, NOBODY) for text in expected]


def test_few_rows_that_share_a_merged_cell(check: Check) -> None:
    """Known miss: where no more than half of a column is empty, a merged cell is seen in its first row alone."""
    report = check(
        f"<table><tr><th>Action</th><th>Owner</th></tr>{MERGED.format(2, 'Jo')}</table>", media_type="text/html"
    )
    assert told(report) == [("Ring the library", NOBODY)]


def test_gaps_that_look_like_a_merged_cell(check: Check) -> None:
    """Known miss: a table in which only the first action has an owner looks like one with a merged cell."""
    report = check("| Action | Owner |\n| --- | --- |\n| Order chairs | JS |\n| Ring Jo | |\n| Draft a poster | |")
    assert told(report) == []


def test_a_month_that_is_no_deadline(check: Check) -> None:
    """Known miss: a month that says which paper is meant is taken for the date by which it is due."""
    report = check("| Action | Due |\n| --- | --- |\n| Check the July figures | |\n| Ring Jo | 3 May |")
    assert told(report) == []
