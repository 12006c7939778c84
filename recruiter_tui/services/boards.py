"""The board of a what-if from what is kept: everybody's results as columns, without judging anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.domain.deadline import DEADLINE
from recruiter_tui.domain.equivalents import criterion_under
from recruiter_tui.domain.requirement import EducationExperience, Kind, Necessity, Tier
from recruiter_tui.domain.text import fold
from recruiter_tui.domain.whatif import Board, Columns, Person, branches_of, coded, regions_together
from recruiter_tui.services.quiet import uncollected
from recruiter_tui.store.kept import current
from recruiter_tui.store.marks import outcome, standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from recruiter_tui.domain.notice import Notice
    from recruiter_tui.domain.policy import Policy
    from recruiter_tui.store.reading import Reader
    from recruiter_tui.store.records import Line, VacancyRecord


def board_of(reader: Reader, record: VacancyRecord, policy: Policy) -> Board | None:
    """Return the vacancy as columns for its own policy; None where anybody's result is not up to date."""
    with uncollected(), reader.snapshot():
        lines = reader.lines(record.line.key, "key")
        told = current(reader, record, policy.spec, [line.key for line in lines])
    if not lines or told is None:
        return None
    rows = [mark.split(" ") for mark in told]
    places = [(DEADLINE, Kind.DEADLINE), *((one.id, one.kind) for one in record.notice.criteria)]
    outcomes = {
        name: coded(outcome(row[place]) for row in rows)
        for place, (name, kind) in enumerate(places)
        if kind is not Kind.TIER
    }
    branches = {
        one.id: branches_of(
            [standing(row[place]) for row in rows],
            [branch.months for branch in criterion_under(one, policy).alternatives],
        )
        for place, one in enumerate(record.notice.criteria, 1)
        if isinstance(one, EducationExperience) and one.alternatives
    }
    people = tuple(person(line) for line in lines)
    return Board(people, necessity_of(record.notice), policy.spec, {policy.spec: Columns(outcomes, branches)})


def person(line: Line) -> Person:
    """Return whom a row is about, for aggregates."""
    gender = fold(line.gender or "") or "not stated"
    return Person(line.key, line.application, line.tier, gender, _together(line.nationalities))


def _together(nationalities: Sequence[str]) -> str:
    from recruiter_tui.reference.regions import region

    found: Iterable[str | None] = map(region, nationalities)
    return regions_together(found)


def necessity_of(notice: Notice) -> dict[str, Necessity]:
    """Return the weight of everything that enters outcomes or may come to."""
    asked = {one.id: one.necessity for one in notice.criteria if not isinstance(one, Tier)}
    return {DEADLINE: Necessity.ESSENTIAL, **asked}
