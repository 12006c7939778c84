"""The tier gate at work: which tiers are closed, and who has to wait (R15)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.domain.gate import Waits, waits_for

if TYPE_CHECKING:
    from recruiter_tui.domain.application import Disposition
    from recruiter_tui.store.reading import Reader
    from recruiter_tui.store.records import Line


class Gate:
    """Whether verdicts may be given now; what a vacancy says about its tiers is read once."""

    def __init__(self, reader: Reader) -> None:
        """Ask `reader`, inside a unit or beside it."""
        self._reader = reader
        self._known: dict[int, tuple[tuple[int, ...], set[int]]] = {}

    def check(self, line: Line, to: Disposition) -> None:
        """Raise Refused where a verdict has to wait for an earlier tier's outcome."""
        if line.tier is None:
            return
        tiers, closed = self._of(line.vacancy)
        earlier = waits_for(
            line.tier, to, tiers, closed, eligibility=line.eligibility, deadline=line.deadline
        )
        if earlier is not None:
            problem = (
                f"{line.application} is in tier {line.tier}, which waits for the outcome of tier {earlier}"
            )
            remedy = f"record it first (`tier close`), or judge tier {earlier}"
            raise Waits(problem, remedy, earlier)

    def _of(self, vacancy: int) -> tuple[tuple[int, ...], set[int]]:
        """Return the tiers, none where the policy has no gate, and those whose outcome is recorded."""
        if vacancy not in self._known:
            from recruiter_tui.domain.policy import Policy
            from recruiter_tui.store.rulings import tier_name

            tiers = self._reader.tiers(vacancy)
            gated = (
                tiers if tiers and Policy.named(self._reader.policy(vacancy) or "once-fte").tier_gate else ()
            )
            closed = {tier for tier in gated if self._reader.setting(tier_name(vacancy, tier))}
            self._known[vacancy] = gated, closed
        return self._known[vacancy]
