# ruff: noqa: E501, RUF001 - word lists are read as blocks, and both apostrophes are written in diplomas
"""Levels of degrees as applicants abbreviate them, beside the wordings that the reference lists know."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.requirement import DegreeLevel
from recruiter_tui.reference import degrees
from recruiter_tui.reference.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable


def _abbreviations(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for abbreviations with or without dots, capitals as they are written."""
    forms = (r"\.? ?".join(re.split(r"[. ]+", word.strip("."))) + r"\.?" for word in words)
    return re.compile(rf"(?<![\w.])(?:{'|'.join(sorted(forms, key=len, reverse=True))})(?![\w.])")


_ABBREVIATIONS: Final = tuple(
    (level, _abbreviations(words.split("|")))
    for level, words in (
        (DegreeLevel.DOCTORATE, "Ph.D|D.Phil|Ed.D|Dr.P.H|D.B.A|D.Sc|M.D|J.D|Sc.D|Dr"),
        (
            DegreeLevel.MASTER,
            (
                "M.S|M.Sc|S.M|M.A|A.M|M.B.A|M.Tech|M.E|M.Eng|M.Res|M.Phil|M.C.A|M.Com|M.Ed|M.P.P|M.I.A|M.S.C.S|LL.M|D.E.A"
                "|M.S.Ed|M.Arch|M.Des|E.M.B.A|M.F.A|M.P.S"
            ),
        ),
        (
            DegreeLevel.BACHELOR,
            (
                "B.S|B.Sc|S.B|B.A|A.B|B.Tech|B.E|B.Eng|B.C.A|B.Com|B.Ed|B.S.C.S|B.S.E.E|B.S.C.E|LL.B|B.B.A|B.Arch|B.Des"
                "|B.S.N|B.Pharm|B.F.A|B.S.E|M.B.B.S"
            ),
        ),
        (DegreeLevel.DIPLOMA, "A.A|A.S|A.A.S|H.N.D|H.N.C|B.T.S|D.U.T"),
        (DegreeLevel.SECONDARY, "H.S.C|S.S.C|G.C.S.E|H.S.D"),
    )
)


_WORDS: Final = (
    (
        DegreeLevel.DOCTORATE,
        re.compile(
            r"doctor of |doctora? en |docteure? (?:en|ès) |doctora(?:do|t) |doutora(?:do|mento) |juris doctor|dr\.?[- ]ing\b",
            re.IGNORECASE,
        ),
    ),
    (
        DegreeLevel.MASTER,
        re.compile(r"dipl[oô]me d['’]ing[ée]nieur|ma[iî]trise(?= (?:en|de|ès)\b|$)", re.IGNORECASE),
    ),
    (
        DegreeLevel.BACHELOR,
        re.compile(
            r"(?:economista|abogad[oa]|contadora?|m[eé]dic[oa]|arquitect[oa]|psic[oó]log[oa]|soci[oó]log[oa]"
            r"|enfermer[oa]|periodista|odont[oó]log[oa]|ge[oó]graf[oa]|bi[oó]log[oa]|antrop[oó]log[oa]|polit[oó]log[oa]|agr[oó]nom[oa]|veterinari[oa]"
            r"|kinesi[oó]log[oa]|nutricionista|matrona|historiador[a]?|comunicador[a]? social|advogad[oa]|engenheir[oa]|trabajador[a]? social)\b",
            re.IGNORECASE,
        ),
    ),
    (DegreeLevel.MASTER, re.compile(r"ing[eé]nieure? (?:en |de |d['’])", re.IGNORECASE)),
    (DegreeLevel.BACHELOR, re.compile(r"baccalaur[eé]at (?:en|ès|spécialisé|with|in) ", re.IGNORECASE)),
    (
        DegreeLevel.DIPLOMA,
        re.compile(
            r"associate(?:['’]s)?(?: degree)?(?: of| in|$)|dipl[oô]me d['’][eé]tudes coll[eé]giales|foundation degree"
            r"|ciclo formativo|t[eé]cnico (?:superior|profissional|profesional|em(?= ))|tecn[oó]log[oa]\b",
            re.IGNORECASE,
        ),
    ),
    (
        DegreeLevel.MASTER,
        re.compile(
            r"dipl(?:om|\.)[- ]?(?:ing|bauing|kfm|phys|chem|inf|psych|math|biol|volksw|betriebsw)",
            re.IGNORECASE,
        ),
    ),
    (
        DegreeLevel.SECONDARY,
        re.compile(
            r"(?:[0-9] )?(?:a|gce a|o|as)[- ]?levels?\b|gcses?\b|matura\b|maturit[eé]\b|abitur\b|class (?:x|xii|10|12)(?:th)?\b"
            r"|(?:x|xii|10|12)th (?:standard|grade|class)|sslc\b|slc\b|i\.?sc\.?(?= |$)|10 ?\+ ?2\b|\+2\b|hsc\b|ssc\b|wassce\b|kcse\b|bac\b(?! ?[+/]| ?[1-9])"
            r"|educaci[oó]n secundaria|12[.ºo]* ?ano\b|leaving certificate|(?!post)(?:[a-z]+ ){0,3}certificate of (?:secondary )?education\b|(?:xii|x)$|higher secondary|intermediate (?:school|exam)"
            r"|(?:[a-z]{3,6} )?(?:advanced )?highers?\b",
            re.IGNORECASE,
        ),
    ),
    (DegreeLevel.DIPLOMA, re.compile(r"diplomado\b|dipl[oô]me d['’][ée]tat", re.IGNORECASE)),
    (DegreeLevel.BACHELOR, re.compile(r"(?:honou?rs )?degree in(?= )", re.IGNORECASE)),
    (DegreeLevel.BACHELOR, re.compile(r"grado (?:en|de)(?= )|ingenier(?:[ií]a|[oa])(?= )", re.IGNORECASE)),
)
"""Wordings that name a degree in a CV, but other things in a notice."""


_FRENCH_YEARS: Final = {"L3": DegreeLevel.BACHELOR, "M2": DegreeLevel.MASTER}
"""The last years of the French degrees, which name them; within a wording they can be anything."""


@lru_cache(maxsize=512)
def level(text: str) -> DegreeLevel | None:
    """Return the level of a degree's wording, the highest where it names several."""
    if years := _FRENCH_YEARS.get(text.strip().upper()):
        return years
    found = [each for each, pattern in _ABBREVIATIONS if pattern.search(text[:200])]
    found += [each for each, pattern in _WORDS if pattern.match(text)]
    return max([*found, *filter(None, (degrees.level(text),))], default=None)


def begins(text: str) -> bool:
    """Tell whether a text begins with a degree's name."""
    if any(pattern.match(text) for _, pattern in (*_ABBREVIATIONS, *_WORDS)):
        return True
    return any(mention.start == 0 for mention in degrees.mentions(fold(text[:200])))


def length(words: list[str]) -> int:
    """Return how many of a degree's words name it; what follows is its field: `MSc | Applied Physics`."""
    for count in range(len(words), 0, -1):
        head = " ".join(words[:count])
        if any(found and found.end() == len(head) for found in _matches(head)):
            return count
        folded = fold(head)
        mentions = degrees.mentions(folded)
        if len(mentions) == 1 and mentions[0].end == len(folded):
            return count
    return 0


def _matches(head: str) -> list[re.Match[str] | None]:
    return [pattern.match(head) for _, pattern in (*_ABBREVIATIONS, *_WORDS)]
