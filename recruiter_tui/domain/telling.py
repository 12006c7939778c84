"""How findings are said to people; what is stored keeps its wording, so that it can be computed again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.finding import Outcome
from recruiter_tui.domain.requirement import Kind
from recruiter_tui.domain.tier import EARLIER
from recruiter_tui.domain.wording import span_in_words

if TYPE_CHECKING:
    from recruiter_tui.domain.finding import Finding

_CLOCK: Final = r"(?:(\d+) days? )?(\d\d):(\d\d):(\d\d)"
_SPARED: Final = re.compile(rf"\bon time, with (at least )?{_CLOCK} to spare\.")
_LATE: Final = re.compile(rf"\blate by (at least )?{_CLOCK}\.")
BOUNDARY: Final = "boundary"
_FLAGS: Final = {BOUNDARY: "came in within the closing minute"}
_RULED: Final = "relevance ruled: "
_RELEVANT: Final = {"yes": "ruled relevant", "no": "ruled not relevant"}
_SECOND: Final = 2


def told(sentence: str) -> str:
    """Return a stored sentence as people say it: lengths of time in two units, not as a clock."""
    if "late by" in sentence:
        return _LATE.sub(lambda found: f"late by {_span(found)}.", sentence)
    if "to spare" in sentence:  # a look by pattern at every sentence takes ten times as long
        return _SPARED.sub(lambda found: f"on time, {_span(found)} before the closing.", sentence)
    return sentence


def told_of(finding: Finding) -> str:
    """Return what a finding says; of a receipt in the closing minute, that it came in within that minute."""
    if BOUNDARY in finding.flags and finding.outcome is Outcome.MET:
        return _SPARED.sub(
            lambda found: f"on time, within the closing minute, {_span(found)} before its end.",
            finding.reason,
        )
    return told(finding.reason)


def flag_told(flag: str) -> str:
    """Return what a flag asks a person to look at."""
    if flag.startswith(_RULED):
        said = flag.removeprefix(_RULED)
        return _RELEVANT.get(said) or f"relevant to {said}"
    return _FLAGS.get(flag, flag)


def tier_told(finding: Finding, outcome: Outcome | None) -> str:
    """Return what an outcome means on a tier, which nobody can fail; empty for other criteria and open ones.

    `in tier 2` whom it takes, `not tier 1` whom it leaves to the next, and of those whom an earlier tier
    takes the earlier one.
    """
    number = finding.inputs.get("tier")
    if finding.kind is not Kind.TIER or not isinstance(number, int):
        return ""
    if outcome is Outcome.MET:
        return f"in tier {number}"
    if outcome is not Outcome.NOT_MET:
        return ""
    if finding.override is None and finding.reason.endswith(EARLIER):
        return "in tier 1" if number == _SECOND else "earlier tier"
    return f"not tier {number}"


def _span(found: re.Match[str]) -> str:
    at_least, days, hours, minutes, seconds = found.groups()
    length = ((int(days or 0) * 24 + int(hours)) * 60 + int(minutes)) * 60 + int(seconds)
    return f"{at_least or ''}{span_in_words(length)}"
