"""A notice as JSON, in the shape that the command line promises."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import TYPE_CHECKING, Any

from recruiter_tui.domain.notice import Closing
from recruiter_tui.domain.requirement import (
    Branch,
    Channel,
    Competency,
    DegreeLevel,
    EducationExperience,
    ExperienceTopic,
    FieldRule,
    LanguageRequirement,
    Nationality,
    Tier,
)

if TYPE_CHECKING:
    from recruiter_tui.domain.notice import Duty, Notice
    from recruiter_tui.domain.requirement import Criterion
    from recruiter_tui.domain.stated import Span, Stated

FIELDS = (
    "title", "reference", "organisation", "duty_station_city", "duty_station_country", "grade", "category",
    "contract_type", "duration", "posted_on", "closing", "salary",
)  # fmt: skip
"""The fields under `fields`, in their order."""


def notice_json(notice: Notice) -> dict[str, Any]:
    """Return a notice as plain data: every field present, `value` null exactly when it is not stated."""
    return {
        "source": {
            "file": notice.source.file,
            "sha256": notice.source.sha256,
            "layout": notice.source.layout,
        },
        "fields": {name: stated_json(getattr(notice, name)) for name in FIELDS},
        "criteria": [criterion_json(each) for each in notice.criteria],
        "duties": _duties(notice.duties),
        "documents": _duties(notice.documents),
        "conditions": _duties(notice.conditions),
        "roster_months": stated_json(notice.roster_months),
        "contradictions": [
            {"between": list(each.between), "what": each.what, "spans": _spans(each.spans)}
            for each in notice.contradictions
        ],
        "boilerplate": _spans(notice.boilerplate),
    }


def stated_json(stated: Stated[Any]) -> dict[str, Any]:
    """Return a value with its state and spans, and its wording, reason and readings where it has them."""
    found: dict[str, Any] = {
        "value": plain(stated.value),
        "state": stated.state.value,
        "spans": _spans(stated.spans),
    }
    if stated.text is not None:
        found["text"] = stated.text
    if stated.why is not None:
        found["why"] = stated.why
    if stated.readings:
        found["readings"] = [plain(each) for each in stated.readings]
    if stated.by is not None:
        found |= {"imported": plain(stated.imported), "by": stated.by, "at": plain(stated.at)}
    return found


def criterion_json(criterion: Criterion) -> dict[str, Any]:
    """Return a criterion with the keys of its kind."""
    found: dict[str, Any] = {
        "id": criterion.id,
        "kind": criterion.kind.value,
        "necessity": criterion.necessity.value,
        "stage": criterion.stage.value,
        "text": criterion.text,
        "spans": _spans(criterion.spans),
        "state": criterion.state.value,
    }
    if criterion.by is not None:
        came = criterion.imported
        imported = came and {"id": came.id, "text": came.text, "necessity": came.necessity.value}
        found |= {"imported": imported, "by": criterion.by, "at": plain(criterion.at)}
    return found | _own(criterion)


def _own(criterion: Criterion) -> dict[str, Any]:  # noqa: PLR0911  (one return a kind reads best)
    match criterion:
        case EducationExperience():
            return {
                "alternatives": [
                    {"degree": each.degree.word, "months": each.months} | _fields_apart(each)
                    for each in criterion.alternatives
                ],
                "fields_of_study": list(criterion.fields_of_study),
                "related_field": criterion.related_field,
                "accreditation": criterion.accreditation,
            }
        case LanguageRequirement():
            return {
                "any_of": [
                    {"language": need.language, "level": need.level, "skills": list(need.skills)}
                    for need in criterion.any_of
                ]
            }
        case ExperienceTopic():
            return {"months": criterion.months}
        case Competency():
            return {"group": criterion.group.value, "level": criterion.level}
        case Nationality():
            return {
                "rule": criterion.rule.value,
                "country": criterion.country,
                "listed": list(criterion.listed),
            }
        case Tier():
            return {
                "tier": criterion.tier,
                "internal": criterion.internal,
                "some_internal": criterion.some_internal,
                "nationalities": list(criterion.nationalities),
                "gender": criterion.gender,
                "grade_from": criterion.grade_from,
                "rest": criterion.rest,
            }
        case Channel():
            return {"channel": criterion.channel}
        case _:
            return {}


def _fields_apart(branch: Branch) -> dict[str, Any]:
    """Return how a branch reads the listed fields, where it does not simply ask for one of them (R20)."""
    found: dict[str, Any] = {}
    if branch.field_rule is not FieldRule.LISTED:
        found["fields"] = branch.field_rule.value
    if branch.fields_of_study:
        found["fields_of_study"] = list(branch.fields_of_study)
    return found


def plain(value: object) -> object:
    """Return a value of the domain as JSON has it: codes, ISO 8601 dates, and a closing as an object."""
    if isinstance(value, Closing):
        instant = value.instant
        return {
            "date": value.date.isoformat(),
            "time": value.time.strftime("%H:%M") if value.time else None,
            "zone": value.zone,
            "instant": instant.strftime("%Y-%m-%dT%H:%M:%SZ") if instant else None,
        }
    if isinstance(value, DegreeLevel):
        return value.word
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (dt.datetime, dt.date, dt.time)):
        return value.isoformat()
    return value


def _duties(duties: tuple[Duty, ...]) -> list[dict[str, Any]]:
    return [{"text": duty.text, "span": list(duty.span)} for duty in duties]


def _spans(spans: tuple[Span, ...]) -> list[list[int]]:
    return [list(span) for span in spans]
