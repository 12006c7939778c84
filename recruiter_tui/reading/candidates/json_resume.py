"""JSON Resume, in its present and its former keys; what it cannot say stays unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.domain.application import Application
from recruiter_tui.domain.person import Candidate, Degree, DegreeStatus, Employment, LanguageSkill
from recruiter_tui.domain.stated import Stated
from recruiter_tui.reading.candidates import degree_words, facts
from recruiter_tui.reading.candidates.dates import end_date, partial_date
from recruiter_tui.reading.candidates.incoming import Incoming, RowProblem, Source
from recruiter_tui.reading.candidates.own_json import Object, content
from recruiter_tui.reading.candidates.rows import LONGEST_TEXT, Row, identity
from recruiter_tui.reference import countries, languages

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from recruiter_tui.domain.dates import PartialDate
    from recruiter_tui.reading.candidates.json_entries import Entry


def is_resume(value: Mapping[str, object]) -> bool:
    """Tell whether an object is a JSON Resume: `basics`, or `work` beside `education`."""
    return isinstance(value.get("basics"), dict) or (
        isinstance(value.get("work"), list) and isinstance(value.get("education"), list)
    )


def read_resume(source: Source, entry: Entry) -> Iterator[Incoming | RowProblem]:
    """Yield the applicant of one resume after its warnings.

    Resumes come from the applicants themselves, so a wording that means nothing certain is a warning here,
    kept with the applicant, and not a problem that stops the import.
    """
    resume = _Resume(Row(source.file, entry.place), entry.value)
    candidate = resume.candidate()
    if not (candidate.name.value or candidate.emails):
        resume.row.problem("", "the resume names nobody", "give it a name or an e-mail address under basics")
    yield from resume.row.warnings
    yield from resume.row.problems
    if not resume.row.problems:
        application = Application(identity(content(entry.value)))
        yield Incoming(application, candidate, entry.place, source)


class _Resume:
    """One resume while it is read."""

    def __init__(self, row: Row, value: Mapping[str, object]) -> None:
        self.row = row
        self.value = value
        basics = value.get("basics")
        self.basics: Object = basics if isinstance(basics, dict) else {}

    def candidate(self) -> Candidate:
        """Return the person."""
        name = self._text("name", self.basics.get("name"))
        mail = self._text("email", self.basics.get("email"))
        number = self._text("phone", self.basics.get("phone"))
        emails = (Stated.known(mail),) if mail else ()
        phones = (facts.phone(number),) if number else ()
        work = [self._job("work", number, each) for number, each in self._objects("work")]
        unpaid = [
            self._job("volunteer", number, each, paid=False) for number, each in self._objects("volunteer")
        ]
        jobs = tuple(job for job in (*work, *unpaid) if job.employer or job.title)
        self.row.contacts(emails, phones)
        self.row.jobs(jobs)
        studies = tuple(
            filter(None, (self._degree(number, each) for number, each in self._objects("education")))
        )
        spoken = tuple(
            filter(None, (self._language(number, each) for number, each in self._objects("languages")))
        )
        residence = self._residence()
        self.row.close()
        return Candidate(
            name=Stated.known(name) if name else Stated.missing(),
            emails=emails,
            phones=phones,
            residence=residence,
            employment=jobs,
            degrees=studies,
            languages=spoken,
            warnings=tuple(self.row.remarks),
        )

    def _job(self, section: str, number: int, data: Object, *, paid: bool | None = None) -> Employment:
        """Return a job; one without an end still goes on, as the schema has it."""
        where = f"{section} {number}"
        until = self._text(where, data.get("endDate"))
        began = self._date(f"{where}, startDate", data.get("startDate"))
        end = end_date(until) if until else "present" if began else None
        if until and end is None:
            self._unreadable(f"{where}, endDate")
        summary = self._text(where, data.get("summary"), multiline=True)
        highlights = data.get("highlights")
        points = [self._text(where, each) for each in (highlights if isinstance(highlights, list) else [])]
        return Employment(
            employer=self._first(where, data, "name", "company", "organization"),
            title=self._first(where, data, "position", "title"),
            start=began,
            end=end,
            paid=paid,
            text="\n".join(filter(None, (summary, *points)))[:LONGEST_TEXT],
        )

    def _degree(self, number: int, data: Object) -> Degree | None:
        """Return a degree; the schema cannot say whether it was obtained, only when the study ended."""
        where = f"education {number}"
        kind, field = self._first(where, data, "studyType"), self._first(where, data, "area")
        institution = self._first(where, data, "institution")
        if not (kind or field or institution):
            return None
        completed = self._date(f"{where}, endDate", data.get("endDate"))
        return Degree(
            level=degree_words.level(kind) if kind else None,
            field=field or None,
            institution=institution or None,
            completed=completed,
            status=DegreeStatus.COMPLETED if completed else DegreeStatus.UNKNOWN,
            title=kind or None,
        )

    def _language(self, number: int, data: Object) -> LanguageSkill | None:
        """Return a language skill; a name that is no known language is noted with the applicant."""
        where = f"languages {number}"
        wording = self._first(where, data, "language", "name")
        if not wording:
            return None
        code = languages.code(wording)
        if code is None:
            self.row.doubt(where, "no language is known by this name", "add it in the dossier if it counts")
            self.row.remarks[-1] += f" ({wording[:80]})"
            return None
        return LanguageSkill(code, self._first(where, data, "fluency", "level") or None)

    def _residence(self) -> Stated[str]:
        """Return the country of the address."""
        location = self.basics.get("location")
        wording = self._text("location", location.get("countryCode")) if isinstance(location, dict) else ""
        code = countries.code(wording) if wording else None
        if wording and code is None:
            self.row.doubt(
                "location", "no country is known by this code", "add it in the dossier if it counts"
            )
        return Stated.known(code, text=wording) if code else Stated.missing()

    def _first(self, where: str, data: Object, *keys: str) -> str:
        """Return the text under the first of the keys that has one."""
        return next((text for key in keys if (text := self._text(f"{where}, {key}", data.get(key)))), "")

    def _date(self, where: str, raw: object) -> PartialDate | None:
        """Return a date as exactly as it is given, or None with a warning."""
        wording = self._text(where, raw)
        found = partial_date(wording) if wording else None
        if wording and found is None:
            self._unreadable(where)
        return found

    def _unreadable(self, where: str) -> None:
        self.row.doubt(where, "this is not a date", "it counts as not stated; add it in the dossier")

    def _objects(self, key: str) -> Iterator[tuple[int, Object]]:
        """Yield the objects of a section with their numbers."""
        raw = self.value.get(key)
        for number, each in enumerate(raw if isinstance(raw, list) else [], 1):
            if isinstance(each, dict):
                yield number, each

    def _text(self, where: str, raw: object, *, multiline: bool = False) -> str:
        """Return a plain text; numbers are written out, anything else is nothing."""
        if raw is None or isinstance(raw, bool | dict | list):
            return ""
        return self.row.text(
            where, str(raw), multiline=multiline, limit=LONGEST_TEXT if multiline else 20_000
        )
