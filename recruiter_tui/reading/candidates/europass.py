"""Europass profiles: version 3 as XML or JSON, version 4 as XML, alone or within the PDF that it made."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from recruiter_tui.domain.application import Application
from recruiter_tui.domain.errors import Unreadable
from recruiter_tui.domain.person import (
    PRESENT,
    Candidate,
    Degree,
    DegreeStatus,
    Document,
    Employment,
    LanguageSkill,
)
from recruiter_tui.domain.stated import Stated
from recruiter_tui.domain.text import clean
from recruiter_tui.reading.candidates import degree_words, facts
from recruiter_tui.reading.candidates.dates import partial_date
from recruiter_tui.reading.candidates.incoming import Incoming, RowProblem, Source, SourceFile, Unclear
from recruiter_tui.reading.candidates.papers import html_text
from recruiter_tui.reading.children import answer
from recruiter_tui.reference import countries, languages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from recruiter_tui.domain.dates import PartialDate
    from recruiter_tui.domain.stated import Stated as Fact
    from recruiter_tui.reading.candidates.files import Examined

Tree = dict[str, Any]

_SKILLS: Final = {
    "Listening": "understanding",
    "Reading": "reading",
    "SpokenInteraction": "speaking",
    "Writing": "writing",
    "CEF-Understanding-Listening": "understanding",
    "CEF-Understanding-Reading": "reading",
    "CEF-Speaking-Interaction": "speaking",
    "CEF-Writing-Production": "writing",
}
_LEVELS: Final = {"8": "doctorate", "7": "master", "6": "bachelor", "5": "diploma", "4": "secondary"}
"""EQF levels to degrees."""
_DATE = re.compile(r"(?P<year>[0-9]{4})(?:-?(?P<month>[0-9]{2}))?(?:-?(?P<day>[0-9]{2}))?")
_ROOTS: Final = frozenset(("SkillsPassport", "Candidate"))
_DEEPEST: Final = 40
_MOST: Final = 300
_LENGTH_OF_ID: Final = 12
_REMEDY: Final = "save the profile as PDF and read that"


def read_europass(path: Path, source: Source, _: Examined) -> Iterator[Incoming | RowProblem]:
    """Yield the applicant of an XML file; raises Unclear where it is no profile."""
    try:
        told = answer(path, "xml-tree")
    except Unreadable as unreadable:
        problem = unreadable.problem.replace(path.name, "the file", 1)
        raise Unclear(problem, _REMEDY) from None
    candidate = profile(told)
    if candidate is None:
        problem = "this XML is no Europass profile that names a person"
        raise Unclear(problem, _REMEDY)
    document = Document(source.file, source.sha256, summary(candidate), "application/xml")
    yield Incoming(
        Application(f"cv-{source.sha256[:_LENGTH_OF_ID]}"),
        replace(candidate, documents=(document,)),
        "",
        source,
        files=(SourceFile(source.sha256, path),),
    )


def within_pdf(path: Path) -> Candidate | None:
    """Return the candidate of the profile that a PDF carries within, or None where it carries none."""
    try:
        return profile(answer(path, "pdf-tree"))
    except Unreadable:
        return None  # the PDF's own text is read then


def profile(told: Tree) -> Candidate | None:
    """Return the candidate whom a tree of either version describes, or None where it is none."""
    tree = told.get("tree")
    if told.get("root") not in _ROOTS or not isinstance(tree, dict):
        return None
    candidate = _version_4(tree) if told["root"] == "Candidate" else _version_3(tree)
    return candidate if candidate.name.value or candidate.emails else None


def from_json(value: Tree) -> Candidate | None:
    """Return the candidate of a version 3 profile as JSON."""
    return profile({"root": "SkillsPassport", "tree": _shaped(value.get("SkillsPassport"), 0)})


def _shaped(value: object, depth: int) -> Tree:
    """Return JSON in the shape in which XML comes: lists under names, text under `#`."""
    if depth > _DEEPEST:
        return {"#": ""}
    if not isinstance(value, dict):
        return {"#": "" if value is None or isinstance(value, list) else str(value)}
    found: Tree = {"#": ""}
    for name, inner in value.items():
        if name not in ("Photo", "Attachment", "Signature"):
            each = inner if isinstance(inner, list) else [inner]
            found[name] = [_shaped(one, depth + 1) for one in each[:_MOST]]
    return found


def _at(tree: Tree, *names: str) -> Tree:
    """Return the first part under a path of names, an empty one where there is none."""
    for name in names:
        parts = tree.get(name)
        tree = parts[0] if isinstance(parts, list) and parts else {"#": ""}
    return tree


def _text(tree: Tree, *names: str) -> str:
    return clean(str(_at(tree, *names).get("#", "")), limit=2_000)


def _all(tree: Tree, name: str, depth: int = 0) -> Iterator[Tree]:
    """Yield the parts of some name at whatever depth, those within lists of the same name too."""
    for key, parts in tree.items():
        if key == "#" or depth > _DEEPEST:
            continue
        for part in parts:
            inner = list(_all(part, name, depth + 1))
            if inner:
                yield from inner
            elif key == name:
                yield part


def _version_3(tree: Tree) -> Candidate:
    """Return the candidate of a SkillsPassport."""
    learner = _at(tree, "LearnerInfo")
    identity = _at(learner, "Identification")
    contact = _at(identity, "ContactInfo")
    jobs = [
        Employment(
            employer=_text(each, "Employer", "Name"),
            title=_text(each, "Position", "Label"),
            start=_date_3(_at(each, "Period", "From")),
            end=_end_3(_at(each, "Period")),
            text=_prose(each, "Activities"),
        )
        for each in _all(learner, "WorkExperience")
    ]
    studies = [_degree_3(each) for each in _all(learner, "Education")]
    tongues = [
        *(
            _native(_text(each, "Description", "Code"), _text(each, "Description", "Label"))
            for each in _all(learner, "MotherTongue")
        ),
        *(
            _language(
                _text(each, "Description", "Code") or _text(each, "Description", "Label"),
                [
                    (name, _text(level))
                    for name, parts in _at(each, "ProficiencyLevel").items()
                    if name != "#"
                    for level in parts
                ],
            )
            for each in _all(learner, "ForeignLanguage")
        ),
    ]
    nationality = [
        _text(each, "Code") or _text(each, "Label")
        for each in _all(_at(identity, "Demographics"), "Nationality")
    ]
    return _person(
        _text(identity, "PersonName", "FirstName"),
        _text(identity, "PersonName", "Surname"),
        [_text(_at(contact, "Email"), "Contact")],
        [_text(each, "Contact") for each in _all(contact, "Telephone")],
        nationality,
        _text(contact, "Address", "Contact", "Country", "Code")
        or _text(contact, "Address", "Contact", "Country", "Label"),
        jobs,
        studies,
        tongues,
    )


def _degree_3(each: Tree) -> Degree:
    title = _text(each, "Title")
    end = _end_3(_at(each, "Period"))
    level = degree_words.level(title) or facts.degree_level(_LEVELS.get(_text(each, "Level", "Code")[:1], ""))
    return Degree(
        level=level,
        field=_text(each, "Field", "Label") or None,
        institution=_text(each, "Organisation", "Name") or None,
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
    parts = [_text(tree, name).strip("-") for name in ("Year", "Month", "Day")]
    wording = "-".join(part.zfill(2) for part in parts if part.isdecimal())
    return partial_date(wording) if wording else None


def _end_3(period: Tree) -> PartialDate | str | None:
    return PRESENT if _text(period, "Current").casefold() == "true" else _date_3(_at(period, "To"))


def _version_4(tree: Tree) -> Candidate:
    """Return the candidate of a Candidate in HR-XML."""
    person = _at(tree, "CandidatePerson")
    contacts = list(_all(person, "Communication"))
    mails = [_text(each, "URI") for each in contacts if _text(each, "ChannelCode") == "Email"]
    phones = [_phone_4(each) for each in contacts if _text(each, "ChannelCode") == "Telephone"]
    addresses = [_text(each, "CountryCode") for each in _all(person, "Address")]
    jobs = [job for each in _all(tree, "EmployerHistory") for job in _jobs_4(each)]
    studies = [_degree_4(each) for each in _all(tree, "EducationOrganizationAttendance")]
    native = [_native(_text(each), "") for each in person.get("PrimaryLanguageCode", ())]
    spoken = [
        _language(
            _text(each, "CompetencyID"),
            [
                (_text(one, "CompetencyDimensionTypeCode"), _text(one, "Score", "ScoreText"))
                for one in _all(each, "CompetencyDimension")
            ],
        )
        for each in _all(tree, "PersonCompetency")
        if _text(each, "TaxonomyID").casefold() == "language"
    ]
    return _person(
        _text(person, "PersonName", "GivenName"),
        _text(person, "PersonName", "FamilyName"),
        mails,
        phones,
        [_text(each) for each in _all(person, "NationalityCode")],
        next(filter(None, addresses), ""),
        jobs,
        studies,
        [*native, *spoken],
    )


def _phone_4(each: Tree) -> str:
    dialling, number = _text(each, "CountryDialing"), _text(each, "DialNumber")
    return f"+{dialling.lstrip('+')}{number}" if dialling else number


def _jobs_4(each: Tree) -> Iterator[Employment]:
    """Yield the posts with one employer."""
    for post in _all(each, "PositionHistory"):
        period = _at(post, "EmploymentPeriod")
        yield Employment(
            employer=_text(each, "OrganizationName") or _text(post, "Employer"),
            title=_text(post, "PositionTitle"),
            start=_date_4(_at(period, "StartDate")),
            end=_end_4(post, period),
            text=_prose(post, "Description"),
        )


def _end_4(post: Tree, period: Tree) -> PartialDate | str | None:
    current = (_text(post, "CurrentIndicator"), _text(period, "CurrentIndicator"))
    return PRESENT if "true" in current else _date_4(_at(period, "EndDate"))


def _degree_4(each: Tree) -> Degree:
    title = _text(each, "EducationDegree", "DegreeName")
    period = _at(each, "AttendancePeriod")
    ongoing = "true" in (_text(period, "Ongoing"), _text(period, "CurrentIndicator"))
    end = None if ongoing else _date_4(_at(period, "EndDate"))
    level = degree_words.level(title) or facts.degree_level(
        _LEVELS.get(_text(each, "EducationLevelCode")[-1:], "")
    )
    return Degree(
        level=level,
        field=_text(each, "ProgramName") or _text(each, "MajorProgramName") or None,
        institution=_text(each, "OrganizationName") or None,
        completed=end,
        status=DegreeStatus.EXPECTED if ongoing else DegreeStatus.COMPLETED if end else DegreeStatus.UNKNOWN,
        title=title or None,
    )


def _date_4(tree: Tree) -> PartialDate | None:
    found = _DATE.match(_text(tree, "FormattedDateTime"))
    return partial_date("-".join(filter(None, found.groups()))) if found else None


def _prose(tree: Tree, name: str) -> str:
    """Return a description, which is a web page as text, as plain lines."""
    text = str(_at(tree, name).get("#", ""))
    return clean(html_text(text.encode()) if "<" in text else text, multiline=True, limit=20_000)


def _native(code: str, label: str) -> LanguageSkill | None:
    known = languages.code(code) or languages.code(label)
    return LanguageSkill(known, "mother tongue") if known else None


def _language(name: str, levels: list[tuple[str, str]]) -> LanguageSkill | None:
    """Return a foreign language with its level per skill."""
    code = languages.code(name)
    scale = {_SKILLS[key]: level for key, level in levels if key in _SKILLS and level}
    return LanguageSkill(code, scale=scale) if code else None


def _person(  # noqa: PLR0913, PLR0917 - the parts that both versions have
    given: str,
    family: str,
    mails: list[str],
    phones: list[str],
    nationalities: list[str],
    country: str,
    jobs: list[Employment],
    studies: list[Degree],
    tongues: list[LanguageSkill | None],
) -> Candidate:
    """Return the candidate of either version."""
    whole = " ".join(filter(None, (given, family)))
    spoken = {skill.language: skill for skill in reversed(tongues) if skill}
    return Candidate(
        name=Stated.known(whole) if whole else Stated.missing(),
        given_name=Stated.known(given) if given else Stated.missing(),
        family_name=Stated.known(family) if family else Stated.missing(),
        emails=tuple(Stated.known(mail.removeprefix("mailto:")) for mail in mails if mail),
        phones=tuple(facts.phone(phone) for phone in phones if phone),
        nationalities=tuple(_country(each) for each in nationalities if countries.code(each)),
        residence=_country(country),
        employment=tuple(job for job in jobs[:_MOST] if job.employer or job.title),
        degrees=tuple(each for each in studies[:_MOST] if each.title or each.institution),
        languages=tuple(reversed(spoken.values())),
    )


def _country(wording: str) -> Fact[str]:
    code = countries.code(wording) if wording else None
    return Stated.known(code, text=wording) if code else Stated.missing()


def summary(candidate: Candidate) -> str:
    """Return a profile's facts as lines, for reading and search."""
    lines = [candidate.name.value or "", *(mail.value or "" for mail in candidate.emails), ""]
    for job in candidate.employment:
        lines += [f"{job.title}, {job.employer}, {job.start or '?'} - {job.end or '?'}", job.text]
    for degree in candidate.degrees:
        lines.append(
            ", ".join(
                filter(None, (degree.title, degree.field, degree.institution, str(degree.completed or "")))
            )
        )
    return "\n".join(line for line in lines if line)
