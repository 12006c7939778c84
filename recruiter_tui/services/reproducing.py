"""Screening again as of a version: every stored finding computed anew from the stored inputs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.domain.errors import NotFound
from recruiter_tui.domain.screening import application_outcome
from recruiter_tui.services.archive import Archived, AsOf, Difference, compared, normal, opened
from recruiter_tui.services.judging import Judge
from recruiter_tui.services.rows import vacancy_id
from recruiter_tui.store import codec
from recruiter_tui.store.kept import marks
from recruiter_tui.store.marks import mark_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from recruiter_tui.domain.finding import Finding
    from recruiter_tui.store.reading import Reader
    from recruiter_tui.store.records import VacancyRecord


def as_of(reader: Reader, vacancy: str, version: int) -> AsOf:
    """Return a version's findings as they were kept, with what computing them again gives otherwise.

    Raises NotFound for a version that there is not, and for one under which nobody was ever judged.
    """
    key = reader.vacancy_key(vacancy)
    record = reader.vacancy(key)
    name = record.line.reference or vacancy_id(key)
    if version == record.criteria.number:
        judge = Judge(record)
        kept, differences = _now(reader, record, judge)
        return AsOf(
            name, version, judge.policy.spec, in_force=True, applications=kept, differences=differences
        )
    versions = reader.criteria_versions(key)
    for later in reversed(versions):
        if later.record and later.record.previous == version and later.record.archive:
            archive = opened(reader, later.record.archive)
            kept, differences = archive.compared(reader)
            policy = str(archive.head["policy"])
            return AsOf(name, version, policy, in_force=False, applications=kept, differences=differences)
    if any(one.line.number == version for one in versions):
        problem = (
            f"criteria version {version} was taken back, and no result of it was replaced by a later one"
        )
        raise NotFound(problem, "look at another version")
    problem = f"{vacancy_id(key)} has no criteria version {version}"
    raise NotFound(problem, f"its versions are {', '.join(str(one.line.number) for one in versions)}")


def _now(
    reader: Reader, record: VacancyRecord, judge: Judge
) -> tuple[tuple[Archived, ...], tuple[Difference, ...]]:
    """Compare the version in force: what is stored against what the stored facts give."""
    key = record.line.key
    lines = reader.lines(key, "key")
    keys = [line.key for line in lines]
    bodies, told = reader.findings(keys), marks(reader, keys)
    kept: list[Archived] = []
    differences: list[Difference] = []
    filed = {one.key: one for one in reader.applicants(key)}
    for line in lines:
        screening = judge.judged(filed[line.key])
        stored = codec.load_findings(bodies.get(line.key))
        if not stored and line.key in told:  # a change of criteria outran them: what counts stands already
            stored = normal(screening.findings)
            differences += _counts(line.application, told[line.key], screening.findings)
        differences += compared(line.application, stored, screening.findings)
        for what, was, now in (
            ("tier", line.tier, screening.tier),
            ("outcome", line.outcome, screening.outcome),
        ):
            if was != now:
                differences.append(Difference(line.application, what, str(was), str(now)))
        kept.append(
            Archived(
                line.key,
                line.application,
                line.name,
                line.received,
                line.disposition.value,
                line.tier,
                application_outcome(stored),
                stored,
            )
        )
    return tuple(kept), tuple(differences)


def _counts(application: str, told: str, computed: Sequence[Finding]) -> Iterator[Difference]:
    """Yield where what counts of findings differs from what computing them gives."""
    stored = told.split(" ")
    if len(stored) != len(computed):
        yield Difference(application, "criteria", f"{len(stored)} findings", f"{len(computed)} findings")
        return
    for was, finding in zip(stored, computed, strict=True):
        if was != mark_of(finding):
            yield Difference(application, finding.criterion, was, mark_of(finding))
