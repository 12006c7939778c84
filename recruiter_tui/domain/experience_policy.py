"""How months of experience add up: the one switch that a person's settings name, loaded before all others."""

from __future__ import annotations

from enum import StrEnum


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
