"""What persons ruled apart from single findings: how relevant a job is, and which fields are related.

A ruling on relevance belongs to one job of one application; one on a field of study to the vacancy, where it
holds for everybody with the same field (R23, R28). Both are remembered with name, time and reason.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from recruiter_tui.domain.errors import Refused
from recruiter_tui.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from recruiter_tui.domain.person import Employment

_WORDS = {"yes": Fraction(1), "no": Fraction(0)}


@dataclass(frozen=True, slots=True)
class Relevance:
    """How much of one job counts for one vacancy: 1 for yes, 0 for no, a share for mixed duties (R28)."""

    share: Fraction
    note: str = ""
    by: str = ""
    at: str = ""
    """ISO 8601 in UTC."""

    @property
    def in_words(self) -> str:
        """Return yes, no or the percentage."""
        if self.share in {0, 1}:
            return "yes" if self.share else "no"
        return f"{float(self.share * 100):g} %"


@dataclass(frozen=True, slots=True)
class FieldRuling:
    """Whether a field of study counts as one of those listed, for everybody who studied it (R23)."""

    field: str
    """The field as it was worded where the ruling was made."""
    related: bool
    reason: str
    by: str = ""
    at: str = ""

    @property
    def key(self) -> str:
        """Return what the same field is known by."""
        return field_key(self.field)


class Standing(StrEnum):
    """What came of looking an institution up; never a verdict on a person."""

    RECOGNISED = "recognised"
    NOT_RECOGNISED = "not recognised"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Accreditation:
    """That a person looked an institution up: once for everybody with a degree from it (R24)."""

    institution: str
    """As it was worded where it was checked."""
    standing: Standing
    on: str
    """The day of the check, ISO 8601."""
    by: str
    identity: str = ""
    """What the register calls it, for instance a Global WHED ID."""
    note: str = ""

    @property
    def flag(self) -> str:
        """Return what the finding says of it."""
        said = f"accreditation checked on {self.on} by {' '.join(self.by.split())}"
        return said if self.standing is Standing.RECOGNISED else f"{said}: {self.standing.value}"

    def as_json(self) -> dict[str, object]:
        """Return the record for a finding's inputs."""
        return {
            "institution": self.institution,
            "id": self.identity,
            "on": self.on,
            "by": self.by,
            "outcome": self.standing.value,
        }


def field_key(field: str) -> str:
    """Return a field of study without case, accents and doubled blanks: by this the same one is known."""
    return " ".join(fold(field).split())


def share_of(wording: str) -> Fraction:
    """Read yes, no, a percentage (`75 %`, `75`) or a fraction (`3/4`) between 0 and 1; raises Refused."""
    text = wording.strip().lower()
    if text in _WORDS:
        return _WORDS[text]
    if text.isascii() and text.isdigit() and text not in {"0", "1"}:
        text = f"{text}%"
    try:
        share = Fraction(text.removesuffix("%").strip()) / (100 if text.endswith("%") else 1)
    except (ValueError, ZeroDivisionError):
        share = Fraction(-1)
    if not 0 <= share <= 1:
        problem = f"{wording.strip()!r} is no share of a job"
        raise Refused(problem, "say yes, no, or a percentage such as 75 %")
    return share


def job_keys(jobs: Sequence[Employment]) -> tuple[str, ...]:
    """Return what each job is known by, whatever its dates: title and employer, numbered if alike."""
    seen: Counter[str] = Counter()
    keys = []
    for job in jobs:
        name = f"{field_key(job.title)} | {field_key(job.employer)}"
        seen[name] += 1
        keys.append(name if seen[name] == 1 else f"{name} #{seen[name]}")
    return tuple(keys)


def by_job(jobs: Sequence[Employment], ruled: Mapping[str, Relevance]) -> dict[int, Relevance]:
    """Return the rulings by the place of the job that each is about; a job nobody ruled on is absent."""
    if not ruled:
        return {}
    return {place: ruled[key] for place, key in enumerate(job_keys(jobs)) if key in ruled}
