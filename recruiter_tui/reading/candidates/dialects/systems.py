"""The systems whose exports are known by their headings, and what is peculiar to each of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from recruiter_tui.reading.candidates.dialects.headings import field_of, key

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class System:
    """An export: the headings that give it away, and what they mean where that is not the usual meaning."""

    name: str
    marks: tuple[frozenset[str], ...]
    """Sets of headings; the export holds all of one of them."""
    columns: dict[str, str | None] = field(default_factory=dict)
    """Headings with a meaning of their own; None keeps the column as text."""
    dates: str | None = None
    """Which comes first in dates like 03/04/2026, `day` or `month`, where the system settles it."""
    masks_mail: bool = False
    """Whether the address is an alias made for this one application."""


def _set(*headings: str) -> frozenset[str]:
    return frozenset(key(heading) for heading in headings)


def _columns(**fields: str) -> dict[str, str | None]:
    """Return headings by their keys; the fields' names are the arguments', `_` keeps columns as text."""
    return {
        key(heading): None if name == "_" else name
        for name, headings in fields.items()
        for heading in headings.split("|")
    }


SYSTEMS: Final = (
    System(
        "Indeed",
        (
            _set("name", "email", "candidate location", "interest level"),
            _set("name", "email", "candidate location", "relevant experience"),
        ),
        _columns(
            received="date", _="job title|job location|status|education|relevant experience|interest level"
        ),
        dates="month",
        masks_mail=True,
    ),
    System(
        "Greenhouse",
        (
            _set("First Name", "Last Name", "Job", "Who gets credit"),
            _set("First Name", "Last Name", "Job", "Milestone"),
            _set("First Name", "Last Name", "Prospect Pool"),
            _set("First Name", "Last Name", "Job", "Social Media"),
        ),
        _columns(title="Title", employer="Company", _="Job|Milestone|Department|Office|Website|Social Media"),
    ),
    System(
        "Lever",
        (_set("Full-Name", "Email", "Date-Added"), _set("Full-Name", "Email", "Stage", "Origin")),
        _columns(received="Date-Added", channel="Origin", title="Title", _="Stage|Archive-Reason|Sources"),
    ),
    System(
        "OpenCATS",
        (
            _set("candidateID", "lastName", "firstName"),
            _set("First Name", "Last Name", "Key Skills"),
            _set("Full Name", "Email 2", "Key Skills"),
        ),
        _columns(
            received="Created|Date Created", employer="Current Employer", _="Available|Web Site|Recent Status"
        ),
        dates="month",
    ),
    System(
        "LinkedIn",
        (
            _set("First Name", "Last Name", "URL", "Connected On"),
            _set("First Name", "Last Name", "Current Company", "Profile URL"),
        ),
        _columns(
            employer="Company|Current Company",
            title="Position|Current Title",
            _="Connected On|URL|Profile URL",
        ),
    ),
    System(
        "EasyCruit",
        (
            _set("Kandidat-ID", "Ansøgningsdato"),
            _set("Candidate ID", "Application date", "Rejection reason"),
            _set("Candidate ID", "Project ID", "Application date"),
            _set("Kandidat-ID", "Søknadsdato"),
        ),
        _columns(
            application="Kandidat-ID|Candidate ID",
            employer="Arbejdsgiver|Employer",
            title="Nuværende job|Current job",
            _="Stillingstitel|Position title|Region|Fødselsdato|Birth date",
        ),
        dates="day",
    ),
    System(
        "Zoho Recruit",
        (
            _set("Candidate Owner", "Last Name"),
            _set("Candidate Status", "Last Name", "Salutation"),
            _set("Candidate Id", "Last Name", "Candidate Status"),
        ),
        _columns(
            application="Candidate Id|Candidate ID",
            employer="Current Employer",
            title="Current Job Title",
            received="Created Time",
            channel="Source|Candidate Source",
            _="Fax|Rating|Candidate Status|Industry|Modified By|Created By",
        ),
    ),
    System(
        "eRecruiter",
        (_set("FirstName", "LastName", "MobilePhone", "Nationality"),),
        _columns(application="Id", _="Birthdate"),
        dates="day",
    ),
    System(
        "applicant CSV",
        (_set("Applicant Reference", "Stage", "Date Applied"),),
        _columns(_="Stage|Job Title|Department|Job Family|Hiring manager"),
    ),
)


def system_of(headings: Iterable[str]) -> System | None:
    """Return the system whose export has these headings: the one that most of them give away."""
    keys = {key(heading) for heading in headings}
    found = [(len(mark), system) for system in SYSTEMS for mark in system.marks if mark <= keys]
    return max(found, key=lambda each: each[0])[1] if found else None


_PECULIAR: Final = frozenset(heading for system in SYSTEMS for mark in system.marks for heading in mark)


def is_known(heading: str) -> bool:
    """Tell whether a heading occurs in a known export or names a field."""
    return field_of(heading) is not None or key(heading) in _PECULIAR
