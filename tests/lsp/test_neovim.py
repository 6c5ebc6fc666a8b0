"""The server in a real Neovim, without a screen, set up as our page says."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SESSION = Path(__file__).parent / "neovim" / "session.lua"
PAGE = Path(__file__).parents[2] / "docs" / "in-your-editor.md"
NEOVIM = shutil.which("nvim", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}")
TEXT = "# Plan\n\n\U0001f600 The QZE met.\n\nWe utilise it.\n\nWe met in order to learn.\n"

pytestmark = pytest.mark.skipif(NEOVIM is None, reason="there is no Neovim here")


def test_a_writer_in_neovim(tmp_path: Path) -> None:
    """Marks, a hover, a fix, and all fixes that are safe."""
    (tmp_path / "paper.md").write_text(TEXT, encoding="utf-8")
    setup = re.findall(r"```lua\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)[0]
    (tmp_path / "setup.lua").write_text(setup, encoding="utf-8")
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}",
        "PLAINSPEAK_SETUP": str(tmp_path / "setup.lua"),
        "XDG_STATE_HOME": str(tmp_path / "state"),
    }
    done = subprocess.run(
        [str(NEOVIM), "--headless", "-u", "NONE", "-l", str(SESSION)],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    said = json.loads((done.stdout + done.stderr).strip().splitlines()[-1])
    assert "failed" not in said, said
    information = 3
    assert sorted(said["marks"]) == [
        [2, 9, "acronym-undefined", information],
        [4, 3, "wordy-phrase", information],
        [6, 7, "wordy-phrase", information],
    ]
    assert said["encoding"] == "utf-8"
    assert said["hover"].startswith("**QZE**")
    assert said["fixed"] == TEXT.replace("utilise", "use").splitlines()
    assert said["all"] == TEXT.replace("utilise", "use").replace("in order to", "to").splitlines()
    assert [mark[2] for mark in said["left"]] == ["acronym-undefined"]
