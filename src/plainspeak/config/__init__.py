"""Configuration: profiles, configuration files, and what they may say."""

from plainspeak.config.loader import (
    PROFILES,
    did_you_mean,
    fail_on_of,
    find_config,
    load_config,
    profile_config,
    without_rules,
)
from plainspeak.config.model import DEFAULT_PROFILE, CardLimits, Config, PathIgnore, RowLimits, RuleSetting

__all__ = [
    "DEFAULT_PROFILE",
    "PROFILES",
    "CardLimits",
    "Config",
    "PathIgnore",
    "RowLimits",
    "RuleSetting",
    "did_you_mean",
    "fail_on_of",
    "find_config",
    "load_config",
    "profile_config",
    "without_rules",
]
