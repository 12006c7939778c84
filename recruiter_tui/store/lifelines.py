# ruff: noqa: S608 - every part of these texts is a constant of this file; values are parameters
"""What happened to one application or person: other applications, and every journal entry about them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, NamedTuple

from recruiter_tui.store.facts import ask
from recruiter_tui.store.history import told
from recruiter_tui.store.journal import unpack
from recruiter_tui.store.queries import _SEEN as SEEN

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from recruiter_tui.store.journal import Row
    from recruiter_tui.store.reading import Reader

SNOOZE: Final = "snooze/"
"""What the settings of applications that were put off begin with; the key follows."""
REVEALED: Final = "revealed/"
"""The same for applications whose persons somebody revealed in a blind vacancy."""
_SAME_PERSON: Final = (
    "SELECT id FROM candidate WHERE id = (SELECT candidate_id FROM application WHERE id = ?1)"
    " UNION SELECT other.id FROM candidate AS me JOIN candidate AS other ON other.email = me.email"
    " WHERE me.id = (SELECT candidate_id FROM application WHERE id = ?1)"
)
_OTHERS: Final = (
    "SELECT application.id, application.vacancy_id, application.public_id, vacancy.title,"
    " application.disposition, application.reason, application.note, application.decided_by,"
    " application.decided_at FROM application JOIN vacancy ON vacancy.id = application.vacancy_id"
    f" WHERE application.candidate_id IN ({_SAME_PERSON}) AND application.id <> ?1 AND{SEEN}"
    " ORDER BY application.decided_at IS NULL, application.decided_at DESC, application.id"
)
_NOTES: Final = "SELECT id FROM note WHERE application_id IN (SELECT value FROM json_each(?))"
_OVERRIDES: Final = "SELECT id FROM override WHERE application_id IN (SELECT value FROM json_each(?))"
_PEOPLE: Final = "SELECT DISTINCT candidate_id FROM application WHERE id IN (SELECT value FROM json_each(?))"
_SETTINGS: Final = "SELECT id FROM setting WHERE name IN (SELECT value FROM json_each(?))"
_GONE: Final = (
    "SELECT DISTINCT image.key FROM image WHERE image.entity = '{0}'"
    " AND NOT EXISTS (SELECT 1 FROM {0} WHERE {0}.id = image.key)"
)
"""Rows that were taken away again: only their images say to whom they belonged."""
_LATER: Final = ("note", "override", "setting")
"""What comes and goes while an application stays."""
_EVENTS: Final = (
    "SELECT event.seq, event.at, event.actor, event.kind, image.entity, image.key, image.before, image.after,"
    " summary.after,"
    " EXISTS (SELECT 1 FROM event AS later WHERE later.undoes = event.seq AND later.kind = 'undo'"
    "  AND NOT EXISTS (SELECT 1 FROM event AS again WHERE again.undoes = event.seq AND again.kind = 'redo'"
    "   AND again.seq > later.seq))"
    " FROM image JOIN event ON event.bundle = image.bundle"
    " LEFT JOIN image AS summary ON summary.bundle = event.bundle AND summary.position = 0"
    " WHERE image.entity = ? AND image.key IN (SELECT value FROM json_each(?)) ORDER BY event.seq"
)


class Other(NamedTuple):
    """Another application of the same person, with what was decided on it."""

    key: int
    vacancy: int
    public_id: str
    title: str
    disposition: str
    reason: str | None
    note: str | None
    decided_by: str | None
    decided_at: str | None


class Event(NamedTuple):
    """One journal entry as far as it concerns one row."""

    seq: int
    at: str
    by: str
    kind: str
    entity: str
    key: int
    before: Row | None
    after: Row | None
    summary: str
    undone: bool


def others(reader: Reader, key: int) -> list[Other]:
    """Return the other applications of whoever made this one, the last decided first."""
    return [Other(*row) for row in ask(reader, _OTHERS, key)]


def events(reader: Reader, applications: Iterable[int], settings: Collection[str] = ()) -> list[Event]:
    """Return every journal entry that touched applications or their people, oldest first, once per row."""
    keys = json.dumps(list(applications))
    people = [key for (key,) in ask(reader, _PEOPLE, keys)]
    places = {
        "application": json.loads(keys),
        "candidate": people,
        "candidate_facts": people,
        "note": [key for (key,) in ask(reader, _NOTES, keys)],
        "override": [key for (key,) in ask(reader, _OVERRIDES, keys)],
        "setting": [key for (key,) in ask(reader, _SETTINGS, json.dumps(list(settings)))],
    }
    found = [
        _event(row)
        for entity, wanted in places.items()
        if wanted
        for row in ask(reader, _EVENTS, entity, json.dumps(wanted))
    ]
    belongs = {*json.loads(keys), *settings}
    for entity in _LATER:
        gone = [key for (key,) in ask(reader, _GONE.format(entity))]
        found += [
            event
            for event in map(_event, ask(reader, _EVENTS, entity, json.dumps(gone)))
            if _owner(event) in belongs
        ]
    return sorted(found, key=lambda event: event.seq)


def _owner(event: Event) -> object:
    """Return the application of a note or ruling, or a setting's name, as the row's image says it."""
    row = event.after or event.before or {}
    return row.get("name" if event.entity == "setting" else "application_id")


def _event(row: tuple[object, ...]) -> Event:
    seq, at, by, kind, entity, key, before, after, summary, undone = row
    images = (before, after) if entity == "application" or entity in _LATER else (None, None)
    was, now = (unpack(image if isinstance(image, bytes) else None) for image in images)
    line = told(summary if isinstance(summary, bytes) else None)[0]
    return Event(
        int(str(seq)), str(at), str(by), str(kind), str(entity), int(str(key)), was, now, line, bool(undone)
    )
