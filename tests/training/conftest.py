"""The parts of the training lie beside each other in ``training/tagger``, where its command finds them."""

from __future__ import annotations

import sys
from pathlib import Path

TAGGER = Path(__file__).resolve().parents[2] / "training" / "tagger"
if str(TAGGER) not in sys.path:
    sys.path.append(str(TAGGER))
