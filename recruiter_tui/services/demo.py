"""The demo's store: notices and applicants taken in as a recruiter would, and a first morning's work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from recruiter_tui.domain.application import Disposition, VacancyStatus
from recruiter_tui.domain.finding import Outcome
from recruiter_tui.domain.requirement import Kind

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from recruiter_tui.services import Services
    from recruiter_tui.services.views import ApplicationRow

_FILLED_AFTER_DAYS = 14
"""Days after the closing from which on a vacancy of the demo counts as filled."""


class DemoVacancy(Protocol):
    """A notice with the files of those who applied."""

    @property
    def notice(self) -> Path:
        """Return the notice's file."""

    @property
    def applicants(self) -> Sequence[Path]:
        """Return the files of the applicants, in the order in which they are taken in."""


class DemoFiles(Protocol):
    """What the demo's builder wrote."""

    @property
    def folder(self) -> Path:
        """Return the folder that holds everything."""

    @property
    def vacancies(self) -> Sequence[DemoVacancy]:
        """Return the vacancies, the main one first."""

    @property
    def main(self) -> DemoVacancy:
        """Return the vacancy with the many applicants."""

    @property
    def cases(self) -> Mapping[str, str]:
        """Return the main vacancy's edge cases: name to application number."""


class DemoBuilder(Protocol):
    """The module that writes the demo's files."""

    def write_demo(self, folder: Path, today: dt.date) -> DemoFiles:
        """Write notices and applicants' files below a folder."""


async def fill(services: Services, files: DemoFiles, progress: Callable[[int, int | None], None]) -> str:
    """Take the files in and decide a little; return the main vacancy's id.

    Rows that are broken on purpose stay out, as with any import.
    """
    notices = await services.vacancies.preview([vacancy.notice for vacancy in files.vacancies])
    names = (await services.vacancies.add(notices)).vacancies
    for number, (vacancy, name) in enumerate(zip(files.vacancies, names, strict=True)):
        progress(number, len(names))
        if vacancy.applicants:
            await services.intake.load(vacancy.applicants, name, partial=True)
    await _close_the_past(services)
    await _first_morning(services, names[0])
    return names[0]


async def _close_the_past(services: Services) -> None:
    """Close the vacancies whose closing has passed; the one of a month ago is filled."""
    now = services.clock()
    for row in await services.vacancies.list():
        if row.closing and row.closing.latest < now:
            long_ago = (now - row.closing.latest).days > _FILLED_AFTER_DAYS
            status = VacancyStatus.FILLED if long_ago else VacancyStatus.CLOSED
            await services.vacancies.set_status(row.id, status)


async def _first_morning(services: Services, vacancy: str) -> None:
    """Do what a recruiter does first: out with the clear cases, then tier 1, then tier 2."""
    keys = await services.candidates.roll(vacancy, "", "received")
    rows = await services.candidates.rows(keys.tolist())
    first, second = ([row for row in rows if row.tier == tier] for tier in (1, 2))
    await _set_aside(services, rows)
    await _consider(services, _fitting(first), listed=9, shortlisted=4)
    await _doubt(services, first, rows)
    await services.screening.close_tier(
        vacancy, 1, "Tier 1 gave four names for seven interview places, so tier 2 is opened."
    )
    await _consider(services, _fitting(second), listed=12, shortlisted=3)
    ranked = await services.shortlist.order(vacancy)
    if len(ranked) > 1 and ranked[0].tier == ranked[1].tier:
        await services.shortlist.move(ranked[1].key, -1)


async def _set_aside(services: Services, rows: Sequence[ApplicationRow]) -> None:
    """Record some of the clear cases as not suitable, one reason after the other."""
    left = {row.key: row for row in rows}
    shares: tuple[tuple[str, str, Callable[[ApplicationRow], Outcome | None], int], ...] = (
        ("late", "Received after the closing.", lambda row: row.deadline, 20),
        ("eligibility", "Excluded by the notice.", lambda row: row.eligibility, 8),
        ("language", "The required language is missing or weak.", lambda row: row.languages, 5),
        ("experience", "Fewer years than the notice asks for.", lambda row: row.education_experience, 18),
    )
    for reason, note, family, most in shares:
        keys = [key for key, row in left.items() if family(row) is Outcome.NOT_MET][:most]
        if keys:
            await services.decisions.decide(keys, Disposition.NOT_SUITABLE, reason=reason, note=note)
        for key in keys:
            del left[key]


async def _consider(
    services: Services, rows: Sequence[ApplicationRow], *, listed: int, shortlisted: int
) -> None:
    """Put those with the longest experience on the long list, and the first of them on the short list."""
    best = [row.key for row in rows[:listed]]
    if best:
        await services.decisions.decide(best, Disposition.LONGLISTED)
        await services.decisions.decide(best[:shortlisted], Disposition.SHORTLISTED)
        await services.candidates.note(best[:1], "Strong on paper; ask about the budget side.")
        await services.candidates.tag(best[:2], add=("reference asked",))


async def _doubt(services: Services, first: Sequence[ApplicationRow], rows: Sequence[ApplicationRow]) -> None:
    """Keep a few open cases as `maybe`, and rule on one field of study that is related to the listed ones."""
    doubtful = [row.key for row in first if row.outcome is Outcome.CANNOT_TELL][:5]
    if doubtful:
        await services.decisions.decide(doubtful, Disposition.MAYBE, note="Papers to be asked for.")
    for row in rows:
        if row.education_experience is not Outcome.CANNOT_TELL:
            continue
        dossier = await services.candidates.dossier(row.key)
        for finding in dossier.findings:
            if finding.kind is Kind.EDUCATION_EXPERIENCE and finding.outcome is Outcome.CANNOT_TELL:
                reason = "The transcript shows that the studies were close to the fields of the notice."
                await services.screening.overrule(row.key, finding.criterion, Outcome.MET, reason)
                return


def _fitting(rows: Sequence[ApplicationRow]) -> list[ApplicationRow]:
    """Return those who meet everything, the longest experience first."""
    fit = [row for row in rows if row.outcome is Outcome.MET]
    return sorted(fit, key=lambda row: (-(row.months_low or 0.0), row.key))
