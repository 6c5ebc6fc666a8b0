"""What all tests share: one checker a session, and the option that writes golden files anew."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

import plainspeak.checker
from plainspeak.checker import Checker
from plainspeak.config import profile_config
from plainspeak.glossary.matcher import TermMatcher

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plainspeak.glossary import Glossary

settings.register_profile("plainspeak", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "plainspeak"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--update-golden``."""
    parser.addoption("--update-golden", action="store_true", help="write the files in tests/golden anew, then compare")


@pytest.fixture(scope="session")
def checker() -> Checker:
    """A checker with the built-in glossary and the default profile."""
    return Checker(profile_config())


@pytest.fixture(scope="session", autouse=True)
def _one_matcher_a_glossary() -> Iterator[None]:
    """Make the matcher of each glossary once: it takes 0.2 s, and hundreds of tests make a checker of their own."""
    made: dict[int, tuple[Glossary, TermMatcher]] = {}

    def shared(glossary: Glossary) -> TermMatcher:
        # The glossary is kept beside its matcher, so that no other one can have its number.
        if id(glossary) not in made:
            made[id(glossary)] = glossary, TermMatcher(glossary)
        return made[id(glossary)][1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plainspeak.checker, "TermMatcher", shared)
        yield
