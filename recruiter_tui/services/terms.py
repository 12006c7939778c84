"""What a change of criteria asks for, worked out on the store as it stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recruiter_tui.domain.crosswalk import CONVENTION, Crosswalk
from recruiter_tui.domain.notice_edit import Edit, edited, told, touches_criteria
from recruiter_tui.services.judging import policy_of
from recruiter_tui.services.rows import policy_name
from recruiter_tui.store.facts import anchor
from recruiter_tui.store.records import VacancyRecord

if TYPE_CHECKING:
    from recruiter_tui.services.room import Room
    from recruiter_tui.store.reading import Reader


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to be otherwise."""

    vacancy: str
    edits: Sequence[Edit] = ()
    policy: str | None = None
    crosswalk: Crosswalk | None = None
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    """What a wish amounts to, before and after."""

    before: VacancyRecord
    after: VacancyRecord
    policy: str
    changes: tuple[str, ...]
    judged_anew: bool
    anchor: tuple[int, str]

    @property
    def own_policy(self) -> str:
        """Return the policy before."""
        return policy_of(policy_name(self.before.line), None).spec


def worked_out(reader: Reader, room: Room, wish: Wish) -> Terms:
    """Work out what the wish amounts to on the store as it stands."""
    with reader.snapshot():
        seen = anchor(reader)
        before = reader.vacancy(reader.vacancy_key(wish.vacancy))
    notice, changes = before.notice, []
    at = room.clock().astimezone(dt.UTC)
    for edit in wish.edits:
        line = told(notice, edit)
        now = edited(notice, edit, room.acting(wish.actor), at)
        if now != notice:
            changes.append(line)
        notice = now
    own = policy_of(policy_name(before.line), None)
    wanted = policy_of(policy_name(before.line), wish.policy)
    if wanted != own:
        changes.append(f"policy {own.spec} becomes {wanted.spec}")
    placed = before.crosswalk or CONVENTION
    levels = placed if wish.crosswalk is None else wish.crosswalk
    if levels != placed:
        changes.append("the crosswalk of language levels was edited")
    line_after = before.line._replace(policy=wanted.spec)
    after = before._replace(notice=notice, line=line_after, crosswalk=levels)
    anew = any(map(touches_criteria, wish.edits)) or wanted != own or levels != placed
    return Terms(before, after, wanted.spec, tuple(changes), anew, seen)
