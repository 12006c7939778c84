"""Applicants in the forms that the program reads: CSV, its own JSON, JSON Resume."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

from .pools import countries

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .model import Applicant

COLUMNS = (
    "application",
    "name",
    "given_name",
    "family_name",
    "email",
    "phone",
    "nationalities",
    "residence",
    "gender",
    "internal",
    "received",
    "channel",
    "degrees",
    "employment",
    "languages",
    "cv",
    "note",
    "tags",
)
_YES = {True: "yes", False: "no", None: ""}
_PERCENT = 100


def as_csv(applicants: Iterable[Applicant]) -> str:
    """Return the applicants as CSV with a header; every other one names countries by name instead of code."""
    rows = [_row(applicant, by_name=number % 2 == 1) for number, applicant in enumerate(applicants)]
    return table(rows)


def table(rows: Iterable[dict[str, str]]) -> str:
    """Return rows as CSV; absent cells are empty."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def as_json(applicants: Iterable[Applicant]) -> str:
    """Return the applicants as an array in the shape of `candidate read`."""
    return json.dumps([_object(applicant) for applicant in applicants], ensure_ascii=False, indent=1) + "\n"


def as_resume(applicant: Applicant) -> str:
    """Return one applicant as a JSON Resume, which knows no nationality and no receipt."""
    person = applicant.person
    place = {"countryCode": person.residence, "city": countries()[person.residence].cities[0]}
    resume = {
        "basics": {
            "name": person.name,
            "email": person.email,
            "phone": person.phone,
            "location": place,
            "summary": applicant.paper.partition("\n\n")[2][:600],
        },
        "work": [
            {"name": job.employer, "position": job.title, "startDate": job.dates[0]}
            | ({"endDate": job.dates[1]} if job.end else {})
            for job in reversed(applicant.jobs)
        ],
        "education": [
            {
                "institution": degree.institution,
                "area": degree.field,
                "studyType": degree.level,
                "endDate": degree.completed,
            }
            for degree in applicant.degrees
        ],
        "languages": [{"language": name, "fluency": level} for name, level in applicant.languages],
    }
    return json.dumps(resume, ensure_ascii=False, indent=1) + "\n"


def _row(applicant: Applicant, *, by_name: bool) -> dict[str, str]:
    person = applicant.person
    nations = [countries()[code].name if by_name else code for code in person.nationalities]
    return {
        "application": applicant.id,
        "name": person.name,
        "given_name": person.given,
        "family_name": person.family,
        "email": person.email,
        "phone": person.phone,
        "nationalities": "; ".join(nations),
        "residence": person.residence,
        "gender": person.gender,
        "internal": _YES[applicant.internal],
        "received": applicant.received,
        "channel": applicant.channel,
        "degrees": "; ".join(
            f"{degree.level} | {degree.field} | {degree.institution} | {degree.completed}"
            for degree in applicant.degrees
        ),
        "employment": "; ".join(
            f"{job.title} | {job.employer} | {' | '.join(job.dates)} | {job.percent}%"
            for job in applicant.jobs
        ),
        "languages": "; ".join(f"{name} | {level}" for name, level in applicant.languages),
        "cv": f"cvs/{applicant.id}.txt" if applicant.paper else "",
        "note": applicant.note,
        "tags": "; ".join(applicant.tags),
    }


def _object(applicant: Applicant) -> dict[str, object]:
    person = applicant.person
    application: dict[str, object] = {
        "id": applicant.id,
        "received": applicant.received,
        "channel": applicant.channel,
        "internal": applicant.internal,
    }
    return {
        "application": application,
        "name": {"value": person.name, "given": person.given, "family": person.family},
        "emails": [{"value": person.email}],
        "phones": [{"value": person.phone}] if person.phone else [],
        "nationalities": list(person.nationalities),
        "residence": person.residence,
        "gender": person.gender or None,
        "employment": [
            {
                "employer": job.employer,
                "title": job.title,
                "start": job.dates[0],
                "end": job.dates[1],
                "fte": job.percent / _PERCENT,
                "paid": True,
            }
            for job in applicant.jobs
        ],
        "degrees": [
            {
                "level": degree.level,
                "field": degree.field or None,
                "institution": degree.institution,
                "completed": degree.completed,
                "status": "completed" if degree.completed < applicant.received[:10] else "expected",
            }
            for degree in applicant.degrees
        ],
        "languages": [{"language": name, "level": level} for name, level in applicant.languages],
    }
