"""What goes into the store and what comes out of it: plain tuples, nothing of SQL in them."""

from __future__ import annotations

import hashlib
import json
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from recruiter_tui.domain.application import Application, Disposition, ReasonCode, VacancyStatus
from recruiter_tui.domain.text import fold
from recruiter_tui.store import codec, meeting

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from recruiter_tui.domain.crosswalk import Crosswalk
    from recruiter_tui.domain.finding import Finding, Outcome, Override
    from recruiter_tui.domain.notice import Closing, Notice
    from recruiter_tui.domain.person import Candidate
    from recruiter_tui.domain.rulings import Accreditation, FieldRuling, Relevance
    from recruiter_tui.store.journal import Row, Value
    from recruiter_tui.store.rulings import VersionRecord


class Paper(NamedTuple):
    """A document to keep: by the SHA-256 of its bytes, with its text and, where wanted, the bytes."""

    sha256: str
    text: str
    media_type: str = "text/plain"
    data: bytes | None = None

    def digest(self) -> str:
        """Return what the journal proves of the document: its name by hash, and its text."""
        return codec.sha256(f"{self.sha256}\0{self.media_type}\0{self.text}")


class Screened(NamedTuple):
    """What screening found about one application."""

    application: int
    """The application's key."""
    criteria_version: int
    """The key of the criteria's version."""
    policy: str
    tier: int | None
    outcome: Outcome | None
    eligibility: Outcome | None
    deadline: Outcome | None
    education_experience: Outcome | None
    languages: Outcome | None
    overruled: bool
    flags: tuple[str, ...]
    months_low: float | None
    months_high: float | None
    findings: bytes | None
    """From `codec.dump_findings`; None where those that are kept are outrun, until they are written anew."""
    marks: str | None = None
    """What counts of all findings, as `marks` writes it; None for results of before version 3.0."""

    def digest(self, recast: int, findings: bytes) -> str:
        """Return what the journal proves of the result with the findings beside it."""
        body = hashlib.sha256(findings).hexdigest()
        return proof_of_result(self._facts(), self.marks, recast, body)

    def columns(self, digest: str, recast: int) -> tuple[Value, ...]:
        """Return the row of the screening table; its findings know of changes up to `recast`."""
        return (self.application, *self._facts(), digest, self.marks, recast)

    def _facts(self) -> tuple[Value, ...]:
        low, high = (
            None if months is None else float(months) for months in (self.months_low, self.months_high)
        )
        return (
            *self[1:9],
            int(self.overruled),
            " ".join(self.flags),
            low,
            high,
        )


def proof_of_result(facts: Sequence[Value], marks: str | None, recast: int, body: str) -> str:
    """Return what the journal proves of a result; those of before version 3.0 have no marks."""
    told = [*facts, body] if marks is None and not recast else [*facts, marks, recast, body]
    return codec.sha256(_ENCODE(told))


_ENCODE: Final = json.JSONEncoder(separators=(",", ":")).encode


class NewApplication(NamedTuple):
    """An application with its candidate, ready to be staged."""

    application: Row
    candidate: Row
    facts: str
    words: str
    papers: tuple[Paper, ...]
    notes: tuple[str, ...]
    candidate_id: int | None
    """The candidate who is in the store already; None makes a new one."""
    keys: tuple[int, ...]
    """Under what the person meets others; worked out here, where no write waits for it."""

    @classmethod
    def of(  # each is a fact of its own, given by name
        cls,
        application: Application,
        candidate: Candidate,
        *,
        fingerprint: str,
        tags: tuple[str, ...] = (),
        notes: tuple[str, ...] = (),
        data: dict[str, bytes] | None = None,
        candidate_id: int | None = None,
    ) -> NewApplication:
        """Return the rows of an application; `data` holds documents' bytes by hash, where they are kept.

        `fingerprint` is any digest of the incoming row, by which the same row is known again.
        """
        columns = candidate_columns(candidate)
        return cls(
            application_columns(application)
            | {
                "disposition": Disposition.NEW.value,
                "tags": json.dumps(sorted(set(tags)), ensure_ascii=False),
                "fingerprint": fingerprint,
            },
            columns,
            codec.dump_candidate(candidate),
            searchable(candidate),
            papers_of(candidate, data),
            notes,
            candidate_id,
            meeting.keys_of(columns),
        )


def application_columns(application: Application) -> Row:
    """Return the columns that hold what the source says about an application."""
    received, local, instant = codec.dump_received(application.received)
    return {
        "public_id": application.id,
        "received": received,
        "received_local": local,
        "received_utc": instant,
        "channel": application.channel,
        "internal": None if application.internal is None else int(application.internal),
    }


def candidate_columns(candidate: Candidate) -> Row:
    """Return the columns that lists, filters and sorting read without opening the facts."""
    name = candidate.name.value or " ".join(
        part for part in (candidate.given_name.value, candidate.family_name.value) if part
    )
    emails = [stated.value for stated in candidate.emails if stated.value]
    return {
        "name": name,
        "folded": fold(name),
        "email": fold(emails[0]) if emails else None,
        "emails": "\n".join(emails),
        "phones": "\n".join(stated.value for stated in candidate.phones if stated.value),
        "spoken": " ".join(skill.language for skill in candidate.languages),
        "nationalities": " ".join(stated.value for stated in candidate.nationalities if stated.value),
        "residence": candidate.residence.value,
        "gender": candidate.gender.value,
    }


def searchable(candidate: Candidate) -> str:
    """Return what full-text search finds besides the documents' own words: the facts', and extra words.

    The extra ones are those that the index could not find or tell apart in names and papers.
    """
    from recruiter_tui.domain.searching import extra_words  # only writing needs it

    parts = [part for job in candidate.employment for part in (job.title, job.employer, job.text)]
    parts += [part for one in candidate.degrees for part in (one.title, one.field, one.institution) if part]
    words = "\n".join(part for part in parts if part)
    named = (candidate.name, candidate.given_name, candidate.family_name)
    names = "\n".join(stated.value for stated in named if stated.value)
    extra = extra_words("\n".join((names, words, *(paper.text for paper in candidate.documents))))
    return f"{words}\n{extra}" if extra else words


def papers_of(candidate: Candidate, data: dict[str, bytes] | None = None) -> tuple[Paper, ...]:
    """Return the candidate's documents as the store keeps them."""
    kept = data or {}
    return tuple(
        Paper(paper.sha256, paper.text, paper.media_type, kept.get(paper.sha256))
        for paper in candidate.documents
    )


class Line(NamedTuple):
    """One application as lists and filters see it."""

    key: int
    vacancy: int
    candidate: int
    application: str
    name: str
    folded: str
    emails: str
    phones: str
    spoken: tuple[str, ...]
    nationalities: tuple[str, ...]
    residence: str | None
    gender: str | None
    received: str | None
    channel: str | None
    internal: bool | None
    disposition: Disposition
    reason: str | None
    note: str | None
    rank: int | None
    tags: tuple[str, ...]
    decided_by: str | None
    decided_at: str | None
    version: int
    tier: int | None
    outcome: Outcome | None
    eligibility: Outcome | None
    deadline: Outcome | None
    education_experience: Outcome | None
    languages: Outcome | None
    overruled: bool
    flags: tuple[str, ...]
    months_low: float | None
    months_high: float | None


class VacancyLine(NamedTuple):
    """One vacancy as a line of the list."""

    key: int
    title: str
    reference: str | None
    organisation: str | None
    city: str | None
    country: str | None
    grade: str | None
    status: VacancyStatus
    closing: Closing | None
    policy: str | None
    version: int
    counts: dict[Disposition, int]


class CriteriaLine(NamedTuple):
    """One version of a vacancy's criteria."""

    key: int
    number: int
    digest: str
    frozen_at: str | None


class VacancyRecord(NamedTuple):
    """One vacancy with its notice and the criteria that hold now."""

    line: VacancyLine
    notice: Notice
    criteria: CriteriaLine
    codes: tuple[ReasonCode, ...]
    fields: Mapping[str, FieldRuling] = MappingProxyType({})
    """What persons ruled on fields of study, by the field's key."""
    crosswalk: Crosswalk | None = None
    """Where levels of languages stand for this vacancy; None is the convention."""
    institutions: Mapping[str, Accreditation] = MappingProxyType({})
    """Which institutions persons looked up, by `rulings.field_key`; the same for all vacancies."""


class CriteriaVersion(NamedTuple):
    """One version of a vacancy's criteria with everything that was decided about it."""

    line: CriteriaLine
    made_by: str
    made_at: str
    criteria: str
    """As `codec.load_criteria` reads it."""
    record: VersionRecord | None
    """None for a first version that nobody has changed."""


class NoteLine(NamedTuple):
    """A remark on an application."""

    key: int
    text: str
    by: str
    at: str


class Applicant(NamedTuple):
    """What screening reads: the application, the person, and the rulings that stand in place of findings."""

    key: int
    application: Application
    candidate: Candidate
    overrides: dict[str, Override]
    relevance: Mapping[str, Relevance] = MappingProxyType({})
    """What persons ruled on the relevance of jobs, by the job's key."""


class Record(NamedTuple):
    """Everything about one application."""

    line: Line
    applicant: Applicant
    findings: tuple[Finding, ...]
    notes: tuple[NoteLine, ...]
    also_applied: tuple[str, ...]


class Incoming(NamedTuple):
    """What is known of an application id that comes in again."""

    key: int
    candidate: int
    fingerprint: str


class EntryLine(NamedTuple):
    """One journal entry as a person reads it."""

    seq: int
    at: str
    by: str
    kind: str
    subject: str
    undoable: bool
    undoes: int | None
    summary: str
    details: tuple[str, ...]
    undone: bool
