"""Codes in plain words, and what a drawing calls the kinds of criteria and of dates."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.requirement import Kind
from recruiter_tui.tui.drawing.cells import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from recruiter_tui.domain.finding import Finding

KIND_NAMES: Final = {
    Kind.DEADLINE: "Closing",
    Kind.NATIONALITY: "Nationality",
    Kind.CHANNEL: "Way of applying",
    Kind.TIER: "Tier",
    Kind.EDUCATION_EXPERIENCE: "Education and experience",
    Kind.LANGUAGE: "Language",
    Kind.EXPERIENCE: "Experience",
    Kind.SKILL: "Skill",
    Kind.COMPETENCY: "Competency",
}
JUDGED_BY_PEOPLE: Final = frozenset({Kind.EXPERIENCE, Kind.SKILL, Kind.COMPETENCY})
_ORDER: Final = {kind: number for number, kind in enumerate(KIND_NAMES)}


@lru_cache(maxsize=512)
def country(code: str) -> str:
    """Return a country's name, or the code itself where it names none."""
    from recruiter_tui.reference.countries import name

    return plain(name(code) or code)


@lru_cache(maxsize=512)
def language(code: str) -> str:
    """Return a language's name, or the code itself where it names none."""
    from recruiter_tui.reference.languages import name

    return plain(name(code) or code)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings as a person reads them: by family, and within one as the notice has them."""
    return sorted(findings, key=lambda finding: _ORDER[finding.kind])


def when(stamp: str | dt.datetime | None) -> str:
    """Return an ISO 8601 instant as `20 Nov 2026 09:12`; anything else as it stands."""
    try:
        moment = stamp if isinstance(stamp, dt.datetime) else dt.datetime.fromisoformat(stamp or "")
    except ValueError:
        return plain(stamp or "")
    zone = "" if moment.tzinfo is None else " UTC" if not moment.utcoffset() else f" {moment:%z}"
    return f"{moment.day} {moment:%b %Y %H:%M}{zone}"
