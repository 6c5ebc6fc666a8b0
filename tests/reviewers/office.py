"""Other programs that open what we write: LibreOffice, and a copy of Microsoft's own validator."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

__all__ = ["converted", "faults"]


def converted(data: bytes, name: str, ending: str, folder: Path) -> bytes:
    """A file as LibreOffice saves it anew; the test is skipped where there is no LibreOffice."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    (folder / name).write_bytes(data)
    # A profile of its own: two instances can't share one.
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    target = folder / "converted"
    command = [program, profile, "--headless", "--convert-to", ending, "--outdir", str(target), str(folder / name)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return next(target.glob(f"{Path(name).stem}.*")).read_bytes()


def faults(data: bytes, name: str, folder: Path) -> list[str]:
    """What the validator holds against an Office file."""
    path = folder / name
    path.write_bytes(data)
    return sorted(f"{error.part_uri}: {error.description}" for error in OpenXmlValidator().validate(path).errors)
