"""What stands in the way of taking an import back: who was merged, and who was worked on since."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.errors import Conflict, NotFound, WorkedOn

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection

    from recruiter_tui.store.writing import Unit


MINE: Final = "SELECT id, public_id FROM application WHERE batch_id = ? ORDER BY id"
_HANGING: Final = (
    ("note", "SELECT id, application_id FROM note WHERE application_id IN (SELECT value FROM json_each(?1))"),
    (
        "override",
        "SELECT id, application_id FROM override WHERE application_id IN (SELECT value FROM json_each(?1))",
    ),
    (
        "setting",
        (
            "SELECT setting.id, json_each.value FROM json_each(?1) JOIN setting"
            " ON setting.name IN ('relevance/' || json_each.value, 'snooze/' || json_each.value)"
        ),
    ),
)
"""What persons added to applications, with the application that it hangs on."""
_BROUGHT: Final = "SELECT 1 FROM image WHERE bundle = ? AND entity = ? AND key = ? AND before IS NULL"
_SHARED: Final = (
    "SELECT application.public_id FROM application JOIN candidate ON candidate.id = application.candidate_id"
    " WHERE candidate.batch_id = ?1 AND coalesce(application.batch_id, 0) <> ?1"
    " ORDER BY application.id LIMIT 1"
)
_GONE: Final = (
    "SELECT 1 FROM image WHERE bundle = ? AND entity = 'candidate' AND before IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM candidate WHERE candidate.id = image.key) LIMIT 1"
)
_OWNERS: Final = (
    "SELECT public_id FROM application WHERE (?1 = 'application' AND id IN (SELECT value FROM json_each(?2)))"
    " OR (?1 LIKE 'candidate%' AND candidate_id IN (SELECT value FROM json_each(?2)))"
)
_DECIDED_WHEN_FROZEN: Final = (
    "SELECT image.key FROM event JOIN image ON image.bundle = event.bundle"
    " WHERE event.at = ? AND event.seq > ? AND image.entity = 'application'"
)
_OTHER_VERDICTS: Final = (
    "SELECT 1 FROM application JOIN batch ON batch.id = application.batch_id AND batch.state = 'visible'"
    " WHERE application.vacancy_id = ? AND disposition NOT IN ('new', 'withdrawn') LIMIT 1"
)
_NAMED: Final = 6


def sequence_of(connection: sqlite3.Connection, batch: int) -> int:
    """Return the journal entry of an import that stands; raises NotFound or Conflict."""
    found = connection.execute("SELECT seq FROM event WHERE bundle = ?", (-batch,)).fetchone()
    if found is None:
        message = f"there is no import B{batch}"
        raise NotFound(message, "look at the history for its name")
    if connection.execute("SELECT 1 FROM batch WHERE id = ?", (batch,)).fetchone() is None:
        message = f"the import B{batch} was taken back already"
        raise Conflict(message, "redo or import it again")
    return int(found[0])


def hanging_on(connection: sqlite3.Connection, batch: int, mine: list[int]) -> dict[str, dict[int, int]]:
    """Return by table what persons added to the import's applications, with the application of each row."""
    found = ((entity, _added(connection, batch, entity, sql, mine)) for entity, sql in _HANGING)
    return {entity: rows for entity, rows in found if rows}


def _added(
    connection: sqlite3.Connection, batch: int, entity: str, sql: str, mine: list[int]
) -> dict[int, int]:
    """Return what hangs on the import's applications and did not come with them, by key."""
    found: dict[int, int] = dict(connection.execute(sql, (json.dumps(mine),)))
    return {
        key: application
        for key, application in found.items()
        if connection.execute(_BROUGHT, (-batch, entity, key)).fetchone() is None
    }


def check_untouched(
    connection: sqlite3.Connection,
    batch: int,
    mine: dict[int, str],
    hanging: dict[str, dict[int, int]],
    moved: dict[str, list[int]],
) -> None:
    """Raise WorkedOn with the names of the applications that somebody worked on.

    Undo brings all of that work again, because the act's images hold it.
    """
    names = [mine[key] for found in hanging.values() for key in found.values()]
    for entity, keys in moved.items():
        names += [name for (name,) in connection.execute(_OWNERS, (entity, json.dumps(keys)))]
    worked = sorted({*names}, key=[*mine.values(), *names].index)
    if not worked and not moved:
        return
    told = ", ".join(worked[:_NAMED]) or "something else that it brought"
    more = f" and {len(worked) - _NAMED} more" if len(worked) > _NAMED else ""
    were = "was" if len(worked) < 2 else "were"  # noqa: PLR2004 - one or several
    message = f"{told}{more} of B{batch} {were} decided on, noted or changed since"
    raise WorkedOn(message, "undo that first, or take it back too with --force (undo brings all of it again)")


def thaw(
    unit: Unit, connection: sqlite3.Connection, vacancy: int, sequence: int, mine: Collection[int]
) -> None:
    """Take the freeze of the criteria back with the verdicts that brought it, as undo of them does.

    That is where it came with a verdict on the import's own applications, whose entry is `sequence`, and no
    verdict on others stands. The import's rows are out of sight already.
    """
    criteria = unit.reader.criteria(vacancy)
    if criteria.frozen_at is None:
        return
    found = connection.execute(_DECIDED_WHEN_FROZEN, (criteria.frozen_at, sequence))
    decided = {key for (key,) in found}
    is_mine = bool(decided) and decided.issubset(mine)
    if is_mine and connection.execute(_OTHER_VERDICTS, (vacancy,)).fetchone() is None:
        unit.update("criteria_version", criteria.key, {"frozen_at": None})


def check_merged(connection: sqlite3.Connection, batch: int) -> None:
    """Raise Conflict where somebody of the import was merged with somebody.

    The two are to be parted first, because their records hold facts of both.
    """
    shared = connection.execute(_SHARED, (batch,)).fetchone()
    if shared or connection.execute(_GONE, (-batch,)).fetchone():
        who = f" ({shared[0]})" if shared else ""
        message = f"somebody of B{batch} was merged with somebody since{who}"
        raise Conflict(message, "part the two first: on the screen of duplicates (D), with p")
