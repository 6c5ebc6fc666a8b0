"""A glossary file is read as it is meant, and every mistake in it is told by file and line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from plainspeak.errors import GlossaryError
from plainspeak.glossary import Form, Glossary, Meaning, Term, load_built_in, load_glossary, loader, read_terms
from plainspeak.glossary.loader import built_in_files, compile_built_in

if TYPE_CHECKING:
    from collections.abc import Callable

BUILT_IN = Path(__file__).parents[2] / "glossaries"

ALL_KEYS = """\
- acronym: ICB
  expansion: integrated care board
  kind: organisation
  status: announced
  date: 2026-04
  replaced-by: strategic board
  meaning: >-
    The NHS body that
    plans care.
  setting: [England]
  forms: [ICBoard]
  known-to: [staff, clinicians]
  see: [ICS]
  advice: Spell it out.
  source: nhs-page
  checked: 2026-11
- acronym: OT
  meanings:
    - expansion: occupational therapist
      meaning: Someone who helps.
      setting: [therapy, social care]
    - expansion: overtime
- term: care pathway
  acronym: CP
  meaning: The steps of someone's care.
  gloss: the plan of care
  instead: [plan of care]
  forms: {care pathways: plans of care}
  unless: [care pathway manager]
- term: 5 a day
  meaning: Five helpings of fruit and vegetables a day.
  forms: [five a day]
- wording: in order to
  rule: wordy-phrase
  instead: [to]
  forms: [so as to]
  safe: true
- wording: the elderly
  rule: power-language
  instead: [older people]
  why: It makes one group of many people.
  level: hint
  source: nhs-page
"""


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], Path]:
    """A function that writes a glossary file and returns its path."""

    def write(text: str) -> Path:
        path = tmp_path / "terms.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_every_key_becomes_what_it_says(write: Callable[[str], Path]) -> None:
    """Turn each kind of entry, with all its keys, into a term."""
    path = write(ALL_KEYS)
    icb, ot, pathway, five, order, elderly = read_terms(path)
    meaning = Meaning(
        text="The NHS body that plans care.",
        expansion="integrated care board",
        setting=("England",),
        kind="organisation",
        status="announced",
        date="2026-04",
        replaced_by="strategic board",
        source="nhs-page",
        checked="2026-11",
    )
    assert icb == Term(
        "ICB",
        "acronym",
        (meaning,),
        acronym="ICB",
        forms=(Form("ICBoard"),),
        see=("ICS",),
        advice="Spell it out.",
        known_to=("staff", "clinicians"),
        where=f"{path}:1",
    )
    assert [(each.expansion, each.setting) for each in ot.meanings] == [
        ("occupational therapist", ("therapy", "social care")),
        ("overtime", ()),
    ]
    assert pathway.meanings == (Meaning("The steps of someone’s care.", expansion="care pathway"),)
    assert (pathway.acronym, pathway.gloss, pathway.instead) == ("CP", "the plan of care", ("plan of care",))
    assert pathway.forms == (Form("care pathways", ("plans of care",)),)
    assert pathway.unless == ("care pathway manager",)
    assert five.forms == (Form("five a day"), Form("fives a day"))
    assert five.meanings[0].expansion is None
    assert (order.rule, order.safe, order.hint) == ("wordy-phrase", True, False)
    assert order.forms == (Form("so as to", ("to",)),)
    assert (elderly.rule, elderly.safe, elderly.hint) == ("power-language", False, True)
    assert elderly.why == "It makes one group of many people."
    assert elderly.where == f"{path}:38"


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("A person's care, isn't it.", "A person’s care, isn’t it."),
        ("In the patients' view.", "In the patients’ view."),
        ("The word 'unit' is plainer.", "The word ‘unit’ is plainer."),
        ('The word "unit" is plainer.', "The word “unit” is plainer."),
        ("'One' and 'two words', says the nurse's 'log'.", "‘One’ and ‘two words’, says the nurse’s ‘log’."),
        ('"One" and "two words".', "“One” and “two words”."),
        ('("Why?")', "(“Why?”)"),
        ("A person’s “care” and ‘help’.", "A person’s “care” and ‘help’."),
        ("Two\n  lines.", "Two lines."),
    ],
)
def test_texts_are_typeset(tmp_path: Path, written: str, printed: str) -> None:
    """Meanings, reasons and advice have curly quotation marks and apostrophes, however they are written."""
    entries = [
        {"acronym": "QZ", "expansion": "quiet zone", "meaning": written, "advice": written},
        {"acronym": "QX", "meanings": [{"expansion": "quick zone", "meaning": written}]},
        {"term": "care way", "meaning": written, "advice": written},
        {"wording": "care words", "rule": "power-language", "why": written, "advice": written},
    ]
    path = tmp_path / "terms.yaml"
    path.write_text(json.dumps(entries), encoding="utf-8")
    letters, several, term, wording = read_terms(path)
    assert [letters.meanings[0].text, letters.advice] == [printed, printed]
    assert [meaning.text for meaning in several.meanings] == [printed]
    assert [term.meanings[0].text, term.advice] == [printed, printed]
    assert [wording.why, wording.advice] == [printed, printed]


def test_the_built_in_texts_are_typeset() -> None:
    """No straight mark is left in what the glossary that ships says."""
    for term in load_built_in():
        texts = [term.why, term.advice, *(meaning.text for meaning in term.meanings)]
        assert [text for text in texts if text and set(text) & {"'", '"'}] == []


@pytest.mark.parametrize("word", ["yes", "no", "on", "off", "Yes", "NO", "On", "OFF", "y", "n"])
def test_only_true_and_false_are_truth_values(write: Callable[[str], Path], word: str) -> None:
    """Read on, off, yes and no as words, whether they are keys' values or items of a list."""
    (acronym,) = read_terms(write(f"- acronym: {word}\n  expansion: {word}\n  setting: [{word}]\n"))
    assert acronym.acronym == word
    assert acronym.meanings[0].expansion == word
    assert acronym.meanings[0].setting == (word,)


@pytest.mark.parametrize(("date", "read"), [("2026", "2026"), ("2026-04", "2026-04"), ("'2026-04'", "2026-04")])
def test_a_date_is_a_year_or_a_month(write: Callable[[str], Path], date: str, read: str) -> None:
    """Read a year as text, although YAML takes it for a number."""
    (term,) = read_terms(write(f"- acronym: CCG\n  expansion: group\n  status: ended\n  date: {date}\n"))
    assert term.meanings[0].date == read


@pytest.mark.parametrize("text", ["", "[]\n", "# Nothing yet.\n"])
def test_an_empty_file_has_no_terms(write: Callable[[str], Path], text: str) -> None:
    """Take a file without entries for a glossary without terms."""
    assert read_terms(write(text)) == ()


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    """Read what a Windows editor saved, and count its lines right."""
    path = tmp_path / "terms.yaml"
    path.write_bytes(b"\xef\xbb\xbf- term: one\r\n  meaning: 1\r\n- term: two\r\n  meaning: 2\r\n")
    assert [(term.headword, term.where) for term in read_terms(path)] == [("one", f"{path}:1"), ("two", f"{path}:3")]


MISTAKES = [
    ("- term: x\n  meanig: y\n", 2, "'meanig' isn't a key of this kind of entry. Did you mean 'meaning'?"),
    ("- acronym: X\n  expanson: y\n", 2, "Did you mean 'expansion'?"),
    ("- acronym: X\n  expansion: y\n  replaced_by: z\n", 3, "Did you mean 'replaced-by'?"),
    ("- wording: x\n  rule: wordy-phrase\n  insted: [y]\n", 3, "Did you mean 'instead'?"),
    ("- term: x\n  meaning: y\n  zzz: 1\n", 3, "'zzz' isn't a key of this kind of entry. The keys are: meaning, kind"),
    ("- term: x\n", 1, "A term needs a 'meaning'."),
    ("# A note.\n\n- term: x\n  kind: law\n", 3, "A term needs a 'meaning'."),
    ("- term: x\n  meaning: ''\n", 2, "'meaning': Nothing stands here. Write something, or leave the key out."),
    ("- term: x\n  meaning: y\n  only-in: [x z]\n  forms: [w]\n", 1, "put them under 'only-in'"),
    (
        "- wording: x\n  rule: wordy-phrase\n  instead: [y]\n  only-in: [x z]\n  forms: [w]\n",
        1,
        "put them under 'only-in'",
    ),
    ("- acronym: X\n", 1, "An acronym has either 'expansion' or 'meanings'."),
    ("- acronym: X\n  expansion: y\n  meanings:\n  - expansion: z\n", 1, "either 'expansion' or 'meanings'"),
    ("- acronym: X\n  meanings:\n  - expansion: y\n  - meaning: z\n", 4, "'expansion' is missing here. Add it."),
    ("- acronym: X\n  meanings:\n  - expansion: y\n    meanin: z\n", 4, "Did you mean 'meaning'?"),
    ("- acronym: X\n  expansion: y\n  status: ended\n", 1, "status 'ended' needs a date (YYYY-MM)"),
    (
        "- acronym: X\n  expansion: y\n  date: March 2026\n",
        3,
        "'date': Write a month or a year, such as 2026-04 or 2026.",
    ),
    ("- acronym: X\n  expansion: y\n  date: 2026-13\n", 3, "'date': Write a month or a year"),
    ("- acronym: X\n  expansion: y\n  date: 2026-04-01\n", 3, "'date': Write a month or a year"),
    ("- acronym: X\n  expansion: y\n  checked: 2026-99-99\n", 3, "'checked': Write a month or a year"),
    ("- term: x\n  meaning: y\n  kind: thing\n", 3, "'kind': Choose from 'organisation', 'service'"),
    ("- term: x\n  meaning: y\n  known-to: [nobody]\n", 3, "'known-to': Choose from 'everyone', 'staff' or"),
    ("- term: x\n  meaning: y\n  instead: z\n", 3, "'instead': Write a list, such as [one, two]."),
    (
        "- wording: x\n  rule: latin\n  instead: [y]\n  inflects: all\n",
        4,
        "'inflects': Choose from 'noun', 'verb' or 'adjective'.",
    ),
    ("- term: x\n  meaning: y\n  only-as: word\n", 3, "'only-as': Choose from 'noun' or 'verb'."),
    ("- wording: x\n  instead: [y]\n", 1, "'rule' is missing here. Add it."),
    ("- wording: x\n  rule: wordy\n  instead: [y]\n", 2, "'rule': Choose from 'wordy-phrase', 'power-language'"),
    ("- wording: x\n  rule: wordy-phrase\n", 1, "Wording needs 'instead' or 'advice'."),
    ("- wording: x\n  rule: power-language\n  instead: [y]\n", 1, "A power-language note needs 'why'."),
    ("- wording: x\n  rule: wordy-phrase\n  advice: y\n  safe: true\n", 1, "Only wording with 'instead' can be safe."),
    ("- term: x\n  meaning: y\n\n- term: X\n  meaning: z\n", 4, "'X' is here already, at line 1. Keep one entry."),
    ("- acronym: X\n  expansion: y\n- acronym: X\n  expansion: z\n", 3, "'X' is here already, at line 1."),
    (
        "term: x\nmeaning: y\n",
        1,
        "A glossary is a list: begin each entry with '- term:', '- acronym:' or '- wording:'.",
    ),
    ("just words\n", 1, "A glossary is a list"),
    ("- term: x\n  meaning: y\n- just words\n", 3, "Each entry is a set of 'key: value' lines"),
    ("- meaning: y\n", 1, "This entry has no 'term', 'acronym', 'wording' or 'silence'. Add the one that it is about."),
    ("- term: x\n  meaning: a: b\n", 2, "This isn't valid YAML: mapping values are not allowed"),
    ("- term: x\n  meaning: a: b\n", 2, "Put quotes round text that holds a colon."),
    ("- term: 'x\n  meaning: y\n", 3, "This isn't valid YAML"),
    ("\t- term: x\n", 1, "This isn't valid YAML: found character that cannot start any token."),
    ("- term: !!python/name:os.system x\n  meaning: y\n", 1, "A glossary has no tags. Put quotes round"),
    ("- term: x\n  meaning: y\n---\n- term: z\n  meaning: y\n", 3, "This isn't valid YAML"),
]


@pytest.mark.parametrize(("text", "line", "message"), MISTAKES)
def test_a_mistake_is_told_by_file_and_line(write: Callable[[str], Path], text: str, line: int, message: str) -> None:
    """Say the file, the line of the key that is wrong, and what to do."""
    path = write(text)
    with pytest.raises(GlossaryError) as caught:
        read_terms(path)
    assert caught.value.where == f"{path}:{line}"
    assert message in caught.value.message
    assert str(caught.value) == f"{path}:{line}: {caught.value.message}"


@pytest.mark.parametrize(
    ("lines", "forms"),
    [
        ("", []),
        ("  forms: [make use of]\n", [("make use of", "use")]),
        ("  forms: {utilising: making use of}\n", [("utilising", "making use of")]),
        (
            "  inflects: verb\n",
            [("utilises", "uses"), ("utilising", "using"), ("utilised", "used")],
        ),
        (
            "  inflects: verb\n  forms: {utilised by: used by, utilising: with}\n",
            [("utilised by", "used by"), ("utilising", "with"), ("utilises", "uses"), ("utilised", "used")],
        ),
        (
            "  inflects: verb\n  forms:\n  - utilize\n  - utilised by: used by\n",
            [
                ("utilised by", "used by"),
                ("utilises", "uses"),
                ("utilising", "using"),
                ("utilised", "used"),
                ("utilize", "use"),
                ("utilizes", "uses"),
                ("utilizing", "using"),
                ("utilized", "used"),
            ],
        ),
    ],
)
def test_wording_inflects_if_its_entry_says_so(
    write: Callable[[str], Path], lines: str, forms: list[tuple[str, str]]
) -> None:
    """Give the headword and its other spellings their endings, and leave pairs as they are written."""
    (term,) = read_terms(write(f"- wording: utilise\n  rule: wordy-phrase\n  instead: [use]\n{lines}"))
    assert [(form.text, *form.replacements) for form in term.forms] == forms


def test_a_term_inflects_as_a_noun_unless_its_entry_says_otherwise(write: Callable[[str], Path]) -> None:
    """Give jargon its plural without a word, and the endings of a verb on request."""
    noun, verb = read_terms(
        write(
            "- term: workstream\n  meaning: y\n  instead: [area of work]\n"
            "- term: reconfigure\n  meaning: y\n  inflects: verb\n  instead: [reorganise]\n"
        )
    )
    assert noun.forms == (Form("workstreams", ("areas of work",)),)
    assert [form.text for form in verb.forms] == ["reconfigures", "reconfiguring", "reconfigured"]


def test_a_term_may_be_meant_only_as_a_verb(write: Callable[[str], Path]) -> None:
    """Note the part of speech that an entry asks for."""
    always, only = read_terms(write("- term: x\n  meaning: y\n- term: signpost\n  meaning: y\n  only-as: verb\n"))
    assert (always.only_as, only.only_as) == (None, "verb")


def test_the_same_word_may_be_an_acronym_in_two_cases(write: Callable[[str], Path]) -> None:
    """Keep "MOD" and "MoD" apart, and a term apart from a wording of the same name."""
    text = "- acronym: MOD\n  expansion: a\n- acronym: MoD\n  expansion: b\n"
    text += "- term: x\n  meaning: y\n- wording: x\n  rule: wordy-phrase\n  instead: [z]\n"
    assert len(read_terms(write(text))) == 4


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    """Say that there is no such file."""
    with pytest.raises(GlossaryError, match=r"There is no such glossary file\. Check the path\.") as caught:
        load_glossary([tmp_path / "missing.yaml"])
    assert caught.value.where == str(tmp_path / "missing.yaml")


def test_a_file_that_is_not_text_is_told(tmp_path: Path) -> None:
    """Say how to save a file that isn't UTF-8."""
    path = tmp_path / "terms.yaml"
    path.write_bytes("- term: café\n".encode("latin-1"))
    with pytest.raises(GlossaryError, match=r"isn't UTF-8 text\. Save it as UTF-8\."):
        read_terms(path)


def test_a_folder_is_told(tmp_path: Path) -> None:
    """Say that a folder can't be read as a glossary."""
    with pytest.raises(GlossaryError, match="This glossary can't be read"):
        read_terms(tmp_path)


def test_files_are_laid_over_the_built_in_glossary(tmp_path: Path) -> None:
    """Let the last file win over the first, and both over the built-in glossary."""
    first, second = tmp_path / "first.yaml", tmp_path / "second.yaml"
    first.write_text("- acronym: ICB\n  expansion: first\n- acronym: QZX\n  expansion: first\n", encoding="utf-8")
    second.write_text("- acronym: QZX\n  expansion: second\n", encoding="utf-8")
    glossary = load_glossary([first, str(second)])
    found = {letters: term.meanings[0].expansion for letters in ("ICB", "QZX") if (term := glossary.acronym(letters))}
    assert found == {"ICB": "first", "QZX": "second"}
    assert glossary.acronym("PCN") == load_built_in().acronym("PCN")
    assert glossary.ordinary_capitals == load_built_in().ordinary_capitals


def test_without_files_the_built_in_glossary_is_all() -> None:
    """Return the built-in glossary, which knows the basic words of papers."""
    glossary = load_glossary()
    assert glossary is load_built_in()
    assert all(glossary.acronym(letters) for letters in ("ICB", "PCN", "CAMHS", "A&E", "NHS", "NICE"))
    assert all(glossary.lookup(words) for words in ("stakeholder", "in order to", "hard to reach"))
    assert "CO2" in glossary.ordinary_capitals


def loaded_as_compiled(folder: Path, place: Path, monkeypatch: pytest.MonkeyPatch) -> Glossary:
    """Return a glossary folder as an installed package reads it: from its compiled file."""
    place.mkdir()
    (place / loader.COMPILED).write_text(compile_built_in(folder), encoding="utf-8")
    monkeypatch.setattr(loader, "files", {"plainspeak_glossaries": place}.__getitem__)
    return load_built_in.__wrapped__()


def test_the_compiled_glossary_equals_the_yaml(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Return the very same terms from the compiled file as from the YAML, in the same order."""
    folder = tmp_path / "glossaries"
    (folder / "more").mkdir(parents=True)
    (folder / "more" / "terms.yaml").write_text(ALL_KEYS, encoding="utf-8")
    (folder / "ordinary-capitals.yaml").write_text("units: [GB]\nchemistry: [CO2]\n", encoding="utf-8")
    (folder / "sources.yaml").write_text("nhs-page: {title: A page}\n", encoding="utf-8")
    compiled = loaded_as_compiled(folder, tmp_path / "installed", monkeypatch)
    assert compiled.terms == read_terms(folder / "more" / "terms.yaml", name="glossaries/more/terms.yaml")
    assert compiled.ordinary_capitals == {"GB", "CO2"}


def test_the_built_in_glossary_survives_compilation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Return the same terms for the glossary that ships, whichever way it is read."""
    compiled = loaded_as_compiled(BUILT_IN, tmp_path / "installed", monkeypatch)
    written = [
        term
        for path in built_in_files(BUILT_IN)
        for term in read_terms(path, name=f"glossaries/{path.relative_to(BUILT_IN).as_posix()}")
    ]
    assert list(compiled) == written


def test_the_sources_survive_compilation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Return the same sources, whichever way they are read."""
    written = loader.load_sources.__wrapped__()
    assert len(written) > 1000
    (tmp_path / loader.COMPILED_SOURCES).write_text(loader.compile_sources(BUILT_IN), encoding="utf-8")
    monkeypatch.setattr(loader, "files", {"plainspeak_glossaries": tmp_path}.__getitem__)
    assert loader.load_sources.__wrapped__() == written


def test_the_compiled_glossary_is_small_and_plain(tmp_path: Path) -> None:
    """Write one line of JSON, without what an entry leaves out."""
    (tmp_path / "terms.yaml").write_text("- acronym: É\n  expansion: e\n", encoding="utf-8")
    (tmp_path / "ordinary-capitals.yaml").write_text("units: [GB, CO2]\n", encoding="utf-8")
    compiled = compile_built_in(tmp_path)
    assert "\n" not in compiled
    assert "É" in compiled
    data = json.loads(compiled)
    assert data["ordinary_capitals"] == ["CO2", "GB"]
    (row,) = data["terms"]
    assert row[:4] == ["É", "acronym", [[None, "e"]], "É"]
    assert set(row[4:-1]) == {None}
    assert row[-1] == "glossaries/terms.yaml:1"


def test_only_files_of_terms_are_read(tmp_path: Path) -> None:
    """Leave out the sources and the list of ordinary capitals, look into folders, and keep a fixed order."""
    (tmp_path / "b").mkdir()
    for name in ("b/two.yaml", "a.yaml", "sources.yaml", "ordinary-capitals.yaml", "README.md"):
        (tmp_path / name).touch()
    assert [path.name for path in built_in_files(tmp_path)] == ["a.yaml", "two.yaml"]
