"""A notice in plain lines: every field with its state, every criterion in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.domain.notice_words import branch_fields_words
from recruiter_tui.domain.requirement import (
    Channel,
    Competency,
    EducationExperience,
    LanguageRequirement,
    Nationality,
    Tier,
)
from recruiter_tui.domain.stated import State, Stated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from recruiter_tui.domain.notice import Closing, Notice
    from recruiter_tui.domain.requirement import Criterion, LanguageNeed

_FIELDS = (
    "title",
    "reference",
    "organisation",
    "duty_station_city",
    "duty_station_country",
    "grade",
    "category",
    "contract_type",
    "duration",
    "posted_on",
    "closing",
    "roster_months",
)
_WIDTH = 22


def notice_lines(notice: Notice) -> Iterator[str]:
    """Yield the notice line by line."""
    for name in _FIELDS:
        value: Stated[object] = getattr(notice, name)
        yield f"{name.replace('_', ' '):<{_WIDTH}} {_shown(value)}"
    yield f"{'duties':<{_WIDTH}} {len(notice.duties)}"
    for document in notice.documents:
        yield f"{'document to submit':<{_WIDTH}} {document.text}"
    for condition in notice.conditions:
        yield f"{'condition':<{_WIDTH}} {condition.text}"
    for criterion in notice.criteria:
        what = f"{criterion.kind.value}, {criterion.necessity.value}"
        yield f"{criterion.id:<{_WIDTH}} {what}: {in_words(criterion)}"
    for contradiction in notice.contradictions:
        yield f"{'contradiction':<{_WIDTH}} {' / '.join(contradiction.between)}: {contradiction.what}"


def in_words(criterion: Criterion) -> str:
    """Return a criterion as one plain sentence part."""
    match criterion:
        case EducationExperience():
            words = _education(criterion)
        case LanguageRequirement():
            words = " or ".join(_language(need) for need in criterion.any_of)
        case Nationality():
            countries = ", ".join(filter(None, (criterion.country, *criterion.listed)))
            words = f"{criterion.rule.value}{f' ({countries})' if countries else ''}"
        case Tier():
            words = _tier(criterion)
        case Competency():
            level = f", level {criterion.level}" if criterion.level else ""
            words = f"{criterion.text} ({criterion.group.value}{level})"
        case Channel():
            words = criterion.text or criterion.channel
        case _:
            words = criterion.text
    return words


def _language(need: LanguageNeed) -> str:
    """Return a language with its level and the skills asked for."""
    skills = f"({', '.join(need.skills)})" if need.skills else ""
    return " ".join(filter(None, (need.language, need.level, skills)))


def closing_words(closing: Closing) -> str:
    """Return a closing as it was stated, with the UTC instant where it is one."""
    words = closing.date.isoformat()
    if closing.time is not None:
        words += f" {closing.time:%H:%M}"
    words += f" {closing.zone}" if closing.zone else ", zone not stated"
    return f"{words} ({closing.instant:%Y-%m-%d %H:%M} UTC)" if closing.instant else words


def _education(criterion: EducationExperience) -> str:
    """Return the branches, of which any one will do."""
    branches = " or ".join(
        branch.degree.word
        + (f" with {branch.months} months" if branch.months is not None else "")
        + branch_fields_words(branch)
        for branch in criterion.alternatives
    )
    fields = f" in {', '.join(criterion.fields_of_study)}" if criterion.fields_of_study else ""
    related = " or a related field" if criterion.related_field else ""
    return f"{branches}{fields}{related}"


def _tier(criterion: Tier) -> str:
    """Return who belongs to a tier."""
    parts = ["internal candidates"] if criterion.internal else []
    if criterion.nationalities:
        parts.append(
            f"nationals of {len(criterion.nationalities)} states ({' '.join(criterion.nationalities)})"
        )
    if criterion.gender:
        parts.append(
            f"{criterion.gender} candidates"
            + (f" from {criterion.grade_from}" if criterion.grade_from else "")
        )
    if criterion.rest:
        parts.append("everybody else")
    return f"tier {criterion.tier}: {', '.join(parts)}"


def _shown(value: Stated[object]) -> str:
    """Return a field's value with its state, which is left out where the notice simply states it."""
    from recruiter_tui.domain.notice import Closing as ClosingType

    if value.state is State.NOT_STATED:
        return "not stated" + (f" ({value.why})" if value.why else "")
    words = closing_words(value.value) if isinstance(value.value, ClosingType) else str(value.value)
    if value.state is State.STATED:
        return words
    return f"{words}  [{value.state.value}{f': {value.why}' if value.why else ''}]"
