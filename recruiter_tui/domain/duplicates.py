"""Who may be the same person as whom: evidence for and against, weighed; no machine ever merges anybody.

Weights add up as in record linkage: each agreement counts the more the rarer it is, each contradiction takes
away. A pair is proposed from `PROPOSED` on, which one strong agreement and nothing against it reaches.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.person_likeness import NameRelation, relation

if TYPE_CHECKING:
    from recruiter_tui.domain.person_likeness import Likeness

PROPOSED: Final = 5.0
"""The weight from which a pair is shown to a person."""
_SAME_ADDRESS: Final = 5.0
_SHARED_ADDRESS: Final = 1.0
_SHARED_BY: Final = 3
"""So many different persons make an address or number a shared one."""
_OTHER_ADDRESS: Final = -0.4
_OTHER_NUMBER: Final = -1.5
_SAME_BIRTH: Final = 3.0
_OTHER_BIRTH: Final = -6.0
_SAME_JOB: Final = 2.5
_SAME_EMPLOYER_THEN: Final = 1.5
_MOST_OF_JOBS: Final = 4.0
_ELSEWHERE_THEN: Final = -2.5
_NO_COMMON_EMPLOYER: Final = -1.0
_SAME_STUDIES: Final = 1.5
_OTHER_NATIONALITY: Final = -1.5
_SAME_NATIONALITY: Final = 0.4
_OTHER_GENDER: Final = -2.0
_MANY_BEARERS: Final = 3
_LEAST_OF_A_NAME: Final = 0.5
_YEAR: Final = 12
_ALIKE_EMPLOYERS: Final = 0.86
_SHORT: Final = 5
_STEEPNESS: Final = 3.0
_EVEN: Final = 3.0
_NEVER_CERTAIN: Final = 99


@dataclass(frozen=True, slots=True)
class Stay:
    """A time at an employer: months counted from year 0, both ends included."""

    employer: str
    """Folded, without words that every firm has."""
    first: int
    last: int
    exact: bool
    """Whether the month of its start is known."""
    shown: str = ""
    """The employer as the papers write it."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What of a candidate tells persons apart."""

    key: int
    words: tuple[str, ...]
    other_script: bool = False
    mails: frozenset[str] = frozenset()
    """Addresses that belong to a person: masked ones and those of offices are left out."""
    phones: frozenset[str] = frozenset()
    nationalities: frozenset[str] = frozenset()
    gender: str | None = None
    born: str | None = None
    """Date of birth in ISO 8601."""
    stays: tuple[Stay, ...] = ()
    studies: frozenset[tuple[str, str]] = frozenset()
    """Folded institution and year of every degree."""
    name_key: int = 0
    """Equal for all who bear the name, in whatever order its words stand."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One piece of evidence; a positive weight speaks for one person, a negative one against it."""

    says: str
    weight: float

    @property
    def is_for(self) -> bool:
        """Tell whether it speaks for one and the same person."""
        return self.weight > 0


@dataclass(frozen=True, slots=True)
class Pair:
    """Two candidates who may be one person, the smaller key first."""

    one: int
    other: int
    weight: float
    reasons: tuple[Reason, ...]

    @property
    def score(self) -> int:
        """Return how strong the evidence is, from 0 to 99: it is never certain."""
        return min(_NEVER_CERTAIN, round(100 / (1 + math.exp((_EVEN - self.weight) / _STEEPNESS))))

    @property
    def is_proposed(self) -> bool:
        """Tell whether a person should look at it."""
        return self.weight >= PROPOSED


@dataclass(frozen=True, slots=True)
class Commonness:
    """How common names, addresses and numbers are: what many share proves little."""

    bearers: Mapping[int, int] = field(default_factory=dict)
    """Candidates by their name's key."""
    mails: Mapping[str, int] = field(default_factory=dict)
    """Different persons, as far as can be told, by address."""
    phones: Mapping[str, int] = field(default_factory=dict)


def sharers(profiles: Iterable[Profile]) -> int:
    """Return how many different persons an address or number seems to serve.

    Told by what differs among those who give it: their names, their numbers or addresses, their employers.
    One person who applies again and again has one name and one career, an office's address has neither.
    """
    names: set[int] = set()
    contacts: list[frozenset[str]] = []
    careers: list[frozenset[str]] = []
    for one in profiles:
        names.add(one.name_key)
        if one.phones:
            _join(contacts, one.phones)
        if one.stays:
            _join(careers, frozenset(stay.employer for stay in one.stays))
    return max(len(names), len(contacts), len(careers))


def _join(groups: list[frozenset[str]], values: frozenset[str]) -> None:
    """Add values to the groups; those that have one in common become one group."""
    touching = [group for group in groups if group & values]
    for group in touching:
        groups.remove(group)
        values |= group
    groups.append(values)


def weigh(one: Profile, other: Profile, common: Commonness, likeness: Likeness) -> Pair | None:
    """Return the evidence on two candidates, the same whoever comes first.

    None where even equal careers would not make them one person.
    """
    if other.key < one.key:
        one, other = other, one
    scripts_differ = one.other_script != other.other_script
    how = relation(one.words, other.words, likeness, scripts_differ=scripts_differ)
    mails, phones = one.mails & other.mails, one.phones & other.phones
    if how.weight < 0 and not mails and not phones:
        return None
    reasons = [
        *_name(how, one, other, common),
        *_contacts("e-mail address", mails, common.mails),
        *_contacts("phone number", phones, common.phones),
    ]
    if one.mails and other.mails and not mails:
        reasons.append(Reason("different e-mail addresses", _OTHER_ADDRESS))
    if one.phones and other.phones and not phones:
        reasons.append(Reason("different phone numbers", _OTHER_NUMBER))
    reasons += _facts(one, other)
    if sum(reason.weight for reason in reasons) + _MOST_OF_JOBS < PROPOSED:
        return None
    reasons += _careers(one, other, likeness)
    ordered = tuple(sorted(reasons, key=lambda reason: -reason.weight))
    return Pair(one.key, other.key, sum(reason.weight for reason in reasons), ordered)


def _name(how: NameRelation, one: Profile, other: Profile, common: Commonness) -> Iterable[Reason]:
    """Yield what the names say; a name that many bear says less."""
    weight = how.weight
    bearers = max(common.bearers.get(one.name_key, 1), common.bearers.get(other.name_key, 1))
    if weight > 0 and bearers >= _MANY_BEARERS:
        weight = max(_LEAST_OF_A_NAME, weight - math.log2(bearers / 2))
        yield Reason(f"{how.says}, borne by {bearers} candidates", weight)
    elif weight:
        yield Reason(how.says, weight)


def _contacts(what: str, found: Iterable[str], served: Mapping[str, int]) -> Iterable[Reason]:
    """Yield what an address or number in common says; the rarest one counts."""
    persons = min((served.get(one, 1) for one in found), default=0)
    if persons >= _SHARED_BY:
        yield Reason(f"same {what}, but {persons} persons give it", _SHARED_ADDRESS)
    elif persons:
        yield Reason(f"same {what}", _SAME_ADDRESS)


def _facts(one: Profile, other: Profile) -> Iterable[Reason]:
    """Yield what birth, nationality, gender and studies say, as far as both have them."""
    if one.born and other.born:
        same = one.born == other.born
        yield Reason(
            "same date of birth" if same else "different dates of birth",
            _SAME_BIRTH if same else _OTHER_BIRTH,
        )
    if one.nationalities and other.nationalities:
        if one.nationalities & other.nationalities:
            yield Reason("a nationality in common", _SAME_NATIONALITY)
        else:
            yield Reason("different nationalities", _OTHER_NATIONALITY)
    if one.gender and other.gender and one.gender != other.gender:
        yield Reason("different genders", _OTHER_GENDER)
    if one.studies & other.studies:
        yield Reason("same place and year of studies", _SAME_STUDIES)


def _careers(one: Profile, other: Profile, likeness: Likeness) -> Iterable[Reason]:
    """Yield what the careers say: the same employer at the same time, or other employers at that time."""
    if not one.stays or not other.stays:
        return
    weight, shown, anywhere = 0.0, "", False
    for mine in one.stays:
        best = 0.0
        for theirs in other.stays:
            if not _same_employer(mine.employer, theirs.employer, likeness):
                continue
            anywhere = True
            if mine.first == theirs.first and mine.exact and theirs.exact:
                best = max(best, _SAME_JOB)
            elif mine.first <= theirs.last and theirs.first <= mine.last:
                best = max(best, _SAME_EMPLOYER_THEN)
        weight += best
        shown = shown or (mine.shown if best else "")
    if weight:
        yield Reason(f"same employer at the same time: {shown}", min(weight, _MOST_OF_JOBS))
    elif not anywhere:
        apart = sum(_overlap(mine, theirs) for mine in one.stays for theirs in other.stays)
        if apart >= _YEAR:
            yield Reason("other employers at the same time", _ELSEWHERE_THEN)
        else:
            yield Reason("no employer in common", _NO_COMMON_EMPLOYER)


def _same_employer(one: str, other: str, likeness: Likeness) -> bool:
    """Tell whether two employers are one, a slip of the pen allowed."""
    if one == other:
        return True
    return min(len(one), len(other)) > _SHORT and likeness(one, other) >= _ALIKE_EMPLOYERS


def _overlap(one: Stay, other: Stay) -> int:
    """Return the months in which both stays went on."""
    return max(0, min(one.last, other.last) - max(one.first, other.first) + 1)


def groups(pairs: Iterable[Pair]) -> list[tuple[int, ...]]:
    """Return the candidates who hang together by pairs, the smallest keys first."""
    parent: dict[int, int] = {}

    def root(key: int) -> int:
        parent.setdefault(key, key)
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for pair in pairs:
        one, other = root(pair.one), root(pair.other)
        parent[max(one, other)] = min(one, other)
    found: defaultdict[int, list[int]] = defaultdict(list)
    for key in sorted(parent):
        found[root(key)].append(key)
    return [tuple(members) for members in found.values()]
