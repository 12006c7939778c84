# ruff: noqa: S608 - every part of these texts is a constant of this room; values are parameters
"""Writes what screening found: results whole, or what counts of them where a change outran the findings.

A change of criteria is one row of `recast`: from it on everybody's row is right, while findings that were
kept before it are out of step until they are written anew. Nobody's findings are opened for it.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any, Final

from recruiter_tui.store.codec import sha256
from recruiter_tui.store.queries import STANDING
from recruiter_tui.store.statements import insertion

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from recruiter_tui.store.journal import Row
    from recruiter_tui.store.records import Screened

Proofs = dict[tuple[str, int], tuple["Row | None", "Row | None"]]
"""What the journal holds only a digest of: before and after the act, by table and key."""

_KNOWN: Final = (
    "SELECT application.id, screening.digest, coalesce((SELECT max(recast.id) FROM recast"
    " WHERE recast.vacancy_id = application.vacancy_id), 0) FROM application"
    " LEFT JOIN screening ON screening.id = application.id"
    " WHERE application.id IN (SELECT value FROM json_each(?)) AND" + STANDING
)
_STANDS: Final = (
    "SELECT screening.id, screening.digest, screening.recast, finding.body FROM screening"
    " JOIN finding ON finding.id = screening.id JOIN application ON application.id = screening.id"
    " WHERE screening.id IN (SELECT value FROM json_each(?)) AND" + STANDING
)
_DIGESTS: Final = "SELECT id, digest FROM screening WHERE id IN (SELECT value FROM json_each(?))"
_PUT_SCREENING: Final = insertion("screening").replace("INSERT INTO", "INSERT OR REPLACE INTO", 1)
_PUT_FINDING: Final = insertion("finding").replace("INSERT INTO", "INSERT OR REPLACE INTO", 1)
_DROP: Final = (
    "DELETE FROM finding WHERE id IN (SELECT value FROM json_each(?))",
    "DELETE FROM screening WHERE id IN (SELECT value FROM json_each(?))",
)
_RECAST: Final = insertion("recast")
_RECASTS: Final = (
    "SELECT id, digest FROM recast WHERE criteria_version_id IN (SELECT value FROM json_each(?))"
)
_FORGET: Final = "DELETE FROM recast WHERE criteria_version_id IN (SELECT value FROM json_each(?))"


class Results:
    """What screening found, as one unit writes it; every change is proven by the journal."""

    def __init__(self, run: Callable[..., Any], proofs: Proofs) -> None:
        """Write with `run`, and note in `proofs` what the journal must hold."""
        self._run = run
        self._proofs = proofs

    def put(self, results: Sequence[Screened]) -> int:
        """Keep results; equal ones and those of whoever went meanwhile are left alone.

        Returns how many differed.
        """
        whole = self._put_whole([one for one in results if one.findings is not None])
        return whole + self._put_counts([one for one in results if one.findings is None])

    def _put_whole(self, results: Sequence[Screened]) -> int:
        """Keep results with their findings, which know of every recast of their vacancy."""
        known = self._ask(_KNOWN, [one.application for one in results])
        fresh = []
        for one in results:
            if one.application not in known:
                continue
            was, recast = known[one.application]
            digest = one.digest(recast, one.findings or b"")
            if digest != was:
                fresh.append((one, was, recast, digest))
        if fresh:
            self._run(_PUT_SCREENING, [one.columns(digest, recast) for one, _, recast, digest in fresh])
            self._run(_PUT_FINDING, [(one.application, one.findings) for one, *_ in fresh])
        for one, was, _, digest in fresh:
            self._prove("screening", one.application, was, digest)
        return len(fresh)

    def _put_counts(self, results: Sequence[Screened]) -> int:
        """Keep what counts of results whose findings are to follow."""
        known = self._ask(_STANDS, [one.application for one in results])
        rows = []
        for one in results:
            if one.application not in known:
                continue
            was, recast, body = known[one.application]
            digest = one.digest(recast, body)
            rows.append(one.columns(digest, recast))
            self._prove("screening", one.application, was, digest)
        if rows:
            self._run(_PUT_SCREENING, rows)
        return len(rows)

    def recast(self, vacancy: int, criteria_version: int, criteria: Iterable[str]) -> int:
        """Note that criteria were judged anew for everybody of a vacancy, and return the note's key."""
        told = json.dumps(sorted(criteria), ensure_ascii=False)
        digest = proof_of_recast(vacancy, criteria_version, told)
        key = int(self._run(_RECAST, (None, vacancy, criteria_version, told, digest)).lastrowid)
        self._prove("recast", key, None, digest)
        return key

    def drop(self, applications: Sequence[int]) -> None:
        """Take away what was found about applications."""
        known = self._ask(_DIGESTS, applications)
        if known:
            for statement in _DROP:
                self._run(statement, (str(list(known)),))
            for key, (digest,) in known.items():
                self._prove("screening", key, digest, None)

    def forget(self, criteria_versions: Sequence[int]) -> None:
        """Take away the notes on versions of criteria that go."""
        wanted = str(list(criteria_versions))
        for key, digest in self._run(_RECASTS, (wanted,)).all():
            self._prove("recast", key, digest, None)
        self._run(_FORGET, (wanted,))

    def _ask(self, sql: str, keys: Iterable[int]) -> dict[int, tuple[Any, ...]]:
        return {row[0]: tuple(row[1:]) for row in self._run(sql, (str(list(keys)),)).all()}

    def _prove(self, entity: str, key: int, was: str | None, now: str | None) -> None:
        place = (entity, key)
        first = self._proofs[place][0] if place in self._proofs else _proof(was)
        self._proofs[place] = (first, _proof(now))


def _proof(digest: str | None) -> Row | None:
    return None if digest is None else {"digest": digest}


def proof_of_recast(vacancy: int, criteria_version: int, criteria: str) -> str:
    """Return what the journal proves of a recast."""
    return sha256(json.dumps([vacancy, criteria_version, criteria], ensure_ascii=False))


def hashed(body: bytes | None) -> str:
    """Return what the proof of a result says of its findings."""
    return hashlib.sha256(body or b"").hexdigest()
