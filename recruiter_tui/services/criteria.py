"""Criteria of a vacancy: how they change before and after the freeze, who flips, and all versions (R43)."""

from __future__ import annotations

import asyncio
import datetime as dt
import json
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recruiter_tui.domain.crosswalk import CONVENTION, Crosswalk
from recruiter_tui.domain.errors import Conflict, NotFound, Refused
from recruiter_tui.domain.flips import Flip
from recruiter_tui.domain.notice_edit import edited, told, touches_criteria
from recruiter_tui.domain.requirement import Criterion
from recruiter_tui.domain.text import clean
from recruiter_tui.services.judging import policy_of
from recruiter_tui.services.notice_store import keep
from recruiter_tui.services.quiet import uncollected
from recruiter_tui.services.rejudging import Rejudging
from recruiter_tui.services.rows import policy_name, vacancy_id
from recruiter_tui.services.views import Changed
from recruiter_tui.store import codec, rulings
from recruiter_tui.store.kept import kept
from recruiter_tui.store.records import Screened as Kept
from recruiter_tui.store.records import VacancyRecord

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recruiter_tui.domain.notice_edit import Edit
    from recruiter_tui.services.archive import AsOf
    from recruiter_tui.services.room import Room
    from recruiter_tui.store.journal import Row
    from recruiter_tui.store.reading import Reader
    from recruiter_tui.store.records import Applicant as Filed
    from recruiter_tui.store.store import Store
    from recruiter_tui.store.writing import Unit

_CHUNK = 500
_PAUSE = 0.002  # seconds between chunks, so that a decision slips in
_ATTEMPTS = 3
_LONGEST_REASON = 20_000


@dataclass(frozen=True, slots=True)
class CriteriaChanged:
    """What a change of the criteria did: the version that holds now, and exactly who flipped."""

    changed: Changed
    version: int
    flips: tuple[Flip, ...] = ()


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the criteria as a person reads it."""

    number: int
    in_force: bool
    made_by: str
    made_at: str
    frozen_at: str | None
    digest: str
    policy: str | None
    """None for a first version under whatever policy the vacancy has."""
    crosswalk: Crosswalk
    reason: str
    changes: tuple[str, ...]
    previous: int | None
    criteria: tuple[Criterion, ...] = ()
    """What it asked for."""


@dataclass(frozen=True, slots=True)
class _Terms:
    """What a change asks for, worked out on the state that it was read from."""

    before: VacancyRecord
    after: VacancyRecord
    policy: str
    changes: tuple[str, ...]
    judged_anew: bool
    anchor: tuple[int, str]


@dataclass(frozen=True, slots=True)
class _Result:
    """Everybody judged under the new terms."""

    kept: tuple[Kept, ...]
    flips: tuple[Flip, ...]


class Criteria:
    """The use cases around criteria and their versions."""

    def __init__(self, room: Room) -> None:
        """Work on the room's store."""
        self._room = room

    async def change(
        self,
        vacancy: str,
        edits: Sequence[Edit] = (),
        *,
        policy: str | None = None,
        crosswalk: Crosswalk | None = None,
        reason: str | None = None,
        actor: str | None = None,
    ) -> CriteriaChanged:
        """Change criteria, policy or crosswalk, screen everybody again, and tell who flipped and why.

        Before the first verdict the version in force is edited. Afterwards a written reason is needed, a new
        version is made, and inputs and findings of the old one are archived. Undo takes either back. Raises
        Refused without that reason, Conflict where others kept writing meanwhile.
        """
        words = clean(reason or "", multiline=True, limit=_LONGEST_REASON).strip()
        for _ in range(_ATTEMPTS):
            terms = await self._room.store.submit(
                lambda store: self._terms(store, vacancy, edits, policy, crosswalk, actor)
            )
            number = terms.before.criteria.number
            if not terms.changes:
                return CriteriaChanged(Changed("nothing changed"), number)
            frozen = terms.before.criteria.frozen_at
            if frozen and terms.judged_anew and not words:
                problem = (
                    f"the criteria are frozen since {frozen[:16].replace('T', ' ')} UTC by the first verdict"
                )
                raise Refused(problem, "give a reason: everybody is then screened again under a new version")
            result = await self._judged(terms) if terms.judged_anew else _Result((), ())
            write = self._replace if frozen and terms.judged_anew else self._amend
            try:
                return await self._room.store.submit(
                    lambda store: write(store, terms, result, words, self._room.acting(actor))  # noqa: B023 - awaited at once
                )
            except _Moved:
                continue
            finally:
                self._room.forget_positions()
        problem = "the store was written to again and again while everybody was screened"
        raise Conflict(problem, "nothing was changed; try again when the others are done")

    async def preview(
        self,
        vacancy: str,
        edits: Sequence[Edit] = (),
        *,
        policy: str | None = None,
        crosswalk: Crosswalk | None = None,
    ) -> tuple[Flip, ...]:
        """Return who would flip; nothing is stored."""
        terms = await self._room.store.submit(
            lambda store: self._terms(store, vacancy, edits, policy, crosswalk, None)
        )
        return (await self._judged(terms)).flips if terms.judged_anew else ()

    async def versions(self, vacancy: str) -> tuple[Version, ...]:
        """Return all versions in their order, those that were taken back as well."""

        def ask(reader: Reader) -> tuple[Version, ...]:
            key = reader.vacancy_key(vacancy)
            held = reader.criteria(key).number
            return tuple(
                Version(
                    one.line.number,
                    one.line.number == held,
                    one.made_by,
                    one.made_at,
                    one.line.frozen_at,
                    one.line.digest,
                    one.record.policy if one.record else None,
                    one.record.crosswalk if one.record else CONVENTION,
                    one.record.reason if one.record else "",
                    one.record.changes if one.record else (),
                    one.record.previous if one.record else None,
                    codec.load_criteria(one.criteria),
                )
                for one in reader.criteria_versions(key)
            )

        return await self._room.read(ask)

    async def flips(self, vacancy: str, version: int) -> tuple[Flip, ...]:
        """Return who flipped when a version came into force; nobody for the first."""
        from recruiter_tui.services.archive import opened  # noqa: PLC0415 - seldom wanted

        def ask(reader: Reader) -> tuple[Flip, ...]:
            key = reader.vacancy_key(vacancy)
            for one in reader.criteria_versions(key):
                if one.line.number == version:
                    sha256 = one.record.archive if one.record else None
                    return opened(reader, sha256).flips if sha256 else ()
            problem = f"{vacancy_id(key)} has no criteria version {version}"
            raise NotFound(problem, "the versions are numbered from 1")

        return await self._room.read(ask)

    async def as_of(self, vacancy: str, version: int) -> AsOf:
        """Return the findings of a version as they were kept, each computed again from its stored inputs."""
        from recruiter_tui.services.reproducing import as_of  # noqa: PLC0415 - seldom wanted

        return await self._room.read(lambda reader: as_of(reader, vacancy, version))

    def _terms(
        self,
        store: Store,
        vacancy: str,
        edits: Sequence[Edit],
        policy: str | None,
        crosswalk: Crosswalk | None,
        actor: str | None,
    ) -> _Terms:
        """Work out what the change amounts to on the store as it stands."""
        anchor = store.anchor()
        with closing(store.reader()) as reader:
            before = reader.vacancy(reader.vacancy_key(vacancy))
        notice, changes = before.notice, []
        at = self._room.clock().astimezone(dt.UTC)
        for edit in edits:
            line = told(notice, edit)
            now = edited(notice, edit, self._room.acting(actor), at)
            if now != notice:
                changes.append(line)
            notice = now
        own = policy_of(policy_name(before.line), None)
        wanted = policy_of(policy_name(before.line), policy)
        if wanted != own:
            changes.append(f"policy {own.spec} becomes {wanted.spec}")
        placed = before.crosswalk or CONVENTION
        levels = placed if crosswalk is None else crosswalk
        if levels != placed:
            changes.append("the crosswalk of language levels was edited")
        after = before._replace(
            notice=notice, line=before.line._replace(policy=wanted.spec), crosswalk=levels
        )
        anew = any(map(touches_criteria, edits)) or wanted != own or levels != placed
        return _Terms(before, after, wanted.spec, tuple(changes), anew, anchor)

    async def _judged(self, terms: _Terms) -> _Result:
        """Screen everybody under the new terms, beside other work, and set the results against the old."""
        key = terms.before.line.key
        again = Rejudging(terms.before, terms.after)
        keys = await self._room.read(lambda reader: reader.roll(key, "key"))
        results: list[Kept] = []
        flipped: list[Flip] = []
        for start in range(0, len(keys), _CHUNK):
            chunk = keys[start : start + _CHUNK].tolist()

            def ask(reader: Reader) -> tuple[list[Filed], dict[int, Kept]]:
                with uncollected(), reader.snapshot():
                    return reader.applicants(key, chunk), kept(reader, chunk)  # noqa: B023 - awaited at once

            def work(filed: list[Filed], known: dict[int, Kept]) -> tuple[list[Kept], list[Flip]]:
                with uncollected():
                    return again.results(filed, known)

            found, changed = await asyncio.to_thread(work, *(await self._room.read(ask)))
            results += found
            flipped += changed
            await asyncio.sleep(_PAUSE)
        return _Result(tuple(results), tuple(flipped))

    def _amend(self, store: Store, terms: _Terms, result: _Result, words: str, actor: str) -> CriteriaChanged:
        """Edit the version in force, as one act: no verdict rests on it, or nothing that rules read moved."""
        key, criteria = terms.before.line.key, terms.before.criteria
        with store.write(actor, "criteria", subject=vacancy_id(key)) as unit:
            _still(terms, unit, store)
            keep(unit, key, terms.after.notice)
            text = codec.dump_criteria(terms.after.notice.criteria)
            if text != codec.dump_criteria(terms.before.notice.criteria):
                unit.update(
                    "criteria_version", criteria.key, {"criteria": text, "digest": codec.sha256(text)}
                )
            if terms.policy != policy_of(policy_name(terms.before.line), None).spec:
                unit.update("vacancy", key, {"policy": terms.policy})
            levels = terms.after.crosswalk or CONVENTION
            if levels != (terms.before.crosswalk or CONVENTION):
                found = unit.reader.setting(rulings.version_name(key, criteria.number))
                record = rulings.VersionRecord(terms.policy, levels)
                if found is not None:
                    record = rulings.load_version(found[1])._replace(crosswalk=levels)
                put_setting(unit, rulings.version_name(key, criteria.number), rulings.dump_version(record))
            unit.put_screenings(result.kept)
            _tell(unit, key, terms, result, words)
        return _changed(unit, key, result, criteria.number)

    def _replace(
        self, store: Store, terms: _Terms, result: _Result, words: str, actor: str
    ) -> CriteriaChanged:
        """Make a new version and put it in force; the old one's inputs and findings are archived first.

        Two acts: the version with the archive stays for ever, and only its coming into force can be undone.
        """
        from recruiter_tui.services.archive import packed  # noqa: PLC0415 - only frozen criteria need it

        key, criteria = terms.before.line.key, terms.before.criteria
        name = vacancy_id(key)
        with store.write(actor, "criteria", subject=name, undoable=False) as unit:
            _still(terms, unit, store)
            number = max(one.line.number for one in unit.reader.criteria_versions(key)) + 1
            own = policy_of(policy_name(terms.before.line), None).spec
            paper = packed(unit.reader, terms.before, own, result.flips)
            unit.keep([paper])
            text = codec.dump_criteria(terms.after.notice.criteria)
            made: Row = {"made_by": actor, "made_at": unit.act.at, "frozen_at": unit.act.at}
            values: Row = {
                "vacancy_id": key,
                "number": number,
                "criteria": text,
                "digest": codec.sha256(text),
            }
            version = unit.insert("criteria_version", values | made)
            levels = terms.after.crosswalk or CONVENTION
            record = rulings.VersionRecord(
                terms.policy, levels, words, terms.changes, criteria.number, paper.sha256
            )
            put_setting(unit, rulings.version_name(key, number), rulings.dump_version(record))
            unit.summary = f"criteria version {number} of {name} written"
            unit.detail(f"version {criteria.number} archived, SHA-256 {paper.sha256}")
        drafted = unit.sequence
        with store.write(actor, "criteria", subject=name) as unit:
            if store.anchor()[0] != drafted:
                raise _Moved
            put_setting(unit, rulings.in_force(key), json.dumps({"number": number}))
            unit.update("vacancy", key, {"policy": terms.policy})
            keep(unit, key, terms.after.notice)
            unit.put_screenings([one._replace(criteria_version=version) for one in result.kept])
            _tell(unit, key, terms, result, words)
        return _changed(unit, key, result, number)


class _Moved(Exception):
    """Somebody wrote while everybody was screened, so that the results may not hold."""


def _still(terms: _Terms, unit: Unit, store: Store) -> None:
    """Raise where the store is no longer the one that the change was worked out on."""
    if store.anchor() != terms.anchor:
        raise _Moved
    unit.row("vacancy", terms.before.line.key)


def put_setting(unit: Unit, name: str, value: str) -> None:
    """Write a setting of the store."""
    found = unit.reader.setting(name)
    if found is None:
        unit.insert("setting", {"name": name, "value": value})
    else:
        unit.update("setting", found[0], {"value": value})


def _tell(unit: Unit, key: int, terms: _Terms, result: _Result, words: str) -> None:
    """Say what was done: what changed, how many flipped, and why it was changed."""
    who = len({flip.key for flip in result.flips})
    what = terms.changes[0] if len(terms.changes) == 1 else f"{len(terms.changes)} changes"
    unit.summary = f"criteria of {vacancy_id(key)}: {what}" + (
        f"; {who} flipped" if terms.judged_anew else ""
    )
    for line in (*terms.changes, *((f"reason: {words}",) if words else ())):
        unit.detail(line)


def _changed(unit: Unit, key: int, result: _Result, number: int) -> CriteriaChanged:
    keys = tuple(one.application for one in result.kept)
    changed = Changed(unit.summary, unit.sequence, keys, (vacancy_id(key),))
    return CriteriaChanged(changed, number, result.flips)


__all__ = ["Criteria", "CriteriaChanged", "Version", "put_setting"]
