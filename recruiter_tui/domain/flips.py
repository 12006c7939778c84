"""Who flipped: findings before and after a change set against each other, with the reason for each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from recruiter_tui.domain.requirement import Necessity
from recruiter_tui.domain.screening import Screening, application_outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from recruiter_tui.domain.finding import Finding, Outcome

WHOLE = "outcome"
"""Stands for the application's own outcome among the criteria."""
TIER = "tier"
NOT_ASKED = "not asked"
_NOW = {Necessity.ESSENTIAL: "essential", Necessity.ADVANTAGE: "only an advantage"}


@dataclass(frozen=True, slots=True)
class Flip:
    """One result of one application that is another one now."""

    key: int
    """The application's key in the store."""
    application: str
    criterion: str
    """A criterion's id, `outcome` for the application as a whole, or `tier`."""
    before: str
    after: str
    """An outcome's word, a tier's number, `open` while only a person can judge, or `not asked`."""
    why: str
    """The finding's sentence now, or what it said before where the criterion is gone."""


def flips(
    key: int, application: str, before: Screening | Iterable[Finding], after: Screening
) -> Iterator[Flip]:
    """Yield what is another result now, the application as a whole first."""
    was = before.findings if isinstance(before, Screening) else tuple(before)
    old = {finding.criterion: finding for finding in was}
    new = {finding.criterion: finding for finding in after.findings}
    changed = []
    for criterion in dict.fromkeys((*new, *old)):
        one, other = old.get(criterion), new.get(criterion)
        if _word(one) != _word(other):
            sentence = (
                other.reason if other else f"The criterion is gone. {one.reason if one else ''}".strip()
            )
            changed.append(Flip(key, application, criterion, _word(one), _word(other), sentence))
    turned = [new[name].necessity for name, one in old.items() if name in new and _turned(one, new[name])]
    why = next((f"A requirement is {_NOW[necessity]} now." for necessity in turned), "")
    yield from _whole(key, application, before if isinstance(before, Screening) else was, after, changed, why)
    yield from changed


def _whole(
    key: int,
    application: str,
    before: Screening | tuple[Finding, ...],
    after: Screening,
    changed: list[Flip],
    turned: str,
) -> Iterator[Flip]:
    """Yield what changed for the application as a whole, because of the first criterion that did.

    Where none did, `turned` says that a criterion changed its weight.
    """
    was = before.outcome if isinstance(before, Screening) else application_outcome(before)
    if was is not after.outcome:
        to = _outcome(after.outcome)
        cause = next((flip for flip in changed if flip.after == to), changed[0] if changed else None)
        yield Flip(key, application, WHOLE, _outcome(was), to, cause.why if cause else turned)
    if isinstance(before, Screening) and before.tier != after.tier:
        why = next((flip.why for flip in changed if flip.criterion.startswith(TIER)), "")
        yield Flip(key, application, TIER, _tier(before.tier), _tier(after.tier), why)


def _turned(one: Finding, other: Finding) -> bool:
    """Tell whether a judged criterion became essential, or an advantage."""
    return one.necessity is not other.necessity and other.standing is not None


def _word(finding: Finding | None) -> str:
    """Return what stands for one criterion."""
    return NOT_ASKED if finding is None else _outcome(finding.standing)


def _outcome(outcome: Outcome | None) -> str:
    return "open" if outcome is None else outcome.value


def _tier(tier: int | None) -> str:
    return "open" if tier is None else str(tier)
