"""``plainspeak lsp``."""

from __future__ import annotations

import sys

import click

__all__ = ["command"]


@click.command("lsp", short_help="Start the language server, which editors use.")
@click.option("--stdio", is_flag=True, help="Speak on standard input and output. This is the default.")
@click.option("--tcp", is_flag=True, help="Wait for an editor at an address of this computer instead.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address for --tcp.")
@click.option("--port", type=click.IntRange(1, 65535), default=2087, show_default=True, help="The port for --tcp.")
def command(stdio: bool, tcp: bool, host: str, port: int) -> None:  # noqa: ARG001 - some editors always add --stdio.
    """Start the language server. An editor does this by itself; docs/in-your-editor.md says how to set that up."""
    from plainspeak_lsp.main import serve

    try:
        serve(host=host if tcp else None, port=port)
    except OSError:
        advice = "Another program may have it: choose another one with --port."
        click.echo(f"error: Port {port} of {host} can\u2019t be used. {advice}", err=True)
        sys.exit(2)
