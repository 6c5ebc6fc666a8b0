"""What all tests share: one checker a session, and the option that writes golden files anew."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

from plainspeak.checker import Checker
from plainspeak.config import profile_config

settings.register_profile("plainspeak", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "plainspeak"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--update-golden``."""
    parser.addoption("--update-golden", action="store_true", help="write the files in tests/golden anew, then compare")


@pytest.fixture(scope="session")
def checker() -> Checker:
    """A checker with the built-in glossary and the default profile."""
    return Checker(profile_config())
