"""Careers laid out once for several questions about the same people: other fields, other ways of counting.

Whoever asks again about the very same list of jobs gets what was worked out before, where somebody holds it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from recruiter_tui.domain.career import Career, read_career
from recruiter_tui.domain.policy import DEFAULT_POLICY, Policy

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from recruiter_tui.domain.months import Interval
    from recruiter_tui.domain.person import Employment
    from recruiter_tui.domain.truth import Truth

T = TypeVar("T")
Jobs = tuple["Employment", ...]


class _Known(NamedTuple, Generic[T]):
    """What was worked out, and all that it rests on besides the policy."""

    jobs: Jobs
    cut_off: dt.date
    doctorate: Truth
    found: T


class _ByJobs(Generic[T]):
    """Answers by the list of jobs itself, which is kept, so that no other list can take its place."""

    def __init__(self, held: set[int]) -> None:
        self._held = held
        self._known: dict[int, _Known[T]] = {}

    def get(self, jobs: Jobs, cut_off: dt.date, doctorate: Truth, work_out: Callable[[], T]) -> T:
        if id(jobs) not in self._held:
            return work_out()
        known = self._known.get(id(jobs))
        if (
            known is None
            or known.jobs is not jobs
            or known.cut_off != cut_off
            or known.doctorate is not doctorate
        ):
            known = self._known[id(jobs)] = _Known(jobs, cut_off, doctorate, work_out())
        return known.found

    def forget(self, jobs: Jobs) -> None:
        self._known.pop(id(jobs), None)


class Counted:
    """Careers as one policy counts them."""

    def __init__(self, policy: Policy, laid_out: _ByJobs[Career], months: _ByJobs[Interval]) -> None:
        """Count under a policy what others may have laid out."""
        self._policy = policy
        self._laid_out = laid_out
        self._months = months

    def of(self, jobs: Jobs, cut_off: dt.date, doctorate: Truth) -> tuple[Career, Interval]:
        """Return a career on whose jobs no person ruled, with the months of the whole of it."""
        career = self._laid_out.get(
            jobs,
            cut_off,
            doctorate,
            lambda: read_career(jobs, cut_off, self._policy, doctorate=doctorate),
        )
        return career, self._months.get(jobs, cut_off, doctorate, lambda: career.months(self._policy))


class Careers:
    """The careers of people who are held elsewhere, under any number of policies."""

    def __init__(self) -> None:
        """Know of nobody yet."""
        self._held: set[int] = set()
        self._counted: dict[Policy, Counted] = {}
        self._laid_out: dict[Policy, _ByJobs[Career]] = {}
        self._kept: list[_ByJobs[Career] | _ByJobs[Interval]] = []

    def hold(self, jobs: Jobs) -> None:
        """Keep from now on what is worked out about a list of jobs that somebody holds."""
        self._held.add(id(jobs))

    def let_go(self, jobs: Jobs) -> None:
        """Keep nothing any more about a list of jobs."""
        self._held.discard(id(jobs))
        for one in list(self._kept):
            one.forget(jobs)

    def under(self, policy: Policy) -> Counted:
        """Return the careers as a policy counts them; laid out anew only where it reads jobs otherwise."""
        if policy not in self._counted:
            plain = DEFAULT_POLICY
            alike = replace(policy, experience=plain.experience, count_from=plain.count_from, profile="")
            laid_out = self._laid_out.setdefault(alike, _ByJobs(self._held))
            months: _ByJobs[Interval] = _ByJobs(self._held)
            self._kept += [laid_out, months]
            self._counted[policy] = Counted(policy, laid_out, months)
        return self._counted[policy]
