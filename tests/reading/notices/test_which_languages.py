"""Languages that are counted, left unnamed or asked for at a numbered level (R36, R37, R40)."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import pytest

from recruiter_tui.domain.requirement import LanguageRequirement, Necessity

if TYPE_CHECKING:
    from collections.abc import Callable

    from recruiter_tui.domain.notice import Notice

Reader: TypeAlias = "Callable[[str], Notice]"


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("English (UN Level III), French (UN Level II) required.", "en UN Level III; fr UN Level II"),
        ("C1 English, B2 French required.", "en C1; fr B2"),
        ("English C1, French and Spanish B2 required.", "en C1; fr B2; es B2"),
        ("English and French required.", "en None; fr None"),
        ("English: fluent (required). French: intermediate (desirable).", "en fluent"),
        ("English: fluent (required)\nFrench: intermediate (desirable)", "en fluent"),
        ("Se requiere inglés fluido.", "en fluent"),
        (
            "Fluency in two of these languages is required: English, French, Spanish.",
            "en/fr fluent; en/es fluent; fr/es fluent",
        ),
        (
            "Fluency in English and one other official UN language is required.",
            "en fluent; ar/zh/fr/ru/es fluent",
        ),
        (
            "Fluency in English is required. Working knowledge of another UN language is required.",
            "en fluent; ar/zh/fr/ru/es working knowledge",
        ),
        (
            "Fluency in English is required. Knowledge of another UN language is an asset.",
            "en fluent",
        ),
        (
            "Knowledge of French or any other UN language is an asset. Fluent English is required.",
            "en fluent",
        ),
        ("French and another UN language are desirable. Fluent English is required.", "en fluent"),
        (
            "English and French are the working languages. Fluency in one of these languages is required.",
            "en/fr fluent",
        ),
        (
            "Anglais et français sont langues de travail. La maîtrise de l'une de ces langues est exigée.",
            "en/fr proficient",
        ),
        ("English is the working language. Fluency in one of these languages is required.", ""),
        ("Fluent French or another UN language is required.", "fr/ar/zh/en/ru/es fluent"),
        (
            "Se exige dominio del español y de otro idioma oficial de las Naciones Unidas.",
            "es proficient; ar/zh/en/fr/ru proficient",
        ),
        (
            "La maîtrise du français et d'une autre langue de l'ONU (anglais ou arabe) est exigée.",
            "fr proficient; en/ar proficient",
        ),
    ],
)
def test_what_is_asked_of_everybody(read_text: Reader, told: str, asked: str) -> None:
    notice = read_text(f"Languages\n\n{told}\n\nHow to apply\n\nWrite to us.")
    found = [
        f"{'/'.join(need.language for need in each.any_of)} {each.any_of[0].level}"
        for each in notice.criteria
        if isinstance(each, LanguageRequirement) and each.necessity is Necessity.ESSENTIAL
    ]
    assert "; ".join(found) == asked
