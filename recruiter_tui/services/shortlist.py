"""The shortlist in rank order: tier 1 before tier 2, moved by hand within a tier only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.domain import ranking
from recruiter_tui.domain.application import Disposition
from recruiter_tui.domain.errors import Refused
from recruiter_tui.services.rows import application_row, vacancy_id
from recruiter_tui.services.views import ApplicationRow, Changed

if TYPE_CHECKING:
    from collections.abc import Callable

    from recruiter_tui.services.room import Room
    from recruiter_tui.store.reading import Reader
    from recruiter_tui.store.records import Line
    from recruiter_tui.store.writing import Unit

    Move = Callable[[list[ranking.Ranked]], dict[int, int]]


def in_order(reader: Reader, vacancy: int) -> list[Line]:
    """Return the shortlisted of a vacancy in rank order: by tier, an unknown tier last, then by rank."""
    lines = {line.key: line for line in reader.shortlisted(vacancy)}
    return [lines[one.key] for one in ranking.in_order(map(_ranked, lines.values()))]


def _ranked(line: Line) -> ranking.Ranked:
    """Return what the rules of ranking read of a line."""
    return ranking.Ranked(line.key, line.tier, line.rank)


class Shortlist:
    """The use cases around rank."""

    def __init__(self, room: Room) -> None:
        """Work on the room's store."""
        self._room = room

    async def order(self, vacancy: str) -> list[ApplicationRow]:
        """Return the shortlist in rank order, ranks counted from 1; masked where it is read blind."""

        def ask(reader: Reader) -> list[ApplicationRow]:
            lines = in_order(reader, reader.vacancy_key(vacancy))
            rows = [application_row(line, place) for place, line in enumerate(lines, start=1)]
            return self._room.curtain.rows(reader, lines, rows)

        return await self._room.read(ask)

    async def move(self, key: int, steps: int, *, actor: str | None = None) -> Changed:
        """Move an application up (-1) or down (+1); Refused where that would cross into another tier."""
        return await self._move(key, lambda entries: ranking.move(entries, key, steps), actor)

    async def place(self, key: int, rank: int, *, actor: str | None = None) -> Changed:
        """Move an application to a rank from 1; Refused where another tier stands."""
        return await self._move(key, lambda entries: ranking.place(entries, key, rank), actor)

    async def to_end(self, key: int, *, last: bool, actor: str | None = None) -> Changed:
        """Move an application to the first or last rank of its tier."""

        def place(entries: list[ranking.Ranked]) -> dict[int, int]:
            tier = next(entry.tier for entry in entries if entry.key == key)
            ranks = [rank for rank, entry in enumerate(entries, start=1) if entry.tier == tier]
            return ranking.place(entries, key, ranks[-1] if last else ranks[0])

        return await self._move(key, place, actor)

    async def _move(self, key: int, move: Move, actor: str | None) -> Changed:
        """Give the shortlist new ranks; those that stay where they are keep theirs."""

        def work(unit: Unit) -> tuple[int, tuple[int, ...]]:
            line = _shortlisted(unit, key)
            ranks = move([_ranked(other) for other in in_order(unit.reader, line.vacancy)])
            unit.summary = f"{line.application} moved to rank {ranks[key]}"
            moved = tuple(
                other for other, rank in ranks.items() if unit.update("application", other, {"rank": rank})
            )
            return line.vacancy, moved

        done = await self._room.write("ranked", work, actor=actor)
        vacancy, moved = done.result
        summary = done.summary if moved else "it stands there already"
        return Changed(summary, done.sequence, applications=moved, vacancies=(vacancy_id(vacancy),))


def _shortlisted(unit: Unit, key: int) -> Line:
    """Return the application's line; raises Refused for one that is not on the shortlist."""
    unit.row("application", key)
    [line] = unit.reader.rows([key])
    if line.disposition is not Disposition.SHORTLISTED:
        problem = f"{line.application} is not on the shortlist"
        raise Refused(problem, "shortlist it first")
    return line
