"""A group of commands of which a command's module is imported only when that command runs."""

from __future__ import annotations

from importlib import import_module
from keyword import iskeyword
from typing import Any

import click

__all__ = ["LazyGroup"]


class LazyGroup(click.Group):
    """A group that knows its commands' names and help without importing them, so that ``--help`` answers at once."""

    def __init__(self, *args: Any, package: str, commands: dict[str, str], hint: str = "", **kwargs: Any) -> None:
        """Make a group.

        Args:
            args: as for a click group.
            package: where each command's module is, by the command's name; the command in it is ``command``.
            commands: names, and what each does in a sentence.
            hint: a sentence to add when somebody names a command that isn't there.
            kwargs: as for a click group.
        """
        super().__init__(*args, **kwargs)
        self._package = package
        self._helps = commands
        self._hint = hint

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        return list(self._helps)

    def get_command(self, _ctx: click.Context, name: str) -> click.Command | None:
        """Import a command."""
        if name not in self._helps:
            return None
        # No module can be called "import".
        module = f"{name}_" if iskeyword(name) else name.replace("-", "_")
        command: click.Command = import_module(f"{self._package}.{module}").command
        return command

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self._helps.items()))

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """Find the command that is named, or say which one may be meant."""
        name = args[0]
        if name not in self._helps and not name.startswith("-"):
            import difflib

            close = difflib.get_close_matches(name, self._helps, n=1)
            hint = f" Did you mean '{close[0]}'?" if close else ""
            ctx.fail(f"There is no command '{name}'.{hint} {self._hint}".rstrip())
        return super().resolve_command(ctx, args)
