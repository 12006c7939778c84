"""Persons across applications: who may be the same; merged and parted again by persons alone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from recruiter_tui.domain.duplicates import Pair, groups
from recruiter_tui.domain.errors import Conflict, NotFound, Refused
from recruiter_tui.domain.merging import FIELDS, Which, merged
from recruiter_tui.services.judging import rescreen
from recruiter_tui.services.person_views import Applied, DuplicateGroup, Merge, Person, Separation
from recruiter_tui.services.rows import vacancy_id
from recruiter_tui.services.views import Changed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from recruiter_tui.domain.person import Candidate
    from recruiter_tui.services.history import History
    from recruiter_tui.services.room import Room
    from recruiter_tui.store.reading import Reader
    from recruiter_tui.store.writing import Unit

_APART = "apart/"
_MERGED = "merged/"


class Persons:
    """The use cases around who is whom."""

    def __init__(self, room: Room, history: History) -> None:
        """Work on the room's store; the history turns merges round."""
        self._room = room
        self._history = history

    # -- who may be whom -----------------------------------------------------------------------------

    async def duplicates(
        self,
        vacancy: str | None = None,
        *,
        progress: Callable[[int, int | None], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> list[DuplicateGroup]:
        """Return the groups of candidates who may be one person, the strongest evidence first.

        With a vacancy, only groups in which somebody applied to it; the others of a group may have applied
        elsewhere. Pairs of whom a person said that they are not the same are left out. `cancelled` is asked
        between steps; then Refused is raised, and so it is for a vacancy that is read blind. People whom
        another blind vacancy hides are left out.
        """
        from recruiter_tui.services.duplicate_search import everybody
        from recruiter_tui.services.steps import Steps

        steps = Steps("the search", progress=progress, cancelled=cancelled)
        month = self._month()
        if vacancy is not None:
            await self._room.read(
                lambda reader: self._room.curtain.refuse(reader, reader.vacancy_key(vacancy))
            )

        def who(reader: Reader) -> set[int]:
            return reader.people.who_applied(reader.vacancy_key(vacancy or ""))

        pairs = await everybody(self._room, month, steps, None if vacancy is None else who)

        def ask(reader: Reader) -> list[DuplicateGroup]:
            apart = {(one.one, one.other) for one in _separations(reader)}
            hidden = self._room.curtain.candidates(reader)
            return _grouped(
                reader,
                [
                    pair
                    for pair in pairs
                    if (pair.one, pair.other) not in apart and not {pair.one, pair.other} & hidden
                ],
            )

        return await self._room.read(ask)

    async def alike(self, candidate: int) -> list[Pair]:
        """Return who may be the same person as one candidate, the strongest evidence first."""
        from recruiter_tui.services.duplicate_search import newcomer

        month = self._month()

        def ask(reader: Reader) -> list[Pair]:
            apart = {(one.one, one.other) for one in _separations(reader)}
            return [
                pair for pair in newcomer(reader, candidate, month) if (pair.one, pair.other) not in apart
            ]

        return await self._room.read(ask)

    async def person(self, candidate: int) -> Person:
        """Return one person with all facts, papers and applications; raises NotFound."""
        [found] = await self.people([candidate])
        return found

    async def people(self, candidates: Sequence[int]) -> list[Person]:
        """Return persons in the order of `candidates`; raises NotFound for the first who is gone."""

        def ask(reader: Reader) -> list[Person]:
            with reader.snapshot():
                versions = reader.people.versions(candidates)
                applied = reader.people.applied(candidates)
                return [
                    _person(
                        key,
                        reader.people.candidate(key),
                        versions[key],
                        [
                            Applied(
                                one.key,
                                one.application,
                                vacancy_id(one.vacancy),
                                one.title,
                                one.received,
                                one.disposition,
                            )
                            for one in applied
                            if one.candidate == key
                        ],
                    )
                    for key in candidates
                ]

        return await self._room.read(ask)

    def _month(self) -> int:
        today = self._room.clock()
        return today.year * 12 + today.month - 1

    # -- merging and parting -------------------------------------------------------------------------

    async def merge(
        self,
        keep: int,
        other: int,
        choices: Mapping[str, Which],
        *,
        actor: str | None = None,
        expected: Mapping[int, int] | None = None,
    ) -> Changed:
        """Make one person of two records: facts as chosen, papers of both, all applications moved.

        A field without a choice stays as `keep` has it. Everything that the rules read anew is screened again
        in the same act. Raises Conflict where a record moved since the version in `expected` was seen.
        """
        known = {one.id: one.is_list for one in FIELDS}
        for name, which in choices.items():
            if name not in known or (which is Which.BOTH and not known[name]):
                problem = f"{name!r} cannot be {which.value}"
                raise Refused(problem, "choose one of the two records for every field")
        if keep == other:
            problem = "a person cannot be merged with him- or herself"
            raise Refused(problem, "name two records")

        def work(unit: Unit) -> set[int]:
            for key in (keep, other):
                unit.row("candidate", key)
                if expected is not None and key in expected:
                    unit.update("candidate", key, {}, expected=expected[key])
            return _merge(unit, keep, other, choices)

        done = await self._room.write("merged", work, actor=actor, subject=_subject(keep, other))
        return await self._changed(done.summary, done.sequence, done.result)

    async def unmerge(self, other: int, *, actor: str | None = None) -> Changed:
        """Part two records again, exactly as they were, at any time; `other` is the one that went.

        Raises NotFound where it was not merged, and Conflict where the merged record was changed since.
        """
        acting = self._room.acting(actor)
        found = await self._room.read(lambda reader: reader.setting(f"{_MERGED}{other}"))
        if found is None:
            problem = "this record was not merged into another"
            raise NotFound(problem, "the list of duplicates names the merges that stand")
        keep = int(json.loads(found[1])["keep"])
        try:
            return await self._history.turn(
                "parted again",
                lambda store, then: store.take_back_act(
                    acting, "unmerged", ("merged", _subject(keep, other)), then
                ),
            )
        except Conflict as conflict:
            problem = "the merged record was changed since, so the two cannot be parted as they were"
            raise Conflict(problem, "take back first what was changed; the history lists it") from conflict

    async def merges(self) -> list[Merge]:
        """Return the merges that stand, the newest first."""
        found = await self._room.read(lambda reader: reader.settings(_MERGED))
        told = [
            Merge(said["keep"], int(name.removeprefix(_MERGED)), said["name"], said["by"], said["at"])
            for name, value in found.items()
            for said in (json.loads(value),)
        ]
        return sorted(told, key=lambda one: one.at, reverse=True)

    async def keep_apart(self, pairs: Iterable[tuple[int, int]], *, actor: str | None = None) -> Changed:
        """Remember that candidates are not the same person, with who said so and when."""
        wanted = [(min(pair), max(pair)) for pair in pairs]
        if not wanted:
            problem = "nobody is named"
            raise Refused(problem, "name two records")

        def work(unit: Unit) -> int:
            value = json.dumps({"by": unit.act.actor, "at": unit.act.at}, ensure_ascii=False)
            fresh = 0
            for one, other in wanted:
                for key in (one, other):
                    unit.row("candidate", key)
                name = f"{_APART}{one}+{other}"
                if unit.reader.setting(name) is None:
                    unit.insert("setting", {"name": name, "value": value})
                    fresh += 1
            unit.summary = "not the same person" if fresh == 1 else f"{fresh} pairs are not the same person"
            return fresh

        done = await self._room.write("parted", work, actor=actor)
        return Changed(done.summary, done.sequence) if done.result else Changed("this was said already")

    async def separations(self) -> list[Separation]:
        """Return who was said not to be the same person."""
        return await self._room.read(_separations)

    async def _changed(self, summary: str, sequence: int, keys: set[int]) -> Changed:
        """Return what lists must read again."""
        lines = await self._room.read(lambda reader: reader.rows(sorted(keys)))
        return Changed(
            summary,
            sequence,
            applications=tuple(line.key for line in lines),
            vacancies=tuple(vacancy_id(key) for key in sorted({line.vacancy for line in lines})),
        )


def _merge(unit: Unit, keep: int, other: int, choices: Mapping[str, Which]) -> set[int]:
    """Write the one record, move the applications, take the other record away; return the applications."""
    people = unit.reader.people
    one, gone = people.candidate(keep), people.candidate(other)
    moved = unit.reader.applications_of(other)
    unit.put_candidate(keep, merged(one, gone, choices))
    for key in moved:
        unit.update("application", key, {"candidate_id": keep})
    name = str(unit.row("candidate", other)["name"])
    unit.delete("candidate_facts", other)
    unit.delete("candidate", other)
    value = {"keep": keep, "name": name, "by": unit.act.actor, "at": unit.act.at}
    unit.insert("setting", {"name": f"{_MERGED}{other}", "value": json.dumps(value, ensure_ascii=False)})
    concerned = set(unit.reader.applications_of(keep))
    rescreen(unit, concerned)
    unit.summary = f"{name} merged: {len(concerned)} applications of one person"
    for field, which in sorted(choices.items()):
        if which is not Which.KEEP:
            unit.detail(f"{field}: {which.value}")
    return concerned


def _subject(keep: int, other: int) -> str:
    """Return how the journal names a merge without naming a person."""
    return f"P{keep}+P{other}"


def _separations(reader: Reader) -> list[Separation]:
    """Return who was said not to be the same person."""
    found = []
    for name, value in reader.settings(_APART).items():
        one, _, other = name.removeprefix(_APART).partition("+")
        said = json.loads(value)
        found.append(Separation(int(one), int(other), said["by"], said["at"]))
    return found


def _grouped(reader: Reader, pairs: Sequence[Pair]) -> list[DuplicateGroup]:
    """Return pairs as groups, the strongest evidence first."""
    ordered = sorted(pairs, key=lambda pair: (-pair.weight, pair.one, pair.other))
    place = {key: members for members in groups(ordered) for key in members}
    names = {line.key: line.name for line in reader.people.lines(place)}
    by_group: dict[tuple[int, ...], list[Pair]] = {}
    for pair in ordered:
        by_group.setdefault(place[pair.one], []).append(pair)
    return [
        DuplicateGroup(members, tuple(found), {key: names.get(key, "") for key in members})
        for members, found in by_group.items()
    ]


def _person(key: int, candidate: Candidate, version: int, applied: Sequence[Applied]) -> Person:
    """Return one person as screens show him or her."""
    parts = (candidate.given_name.value, candidate.family_name.value)
    name = candidate.name.value or " ".join(part for part in parts if part)
    return Person(key, name, candidate, tuple(applied), version)
