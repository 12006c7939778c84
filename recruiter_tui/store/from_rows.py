"""Rows of the database as the records that services read; no SQLAlchemy, as the first screen needs them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from recruiter_tui.domain.application import Disposition, VacancyStatus
from recruiter_tui.domain.finding import Outcome
from recruiter_tui.store import codec
from recruiter_tui.store.records import Line, VacancyLine

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from recruiter_tui.domain.crosswalk import Crosswalk
    from recruiter_tui.domain.rulings import Accreditation, FieldRuling, Relevance

_OUTCOMES: Mapping[str | None, Outcome | None] = {None: None, **{str(one): one for one in Outcome}}
DISPOSITIONS: Mapping[str, Disposition] = {str(one): one for one in Disposition}


def rulings(
    ruled: list[tuple[str, str]], terms: tuple[int, str] | None
) -> tuple[dict[str, FieldRuling], Crosswalk | None]:
    """Return the rulings on fields of study by the field's key, and the crosswalk in force."""
    if not ruled and terms is None:
        return {}, None
    from recruiter_tui.store.rulings import load_field, load_version

    known = [load_field(value) for _, value in ruled]
    crosswalk = None if terms is None else load_version(terms[1]).crosswalk
    return {ruling.key: ruling for ruling in known}, crosswalk


def institutions(rows: list[tuple[str, str]]) -> dict[str, Accreditation]:
    """Return the checks of institutions by the institution's key."""
    if not rows:
        return {}
    from recruiter_tui.store.rulings import INSTITUTIONS, load_institution

    return {name.removeprefix(INSTITUTIONS): load_institution(value) for name, value in rows}


def relevance(rows: list[tuple[int, str]]) -> dict[int, dict[str, Relevance]]:
    """Return the rulings on jobs by application."""
    if not rows:
        return {}
    from recruiter_tui.store.rulings import load_relevance

    return {int(key): load_relevance(value) for key, value in rows}


def vacancy_line(row: Sequence[Any], counts: dict[Disposition, int]) -> VacancyLine:
    """Return the line of a row of `queries.VACANCIES`; the order of both is one."""
    key, title, reference, organisation, city, country, grade, status, closing, policy, version = row
    return VacancyLine(
        *(key, title, reference, organisation, city, country, grade),
        VacancyStatus(status),
        codec.load_closing(closing),
        policy,
        version,
        counts,
    )


def line(row: Sequence[Any]) -> Line:
    """Return the line of a row of `queries.LINE`; the order of both is one."""
    c = list(row)
    c[8], c[9] = tuple(c[8].split()), tuple(c[9].split())
    c[14] = None if c[14] is None else bool(c[14])
    c[15] = DISPOSITIONS[c[15]]
    c[19] = () if c[19] == "[]" else tuple(json.loads(c[19]))
    for place in range(24, 29):
        c[place] = _OUTCOMES[c[place]]
    c[29] = bool(c[29])
    c[30] = tuple(c[30].split()) if c[30] else ()
    return Line(*c)
