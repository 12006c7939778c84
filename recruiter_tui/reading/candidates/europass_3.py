"""Version 3 of Europass profiles: the SkillsPassport, as XML or JSON."""

from __future__ import annotations

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
    from recruiter_tui.domain.dates import PartialDate
    from recruiter_tui.domain.person import Candidate


def version_3(tree: Tree) -> Candidate:
    """Return the candidate of a SkillsPassport."""
    learner = at(tree, "LearnerInfo")
    identity = at(learner, "Identification")
    contact = at(identity, "ContactInfo")
    jobs = [
        Employment(
            employer=text_at(each, "Employer", "Name"),
            title=text_at(each, "Position", "Label"),
            start=_date_3(at(each, "Period", "From")),
            end=_end_3(at(each, "Period")),
            text=prose(each, "Activities"),
        )
        for each in all_parts(learner, "WorkExperience")
    ]
    studies = [_degree_3(each) for each in all_parts(learner, "Education")]
    tongues = [
        *(
            native(text_at(each, "Description", "Code"), text_at(each, "Description", "Label"))
            for each in all_parts(learner, "MotherTongue")
        ),
        *(
            language(
                text_at(each, "Description", "Code") or text_at(each, "Description", "Label"),
                [
                    (name, text_at(level))
                    for name, parts in at(each, "ProficiencyLevel").items()
                    if name != "#"
                    for level in parts
                ],
            )
            for each in all_parts(learner, "ForeignLanguage")
        ),
    ]
    nationality = [
        text_at(each, "Code") or text_at(each, "Label")
        for each in all_parts(at(identity, "Demographics"), "Nationality")
    ]
    person = person_of(
        text_at(identity, "PersonName", "FirstName"),
        text_at(identity, "PersonName", "Surname"),
        [text_at(at(contact, "Email"), "Contact")],
        [text_at(each, "Contact") for each in all_parts(contact, "Telephone")],
        nationality,
        text_at(contact, "Address", "Contact", "Country", "Code")
        or text_at(contact, "Address", "Contact", "Country", "Label"),
        jobs,
        studies,
        tongues,
    )
    return replace(person, birth_date=born(_date_3(at(identity, "Demographics", "Birthdate"))))


def _degree_3(each: Tree) -> Degree:
    title = text_at(each, "Title")
    end = _end_3(at(each, "Period"))
    level = degree_words.level(title) or facts.degree_level(
        LEVELS.get(text_at(each, "Level", "Code")[:1], "")
    )
    return Degree(
        level=level,
        field=text_at(each, "Field", "Label") or None,
        institution=text_at(each, "Organisation", "Name") or None,
        completed=None if isinstance(end, str) else end,
        status=DegreeStatus.EXPECTED
        if end == PRESENT
        else DegreeStatus.COMPLETED
        if end
        else DegreeStatus.UNKNOWN,
        title=title or None,
    )


def _date_3(tree: Tree) -> PartialDate | None:
    """Return a date in parts: `year="2018" month="--09" day="---01"`, or Year, Month, Day in JSON."""
    parts = [text_at(tree, name).strip("-") for name in ("Year", "Month", "Day")]
    wording = "-".join(part.zfill(2) for part in parts if part.isdecimal())
    return partial_date(wording) if wording else None


def _end_3(period: Tree) -> PartialDate | str | None:
    return PRESENT if text_at(period, "Current").casefold() == "true" else _date_3(at(period, "To"))
