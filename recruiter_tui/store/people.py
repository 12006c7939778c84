"""Reads of persons across vacancies: who may be whom, where somebody applied, which imports stand."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from recruiter_tui.domain.errors import NotFound
from recruiter_tui.store import codec, queries

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from recruiter_tui.domain.person import Candidate


class PersonLine(NamedTuple):
    """One person as the search for duplicates sees him or her."""

    key: int
    name: str
    emails: tuple[str, ...]
    phones: tuple[str, ...]
    nationalities: tuple[str, ...]
    gender: str | None
    facts: str
    """All facts as JSON; what is not a column is read from here where a pair is looked at."""


class AppliedLine(NamedTuple):
    """One application of a person, with its vacancy."""

    candidate: int
    key: int
    application: str
    vacancy: int
    title: str
    received: str | None
    disposition: str


class BatchLine(NamedTuple):
    """One import that stands."""

    number: int
    vacancy: int
    title: str
    source: str
    by: str
    at: str
    applications: int


class People:
    """Questions about persons, over a reader's connection."""

    def __init__(self, ask: Callable[..., list[tuple]]) -> None:  # type: ignore[type-arg]  # columns differ by question
        """Take what asks the store."""
        self._ask = ask

    def keys_of(self, candidate: int) -> list[int]:
        """Return the keys under which one person meets others."""
        return [key for (key,) in self._ask(queries.PERSON_KEYS, candidate)]

    def meeting(self, keys: Iterable[int]) -> set[int]:
        """Return the persons who are found under any of some keys."""
        return {found for (found,) in self._ask(queries.MEETING, json.dumps(list(keys)))}

    def bearers(self, keys: Iterable[int]) -> list[tuple[int, int]]:
        """Return each of some keys with each person who is found under it."""
        return self._ask(queries.BEARERS, json.dumps(list(keys)))

    def all_keys(self) -> list[tuple[int, int]]:
        """Return every key with each person who is found under it, in the order of keys."""
        return self._ask(queries.ALL_KEYS)

    def lines(self, candidates: Iterable[int]) -> list[PersonLine]:
        """Return persons in the order of their keys; those who are gone are left out."""
        return [
            PersonLine(key, name, _lines(emails), _lines(phones), tuple(nationalities.split()), gender, facts)
            for key, name, emails, phones, nationalities, gender, facts in self._ask(
                queries.PEOPLE, json.dumps(sorted(candidates))
            )
        ]

    def who_applied(self, vacancy: int) -> set[int]:
        """Return the persons who applied to a vacancy."""
        return {key for (key,) in self._ask(queries.PEOPLE_OF, vacancy)}

    def applied(self, candidates: Iterable[int]) -> list[AppliedLine]:
        """Return the applications of some persons, oldest first."""
        return [AppliedLine(*row) for row in self._ask(queries.APPLIED, json.dumps(sorted(candidates)))]

    def versions(self, candidates: Iterable[int]) -> dict[int, int]:
        """Return the versions of some persons' records."""
        return dict(self._ask(queries.VERSIONS, json.dumps(sorted(candidates))))

    def candidate(self, key: int) -> Candidate:
        """Return one person with all facts and papers; raises NotFound."""
        found = self._ask(queries.FACTS, key)
        if not found:
            message = "this person is no longer in the store"
            raise NotFound(message, "look again")
        return codec.load_candidate(found[0][0], dict(self._ask(queries.PAPERS_OF, key)))

    def batches(self) -> list[BatchLine]:
        """Return the imports that stand, newest first."""
        return [BatchLine(*row) for row in self._ask(queries.BATCHES)]


def _lines(column: str) -> tuple[str, ...]:
    """Return the values of a column that holds one on each line."""
    return tuple(column.split("\n")) if column else ()
