"""The program's own CSV: one applicant a row, any subset of the columns in any order."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.application import Application
from recruiter_tui.domain.cells import unguarded
from recruiter_tui.domain.finding import Outcome
from recruiter_tui.domain.person import Candidate, Document
from recruiter_tui.domain.stated import Stated
from recruiter_tui.domain.text import clean, fold
from recruiter_tui.reading.candidates import facts
from recruiter_tui.reading.candidates.attachments import attachment
from recruiter_tui.reading.candidates.csv_records import MOST_COLUMNS, Record, records
from recruiter_tui.reading.candidates.files import Examined, lines, open_text
from recruiter_tui.reading.candidates.incoming import Incoming, RowProblem, Source, SourceFile, Unclear
from recruiter_tui.reading.candidates.rows import LONGEST_TEXT, Row, identity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

COLUMNS: Final = (
    "application", "name", "given_name", "family_name", "email", "phone", "nationalities", "residence",
    "gender", "internal", "received", "channel", "degrees", "employment", "languages", "cv", "note", "tags",
)  # fmt: skip
RESULTS: Final = (
    "rank", "tier", "outcome", "eligibility", "deadline", "education_experience", "disposition", "reason",
    "decided_by", "decided_at",
)  # fmt: skip
"""Columns of an exported shortlist that say what became of an application; intake leaves them alone."""
_WHO: Final = ("application", "name", "given_name", "family_name", "email")
_ALIASES: Final = {
    "applicationid": "application",
    "firstname": "given_name",
    "lastname": "family_name",
    "surname": "family_name",
    "fullname": "name",
    "candidate": "name",
    "candidatename": "name",
    "applicant": "name",
    "applicantname": "name",
    "emails": "email",
    "emailaddress": "email",
    "phones": "phone",
    "phonenumber": "phone",
    "nationality": "nationalities",
    "notes": "note",
}
_KEYS: Final = {name.replace("_", ""): name for name in (*COLUMNS, *RESULTS)} | _ALIASES
_OUTCOMES: Final = frozenset(outcome.value for outcome in Outcome)


def column_of(heading: str) -> str | None:
    """Return the column that a heading means: case, blanks, hyphens and underscores do not count."""
    folded = fold(clean(heading, limit=200))
    return _KEYS.get(folded.replace("_", "").replace(" ", "").replace("-", ""))


class Table:
    """A CSV file while it is read, with what its columns mean."""

    def __init__(self, path: Path, source: Source) -> None:
        """Begin with a file whose header is still unread."""
        self.path = path
        self.source = source
        self.columns: list[str | None] = []
        self.headings: list[str] = []

    def header(self, record: Record) -> Iterator[RowProblem]:
        """Take in the header; a header that names no applicant, or a column twice, ends the reading."""
        place = f"row {record.number}"
        if len(record.cells) > MOST_COLUMNS:
            what = f"there are more than {MOST_COLUMNS} columns"
            yield self._problem(place, what, "leave out what is not needed")
            return
        self.headings = [clean(cell, limit=200) or f"column {n}" for n, cell in enumerate(record.cells, 1)]
        self.columns = [column_of(heading) for heading in self.headings]
        known = [column for column in self.columns if column]
        if twice := sorted({column for column in known if known.count(column) > 1}):
            yield self._problem(place, f"two columns mean {twice[0]}", "rename or remove one of them")
            self.columns = []
        elif not set(known) & set(_WHO):
            remedy = f"the first row must hold column names, for instance {', '.join(COLUMNS[:5])}"
            yield self._problem(place, "no column says who the applicants are", remedy)
            self.columns = []
        else:
            yield from self._warned(place)

    def _warned(self, place: str) -> Iterator[RowProblem]:
        """Yield one warning for columns that are kept as text, and one for results that are left alone."""
        pairs = list(zip(self.columns, self.headings, strict=True))
        if unknown := [heading for column, heading in pairs if column is None]:
            what = f"not known as columns: {', '.join(unknown[:20])}"
            yield self._problem(place, what, "their text is kept with each applicant", is_warning=True)
        if results := [heading for column, heading in pairs if column in RESULTS]:
            what = f"results of an earlier screening: {', '.join(results)}"
            yield self._problem(place, what, "they are not imported", is_warning=True)

    def row(self, record: Record) -> Iterator[Incoming | RowProblem]:
        """Yield the applicant of a row after its warnings, or all the reasons why it cannot come in."""
        row = Row(self.source.file, f"row {record.number}")
        cells: dict[str, str] = {}
        other: list[str] = []
        for column, heading, raw in zip(self.columns, self.headings, record.cells, strict=True):
            if column in RESULTS or not raw:
                continue
            free = column in (None, "note", "employment", "degrees")
            text = row.text(
                column or heading, unguarded(raw), multiline=free, limit=LONGEST_TEXT if free else 2_000
            )
            if column:
                cells[column] = text
            elif text:
                other.append(f"{heading}: {text}")
        incoming = self._incoming(row, cells, other)
        yield from row.warnings
        yield from row.problems
        if incoming and not row.problems:
            yield incoming

    def _incoming(self, row: Row, cells: Mapping[str, str], other: list[str]) -> Incoming | None:
        """Return the applicant that the cells describe; problems are noted on the row."""
        if not any(cells.get(column) for column in _WHO):
            if not row.problems:
                row.problem("", "the row names nobody", f"fill in one of {', '.join(_WHO)}")
            return None
        files: list[SourceFile] = []
        documents: list[Document] = []
        if wording := cells.get("cv"):
            try:
                document, file, why = attachment(self.path.parent, wording)
                documents.append(document)
                files.append(file)
                if why:
                    row.doubt("cv", why.problem, why.remedy)
            except Unclear as unclear:
                row.problem("cv", unclear.problem, unclear.remedy)
        if other:
            text = "\n".join(other)
            digest = hashlib.sha256(text.encode()).hexdigest()
            documents.append(Document(f"{self.source.file}, {row.place}, other columns", digest, text))
        candidate = _candidate(row, cells, tuple(documents))
        received = cells.get("received")
        content = (*(f"{key}={cells[key]}" for key in sorted(cells)), *other)
        application = Application(
            id=cells.get("application") or identity(*content),
            received=row.read("received", received, facts.moment, None) if received else None,
            channel=cells.get("channel") or None,
            internal=row.read("internal", cells.get("internal", ""), facts.yes_or_no, None),
        )
        tags = tuple(dict.fromkeys(_values(cells.get("tags", ""))))
        note = cells.get("note") or None
        return Incoming(application, candidate, row.place, self.source, note, tags, tuple(files))

    def _problem(self, place: str, problem: str, remedy: str, *, is_warning: bool = False) -> RowProblem:
        return RowProblem(self.source.file, place, problem, remedy, is_warning)


def read_csv(path: Path, source: Source, examined: Examined) -> Iterator[Incoming | RowProblem]:
    """Yield the applicants of a CSV one by one, problems and warnings between them, one row in memory."""
    table = Table(path, source)
    if examined.is_guess and examined.encoding == "cp1252":
        what = "the file is not UTF-8 and was read as Windows-1252"
        yield RowProblem(
            source.file, "", what, "look at accented names, or save it again as UTF-8", is_warning=True
        )
    is_table = False
    with open_text(path, examined) as text:
        try:
            for record in records(source.file, lines(text), lambda cell: column_of(cell) is not None):
                is_table = True
                if isinstance(record, RowProblem):
                    yield record
                elif table.columns:
                    yield from table.row(record)
                else:
                    yield from table.header(record)
                    if not table.columns:
                        return
        except Unclear as unclear:
            yield RowProblem(source.file, "", unclear.problem, unclear.remedy)
            return
    if not is_table:
        yield RowProblem(source.file, "", "the file holds no table", "check that it is the right file")


def _candidate(row: Row, cells: Mapping[str, str], documents: tuple[Document, ...]) -> Candidate:
    """Return the person whom the cells describe."""
    given, family = cells.get("given_name", ""), cells.get("family_name", "")
    emails = tuple(Stated.known(value) for value in _values(cells.get("email", "").replace(",", ";")))
    phones = tuple(facts.phone(value) for value in _values(cells.get("phone", "")))
    jobs = row.each("employment", _entries(cells.get("employment", "")), facts.job)
    spoken = [parts for parts in _entries(cells.get("languages", "")) if parts[0] not in _OUTCOMES]
    languages = row.each("languages", spoken, facts.language)
    degrees = row.each("degrees", _entries(cells.get("degrees", "")), facts.degree)
    nationalities = row.each("nationalities", _values(cells.get("nationalities", "")), facts.country)
    residence = row.residence(cells.get("residence", ""))
    row.contacts(emails, phones)
    row.jobs(jobs)
    row.close()
    return Candidate(
        name=_name(cells.get("name", ""), given, family),
        given_name=_stated(given),
        family_name=_stated(family),
        emails=emails,
        phones=phones,
        nationalities=nationalities,
        residence=residence,
        gender=facts.gender(cells.get("gender", "")),
        employment=jobs,
        degrees=degrees,
        languages=languages,
        documents=documents,
        warnings=tuple(row.remarks),
    )


def _name(whole: str, given: str, family: str) -> Stated[str]:
    """Return the whole name; one that is put together from its parts says so."""
    if whole:
        return Stated.known(whole)
    joined = " ".join(part for part in (given, family) if part)
    return (
        Stated.inferred(joined, why="put together from given and family name") if joined else Stated.missing()
    )


def _stated(text: str) -> Stated[str]:
    return Stated.known(text) if text else Stated.missing()


def _values(cell: str) -> list[str]:
    """Return the values of a cell, which `;` sets apart."""
    return [value for part in cell.split(";") if (value := part.strip())]


def _entries(cell: str) -> list[list[str]]:
    """Return the entries of a cell, each as its parts, which ` | ` sets apart."""
    return [[clean(part) for part in entry.split("|")] for entry in _values(cell)]
