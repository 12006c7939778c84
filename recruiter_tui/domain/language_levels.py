"""Words for levels of a language, of several scales and many tongues, on one ladder.

No body publishes an official table between these scales (R37): this one is a convention, and a word whose
place is open to argument stands on more than one rung.
"""

from __future__ import annotations

import functools
import re
from typing import Final

from recruiter_tui.domain.text import fold

NONE: Final = 0
BASIC: Final = 1
INTERMEDIATE: Final = 2
WORKING: Final = 3
FLUENT: Final = 4
NATIVE: Final = 5

Rungs = tuple[int, int]
"""The lowest and the highest rung that a wording can mean."""

_LADDER: dict[Rungs, tuple[str, ...]] = {
    (NONE, NONE): (
        "none", "no knowledge", "nil", "aucune", "aucun", "ninguno", "nenhum", "neant", "not at all",
    ),
    (BASIC, BASIC): (
        "basic", "beginner", "elementary", "elementary proficiency", "limited", "a1",
        "a2",
        "a0", "notions", "foundational", "foundation", "rudimentary", "debutant", "elementaire",
        "notions de base",
        "basico", "basica", "elemental", "principiante", "nociones", "elementar", "nocoes", "iniciante",
        "base",
        "novice", "scolaire", "unlv1",
        "grundkenntnisse", "anfanger", "базовыи", "начальныи", "مبتدي",
    ),
    (INTERMEDIATE, INTERMEDIATE): (
        "intermediate", "b1", "moderate", "conversational", "limited working proficiency", "intermediaire",
        "intermedio", "intermedia", "intermediario", "moyen", "medio", "conversation", "fair", "unlv2",
        "mittelstufe", "разговорныи", "среднии", "متوسط",
    ),
    (INTERMEDIATE, WORKING): (
        "good", "good command", "bon", "bonne", "bueno", "buena",
        "buen",
        "bom", "boa", "upper intermediate", "upper-intermediate", "confident user",
        "gut", "gute", "хорошо", "хорошии", "جيد",
    ),
    (WORKING, WORKING): (
        "working knowledge", "working", "good working knowledge", "very good working knowledge",
        "working level", "b2", "confident", "independent user",
        "connaissance pratique", "connaissance pratiques", "connaissances pratiques",
        "conocimiento practico", "conocimientos practicos", "conhecimento pratico",
        "conhecimentos praticos", "niveau de travail", "operational",
        "niveau professionnel limite",
    ),
    (WORKING, FLUENT): (
        "very good", "professional", "professional proficiency", "professional working proficiency",
        "tres bon",
        "tres bonne", "muy bueno", "muy buena", "muito bom", "muito boa", "professionnel", "profesional",
        "profissional", "strong", "upper", "autonome",
        "sehr gut", "sehr gute", "جيد جدا",
    ),
    (FLUENT, FLUENT): (
        "fluent", "fluency", "fluently", "proficient", "proficient user", "advanced", "c1",
        "excellent",
        "full professional proficiency", "near native", "near-native", "expert", "full proficiency",
        "courant", "couramment", "courante", "avance", "avancee", "maitrise", "excellente",
        "fluido", "fluida", "fluidez", "avanzado", "avanzada", "dominio", "excelente",
        "fluente", "fluencia", "avancado", "avancada", "unlv3", "mastery", "perfect command",
        "parfaite maitrise",
        "fliessend", "verhandlungssicher", "fortgeschritten",
        "свободно", "свободныи", "свободное владение", "продвинутыи",
        "ممتاز", "طلاقة", "بطلاقة",
    ),
    (NATIVE, NATIVE): (
        "native", "native speaker", "mother tongue", "mother-tongue", "first language", "bilingual", "c2",
        "unlv4",
        "native or bilingual proficiency", "langue maternelle", "maternelle", "natif", "native language",
        "bilingue",
        "lengua materna", "materna", "nativo", "nativa", "lingua materna", "muttersprache", "l1",
        "muttersprachler", "zweisprachig", "роднои", "роднои язык", "اللغة الام", "لغة ام",
    ),
}  # fmt: skip
_NOUNS: dict[str, Rungs] = {
    **dict.fromkeys(
        ("knowledge", "connaissance", "connaissances", "conocimiento", "conocimientos"), (WORKING, WORKING)
    ),
    **dict.fromkeys(("conhecimento", "conhecimentos"), (WORKING, WORKING)),
    **dict.fromkeys(("proficiency", "command"), (FLUENT, FLUENT)),
}
"""Nouns that name a level only where no other word of the wording does (`basic knowledge`)."""
_RUNGS = {word: rungs for rungs, known in _LADDER.items() for word in known}
_MOST_WORDS = max(len(word.replace("-", " ").split()) for word in _RUNGS)
_WORD = re.compile(r"\w+")
_UN_LEVEL = re.compile(r"\b(?:level|niveau|nivel)\s+(iv|iii|ii|i|[1-4])\b")
_UN_NUMBERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_NEGATIONS = frozenset({"not", "non", "no", "nao", "pas", "without", "sans", "sin", "sem", "less", "below"})
_SPELLED = {" ".join(_WORD.findall(word)): rungs for word, rungs in _RUNGS.items()}


@functools.lru_cache(maxsize=4096)
def rungs(wording: str) -> Rungs | None:
    """Return the rungs that a level as written can mean; None for words that no scale knows.

    Several levels in one wording (`fluent oral, basic written`) span from the lowest to the highest.
    """
    folded = un_level(fold(wording[:200]))
    known = _WORD.findall(folded)
    whole = _SPELLED.get(" ".join(known))
    if whole:
        return whole
    if _NEGATIONS.intersection(known):
        return None
    found: list[Rungs] = []
    at = 0
    while at < len(known):
        for length in range(min(_MOST_WORDS, len(known) - at), 0, -1):
            here = _SPELLED.get(" ".join(known[at : at + length]))
            if here:
                found.append(here)
                at += length - 1
                break
        at += 1
    found = found or [_NOUNS[word] for word in known if word in _NOUNS]
    if not found:
        return None
    return min(low for low, _ in found), max(high for _, high in found)


def un_level(folded: str) -> str:
    """Return a folded wording with levels of the United Nations framework as one word each, `unlv3`."""
    return _UN_LEVEL.sub(_un_level, folded)


def _un_level(found: re.Match[str]) -> str:
    """Return a level of the United Nations framework as one word."""
    number = _UN_NUMBERS.get(found[1], 0) or int(found[1])
    return f"unlv{number}"
