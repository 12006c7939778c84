"""The JSON shapes of the command line, which users' scripts rely on: a key may join, none may go."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from recruiter_tui.domain.finding import Finding
    from recruiter_tui.services.archive import Archived, AsOf
    from recruiter_tui.services.screening import Screened, ScreenedApplication
    from recruiter_tui.services.views import (
        ApplicationRow,
        Comparison,
        HistoryEntry,
        ImportReport,
        VacancyDetail,
        VacancyRow,
    )


def stamp(at: str | None) -> str | None:
    """Return an instant of the store as the command line writes it: whole seconds in UTC, with a Z."""
    return f"{datetime.fromisoformat(at).astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" if at else None


def vacancy_json(row: VacancyRow) -> dict[str, object]:
    """Return one vacancy as a line of `notice list`."""
    closing = row.closing
    instant = closing.instant if closing else None
    return {
        "vacancy": row.id,
        "reference": row.reference,
        "title": row.title,
        "organisation": row.organisation,
        "duty_station_city": row.city,
        "duty_station_country": row.country,
        "grade": row.grade,
        "status": row.status.value,
        "closing": {
            "date": closing.date.isoformat(),
            "time": closing.time.strftime("%H:%M") if closing.time else None,
            "zone": closing.zone,
            "instant": f"{instant:%Y-%m-%dT%H:%M:%SZ}" if instant else None,
        }
        if closing
        else None,
        "applications": {disposition.value: count for disposition, count in row.counts.items()},
    }


def detail_json(detail: VacancyDetail) -> dict[str, object]:
    """Return what the store knows about one vacancy beside its notice."""
    return {
        **vacancy_json(detail.row),
        "criteria_version": detail.criteria_version,
        "criteria_hash": detail.criteria_hash,
        "frozen_at": stamp(detail.frozen_at),
        "policy": detail.policy,
        "reason_codes": [{"code": code.code, "name": code.name} for code in detail.reason_codes],
    }


def application_json(row: ApplicationRow) -> dict[str, object]:
    """Return one application as a line of `list`."""
    return {
        "application": row.application,
        "candidate": row.name,
        "tier": row.tier,
        "outcome": _word(row.outcome),
        "eligibility": _word(row.eligibility),
        "deadline": _word(row.deadline),
        "education_experience": _word(row.education_experience),
        "languages": _word(row.languages),
        "overruled": row.overruled,
        "months": {"low": row.months_low, "high": row.months_high} if row.months_low is not None else None,
        "spoken": list(row.spoken),
        "received": row.received,
        "disposition": row.disposition.value,
        "reason": row.reason,
        "note": row.note,
        "rank": row.rank,
        "tags": list(row.tags),
        "decided_by": row.decided_by,
        "decided_at": stamp(row.decided_at),
    }


def finding_json(finding: Finding) -> dict[str, object]:
    """Return one finding; a person's ruling stands beside the machine's outcome, which is kept."""
    override = finding.override
    return {
        "criterion": finding.criterion,
        "kind": finding.kind.value,
        "necessity": finding.necessity.value,
        "outcome": _word(finding.outcome),
        "reason": finding.reason,
        "inputs": dict(finding.inputs),
        "evidence": [
            {"quote": piece.quote, "source": piece.source, "span": list(piece.span) if piece.span else None}
            for piece in finding.evidence
        ],
        "override": {
            "outcome": override.outcome.value,
            "reason": override.reason,
            "by": override.by,
            "at": stamp(override.at),
        }
        if override
        else None,
        "rule": finding.rule,
        "flags": list(finding.flags),
    }


def screened_json(screened: Screened) -> dict[str, object]:
    """Return what stands above the findings of a vacancy."""
    return {
        "vacancy": screened.vacancy,
        "criteria_version": screened.criteria_version,
        "policy": screened.policy,
    }


def as_of_json(found: AsOf) -> dict[str, object]:
    """Return what computing a criteria version again gives otherwise; the findings follow one by one."""
    return {
        "vacancy": found.vacancy,
        "criteria_version": found.version,
        "policy": found.policy,
        "in_force": found.in_force,
        "differences": [
            {
                "application": one.application,
                "criterion": one.criterion,
                "stored": one.stored,
                "computed": one.computed,
            }
            for one in found.differences
        ],
    }


def as_kept_json(one: Archived) -> dict[str, object]:
    """Return one application as it was judged under a criteria version."""
    return {
        "application": one.application,
        "candidate": one.candidate,
        "tier": one.tier,
        "outcome": _word(one.outcome),
        "received": one.received,
        "disposition": one.disposition,
        "findings": [finding_json(finding) for finding in one.findings],
    }


def import_json(report: ImportReport, vacancy: str) -> dict[str, object]:
    """Return what an import did or would do."""
    problems = [
        {"file": one.file, "place": one.place, "problem": one.problem, "remedy": one.remedy}
        for one in report.problems
    ]
    warnings = [
        {"file": one.file, "place": one.place, "problem": one.problem, "remedy": one.remedy}
        for one in report.warnings
    ]
    return {
        "batch": report.batch,
        "vacancy": vacancy,
        "dry_run": report.dry_run,
        "added": report.added,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "differing": list(report.differing),
        "problems": problems,
        "warnings": warnings,
        "error_file": report.error_file,
    }


def comparison_json(comparison: Comparison, vacancy: str) -> dict[str, object]:
    """Return applications of a vacancy, by its reference or own id, side by side."""
    return {
        "vacancy": vacancy,
        "applications": [application_json(row) for row in comparison.applications],
        "lines": [
            {
                "label": line.label,
                "cells": list(line.cells),
                "outcomes": [_word(outcome) for outcome in line.outcomes],
                "differs": line.differs,
            }
            for line in comparison.lines
        ],
    }


def history_json(entry: HistoryEntry) -> dict[str, object]:
    """Return one entry of the journal."""
    return {
        "sequence": entry.sequence,
        "at": f"{entry.at:%Y-%m-%dT%H:%M:%SZ}",
        "by": entry.by,
        "summary": entry.summary,
        "undone": entry.undone,
        "undoes": entry.undoes,
        "details": list(entry.details),
    }


def screened_application_json(one: ScreenedApplication) -> dict[str, object]:
    """Return one application with its findings."""
    row = one.row
    return {
        "application": row.application,
        "candidate": row.name,
        "tier": row.tier,
        "outcome": _word(row.outcome),
        "received": row.received,
        "disposition": row.disposition.value,
        "findings": [finding_json(finding) for finding in one.findings],
    }


def _word(value: object) -> str | None:
    """Return an outcome's word; None where nobody has judged yet."""
    return None if value is None else str(value)
