"""What happened to an application or to a whole person, as the journal tells it: oldest first."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recruiter_tui.store import lifelines

if TYPE_CHECKING:
    from recruiter_tui.store.lifelines import Event
    from recruiter_tui.store.reading import Reader


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened to an application or its person."""

    sequence: int
    at: str
    by: str
    kind: str
    summary: str
    """The act's own line, which may speak of many."""
    change: str
    """What it did here: `new -> not-suitable (late)`; empty where the line says it."""
    application: int | None
    undone: bool


def happenings(reader: Reader, key: int, *, person: bool) -> tuple[Happening, ...]:
    """Return what happened to an application, or to all of the same person, oldest first."""
    with reader.snapshot():
        keys = [key, *(one.key for one in lifelines.others(reader, key))] if person else [key]
        settings = [f"{family}{one}" for family in (lifelines.SNOOZE, lifelines.REVEALED) for one in keys]
        found = lifelines.events(reader, keys, settings)
    told: dict[tuple[int, int | None], Happening] = {}
    for event in found:
        happening = _happening(event)
        place = (happening.sequence, happening.application)
        if place not in told or (happening.change and not told[place].change):
            told[place] = happening
    named = {sequence for sequence, application in told if application is not None}
    return tuple(one for (sequence, application), one in told.items() if application or sequence not in named)


def _happening(event: Event) -> Happening:
    """Return an entry as a person reads it, with what it changed in the row."""
    row = event.after or event.before or {}
    application = event.key if event.entity == "application" else row.get("application_id")
    if event.entity == "setting" and "name" in row:
        application = int(str(row["name"]).rpartition("/")[2])
    return Happening(
        event.seq,
        event.at,
        event.by,
        event.kind,
        event.summary,
        _change(event),
        None if application is None else int(application),
        event.undone,
    )


def _change(event: Event) -> str:
    """Return what an entry did to a row, in a few words."""
    was, now = event.before or {}, event.after or {}
    if event.entity == "note" and now:
        return f"note: {now['text']}"
    if event.entity == "override" and now:
        return f"{now['criterion']} ruled {now['outcome']}: {now['reason']}"
    if event.entity != "application" or not was or not now:
        return ""
    parts = []
    if was["disposition"] != now["disposition"]:
        reason = f" ({now['reason']})" if now.get("reason") else ""
        parts.append(f"{was['disposition']} -> {now['disposition']}{reason}")
    if was.get("tags") != now.get("tags"):
        parts.append(f"tags {', '.join(json.loads(str(now['tags']))) or 'none'}")
    if was.get("rank") != now.get("rank") and now.get("rank") is not None and not parts:
        parts.append(f"moved to {now['rank']} in the order of the list")
    return "; ".join(parts)
