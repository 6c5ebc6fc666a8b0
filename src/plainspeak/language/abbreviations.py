"""Abbreviations that end in a full stop, sorted by whether a sentence may end with them."""

from __future__ import annotations

__all__ = ["BEFORE_NUMBER", "MAY_END_SENTENCE", "NEVER_LAST"]

NEVER_LAST = frozenset(
    "dr. mr. mrs. ms. mx. st. rev. revd. hon. cllr. prof. sgt. capt. lt. maj. e.g. eg. i.e. cf. viz. vs. approx. ca. "
    "nr. dept. govt. assoc. asst. tel. hrs. wks. yrs. mins. avg. excl. incl. jan. feb. apr. aug. sept. oct. nov. dec. "
    "tues. thurs. n.b. w.e.f. c.f.".split()
)
"""Lower-case abbreviations after which the sentence goes on."""

MAY_END_SENTENCE = frozenset(
    "etc. a.m. p.m. ltd. plc. inc. jr. al. u.k. u.s. u.s.a. n.h.s. e.u. ibid. b.c. a.d. ph.d.".split()
)
"""Lower-case abbreviations after which a capital letter begins a new sentence."""

BEFORE_NUMBER = frozenset(
    "no nos fig figs p pp para paras vol vols ch sec sect s ss art cl sch reg regs eq tab app ref refs ver v c".split()
)
"""Lower-case words whose full stop ends no sentence when a number, or a single capital letter, follows: "No. 5"."""
