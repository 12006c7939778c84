"""Applications side by side: facts and criteria as lines, differences first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.domain.comparison import Compared, compare
from recruiter_tui.domain.errors import Refused
from recruiter_tui.services.rows import application_row, vacancy_id
from recruiter_tui.services.views import Comparison, ComparisonLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recruiter_tui.domain.blind import Mask
    from recruiter_tui.domain.person import Candidate, Degree, Employment, LanguageSkill
    from recruiter_tui.services.room import Room
    from recruiter_tui.store.reading import Reader
    from recruiter_tui.store.records import Line, Record

PERSONAL = ("nationalities", "residence")
"""The facts that a blind vacancy hides."""
_LONGEST_LABEL = 60
_MONTHS_A_YEAR = 12


class Comparisons:
    """The use case of comparing."""

    def __init__(self, room: Room) -> None:
        """Work on the room's store."""
        self._room = room

    async def compare(self, keys: Sequence[int]) -> Comparison:
        """Return 2 to 6 applications of one vacancy side by side; Refused for other numbers."""
        return await self._room.read(lambda reader: self._compared(reader, list(dict.fromkeys(keys))))

    def _explained(self, reader: Reader, record: Record) -> Record:
        """Return the record with findings from the rules where a change of criteria outran those on file."""
        if record.findings:
            return record
        judge = self._room.judge(reader.vacancy(record.line.vacancy))
        return record._replace(findings=judge.judged(record.applicant).findings)

    def _compared(self, reader: Reader, keys: list[int]) -> Comparison:
        """Read the records and line them up."""
        records = [self._explained(reader, reader.record(key)) for key in keys]
        vacancies = {record.line.vacancy for record in records}
        if len(vacancies) > 1:
            problem = "applications to different vacancies are measured against different criteria"
            raise Refused(problem, "compare applications to one vacancy")
        labels: dict[str, str] = {}
        for vacancy in vacancies:
            criteria = reader.vacancy(vacancy).notice.criteria
            labels = {one.id: _label(one.id, one.text) for one in criteria}
        masks = [self._room.curtain.mask(reader, record.line) for record in records]
        lines = compare(list(map(_compared, records, masks)), labels)
        if all(masks):
            lines = tuple(line for line in lines if line.label not in PERSONAL)
        positions = self._room.positions(reader, vacancies)
        rows = [application_row(record.line, positions.get(record.line.key)) for record in records]
        return Comparison(
            vacancy=vacancy_id(records[0].line.vacancy),
            applications=tuple(self._room.curtain.rows(reader, [one.line for one in records], rows)),
            lines=tuple(
                ComparisonLine(line.label, line.cells, line.outcomes, line.differs, line.criterion)
                for line in lines
            ),
        )


def _label(identity: str, text: str) -> str:
    """Return how a criterion is called at the head of its line."""
    words = " ".join(text.split())
    if not words:
        return identity
    return words if len(words) <= _LONGEST_LABEL else words[: _LONGEST_LABEL - 1].rstrip() + "…"


def _compared(record: Record, mask: Mask | None) -> Compared:
    """Return one application to compare, without what a blind vacancy hides."""
    candidate = record.applicant.candidate
    if mask is None:
        return Compared(record.line.name, _facts(record.line, candidate), record.findings)
    tags = tuple(map(mask.text, record.line.tags))
    facts = _facts(record.line._replace(tags=tags), mask.candidate(candidate))
    facts |= dict.fromkeys(PERSONAL, "hidden")
    return Compared(mask.pseudonym, facts, mask.findings(record.findings, candidate))


def _facts(line: Line, candidate: Candidate) -> dict[str, str]:
    """Return the facts of one application in the order of their lines; silence is an empty text."""
    from recruiter_tui.reference import countries, languages

    internal = {True: "yes", False: "no", None: ""}[line.internal]
    return {
        "disposition": line.disposition.value,
        "outcome": line.outcome.value if line.outcome else "",
        "tier": "cannot tell" if line.tier is None else str(line.tier),
        "internal": internal,
        "received": line.received or "",
        "nationalities": ", ".join(map(countries.name, line.nationalities)),
        "residence": countries.name(line.residence) if line.residence else "",
        "years of experience": _years(line.months_low, line.months_high),
        "degrees": "; ".join(_degree(one) for one in candidate.degrees),
        "languages": "; ".join(_language(one, languages.name(one.language)) for one in candidate.languages),
        "last post": _last_post(candidate),
        "tags": ", ".join(line.tags),
    }


def _years(low: float | None, high: float | None) -> str:
    """Return the years of experience, rounded down as nobody rounds up; both bounds where they differ."""
    if low is None:
        return ""
    least = f"{int(low / _MONTHS_A_YEAR * 10) / 10:g}"
    if high is None:
        return f"at least {least}"
    most = f"{int(high / _MONTHS_A_YEAR * 10) / 10:g}"
    return least if least == most else f"{least} to {most}"


def _degree(degree: Degree) -> str:
    """Return a degree in a few words."""
    level = degree.level.word if degree.level else degree.title or "level unknown"
    parts = (level, degree.field, str(degree.completed) if degree.completed else degree.status.value)
    return ", ".join(part for part in parts if part)


def _language(skill: LanguageSkill, name: str) -> str:
    """Return a language with its level as written."""
    levels = skill.level or ", ".join(f"{one} {level}" for one, level in skill.scale.items())
    levels = ", ".join(filter(None, (levels, f"tested {skill.tested}" if skill.tested else "")))
    return f"{name} ({levels})" if levels else name


def _last_post(candidate: Candidate) -> str:
    """Return the post that began last."""
    jobs = [job for job in candidate.employment if job.start]
    return _job(max(jobs, key=lambda job: job.start.earliest if job.start else None)) if jobs else ""  # type: ignore[arg-type,return-value]  # all have a start


def _job(job: Employment) -> str:
    """Return a post in a few words."""
    return ", ".join(part for part in (job.title, job.employer) if part)
