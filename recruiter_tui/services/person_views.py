"""What screens see of persons across applications: who may be the same, was merged or kept apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from recruiter_tui.domain.duplicates import Pair
from recruiter_tui.domain.person import Candidate


@dataclass(frozen=True, slots=True)
class Applied:
    """One application of a person."""

    key: int
    application: str
    vacancy: str
    title: str
    received: str | None
    disposition: str


@dataclass(frozen=True, slots=True)
class Person:
    """One person on file, with everything that tells him or her from others."""

    id: int
    name: str
    candidate: Candidate
    applications: tuple[Applied, ...]
    version: int
    """Grows with every change; a merge names the version that was seen."""


@dataclass(frozen=True, slots=True)
class DuplicateGroup:
    """Candidates who hang together by evidence that they may be one person."""

    members: tuple[int, ...]
    pairs: tuple[Pair, ...]
    """The strongest first."""
    names: Mapping[int, str]

    @property
    def score(self) -> int:
        """Return the strongest evidence in the group, from 0 to 99."""
        return self.pairs[0].score


@dataclass(frozen=True, slots=True)
class Separation:
    """Two candidates of whom a person said that they are not the same."""

    one: int
    other: int
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Merge:
    """Two records that a person made one."""

    keep: int
    other: int
    name: str
    """The name of the record that went into the other."""
    by: str
    at: str
