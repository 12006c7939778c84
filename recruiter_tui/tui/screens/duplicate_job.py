"""The search for duplicates as a job of the app: it goes on while the recruiter is elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from recruiter_tui.tui.jobs import Ended, Job
from recruiter_tui.tui.text import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recruiter_tui.services.person_views import DuplicateGroup
    from recruiter_tui.tui.app import RecruiterApp


class Scope(NamedTuple):
    """Among whom is looked."""

    here: str
    """The vacancy from which the screen was opened."""
    title: str
    everybody: bool = False

    @property
    def vacancy(self) -> str | None:
        """Return the vacancy whose applicants are looked at; None for everybody on file."""
        return None if self.everybody else self.here

    @property
    def named(self) -> str:
        """Return it as people read it."""
        return "everybody on file" if self.everybody else self.title

    @property
    def claim(self) -> str:
        """Return what a search claims: the next one among the same takes its place."""
        return f"duplicates {self.vacancy or ''}"


def found_words(groups: Sequence[DuplicateGroup]) -> str:
    """Return what was found in a line."""
    persons = sum(len(group.members) for group in groups)
    count = sum(len(group.pairs) for group in groups)
    if not count:
        return "no pair to look at"
    return f"{counted(count, 'pair')} · {counted(persons, 'candidate')} · nothing is merged by itself"


def search(app: RecruiterApp, scope: Scope) -> Job:
    """Look for people who may be one person; a search among the same that still goes on is stopped."""
    persons = app.services.persons
    for other in app.jobs.on(scope.claim):
        app.jobs.stop(other)

    async def look(job: Job) -> Ended:
        groups = await persons.duplicates(scope.vacancy, progress=job.progress, cancelled=job.cancelled)
        return Ended(found_words(groups), show=lambda app: _open(app, scope), found=groups)

    return app.jobs.begin(Job("looking for duplicates", scope.named, frozenset({scope.claim})), look)


def _open(app: RecruiterApp, scope: Scope) -> None:
    """Go to the screen of duplicates, which looks again: what was found may have changed since."""
    from recruiter_tui.tui.screens.duplicates import DuplicatesScreen

    if not isinstance(app.room, DuplicatesScreen):
        app.push_screen(DuplicatesScreen(scope.here, scope.title, everybody=scope.everybody))
