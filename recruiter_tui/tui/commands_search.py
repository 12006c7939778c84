"""The commands that find people: facets, saved views, search everywhere."""

from __future__ import annotations

from typing import Final

from recruiter_tui.tui.commands_base import Command, Group, Need, Place

_OPEN: Final = (Need.STORE, Need.VACANCY)
_LIST: Final = (*_OPEN, Need.CANDIDATES)
_FIND: Final = frozenset({Place.FIND})

SEARCH_COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "find.facets",
        ("f",),
        "facets",
        "Shows what occurs in every field, with counts under the filter; choosing a value narrows.",
        "facets",
        Group.FIND,
        needs=_LIST,
        footer=17,
    ),
    Command(
        "find.views",
        ("V",),
        "views",
        "Shows the saved views: a filter with its order under a name.",
        "views",
        Group.FIND,
        needs=_OPEN,
        footer=18,
    ),
    Command(
        "find.everywhere",
        ("F",),
        "find everywhere",
        "Searches all people and notices while you type: names, papers and what notices say.",
        "find",
        Group.FIND,
        needs=(Need.STORE,),
        footer=19,
    ),
    Command(
        "find.open",
        ("enter",),
        "go there",
        "Goes to the candidate in the vacancy, or to the notice.",
        "open",
        Group.FIND,
        _FIND,
        footer=1,
    ),
    Command(
        "find.dossier",
        ("ctrl+o",),
        "dossier",
        "Opens the candidate's dossier over the hits: judge, note, tag, correct there; back keeps the hits.",
        "dossier",
        Group.LOOK,
        _FIND,
        needs=(Need.PERSON_HIT,),
        footer=2,
    ),
    Command(
        "find.group",
        ("tab",),
        "next group",
        "Moves to the first hit of the next group: names, papers, notices.",
        "group(1)",
        Group.MOVE,
        _FIND,
        footer=4,
    ),
    Command(
        "find.close", ("escape",), "back", "Goes back to the desk.", "close", Group.MOVE, _FIND, footer=5
    ),
)
