"""``plainspeak rules``."""

from __future__ import annotations

import click

__all__ = ["command"]


@click.command("rules", short_help="List the rules.")
def command() -> None:
    """List the rules, with what each reports. "plainspeak explain RULE" says more."""
    from plainspeak.rules import RULES
    from plainspeak.rules.documentation import documentation

    width = max(len(rule.id) for rule in RULES)
    for rule in RULES:
        click.echo(f"{rule.id:<{width}}  {rule.severity:<11}  {documentation(rule).summary}")
