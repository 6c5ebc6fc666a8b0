"""A running server, and an editor at its other end."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest_asyncio

from .editors import EditorClient, Start


@pytest_asyncio.fixture
async def start(tmp_path: Path) -> AsyncIterator[Start]:
    """Something that starts a server for a kind of editor; it is stopped after the test."""
    running: list[EditorClient] = []

    async def begin(preset: str = "visual-studio-code", **options: Any) -> EditorClient:
        editor = EditorClient(options.pop("folder", tmp_path))
        running.append(editor)
        await editor.start(preset, **options)
        return editor

    yield begin
    for editor in running:
        await editor.stop()
