"""Rows of an import on their way into the store: made ready, screened, or put in place of what is there."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from typing import TYPE_CHECKING

from recruiter_tui.domain.errors import Conflict, Unreadable
from recruiter_tui.reading.candidates.incoming import Unclear
from recruiter_tui.services.arrivals import fingerprint, merged
from recruiter_tui.services.judging import rescreen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from recruiter_tui.domain.person import Candidate
    from recruiter_tui.reading.candidates.incoming import Incoming
    from recruiter_tui.services.judging import Judge
    from recruiter_tui.store.loading import Loading
    from recruiter_tui.store.records import NewApplication, Screened
    from recruiter_tui.store.writing import Unit

_MOST_BYTES = 64 << 20
"""A paper larger than this is kept by its text and hash alone."""
_PORTION = 48
_SMALL = 12
_OF_A_PAPER = 4


def portions(rows: Sequence[Incoming], is_acted_on: Callable[[], bool]) -> Iterator[list[Incoming]]:
    """Yield rows in portions that hold the store for some milliseconds each, so that an act slips in.

    While somebody acts (`is_acted_on`) they are smaller, which costs the import some time. A row with papers
    counts for several: their bytes and full text take most of the time.
    """
    portion: list[Incoming] = []
    weight = 0
    for row in rows:
        portion.append(row)
        weight += _OF_A_PAPER if row.files else 1
        if weight >= (_SMALL if is_acted_on() else _PORTION):
            yield portion
            portion, weight = [], 0
    if portion:
        yield portion


def prepared(
    judge: Judge, rows: Sequence[Incoming], prints: Mapping[str, str], let_by: Callable[[], None]
) -> tuple[list[NewApplication], list[Screened]]:
    """Return the rows as the store takes them, and what the rules find; `prints` are their fingerprints.

    What they find bears no key yet. `let_by` is called between rows.
    """
    from recruiter_tui.store.records import NewApplication as New

    made, found = [], []
    for row in rows:
        let_by()
        made.append(
            New.of(
                row.application,
                row.candidate,
                fingerprint=prints[row.application.id],
                tags=row.tags,
                notes=(row.note,) if row.note else (),
                data=_papers(row),
            )
        )
        let_by()
        result = judge.judge(row.application, row.candidate, {})
        found.append(judge.kept(0, row.application, row.candidate, result))
    return made, found


def _papers(row: Incoming) -> dict[str, bytes]:
    """Return the bytes of the papers that a row names, as far as they are still what was read."""
    found = {}
    for file in row.files:
        with suppress(
            OSError, Unclear, Unreadable
        ):  # a paper that went away meanwhile is kept by its text and hash
            data = file.data(_MOST_BYTES + 1)
            if len(data) <= _MOST_BYTES and hashlib.sha256(data).hexdigest() == file.sha256:
                found[file.sha256] = data
    return found


def staging(
    loading: Loading, rows: list[NewApplication], found: list[Screened]
) -> Callable[[object], list[int]]:
    """Return the staging of some rows, with what the rules found, as the store's thread runs it."""
    return lambda _: loading.stage(rows, found)


def papers_in(rows: Iterable[Incoming]) -> dict[str, bytes]:
    """Return the bytes of the papers that some rows name, by hash; read before the store is held for them."""
    return {digest: data for row in rows for digest, data in _papers(row).items()}


def update_stored(
    unit: Unit, vacancy: int, differing: Mapping[str, tuple[int, int, Incoming]], papers: dict[str, bytes]
) -> None:
    """Put what rows say in place of what is stored; by application number its key, candidate and row.

    What a row says of a person counts for all applications of that person, so that all are screened again.
    Raises Conflict where somebody took an application away since the file was read.
    """
    from recruiter_tui.store.records import application_columns, papers_of

    keys = [key for key, _, _ in differing.values()]
    lines = {line.key: line for line in unit.reader.rows(keys)}
    if gone := next((name for name, (key, _, _) in differing.items() if key not in lines), None):
        problem = f"{gone} was taken away while the file was read"
        raise Conflict(problem, "nothing was taken in; import the file again")
    filed = {one.key: one for one in unit.reader.applicants(vacancy, keys)}
    remarks = unit.reader.note_texts(vacancy)
    persons: dict[int, Candidate] = {}
    for key, _, incoming in differing.values():
        candidate = lines[key].candidate  # whose it is now: two records may have become one meanwhile
        stored = filed[key]._replace(candidate=persons.get(candidate, filed[key].candidate))
        application, persons[candidate] = merged(stored, incoming)
        unit.keep(papers_of(persons[candidate], papers))
        unit.put_candidate(candidate, persons[candidate])
        tags = json.dumps(sorted({*lines[key].tags, *incoming.tags}), ensure_ascii=False)
        changes = application_columns(application) | {"tags": tags, "fingerprint": fingerprint(incoming)}
        unit.update("application", key, changes)
        if incoming.note and incoming.note not in (remarks.get(key) or ""):
            made = {"made_by": unit.act.actor, "made_at": unit.act.at}
            unit.insert("note", {"application_id": key, "text": incoming.note, **made})
    concerned = {each for candidate in persons for each in unit.reader.applications_of(candidate)}
    for key in sorted(concerned.difference(keys)):
        unit.touch("application", key)
    rescreen(unit, concerned)
