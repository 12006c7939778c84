"""The commands of the desk, and those of many places: moving, finding, judging, undoing, leaving."""

from __future__ import annotations

from typing import Final

from recruiter_tui.tui.commands_base import Command, Group, Need, Place

_EVERYWHERE: Final = frozenset(Place)
_UNDOABLE: Final = frozenset(
    {
        Place.DESK,
        Place.COMPARE,
        Place.SHORTLIST,
        Place.HISTORY,
        Place.NOTICE,
        Place.INTAKE,
        Place.DUPLICATES,
        Place.CRITERIA,
        Place.RULINGS,
        Place.DOSSIER,
        Place.CAREER,
        Place.READING,
        Place.DUE,
        Place.MATRIX,
        Place.WHATIF,
    }
)
_JUDGED: Final = frozenset(
    {Place.DESK, Place.COMPARE, Place.SHORTLIST, Place.DOSSIER, Place.READING, Place.MATRIX}
)
"""Where a verdict can be given: wherever one application is under the cursor."""
_SEEN: Final = _JUDGED - {Place.READING}
"""Where a fact can be corrected; a first pass has a key of its own for that, or none."""
_OPEN: Final = (Need.STORE, Need.VACANCY)
_LIST: Final = (*_OPEN, Need.CANDIDATES)
_PERSON: Final = (*_LIST, Need.PEOPLE, Need.CANDIDATE)

_MOVE: Final = (
    Command("move.down", ("j", "down"), "down", "Moves one line down.", "", Group.MOVE),
    Command("move.up", ("k", "up"), "up", "Moves one line up.", "", Group.MOVE),
    Command("move.top", ("g", "home"), "top", "Moves to the first line.", "", Group.MOVE),
    Command("move.end", ("G", "end"), "end", "Moves to the last line.", "", Group.MOVE),
    Command("move.page_down", ("pagedown", "ctrl+d"), "page down", "Moves one page down.", "", Group.MOVE),
    Command("move.page_up", ("pageup", "ctrl+u"), "page up", "Moves one page up.", "", Group.MOVE),
    Command("pane.next", ("tab",), "next pane", "Goes to the next pane.", "pane('next')", Group.MOVE),
    Command(
        "pane.previous",
        ("shift+tab",),
        "last pane",
        "Goes to the pane before.",
        "pane('previous')",
        Group.MOVE,
    ),
    Command("pane.vacancies", ("1",), "vacancies", "Goes to the vacancies.", "pane('vacancies')", Group.MOVE),
    Command(
        "pane.candidates", ("2",), "candidates", "Goes to the candidates.", "pane('candidates')", Group.MOVE
    ),
    Command("pane.dossier", ("3",), "dossier", "Goes to the dossier.", "pane('dossier')", Group.MOVE),
    Command("pane.open", ("enter",), "open", "Opens what is under the cursor.", "open", Group.MOVE),
    Command(
        "pane.back",
        ("escape",),
        "back",
        "Clears the filter, then the marks, then goes one pane back.",
        "back",
        Group.MOVE,
    ),
)
_FIND: Final = (
    Command(
        "find.filter",
        ("slash",),
        "filter",
        "Filters the candidates while you type: words of the name, or field:value such as tier:1.",
        "filter",
        Group.FIND,
        needs=_OPEN,
        footer=4,
    ),
    Command(
        "find.sort",
        ("S",),
        "sort",
        "Chooses the order of the candidates.",
        "sort",
        Group.FIND,
        needs=_LIST,
        footer=9,
    ),
    Command(
        "mark.toggle",
        ("space",),
        "mark",
        "Marks the candidate, or takes the mark away, and steps to the next.",
        "mark",
        Group.FIND,
        needs=_PERSON,
        footer=3,
    ),
    Command(
        "mark.range",
        ("v",),
        "mark range",
        "Starts a range of marks here; a second v ends it.",
        "range",
        Group.FIND,
        needs=_PERSON,
    ),
    Command(
        "mark.clear",
        ("A",),
        "clear marks",
        "Takes all marks away.",
        "unmark",
        Group.FIND,
        needs=(Need.MARKS,),
    ),
)
_VERDICTS: Final = tuple(
    Command(
        f"decide.{to}",
        (key,),
        title,
        tooltip,
        f"decide('{to}')",
        Group.JUDGE,
        places=_JUDGED,
        needs=_PERSON,
        footer=footer,
    )
    for key, to, title, tooltip, footer in (
        ("s", "shortlisted", "short list", "Puts on the short list: the marked, else the one here.", 1),
        ("l", "longlisted", "long list", "Puts on the long list: the marked, else the one here.", 10),
        ("x", "not-suitable", "not suitable", "Sets aside with a reason code: one more key.", 2),
        ("m", "maybe", "maybe", "Leaves the question open.", 11),
        ("w", "withdrawn", "withdrawn", "Records that the person withdrew.", 0),
        ("0", "new", "back to new", "Takes the disposition back to new.", 0),
    )
)
_JUDGE: Final = (
    *_VERDICTS,
    Command(
        "note.add",
        ("n",),
        "note",
        "Writes a note.",
        "note",
        Group.JUDGE,
        places=_JUDGED,
        needs=_PERSON,
        footer=12,
    ),
    Command(
        "finding.overrule",
        ("o",),
        "overrule",
        "Overrules a finding with a written reason; the machine's outcome stays beside it.",
        "overrule",
        Group.JUDGE,
        places=_JUDGED,
        needs=_PERSON,
        footer=13,
    ),
    Command(
        "fact.correct",
        ("E",),
        "correct",
        "Corrects a fact of the candidate; the imported value stays beside it.",
        "correct",
        Group.JUDGE,
        places=_SEEN,
        needs=_PERSON,
    ),
)
_LOOK: Final = (
    Command(
        "look.compare",
        ("c",),
        "compare",
        "Sets the 2 to 6 marked candidates side by side.",
        "compare",
        Group.LOOK,
        needs=(*_LIST, Need.SEVERAL),
        footer=5,
    ),
    Command(
        "look.shortlist",
        ("L",),
        "view short list",
        "Shows the short list in rank order.",
        "shortlist",
        Group.LOOK,
        needs=_LIST,
        footer=14,
    ),
    Command(
        "look.export",
        ("e",),
        "export",
        "Writes the short list to CSV, XLSX or JSON.",
        "export",
        Group.LOOK,
        places=frozenset({Place.DESK, Place.SHORTLIST}),
        needs=_OPEN,
        footer=8,
    ),
    Command(
        "look.history",
        ("H",),
        "history",
        "Shows what was done, by whom and when.",
        "history",
        Group.LOOK,
        needs=(Need.STORE,),
    ),
    Command(
        "look.reload",
        ("r", "f5"),
        "reload",
        "Reads everything again.",
        "reload",
        Group.LOOK,
        needs=(Need.STORE,),
    ),
)
_UNDO: Final = (
    Command(
        "undo.undo",
        ("u",),
        "undo",
        "Takes the last change back, also one of yesterday.",
        "undo",
        Group.UNDO,
        places=_UNDOABLE,
        needs=(Need.STORE,),
        footer=6,
    ),
    Command(
        "undo.redo",
        ("ctrl+r",),
        "redo",
        "Makes the change again that was taken back.",
        "redo",
        Group.UNDO,
        places=_UNDOABLE,
        needs=(Need.STORE,),
    ),
)
_APP: Final = (
    Command(
        "app.help",
        ("question_mark", "f1"),
        "help",
        "Lists all keys.",
        "help",
        Group.APP,
        places=_EVERYWHERE,
        footer=7,
    ),
    Command(
        "app.palette",
        ("colon", "ctrl+p"),
        "commands",
        "Finds a command by its name.",
        "palette",
        Group.APP,
        places=_EVERYWHERE,
        footer=15,
    ),
    Command(
        "app.theme",
        ("f2",),
        "theme",
        "Chooses the colours: dark, light, high contrast, blue and orange, or another.",
        "theme",
        Group.APP,
        places=_EVERYWHERE,
    ),
    Command(
        "app.suspend",
        ("ctrl+z",),
        "suspend",
        "Goes back to the shell; `fg` returns.",
        "app.suspend_process",
        Group.APP,
        places=_EVERYWHERE,
    ),
    Command("app.leave", ("q",), "quit", "Ends the program.", "app.quit", Group.APP, footer=16),
    Command(
        "app.quit",
        ("ctrl+q", "ctrl+c"),
        "quit",
        "Ends the program from every screen.",
        "app.quit",
        Group.APP,
        places=_EVERYWHERE,
    ),
)

DESK_COMMANDS: Final[tuple[Command, ...]] = (*_MOVE, *_FIND, *_JUDGE, *_LOOK, *_UNDO, *_APP)
CURSOR_MOVES: Final = _MOVE[:6]
"""Down, up, top, end, page down and page up: every widget with a cursor takes them."""
