"""Facts at hand: what rules read of a vacancy's people, decoded once and kept while the store says the same.

Decoding takes longer than judging. Papers are left out, so that five thousand people take some 25 MB.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Final, NamedTuple

from recruiter_tui.domain.careers import Careers
from recruiter_tui.store.facts import sequence, whose_facts_moved
from recruiter_tui.store.kept import ruled

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from recruiter_tui.store.reading import Reader
    from recruiter_tui.store.records import Applicant as Filed

READ: Final = frozenset({"employment", "degrees", "languages", "nationalities"})
"""The facts of a candidate that the rules on single criteria read, but for quotations from papers."""


class _Held(NamedTuple):
    """People of one vacancy, as they were at a journal entry."""

    vacancy: int = 0
    seen: int = 0
    people: dict[int, Filed] = {}  # noqa: RUF012 - the empty start, never written to
    careers: Careers | None = None

    def take(self, people: Iterable[Filed]) -> None:
        for one in people:
            self.people[one.key] = one
            if self.careers is not None:
                self.careers.hold(one.candidate.employment)

    def let_go(self, keys: Iterable[int]) -> None:
        for key in keys:
            one = self.people.pop(key, None)
            if one is not None and self.careers is not None:
                self.careers.let_go(one.candidate.employment)


class FactsAtHand:
    """The people of the vacancy whose criteria somebody works on; several reading threads may ask."""

    def __init__(self) -> None:
        """Have nobody at hand yet."""
        self._lock = threading.Lock()
        self._held = _Held()

    def take_in(self, reader: Reader, vacancy: int, keys: Sequence[int]) -> None:
        """Keep some people at hand; those of another vacancy are let go."""
        with reader.snapshot():
            held = self._current(reader, vacancy)
            if held is None:
                held = _Held(vacancy, sequence(reader), {}, Careers())
                with self._lock:
                    self._held = held
            missing = [key for key in keys if key not in held.people]
            apart = set(ruled(reader, missing))
            wanted = [key for key in missing if key not in apart]
            found = reader.applicants(vacancy, wanted, texts=False, only=READ) if wanted else []
        with self._lock:
            # else what was read may be older than what others know of by now
            if self._held.people is held.people and self._held.seen == held.seen:
                held.take(found)

    def applicants(
        self, reader: Reader, vacancy: int, keys: Sequence[int], only: frozenset[str]
    ) -> list[Filed]:
        """Return people with at least some of their facts, in the order of keys, without their papers."""
        with reader.snapshot():
            held = self._current(reader, vacancy)
            people = dict(held.people) if held else {}
            for key in ruled(reader, keys) if people else ():
                people.pop(key, None)
            rest = [key for key in keys if key not in people]
            fresh = reader.applicants(vacancy, rest, texts=False, only=only) if rest else []
        people.update((one.key, one) for one in fresh)
        return [people[key] for key in sorted(keys) if key in people]

    @property
    def careers(self) -> Careers | None:
        """Return the careers of those at hand, for whoever judges them; None where nobody is."""
        return self._held.careers

    def _current(self, reader: Reader, vacancy: int) -> _Held | None:
        """Return who of a vacancy is at hand, without those whose facts moved; None where nobody is."""
        with self._lock:
            held, now = self._held, sequence(reader)
            if held.vacancy != vacancy or now < held.seen:
                return None
            if now > held.seen:
                moved = whose_facts_moved(reader, held.seen)
                if moved is None:
                    return None
                held.let_go(moved)
                self._held = held = held._replace(seen=now)
            return held
