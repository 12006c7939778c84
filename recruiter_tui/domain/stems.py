"""Words brought to a common stem, roughly, in English, French, Spanish and Portuguese."""

from __future__ import annotations

import functools
import re
from typing import Final

from recruiter_tui.domain.text import fold

WORD: Final = re.compile(r"\w+")

_LITTLE_WORDS = """
a an and any are as at be by each for from has have in into is it its not of on or other our such than
that the their them these this those through to under upon was were which while who will with within
without your etc au aux avec ce ces cette dans de des du elle en est et il la le les leur leurs lors ou
par pas pour que qui sa sans ses son sont sous sur un une d l s n al como con contra cual del desde donde
el entre es esta este estos hacia hasta las los mas no o para pero por se segun sin sobre su sus tras una
uno unos y e ao aos ate com da das dos em essa esse isto na nas nos num numa os pela pelas pelo pelos seu
sua um uma
"""
STOP_WORDS: Final = frozenset(_LITTLE_WORDS.split())
"""Words that say nothing by themselves, folded."""

_SUFFIXES = """
isations issement izations aciones amiento imiento isation ization amente amento ations ciones ements
imento acion acoes ation ement ingly ments acao cion coes eurs iers ings ions ment cao ers eur ied ies ing
ales aux ais ion ors al ar as ed er es ir ly or os a e o s y
iendo ando endo adora ador ados adas idos idas ado ada ido ida
"""
_ENDINGS = tuple(sorted(_SUFFIXES.split(), key=len, reverse=True))
"""Endings of words, the longest first."""
_SHORTEST_STEM = 4
_STRONG_VERBS = """
led lead ran run wrote write written write taught teach held hold built build drew draw drawn draw
brought bring sought seek made make took take taken take gave give given give kept keep
spoke speak spoken speak oversaw oversee overseen oversee
undertook undertake undertaken undertake drove drive driven drive bought buy
"""
_PAIRS = iter(_STRONG_VERBS.split())
_IRREGULAR = dict(zip(_PAIRS, _PAIRS, strict=True))
"""English forms that no ending tells, such as led for lead."""


@functools.lru_cache(maxsize=65_536)
def stem(folded: str) -> str:
    """Return the stem of a folded word: its endings off, never fewer than four letters left."""
    return _shortened(_shortened(_IRREGULAR.get(folded, folded)))


def _shortened(word: str) -> str:
    """Return a word without its longest known ending, as long as a stem is left."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def stems(text: str) -> list[str]:
    """Return the stems of a text's words in their order, without those that say nothing."""
    return [stem(word) for word in WORD.findall(fold(text)) if word not in STOP_WORDS]
