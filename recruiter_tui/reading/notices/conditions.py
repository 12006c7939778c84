"""What an appointment depends on after the selection, and what is declared: no criteria (R10-R12)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from recruiter_tui.domain.notice import Duty
from recruiter_tui.reading.notices.sheet import Zone
from recruiter_tui.reading.notices.words import flat, sentences

if TYPE_CHECKING:
    from recruiter_tui.reading.notices.outline import Outline

_DEPENDS = re.compile(
    r"\b(?:subject to|depend\w* on|contingent (?:up)?on|conditional (?:up)?on|conditioned (?:up)?on|"
    r"required to (?:undergo|pass|obtain)|must (?:undergo|pass|obtain)|prior to (?:appointment|recruitment)|"
    r"before (?:the )?(?:appointment|contract)|sous reserve|subordonnee?|conditionnee?|"
    r"sujet[oa]s? a|condicionad[oa]s? a|depende\w* de|a reserva de)\b"
)
_ON_WHAT = re.compile(
    r"\b(?:medical\w*|medically|health (?:check|examination|clearance)|visas?|residency|residence permit|"
    r"work permit|security clearances?|background (?:checks?|verification|screening)|"
    r"reference checks?|vetting|criminal record|police (?:record|certificate)|funding|funds|vaccinat\w+|"
    r"mobility|rotation|medicale?s?|permis de (?:travail|sejour)|financement|casier judiciaire|"
    r"medic[oa]s?|visado|visto|permiso de (?:trabajo|residencia)|financiacion|financiamiento|financiamento|"
    r"antecedentes)\b"
)
_DECLARED = re.compile(
    r"\b(?:close|immediate|blood|family) relatives?\b|\brelatives? (?:of|who|working|employed)\b|"
    r"\bfamily (?:ties|members?) (?:\w+ ){0,3}(?:employed|working|staff)\b|"
    r"\bliens? (?:familia\w+|de parente)\b|\bproches parents\b|\bparientes?\b|\bgrau de parentesco\b|"
    r"\bmandatory age of (?:separation|retirement)\b|\bage limit\b|"
    r"\b(?:between|under|below|over) (?:the age of )?\d{2}(?: and \d{2})? years of age\b|"
    r"\bconflicts? of interest\b"
)
_OF_THE_WORK = frozenset({"duties", "experience", "skills", "education", "competencies", "languages"})
_LONGEST = 700


def conditions(outline: Outline) -> tuple[Duty, ...]:
    """Return the sentences that tie an appointment to something after the selection, each once."""
    found: dict[str, Duty] = {}
    for passage in outline.passages:
        if passage.zone is not Zone.NOTICE or passage.section in _OF_THE_WORK:
            continue
        for piece in sentences(outline.text(passage), passage.start):
            plain = " ".join(flat(piece.text).split())
            if len(piece.text) <= _LONGEST and _is_condition(plain):
                span = outline.sheet.source_span(piece.start, piece.end)
                found.setdefault(plain, Duty(piece.text, span))
    return tuple(found.values())


def _is_condition(plain: str) -> bool:
    return bool(_DECLARED.search(plain) or (_DEPENDS.search(plain) and _ON_WHAT.search(plain)))
