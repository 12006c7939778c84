"""Portions of a screening: what is kept of each application, and as much as is to be told of its findings."""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING, Any, NamedTuple

from recruiter_tui.domain.telling import tier_told, told_of
from recruiter_tui.store import codec
from recruiter_tui.store.facts import sequence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from recruiter_tui.domain.finding import Finding
    from recruiter_tui.services.judging import Judge
    from recruiter_tui.store.reading import Reader
    from recruiter_tui.store.records import Applicant, Screened


class Telling(NamedTuple):
    """How much is told of findings."""

    whole: bool = True
    """Whether all of each, else its outcome and sentence alone."""
    passages: bool = True
    """Whether the papers are quoted on what a person judges."""
    packed: bool = False
    """Whether in a tenth of the memory, as there are very many."""


class Reason(NamedTuple):
    """What a finding comes to, in one sentence."""

    stands: str
    """The outcome that counts, a person's where somebody overruled it; of a tier, what it means."""
    criterion: str
    overruled: bool
    why: str


class Result(NamedTuple):
    """What was found about one application."""

    kept: Screened
    """Without its findings."""
    told: tuple[Finding, ...] | tuple[Reason, ...] | bytes
    whole: bool = True

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return the findings; none where their reasons alone were asked for."""
        if not self.whole:
            return ()
        told: Any = self.told
        return codec.load_findings(told) if isinstance(told, bytes) else told

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Return what was judged, in the order of the criteria."""
        if self.whole:
            return reasons_of(self.findings)
        told: Any = self.told
        return _unpacked(told) if isinstance(told, bytes) else told


class Portion(NamedTuple):
    """Some applications as they were judged on what the store held at one moment."""

    keys: list[int]
    seen: int
    """The newest journal entry at that moment."""
    judged: list[tuple[Screened, Result]]


def read(reader: Reader, vacancy: int, keys: Sequence[int]) -> tuple[int, list[Applicant]]:
    """Return the facts of some applications, and the newest journal entry at that moment."""
    with reader.snapshot():
        return sequence(reader), reader.applicants(vacancy, keys)


def judged(judge: Judge, telling: Telling, filed: Applicant) -> tuple[Screened, Result]:
    """Return the result to keep, and what to tell of it."""
    screening = judge.judged(filed)
    kept = judge.kept(filed.key, filed.application, filed.candidate, screening)
    bare = kept._replace(findings=None)
    if not telling.whole:
        reasons = reasons_of(screening.findings)
        return kept, Result(bare, _packed(reasons) if telling.packed else reasons, whole=False)
    if not telling.passages:
        return kept, Result(bare, (telling.packed and kept.findings) or screening.findings)
    shown = judge.with_passages(screening, filed.candidate).findings
    return kept, Result(bare, judge.packed(shown) if telling.packed else shown)


def reasons_of(findings: Iterable[Finding]) -> tuple[Reason, ...]:
    """Return what findings come to, without those that wait for a person."""
    return tuple(
        [
            Reason(
                tier_told(one, standing) or standing.value,
                one.criterion,
                one.override is not None,
                told_of(one),
            )
            for one in findings
            if (standing := one.standing) is not None
        ]
    )


def _unpacked(body: bytes) -> tuple[Reason, ...]:
    return tuple([Reason(*one) for one in json.loads(zlib.decompress(body))])


def _packed(reasons: tuple[Reason, ...]) -> bytes:
    return codec.compressed(json.dumps(reasons, ensure_ascii=False).encode())
