"""Notices that come as data: schema.org, ReliefWeb, Oracle and boards' JSON, front matter, CSV rows.

Each becomes a text of `Label: value` lines, so that one reader understands them all and spans can be shown.
"""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING, Any

from recruiter_tui.reading.notices import labels
from recruiter_tui.reading.notices.pages import plain_text
from recruiter_tui.reading.notices.sheet import Make, Sheet, Zone, lay_out
from recruiter_tui.reference.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

_PATHS: tuple[tuple[str, str], ...] = (
    # the label to print, then where the value stands in the four dialects, first hit wins
    ("Job title", "title|name|Title|jobTitle|JobTitle|position|PostTitle|positionTitle"),
    ("Reference", "identifier.value|identifier|reference|Id|requisitionId|jobId|jobOpeningId|JobId|ref"),
    (
        "Organization",
        (
            "hiringOrganization.name|hiringOrganization|source.0.name|organization.name|organization|"
            "company.name|company|"
            "organisation|employer|agency|department|LegalEmployer|dept"
        ),
    ),
    (
        "City",
        (
            "jobLocation.address.addressLocality|jobLocation.0.address.addressLocality|city.0.name|"
            "city|location.city|"
            "dutyStation|duty_station|DutyStation"
        ),
    ),
    (
        "Country",
        (
            "jobLocation.address.addressCountry.name|jobLocation.address.addressCountry|"
            "jobLocation.0.address.addressCountry.name|jobLocation.0.address.addressCountry|"
            "country.0.name|country|"
            "location.country|location.countryCode"
        ),
    ),
    ("Location", "PrimaryLocation|location.name|location|locations.0.name|locations.0"),
    ("Grade", "grade|Grade|level|JobGrade|jobLevel"),
    ("Contract type", "employmentType|type.0.name|contractType|contract_type|ContractType|type|jobType"),
    ("Duration", "contractDuration|contract_duration|duration|Duration"),
    (
        "Date posted",
        (
            "datePosted|date.created|postedDate|ExternalPostedStartDate|posted|startDate|date_posted|"
            "publishedAt|date"
        ),
    ),
    (
        "Closing date",
        (
            "validThrough|date.closing|closingDate|closing_date|ExternalPostedEndDate|endDate|"
            "deadline|expires|closes|dateClosing"
        ),
    ),
    ("Salary", "salary"),
)
_TEXTS: tuple[tuple[str, str], ...] = (
    (
        "",
        (
            "description|body-html|body|ExternalDescriptionStr|jobDescription|job_description|"
            "content|text|summary"
        ),
    ),
    ("Responsibilities", "responsibilities|ExternalResponsibilitiesStr|duties"),
    ("Qualifications", "qualifications|ExternalQualificationsStr|requirements"),
    ("Education", "educationRequirements.credentialCategory|educationRequirements|education"),
    (
        "Experience",
        (
            "experienceRequirements.description|experienceRequirements|experience.0.name|"
            "experience.level|work_experience"
        ),
    ),
    ("Skills", "skills"),
    ("Languages", "languages|languageRequirements"),
    ("How to apply", "how_to_apply-html|how_to_apply|applicationInstructions"),
)
_FRONT_MATTER_LINE = re.compile(r"([A-Za-z_][\w -]{0,40}):\s?(.*)")
_FOLDED = frozenset({">", ">-", "|", "|-", ">+", "|+"})
_LONGEST_CELL = 1_000_000
_MOST_KEYS = 3


def read_object(data: dict[str, Any], layout: str) -> Sheet | None:
    """Return the sheet of one notice held as an object, or None where the object is none."""
    fields = data.get("fields")
    source = fields if isinstance(fields, dict) else data
    lines = [f"{label}: {value}" for label, paths in _PATHS if (value := _first(source, paths))]
    months = _at(source, "experienceRequirements.monthsOfExperience")
    texts = [(label, plain_text(value)) for label, paths in _TEXTS if (value := _first(source, paths))]
    if months and str(months).isdigit():
        texts.append(("Experience", f"At least {months} months of relevant experience."))
    if not any(line.startswith("Job title") for line in lines) or (len(lines) < _MOST_KEYS and not texts):
        return None
    for label, text in texts:
        lines += ["", f"{label}:", text] if label else ["", text]
    return lay_out("\n".join(lines), layout)


def objects_of(data: object) -> list[tuple[dict[str, Any], str]]:
    """Return the notices in a JSON value with their dialect: one object, a list, or an API's answer."""
    if isinstance(data, list):
        return [found for each in data for found in objects_of(each)]
    if not isinstance(data, dict):
        return []
    if "JobPosting" in str(data.get("@type")):
        return [(data, "schema.org")]
    if isinstance(data.get("fields"), dict):
        return [(data, "reliefweb")]
    for key in ("items", "data", "results", "jobs", "@graph", "requisitionList", "value", "postings"):
        inner = data.get(key)
        if isinstance(inner, (list, dict)) and (found := objects_of(inner)):
            return found
    return [(data, "oracle" if any(key.startswith("ExternalPosted") for key in data) else "json")]


def _first(data: dict[str, Any], paths: str) -> str:
    return next((text for path in paths.split("|") if (text := _text(_at(data, path)))), "")


def _at(data: object, path: str) -> object:
    for step in path.split("."):
        if isinstance(data, dict):
            data = data.get(step)
        elif isinstance(data, list) and step.isdigit() and int(step) < len(data):
            data = data[int(step)]
        else:
            return None
    return data


def _text(value: object) -> str:
    """Return a scalar, or a list of scalars, as text on which labels can stand."""
    if isinstance(value, list):
        return "\n".join(f"- {each}" for each in value if isinstance(each, str))
    return str(value).strip() if isinstance(value, (str, int, float)) and not isinstance(value, bool) else ""


def read_json(text: str) -> list[Sheet] | None:
    """Return the notices of a JSON file, or None where it is no JSON or holds no notice."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return None
    sheets = [sheet for found, layout in objects_of(data) if (sheet := read_object(found, layout))]
    return sheets or None


def read_front_matter(text: str) -> Sheet | None:
    """Return the sheet of a Markdown file that opens with front matter, or None.

    Only keys that name a field of a notice are read; tags, pictures and a record's own id are furniture.
    """
    rows = text.split("\n")
    if rows[0].strip() != "---":
        return None
    end = next((number for number, row in enumerate(rows[1:400], 1) if row.strip() in {"---", "..."}), None)
    if end is None:
        return None
    hints = [(Make.TEXT, Zone.ASIDE)] * (end + 1)
    folded: str | None = None
    for number in range(1, end):
        match = _FRONT_MATTER_LINE.fullmatch(rows[number])
        if match:
            key = labels.meaning(match[1].replace("_", " ")) or labels.meaning(match[1])
            folded = None
            if key in labels.HEADER and key not in {"start", "reference"}:
                hints[number] = (Make.TEXT, Zone.NOTICE)
                folded = key if match[2].strip() in _FOLDED else None
        elif folded and rows[number].startswith((" ", "\t")):
            hints[number] = (Make.TEXT, Zone.NOTICE)
    for row in rows[end + 1 :]:
        body = row.strip()
        item = body.startswith(("- ", "* ", "+ "))
        hints.append(
            (Make.HEADING if body.startswith("#") else Make.ITEM if item else Make.TEXT, Zone.NOTICE)
        )
    return lay_out(text, "markdown", hints)


def read_table(text: str) -> list[Sheet] | None:
    """Return one notice for each row of a board's CSV, or None where the header is no board's."""
    head = text[:10_000].split("\n", 1)[0]
    delimiter = max(",;\t|", key=head.count)
    if head.count(delimiter) < len(("title", "place")):
        return None
    old = csv.field_size_limit(_LONGEST_CELL)
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=delimiter))
    except csv.Error:
        return None
    finally:
        csv.field_size_limit(old)
    keys = [labels.meaning(_spaced(cell)) for cell in rows[0]]
    if "title" not in keys or len([key for key in keys if key]) < _MOST_KEYS:
        return None
    return [_row(rows[0], keys, row) for row in rows[1:] if any(cell.strip() for cell in row)] or None


def _spaced(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).replace("_", " ")


def _row(header: list[str], keys: list[str | None], row: Iterable[str]) -> Sheet:
    short: list[str] = []
    long: list[str] = []
    for name, key, cell in zip(header, keys, row, strict=False):
        value = plain_text(cell).strip()
        if not value:
            continue
        if key in labels.HEADER and "\n" not in value:
            short.append(f"{_spaced(name).capitalize()}: {value}")
        elif key or len(fold(value)) > len("a value of some length, and no code"):
            long += ["", f"{_spaced(name).capitalize()}:", value]
    return lay_out("\n".join([*short, *long]), "board-csv")
