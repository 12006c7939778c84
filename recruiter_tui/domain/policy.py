"""Named switches for the questions that bodies answer differently; every default is documented here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from recruiter_tui.domain.experience_policy import ExperiencePolicy

__all__ = [
    "DEFAULT_POLICY",
    "ClosingMinute",
    "CountFrom",
    "ExperiencePolicy",
    "KindRule",
    "NationalityReading",
    "Policy",
    "RosterStart",
]


class ClosingMinute(StrEnum):
    """Whether an application that arrives within the closing minute is on time (R2)."""

    INCLUSIVE = "inclusive"
    EXCLUSIVE = "exclusive"


class NationalityReading(StrEnum):
    """How a rule on nationality reads a person with several nationalities (R9)."""

    ANY = "any"
    """Any of them may trigger the rule: where they disagree, a person must rule."""
    RECOGNISED_ONE = "recognised_one"
    """The organisation recognises one: the first on file counts, and the finding is flagged."""


class CountFrom(StrEnum):
    """From when on experience counts (R29)."""

    ANY = "any"
    FIRST_DEGREE = "first_degree"
    """From the day after the first completed university degree."""
    REQUIRED_DEGREE = "required_degree"
    """From the day after the degree that the branch asks for."""


class KindRule(StrEnum):
    """Whether work of one kind counts as experience (R32)."""

    COUNTS = "counts"
    IF_PAID = "if_paid"
    """Only where the papers do not call it unpaid."""
    NEVER = "never"


class RosterStart(StrEnum):
    """From when on a place on the roster lasts (R60)."""

    DECISION = "decision"
    CLOSING = "closing"


class TieBreak(StrEnum):
    """What decides between the equally qualified (R18); a reminder, as the program ranks nobody."""

    PERSON = "person"
    UNDER_REPRESENTED = "under_represented"
    """Under-represented member states first, then the balance of gender."""
    WOMEN = "women"
    """Women, where the unit has few."""
    JOB_MARKS = "job_marks"
    """Whoever has more marks on what the job itself asks for."""

    @property
    def explanation(self) -> str:
        """Return the rule in plain words."""
        return _TIE_BREAKS[self]


_TIE_BREAKS = {
    TieBreak.PERSON: "a person decides",
    TieBreak.UNDER_REPRESENTED: "under-represented states first, then the balance of gender",
    TieBreak.WOMEN: "women first, where the unit has few",
    TieBreak.JOB_MARKS: "more marks on what the job asks for",
}


@dataclass(frozen=True, slots=True)
class Policy:
    """The switches under which a vacancy is screened; profiles.py explains each with its source."""

    experience: ExperiencePolicy = ExperiencePolicy.ONCE_FTE
    closing_minute: ClosingMinute = ClosingMinute.INCLUSIVE
    nationality_rule: NationalityReading = NationalityReading.ANY
    count_from: CountFrom = CountFrom.ANY
    count_unpaid: bool = True
    """Whether a job that the papers call unpaid counts; it is flagged either way (R32)."""
    volunteering: KindRule = KindRule.COUNTS
    traineeships: KindRule = KindRule.COUNTS
    doctorate_months: int | None = None
    """At most so many months of doctoral research, and only with it completed; None: as any job."""
    military_months: int | None = None
    """At most so many months of military service, its statutory length; None: as any job."""
    professional_only: bool = False
    """Whether jobs of a stated grade below the professional level are left out (R30)."""
    in_lieu_months: int | None = None
    """Months more with which a first degree stands in for an advanced one that a notice asks for without
    saying so itself; None: only what the notice says (R21)."""
    certificates: bool = False
    """Whether professional certificates such as CPA count as an advanced degree (R25)."""
    tier_gate: bool = True
    """Whether verdicts on a later tier wait for the outcome of the earlier ones (R15)."""
    roster_from: RosterStart = RosterStart.DECISION
    """From which day on the months of the roster run (R60)."""
    tie_break: TieBreak = TieBreak.PERSON
    """What decides between the equally qualified; shown with the short list, never applied (R18)."""
    profile: str = ""
    """The named profile that the switches were taken from, with its version: `epso/1`."""

    @classmethod
    def named(cls, name: str) -> Policy:
        """Return the policy that a name or a specification stands for; Refused for another.

        A way of counting (`once`), a profile (`epso` or `epso/1`), or either with switches set after it:
        `epso/1; tier_gate=no; military_months=9`.
        """
        from recruiter_tui.domain.profiles import policy_of

        return policy_of(name)

    @property
    def name(self) -> str:
        """Return the way of counting experience, which the findings name."""
        return self.experience.value

    @property
    def spec(self) -> str:
        """Return all switches as the shortest text that `named` reads back."""
        from recruiter_tui.domain.profiles import specification

        return specification(self)

    @property
    def starts_from(self) -> CountFrom:
        """Return from when on experience counts, once both switches that speak of it are heard."""
        if self.experience is ExperiencePolicy.ONCE_FTE_AFTER_DEGREE and self.count_from is CountFrom.ANY:
            return CountFrom.REQUIRED_DEGREE
        return self.count_from

    @property
    def looks_at_kinds(self) -> bool:
        """Tell whether it matters what kind of work a job was."""
        return (
            self.volunteering is not KindRule.COUNTS
            or self.traineeships is not KindRule.COUNTS
            or self.doctorate_months is not None
            or self.military_months is not None
            or self.professional_only
        )


DEFAULT_POLICY = Policy()
"""What screening uses unless the vacancy says otherwise."""
