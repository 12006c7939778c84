"""The use cases, awaitable: what the app, the command line and the tests call."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from recruiter_tui.domain.policy import ExperiencePolicy
    from recruiter_tui.services.blind import Blind
    from recruiter_tui.services.bulk import Bulk
    from recruiter_tui.services.candidates import Candidates
    from recruiter_tui.services.column_maps import ColumnMaps
    from recruiter_tui.services.comparison import Comparisons
    from recruiter_tui.services.criteria import Criteria
    from recruiter_tui.services.decisions import Decisions
    from recruiter_tui.services.export import Export
    from recruiter_tui.services.filters import Filters
    from recruiter_tui.services.history import History
    from recruiter_tui.services.intake import Intake
    from recruiter_tui.services.maintenance import Maintenance
    from recruiter_tui.services.notices import Notices
    from recruiter_tui.services.overruling import Overruling
    from recruiter_tui.services.persons import Persons
    from recruiter_tui.services.reading_queue import ReadingQueue
    from recruiter_tui.services.rulings import Rulings
    from recruiter_tui.services.screening import Screening
    from recruiter_tui.services.search import Search
    from recruiter_tui.services.shortlist import Shortlist
    from recruiter_tui.services.vacancies import Vacancies
    from recruiter_tui.services.whatif import WhatIf
    from recruiter_tui.store.thread import StoreThread

__all__ = ["Services"]

# A family is loaded when it is first used: the first screen of the app needs two of ten.


class Services:
    """All use cases on one open store, for one person; a family of use cases an attribute."""

    def __init__(
        self,
        store: StoreThread,
        actor: str,
        clock: Callable[[], datetime],
        policy: ExperiencePolicy | None = None,
    ) -> None:
        """Work on the store; `clock` gives aware UTC instants, `policy` counts for vacancies to come."""
        from recruiter_tui.services.room import Room

        self._room = Room(store, actor, clock, policy)
        self.actor = actor
        self.clock = clock

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

    async def close(self) -> None:
        """End the work in the background; what it leaves undone is done at the next occasion."""
        if "whatif" in vars(self):
            await self.whatif.close()
        if "ahead" in vars(self._room):
            await self._room.ahead.pause()
        await self._room.settling.pause()

    @cached_property
    def vacancies(self) -> Vacancies:
        """Return the use cases around vacancies."""
        from recruiter_tui.services.vacancies import Vacancies

        return Vacancies(self._room)

    @cached_property
    def notices(self) -> Notices:
        """Return the use cases around what a notice says."""
        from recruiter_tui.services.notices import Notices

        return Notices(self._room)

    @cached_property
    def candidates(self) -> Candidates:
        """Return the use cases around the persons who applied."""
        from recruiter_tui.services.candidates import Candidates

        return Candidates(self._room)

    @cached_property
    def filters(self) -> Filters:
        """Return what helps to filter: facets, completion, saved views."""
        from recruiter_tui.services.filters import Filters

        return Filters(self._room)

    @cached_property
    def search(self) -> Search:
        """Return the search over everybody and every notice."""
        from recruiter_tui.services.search import Search

        return Search(self._room)

    @cached_property
    def queue(self) -> ReadingQueue:
        """Return the use cases of reading one candidate after the other."""
        from recruiter_tui.services.reading_queue import ReadingQueue

        return ReadingQueue(self._room, self.candidates, self.decisions)

    @cached_property
    def bulk(self) -> Bulk:
        """Return the use cases of deciding on many at once."""
        from recruiter_tui.services.bulk import Bulk

        return Bulk(self._room, self.candidates, self.decisions)

    @cached_property
    def blind(self) -> Blind:
        """Return the use cases of blind reading."""
        from recruiter_tui.services.blind import Blind

        return Blind(self._room)

    @cached_property
    def screening(self) -> Screening:
        """Return the use cases around findings."""
        from recruiter_tui.services.screening import Screening

        return Screening(self._room)

    @cached_property
    def criteria(self) -> Criteria:
        """Return the use cases around criteria, their versions and the policy."""
        from recruiter_tui.services.criteria import Criteria

        return Criteria(self._room)

    @cached_property
    def overruling(self) -> Overruling:
        """Return the use cases around one outcome for many applications."""
        from recruiter_tui.services.overruling import Overruling

        return Overruling(self._room)

    @cached_property
    def rulings(self) -> Rulings:
        """Return the use cases around rulings on jobs and fields of study."""
        from recruiter_tui.services.rulings import Rulings

        return Rulings(self._room)

    @cached_property
    def whatif(self) -> WhatIf:
        """Return the use cases of trying out."""
        from recruiter_tui.services.whatif import WhatIf

        return WhatIf(self._room)

    @cached_property
    def decisions(self) -> Decisions:
        """Return the use cases around dispositions."""
        from recruiter_tui.services.decisions import Decisions

        return Decisions(self._room)

    @cached_property
    def shortlist(self) -> Shortlist:
        """Return the use cases around rank."""
        from recruiter_tui.services.shortlist import Shortlist

        return Shortlist(self._room)

    @cached_property
    def comparison(self) -> Comparisons:
        """Return the use case of comparing."""
        from recruiter_tui.services.comparison import Comparisons

        return Comparisons(self._room)

    @cached_property
    def export(self) -> Export:
        """Return the use case of handing a shortlist on."""
        from recruiter_tui.services.export import Export

        return Export(self._room)

    @cached_property
    def history(self) -> History:
        """Return the use cases around the journal."""
        from recruiter_tui.services.history import History

        return History(self._room)

    @cached_property
    def intake(self) -> Intake:
        """Return the use cases of taking applications in."""
        from recruiter_tui.services.intake import Intake

        return Intake(self._room, self.history)

    @cached_property
    def columns(self) -> ColumnMaps:
        """Return the use cases around tables whose columns nobody knows."""
        from recruiter_tui.services.column_maps import ColumnMaps

        return ColumnMaps(self._room)

    @cached_property
    def persons(self) -> Persons:
        """Return the use cases around who is whom."""
        from recruiter_tui.services.persons import Persons

        return Persons(self._room, self.history)

    @cached_property
    def maintenance(self) -> Maintenance:
        """Return the use cases around the store itself."""
        from recruiter_tui.services.maintenance import Maintenance

        return Maintenance(self._room)
