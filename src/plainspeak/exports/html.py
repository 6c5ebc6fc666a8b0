"""A page as one HTML file that needs nothing else: no script, no picture, nothing from the network."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from html import escape

from plainspeak.exports.explanations import capitalised
from plainspeak.exports.page import Entry, Page, Section

__all__ = ["page_html"]

_STYLE = """
:root { color-scheme: light dark; --ink: #212b32; --paper: #ffffff; --soft: #f0f4f5; --line: #aeb7bd; --link: #005eb8; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8edee; --paper: #14191d; --soft: #222a30; --line: #5b6871; --link: #8ec5ff; }
}
html { font: 1.125rem/1.55 Arial, Helvetica, sans-serif; color: var(--ink); background: var(--paper); }
body { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 2rem; line-height: 1.2; }
h2 { font-size: 1.5rem; margin: 2.5rem 0 0.75rem; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 0.7rem 0.5rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { background: var(--soft); }
tbody th { width: 30%; overflow-wrap: anywhere; }
td > :first-child { margin-top: 0; }
td > :last-child { margin-bottom: 0; }
td p, td ul { margin: 0.35rem 0; }
td ul { padding-left: 1.2rem; }
a { color: var(--link); }
a:focus-visible { outline: 3px solid #ffb81c; outline-offset: 2px; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.4rem; padding: 0; list-style: none; }
nav a { display: block; min-width: 1.5rem; padding: 0.35rem 0.6rem; background: var(--soft); text-align: center; }
:target { background: var(--soft); }
.skip { position: absolute; left: -99rem; }
.skip:focus { position: static; }
footer { margin-top: 3rem; font-size: 1rem; }
@media print {
  html { font-size: 11pt; color: #000; background: #fff; }
  body { max-width: none; padding: 0; }
  nav, .skip { display: none; }
  thead { display: table-header-group; }
  tr, h2 { break-inside: avoid; break-after: auto; }
  h2 { break-after: avoid; }
  a { color: inherit; text-decoration: none; }
}
""".strip()
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def page_html(page: Page) -> str:
    """Return a page as HTML. With several sections there is a list of links to them."""
    anchors = _anchors(page)
    title = escape(page.title)
    lines = [
        "<!doctype html>",
        '<html lang="en-GB">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title}</title>",
        f"<style>\n{_STYLE}\n</style>",
        "</head>",
        "<body>",
        '<a class="skip" href="#words">Go to the words</a>',
        "<header>",
        f"<h1>{title}</h1>",
        *(f"<p>{escape(each)}</p>" for each in page.introduction),
        "</header>",
        *(_letters(page) if len(page.sections) > 1 else ()),
        '<main id="words">',
        *(line for section in page.sections for line in _section(section, anchors)),
        "</main>",
        *([f"<footer><p>{escape(page.last_line)}</p></footer>"] if page.last_line else ()),
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def _letters(page: Page) -> Iterator[str]:
    yield '<nav aria-label="Letters"><ul>'
    for section in page.sections:
        yield f'<li><a href="#{_slug("letter", section.heading)}">{escape(section.heading)}</a></li>'
    yield "</ul></nav>"


def _section(section: Section, anchors: Mapping[Entry, str]) -> Iterator[str]:
    if not section.entries:
        return
    links = {entry.name: anchor for entry, anchor in anchors.items()}
    named = ""
    if section.heading:
        slug = _slug("letter", section.heading)
        named = f' aria-labelledby="{slug}"'
        yield f'<h2 id="{slug}">{escape(section.heading)}</h2>'
    yield f"<table{named}>"
    yield '<thead><tr><th scope="col">Word</th><th scope="col">What it means</th></tr></thead>'
    yield "<tbody>"
    for entry in section.entries:
        yield f'<tr id="{anchors[entry]}"><th scope="row">{escape(entry.name)}</th>'
        yield f"<td>{''.join(_meaning(entry, links))}</td></tr>"
    yield "</tbody>"
    yield "</table>"


def _meaning(entry: Entry, links: Mapping[str, str]) -> Iterator[str]:
    if entry.stands_for:
        yield f"<p><strong>{escape(capitalised(entry.stands_for))}</strong></p>"
    for line in entry.lines:
        yield f"<p>{escape(line)}</p>"
    if entry.choices:
        yield f"<ul>{''.join(f'<li>{escape(each)}</li>' for each in entry.choices)}</ul>"
    if entry.see:
        yield f"<p>{entry.before_see} {_see(entry, links)}</p>"


def _see(entry: Entry, links: Mapping[str, str]) -> str:
    return ", ".join(
        f'<a href="#{links[name]}">{escape(name)}</a>' if name in links else escape(name) for name in entry.see
    )


def _anchors(page: Page) -> dict[Entry, str]:
    """Return the id of each entry's row."""
    anchors: dict[Entry, str] = {}
    taken = Counter[str]()
    for entry in page.entries:
        slug = _slug("word", entry.name)
        taken[slug] += 1
        # Letters and words can be alike but for their capitals. No slug of a name has two hyphens in a row.
        anchors[entry] = slug if taken[slug] == 1 else f"{slug}--{taken[slug]}"
    return anchors


def _slug(prefix: str, name: str) -> str:
    return "-".join([prefix, *re.findall(r"[a-z0-9]+", name.casefold())])
