"""Rows of candidates for tests of the table, without a store."""

from __future__ import annotations

from array import array

from recruiter_tui.domain.application import Disposition
from recruiter_tui.domain.finding import Outcome
from recruiter_tui.services.views import ApplicationRow
from recruiter_tui.tui.widgets.source import Key, Roll


def application(key: int, name: str | None = None) -> ApplicationRow:
    """Return one application, new and met in everything."""
    return ApplicationRow(
        key=key,
        application=f"A{key}",
        name=name if name is not None else f"Person {key:07}",
        tier=1 + key % 2,
        outcome=Outcome.MET,
        eligibility=Outcome.MET,
        deadline=Outcome.MET,
        education_experience=Outcome.CANNOT_TELL,
        languages=Outcome.NOT_MET,
        overruled=False,
        months_low=60.0 + key % 50,
        months_high=60.0 + key % 50,
        spoken=("en", "fr"),
        disposition=Disposition.NEW,
        reason=None,
        note=None,
        rank=None,
        received="2026-11-02T10:00:00+00:00",
        tags=(),
        decided_by=None,
        decided_at=None,
        version=1,
    )


class Counting:
    """Makes rows on demand and counts how many were asked for."""

    def __init__(self) -> None:
        """Start with nothing asked for."""
        self.asked = 0

    def __call__(self, keys: object) -> list[ApplicationRow]:
        """Return a row for each key."""
        rows = [application(int(key)) for key in keys]  # type: ignore[attr-defined]  # any sequence of ids
        self.asked += len(rows)
        return rows


def roll(count: int, fetch: Counting | None = None) -> Roll[ApplicationRow]:
    """Return `count` applications with the keys 1, 2, 3 ..."""
    keys: array[int] = array("q", range(1, count + 1))
    return Roll(keys, fetch or Counting())


def named(*names: str) -> Roll[ApplicationRow]:
    """Return applications of people with these names."""
    rows: dict[Key, ApplicationRow] = {key: application(key, name) for key, name in enumerate(names, 1)}
    return Roll(tuple(rows), lambda keys: [rows[key] for key in keys])
