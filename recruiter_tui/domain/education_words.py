"""How the finding on education with experience reads: one sentence on the branch that decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.domain.requirement import Branch, DegreeLevel, EducationExperience, FieldRule
from recruiter_tui.domain.wording import listed, months_in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recruiter_tui.domain.education_branches import JudgedBranch, JudgedDegree
    from recruiter_tui.domain.person import Degree, Employment
    from recruiter_tui.domain.truth import Truth


def sentence(
    deciding: JudgedBranch, branches: Sequence[JudgedBranch], truth: Truth, criterion: EducationExperience
) -> str:
    """Return why the criterion is met or not, in one sentence on the deciding branch."""
    if truth and deciding.best is not None:
        degree, branch = _degree_in_words(deciding.best), _branch_in_words(deciding.branch)
        return f"{degree} meets {branch}{_with_months(deciding)}."
    if truth is False:
        return _degree_lack(branches) if deciding.has_degree is False else _months_lack(deciding)
    return _degree_doubt(deciding, criterion) if deciding.has_degree is None else _months_lack(deciding)


def _with_months(judged: JudgedBranch) -> str:
    return "" if judged.branch.months is None else f", with {months_in_words(judged.months)} of experience"


def _branch_in_words(branch: Branch) -> str:
    if branch.months is None:
        return f"the branch that asks for {_a(branch.degree)}"
    return f"the branch that asks for {_a(branch.degree)} and {branch.months} months"


def _a(level: DegreeLevel) -> str:
    return "secondary education" if level is DegreeLevel.SECONDARY else f"a {level.word}"


def _degree_in_words(judged: JudgedDegree) -> str:
    """Return a degree for the beginning of a sentence."""
    level = judged.degree.level.word if judged.degree.level else "degree"
    return f"The {level} in {judged.degree.field}" if judged.degree.field else f"The {level}"


def _degree_lack(branches: Sequence[JudgedBranch]) -> str:
    """Return which degree is missing, for the lowest that would have done."""
    lowest = min(branches, key=lambda judged: judged.branch.degree)
    asked = _a(lowest.branch.degree)
    best = lowest.best
    if best is not None and best.level and best.conferred is False:
        return f"{_degree_in_words(best)} is not completed by the cut-off, where {asked} is asked."
    if best is not None and best.level:  # high enough and completed: what is lacking is the field
        return f"{_degree_in_words(best)} is in none of the listed fields, where {asked} is asked."
    return f"No degree on file is {asked} or higher."


def _degree_doubt(judged: JudgedBranch, criterion: EducationExperience) -> str:
    """Return what about the degree nobody can tell from the file."""
    asked = _a(judged.branch.degree)
    best = judged.best
    if best is None:
        return f"The file lists no degrees, where {asked} is asked."
    if best.level is None:
        return f"The level of a degree on file is unknown, where {asked} is asked."
    if best.conferred is None:
        return f"{_degree_in_words(best)} may not be completed by the cut-off, where {asked} is asked."
    if best.degree.field is None:
        asked = listed(_few(judged.branch.fields_of_study or criterion.fields_of_study), "or")
        return f"{_degree_in_words(best)} has no field on file, where {asked} is asked."
    if judged.branch.field_rule is FieldRule.OPEN:
        unsaid = f"the notice does not say whether {asked} must be"
        return f"{_degree_in_words(best)} is in no listed field by name, and {unsaid}, so a person rules."
    return f"{_degree_in_words(best)} is in no listed field by name, so a person rules whether it is related."


def _few(fields: tuple[str, ...]) -> list[str]:
    few = 3
    return list(fields) if len(fields) <= few else ["a listed field"]


def _months_lack(judged: JudgedBranch) -> str:
    """Return how the months compare with those asked."""
    months, degree = judged.branch.months, _a(judged.branch.degree)
    if judged.long_enough is None and not judged.months.high and not judged.months.unbounded:
        return f"The file lists no employment, where {months} months are asked with {degree}."
    asked = f"{months} are asked with {degree}"
    return f"The file shows {months_in_words(judged.months)} of experience where {asked}."


def degree_wording(degree: Degree) -> str:
    """Return a degree as the record words it."""
    level = degree.title or (degree.level.word if degree.level else "")
    completed = "" if degree.completed is None else str(degree.completed)
    return " | ".join(filter(None, (level, degree.field, degree.institution, completed)))


def job_wording(job: Employment) -> str:
    """Return a job as the record words it."""
    share = "" if job.fte is None else f"{job.fte.numerator * 100 / job.fte.denominator:g}%"
    dates = [str(date) for date in (job.start, job.end) if date is not None]
    return " | ".join(filter(None, (job.title, job.employer, *dates, share)))
