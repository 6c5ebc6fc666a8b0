"""Reports as web pages that need nothing else: no picture, no font, nothing from the network."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from plainspeak import __version__
from plainspeak.config import Config
from plainspeak.errors import PlainspeakError
from plainspeak.exports.explanations import CREDIT
from plainspeak.exports.report.findings import PLACES_SHOWN
from plainspeak.exports.report.kinds import FAMILIES, SEVERITIES
from plainspeak.exports.report.marks import Opening
from plainspeak.exports.report.names import page_names, shown_names
from plainspeak.exports.report.pack import pack
from plainspeak.exports.report.paper import paper
from plainspeak.exports.report.text import Heading, ListOf, Prose, Signpost, Table
from plainspeak.glossary import Glossary
from plainspeak.report import Report
from plainspeak.reporters.summary import counted

__all__ = ["ReportPages", "is_report_page", "report_pages"]

_INDEX = "index.html"
_MADE_BY = b'<meta name="generator" content="plainspeak '
# Nothing is fetched, and nothing runs but what stands on the page as we wrote it.
_POLICY = (
    "default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; base-uri 'none'; form-action 'none'"
)
_PARTS = {"heading": Heading, "list": ListOf, "opening": Opening, "prose": Prose, "signpost": Signpost, "table": Table}
_NEVER_SHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class ReportPages:
    """The pages of a report, by the names of their files, and what to say of each paper in a line."""

    pages: Mapping[str, str]
    """The first is the one to open."""
    verdicts: tuple[tuple[str, str], ...]


def report_pages(
    reports: Sequence[Report],
    glossary: Glossary,
    config: Config,
    *,
    errors: Iterable[PlainspeakError] = (),
    folder: bool = False,
) -> ReportPages:
    """Return a report on some papers as web pages. The same papers always give the same pages.

    Args:
        reports: of each paper.
        glossary: the one that the papers were checked with.
        config: the one that the papers were checked with.
        errors: what couldn't be read; the page says so.
        folder: whether each paper has a page of its own beside ``index.html``; without that, all is on ``index.html``.
    """
    names = shown_names([report.name for report in reports])
    failed = tuple(errors)
    alone = len(reports) == 1 and not failed
    keys = [f"p{number}" for number in range(1, len(reports) + 1)]
    # On a page of its own a paper has the main heading, and its parts come one level below.
    level = 2 if alone or folder else 3
    papers = [
        paper(report, glossary, config, key=key, name=name, level=level)
        for report, key, name in zip(reports, keys, names, strict=True)
    ]
    title = f"Report on {counted(len(papers), 'paper')}"
    pages: dict[str, str] = {}
    if alone:
        pages[_INDEX] = _page("paper.html", paper=papers[0], title=papers[0].title)
    elif folder:
        own = [f"{name}.html" for name in page_names(names)]
        pages[_INDEX] = _page("pack.html", pack=pack(papers, own, failed), whole=False, title=title)
        for each, name in zip(papers, own, strict=True):
            pages[name] = _page("paper.html", paper=each, title=each.title, up=_INDEX)
    else:
        below = [f"#{key}" for key in keys]
        pages[_INDEX] = _page("pack.html", pack=pack(papers, below, failed), whole=True, title=title)
    return ReportPages(pages, tuple((each.report.name, each.verdict) for each in papers))


def is_report_page(head: bytes) -> bool:
    """Tell from the beginning of a file, some 4,000 bytes, whether it is a page of a report."""
    return _MADE_BY in head


def _page(template: str, **values: object) -> str:
    return _environment().get_template(template).render({"up": "", **values})


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("plainspeak.exports.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_printable,
    )
    style, script = _asset("report.css") + _asset("print.css"), _asset("report.js")
    environment.globals.update(
        # These are our own files: what comes from a paper is always escaped.
        style=Markup(style),  # noqa: S704
        script=Markup(script),  # noqa: S704
        policy=_POLICY.format(style=_digest(style), script=_digest(script)),
        version=__version__,
        credit=CREDIT,
        places_shown=PLACES_SHOWN,
        families=FAMILIES,
        severities=SEVERITIES,
    )
    environment.filters["counted"] = counted
    environment.filters["lines"] = _lines
    environment.tests.update({name: _is(kind) for name, kind in _PARTS.items()})
    return environment


def _is(kind: type) -> Callable[[object], bool]:
    return lambda value: isinstance(value, kind)


def _asset(name: str) -> str:
    return (files("plainspeak.exports.report") / "templates" / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _printable(value: Any) -> Any:
    """Leave out the characters of a paper that no web page may have."""
    return _NEVER_SHOWN.sub("", value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _lines(text: str) -> Markup:
    """Return a text with the breaks that its author put between lines."""
    return Markup("<br>").join(_printable(line) for line in text.split("\n"))
