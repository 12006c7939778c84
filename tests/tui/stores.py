"""A small real store for scenarios: one vacancy, a handful of applicants, some of them hostile."""

from __future__ import annotations

import csv
import datetime as dt
from typing import TYPE_CHECKING

from recruiter_tui.domain.application import Disposition
from recruiter_tui.domain.notice import Closing, Notice, Source
from recruiter_tui.domain.requirement import (
    Branch,
    DegreeLevel,
    EducationExperience,
    LanguageNeed,
    LanguageRequirement,
)
from recruiter_tui.domain.stated import Stated

if TYPE_CHECKING:
    from pathlib import Path

    from recruiter_tui.services import Services

NOW = dt.datetime(2026, 11, 22, 9, 0, tzinfo=dt.UTC)
PEOPLE = ("Amina Haddad", "Bilal Okonkwo", "Chloé Martin", "张伟", "Dina Petrova", "Émile Zongo")
HOSTILE = (
    "[red]Mallory[/red]",
    "Al\x1b]0;PWNED\x07ice",
    "Alice [/]",
    "[@click=app.quit]Bob[/]",
    "Al\u202enp.exe",
)
LANGUAGES = ("English | fluent", "English | fluent; French | mother tongue", "French | fluent")


def notice(reference: str = "18338", title: str = "Programme Officer") -> Notice:
    """Return a notice that closes at a fixed time after `NOW`."""
    return Notice(
        Source(f"{reference}.txt", "0" * 64, "own"),
        f"{title} {reference}",
        title=Stated.known(title),
        reference=Stated.known(reference),
        grade=Stated.known("P-3"),
        duty_station_city=Stated.known("Algiers"),
        duty_station_country=Stated.known("DZ"),
        closing=Stated.known(Closing(dt.date(2026, 11, 25), dt.time(23, 59), "Europe/Zurich")),
        criteria=(
            EducationExperience(
                id="education",
                text="A master's degree with five years or a bachelor's with seven.",
                alternatives=(Branch(DegreeLevel.MASTER, 60), Branch(DegreeLevel.BACHELOR, 84)),
            ),
            LanguageRequirement(
                id="language-en", text="Fluency in English.", any_of=(LanguageNeed("en", "fluent"),)
            ),
        ),
    )


async def fill(
    services: Services, folder: Path, names: tuple[str, ...] = PEOPLE, *, frozen: bool = True
) -> str:
    """Store a vacancy with applicants and return its id; a first verdict was given and taken back."""
    added = await services.vacancies.add([notice()])
    applicants = folder / "applicants.csv"
    with applicants.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(
            ["application", "name", "received", "nationalities", "languages", "degrees", "employment"]
        )
        for number, name in enumerate(names, 1):
            rows.writerow(
                [
                    f"A{number}",
                    name,
                    f"2026-11-0{number}T10:00:00+00:00",
                    "FR",
                    LANGUAGES[number % 3],
                    "master | Law | University of Dakar | 2010-07",
                    f"Officer | An Agency | 2012-01-01 | {2013 + number}-12-31 | 100%",
                ]
            )
    await services.intake.load([applicants], added.vacancies[0])
    if frozen:
        [*_rest, last] = await services.candidates.roll(added.vacancies[0], sort="name")
        for disposition in (Disposition.MAYBE, Disposition.NEW):
            await services.decisions.decide([last], disposition)
    return added.vacancies[0]
