"""Decide what of an import is new, what is there already, and what contradicts what is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from plainspeak.acronyms import same_expansion
from plainspeak.glossary import Glossary, Meaning, Term
from plainspeak.glossary.writer import GlossaryEditor, term_of
from plainspeak.glossary.yaml_text import Draft
from plainspeak.imports.reading import Candidate

__all__ = ["Outcome", "Plan", "plan"]

_OF_A_MEANING = ("expansion", "meaning", "setting", "kind", "status", "date", "replaced-by", "source", "checked")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of a row."""

    place: str
    kind: Literal["taken", "merged", "refused"]
    message: str


@dataclass(slots=True)
class Plan:
    """What an import adds to a glossary file, and what becomes of each row."""

    outcomes: list[Outcome] = field(default_factory=list)
    entries: list[Draft] = field(default_factory=list)
    meanings: list[tuple[str, Draft]] = field(default_factory=list)
    """Further meanings of letters that the file has."""
    explanations: list[tuple[str, str]] = field(default_factory=list)
    """Explanations of letters that the file has without one."""

    def carry_out(self, editor: GlossaryEditor) -> None:
        """Write it all into the file. If there is nothing new, the file stays as it is, and none is made.

        Raises:
            PlainspeakError: the file can't be added to; nothing is written.
        """
        if not (self.entries or self.meanings or self.explanations):
            return
        for letters, meaning in self.explanations:
            editor.add_explanation(letters, meaning)
        for letters, draft in self.meanings:
            editor.add_meaning(letters, draft)
        editor.add(self.entries)
        editor.save()


def plan(candidates: Iterable[Candidate], own: Sequence[Term], others: Glossary) -> Plan:
    """Compare what a file says with what is known already.

    What a lower layer says in the same words isn't written once more. What it says differently is: a glossary of one's
    own exists to say things differently. But what stands in the file itself stays as it is.

    Args:
        candidates: what the file says, row by row.
        own: the terms of the glossary file that is to be added to.
        others: all other layers.
    """
    made = Plan()
    there = Glossary(tuple(own))
    groups: dict[tuple[str, str], list[Candidate]] = {}
    for candidate in candidates:
        if candidate.draft is None:
            made.outcomes.append(Outcome(candidate.place, "refused", candidate.refused))
        else:
            groups.setdefault(_key(candidate.draft), []).append(candidate)
    for group in groups.values():
        kept = list(_agreeing(group, made))
        drafts = [draft for _, draft in kept]
        letters = drafts[0].get("acronym", "") if "term" not in drafts[0] else ""
        standing = there.acronym(letters) if letters else _standing(drafts[0], there)
        if standing is not None:
            for place, draft in kept:
                made.outcomes.append(_merged(place, draft, standing, made))
            continue
        entry = _joined(drafts) if letters else drafts[0]
        known = others.acronym(letters) if letters else _standing(entry, others)
        if known is not None and _says_nothing_new(entry, known):
            message = f"{_name(entry)} is in the {known.layer} glossary already"
            made.outcomes += (Outcome(place, "merged", message) for place, _ in kept)
            continue
        made.entries.append(_following(entry, known) if known else entry)
        made.outcomes += (Outcome(place, "taken", _told(draft)) for place, draft in kept)
    return made


def _agreeing(group: Sequence[Candidate], made: Plan) -> Iterator[tuple[str, Draft]]:
    """Yield what rows about one name say, each meaning once; what contradicts an earlier row is refused."""
    kept: list[tuple[str, Draft]] = []
    for candidate in group:
        draft = candidate.draft or {}
        first = next((each for each in kept if _is_same(draft, each[1])), None)
        if first is None:
            kept.append((candidate.place, draft))
        elif len({each["meaning"] for each in (draft, first[1]) if "meaning" in each}) > 1:
            message = f"{_name(draft)} contradicts {first[0]}, which is kept. Keep one of the two."
            made.outcomes.append(Outcome(candidate.place, "refused", message))
        else:
            more = _with(first[1], draft)
            kept[kept.index(first)] = first[0], more
            same = "adds to" if more != first[1] else "is the same as in"
            made.outcomes.append(Outcome(candidate.place, "merged", f"{_name(draft)} {same} {first[0]}"))
    yield from kept


def _merged(place: str, draft: Draft, standing: Term, made: Plan) -> Outcome:
    """Return what becomes of a row whose name the glossary file has."""
    name = _name(draft)
    meaning = next((each for each in standing.meanings if _is_meant(draft, each)), None)
    if meaning is not None and _agrees(draft, meaning, standing):
        return Outcome(place, "merged", f"{name} is here already ({standing.where})")
    if standing.entry != "acronym" or "acronym" not in draft:
        return Outcome(place, "refused", f"{name} says something else at {standing.where}, which is kept.")
    if meaning is None:
        made.meanings.append((standing.headword, {key: draft[key] for key in _OF_A_MEANING if draft.get(key)}))
        return Outcome(place, "merged", f"{name} gets a further meaning ({standing.where})")
    if not meaning.text and len(standing.meanings) == 1:
        made.explanations.append((standing.headword, draft["meaning"]))
        return Outcome(place, "merged", f"{name} gets an explanation ({standing.where})")
    return Outcome(place, "refused", f"{name} is explained in other words at {standing.where}, which are kept.")


def _key(draft: Draft) -> tuple[str, str]:
    """Return what makes two rows be about one entry."""
    if "acronym" in draft and "term" not in draft:
        return "acronym", draft["acronym"]
    return "wording" if "wording" in draft else "term", _words(draft).casefold()


def _words(draft: Draft) -> str:
    return str(draft.get("term") or draft.get("wording") or "")


def _standing(draft: Draft, glossary: Glossary) -> Term | None:
    return glossary.lookup(_words(draft)) or (glossary.acronym(draft["acronym"]) if "acronym" in draft else None)


def _name(draft: Draft) -> str:
    return f"'{_words(draft) or draft['acronym']}'"


def _told(draft: Draft) -> str:
    if "acronym" in draft and "term" not in draft:
        return f"'{draft['acronym']}': {draft['expansion']}"
    return f"{_name(draft)}: {draft.get('meaning') or ', '.join(draft.get('instead', ()))}"


def _is_same(draft: Draft, other: Draft) -> bool:
    """Tell whether two rows about one name are about one meaning of it."""
    if "expansion" in draft and "expansion" in other:
        return same_expansion(draft["expansion"], other["expansion"]) and draft.get("setting") == other.get("setting")
    return True


def _with(draft: Draft, other: Draft) -> Draft:
    """Return a row with what another one about the same meaning says beside it."""
    both = {**other, **draft}
    if "instead" in both:
        both["instead"] = list(dict.fromkeys([*draft.get("instead", ()), *other.get("instead", ())]))
    return both


def _is_meant(draft: Draft, meaning: Meaning) -> bool:
    if "expansion" not in draft:
        return True
    return meaning.expansion is not None and same_expansion(draft["expansion"], meaning.expansion)


def _agrees(draft: Draft, meaning: Meaning, term: Term) -> bool:
    """Tell whether a meaning that is there says all that a row says."""
    said = term_of(draft)
    return (not said.meanings[0].text or said.meanings[0].text == meaning.text) and set(said.instead) <= set(
        term.instead
    )


def _says_nothing_new(entry: Draft, known: Term) -> bool:
    said = term_of(entry)
    return len(said.meanings) == len(known.meanings) and all(
        any(
            (mine.expansion is None or same_expansion(mine.expansion, theirs.expansion or ""))
            and _agrees(draft, theirs, known)
            for theirs in known.meanings
        )
        for mine, draft in zip(said.meanings, _apart(entry), strict=True)
    )


def _apart(entry: Draft) -> list[Draft]:
    several: list[Draft] = entry.get("meanings", [])
    return [{"acronym": entry["acronym"], **each} for each in several] or [entry]


def _joined(drafts: Sequence[Draft]) -> Draft:
    """Return one entry for the meanings of letters."""
    if len(drafts) == 1:
        return drafts[0]
    rest = {key: value for draft in drafts for key, value in draft.items() if key not in _OF_A_MEANING}
    return {**rest, "meanings": [{key: draft[key] for key in _OF_A_MEANING if key in draft} for draft in drafts]}


def _following(entry: Draft, known: Term) -> Draft:
    """Return an entry with what mustn't be lost of the one in whose place it will stand.

    What has ended has still ended, and words that were reported by themselves still are.
    """
    meaning = next((each for each in known.meanings if _is_meant(entry, each)), None)
    if meaning is None or "meanings" in entry:
        return entry
    facts = (
        {"status": meaning.status, "date": meaning.date, "replaced-by": meaning.replaced_by} if meaning.ended else {}
    )
    if known.entry == "term" and "term" not in entry and entry.get("meaning") and "forms" not in entry:
        rest = {key: value for key, value in entry.items() if key != "expansion"}
        return {"term": known.headword, **rest, **facts}
    return {**entry, **facts}
