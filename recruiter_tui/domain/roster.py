"""The roster: how long a place on it lasts (R60)."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass

from recruiter_tui.domain.policy import DEFAULT_POLICY, Policy, RosterStart

_YEAR = 12


@dataclass(frozen=True, slots=True)
class RosterTerm:
    """What a notice says of its roster, read under a policy."""

    months: int
    starts: RosterStart
    closing: dt.date | None

    @classmethod
    def of(
        cls, months: int | None, closing: dt.date | None, policy: Policy = DEFAULT_POLICY
    ) -> RosterTerm | None:
        """Return the term of a notice that speaks of a roster, else None; `closing` is its closing day."""
        return None if months is None else cls(months, policy.roster_from, closing)

    def until(self, decided: dt.date) -> dt.date | None:
        """Return the last day of a place given on a day; None where it starts with an unknown closing."""
        start = decided if self.starts is RosterStart.DECISION else self.closing
        return None if start is None else roster_end(start, self.months)


def roster_end(start: dt.date, months: int) -> dt.date:
    """Return the same day of the month so many months later, or that month's last day where it has none.

    So 30 April 2026 and 24 months give 30 April 2028, and 29 February 2028 gives 28 February 2030 (R60).
    """
    year, month = divmod(start.year * _YEAR + start.month - 1 + months, _YEAR)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(start.day, last))
