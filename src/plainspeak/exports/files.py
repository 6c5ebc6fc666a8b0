"""Write files all at once or not at all, and never over something that a person may want to keep."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from plainspeak.errors import WriteError

__all__ = ["write_file", "write_folder"]

_KEPT = "There is something of this name already, and it stays as it is. Choose another name, or add --force."


def write_file(path: Path, data: bytes, *, force: bool = False, keep: Iterable[str | Path] = ()) -> None:
    """Write a file by way of a temporary one beside it.

    Args:
        path: where.
        data: what.
        force: whether a file that is there may go.
        keep: files that stay as they are whatever happens, above all the papers that were read.

    Raises:
        WriteError: the file is there already, is one to keep, or can't be written.
    """
    if any(_same(path, each) for each in keep):
        raise WriteError("This is one of the papers, and it stays as it is. Choose another name.", where=str(path))
    if not force and os.path.lexists(path):
        raise WriteError(_KEPT, where=str(path))
    _write(path.parent, {path.name: data}, path)


def write_folder(path: Path, files: Mapping[str, str], *, force: bool = False) -> None:
    """Write a folder of text files, by their path in it. Other files in it stay.

    Raises:
        WriteError: the folder is there already and isn't empty, or it can't be written.
    """
    if not force and os.path.lexists(path) and not _is_empty_folder(path):
        raise WriteError(_KEPT, where=str(path))
    _write(path, {name: text.encode() for name, text in files.items()}, path)


def _write(folder: Path, files: Mapping[str, bytes], where: Path) -> None:
    """Write all files into a new folder first: where one can't be written, none is."""
    made = None
    try:
        made = Path(tempfile.mkdtemp(prefix=".plainspeak-", dir=where.parent))
        for name, data in files.items():
            (made / name).parent.mkdir(parents=True, exist_ok=True)
            (made / name).write_bytes(data)
        for name in files:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (made / name).replace(folder / name)
    except OSError as error:
        reason = error.strerror or str(error)
        raise WriteError(f"This can\u2019t be written ({reason}). Check the folder.", where=str(where)) from error
    finally:
        if made is not None:
            shutil.rmtree(made, ignore_errors=True)


def _same(one: str | Path, other: str | Path) -> bool:
    try:
        return os.path.samefile(one, other)
    except OSError:
        return False


def _is_empty_folder(path: Path) -> bool:
    try:
        return not any(path.iterdir())
    except OSError:
        return False
