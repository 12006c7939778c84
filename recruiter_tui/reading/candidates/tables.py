"""Tables of applicants: the program's own columns and those of other systems, one applicant a row."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.application import Application
from recruiter_tui.domain.cells import unguarded
from recruiter_tui.domain.finding import Outcome
from recruiter_tui.domain.person import PRESENT, Candidate, Document, Employment
from recruiter_tui.domain.stated import State, Stated
from recruiter_tui.domain.text import clean
from recruiter_tui.reading.candidates import facts
from recruiter_tui.reading.candidates.attachments import attachment
from recruiter_tui.reading.candidates.csv_records import MOST_COLUMNS, Record
from recruiter_tui.reading.candidates.dialects.headings import EXACT, OWN, RESULTS, WHO, key
from recruiter_tui.reading.candidates.dialects.mapping import Certainty, Column, Mapping, mapping_of
from recruiter_tui.reading.candidates.dialects.stamps import stamp
from recruiter_tui.reading.candidates.filling import filled
from recruiter_tui.reading.candidates.incoming import Incoming, RowProblem, Source, SourceFile, Unclear
from recruiter_tui.reading.candidates.places import located
from recruiter_tui.reading.candidates.rows import LONGEST_TEXT, Row, identity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Mapping as Words
    from pathlib import Path

    from recruiter_tui.domain.dates import Moment

_OUTCOMES: Final = frozenset(outcome.value for outcome in Outcome)
_FREE: Final = frozenset((None, "note", "employment", "degrees"))
_JOINED: Final = {"note": "\n", "residence": ", "}
_MOST_GUESSES: Final = 5
_MOST_NAMED: Final = 20


class Table:
    """A table while it is read, with what its columns mean."""

    def __init__(
        self, path: Path, source: Source, remembered: Words[str, Words[str, str | None]] | None = None
    ) -> None:
        """Begin with a table whose header is unread; `remembered` are persons' answers by header set."""
        self.path = path
        self.source = source
        self.remembered = remembered
        self.mapping = Mapping(())
        self.reads_papers = True
        """Whether the papers that rows name are read; a look at a few rows goes without."""

    @property
    def columns(self) -> tuple[Column, ...]:
        """Return the columns of a table that can be read, none of one that cannot."""
        return self.mapping.columns

    def header(self, record: Record, rows: Sequence[Sequence[str]], sheet: str = "") -> Iterator[RowProblem]:
        """Take in the header; one that names no applicant, or a column twice, ends the reading."""
        place = f"{sheet}row {record.number}"
        if len(record.cells) > MOST_COLUMNS:
            what = f"there are more than {MOST_COLUMNS} columns"
            yield self._problem(place, what, "leave out what is not needed")
            return
        mapping = mapping_of(record.cells, rows, self.remembered)
        if twice := mapping.twice:
            yield self._problem(place, f"two columns mean {twice}", _which(mapping, twice))
        elif not mapping.is_certain:
            yield self._problem(place, "no column says who the applicants are", _advice(mapping))
        else:
            self.mapping = mapping
            yield from self._warned(place)

    def _warned(self, place: str) -> Iterator[RowProblem]:
        """Yield one warning for columns that are kept as text, and one for results that are left alone."""
        if unknown := [each.heading for each in self.columns if self._is_kept(each)]:
            what = f"not known as columns: {', '.join(unknown[:_MOST_NAMED])}"
            remedy = (
                "their text is kept with each applicant; --map or the app's intake can say what they mean"
            )
            yield self._problem(place, what, remedy, is_warning=True)
        if results := [each.heading for each in self.columns if each.field in RESULTS]:
            what = f"results of an earlier screening: {', '.join(results)}"
            yield self._problem(place, what, "they are not imported", is_warning=True)

    def _is_kept(self, column: Column) -> bool:
        """Tell whether nobody said what a column means, so that only its text is kept."""
        return (
            self.mapping.system is None
            and column.certainty != Certainty.REMEMBERED
            and (column.field is None or column.certainty == Certainty.GUESSED)
        )

    def row(self, record: Record, sheet: str = "") -> Iterator[Incoming | RowProblem]:
        """Yield the applicant of a row after its warnings, or all the reasons why it cannot come in."""
        if self.mapping.are_headings(record.cells):
            what, remedy = "passed over: the row holds column names again", "nobody is in it"
            yield self._problem(f"{sheet}row {record.number}", what, remedy, is_warning=True)
            return
        row = Row(self.source.file, f"{sheet}row {record.number}")
        reading = _Reading(self, row, record.cells)
        incoming = reading.incoming()
        yield from row.warnings
        yield from row.problems
        if incoming and not row.problems:
            yield incoming

    def _problem(self, place: str, problem: str, remedy: str, *, is_warning: bool = False) -> RowProblem:
        return RowProblem(self.source.file, place, problem, remedy, is_warning)


def _which(mapping: Mapping, field: str) -> str:
    """Return what to do about columns that mean the same."""
    names = [column.heading for column in mapping.columns if column.field == field]
    said = f'keep one as text with --map "{names[-1]}="' if len(set(names)) > 1 else "remove one of them"
    return f"they are {' and '.join(names[:_MOST_NAMED])}: rename one, or {said}"


def _advice(mapping: Mapping) -> str:
    """Return what to do about a header that names nobody; one that holds an applicant is not quoted."""
    if mapping.is_no_table:
        return "its first row holds no words: check that it is the right file"
    if len(mapping.columns) == 1:
        return f"its first row must hold column names, for instance {', '.join(OWN[:5])}"
    if mapping.has_data_for_headings:
        return "its first row holds an applicant: put a row of column names above it"
    likely = [f"{heading} looks like {field}" for heading, field in mapping.guesses.items()][:_MOST_GUESSES]
    unknown = ", ".join(mapping.unknown[:_MOST_NAMED]) or "none"
    heading, field = next(iter(mapping.guesses.items()), (mapping.columns[0].heading, "name"))
    remedy = f'say what they mean in the app\'s intake, or with --map "{heading}={field}"'
    return "; ".join((f"not known are {unknown}", *likely, remedy))


class _Reading:
    """One row while its cells become facts."""

    def __init__(self, table: Table, row: Row, cells: Sequence[str]) -> None:
        self.table = table
        self.row = row
        self.cells: dict[str, str] = {}
        self.other: list[str] = []
        self.content: list[str] = []
        """What stands in the row, each behind what its heading comes down to."""
        self.wordings: dict[str, list[str]] = defaultdict(list)
        """What stands in the columns of a field, each behind its heading."""
        for column, raw in zip(table.columns, cells, strict=True):
            if column.field not in RESULTS and raw:
                self._take(column, raw)

    def _take(self, column: Column, raw: str) -> None:
        """Add a cell to its field, or to what is kept as text."""
        field = None if column.certainty == Certainty.GUESSED else column.field
        limit = LONGEST_TEXT if field in _FREE else 2_000
        text = self.row.text(field or column.heading, unguarded(raw), multiline=field in _FREE, limit=limit)
        if not text:
            return
        heading = key(column.heading)
        self.content.append(f"{field if field and heading in EXACT else heading}={text}")
        if field is None:
            self.other.append(f"{column.heading}: {text}")
            return
        if heading not in EXACT or self.table.mapping.system:
            self.row.lenient.add(field)
        self.wordings[field].append(f"{column.heading}: {text}")
        before = self.cells.get(field)
        self.cells[field] = f"{before}{_JOINED.get(field, '; ')}{text}" if before else text

    def incoming(self) -> Incoming | None:
        """Return the applicant that the cells describe; problems are noted on the row."""
        row, cells = self.row, self.cells
        if not any(cells.get(column) for column in WHO):
            if not row.problems:
                row.problem("", "the row names nobody", f"fill in one of {', '.join(WHO)}")
            return None
        papers = self._paper()
        received = cells.get("received")
        when = row.read("received", received, self._moment, None) if received else None
        internal = row.read("internal", cells.get("internal", ""), facts.yes_or_no, None)
        candidate = self._with_paper(_candidate(row, cells, self._job(), self._residence()), papers)
        for field in sorted(row.doubted & row.lenient):
            self.other += self.wordings[field]
        return Incoming(
            Application(cells.get("application") or self._identity(), when, cells.get("channel"), internal),
            replace(
                candidate,
                documents=(*(paper for paper, _ in papers), *self._other_columns()),
                warnings=tuple(row.remarks),
            ),
            row.place,
            self.table.source,
            cells.get("note"),
            tuple(dict.fromkeys(_values(cells.get("tags", "")))),
            tuple(file for _, file in papers),
        )

    def _identity(self) -> str:
        """Return a number for the application: what its cells hold, whatever the columns are said to mean.

        An address that was made for this one application is as good as a number.
        """
        system, mail = self.table.mapping.system, self.cells.get("email", "")
        is_alias = system is not None and system.masks_mail and mail.casefold().endswith("@indeedemail.com")
        return identity(mail.casefold()) if is_alias else identity(*sorted(self.content))

    def _moment(self, wording: str) -> Moment:
        """Return when the application was received; other systems write their dates in their own ways."""
        return (
            stamp(wording, self.table.mapping.dates)
            if "received" in self.row.lenient
            else facts.moment(wording)
        )

    def _paper(self) -> list[tuple[Document, SourceFile]]:
        """Return the paper that the row names; one without a readable text is kept all the same."""
        if not (self.table.reads_papers and (wording := self.cells.get("cv"))):
            return []
        try:
            document, file, why = attachment(self.table.path.parent, wording)
        except Unclear as unclear:
            self.row.problem("cv", unclear.problem, unclear.remedy)
            return []
        if why:
            self.row.doubt("cv", why.problem, why.remedy)
        return [(document, file)]

    def _with_paper(self, candidate: Candidate, papers: Sequence[tuple[Document, SourceFile]]) -> Candidate:
        """Return the candidate with what only the CV says."""
        for paper, _ in papers:
            candidate, doubt = filled(candidate, paper)
            if doubt:
                self.row.doubt("cv", doubt, "check which paper belongs to the row; it is kept with it")
        return located(candidate, papers[0][0].text) if papers else candidate

    def _job(self) -> tuple[Employment, ...]:
        """Return the current job that other systems keep in two columns."""
        employer, title = self.cells.get("employer", ""), self.cells.get("title", "")
        if not (employer or title):
            return ()
        return (Employment(employer=employer, title=title, end=PRESENT, state=State.INFERRED),)

    def _residence(self) -> Stated[str]:
        """Return the country of residence; where another system's address names none it stays text."""
        cells = self.cells
        parts = [cells[name] for name in ("residence", "street", "city", "state", "country") if name in cells]
        if "residence" in cells and "residence" not in self.row.lenient:
            return self.row.residence(cells["residence"])
        if not parts:
            return Stated.missing()
        found = facts.country_of_address(", ".join(parts))
        if found.value is None:
            for name in ("residence", "street", "city", "state", "country"):
                self.other += self.wordings.get(name, [])
        return found

    def _other_columns(self) -> tuple[Document, ...]:
        """Return what no column of the program's own can hold, as a paper of its own."""
        if not self.other:
            return ()
        text = "\n".join(self.other)
        digest = hashlib.sha256(text.encode()).hexdigest()
        name = f"{self.table.source.file}, {self.row.place}, other columns"
        return (Document(name, digest, text),)


def _candidate(
    row: Row, cells: Words[str, str], current: tuple[Employment, ...], residence: Stated[str]
) -> Candidate:
    """Return the person whom the cells describe."""
    given, family = cells.get("given_name", ""), cells.get("family_name", "")
    emails = tuple(Stated.known(value) for value in _values(cells.get("email", "").replace(",", ";")))
    phones = tuple(facts.phone(value) for value in _values(cells.get("phone", "")))
    jobs = row.each("employment", _entries(cells.get("employment", "")), facts.job)
    spoken = [parts for parts in _entries(cells.get("languages", "")) if parts[0] not in _OUTCOMES]
    languages = row.each("languages", spoken, facts.language)
    degrees = row.each("degrees", _entries(cells.get("degrees", "")), facts.degree)
    nationalities = row.each("nationalities", _values(cells.get("nationalities", "")), facts.country)
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
        employment=(*current, *jobs),
        degrees=degrees,
        languages=languages,
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
