"""Version 4 of Europass profiles: a Candidate in HR-XML."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from recruiter_tui.domain.person import PRESENT, Degree, DegreeStatus, Employment
from recruiter_tui.reading.candidates import degree_words, facts
from recruiter_tui.reading.candidates.dates import partial_date
from recruiter_tui.reading.candidates.europass_tree import (
    LEVELS,
    Tree,
    all_parts,
    at,
    born,
    language,
    native,
    person_of,
    prose,
    text_at,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from recruiter_tui.domain.dates import PartialDate
    from recruiter_tui.domain.person import Candidate

_DATE = re.compile(r"(?P<year>[0-9]{4})(?:-?(?P<month>[0-9]{2}))?(?:-?(?P<day>[0-9]{2}))?")


def version_4(tree: Tree) -> Candidate:
    """Return the candidate of a Candidate in HR-XML."""
    person = at(tree, "CandidatePerson")
    contacts = list(all_parts(person, "Communication"))
    mails = [text_at(each, "URI") for each in contacts if text_at(each, "ChannelCode") == "Email"]
    phones = [_phone_4(each) for each in contacts if text_at(each, "ChannelCode") == "Telephone"]
    addresses = [text_at(each, "CountryCode") for each in all_parts(person, "Address")]
    jobs = [job for each in all_parts(tree, "EmployerHistory") for job in _jobs_4(each)]
    studies = [_degree_4(each) for each in all_parts(tree, "EducationOrganizationAttendance")]
    mother = [native(text_at(each), "") for each in person.get("PrimaryLanguageCode", ())]
    spoken = [
        language(
            text_at(each, "CompetencyID"),
            [
                (text_at(one, "CompetencyDimensionTypeCode"), text_at(one, "Score", "ScoreText"))
                for one in all_parts(each, "CompetencyDimension")
            ],
        )
        for each in all_parts(tree, "PersonCompetency")
        if text_at(each, "TaxonomyID").casefold() == "language"
    ]
    found = person_of(
        text_at(person, "PersonName", "GivenName"),
        text_at(person, "PersonName", "FamilyName"),
        mails,
        phones,
        [text_at(each) for each in all_parts(person, "NationalityCode")],
        next(filter(None, addresses), ""),
        jobs,
        studies,
        [*mother, *spoken],
    )
    return replace(found, birth_date=born(partial_date(text_at(person, "BirthDate")[:10])))


def _phone_4(each: Tree) -> str:
    dialling, number = text_at(each, "CountryDialing"), text_at(each, "DialNumber")
    return f"+{dialling.lstrip('+')}{number}" if dialling else number


def _jobs_4(each: Tree) -> Iterator[Employment]:
    """Yield the posts with one employer."""
    for post in all_parts(each, "PositionHistory"):
        period = at(post, "EmploymentPeriod")
        yield Employment(
            employer=text_at(each, "OrganizationName") or text_at(post, "Employer"),
            title=text_at(post, "PositionTitle"),
            start=_date_4(at(period, "StartDate")),
            end=_end_4(post, period),
            text=prose(post, "Description"),
        )


def _end_4(post: Tree, period: Tree) -> PartialDate | str | None:
    current = (text_at(post, "CurrentIndicator"), text_at(period, "CurrentIndicator"))
    return PRESENT if "true" in current else _date_4(at(period, "EndDate"))


def _degree_4(each: Tree) -> Degree:
    title = text_at(each, "EducationDegree", "DegreeName")
    period = at(each, "AttendancePeriod")
    ongoing = "true" in (text_at(period, "Ongoing"), text_at(period, "CurrentIndicator"))
    end = None if ongoing else _date_4(at(period, "EndDate"))
    level = degree_words.level(title) or facts.degree_level(
        LEVELS.get(text_at(each, "EducationLevelCode")[-1:], "")
    )
    return Degree(
        level=level,
        field=text_at(each, "ProgramName") or text_at(each, "MajorProgramName") or None,
        institution=text_at(each, "OrganizationName") or None,
        completed=end,
        status=DegreeStatus.EXPECTED if ongoing else DegreeStatus.COMPLETED if end else DegreeStatus.UNKNOWN,
        title=title or None,
    )


def _date_4(tree: Tree) -> PartialDate | None:
    found = _DATE.match(text_at(tree, "FormattedDateTime"))
    return partial_date("-".join(filter(None, found.groups()))) if found else None
