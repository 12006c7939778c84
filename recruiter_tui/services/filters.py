"""What helps to filter: facets with live counts, completion from what occurs, saved and named views."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.query import parse
from recruiter_tui.domain.query_completion import Completion, Values, completions, written
from recruiter_tui.domain.query_fields import FINDING, UNKNOWN, find_field
from recruiter_tui.services.curtain import PERSONAL
from recruiter_tui.services.saved_views import SavedViews, View

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from recruiter_tui.domain.query_columns import Column
    from recruiter_tui.services.columns import VacancyTable
    from recruiter_tui.store.reading import Reader

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
__all__ = ["FACETS", "Filters", "View", "meaning"]

_STEPS: Final = (0, 2, 5, 7, 10, 15)
"""Years at which the facet of experience begins a new range."""
WARMED: Final = ("name", "order", *FACETS, "received")
"""What is read before the first filter asks for it."""
_RECENT: Final = "filters"
_MOST_RECENT: Final = 50


class Filters(SavedViews):
    """The use cases around filters."""

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
                found = {name: [] if name in hidden else _facet(table, name, inside) for name in fields}
                crowd = self._room.curtain.crowd(reader) if hidden and found.get("tag") else None
                if crowd is not None:
                    found["tag"] = [one for one in found["tag"] if not crowd.told_by(one[0])]
                return found

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
        """Return what may stand at the cursor of a filter, with the values that occur in the vacancy.

        A value says what it stands for and how many have it.
        """

        def look(reader: Reader) -> Values:
            with reader.snapshot():
                table = self._room.tables.of(reader, reader.vacancy_key(vacancy))
                hidden = self._hidden(reader, vacancy)
                found: dict[str, Mapping[str, str]] = {
                    name: _occurring(table, name)
                    for name in FACETS
                    if name not in hidden and _asked_for(name, text)
                }
                if FINDING[:-1] in text:
                    found |= {name: {} for name in table.criteria()}
                return found

        return completions(text, cursor, await self._room.read(look))

    async def warm(self, vacancy: str, sort: str = "tier") -> None:
        """Read what filters of a vacancy look at most, so that the first one is as fast as the next.

        One column after the other, names and order first, so that nothing else waits long; to be called
        beside other work.
        """
        by = sort.removeprefix("-")
        for name in WARMED:
            fact = _FACTS.get(name, name)
            await self._read_beside(vacancy, fact)

            def column(reader: Reader, fact: str = fact) -> None:
                with reader.snapshot():
                    self._room.tables.of(reader, reader.vacancy_key(vacancy)).warm(fact, _FACTS.get(by, by))

            await self._room.read(column)

    async def _read_beside(self, vacancy: str, fact: str) -> None:
        """Read what a column consists of in the thread for long questions: filters do not wait for it."""
        from recruiter_tui.services.cells import read_beside, stored

        for name in stored(fact):
            made, seen = await self._room.store.read_long(partial(read_beside, vacancy=vacancy, name=name))

            def take(reader: Reader, name: str = name, made: Column = made, seen: int = seen) -> None:
                with reader.snapshot():
                    self._room.tables.of(reader, reader.vacancy_key(vacancy)).take(name, made, seen)

            await self._room.read(take)

    def recent(self) -> tuple[str, ...]:
        """Return this person's latest filters on this store, newest first (sync, one small file)."""
        kept = self._room.desk.get(_RECENT)
        return tuple(str(one) for one in kept) if isinstance(kept, list) else ()

    def remember(self, query: str) -> None:
        """Keep a filter among the latest ones (sync)."""
        said = query.strip()
        if said:
            before = [one for one in self.recent() if one != said]
            self._room.desk.put(_RECENT, [said, *before][:_MOST_RECENT])


def _asked_for(name: str, text: str) -> bool:
    """Tell whether a filter that is being typed may be about a field, under any of its names."""
    field = find_field(name)
    names = (name, *field.aliases) if field else (name,)
    return any(one in text for one in names)


def _occurring(table: VacancyTable, name: str) -> Mapping[str, str]:
    """Return the values of a field, commonest first, with what each stands for and how many have it."""
    return {
        value.strip('"'): " · ".join(filter(None, (meaning(name, value), f"{count:,}")))
        for value, count in _facet(table, name, None)
    }


def meaning(name: str, value: str) -> str:
    """Return what a code of a country or language stands for; nothing for any other value."""
    from recruiter_tui.reference import countries, languages

    if value == UNKNOWN or name not in _CODED:
        return ""
    told = languages.name(value) if name == "language" else countries.name(value)
    return "" if told == value else told


_CODED: Final = frozenset({"language", "nationality", "residence"})


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
