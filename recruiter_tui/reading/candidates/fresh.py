"""FRESH resumes, told in the words of JSON Resume."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

Object = dict[str, object]


def is_fresh(value: Mapping[str, object]) -> bool:
    """Tell whether an object is a FRESH resume: it says so, or keeps work as a history beside contacts."""
    meta, work = value.get("meta"), value.get("employment")
    says_so = isinstance(meta, dict) and str(meta.get("format", "")).upper().startswith("FRESH")
    return says_so or (isinstance(work, dict) and isinstance(value.get("contact"), dict))


def as_resume(value: Mapping[str, object]) -> Object:
    """Return the same facts under the keys of JSON Resume; referees and affiliations are left out."""
    contact, location = _object(value.get("contact")), _object(value.get("location"))
    return {
        "basics": {
            "name": value.get("name"),
            "email": contact.get("email"),
            "phone": contact.get("phone"),
            "location": {"countryCode": location.get("country")},
        },
        "work": [_job(each) for each in _history(value.get("employment"))],
        "volunteer": [_job(each) for each in _history(value.get("service"))],
        "education": [_study(each) for each in _history(value.get("education"))],
        "languages": [
            {"language": each.get("language"), "fluency": each.get("level")}
            for each in _list(value.get("languages"))
        ],
    }


def _job(data: Object) -> Object:
    return {
        "name": data.get("employer") or data.get("organization"),
        "position": data.get("position"),
        "startDate": data.get("start"),
        "endDate": data.get("end"),
        "summary": data.get("summary"),
        "highlights": data.get("highlights"),
    }


def _study(data: Object) -> Object:
    kind = data.get("title") or data.get("degree")
    return {
        "institution": data.get("institution"),
        "studyType": kind.strip("*_ ") if isinstance(kind, str) else None,
        "area": data.get("area"),
        "endDate": data.get("end"),
    }


def _history(part: object) -> list[Object]:
    return _list(_object(part).get("history"))


def _list(part: object) -> list[Object]:
    return [each for each in part if isinstance(each, dict)] if isinstance(part, list) else []


def _object(part: object) -> Object:
    return part if isinstance(part, dict) else {}
