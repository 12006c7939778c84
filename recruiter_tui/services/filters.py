"""What helps to filter: facets with live counts, completion from what occurs, saved and named views."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.errors import NotFound, Refused
from recruiter_tui.domain.query import parse
from recruiter_tui.domain.query_completion import Completion, completions, written
from recruiter_tui.domain.query_fields import FINDING, UNKNOWN
from recruiter_tui.domain.text import clean, fold
from recruiter_tui.services.curtain import PERSONAL
from recruiter_tui.services.views import Changed

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from recruiter_tui.services.columns import VacancyTable
    from recruiter_tui.services.room import Room
    from recruiter_tui.store.reading import Reader
    from recruiter_tui.store.writing import Unit

FACETS: Final = (
    "disposition",
    "tier",
    "outcome",
    "eligibility",
    "deadline",
    "education",
    "languages",
    "years",
    "language",
    "nationality",
    "residence",
    "gender",
    "internal",
    "channel",
    "tag",
    "flag",
    "reason",
    "by",
    "overruled",
)
_FACTS: Final = {
    "education": "education_experience",
    "nationality": "nationalities",
    "tag": "tags",
    "flag": "flags",
    "by": "decided_by",
    "years": "months",
}
_STEPS: Final = (0, 2, 5, 7, 10, 15)
"""Years at which the facet of experience begins a new range."""
_LONGEST_NAME: Final = 60
_PREFIX: Final = "view/"
_COMPLETED: Final = (
    "tag",
    "reason",
    "by",
    "language",
    "nationality",
    "residence",
    "gender",
    "channel",
    "flag",
)


@dataclass(frozen=True, slots=True)
class View:
    """A filter with its order, kept under a name."""

    name: str
    query: str
    sort: str
    vacancy: str | None
    """The vacancy that it is for; None for every one."""


class Filters:
    """The use cases around filters."""

    def __init__(self, room: Room) -> None:
        """Work on the room's store."""
        self._room = room

    async def facets(
        self, vacancy: str, query: str = "", fields: tuple[str, ...] = FACETS
    ) -> dict[str, list[tuple[str, int]]]:
        """Return for each field the values that occur inside the filter, with how many; commonest first.

        A value is written as the filter takes it: `field:value` finds just these (languages, tags and
        nationalities of one person count each). What is not on file counts as `unknown`; what a blind vacancy
        hides has no values.
        """
        parsed = parse(query)

        def look(reader: Reader) -> dict[str, list[tuple[str, int]]]:
            with reader.snapshot():
                table = self._room.tables.of(reader, reader.vacancy_key(vacancy))
                inside = None if parsed.is_empty else table.marked(parsed)
                hidden = self._hidden(reader, vacancy)
                return {name: [] if name in hidden else _facet(table, name, inside) for name in fields}

        return await self._room.read(look)

    def _hidden(self, reader: Reader, vacancy: str) -> frozenset[str]:
        """Return the fields that a blind vacancy keeps to itself."""
        drawn = self._room.curtain.drawn(reader)
        return PERSONAL if drawn and reader.vacancy_key(vacancy) in drawn else frozenset()

    async def count(self, vacancy: str, query: str) -> int:
        """Return how many applications a filter lets through."""
        parsed = parse(query)

        def look(reader: Reader) -> int:
            with reader.snapshot():
                return sum(self._room.tables.of(reader, reader.vacancy_key(vacancy)).marked(parsed))

        return await self._room.read(look)

    async def complete(self, vacancy: str, text: str, cursor: int) -> list[Completion]:
        """Return what may stand at the cursor of a filter, with the values that occur in the vacancy."""

        def look(reader: Reader) -> Mapping[str, tuple[str, ...]]:
            with reader.snapshot():
                table = self._room.tables.of(reader, reader.vacancy_key(vacancy))
                asked = [name for name in _COMPLETED if name in text]
                hidden = self._hidden(reader, vacancy)
                found = {name: () if name in hidden else _occurring(table, name) for name in asked}
                if FINDING[:-1] in text:
                    found |= dict.fromkeys(table.criteria(), ())
                return found

        return completions(text, cursor, await self._room.read(look))

    async def views(self, vacancy: str | None = None) -> list[View]:
        """Return the saved views of the store: those of every vacancy, and those of the named one."""

        def look(reader: Reader) -> list[View]:
            own = None if vacancy is None else f"V{reader.vacancy_key(vacancy)}"
            found = (_view(name, value) for name, value in reader.settings(_PREFIX).items())
            kept = [view for view in found if view.vacancy in {None, own}]
            return sorted(kept, key=lambda view: fold(view.name))

        return await self._room.read(look)

    async def save_view(
        self,
        name: str,
        query: str,
        sort: str = "tier",
        *,
        vacancy: str | None = None,
        actor: str | None = None,
    ) -> Changed:
        """Keep a filter with its order under a name; an older one of that name gives way."""
        called = clean(name, limit=_LONGEST_NAME)
        if not called or "/" in called:
            problem = "a view needs a name of up to 60 characters, without a slash"
            raise Refused(problem, "choose another name")
        parse(query)

        def work(unit: Unit) -> None:
            setting = _setting(unit.reader, called, vacancy)
            value = json.dumps({"query": query, "sort": sort}, ensure_ascii=False)
            found = unit.reader.setting(setting)
            if found is None:
                unit.insert("setting", {"name": setting, "value": value})
            else:
                unit.update("setting", found[0], {"value": value})
            unit.summary = f"view {called!r} saved"

        done = await self._room.write("viewed", work, actor=actor)
        return Changed(done.summary, done.sequence)

    async def drop_view(self, name: str, *, vacancy: str | None = None, actor: str | None = None) -> Changed:
        """Take a saved view away; raises NotFound."""

        def work(unit: Unit) -> None:
            found = unit.reader.setting(_setting(unit.reader, name, vacancy))
            if found is None:
                problem = f"there is no view {name!r}"
                raise NotFound(problem, "list the views")
            unit.delete("setting", found[0])
            unit.summary = f"view {name!r} taken away"

        done = await self._room.write("viewed", work, actor=actor)
        return Changed(done.summary, done.sequence)


def _setting(reader: Reader, name: str, vacancy: str | None) -> str:
    place = "*" if vacancy is None else f"V{reader.vacancy_key(vacancy)}"
    return f"{_PREFIX}{place}/{name}"


def _view(setting: str, value: str) -> View:
    _, place, name = setting.split("/", 2)
    kept = json.loads(value)
    return View(name, kept["query"], kept["sort"], None if place == "*" else place)


def _occurring(table: VacancyTable, name: str) -> tuple[str, ...]:
    """Return the values of a field, commonest first."""
    return tuple(value.strip('"') for value, _ in _facet(table, name, None) if value != UNKNOWN)


def _facet(table: VacancyTable, name: str, inside: bytes | None) -> list[tuple[str, int]]:
    """Return the values of a field inside the filter with how many have them."""
    column = table.column(_FACTS.get(name, name))
    found: dict[str, int] = {}
    for value, count in column.counts(inside).items() if column else ():
        for one in _years(value) if name == "years" else _shown(value):
            found[one] = found.get(one, 0) + count
    if name == "years":
        order = [_range(step) for step in range(len(_STEPS))]
        return [(one, found[one]) for one in (*order, UNKNOWN) if one in found]
    return sorted(found.items(), key=lambda one: (one[0] == UNKNOWN, -one[1], one[0]))


def _shown(value: Hashable) -> tuple[str, ...]:
    """Return a fact as values of the filter language."""
    if isinstance(value, bool):
        return ("yes" if value else "no",)
    if isinstance(value, tuple):
        return tuple(dict.fromkeys(written(str(one)) for one in value)) or (UNKNOWN,)
    if value is None or value == "":
        return (UNKNOWN,)
    return (written(str(value).replace(" ", "-") if value in _OUTCOMES else str(value)),)


_OUTCOMES: Final = frozenset({"not met", "cannot tell"})


def _years(value: Hashable) -> tuple[str, ...]:
    """Return the ranges into which experience can fall: several where its dates are imprecise."""
    if not isinstance(value, tuple):
        return (UNKNOWN,)
    low, high = value
    ends = (*_STEPS[1:], math.inf)
    return tuple(
        _range(place)
        for place, (start, end) in enumerate(zip(_STEPS, ends, strict=True))
        if low / 12 < end and (math.inf if high is None else high) / 12 >= start
    )


def _range(place: int) -> str:
    return f">={_STEPS[place]}" if place == len(_STEPS) - 1 else f"{_STEPS[place]}..{_STEPS[place + 1]}"
