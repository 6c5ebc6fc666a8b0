"""The documentation is true: pages are up to date, links lead somewhere, and what the pages show is what happens."""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
from html import unescape
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

import plainspeak
from plainspeak.cli import main
from plainspeak.config import PROFILES, load_config, profile_config
from plainspeak.exports.acronyms import acronym_lines
from plainspeak.findings import Severity
from plainspeak.glossary import read_terms
from plainspeak.reporters.text import grouped_lines
from plainspeak.rules import RULES, DocumentRule
from plainspeak.rules.documentation import documentation

if TYPE_CHECKING:
    from types import ModuleType

    from plainspeak.rules import Rule

ROOT = Path(__file__).resolve().parents[2]
RULE_PAGES = [f"docs/rules/{rule.id}.md" for rule in RULES]
PAGES = [
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "README.md",
    "docs/accuracy.md",
    "docs/checking.md",
    "docs/configuration.md",
    "docs/index.md",
    "docs/acronyms.md",
    "docs/in-your-editor.md",
    "docs/jargon-buster.md",
    "docs/review.md",
    "docs/json.md",
    "docs/library.md",
    "docs/reading-level.md",
    "docs/report.md",
    "docs/writing-a-glossary.md",
    "examples/README.md",
    "glossaries/README.md",
    "lsp/README.md",
    "lsp/vscode/CHANGELOG.md",
    "lsp/vscode/README.md",
    "training/README.md",
    *RULE_PAGES,
]
PYTHON_PAGES = ["README.md", "docs/library.md", "docs/reading-level.md"]
CONSOLE_PAGES = ["docs/checking.md", "docs/configuration.md", "docs/review.md"]

_LINK = re.compile(r"(?<!`)\[[^\]]*\]\((?!https?:)(?P<path>[^)#\s]*)(?:#(?P<heading>[^)\s]+))?\)")
_SNIPPET = re.compile(
    r"```python\n(?P<code>.*?)```(?:\n\n(?:This prints:\n\n)?```text\n(?P<printed>.*?)```)?", re.DOTALL
)
_CONSOLE = re.compile(r"```console\n\$ plainspeak (?P<arguments>[^\n]*)\n(?P<output>.*?)```", re.DOTALL)

NOTE = """# Note

The ICB met in order to agree the plan.

We will write to stakeholders in May. The ICB meets again in June.
"""

MISSPELT = """<!-- plainspeak-ignore jargn: the name of a group -->
The stakeholders meet in May.
"""

each_page = pytest.mark.parametrize("page", PAGES)


def _text(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def _blocks(page: str, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", _text(page), re.DOTALL)


def _script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "docs" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _headings(text: str) -> set[str]:
    """Return the names by which links reach a page's headings."""
    lines = re.sub(r"```.*?```", "", text, flags=re.DOTALL).splitlines()
    titles = [line.lstrip("#").strip() for line in lines if line.startswith("#")]
    return {re.sub(r"[^\w\s-]", "", title.lower()).replace(" ", "-") for title in titles}


def test_every_page_is_listed() -> None:
    """A new page in Markdown joins the list of those that are checked."""
    found = {path.relative_to(ROOT).as_posix() for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]}
    assert found <= set(PAGES)


@each_page
def test_page_passes_our_own_check(page: str) -> None:
    """No page has a finding at warning or above in the profile for public documents."""
    report = plainspeak.check_file(ROOT / page, profile="public-document")
    warnings = [finding.message for finding in report.findings if finding.severity.rank >= Severity.WARNING.rank]
    assert warnings == []


@each_page
def test_links_lead_somewhere(page: str) -> None:
    """Each relative link names a file that exists, and a heading that the file has."""
    text = re.sub(r"```.*?```", "", _text(page), flags=re.DOTALL)
    for link in _LINK.finditer(text):
        target = (ROOT / page).parent / link["path"] if link["path"] else ROOT / page
        assert target.exists(), link[0]
        if link["heading"]:
            assert link["heading"] in _headings(target.read_text(encoding="utf-8")), link[0]


@each_page
def test_no_path_of_a_machine(page: str) -> None:
    """No page shows where somebody's own files are."""
    assert not re.search(r"/(?:home|root|tmp|work|Users)/", _text(page))


def test_rule_pages_are_up_to_date() -> None:
    """The pages of the rules are what their docstrings make."""
    assert _script("make_rule_pages").main(["--check"]) == 0


def test_an_unknown_option_is_refused() -> None:
    """An example that uses an option which its rule doesn't have is told."""

    class Shouting(DocumentRule):
        """Flag capitals.

        Why it matters: capitals are hard to read.
        What to do instead: write small letters.

        Examples:
            with max-capitals: 6
            Hello.
        """

        id = "shouting"

    wrong: list[str] = _script("make_rule_pages").wrong_options(Shouting)
    assert wrong == ["shouting: an example uses 'max-capitals', which isn't an option of this rule."]


def test_a_page_out_of_date_is_told(tmp_path: Path) -> None:
    """Pages that differ, are missing, or belong to no rule are named."""
    (tmp_path / "old.md").write_text("", encoding="utf-8")
    (tmp_path / "same.md").write_text("same", encoding="utf-8")
    wrong = _script("make_rule_pages").out_of_date({"same.md": "same", "new.md": ""}, tmp_path)
    assert [line.split(" is ")[0] for line in wrong] == ["docs/rules/new.md", "docs/rules/old.md"]


def test_the_picture_is_up_to_date() -> None:
    """The picture says what the report says, and fetches nothing."""
    drawn = _text("docs/images/check.svg")
    assert _words_of(drawn) == _words_of(_script("make_picture").picture())
    assert "@font-face" not in drawn
    assert re.findall(r"https?://[^\"]+", drawn) == ["http://www.w3.org/2000/svg"]


def _words_of(svg: str) -> list[str]:
    return [word for piece in re.findall(r"<text [^>]*>([^<]*)</text>", svg) for word in unescape(piece).split()]


@pytest.mark.parametrize("page", PYTHON_PAGES)
def test_python_examples_run(page: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Each example runs by itself, and prints what stands under it."""
    monkeypatch.chdir(ROOT)
    snippets = list(_SNIPPET.finditer(_text(page)))
    assert snippets
    for snippet in snippets:
        exec(compile(snippet["code"], page, "exec"), {"__name__": page})
        assert capsys.readouterr().out == (snippet["printed"] or "")


@pytest.fixture
def papers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the files that the pages name."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "note.md").write_text(f"{NOTE}\nWe met prior to lunch.\n", encoding="utf-8")
    assert CliRunner().invoke(main, ["baseline", "note.md", "-o", "known.json"]).exit_code == 0
    (tmp_path / "note.md").write_text(NOTE, encoding="utf-8")
    (tmp_path / "misspelt.md").write_text(MISSPELT, encoding="utf-8")
    (tmp_path / "letter.rtf").write_bytes(b"{\\rtf1}")
    shutil.copy(ROOT / "examples" / "board-paper.docx", tmp_path)
    wrong = "profile: public-document\nrules:\n  long-sentence: {max-wrds: 20}\n"
    (tmp_path / "wrong.yaml").write_text(wrong, encoding="utf-8")
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive" / "old.md").write_text(NOTE, encoding="utf-8")
    (tmp_path / "leave-out.yaml").write_text("ignore: [archive/**]\n", encoding="utf-8")
    (tmp_path / "papers").mkdir()
    for name in ("board-paper.docx", "board-paper-plain.md"):
        shutil.copy(ROOT / "examples" / name, tmp_path / "papers")
    return tmp_path


@pytest.mark.parametrize("page", CONSOLE_PAGES)
@pytest.mark.usefixtures("papers")
def test_commands_print_what_the_page_shows(page: str) -> None:
    """Each command in a console block prints exactly what stands under it."""
    shown = list(_CONSOLE.finditer(_text(page)))
    assert shown
    for command in shown:
        assert CliRunner().invoke(main, command["arguments"].split()).output == command["output"]


def test_the_readme_quotes_a_real_report() -> None:
    """Each part of the report in the README stands in the report on the example."""
    report = plainspeak.check_file(ROOT / "examples" / "board-paper.docx")
    whole = " ".join(" ".join(line.text for line in grouped_lines([report], [])).split())
    (quoted,) = [block for block in _blocks("README.md", "text") if "In short" in block]
    for part in quoted.split("[...]"):
        assert " ".join(part.split()) in whole
    assert "write “senior responsible owner (SRO)”" in quoted.splitlines()[2]


def test_the_page_on_acronyms_quotes_a_real_list(monkeypatch: pytest.MonkeyPatch) -> None:
    """The list on the page is how that of the example begins, and what the page calls spelling out is that."""
    monkeypatch.chdir(ROOT)
    quoted, ways = _blocks("docs/acronyms.md", "text")
    report = plainspeak.check_file("examples/board-paper.md")
    whole = "\n".join(line.text for line in acronym_lines([report]))
    assert whole.startswith(quoted.rstrip())
    assert all(plainspeak.find_acronyms(way)[0].status == "defined" for way in ways.splitlines())


def test_the_readme_names_files_that_exist() -> None:
    """The commands for a first try, on each system, name an example that is there."""
    commands = [*_blocks("README.md", "sh"), *_blocks("README.md", "powershell")]
    paths = [path.replace("\\", "/") for command in commands for path in re.findall(r"examples\S+", command)]
    assert len(paths) == 2
    assert all((ROOT / path).is_file() for path in paths)


@pytest.mark.parametrize("page", ["README.md", "docs/index.md"])
def test_every_rule_is_listed(page: str) -> None:
    """The lists of rules have all of them, in the order of the reports."""
    assert re.findall(r"\[([a-z-]+)\]\((?:docs/)?rules/", _text(page)) == [rule.id for rule in RULES]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_options_are_described(rule: type[Rule]) -> None:
    """The page of settings has each option with its default, and no other."""
    rows = re.findall(rf"\| \[{rule.id}\]\S+ \| `([a-z-]+)` \| (\d+) \|", _text("docs/configuration.md"))
    assert {name: int(value) for name, value in rows} == dict(documentation(rule).options)


@pytest.mark.parametrize("profile", PROFILES)
def test_profiles_are_described(profile: str) -> None:
    """The table of profiles has the numbers of the profiles."""
    rules = profile_config(profile).rules
    row = re.search(rf"\| `{profile}` \| [^|]+ \| (\d+) \| (\d+) \|", _text("docs/checking.md"))
    assert row is not None
    numbers = [rules["long-sentence"].options["max_words"], rules["hard-to-read"].options["max_age"]]
    assert [int(number) for number in row.groups()] == numbers


def test_settings_on_the_page_are_right(tmp_path: Path) -> None:
    """The settings that the page shows can be loaded."""
    settings, terms, layers, silences = _blocks("docs/configuration.md", "yaml")
    (table,) = _blocks("docs/configuration.md", "toml")
    for name, text in (("plainspeak.yaml", settings), ("pyproject.toml", table)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        config = load_config(tmp_path / name)
        assert config.profile == "public-document"
        assert config.rules["long-sentence"].options["max_words"] == 20
        assert not config.rules["wordy-phrase"].enabled
    (tmp_path / "our-words.yaml").write_text(terms, encoding="utf-8")
    assert [term.acronym for term in read_terms(tmp_path / "our-words.yaml")] == ["MVIC"]
    (tmp_path / "plainspeak.yaml").write_text(layers, encoding="utf-8")
    assert [file.layer for file in load_config(tmp_path / "plainspeak.yaml").glossaries] == ["organisation", "project"]
    (tmp_path / "our-words.yaml").write_text(silences, encoding="utf-8")
    assert [term.entry for term in read_terms(tmp_path / "our-words.yaml")] == ["silence"]


def test_every_key_of_the_report_is_described() -> None:
    """The page on the report for programs names each key of the schema."""
    schema = json.loads(_text("src/plainspeak/reporters/report.schema.json"))
    page = _text("docs/json.md")
    missing = sorted(key for key in _keys(schema) if f"`{key}`" not in page)
    assert missing == []


def _keys(schema: Any) -> set[str]:
    if isinstance(schema, list):
        return {key for each in schema for key in _keys(each)}
    if not isinstance(schema, dict):
        return set()
    properties = schema.get("properties")
    own = set(properties) if isinstance(properties, dict) else set()
    return own | {key for each in schema.values() for key in _keys(each)}


@pytest.mark.parametrize("page", ["README.md", "docs/checking.md", "docs/configuration.md", "docs/json.md"])
def test_options_of_the_command_line_exist(page: str) -> None:
    """Each option that a page names is one of ``plainspeak check``, or of a command for the glossary."""
    commands = (["check"], ["jargon-buster"], ["glossary", "list"], ["glossary", "add"], ["glossary", "import"])
    known = " ".join(CliRunner().invoke(main, [*command, "--help"]).output for command in commands)
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", re.sub(r"<!--.*?-->", "", _text(page))))
    assert {option for option in named if option not in known} == set()


def test_the_architecture_names_what_is_there() -> None:
    """It is short, its code map has every part of the package, and each file that it names exists."""
    text = _text("ARCHITECTURE.md")
    assert len(text.splitlines()) <= 150
    rows = takewhile(lambda line: line.startswith("|"), text.partition("| --- | --- |\n")[2].splitlines())
    mapped = {row.split("`")[1].rstrip("/") for row in rows}
    package = ROOT / "src" / "plainspeak"
    there = {path.parent.name for path in package.glob("*/__init__.py")} | {path.name for path in package.glob("*.py")}
    assert mapped == there - {"__init__.py", "__main__.py"}
    for path in re.findall(r"`((?:tests|docs|\.importlinter)[\w./]*)`", text):
        assert (ROOT / path).exists() or "the_" in path, path


def test_the_changelog_has_this_version() -> None:
    """The version of the package has its own heading."""
    assert re.search(rf"^## {re.escape(plainspeak.__version__)}\b", _text("CHANGELOG.md"), re.MULTILINE)


def test_the_scripts_say_what_to_do(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A page out of date makes the check fail, and the message names the command that mends it."""
    script = _script("make_rule_pages")
    monkeypatch.setattr(script, "page", lambda _rule: "something else")
    assert script.main(["--check"]) == 1
    assert "python docs/make_rule_pages.py" in capsys.readouterr().err
