"""A small glossary written for these tests, so that entries of the built-in one can change; every rule is on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from plainspeak.checker import Checker
from plainspeak.config import Config, profile_config
from plainspeak.glossary import Glossary, read_terms

if TYPE_CHECKING:
    from collections.abc import Callable

    from plainspeak.report import Report

GLOSSARY = """
- acronym: ICB
  expansion: integrated care board
  meaning: The NHS body that plans and pays for local health services.
- acronym: MDT
  expansion: multidisciplinary team
- acronym: CAMHS
  expansion: child and adolescent mental health services
- acronym: BAF
  expansion: board assurance framework
- acronym: NHS
  expansion: National Health Service
  known-to: [everyone]
- acronym: GP
  expansion: general practitioner
  known-to: [everyone]
- acronym: A&E
  expansion: accident and emergency
  known-to: [everyone]
- acronym: NICE
  expansion: National Institute for Health and Care Excellence
- acronym: OT
  meanings:
    - expansion: occupational therapist
      meaning: Someone who helps people to live well at home.
    - expansion: occupational therapy
    - expansion: overtime
- acronym: LA
  meanings:
    - expansion: local authority
    - expansion: local anaesthetic

- acronym: PCT
  expansion: primary care trust
  status: ended
  date: 2013-04
  replaced-by: clinical commissioning group
- acronym: CHC
  meanings:
    - expansion: continuing healthcare
      setting: [social care]
    - expansion: community health council
      setting: [Wales]
      status: ended
      date: 2023-04

- term: health watch group
  meaning: People who looked at care in their area.
  status: ended
  date: 2013-04
  replaced-by: local watchdog
- term: NHS Trainers
  meaning: The body that trained staff.
  status: renamed
  date: 2021
  replaced-by: NHS Teachers
- term: listening panel
  meaning: A group that heard people.
  status: ended
  date: 2015-10
- term: care office
  meaning: An office that planned care.
  status: ended
  date: 2022-07
  replaced-by: NHS Care
- term: care bureau
  meaning: An office that planned care.
  status: ended
  date: 2013-04
  replaced-by: care office, and later NHS Care
- term: board of buildings
  meaning: An office that planned homes.
  status: renamed
  date: 2018
  replaced-by: Ministry of Houses and Homes
- term: acute
  everyday: very bad
  meaning: In hospital, for a short time.
  only-in:
    - acute ward: hospital ward
    - acute bed
  only-near: [hospital]
- term: stakeholder
  instead: [interested person]
  forms: {stakeholders: interested people}
  unless: [stakeholder pension]
  meaning: Anyone with an interest in a plan.
- term: uptake
  instead: [taking up offers]
  meaning: How many people say yes to an offer.
- term: whole-place
  inflects: adjective
  instead: [area-wide, done for the area]
  meaning: To do with a whole area.
- term: deep look into
  instead: [close look at]
  meaning: A careful look at one subject.
- term: frailty pathway
  instead: [route through care]
  meaning: The steps of an older person's care.
- term: acute trust
  instead: [hospital trust]
  meaning: An NHS body that runs hospitals.
- term: reablement
  meaning: Short-term help to do everyday things again.
- term: reabler
  meaning: Someone who helps people at home.
  see: [reablement]
- term: Better Care Fund
  acronym: BCF
  gloss: money that the NHS and councils plan together
  meaning: A fund that the NHS and councils plan together.
- term: hospital
  known-to: [everyone]
  meaning: A place where ill people are cared for.

- wording: in order to
  rule: wordy-phrase
  instead: [to]
  why: Two words add nothing.
  safe: true
  unless: [in order to view]
- wording: utilise
  rule: wordy-phrase
  instead: [use]
  forms: {utilised: used, utilises: uses}
- wording: individual
  rule: wordy-phrase
  instead: [person, somebody]
  level: hint
- wording: vital
  rule: wordy-phrase
  instead: [important]
- wording: it should be noted that
  rule: wordy-phrase
  advice: Leave these words out.

- wording: e.g.
  rule: latin
  forms: [eg]
  instead: [for example]
- wording: etc.
  rule: latin
  advice: Say what else the list holds.
- wording: pro rata
  rule: latin
  instead: [in proportion]
  advice: For pay, say what it means.

- wording: nephritis
  rule: clinical-term
  instead: [inflammation of the kidneys]
- wording: hypertension
  rule: clinical-term
  instead: [high blood pressure]
  unless: [ocular hypertension]
- wording: dialysis
  rule: clinical-term
  gloss: cleaning of the blood by a machine
- wording: lesion
  rule: clinical-term
  inflects: noun
  instead: [sore]
  level: hint

- wording: hard to reach
  rule: power-language
  instead: [not yet reached by our services, not well served]
  why: It puts the problem in the people.
  advice: Name the group.
- wording: frequent flyer
  rule: power-language
  forms: {frequent flyers: people who come often}
  instead: [person who comes often]
  why: It makes a joke of people who are ill.
  unless: [frequent flyer miles]
- wording: the elderly
  rule: power-language
  instead: [older people]
  why: It lumps many different people together.
- wording: bed blocker
  rule: power-language
  advice: Say what the person is waiting for.
  why: It blames a person for a wait.
"""


def every_rule_on() -> Config:
    """Return the default profile with the rules that it leaves off turned on."""
    profile = profile_config()
    return replace(profile, rules={rule: replace(setting, enabled=True) for rule, setting in profile.rules.items()})


@pytest.fixture(scope="session")
def checker() -> Checker:
    """A checker with the built-in glossary and the default profile, every rule on."""
    return Checker(every_rule_on())


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Checker:
    """A checker with the small glossary and the default profile, every rule on."""
    path = tmp_path_factory.mktemp("glossary") / "small.yaml"
    path.write_text(GLOSSARY, encoding="utf-8")
    return Checker(every_rule_on(), glossary=Glossary(read_terms(path), frozenset({"CO2", "AM"})))


@pytest.fixture
def check(small: Checker) -> Callable[..., Report]:
    """Check paragraphs with the small glossary."""

    def run(*paragraphs: str, media_type: str = "text/markdown") -> Report:
        return small.check("\n\n".join(paragraphs), media_type=media_type)

    return run
