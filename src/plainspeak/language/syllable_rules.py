"""Estimate the syllables of an English word from its letters alone, for words that no dictionary lists."""

from __future__ import annotations

import re
from functools import cache

__all__ = ["estimate_syllables"]

_VOWELS = r"[aeiouy]+"

# A vowel group that is written but not said.
_SILENT = r"""
    (?<=[^aeiouy])e$(?<![^aeioulrw]le)(?<![ctv]re)                         # make; not table, acre, manoeuvre
  | (?<=[^aeiouy])es$(?<![sxzcg]es)(?<![cs]hes)(?<![^aeioulrw]les)(?<![ctv]res)   # makes; not boxes, tables
  | (?<=[^aeiouytd])ed(?:ly|ness)?$(?<![^aeioulrw]led)                     # planned; not wanted, handled
  | (?<=[^aeiouy])e(?=(?:ly|ments?|less|lessly|lessness|fuls?|fully|fulness|ness|some|ty)$)
                  (?<![^aeioulrw]le)                                       # lonely, careful, statement
  | (?<=[qg])ue(?=(?:s|ly)?$)                                              # league, uniquely
  | (?<=ic)a(?=lly$)                                                       # basically
    """

# The silent e at the end of the first part of a compound: something, lifestyle, policewoman.
_SILENT_IN_COMPOUND = r"""
    (?:bare|base|care|case|cheese|face|fire|fore|game|grape|guide|here|hide|home|horse|house|ice|life|lime|line|love
      |make|male|mine|nose|note|pace|peace|pipe|race|rose|safe|sales|scape|score|shake|shore|side|skate|snake|some
      |space|spokes|stage|stake|stale|state|states|stone|store|take|there|time|trade|type|waste|wave|where|white|whole
      |wholes|wide|wire|wise)
    (?=[bcdfghjklmnpqtvw]\w\w|s[a-z]{3})(?!ly|ment|less|ful|ness|some)
  | \w+[^aeiouyl]e(?:backs?|beds?|books?|hold|hood|house|lands?|lines?|m[ae]n|times?|wom[ae]n|woods?|works?|workers?)$
    """

# A place where two vowels side by side are said apart, or a syllable has no vowel letter.
_EXTRA = r"""
    i(?=[ao])(?<![ctsgx]i)(?!o[nu])(?!age|ar(?:i|l|s?$))     # media, period; not special, nation, marriage
  | (?<=[ct])i(?=at(?!t))                                    # associate, negotiate
  | (?<=[sc])i(?=o(?:[lpmg]|th))                              # physiology, physiotherapy
  | i(?=ou)(?<![ctsgxv]i)                                    # various; not cautious
  | (?<=[rbdmpv])i(?=on)(?!ons?$)                            # periodontal; not region
  | (?<=.)i(?=um|us)(?<![dg]ius)                             # medium
  | i(?=ei|i)                                                # skiing
  | i(?=e[nt])(?<![ctsg]i)(?!end)                            # society, client; not patient, friend
  | (?<=[^aeiouctsgyhl])i(?=er|est)(?!erce)                  # happier; not fierce
  | (?<=[tlhg])i(?=est$)                                     # healthiest
  | (?<=[^aeiouqgsn])u(?=a)                                  # actual; not quality, language
  | (?<=[ns])u(?=al)                                         # annual, casual
  | (?<=[^qg])u(?=ent|ence|ou|ity|ities|ing)                 # fluent, continuous, ambiguity, continuing
  | [aiouy](?=ing) | (?<!g)e(?=ing)                           # being, doing, saying; not ageing
  | (?<=[aou])y(?=[aeo])(?!e[ds]?$|o$)                       # layer, royal; not prayed
  | (?<=[^aeiou])y(?=[iaoe][a-z])(?!es|ed|ards?$)            # dryer, hyoid; not vineyard
  | (?<=[^gc])e(?=o)(?!ople|ou) | ge(?=o)                    # video, geology; not people, pigeon
  | e(?=ou)(?<![gc]e)                                        # simultaneous; not courageous
  | (?<=[a-z][^tprh])e(?=a(?:te|tio|tor|ted|ting|l(?:i[tz]|$)|n?$))   # nucleate, ideal; not treated, repeal
  | (?<=cr)e(?=at(?!ur))                                     # create; not creature
  | (?<=[rhi])e(?=a[ns]?$)                                   # area, rhea
  | ^pre(?=[aeiou][^cs])(?!ea[cy])                           # pre-empt written solid
  | ^re(?=a(?:bl|pp|ff|dj|ss|ct|rr|li[gz]|bs|c[qc])|e[lnmxvs]|i[nmt]|o[rpc]|u[snp])   # reassess, reorganise
  | ^co(?=o[pr]|au|e[dx]|in[cs]|inh)                         # cooperate, coincide
  | o(?=e[mt])                                               # poem
  | (?<=[aeiouy])sm(?=s?$) | thm(?=s?$)                      # tourism, rhythm
  | [dst]n't$                                                # didn't, couldn't
  | a(?=i[ck]s?$|o)                                          # mosaic, chaos
  | [cgbpt]l(?=ing$)(?<![aeiou][cgbpt]l)(?<=[a-z][a-z][a-z]l)   # crumbling
    """


def estimate_syllables(word: str) -> int:
    """Return the number of syllables that the spelling of a word suggests.

    Right for about 96% of the ordinary words in the CMU Pronouncing Dictionary; `count_syllables` looks the other
    words up in a table. A word with no vowel letter is taken for initials, said letter by letter.

    Args:
        word: one word without hyphens, in lower case and without accents.
    """
    vowels, silent, silent_in_compound, extra = _patterns()
    groups = len(vowels.findall(word))
    if not groups:
        return len(word) + 2 * word.count("w")
    unsaid = len(silent.findall(word)) + (silent_in_compound.match(word) is not None)
    return max(1, groups - unsaid + len(extra.findall(word)))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    # Compiled at the first word and not at the import, because it takes some 10 ms.
    return tuple(re.compile(pattern, re.VERBOSE) for pattern in (_VOWELS, _SILENT, _SILENT_IN_COMPOUND, _EXTRA))
