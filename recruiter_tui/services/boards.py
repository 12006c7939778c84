"""The boards of what-if: everybody's results as columns, from what is kept and under other policies.

Nobody is judged for the vacancy's own policy, as marks tell what counts; under another one only the criteria
that the two policies may answer differently are weighed, and nothing is put in words.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from recruiter_tui.domain.deadline import DEADLINE
from recruiter_tui.domain.equivalents import criterion_under
from recruiter_tui.domain.requirement import EducationExperience, Kind, Nationality, Necessity, Tier
from recruiter_tui.domain.standing import Standing, standing_of
from recruiter_tui.domain.text import fold
from recruiter_tui.domain.whatif import Board, Columns, Person, branches_of, coded, regions_together
from recruiter_tui.services.judging import Judge, policy_of
from recruiter_tui.services.quiet import uncollected
from recruiter_tui.store.kept import boarded
from recruiter_tui.store.marks import OUTCOMES, standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from recruiter_tui.domain.careers import Careers
    from recruiter_tui.domain.notice import Notice
    from recruiter_tui.domain.policy import Policy
    from recruiter_tui.domain.requirement import Criterion
    from recruiter_tui.store.reading import Reader
    from recruiter_tui.store.records import Applicant, Line, VacancyRecord

_UNKNOWN = Standing(None)
"""What is told of whoever went meanwhile."""


def board_of(reader: Reader, record: VacancyRecord, policy: Policy) -> Board | None:
    """Return the vacancy as columns for its own policy; None where anybody's result is not up to date."""
    with uncollected(), reader.snapshot():
        rows = boarded(reader, record, policy.spec)
    if not rows:
        return None
    people = tuple(
        [Person(row.key, row.application, row.tier, _gender(row.gender), _region(row.held)) for row in rows]
    )
    places = [(DEADLINE, Kind.DEADLINE), *((one.id, one.kind) for one in record.notice.criteria)]
    told = dict(zip(places, zip(*(row.marks.split(" ") for row in rows), strict=True), strict=True))
    outcomes = {name: _letters(column) for (name, kind), column in told.items() if kind is not Kind.TIER}
    branches = {
        one.id: branches_of(list(map(standing, told[one.id, one.kind])), _asked(one, policy))
        for one in record.notice.criteria
        if isinstance(one, EducationExperience) and one.alternatives
    }
    return Board(people, necessity_of(record.notice), policy.spec, {policy.spec: Columns(outcomes, branches)})


_CODES = {letter: coded([outcome])[0] for letter, outcome in OUTCOMES.items()}


def _letters(column: Iterable[str]) -> bytes:
    """Return the outcomes of a column of marks, a byte for each."""
    return bytes([_CODES[mark[0]] for mark in column])


def _asked(criterion: EducationExperience, policy: Policy) -> list[int | None]:
    """Return the months that the branches ask for, with that which the policy adds."""
    return [branch.months for branch in criterion_under(criterion, policy).alternatives]


class Under:
    """Everybody of a board under another policy, taken in by portions."""

    def __init__(
        self, record: VacancyRecord, board: Board, spec: str, careers: Careers | None = None
    ) -> None:
        """Prepare the policy, and find the criteria that it may answer differently."""
        self.spec = spec
        self._judge = Judge(record, spec, careers)
        self._board = board
        own, other = policy_of(board.policy, None), self._judge.policy
        self._on_time_anew = own.closing_minute is not other.closing_minute
        self._anew: list[Criterion] = [
            one
            for one in record.notice.criteria
            if isinstance(one, EducationExperience)
            or (isinstance(one, Nationality) and own.nationality_rule is not other.nationality_rule)
        ]
        self._found: dict[int, list[Standing]] = {}

    @property
    def reads(self) -> frozenset[str]:
        """Return the facts of a candidate that are wanted."""
        held = any(isinstance(one, Nationality) for one in self._anew)
        return frozenset({"employment", "degrees", *(("nationalities",) if held else ())})

    def add(self, applicants: Iterable[Applicant]) -> None:
        """Weigh some people."""
        for filed in applicants:
            self._found[filed.key] = self._ruled(filed) if filed.overrides else self._glanced(filed)

    def _glanced(self, filed: Applicant) -> list[Standing]:
        found = [self._judge.standing(one, filed) for one in self._anew]
        if self._on_time_anew:
            found.append(standing_of(self._judge.on_time(filed)))
        return found

    def _ruled(self, filed: Applicant) -> list[Standing]:
        """Return what counts where persons overruled findings."""
        findings = {one.criterion: standing_of(one) for one in self._judge.judged(filed).findings}
        return [findings[name] for name in self._names()]

    def _names(self) -> list[str]:
        return [*(one.id for one in self._anew), *([DEADLINE] if self._on_time_anew else [])]

    def columns(self) -> Columns:
        """Return the columns of everybody on the board; what the policy leaves alone stays as it is."""
        names = self._names()
        nobody = [_UNKNOWN] * len(names)
        rows = [self._found.get(person.key, nobody) for person in self._board.people]
        told = {name: [row[place] for row in rows] for place, name in enumerate(names)}
        fresh = {name: coded(one.outcome for one in column) for name, column in told.items()}
        branches = {
            one.id: branches_of(told[one.id], _asked(one, self._judge.policy))
            for one in self._anew
            if isinstance(one, EducationExperience) and one.alternatives
        }
        return Columns({**self._board.columns[self._board.policy].outcomes, **fresh}, branches)


def person(line: Line) -> Person:
    """Return whom a row is about, for aggregates."""
    return Person(
        line.key, line.application, line.tier, _gender(line.gender), _region(" ".join(line.nationalities))
    )


@functools.lru_cache(maxsize=1_024)
def _gender(stated: str | None) -> str:
    return fold(stated or "") or "not stated"


@functools.lru_cache(maxsize=4_096)
def _region(held: str) -> str:
    """Return the region of nationalities that stand in one text, parted by blanks."""
    from recruiter_tui.reference.regions import region

    found: Sequence[str | None] = [region(code) for code in held.split()]
    return regions_together(found)


def necessity_of(notice: Notice) -> dict[str, Necessity]:
    """Return the weight of everything that enters outcomes or may come to."""
    asked = {one.id: one.necessity for one in notice.criteria if not isinstance(one, Tier)}
    return {DEADLINE: Necessity.ESSENTIAL, **asked}
