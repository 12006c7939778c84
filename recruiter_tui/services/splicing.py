"""Findings that a change of criteria outran, brought in step: only what it touched is judged.

The other findings are taken over as they are kept, without being built. Whoever was ruled on, and whoever's
findings are not of the present criteria, is judged wholly.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final, NamedTuple

from recruiter_tui.domain.deadline import DEADLINE
from recruiter_tui.services.quiet import uncollected
from recruiter_tui.services.touched import read_by
from recruiter_tui.store import codec
from recruiter_tui.store.dumping import Dumper
from recruiter_tui.store.kept import kept, outrun, ruled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from recruiter_tui.domain.requirement import Criterion
    from recruiter_tui.services.judging import Judge
    from recruiter_tui.store.reading import Reader
    from recruiter_tui.store.records import Applicant, Screened, VacancyRecord

_SLICE: Final = 0.015
"""Seconds of judging at a stretch, so that keys are answered in between."""
_REST: Final = 0.004


class Partly(NamedTuple):
    """One application whose row is right, and whose findings lack what was judged anew."""

    row: Screened
    touched: frozenset[str]
    parts: dict[str, bytes]
    """The JSON of the findings that are kept, by criterion."""


class Splicing:
    """What some applications need to be in step again, read at one moment."""

    def __init__(self, reader: Reader, record: VacancyRecord, judge: Judge, keys: Sequence[int]) -> None:
        """Read what is kept, and as many facts as the touched rules want."""
        self._judge = judge
        self._order: list[tuple[str, Criterion | None]] = [(DEADLINE, None)]
        self._order += [(one.id, one) for one in record.notice.criteria]
        self._partly: list[tuple[Partly, Applicant]] = []
        self._whole: list[Applicant] = []
        self._dumper = Dumper()
        with uncollected():
            found = self._spliceable(reader, record, keys)
            groups: dict[frozenset[str], list[int]] = {}
            for key, one in found.items():
                groups.setdefault(one.touched, []).append(key)
            for touched, some in groups.items():
                reads = read_by(one.kind for name, one in self._order if one and name in touched)
                for filed in reader.applicants(record.line.key, some, texts="documents" in reads, only=reads):
                    self._partly.append((found[filed.key], filed))
            rest = [key for key in keys if key not in found]
            if rest:
                self._whole = reader.applicants(record.line.key, rest)

    def results(self) -> list[Screened]:
        """Return everybody's result; long work, in slices with rests between them."""
        results, begun = [], time.monotonic()
        for one in self.each():
            results.append(one)
            if time.monotonic() - begun > _SLICE:
                time.sleep(_REST)
                begun = time.monotonic()
        return results

    def each(self) -> Iterator[Screened]:
        """Yield everybody's result at a stretch."""
        yield from (self._spliced(one, filed) for one, filed in self._partly)
        yield from (self._judge.screened(filed) for filed in self._whole)

    def _spliceable(self, reader: Reader, record: VacancyRecord, keys: Sequence[int]) -> dict[int, Partly]:
        """Return those of whose findings all but the touched ones can be taken over."""
        rows, bodies = kept(reader, keys), outrun(reader, record.line.key, keys)
        apart = set(ruled(reader, keys))
        found = {}
        for key in keys:
            row = rows[key].result if key in rows else None
            if row is None or key in apart or row.overruled or row.marks is None or key not in bodies:
                continue
            if (row.criteria_version, row.policy) != (record.criteria.key, self._judge.spec):
                continue
            parts = codec.parts_of(bodies[key].body)
            if all(name in parts or name in bodies[key].touched for name, _ in self._order):
                found[key] = Partly(row, bodies[key].touched, parts)
        return found

    def _spliced(self, one: Partly, filed: Applicant) -> Screened:
        """Return the result with its findings in the order of the criteria."""
        parts = [
            one.parts[name]
            if criterion is None or name not in one.touched
            else self._dumper.part(self._judge.finding(criterion, filed))
            for name, criterion in self._order
        ]
        return one.row._replace(findings=codec.joined(parts))
