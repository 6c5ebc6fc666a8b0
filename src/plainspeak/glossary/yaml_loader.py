"""A safe YAML loader in which only ``true`` and ``false`` are truth values.

YAML 1.1, as PyYAML reads it, also takes yes, no, on and off for truth values; in a glossary these are words.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

__all__ = ["Loader"]

_BOOL = "tag:yaml.org,2002:bool"
_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Loader(_Base):  # type: ignore[misc]
    """PyYAML's safe loader (the fast one in C where there is one) with the truth values of YAML 1.2."""

    yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != _BOOL]
        for first, resolvers in _Base.yaml_implicit_resolvers.items()
    }


Loader.add_implicit_resolver(_BOOL, re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF"))
