"""What counts of a finding: its outcome, its flags and, of education, what its branches rest on.

Everything that a change of thresholds or of weight moves follows from this, without the candidate's facts:
who would pass, which branch decides, and what a list shows. Reasons, inputs and evidence do not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from recruiter_tui.domain.finding import Outcome

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recruiter_tui.domain.finding import Finding
    from recruiter_tui.domain.requirement import Branch
    from recruiter_tui.domain.truth import Truth


class Counted(NamedTuple):
    """One branch of an education criterion: is the degree there, and whole months of experience.

    Whole months suffice, because thresholds are whole.
    """

    degree: Truth
    low: int
    high: int | None
    """None where nothing bounds the months from above."""

    def truth(self, asked: int | None, *, listed: bool) -> Truth:
        """Return whether the branch is met with that many months asked for.

        Where no employment is `listed`, too few months are unknown ones.
        """
        if asked is None or self.low >= asked:
            return self.degree
        perhaps = self.high is None or self.high >= asked or not listed
        return None if perhaps and self.degree is not False else False


class Standing(NamedTuple):
    """What counts of one finding."""

    outcome: Outcome | None
    """The person's where somebody overruled it, else the machine's."""
    overruled: bool = False
    branches: tuple[Counted, ...] = ()
    """Of an education criterion, where they were counted at all."""
    listed: bool = True
    """Whether the file lists any employment."""
    flags: tuple[str, ...] = ()
    counted: bool = False
    """Whether months were counted, so that other thresholds tell another outcome."""

    def pattern(self, asked: Sequence[Branch]) -> tuple[Truth, ...]:
        """Return which branches are met with these thresholds in place of those that were judged."""
        listed = self.listed
        found = zip(self.branches, asked, strict=True)
        return tuple([one.truth(branch.months, listed=listed) for one, branch in found])


def standing_of(finding: Finding) -> Standing:
    """Return what counts of a finding."""
    outcome, overruled = finding.standing, finding.override is not None
    shown: Any = finding.inputs.get("branches")
    if "jobs" not in finding.inputs:
        return Standing(outcome, overruled, flags=finding.flags)
    return Standing(
        outcome,
        overruled,
        tuple(map(_counted, shown or ())),
        listed=bool(finding.inputs["jobs"]),
        flags=finding.flags,
        counted=True,
    )


_TRUTHS: Final[dict[str, Truth]] = {
    Outcome.MET.value: True,
    Outcome.CANNOT_TELL.value: None,
    Outcome.NOT_MET.value: False,
}


def _counted(branch: dict[str, Any]) -> Counted:
    """Return what a branch as a finding shows it rests on."""
    counted = branch["counted"]
    low = counted["exact"] or counted["exact_low"]
    high = counted["exact"] or counted["exact_high"]
    return Counted(_TRUTHS[branch["degree_outcome"]], _whole(low), None if high is None else _whole(high))


def _whole(months: str) -> int:
    """Return the whole months of an exact fraction."""
    number, _, parts = months.partition("/")
    return int(number) // int(parts) if parts else int(number)
