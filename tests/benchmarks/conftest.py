"""The scorers lie beside each other in ``benchmarks/accuracy``, where the command that runs them finds them."""

from __future__ import annotations

import sys
from pathlib import Path

ACCURACY = Path(__file__).resolve().parents[2] / "benchmarks" / "accuracy"
if str(ACCURACY) not in sys.path:
    sys.path.append(str(ACCURACY))
