"""The state machine of dispositions: what may follow what, and what needs a reason (R46-R47)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.domain.application import REASON_CODES, Disposition, ReasonCode
from recruiter_tui.domain.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_EVERYWHERE = frozenset(Disposition)

FOLLOWERS: Mapping[Disposition, frozenset[Disposition]] = {
    **dict.fromkeys(Disposition, _EVERYWHERE),
    Disposition.WITHDRAWN: frozenset({Disposition.WITHDRAWN, Disposition.NEW}),
}
"""What may follow each disposition. A verdict can be changed at will; a withdrawal is the applicant's own
act, so that the application must be reinstated (set to `new`) before anybody judges it again."""

_WITHOUT_REASON = frozenset({Disposition.NEW, Disposition.SHORTLISTED})


def may_follow(current: Disposition, to: Disposition) -> bool:
    """Tell whether an application that stands at `current` may be set to `to`."""
    return to in FOLLOWERS[current]


def reason_code(code: str, codes: Sequence[ReasonCode] = REASON_CODES) -> ReasonCode:
    """Return the reason of that code; Refused names the codes that there are."""
    for reason in codes:
        if reason.code == code:
            return reason
    message = f"there is no reason code {code!r}"
    raise Refused(message, f"choose one of {', '.join(reason.code for reason in codes)}")


def decide(
    current: Disposition,
    to: Disposition,
    reason: str | None = None,
    note: str | None = None,
    codes: Sequence[ReasonCode] = REASON_CODES,
) -> None:
    """Accept a verdict, or raise Refused with what is missing; `codes` are those of the vacancy."""
    if not may_follow(current, to):
        message = f"a withdrawn application cannot become {to.value}"
        raise Refused(message, "reinstate it first (set it to new)")
    if reason is None:
        if to is Disposition.NOT_SUITABLE:
            message = "nobody is not suitable without a reason"
            raise Refused(message, f"give a reason: {', '.join(known.code for known in codes)}")
        return
    if to in _WITHOUT_REASON:
        message = f"{to.value} takes no reason code"
        raise Refused(message, "leave the reason out, or write it as a note")
    found = reason_code(reason, codes)
    if found.needs_text and not (note and note.strip()):
        message = f"the reason {found.code!r} needs words"
        raise Refused(message, "say in a note what the reason is")
