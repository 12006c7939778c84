"""Everybody's results after a change of the criteria: only what it touches is judged again.

Findings on untouched criteria are taken over as they are kept. A change that reaches further (another policy,
closing, country or grade, tiers, other demands of education) judges everything, as does an application that a
person overruled or that was last screened under other terms.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from recruiter_tui.domain.deadline import DEADLINE
from recruiter_tui.domain.finding import Finding, Outcome
from recruiter_tui.domain.flips import Flip, flips
from recruiter_tui.domain.requirement import Criterion, Kind, Necessity
from recruiter_tui.domain.screening import FAMILIES, JUDGED_BY_A_PERSON, Screening, strictest
from recruiter_tui.services.judging import Judge, listed_flags
from recruiter_tui.store import codec, kept

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from recruiter_tui.store.records import Applicant as Filed
    from recruiter_tui.store.records import Screened, VacancyRecord

_OPEN = JUDGED_BY_A_PERSON | {Kind.TIER}
"""Kinds whose findings never enter an application's outcome by themselves."""


class _Plan(NamedTuple):
    """What is judged again, and where the other findings stand in what is kept."""

    order: tuple[tuple[str, int | None], ...]
    """The criteria as they are now, each with its kept finding's place; None where it is judged again."""
    anew: tuple[Criterion, ...]
    before: tuple[tuple[str, int], ...]
    """The touched and the dropped criteria with the places of their kept findings."""
    counting: tuple[tuple[Kind, int], ...]
    """Where the untouched findings stand that enter outcomes."""
    families: tuple[str, ...]
    """The columns of a list that may change."""
    months: str | None
    """The criterion whose finding gives the months for a list, where it is judged again."""


class Rejudging:
    """A change from one state of a vacancy to another, for any number of its applications."""

    def __init__(self, before: VacancyRecord, after: VacancyRecord) -> None:
        """Prepare both states, and work out what the change touches."""
        self._old, self._new = Judge(before), Judge(after)
        self._count = len(before.notice.criteria) + 1
        self._plan = _planned(before, after) if self._old.policy == self._new.policy else None
        self._shared: dict[str, bytes] = {}

    def results(
        self, filed: Iterable[Filed], known: Mapping[int, Screened]
    ) -> tuple[list[Screened], list[Flip]]:
        """Return what is to be kept of some applications now, and who of them flipped."""
        results: list[Screened] = []
        flipped: list[Flip] = []
        for one in filed:
            was = known.get(one.key)
            if was is not None and not self._holds(was):
                was = None
            partly = None if was is None or one.overrides else self._partly(one, was)
            result, changed = partly or self._wholly(one, was)
            results.append(result)
            flipped += changed
        return results, flipped

    def _holds(self, was: Screened) -> bool:
        """Tell whether a kept result was found under the state before the change."""
        return was.criteria_version == self._old.criteria_key and was.policy == self._old.spec

    def _wholly(self, one: Filed, was: Screened | None) -> tuple[Screened, list[Flip]]:
        """Judge everything; the state before is what is kept of it, or judged where nothing is."""
        now = self._new.judged(one)
        before = (
            self._old.judged(one)
            if was is None
            else Screening(was.tier, was.outcome, codec.load_findings(was.findings))
        )
        result = self._new.kept(one.key, one.application, one.candidate, now)
        return result, list(flips(one.key, one.application.id, before, now))

    def _partly(self, one: Filed, was: Screened) -> tuple[Screened, list[Flip]] | None:
        """Judge what the change touches; None where that is everything, or the kept findings do not fit."""
        plan = self._plan
        if plan is None or was.overruled:
            return None
        pieces = kept.pieces(was.findings)
        if len(pieces) != self._count:
            return None
        fresh = {criterion.id: self._new.finding(criterion, one) for criterion in plan.anew}
        counted = [(kind, kept.head(pieces[place]).outcome) for kind, place in plan.counting]
        counted += [(new.kind, new.outcome) for new in fresh.values() if _counts(new)]
        outcome = strictest({standing for _, standing in counted})
        columns: dict[str, Any] = {name: _of(FAMILIES[name], counted) for name in plan.families}
        result = was._replace(
            criteria_version=self._new.criteria_key,
            policy=self._new.spec,
            outcome=outcome,
            flags=_flags(plan, pieces, fresh, was.flags),
            findings=kept.joined(
                self._piece(fresh[name]) if place is None else pieces[place] for name, place in plan.order
            ),
            **columns,
        )
        if plan.months is not None:
            low, high = self._new.months(one.application, one.candidate, [fresh[plan.months]])
            result = result._replace(months_low=low, months_high=high)
        old = [_told(name, pieces[place], gone=name not in fresh) for name, place in plan.before]
        before = Screening(was.tier, was.outcome, tuple(old))
        now = Screening(was.tier, outcome, tuple(fresh.values()))
        return result, list(flips(one.key, one.application.id, before, now))

    def _piece(self, finding: Finding) -> bytes:
        """Return a finding as JSON; one that everybody shares is put into it once."""
        if finding.kind not in JUDGED_BY_A_PERSON:
            return codec.findings_json([finding])[1:-1]
        if finding.criterion not in self._shared:
            self._shared[finding.criterion] = codec.findings_json([finding])[1:-1]
        return self._shared[finding.criterion]


def _planned(before: VacancyRecord, after: VacancyRecord) -> _Plan | None:
    """Return what a change touches; None where it reaches beyond single criteria."""
    old, new = before.notice, after.notice
    if (old.closing, old.duty_station_country, old.grade) != (
        new.closing,
        new.duty_station_country,
        new.grade,
    ):
        return None
    was = {one.id: one for one in old.criteria}
    places = {one.id: place for place, one in enumerate(old.criteria, 1)}
    edited = before.crosswalk != after.crosswalk
    anew = [one for one in new.criteria if was.get(one.id) != one or (edited and one.kind is Kind.LANGUAGE)]
    touched = {one.id for one in anew}
    gone = [one for one in old.criteria if one.id not in {now.id for now in new.criteria}]
    kinds = {one.kind for one in (*anew, *gone)} | {was[name].kind for name in touched if name in was}
    if Kind.TIER in kinds or _education(old.criteria) != _education(new.criteria):
        return None
    untouched = [one for one in new.criteria if one.id not in touched]
    first = next(iter(_education(new.criteria)), None)
    return _Plan(
        order=(
            (DEADLINE, 0),
            *((one.id, None if one.id in touched else places[one.id]) for one in new.criteria),
        ),
        anew=tuple(anew),
        before=tuple(
            (name, places[name]) for name in (*touched, *(one.id for one in gone)) if name in places
        ),
        counting=(
            (Kind.DEADLINE, 0),
            *(
                (one.kind, places[one.id])
                for one in untouched
                if one.necessity is Necessity.ESSENTIAL and one.kind not in _OPEN
            ),
        ),
        families=tuple(name for name, of in FAMILIES.items() if kinds & set(of)),
        months=first if first in touched else None,
    )


def _education(criteria: Sequence[Criterion]) -> list[str]:
    return [one.id for one in criteria if one.kind is Kind.EDUCATION_EXPERIENCE]


def _counts(finding: Finding) -> bool:
    return finding.necessity is Necessity.ESSENTIAL and finding.kind not in _OPEN


def _of(kinds: Collection[Kind], counted: Iterable[tuple[Kind, Outcome | None]]) -> Outcome | None:
    """Return the outcome of a family."""
    return strictest({outcome for kind, outcome in counted if kind in kinds})


def _flags(
    plan: _Plan, pieces: Sequence[bytes], fresh: Mapping[str, Finding], was: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the flags of all findings, gathered again only where a touched one has or had any."""
    if not any(one.flags for one in fresh.values()) and not any(
        kept.flags(pieces[place]) for _, place in plan.before
    ):
        return was
    stay = [flag for _, place in plan.order if place is not None for flag in kept.flags(pieces[place])]
    return listed_flags([*stay, *(flag for one in fresh.values() for flag in one.flags)])


def _told(name: str, piece: bytes, *, gone: bool) -> Finding:
    """Return as much of a kept finding as tells who flips: its words only where the criterion is gone."""
    kind, necessity, outcome = kept.head(piece)
    reason = json.loads(piece)["reason"] if gone else ""
    return Finding(name, Kind(kind), Necessity(necessity), outcome, reason)
