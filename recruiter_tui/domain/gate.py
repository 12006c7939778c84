"""The tier gate: verdicts on a later tier wait until the outcome of every earlier one is recorded (R15)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.domain.application import Disposition
from recruiter_tui.domain.errors import Refused
from recruiter_tui.domain.finding import Outcome

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

_NEVER_WAIT = frozenset({Disposition.NEW, Disposition.NOT_SUITABLE, Disposition.WITHDRAWN})
"""Taking a verdict back, a clear no, and the applicant's own withdrawal say nothing in favour of a tier."""


class Waits(Refused):
    """A verdict has to wait for the outcome of an earlier tier, which `earlier` names."""

    def __init__(self, problem: str, remedy: str, earlier: int) -> None:
        """Keep which tier has to be closed first."""
        super().__init__(problem, remedy)
        self.earlier = earlier


def waits_for(
    tier: int | None,
    to: Disposition,
    tiers: Iterable[int],
    closed: Container[int],
    *,
    eligibility: Outcome | None = None,
    deadline: Outcome | None = None,
) -> int | None:
    """Return the earliest open tier that a verdict waits for; None where it may be given now.

    The first tier never waits, and the ineligible and the late are exempt. Who may still belong to the first
    tier is considered with it, so an unknown tier does not wait either.
    """
    if to in _NEVER_WAIT or tier is None or Outcome.NOT_MET in (eligibility, deadline):
        return None
    return min((earlier for earlier in tiers if earlier < tier and earlier not in closed), default=None)
