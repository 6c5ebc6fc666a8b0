"""``plainspeak glossary stale``."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from plainspeak.glossary import Term

__all__ = ["command"]


@click.command("stale", short_help="List entries that nobody has checked for a year.")
@click.option("--months", type=click.IntRange(1), default=12, show_default=True, help="How old is too old.")
@click.option("--layer", type=click.Choice(["built-in", "organisation", "project"]), help="Only this glossary.")
@click.option("--config", metavar="FILE", help="Use this configuration's glossaries.")
def command(months: int, layer: str | None, config: str | None) -> None:
    """List the entries that were last checked over 12 months ago, the oldest first, then those never checked."""
    from plainspeak.cli.glossary.layers import glossary_or_leave

    glossary = glossary_or_leave(config)
    today = datetime.date.today()
    limit = today.year * 12 + today.month - months
    ages = [(_last_checked(term), term) for term in glossary if layer in (None, term.layer)]
    stale = [(checked, term) for checked, term in ages if checked is None or checked < limit]
    for checked, term in sorted(stale, key=lambda each: (each[0] is None, each[0] or 0)):
        when = "never checked" if checked is None else f"checked {(checked - 1) // 12}-{(checked - 1) % 12 + 1:02}"
        click.echo(f"{term.where}: {term.headword}: {when}")
    what = "entry was" if len(ages) == 1 else "entries were"
    click.echo(f"{len(stale):,} of {len(ages):,} {what} not checked in the last {months} months.")


def _last_checked(term: Term) -> int | None:
    """Return the month of the check that lies furthest back, counted from year 0; ``None`` if one wasn't made."""
    months = []
    for meaning in term.meanings:
        if meaning.checked is None:
            return None
        year, _, month = meaning.checked.partition("-")
        months.append(int(year) * 12 + int(month or 1))
    return min(months, default=None)
