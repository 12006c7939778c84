"""Grades of international civil servants and the staff categories that they belong to."""

from __future__ import annotations

import re

from recruiter_tui.domain.notice import Category
from recruiter_tui.reference.folding import fold

_SCALES: tuple[tuple[str, Category], ...] = (
    (
        r"P-?[1-7]|IP-?[1-6]|FS-?[4-7]|T[IL]-?(?:[1-9]|10)|IS-?[1-9]|PL-?[1-9]|EP-?[1-9]|SB-?[5-9]",
        Category.PROFESSIONAL,
    ),
    (r"D-?[12]|ASG|USG", Category.DIRECTOR),
    (r"NO-?[A-E]|NO-?[1-5]|NP-?[1-9]|NPO-?[A-E]?|NPO-?[1-5]|NOC-?[1-5]", Category.NATIONAL_OFFICER),
    (
        r"GS?-?[1-9]|FS-?[1-3]|AS-?[1-9]|NS-?[1-9]|ST-?[1-9]|TC-?[1-8]|SB-?[1-4]|L-?[1-8]",
        Category.GENERAL_SERVICE,
    ),
    (
        r"[IL]ICA-?(?:[1-9]|1[0-2])|[IN]PSA-?(?:[1-9]|1[0-4])|SC-?(?:[1-9]|1[0-2])|CON|CST?|C-?[1-4]|IC",
        Category.CONSULTANT,
    ),
    (r"I-?[1-3]|INT", Category.INTERN),
    (r"UNV", Category.VOLUNTEER),
)
_ONE_SCALE = tuple((re.compile(pattern), category) for pattern, category in _SCALES)
_GRADE = re.compile(
    r"(?<![\w/-])(?:UNOPS )?(?:P|D|G|GS|FS|NO|NP|NPO|SB|SC|LSC|I|C|[LI]ICA|[NI]PSA|TI|TL|NS|AS|PL|ICS)"
    r"(?:[ -]?(?:1[0-4]|[1-9])|(?<=NO)[ -]?[A-E]|(?<=NPO)[ -]?[A-E])(?![\w-])"
)
_WORDS: tuple[tuple[str, Category], ...] = (
    ("intern", Category.INTERN),
    ("internship", Category.INTERN),
    ("stagiaire", Category.INTERN),
    ("pasantia", Category.INTERN),
    ("pasante", Category.INTERN),
    ("estagio", Category.INTERN),
    ("volunteer", Category.VOLUNTEER),
    ("unv", Category.VOLUNTEER),
    ("volontaire", Category.VOLUNTEER),
    ("voluntario", Category.VOLUNTEER),
    ("consultant", Category.CONSULTANT),
    ("consultancy", Category.CONSULTANT),
    ("consultor", Category.CONSULTANT),
    ("consultora", Category.CONSULTANT),
    ("consultoria", Category.CONSULTANT),
    ("individual contractor", Category.CONSULTANT),
    ("national officer", Category.NATIONAL_OFFICER),
    ("national professional", Category.NATIONAL_OFFICER),
    ("general service", Category.GENERAL_SERVICE),
    ("director", Category.DIRECTOR),
    ("professional", Category.PROFESSIONAL),
)


def category(grade: str) -> Category | None:
    """Return the staff category of a grade such as `P-3`, `NO B`, `G5` or `UNOPS LICA-5`, or None.

    The scales are those of the United Nations common system and of the banks and programmes beside it.
    """
    plain = re.sub(r"[\s_.]+", "", grade.upper()).removeprefix("UNOPS").replace("\u2013", "-")
    for pattern, found in _ONE_SCALE:
        if pattern.fullmatch(plain):
            return found
    return None


def category_of_words(text: str) -> Category | None:
    """Return the staff category that words such as `Internship` or `National Officer` name, or None."""
    words = f" {fold(text)} "
    return next((found for word, found in _WORDS if f" {word} " in words), None)


def mentioned(text: str) -> re.Match[str] | None:
    """Return the first grade of a known scale in running text, or None."""
    return _GRADE.search(text)
