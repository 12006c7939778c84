"""Whom an act that was turned round concerns, and who of them is screened again within it."""

from __future__ import annotations

from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from recruiter_tui.services.curtain import SETTING as BLIND
from recruiter_tui.services.everybody import judged_within
from recruiter_tui.services.institutions import graduates
from recruiter_tui.services.judging import rescreen
from recruiter_tui.services.rows import vacancy_id, vacancy_key
from recruiter_tui.services.views import Changed
from recruiter_tui.store.facts import sequence
from recruiter_tui.store.lifelines import SNOOZE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from recruiter_tui.services.at_hand import FactsAtHand
    from recruiter_tui.store.journal import Row
    from recruiter_tui.store.reading import Reader
    from recruiter_tui.store.store import Store
    from recruiter_tui.store.writing import Unit

Touched = tuple[tuple[str, int], ...]

_READ_BY_RULES = frozenset(
    {
        "candidate",
        "candidate_facts",
        "override",
        "application",
        "criteria_version",
        "notice_version",
        "setting",
        "vacancy",
    }
)
_CONCERNING = _READ_BY_RULES | {"note"}
_READ_COLUMNS = {
    "application": ("received", "received_local", "internal", "channel", "candidate_id"),
    "criteria_version": ("criteria",),
    "vacancy": ("policy", "closing", "country", "grade"),
}
"""The columns that the rules read of rows that hold other things as well."""
_SINGLE = frozenset({"candidate", "candidate_facts", "override", "application"})
"""Rows that are about single persons."""
_PERSONAL = _SINGLE | {"note"}
"""Rows that say whom an act was about."""
FEW = 250
"""Applications that are screened again within the act that turns round; more follow it in chunks."""
_MANY = 20_000
"""Applications that are judged by changed criteria alone within that act: it takes about a second."""


class Concerned:
    """The applications and vacancies that an act turned round touches."""

    def __init__(self, at_hand: FactsAtHand) -> None:
        """Know of nothing yet; of people at hand nothing needs to be read."""
        self._at_hand = at_hand
        self._keys: set[int] = set()
        self._about: set[int] = set()
        self._vacancies: set[int] = set()
        self._came_or_went = False
        self.waiting: list[int] = []
        """The applications that are still to be screened again."""
        self.outrun: list[int] = []
        """The vacancies whose findings are still to be written anew, though every outcome stands."""

    def settle(self, unit: Unit, touched: Touched, earlier: Reader | None = None) -> None:
        """Find whom the rows concern, and screen again where the rules read something else now.

        `earlier` sees the store before the act, by which a change of single criteria is told from others.
        """
        by_rules: set[int] = set()
        for entity, key in touched:
            found = self._applications(unit, entity, key)
            self._keys |= found
            if entity in _PERSONAL or (entity == "setting" and len(found) == 1):
                self._about |= found
            if entity in _READ_BY_RULES and _reads_differently(unit, entity, key):
                by_rules |= found
        lines = unit.reader.rows(sorted(self._keys))
        self._vacancies |= {line.vacancy for line in lines}
        self._keys = {line.key for line in lines}
        by_rules &= self._keys
        if len(by_rules) <= FEW:
            rescreen(unit, by_rules)
        elif not self._by_criteria(unit, by_rules, touched, earlier):
            self.waiting = sorted(by_rules)

    def left(self, vacancy: int) -> None:
        """Note that applications of a vacancy went, all at once."""
        self._came_or_went = True
        self._vacancies.add(vacancy)

    def _by_criteria(self, unit: Unit, by_rules: set[int], touched: Touched, earlier: Reader | None) -> bool:
        """Judge all of a vacancy again where its criteria alone are others, in this very act."""
        if earlier is None or len(self._vacancies) != 1 or len(by_rules) > _MANY:
            return False
        if {entity for entity, _ in touched} & _SINGLE or sequence(earlier) != sequence(unit.reader):
            return False
        [vacancy] = self._vacancies
        before, after = earlier.vacancy(vacancy), unit.reader.vacancy(vacancy)
        done = judged_within(unit, before, after, sorted(by_rules), self._at_hand)
        self.outrun = [vacancy] if done else []
        return done

    def _applications(self, unit: Unit, entity: str, key: int) -> set[int]:
        """Return the applications that one row belongs to."""
        if entity not in _CONCERNING:
            return set()
        now, was = unit.find(entity, key), unit.was(entity, key)
        row = now or was or {}
        if entity == "application":
            self._came_or_went |= now is None or was is None
            self._vacancies.add(int(row["vacancy_id"] or 0))
            return {key}
        if entity == "vacancy":
            self._came_or_went |= now is None or was is None
            self._vacancies.add(key)
            return set(unit.reader.roll(key, "key")) if _reads_differently(unit, entity, key) else set()
        if entity == "setting" and str(row["name"]).startswith(BLIND):
            self._came_or_went = True  # every line of the vacancy reads differently now
            self._vacancies.add(int(str(row["name"]).removeprefix(BLIND)))
            return set()
        return _applications_of(unit, entity, key, row)

    def changed(self, summary: str, sequence: int) -> Changed:
        """Return what lists must read again."""
        return Changed(
            summary,
            sequence,
            applications=tuple(sorted(self._keys)),
            about=tuple(sorted(self._about & self._keys)),
            vacancies=tuple(vacancy_id(key) for key in sorted(self._vacancies)),
            everything=self._came_or_went,
        )


@contextmanager
def as_it_was(store: Store) -> Iterator[Reader | None]:
    """Look at the store as it is before an act; None where a look would keep the act from being written."""
    if store.journal != "wal":
        yield None
        return
    with closing(store.reader()) as reader, reader.snapshot():
        sequence(reader)  # the first question fixes what is seen
        yield reader


def _applications_of(unit: Unit, entity: str, key: int, row: Row) -> set[int]:
    """Return the applications that a row belongs to which is neither one itself nor a vacancy."""
    if entity in {"override", "note"}:
        return {int(row["application_id"] or 0)}
    if entity in {"criteria_version", "notice_version"}:
        return set(unit.reader.roll(int(row["vacancy_id"] or 0), "key"))
    if entity == "setting":
        return _applications_named(unit, str(row["name"]))
    return set(unit.reader.applications_of(key))


def _reads_differently(unit: Unit, entity: str, key: int) -> bool:
    """Tell whether a row came, or changed in what the rules read."""
    names = _READ_COLUMNS.get(entity)
    if entity == "setting":
        row = unit.find(entity, key) or unit.was(entity, key) or {}
        return not str(row["name"]).startswith(SNOOZE)
    if names is None:
        return True
    now, was = unit.find(entity, key), unit.was(entity, key)
    if now is None or was is None:
        return entity == "application" and now is not None
    return any(now[name] != was[name] for name in names)


def _applications_named(unit: Unit, name: str) -> set[int]:
    """Return the applications that a setting is about: one of them, or all of a vacancy."""
    family, _, rest = name.partition("/")
    if family == "relevance" or f"{family}/" == SNOOZE:
        return {int(rest)}
    if family == "institution":
        return set(graduates(unit.reader, rest))
    if family in {"criteria", "field"}:
        return set(unit.reader.roll(vacancy_key(rest.partition("/")[0]), "key"))
    return set()
