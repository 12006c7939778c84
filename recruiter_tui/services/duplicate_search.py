"""The search for candidates who may be one person: only those who share a key are compared."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from functools import partial
from itertools import combinations, groupby, product
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.duplicates import Commonness, Pair, Profile, sharers, weigh
from recruiter_tui.domain.person_keys import KeyKind, counterpart, kind_of
from recruiter_tui.services.person_profiles import profile_of
from recruiter_tui.services.steps import Steps

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from recruiter_tui.services.room import Room
    from recruiter_tui.store.people import PersonLine
    from recruiter_tui.store.reading import Reader

_MOST: Final[Mapping[KeyKind, int]] = {
    KeyKind.MAIL: 100,
    KeyKind.PHONE: 100,
    KeyKind.LETTERS: 200,
    KeyKind.SOUND: 80,
    KeyKind.WORD: 60,
    KeyKind.BONES: 80,
    KeyKind.BONES_ELSEWHERE: 80,
}
"""Candidates under one key above which it proves nothing: those pairs have to meet under another."""
_STEP: Final = 4_000
"""Pairs between two looks at whether somebody wants an end."""
_READ_AT_ONCE: Final = 5_000
_SHARED: Final = 3
_HALF: Final = 32
_OTHER: Final = (1 << _HALF) - 1
"""A pair is one number: the smaller candidate above these bits, the other one within them."""


def likeness() -> Callable[[str, str], float]:
    """Return what tells how alike two words are; loaded at the first search."""
    from rapidfuzz.distance import OSA

    return OSA.normalized_similarity


async def everybody(
    room: Room, month: int, steps: Steps, among: Callable[[Reader], Collection[int]] | None
) -> list[Pair]:
    """Return the proposed pairs of all candidates, or those with at least one of `among`.

    Reads are short, so that screens can ask in between; the weighing is done beside the event loop.
    """
    rows = await room.read(lambda reader: reader.people.all_keys())
    chosen = None if among is None else await room.read(among)
    blocks, met = await asyncio.to_thread(_met, rows, chosen)
    del rows
    steps.step(0, len(met))
    wanted = sorted({key for pair in met for key in (pair >> _HALF, pair & _OTHER)})
    profiles: dict[int, Profile] = {}
    for start in range(0, len(wanted), _READ_AT_ONCE):
        some = wanted[start : start + _READ_AT_ONCE]
        lines = await room.read(partial(_lines, some))
        profiles |= await asyncio.to_thread(_profiles, lines, month)
        steps.step(0, len(met))
    return await asyncio.to_thread(
        lambda: list(_weighed(met, profiles, _commonness(blocks, profiles), steps))
    )


def newcomer(reader: Reader, candidate: int, month: int) -> list[Pair]:
    """Return the proposed pairs of one candidate, the strongest first."""
    people = reader.people
    keys = set(people.keys_of(candidate))
    keys |= {other for key in keys if (other := counterpart(key)) is not None}
    blocks: defaultdict[int, list[int]] = defaultdict(list)
    for key, bearer in people.bearers(keys):
        blocks[key].append(bearer)
    met = sorted(_pairs(blocks, {candidate}))
    wanted = {key for pair in met for key in (pair >> _HALF, pair & _OTHER)}
    profiles = _profiles(people.lines(wanted), month)
    found = _weighed(met, profiles, _commonness(blocks, profiles), Steps())
    return sorted(found, key=lambda pair: -pair.weight)


def _met(
    rows: Iterable[tuple[int, int]], among: Collection[int] | None
) -> tuple[dict[int, list[int]], list[int]]:
    """Return the candidates under each key, and the pairs that meet."""
    blocks = {key: [candidate for _, candidate in found] for key, found in groupby(rows, itemgetter(0))}
    return blocks, sorted(_pairs(blocks, among))


def _lines(keys: Sequence[int], reader: Reader) -> list[PersonLine]:
    """Read some persons."""
    return reader.people.lines(keys)


def _profiles(lines: Iterable[PersonLine], month: int) -> dict[int, Profile]:
    """Return what tells some candidates apart."""
    return {line.key: profile_of(line, month) for line in lines}


def _pairs(blocks: Mapping[int, Sequence[int]], among: Collection[int] | None) -> set[int]:
    """Return the pairs that meet under a key, each as one number; the smaller candidate comes first."""
    found: set[int] = set()
    for key, members in blocks.items():
        kind = kind_of(key)
        if len(members) > _MOST[kind]:
            continue
        if kind is KeyKind.BONES:
            elsewhere = blocks.get(key - kind + KeyKind.BONES_ELSEWHERE, ())
            if not elsewhere or len(elsewhere) > _MOST[KeyKind.BONES_ELSEWHERE]:
                continue
            met: Iterable[tuple[int, int]] = product(members, elsewhere)
        elif len(members) > 1:
            met = combinations(members, 2)
        else:
            continue
        for one, other in met:
            if one != other and (among is None or one in among or other in among):
                found.add(one << _HALF | other if one < other else other << _HALF | one)
    return found


def _commonness(blocks: Mapping[int, Sequence[int]], profiles: Mapping[int, Profile]) -> Commonness:
    """Count who bears a name, and tell which addresses and numbers serve many persons."""
    bearers = {key: len(members) for key, members in blocks.items() if kind_of(key) is KeyKind.LETTERS}
    mails: defaultdict[str, list[Profile]] = defaultdict(list)
    phones: defaultdict[str, list[Profile]] = defaultdict(list)
    for key, members in blocks.items():
        kind = kind_of(key)
        if kind not in (KeyKind.MAIL, KeyKind.PHONE) or len(members) < _SHARED:
            continue
        for one in members:
            profile = profiles.get(one)
            if profile is not None:
                into, values = (mails, profile.mails) if kind is KeyKind.MAIL else (phones, profile.phones)
                for value in values:
                    if profile not in into[value]:
                        into[value].append(profile)
    return Commonness(
        bearers,
        {mail: sharers(found) for mail, found in mails.items()},
        {phone: sharers(found) for phone, found in phones.items()},
    )


def _weighed(
    met: Sequence[int], profiles: Mapping[int, Profile], common: Commonness, steps: Steps
) -> Iterator[Pair]:
    """Yield the pairs that a person should look at."""
    alike = likeness()
    for number, pair in enumerate(met):
        if number % _STEP == 0:
            steps.step(number, len(met))
        one, other = profiles.get(pair >> _HALF), profiles.get(pair & _OTHER)
        if one is None or other is None:
            continue
        found = weigh(one, other, common, alike)
        if found is not None and found.is_proposed:
            yield found
