"""The demo's store: notices and applicants taken in as a recruiter would, and a first day's work on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from recruiter_tui.domain.application import Disposition, VacancyStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from recruiter_tui.services import Services
    from recruiter_tui.services.views import ApplicationRow


class Vacancy(Protocol):
    """A notice with the files of those who applied."""

    @property
    def notice(self) -> Path:
        """Return the notice's file."""

    @property
    def applicants(self) -> Sequence[Path]:
        """Return the files of the applicants."""


class Files(Protocol):
    """What the demo's builder wrote."""

    @property
    def vacancies(self) -> Sequence[Vacancy]:
        """Return the vacancies, the main one first."""


async def fill(services: Services, files: Files, progress: Callable[[int, int | None], None]) -> None:
    """Take the files in; rows that are broken on purpose stay out, as with any import."""
    main = ""
    for number, vacancy in enumerate(files.vacancies):
        progress(number, len(files.vacancies))
        notices = await services.vacancies.preview([vacancy.notice])
        [name] = (await services.vacancies.add(notices)).vacancies
        main = main or name
        if vacancy.applicants:
            errors = vacancy.notice.with_suffix(".errors.csv")
            await services.intake.load(vacancy.applicants, name, partial=True, errors=errors)
    await _close_the_past(services)
    await _first_day(services, main)


async def _close_the_past(services: Services) -> None:
    """Close the vacancies whose closing has passed."""
    for row in await services.vacancies.list():
        if row.closing and row.closing.latest < services.clock():
            await services.vacancies.set_status(row.id, VacancyStatus.CLOSED)


async def _first_day(services: Services, vacancy: str) -> None:
    """Decide on some applications of the main vacancy, so that every view has something to show."""
    keys = await services.candidates.roll(vacancy)
    rows = await services.candidates.rows(keys.tolist())
    decide = services.decisions.decide
    met = [row for row in rows if _told(row) == "met"]
    first, second = ([row.key for row in met if row.tier == tier] for tier in (1, 2))
    unclear = [row.key for row in rows if _told(row) == "cannot tell"]
    late = [row.key for row in rows if row.deadline and row.deadline.value == "not met"]
    away = [row.key for row in rows if row.eligibility and row.eligibility.value == "not met"]
    steps: tuple[tuple[list[int], Disposition, str | None], ...] = (
        (first[:4] + second[:2], Disposition.SHORTLISTED, None),
        (first[4:9] + second[2:8], Disposition.LONGLISTED, None),
        (unclear[:3], Disposition.MAYBE, None),
        (late[:2], Disposition.NOT_SUITABLE, "late"),
        ([key for key in away if key not in late][:2], Disposition.NOT_SUITABLE, "eligibility"),
    )
    for chosen, disposition, reason in steps:
        if chosen:
            await decide(chosen, disposition, reason=reason)
    if first:
        await services.candidates.note(
            first[:1], "Led a team across three border posts; ask for the evaluation."
        )
        await services.candidates.tag(first[:2], add=["reference asked"])


def _told(row: ApplicationRow) -> str:
    """Return an application's outcome in words."""
    return row.outcome.value if row.outcome else ""
