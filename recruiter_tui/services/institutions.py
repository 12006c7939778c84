"""Institutions that notices want to be accredited: who studied there, and what a person found out (R24)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recruiter_tui.domain.errors import Refused
from recruiter_tui.domain.requirement import EducationExperience
from recruiter_tui.domain.rulings import Accreditation, Standing, field_key
from recruiter_tui.domain.text import clean

if TYPE_CHECKING:
    from recruiter_tui.store.reading import Reader

_LONGEST, _LONGEST_NOTE = 300, 20_000


@dataclass(frozen=True, slots=True)
class Institution:
    """An institution that applicants of a vacancy studied at."""

    name: str
    checked: Accreditation | None
    applications: tuple[int, ...]
    """Keys."""


def record_of(
    institution: str, standing: str, on: str, by: str, *, identity: str = "", note: str = ""
) -> Accreditation:
    """Return the record of a check; raises Refused for no name, no such outcome, or no date."""
    name = " ".join(clean(institution, limit=_LONGEST).split())
    if not name:
        problem = "no institution was named"
        raise Refused(problem, "name it as the degree does")
    if standing not in set(Standing):
        problem = f"{clean(standing, limit=_LONGEST)!r} is no outcome of a check"
        raise Refused(problem, f"say one of: {', '.join(Standing)}")
    try:
        day = dt.date.fromisoformat(on)
    except ValueError:
        problem = f"{clean(on, limit=_LONGEST)!r} is no date"
        raise Refused(problem, "write the day of the check like 2026-11-22") from None
    words = clean(note, multiline=True, limit=_LONGEST_NOTE).strip()
    register = clean(identity, limit=_LONGEST).strip()
    return Accreditation(name, Standing(standing), day.isoformat(), by, register, words)


def graduates(reader: Reader, key: str) -> list[int]:
    """Return the applications, to any vacancy that asks for accreditation, of who studied at one place."""
    return [
        filed.key
        for line in reader.vacancies()
        if _asks(reader, line.key)
        for filed in reader.applicants(line.key, texts=False)
        if any(
            degree.institution and field_key(degree.institution) == key for degree in filed.candidate.degrees
        )
    ]


def institutions(reader: Reader, vacancy: int) -> tuple[Institution, ...]:
    """Return where a vacancy's applicants studied, those not checked yet first, then the most frequent."""
    checked = reader.vacancy(vacancy).institutions
    found: dict[str, tuple[str, list[int]]] = {}
    for filed in reader.applicants(vacancy, texts=False):
        for degree in filed.candidate.degrees:
            if degree.institution:
                keys = found.setdefault(field_key(degree.institution), (degree.institution, []))[1]
                keys.append(filed.key)
    places = [
        Institution(name, checked.get(key), tuple(dict.fromkeys(keys))) for key, (name, keys) in found.items()
    ]
    return tuple(sorted(places, key=lambda one: (one.checked is not None, -len(one.applications), one.name)))


def _asks(reader: Reader, vacancy: int) -> bool:
    criteria = reader.vacancy(vacancy).notice.criteria
    return any(isinstance(one, EducationExperience) and one.accreditation for one in criteria)
