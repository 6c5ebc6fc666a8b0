"""Abbreviations that end in a full stop, sorted by whether a sentence may end with them, and words that tell."""

from __future__ import annotations

__all__ = [
    "ABBREVIATIONS",
    "BEFORE_LETTER",
    "BEFORE_NUMBER",
    "MAY_END_SENTENCE",
    "NEVER_LAST",
    "SELDOM_LAST",
    "SENTENCE_STARTERS",
]

NEVER_LAST = frozenset(
    "dr. drs. mr. mrs. messrs. ms. mx. rev. revd. hon. cllr. prof. sgt. capt. lt. col. maj. gen. gov. e.g. eg. i.e. "
    "cf. viz. vs. approx. ca. nr. tel. esp. excl. incl. n.b. p.s. w.e.f. c.f.".split()
)
"""Lower-case abbreviations after which the sentence goes on, whatever follows: titles, and links to what comes next."""

SELDOM_LAST = frozenset(
    "st. rd. ave. ft. dept. govt. assoc. asst. avg. jan. feb. apr. jun. jul. aug. sept. oct. nov. dec. mon. tue. tues. "
    "thu. thur. thurs. fri. ll. tabs. caps. hosp. u.k. u.s. u.s.a. e.u. n.h.s.".split()
)
"""Lower-case abbreviations that often begin a name or a date: they end a sentence only before one of
:data:`SENTENCE_STARTERS`. Initials that are in no list here are taken in the same way."""

MAY_END_SENTENCE = frozenset("etc. a.m. p.m. ltd. plc. inc. jr. al. ibid. b.c. a.d. ph.d. hrs. wks. yrs. mins.".split())
"""Lower-case abbreviations after which a capital letter begins a new sentence."""

ABBREVIATIONS = NEVER_LAST | SELDOM_LAST | MAY_END_SENTENCE
"""All lower-case abbreviations that keep their full stop when a text is split into words."""

BEFORE_NUMBER = frozenset(
    "no nos fig figs pp para paras vol vols ch sec sect art cl sch reg regs eq tab app ref refs ver ext mob ph "
    "sat sun wed mar".split()
)
"""Lower-case words whose full stop ends no sentence when a number, or a single capital letter, follows: "No. 5"."""

BEFORE_LETTER = frozenset(
    "annex appendix area band block category class column condition cohort exhibit figure form grade group hepatitis "
    "influenza item level option panel part phase plan schedule section site stage step strep table team tier type "
    "unit vitamin ward zone".split()
)
"""Lower-case words that a single capital letter completes, so that the letter isn't somebody's initial: "vitamin C"."""

SENTENCE_STARTERS = frozenset(
    "A All Also Although An And Another Any As Ask At Because Before Both But By Can Contact Could Did Do Does During "
    "Each Either Every Few For From Had Has Have He Her Here His How However I If In Is It Its Later Many Most My "
    "Neither No None Nor Not Now Of On Once One Or Other Others Our Over People Please See She Should Since So Some "
    "Such Thank Thanks That The Their Then There Therefore These They This Those Though Three Thus To Today Two "
    "Under Unless Until Was We Were What When Where Whether Which While Who Why With Within Without Would Yet You "
    "Your".split()
)
"""Words that often begin a sentence and hardly ever a name. After an abbreviation or initial, they tell that the
sentence before has ended: the "frequent sentence starters" of Kiss and Strunk (2006), *Unsupervised multilingual
sentence boundary detection*. May, More, Read and Will are left out because they are names too."""
