"""Codes in plain words, and what a drawing calls the kinds of criteria and of dates."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.notice_words import day_words
from recruiter_tui.domain.requirement import Kind
from recruiter_tui.tui.drawing.cells import plain
from recruiter_tui.tui.text import cut

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

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
_MONTH_AND_YEAR: Final = 2
_LONGEST_NAME: Final = 48
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


def counting(policy: str) -> str:
    """Return in words how a policy counts experience: its way or its profile, and what it has of its own."""
    from recruiter_tui.domain.policy import ExperiencePolicy
    from recruiter_tui.domain.profiles import PROFILES

    ways = {one.value: one.explanation for one in ExperiencePolicy}
    head, *switches = (part.strip() for part in policy.split(";"))
    head = (ways | {one.id: one.title for one in PROFILES}).get(head, head)
    return plain("; ".join([head, *(one.replace("_", " ").replace("=", ": ") for one in switches)]))


def in_words(sentence: str, names: Mapping[str, str]) -> str:
    """Return a sentence that names criteria by their ids with what each of them asks in their place."""
    known = [re.escape(name) for name in sorted(names, key=len, reverse=True) if names[name]]
    if not known:
        return sentence
    ids = re.compile(rf"(?<![\w-])(?:{'|'.join(known)})(?![\w-])")
    return ids.sub(lambda found: f"“{cut(names[found[0]], _LONGEST_NAME)}”", sentence)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings as a person reads them: by family, and within one as the notice has them."""
    return sorted(findings, key=lambda finding: _ORDER[finding.kind])


def day(text: str) -> str:
    """Return an ISO date as `20 Nov 2026`, one without its day as `Nov 2026`; anything else as it stands."""
    parts = text.split("-")
    try:
        if len(parts) == _MONTH_AND_YEAR:
            return f"{dt.date.fromisoformat(f'{text}-01'):%b %Y}"
        return day_words(dt.date.fromisoformat(text))
    except ValueError:
        return plain(text)


def minute(moment: dt.datetime) -> str:
    """Return a moment of a list, here and now, in as many cells as any other: `20 Nov 2026 09:12`."""
    here = moment.astimezone()
    return f"{here.day:>2} {here:%b %Y %H:%M}"


def when(stamp: str | dt.datetime | None) -> str:
    """Return an ISO 8601 instant as `20 Nov 2026 09:12`; anything else as it stands."""
    try:
        moment = stamp if isinstance(stamp, dt.datetime) else dt.datetime.fromisoformat(stamp or "")
    except ValueError:
        return plain(stamp or "")
    zone = "" if moment.tzinfo is None else " UTC" if not moment.utcoffset() else f" {moment:%z}"
    return f"{moment.day} {moment:%b %Y %H:%M}{zone}"
