"""The commands beside a verdict: blind reading, putting off, tags, timelines, and the way back."""

from __future__ import annotations

from typing import Final

from recruiter_tui.tui.commands_base import Command, Group, Need, Place

_DESK: Final = frozenset({Place.DESK})
_PERSON: Final = frozenset(
    {Place.DESK, Place.COMPARE, Place.SHORTLIST, Place.DOSSIER, Place.MATRIX, Place.READING}
)
_LISTS: Final = _PERSON - {Place.READING}
_OPEN: Final = (Need.STORE, Need.VACANCY)
_ONE: Final = (*_OPEN, Need.PEOPLE, Need.CANDIDATE)
_DUE: Final = frozenset({Place.DUE})
_TIMELINE: Final = frozenset({Place.TIMELINE})

KEEPING_COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "blind.turn",
        ("B",),
        "read blind",
        "Reads the vacancy without names, contacts, genders, nationalities and ages; again shows them.",
        "blind",
        Group.LOOK,
        _LISTS,
        needs=_OPEN,
    ),
    Command(
        "blind.reveal",
        ("exclamation_mark",),
        "reveal",
        "Shows who one candidate of a blind vacancy is, for a written reason that the journal keeps.",
        "reveal",
        Group.LOOK,
        _PERSON,
        needs=(*_ONE, Need.BLIND),
    ),
    Command(
        "keep.snooze",
        ("z",),
        "put off",
        "Puts the marked, else the one here, off to a day: 3 days, monday, 12 dec, 2026-12-01.",
        "snooze",
        Group.JUDGE,
        _PERSON,
        needs=_ONE,
    ),
    Command(
        "keep.due",
        ("Z",),
        "due list",
        "Lists what was put off in all vacancies: what is due, and what sleeps.",
        "due",
        Group.LOOK,
        _DESK,
        needs=(Need.STORE,),
    ),
    Command(
        "keep.tags",
        ("number_sign",),
        "tags",
        "Adds a tag to the marked, else to the one here, or takes it away.",
        "tags",
        Group.JUDGE,
        _PERSON,
        needs=_ONE,
    ),
    Command(
        "keep.timeline",
        ("h",),
        "timeline",
        "Shows what happened to the application, oldest first; p adds the person's other applications.",
        "timeline",
        Group.LOOK,
        _PERSON,
        needs=_ONE,
    ),
    Command(
        "trail.back",
        ("less_than_sign",),
        "back to",
        "Goes back to the candidate that was open before, also in another vacancy.",
        "trail(-1)",
        Group.MOVE,
        _DESK,
        needs=(Need.STORE,),
    ),
    Command(
        "trail.forward",
        ("greater_than_sign",),
        "forward to",
        "Goes forward again.",
        "trail(1)",
        Group.MOVE,
        _DESK,
        needs=(Need.STORE,),
    ),
    Command(
        "trail.recent",
        ("semicolon",),
        "recently seen",
        "Lists the candidates that were open last.",
        "recent",
        Group.FIND,
        _DESK,
        needs=(Need.STORE,),
    ),
    # -- the timeline --------------------------------------------------------------------------------
    Command(
        "timeline.person",
        ("p",),
        "whole person",
        "Shows all applications of the person, or this one alone.",
        "person",
        Group.LOOK,
        _TIMELINE,
        footer=1,
    ),
    Command(
        "timeline.back", ("escape", "q", "h"), "back", "Goes back.", "close", Group.MOVE, _TIMELINE, footer=20
    ),
    # -- the due list --------------------------------------------------------------------------------
    Command(
        "due.open",
        ("enter",),
        "go there",
        "Goes to the candidate on the desk.",
        "open",
        Group.MOVE,
        _DUE,
        needs=(Need.PUT_OFF,),
        footer=1,
    ),
    Command(
        "due.wake",
        ("w",),
        "wake",
        "Takes the candidate from the list.",
        "wake",
        Group.JUDGE,
        _DUE,
        needs=(Need.PUT_OFF,),
        footer=2,
    ),
    Command(
        "due.later",
        ("z",),
        "put off again",
        "Chooses another day.",
        "later",
        Group.JUDGE,
        _DUE,
        needs=(Need.PUT_OFF,),
        footer=3,
    ),
    Command(
        "due.scope",
        ("d",),
        "due or all",
        "Shows what is due alone, or also what sleeps.",
        "scope",
        Group.LOOK,
        _DUE,
        footer=4,
    ),
    Command(
        "due.back",
        ("escape", "q", "Z"),
        "back",
        "Goes back to the desk.",
        "close",
        Group.MOVE,
        _DUE,
        footer=20,
    ),
)
