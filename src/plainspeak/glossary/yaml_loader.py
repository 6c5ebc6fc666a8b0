"""A safe YAML loader in which only ``true`` and ``false`` are truth values, and dates are text.

YAML 1.1, as PyYAML reads it, also takes yes, no, on and off for truth values; in a glossary these are words. It makes
days of the calendar of dates, and fails without a line number on those that don't exist.
"""

from __future__ import annotations

import re
from typing import Any, ClassVar

import yaml

__all__ = ["Loader"]

_BOOL = "tag:yaml.org,2002:bool"
_DATE = "tag:yaml.org,2002:timestamp"
_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Loader(_Base):  # type: ignore[misc]
    """PyYAML's safe loader (the fast one in C where there is one) with the truth values of YAML 1.2 and no dates."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag not in (_BOOL, _DATE)]
        for first, resolvers in _Base.yaml_implicit_resolvers.items()
    }


Loader.add_implicit_resolver(_BOOL, re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF"))
