"""What the store holds of vacancies and applications, as the lines that screens and scripts see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.domain.application import REASON_CODES
from recruiter_tui.domain.policy import DEFAULT_POLICY
from recruiter_tui.services.views import ApplicationRow, VacancyDetail, VacancyRow

if TYPE_CHECKING:
    from recruiter_tui.store.records import Line, VacancyLine, VacancyRecord


def vacancy_id(key: int) -> str:
    """Return the store's own name of a vacancy."""
    return f"V{key}"


def vacancy_key(vacancy: str) -> int:
    """Return the key behind a vacancy's own name; for names that a service handed out."""
    return int(vacancy[1:])


def policy_name(line: VacancyLine) -> str:
    """Return the name of the policy under which a vacancy's experience is counted."""
    return line.policy or DEFAULT_POLICY.name


def vacancy_row(line: VacancyLine) -> VacancyRow:
    """Return one vacancy as a line."""
    return VacancyRow(
        id=vacancy_id(line.key),
        title=line.title,
        reference=line.reference,
        organisation=line.organisation,
        city=line.city,
        country=line.country,
        grade=line.grade,
        status=line.status,
        closing=line.closing,
        counts=line.counts,
        version=line.version,
    )


def detail_view(record: VacancyRecord) -> VacancyDetail:
    """Return the record as screens see it; every vacancy has the common reason codes, then its own."""
    return VacancyDetail(
        row=vacancy_row(record.line),
        notice=record.notice,
        criteria_version=record.criteria.number,
        frozen_at=record.criteria.frozen_at,
        criteria_hash=record.criteria.digest,
        policy=policy_name(record.line),
        reason_codes=(*REASON_CODES, *record.codes),
    )


def application_row(line: Line, position: int | None) -> ApplicationRow:
    """Return one application as a line; `position` is its place on the shortlist, from 1."""
    return ApplicationRow(
        key=line.key,
        application=line.application,
        name=line.name,
        tier=line.tier,
        outcome=line.outcome,
        eligibility=line.eligibility,
        deadline=line.deadline,
        education_experience=line.education_experience,
        languages=line.languages,
        overruled=line.overruled,
        months_low=line.months_low,
        months_high=line.months_high,
        spoken=line.spoken,
        disposition=line.disposition,
        reason=line.reason,
        note=line.note,
        rank=position,
        received=line.received,
        tags=line.tags,
        decided_by=line.decided_by,
        decided_at=line.decided_at,
        version=line.version,
    )
