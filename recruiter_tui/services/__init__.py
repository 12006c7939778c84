"""The use cases, awaitable: what the app, the command line and the tests call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.domain.policy import ExperiencePolicy
from recruiter_tui.services.candidates import Candidates
from recruiter_tui.services.comparison import Comparisons
from recruiter_tui.services.decisions import Decisions
from recruiter_tui.services.export import Export
from recruiter_tui.services.history import History
from recruiter_tui.services.intake import Intake
from recruiter_tui.services.maintenance import Maintenance
from recruiter_tui.services.room import Room
from recruiter_tui.services.screening import Screening
from recruiter_tui.services.shortlist import Shortlist
from recruiter_tui.services.vacancies import Vacancies

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from recruiter_tui.store.thread import StoreThread

__all__ = ["Services"]


class Services:
    """All use cases on one open store, for one person; a family of use cases an attribute."""

    def __init__(
        self,
        store: StoreThread,
        actor: str,
        clock: Callable[[], datetime],
        policy: ExperiencePolicy = ExperiencePolicy.ONCE_FTE,
    ) -> None:
        """Hold the families; `clock` gives aware UTC instants, `policy` counts for new vacancies."""
        self._room = Room(store, actor, clock, policy)
        self.actor = actor
        self.clock = clock
        self.vacancies = Vacancies(self._room)
        self.candidates = Candidates(self._room)
        self.screening = Screening(self._room)
        self.decisions = Decisions(self._room)
        self.shortlist = Shortlist(self._room)
        self.comparison = Comparisons(self._room)
        self.export = Export(self._room)
        self.history = History(self._room)
        self.intake = Intake(self._room, self.history)
        self.maintenance = Maintenance(self._room)

    @property
    def store_path(self) -> Path:
        """Return the store's file."""
        return self._room.store.store.path

    @property
    def read_only(self) -> bool:
        """Tell whether nothing can be written here."""
        return self._room.store.store.read_only

    async def warm(self) -> None:
        """Load what the first write needs; to be called once the first screen stands."""
        await self._room.store.warm()
