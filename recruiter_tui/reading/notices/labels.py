"""What the labels and headings of notices mean, in four languages."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from recruiter_tui.reference.folding import fold

HEADER = frozenset({
    "title", "reference", "organisation", "city", "country", "place", "grade", "contract_type", "duration",
    "posted", "closing", "start", "end", "salary", "category",
})  # fmt: skip
"""Meanings whose value stands on the label's line or on the next."""
COMPETENCIES = frozenset({
    "competencies", "competencies_values", "competencies_core", "competencies_managerial",
    "competencies_functional",
})  # fmt: skip
REQUIREMENTS = frozenset({
    "education", "experience", "education_experience", "qualifications", "desirable", "skills", "languages",
    "desired_languages",
})  # fmt: skip
"""Meanings of sections that say what an applicant must bring."""

_LABELS = Path(__file__).with_name("labels.tsv")
_ASIDE = re.compile(r"\([^()]{0,60}\)|\[[^\[\]]{0,60}\]")
_NUMBERING = re.compile(r"^\s*(?:\(?(?:[ivxIVX]{1,4}|\d{1,2}|[a-zA-Z])[.):]|[-*#\u2022\u00b7]+)\s+")
_LONGEST = 110
_MOST_WORDS_OF_A_HEADING = 9
_HEADING_WORDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (key, re.compile(pattern))
    for key, pattern in (
        ("furniture", r"\b(?:similar|related|recommended) (?:jobs|vacancies)\b"),
        (
            "apply",
            r"\b(?:how to apply|application process|comment postuler|como postular|documents required)\b",
        ),
        ("languages", r"^(?:\w+ ){0,3}(?:languages?|langues?|idiomas?|linguas?|linguisti\w+)(?: \w+){0,3}$"),
        ("competencies_managerial", r"\b(?:managerial|management|gerencia\w+) (?:competenc\w+)"),
        (
            "competencies_functional",
            r"\b(?:functional|technical|fonctionnelles?|funcionales?) (?:\w+ ){0,2}competenc\w+",
        ),
        ("competencies_values", r"^(?:\w+ ){0,2}(?:core )?values\b|^valeurs\b|^valores\b"),
        (
            "competencies_core",
            r"\bcore (?:\w+ )?competenc\w+|competences (?:fondamentales|de base)|competencias basicas",
        ),
        ("competencies", r"\bcompetenc\w+"),
        (
            "desirable",
            r"\b(?:desirable|desired|preferred|nice to have|assets?|souhait\w+|deseabl\w+|desejav\w+)\b",
        ),
        (
            "education_experience",
            r"\b(?:education|academic|formation|educacion|formacion)\b.*\b(?:experience|experiencia)\b",
        ),
        (
            "education",
            r"\b(?:education\w*|academic|etudes|formation academique|formacion academica|escolaridade)\b",
        ),
        ("benefits", r"\b(?:benefits?|we offer|offrons|ofrecemos|oferecemos|beneficios)\b"),
        (
            "duties",
            (
                r"\b(?:responsibilit\w+|duties|tasks|functions|taches|responsabilites|funciones|"
                r"responsabilidades|tarefas)\b"
            ),
        ),
        ("experience", r"\b(?:experience|experiencia)\b"),
        (
            "qualifications",
            r"\b(?:qualifications?|requirements?|requisitos|requis|profil|perfil|exigences|qualificacoes)\b",
        ),
        ("skills", r"\b(?:skills|abilities|habilidades|aptitudes|conocimientos|connaissances)\b"),
        ("context", r"\b(?:background|context\w*|contexto|about|purpose|summary|overview|descripti\w+)\b"),
        (
            "notes",
            r"\b(?:information|considerations|notes?|eligibility|conditions|policy|diversity|informacion)\b",
        ),
    )
)


@cache
def _meanings() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in _LABELS.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            key, words = line.split("\t")
            for word in words.split(";"):
                found.setdefault(word, key)
    return found


@lru_cache(maxsize=8192)
def meaning(label: str) -> str | None:
    """Return what a label says about its value, or None: numbering, asides and signs do not count."""
    if len(label) > _LONGEST:
        return None
    known = _meanings()
    plain = _NUMBERING.sub("", label)
    for candidate in (plain, _ASIDE.sub(" ", plain)):
        words = fold(candidate)
        if found := known.get(words):
            return found
        for prefix in ("the ", "your ", "our ", "vos ", "su ", "tu "):
            if words.startswith(prefix) and (found := known.get(words.removeprefix(prefix))):
                return found
    aside = _ASIDE.search(plain)
    if aside is None or not aside.start() or ":" in plain[: aside.start()]:
        return None  # the aside is about a value: `English: fluent (required)`
    return known.get(fold(aside[0]))


@lru_cache(maxsize=4096)
def heading(text: str) -> str | None:
    """Return the section that a heading opens, by its words where its wording is new."""
    found = meaning(text.rstrip(" :"))
    if found:
        return found
    words = fold(_NUMBERING.sub("", text))
    if words.count(" ") >= _MOST_WORDS_OF_A_HEADING:
        return None
    return next((key for key, pattern in _HEADING_WORDS if pattern.search(words)), None)
