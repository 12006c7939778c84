"""A whole import is taken back beside other work: a verdict waits for one portion of it, not for all."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Final, NamedTuple

from recruiter_tui.domain.errors import Conflict, RecruiterError
from recruiter_tui.services.concerned import as_it_was

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from recruiter_tui.services.concerned import Concerned
    from recruiter_tui.services.room import Room
    from recruiter_tui.services.steps import Steps
    from recruiter_tui.store.journal import Change, ImageRow
    from recruiter_tui.store.leaving import Leaving, Plan
    from recruiter_tui.store.reading import Reader
    from recruiter_tui.store.store import Store, Undone

_ATTEMPTS: Final = 3
_PAUSE: Final = 0.002
"""Seconds between portions, so that a decision slips in."""


async def plan_of(room: Room, batch: int, *, force: bool) -> Plan:
    """Return what taking an import back does; raises WorkedOn where somebody worked on it."""
    from recruiter_tui.store.leaving import planned

    let_by = room.store.let_by
    return await room.store.read_long(lambda reader: planned(reader, batch, let_by, force=force))


class Manner(NamedTuple):
    """How an import is taken back."""

    actor: str
    force: bool = False
    """Whether what somebody did since goes as well."""
    undo: bool = False
    """Whether it is an undo, which redo turns round; it raises Moved where another act came first."""


async def take_back(room: Room, batch: int, concerned: Concerned, manner: Manner, steps: Steps) -> Undone:
    """Take an import back as one act that undo turns round; `steps` may call it off until that act."""
    from recruiter_tui.store.leaving import Moved

    for _ in range(_ATTEMPTS):
        plan = await plan_of(room, batch, force=manner.force)
        try:
            return await _carried_out(room, plan, concerned, manner, steps)
        except Moved:
            if manner.undo:
                raise
    problem = f"others kept writing to what B{batch} brought"
    raise Conflict(problem, "nothing was changed; try again when they are done")


async def _carried_out(room: Room, plan: Plan, concerned: Concerned, manner: Manner, steps: Steps) -> Undone:
    """Stage the images, hide and journal, and clear the rows away."""
    from recruiter_tui.store.leaving import Leaving

    submit = room.store.submit
    leaving = await submit(lambda store: Leaving.begin(store, manner.actor, plan, undo=manner.undo))
    try:
        await _staged(room, leaving, steps)
        steps.check()
        undone = await submit(lambda store: _finished(store, leaving, concerned))
    except BaseException:
        await asyncio.shield(in_portions(room, leaving.abandon))
        raise
    with suppress(RecruiterError):  # it stands; rows that cannot be cleared now are, at the next start
        await asyncio.shield(in_portions(room, leaving.clear))
    return undone


async def _staged(room: Room, leaving: Leaving, steps: Steps) -> None:
    """Stage the images of all that goes."""
    from recruiter_tui.store.leaving import going

    plan = leaving.plan
    changes: Iterator[list[Change]] = await room.store.read_long(lambda reader: going(reader, plan))

    def next_images(_reader: Reader) -> list[ImageRow] | None:
        room.store.let_by()
        some = next(changes, None)
        return None if some is None else leaving.images(some)

    done = 0
    while (images := await room.store.read_long(next_images)) is not None:
        await room.store.submit(lambda _: leaving.stage(images))
        done += len(images)
        people = len(plan.mine)
        steps.step(min(people, done * people // max(1, plan.size)), people)
        await asyncio.sleep(_PAUSE)


def _finished(store: Store, leaving: Leaving, concerned: Concerned) -> Undone:
    """Hide what goes, and screen again whom the rest of the act concerns."""
    with as_it_was(store) as earlier:
        undone = leaving.finish(lambda unit, touched: concerned.settle(unit, touched, earlier))
    concerned.left(leaving.plan.vacancy)
    return undone


async def in_portions(room: Room, work: Callable[[], bool]) -> None:
    """Do work of the store's thread in portions until there is no more of it."""
    while await room.store.submit(lambda _: work()):  # noqa: ASYNC110 - each look does a portion
        await asyncio.sleep(_PAUSE)
