"""The criteria of a vacancy: what a notice demands of an applicant, as data that the rules read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Literal

from recruiter_tui.domain.stated import Span, State


class Kind(StrEnum):
    """The families of criteria; `deadline` stands for the notice's closing."""

    DEADLINE = "deadline"
    NATIONALITY = "nationality"
    TIER = "tier"
    EDUCATION_EXPERIENCE = "education_experience"
    LANGUAGE = "language"
    EXPERIENCE = "experience"
    SKILL = "skill"
    COMPETENCY = "competency"
    CHANNEL = "channel"


class Necessity(StrEnum):
    """Whether an applicant must meet a criterion or only gains by meeting it."""

    ESSENTIAL = "essential"
    ADVANTAGE = "advantage"


class Stage(StrEnum):
    """Where a criterion can be judged; the sift offers only paper ones (R42)."""

    PAPER = "paper"
    TEST = "test"
    INTERVIEW = "interview"
    ASSESSMENT = "assessment"


class DegreeLevel(IntEnum):
    """Levels of education in rising order; a higher degree meets a lower demand."""

    SECONDARY = 1
    DIPLOMA = 2
    BACHELOR = 3
    MASTER = 4
    DOCTORATE = 5

    @property
    def word(self) -> str:
        """Return the level's name as files and the command line spell it."""
        return self.name.lower()


class CompetencyGroup(StrEnum):
    """The groups of an organisation's competency framework."""

    VALUES = "values"
    CORE = "core"
    MANAGERIAL = "managerial"
    FUNCTIONAL = "functional"


class NationalityRule(StrEnum):
    """How a notice treats nationals (R8): the words are those of the command line's JSON."""

    EXCLUDES_DUTY_STATION = "excludes duty-station nationals"
    ONLY_DUTY_STATION = "only duty-station nationals"
    ONLY_LISTED = "only listed nationals"
    EXCLUDES_LISTED = "excludes listed nationals"


@dataclass(frozen=True, slots=True)
class Imported:
    """A criterion as it came in, kept beside what a person made of it."""

    id: str
    text: str
    necessity: Necessity
    spans: tuple[Span, ...] = ()
    asked: str = ""
    """What it asked for beyond its wording, for instance `master with 60 months`."""
    by: str | None = None
    """Who had added it, where no notice did."""
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Base:
    """What every criterion has."""

    id: str
    """Stable and readable within its vacancy: `education`, `language-en`, `experience-3`."""
    text: str = ""
    """The notice's own wording."""
    necessity: Necessity = Necessity.ESSENTIAL
    spans: tuple[Span, ...] = ()
    stage: Stage = Stage.PAPER
    imported: Imported | None = None
    """The criterion as it came in; None beside a person's name is one that a person added."""
    by: str | None = None
    """Who corrected or added it."""
    at: datetime | None = None

    @property
    def state(self) -> State:
        """Return whether the notice states the criterion as it stands here, or a person made it so."""
        return State.STATED if self.by is None else State.CORRECTED


class FieldRule(StrEnum):
    """Whether the fields of study that a notice lists hold for one branch (R20)."""

    LISTED = "listed"
    OPEN = "open"
    """The notice does not say: a degree in a listed field will do, on another a person rules."""
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Branch:
    """One way of meeting the education criterion (R19): a degree with months; None asks for no experience."""

    degree: DegreeLevel
    months: int | None = None
    field_rule: FieldRule = FieldRule.LISTED
    fields_of_study: tuple[str, ...] = ()
    """Fields of its own, where the notice lists others for this branch; empty: those of the criterion."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EducationExperience(_Base):
    """Degrees paired with experience, each pair tested as a whole (R19-R21)."""

    kind: Literal[Kind.EDUCATION_EXPERIENCE] = Kind.EDUCATION_EXPERIENCE
    alternatives: tuple[Branch, ...] = ()
    fields_of_study: tuple[str, ...] = ()
    """The listed fields; empty when any field will do."""
    related_field: bool = False
    """Whether 'or a related field' is allowed, which a person rules on (R23)."""
    accreditation: str | None = None
    """The notice's words on accreditation (R24)."""


@dataclass(frozen=True, slots=True)
class LanguageNeed:
    """One language of a requirement: ISO 639 code, level as the notice words it, and the skills asked for."""

    language: str
    level: str | None = None
    skills: tuple[str, ...] = ()
    """Any of `oral`, `written`, `reading`, `writing`, `speaking`, `understanding`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageRequirement(_Base):
    """Languages of which any one will do (R39-R40)."""

    kind: Literal[Kind.LANGUAGE] = Kind.LANGUAGE
    any_of: tuple[LanguageNeed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExperienceTopic(_Base):
    """A kind of experience that a person judges; `months` where the notice asks for a length of its own."""

    kind: Literal[Kind.EXPERIENCE] = Kind.EXPERIENCE
    months: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill(_Base):
    """A skill or piece of knowledge that a person judges."""

    kind: Literal[Kind.SKILL] = Kind.SKILL


@dataclass(frozen=True, slots=True, kw_only=True)
class Competency(_Base):
    """A competency of the organisation's framework; values are not levelled (R41)."""

    kind: Literal[Kind.COMPETENCY] = Kind.COMPETENCY
    group: CompetencyGroup = CompetencyGroup.CORE
    level: int | None = None
    stage: Stage = Stage.ASSESSMENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Nationality(_Base):
    """An eligibility rule on nationality, apart from merit (R8-R9)."""

    kind: Literal[Kind.NATIONALITY] = Kind.NATIONALITY
    rule: NationalityRule = NationalityRule.EXCLUDES_DUTY_STATION
    country: str | None = None
    """The duty-station country, ISO 3166-1 alpha-2; None where the notice does not name it."""
    listed: tuple[str, ...] = ()
    """The countries of a rule that lists them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tier(_Base):
    """Who belongs to one tier of candidates: a gate and an order, never points (R14-R17)."""

    kind: Literal[Kind.TIER] = Kind.TIER
    tier: int = 1
    internal: bool = False
    some_internal: bool = False
    """Whether it takes internal applicants of some contracts alone, which no file tells: a person decides."""
    nationalities: tuple[str, ...] = ()
    gender: str | None = None
    """A clause for external candidates of one gender, from `grade_from` up (IOM, April 2022)."""
    grade_from: str | None = None
    rest: bool = False
    """Whether this tier takes everybody whom no earlier tier takes."""
    necessity: Necessity = Necessity.ADVANTAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel(_Base):
    """The only way in which an application counts (R6)."""

    kind: Literal[Kind.CHANNEL] = Kind.CHANNEL
    channel: str = ""
    """A short name of the channel, for instance `e-recruitment`."""


Criterion = (
    EducationExperience
    | LanguageRequirement
    | ExperienceTopic
    | Skill
    | Competency
    | Nationality
    | Tier
    | Channel
)
