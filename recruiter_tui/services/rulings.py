"""Rulings beside single findings: jobs' relevance and related fields, with a look at whom they change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from recruiter_tui.domain.education_branches import fields_for
from recruiter_tui.domain.equivalents import criterion_under
from recruiter_tui.domain.errors import NotFound, Refused
from recruiter_tui.domain.finding import Outcome
from recruiter_tui.domain.flips import Flip, flips
from recruiter_tui.domain.requirement import EducationExperience, Kind
from recruiter_tui.domain.rulings import FieldRuling, Relevance, field_key, job_keys, share_of
from recruiter_tui.domain.study_fields import ListedFields
from recruiter_tui.domain.text import clean
from recruiter_tui.services.institutions import Institution, graduates, institutions, record_of
from recruiter_tui.services.judging import Judge, rescreen
from recruiter_tui.services.rows import vacancy_id
from recruiter_tui.services.views import Changed
from recruiter_tui.store import rulings as names

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from recruiter_tui.services.room import Room
    from recruiter_tui.store.reading import Reader
    from recruiter_tui.store.records import Applicant, VacancyRecord
    from recruiter_tui.store.writing import Unit

_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class JobRuling:
    """One job of an application with what a person ruled on it; nothing means that it counts fully."""

    job: int
    title: str
    employer: str
    ruling: Relevance | None


@dataclass(frozen=True, slots=True)
class Question:
    """Something that waits for a person's ruling, with everybody to whom one ruling would apply."""

    kind: str
    """`field`: is this field of study related; else a criterion's id whose finding nobody can tell."""
    subject: str
    """The field as worded, or the criterion."""
    applications: tuple[int, ...]
    """Keys."""
    why: str = ""


class Rulings:
    """The use cases around rulings that apply to more than one finding."""

    def __init__(self, room: Room) -> None:
        """Work on the room's store."""
        self._room = room

    async def jobs(self, key: int) -> tuple[JobRuling, ...]:
        """Return the jobs of an application with the rulings on their relevance."""

        def ask(reader: Reader) -> tuple[JobRuling, ...]:
            filed = reader.record(key).applicant
            jobs = filed.candidate.employment
            return tuple(
                JobRuling(place, job.title, job.employer, filed.relevance.get(name))
                for place, (job, name) in enumerate(zip(jobs, job_keys(jobs), strict=True))
            )

        return await self._room.read(ask)

    async def relevance(
        self, key: int, job: int, share: str | None, note: str = "", *, actor: str | None = None
    ) -> Changed:
        """Rule how much of one job counts for the vacancy: yes, no or `75 %`; None takes the ruling back.

        The application is screened again in the same act. Raises Refused for what is no share of a job.
        """
        part = None if share is None else share_of(share)
        words = clean(note, multiline=True, limit=_LONGEST).strip()

        def work(unit: Unit) -> int:
            record = unit.reader.record(key)
            found = job_keys(record.applicant.candidate.employment)
            if not 0 <= job < len(found):
                problem = f"{record.line.application} has no job {job}"
                raise NotFound(problem, "the jobs are numbered from 0, in the order of the file")
            ruled = dict(record.applicant.relevance)
            if part is None:
                ruled.pop(found[job], None)
            else:
                ruled[found[job]] = Relevance(part, words, unit.act.actor, unit.act.at)
            _put_relevance(unit, key, ruled)
            rescreen(unit, [key])
            told = "counts fully again" if part is None else _relevant(ruled[found[job]])
            unit.summary = f"{record.line.application}: job {job + 1} {told}"
            return record.line.vacancy

        done = await self._room.write("ruled", work, actor=actor)
        return Changed(done.summary, done.sequence, (key,), (vacancy_id(done.result),))

    async def fields(self, vacancy: str) -> tuple[FieldRuling, ...]:
        """Return the rulings on fields of study of a vacancy."""
        record = await self._room.read(lambda reader: reader.vacancy(reader.vacancy_key(vacancy)))
        return tuple(record.fields.values())

    async def whom_field_changes(self, vacancy: str, field: str, related: bool | None) -> tuple[Flip, ...]:  # noqa: FBT001 - the answer itself
        """Return who would flip if the field were ruled so; None stands for taking the ruling back."""

        def ask(reader: Reader) -> tuple[Flip, ...]:
            key = reader.vacancy_key(vacancy)
            record = reader.vacancy(key)
            return _flips(record, _ruled(record, field, related, "", ""), _with_field(reader, key, field))

        return await self._room.read(ask)

    async def rule_field(
        self,
        vacancy: str,
        field: str,
        related: bool | None,  # noqa: FBT001 - the answer itself
        reason: str,
        *,
        actor: str | None = None,
    ) -> tuple[Changed, tuple[Flip, ...]]:
        """Rule whether a field counts as a listed one, for everybody who studied it; None takes it back.

        Whoever studied it is screened again in the same act; returned is who flipped. Raises Refused without
        a reason.
        """
        words = clean(reason, multiline=True, limit=_LONGEST).strip()
        if related is not None and not words:
            problem = "nobody rules on a field of study without a reason"
            raise Refused(problem, "say in your own words why")

        def work(unit: Unit) -> tuple[int, tuple[Flip, ...], tuple[int, ...]]:
            key = unit.reader.vacancy_key(vacancy)
            before = unit.reader.vacancy(key)
            after = _ruled(before, field, related, words, unit.act.actor, unit.act.at)
            filed = _with_field(unit.reader, key, field)
            changed = _flips(before, after, filed)
            name = names.field_name(key, field_key(field))
            if related is None:
                _drop_setting(unit, name)
            else:
                unit.put_setting(name, names.dump_field(after.fields[field_key(field)]))
            rescreen(unit, [one.key for one in filed])
            told = {True: "counts as a listed field", False: "is no listed field", None: "is open again"}
            unit.summary = f"{field} {told[related]}: {len(filed)} concerned, {_who(changed)} flipped"
            return key, changed, tuple(one.key for one in filed)

        done = await self._room.write("ruled", work, actor=actor, subject=vacancy)
        key, changed, keys = done.result
        return Changed(done.summary, done.sequence, keys, (vacancy_id(key),)), changed

    async def institutions(self, vacancy: str) -> tuple[Institution, ...]:
        """Return where a vacancy's applicants studied, with what was found out about each place."""
        return await self._room.read(lambda reader: institutions(reader, reader.vacancy_key(vacancy)))

    async def check_institution(
        self,
        institution: str,
        standing: str | None,
        *,
        on: str | None = None,
        identity: str = "",
        note: str = "",
        actor: str | None = None,
    ) -> Changed:
        """Record that a person looked an institution up, for all vacancies; None takes the record back.

        `standing` is recognised, not recognised or unclear; `on` the day of the check, today without one;
        `identity` what a register calls it. Findings show it and outcomes stay. Raises Refused.
        """
        day = on or self._room.clock().date().isoformat()

        def work(unit: Unit) -> list[int]:
            name = names.institution_name(field_key(institution))
            if standing is None:
                _drop_setting(unit, name)
                told = f"{institution}: the check was taken back"
            else:
                found = record_of(institution, standing, day, unit.act.actor, identity=identity, note=note)
                name = names.institution_name(field_key(found.institution))
                unit.put_setting(name, names.dump_institution(found))
                told = f"{found.institution}: {found.flag}"
            keys = graduates(unit.reader, name.removeprefix(names.INSTITUTIONS))
            rescreen(unit, keys)
            unit.summary = told
            return keys

        done = await self._room.write("ruled", work, actor=actor)
        return Changed(done.summary, done.sequence, tuple(done.result))

    async def waiting(self, vacancy: str) -> tuple[Question, ...]:
        """Return what waits for a ruling: open fields of study, then findings that nobody can tell."""

        def ask(reader: Reader) -> tuple[Question, ...]:
            record = reader.vacancy(reader.vacancy_key(vacancy))
            open_ = _open(reader, record)
            questions = [*_fields_to_rule(reader, record, open_), *_findings_to_rule(reader, record, open_)]
            return tuple(sorted(questions, key=lambda one: (one.kind != "field", -len(one.applications))))

        return await self._room.read(ask)


def _open(reader: Reader, record: VacancyRecord) -> dict[str, list[int]]:
    """Return by criterion the applications for which nobody can tell; where a tier is open, facts are."""
    from recruiter_tui.store.kept import standings

    tiers = {one.id for one in record.notice.criteria if one.kind is Kind.TIER}
    open_: dict[str, list[int]] = {}
    for key, told in standings(reader, record.line.key, reader.roll(record.line.key, "key").tolist()).items():
        for criterion, outcome in told.items():
            if outcome == Outcome.CANNOT_TELL.value and criterion not in tiers:
                open_.setdefault(criterion, []).append(key)
    return {criterion: sorted(keys) for criterion, keys in open_.items()}


def _fields_to_rule(reader: Reader, record: VacancyRecord, open_: Mapping[str, list[int]]) -> list[Question]:
    """Return the fields of study that only a person can match, each with whom it concerns."""
    schools = [one for one in record.notice.criteria if isinstance(one, EducationExperience)]
    policy = Judge(record).policy
    listed = [
        fields_for(branch, ListedFields(one.fields_of_study, one.related_field, record.fields))
        for one in schools
        for branch in criterion_under(one, policy).alternatives
    ]
    keys = sorted({key for one in schools for key in open_.get(one.id, ())})
    fields: dict[str, tuple[str, list[int]]] = {}
    for filed in reader.applicants(record.line.key, keys, texts=False, only=frozenset({"degrees"})):
        for field in _open_fields(filed, listed):
            fields.setdefault(field_key(field), (field, []))[1].append(filed.key)
    return [Question("field", wording, tuple(dict.fromkeys(found))) for wording, found in fields.values()]


def _findings_to_rule(
    reader: Reader, record: VacancyRecord, open_: Mapping[str, list[int]]
) -> Iterator[Question]:
    """Yield the findings that nobody can tell, with the words of the first."""
    if not open_:
        return
    judge = Judge(record)
    firsts = reader.applicants(record.line.key, {keys[0] for keys in open_.values()}, texts=False)
    reasons = {
        one.key: {each.criterion: each.reason for each in judge.judged(one).findings} for one in firsts
    }
    for criterion, keys in open_.items():
        yield Question(criterion, criterion, tuple(keys), reasons[keys[0]].get(criterion, ""))


def _open_fields(filed: Applicant, listed: Sequence[ListedFields]) -> list[str]:
    """Return the fields of an applicant's degrees that only a person can match."""
    studied = [degree.field for degree in filed.candidate.degrees if degree.field]
    return [field for field in studied if any(one.match(field).truth is None for one in listed)]


def _with_field(reader: Reader, vacancy: int, field: str) -> list[Applicant]:
    """Return everybody of a vacancy who studied a field."""
    wanted = field_key(field)
    return [
        filed
        for filed in reader.applicants(vacancy)
        if any(degree.field and field_key(degree.field) == wanted for degree in filed.candidate.degrees)
    ]


def _ruled(
    record: VacancyRecord,
    field: str,
    related: bool | None,  # noqa: FBT001 - the answer itself
    reason: str,
    by: str,
    at: str = "",
) -> VacancyRecord:
    """Return the vacancy with one more ruling on a field, or one less."""
    rest = {key: one for key, one in record.fields.items() if key != field_key(field)}
    if related is None:
        return record._replace(fields=rest)
    ruling = FieldRuling(" ".join(field.split()), related, reason, by, at)
    return record._replace(fields=rest | {ruling.key: ruling})


def _flips(before: VacancyRecord, after: VacancyRecord, filed: Sequence[Applicant]) -> tuple[Flip, ...]:
    """Return who flips between two states of a vacancy's rulings."""
    old, new = Judge(before), Judge(after)
    return tuple(
        flip for one in filed for flip in flips(one.key, one.application.id, old.judged(one), new.judged(one))
    )


def _who(changed: Sequence[Flip]) -> int:
    return len({flip.key for flip in changed})


def _put_relevance(unit: Unit, key: int, ruled: dict[str, Relevance]) -> None:
    """Keep the rulings on an application's jobs, or nothing where there are none left."""
    name = names.relevance_name(key)
    if ruled:
        unit.put_setting(name, names.dump_relevance(ruled))
    else:
        _drop_setting(unit, name)


def _relevant(ruling: Relevance) -> str:
    """Return a ruling on a job as the journal has it."""
    if ruling.share in {0, 1}:
        return "is relevant" if ruling.share else "is not relevant"
    return f"is relevant to {ruling.in_words}"


def _drop_setting(unit: Unit, name: str) -> None:
    """Take a setting away; raises Refused where there is none."""
    found = unit.reader.setting(name)
    if found is None:
        problem = "there is no ruling to take back"
        raise Refused(problem, "look again: somebody may have taken it back already")
    unit.delete("setting", found[0])
