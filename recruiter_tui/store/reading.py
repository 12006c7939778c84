"""Reads of the store: short, on a connection that cannot write, and without SQLAlchemy, to start at once."""

from __future__ import annotations

import json
from array import array
from contextlib import contextmanager
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from recruiter_tui.domain.errors import NotFound, Refused
from recruiter_tui.domain.finding import Outcome, Override
from recruiter_tui.domain.requirement import Kind
from recruiter_tui.store import codec, from_rows, history, queries
from recruiter_tui.store.faults import translated
from recruiter_tui.store.records import (
    Applicant,
    CriteriaLine,
    CriteriaVersion,
    EntryLine,
    Incoming,
    Line,
    NoteLine,
    Record,
    VacancyLine,
    VacancyRecord,
)
from recruiter_tui.store.search import expression

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from recruiter_tui.domain.application import Disposition, ReasonCode
    from recruiter_tui.domain.notice import Notice
    from recruiter_tui.domain.rulings import Relevance
    from recruiter_tui.store.people import People

_UNRULED: Mapping[str, Relevance] = MappingProxyType({})
SORTS: Final = tuple(queries.ORDERS)
"""The names by which a roll can be sorted."""
_DIGITS: Final = 18
_STEPS: Final = 1_000
"""Steps of the database's machine, some 50 us, after which a question looks whether it still counts."""


class Reader:
    """Questions to the store over one connection; not for two threads at once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Ask over `connection`, whose settings are the engine's business."""
        self._connection = connection

    @property
    def people(self) -> People:
        """Return the questions about persons across vacancies."""
        from recruiter_tui.store.people import People

        return People(self._ask)

    def close(self) -> None:
        """Give the connection back."""
        self._connection.close()

    def give_up_when(self, overtaken: Callable[[], bool]) -> None:
        """Call questions off from now on, also midway, once `overtaken` says so; they raise Refused."""
        self._connection.set_progress_handler(overtaken, _STEPS)

    def give_memory_back(self) -> None:
        """Let go of the pages that a long question has read; the system still has them for the next one."""
        self._ask("PRAGMA shrink_memory")

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """See one state of the store in the block, whatever others write meanwhile; keep it short."""
        if self._connection.in_transaction:
            yield
            return
        self._ask("BEGIN")
        try:
            yield
        finally:
            self._ask("COMMIT")

    def _ask(self, sql: str, *values: object) -> list[tuple]:  # type: ignore[type-arg]  # columns differ by question
        with translated():
            return self._connection.execute(sql, values).fetchall()

    def each(self, sql: str, *values: object) -> Iterator[Any]:
        """Yield the one column of a long answer while it is read."""
        with translated():
            yield from chain.from_iterable(self._connection.execute(sql, values))

    def vacancies(self) -> list[VacancyLine]:
        """Return all vacancies with their counts per disposition, newest first."""
        counts: dict[int, dict[Disposition, int]] = {}
        for vacancy, disposition, number in self._ask(queries.TALLY):
            if number:
                counts.setdefault(vacancy, {})[from_rows.DISPOSITIONS[disposition]] = number
        return [from_rows.vacancy_line(row, counts.get(row[0], {})) for row in self._ask(queries.VACANCIES)]

    def vacancy_key(self, ref: str) -> int:
        """Return the key of the vacancy with this reference or own id (`V2`).

        Raises NotFound, and Refused where two vacancies bear the reference.
        """
        found = self._ask(queries.VACANCY_BY_REFERENCE, ref)
        own = ref[1:]
        if not found and ref[:1] in {"V", "v"} and own.isascii() and own.isdecimal() and len(own) < _DIGITS:
            found = self._ask(queries.VACANCY_BY_KEY, int(own))
        if not found:
            message = f"there is no vacancy {ref!r}"
            raise NotFound(message, "list the vacancies and name one by its reference or V-id")
        if len(found) > 1:
            names = " and ".join(f"V{key}" for (key,) in found)
            message = f"{names} have the reference {ref!r}"
            raise Refused(message, "name the one that you mean by its V-id")
        return int(found[0][0])

    def vacancy(self, key: int) -> VacancyRecord:
        """Return one vacancy with its notice and criteria; raises NotFound."""
        with self.snapshot():
            line = next((line for line in self.vacancies() if line.key == key), None)
            if line is None:
                message = f"there is no vacancy V{key}"
                raise NotFound(message, "list the vacancies and name one of them")
            ((text, notice),) = self._ask(queries.NOTICE, key)
            ((*criteria, wording),) = self._ask(queries.CRITERIA, key)
            ((codes,),) = self._ask(queries.CODES, key)
            ruled = self._ask(queries.SETTINGS, f"field/V{key}/")
            terms = self.setting(f"criteria/V{key}/{criteria[1]}")
            checked = self._ask(queries.SETTINGS, "institution/")
        fields, crosswalk = from_rows.rulings(ruled, terms)
        return VacancyRecord(
            line,
            codec.load_notice(text, notice, wording),
            CriteriaLine(*criteria),
            codec.load_codes(codes),
            fields,
            crosswalk,
            from_rows.institutions(checked),
        )

    def tiers(self, vacancy: int) -> tuple[int, ...]:
        """Return the tiers that the criteria name, in their order, without loading the notice."""
        ((*_, wording),) = self._ask(queries.CRITERIA, vacancy)
        return tuple(
            sorted({int(one["tier"]) for one in json.loads(wording) if one["kind"] == Kind.TIER.value})
        )

    def policy(self, vacancy: int) -> str | None:
        """Return the specification of a vacancy's policy; None is the default."""
        found = self._ask(queries.POLICY, vacancy)
        return found[0][0] if found else None

    def criteria_versions(self, vacancy: int) -> list[CriteriaVersion]:
        """Return all versions of a vacancy's criteria, in their order, those that were taken back as well."""
        from recruiter_tui.store.rulings import load_version

        return [
            CriteriaVersion(
                CriteriaLine(*line), by, at, criteria, None if record is None else load_version(record)
            )
            for *line, by, at, criteria, record in self._ask(queries.CRITERIA_VERSIONS, vacancy)
        ]

    def settings(self, prefix: str) -> dict[str, str]:
        """Return the settings of the store whose names begin with `prefix`, by name."""
        return dict(self._ask(queries.SETTINGS, prefix))

    def papers(self, names: Iterable[str]) -> dict[str, str]:
        """Return the texts of documents by their hashes."""
        return dict(self._ask(queries.PAPERS, json.dumps(sorted(set(names)))))

    def archive(self, keys: Iterable[int]) -> list[tuple[Any, ...]]:
        """Return what was screened and what was found, as it is kept: for the archive of a version."""
        return self._ask(queries.ARCHIVE, json.dumps(list(keys)))

    def notice_version(self, vacancy: int) -> tuple[int, int]:
        """Return key and number of the newest version of a vacancy's notice."""
        ((key, number),) = self._ask(queries.NOTICE_VERSION, vacancy)
        return int(key), int(number)

    def notice_versions(self, vacancy: int) -> dict[int, Notice]:
        """Return the versions of a vacancy's notice by their numbers, without criteria."""
        found = self._ask(queries.NOTICE_VERSIONS, vacancy)
        return {number: codec.load_notice(text, notice, "[]") for number, text, notice in found}

    def roll(self, vacancy: int, sort: str = "tier", first: int | None = None) -> array[int]:
        """Return the keys of a vacancy's applications, or of its `first` ones, in the order of `sort`.

        The orders are `SORTS`. The first few of a large vacancy come much sooner than all, and no list of
        rows is made beside the array.
        """
        order = queries.ORDERS.get(sort) or queries.BLIND_ORDERS.get(sort)
        if order is None:
            message = f"a list cannot be sorted by {sort.removesuffix(' blind')!r}"
            raise Refused(message, f"sort by one of {', '.join(SORTS)}")
        with translated():
            rows = self._connection.execute(
                f"{queries.ROLL}{order} LIMIT ?", (vacancy, -1 if first is None else first)
            )
            return array("q", chain.from_iterable(rows))

    def lines(self, vacancy: int, sort: str = "tier") -> list[Line]:
        """Return all applications of a vacancy, for filters; for a screen ask `rows` for what is seen."""
        keys = self.roll(vacancy, sort)
        by_key = {row[0]: row for row in self._ask(queries.LINES_OF_VACANCY, vacancy)}
        return [from_rows.line(by_key[key]) for key in keys if key in by_key]

    def rows(self, keys: Iterable[int]) -> list[Line]:
        """Return the lines of `keys` in their order; those that are gone are left out."""
        wanted = list(keys)
        by_key = {row[0]: row for row in self._ask(queries.LINES, json.dumps(wanted))}
        return [from_rows.line(by_key[key]) for key in wanted if key in by_key]

    def shortlisted(self, vacancy: int) -> list[Line]:
        """Return the lines of the shortlisted, in no order; as many as there are, however long the list."""
        return [from_rows.line(row) for row in self._ask(queries.SHORTLISTED, vacancy)]

    def criteria(self, vacancy: int) -> CriteriaLine:
        """Return the version of the criteria that holds now, without their wording."""
        ((*found, _),) = self._ask(queries.CRITERIA, vacancy)
        return CriteriaLine(*found)

    def codes(self, vacancy: int) -> tuple[ReasonCode, ...]:
        """Return a vacancy's own reason codes."""
        ((found,),) = self._ask(queries.CODES, vacancy)
        return codec.load_codes(found)

    def keys(self, vacancy: int, applications: Sequence[str]) -> list[int]:
        """Return the keys of applications named by their numbers; raises NotFound for the first unknown."""
        found = dict(self._ask(queries.KEYS, vacancy, json.dumps(list(applications))))
        for name in applications:
            if name not in found:
                message = f"there is no application {name!r} in V{vacancy}"
                raise NotFound(message, "list the vacancy's applications")
        return [found[name] for name in applications]

    def known(self, vacancy: int) -> dict[str, Incoming]:
        """Return what an import must know of the applications that are there: by their numbers."""
        return {name: Incoming(*rest) for name, *rest in self._ask(queries.KNOWN, vacancy)}

    def candidates_with_email(self, email: str) -> list[int]:
        """Return the candidates whose first address, folded, is `email`."""
        return [key for (key,) in self._ask(queries.BY_EMAIL, email)]

    def search(self, vacancy: int, text: str) -> set[int]:
        """Return the keys of a vacancy's applications whose name or papers hold the words of `text`."""
        wanted = expression(text)
        if wanted is None:
            return set()
        return {key for (key,) in self._ask(queries.SEARCH, vacancy, wanted)}

    def note_texts(self, vacancy: int) -> dict[int, str]:
        """Return the remarks on a vacancy's applications by key, joined, for filters."""
        return dict(self._ask(queries.NOTE_TEXTS, vacancy))

    def applicants(
        self,
        vacancy: int,
        keys: Iterable[int] | None = None,
        *,
        texts: bool = True,
        only: frozenset[str] | None = None,
    ) -> list[Applicant]:
        """Return what screening reads of a vacancy's applications, or of `keys`, in the order of keys.

        With `only` the candidates have those facts alone, which takes less time.
        """
        chosen = sorted(self.roll(vacancy, "key") if keys is None else keys)
        some = json.dumps(chosen)
        with self.snapshot():
            rulings: dict[int, dict[str, Override]] = {}
            for key, criterion, outcome, reason, by, at in self._ask(queries.OVERRIDES, some):
                rulings.setdefault(key, {})[criterion] = Override(Outcome(outcome), reason, by, at)
            rows = self._ask(queries.APPLICANTS, some)
            papers = dict(self._ask(queries.TEXTS, some)) if texts else {}
            relevance = self._ask(queries.RELEVANCE, some)
        on_jobs = from_rows.relevance(relevance)
        return [
            Applicant(
                key,
                codec.load_application(*application),
                codec.load_candidate(facts, papers, only),
                rulings.get(key, {}),
                on_jobs.get(key, _UNRULED),
            )
            for key, facts, *application in rows
        ]

    def override_key(self, application: int, criterion: str) -> int | None:
        """Return the key of a person's ruling on one criterion of an application, or None."""
        found = self._ask(queries.OVERRIDE_KEY, application, criterion)
        return int(found[0][0]) if found else None

    def record(self, key: int) -> Record:
        """Return everything about one application; raises NotFound."""
        with self.snapshot():
            lines = self.rows([key])
            if not lines:
                message = "this application is no longer in the store"
                raise NotFound(message, "the import it came with was taken back")
            (line,) = lines
            (applicant,) = self.applicants(line.vacancy, [key])
            body = self.findings([key]).get(key)
            notes = tuple(NoteLine(*row) for row in self._ask(queries.NOTES, key))
            others = tuple(title for (title,) in self._ask(queries.ALSO_APPLIED, key, key))
        return Record(line, applicant, codec.load_findings(body), notes, others)

    def findings(self, keys: Iterable[int]) -> dict[int, bytes]:
        """Return the findings by key, as `codec.load_findings` reads them.

        Left out are those that a change of criteria outran, so that the rules are to be asked.
        """
        return dict(self._ask(queries.FINDINGS, json.dumps(list(keys))))

    def applications_of(self, candidate: int) -> list[int]:
        """Return the keys of one person's applications to all vacancies."""
        return [key for (key,) in self._ask(queries.APPLICATIONS_OF, candidate)]

    def document(self, sha256: str) -> bytes | None:
        """Return a document's bytes, or None where only its text was kept."""
        found = self._ask(queries.DOCUMENT, sha256)
        return found[0][0] if found else None

    def setting(self, name: str) -> tuple[int, str] | None:
        """Return key and value of a setting of the store."""
        found = self._ask(queries.SETTING, name)
        return (int(found[0][0]), str(found[0][1])) if found else None

    def entries(self, limit: int, before: int | None = None) -> list[EntryLine]:
        """Return the newest `limit` journal entries, newest first, or those older than entry `before`."""
        return history.entries(self._connection, limit, before)
