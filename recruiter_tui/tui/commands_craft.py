"""The commands of handling: what is copied, opened, stopped, and how wide the panes are."""

from __future__ import annotations

from typing import Final

from recruiter_tui.tui.commands_base import Command, Group, Need, Place

_EVERYWHERE: Final = frozenset(Place)
_READ: Final = frozenset({Place.DESK, Place.DOSSIER})

CRAFT_COMMANDS: Final = (
    Command(
        "copy.here",
        ("y",),
        "copy",
        "Copies what is under the cursor: a reference, an application's number, a fact or a passage.",
        "copy_here",
        Group.LOOK,
        places=_READ,
        needs=(Need.STORE,),
    ),
    Command(
        "link.open",
        ("O",),
        "open a link",
        "Lists the web addresses in the candidate's papers and opens one in a browser after a question.",
        "open_link",
        Group.LOOK,
        places=_READ,
        needs=(Need.STORE, Need.CANDIDATE),
    ),
    *(
        Command(
            f"pane.{name}",
            (key,),
            name,
            f"Makes the pane that has the keys {name}; the width is remembered.",
            f"widen({cells})",
            Group.MOVE,
        )
        for name, key, cells in (("wider", "ctrl+right", 4), ("narrower", "ctrl+left", -4))
    ),
    Command(
        "app.steps",
        ("f4",),
        "first steps",
        "Shows the way from a notice to a short list, and where this vacancy stands on it.",
        "first_steps",
        Group.APP,
    ),
    Command(
        "job.stop",
        ("ctrl+x",),
        "stop the work",
        "Stops what runs in the background; nothing of it stays half done.",
        "stop_job",
        Group.APP,
        places=_EVERYWHERE,
    ),
    Command(
        "job.list",
        ("f3",),
        "work",
        "Lists imports, screenings, searches and exports in the background, and shows what came of each.",
        "list_jobs",
        Group.APP,
        places=_EVERYWHERE,
    ),
)
