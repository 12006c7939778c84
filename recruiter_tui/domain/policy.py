"""Named switches for the questions that bodies answer differently; every default is documented here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from recruiter_tui.domain.errors import Refused


class ExperiencePolicy(StrEnum):
    """How months of experience add up (R26-R29)."""

    SUM = "sum"
    """Every job's length, overlaps counted twice, part-time as full time."""
    ONCE = "once"
    """Every day once, part-time as full time."""
    ONCE_FTE = "once-fte"
    """Every day once, part-time pro rata, all jobs of a day together capped at full time."""
    ONCE_FTE_AFTER_DEGREE = "once-fte-after-degree"
    """As `once-fte`, from the day after the degree that the branch asks for."""

    @property
    def explanation(self) -> str:
        """Return the policy in plain words."""
        return _EXPLANATIONS[self]


_EXPLANATIONS = {
    ExperiencePolicy.SUM: "every job in full, overlaps counted twice",
    ExperiencePolicy.ONCE: "overlaps once, part-time as full time",
    ExperiencePolicy.ONCE_FTE: "overlaps once, part-time pro rata, capped at full time",
    ExperiencePolicy.ONCE_FTE_AFTER_DEGREE: "overlaps once, part-time pro rata, only after the degree",
}


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


@dataclass(frozen=True, slots=True)
class Policy:
    """The switches under which a vacancy is screened."""

    experience: ExperiencePolicy = ExperiencePolicy.ONCE_FTE
    closing_minute: ClosingMinute = ClosingMinute.INCLUSIVE
    nationality_rule: NationalityReading = NationalityReading.ANY
    count_from: CountFrom = CountFrom.ANY
    count_unpaid: bool = True
    """Whether a job that the papers call unpaid counts; it is flagged either way (R32)."""

    @classmethod
    def named(cls, name: str) -> Policy:
        """Return the default policy with the experience counted as `name` says; Refused for another name."""
        try:
            return cls(experience=ExperiencePolicy(name.strip().lower()))
        except ValueError:
            known = ", ".join(ExperiencePolicy)
            message = f"there is no policy {name.strip()!r}"
            raise Refused(message, f"choose one of {known}") from None

    @property
    def name(self) -> str:
        """Return the name that `named` reads back."""
        return self.experience.value

    @property
    def starts_from(self) -> CountFrom:
        """Return from when on experience counts, once both switches that speak of it are heard."""
        if self.experience is ExperiencePolicy.ONCE_FTE_AFTER_DEGREE and self.count_from is CountFrom.ANY:
            return CountFrom.REQUIRED_DEGREE
        return self.count_from


DEFAULT_POLICY = Policy()
"""What screening uses unless the vacancy says otherwise."""
