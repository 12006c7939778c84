"""Named policy profiles, versioned, and every switch with its source: what bodies do differently, as data.

A profile is never changed once it is released: a new reading is a new version, so that a result of years ago
can be computed again under the profile that it names.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from enum import Enum
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from recruiter_tui.domain.errors import Refused
from recruiter_tui.domain.policy import (
    DEFAULT_POLICY,
    ClosingMinute,
    CountFrom,
    ExperiencePolicy,
    KindRule,
    NationalityReading,
    Policy,
    RosterStart,
    TieBreak,
)

Value: TypeAlias = Enum | bool | int | None
_OURS = "no source rules; a judgement of this program"
_NO, _YES, _ANY = "no", "yes", "none"
_MOST_MONTHS = 1200


@dataclass(frozen=True, slots=True)
class Switch:
    """One question that bodies answer differently."""

    name: str
    question: str
    default_source: str
    """Where the default comes from."""


SWITCHES: Final = (
    Switch("experience", "How months of experience add up", "EPSO FAQ 2346 (once), EPSO FAQ 7433 (pro rata)"),
    Switch("closing_minute", "Whether the closing minute itself is on time", _OURS),
    Switch("nationality_rule", "How several nationalities are read", "the notice; a person rules"),
    Switch("count_from", "From when on experience counts", "UN Inspira manual, annex I: any"),
    Switch("count_unpaid", "Whether unpaid jobs count", _OURS),
    Switch("volunteering", "Whether volunteering counts", _OURS),
    Switch("traineeships", "Whether traineeships count", _OURS),
    Switch("doctorate_months", "How many months of doctoral research count at most", _OURS),
    Switch("military_months", "How many months of military service count at most", _OURS),
    Switch("professional_only", "Whether only professional work counts", "UN Inspira manual, annex I"),
    Switch("in_lieu_months", "Months more for a first degree in lieu of a higher", "the notice"),
    Switch("certificates", "Whether CPA and the like are advanced degrees", "the notice"),
    Switch("tier_gate", "Whether later tiers wait for earlier ones", "the notice: considered before"),
    Switch("roster_from", "From when on a place on the roster lasts", _OURS),
    Switch("tie_break", "What decides between the equally qualified", _OURS),
)  # fmt: skip
"""Every switch of a policy, in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A body's way of screening: its policy, and the source of every switch that it sets."""

    name: str
    version: int
    title: str
    policy: Policy
    sources: Mapping[str, str]

    @property
    def id(self) -> str:
        """Return the name that a vacancy's policy holds: `epso/1`."""
        return f"{self.name}/{self.version}"


def _profile(name: str, version: int, title: str, policy: Policy, **sources: str) -> Profile:
    marked = replace(policy, profile=f"{name}/{version}")
    return Profile(name, version, title, marked, MappingProxyType(sources))


_EPSO_TITLE: Final = "European Personnel Selection Office"
_EPSO: Final = Policy(
    count_from=CountFrom.REQUIRED_DEGREE,
    volunteering=KindRule.IF_PAID,
    traineeships=KindRule.IF_PAID,
    doctorate_months=36,
    military_months=12,
)
_EPSO_SOURCES: Final = {
    "experience": "EPSO FAQ 2346: counted once; FAQ 7433: part-time pro rata",
    "count_from": "EPSO/AD/293/14: only after the required diploma",
    "volunteering": "EPSO FAQ 7433: only if compensated",
    "traineeships": "EPSO FAQ 7433: only if paid",
    "doctorate_months": "EPSO FAQ 7433: at most three years, only if completed",
    "military_months": "EPSO FAQ 7433: up to the statutory length; twelve months is this program's default",
}
PROFILES: Final = (
    _profile(
        "iom-default",
        1,
        "IOM, as its notices read; the arithmetic where IOM publishes none is this program's",
        DEFAULT_POLICY,
    ),
    _profile(
        "un-secretariat",
        1,
        "United Nations Secretariat",
        Policy(nationality_rule=NationalityReading.RECOGNISED_ONE, doctorate_months=0, in_lieu_months=24),
        nationality_rule="Staff Rule 4.3: one nationality is recognised (not verified)",
        doctorate_months="UN Appeals Tribunal on Rule 3.4(a): doctoral research is not credited",
        count_from="UN Inspira manual, annex I: work before the degree counts in the screen",
        in_lieu_months="UN Inspira manual, annex I: a first-level degree with two additional years",
    ),
    _profile("epso", 1, _EPSO_TITLE, _EPSO, **_EPSO_SOURCES),
    _profile(
        "epso",
        2,
        _EPSO_TITLE,
        replace(_EPSO, count_unpaid=False),
        count_unpaid="EPSO FAQ 7433: voluntary work only if compensated, whatever the post is called",
        **_EPSO_SOURCES,
    ),
    _profile(
        "opm",
        1,
        "United States Office of Personnel Management",
        Policy(),
        experience="USGS on OPM standards: part-time pro rata, a year at 20 hours is six months",
        volunteering="OPM operating manual: credited like paid work",
        count_from="OPM operating manual: study and work at once are each credited",
    ),
)
"""Newest version last where a profile has several."""
OFFERED: Final = tuple({one.name: one for one in PROFILES}.values())
"""The newest version of each profile; the older ones stay for what was screened under them."""


def profile(name: str) -> Profile:
    """Return a profile by name, the newest version unless one is named (`epso/1`); Refused for another."""
    wanted = name.strip().lower()
    for known in reversed(PROFILES):
        if wanted in {known.name, known.id}:
            return known
    message = f"there is no profile {name.strip()!r}"
    raise Refused(message, f"choose one of {', '.join(known.name for known in OFFERED)}")


def source_of(policy: Policy, switch: str) -> str:
    """Return where a policy's setting of one switch comes from: its profile, the default, or a person."""
    base = profile(policy.profile) if policy.profile else None
    start = base.policy if base else DEFAULT_POLICY
    if getattr(policy, switch) != getattr(start, switch):
        return "set for this vacancy"
    if base and switch in base.sources:
        return base.sources[switch]
    return next(known.default_source for known in SWITCHES if known.name == switch)


def policy_of(spec: str) -> Policy:
    """Return the policy of a specification; raises Refused naming what is known."""
    head, *settings = (part.strip() for part in spec.split(";"))
    policy = _start(head)
    for setting in filter(None, settings):
        name, equals, value = (part.strip() for part in setting.partition("="))
        if not equals or name not in _TYPES:
            message = f"{setting!r} sets no switch of a policy"
            raise Refused(message, f"the switches are {', '.join(_TYPES)}")
        policy = with_switch(policy, name, value)
    return policy


def with_switch(policy: Policy, name: str, value: str) -> Policy:
    """Return the policy with one switch set from its wording; raises Refused naming the choices."""
    read = _TYPES.get(name)
    if read is None:
        message = f"there is no switch {name!r}"
        raise Refused(message, f"the switches are {', '.join(_TYPES)}")
    for choice, wording in choices(name):
        if wording == value.strip().lower():
            return _with(policy, name, choice)
    if read is int and value.strip().isdecimal() and int(value) <= _MOST_MONTHS:
        return _with(policy, name, int(value))
    known = " or ".join(wording for _, wording in choices(name)) + (" or a number" if read is int else "")
    message = f"{name} cannot be {value.strip()!r}"
    raise Refused(message, f"it is {known}")


def _with(policy: Policy, name: str, value: object) -> Policy:
    changes: dict[str, Any] = {name: value}
    return replace(policy, **changes)


def choices(name: str) -> tuple[tuple[Value, str], ...]:
    """Return the settings of a switch with their wordings; numbers of months are not listed."""
    read = _TYPES[name]
    if read is bool:
        return ((True, _YES), (False, _NO))
    if read is int:
        return ((None, _ANY),)
    return tuple((member, str(member.value)) for member in read)  # type: ignore[attr-defined]  # an enumeration


@functools.cache
def specification(policy: Policy) -> str:
    """Return the shortest text that stands for the policy."""
    start = (
        profile(policy.profile).policy
        if policy.profile
        else replace(DEFAULT_POLICY, experience=policy.experience)
    )
    parts = [policy.profile or policy.experience.value]
    for switch in SWITCHES:
        value = getattr(policy, switch.name)
        if value != getattr(start, switch.name):
            parts.append(f"{switch.name}={_worded(value)}")
    return "; ".join(parts)


def _start(head: str) -> Policy:
    """Return what a specification begins with: a way of counting or a profile."""
    folded = head.lower()
    if folded in set(ExperiencePolicy):
        return Policy(experience=ExperiencePolicy(folded))
    names = {known.name for known in PROFILES} | {known.id for known in PROFILES}
    if folded in names:
        return profile(folded).policy
    message = f"there is no policy {head!r}"
    raise Refused(message, f"choose one of {', '.join([*ExperiencePolicy, *(one.name for one in OFFERED)])}")


def _worded(value: Value) -> str:
    if isinstance(value, bool):
        return _YES if value else _NO
    if value is None:
        return _ANY
    return str(value.value) if isinstance(value, Enum) else str(value)


_TYPES: Final[Mapping[str, type]] = MappingProxyType(
    {
        "experience": ExperiencePolicy,
        "closing_minute": ClosingMinute,
        "nationality_rule": NationalityReading,
        "count_from": CountFrom,
        "count_unpaid": bool,
        "volunteering": KindRule,
        "traineeships": KindRule,
        "doctorate_months": int,
        "military_months": int,
        "professional_only": bool,
        "in_lieu_months": int,
        "certificates": bool,
        "tier_gate": bool,
        "roster_from": RosterStart,
        "tie_break": TieBreak,
    }
)
assert set(_TYPES) == {one.name for one in fields(Policy)} - {"profile"}  # noqa: S101 - a switch without a type
