"""Criteria of a vacancy: how they change before and after the freeze, who flips, and all versions (R43)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from recruiter_tui.domain.crosswalk import CONVENTION, Crosswalk
from recruiter_tui.domain.errors import Conflict, NotFound, Refused
from recruiter_tui.domain.requirement import Criterion
from recruiter_tui.domain.text import clean
from recruiter_tui.services.enforcing import CriteriaChanged, Moved, amend, renew
from recruiter_tui.services.everybody import Result, judged_beside
from recruiter_tui.services.rows import vacancy_id
from recruiter_tui.services.terms import Wish, worked_out
from recruiter_tui.services.views import Changed
from recruiter_tui.store import codec

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recruiter_tui.domain.flips import Flip
    from recruiter_tui.domain.notice_edit import Edit
    from recruiter_tui.services.archive import AsOf
    from recruiter_tui.services.room import Room
    from recruiter_tui.services.steps import Steps
    from recruiter_tui.store.reading import Reader

_ATTEMPTS = 3
_LONGEST_REASON = 20_000


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
        steps: Steps | None = None,
    ) -> CriteriaChanged:
        """Change criteria, policy or crosswalk, screen everybody again, and tell who flipped and why.

        Before the first verdict the version in force is edited. Afterwards a written reason is needed, a new
        version is made, and inputs and findings of the old one are archived. Undo takes either back. Raises
        Refused without that reason, Conflict where others kept writing meanwhile. `steps` is told how many
        are judged, and may call it off until the results are written.
        """
        words = clean(reason or "", multiline=True, limit=_LONGEST_REASON).strip()
        wish = Wish(vacancy, edits, policy, crosswalk, actor)
        async with self._room.undisturbed():
            return await self._changed(wish, words, steps)

    async def _changed(self, wish: Wish, words: str, steps: Steps | None) -> CriteriaChanged:
        """Judge everybody and write the results, again where others wrote meanwhile."""
        for _ in range(_ATTEMPTS):
            terms = await self._room.read(lambda reader: worked_out(reader, self._room, wish))
            number = terms.before.criteria.number
            if not terms.changes:
                return CriteriaChanged(Changed("nothing changed"), number)
            frozen = terms.before.criteria.frozen_at
            if frozen and terms.judged_anew and not words:
                problem = (
                    f"the criteria are frozen since {frozen[:16].replace('T', ' ')} UTC by the first verdict"
                )
                raise Refused(problem, "give a reason: everybody is then screened again under a new version")
            if frozen and terms.judged_anew and await self._room.settling.catch_up(terms.before.line.key):
                # the archive wants all findings, and nobody should wait for them behind its one write
                terms = await self._room.read(lambda reader: worked_out(reader, self._room, wish))
            result = Result()
            if terms.judged_anew:
                result = await judged_beside(self._room, terms.before, terms.after, steps)
            write = partial(renew, made=self._room.ahead.made) if frozen and terms.judged_anew else amend
            try:
                done = await self._room.store.submit(
                    lambda store: write(store, terms, result, words, self._room.acting(wish.actor))  # noqa: B023 - awaited at once
                )
            except Moved:
                continue
            if result.touched is not None:
                self._room.settling.begin(terms.before.line.key)
            return done
        problem = "the store was written to again and again while everybody was screened"
        raise Conflict(problem, "nothing was changed; try again when the others are done")

    async def prepare(self, vacancy: str) -> None:
        """Make ready what a change needs, beside whatever else is done; to be called when it is likely."""
        self._room.ahead.begin(await self._room.read(lambda reader: reader.vacancy_key(vacancy)))

    async def prepared(self) -> None:
        """Wait until that is ready."""
        await self._room.ahead.finished()

    async def settle(self) -> None:
        """Wait until everybody's findings are written that a change of criteria outran.

        Nothing waits for it but what needs findings word by word from the file: they come from the rules
        until then.
        """
        await self._room.settling.finished()

    async def preview(
        self,
        vacancy: str,
        edits: Sequence[Edit] = (),
        *,
        policy: str | None = None,
        crosswalk: Crosswalk | None = None,
    ) -> tuple[Flip, ...]:
        """Return who would flip; nothing is stored."""
        wish = Wish(vacancy, edits, policy, crosswalk)
        terms = await self._room.read(lambda reader: worked_out(reader, self._room, wish))
        if not terms.judged_anew:
            return ()
        found = await judged_beside(self._room, terms.before, terms.after)
        await self.prepare(vacancy)  # whoever looks is about to change
        return found.flips

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
        from recruiter_tui.services.archive import opened

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
        from recruiter_tui.services.reproducing import as_of

        return await self._room.read(lambda reader: as_of(reader, vacancy, version))


__all__ = ["Criteria", "CriteriaChanged", "Version"]
