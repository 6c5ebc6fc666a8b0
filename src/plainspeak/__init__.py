"""Find unexplained acronyms, jargon and hard sentences in health and care papers, and offer plain words."""

from __future__ import annotations

__version__ = "0.1.0"
