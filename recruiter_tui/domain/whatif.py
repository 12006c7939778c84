"""What if: other thresholds, rules or policies over all applications at once, without storing anything.

Every criterion is a column of one byte for each application. A changed rule is a table for
`bytes.translate`, rules are joined as one large integer with a byte for each application as its lane, and
met advantages are counted by adding such integers. So thousands of applications take milliseconds.
"""

from __future__ import annotations

import functools
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, Final

from recruiter_tui.domain.errors import NotFound
from recruiter_tui.domain.finding import Finding, Outcome
from recruiter_tui.domain.requirement import Kind, Necessity
from recruiter_tui.domain.standing import Counted, Standing, standing_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

OPEN, MET, CANNOT_TELL, NOT_MET = 0, 1, 2, 4
"""What a byte of a column says; a bit each, so that columns can be joined."""
_CODES: Final[Mapping[Outcome | None, int]] = {
    None: OPEN,
    Outcome.MET: MET,
    Outcome.CANNOT_TELL: CANNOT_TELL,
    Outcome.NOT_MET: NOT_MET,
}
WORDS: Final = {OPEN: "open", MET: "met", CANNOT_TELL: "cannot tell", NOT_MET: "not met"}
_STRICTEST: Final = bytes(max((bit for bit in (1, 2, 4) if byte & bit), default=0) for byte in range(256))
_IS_MET: Final = bytes(int(byte == MET) for byte in range(256))
_MOST: Final = 255
"""Months beyond which a byte no longer tells them apart, so that nobody can; whole months suffice."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """What is tried: all of it at once."""

    months: tuple[tuple[str, int, int | None], ...] = ()
    """Criterion, place of the branch from 0, and the months that it would ask for."""
    dropped: tuple[str, ...] = ()
    relaxed: tuple[str, ...] = ()
    """Essential criteria that would be advantages."""
    required: tuple[str, ...] = ()
    """Advantages that would be essential."""
    invoked: tuple[str, ...] = ()
    """Advantages that decide among those who meet everything essential."""
    at_least: int = 1
    """How many of the invoked ones have to be met."""
    policy: str | None = None
    """The specification of another policy."""

    def asked(self) -> dict[str, dict[int, int | None]]:
        """Return the thresholds that are tried, by criterion and place of the branch."""
        found: dict[str, dict[int, int | None]] = {}
        for criterion, place, months in self.months:
            found.setdefault(criterion, {})[place] = months
        return found

    def requires(self, criterion: str, *, essential: bool) -> bool:
        """Tell whether a criterion decides on everybody under what is tried; `essential` is what it was."""
        wanted = (essential and criterion not in self.relaxed) or criterion in self.required
        return wanted and criterion not in self.dropped

    def as_json(self) -> str:
        """Return the scenario as it is kept by name."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Scenario:
        """Return a scenario that was kept."""
        found: dict[str, Any] = json.loads(text)
        months = tuple((str(name), int(place), most) for name, place, most in found.pop("months"))
        lists = {name: tuple(value) for name, value in found.items() if isinstance(value, list)}
        return cls(**found | lists, months=months)


@dataclass(frozen=True, slots=True)
class Branches:
    """The columns behind one education criterion: for each branch the degree's truth and whole months."""

    asked: tuple[int | None, ...]
    degree: tuple[bytes, ...]
    low: tuple[bytes, ...]
    high: tuple[bytes, ...]
    unlisted: bytes
    """1 where the file lists no employment, so that too few months are unknown ones."""
    fixed: bytes
    """The outcome where a person ruled or no branch was counted, whatever the thresholds; else 0."""

    def column(self, asked: Sequence[int | None]) -> bytes:
        """Return the outcomes for these thresholds."""
        size = len(self.unlisted)
        met = maybe = 0
        for place, months in enumerate(asked):
            degree = _number(self.degree[place])
            certain = _lanes(self.low[place], months)
            ceiling = None if months is None else min(months, _MOST)
            possible = _lanes(self.high[place], ceiling) | _number(self.unlisted)
            sure = degree & _ones(size) & certain
            met |= sure
            maybe |= (degree | degree >> 1) & _ones(size) & (certain | possible)
        truth = met | (maybe & ~met) << 1
        plain = truth.to_bytes(size, "little").translate(_TRUTHS)
        if not any(self.fixed):
            return plain
        return bytes(own or found for own, found in zip(self.fixed, plain, strict=True))


_TRUTHS: Final = bytes({0: NOT_MET, 1: MET, 2: CANNOT_TELL}.get(byte, MET) for byte in range(256))


@dataclass(frozen=True, slots=True)
class Columns:
    """All criteria under one policy."""

    outcomes: Mapping[str, bytes]
    branches: Mapping[str, Branches]


@dataclass(frozen=True, slots=True)
class Person:
    """What is counted apart from merit: whom a row is about, and the groups that aggregates speak of."""

    key: int
    application: str
    tier: int | None
    gender: str
    region: str


@dataclass(frozen=True, slots=True)
class Count:
    """How many are in, before and after."""

    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Projection:
    """What a scenario would do."""

    outcomes: Mapping[str, Count]
    """Applications by outcome."""
    chosen: Count
    """Those who meet everything essential, and enough of the invoked advantages."""
    moves_in: tuple[int, ...]
    """Keys."""
    moves_out: tuple[int, ...]
    tiers: Mapping[str, Count]
    """The chosen by tier, `open` where it cannot be told."""
    genders: Mapping[str, Count]
    regions: Mapping[str, Count]


@dataclass(slots=True)
class Board:
    """All applications of a vacancy as columns; other policies join it when they are first asked for."""

    people: tuple[Person, ...]
    necessity: Mapping[str, Necessity]
    policy: str
    columns: dict[str, Columns] = field(default_factory=dict)
    """By the policy's specification; the vacancy's own is there from the start."""
    masks: dict[str, dict[str, int]] = field(default_factory=dict)
    """Groups as lanes, by what they group; filled at the first question."""

    def project(self, scenario: Scenario) -> Projection:
        """Return what the scenario would do; raises NotFound for an unknown criterion or policy."""
        known = {*self.necessity}
        named = {*scenario.dropped, *scenario.relaxed, *scenario.required, *scenario.invoked}
        for criterion in (*named, *(one for one, _, _ in scenario.months)):
            if criterion not in known:
                message = f"there is no criterion {criterion!r}"
                raise NotFound(message, f"choose among {', '.join(sorted(known))}")
        before, was_in = self._chosen(Scenario())
        after, now_in = self._chosen(scenario)
        into, out = now_in & ~was_in, was_in & ~now_in
        return Projection(
            _counts(before, after),
            Count(was_in.bit_count(), now_in.bit_count()),
            self._keys(into),
            self._keys(out),
            *(self._groups(was_in, now_in, name) for name in ("tier", "gender", "region")),
        )

    def _chosen(self, scenario: Scenario) -> tuple[bytes, int]:
        """Return everybody's outcome, and the chosen as lanes of a number."""
        columns = self.columns.get(scenario.policy or self.policy)
        if columns is None:
            message = f"the policy {scenario.policy!r} was not prepared"
            raise NotFound(message, "prepare it first")
        asked = scenario.asked()
        joined = 0
        for criterion, necessity in self.necessity.items():
            if scenario.requires(criterion, essential=necessity is Necessity.ESSENTIAL):
                joined |= _number(column_of(columns, criterion, asked))
        outcomes = joined.to_bytes(len(self.people), "little").translate(_STRICTEST)
        chosen = _number(outcomes.translate(_IS_MET))
        if scenario.invoked:
            met = sum(_number(column_of(columns, one, asked).translate(_IS_MET)) for one in scenario.invoked)
            enough = bytes(int(count >= scenario.at_least) for count in range(256))
            chosen &= _number(met.to_bytes(len(self.people), "little").translate(enough))
        return outcomes, chosen

    def _keys(self, lanes: int) -> tuple[int, ...]:
        """Return the keys of those whose lane is set."""
        flags = lanes.to_bytes(len(self.people), "little")
        found, at = [], flags.find(1)
        while at >= 0:
            found.append(self.people[at].key)
            at = flags.find(1, at + 1)
        return tuple(found)

    def _groups(self, was: int, now: int, name: str) -> dict[str, Count]:
        """Return the chosen by group, the largest first."""
        groups = self._masks(name)
        counts = {
            group: Count((was & mask).bit_count(), (now & mask).bit_count()) for group, mask in groups.items()
        }
        return {group: count for group, count in counts.items() if count.before or count.after}

    def _masks(self, name: str) -> dict[str, int]:
        """Return each group as lanes, built at the first question."""
        if name not in self.masks:
            found = (getattr(one, name) for one in self.people)
            labels = ["open" if label is None else str(label) for label in found]
            order = [label for label, _ in Counter(labels).most_common()]
            self.masks[name] = {
                group: _number(bytes(int(label == group) for label in labels)) for group in order
            }
        return self.masks[name]


def columns_of(rows: Sequence[Sequence[Finding]]) -> Columns:
    """Return the columns of everybody's findings, which come in the same order for each."""
    if not rows:
        return Columns({}, {})
    outcomes = {
        first.criterion: coded(findings[place].standing for findings in rows)
        for place, first in enumerate(rows[0])
        if first.kind is not Kind.TIER
    }
    branches = {
        first.criterion: branches_of([standing_of(findings[place]) for findings in rows], _asked(first))
        for place, first in enumerate(rows[0])
        if first.kind is Kind.EDUCATION_EXPERIENCE and first.inputs.get("branches")
    }
    return Columns(outcomes, branches)


def coded(outcomes: Iterable[Outcome | None]) -> bytes:
    """Return a column of outcomes, a byte for each."""
    return bytes(map(_CODES.__getitem__, outcomes))


def column_of(columns: Columns, criterion: str, asked: Mapping[str, Mapping[int, int | None]]) -> bytes:
    """Return one criterion's outcomes, with other thresholds where the scenario asks for them."""
    if criterion not in asked:
        return columns.outcomes[criterion]
    branches = columns.branches[criterion]
    wanted = [asked[criterion].get(place, months) for place, months in enumerate(branches.asked)]
    return branches.column(wanted)


def _asked(finding: Finding) -> list[int | None]:
    """Return the months that the branches of a finding ask for."""
    shown: Any = finding.inputs["branches"]
    return [branch["months"] for branch in shown]


def branches_of(standings: Sequence[Standing], asked: Sequence[int | None]) -> Branches:
    """Return the columns of one education criterion from what counts of everybody's findings on it."""
    held = [one.branches for one in standings]
    shown = [
        [_shown(branches[place]) if place < len(branches) else _NOT_HELD for branches in held]
        for place in range(len(asked))
    ]
    return Branches(
        tuple(asked),
        tuple([bytes([degree for degree, _, _ in one]) for one in shown]),
        tuple([bytes([low for _, low, _ in one]) for one in shown]),
        tuple([bytes([high for _, _, high in one]) for one in shown]),
        bytes(int(not one.listed or not one.counted) for one in standings),
        bytes(0 if one.counted and not one.overruled else _CODES[one.outcome] for one in standings),
    )


_DEGREES: Final = {True: 1, None: 2, False: 0}


_NOT_HELD: Final = (0, 0, 0)


@functools.lru_cache(maxsize=65_536)
def _shown(one: Counted) -> tuple[int, int, int]:
    """Return a branch: whether the degree is there (1, perhaps 2), and whole months; many people share it."""
    return _DEGREES[one.degree], min(one.low, _MOST), _MOST if one.high is None else min(one.high, _MOST)


def _lanes(months: bytes, asked: int | None) -> int:
    """Return 1 in the lane of everybody who has the months asked for."""
    if asked is None:
        return _ones(len(months))
    return _number(months.translate(bytes(int(count >= asked) for count in range(256))))


def _ones(size: int) -> int:
    return _number(b"\x01" * size)


def _number(column: bytes) -> int:
    return int.from_bytes(column, "little")


def _counts(before: bytes, after: bytes) -> dict[str, Count]:
    return {
        word: Count(before.count(code), after.count(code))
        for code, word in WORDS.items()
        if before.count(code) or after.count(code)
    }


def regions_together(regions: Iterable[str | None]) -> str:
    """Return the one region of a person's nationalities, `several`, or that none is stated."""
    found = {region for region in regions if region}
    if not found:
        return "not stated"
    return found.pop() if len(found) == 1 else "several"
