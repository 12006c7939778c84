"""What a command of the app is: one declaration that keys, footer, help, palette and manual read."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from enum import Enum, StrEnum


class Group(StrEnum):
    """The headings under which help and manual list the commands."""

    MOVE = "Move"
    FIND = "Find"
    JUDGE = "Judge"
    LOOK = "Look"
    UNDO = "Undo"
    APP = "Program"


class Place(Enum):
    """The screens on which a command can exist."""

    DESK = "desk"
    COMPARE = "comparison"
    SHORTLIST = "short list"
    HISTORY = "history"
    NOTICE = "notice"
    ARRIVALS = "notices that were read"
    INTAKE = "intake"
    COLUMNS = "columns of a table"
    DUPLICATES = "duplicates"
    CRITERIA = "criteria"
    WHATIF = "what if"
    MATRIX = "matrix"
    RULINGS = "rulings"
    DOSSIER = "dossier"
    CAREER = "career"
    FIND = "find everywhere"
    READING = "first pass"
    TIMELINE = "timeline"
    DUE = "due"


class Need(Enum):
    """What a command needs before it can run; the value is the reason that is shown while it is lacking.

    `{command.name}` in it stands for that command's key.
    """

    STORE = "the store is still opening"
    VACANCY = "there is no vacancy here yet"
    CANDIDATES = "this vacancy has no candidates yet"
    CANDIDATE = "no candidate under the cursor"
    PEOPLE = "choose a candidate first (key {pane.candidates})"
    MARKS = "nothing is marked ({mark.toggle} marks)"
    SEVERAL = "mark 2 to 6 candidates first ({mark.toggle} marks)"
    FILTER = "no filter is set"
    TIERS = "this vacancy has no tiers"
    LINE = "nothing that can be changed is under the cursor"
    JOB = "no job is under the cursor"
    QUESTION = "no open question is under the cursor"
    ANSWERED = "nobody ruled on this"
    TRIED = "nothing is tried yet"
    KEPT = "no scenario is kept yet"
    SHORTLISTED = "nobody is on the short list yet"
    ITEM = "choose a field or a criterion on the right first"
    CRITERION = "choose a criterion on the right first"
    DROPPABLE = "choose a criterion, or one that was taken out, first"
    DRAFT = "this notice is stored already"
    ARRIVAL = "no notice is under the cursor"
    PREVIEW = "choose files first ({intake.choose})"
    REFUSED_ROWS = "no row is refused"
    NEW_ROW = "only a new row that was understood can be corrected here"
    TABLES = "none of the chosen files is a table"
    COLUMN = "no column is under the cursor"
    WHO = "say first which column is the name, the e-mail or the application's number"
    IMPORT = "no import is under the cursor ({intake.imports} lists them)"
    BLIND = "this vacancy is read with names (B on the desk turns them off)"
    PUT_OFF = "nothing that was put off is under the cursor"
    PAIR = "no pair is under the cursor"
    PERSON_HIT = "no candidate is under the cursor"
    VERDICT = "there is no verdict to repeat yet"


NO_KEY = "no_key"
"""What a command is bound to that somebody took all keys from; no keyboard sends it."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command: the keys that call it, how it is named and explained, and where and when it exists."""

    id: str
    """Stable name, also of its key binding: `decision.shortlist`."""
    keys: tuple[str, ...]
    title: str
    """One to three words for footer, help and palette."""
    tooltip: str
    """One sentence for help, palette and manual."""
    action: str
    """The screen's action: `decide('shortlisted')`."""
    group: Group
    places: frozenset[Place] = frozenset({Place.DESK})
    needs: tuple[Need, ...] = ()
    footer: int = 0
    """Order in the footer line, small first; 0 keeps it out of the footer."""
    shown: tuple[str, ...] = field(default=())
    """How the keys are written for people, where that differs from their names."""

    @property
    def spelled(self) -> tuple[str, ...]:
        """Return the keys as people read them: `?`, `ctrl+r`, `space`."""
        return self.shown or tuple(spelled(key) for key in self.keys)


def spelled(key: str) -> str:
    """Return one key as people read it."""
    return _SPELLED.get(key) or (_sign(key) if "_" in key else key)


def _sign(key: str) -> str:
    """Return the sign that a long name stands for: `!` for `exclamation_mark`, also after `ctrl+`."""
    modifiers, plus, last = key.rpartition("+")
    try:
        return modifiers + plus + unicodedata.lookup(last.replace("_", " "))
    except KeyError:
        return key


_SPELLED = {
    "question_mark": "?",
    "slash": "/",
    "colon": ":",
    "semicolon": ";",
    "comma": ",",
    "apostrophe": "'",
    "asterisk": "*",
    "ampersand": "&",
    "tilde": "~",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "escape": "esc",
    "pageup": "pgup",
    "pagedown": "pgdn",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "shift+up": "shift+↑",
    "shift+down": "shift+↓",
    "plus": "+",
    "minus": "-",
    "at": "@",
    "underscore": "_",
    "backslash": "\\",
}
"""Key names of the terminal toolkit, as people write them."""
