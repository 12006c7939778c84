"""The columns of a vacancy that filters and facets run over: read once, then kept in step by the journal."""

from __future__ import annotations

from bisect import bisect_left
from functools import partial
from itertools import compress, islice
from typing import TYPE_CHECKING, Any, Final

from recruiter_tui.domain.query import Condition, Query, QueryError
from recruiter_tui.domain.query_columns import (
    NO,
    OPEN,
    YES,
    Column,
    day_of,
    evaluate,
    marked,
    picking,
)
from recruiter_tui.domain.query_fields import FINDING
from recruiter_tui.domain.searching import holds, holds_as_spelled
from recruiter_tui.services.cells import shaped, shaped_column
from recruiter_tui.services.veiled import Veil
from recruiter_tui.store import facts
from recruiter_tui.store.search import phrase_expression

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Hashable, Mapping, Sequence

    from recruiter_tui.services.room import Room
    from recruiter_tui.store.reading import Reader

    Picking = Callable[[bytes], Sequence[int]]

_MOST_CHANGES: Final = 2_000
"""Rows written since the last look from which everything is read again."""
_MOST_VACANCIES: Final = 3
_ENTITIES: Final[Mapping[str, str]] = {"application": "application.", "screening": "screening."}
_STILL: Final = frozenset({"event", "setting", "batch", "document", "note", "override", "candidate_facts"})
_VERDICTS: Final = frozenset({"application", "note", "setting", "event"})
_BY_VERDICT: Final = frozenset({"disposition", "rank", "received", "application"})
"""The orders that a change of applications alone can move."""
_CODED: Final = frozenset({"language", "nationality", "residence"})


class Tables:
    """The columns of the vacancies that were filtered last; used in the reading thread alone."""

    def __init__(self, room: Room) -> None:
        """Keep nothing yet."""
        self._room = room
        self._kept: dict[int, VacancyTable] = {}

    def of(self, reader: Reader, vacancy: int) -> VacancyTable:
        """Return a vacancy's columns as they stand now."""
        table = self._kept.pop(vacancy, None)
        if table is None or not table.renewed(reader):
            table = VacancyTable(self._room, reader, vacancy)
        self._kept[vacancy] = table
        while len(self._kept) > _MOST_VACANCIES:
            del self._kept[next(iter(self._kept))]
        return table

    def ordered(self, reader: Reader, vacancy: int, sort: str) -> array[int] | None:
        """Return all keys in an order that is known since a filter was asked; None where none is."""
        if vacancy not in self._kept:
            return None
        with reader.snapshot():
            return self.of(reader, vacancy).known_order(sort)

    def passing(self, reader: Reader, vacancy: int, query: Query, sort: str) -> array[int]:
        """Return the keys that a filter lets through, in the order of `sort`."""
        with reader.snapshot():
            keys, picked, _count = self._inside(reader, vacancy, query, sort)
            found = keys[:0]
            found.extend(compress(keys, picked))
            return found

    def begin(
        self, reader: Reader, vacancy: int, query: Query, sort: str, first: int, reaching: int | None
    ) -> tuple[array[int], int]:
        """Return the first keys that a filter lets through in the order of `sort`, and how many it does.

        They go on behind the key `reaching`, if it is let through.
        """
        with reader.snapshot():
            keys, picked, count = self._inside(reader, vacancy, query, sort)
            found = keys[:0]
            found.extend(islice(compress(keys, picked), first))
            if reaching is not None and len(found) < count and reaching not in found:
                place = keys.index(reaching) if reaching in keys else 0
                if picked[place]:
                    first += sum(picked[:place])
                    found = keys[:0]
                    found.extend(islice(compress(keys, picked), first))
            return found, count

    def _inside(
        self, reader: Reader, vacancy: int, query: Query, sort: str
    ) -> tuple[array[int], Sequence[int], int]:
        """Return all keys in their order, 1 for each that is let through, and how many are."""
        table = self.of(reader, vacancy)
        inside = table.marked(query)
        keys, pick = table.order(sort)
        return keys, pick(inside), inside.count(1)


class VacancyTable:
    """The columns of one vacancy, each read when a filter first asks for it."""

    def __init__(self, room: Room, reader: Reader, vacancy: int) -> None:
        """Read the keys; columns follow."""
        self._room = room
        self._reader = reader
        self.vacancy = vacancy
        self._seen = facts.sequence(reader)
        self.keys = reader.roll(vacancy, "key")
        self.size = len(self.keys)
        self._counted = facts.counted(reader, vacancy)
        self._columns: dict[str, Column] = {}
        self._criteria: list[str] | None = None
        self._veil = Veil(room, vacancy)
        self._orders: dict[str, tuple[array[int], Picking]] = {}
        self._answer: tuple[str, bytes] | None = None
        """The filter that was asked last, and its verdicts."""

    def renewed(self, reader: Reader) -> bool:
        """Bring the columns in step with what was written since; False where all must be read again."""
        self._reader = reader
        now = facts.sequence(reader)
        if now == self._seen:
            return True
        changed = facts.touched(reader, self._seen, _MOST_CHANGES)
        if changed is None or changed.keys() - (_ENTITIES.keys() | _STILL | {"candidate"}):
            return False
        if "batch" in changed or facts.counted(reader, self.vacancy) != self._counted:
            return False
        self._seen = now
        self._answer = None
        self._veil.lift()
        keys = {entity: [key for key in changed.get(entity, ()) if self._has(key)] for entity in _ENTITIES}
        people = [*changed.get("candidate", ()), *changed.get("candidate_facts", ())]
        keys["candidate"] = [
            key for key in facts.applications_of(reader, "candidate", people) if self._has(key)
        ]
        moved = _BY_VERDICT if changed.keys() <= _VERDICTS else {sort.split()[0] for sort in self._orders}
        self._orders = {sort: order for sort, order in self._orders.items() if sort.split()[0] not in moved}
        self._patch(keys, changed)
        return True

    def _patch(self, keys: Mapping[str, list[int]], changed: Mapping[str, list[int]]) -> None:
        """Read the changed cells again; what is made of several facts is made anew when asked for."""
        if keys["screening"] or "override" in changed:
            self._criteria = None
        for name in list(self._columns):
            sql = facts.COLUMNS.get(name)
            if sql is None:
                if name.startswith(FINDING) and not keys["screening"] and "override" not in changed:
                    continue
                del self._columns[name]
                continue
            rows = {key for entity, found in keys.items() if f"{entity}." in sql for key in found}
            for key, value in facts.cells(self._reader, self.vacancy, name, rows).items() if rows else ():
                self._columns[name].put(bisect_left(self.keys, key), shaped(name, value))

    def _has(self, key: int) -> bool:
        """Tell whether an application is one of the rows, which are in the order of their keys."""
        place = bisect_left(self.keys, key)
        return place < self.size and self.keys[place] == key

    def take(self, name: str, column: Column, seen: int) -> None:
        """Take a column that was read elsewhere, unless something was written since it was."""
        if seen == self._seen:
            self._columns.setdefault(name, column)

    def warm(self, name: str, sort: str) -> None:
        """Read one column, with what comparing its texts needs, or the `order` of all keys by `sort`."""
        if name == "order":
            self.order(sort)
        elif (column := self.column(name)) is not None:
            if name == "name":
                _ = column.folded
            self.column(f"{name}_day")

    def order(self, sort: str) -> tuple[array[int], Picking]:
        """Return all keys in the order of `sort`, and what brings the cells of a column into it.

        Only the latest order is kept: each takes some bytes for everybody.
        """
        if sort not in self._orders:
            keys = self._reader.roll(self.vacancy, sort)
            self._orders = {sort: (keys, picking(map(partial(bisect_left, self.keys), keys)))}
        return self._orders[sort]

    def known_order(self, sort: str) -> array[int] | None:
        """Return all keys in an order if it is kept; a copy, for whoever asked may turn it round."""
        return self._orders[sort][0][:] if sort in self._orders else None

    def verdicts(self, query: Query) -> bytes:
        """Return the verdict of a filter on every row; raises QueryError for a criterion nobody knows."""
        self._room.curtain.check(self._reader, self.vacancy, query)
        for condition in query.conditions:
            self._check(condition)
        if self._answer is None or self._answer[0] != query.text:
            self._answer = query.text, evaluate(query, self)
        return self._answer[1]

    def marked(self, query: Query) -> bytes:
        """Return 1 for every row that the filter lets through, else 0."""
        return marked(self.verdicts(query))

    def column(self, name: str) -> Column | None:
        """Return a column of the filter language, read at the first question."""
        if name not in self._columns:
            made = self._made(name)
            if made is None:
                return None
            self._columns[name] = made
        return self._columns[name]

    def _made(self, name: str) -> Column | None:
        if name in facts.COLUMNS:
            return Column(shaped_column(self._reader, self.vacancy, name))
        if name.startswith(FINDING):
            return self._findings().get(name)
        if name in _MADE:
            return Column(_MADE[name](self))
        return None

    def raw(self, name: str) -> list[Any]:
        """Return the values of a column row by row."""
        column = self.column(name)
        if column is None:
            return [None] * self.size
        values = column.values
        return [values[code] for code in column.codes]

    def _findings(self) -> dict[str, Column]:
        """Return the standing outcome of every criterion, a column each."""
        from recruiter_tui.store.kept import standings

        found = standings(self._reader, self.vacancy, self.keys)
        rows = [found.get(key, {}) for key in self.keys]
        names = sorted({name for row in rows for name in row})
        for name in names:
            self._columns[FINDING + name.lower()] = Column(row.get(name) for row in rows)
        return self._columns

    def criteria(self) -> list[str]:
        """Return the names under which single findings can be asked for."""
        if self._criteria is None:
            self._findings()
            self._criteria = sorted(name for name in self._columns if name.startswith(FINDING))
        return self._criteria

    def _check(self, condition: Condition) -> None:
        name = condition.field.name
        if name.startswith(FINDING) and self.size and self.column(name) is None:
            known = ", ".join(self.criteria()) or "nothing: nobody was screened yet"
            message = f"there is no criterion {name.removeprefix(FINDING)!r} here"
            raise QueryError(message, max(0, condition.position - len(name) - 1), f"one of {known}")

    def solved(self, condition: Condition) -> bytes | None:
        """Return the verdicts of conditions that an index or the reference lists answer better."""
        if condition.field.name == "text":
            return self._text(condition)
        if condition.field.name in _CODED and not condition.test.asks_for_unknown:
            return self._coded(condition)
        return None

    def _text(self, condition: Condition) -> bytes:
        """Return who bears words in papers or notes; without any paper nobody can tell."""
        test = condition.test
        papers = self.raw("has_papers")
        if test.asks_for_unknown:
            told = (NO, YES) if test.operator == "!=" else (YES, NO)
            return bytes(told[bool(one)] for one in papers)
        expression = phrase_expression(test.words, whole=test.whole)
        found = facts.matching(self._reader, self.vacancy, expression) if expression else set()
        if test.operator == "=":
            bodies = facts.texts(self._reader, found)
            found = {key for key, body in bodies.items() if holds_as_spelled(body, test.words)}
        for key, note in self._reader.note_texts(self.vacancy).items():
            same = holds_as_spelled(note, test.words) if test.operator == "=" else None
            if same or (same is None and holds(note, test.words, whole=test.whole)):
                found.add(key)
        found = self._veil.still_found(
            self._reader,
            found,
            lambda text: (
                holds_as_spelled(text, test.words)
                if test.operator == "="
                else holds(text, test.words, whole=test.whole)
            ),
        )
        yes, no = (NO, YES) if test.operator == "!=" else (YES, NO)
        return bytes(
            yes if key in found else no if has else OPEN for key, has in zip(self.keys, papers, strict=True)
        )

    def _coded(self, condition: Condition) -> bytes | None:
        """Return who has a country or language that was written by any of its names."""
        from dataclasses import replace

        from recruiter_tui.reference import countries, languages

        asked, test = condition.field, condition.test
        find = languages.code if asked.name == "language" else countries.code
        code = find(test.words) if len(test.words) > 2 else None  # noqa: PLR2004 - two letters are a code
        column = self.column(asked.key or asked.name)
        if code is None or column is None:
            return None
        by_code = replace(test, needle=code.lower())
        name = asked.key or asked.name
        known = {True: YES, None: OPEN, False: NO}
        return column.spread(bytes(known[asked.holds(by_code, {name: value})] for value in column.values))


def _months(table: VacancyTable) -> list[Hashable]:
    """Return the bounds of experience, None where nobody was screened."""
    pairs = zip(table.raw("months_low"), table.raw("months_high"), strict=True)
    return [None if low is None else (low, high) for low, high in pairs]


def _notes(table: VacancyTable) -> list[Hashable]:
    """Return verdict's note and remarks together."""
    remarks = table._reader.note_texts(table.vacancy)  # noqa: SLF001 - one module
    own = zip(table.keys, table.raw("verdict_note"), strict=True)
    return ["\n".join(filter(None, (note, remarks.get(key)))) or None for key, note in own]


def _ranks(table: VacancyTable) -> list[Hashable]:
    """Return places on the shortlist."""
    places = table._room.positions(table._reader, [table.vacancy])  # noqa: SLF001 - one module
    return [places.get(key) for key in table.keys]


_MADE: Final[Mapping[str, Callable[[VacancyTable], list[Hashable]]]] = {
    "months": _months,
    "note": _notes,
    "rank": _ranks,
    "received_day": lambda table: [day_of(one) for one in table.raw("received")],
    "decided_at_day": lambda table: [day_of(one) for one in table.raw("decided_at")],
}
