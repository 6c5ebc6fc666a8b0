"""Write ``docs/rules/RULE.md`` for each rule from its docstring.

With ``--check`` nothing is written. The exit status is 1 when a page is then out of date and, either way, when an
example names an option that doesn't exist.
"""

from __future__ import annotations

import ast
import inspect
import sys
import textwrap
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

from plainspeak.config import DEFAULT_PROFILE, PROFILES, RuleSetting, profile_config
from plainspeak.rules import RULES, Rule
from plainspeak.rules.documentation import documentation

FOLDER = Path(__file__).resolve().parent / "rules"
HELP = "Run: python docs/make_rule_pages.py"


def main(arguments: list[str]) -> int:
    """Write or check every page; return the exit status."""
    problems = [problem for rule in RULES for problem in wrong_options(rule)]
    pages = {f"{rule.id}.md": page(rule) for rule in RULES}
    if "--check" in arguments:
        problems += out_of_date(pages, FOLDER)
    elif not problems:
        FOLDER.mkdir(exist_ok=True)
        for old in set(FOLDER.glob("*.md")) - {FOLDER / name for name in pages}:
            old.unlink()
        for name, text in pages.items():
            (FOLDER / name).write_text(text, encoding="utf-8")
    for problem in problems:
        sys.stderr.write(f"{problem}\n")
    return 1 if problems else 0


def wrong_options(rule: type[Rule]) -> list[str]:
    """Return a line for each option that an example of a rule uses and the rule doesn't have."""
    options = documentation(rule).options
    used = [name.replace("_", "-") for example in documentation(rule).examples for name in example.options]
    unknown = [name for name in used if name not in options]
    return [f"{rule.id}: an example uses '{name}', which isn't an option of this rule." for name in unknown]


def out_of_date(pages: Mapping[str, str], folder: Path) -> list[str]:
    """Return a line for each page of a folder that is missing, differs, or belongs to no rule."""
    there = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}
    wrong = sorted(name for name in {*pages, *there} if pages.get(name) != there.get(name))
    return [f"docs/rules/{name} is out of date. {HELP}" for name in wrong]


def page(rule: type[Rule]) -> str:
    """Return the page of one rule."""
    return "\n".join([*_description(rule), *_options(rule), *_profiles(rule), *_switching(rule)])


def _description(rule: type[Rule]) -> Iterator[str]:
    text = documentation(rule)
    yield "<!-- Made by docs/make_rule_pages.py from the rule's docstring. Don't edit it here. -->"
    yield f"# {rule.id}\n"
    yield f"{text.summary} It reports this as: {rule.severity}.\n"
    yield f"## Why it matters\n\n{_sentence(text.why)}\n"
    yield f"## What to do instead\n\n{_sentence(text.instead)}\n"
    yield "## Examples\n"
    if any(example.expected for example in text.examples):
        yield "The marks stand under the words that the rule finds."
    if any(not example.expected for example in text.examples):
        yield "It leaves alone a text that has no marks."
    for example in text.examples:
        yield f"\n```text\n{example.source}\n```"
    yield ""


def _options(rule: type[Rule]) -> Iterator[str]:
    options = documentation(rule).options
    if not options:
        return
    meanings = _meanings(rule.options_type)
    yield "## Options\n\n| Option | Default | What it says |\n| --- | ---: | --- |"
    for name, default in options.items():
        yield f"| `{name}` | {default} | {meanings[name]} |"
    yield ""


def _profiles(rule: type[Rule]) -> Iterator[str]:
    settings = {profile: profile_config(profile).rules.get(rule.id) for profile in PROFILES}
    if not any(settings.values()):
        return
    yield "## In each profile\n\n| Profile | Setting |\n| --- | --- |"
    for profile, setting in settings.items():
        default = " (used when you name none)" if profile == DEFAULT_PROFILE else ""
        yield f"| `{profile}`{default} | {_said(setting)} |"
    yield ""


def _said(setting: RuleSetting | None) -> str:
    if setting is None:
        return "as above"
    if not setting.enabled:
        return "`off`"
    parts = [f"`{name.replace('_', '-')}: {value}`" for name, value in setting.options.items()]
    if setting.severity:
        parts.append(f"`severity: {setting.severity}`")
    return ", ".join(parts)


def _switching(rule: type[Rule]) -> Iterator[str]:
    yield "## Change it, or leave it out\n"
    yield f"In [`plainspeak.yaml`](../configuration.md):\n\n```yaml\nrules:\n  {rule.id}: off\n```\n"
    yield "In Markdown, a web page or plain text, for what comes next (a paragraph, list, table or heading):\n"
    yield f"```markdown\n<!-- plainspeak-ignore {rule.id}: say why here -->\n```\n"
    yield f"For the whole file:\n\n```markdown\n<!-- plainspeak-ignore-file {rule.id}: say why here -->\n```\n"
    module = rule.__module__.rpartition(".")[2]
    yield f"The code: [{module}.py](../../src/plainspeak/rules/{module}.py)."
    yield "All rules: [the list](../index.md#the-rules).\n"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _meanings(options_type: type) -> dict[str, str]:
    """Return what the line under each field of an options class says.

    Raises:
        KeyError: later, for a field without such a line.
    """
    body = ast.parse(textwrap.dedent(inspect.getsource(options_type))).body[0]
    meanings = {}
    statements = body.body if isinstance(body, ast.ClassDef) else []
    for field, after in pairwise(statements):
        said = isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant) and after.value.value
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(said, str):
            meanings[field.target.id.replace("_", "-")] = " ".join(said.split())
    return meanings


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
