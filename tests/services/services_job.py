"""A vacancy and a few applicants in our own wording, and services on a store of their own."""

from __future__ import annotations

import datetime as dt
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from recruiter_tui.compose import open_services
from recruiter_tui.domain.notice import Category, Closing, Notice, Source
from recruiter_tui.domain.requirement import (
    Branch,
    DegreeLevel,
    EducationExperience,
    ExperienceTopic,
    LanguageNeed,
    LanguageRequirement,
    Nationality,
    Tier,
)
from recruiter_tui.domain.stated import Stated

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from recruiter_tui.services import Services

NOW = dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.UTC)
HEAD = (
    "application,name,email,phone,nationalities,internal,received,channel,"
    "degrees,employment,languages,note,tags"
)
MASTER = "master | Law | University of Algiers | 2014-07"
LONG_CAREER = "Officer | Harbour Office | 2015-01-01 | present | 100%"
SHORT_CAREER = "Officer | Harbour Office | 2025-01-01 | present | 100%"
ENGLISH = "English | fluent"


def notice(reference: str | None = "24501", title: str = "Harbour Officer") -> Notice:
    """Return a P-3 notice: tier 1 first, no nationals of Tunisia, a master's with 60 months, English."""
    return Notice(
        source=Source("harbour.txt", f"{hash(reference) & 0xFFFFFFFF:064x}", "labelled"),
        text="Harbour Officer. Experience in port registers.",
        title=Stated.known(title),
        reference=Stated.known(reference) if reference else Stated.missing(),
        duty_station_country=Stated.known("TN", text="Tunisia"),
        grade=Stated.known("P-3"),
        category=Stated.known(Category.PROFESSIONAL),
        closing=Stated.known(Closing(dt.date(2026, 11, 20), dt.time(23, 59), "Europe/Zurich")),
        criteria=(
            EducationExperience(
                id="education",
                text="A master's degree with five years, or a first degree with seven",
                alternatives=(Branch(DegreeLevel.MASTER, 60), Branch(DegreeLevel.BACHELOR, 84)),
            ),
            LanguageRequirement(id="language-en", text="English", any_of=(LanguageNeed("en", "fluent"),)),
            ExperienceTopic(id="experience-1", text="Experience in port registers"),
            Nationality(id="nationality", text="No nationals of the duty station", country="TN"),
            Tier(id="tier-1", tier=1, internal=True, nationalities=("AG", "CV")),
            Tier(id="tier-2", tier=2, rest=True),
        ),
    )


def row(application: str, name: str, **facts: str) -> str:
    """Return a CSV record of an applicant who meets everything unless told otherwise."""
    told = {
        "application": application,
        "name": name,
        "email": f"{application.lower()}@example.org",
        "nationalities": "FR",
        "internal": "no",
        "received": "2026-11-10T08:00:00Z",
        "degrees": MASTER,
        "employment": LONG_CAREER,
        "languages": ENGLISH,
        **facts,
    }
    return ",".join('"{}"'.format(told.get(column, "").replace('"', '""')) for column in HEAD.split(","))


PILE = (
    row("A1", "Amina Haddad", nationalities="AG", phone="+213555123456"),
    row("A2", "Benoît Lefèvre", tags="asked; seen", note="Met at a fair"),
    row("A3", "Chen Wei", employment=SHORT_CAREER),
    row("A4", "Dalia Ben Salah", nationalities="TN"),
    row("A5", "Elif Öztürk", received="2026-11-20T23:00:10Z"),
    row("A6", "=HYPERLINK(1)", internal="yes"),
)


def write_pile(folder: Path, rows: tuple[str, ...] = PILE, name: str = "pile.csv") -> Path:
    """Write applicants to a CSV."""
    path = folder / name
    path.write_text("\n".join((HEAD, *rows)) + "\n", encoding="utf-8")
    return path


@asynccontextmanager
async def opened(folder: Path, actor: str = "awa") -> AsyncIterator[Services]:
    """Open the store of a folder at a fixed moment."""
    async with open_services(folder / "store.db", actor, clock=lambda: NOW) as services:
        yield services


async def filled(services: Services, folder: Path, rows: tuple[str, ...] = PILE) -> str:
    """Add the vacancy with its applicants; return its id."""
    [vacancy] = (await services.vacancies.add([notice()])).vacancies
    await services.intake.load([write_pile(folder, rows)], vacancy)
    return vacancy


async def keys(services: Services, *applications: str) -> list[int]:
    """Return the keys of applications to the one vacancy."""
    return await services.candidates.keys_of("24501", applications)


async def close_tier_1(services: Services) -> None:
    """Record the first tier's outcome, so that verdicts on the second need not wait."""
    await services.screening.close_tier("24501", 1, "Nobody of tier 1 is left to consider.")
