"""A vacancy with two tiers, fields of study that need a ruling, and people of both tiers, some hostile."""

from __future__ import annotations

import csv
from dataclasses import replace
from typing import TYPE_CHECKING

from recruiter_tui.domain.requirement import (
    Branch,
    DegreeLevel,
    EducationExperience,
    ExperienceTopic,
    LanguageNeed,
    LanguageRequirement,
    Necessity,
    Skill,
    Tier,
)
from tests.tui.stores import HOSTILE, notice

if TYPE_CHECKING:
    from pathlib import Path

    from recruiter_tui.services import Services

FIRST, SECOND = "Nadia Brunner", "Oumar Keita"
PEOPLE = (FIRST, SECOND, "Pia Lindqvist", "[red]Rosa[/red]", *HOSTILE[1:])
FIELDS = ("Law", "Marine Biology", "[b]Al\x1bgebra[/b]")


async def fill_tiered(services: Services, folder: Path) -> str:
    """Store the vacancy with its applicants, nobody judged yet, and return its id."""
    wanted = replace(
        notice("18338", "Harbour Officer"),
        criteria=(
            EducationExperience(
                id="education",
                text="A master's degree in law or a related field with five years.",
                alternatives=(Branch(DegreeLevel.MASTER, 60), Branch(DegreeLevel.BACHELOR, 84)),
                fields_of_study=("law",),
                related_field=True,
            ),
            LanguageRequirement(
                id="language-en", text="Fluency in English.", any_of=(LanguageNeed("en", "fluent"),)
            ),
            LanguageRequirement(
                id="language-fr",
                text="Working knowledge of French.",
                any_of=(LanguageNeed("fr", "working knowledge"),),
                necessity=Necessity.ADVANTAGE,
            ),
            ExperienceTopic(id="experience-1", text="Experience in port operations."),
            Skill(id="skill-1", text="Knowledge of [bold]customs[/bold] law.", necessity=Necessity.ADVANTAGE),
            Tier(id="tier-1", tier=1, internal=True),
            Tier(id="tier-2", tier=2, rest=True),
        ),
    )
    added = await services.vacancies.add([wanted])
    applicants = folder / "tiered.csv"
    with applicants.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(
            [
                "application",
                "name",
                "received",
                "nationalities",
                "internal",
                "gender",
                "languages",
                "degrees",
                "employment",
            ]
        )
        for number, name in enumerate(PEOPLE):
            rows.writerow(
                [
                    f"A{number + 1}",
                    name,
                    f"2026-11-0{number + 1}T10:00:00+00:00",
                    ("FR", "DZ", "KE")[number % 3],
                    "yes" if number == 0 else "no",
                    ("female", "male")[number % 2],
                    "English | fluent" if number % 2 else "English | fluent; French | fluent",
                    f"master | {FIELDS[number % 3]} | University of Dakar | 2010-07",
                    f"Officer | An Agency | 2012-01-01 | {2014 + number}-12-31 | 100%",
                ]
            )
    await services.intake.load([applicants], added.vacancies[0])
    return added.vacancies[0]
